"""Checklist files at their edges: what errors say without a name or a line, limits as documented, rows of odd documents, short overlays."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve, frozen

from govsite_rules.checklists import (
    CENSUS_2015,
    LIAONING_2019,
    NATIONAL_2019,
    Attestation,
    Checklist,
    Points,
    Trigger,
    TriggerKind,
    dump_checklist,
    load_checklist,
    read_checklist,
)
from govsite_rules.checklists._rows import json_rows, toml_rows
from govsite_rules.checklists.files import MAX_CHARS, MAX_DOTS
from govsite_rules.errors import ChecklistError, InputError, LimitError
from govsite_rules.indicators import Indicator
from govsite_rules.indicators.v_site_vetoes.columns_not_updated import ColumnsNotUpdatedParams
from govsite_rules.values import Subject, SubjectKind

SMALL = """\
schema = "govsite-rules/checklist/1"
id = "small"
title = ""
title_en = ""
clauses = []
"""


def refused(text: str, *, kind: type[Exception] = InputError, **more: object) -> InputError:
    with pytest.raises(kind) as caught:
        read_checklist(text, **more)  # type: ignore[arg-type]
    assert isinstance(caught.value, InputError)
    return caught.value


def test_limits_are_those_of_the_documentation() -> None:
    """A million characters, 300 dots in a line."""
    assert (1_000_000, 300) == (MAX_CHARS, MAX_DOTS)


@pytest.mark.parametrize(
    "text,format",
    [
        (SMALL.replace("small", '"'), "toml"),
        ("{", "json"),
        ("[]", "json"),
        (SMALL.replace("title =", "tilte ="), None),
        (SMALL + "x = 1", None),
    ],
)
def test_errors_of_a_text_without_a_name_have_no_file(text: str, format: str | None) -> None:
    """Nobody gave a name: the error has None, not an empty one."""
    assert refused(text, format=format).file is None


@pytest.mark.parametrize("text", ["#" * (MAX_CHARS + 1), "a = '" + "." * (MAX_DOTS + 1) + "'"])
def test_limits_of_a_text_without_a_name_have_no_file(text: str) -> None:
    """The same for what is too large."""
    assert refused(text, kind=LimitError).file is None


def test_what_is_no_table_is_wrong_from_its_first_line() -> None:
    """A document that is no object is wrong in line 1, and no field of it is."""
    found = refused("[]", format="json", file="a.json")

    assert ("a.json", 1, None) == (found.file, found.row, found.field)


def test_nesting_that_is_too_deep_is_called_so() -> None:
    """A text nested without end is told from one that is wrong at a place."""
    assert "nested too deep" in str(refused("[" * 100_000, format="json"))
    assert "nested too deep" not in str(refused("[}", format="json"))
    assert 2 == refused('{\n"a": }', format="json").row


def test_a_document_of_nothing_lacks_what_a_list_needs() -> None:
    """Without base and clauses it is a whole list that lacks its fields, not an overlay."""
    assert "Checklist needs this field" in str(refused('schema = "govsite-rules/checklist/1"\n'))


def test_contradictions_of_a_text_without_a_name_say_the_line_or_nothing() -> None:
    """File and line where there are any, and no stray colon where there is neither."""
    head = SMALL.replace("clauses = []\n", "")
    sections = '[[sections]]\nid = "S"\ntitle = ""\ntitle_en = ""\n' * 2
    twice = f"{head}{sections}[[clauses]]\nid = 'V'\npart = 'veto'\nindicator = 'i'\ncodes = []\n"
    with pytest.raises(ChecklistError, match=r"^checklist 'small': section ids must be unique"):
        read_checklist(twice)
    with pytest.raises(ChecklistError, match=r"^a\.toml: checklist 'small': section ids must be unique"):
        read_checklist(twice, file="a.toml")
    points = twice.replace("part = 'veto'", "part = 'veto'\npoints = {amount = 1}").replace(
        'id = "S"\ntitle = ""', 'id = "T"\ntitle = ""', 1
    )
    with pytest.raises(ChecklistError, match=r"^13: checklist 'small': clause V: a veto carries no points"):
        read_checklist(points)


def test_the_whole_of_something_is_a_share() -> None:
    """A limit of 1 is all of them, and no contradiction; nearest ids are named, three at most."""
    whole = "[[clauses]]\nid = 'V1'\npart = 'veto'\nindicator = 'i'\ncodes = []\ntrigger = {kind = 'share', limit = 1}\n"
    more = "".join(whole.replace("V1", f"V{number}") for number in range(1, 6))
    listed = read_checklist(SMALL.replace("clauses = []\n", "") + more)

    assert {Trigger(TriggerKind.SHARE, Fraction(1))} == {one.trigger for one in listed.clauses}
    with pytest.raises(ChecklistError, match=r"nearest: V\d, V\d, V\d$"):
        listed.clause("V9")


@pytest.mark.parametrize("pair", ["[{portal = true}]", "[{portal = true}, 1, 2]", "[]"])
def test_a_pair_has_two_members(pair: str) -> None:
    """A rule without its cap, or with two, is refused with the number there should be."""
    text = SMALL + f"[[headings]]\nindicator = 'i'\ntitle = ''\ntitle_en = ''\nsection = 'S'\npart = 'bonus'\ncap_for = [{pair}]\n"

    assert "an array of another length" in str(found := refused(text))
    assert ("headings[0].cap_for[0]", 12) == (found.field, found.row)
    assert "expected 2 members" in str(found)


@pytest.mark.parametrize("written,full", [("1e2", 100), ("12.50", Fraction(25, 2)), ("5e-2", Fraction(1, 20)), ("1E+3", 1000)])
def test_powers_of_ten_are_numbers(written: str, full: Fraction) -> None:
    """However a decimal is written it is exact."""
    assert full == read_checklist(SMALL + f"[scheme]\nfull = {written}\n").scheme.full


OVERLAY = 'schema = "govsite-rules/checklist/1"\nbase = "national-2019"\nid = "x"\ntitle = ""\ntitle_en = ""\n'


@pytest.mark.parametrize(
    "text,message",
    [
        (OVERLAY + 'documnet = ""\n', "expected document$"),
        (OVERLAY + "q = 1\n", "expected one of id, title, title_en, headings, .*change, add, drop$"),
        (OVERLAY + '[[change]]\nid = "zzz"\n', "expected an id such as V1.1, V1.2, V1.3$"),
        (OVERLAY + '[[change]]\nid = "D4.3.9"\n', r"expected an id such as D4\.[\d.]+, D4\.[\d.]+, D4\.[\d.]+$"),
        (OVERLAY.replace('"national-2019"', '["national-2019"]'), "no such list; field 'base'"),
        (OVERLAY.replace('"national-2019"', "2019"), "no such list; field 'base'"),
        (OVERLAY + "params = 3\n", "no table; field 'params' is 3; expected a table for each indicator"),
    ],
)
def test_what_an_overlay_gets_wrong_is_answered_with_what_is_near(text: str, message: str) -> None:
    """The nearest field or ids, at most three, or else the first there are."""
    with pytest.raises(InputError, match=message):
        read_checklist(text)


@frozen
class Needs:
    """Parameters with a field that has no default, and a set."""

    days: int
    strict: bool = False
    kinds: frozenset[TriggerKind] = frozenset()


NEEDS = Indicator("needs", ("需", "Needs"), "X", SubjectKind.SITE, (), (), lambda: (), Needs(14))


def test_params_not_given_are_those_of_the_indicator() -> None:
    """A file changes some fields; the others, also those without a default, stay the indicator's own. Sets are written in order."""
    listed = read_checklist(SMALL + "[params.needs]\nstrict = true\n", indicators=[NEEDS])
    kinds = evolve(listed, params=(("needs", Needs(14, kinds=frozenset(TriggerKind))),))

    assert Needs(14, True) == listed.params_of("needs")
    assert sorted(TriggerKind) == json.loads(dump_checklist(kinds, format="json"))["params"]["needs"]["kinds"]


def test_files_are_read_whole(tmp_path: Path) -> None:
    """Characters count, not bytes: a list whose remarks take four bytes each is read; what cannot be read says why."""
    text = "#" + "𠀀" * (MAX_CHARS - len(SMALL) - 2) + "\n" + SMALL
    (tmp_path / "big.toml").write_text(text, "utf-8")
    (tmp_path / "bad.toml").write_bytes(b"\n\xff")

    assert MAX_CHARS == len(text)
    assert "small" == load_checklist(tmp_path / "big.toml").id
    with pytest.raises(InputError, match=r"bad\.toml:2: not UTF-8"):
        load_checklist(tmp_path / "bad.toml")
    with pytest.raises(InputError, match=r"none\.toml: cannot be read: No such file or directory"):
        load_checklist(tmp_path / "none.toml")


def test_each_format_is_written_as_itself() -> None:
    """TOML unless JSON is asked for; JSON indented by two; no empty tables in either."""
    listed = read_checklist(SMALL)
    toml, text = dump_checklist(listed), dump_checklist(listed, format="json")

    assert toml.startswith('schema = "govsite-rules/checklist/1"\nid = "small"\n')
    assert text.startswith('{\n  "schema": "govsite-rules/checklist/1",\n  "id": "small"')
    assert text.endswith("}\n")
    assert {"schema", "id", "title", "title_en", "clauses"} == set(json.loads(text)) == {line.split(" ")[0] for line in toml.splitlines()}


def test_arrays_of_several_members_stand_on_lines_of_their_own() -> None:
    """One member stays in its line, two do not."""
    one, two = (
        dump_checklist(NATIONAL_2019.overlay("x", "", "", drop=ids), base=NATIONAL_2019) for ids in (["B5.1.1"], ["V3.2", "B5.1.1"])
    )

    assert 'drop = ["B5.1.1"]\n' in one
    assert 'drop = [\n  "V3.2",\n  "B5.1.1",\n]\n' in two


def test_an_overlay_of_an_overlay_does_not_repeat_its_params() -> None:
    """Parameters that the base has set already are the base's."""
    base = NATIONAL_2019.overlay("x", "", "", params=[("columns_not_updated", ColumnsNotUpdatedParams(news_days=7))])
    same, other = (
        base.overlay("y", "", "", params=given) for given in ([], [("columns_not_updated", ColumnsNotUpdatedParams(news_days=9))])
    )

    assert "params" not in dump_checklist(same, base=base)
    assert "[params.columns_not_updated]\nnews_days = 9\n" in dump_checklist(other, base=base)


@pytest.mark.parametrize(
    "text,rows",
    [
        (
            "[[a.b]]\nc = 1\n[[a.b]]\nc = 2",
            {("a", "b"): 1, ("a", "b", 0): 1, ("a", "b", 0, "c"): 2, ("a", "b", 1): 3, ("a", "b", 1, "c"): 4},
        ),
        ("[a]\nb.c = [\n1,\n]\nd = {e = [1]}\nf = 2", {("a",): 1, ("a", "b"): 2, ("a", "b", "c"): 2, ("a", "d"): 5, ("a", "f"): 6}),
        ('a = """\nb = 1\n[c]\n"""\nd = 1 # [e]\n"f" = 2', {("a",): 1, ("d",): 5}),
        (
            "[[a]]\n[a.b]\nc = 1\n[[a.d]]\n",
            {("a", 0): 1, ("a",): 1, ("a", 0, "b"): 2, ("a", 0, "b", "c"): 3, ("a", 0, "d"): 4, ("a", 0, "d", 0): 4},
        ),
    ],
)
def test_rows_of_toml(text: str, rows: dict[tuple[str | int, ...], int]) -> None:
    """Tables, repeated ones in each other, dotted keys, arrays over many lines, and text that looks like TOML."""
    assert rows == toml_rows(text)


def test_rows_of_json() -> None:
    """Every value by its path; the first name given twice."""
    rows, twin = json_rows('{"a": [1,\n{"b": 2}],\n"c": {"d": "x:,"},\n"c": 3, "a": 4}')

    assert ({(): 1, ("a",): 1, ("a", 0): 1, ("a", 1): 2, ("a", 1, "b"): 2, ("c",): 3, ("c", "d"): 3}, ("c",)) == (rows, twin)
    assert ({(): 1}, None) == json_rows("7")


# -- the census in numbers -------------------------------------------------------------------------------------------


def test_the_census_takes_five_points_for_each_per_cent_of_failed_tries() -> None:
    """From 1 to 4 per cent of the tries, 5 points each time; 5 per cent is a veto."""
    clauses = [CENSUS_2015.clause(f"A1.{number}") for number in (1, 2, 3, 4)]

    assert [Trigger(TriggerKind.SHARE, Fraction(number, 100)) for number in (1, 2, 3, 4)] == [one.trigger for one in clauses]
    assert {Points(5)} == {one.points for one in clauses}
    assert {Attestation.READING} == {one.attestation for one in clauses}
    assert Fraction(5, 100) == CENSUS_2015.clause("V2.1").trigger.limit


def test_the_census_asks_portals_for_more_surveys_than_others() -> None:
    """门户 6, others 3 in a year: each clause is for its own kind of site."""
    portal, other = (Subject(SubjectKind.SITE, "s", portal=known) for known in (True, False))
    clauses = [one for one in CENSUS_2015.clauses if one.applies_to.portal is not None]

    assert [("门户网站 1 年内开展少于 6 次", True, False), ("其他网站 1 年内开展少于 3 次", False, True)] == [
        (one.summary, one.applies_to.covers(portal), one.applies_to.covers(other)) for one in clauses
    ]


@pytest.mark.parametrize("listed,day", [(CENSUS_2015, "2015-03-24"), (NATIONAL_2019, "2019-04-18"), (LIAONING_2019, None)])
def test_days_in_force(listed: Checklist, day: str | None) -> None:
    """The day of the document, where it is known."""
    assert day == (listed.in_force and listed.in_force.isoformat())


def test_a_list_without_a_word_has_nothing_of_its_own() -> None:
    """Defaults of a list: no notes, no base, no selection, a scheme of 100, 60 and 80."""
    listed = read_checklist(SMALL)

    assert ((), "", "", None, ()) == (listed.notes, listed.base, listed.partial, listed.in_force, listed.params)
    scheme = listed.scheme
    assert (100, 60, True, 80, True) == (
        *(scheme.full, scheme.pass_mark, scheme.pass_mark_passes, scheme.bonus_above),
        scheme.scored.portal,
    )
    assert (1, True) == (Trigger().limit, Trigger().inclusive)
    assert (0, False, None) == (Points().amount, Points().each, Points().group_cap)
    assert evolve(listed, id="other").id == "other"
