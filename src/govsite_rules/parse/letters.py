"""Published messages (留言) on letter lists and letter pages: asked, answered, by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ..values.dates import NO_DATE, Absent, DateReading, DateSource
from ..values.page import Letter
from .dates import find_dates, read_date
from .groups import Group
from .rows import cells_of, line_of, table_head
from .tree import Tree

_WORDS = re.compile(r"来信|写信|留言|信件|咨询|提问|答复|回复|办结|受理|处理情况|回信|诉求|信箱|问政")
_ADDRESS_WORDS = (
    "letter mailbox xinxiang /xx/ liuyan message zxts wzly hdjl interact consult suggest guestbook gbook mayor xjxx ldxx szxx zixun".split()
)
_ASKED = re.compile(r"(?:来信|写信|留言|咨询|提问|提交|发信|收信|投诉|反映|诉求|问政|申请|信件)(?:日期|时间)")
_REPLIED = re.compile(r"(?:答复|回复|办结|处理|回信|反馈|办理|解答)(?:日期|时间)")
_REPLIER = re.compile(r"(?:答复|回复|办理|处理|承办|受理|回信|解答|答复办理|责任|反馈)(?:单位|部门|机构|机关|人|科室)\s{0,3}[:：]?\s{0,3}")
_REPLY = re.compile(
    r"^\s{0,3}(?:[【\[])?(?:信件|留言)?(?:答复|回复|办理|处理|回信|解答|反馈)(?:内容|结果|意见|情况|信息|正文"
    r"|详情)\s{0,3}(?:[】\]])?\s{0,3}[:：]?\s{0,3}|^(?:答复|回复)\s{0,3}[:：]\s{0,3}"
)
_ANSWERED = re.compile(r"已(?:经)?(?:答复|回复|办结|处理|解决|反馈|解答|办理)|(?:答复|办结|回复)(?:完毕|完成)|^办结$|^[√✓]$")
_UNANSWERED = re.compile(
    r"未(?:答复|回复|办结|处理|受理|解决)|待(?:答复|回复|受理|处理|办理)|(?:正在)?(?:处理|办理|受理|转办|审核)中|已(?:受理"
    r"|转办|接收|分发)"
)
_TITLE = re.compile(r"^\s{0,3}[【\[]?(?:信件|来信|留言|咨询|问题|诉求)?(?:标题|主题|题目)\s{0,3}[】\]]?\s{0,3}[:：]?\s{0,3}")


def looks_like_letters(text: str, title: str, url: str) -> bool:
    """The cheap test for letter lists and pages: named so, and at least two different words of letters in the text."""
    if not _WORDS.search(title):
        address = url.lower()
        if not any(word in address for word in _ADDRESS_WORDS):
            return False
    return len(set(_WORDS.findall(text[:6000]))) >= 2


def letter_rows(tree: Tree, groups: list[Group], seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a list: a table's head tells which date is which; else labels or words in the row."""
    found: list[Letter] = []
    plain: list[Letter] = []
    for group in groups:
        if group.soft in ("hot", "related") or not group.rows:
            continue
        head = _head(tree, group)
        letters = []
        for row, title in zip(group.rows, group.titles, strict=True):
            cells = _cells(tree, line_of(tree, row))
            letter = _row_letter(cells, head, title, row.anchors[0].url, seen_at)
            if letter is not None:
                letters.append(letter)
        if len(letters) * 2 >= len(group.rows):
            (found if any(map(_WORDS.search, head)) or not is_untold(letters) else plain).extend(letters)
    return tuple(found or plain)  # a box of news beside letters has dates too


def is_untold(letters: Sequence[Letter]) -> bool:
    """Whether nothing but a day stands beside any of these titles: they may be news as well."""
    return bool(letters) and all(letter.answered is None and not letter.replier for letter in letters)


def is_whole(letter: Letter) -> bool:
    """Whether a letter shows when it was asked and what the answer is."""
    return letter.asked.absent is None and bool(letter.reply)


def _cells(tree: Tree, top: int) -> list[str]:
    if tree.tags[top] == "tr":
        return [tree.text(i) for i in cells_of(tree, top)]
    parts = "".join("\x1f" if tree.tags[i] else tree.texts[i] for i in range(top, tree.ends[top])).split("\x1f")
    return [cell for part in parts if (cell := " ".join(part.split()))]


def _head(tree: Tree, group: Group) -> list[str]:
    """The column names of the table a group stands in, [] where there are none."""
    line = line_of(tree, group.rows[0])
    if tree.tags[line] == "tr":
        return table_head(tree, group.rows[0])
    siblings = [i for i in tree.children(tree.parents[line]) if tree.tags[i]]
    if siblings and siblings[0] < line:
        return _cells(tree, siblings[0])
    return []


def _row_letter(cells: list[str], head: list[str], title: str, url: str, seen_at: datetime) -> Letter | None:
    asked = replied = NO_DATE
    replier = ""
    answered: bool | None = None
    named = len(head) == len(cells)
    dates: list[DateReading] = []
    for k, cell in enumerate(cells):
        name = head[k] if named else ""
        label = name or cell
        reading = read_date(cell, seen_at=seen_at, source=DateSource.LIST)
        if reading is None and len(cell) < 60:
            inner = find_dates(cell, seen_at=seen_at, source=DateSource.LIST, limit=3)
            for one in inner:
                before = cell[max(one.start - 8, 0) : one.start]
                if _REPLIED.search(before):
                    replied = one.reading
                elif _ASKED.search(before):
                    asked = one.reading
                else:
                    dates.append(one.reading)
        elif reading is not None:
            if _REPLIED.search(label):
                replied = reading
            elif _ASKED.search(label):
                asked = reading
            else:
                dates.append(reading)
        if _UNANSWERED.search(cell) and len(cell) <= 12:
            answered = False
        elif _ANSWERED.search(cell) and len(cell) <= 12:
            answered = True
        if (named and re.search(r"(?:答复|回复|办理|受理|承办|处理)(?:单位|部门|机构|机关)", name)) and cell != title:
            replier = cell
        elif not named and (match := _REPLIER.match(cell)) and len(cell) > match.end():
            replier = cell[match.end() :]
    if dates and asked.absent is not None:
        asked = dates[0]
    if len(dates) > 1 and replied.absent is not None:
        replied = dates[1]
    if replied.absent is None and answered is None:
        answered = True
    if asked.absent is not None and replied.absent is not None and answered is None:
        return None
    return Letter(title, url, asked, replied, replier, "", answered)


def letter_page(lines: list[str], heading: str, url: str, seen_at: datetime) -> Letter | None:
    """The letter of a single page; None where the page shows neither a time of asking nor an answer."""
    title, asked, replied, replier, reply = heading, NO_DATE, NO_DATE, "", ""
    answered: bool | None = None
    in_reply = False
    parts: list[str] = []
    waiting = ""
    for line in lines:
        text = line
        if waiting:
            reading = read_date(text, seen_at=seen_at, source=DateSource.ARTICLE)
            if reading is not None:
                asked, replied = (reading, replied) if waiting == "asked" else (asked, reading)
            elif waiting == "replier" and len(text) < 40:
                replier = replier or text
            waiting = ""
        if found := _TITLE.match(text):
            title = text[found.end() :].strip() or title
        for one in find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=6) if len(text) < 300 else ():
            before = text[max(one.start - 10, 0) : one.start]
            if _REPLIED.search(before) and replied.absent is not None:
                replied = one.reading
            elif _ASKED.search(before) and asked.absent is not None:
                asked = one.reading
        if len(text) <= 8 and _REPLIED.search(text):
            waiting = "replied"
        elif len(text) <= 8 and _ASKED.search(text):
            waiting = "asked"
        if not replier and (found := _REPLIER.search(text)):
            value = text[found.end() :].split(" ")[0].strip("：: ")
            if value and len(value) <= 40 and not value[0].isdigit():
                replier = value
            elif not text[found.end() :].strip():
                waiting = "replier"
        if found := _REPLY.match(text):
            in_reply = True
            text = text[found.end() :]
        elif in_reply and (_REPLIED.match(text) or _REPLIER.match(text) or text.startswith(("上一篇", "下一篇", "满意度", "评价"))):
            in_reply = False
        if in_reply and text and sum(map(len, parts)) < 1000:
            parts.append(text)
        if len(line) <= 20 and _UNANSWERED.search(line):
            answered = False
        elif len(line) <= 20 and _ANSWERED.search(line):
            answered = True
    reply = " ".join(parts).strip()
    if re.fullmatch(r"(?:暂无(?:回复|答复)?|未(?:回复|答复)|无|暂未(?:回复|答复))?[。.]?", reply):
        if reply:
            answered = False
        reply = ""
    if reply or replied.absent is None:
        answered = True
    if asked.absent is Absent.NONE_SHOWN and replied.absent is Absent.NONE_SHOWN and not reply and answered is None:
        return None
    return Letter(title, url, asked, replied, replier, reply[:2000], answered)
