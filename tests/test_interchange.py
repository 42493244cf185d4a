"""Records as JSON and back: exact, in the documented form, with errors that say where."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta, timezone
from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.errors import InputError, LimitError
from govsite_rules.indicators._answers import AnswerParams
from govsite_rules.interchange import from_builtins, from_json, read_site, schema_of, site_lines, to_builtins, to_json
from govsite_rules.values import (
    SHANGHAI,
    AccountProfile,
    Column,
    ColumnHint,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    DateSource,
    Evidence,
    FeedSnapshot,
    Finding,
    Homepage,
    LinkCheck,
    LinkResult,
    LinkState,
    Measure,
    Outcome,
    PageSnapshot,
    Post,
    Seen,
    SiteProfile,
    SiteSnapshot,
    SiteWordingHit,
    Subject,
    SubjectKind,
    Target,
    TargetKind,
    Updates,
    WordingFacts,
    WordingHit,
)

NOON = datetime(2019, 7, 15, 12, 30, 15, tzinfo=SHANGHAI)
READING = DateReading(2019, 7, 1, time(8, 5), "2019-07-01 08:05", DateSource.LIST)
SITE = SiteSnapshot(
    SiteProfile(name="青禾县人民政府", portal=False, columns=(ColumnHint("https://www.example.gov.cn/a/", kind=ColumnKind.NEWS),)),
    observed_from=NOON,
    homepage=Homepage("https://www.example.gov.cn/", NOON, second_level=Seen(("a",), True)),
    columns=Seen(
        (
            Column(
                "a", "动态", "https://www.example.gov.cn/a/", state=ColumnState.LISTED, updates=Updates((DatedEntry(READING),), entries=1)
            ),
            Column("b", "公告", "https://www.example.gov.cn/b/"),
        ),
        False,
        7,
    ),
    links=Seen((LinkState("https://x.example/", checks=(LinkCheck("https://x.example/", NOON, LinkResult.GONE, 404),)),), True),
    messages=Seen((), True),
    wording=WordingFacts(("l",), 3, Seen((SiteWordingHit("u", WordingHit("词", "词")),), True)),
)
FINDINGS = (
    Finding(
        "a",
        "b",
        Outcome.FAILED,
        Target(TargetKind.SITE, "site"),
        None,
        (Measure("share", Fraction(4, 3), "share"), Measure("n", Fraction(2))),
        (Evidence(observed_at=NOON),),
        (("reason", "stale"),),
    ),
    Finding("a", "c", Outcome.PASSED, Target(TargetKind.SITE, "site")),
)
FEED = FeedSnapshot(AccountProfile("k", "号"), NOON, Seen((Post("1", READING), Post("2", deleted=True)), True), rejected=("第3条",))


@pytest.mark.parametrize(
    "value,kind",
    [
        (SITE, SiteSnapshot),
        (SiteSnapshot(SiteProfile()), SiteSnapshot),
        (FEED, FeedSnapshot),
        (FINDINGS, tuple[Finding, ...]),
        ((), tuple[Finding, ...]),
        (FINDINGS[0], Finding),
        (PageSnapshot("u", NOON, published=READING), PageSnapshot),
        (Subject(SubjectKind.SITE, "k", portal=True), Subject),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, type) else value.__name__,
)
def test_round_trip(value: object, kind: type) -> None:
    """What was written is read back equal, from text and from bytes, and starts with its schema name."""
    text = to_json(value)

    assert text.startswith(f'{{"schema":"{schema_of(kind)}"')
    assert value == from_json(text, kind)
    assert value == from_json(text.encode(), kind)
    assert text == to_json(from_json(text, kind))


def test_a_site_is_lines_header_first() -> None:
    """The header counts the members of each collection that follow, one a line; small collections stay in it."""
    lines = [json.loads(line) for line in site_lines(SITE)]

    assert [next(iter(line)) for line in lines] == ["schema", "columns", "columns", "links"]
    assert lines[0]["columns"] == {"total": 7, "count": 2}
    assert lines[0]["messages"] == {"complete": True}
    assert read_site(iter(site_lines(SITE))) == SITE


def test_defaults_are_left_out_and_false_is_not() -> None:
    """A field that holds its default is not written; False where None is the default is."""
    assert to_builtins(SiteProfile(portal=False, name="x")) == {"name": "x", "portal": False}
    assert to_builtins(Finding("a", "b", Outcome.PASSED, Target(TargetKind.SITE, "s"), None))["examined"] is None


@given(st.fractions(-(10**12), 10**12, max_denominator=10**12))
def test_fractions_are_exact(value: Fraction) -> None:
    """A fraction is text and comes back exactly."""
    assert from_builtins(to_builtins(Measure("m", value)), Measure).value == value


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(-720, 840))
def test_times_keep_their_zone(moment: datetime, minutes: int) -> None:
    """Any aware time comes back as the same moment."""
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))

    assert from_json(to_json(PageSnapshot("u", aware)), PageSnapshot).fetched_at == aware


HEADER = '{"schema":"govsite-rules/site/1","profile":{},"columns":{"count":1}}\n'


@pytest.mark.parametrize(
    "text,row,field",
    [
        ("", 1, None),
        ("{", 1, None),
        ("[]", 1, None),
        ("[" * 100_000, 1, None),
        ('{"profile":{}}', 1, "schema"),
        ('{"schema":"govsite-rules/site/2","profile":{}}', 1, "schema"),
        ('{"schema":"govsite-rules/site/1"}', 1, "$"),
        ('{"schema":"govsite-rules/site/1","profile":{"nam":"x"}}', 1, "$.profile.nam"),
        ('{"schema":"govsite-rules/site/1","profile":{"name":3}}', 1, "$.profile.name"),
        ('{"schema":"govsite-rules/site/1","profile":{},"observed_from":"2019-07-15T12:00:00"}', 1, "$.observed_from"),
        ('{"schema":"govsite-rules/site/1","profile":{},"columns":{"items":[{"key":1}]}}', 1, "$.columns.items[0].key"),
        ('{"schema":"govsite-rules/site/1","profile":{},"columns":{"count":-1}}', 1, "$.columns.count"),
        ('{"schema":"govsite-rules/site/1","profile":{},"columns":{"count":true}}', 1, "$.columns.count"),
        ('{"schema":"govsite-rules/site/1","profile":{},"columns":{"count":1,"items":[]}}', 1, "$.columns.count"),
        (HEADER, None, "columns"),
        (HEADER + '{"columns":{"key":"a","name":"b","url":"c"}}\n' * 2, None, "columns"),
        (HEADER + '{"columns":{"key":"a","name":"b","url":"c","kind":"newz"}}', 2, "$.columns.kind"),
        (HEADER + '{"links":{"url":"c"}}', 2, "links"),
        (HEADER + '{"columns":{},"x":1}', 2, ""),
        (HEADER + '\n\n{"columns":', 4, None),
        (
            HEADER + '{"columns":{"key":"a","name":"b","url":"c","updates":{"recent":[{"date":{"year":2019,"month":2,"day":29}}]}}}',
            2,
            "$.columns.updates.recent[0].date",
        ),
    ],
)
def test_a_wrong_site_says_where(text: str, row: int | None, field: str | None) -> None:
    """File, row and path of what is wrong stand in the error."""
    with pytest.raises(InputError) as caught:
        from_json(text, SiteSnapshot, file="site.jsonl")

    assert ("site.jsonl", row, field) == (caught.value.file, caught.value.row, caught.value.field)


@pytest.mark.parametrize("day", [(2019, 2, 29), (2019, 13, 1), (0, 1, 1), (10_000, 1, 1), (None, 2, 30), (2019, 4, 31), (2019, 0, None)])
def test_days_that_do_not_exist_are_refused(day: tuple[int | None, ...]) -> None:
    """An impossible date is an error of input, not a surprise in an indicator."""
    parts = {name: part for name, part in zip(("year", "month", "day"), day, strict=True) if part is not None}

    with pytest.raises(InputError, match="does not exist"):
        from_builtins(parts, DateReading)


@pytest.mark.parametrize("day", [(2020, 2, 29), (None, 2, 29), (2019, None, None), (9999, 12, 31)])
def test_days_that_may_exist_are_read(day: tuple[int | None, ...]) -> None:
    """29 February without a year may exist, and so may a year alone."""
    parts = {name: part for name, part in zip(("year", "month", "day"), day, strict=True) if part is not None}

    assert from_builtins(parts, DateReading) == DateReading(*day)


@pytest.mark.parametrize("value", ["1/0", "x", "1.5", "1/2/3", "9" * 200, True, 1.5, None])
def test_what_is_no_fraction_is_refused(value: object) -> None:
    """A fraction is text such as 4/3 or a whole number."""
    with pytest.raises(InputError):
        from_builtins({"name": "m", "value": value}, Measure)


def test_upper_layers_name_their_schema() -> None:
    """A record this module does not know is written and read under the name its layer passes."""

    @frozen
    class Own:
        number: int = 0

    text = to_json(Own(3), schema="govsite-rules/own/1")

    assert text == '{"schema":"govsite-rules/own/1","number":3}\n'
    assert from_json(text, Own, schema="govsite-rules/own/1") == Own(3)
    with pytest.raises(KeyError):
        to_json(Own(3))


def test_a_line_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of a line is an error of its own kind."""
    monkeypatch.setattr("govsite_rules.interchange.MAX_LINE", 40)

    with pytest.raises(LimitError):
        read_site(['{"schema":"govsite-rules/site/1","profile":{"name":"xxxxxxxx"}}'])


def test_findings_are_a_closed_document() -> None:
    """A document of many members holds its members and nothing else."""
    with pytest.raises(InputError):
        from_json('{"schema":"govsite-rules/findings/1","items":[],"more":1}', tuple[Finding, ...])


def test_text_no_utf8_can_hold_is_refused() -> None:
    """A lone surrogate cannot be written; the error shows where it stands."""
    with pytest.raises(InputError, match="UTF-8"):
        to_json(PageSnapshot("u", NOON, title="坏\ud800字"))


def test_a_field_without_json_form_is_refused() -> None:
    """A working-day calendar stands in no file: given there, the error names the field."""
    with pytest.raises(InputError, match=r"WorkCalendar has no JSON form: leave it out; field '\$\.calendar'"):
        from_builtins({"calendar": {}}, AnswerParams)


def test_a_wrong_word_is_refused_with_the_right_ones() -> None:
    """The JSON reader names the field of a wrong word; what would be right is said too, and a wrong type is told as before."""
    with pytest.raises(InputError) as caught:
        from_builtins([{"indicator": "a", "code": "b", "outcome": "maybe"}], tuple[Finding, ...])
    assert (caught.value.field, caught.value.expected) == ("$[0].outcome", "one of " + ", ".join(Outcome))

    with pytest.raises(InputError) as caught:
        from_builtins([{"indicator": 1, "code": "b", "outcome": "maybe"}], tuple[Finding, ...])
    assert (caught.value.field, caught.value.expected) == ("$[0].indicator", None)
