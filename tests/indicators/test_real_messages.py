"""V5.2 on the times of 800 real messages: cut at a date, those not yet answered then are unanswered."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta

import govsite_rules as gr
from govsite_rules.values import SHANGHAI, DateReading, Outcome, Seen

TIMES = Path(__file__).parents[3] / "shared" / "data" / "messages" / "times.jsonl"
pytestmark = pytest.mark.skipif(not TIMES.exists(), reason="the real messages are not here (../shared/data/messages)")


@cache
def times() -> list[tuple[str, datetime, datetime]]:
    """Every message: id, asked, replied."""
    rows = [json.loads(line) for line in TIMES.read_text(encoding="utf-8").splitlines()]
    moments = [[datetime.fromisoformat(row[name]).replace(tzinfo=SHANGHAI) for name in ("asked", "replied")] for row in rows]
    return [(str(row["id"]), *pair) for row, pair in zip(rows, moments, strict=True)]


def reading(moment: datetime) -> DateReading:
    """A moment as it would be displayed."""
    return DateReading(moment.year, moment.month, moment.day, moment.time())


def ids(findings: tuple[gr.Finding, ...], code: str, outcome: Outcome) -> tuple[set[str], int]:
    """The single targets of a code and outcome, and how many there are with the folded ones."""
    chosen = [f for f in findings if f.code == code and f.outcome is outcome]
    return {f.target.key for f in chosen if not f.target.key.startswith("*")}, sum(f.examined or 0 for f in chosen)


FIRST, LAST = min(t[1] for t in times()) if TIMES.exists() else None, max(t[2] for t in times()) if TIMES.exists() else None


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 1.1])
def test_messages_unanswered_at_a_cut(share: float) -> None:
    """Unanswered and late ones are those that calendar arithmetic by dateutil finds, message by message."""
    as_of = (FIRST + (LAST - FIRST) * share).replace(hour=9, minute=0, second=0, microsecond=0)
    today, messages = as_of.date(), []
    unanswered, late = set(), set()
    for id, asked, replied in times():
        answered = replied.date() <= today
        messages.append(
            gr.Message(
                id,
                asked=reading(asked),
                replied=reading(replied) if answered else DateReading(absent="none_shown"),
                answered=answered,
                valid=True,
            )
        )
        if today - relativedelta(years=1) <= asked.date() <= today:
            end = replied.date() if answered else today
            if asked.date() < end - relativedelta(months=3):
                (late if answered else unanswered).add(id)
    site = gr.SiteSnapshot(gr.SiteProfile(name="某县"), messages=Seen(tuple(messages), True))
    found = gr.indicators.interaction_unresponsive(site, as_of=as_of)
    failed, failures = ids(found, "unanswered", Outcome.FAILED)
    doubted, doubts = ids(found, "answered_late", Outcome.CANT_TELL)

    assert (len(unanswered), len(late)) == (failures, doubts)
    assert failed <= unanswered
    assert doubted <= late


def test_the_cuts_mean_something() -> None:
    """Some cut leaves messages unanswered for more than three months, or the test above proves nothing."""
    waits = [replied - asked for _, asked, replied in times()]

    assert max(waits) > timedelta(days=95)
