"""Checklists as TOML and JSON: they come back equal, and errors say file, line, field, value and what would be right."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.checklists import (
    CENSUS_2015,
    CHECKLISTS,
    LIAONING_2019,
    NATIONAL_2019,
    AppliesTo,
    Attestation,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Rescale,
    Scheme,
    Section,
    Tier,
    Trigger,
    TriggerKind,
    dump_checklist,
    load_checklist,
    read_checklist,
)
from govsite_rules.checklists.files import MAX_CHARS, MAX_DOTS, SCHEMA
from govsite_rules.errors import ChecklistError, GovsiteError, InputError, LimitError
from govsite_rules.indicators import Indicator
from govsite_rules.indicators._answers import AnswerParams
from govsite_rules.indicators._classes import ClassParams
from govsite_rules.indicators.v_site_vetoes.columns_not_updated import ColumnsNotUpdatedParams, LongStaleCounts
from govsite_rules.values import SubjectKind

FORMATS = ("toml", "json")

SMALL = """\
schema = "govsite-rules/checklist/1"
id = "small"
title = "小清单"
title_en = "Small"

[scheme]
bonus_above = "none"

[[sections]]
id = "S"
title = "节"
title_en = "Section"
points = 5

[[headings]]
indicator = "link_availability"
title = "可用性"
title_en = "Links"
section = "S"
part = "deduction"
cap = 5

[[clauses]]
id = "L1"
part = "deduction"
indicator = "link_availability"
codes = ["home_link_dead"]
points = {amount = 0.1, each = true}

[[clauses]]
id = "L2"
part = "veto"
indicator = "site_unreachable"
codes = ["try_failed"]
trigger = {kind = "share", limit = "1/20"}
"""

PROVINCE = """\
schema = "govsite-rules/checklist/1"
base = "national-2019"
id = "invented-2024"  # a province that does not exist
title = "某省检查指标"
title_en = "An invented province"
document = "某办〔2024〕1号"
in_force = 2024-03-01
drop = ["B5.1.1", "V3.2"]
notes = ["只作例子"]

[scheme]
pass_mark = 70

[params.columns_not_updated]
news_days = 7
long_stale_counts = "rest_only"

[[headings]]
indicator = "night_mode"
title = "夜间模式"
title_en = "Night mode"
section = "D4"
part = "deduction"
cap = 1

[[change]]
id = "D4.3.1"
points = {amount = 0.1, each = true}
attestation = "A"

[[add]]
id = "D4.10.1"
part = "deduction"
indicator = "night_mode"
codes = []
summary = "没有夜间模式"
summary_en = "no night mode"
points = {amount = 1}
automation = "by_hand"
"""


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("listed", CHECKLISTS)
def test_shipped_lists_come_back_equal(listed: Checklist, format: str) -> None:
    """Every shipped list, written whole, is read equal."""

    assert listed == read_checklist(dump_checklist(listed, format=format))


@pytest.mark.parametrize("format", FORMATS)
def test_partial_lists_come_back_equal(format: str) -> None:
    """A selection keeps its name, and that it has no pass mark."""
    selected = NATIONAL_2019.select(automation=["automatic"])

    assert selected == read_checklist(dump_checklist(selected, format=format))


@pytest.mark.parametrize("format", FORMATS)
def test_overlay_comes_back_from_a_small_file(format: str) -> None:
    """Liaoning as an overlay file says nothing but its own lines."""
    text = dump_checklist(LIAONING_2019, format=format, base=NATIONAL_2019)

    assert LIAONING_2019 == read_checklist(text)
    assert len(text) < 1000
    assert "clauses" not in text


def test_province_overlay_says_only_what_it_changes() -> None:
    """An overlay file changes, adds and drops; fields it does not name stay the base's."""
    made = read_checklist(PROVINCE, file="province.toml")
    before, after = NATIONAL_2019.clause("D4.3.1"), made.clause("D4.3.1")

    assert evolve(before, points=Points(Fraction(1, 10), True), attestation=Attestation.A) == after
    assert {"B5.1.1", "V3.2"} == {c.id for c in NATIONAL_2019.clauses} - {c.id for c in made.clauses}
    assert Clause(
        *("D4.10.1", Part.DEDUCTION, "night_mode", (), "没有夜间模式", "no night mode"),
        points=Points(Fraction(1)),
        automation=Automation.BY_HAND,
    ) == made.clause("D4.10.1")
    assert (70, 80, True) == (made.scheme.pass_mark, made.scheme.bonus_above, made.scheme.pass_mark_passes)
    assert ("national-2019", date(2024, 3, 1), ("只作例子",)) == (made.base, made.in_force, made.notes)
    assert "national-2019" == made.clause("V1.1").inherited
    assert ColumnsNotUpdatedParams(news_days=7, long_stale_counts=LongStaleCounts.REST_ONLY) == made.params_of("columns_not_updated")


@pytest.mark.parametrize("format", FORMATS)
def test_overlay_with_every_kind_of_change_comes_back(format: str) -> None:
    """What the overlay file says is written again as an overlay, and whole."""
    made = read_checklist(PROVINCE)

    assert made == read_checklist(dump_checklist(made, format=format, base=NATIONAL_2019))
    assert made == read_checklist(dump_checklist(made, format=format))


def test_overlay_of_an_own_list() -> None:
    """A base that does not ship is given by the caller; its parameters stay where the overlay names none."""
    base = read_checklist(PROVINCE)
    head = f'schema = "{SCHEMA}"\nbase = "invented-2024"\nid = "city"\ntitle = ""\ntitle_en = ""\n'
    text = head + "[params.columns_not_updated]\nrest_months = 6\n"
    city = read_checklist(text, bases=[base])

    assert ColumnsNotUpdatedParams(7, 6, 6, long_stale_counts=LongStaleCounts.REST_ONLY) == city.params_of("columns_not_updated")
    assert city == read_checklist(dump_checklist(city, base=base), bases=[base])
    with pytest.raises(InputError, match="2: no such list; field 'base' is 'invented-2024'; expected one of national-2019"):
        read_checklist(text)


def test_no_overlay_of_another_list() -> None:
    """A list that does not stand on the base is not written as its overlay."""
    with pytest.raises(ChecklistError, match="'census-2015' is no overlay of 'national-2019'"):
        dump_checklist(CENSUS_2015, base=NATIONAL_2019)


def test_numbers_are_exact() -> None:
    """0.1, "1/20" and 5 are read as they are written, without binary rounding."""
    small = read_checklist(SMALL)

    assert (Fraction(1, 10), Fraction(1, 20), 5) == (
        small.clause("L1").points.amount,
        small.clause("L2").trigger.limit,
        small.headings[0].cap,
    )
    assert (None, 60) == (small.scheme.bonus_above, small.scheme.pass_mark)


@frozen
class Odd:
    """Parameters of an indicator that does not ship, with fields of every kind."""

    days: int = 14
    strict: bool = False
    share: Fraction = Fraction(1, 3)
    seconds: float = 15.0
    words: tuple[str, ...] = ()
    kinds: frozenset[TriggerKind] = frozenset()
    since: date | None = date(2019, 1, 1)


ODD = Indicator("odd", ("怪", "Odd"), "X", SubjectKind.SITE, (), (), lambda: (), Odd())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "record", [Odd(), Odd(3, True, Fraction(4, 3), 0.5, ("a", '"\\\x7f'), frozenset(TriggerKind), None), Odd(since=date(2020, 2, 29))]
)
def test_params_of_own_indicators(record: Odd, format: str) -> None:
    """Parameter records of indicators that the caller brings come back equal."""
    listed = evolve(read_checklist(SMALL), params=(("odd", record),))

    assert listed == read_checklist(dump_checklist(listed, format=format), indicators=[ODD])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "id, params",
    [("realtime_interaction", AnswerParams(5)), ("realtime_interaction", AnswerParams(1)), ("message_disclosure", ClassParams(days=60))],
)
def test_params_shared_by_indicators(id: str, params: AnswerParams | ClassParams, format: str) -> None:
    """A value that is the record's default and not the indicator's is written, so that reading brings it back."""
    listed = evolve(read_checklist(SMALL), params=((id, params),))

    assert params == read_checklist(dump_checklist(listed, format=format)).params_of(id)


def test_no_calendar_in_a_file() -> None:
    """A calendar is no text: a file that gives one is refused with its line."""
    with pytest.raises(InputError, match=r"a value of another type; field 'params.reply_quality.calendar' is 'x'; expected WorkCalendar"):
        read_checklist(SMALL + '[params.reply_quality]\ncalendar = "x"\n')


@pytest.mark.parametrize(
    "old, new, row, message",
    [
        ('id = "small"\n', "", None, "Checklist needs this field; field 'id'"),
        ('id = "small"', "id = 7", 2, "a value of another type; field 'id' is 7; expected text"),
        ("checklist/1", "checklist/9", 1, "another kind of document; field 'schema' is 'govsite-rules/checklist/9'"),
        ("[scheme]", "[schema]", 6, "no TOML"),
        ("bonus_above", "bonus_abve", 7, "Scheme has no such field; field 'scheme.bonus_abve'; expected bonus_above"),
        ('"none"', '"some"', 7, "no exact number; field 'scheme.bonus_above' is 'some'"),
        ('"none"', "inf", 7, "no exact number"),
        ('"none"', "true", 7, "no exact number; field 'scheme.bonus_above' is True"),
        ('"none"', "1e400", 7, "no exact number"),
        ('"none"', "-1e-400", 7, "no exact number"),
        ('"none"', "2019-01-01", 7, "no exact number"),
        ("points = 5", "points = [5]", 13, "no exact number"),
        ('id = "L1"', 'id = ["L1"]', 24, "a value of another type; field 'clauses[0].id' is \\['L1'\\]; expected text"),
        ('codes = ["home_link_dead"]', 'codes = "home_link_dead"', 27, "no array; field 'clauses[0].codes'"),
        ('codes = ["home_link_dead"]', "codes = [\n  1,\n]", 27, "field 'clauses[0].codes[0]' is 1; expected text"),
        ("each = true", "each = 1", 28, "field 'clauses[0].points.each' is 1; expected true or false"),
        ("amount = 0.1", "amont = 0.1", 28, "Points has no such field; field 'clauses[0].points.amont'; expected amount"),
        ("{amount = 0.1, each = true}", "3", 28, "no points; field 'clauses[0].points' is 3; expected a table"),
        ('kind = "share"', 'kind = "sher"', 35, "an unknown word; field 'clauses[1].trigger.kind' is 'sher'; expected one of any, count"),
        ('"1/20"', '"1/0"', 35, "no exact number; field 'clauses[1].trigger.limit' is '1/0'; expected a number such as 2 or 0.5"),
        ('"1/20"', '"1e9999999"', 35, "no exact number"),
        ('"1/20"', '"１/２０"', 35, "no exact number"),
        ("[[headings]]", "[[heading]]", 15, "Checklist has no such field; field 'heading'; expected headings"),
        ('title = "节"', "", 9, "Section needs this field; field 'sections[0].title'"),
    ],
)
def test_toml_errors_say_where(old: str, new: str, row: int | None, message: str) -> None:
    """Every wrong place is named by file, line and field, with its value and what would be right."""
    assert SMALL.count(old) == 1
    with pytest.raises(InputError, match=message.replace("[0]", r"\[0\]").replace("[1]", r"\[1\]")) as caught:
        read_checklist(SMALL.replace(old, new), file="small.toml")

    assert ("small.toml", row) == (caught.value.file, caught.value.row)


@pytest.mark.parametrize(
    "old, new, row, message",
    [
        ('"pass_mark": 70', '"pass_mark": NaN', 17, "no exact number; field 'scheme.pass_mark'"),
        ('"pass_mark": 70', '"pass_mark": 70,\n"full": Infinity', 18, "no exact number; field 'scheme.full'"),
        ('"pass_mark": 70', '"pass_mark": [],', 18, "no JSON"),
        ('"pass_mark": 70', '"pass_mark": [\n7]', 17, "no exact number"),
        ('"pass_mark": 70', '"pass_mark": 70,\n"p\\u0061ss_mark": 71', 17, "given twice; field 'scheme.pass_mark'; expected each"),
        ('"each": true', '"each": null', 40, "field 'change[0].points.each'"),
        ('"id": "D4.3.1"', '"note": "D4.3.1"', 36, "no clause of 'national-2019'; field 'change[0].id'"),
        ('"B5.1.1"', "5", 14, "field 'drop[1]' is 5; expected text"),
    ],
)
def test_json_errors_say_where(old: str, new: str, row: int, message: str) -> None:
    """JSON has a line for each value."""
    text = dump_checklist(read_checklist(PROVINCE), format="json", base=NATIONAL_2019)
    assert text.count(old) == 1
    with pytest.raises(InputError, match=message.replace("[0]", r"\[0\]").replace("[1]", r"\[1\]")) as caught:
        read_checklist(text.replace(old, new), file="p.json")

    assert ("p.json", row) == (caught.value.file, caught.value.row)


@pytest.mark.parametrize(
    "old, new, kind, message",
    [
        ('"V3.2"', '"V3.9"', ChecklistError, "p.toml:8: overlay 'invented-2024' of 'national-2019': no such clause: V3.9"),
        ('id = "D4.3.1"', 'id = "D4.3.9"', InputError, "27: no clause of 'national-2019'; field .* is 'D4.3.9'; expected .* D4.3.2"),
        ('id = "D4.10.1"', 'id = "D4.1.1"', ChecklistError, "p.toml:31: overlay .*already there, use change: D4.1.1"),
        ('id = "D4.10.1"', 'id = "D4.10.1"\ninherited = "x"', InputError, "p.toml:33: Clause has no such field; field 'add.0.*inherited'"),
        ("points = {amount = 1}", "", ChecklistError, "p.toml:31: .*clause D4.10.1: a scored clause needs points"),
        ("notes =", "partial = 'x'\nnotes =", InputError, "p.toml:9: an overlay has no such field; field 'partial'"),
        ('title_en = "An invented province"\n', "", InputError, "an overlay needs this field; field 'title_en'"),
        ("params.columns_not_updated", "params.columns_not_updatd", InputError, "14: no such indicator.*expected columns_not_updated"),
        ("[params.columns_not_updated]", "[params]\n[params.odd]", InputError, "p.toml:15: no such indicator"),
        ("news_days = 7", "news_day = 7", InputError, "p.toml:15: .*field 'params.columns_not_updated.news_day'; expected news_days"),
        ("news_days = 7", "news_days = true", InputError, "p.toml:15: .*is True; expected a whole number"),
        ("in_force = 2024-03-01", "in_force = 2024-03-01T00:00:00", InputError, "p.toml:7: no day; field 'in_force'"),
        ("in_force = 2024-03-01", 'in_force = "2024-02-30"', InputError, "p.toml:7: no day; field 'in_force' is '2024-02-30'"),
        ("in_force = 2024-03-01", "in_force = 2024-02-30", InputError, "p.toml:7: no TOML"),
        ("[[change]]", "[change]", InputError, "p.toml:26: no array; field 'change'"),
        (
            'id = "D4.3.1"',
            'id = "D4.3.1"\ncodes = ["home_link_deed"]',
            InputError,
            "28: no such code .*'home_link_deed'; expected home_link_dead",
        ),
    ],
)
def test_overlay_errors_say_where(old: str, new: str, kind: type[GovsiteError], message: str) -> None:
    """What an overlay gets wrong is named with file and line, contradictions with its base included."""
    assert PROVINCE.count(old) == 1
    with pytest.raises(kind, match=message):
        read_checklist(PROVINCE.replace(old, new), file="p.toml")


@pytest.mark.parametrize(
    "old, new, message",
    [
        ('"home_link_dead"', '"home_link_deed"', "27: no such code .*'clauses.0..codes.0.' is 'home_link_deed'; expected home_link_dead$"),
        ('"home_link_dead"', '"home_link_dead", "xyz"', r"'clauses.0..codes.1.' is 'xyz'; expected \w+, \w+"),
        ('["try_failed"]', '["dead"]', r"34: no such code .*'clauses.1.\.codes.0.' is 'dead'"),
    ],
)
def test_a_code_that_no_indicator_gives_is_refused_in_a_whole_list(old: str, new: str, message: str) -> None:
    """With the nearest, and where none is near with all of them."""
    with pytest.raises(InputError, match=message):
        read_checklist(SMALL.replace(old, new))


def test_what_is_no_clause_has_no_codes() -> None:
    """A list of words in place of clauses is refused as such."""
    with pytest.raises(InputError, match=r"clauses.0"):
        read_checklist(SMALL[: SMALL.index("[[clauses]]")].replace("\n[scheme]", '\nclauses = ["L1"]\n[scheme]', 1))


def test_doubled_clause_is_named_at_its_second_place() -> None:
    """Two clauses of one id: the error points at the later one."""
    with pytest.raises(ChecklistError, match=r"^small.toml:30: .*given twice: L1"):
        read_checklist(SMALL.replace('id = "L2"', 'id = "L1"'), file="small.toml")


def test_a_whole_list_changes_nothing() -> None:
    """change, add and drop belong to overlays."""
    with pytest.raises(InputError, match="5: a whole list changes nothing; field 'drop'"):
        read_checklist(SMALL.replace("\n[scheme]", 'drop = ["L1"]\n[scheme]'))


def test_indicator_without_params_takes_none() -> None:
    """Parameters of an indicator that has nothing to adjust are refused."""
    with pytest.raises(InputError, match="this indicator has nothing to adjust"):
        read_checklist(SMALL + "[params.odd]\ndays = 1\n", indicators=[evolve(ODD, params=None)])


RUBBISH = ["[]", "7", '"x"', "null", "{", '{"schema": 1}', "{}", "", "\x00", "schema = 'x", "\ud800", "[[[" * 10_000]


@pytest.mark.parametrize("text", RUBBISH)
@pytest.mark.parametrize("format", [*FORMATS, None])
def test_what_is_no_checklist(text: str, format: str | None) -> None:
    """Other documents, cut ones and rubbish are input errors."""
    with pytest.raises(InputError) as caught:
        read_checklist(text, file="some file", format=format)

    assert "some file" == caught.value.file


def test_limits_of_size() -> None:
    """A text at the limit is read, one beyond it is refused; so are lines made to keep the reader busy."""
    filler = "#" * (MAX_CHARS - len(SMALL))

    assert "small" == read_checklist(SMALL + filler).id
    with pytest.raises(LimitError, match=f"at most {MAX_CHARS} characters"):
        read_checklist(SMALL + filler + "#")
    dots = SMALL.replace('"Small"', f'"{"." * MAX_DOTS}"')

    assert "." * MAX_DOTS == read_checklist(dots).title_en
    with pytest.raises(LimitError, match=f"d.toml: .*at most {MAX_DOTS} in a line"):
        read_checklist(SMALL.replace('"Small"', f'"{"." * (MAX_DOTS + 1)}"'), file="d.toml")


def test_format_is_told_by_name_or_first_sign() -> None:
    """A name ending in .json or .toml decides, else the first sign of the text."""
    toml, made = SMALL, read_checklist(SMALL)
    text = dump_checklist(made, format="json")

    assert made == read_checklist(text) == read_checklist(text, file="a.json") == read_checklist("\n " + text, file="a")
    assert made == read_checklist(toml, file="a.toml") == read_checklist(toml, file="a.txt")
    with pytest.raises(InputError, match=r"a\.toml:1: no TOML"):
        read_checklist(text, file="a.toml")
    with pytest.raises(InputError, match=r"a\.json:1: no JSON"):
        read_checklist(toml, file="a.json")


def test_load_from_files(tmp_path: Path) -> None:
    """Files in UTF-8, with or without a byte order mark."""
    plain, marked = tmp_path / "p.toml", tmp_path / "p.json"
    plain.write_text(PROVINCE, "utf-8")
    marked.write_text(dump_checklist(read_checklist(PROVINCE), format="json"), "utf-8-sig")

    assert load_checklist(plain) == load_checklist(str(marked)) == read_checklist(PROVINCE)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, another encoding and an endless file are input errors that name the file."""
    (tmp_path / "gbk.toml").write_bytes('# one\ntitle = "清单"'.encode("gbk"))
    (tmp_path / "big.toml").write_bytes(b"#" * (4 * MAX_CHARS + 10))
    for name, kind, message in (
        ("none.toml", InputError, "cannot be read"),
        ("", InputError, "cannot be read"),
        ("gbk.toml", InputError, "gbk.toml:2: not UTF-8"),
        ("big.toml", LimitError, "too large"),
    ):
        with pytest.raises(kind, match=message) as caught:
            load_checklist(tmp_path / name)

        assert caught.value.file == str(tmp_path / name) if name else True


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
names = st.text("abcxyz_.-1'\"", min_size=1, max_size=6)
amounts = st.fractions(min_value=0, max_value=1000, max_denominator=10_000)
maybe = st.sampled_from([None, True, False])
rules = st.builds(AppliesTo, st.sampled_from([None, *SubjectKind]), maybe, maybe, maybe)
points = st.builds(
    Points,
    amounts,
    st.booleans(),
    st.lists(st.builds(Tier, st.integers(1, 9), amounts), max_size=2).map(tuple),
    words,
    st.none() | amounts,
)


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """Lists of any shape that a list may have."""
    section = st.builds(Section, names, words, words, st.none() | amounts)
    sections = draw(st.lists(section, unique_by=lambda s: s.id, min_size=1, max_size=3))
    heads = draw(st.lists(st.tuples(names, st.sampled_from(Part)), unique=True, min_size=1, max_size=4))
    headings = [
        Heading(
            *(name, draw(words), draw(words), draw(st.sampled_from(sections)).id, part),
            draw(st.none() | amounts),
            tuple(draw(st.lists(st.tuples(rules, amounts), max_size=2))),
        )
        for name, part in heads
    ]
    clauses = []
    for id in draw(st.lists(names, unique=True, max_size=4)):
        name, part = draw(st.sampled_from(heads))
        scored = part is not Part.VETO
        kind = draw(st.sampled_from(TriggerKind))
        limit = Fraction(1, draw(st.integers(1, 99))) if kind is TriggerKind.SHARE else Fraction(draw(st.integers(1, 99)))
        clauses.append(
            Clause(
                *(id, part, name, tuple(draw(st.lists(names, max_size=2))), draw(words), draw(words)),
                Trigger(kind, limit, draw(st.booleans())),
                draw(points) if scored else None,
                draw(rules),
                tuple(draw(st.lists(st.tuples(rules, points), max_size=1))) if scored else (),
                draw(st.sampled_from(Attestation)),
                draw(st.sampled_from(Automation)),
                draw(words),
                draw(words),
            )
        )
    scheme = Scheme(
        *(draw(amounts), draw(st.none() | amounts), draw(maybe), draw(st.none() | amounts), draw(rules)),
        tuple(draw(st.lists(st.builds(Rescale, rules, st.lists(words, max_size=2).map(tuple), amounts), max_size=2))),
    )
    return Checklist(
        *(draw(names), draw(words), draw(words), tuple(clauses), tuple(headings), tuple(sections), scheme),
        document=draw(words),
        in_force=draw(st.none() | st.dates()),
        base=draw(words),
        partial=draw(words),
        notes=tuple(draw(st.lists(words, max_size=3))),
    )


@settings(max_examples=60)
@given(checklists(), st.sampled_from(FORMATS))
def test_any_list_comes_back_equal(listed: Checklist, format: str) -> None:
    """Whatever text, number or rule a list holds, it is read as it was written."""

    assert listed == read_checklist(dump_checklist(listed, format=format))


SCRAPS = ["", '"', "[", "{", "}", "]", "=", "1", "0.5", "none", "true", "\n", "id", "[[add]]\n", "é", "\x00", "1e999"]


@settings(max_examples=150)
@given(st.data(), st.sampled_from([SMALL, PROVINCE, dump_checklist(read_checklist(PROVINCE), format="json", base=NATIONAL_2019)]))
def test_damaged_files_give_only_documented_errors(data: st.DataObject, text: str) -> None:
    """A file cut, doubled or overwritten anywhere is a list or a documented error, nothing else."""
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(start + data.draw(st.integers(0, 12)), len(text))
        text = text[:start] + data.draw(st.sampled_from(SCRAPS)) + text[end:]
    with suppress(GovsiteError):
        assert read_checklist(text).id


def test_written_json_is_json() -> None:
    """The JSON form starts with its schema name and holds plain values."""
    data = json.loads(dump_checklist(NATIONAL_2019, format="json"))

    assert ("schema", SCHEMA) == next(iter(data.items()))
    assert (0.5, 103, "2019-04-18") == (data["clauses"][70]["points"]["amount"], len(data["clauses"]), data["in_force"])
    assert date.fromisoformat(data["in_force"]) < datetime(2019, 5, 1).date()
