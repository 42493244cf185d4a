"""Working days: which days of which years are known to be off or to be worked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol, runtime_checkable

from attrs import frozen


@runtime_checkable
class WorkCalendar(Protocol):
    """Anything that can say whether a day is a working day; None outside the years it knows."""

    def is_working_day(self, day: date) -> bool | None:
        """True, False, or None where the calendar does not know."""
        ...


@frozen
class HolidayTable:
    """A calendar from the State Council's holiday notices.

    ``off`` and ``work`` are the exceptions to the plain week, valid from ``first`` to ``last``; outside, nothing is known.
    """

    first: date
    last: date
    off: frozenset[date]
    work: frozenset[date]

    def is_working_day(self, day: date) -> bool | None:
        """Whether ``day`` is worked; None outside the table's years."""
        if not self.first <= day <= self.last:
            return None
        if day in self.off:
            return False
        return day in self.work or day.weekday() < 5


def working_days_after(received: date, days: int, calendar: WorkCalendar) -> date | None:
    """The day by which ``days`` working days are over; the day of receipt does not count. None outside the known years."""
    day, left = received, days
    while left > 0:
        day += timedelta(days=1)
        works = calendar.is_working_day(day)
        if works is None:
            return None
        left -= works
    return day
