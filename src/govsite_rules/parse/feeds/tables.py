"""Exported tables (CSV, TSV) as records: one dict a row by header, with the rows that do not fit."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from .times import Unreadable

_DELIMITERS = ",\t;|"
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?:[\d,.]{1,30}[万%]?)?")
_SUMS = frozenset(("合计", "总计", "小计"))
_BLANK = "\ufeff\r\n "
_ABOVE = 10  # lines in which the headings are looked for
_WIDEST = 4_000  # characters of a line that tell what separates its cells
_HEAD = 65_536


def heading(text: str, knows: Callable[[list[str]], bool]) -> tuple[int, str, list[str]]:
    """Where a table begins: how many lines stand above its headings, what separates its cells, and the headings.

    ``knows`` says whether cells are headings; where those of none of the first lines are, the first one is taken.
    """
    lines = text.split("\n", _ABOVE)[:_ABOVE]
    first = next((number for number, line in enumerate(lines) if line.strip(_BLANK)), 0)
    if lines[first].lstrip(_BLANK)[:4].lower() == "sep=":  # a line spreadsheets write for themselves
        first = min(first + 1, len(lines) - 1)
    found = None
    for above in range(first, len(lines)):
        delimiter = max(_DELIMITERS, key=lines[above][:_WIDEST].count)
        cells = _first_row(text.split("\n", above)[above][:_HEAD] if above == first else lines[above], delimiter)
        found = found or (above, delimiter, cells)
        if knows(cells):
            return above, delimiter, cells
    return found or (0, ",", [])


def rows(text: str, above: int, delimiter: str, header: Sequence[str]) -> list[tuple[int, dict[str, str] | Unreadable]]:
    """(1-based row counting all above it, record or why there is none) of each row under the headings.

    A row with fewer cells than the header was cut off and is not read: its last value may be half a date.
    """
    if above:
        text = text.split("\n", above)[above]
    protected = '="' in text
    width = len(header)
    table: list[tuple[int, dict[str, str] | Unreadable]] = []
    reader = _reader(text, delimiter)
    again: list[str] = []  # the headings as they stand: a table may be appended to one, headings and all
    for number in itertools.count(above + 1):
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            table.append((number, Unreadable(str(error))))
            continue
        if not cells or (not cells[0].strip() and not any(cell.strip() for cell in cells)):
            continue
        if not again:
            again = [_cell(cell) for cell in cells[:3]]
            continue
        if protected:
            cells = [_cell(cell) if cell.startswith('="') else cell for cell in cells]
        if len(cells) < width:
            table.append((number, Unreadable(f"{len(cells)} of {width} cells")))
        elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
            table.append((number, Unreadable(f"{len(cells)} cells under {width} headings")))
        elif cells[0] in _SUMS and all(_NUMBER.fullmatch(cell.strip()) for cell in cells[1:]):
            continue
        elif width > 2 and not any(cells[1:]):
            table.append((number, Unreadable(f"1 of {width} cells")))  # a note below the table
        elif [cell.strip().lstrip("\ufeff") for cell in cells[:3]] != again:
            table.append((number, dict(zip(header, cells, strict=False))))
    if header and not text.endswith(("\n", "\r")) and _cut_off(table, header[-1]):
        table[-1] = (table[-1][0], Unreadable("cut off at the end"))
    return table


def _first_row(text: str, delimiter: str) -> list[str]:
    try:
        return [_cell(cell) for cell in next(_reader(text, delimiter), [])]
    except csv.Error:
        return []


def _cell(text: str) -> str:
    """A cell without blanks and without the ="…" in which spreadsheets keep text from being a number."""
    text = text.strip().lstrip("\ufeff")
    return text[2:-1] if text.startswith('="') and text.endswith('"') and len(text) > 3 else text


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _cut_off(table: list[tuple[int, dict[str, str] | Unreadable]], column: str) -> bool:
    """Whether the last cell of all is the beginning of a date or time of the form that the row above shows."""
    if len(table) < 2:
        return False
    above, last = (row.get(column, "") if isinstance(row, dict) else "" for _, row in table[-2:])
    shape = _DIGIT.sub("9", above)
    return len(last) < len(above) and any(mark in shape for mark in "-/:") and shape.startswith(_DIGIT.sub("9", last))
