"""Published messages (留言) on letter lists and letter pages: asked, answered, by whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from ..values.dates import NO_DATE, Absent, DateReading, DateSource
from ..values.page import Letter
from .dates import find_dates, read_date
from .groups import Group
from .labels import END, NEXT
from .rows import cells_of, line_of, table_head
from .tree import Tree

_WORDS = re.compile(r"政民互动|投诉建议|来信|写信|留言|信件|咨询|提问|答复|回复|办结|受理|处理情况|回信|诉求|信箱|问政")
_TOLD = re.compile(r"(?:官方|单位|部门)回复|回复(?:时间|日期|单位|部门|机构|内容)|(?:咨询|留言|来信|写信|提问)(?:时间|日期)|\n答\s?[:：]")
_ADDRESS_WORDS = (
    "letter mailbox xinxiang /xx/ liuyan message zxts wzly hdjl interact consult suggest guestbook gbook mayor xjxx ldxx szxx zixun".split()
)
_ASKED = re.compile(r"(?:来信|写信|留言|咨询|提问|提交|发信|收信|投诉|反映|诉求|问政|申请|信件|发表|案件|信访|来件|登记)(?:日期|时间)")
_REPLIED = re.compile(r"(?:答复|回复|办结|处理|回信|反馈|办理|解答|办复)(?:日期|时间)")
_REPLIER = re.compile(r"(?:答复|回复|办理|处理|承办|受理|回信|解答|答复办理|责任|反馈)(?:单位|部门|机构|机关|人|科室)\s{0,3}[:：]?\s{0,3}")
_ANSWERED = re.compile(
    r"已(?:经)?(?:答复|回复|办结|处理|处复|解决|反馈|解答|办理|阅批|完成|办复)|(?:答复|办结|回复)(?:完毕|完成)|^办结$|^[√✓]$"
)
_UNANSWERED = re.compile(
    r"未(?:答复|回复|办结|办理|处理|受理|解决|阅批)|待(?:答复|回复|受理|处理|办理|审核)|(?:正在)?(?:处理|办理|受理|转办|审核)中|正在(?:处理|办理|受理|核实)|已(?:受理"
    r"|转办|交办|接收|分发)"
)
_NO_REPLY = re.compile(
    r"(?:[-—–/]{1,4}|暂无(?:回复|答复|回答|回信|结果|处理结果|办理结果)?|尚未(?:回复|答复)|未(?:回复|答复)|无|暂未(?:回复|答复)|\S{0,4}正在(?:处理|办理)中?(?:[，,]请\S{2,8})?)?[。.…]{0,3}"
)
_SHORT_STATUS, _LONGEST_STATUS, _MOST_LINES = 10, 20, 60
_SHORTEST_TITLE, _LONGEST_TITLE = 5, 60
_LONGEST_SIGNATURE, _LONGEST_OFFICE, _LONGEST_NAME = 45, 24, 40
_LONGEST_CELL = 12
_ASKED_BY, _MANY = 2, 3
_CARD_LEVELS = 4
_WHAT = "(?:来信(?:（电）)?|来件|写信|信件|信访件?|案件|留言|咨询|提问|问题|诉求|问政|反映|投诉|发言|发信|受理件|办件|工单|举报|建议)"
_HOW = "(?:答复|回复|处复|处办|办结|处理|回信|反馈|办理|解答|回文|解决|办复)"
_FIELDS = {
    "title": rf"(?:{_WHAT}|回复|事项|信息)?(?:标题|主题|题目)",
    "asked": r"(?:来信(?:（电）)?|来件|写信|留言|咨询|提问|提交|发信|收信|投诉|反映|诉求|问政|申请|信件|发言|发表|案件|信访|举报|登记)"
    r"(?:日期|时间)",
    "replied": rf"{_HOW}(?:日期|时间)",
    "replier": rf"(?:{_HOW}|答复办理)(?:单位|部门|机构|机关|人|科室)",
    "handler": r"(?:承办|主办|转办|受理|责任)(?:单位|部门|机构|机关|人|科室)",
    "reply": rf"(?:{_WHAT}|单位|部门|受理部门|官方)?(?:答复|回复|回答)"
    rf"|(?:{_WHAT}|最终)?{_HOW}(?:告知)?(?:内容|结果|意见|情况|信息|正文|详情|回复|答复|反馈)|受理意见",
    "status": r"(?:处理|办理|信件|受理|当前|回复|答复|办件)?(?:状态|进度)|是否(?:已)?(?:回复|答复|办结|处理)",
    "question": rf"(?:{_WHAT}|具体|公开信访)?内容|{_WHAT}描述",
    "asker": rf"网友|网民|昵称|{_WHAT}?(?:人|者|姓名)|发表人",
    "other": rf"{_WHAT}?(?:编号|编码|类型|类别|分类)|查询码|收件人|受文单位|附件|信访目的"
    r"|是否公开|是否超时|所属类型|内容分类|浏览量?"
    r"|(?:受理|审核|发布|公开|到期|评价)时间|(?:用户|网友|回复)?(?:满意度)?评价|(?:回复)?满意[度数率]|不满意[数率]?|联系(?:地址|电话)|补充回复|办理跟踪"
    r"|事件进度|评论|返回(?:上一页|列表)?|关闭(?:窗口)?|打印(?:本页)?|分享到|办理(?:流程|过程)|请对本次\S{2,6}评价|上一[篇条]|下一[篇条]|版权所有|技术支持|感谢您的关注！",
}


def _spaced(pattern: str) -> str:
    """A label with room between its characters: 标 题."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", r"\\s{0,4}", pattern).replace(")(", r")\s{0,4}(")


_LABEL = re.compile(
    r"(?:^|(?<=[\s|】\]]))[【\[]?(?:(?P<office>[\u4e00-\u9fff]{2,16}[局委办厅处队会司院部心府])(?=回复[:：]))?(?:"
    + "|".join(f"(?P<{name}>{_spaced(pattern)})" for name, pattern in _FIELDS.items())
    + r")(?:[】\]]\s?[:：]?|\s{0,3}[:：]|(?=\s|$))"
)
_STRONG = re.compile("信访|案件|来件|来\\s{0,4}信|写\\s{0,4}信|信件|留言|咨询|提问|诉求|问政|反映|投诉|工单|受理件")
_ASKING = re.compile(
    r"(?:来\s{0,4}信|写\s{0,4}信|信件|留言|咨询|提问|诉求|问政|反映|投诉|工单|受理件|案件|信访|来件)(?:（电）)?\s{0,4}(?:人|者|时间|日期|标题|主题|内容|编号)"
)
_ANSWERING = re.compile(
    rf"{_HOW}(?:日期|时间|内容|结果|情况|意见|状态|单位|部门|信息)|(?:单位|官方|部门|信件|留言|处办)(?:回复|答复|回答)|状态|进度"
)
# Plain words are found much faster than other patterns, and few pages have one.
_ANSWER = re.compile("回复|答复|回信|处复")
_OUTCOME = re.compile(
    f"{_ANSWER.pattern}|办理(?:结果|情况|内容|时间|意见|部门|单位)|处理(?:结果|情况|内容|时间|意见|部门|单位)|办结时间|办结回复"
    "|状态|进度|官方回答|反馈时间|解答"
)
_ANSWERED_ROWS = re.compile(r"(?:回复|答复|回信)(?:时间|日期|单位|部门|状态|情况)|[已未](?:回复|答复)")
_OTHER_DAY = re.compile("(?:发布|公开|受理|审核|评价)(?:日期|时间)")  # of a column: neither asked nor answered
_DUE = re.compile(
    "[时期]限|截[止至]|开始|结束|起止|到期|有效|应办|应回|应答|征集|转办|交办"
)  # of a day: none that was asked or answered on
_IN_SENTENCE = re.compile("[，。；！？]")
_SAID = frozenset(("asked", "replied", "replier", "handler", "status"))
_BETWEEN = " :：|｜"  # what stands between a label and its value
_ROW_LABEL = re.compile(
    r"(?:^|(?<=[\s|｜]))(?:[【\[][\u4e00-\u9fff]{2,8}[】\]]\s?[:：]?|(?:[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff])\s{0,3}[:：])"
)
_HEAD_LEVELS, _MOST_COLUMNS = 6, 30
_CALLED = re.compile(_FIELDS["title"])
_LONGEST_LINE, _LARGEST_FORM = 60, 250
_FILLED_IN = frozenset(("input", "select", "textarea"))
_ANSWER_MARK = re.compile(r"(?:(?:官方|单位|部门|政府)?(?:回复|答复|回答)(?:[:：]|$)|答(?:[:：]|\s|$))\s?")
_CLOSING = re.compile(r"【?(?:分享到|返回|关闭|打印|请对|上一[篇条]|下一[篇条]|办理(?:流程|过程)|满意|评价|版权所有|相关|热点|互动交流$)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d)?)?")
_STEP = re.compile("信件|提交|流程|来源|浏览|点击|字号|发布|时间|日期")
_ASKS, _ANSWERS = (re.compile(rf"{word}(?:\s?[:：]|\s)\s?") for word in "问答")
_OPENERS = frozenset(("title", "asker", "asked"))
_SIGNED = re.compile(
    r"\s(?P<who>\S{2,24})?\s?(?P<day>\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2}(?:\.\d)?)?)?)\]?$"
)  # who and when behind a text

_SENTENCES = re.compile("[。！？].|谢谢$|不公开$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d")
_DOTS = "·•●▪◆ "  # before the title of a row
_OFFICE = re.compile(r"[局委办厅处科室院站队会部]$|政府$|中心$")
_OFFICE_LINE = re.compile(
    r"[\u4e00-\u9fff（）()]{2,24}\s{0,3}[（(:：]?\s{0,3}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?[)）:：]{0,2}"
)
_NEWS = re.compile(r"(?:来源|出处|作者|记者|编辑)\s{0,3}[:：]")
_PLACE = re.compile(
    r"位置|欢迎您|感谢|^.{0,4}(?:信息|内容|详情|查看|信箱|选登|情况|回复|大厅|咨询|留言|投诉|首页|交流)$|^(?:发布|来源|浏览|字号|时间|日期)"
)


def looks_like_letters(text: str, title: str, url: str) -> bool:
    """The cheap test for letter lists and pages: named so, and at least two different words of letters in the text."""
    if not _WORDS.search(title):
        address = url.lower()
        if not any(word in address for word in _ADDRESS_WORDS):
            return False
    return len(set(_WORDS.findall(text[:6000]))) >= 2 or _TOLD.search(text[:6000]) is not None


def letter_rows(tree: Tree, groups: list[Group], seen_at: datetime, named: bool = True) -> tuple[Letter, ...]:
    """The letters of a list: a table's head tells which date is which; else labels or words in the row.

    Where the page is not ``named`` after letters, most rows must say whether they were answered.
    """
    found: list[Letter] = []
    plain: list[Letter] = []
    for group in groups:
        if group.soft in ("hot", "related") or not group.rows:
            continue
        lines = [line_of(tree, row) for row in group.rows]
        head, rows = _under_head(tree, lines)
        if not head:
            head, rows = _head(tree, group), [_cells(tree, line) for line in lines]
        letters = _letters_of(group, rows, head, seen_at)
        if (len(letters) < len(lines) or not _told(letters)) and not any(map(_CALLED.fullmatch, head)):
            names, records = _records(tree, lines)
            fuller = _letters_of(group, records, names, seen_at)
            letters = max(letters, fuller, key=lambda found: (len(found), _told(found)))
        told = letters if named else [letter for letter in letters if letter.answered is not None]
        if len(told) * 2 >= len(group.rows) and (named or len(group.rows) > 1):
            (found if any(map(_WORDS.search, head)) or not is_untold(letters) else plain).extend(letters)
    return tuple(found or plain)  # a box of news beside letters has dates too


def _letters_of(group: Group, rows: list[list[str]], head: list[str], seen_at: datetime) -> list[Letter]:
    told = zip(group.rows, group.titles, rows, strict=False)
    letters = (_row_letter(cells, head, title, row.anchors[0].url, seen_at) for row, title, cells in told)
    return [letter for letter in letters if letter is not None]


def _under_head(tree: Tree, lines: list[int]) -> tuple[list[str], list[list[str]]]:
    """The names of columns that stand before the first line, in its table or in an element of their own, and the cells of each line."""
    for up, node in enumerate(islice(_upwards(tree, lines[0]), _HEAD_LEVELS)):
        siblings = [i for i in tree.children(tree.parents[node]) if tree.tags[i]] if tree.parents[node] >= 0 else []
        at = siblings.index(node) if node in siblings else 0
        for before in dict.fromkeys((*reversed(siblings[max(at - 2, 0) : at]), *siblings[: min(at, 1)])):
            names = _columns(tree, before)
            if not _is_head(names):
                continue
            for level in range(up + 1):
                tops = [next(islice(_upwards(tree, line), level, None), -1) for line in lines]
                rows = [_columns(tree, top) for top in tops] if len(set(tops)) == len(lines) and min(tops) >= 0 else []
                if 2 * sum(len(row) == len(names) for row in rows) > len(lines):
                    return names, rows
    return [], []


def _columns(tree: Tree, i: int) -> list[str]:
    """The texts of an element's parts; where it holds nothing but one element, of that one's."""
    while len(inner := [child for child in islice(tree.children(i), _MOST_COLUMNS) if tree.tags[child]]) == 1:
        i = inner[0]
    return [tree.text(child) for child in inner]


def _is_head(names: list[str]) -> bool:
    if not 2 <= len(names) < _MOST_COLUMNS or max(map(len, names)) > _LONGEST_CELL:
        return False
    fields = {_field(name) for name in names}
    return "title" in fields or len(fields & _SAID) >= _ASKED_BY


def _field(name: str) -> str:
    """What a whole label names, '' where it is not known."""
    match = _LABEL.match(name)
    return (match.lastgroup or "") if match is not None and match.end() == len(name) else ""


def _told_cells(cells: list[str], title: str) -> list[tuple[str, str]]:
    """Label and value of the cells of a row without a head; a label may be a cell of its own, and several may share one."""
    told: list[tuple[str, str]] = []
    label = ""
    for cell in cells:
        at = 0
        for match in _ROW_LABEL.finditer(cell) if cell != title else ():
            if match[0][-1] not in ":：" and not _field(match[0]):
                continue
            if label or match.start() > at:
                told.append((label, cell[at : match.start()].strip(_BETWEEN)))
            label, at = match[0].strip(_BETWEEN), match.end()
        if value := cell[at:].strip(_BETWEEN):
            if not at and _field(value) in _SAID:
                label = value
                continue
            told.append((label, value))
            label = ""
    return told


def _records(tree: Tree, lines: list[int]) -> tuple[list[str], list[list[str]]]:
    """Head and cells of rows that go on beside or below the line of their link, each up to where the next begins."""
    if len(lines) < _MANY:
        return [], []
    above = set(_upwards(tree, lines[0]))
    shared = next((i for i in _upwards(tree, lines[1]) if i in above), -1)
    tops = [next((i for i in _upwards(tree, line) if tree.parents[i] == shared), -1) for line in lines]
    if shared < 0 or min(tops) < 0 or sorted(set(tops)) != tops:
        return [], []
    siblings = tree.children(shared)
    names = next((_parts(tree, i) for i in reversed(siblings[: siblings.index(tops[0])]) if tree.tags[i]), [])
    if any(map(_CALLED.fullmatch, names)):
        return names, [_parts(tree, top) for top in tops]
    before, at = (siblings.index(top) for top in tops[-2:])
    ends = [*tops[1:], tree.ends[siblings[at : 2 * at - before][-1]]]
    return [], [_texts(tree, top, end) for top, end in zip(tops, ends, strict=True)]


def _parts(tree: Tree, i: int) -> list[str]:
    return [tree.text(child) for child in tree.children(i) if tree.tags[child]]


def _texts(tree: Tree, start: int, end: int) -> list[str]:
    return [text for i in range(start, end) if not tree.tags[i] and (text := " ".join(tree.texts[i].split()))]


def _upwards(tree: Tree, i: int) -> Iterator[int]:
    while i >= 0:
        yield i
        i = tree.parents[i]


def card_letters(tree: Tree, url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a list whose rows are blocks without a link, as scripts open them: each shows a day and whether it was answered."""
    tried: set[int] = set()
    for word in tree.words:
        if len(tree.texts[word]) > _LONGEST_STATUS or not _is_status(tree.texts[word].strip()):
            continue
        for card in islice(_upwards(tree, tree.parents[word]), _CARD_LEVELS):
            parent = tree.parents[card]
            kind = (tree.tags[card], tree.get(card, "class"))
            if parent < 0 or parent in tried or tree.tags[parent] in ("tr", "body"):
                break
            tried.add(parent)
            blocks = [i for i in tree.children(parent) if tree.tags[i]]
            alike = [i for i in blocks if (tree.tags[i], tree.get(i, "class")) == kind]
            if len(alike) < _MANY:
                continue
            head, rows = _under_head(tree, alike)
            rows = rows or [_cells(tree, i) for i in alike]
            letters = [_row_letter(cells, head, _title_of(cells), url, seen_at) for cells in rows]
            found = tuple(one for one in letters if one is not None and one.title and one.asked.absent is None and one.answered is not None)
            if len(found) * 2 > len(alike):
                return found
    return ()


def _is_status(text: str) -> bool:
    return len(text) <= _LONGEST_CELL and (_UNANSWERED.search(text) is not None or _ANSWERED.search(text) is not None)


def _title_of(cells: list[str]) -> str:
    return next((cell for cell in cells if _may_be_title(cell) and not _is_status(cell) and not cell[0].isdigit()), "")


def _told(letters: Sequence[Letter]) -> int:
    return sum(letter.answered is not None for letter in letters)


def is_untold(letters: Sequence[Letter]) -> bool:
    """Whether nothing but a day stands beside any of these titles: they may be news as well."""
    return bool(letters) and all(letter.answered is None and not letter.replier for letter in letters)


def is_whole(letter: Letter) -> bool:
    """Whether a letter shows when it was asked and what the answer is."""
    return letter.asked.absent is None and bool(letter.reply)


def table_letters(tree: Tree, url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a table whose rows have no link, as scripts open them: its head names a title and a day of asking or answering."""
    found: list[Letter] = []
    head: list[str] = []
    end = 0
    for row in tree.of.get("tr", ()):
        if row >= end:
            head = []
        cells = [tree.text(i) for i in cells_of(tree, row)]
        if not head and len(cells) >= _MANY and max(map(len, cells)) <= _LONGEST_CELL and any(map(_CALLED.fullmatch, cells)):
            if any(_ASKED.search(cell) or _REPLIED.search(cell) for cell in cells):
                head, end = cells, tree.ends[_table(tree, row)]
        elif head and len(cells) == len(head):
            letter = _row_letter(cells, head, "", url, seen_at)
            if letter is not None and letter.title:
                found.append(letter)
    return tuple(found) if len(found) >= _MANY else ()


def _table(tree: Tree, row: int) -> int:
    up = tree.parents[row]
    while tree.tags[up] in ("tbody", "thead"):
        up = tree.parents[up]
    return up


def _cells(tree: Tree, top: int) -> list[str]:
    if tree.tags[top] == "tr":
        return [tree.text(i) for i in cells_of(tree, top)]
    return _texts(tree, top, tree.ends[top])


def _head(tree: Tree, group: Group) -> list[str]:
    """The column names of the table a group stands in, [] where there are none."""
    line = line_of(tree, group.rows[0])
    if tree.tags[line] == "tr":
        head = table_head(tree, group.rows[0])
        if len(head) != (width := len(cells_of(tree, line))):  # a title of the whole table stands above its head
            above = [i for i in tree.children(tree.parents[line]) if i < line and tree.tags[i] == "tr"][-2:]
            head = next((cells for i in reversed(above) if len(cells := _cells(tree, i)) == width), head)
        return head
    siblings = [i for i in tree.children(tree.parents[line]) if tree.tags[i]]
    if siblings and siblings[0] < line:
        return _cells(tree, siblings[0])
    return []


def _row_letter(cells: list[str], head: list[str], title: str, url: str, seen_at: datetime) -> Letter | None:
    named = len(head) == len(cells)
    told = list(zip(head, cells, strict=True)) if named else _told_cells(cells, title)
    said: dict[str, DateReading] = {}
    dates: list[DateReading] = []
    shown: list[DateReading] = []
    offices: dict[str, str] = {}
    called = reply = ""
    answered: bool | None = None
    others = not any("发布人" in name or "发布账号" in name for name in head)
    for name, cell in told:
        field = _field(name)
        if field == "title":
            called = called or (cell if named or _field(title) else "")
            continue
        if cell == title or field == "question":
            continue
        for before, reading in _days_of(cell, seen_at):
            label = name or before
            if _OTHER_DAY.search(name):
                (shown if others else dates).append(reading)
            elif (_REPLIED.search(label) or field == "replier") and not _DUE.search(label):
                said.setdefault("replied", reading)
            elif _ASKED.search(label) or field == "asker":
                said.setdefault("asked", reading)
            elif field not in ("reply", "other") and not _DUE.search(label):
                dates.append(reading)
        if len(cell) <= _LONGEST_CELL and field != "other":
            if _UNANSWERED.search(cell) or (cell == "否" and field == "status"):
                answered = False
            elif _ANSWERED.search(cell) or (cell == "是" and field == "status"):
                answered = True
        elif field == "reply" and not _NO_REPLY.fullmatch(cell):
            answered, reply = True, "" if cell[-1] in ".…" else cell[:2000]
        if field in ("replier", "handler"):
            if 1 < len(cell) <= _LONGEST_NAME and not (cell[0].isdigit() or _IN_SENTENCE.search(cell) or _NO_REPLY.fullmatch(cell)):
                offices.setdefault(field, cell if named else cell.split(" ")[0])
        elif not name and (match := _REPLIER.match(cell)) and len(cell) > match.end():
            offices.setdefault("replier", cell[match.end() :].split(" ")[0])
    asked = said.get("asked") or next(iter(dates), NO_DATE)
    replied = said.get("replied", NO_DATE)
    if not named and len(dates) > 1 and replied.absent is not None and _is_later(dates[1], dates[0]):
        replied = dates[1]
    if answered is False:
        replied = NO_DATE  # systems show the day of the last change there
    elif replied.absent is None:
        answered = True
    if asked.absent is not None and replied.absent is not None and answered is None:
        if not shown and not (named and _is_head(head)):
            return None
        asked = shown[0] if shown else NO_DATE
    replier = offices.get("replier") or offices.get("handler", "")
    return Letter((called or title).lstrip(_DOTS), url, asked, replied, replier, reply, answered)


def _days_of(cell: str, seen_at: datetime) -> Iterator[tuple[str, DateReading]]:
    """The days a cell of a row shows, each with the words before it; those of sentences say other things."""
    reading = read_date(cell, seen_at=seen_at, source=DateSource.LIST)
    if reading is not None:
        yield cell, reading
    elif len(cell) < 60 and not _IN_SENTENCE.search(cell):
        for one in find_dates(cell, seen_at=seen_at, source=DateSource.LIST, limit=3):
            yield cell[max(one.start - 8, 0) : one.start], one.reading


def _is_later(one: DateReading, other: DateReading) -> bool:
    return one.date is None or other.date is None or one.date >= other.date


def tells_of_letters(text: str) -> bool:
    """The cheap test for a list of letters, whatever its name: items applied for are finished, only letters are answered."""
    return _ANSWER.search(text) is not None and _ANSWERED_ROWS.search(text) is not None


def tells_of_a_letter(text: str) -> bool:
    """The cheap test for the page of one letter, whatever its name: a label of who asked or when, and one of an answer."""
    return _OUTCOME.search(text) is not None and _ASKING.search(text) is not None and _ANSWERING.search(text) is not None


def is_letter_label(text: str) -> bool:
    """Whether a whole text is a label of a letter's page."""
    return (match := _LABEL.match(text)) is not None and match.end() == len(text)


def letter_stretches(tree: Tree, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The content up to the end of the element that holds all labels and an answer, without forms to search or write letters."""
    forms = [(i, tree.ends[i]) for i in tree.of.get("form", ()) if _asks(tree, i)]
    labels: list[int] = []
    answer = -1
    for i in tree.words:
        text = tree.texts[i].strip()
        match = _LABEL.match(text) if len(text) <= _LONGEST_LINE and not _inside(i, forms) else None
        if match is not None and match.lastgroup != "other" and _inside(i, stretches):
            labels.append(i)
            answer = i if match.lastgroup == "reply" else answer
    end = len(tree.tags)
    if answer >= 0 and len(labels) > 1:
        outside = set(_upwards(tree, labels[0]))
        in_cell = any(tree.tags[up] in ("td", "th", "dt") for up in islice(_upwards(tree, answer), _CARD_LEVELS))
        for up in _upwards(tree, labels[-1]):
            if up in outside and (in_cell or bisect_right(tree.words, answer) < bisect_left(tree.words, tree.ends[up])):
                end = tree.ends[up]
                break
    kept: list[tuple[int, int]] = []
    for start, stop in stretches:
        for form, past in forms:
            if start <= form < stop:
                kept.append((start, form))
                start = past
        kept.append((start, min(stop, end)))
    return [(start, stop) for start, stop in kept if start < stop]


def _asks(tree: Tree, form: int) -> bool:
    """Whether a form is no more than that: old pages stand in one as a whole."""
    within = range(form, tree.ends[form])
    if len(within) > _LARGEST_FORM or len(tree.text(form)) > _LARGEST_FORM:
        return False
    return any(tree.tags[i] in _FILLED_IN and tree.get(i, "type").lower() not in ("hidden", "submit", "button", "radio") for i in within)


def _inside(i: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= i < end for start, end in spans)


def letter_page(lines: Sequence[str], heading: str, url: str, seen_at: datetime, named: bool = True) -> Letter | None:
    """The letter of a single page; None where the page shows neither a time of asking nor an answer.

    Where the page is not ``named`` after letters, its labels must tell: two of what was asked, one of the answer, with their values.
    """
    values, before, strong = _labelled(lines)
    bare = named and not any(map(values.get, ("asked", "asker", "replied", "replier", "handler")))
    if bare and (told := _exchange(lines, heading, url, seen_at)) is not None:
        return told
    if not values:
        return None
    title = next((text for text in values.get("title", [])[:1] if text), "")
    title = (
        title or (_without_status(heading) if heading in lines and _may_be_title(heading) else "") or _title_above(before, "") or heading
    )
    title = title or next(iter(values.get("question", [])), "")[:_LONGEST_TITLE]
    asked = _day(values.get("asked", []) or values.get("asker", [])[:1], seen_at)
    if asked.absent is not None and (behind := _SIGNED.search(next(iter(values.get("question", [])[-1:]), ""))) is not None:
        asked = _day([behind["day"]], seen_at)
        title = title.removesuffix(behind[0])
    replied = _day(values.get("replied", []), seen_at)
    replier = next(
        (
            name
            for text in [*values.get("replier", [])[:1], *values.get("handler", [])[:1]]
            if (name := text.split(" ")[0]) and not name[0].isdigit()
        ),
        "",
    )
    status = " ".join(values.get("status", [])[:1])
    body = values.get("reply", [])
    if body and len(body[0]) <= _SHORT_STATUS and (_UNANSWERED.search(body[0]) or _ANSWERED.search(body[0])):
        status, body = status or body[0], [] if _UNANSWERED.search(body[0]) else body[1:]
    if len(body) > 1 and _is_status(body[-1]):
        status, body = status or body[-1], body[:-1]  # 处理情况：已办结 below it
    after = [*values.get("replied", [])[1:], *values.get("replier", [])[1:]]  # the line of who answered and when
    if "reply" in values and not body:
        after += values.get("status", [])[1:]  # 办结回复 heads office, day and status, the text follows
    if after and len(body) == 1 and len(body[0]) <= _LONGEST_OFFICE and _OFFICE.search(body[0]):
        replier = replier or body[0]
        body = after
    if len(body) > 1 and len(body[0]) <= _LONGEST_SIGNATURE and (head := _headed(body[0], seen_at)) is not None:
        replier, replied = replier or head[0], replied if replied.absent is None else head[1]
        body = body[1:]  # 区供水公司 2023-05-09 above the answer
    body = body or ([] if _UNANSWERED.search(status) or replied.absent is not None else after)
    ends = (k for k, line in enumerate(body, 1) if len(line) > _LONGEST_SIGNATURE and (tail := _SIGNED.search(line)) and tail["who"])
    reply, signed, signed_at = _signed(body[: next(ends, len(body))], seen_at)
    if signed_at.absent is not None and (behind := _SIGNED.search(reply)) is not None:
        reply, signed, signed_at = reply[: behind.start()], behind["who"] or "", _day([behind["day"]], seen_at)
    if replied.absent is not None:
        replied = signed_at
    replier = (replier or signed)[:40]
    answered: bool | None = None
    if len(status) <= _LONGEST_STATUS and status:
        answered = False if _UNANSWERED.search(status) else True if _ANSWERED.search(status) else None
    if _NO_REPLY.fullmatch(reply) or (body and _NO_REPLY.fullmatch(body[0])):
        answered = False if reply else answered
        reply = ""
    if reply or replied.absent is None:
        answered = True
    if answered is None:
        shown = [line for line in lines if len(line) <= 20]
        answered = False if any(map(_UNANSWERED.search, shown)) else True if any(map(_ANSWERED.search, shown)) else None
    if asked.absent is Absent.NONE_SHOWN and replied.absent is Absent.NONE_SHOWN and not reply and answered is None:
        return None
    if (
        asked.absent is not None
        and replied.absent is not None
        and not replier
        and any(len(line) < 80 and _NEWS.search(line) for line in lines)
    ):
        return None  # news that quotes a letter say where they come from, not when it was written
    if not named:
        questions = sum(any(values.get(name, ())) for name in ("title", "question")) + (asked.absent is None)
        if not strong or questions < _ASKED_BY or (not reply and replied.absent is not None and not status):
            return None
    return Letter(title, url, asked, replied, replier, reply[:2000], answered)


def _exchange(lines: Sequence[str], heading: str, url: str, seen_at: datetime) -> Letter | None:
    """A question and its answer without labels: two lines of who and when, the second an office's or one that says it answered."""
    told = [(k, *said) for k, line in enumerate(lines) if (said := _who_and_when(line, seen_at)) is not None]
    if not told:
        return None
    first, asker, asked = told[0]
    lines = lines[: next((k for k, line in enumerate(lines) if k > first and _CLOSING.match(line)), len(lines))]
    told = [one for one in told if one[0] < len(lines)]
    if len(told) > _ASKED_BY:
        return None
    marks = [k for k, line in enumerate(lines) if k > first and _ANSWER_MARK.match(line)]
    title = _title_above(lines[:first], heading)
    if len(told) == 1:
        ends = [*lines[:first], *(line for line in lines[first:] if len(line) <= _LONGEST_STATUS)]
        waits = [word for line in ends if (word := line.rsplit(" ", 1)[-1]) and _is_status(word) and _UNANSWERED.search(word)]
        empty = any(_NO_REPLY.fullmatch(_ANSWER_MARK.sub("", line).strip()) for line in [*waits, *(lines[k] for k in marks)])
        return Letter(title, url, asked, answered=False) if title and (waits or empty) else None
    second, who, replied = told[1]
    office = _OFFICE.search(who) is not None
    if _OFFICE.search(asker) is not None:
        return None  # an office's own article, dated above and signed below
    if not (title and (office or marks or _ANSWER.search(lines[second]))) or not _is_later(replied, asked):
        return None
    between, behind = [*lines[first + 1 : second]], [*lines[second + 1 :]]
    marks = [k for k in marks if k < second]
    if marks and (text := [*filter(None, [_ANSWER_MARK.sub("", lines[marks[0]]).strip()]), *lines[marks[0] + 1 : second]]):
        body = text
    elif behind and between:
        body = behind
    elif between and first > 1 and not behind:
        body = between
    else:
        return None
    reply, _, _ = _signed(body, seen_at)
    return Letter(title, url, asked, replied, who if office else "", reply[:2000], True)


def _title_above(lines: Sequence[str], heading: str) -> str:
    """The heading, or the nearest of the lines above that may be a title: no day and no sentences; a status behind it is none of it."""
    above, heading = [_without_status(line) for line in lines], _without_status(heading)
    if heading in above and _PLACE.search(heading) is None:
        return heading
    fits = (text for text in reversed(above) if _may_be_title(text) and not _DAY.search(text) and not _SENTENCES.search(text))
    return next(fits, "")


def _without_status(line: str) -> str:
    text, _, word = line.rpartition(" ")
    return text if text and _is_status(word) else line


def _who_and_when(line: str, seen_at: datetime) -> tuple[str, DateReading] | None:
    """Who and when, of a line that says nothing else."""
    if len(line) > _LONGEST_LINE or _IN_SENTENCE.search(line) or ":" in _CLOCK.sub("", line) or "：" in line:
        return None
    found = list(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=2))
    if len(found) != 1 or found[0].reading.date is None:
        return None
    rest = _CLOCK.sub(" ", line[: found[0].start] + " " + line[found[0].end :])
    who = " ".join(_ANSWER.sub(" ", rest).split()).removesuffix(" 于").strip()
    return (who, found[0].reading) if who and len(who) <= _LONGEST_OFFICE and not _STEP.search(who) else None


def letter_board(lines: Sequence[str], url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a page that shows several in full: each begins with the same label, of its title, asker, day or question."""
    records: list[list[str]] = []
    titles: list[str] = []
    opener, last = "", ""
    asks = sum(_ASKS.match(line) is not None for line in lines) >= _MANY
    for line in (_ANSWERS.sub("答复：", _ASKS.sub("提问内容：", line)) for line in lines) if asks else lines:
        at = 0
        for match in _LABEL.finditer(line):
            field = match.lastgroup or ""
            opener = opener or (field if field in _OPENERS or (asks and field == "question") else "")
            if opener and field == opener:
                before = line[at : match.start()].strip()
                above = "" if before or at or not records else records[-1][-1]
                if records and before:
                    records[-1].append(before)
                elif above and _is_headline(above) and field != "title":
                    records[-1].pop()
                title = before or last
                titles.append(title if field != "title" and _is_headline(title) else "")
                records.append([])
                at = match.start()
        if records:
            records[-1].append(line[at:])
        last = line
    if len(records) < _MANY:
        return ()
    if sum(map(bool, titles)) * 2 < len(titles):
        titles = [""] * len(titles)  # what stands above the first alone is the page's name
    found = (letter_page(record, title, url, seen_at) for record, title in zip(records, titles, strict=True))
    return tuple(letter for letter in found if letter is not None and letter.title and (not asks or letter.asked.absent is None))


def _is_headline(text: str) -> bool:
    return _may_be_title(text) and _LABEL.search(text) is None and _SENTENCES.search(text) is None and not _DAY.search(text)


def _labelled(lines: Sequence[str]) -> tuple[dict[str, list[str]], list[str], bool]:
    """The lines of each label's value, the lines before the first label, and whether a label speaks of a letter alone."""
    values: dict[str, list[str]] = {}
    before: list[str] = []
    field, strong, found, contents = "", False, False, False
    repeated = Counter[str]()
    for line in lines:
        at = 0
        if line.startswith(NEXT) and values.get(field):
            field = "other"
            values.setdefault(field, [])
        for match in _LABEL.finditer(line):
            if field:
                _keep(values, field, line[at : match.start()], at > 0)
            elif not found and (text := line[: match.start()].strip()):
                before.append(text)
            field, at = match.lastgroup or "", match.end()
            found = found or field != "other"
            values.setdefault(field, [])
            strong = strong or _STRONG.search(match[0]) is not None
            repeated[field] += 1
            if match["office"] and field == "reply":
                values.setdefault("replier", [match["office"]])  # 县住建局回复：
            if field == "reply" and values[field] and _is_status(values[field][0]):
                values.setdefault("status", []).append(values[field][0])  # 处理情况：未回复 above the answer
                values[field].clear()
            if field == "reply" and contents:
                field = "other"  # another answer
                values.setdefault(field, [])
            elif field == "reply" and match[0].rstrip(" :：】]").endswith("内容"):
                values[field].clear()  # what stood under 单位回复 before it was said about the answer
                contents = True
            if field in ("replied", "replier", "handler", "asked", "status", "title") and any(values[field]):
                field = "other"  # said once; a second is another answer's
                values.setdefault(field, [])
        if field and (found or at):
            _keep(values, field, line[at:], at > 0)
        elif not found:
            before.append(line)
    if max(repeated[name] for name in ("asked", "title", "question", "replier")) >= _MANY:
        return {}, [], False  # a list of letters
    return values, before, strong


def _keep(values: dict[str, list[str]], field: str, text: str, is_first: bool) -> None:
    text = END.split(text.strip(" :：|】]\ufffd"))[0].strip()
    if text and (is_first or text != "\ufffc") and len(values[field]) < _MOST_LINES:
        values[field].append(text.replace("\ufffc", "").strip())


def _may_be_title(text: str) -> bool:
    if (
        not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE
        or ">" in text
        or text[0] == NEXT
        or text[-1] in "。；"
        or text.count("】") > 1
        or not _HAN.search(text)
    ):
        return False
    return _PLACE.search(text) is None


def _day(value: list[str], seen_at: datetime) -> DateReading:
    found = find_dates(" ".join(value[:2])[:80], seen_at=seen_at, source=DateSource.ARTICLE, limit=1)
    return next((one.reading for one in found), NO_DATE)


def _headed(line: str, seen_at: datetime) -> tuple[str, DateReading] | None:
    """The office and the day of a line that has nothing else."""
    found = next(iter(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=1)), None)
    office = line[: found.start].strip(" :：（(") if found is not None else ""
    return (office, found.reading) if found is not None and 2 < len(office) <= _LONGEST_OFFICE and _OFFICE_LINE.fullmatch(line) else None


def _signed(body: list[str], seen_at: datetime) -> tuple[str, str, DateReading]:
    """An answer without the line that closes it, the office that signed it, and the day."""
    for k, line in enumerate(body):
        if not k or len(line) > _LONGEST_SIGNATURE:
            continue
        found = list(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=1))
        if found and found[0].start <= _LONGEST_OFFICE:
            office = line[: found[0].start].strip(" :：")
            if not office and k > 1 and len(body[k - 1]) <= _LONGEST_OFFICE and body[k - 1][-1] not in "。；！":
                return " ".join(body[: k - 1]), body[k - 1], found[0].reading
            return " ".join(body[:k]), office, found[0].reading
    return " ".join(body).strip(), "", NO_DATE
