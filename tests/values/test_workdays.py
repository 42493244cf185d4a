"""Working days from the State Council's tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govsite_rules.values import working_days_after
from govsite_rules.values.holidays import STATE_COUNCIL


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 2, 12), 3, date(2026, 2, 24)),
        (date(2026, 9, 24), 3, date(2026, 9, 30)),
        (date(2026, 9, 30), 5, date(2026, 10, 13)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 12, 29), 3, None),
        (date(2026, 12, 28), 3, date(2026, 12, 31)),
    ],
)
def test_the_day_of_receipt_does_not_count(received: date, days: int, due: date | None) -> None:
    """Published examples come out right, and nothing is said beyond the known years."""
    assert due == working_days_after(received, days, STATE_COUNCIL)


def test_the_shipped_tables_agree_with_chinesecalendar() -> None:
    """Every day of the shipped years is the same in the package that keeps record of the notices."""
    chinese_calendar = pytest.importorskip("chinese_calendar", reason="the calendar extra is not installed")
    day, different = STATE_COUNCIL.first, []
    while day <= STATE_COUNCIL.last:
        if STATE_COUNCIL.is_working_day(day) != chinese_calendar.is_workday(day):
            different.append(day)
        day += timedelta(days=1)

    assert different == []


@pytest.mark.parametrize("day", [STATE_COUNCIL.first - timedelta(days=1), STATE_COUNCIL.last + timedelta(days=1)])
def test_unknown_years_are_unknown(day: date) -> None:
    """No plain-week guess outside the tables."""
    assert STATE_COUNCIL.is_working_day(day) is None
