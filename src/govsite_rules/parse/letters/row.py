"""The letter that a row tells of: its columns have names, its cells labels, or its days an order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from ...values.dates import NO_DATE, DateReading, DateSource
from ...values.page import Letter
from ..dates import find_dates, read_date
from .fields import LONGEST_CELL, SAID, field_of, is_head
from .signatures import IN_SENTENCE, is_later
from .states import NO_REPLY, says_answered

_LONGEST_NAME = 40
ASKED = re.compile(r"(?:来信|写信|留言|咨询|提问|提交|发信|收信|投诉|反映|诉求|问政|申请|信件|发表|案件|信访|来件|登记)(?:日期|时间)")
REPLIED = re.compile(r"(?:答复|回复|办结|处理|回信|反馈|办理|解答|办复)(?:日期|时间)")
_REPLIER = re.compile(r"(?:答复|回复|办理|处理|承办|受理|回信|解答|答复办理|责任|反馈)(?:单位|部门|机构|机关|人|科室)\s{0,3}[:：]?\s{0,3}")
_OTHER_DAY = re.compile("(?:发布|公开|受理|审核|评价)(?:日期|时间)")  # of a column: neither asked nor answered
_DUE = re.compile(
    "[时期]限|截[止至]|开始|结束|起止|到期|有效|应办|应回|应答|征集|转办|交办"
)  # of a day: none that was asked or answered on
_BETWEEN = " :：|｜"  # what stands between a label and its value
_ROW_LABEL = re.compile(
    r"(?:^|(?<=[\s|｜]))(?:[【\[][\u4e00-\u9fff]{2,8}[】\]]\s?[:：]?|(?:[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff])\s{0,3}[:：])"
)
_YES_OR_NO = {"是": True, "否": False}  # under 是否回复
_DOTS = "·•●▪◆ "  # before the title of a row


def row_letter(cells: list[str], head: list[str], title: str, url: str, seen_at: datetime) -> Letter | None:
    """The letter of the cells of a row under a ``head`` of as many names, else with labels of its own; None where no day or state shows."""
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
        field = field_of(name)
        if field == "title":
            called = called or (cell if named or field_of(title) else "")
            continue
        if cell == title or field == "question":
            continue
        for before, reading in _days_of(cell, seen_at):
            label = name or before
            if _OTHER_DAY.search(name):
                (shown if others else dates).append(reading)
            elif (REPLIED.search(label) or field == "replier") and not _DUE.search(label):
                said.setdefault("replied", reading)
            elif ASKED.search(label) or field == "asker":
                said.setdefault("asked", reading)
            elif field not in ("reply", "other") and not _DUE.search(label):
                dates.append(reading)
        if len(cell) <= LONGEST_CELL and field != "other":
            state = _YES_OR_NO.get(cell) if field == "status" else None
            state = says_answered(cell) if state is None else state
            answered = answered if state is None else state
        elif field == "reply" and not NO_REPLY.fullmatch(cell):
            answered, reply = True, "" if cell[-1] in ".…" else cell[:2000]
        if field in ("replier", "handler"):
            if 1 < len(cell) <= _LONGEST_NAME and not (cell[0].isdigit() or IN_SENTENCE.search(cell) or NO_REPLY.fullmatch(cell)):
                offices.setdefault(field, cell if named else cell.split(" ")[0])
        elif not name and (match := _REPLIER.match(cell)) and len(cell) > match.end():
            offices.setdefault("replier", cell[match.end() :].split(" ")[0])
    asked = said.get("asked") or next(iter(dates), NO_DATE)
    replied = said.get("replied", NO_DATE)
    if not named and len(dates) > 1 and replied.absent is not None and is_later(dates[1], dates[0]):
        replied = dates[1]
    if answered is False:
        replied = NO_DATE  # systems show the day of the last change there
    elif replied.absent is None:
        answered = True
    if asked.absent is not None and replied.absent is not None and answered is None:
        if not shown and not (named and is_head(head)):
            return None
        asked = shown[0] if shown else NO_DATE
    replier = offices.get("replier") or offices.get("handler", "")
    return Letter((called or title).lstrip(_DOTS), url, asked, replied, replier, reply, answered)


def _told_cells(cells: list[str], title: str) -> list[tuple[str, str]]:
    """Label and value of the cells of a row without a head; a label may be a cell of its own, and several may share one."""
    told: list[tuple[str, str]] = []
    label = ""
    for cell in cells:
        at = 0
        for match in _ROW_LABEL.finditer(cell) if cell != title else ():
            if match[0][-1] not in ":：" and not field_of(match[0]):
                continue
            if label or match.start() > at:
                told.append((label, cell[at : match.start()].strip(_BETWEEN)))
            label, at = match[0].strip(_BETWEEN), match.end()
        if value := cell[at:].strip(_BETWEEN):
            if not at and field_of(value) in SAID:
                label = value
                continue
            told.append((label, value))
            label = ""
    return told


def _days_of(cell: str, seen_at: datetime) -> Iterator[tuple[str, DateReading]]:
    """The days a cell of a row shows, each with the words before it; those of sentences say other things."""
    reading = read_date(cell, seen_at=seen_at, source=DateSource.LIST)
    if reading is not None:
        yield cell, reading
    elif len(cell) < 60 and not IN_SENTENCE.search(cell):
        for one in find_dates(cell, seen_at=seen_at, source=DateSource.LIST, limit=3):
            yield cell[max(one.start - 8, 0) : one.start], one.reading
