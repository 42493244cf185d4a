"""Boards: several questions and answers in full on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ...values.page import Letter
from .fields import LABEL, MANY
from .own_page import letter_page
from .titles import is_headline

_OPENERS = frozenset(("title", "asker", "asked"))
_ASKS, _ANSWERS = (re.compile(rf"{word}(?:\s?[:：]|\s)\s?") for word in "问答")


def letter_board(lines: Sequence[str], url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a page that shows several in full: each begins with the same label, of its title, asker, day or question."""
    records: list[list[str]] = []
    titles: list[str] = []
    opener, last = "", ""
    asks = sum(_ASKS.match(line) is not None for line in lines) >= MANY
    for line in (_ANSWERS.sub("答复：", _ASKS.sub("提问内容：", line)) for line in lines) if asks else lines:
        at = 0
        for match in LABEL.finditer(line):
            field = match.lastgroup or ""
            opener = opener or (field if field in _OPENERS or (asks and field == "question") else "")
            if opener and field == opener:
                before = line[at : match.start()].strip()
                above = "" if before or at or not records else records[-1][-1]
                if records and before:
                    records[-1].append(before)
                elif above and is_headline(above) and field != "title":
                    records[-1].pop()
                title = before or last
                titles.append(title if field != "title" and is_headline(title) else "")
                records.append([])
                at = match.start()
        if records:
            records[-1].append(line[at:])
        last = line
    if len(records) < MANY:
        return ()
    if sum(map(bool, titles)) * 2 < len(titles):
        titles = [""] * len(titles)  # what stands above the first alone is the page's name
    found = (letter_page(record, title, url, seen_at) for record, title in zip(records, titles, strict=True))
    return tuple(letter for letter in found if letter is not None and letter.title and (not asks or letter.asked.absent is None))
