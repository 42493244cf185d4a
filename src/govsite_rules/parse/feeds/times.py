"""Times of posts: epoch seconds or milliseconds, ISO, RFC 822, the English-style dates of Weibo, displayed Chinese dates, and rare ones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from attrs import evolve

from ...values.dates import SHANGHAI, DateReading, DateSource
from ..dates import FIRST_YEAR, LAST_YEAR, read_date

_MONTHS = {name: n for n, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
_WEIBO = re.compile(
    r"(?:[A-Z][a-z]{2}\s+)?([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([+-]\d{4}|UTC|GMT|CST)\s+)?(\d{4})"
)
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,5}))?)?"
)
# CST is China Standard Time here; a zone that is not known here is no reason to guess.
_ZONES = {"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "CST": 8, "HKT": 8, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
# What few tools write: a name for the zone after ISO, a clock that may stand in a file's name, and .NET's own form.
_NAMED_ZONE = re.compile(r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)\s?([A-Z]{2,4})")
_FILE_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[ _T](\d{2})([-._:])(\d{2})\3(\d{2})")
_DOTNET = re.compile(r"/Date\((\d{1,16})(?:[+-]\d{4})?\)/")
_EDITED = "已编辑"
_SERIALS = range(32_874, 73_051)  # day numbers of a spreadsheet, 1990 to 2099, counted from 1900
_FIRST = datetime(FIRST_YEAR, 1, 1, tzinfo=SHANGHAI).timestamp()
_LAST = datetime(LAST_YEAR + 1, 1, 1, tzinfo=SHANGHAI).timestamp()


class Unreadable(ValueError):
    """Why one item of a feed could not be read; ``row`` where the reader knows it (a line of JSON)."""

    def __init__(self, reason: str, row: int | None = None) -> None:
        super().__init__(reason)
        self.row = row


def post_time(value: object, fetched_at: datetime) -> DateReading:
    """The moment or day that ``value`` states, in Shanghai; platform times without a zone are Shanghai times.

    Numbers are epoch seconds, milliseconds or microseconds by size. Raises Unreadable where it states none.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _epoch(value, str(value))
    if isinstance(value, dict):  # database exports wrap their values: {"$date": …}, {"$numberLong": "…"}
        for key in ("$date", "$numberLong"):
            if key in value:
                return post_time(value[key], fetched_at)
    if not isinstance(value, str):
        if isinstance(value, list):
            return _parts(value)
        raise Unreadable(f"time is {type(value).__name__}")
    text = value.strip()
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return _digits(text)
    if _ISO.match(text):
        try:
            return _reading(datetime.fromisoformat(text), text)
        except ValueError:
            pass
    if found := _WEIBO.fullmatch(text):
        month, day, hour, minute, second, zone, year = found.groups()
        return _english(year, month, day, hour, minute, second, zone, text)
    if found := _RFC_822.fullmatch(text):
        day, month, year, hour, minute, second, zone = found.groups()
        return _english(year, month, day, hour, minute, second, zone, text)
    if text.endswith(_EDITED):
        text = text.removesuffix(_EDITED).rstrip()
    reading = read_date(text, seen_at=fetched_at, source=DateSource.FEED) or _rare(text)
    if reading is None or reading.absent is not None:
        raise Unreadable(f"time {text[:40]!r}")
    return reading


def _rare(text: str) -> DateReading | None:
    if found := _FILE_CLOCK.fullmatch(text):
        text = f"{found[1]} {found[2]}:{found[4]}:{found[5]}"
    elif found := _NAMED_ZONE.fullmatch(text):
        hours = _ZONES.get(found[2])
        if hours is None:
            raise Unreadable(f"time zone in {text[:40]!r}")
        text = f"{found[1]}{hours:+03}:00"
    elif found := _DOTNET.fullmatch(text):
        return _epoch(int(found[1]) / 1000, text)
    else:
        return None
    try:
        return _reading(datetime.fromisoformat(text), text)
    except ValueError:
        return None


def _parts(value: list[object]) -> DateReading:
    """Year, month, day, hour, minute and what follows, as Java writes a local time."""
    numbers = [part for part in value if isinstance(part, int) and not isinstance(part, bool)]
    if len(numbers) != len(value) or not 3 <= len(numbers) <= 7 or len(numbers) == 4:
        raise Unreadable("time is list")
    try:
        moment = datetime(*numbers[:6])  # type: ignore[arg-type]  # noqa: DTZ001
    except (ValueError, OverflowError):
        raise Unreadable(f"time {str(value)[:40]}") from None
    reading = _reading(moment, str(value))
    return reading if len(numbers) > 3 else evolve(reading, time=None)


def _digits(text: str) -> DateReading:
    if len(text) in (8, 14) and text.isdecimal() and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        try:
            moment = datetime.strptime(text, "%Y%m%d" if len(text) == 8 else "%Y%m%d%H%M%S")  # noqa: DTZ007
        except ValueError:
            raise Unreadable(f"time {text!r}") from None
        return DateReading(moment.year, moment.month, moment.day, moment.time() if len(text) == 14 else None, text, DateSource.FEED)
    return _epoch(float(text) if "." in text else int(text), text)


def _epoch(number: float, raw: str) -> DateReading:
    seconds = number
    if number >= 1e14:
        seconds = number / 1e6
    elif number >= 1e11:
        seconds = number / 1e3
    if not _FIRST <= seconds < _LAST:  # also NaN
        # The same number is another day where a workbook counts from 1904, which no export says.
        serial = -1 < number < 1e5 and int(number) in _SERIALS
        raise Unreadable(f"time {raw[:40]}" + (" is a day number of a spreadsheet, not a date" if serial else ""))
    moment = datetime.fromtimestamp(int(seconds), SHANGHAI)
    return DateReading(moment.year, moment.month, moment.day, moment.time(), raw, DateSource.FEED)


def _reading(moment: datetime, raw: str) -> DateReading:
    try:
        if moment.tzinfo is not None:
            moment = moment.astimezone(SHANGHAI)
    except OverflowError:
        raise Unreadable(f"time {raw[:40]!r}") from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Unreadable(f"time {raw[:40]!r}")
    return DateReading(moment.year, moment.month, moment.day, moment.time().replace(microsecond=0), raw, DateSource.FEED)


def _english(
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None, raw: str
) -> DateReading:
    number = _MONTHS.get(month.lower())
    if number is None:
        raise Unreadable(f"time {raw[:40]!r}")
    try:
        moment = datetime(int(year), number, int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=_zone(zone, raw))
    except ValueError as error:
        raise Unreadable(f"time {raw[:40]!r}") from error
    reading = _reading(moment, raw)
    return reading if hour else DateReading(reading.year, reading.month, reading.day, None, raw, DateSource.FEED)


def _zone(zone: str | None, raw: str) -> timezone:
    if zone is None:
        return SHANGHAI
    if zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
        return timezone(-offset if zone[0] == "-" else offset)
    if zone.upper() not in _ZONES:
        raise Unreadable(f"time zone in {raw[:40]!r}")
    return timezone(timedelta(hours=_ZONES[zone.upper()]))
