"""Cell readers: one foreign value, from CSV, JSON or TOML, to one typed value, or a refusal that says what would be right."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import evolve, frozen

from ..parse.dates import read_date
from ..values.dates import SHANGHAI, DateReading, DateSource
from ..values.seen import Seen

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

MAX_CELL = 20_000
YEARS = range(1990, 2200)
NOTHING = ("无", "none")
"""What a person writes to say "looked, and nothing there"; an empty cell says that nobody looked."""


@frozen
class Reader(Generic[T]):
    """``parse`` turns a value that is not empty into a typed one, or raises ValueError; ``expected`` says what is right."""

    parse: Callable[[object], T]
    expected: str


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError
    text = str(value).strip()
    if len(text) > MAX_CELL:
        raise ValueError
    return text


def _fault(value: object) -> str:
    text = _text(value)
    return "" if text.lower() in NOTHING else text


def _address(value: object) -> str:
    text = _text(value)
    if not re.match(r"https?://[^\s/]", text, re.I) or re.search(r"\s", text):
        raise ValueError
    return text


_YES = frozenset(("true", "yes", "1", "是", "有"))
_NO = frozenset(("false", "no", "0", "否", "无", "没有"))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value).lower()
    if text not in _YES and text not in _NO:
        raise ValueError
    return text in _YES


def _whole(value: object) -> int:
    if isinstance(value, bool):
        raise ValueError
    if isinstance(value, int):
        number = value
    else:
        text = _text(value)
        if not re.fullmatch(r"[0-9]{1,12}", text):
            raise ValueError
        number = int(text)
    if number < 0:
        raise ValueError
    return number


def _status(value: object) -> int:
    status = _whole(value)
    if not 100 <= status <= 599:
        raise ValueError
    return status


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError
    number = float(value)
    if not math.isfinite(number) or number < 0:
        raise ValueError
    return number


def _moment(value: object) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(_text(value))
    if moment.utcoffset() is None or moment.year not in YEARS:
        raise ValueError
    return moment


def _reading(value: object) -> DateReading:
    reading = _any_reading(value)
    if reading.year is not None and reading.year not in YEARS:
        raise ValueError
    return reading


def _any_reading(value: object) -> DateReading:
    moment = value if isinstance(value, datetime) else _iso_moment(value)
    if moment is not None and moment.utcoffset() is not None:
        here = moment.astimezone(SHANGHAI)
        return DateReading(here.year, here.month, here.day, here.time(), raw=str(value), source=DateSource.CALLER)
    if isinstance(value, date) and not isinstance(value, datetime):
        return DateReading(value.year, value.month, value.day, raw=str(value), source=DateSource.CALLER)
    reading = read_date(str(value) if isinstance(value, datetime) else _text(value))
    if reading is None or reading.absent is not None:
        raise ValueError
    return evolve(reading, source=DateSource.CALLER)


def _iso_moment(value: object) -> datetime | None:
    text = _text(value) if not isinstance(value, date) else ""
    if "T" not in text and not re.search(r"[0-9](?:Z|[+-][0-9]{2}:?[0-9]{2})$", text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _day(value: object) -> date:
    day = _reading(value).date
    if day is None:
        raise ValueError
    return day


_SPLIT = re.compile(r"[,，、;；\s]+")


def _several(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        parts = [_text(part) for part in value]
    else:
        parts = _SPLIT.split(_text(value))
    return tuple(part for part in parts if part)


def _listed(value: object) -> Seen[str]:
    parts = _several(value)
    return Seen((), complete=True) if len(parts) == 1 and parts[0].lower() in NOTHING else Seen(tuple(map(_address, parts)))


TEXT = Reader(_text, f"text of at most {MAX_CELL} characters")
FAULT = Reader(_fault, "the fault found, or 无 where there is none; empty means nobody judged")
KNOWN = Reader(_fault, "the text, or 无 where it is missing; empty means nobody looked")
ADDRESS = Reader(_address, "an absolute address with http:// or https:// and no spaces")
FLAG = Reader(_flag, "true or false (是 or 否); empty means unknown")
WHOLE = Reader(_whole, "a whole number from 0")
HTTP_STATUS = Reader(_status, "an HTTP status from 100 to 599")
SECONDS = Reader(_seconds, "a number of seconds from 0, such as 0.8")
MOMENT = Reader(_moment, "an existing date and time with its zone, such as 2026-01-31T09:00:00+08:00")
READING = Reader(_reading, "an existing date, such as 2026-01-31 or 2026-01-31 09:00")
DAY = Reader(_day, "an existing calendar day, such as 2026-01-31")
SEVERAL = Reader(_several, "one or more values, separated by commas, 、, semicolons or spaces")
ADDRESSES = Reader(_listed, "addresses separated by spaces or semicolons, or 无 where there are none")


def choice(kind: type[E], chinese: Mapping[str, E] = {}) -> Reader[E]:
    """A reader for the values of an enumeration, by their English id or their usual Chinese words."""
    return of_words({member.value: member for member in kind} | dict(chinese))


def of_words(words: Mapping[str, T]) -> Reader[T]:
    """A reader for a few words, each with what it means."""

    def parse(value: object) -> T:
        try:
            return words[_text(value).lower()]
        except KeyError:
            raise ValueError from None

    return Reader(parse, "one of " + ", ".join(words))


def empty(value: object) -> bool:
    """Whether a foreign value says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())
