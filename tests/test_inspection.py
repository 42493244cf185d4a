"""Inspections of the example site: reviews, declarations, scope, and what must hold whatever is taken away."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import as_file, files

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st

import govsite_rules as gr
from govsite_rules import testing as t
from govsite_rules.batch.folder import read_folder
from govsite_rules.comparison import due_soon, near_veto
from govsite_rules.errors import ChecklistError, InputError
from govsite_rules.inspection import Inspection
from govsite_rules.values import Measure, Outcome, RunningStatus, Seen, SiteSnapshot

RANK = {gr.Standing.UNQUALIFIED: 0, gr.Standing.UNDECIDED: 1, gr.Standing.QUALIFIED: 2}
NOON = datetime(2026, 5, 20, 12, tzinfo=gr.SHANGHAI)


@cache
def example() -> tuple[SiteSnapshot, datetime]:
    """The example's snapshot and moment of inspection."""
    with as_file(files("govsite_rules") / "example") as folder:
        contents = read_folder(folder)
        assert contents.as_of is not None
        return contents.site, contents.as_of


@cache
def everything_seen() -> SiteSnapshot:
    """The example as if all of it were known: what was seen is complete, and the whole is clean."""
    site, _ = example()
    whole = {
        field.name: evolve(value, complete=True) if isinstance(value := getattr(site, field.name), Seen) else value
        for field in fields(SiteSnapshot)
    }
    return evolve(site, **whole | {"incidents": site.incidents or Seen((), True)})


def run(site: SiteSnapshot, **more: object) -> Inspection:
    """The national list over a snapshot at the example's moment."""
    return gr.inspect(site, as_of=example()[1], **more)


PARTS = [f.name for f in fields(SiteSnapshot) if "Seen[" in str(f.type) or f.name in ("homepage", "wording")]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("how", ["gone", "incomplete"])
def test_taking_away_never_helps(part: str, how: str) -> None:
    """Without a part, or with it marked incomplete, no standing gets better and no score range narrower at the bottom."""
    site = everything_seen()
    value = getattr(site, part)
    if value is None or (how == "incomplete" and not isinstance(value, Seen)):
        pytest.skip("the example has no such part to take away")
    less = evolve(site, **{part: None if how == "gone" else evolve(value, complete=False)})
    before, after = run(site).verdict, run(less).verdict

    assert after.standing is not gr.Standing.QUALIFIED or before.standing is gr.Standing.QUALIFIED
    if before.score and after.score:
        assert after.score.low <= before.score.low


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_taking_single_items_away_never_qualifies(data: st.DataObject) -> None:
    """Dropping any item and the claim of completeness never turns a verdict into QUALIFIED, nor raises a score's lower end."""
    site = example()[0]
    parts = [name for name in PARTS if isinstance(getattr(site, name), Seen) and getattr(site, name).items]
    part = data.draw(st.sampled_from(parts))
    seen = getattr(site, part)
    index = data.draw(st.integers(0, len(seen.items) - 1))
    less = evolve(site, **{part: Seen(seen.items[:index] + seen.items[index + 1 :], False, seen.total)})

    some = evolve(site, **{part: evolve(seen, complete=False)})
    before, cut, after = (run(one).verdict for one in (site, some, less))

    assert RANK[after.standing] <= max(RANK[before.standing], RANK[gr.Standing.UNDECIDED])
    for more, fewer in ((before, cut), (cut, after)):
        assert not (more.score and fewer.score) or fewer.score.low <= more.score.low


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_items_never_matters(random: object) -> None:
    """Shuffled columns, messages, links and the rest give the same inspection to the last finding."""
    site = example()[0]
    shuffled = {}
    for part in PARTS:
        value = getattr(site, part)
        if isinstance(value, Seen):
            items = list(value.items)
            random.shuffle(items)
            shuffled[part] = evolve(value, items=tuple(items))

    assert run(site) == run(evolve(site, **shuffled))


def test_results_are_values() -> None:
    """Snapshots and inspections hash, pickle and go through JSON unchanged."""
    site, _ = example()
    result = run(site)

    assert result == pickle.loads(pickle.dumps(result)) == gr.from_json(gr.to_json(result), Inspection)
    assert site == pickle.loads(pickle.dumps(site)) == gr.from_json(gr.to_json(site), SiteSnapshot)
    assert len({hash(result), hash(run(site))}) == 1
    assert hash(site) == hash(pickle.loads(pickle.dumps(site)))


def test_reviews_settle_single_findings_and_the_rest_is_reported() -> None:
    """A rejected finding passes; a review of nothing, of many, and a stale waiver are told."""
    site, as_of = example()
    failed = next(f for f in run(site).findings if f.outcome is Outcome.FAILED and f.examined == 1)
    unknown = next(f for f in run(site).findings if f.examined is None)
    reviews = [
        gr.Review(failed.key, "rejected", by="office", at=NOON, why="wrong page"),
        gr.Review(("no", "such", "finding"), "confirmed", by="office", at=NOON),
        gr.Review(unknown.key, "confirmed", by="office", at=NOON),
    ]
    waivers = [gr.Waiver(failed.key, as_of.date() - timedelta(days=1), "moving"), gr.Waiver(unknown.key, date(2099, 1, 1), "moving")]
    result = run(site, reviews=reviews, waivers=waivers, declarations=[gr.Declaration(("V9",), "office", NOON, "looked")])
    settled = next(f for f in result.findings if f.key == failed.key)

    assert (Outcome.PASSED, "office", "failed") == (settled.outcome, settled.value("reviewed_by"), settled.value("was"))
    assert 4 == len(result.unmatched)
    assert result.unmatched[0].endswith("speaks for an unknown number of targets; a declaration of its clauses can answer it")
    assert (waivers[1],) == result.waivers


def test_a_target_may_be_named_by_its_address() -> None:
    """People see addresses, not keys: a review or waiver by address settles the one finding it means."""
    columns = [t.column("甲", url="http://www.a.gov.cn/jia/"), t.column("乙")]
    where = ("columns_not_updated", "blank", "http://www.a.gov.cn/jia/")
    review = gr.Review(where, gr.Decision.REJECTED, "张某", NOON)
    waiver = gr.Waiver(where, date(2026, 6, 1), "撤并")
    result = gr.inspect(t.site(columns=columns), as_of=t.AS_OF, reviews=[review], waivers=[waiver])
    blank = {f.target.key: f.outcome for f in result.findings if f.code == "blank" and f.indicator == where[0]}

    assert {"甲": Outcome.PASSED, "乙": Outcome.FAILED} == blank
    assert ((), "甲") == (result.unmatched, result.waivers[0].finding[2])


def test_an_address_of_two_findings_means_neither() -> None:
    """Where two findings have one address, the key must be given."""
    columns = [t.column(name, url="http://www.a.gov.cn/jia/") for name in "甲乙"]
    review = gr.Review(("columns_not_updated", "blank", "http://www.a.gov.cn/jia/"), gr.Decision.REJECTED, "张某", NOON)
    result = gr.inspect(t.site(columns=columns), as_of=t.AS_OF, reviews=[review])

    assert [Outcome.FAILED] * 2 == [f.outcome for f in result.findings if f.key[:2] == ("columns_not_updated", "blank")]
    assert len(result.unmatched) == 1


@pytest.mark.parametrize("status", [RunningStatus.SUSPENDED, RunningStatus.CLOSING, RunningStatus.CLOSED])
def test_sites_that_do_not_run_are_out_of_scope(status: RunningStatus) -> None:
    """They are neither qualified nor unqualified, and nothing is judged."""
    site = example()[0]
    result = run(evolve(site, profile=evolve(site.profile, status=status)))

    assert (False, None, ()) == (result.in_scope, result.verdict.standing, result.findings)


def test_bad_calls_are_refused_by_name() -> None:
    """A naive moment, a text instead of a moment, site or list, an unknown decision, and an indicator given twice."""
    site, as_of = example()
    with pytest.raises(InputError, match="as_of"):
        gr.inspect(site, as_of=as_of.replace(tzinfo=None))
    with pytest.raises(InputError, match="as_of"):
        gr.inspect(site, as_of="2026-05-20")
    with pytest.raises(InputError, match="snapshot"):
        gr.inspect("page", as_of=as_of)
    with pytest.raises(InputError, match="a Checklist"):
        gr.inspect(site, as_of=as_of, checklist="national-2019")
    with pytest.raises(InputError, match="expected one of confirmed, rejected"):
        gr.Review(("a", "b", "c"), "maybe", by="甲", at=as_of)
    with pytest.raises(InputError, match="a tuple of clause ids"):
        gr.Declaration("V1.2", by="甲", at=as_of, method="查阅")
    with pytest.raises(ChecklistError, match="twice"):
        gr.inspect(site, as_of=as_of, indicators=gr.CATALOG[:1] * 2)


def test_an_inspection_before_the_list_was_in_force_is_noted() -> None:
    """Decision 22: a note, no error."""
    site, _ = example()

    assert "before_in_force" in gr.inspect(site, as_of=datetime(2018, 7, 28, tzinfo=gr.SHANGHAI)).notes


def test_compare_follows_each_fault() -> None:
    """A rejected fault is fixed, the others remain, a part not seen is unseen with its reason, and back again is new."""
    site, as_of = example()
    before = run(site)
    failed = [f for f in before.findings if f.outcome is Outcome.FAILED and f.examined == 1]
    after = run(site, reviews=[gr.Review(failed[0].key, "rejected", by="office", at=NOON)])
    less = run(evolve(site, columns=None))
    columns = {f.key for f in failed if f.indicator == "columns_not_updated"}
    comparison, unseen = gr.compare(before, after), gr.compare(before, less)

    assert {failed[0].key} == {f.key for f in comparison.fixed}
    assert {f.key for f in failed[1:]} == {f.key for f in comparison.remaining}
    assert {failed[0].key} == {f.key for f in gr.compare(after, before).new}
    assert columns <= {u.finding.key for u in unseen.unseen}
    with pytest.raises(InputError, match="subject"):
        gr.compare(before, run(evolve(site, profile=evolve(site.profile, site_code="1"))))
    with pytest.raises(InputError, match="second"):
        gr.compare(before, evolve(after, as_of=as_of - timedelta(days=1)))
    with pytest.raises(InputError, match="subject"):
        gr.compare(before, evolve(after, subject=evolve(after.subject, platform="weibo")))


def test_what_turns_stale_soon_and_which_vetoes_are_close() -> None:
    """Passing columns by days left, the nearest first; counting vetoes by their share of the limit."""
    site, _ = example()
    result = run(site)
    soon = due_soon(result, days=10_000)
    left = [f.measure("days_left") for f in soon]
    every = near_veto(result, gr.NATIONAL_2019, share=0, days=10_000)

    assert left == sorted(left)
    assert soon
    assert not due_soon(result, days=-1)
    assert {"V3.1", "V4.1"} <= {near.clause for near in every}
    assert not set(result.verdict.fired) & {near.clause for near in every}


def test_what_turns_stale_soon_is_named_once() -> None:
    """A column that several questions ask about is one column that turns stale, on the nearest of the days."""
    result = run(example()[0])
    soon = due_soon(result, days=10_000)
    first = soon[0]
    days = first.measure("days_left")
    assert days is not None
    later = evolve(first, code="zzz", measures=(Measure("days_left", days + 1),))
    earlier = evolve(first, code="zzy", measures=(Measure("days_left", days - 1),))

    assert len(soon) == len({(finding.indicator, finding.target.key) for finding in soon})
    assert first == due_soon(evolve(result, findings=(later, first)), days=10_000)[0]
    assert (earlier,) == due_soon(evolve(result, findings=(first, earlier, later)), days=10_000)


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({"homepage": t.homepage(1, fetched_at=datetime(2026, 5, 20, 8))}, "homepage.fetched_at"),
        ({"columns": [t.column("甲", 1, fetched_at=datetime(2026, 5, 20, 8))]}, "columns.fetched_at"),
    ],
)
def test_a_time_without_a_zone_is_refused_by_name(part: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as raised:
        gr.inspect(t.faultless_site(**part), as_of=t.AS_OF)
    assert raised.value.field == field


def test_a_bare_tuple_is_no_collection() -> None:
    bare = evolve(t.faultless_site(), columns=(t.column("甲", 1),))
    with pytest.raises(InputError, match=r"'columns'.*tuple.*Seen"):
        gr.inspect(bare, as_of=t.AS_OF)


def test_a_misspelt_decision_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"'decision'.*'reject'.*confirmed, rejected"):
        gr.Review(("a", "b", "c"), "reject", by="张某", at=NOON)


@pytest.mark.parametrize(
    ("clause", "found_none", "reported"), [("V6.1", False, 1), ("N1.1", False, 1), ("V6.1", True, 0), ("V4.3", False, 0)]
)
def test_what_was_found_of_a_clause_that_does_not_apply_is_reported(clause: str, found_none: bool, reported: int) -> None:
    office = t.faultless_site(profile=t.profile(crawl_complete=True, services=False))
    said = gr.Declaration((clause,), by="政务公开办", at=NOON, method="查阅", found_none=found_none)
    result = gr.inspect(office, as_of=t.AS_OF, declarations=[said])
    assert reported == len(result.unmatched)
    assert all(clause in text and "政务公开办" in text for text in result.unmatched)
