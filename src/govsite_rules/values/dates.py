"""Dates as they were displayed, with the reason where there is none, and calendar arithmetic in Shanghai time."""

from __future__ import annotations

import calendar
import datetime as dt
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from attrs import frozen

from ..errors import InputError

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


class Absent(StrEnum):
    """Why no date was read."""

    NONE_SHOWN = "none_shown"
    UNREADABLE = "unreadable"
    SCRIPT_DRAWN = "script_drawn"
    NOT_FETCHED = "not_fetched"


class DateSource(StrEnum):
    """Where a date was displayed (or, for TAG and URL, only hinted at)."""

    LIST = "list"
    ARTICLE = "article"
    TAG = "tag"
    URL = "url"
    SCRIPT = "script"
    FEED = "feed"
    CALLER = "caller"


@frozen
class DateReading:
    """A date as it was shown: parts that were not shown are None, never invented.

    ``absent`` is None where a date was read, else why there is none. ``year_from`` names the place a year came from
    that the date itself did not show (``heading`` over its rows, ``article``, ``list``, ``url``, ``tag``).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: dt.time | None = None
    raw: str = ""
    source: DateSource | None = None
    absent: Absent | None = None
    year_from: str | None = None

    @property
    def date(self) -> dt.date | None:
        """The calendar day, where year, month and day are all known."""
        if self.absent is None and self.year and self.month and self.day:
            return dt.date(self.year, self.month, self.day)
        return None

    @property
    def moment(self) -> datetime | None:
        """The aware moment in Shanghai time, where day and time are known."""
        day = self.date
        return datetime.combine(day, self.time, SHANGHAI) if day and self.time else None

    def span(self, as_of: datetime) -> tuple[dt.date, dt.date] | None:
        """The earliest and latest day this reading allows, or None where no date was read.

        A missing year leaves the earliest day open (``date.min``) and bounds the latest one by ``as_of``.
        """
        if self.absent is not None:
            return None
        if self.year is not None:
            first = _clamped(self.year, self.month or 1, self.day or 1)
            if self.month and self.day:
                return first, first
            last = _clamped(self.year, self.month or 12, self.day or 31)
            return first, last
        today = day_of(as_of)
        if self.month is None:
            return dt.date.min, today
        for year in range(today.year, today.year - 9, -1):
            if self.day is None:
                last = dt.date(year, self.month, 1)
                if last <= today:
                    return dt.date.min, min(_clamped(year, self.month, 31), today)
            elif self.day <= calendar.monthrange(year, self.month)[1]:
                last = dt.date(year, self.month, self.day)
                if last <= today:
                    return dt.date.min, last
        return dt.date.min, today


NO_DATE = DateReading(absent=Absent.NONE_SHOWN)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, day if day <= 28 else min(day, calendar.monthrange(year, month)[1]))


def aware(moment: datetime, name: str) -> datetime:
    """``moment`` itself; raises InputError where it is no datetime or carries no time zone."""
    if not isinstance(moment, datetime) or moment.tzinfo is None or moment.utcoffset() is None:
        raise InputError(
            "not a time with its zone", field=name, value=str(moment), expected="an aware datetime, such as 2026-01-31T09:00:00+08:00"
        )
    return moment


def day_of(moment: datetime) -> date:
    """The calendar day of an aware moment in Shanghai."""
    return moment.astimezone(SHANGHAI).date()


def months_before(day: date, months: int) -> date:
    """The day ``months`` calendar months earlier, clamped to the month's end (31 August minus 6 = 28 or 29 February)."""
    index = day.year * 12 + day.month - 1 - months
    if index < 12:
        return date.min
    return _clamped(index // 12, index % 12 + 1, day.day)


def months_after(day: date, months: int) -> date:
    """The day ``months`` calendar months later, clamped to the month's end."""
    return months_before(day, -months)
