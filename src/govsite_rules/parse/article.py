"""When an article says it was published: the displayed date, or the reason why there is none."""

from __future__ import annotations

import re
from datetime import datetime

from attrs import evolve, frozen

from ..values.dates import NO_DATE, Absent, DateReading, DateSource
from .dates import FoundDate, find_dates, read_date
from .tree import Tree

_LABEL = re.compile(
    r"(?P<best>(?:信息|文章|稿件|网站|首次)?(?:发布|发表|发稿|刊发|登载|刊载|推送|上稿)(?:日期|时间|于)|发布日)|(?P<open>(?:公开|公布|上网|上线|挂网)(?:日期|时间)|时间|日期|(?:date|time))"
    r"|(?P<late>(?:更新|修改|录入|添加|上传|创建|入库|编辑|撰写|录用)(?:日期|时间|于))|(?P<own>(?:成文|发文|生成|印发|签发|制发|制定|公文)(?:日期|时间))",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:截止|截至|报名|开标|投标|招标|会议|活动|开始|结束|施行|实施|生效|失效|废止|执行|有效|出生|成立|办理|受理|来信|写信|回复|答复|咨询|提问|办公|服务|工作|接待|考试|面试|公示|采访|拍摄|演出|访谈|播出|直播|到期|任职|检查|签订|当前|现在|北京|系统|访问|登录|停水|停电|开放|上映|摄影|摄于|开庭|竣工|开工|投诉|评估|统计|征集|反馈|起止|归档|审核|到报|批准|通过|预计)\s{0,3}(?:日期|时间|期限|期)?\s{0,3}[:：]?\s{0,3}$"
)
_META = re.compile(r"来源|作者|字体|字号|浏览|点击|阅读|访问|次数|编辑|供稿|分享|打印|稿件|撰稿|审核|责编|人气|信息员|发布人|发布者|发布机构|关闭|收藏|大\s{0,3}中\s{0,3}小|【|访量|作 者|来 源|文章来源|查看|文/|通讯员|记者|索引号|发布单位|发布机关|录入|语音|朗读|保护视力|视力保护|T\|T|二维码")
_SENTENCE = re.compile(r"[，。；！？]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TEMPLATE = re.compile(r"\{\{|\$\{|<%|#\{")
_LITERAL = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_BLANKS = re.compile(r"\s+")
_SUFFIX = re.compile(r"\s{0,3}(?:[-_|—–－＿·>»]|--|::).*$")
_PART_LABELS = frozenset(("发布日期", "发布时间"))


@frozen
class Line:
    """One block-level line of the content with the node it starts at."""

    at: int
    text: str


@frozen
class Published:
    """The publication date with notes: ``label`` is the words it stands behind, ``rank`` how telling they are (0 best)."""

    reading: DateReading = NO_DATE
    label: str = ""
    rank: int = 9
    line: int = -1
    notes: tuple[str, ...] = ()


def lines_of(tree: Tree, stretches: list[tuple[int, int]]) -> list[Line]:
    """The content's lines in order, white space collapsed, empty ones left out."""
    lines: list[Line] = []
    texts = tree.texts
    for start, end in stretches:
        parts: list[str] = []
        at = start
        for i in range(start, end):
            text = texts[i]
            if text == "\n" and tree.tags[i]:
                if parts:
                    line = " ".join("".join(parts).split())
                    if line:
                        lines.append(Line(at, line))
                    parts = []
                at = i
            elif text:
                parts.append(text)
        if parts:
            line = " ".join("".join(parts).split())
            if line:
                lines.append(Line(at, line))
    return lines


def heading_line(lines: list[Line], title: str, declared: str) -> int:
    """The index of the line that is the article's heading, -1 where none matches the title."""
    wanted = [_BLANKS.sub("", text) for text in (declared, title, _SUFFIX.sub("", title)) if text]
    wanted = [text for text in wanted if len(text) >= 2]
    if not wanted:
        return -1
    best, best_length = -1, 0
    for k, line in enumerate(lines[:60]):
        text = _BLANKS.sub("", line.text)
        if len(text) < 2 or len(text) > 200:
            continue
        for want in wanted:
            same = text == want or (len(text) >= 6 and (want.startswith(text) or (text.startswith(want) and len(want) >= 6 and len(text) < len(want) * 2)))
            if same and min(len(text), len(want)) > best_length:
                best, best_length = k, min(len(text), len(want))
    return best


def is_prose(text: str) -> bool:
    """Whether a line is running text of a body rather than a label, date or title."""
    return len(text) > 60 and len(_SENTENCE.findall(text)) >= 2 and len(_HAN.findall(text)) >= 40


def body_start(lines: list[Line], heading: int) -> int:
    """The index of the first line of running text after the heading."""
    for k in range(heading + 1, len(lines)):
        if is_prose(lines[k].text) and not _labelled_meta(lines[k].text):
            return k
    return len(lines)


def _labelled_meta(text: str) -> bool:
    return len(text) < 200 and ("发布时间" in text or "发布日期" in text or "发文日期" in text)


def published(tree: Tree, lines: list[Line], heading: int, seen_at: datetime) -> Published:
    """The displayed publication date: labelled 发布 first, then the unlabelled date of the line under the heading, then weaker labels."""
    body = body_start(lines, heading)
    found: list[Published] = []
    waiting = ""
    waiting_line: Line | None = None
    for k, line in enumerate(lines):
        text = line.text
        if k >= body and (is_prose(text) or len(text) > 400):
            waiting = ""
            continue
        if len(text) > 400:
            continue
        dates = find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=12)
        if waiting:
            reading = dates[0].reading if dates and dates[0].start <= 2 else read_date(text, seen_at=seen_at, source=DateSource.ARTICLE)
            if reading is not None:
                found.append(Published(reading, waiting, _rank_of(waiting), k))
                waiting = ""
                continue
        labels = list(_LABEL.finditer(text)) if "日" in text or "时" in text or "于" in text or "ate" in text or "ime" in text else []
        if not dates:
            if labels:
                last = labels[-1]
                rest = text[last.end() :].strip(" :：]】）)|")
                if not rest and not _OTHER_LABEL.search(text[: last.start()]) and (k < body or last["best"]) and len(text) < 120:
                    waiting, waiting_line = last[0], line
                    if last["best"] or last["open"]:
                        found.append(_empty_label(tree, line, last[0], k))
                elif last["best"] and _TEMPLATE.search(rest):
                    found.append(Published(DateReading(raw=rest[:40], source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), last[0], 6, k))
                elif last["best"] and k < body and rest:
                    reading = read_date(_BLANKS.split(rest)[0], seen_at=seen_at, source=DateSource.ARTICLE)
                    if reading is not None:
                        found.append(Published(reading, last[0], 0, k))
                    else:
                        waiting = ""
                else:
                    waiting = ""
            elif k < body and heading >= 0 and heading <= k <= heading + 3:
                reading = read_date(text, seen_at=seen_at, source=DateSource.ARTICLE)
                if reading is not None:
                    found.append(Published(reading, "", 2, k))
            continue
        waiting = ""
        found += _from_line(text, dates, labels, k, heading, body)
    del waiting_line
    return _choose(found)


def _rank_of(label: str) -> int:
    match = _LABEL.search(label)
    if match is None:
        return 9
    if match["best"]:
        return 0
    if match["open"]:
        return 1 if match["open"][:2] not in ("时间", "日期") else 3
    return 4 if match["late"] else 5


def _from_line(text: str, dates: tuple[FoundDate, ...], labels: list[re.Match[str]], k: int, heading: int, body: int) -> list[Published]:
    found: list[Published] = []
    before_end = 0
    meta = _META.search(text) is not None
    for date in dates:
        before = text[before_end : date.start]
        near = before[-16:]
        label = next((match for match in reversed(labels) if before_end <= match.start() and match.end() <= date.start and not text[match.end() : date.start].strip(" :：]】)）[【(（|丨/\xa0\u3000为")), None)
        before_end = date.end
        if label is not None:
            if _OTHER_LABEL.search(text[max(label.start() - 4, 0) : label.start()]):
                continue
            rank = _rank_of(label[0])
            if rank == 3 and not (k < body and (heading < 0 or k >= heading - 2) and (meta or len(text) < 60)):
                continue
            if k > body and rank > 0:
                continue
            found.append(Published(date.reading, label[0], rank, k))
            continue
        if k >= body or date.role == "other" or _OTHER_LABEL.search(near):
            continue
        close = heading >= 0 and heading - 2 <= k <= heading + 6 and k != heading
        alone = not text[: date.start].strip("[]【】()（）|·- ") and not text[date.end :].strip("[]【】()（）|·- ")
        if (meta and len(text) < 200 and (close or heading < 0)) or (alone and heading >= 0 and heading - 1 <= k <= heading + 3 and k != heading):
            found.append(Published(date.reading, "", 2, k))
    return found


def _empty_label(tree: Tree, line: Line, label: str, k: int) -> Published:
    """A label without a date behind it: a script that writes one, or nothing."""
    at = line.at
    end = min(at + 40, len(tree.tags))
    seen_label = False
    for i in range(at, end):
        if label[:2] in tree.texts[i]:
            seen_label = True
        elif seen_label and not tree.tags[i] and tree.texts[i].strip(" :：\n\t\r\xa0|[]【】"):
            break
        if seen_label and i in tree.raw and tree.tags[i] == "script":
            content = tree.raw[i]
            literals = set(_LITERAL.findall(content[:4000]))
            if len(literals) == 1:
                reading = read_date(literals.pop(), source=DateSource.SCRIPT)
                if reading is not None and reading.absent is None:
                    return Published(reading, label, _rank_of(label), k)
            return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label, 6, k)
    return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.NONE_SHOWN), label, 8, k)


def _choose(found: list[Published]) -> Published:
    read = [one for one in found if one.reading.absent is None]
    if not read:
        unread = [one for one in found if one.reading.absent is Absent.UNREADABLE and one.rank <= 2]
        drawn = [one for one in found if one.reading.absent is Absent.SCRIPT_DRAWN]
        return (unread or drawn or [Published()])[0]
    best = min(read, key=lambda one: (one.rank, one.line))
    reading = best.reading
    day = reading.date
    notes: tuple[str, ...] = ()
    if day is None and reading.year is None:
        fuller = next((one for one in read if one.rank <= 3 and one.reading.date and (one.reading.month, one.reading.day) == (reading.month, reading.day)), None)
        if fuller is not None:
            best, reading, day = fuller, fuller.reading, fuller.reading.date
    if reading.time is None and day is not None:
        timed = next((one.reading for one in read if one.rank <= 4 and one.reading.date == day and one.reading.time), None)
        if timed is not None:
            reading = timed
    others = {one.reading.date for one in read if one.rank <= 2 and one.reading.date} - {day}
    if others and day is not None:
        notes = ("several_dates",)
    return evolve(best, reading=reading, notes=notes)
