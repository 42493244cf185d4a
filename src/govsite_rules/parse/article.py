"""When an article says it was published: the displayed date, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date as Day
from datetime import datetime
from itertools import pairwise

from attrs import evolve, frozen

from ..values.dates import NO_DATE, SHANGHAI, Absent, DateReading, DateSource
from .dates import FoundDate, find_dates, read_date
from .tree import Tree

_VARIANTS = {
    "发": "[发發]",
    "布": "[布佈]",
    "间": "[间間]",
    "时": "[时時]",
    "开": "[开開]",
    "载": "[载載]",
    "网": "[网網]",
    "编": "[编編]",
    "录": "[录錄]",
}


def _spaced(words: str) -> str:
    """A pattern for words whose characters may stand apart ("发 布 日 期") or be written the traditional way."""
    return "|".join(r"\s{0,3}".join(_VARIANTS.get(character, character) for character in word) for word in words.split())


# Labels by how surely a publication date stands behind them; spaces inside are common ("日　期").
_WHEN = r"\s{0,3}(?:日\s{0,6}期|[时時]\s{0,6}[间間]"
_LABEL = re.compile(
    rf"(?P<best>(?:{_spaced('发布 发表 发稿 刊发 首发 登载 刊载 刊登 推送 上稿')}){_WHEN}|于)|发布日"
    r"|(?:发布|发表)(?=\s{0,3}[:：∶﹕]\s{0,3}(?:\d|$)|\s{1,3}(?:19|20)\d\d[-/.]\d)"
    r"|(?<![a-z.{_$])(?:publi(?:sh(?:ed)?|cation)|releas(?:e|ed)|posted)\s{0,3}(?:(?:date|time|on|at)(?![a-z])|(?=\s{0,3}(?:[:：]|(?:19|20)\d\d))))"
    rf"|(?P<open>(?:{_spaced('公开 公布 上网 上线 挂网 上载')}){_WHEN}))"
    rf"|(?P<late>(?:{_spaced('更新 修改 录入 添加 加入 上传 创建 入库 编辑 撰写 录用')}){_WHEN}|于)|最[近后新]更新(?=\s{{0,3}}[:：∶﹕]))"
    rf"|(?P<own>(?:{_spaced('发文 生成 著录')}){_WHEN}))|(?P<made>(?:{_spaced('成文 印发 签发 制发 制定 公文')}){_WHEN}))"
    r"|(?P<plain>[时時]\s{0,6}[间間]|日\s{0,6}期|(?<![a-z])(?:date|time)(?![a-z]))",
    re.IGNORECASE,
)
_MAYBE_LABEL = re.compile(r"[期间間于日发發更]|date|time|publish|release|posted", re.IGNORECASE)
BESIDE = 2  # the rank of a day without a label beside the title
_RANKS = {"best": 0, "open": 1, "plain": 3, "late": 4, "own": 5, "made": 9}  # a document is made before it is published
_UNLABELLED, _ALONE, _AFTER_BODY, _BOXED = BESIDE, BESIDE, 6, 7
_OTHER_LABEL = re.compile(
    r"(?:截止|截至|报名|开标|投标|招标|会议|活动|开始|结束|施行|实施|生效|失效|废止|执行|有效|出生|成立|办理|受理|来信|写信|回复|答复|咨询|提问|办公|服务"
    r"|工作|接待|考试|面试|公示|采访|拍摄|演出|访谈|播出|直播|到期|任职|检查|签订|当前|现在|北京|系统|访问|登录|停水|停电|开放|上映|摄影|摄于|开庭|竣工"
    r"|开工|投诉|评估|统计|征集|反馈|起止|归档|审核|到报|批准|通过|预计|举办|比赛|培训|集合|出发|营业|预约|领取|缴费|交易|拍卖|开业|投票|评选|预订"
    r"|决定|发证|颁发|许可|数据|变更|核准|登记|监测|检测|抽样|采集|生产|认定|处罚|立案|成交|中标|签约|批复|申请|申报|送达|告知|挂牌|供地|交货"
    r"|作息|入学|上课|今天是?|今日|下次|下期|本页|页面)\s{0,3}(?:日期|时间|期限|期)?\s{0,3}[:：]?\s{0,3}$"
)
# "日期" and "时间" behind a word are that word's; elements without a gap may have brought the two together.
_NOUN_BEFORE = re.compile(r"(?<![\d:：∶﹕\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}$")
_OWN_NOUN = re.compile(r"(?:信息|文章|稿件|新闻|资讯|(?<![标购])公告|报道|转载|提交|网站|本文|内容)$")
_SITE = ("网站", "本站", "全站")  # whose day of revision is no article's
_PUT_UP = re.compile(_spaced("录入 添加 加入 上传 创建 入库"))  # once, not each time that a page is revised
_ORIGINAL = re.compile(r"(?:文件|原文|原件|公文)$")  # what an interpretation is about
_IN_FORCE = re.compile(r"(?:施行|实施|生效)\s{0,3}(?:日期|时间)")
_META = re.compile(
    r"来\s{0,6}源|(?<!工)作\s{0,6}者|字体|字号|浏览|点击|阅读|访问|次数|编辑|供稿|分享|打印|稿件|撰稿|[审初复终]审|审核|责编|人气|信息员|发布人|发布者|发布机构|关闭|收藏"
    r"|大\s{0,3}中\s{0,3}小|访量|查看|文/|通讯员|记者|索引号|发布单位|发布机关|录入|语音|朗读|保护视力|视力保护|T\|T|二维码|发布[:：]"
)
# How often a page was called up, a number or a sign that a script replaces, runs into the day of the element behind it.
_HITS = re.compile(r"((?:次数|量|点击数?|人气)\s?[:：])\s?(?:--?\s?|\d{1,7}?)(?=(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d)")
_HITS_SHOWN = re.compile(r"(?:点击|浏览|阅读|访问|人气)[\u4e00-\u9fff]{0,2}\s?[:：]\s?\d{0,8}\s?次?")
_LEAVES = re.compile(r"打印|关闭|返回")
_OF_A_FILE = re.compile(r"下载|附件|大小")
_LONGEST_BELOW = 80
_COMMENTS = re.compile(
    r"(?:网友|网民|最新|全部|热门|精彩|文章|用户|我要|发表|相关|公众)?(?:评论|跟帖|留言)(?:列表|区|内容)?[\s:：(（]{0,3}\d{0,6}\s?[条个]?[)）]?$"
)
_LONGEST_SAID, _LONGEST_META = 16, 40
_GOES_ON = re.compile(r"(?!星期|周)(?:[，、]\s?)?[\u4e00-\u9fff]")
_NEXT = re.compile(r"[\s【\[]{0,2}[上下前后][一1]?[篇条页]\s{0,3}[】\]]?\s{0,3}[:：]?")
_PLACE = re.compile(r"\s{0,6}(?:[一二三四五]、|\d[.、])?\s{0,3}(?:会议|活动)?\s{0,3}地\s{0,6}[点址](?![\u4e00-\u9fff])")
_PERHAPS_STATED = re.compile(r"发|發|公[开開布]|上[网網线]|P(?i:ublish)|p(?i:ublish)|R(?i:elease)|r(?i:elease)")  # by first letters: fast
_RANGE_BEHIND = re.compile(r"\s{0,3}(?:至|到(?!期)|~|～|—{1,2}|[-–]\s?(?=\d))")
_OF_ANOTHER = re.compile(r"[\u4e00-\u9fff](?<!信息)(?<!文章)(?<!稿件)(?<!网站)(?<!本文)(?<!内容)(?<!首次)$")
_PUBLISHED_BEHIND = re.compile(r"\s{0,3}(?:发布|发表)(?![\u4e00-\u9fff])")
_WHENCE = re.compile(r"来\s{0,6}源|作\s{0,6}者")
_WEEKDAY = re.compile(r"\s{0,3}[(（]?\s?(?:星期|周)[一二三四五六日天](?![\u4e00-\u9fff])\s?[)）]?")
_SENTENCE = re.compile(r"[，。；！？（(〔《]")
_HAN_FORM = re.compile(r"[\d〇○零一二三四五六七八九]\s{0,2}年")
_TEMPLATE = re.compile(r"\{\{|\$\{|<%|#\{")
_LITERAL = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_DATE_LIKE = re.compile(r"[\d\s年月日号时分秒/.:：－-]{6,40}")
_TIME = re.compile(r"\d{1,2}\s?[:：时]\s?\d{2}分?(?:[:：]?\s?\d{2}秒?)?(?![\d\u4e00-\u9fff])")
_ENDS_IN_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?$")
_SUFFIX = re.compile(r"\s{0,3}(?:[-_|—–－＿·>»]|--|::).*$")
_PARTS = re.compile(r"([-_|—–－＿·>»:]{1,9}|\s)")
_CUT = re.compile(r"(?:\.{2,6}|…{1,2})\s*$")
_FACT_LINES = 5
_NO_HEADING = re.compile("[|。；！，、:：]$|[>»›→]|位置|^[\\[【(（]|^[^:：]{1,6}[:：]")
_HEADINGS = 80  # lines among which the heading is looked for
_BODY_NAME = re.compile(r"(?:人民政府|政府网站?|门户网站?|政务网|信息网|委员会|管理局|[局厅部署院办]|办公室|网)$")
_COLON = re.compile("[:：]")
_LABEL_ALONE = re.compile(r"(?:日\s{0,6}期|时\s{0,6}间|期限|有效期至?|截止)\s{0,3}[:：∶﹕]?$")
_LONGEST_HEAD = 60
_FAR, _CLOSE = 10, 3
_TABLES, _ROWS, _LARGEST_ROW = 4, 200, 120  # tables, their rows and nodes of one that are looked through for a row of names
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 120
_GAP = " :：∶﹕︰]】)）[【(（|丨/\xa0\u3000\u200b为\n\t\r"
_BRACKETS = "[]【】()（）|·•- \u3000"


@frozen
class Published:
    """The publication date: ``label`` is the words it stands behind, ``rank`` how telling they are (0 best), ``line`` where."""

    reading: DateReading = NO_DATE
    label: str = ""
    rank: int = 9
    line: int = -1
    notes: tuple[str, ...] = ()


@frozen
class Zone:
    """Where an article's own facts stand: the lines that are its ``headings`` (() unknown), the first line of its ``body``."""

    headings: tuple[int, ...]
    body: int

    def is_near(self, line: int) -> bool:
        """Whether a line is close to a heading, or anywhere before the body where no heading was recognised."""
        if line >= self.body:
            return False
        return not self.headings or any(heading - 3 <= line <= heading + 10 and line != heading for heading in self.headings)

    def below(self, line: int) -> int:
        """How many lines a line stands below the heading above it, or above the first one as a negative number."""
        return line - max((heading for heading in self.headings if heading <= line), default=self.headings[0])


def lines_of(tree: Tree, stretches: list[tuple[int, int]], most: int) -> list[str]:
    """The block-level lines of the content in order, white space collapsed, empty ones left out; the tree is truncated beyond ``most``."""
    lines: list[str] = []
    for start, end in stretches:
        for line in "".join(tree.texts[start:end]).split("\n"):
            text = " ".join(line.split())
            if text:
                if text[0].isdigit() and lines and _TIME.match(text) and _ENDS_IN_DAY.search(lines[-1]):
                    lines[-1] = f"{lines[-1]} {text}"  # the source broke the line between a day and its time
                    continue
                if len(lines) == most:
                    tree.truncated = True
                    return lines
                lines.append(text)
    return lines


def heading_line(lines: list[str], title: str, declared: str) -> int:
    """The index of the line that is the article's heading, -1 where none matches the title or the declared one."""
    wanted = {"".join(text.split()) for text in (title, _SUFFIX.sub("", title))}
    # A title that only names the site heads no article; it also stands under the text, as its signature.
    wanted = {text for text in wanted if len(text) >= 2 and not is_body_name(text)} | {"".join(declared.split())} - {""}
    best, longest = -1, 1
    for k, line in enumerate(lines[:_HEADINGS] if wanted else ()):
        text = "".join(line.split())
        if not longest < len(text) <= 200:
            continue
        for want in wanted:
            shorter, longer = (text, want) if len(text) < len(want) else (want, text)
            grown = (
                len(shorter) >= 6
                and not is_body_name(shorter)
                and longer.startswith(shorter)
                and (longer is want or len(longer) < len(shorter) * 2)
            )
            if (shorter == longer or grown) and len(shorter) > longest:
                best, longest = k, len(shorter)
    return best if best >= 0 else _line_of_a_part(lines, title)


def line_above(lines: list[str], day: int, linked: Collection[str]) -> int:
    """The line above those that tell an article's day, source and hits: its heading, where the title names but the site. -1 for none.

    ``linked``: the texts of links, whose rows tell their days likewise.
    """
    k = day - 1
    while k >= 0 and day - k < _FACT_LINES and _META.search(lines[k]) is not None and is_meta_line(lines[k]):
        k -= 1
    text = lines[k] if k >= 0 else ""
    fits = _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and not _NO_HEADING.search(text) and not is_body_name(text)
    return k if fits and text not in linked else -1


def _line_of_a_part(lines: list[str], title: str) -> int:
    """The longest line that is a whole part of a title ("site - column - heading"), or begins as a title that was cut."""
    whole = _CUT.sub("", title)
    cut = len(whole) < len(title.rstrip()) and len(whole) >= _SHORTEST_TITLE
    joined, edges = "", {0}
    for part in _PARTS.split(whole):
        edges.add(len(joined))
        joined += "".join(part.split())
        edges.add(len(joined))
    best, longest = -1, 3
    for k, line in enumerate(lines[:_HEADINGS] if len(joined) > longest else ()):
        text = "".join(line.split())
        if cut and len(text) <= 200 and text.startswith(joined):
            return k
        at = joined.find(text) if longest < len(text) < len(joined) else -1
        if at >= 0 and at in edges and at + len(text) in edges and not is_body_name(text):
            best, longest = k, len(text)
    return best


def is_body_name(text: str) -> bool:
    """Whether a title is but the name of a body or its site."""
    return len(text) <= 16 and _BODY_NAME.search(text) is not None


def is_meta_line(text: str) -> bool:
    """Whether a line tells when, whence or how to print rather than what: such lines are marked up as headings, too."""
    if _META.search(text) is not None:
        return _COLON.search(text) is not None or bool(find_dates(text, limit=1))
    return read_date(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line is running text of a body rather than a label, date or title."""
    return len(text) > 60 and sum(map(text.count, "，。；！？")) >= 2


def zone_of(lines: list[str], heading: int) -> Zone:
    """The article's zone: its body begins with the first running text after the heading, which a table of facts may repeat."""
    body = len(lines)
    for k in range(heading + 1, len(lines)):
        text = lines[k]
        if is_prose(text) and not (len(text) < 200 and ("发布时间" in text or "发布日期" in text or "发文日期" in text)):
            body = k
            break
    if heading < 0:
        return Zone((), body)
    wanted = lines[heading]
    return Zone((heading, *(k for k in range(heading + 1, min(body, _HEADINGS)) if lines[k] == wanted)), body)


def published(tree: Tree, lines: list[str], heading: int, seen_at: datetime, vouched: Collection[Day | None] = ()) -> Published:
    """The displayed publication date: labelled 发布 first, then the date of the line under the heading, then weaker labels.

    ``vouched`` are the days that the page's tag and address tell: one that ends the heading is not the title's own then.
    """
    lines = _without_comments(lines, heading)
    zone = zone_of(lines, heading)
    found: list[Published] = []
    under: list[Published] = []
    waiting: re.Match[str] | None = None
    heads: list[re.Match[str]] = []
    tables = _TABLES
    asked: dict[str, Published] = {}

    def unfilled(label: str, k: int) -> Published:
        # One look through the tree for each label, however often it stands there.
        if label not in asked:
            asked[label] = _unfilled(tree, label, k)
        return asked[label]

    for k, text in enumerate(lines):
        if len(text) > 400 or (k >= zone.body and not waiting and (not _PERHAPS_STATED.search(text) or is_prose(text))):
            waiting, heads = None, []
            continue
        if zone.is_near(k):
            text = _HITS.sub(r"\1 ", text)
        labels = _labels(text)
        if labels and labels[-1].lastgroup == "plain" and _is_of_a_meeting(text, labels[-1], lines, k):
            labels = []
            if zone.is_near(k):
                continue
        dates = find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=12)
        if dates and ("星期" in text or "周" in text):
            dates = tuple(evolve(one, end=week.end()) if (week := _WEEKDAY.match(text, one.end)) else one for one in dates)
        before_labels = not labels or (bool(dates) and dates[0].end <= labels[0].start())
        if waiting and before_labels and not _is_of_its_own(text, dates):
            one = len(dates) == 1 or bool(labels)
            reading = dates[0].reading if one else read_date(text, seen_at=seen_at, source=DateSource.ARTICLE)
            begins = not one or not (text[: dates[0].start].strip(_GAP + _BRACKETS) or _SENTENCE.search(text, dates[0].end))
            if reading is not None and begins and len(text) < 100:
                found.append(_labelled(reading, waiting, k, zone))
                waiting = None
                if not labels:
                    continue
        if heads and not labels and len(heads) == len(dates):
            found += [_labelled(date.reading, head, k, zone) for head, date in zip(heads, dates, strict=True)]
            heads = []
            continue
        waiting, heads = None, []
        if dates:
            found += _dated(tree, text, dates, labels, k, zone, lines, seen_at, vouched)
            if heading < 0 and k < zone.body and _is_under_a_title(text, dates, lines, k):
                under.append(Published(dates[0].reading, "", _RANKS["plain"], k))
            if labels and labels[-1].start() >= dates[-1].end and not text[labels[-1].end() :].strip(_GAP):
                waiting = labels[-1]
        elif labels:
            label = labels[-1]
            rest = text[label.end() :].strip(_GAP)
            shown = _DATE_LIKE.match(rest)
            read = read_date(f"发布时间：{shown[0]}", seen_at=seen_at, source=DateSource.ARTICLE) if shown else None
            written = None
            if rest and zone.is_near(k):
                written = next((one for one in labels if unfilled(one[0], k).reading.absent is None), None)
            if written is not None:
                found.append(evolve(unfilled(written[0], k), rank=_rank(written, k, zone)))
            elif read is not None and (label.lastgroup == "best" or zone.is_near(k)):
                found.append(_labelled(read, label, k, zone))
            elif tables and zone.is_near(k) and (cells := _cells_below(tree, text, labels, seen_at)) is not None:
                found += [_labelled(cell, head, k, zone) for cell, head in cells]
                tables -= 1
            elif not rest and (zone.is_near(k) or label.lastgroup in ("best", "open")):
                waiting = label
                found.append(unfilled(label[0], k))
            elif zone.is_near(k) and _is_head_row(text, labels, lines, k):
                heads = labels
            elif label.lastgroup == "best" and _TEMPLATE.search(rest):
                found.append(Published(DateReading(raw=rest[:40], source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label[0], 6, k))
            elif label.lastgroup == "best" and zone.is_near(k):
                found.append(unfilled(label[0], k))
        elif len(text) < 40 and heading >= 0 and k < zone.body and 0 < zone.below(k) <= 3:
            digits = len(text) == 8 and text.isdecimal()
            reading = read_date(f"日期：{text}" if digits else text, seen_at=seen_at, source=DateSource.ARTICLE)
            if reading is not None and not (digits and reading.absent):
                found.append(Published(reading, "", _ALONE, k))
    if len(under) == 1:
        found += under
    if all(one.reading.absent is not None or one.rank >= _RANKS["made"] for one in found):
        found += _boxed(lines, zone, seen_at) or _below_the_text(lines, zone, seen_at)
    return _choose([evolve(one, rank=_RANKS["made"]) if _is_of_a_rule(one, lines) else one for one in found], heading, zone)


def _labelled(reading: DateReading, label: re.Match[str], k: int, zone: Zone) -> Published:
    return Published(reading, label[0], _rank(label, k, zone), k)


def _is_of_a_meeting(text: str, label: re.Match[str], lines: list[str], k: int) -> bool:
    """Whether a bare 时间 tells when something takes place: a place stands behind it or in the next line."""
    return _PLACE.search(text, label.end()) is not None or (k + 1 < len(lines) and _PLACE.match(lines[k + 1]) is not None)


def _is_of_a_rule(one: Published, lines: list[str]) -> bool:
    """Whether a 公布日期 stands beside the day from which the rule is in force: the rule's days, whenever the page was put up."""
    return one.label.startswith("公布") and any(_IN_FORCE.search(line) for line in lines[max(one.line - 2, 0) : one.line + 3])


def _without_comments(lines: list[str], heading: int) -> list[str]:
    """The lines before those of the visitors: what they write is dated too."""
    for k in range(heading + 1, len(lines)):
        if len(lines[k]) <= _LONGEST_SAID and _COMMENTS.match(lines[k]):
            return lines[:k]
    return lines


def _is_under_a_title(text: str, dates: tuple[FoundDate, ...], lines: list[str], k: int) -> bool:
    """Whether a line is a bare stamp in digits right under what reads like a title; several such are rows of a list."""
    bare = not _HAN_FORM.search(text) and _is_bare(text, dates)
    title = lines[k - 1] if bare and k else ""
    return (
        _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE
        and not is_body_name(title)
        and not _SENTENCE.search(title[-1])
        and not _COLON.search(title[-1])
    )


def _is_head_row(text: str, labels: list[re.Match[str]], lines: list[str], k: int) -> bool:
    """Whether a line names the columns of a table with the article's own facts: one row of values follows, not a list of others."""
    telling = any(label.lastgroup in ("best", "open") for label in labels)
    return telling and len(text) <= _LONGEST_HEAD and not _COLON.search(text) and not any(find_dates(line) for line in lines[k + 2 : k + 3])


def _labels(text: str) -> list[re.Match[str]]:
    """The labels of a line behind which a publication date may stand."""
    if not _MAYBE_LABEL.search(text):
        return []
    found: list[re.Match[str]] = []
    for match in _LABEL.finditer(text):
        before = text[max(match.start() - 16, 0) : match.start()]
        # A label that says what is done is another's only where it is written together with the word before it.
        apart = match.lastgroup != "plain" and before[-1:] in _GAP
        if (apart or not _OTHER_LABEL.search("".join(before.split()))) and not _is_of_something(match, before):
            found.append(match)
    return found


def _is_of_something(label: re.Match[str], before: str) -> bool:
    """Whether the words before a label say that the day is not the article's: that of a hearing, of a test, of the site."""
    if label.lastgroup == "late":
        return before.endswith(_SITE)
    noun = _NOUN_BEFORE.search(before) if label.lastgroup == "plain" else None
    if noun is None or _OWN_NOUN.search(noun[0]) or is_body_name(noun[0]):
        return False
    # Among the article's other facts the elements of a line stand side by side.
    rest = f"{label.string[: label.start() - len(noun[0])]} {label.string[label.end() :]}"
    return _META.search(rest) is None


def _rank(label: re.Match[str], k: int, zone: Zone) -> int:
    rank = _RANKS[label.lastgroup or ""]
    if rank <= _RANKS["open"] and _ORIGINAL.search(label.string, 0, label.start()):
        rank = _RANKS["own"]
    return rank if k < zone.body else rank + _AFTER_BODY


def _dated(
    tree: Tree,
    text: str,
    dates: tuple[FoundDate, ...],
    labels: list[re.Match[str]],
    k: int,
    zone: Zone,
    lines: list[str],
    seen_at: datetime,
    vouched: Collection[Day | None],
) -> list[Published]:
    """What the dates of one line are worth."""
    found: list[Published] = []
    meta = _META.search(text) is not None or (_is_bare(text, dates) and _is_among_facts(dates[0], lines, k, zone))
    end = 0
    for date in dates:
        before = text[end : date.start]
        label = next(
            (one for one in reversed(labels) if end <= one.start() < date.start and not text[one.end() : date.start].strip(_GAP)),
            None,
        )
        start, end = end, date.end
        if label is not None:
            if _RANGE_BEHIND.match(text, date.end) or (k >= zone.body and not meta and _OF_ANOTHER.search(text, 0, label.start())):
                continue
            rank = _rank(label, k, zone)
            if label.lastgroup == "plain" and meta and zone.is_near(k):
                rank = _UNLABELLED
            if label.lastgroup == "own" and label[0][0] in "发發" and any(one.lastgroup == "late" for one in labels):
                rank -= _RANKS["own"] - _RANKS["plain"]  # beside a day of revision it is that of publication
            if (
                rank < 3
                or ((rank < _AFTER_BODY or rank == _RANKS["made"]) and zone.is_near(k))
                or rank == _AFTER_BODY
                or (rank == _AFTER_BODY + 1 and (meta or not label.start()))
            ):
                found.append(Published(date.reading, label[0], rank, k))
        elif k in zone.headings and _is_behind_the_title(tree, text, date, vouched):
            found.append(Published(date.reading, "", _UNLABELLED, k))
        elif k < zone.body and _PUBLISHED_BEHIND.match(text, date.end):
            found.append(Published(date.reading, "发布", 0, k))
        elif (
            date.role == "other"
            or not zone.is_near(k)
            or _OTHER_LABEL.search(before[-16:])
            or (k and not (meta and before.strip(_BRACKETS)) and _is_label(lines[k - 1]))
            or (_is_bare(text, dates) and _is_signed(lines, k, zone))
            or _is_clock(date.reading, k, zone, lines, seen_at)
        ):
            continue
        elif _is_displayed(text, date, start, meta, k, zone) or _is_under_subtitles(text, dates, lines, k, zone):
            found.append(Published(date.reading, "", _UNLABELLED, k))
    return found


def _boxed(lines: list[str], zone: Zone, seen_at: datetime) -> list[Published]:
    """The one day with a label in a box of facts far from the heading: below or above its source or hits, under no other title."""
    found: list[Published] = []
    for k, text in enumerate(lines):
        label = next(iter(_labels(text)), None) if len(text) <= _LONGEST_META else None
        if label is None or label.lastgroup in ("own", "made") or text[: label.start()].strip(_BRACKETS):
            continue
        last = k if text[label.end() :].strip(_GAP) else k + 1
        value = text[label.end() :].lstrip(_GAP) if last == k else lines[last] if last < len(lines) else ""
        dates = find_dates(value, seen_at=seen_at, source=DateSource.ARTICLE, limit=2)
        if len(dates) != 1 or dates[0].reading.absent is not None or value[: dates[0].start].strip(_BRACKETS):
            continue
        rest = value[dates[0].end :]
        if rest.strip(_BRACKETS) and not _WEEKDAY.fullmatch(rest):
            continue
        top = k
        while top and (_is_meta_of_one(lines[top - 1]) or (last > k and top > 1 and _is_meta_of_one(lines[top - 2]))):
            top -= 1
        told = top < k or any(map(_is_meta_of_one, lines[last + 1 : last + 2]))
        if told and not (top and top - 1 not in zone.headings and _is_another_title(lines[top - 1])):
            found.append(Published(dates[0].reading, label[0], _BOXED, k))
    return found if len(found) == 1 else []


def _below_the_text(lines: list[str], zone: Zone, seen_at: datetime) -> list[Published]:
    """The day between an article's hits and its 打印 or 返回, where the one such line stands under the text."""
    found: list[Published] = []
    for k in range(zone.body + 1, len(lines)):
        text = lines[k]
        hits = _HITS_SHOWN.search(text) if len(text) <= _LONGEST_BELOW and _LEAVES.search(text) else None
        if hits is None or _OF_A_FILE.search(text):
            continue
        dates = find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=2)
        if len(dates) != 1 or dates[0].reading.date is None or _HAN_FORM.search(text):
            continue
        start = dates[0].start
        label = next((one for one in _labels(text) if one.end() <= start and not text[one.end() : start].strip(_GAP)), None)
        if label is None and text[hits.end() if hits.end() <= start else 0 : start].strip(_GAP + _BRACKETS):
            continue
        if label is None or label.lastgroup != "made":
            found.append(Published(dates[0].reading, label[0] if label else "", _BOXED, k))
    return found if len(found) == 1 else []


def _is_another_title(text: str) -> bool:
    return (
        len(text) >= _SHORTEST_TITLE
        and not is_body_name(text)
        and "首页" not in text
        and not _COLON.search(text)
        and text[-1] not in "。；！"
    )


def _is_behind_the_title(tree: Tree, text: str, date: FoundDate, vouched: Collection[Day | None]) -> bool:
    """Whether a stamp with its time ends the heading's line, from an element of its own: no title ends in one.

    A day alone may be the title's own, or that of a meeting: it must be told elsewhere, and the page's title end before it.
    """
    sure = date.reading.time is not None or (date.reading.date in vouched and _is_apart(tree, text[: date.start], date.reading.raw))
    return sure and not text[date.end :].strip(_BRACKETS) and not _HAN_FORM.search(text, date.start)


def _is_apart(tree: Tree, title: str, day: str) -> bool:
    """Whether a day stands in an element of its own behind a title that the page's own title tells without it."""
    title = title.strip(_BRACKETS)
    called = next((" ".join(tree.raw.get(i, "").split()) for i in tree.of.get("title", ())), "")
    if len(title) < _SHORTEST_TITLE or title not in called or day in called:
        return False
    return any(
        tree.texts[at].strip(_GAP + _BRACKETS) == day and title.endswith(" ".join(tree.texts[before].split()))
        for before, at in pairwise(tree.words)
    )


def _is_displayed(text: str, date: FoundDate, start: int, meta: bool, k: int, zone: Zone) -> bool:
    """Whether an unlabelled date belongs to the article's own line rather than to its text or signature."""
    if _NEXT.match(text):
        return False
    if meta and len(text) < 200:
        if date.reading.time is None and _GOES_ON.match(text, date.end) and not _META.search(text, date.end, date.end + 6):
            return False  # a day within a title
        return _HAN_FORM.search(text) is None or not text[start : date.start].rstrip().endswith(("（", "("))
    if not zone.headings:
        return False
    distance = zone.below(k)
    before, after = text[: date.start].strip(_BRACKETS), text[date.end :].strip(_BRACKETS)
    if _LABEL_ALONE.search(before):
        return False
    if before or after:
        # "示范日报 2025-06-13" right under the heading.
        short = len(text) <= 40 and not _SENTENCE.search(text) and not _HAN_FORM.search(text)
        return short and (date.reading.time is not None or not (before and after)) and 1 <= distance <= 2
    # Signatures are written 2019年4月1日 and stand at the end; so are days of speeches and decisions, in parentheses.
    if _HAN_FORM.search(text):
        return distance in (-1, 1, 2) and text[0] not in "（("
    return -2 <= distance <= 5


def _is_among_facts(date: FoundDate, lines: list[str], k: int, zone: Zone) -> bool:
    """Whether a bare date stands below a line with another of the article's facts, or above one where no signature can."""
    if k > 0 and k - 1 not in zone.headings and _is_meta_of_one(lines[k - 1]):
        return True
    above = date.reading.time is not None or bool(zone.headings and k < zone.headings[0])
    return above and k + 1 < len(lines) and _is_meta_of_one(lines[k + 1])


def _is_under_subtitles(text: str, dates: tuple[FoundDate, ...], lines: list[str], k: int, zone: Zone) -> bool:
    """Whether only a subtitle and what stands in parentheses part a bare date from the heading."""
    if not zone.headings or not 0 < (distance := zone.below(k)) <= 4 or not _is_bare(text, dates) or text[0] in "（(":
        return False
    return all(line[0] in "—（(" for line in lines[k - distance + 1 : k])


def _is_bare(text: str, dates: tuple[FoundDate, ...]) -> bool:
    """Whether a line is a date and nothing else."""
    return len(dates) == 1 and not (text[: dates[0].start] + text[dates[0].end :]).strip(_BRACKETS)


def _is_signed(lines: list[str], k: int, zone: Zone) -> bool:
    """Whether a bare day is that of a signature: below a sentence of the text, or the name of who signed.

    Right under the heading a name and a day in digits are the source and when it was published.
    """
    under = zone.below(k) if zone.headings else 0
    if any(line[-1] in "。；！" for line in lines[k - under + 1 : k]):
        return True
    named = k > 0 and is_body_name(lines[k - 1]) and not _COLON.search(lines[k - 1])
    return named and (not 0 < under <= 2 or _HAN_FORM.search(lines[k]) is not None)


def _is_of_its_own(text: str, dates: tuple[FoundDate, ...]) -> bool:
    """Whether a line with a date is no value of the label in the line before it: it has a label itself, or is in parentheses."""
    if not dates:
        return False
    return _COLON.search(text, 0, dates[0].start) is not None or (text[0] in "（(" and _HAN_FORM.search(text) is not None)


def _is_label(text: str) -> bool:
    """Whether a line is but a label, such as 失效日期, whose value the next one is."""
    return len(text) <= 16 and _LABEL_ALONE.search(text) is not None


def _cells_below(tree: Tree, text: str, labels: list[re.Match[str]], seen_at: datetime) -> list[tuple[DateReading, re.Match[str]]] | None:
    """The dates of a table's only row of values, below the cells that the labels of its row of names stand in; None for no such table."""
    if _COLON.search(text):
        return None
    for row in tree.of.get("tr", ())[:_ROWS]:
        if tree.ends[row] - row > _LARGEST_ROW or tree.text(row) != text:
            continue
        below = _row_behind(tree, row)
        if below < 0 or len(_cells(tree, row)) < 2 or len(_cells(tree, below)) != len(_cells(tree, row)):
            return None
        third = _row_behind(tree, below)
        if third >= 0 and len(_cells(tree, third)) == len(_cells(tree, row)):
            return []  # rows of other things
        if any(tree.tags[i] == "a" for i in range(below, tree.ends[below])):
            return []  # a row that leads to another page
        found: list[tuple[DateReading, re.Match[str]]] = []
        for name, value in zip(_cells(tree, row), _cells(tree, below), strict=True):
            label = next((one for one in labels if tree.text(name).endswith(one[0])), None)
            reading = read_date(tree.text(value), seen_at=seen_at, source=DateSource.ARTICLE) if label is not None else None
            if label is not None and reading is not None and not _OTHER_LABEL.search(tree.text(name).removesuffix(label[0])):
                found.append((reading, label))
        return found
    return None


def _cells(tree: Tree, row: int) -> list[int]:
    return [i for i in range(row + 1, tree.ends[row]) if tree.parents[i] == row and tree.tags[i] in ("td", "th")]


def _row_behind(tree: Tree, row: int) -> int:
    """The next row of a row's table, whatever section it stands in; -1 at the end."""
    at = tree.ends[row]
    while at < len(tree.tags) and tree.tags[at] in ("", "tbody"):
        at += 1
    return at if at < len(tree.tags) and tree.tags[at] == "tr" else -1


def _is_meta_of_one(text: str) -> bool:
    """Whether a short line tells one of an article's own facts, as those stand one under the other."""
    return len(text) <= _LONGEST_META and _META.search(text, 0, 6) is not None


def _is_clock(reading: DateReading, k: int, zone: Zone, lines: list[str], seen_at: datetime) -> bool:
    """Whether a day above the heading is but the day of the visit, as pages tell their visitors; no clock names a source."""
    if _WHENCE.search(lines[k]):
        return False
    running = reading.time is None or "星期" in reading.raw
    return bool(zone.headings) and k < zone.headings[0] and running and reading.date == seen_at.astimezone(SHANGHAI).date()


def _unfilled(tree: Tree, label: str, k: int) -> Published:
    """A label without a date behind it: a script that writes one, an element that a script fills, or nothing."""
    for word in tree.words:
        if label[0] not in tree.texts[word] or label not in " ".join(tree.texts[word].split()):
            continue
        for i in range(word + 1, min(word + 12, len(tree.tags))):
            tag = tree.tags[i]
            if not tag and tree.texts[i].strip(_GAP):
                break
            if tag == "script":
                literals = set(_LITERAL.findall(tree.raw.get(i, "")[:4000]))
                reading = read_date(literals.pop(), source=DateSource.SCRIPT) if len(literals) == 1 else None
                if reading is not None and reading.absent is None:
                    return Published(reading, label, _RANKS["best"], k)
                return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label, 6, k)
            if tag and tree.ends[i] == i + 1 and tree.attrs[i].get("id"):
                return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label, 7, k)
    return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.NONE_SHOWN), label, 8, k)


def _choose(found: list[Published], heading: int, zone: Zone) -> Published:
    read = [one for one in found if one.reading.absent is None and one.rank < _RANKS["made"]]
    if not read:
        unread = [one for one in found if one.reading.absent is Absent.UNREADABLE and one.rank <= 2]
        drawn = [one for one in found if one.reading.absent is Absent.SCRIPT_DRAWN]
        made = [evolve(one, reading=NO_DATE) for one in found if one.rank == _RANKS["made"]]
        return (unread or drawn or made or [Published()])[0]
    last = zone.headings[-1] if zone.headings else -1
    best = min(read, key=lambda one: (one.rank, one.line < last, one.line))
    if heading >= 0 and zone.below(best.line) > _FAR:
        # A label far down is another's, or of a form in the text: the line under the heading comes first.
        best = next((one for one in read if one.rank == _UNLABELLED and 0 < zone.below(one.line) <= _CLOSE), best)
    if best.rank == _RANKS["late"] and not _PUT_UP.match(best.label):
        # "发文时间" under the heading beside a later day of revision is that of publication.
        sent = (one for one in read if one.rank == _RANKS["own"] and one.label[:1] in "发發" and one.line > last >= 0)
        best = next((one for one in sent if one.reading.date and best.reading.date and one.reading.date <= best.reading.date), best)
    reading = best.reading
    sure = [one.reading for one in read if one.rank <= 4]
    if reading.year is None:
        reading = next((one for one in sure if one.date and (one.month, one.day) == (reading.month, reading.day)), reading)
    day = reading.date
    if reading.time is None and day is not None:
        reading = next((one for one in sure if one.date == day and one.time), reading)
    others = {one.reading.date for one in read if one.rank <= _UNLABELLED and one.reading.date} - {day}
    return evolve(best, reading=reading, notes=("several_dates",) if others and day is not None else ())
