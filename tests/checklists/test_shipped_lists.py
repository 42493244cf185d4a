"""The lists that ship: complete, summing to what they say, and attested clause by clause."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from govsite_rules.checklists import (
    CENSUS_2015,
    CHECKLISTS,
    LIAONING_2019,
    NATIONAL_2019,
    Attestation,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    TriggerKind,
    checklist,
    national_2019,
)
from govsite_rules.errors import ChecklistError
from govsite_rules.indicators import CATALOG
from govsite_rules.scoring.verdict import judge
from govsite_rules.values import Finding, Outcome, Subject, SubjectKind, Target, TargetKind

IDS = """
V1.1 V1.2 V1.3 V1.4 V1.5 V1.6 V2.1 V3.1 V3.2 V4.1 V4.2 V4.3 V5.1 V5.2 V6.1 V6.2 V6.3
N1.1 N1.2 N1.3 N1.4 N2.1 N2.2 N3.1 N3.2
D1.1.1 D1.1.2 D1.2.1 D1.2.2 D1.3.1 D1.3.2 D1.4.1 D1.4.2 D1.5.1 D1.5.2 D1.6.1 D1.6.2 D1.7.1 D1.8.1 D1.8.2 D1.9.1 D1.9.2
D2.1.1 D2.2.1 D2.2.2 D2.3.1 D2.3.2 D2.3.3 D2.4.1 D2.4.2 D2.4.3 D2.4.4 D2.4.5 D2.5.1 D2.6.1
D3.1.1 D3.2.1 D3.3.1 D3.3.2 D3.3.3 D3.3.4 D3.4.1 D3.4.2
D4.1.1 D4.1.2 D4.1.3 D4.2.1 D4.2.2 D4.2.3 D4.2.4 D4.2.5 D4.2.6 D4.3.1 D4.3.2 D4.4.1 D4.4.2 D4.4.3 D4.4.4
D4.5.1 D4.5.2 D4.5.3 D4.6.1 D4.7.1 D4.7.2 D4.8.1 D4.9.1
B1.1.1 B1.1.2 B1.1.3 B1.2.1 B2.1.1 B2.1.2 B2.2.1 B2.3.1 B3.1.1 B3.1.2 B3.2.1 B3.2.2 B4.1.1 B4.1.2 B4.1.3 B4.2.1 B5.1.1
""".split()

CAPS = {
    "overview_information": 2,
    "agency_functions": 2,
    "leader_information": 2,
    "news_updates": 5,
    "policy_documents": 5,
    "policy_interpretation": 5,
    "interpretation_ratio": 3,
    "interpretation_links": 3,
    "other_columns": 4,
    "service_catalogue": 3,
    "online_application": 5,
    "service_statistics": 2,
    "service_guides": 8,
    "guide_accuracy": 5,
    "forms_and_samples": 2,
    "message_submission": 7,
    "unified_login": 3,
    "message_disclosure": 6,
    "reply_quality": 7,
    "domain_and_name": 3,
    "identity_marks": 3,
    "link_availability": 1,
    "error_report_entry": 4,
    "site_search": 4,
    "single_sign_on": 2,
    "page_tags": 1,
    "browser_compatibility": 2,
    "ipv6_readiness": 1,
    "data_publication": 4,
    "interpretation_formats": 3,
    "service_evaluation": 2,
    "service_integration": 2,
    "service_policy_links": 2,
    "realtime_interaction": 5,
    "surveys": 3,
    "smart_search": 4,
    "user_space": 2,
    "innovation": 3,
}


def most(clause: Clause) -> Fraction:
    """Points of one target of a clause, at most."""
    assert clause.points is not None
    return max([clause.points.amount, *(tier.points for tier in clause.points.tiers)])


def of(clauses: tuple[Clause, ...], attestation: Attestation) -> list[str]:
    return [clause.id for clause in clauses if clause.attestation is attestation]


def test_national_list_has_every_clause_once_in_order() -> None:
    """The three parts of the list, V1.1 to B5.1.1, none missing and none more."""

    assert IDS == [clause.id for clause in NATIONAL_2019.clauses]


def test_national_list_has_47_headings_with_their_points() -> None:
    """9 veto, 28 deduction and 10 bonus indicators; the points of the scored ones as the list gives them."""
    headings = NATIONAL_2019.headings

    assert (9, 28, 10) == tuple(sum(heading.part is part for heading in headings) for part in Part)
    assert CAPS == {heading.indicator: heading.cap for heading in headings if heading.part is not Part.VETO}
    assert {None} == {heading.cap for heading in headings if heading.part is Part.VETO}
    assert all(heading.title and heading.title_en for heading in headings)


def test_sections_sum_to_100_and_30() -> None:
    """Sections 31, 25, 23, 21 and 7, 6, 8, 6, 3 are what their indicators sum to."""
    points = {section.id: section.points for section in NATIONAL_2019.sections if section.points is not None}
    sums = {id: sum(heading.cap for heading in NATIONAL_2019.headings if heading.section == id) for id in points}

    assert {"D1": 31, "D2": 25, "D3": 23, "D4": 21, "B1": 7, "B2": 6, "B3": 8, "B4": 6, "B5": 3} == points == sums
    assert (100, 30) == tuple(sum(value for id, value in points.items() if id.startswith(part)) for part in "DB")


def test_departments_sum_to_100_and_75() -> None:
    """概况信息 is not checked on departments' portals, 机构职能 is worth 4 instead: the sum stays 100, without services 75."""
    department = Subject(SubjectKind.SITE, "bm1", portal=True, department=True, services=False)
    applying = {c.indicator for c in NATIONAL_2019.clauses if c.part is Part.DEDUCTION and c.applies_to.covers(department)}
    caps = {}
    for heading in NATIONAL_2019.headings:
        if heading.indicator in applying:
            caps[heading.indicator] = next((cap for rule, cap in heading.cap_for if rule.covers(department)), heading.cap), heading.section
    (rescale,) = NATIONAL_2019.scheme.rescale

    assert "overview_information" not in applying
    assert (4, "D1") == caps["agency_functions"]
    assert 100 == sum(cap for cap, _ in caps.values())
    assert 75 == sum(cap for cap, section in caps.values() if section not in rescale.sections)
    assert (True, 100) == (rescale.applies_to.covers(department), 75 * rescale.factor)
    assert rescale.applies_to.covers(evolve(department, services=True)) is False
    assert rescale.applies_to.covers(evolve(department, department=False)) is False


def test_department_agency_column_costs_4() -> None:
    """D1.2.1 costs 2, and 4 on the portal of a State Council department."""
    clause = NATIONAL_2019.clause("D1.2.1")
    ((rule, points),) = clause.points_for

    assert (2, 4) == (clause.points.amount, points.amount)
    assert (True, False) == tuple(rule.covers(Subject(SubjectKind.SITE, "x", department=value)) for value in (True, False))


@pytest.mark.parametrize("listed", [NATIONAL_2019, LIAONING_2019])
def test_no_single_target_costs_more_than_its_indicator(listed: Checklist) -> None:
    """The cap of an indicator and of a group is at least what one target of each of its clauses costs."""
    caps = {(heading.indicator, heading.part): heading.cap for heading in listed.headings}

    for clause in listed.clauses:
        if clause.points is not None:
            cap = caps[clause.indicator, clause.part]
            assert 0 < most(clause) <= (clause.points.group_cap or cap) <= cap, clause.id
            assert all(points.amount <= 4 for _, points in clause.points_for)


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_groups_have_one_cap(listed: Checklist) -> None:
    """Clauses of one indicator that share a group share its cap."""
    caps: dict[tuple[str, str], set[Fraction | None]] = {}
    for clause in listed.clauses:
        if clause.points is not None and clause.points.group:
            caps.setdefault((clause.indicator, clause.points.group), set()).add(clause.points.group_cap)

    assert all(len(found) == 1 and None not in found for found in caps.values())


@pytest.mark.parametrize(
    "id, each, amount, group_cap",
    [
        ("D1.1.1", False, "2", None),
        ("D1.1.2", True, "1", None),
        ("D1.8.1", True, "0.5", "1.5"),
        ("D1.9.1", True, "2", None),
        ("D1.9.2", True, "1", None),
        ("D2.3.2", False, "1", None),
        ("D2.3.3", False, "2", None),
        ("D2.4.1", True, "4", None),
        ("D2.4.2", True, "0.5", None),
        ("D2.4.4", True, "2", None),
        ("D3.3.1", False, "6", None),
        ("D3.3.2", True, "1", "5"),
        ("D3.4.1", True, "4", None),
        ("D4.2.6", False, "0.5", None),
        ("D4.3.1", True, "0.2", None),
        ("D4.3.2", True, "0.1", None),
        ("D4.4.1", False, "1", "1"),
        ("D4.4.2", True, "0.2", "1"),
        ("D4.4.3", True, "1", "3"),
        ("D4.4.4", True, "1", "3"),
        ("D4.7.1", True, "0.1", "0.5"),
        ("B1.1.1", True, "1", "2"),
        ("B3.1.1", False, "3", None),
        ("B4.1.3", True, "1", "2"),
    ],
)
def test_points_as_listed(id: str, each: bool, amount: str, group_cap: str | None) -> None:
    """What a clause costs or earns: each or once, and the sub-cap where there is one."""
    points = NATIONAL_2019.clause(id).points

    assert (each, Fraction(amount), None if group_cap is None else Fraction(group_cap)) == (points.each, points.amount, points.group_cap)


def test_tiers_of_themed_services() -> None:
    """1 or 2 themed services earn 1, 3 or more 2."""

    assert [(1, 1), (3, 2)] == [(tier.at_least, tier.points) for tier in NATIONAL_2019.clause("B2.2.1").points.tiers]


def test_triggers_of_the_vetoes() -> None:
    """Limits all count themselves (含); everything not named fires on the first target."""
    triggers = {
        clause.id: (clause.trigger.kind, clause.trigger.limit)
        for clause in NATIONAL_2019.clauses
        if clause.trigger.kind is not TriggerKind.ANY
    }

    assert {
        "V2.1": (TriggerKind.SHARE, Fraction(5, 100)),
        "V4.1": (TriggerKind.COUNT, 5),
        "V4.2": (TriggerKind.COUNT, 10),
        "V4.3": (TriggerKind.COUNT, 5),
        "V6.2": (TriggerKind.COUNT, 5),
        "V6.3": (TriggerKind.ALL_WHEN_FEWER, 5),
    } == triggers
    assert {True} == {clause.trigger.inclusive for clause in NATIONAL_2019.clauses}


def test_attestation_as_the_checklist_page_says() -> None:
    """A and C clause by clause; all the rest, the whole bonus part included, is B."""
    clauses = NATIONAL_2019.clauses

    assert (
        "V1.1 V1.2 V1.3 V1.4 V1.5 V1.6 V2.1 V3.1 V3.2 V4.1 V4.2 V4.3 V5.1 V5.2 V6.1 N1.1 N1.2 N2.1 N3.1 "
        "D1.5.2 D1.7.1 D2.3.3 D3.3.3 D4.6.1 D4.9.1"
    ).split() == of(clauses, Attestation.A)
    assert ["N1.3", "N1.4", "N2.2", "N3.2"] == of(clauses, Attestation.C)
    assert 103 - 25 - 4 == len(of(clauses, Attestation.B))


def test_who_a_clause_is_for() -> None:
    """Site clauses are for sites, N clauses for accounts; V6 asks for outward services."""
    site, account = Subject(SubjectKind.SITE, "s"), Subject(SubjectKind.ACCOUNT, "a")
    for clause in NATIONAL_2019.clauses:
        expected = (False, True) if clause.id.startswith("N") else (clause.applies_to.covers(site), False)

        assert expected == (clause.applies_to.covers(site), clause.applies_to.covers(account)), clause.id
    unsure = [clause.id for clause in NATIONAL_2019.clauses if clause.applies_to.covers(site) is None]

    assert ["V6.1", "V6.2", "V6.3", "D1.1.1", "D1.1.2"] == unsure


def test_only_people_judge_what_only_people_can() -> None:
    """What a machine must never settle alone is not automatic."""
    by_hand = {clause.id for clause in NATIONAL_2019.clauses if clause.automation is Automation.BY_HAND}

    assert {"V1.2", "V1.3", "V1.4", "V1.6", "N1.2", "N1.3", "N1.4", "N3.2", "D2.5.1", "D3.4.2", "B5.1.1"} <= by_hand
    assert {Automation.ASSISTED} == {NATIONAL_2019.clause(id).automation for id in ("V1.1", "N1.1", "V1.5", "V5.2")}
    assert {Automation.AUTOMATIC} == {NATIONAL_2019.clause(id).automation for id in ("V2.1", "V3.1", "V4.3", "N2.1", "D4.2.1")}


def test_table_of_codes_is_what_the_clauses_say() -> None:
    """The table at the top of national_2019, which indicator authors read, agrees with the data."""
    lines = (national_2019.__doc__ or "").splitlines()
    edges = [number for number, line in enumerate(lines) if line.startswith("======")]
    rows = []
    for line in lines[edges[1] + 1 : edges[2]]:
        id, indicator, rest = line.split(None, 2)
        rows.append((id, indicator, tuple(rest[: 40 if len(rest) > 40 else None].split())))

    assert rows == [(clause.id, clause.indicator, clause.codes) for clause in NATIONAL_2019.clauses]


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_clauses_and_indicators_agree(listed: Checklist) -> None:
    """Every indicator that exists emits the codes its clauses ask for, and lets each of its scored codes feed a clause."""
    catalog = {indicator.id: indicator for indicator in CATALOG}
    for clause in listed.clauses:
        if clause.indicator in catalog:
            codes = {code.id for code in catalog[clause.indicator].codes}
            assert set(clause.codes) <= codes, clause.id


def test_every_code_of_the_catalog_feeds_a_national_clause() -> None:
    """No indicator of the catalog asks a question that the national list never counts."""
    fed = {(clause.indicator, code) for clause in NATIONAL_2019.clauses for code in clause.codes}

    assert {(indicator.id, code.id) for indicator in CATALOG for code in indicator.codes} <= fed


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_headings_and_indicators_agree(listed: Checklist) -> None:
    """Every clause has a heading, every heading a clause; titles and sections are those of the indicators (national)."""
    clauses = {(clause.indicator, clause.part) for clause in listed.clauses}
    headings = {(heading.indicator, heading.part) for heading in listed.headings}

    assert clauses == headings
    if listed is not CENSUS_2015:
        by_id = {heading.indicator: (heading.title, heading.section) for heading in listed.headings}
        for indicator in CATALOG:
            assert by_id[indicator.id] == (indicator.title[0], indicator.section)


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_clauses_speak_two_languages(listed: Checklist) -> None:
    """Every clause has a summary in Chinese and one in English."""
    for clause in listed.clauses:
        assert any("\u4e00" <= sign <= "\u9fff" for sign in clause.summary), clause.id
        assert clause.summary_en, clause.id
        assert sum("a" <= sign.lower() <= "z" for sign in clause.summary_en) > 5, clause.id


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_params_are_those_of_the_indicator(listed: Checklist) -> None:
    """A list sets parameters only for indicators that exist, with records of their type that differ from the default."""
    catalog = {indicator.id: indicator for indicator in CATALOG}
    for id, record in listed.params:
        assert type(catalog[id].params) is type(record)
        assert catalog[id].params != record


def test_national_scheme() -> None:
    """Portals are scored; 60 passes; the bonus opens above 80; in force since publication."""
    scheme = NATIONAL_2019.scheme

    assert (100, 60, True, 80) == (scheme.full, scheme.pass_mark, scheme.pass_mark_passes, scheme.bonus_above)
    assert scheme.scored.covers(Subject(SubjectKind.SITE, "s", portal=True)) is True
    assert scheme.scored.covers(Subject(SubjectKind.SITE, "s", portal=False)) is False
    assert scheme.scored.covers(Subject(SubjectKind.ACCOUNT, "a", portal=True)) is False
    assert (date(2019, 4, 18), "国办秘函〔2019〕19号") == (NATIONAL_2019.in_force, NATIONAL_2019.document)


def test_liaoning_inherits_everything_unverified() -> None:
    """Every clause is taken over and marked so; beside that the clauses are the national ones."""

    assert {"national-2019"} == {clause.inherited for clause in LIAONING_2019.clauses}
    assert NATIONAL_2019.clauses == tuple(evolve(clause, inherited="") for clause in LIAONING_2019.clauses)
    assert (NATIONAL_2019.headings, NATIONAL_2019.scheme) == (LIAONING_2019.headings, LIAONING_2019.scheme)
    assert ("national-2019", "辽政办公开〔2019〕15号", None) == (LIAONING_2019.base, LIAONING_2019.document, LIAONING_2019.in_force)


def test_census_scores_every_site_without_caps() -> None:
    """All sites, no cap, no bonus, the line at 60 with exactly 60 left open."""
    scheme = CENSUS_2015.scheme

    assert scheme.scored.covers(Subject(SubjectKind.SITE, "s", portal=False)) is True
    assert (60, None, None, ()) == (scheme.pass_mark, scheme.pass_mark_passes, scheme.bonus_above, scheme.rescale)
    assert {None} == {heading.cap for heading in CENSUS_2015.headings}
    assert {Part.VETO, Part.DEDUCTION} == {clause.part for clause in CENSUS_2015.clauses}


def test_census_vetoes_have_the_ids_of_2019() -> None:
    """A veto of the census has the same id, indicator and trigger as the same situation of 2019."""
    vetoes = [clause for clause in CENSUS_2015.clauses if clause.part is Part.VETO]

    assert "V1.1 V1.3 V1.5 V2.1 V3.1 V3.2 V4.1 V4.2 V4.3 V5.2".split() == [clause.id for clause in vetoes]
    for clause in vetoes:
        same = NATIONAL_2019.clause(clause.id)
        assert (same.indicator, same.trigger) == (clause.indicator, clause.trigger)
        assert set(clause.codes) <= set(same.codes)
    assert {"columns_not_updated"} <= {id for id, _ in CENSUS_2015.params}


def test_census_shows_what_nothing_can_execute() -> None:
    """Clauses beyond the 47 indicators have no codes, and stay in the list with their points."""
    beyond = {clause.id: clause.points.amount for clause in CENSUS_2015.clauses if not clause.codes}

    assert {"U1.1": 5, "U2.1": 3, "U2.2": 4, "U2.3": 5, "U2.4": 1, "I1.1": 5, "I1.2": 5, "I2.1": 5, "I2.2": 5} | {
        "I2.3": 3,
        "I2.4": 3,
        "I3.1": 5,
        "I3.2": 3,
        "S1.1": 2,
        "S3.1": 3,
    } == beyond


def test_census_columns_count_without_first_level_and_with_all_kinds() -> None:
    """V4 of the census: notices of any level, and the interpretation of 2015 settled."""
    params = CENSUS_2015.params_of("columns_not_updated")

    assert (False, "all_kinds_certain") == (params.first_level_only, params.long_stale_counts)


def test_census_leaves_complaints_out_of_unanswered_messages() -> None:
    """V5.2 of the census excepts 举报投诉, so only consultations count."""

    assert ("consultation",) == CENSUS_2015.params_of("interaction_unresponsive").kinds


@pytest.mark.parametrize("listed", CHECKLISTS)
def test_lists_are_found_by_id(listed: Checklist) -> None:
    """checklist(id) gives the shipped list."""

    assert checklist(listed.id) is listed


@pytest.mark.parametrize("id, hint", [("national_2019", "national-2019"), ("liaoning", "liaoning-2019"), ("xyz", "census-2015")])
def test_unknown_list_names_the_known(id: str, hint: str) -> None:
    """A wrong id is answered with the nearest, or with all there are."""
    with pytest.raises(ChecklistError, match=hint):
        checklist(id)


@pytest.mark.parametrize(
    "passes, lost, standing",
    [
        (None, "40.1", "unqualified"),
        (None, "40", "undecided"),
        (None, "39.9", "qualified"),
        (True, "40", "qualified"),
        (False, "40", "unqualified"),
    ],
)
def test_exactly_on_the_line(passes: bool | None, lost: str, standing: str) -> None:
    """Where the list does not say whether its line passes, a score on the line is undecided; beside it nothing changes."""
    listed = Checklist(
        *("line", "", "", (Clause("L1", Part.DEDUCTION, "i", ("bad",), points=Points(Fraction(lost))),)),
        (Heading("i", "", "", "S", Part.DEDUCTION),),
        scheme=evolve(CENSUS_2015.scheme, pass_mark_passes=passes),
    )
    site = Target(TargetKind.SITE, "site")
    verdict = judge([Finding("i", "bad", Outcome.FAILED, site)], listed, Subject(SubjectKind.SITE, "s"), ran={"i"})

    assert (standing, 100 - Fraction(lost)) == (verdict.standing, verdict.score.low)
