"""Fields of a few words take the word, hold the member, and refuse any other word by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve

import govsite_rules as gr
from govsite_rules import testing as t
from govsite_rules.indicators.v_site_vetoes.interaction_unresponsive import InteractionUnresponsiveParams
from govsite_rules.values.page import Letter


def test_a_word_is_its_member() -> None:
    column = evolve(t.column(), state="container", kind="notices")
    assert column.state is gr.ColumnState.CONTAINER
    assert column.kind is gr.ColumnKind.NOTICES
    assert gr.SiteProfile(level="county").level is gr.Level.COUNTY  # type: ignore[arg-type]
    assert gr.SiteProfile().level is None
    assert InteractionUnresponsiveParams(late_reply="ignored").late_reply.name == "IGNORED"  # type: ignore[arg-type]


def test_a_word_is_judged_as_its_member() -> None:
    parts = [t.column(name, level=2, kind="other") for name in "甲乙丙丁"]
    whole = t.column("专栏", kind="other", state="container", children=tuple("甲乙丙丁"))
    verdict = gr.inspect(t.faultless_site(columns=[whole, *parts]), as_of=t.AS_OF).verdict
    assert next(line.failed for line in verdict.clauses if line.clause == "V4.3") == 4
    closed = gr.inspect(t.faultless_site(profile=t.profile(status="closed")), as_of=t.AS_OF)
    assert not closed.in_scope


MISSPELT: list[tuple[str, Callable[[], object]]] = [
    ("Column.state", lambda: t.column(state="containr")),
    ("SiteProfile.level", lambda: t.profile(level="village")),
    ("Message.kind", lambda: t.message(kind="letter")),
    ("AccountProfile.platform", lambda: gr.AccountProfile(platform="weixin")),  # type: ignore[arg-type]
    ("Finding.outcome", lambda: gr.Finding("a", "b", "fail", gr.Target(gr.TargetKind.SITE, "site"))),  # type: ignore[arg-type]
    ("InteractionUnresponsiveParams.late_reply", lambda: InteractionUnresponsiveParams(late_reply="no")),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("field", "make"), MISSPELT, ids=[field for field, _ in MISSPELT])
def test_any_other_word_is_refused(field: str, make: Callable[[], object]) -> None:
    with pytest.raises(gr.InputError) as raised:
        make()
    assert raised.value.field == field
    assert "one of " in str(raised.value.expected)


UNSURE: list[tuple[str, Callable[[object], object]]] = [
    ("Trial.succeeded", lambda value: gr.Trial("t", gr.TrialKind.SEARCH, t.AS_OF, value)),  # type: ignore[arg-type]
    ("Message.answered", lambda value: t.message(answered=value)),
    ("SiteProfile.portal", lambda value: t.profile(portal=value)),
    ("Guide.has_guide", lambda value: t.guide(has_guide=value)),
    ("Letter.answered", lambda value: Letter("t", answered=value)),
    ("Post.repost", lambda value: evolve(t.post(), repost=value)),
]


@pytest.mark.parametrize(("field", "make"), UNSURE, ids=[field for field, _ in UNSURE])
def test_yes_and_no_are_no_words(field: str, make: Callable[[object], object]) -> None:
    """Any text is true in Python, "no" as well: it is refused, and what is equal to a bool becomes one."""
    name = field.rpartition(".")[2]
    assert [getattr(make(value), name) for value in (True, False, None, 0)] == [True, False, None, False]
    with pytest.raises(gr.InputError) as raised:
        make("no")
    assert (raised.value.field, raised.value.expected) == (field, "True, False or None")


def test_a_flag_that_is_always_known_takes_no_none() -> None:
    assert evolve(t.column(), kind_sure=1).kind_sure is True
    with pytest.raises(gr.InputError, match="expected True or False"):
        evolve(t.column(), kind_sure=None)


CERTAIN: list[tuple[str, Callable[[object], object]]] = [
    ("Seen.complete", lambda value: gr.Seen((), complete=value)),  # type: ignore[arg-type]
    ("Updates.more", lambda value: gr.Updates(more=value)),  # type: ignore[arg-type]
    ("TaggedPage.drawn", lambda value: gr.TaggedPage("https://x.gov.cn/", "home", drawn=value)),
]


@pytest.mark.parametrize(("field", "make"), CERTAIN, ids=[field for field, _ in CERTAIN])
def test_no_is_not_taken_for_yes(field: str, make: Callable[[object], object]) -> None:
    for value in ("no", "", None):
        with pytest.raises(gr.InputError) as raised:
            make(value)
        assert (raised.value.field, raised.value.expected) == (field, "True or False")


def test_records_still_compare_and_differ() -> None:
    assert gr.ColumnHint("u", kind="news") == gr.ColumnHint("u", kind=gr.ColumnKind.NEWS)  # type: ignore[arg-type]
    assert evolve(t.column("甲", 1), earlier=date(2026, 1, 1)) != t.column("甲", 1)
