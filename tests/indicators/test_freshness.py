"""Windows: where they begin, when another reading differs, and how many days are left."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.indicators._freshness import Window, judge
from govsite_rules.values import SHANGHAI, DatedEntry, DateReading, Outcome, Updates

WINDOWS = st.sampled_from((Window(days=14), Window(months=1), Window(months=6), Window(months=12)))
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@given(window=WINDOWS, today=DAYS, age=st.integers(0, 400))
def test_days_left_is_the_first_day_outside(window: Window, today: date, age: int) -> None:
    """After ``days_left`` days the update is out of the window, one day earlier it is not."""
    newest = today - timedelta(days=age)
    if newest < window.start(today):
        return
    left = window.days_left(newest, today)

    assert left >= 1
    assert newest < window.start(today + timedelta(days=left))
    assert newest >= window.start(today + timedelta(days=left - 1))


@given(window=WINDOWS, today=DAYS)
def test_windows_never_begin_later_for_an_earlier_day(window: Window, today: date) -> None:
    """The beginning of a window never moves back as time goes on."""
    assert window.start(today) <= window.start(today + timedelta(days=1))


@pytest.mark.parametrize(
    "window,newest,disputed",
    [
        (Window(days=14), date(2019, 7, 2), False),
        (Window(days=14), date(2019, 7, 1), True),
        (Window(days=14), date(2019, 6, 30), False),
        (Window(months=6), date(2019, 1, 16), False),
        (Window(months=6), date(2019, 1, 15), True),
        (Window(months=6), date(2019, 1, 14), False),
        (Window(months=12), date(2018, 7, 16), False),
        (Window(months=12), date(2018, 7, 15), True),
        (Window(months=12), date(2018, 7, 14), False),
    ],
)
def test_the_boundary_is_where_readings_differ(window: Window, newest: date, disputed: bool) -> None:
    """Only where the inclusive reading, or that of 180 and 365 days, judges otherwise is a day on the boundary."""
    assert disputed == window.disputed(newest, date(2019, 7, 15))


def test_180_days_are_counted_beside_six_months() -> None:
    """Six calendar months before 1 March are 181 days: on the first of them 180 days would judge otherwise."""
    today = date(2019, 3, 1)

    assert Window(months=6).start(today) == date(2018, 9, 1)
    assert Window(months=6).disputed(date(2018, 9, 1), today)
    assert not Window(months=6).disputed(date(2018, 8, 31), today)


@pytest.mark.parametrize("count,outcome", [(1, Outcome.FAILED), (2, Outcome.PASSED)])
def test_several_entries_of_a_day_are_not_all_later(count: int, outcome: Outcome) -> None:
    """The time of a day's first entry excludes that entry alone; others of the same day may be earlier."""
    as_of = datetime(2019, 7, 15, 9, tzinfo=SHANGHAI)
    today = DatedEntry(DateReading(2019, 7, 15, time=(as_of + timedelta(hours=1)).time()), count=count)
    old = DatedEntry(DateReading(2019, 5, 1))
    fresh = judge(Updates((today, old), entries=count + 1), Window(days=14), as_of=as_of, seen_at=as_of + timedelta(hours=2))

    assert outcome == fresh.outcome


def test_a_missing_year_is_bounded_by_when_it_was_seen() -> None:
    """A list seen last winter cannot show a day of this summer: its 07-10 was last year's, so only too early is left to doubt."""
    as_of = datetime(2019, 7, 15, 9, tzinfo=SHANGHAI)
    entry = DatedEntry(DateReading(None, 7, 10, raw="07-10"))
    fresh = judge(Updates((entry,), entries=1), Window(days=14), as_of=as_of, seen_at=datetime(2019, 1, 10, tzinfo=SHANGHAI))

    assert (Outcome.CANT_TELL, "observed_too_early") == (fresh.outcome, fresh.reason)
