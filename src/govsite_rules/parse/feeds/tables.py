"""Exported tables (CSV, TSV) as records: one dict a row by header, with the rows that do not fit."""

from __future__ import annotations

import csv
import io
import itertools
import re

from .times import Unreadable

_DELIMITERS = ",\t;|"
_DIGIT = re.compile(r"\d")


def rows(text: str) -> list[tuple[int, dict[str, str] | Unreadable]]:
    """(1-based row counting the header, record or why there is none), the header itself as the first record.

    A row with fewer cells than the header was cut off and is not read: its last value may be half a date.
    """
    start = text[:4000].lstrip("\ufeff\r\n ")
    if start[:4].lower() == "sep=":  # a line spreadsheets write for themselves
        text = text.partition("\n")[2]
        start = text[:4000].lstrip("\ufeff\r\n ")
    first_line = start.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first_line.count), strict=True)
    header: list[str] = []
    table: list[tuple[int, dict[str, str] | Unreadable]] = []
    for number in itertools.count(1):
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            table.append((number, Unreadable(str(error))))
            continue
        if not cells or (not cells[0].strip() and not any(cell.strip() for cell in cells)):
            continue
        if not header:
            header = [cell.strip().lstrip("\ufeff") for cell in cells]
            table.append((number, dict.fromkeys(header, "")))
        elif len(cells) < len(header):
            table.append((number, Unreadable(f"{len(cells)} of {len(header)} cells")))
        elif len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            table.append((number, Unreadable(f"{len(cells)} cells under {len(header)} headings")))
        elif [cell.strip().lstrip("\ufeff") for cell in cells[:3]] != header[:3]:  # the header again: a table that was appended to
            table.append((number, dict(zip(header, cells, strict=False))))
    if header and not text.endswith(("\n", "\r")) and _cut_off(table, header[-1]):
        table[-1] = (table[-1][0], Unreadable("cut off at the end"))
    return table


def _cut_off(table: list[tuple[int, dict[str, str] | Unreadable]], column: str) -> bool:
    """Whether the last cell of all is the beginning of a date or time of the form that the row above shows."""
    if len(table) < 3:
        return False
    above, last = (row.get(column, "") if isinstance(row, dict) else "" for _, row in table[-2:])
    shape = _DIGIT.sub("9", above)
    return len(last) < len(above) and any(mark in shape for mark in "-/:") and shape.startswith(_DIGIT.sub("9", last))
