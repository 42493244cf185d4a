"""Typed tables: CSV or JSON Lines in, frozen records out. Every refusal names file, row, field, value and what is right."""

from __future__ import annotations

import codecs
import csv
import difflib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

import msgspec
from attrs import field, frozen

from ..errors import InputError, LimitError
from .readers import Reader, empty

T = TypeVar("T")

MAX_ROWS = 1_000_000
MAX_LINE = 1024 * 1024


@frozen
class Field:
    """A column of a table: its name, how its cells are read, Chinese headings that mean it, and what it says.

    ``about`` is (Chinese, English), for people who fill in the table.
    """

    name: str
    reader: Reader[Any]
    aliases: tuple[str, ...] = ()
    required: bool = False
    about: tuple[str, str] = ("", "")


@frozen
class Table(Generic[T]):
    """A kind of record read from rows. ``make`` gets the cells that are not empty, by field name.

    ``unique`` names the fields that together tell two rows apart; ``extra``: fields that are not known are allowed.
    """

    name: str
    make: Callable[..., T]
    fields: tuple[Field, ...]
    unique: tuple[str, ...] = ()
    extra: bool = False
    about: tuple[str, str] = ("", "")
    by_heading: Mapping[str, Field] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        headings = {heading: column for column in self.fields for heading in (column.name, *column.aliases)}
        object.__setattr__(self, "by_heading", headings)

    def find(self, heading: str, *, file: str, row: int | None = None) -> Field | None:
        """The field a heading means; None where it is not known and that is allowed, else InputError naming near ones."""
        known = self.by_heading.get(heading.strip()) or self.by_heading.get(heading.strip().lower())
        if known is None and not self.extra:
            near = difflib.get_close_matches(heading, self.by_heading, 1, 0.6)
            names = ", ".join(" ".join((column.name, *column.aliases[:1])) for column in self.fields)
            raise InputError(
                f"the table {self.name!r} has no such field",
                file=file,
                row=row,
                field=heading,
                expected=f"{near[0]!r}" if near else f"one of {names}",
            )
        return known

    def record(self, cells: Mapping[str, object], *, file: str, row: int | None) -> T:
        """One record from raw cells by heading."""
        values: dict[str, object] = {}
        for heading, cell in cells.items():
            column = self.find(heading, file=file, row=row)
            if column is None or empty(cell):
                continue
            if column.name in values:
                raise InputError("the same field twice", file=file, row=row, field=column.name, value=cell, expected="one value")
            try:
                values[column.name] = column.reader.parse(cell)
            except (ValueError, OverflowError):
                raise InputError(
                    "cannot be read", file=file, row=row, field=column.name, value=cell, expected=column.reader.expected
                ) from None
        for column in self.fields:
            if column.required and column.name not in values:
                raise InputError("nothing given", file=file, row=row, field=column.name, expected=column.reader.expected)
        try:
            return self.make(**values)
        except InputError as error:
            raise InputError(
                error.message, file=file, row=row, field=error.field, value=values.get(error.field or ""), expected=error.expected
            ) from None


def read_rows(table: Table[T], rows: Iterable[tuple[int, Mapping[str, object]]], *, file: str) -> tuple[T, ...]:
    """All records of a table, in the order given. The same identifying fields twice are refused, naming both rows."""
    seen: dict[tuple[object, ...], int] = {}
    records: list[T] = []
    for row, cells in rows:
        if len(records) >= MAX_ROWS:
            raise LimitError("too many rows", file=file, row=row, expected=f"at most {MAX_ROWS} rows")
        record = table.record(cells, file=file, row=row)
        if table.unique:
            key = tuple(getattr(record, name) for name in table.unique)
            if key in seen:
                raise InputError(
                    f"the same as row {seen[key]}",
                    file=file,
                    row=row,
                    field=", ".join(table.unique),
                    value=key,
                    expected="one row for each",
                )
            seen[key] = row
        records.append(record)
    return tuple(records)


def csv_rows(data: bytes, *, file: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Rows of a CSV file with a heading row, as (row as a spreadsheet counts it, cells by heading). Empty rows are left out."""
    reader = csv.reader(io.StringIO(decoded(data, file), newline=""), strict=True)
    headings: list[str] | None = None
    row = 0
    try:
        for cells in reader:
            row += 1
            if not any(cell.strip() for cell in cells):
                continue
            if headings is None:
                headings = [cell.strip() for cell in cells]
                twice = next((name for name in headings if headings.count(name) > 1), None)
                if twice is not None:
                    raise InputError("the same heading twice", file=file, row=row, field=twice, expected="one column for each heading")
                continue
            if any(cell.strip() for cell in cells[len(headings) :]):
                raise InputError(
                    "more cells than headings", file=file, row=row, value=cells[len(headings)], expected=f"at most {len(headings)} cells"
                )
            yield row, dict(zip(headings, cells, strict=False))
        if headings is None:
            raise InputError("no heading row", file=file, expected="the names of the columns in the first row")
    except csv.Error as error:
        raise InputError(
            f"no well-formed CSV ({error})", file=file, row=row + 1, expected='comma-separated values, quoted with "'
        ) from None


def json_rows(lines: Iterable[bytes], *, file: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Rows of a JSON Lines file as (line number, object). Empty lines are left out."""
    for row, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise LimitError("a line is too long", file=file, row=row, expected=f"at most {MAX_LINE} bytes")
        text = line.removeprefix(codecs.BOM_UTF8).strip() if row == 1 else line.strip()
        if not text:
            continue
        try:
            value = msgspec.json.decode(text)
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"no well-formed JSON ({error})",
                file=file,
                row=row,
                value=text[:80].decode("utf-8", "replace"),
                expected="one JSON object a line",
            ) from None
        if not isinstance(value, dict):
            raise InputError("no JSON object", file=file, row=row, value=value, expected="one JSON object a line")
        yield row, value


def decoded(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            if error.end >= len(data):
                raise ValueError
            text = data.decode("gb18030")
        except ValueError:
            raise InputError("unknown or broken encoding", file=file, expected="UTF-8 or GB18030") from None
    if "\0" in text:
        raise InputError("no text: it holds zero bytes", file=file, expected="UTF-8 or GB18030 text")
    return text
