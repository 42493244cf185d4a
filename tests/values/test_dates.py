"""Date readings never invent a part; calendar arithmetic is in months, not in 30 days."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.errors import InputError, LimitError
from govsite_rules.values import SHANGHAI, Absent, DateReading, Seen, aware, day_of, months_after, months_before

AS_OF = datetime(2018, 7, 28, 8, tzinfo=SHANGHAI)


def test_a_day_that_does_not_exist_is_refused_by_what_was_shown() -> None:
    shown = DateReading(2026, 2, 31, raw="2026-02-31")
    for asked in (lambda: shown.date, lambda: shown.span(AS_OF)):
        with pytest.raises(InputError, match="2026-02-31"):
            asked()


@pytest.mark.parametrize("given", [date(2026, 5, 20), "2026-05-20T09:00:00+08:00", None, datetime(2026, 5, 20)])
def test_what_is_no_aware_moment_is_refused_by_name(given: object) -> None:
    with pytest.raises(InputError, match=r"as_of.*expected an aware datetime"):
        aware(given, "as_of")  # type: ignore[arg-type]


def test_a_collection_cannot_be_complete_and_short() -> None:
    with pytest.raises(InputError, match=r"'total' is 3; expected 2, or complete=False"):
        Seen((1, 2), complete=True, total=3)
    assert Seen((1, 2), complete=True, total=2).missing == 0
    assert Seen((1, 2), total=3).missing == 1


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 7, 28), 12, date(2025, 7, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(1, 3, 1), 12, date.min),
    ],
)
def test_months_are_clamped_to_the_month_end(day: date, months: int, before: date) -> None:
    """31 August minus six months is the last of February."""
    assert before == months_before(day, months)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_months_agree_with_dateutil(day: date, months: int) -> None:
    """Calendar months with day clamp are what dateutil's relativedelta says."""
    assert day - relativedelta(months=months) == months_before(day, months)


def test_months_after_is_the_same_walk_forwards() -> None:
    """Three months after 30 November end with February."""
    assert date(2027, 2, 28) == months_after(date(2026, 11, 30), 3)


@pytest.mark.parametrize(
    ("reading", "span"),
    [
        (DateReading(2018, 7, 27), (date(2018, 7, 27), date(2018, 7, 27))),
        (DateReading(2018, 2), (date(2018, 2, 1), date(2018, 2, 28))),
        (DateReading(2017), (date(2017, 1, 1), date(2017, 12, 31))),
        (DateReading(month=7, day=27), (date.min, date(2018, 7, 27))),
        (DateReading(month=10, day=9), (date.min, date(2017, 10, 9))),
        (DateReading(month=2, day=29), (date.min, date(2016, 2, 29))),
        (DateReading(month=7), (date.min, date(2018, 7, 28))),
        (DateReading(month=9), (date.min, date(2017, 9, 30))),
        (DateReading(absent=Absent.SCRIPT_DRAWN), None),
    ],
)
def test_spans_bound_what_was_not_shown(reading: DateReading, span: tuple[date, date] | None) -> None:
    """A missing part gives bounds, and a missing year leaves the past open."""
    assert span == reading.span(AS_OF)


def test_dates_and_moments_need_all_their_parts() -> None:
    """A day needs year, month and day, a moment the time too; an absent reading has neither."""
    full = DateReading(2018, 7, 27, time(9, 30))

    assert (date(2018, 7, 27), datetime(2018, 7, 27, 9, 30, tzinfo=SHANGHAI)) == (full.date, full.moment)
    assert (DateReading(2018, 7).date, DateReading(2018, 7, 27).moment) == (None, None)


def test_days_are_shanghai_days() -> None:
    """16:30 in UTC is the next day in Shanghai; a naive time is refused by name."""
    assert date(2026, 3, 2) == day_of(datetime(2026, 3, 1, 16, 30, tzinfo=UTC))
    with pytest.raises(InputError, match="'as_of'"):
        aware(datetime(2026, 3, 1), "as_of")


def test_seen_says_what_is_missing() -> None:
    """Complete: none; a declared total: the rest; else nobody knows."""
    assert [s.missing for s in (Seen((1,), True), Seen((1, 2), total=5), Seen((1, 2), total=1), Seen((1,)))] == [0, 3, 0, None]


def test_errors_pickle_and_name_everything() -> None:
    """An error crosses processes with file, row, field, value and expectation."""
    error = LimitError("too long", file="a.csv", row=3, field="title", value="x" * 200, expected="at most 100 characters")
    copy = pickle.loads(pickle.dumps(error))

    assert (LimitError, str(error), error.__dict__) == (type(copy), str(copy), copy.__dict__)
    assert str(error).startswith("a.csv:3: too long; field 'title' is 'xxx")
