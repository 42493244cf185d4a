"""Rows of cells as people keep them: a CSV file, or every visible sheet of a workbook, whatever stands above the heading row."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import time
from typing import Any

from attrs import frozen

from ..errors import InputError, LimitError
from .tables import MAX_ROWS, decoded

MAX_UNPACKED = 64 * 1024 * 1024
MAX_CELLS = 256
"""Limits of a workbook: bytes of all its parts unpacked, and cells of a row that are looked at."""

_OLD = b"\xd0\xcf\x11\xe0"
_MERGED = re.compile(rb'<(?:\w{1,10}:)?mergeCell\s+ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


@frozen
class Sheet:
    """The rows of one sheet that are not empty, each with its number as a spreadsheet counts it. ``name`` '' for a CSV file."""

    name: str
    rows: tuple[tuple[int, tuple[object, ...]], ...]


def read_sheets(data: bytes, *, file: str) -> tuple[Sheet, ...]:
    """The sheets of a file by its ending, .csv or .xlsx (.xlsm); workbooks need openpyxl (extra ``report``).

    A value that is merged down a column holds for each of its rows. Raises InputError for what cannot be read, LimitError for
    what is too large.
    """
    ending = file.lower().rpartition(".")[2]
    if ending == "csv":
        return (Sheet("", tuple(_csv_rows(data, file))),)
    if ending in ("xlsx", "xlsm"):
        return _workbook(data, file)
    raise InputError("neither CSV nor a workbook", file=file, expected="a name that ends in .csv or .xlsx")


def _csv_rows(data: bytes, file: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    reader = csv.reader(io.StringIO(decoded(data, file), newline=""), strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            if row > MAX_ROWS:
                raise LimitError("too many rows", file=file, row=row, expected=f"at most {MAX_ROWS} rows")
            if any(cell.strip() for cell in cells):
                yield row, tuple(cells)
    except csv.Error as error:
        expected = 'comma-separated values, quoted with "'
        raise InputError(f"no well-formed CSV ({error})", file=file, row=row + 1, expected=expected) from None


def _workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise InputError(
            "workbooks need openpyxl", file=file, expected="pip install 'govsite-rules[report]', or the table saved as CSV"
        ) from None
    if data.startswith(_OLD):
        raise InputError("an old or protected workbook", file=file, expected="the table saved as .xlsx without a password, or as CSV")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                raise LimitError("the workbook is too large", file=file, expected=f"at most {MAX_UNPACKED} bytes unpacked; or CSV")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return tuple(
                Sheet(sheet.title, tuple(_filled(_rows(sheet, file), package.read(_part(sheet)))))
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
    except InputError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do: KeyError, ValueError, BadZipFile, ParseError …
        raise InputError(f"no readable workbook ({type(error).__name__})", file=file, expected="an .xlsx workbook, or CSV") from None


def _part(sheet: Any) -> str:
    return str(sheet._worksheet_path)


def _rows(sheet: Any, file: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for row, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if row > MAX_ROWS:
            raise LimitError("too many rows", file=file, row=row, expected=f"at most {MAX_ROWS} rows")
        cells = tuple(map(_plain, values[:MAX_CELLS]))
        if any(cell is not None and cell != "" for cell in cells):
            yield row, cells


def _plain(value: object) -> object:
    """A cell's value as the table readers take it: whole numbers without a point, times and other kinds as text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, time) else value


def _filled(rows: Iterator[tuple[int, tuple[object, ...]]], part: bytes) -> Iterator[tuple[int, tuple[object, ...]]]:
    """The rows with cells that are merged down a column filled from the first one."""
    down: dict[int, list[tuple[int, int]]] = {}
    for found in _MERGED.finditer(part):
        first, top, last, bottom = found.groups()
        if first == last and len(down) < MAX_CELLS:
            down.setdefault(_column(first), []).append((int(top), int(bottom)))
    tops = {(column, top): bottom for column, spans in down.items() for top, bottom in spans}
    held: dict[int, tuple[int, object]] = {}
    for row, cells in rows:
        filled = list(cells)
        for column in down:
            if column >= MAX_CELLS:
                continue
            value = cells[column] if column < len(cells) else None
            if (column, row) in tops:
                held[column] = tops[column, row], value
            elif value is None and column in held and row <= held[column][0]:
                filled += [None] * (column + 1 - len(filled))
                filled[column] = held[column][1]
        yield row, tuple(filled)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
