"""Times of posts: epoch seconds or milliseconds, ISO, RFC 822, the English-style dates of Weibo, and displayed Chinese dates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

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
    reading = read_date(text, seen_at=fetched_at, source=DateSource.FEED)
    if reading is None or reading.absent is not None:
        raise Unreadable(f"time {text[:40]!r}")
    return reading


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
        raise Unreadable(f"time {raw[:40]}")
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
