"""Exported tables (CSV, TSV) as records: one dict a row by header, with the rows that do not fit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .times import Unreadable

_DELIMITERS = ",\t;|"


def rows(text: str) -> Iterator[tuple[int, dict[str, str] | Unreadable]]:
    """(1-based row counting the header, record or why there is none), the header itself as the first record.

    A row with fewer cells than the header was cut off and is not read: its last value may be half a date.
    """
    start = text[:4000].lstrip("\ufeff\r\n ")
    if start[:4].lower() == "sep=":  # a line spreadsheets write for themselves
        text = text.partition("\n")[2]
        start = text[:4000].lstrip("\ufeff\r\n ")
    first_line = start.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, Unreadable(str(error))
            continue
        if not cells or not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [cell.strip().lstrip("\ufeff") for cell in cells]
            yield number, dict.fromkeys(header, "")
        elif len(cells) < len(header):
            yield number, Unreadable(f"{len(cells)} of {len(header)} cells")
        elif any(cell.strip() for cell in cells[len(header) :]):
            yield number, Unreadable(f"{len(cells)} cells under {len(header)} headings")
        elif cells[0].lstrip("\ufeff").strip() == header[0] and cells[-1].strip() == header[-1]:
            continue  # the header again: tables that were appended to
        else:
            yield number, dict(zip(header, cells, strict=False))
