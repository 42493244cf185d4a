"""Writes the cases of clauses (``src/govsite_rules/data/effects/``) from the list's own numbers, set down here once more.

The numbers stand here apart from the checklist that the library executes, and the arithmetic is done here apart from its
scoring: that is what makes a case a check. Run it after a change here; a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "src" / "govsite_rules" / "data" / "effects"
SCHEMA = "govsite-rules/effect/1"

PORTAL = {"kind": "site", "key": "3699990001", "name": "青禾县人民政府", "portal": True, "department": False, "services": True}
OFFICE = {**PORTAL, "key": "3699990002", "name": "青禾县水利局", "portal": False}
MINISTRY = {**PORTAL, "key": "bm01000001", "name": "某部", "department": True}
QUIET_MINISTRY = {**MINISTRY, "services": False}
ACCOUNT = {"kind": "account", "key": "qinghe", "name": "青禾发布"}

# clause, indicator, code: one target is enough
ANY = """
V1.1 security_incident serious_wording
V1.2 security_incident secret_leaked
V1.3 security_incident harmful_content
V1.4 security_incident attack_unhandled
V1.5 security_incident falsification
V1.6 security_incident public_opinion
V3.1 homepage_not_updated homepage_stale
V3.2 homepage_not_updated second_level_stale
V5.1 interaction_unresponsive no_channel
V5.2 interaction_unresponsive unanswered
V5.2 interaction_unresponsive answered_late
V6.1 services_unusable no_services
N1.1 account_security_incident serious_wording
N1.2 account_security_incident secret_leaked
N1.3 account_security_incident harmful_content
N1.4 account_security_incident public_opinion
N2.1 account_not_updated no_update
N2.2 account_not_updated app_unusable
N3.1 account_interaction_poor no_interaction
N3.2 account_interaction_poor inflated_engagement
"""

# clause, indicator, code, so many targets (含); three more are no fault in every case
COUNT = """
V4.1 columns_not_updated priority_stale 5
V4.2 columns_not_updated long_stale 10
V4.3 columns_not_updated blank 5
V6.2 services_unusable guide_incomplete 5
"""

# clause, indicator, code, points, once or each, the most this clause can cost, the indicator's points
LOSSES = """
D1.1.1 overview_information column_missing 2 once 2 2
D1.1.2 overview_information late_or_inaccurate 1 each 2 2
D1.2.1 agency_functions column_missing 2 once 2 2
D1.2.2 agency_functions inaccurate 1 each 2 2
D1.3.1 leader_information column_missing 2 once 2 2
D1.3.2 leader_information incomplete_or_inaccurate 1 each 2 2
D1.4.1 news_updates column_missing 5 once 5 5
D1.4.2 news_updates not_updated 5 once 5 5
D1.5.1 policy_documents column_missing 5 once 5 5
D1.5.2 policy_documents not_updated 5 once 5 5
D1.6.1 policy_interpretation column_missing 5 once 5 5
D1.6.2 policy_interpretation not_updated 5 once 5 5
D1.7.1 interpretation_ratio not_interpreted 1 each 3 3
D1.8.1 interpretation_links file_not_linked 0.5 each 1.5 3
D1.8.2 interpretation_links not_linked_back 0.5 each 1.5 3
D1.9.1 other_columns blank 2 each 4 4
D1.9.2 other_columns not_updated 1 each 4 4
D2.1.1 service_catalogue not_gathered 3 once 3 3
D2.2.1 online_application cannot_register 5 once 5 5
D2.2.2 online_application cannot_apply 5 once 5 5
D2.3.1 service_statistics not_published 2 once 2 2
D2.3.2 service_statistics stale_1_month 1 once 1 2
D2.3.3 service_statistics stale_3_months 2 once 2 2
D2.4.1 service_guides guide_missing 4 each 8 8
D2.4.2 service_guides element_missing 0.5 each 8 8
D2.4.3 service_guides format_unclear 1 each 5 8
D2.4.4 service_guides vague_wording 2 each 8 8
D2.4.5 service_guides policy_without_content 0.5 each 2.5 8
D2.5.1 guide_accuracy inaccurate 1 each 5 5
D2.6.1 forms_and_samples form_unavailable 1 each 2 2
D3.1.1 message_submission cannot_submit 7 once 7 7
D3.2.1 unified_login login_not_shared 3 once 3 3
D3.3.1 message_disclosure none_published 6 once 6 6
D3.3.2 message_disclosure facts_missing 1 each 5 6
D3.3.3 message_disclosure not_updated 3 once 3 6
D3.3.4 message_disclosure statistics_missing 3 once 3 6
D3.4.1 reply_quality not_answered 4 each 7 7
D3.4.2 reply_quality poor_answer 4 each 7 7
D4.1.1 domain_and_name domain_irregular 1 once 1 3
D4.1.2 domain_and_name name_irregular 1 once 1 3
D4.1.3 domain_and_name name_not_shown 1 once 1 3
D4.2.1 identity_marks organ_mark_missing 0.5 once 0.5 3
D4.2.2 identity_marks site_code_missing 0.5 once 0.5 3
D4.2.3 identity_marks icp_missing 0.5 once 0.5 3
D4.2.4 identity_marks police_missing 0.5 once 0.5 3
D4.2.5 identity_marks sponsor_missing 0.5 once 0.5 3
D4.2.6 identity_marks contact_missing 0.5 once 0.5 3
D4.3.1 link_availability home_link_dead 0.2 each 1 1
D4.3.2 link_availability other_link_dead 0.1 each 1 1
D4.4.1 error_report_entry home_entry_missing 1 once 1 4
D4.4.2 error_report_entry page_entry_missing 0.2 each 1 4
D4.4.3 error_report_entry answered_late 1 each 3 4
D4.4.4 error_report_entry poor_answer 1 each 3 4
D4.5.1 site_search search_unusable 4 once 4 4
D4.5.2 site_search title_not_found 1 each 4 4
D4.5.3 site_search not_classified 1 once 1 4
D4.6.1 single_sign_on login_not_single 2 once 2 2
D4.7.1 page_tags article_tags_missing 0.1 each 0.5 1
D4.7.2 page_tags column_tags_missing 0.1 each 0.5 1
D4.8.1 browser_compatibility display_broken 1 each 2 2
D4.9.1 ipv6_readiness not_ready 1 once 1 1
"""

# clause, indicator, code, points, once or each, the indicator's points
GAINS = """
B1.1.1 data_publication updated_6_months 1 once 4
B1.1.2 data_publication visualised 1 once 4
B1.1.3 data_publication datasets_usable 1 once 4
B1.2.1 interpretation_formats rich_format 1 each 3
B2.1.1 service_evaluation rating_offered 1 once 2
B2.1.2 service_evaluation results_published 1 once 2
B2.2.1 service_integration themed_service 1 once 2
B2.3.1 service_policy_links policies_linked 2 once 2
B3.1.1 realtime_interaction answered_in_time 3 once 5
B3.1.2 realtime_interaction auto_answers 2 once 5
B3.2.1 surveys enough_held 2 once 3
B3.2.2 surveys results_published 1 once 3
B4.1.1 smart_search fuzzy 1 once 4
B4.1.2 smart_search aggregated 1 once 4
B4.1.3 smart_search lower_site_found 1 each 4
B4.2.1 user_space history_shown 2 once 2
B5.1.1 innovation affirmed 3 once 3
"""


def rows(table: str) -> Iterator[list[str]]:
    return (line.split() for line in table.strip().splitlines())


def found(indicator: str, code: str, outcome: str, examined: int | None = 1) -> dict[str, Any]:
    return {"indicator": indicator, "code": code, "outcome": outcome} | ({} if examined == 1 else {"examined": examined})


def span(low: Fraction, high: Fraction) -> list[str]:
    return [str(low), str(high)]


def case(
    clause: str,
    what: str,
    zh: str,
    en: str,
    findings: list[dict[str, Any]],
    state: str,
    standing: str,
    *,
    line: tuple[Fraction, Fraction] | None = None,
    score: tuple[Fraction, Fraction] | None = None,
    subject: dict[str, Any] = PORTAL,
) -> dict[str, Any]:
    expected: dict[str, Any] = {"standing": standing, "state": state}
    if line is not None:
        expected["line"] = span(*line)
    if score is not None:
        expected["score"] = span(*score)
    return {
        "schema": SCHEMA,
        "name": f"{clause}.{what}",
        "clause": clause,
        "description": {"zh": zh, "en": en},
        "subject": subject,
        "findings": findings,
        "expected": expected,
    }


FULL = (Fraction(100), Fraction(100))


def vetoes() -> Iterator[dict[str, Any]]:
    for clause, indicator, code in rows(ANY):
        who = ACCOUNT if clause.startswith("N") else PORTAL
        full = None if who is ACCOUNT else FULL
        tail = f"{code}."
        for what, outcome, examined, state, standing, zh, en in (
            ("one", "failed", 1, "fired", "unqualified", "一处即否决", "one is enough"),
            ("none", "passed", 1, "clear", "qualified", "看过，没有问题", "looked at, no fault"),
            ("unclear", "cant_tell", 1, "open", "undecided", "一处看不准，待人工复核", "one cannot be told: a person must look"),
            ("not_looked", "untested", None, "open", "undecided", "没有人看过，数量未知", "nobody looked, nobody knows how many there are"),
            ("not_applicable", "inapplicable", 1, "clear", "qualified", "按指标原文不适用", "by the list's own words it does not apply"),
        ):
            findings = [found(indicator, code, outcome, examined)]
            score = None if state == "fired" else full
            yield case(clause, tail + what, zh, en, findings, state, standing, score=score, subject=who)
    for clause, indicator, code, number in rows(COUNT):
        limit = int(number)
        below = found(indicator, code, "failed", limit - 1)
        for what, findings, state, standing, zh, en in (
            ("below", [below], "clear", "qualified", f"{limit - 1}个，不足{limit}个", f"{limit - 1}, one short of {limit}"),
            (
                "at",
                [found(indicator, code, "failed", limit)],
                "fired",
                "unqualified",
                f"{limit}个（含）即否决",
                f"{limit} fire: the limit itself counts",
            ),
            (
                "one_open",
                [below, found(indicator, code, "cant_tell")],
                "open",
                "undecided",
                f"{limit - 1}个，另1个看不准",
                f"{limit - 1} and one that cannot be told",
            ),
            (
                "one_short",
                [found(indicator, code, "failed", limit - 2), found(indicator, code, "cant_tell")],
                "clear",
                "qualified",
                f"{limit - 2}个，另1个看不准，也到不了{limit}个",
                f"{limit - 2} and one that cannot be told: never {limit}",
            ),
            (
                "unknown_number",
                [found(indicator, code, "untested", None)],
                "open",
                "undecided",
                "没有人看过，数量未知",
                "nobody looked, nobody knows how many there are",
            ),
        ):
            others = [found(indicator, code, "passed", 3)]
            yield case(clause, what, zh, en, findings + others, state, standing, score=None if state == "fired" else FULL)
    zh, en = "9个，另1个按另一种理解才计入", "9, and one that counts under the other reading only"
    findings = [found("columns_not_updated", "long_stale", "failed", 9), found("columns_not_updated", "reading", "cant_tell")]
    yield case("V4.2", "other_reading", zh, en, findings, "open", "undecided", score=FULL)
    share = ("site_unreachable", "try_failed")
    for what, failed, passed, still_open, state, standing in (
        ("below", 6, 134, 0, "clear", "qualified"),
        ("at", 7, 133, 0, "fired", "unqualified"),
        ("above", 8, 132, 0, "fired", "unqualified"),
        ("could_be", 6, 133, 1, "open", "undecided"),
        ("could_not_be", 5, 134, 1, "clear", "qualified"),
    ):
        total = failed + passed + still_open
        findings = [found(*share, "failed", failed), found(*share, "passed", passed)]
        findings += [found(*share, "untested", still_open)] if still_open else []
        zh = f"{total}次中{failed}次打不开" + (f"，另{still_open}次不清楚" if still_open else "")
        en = f"{failed} of {total} tries failed" + (f", {still_open} more unknown" if still_open else "")
        yield case("V2.1", what, zh, en, findings, state, standing, score=None if state == "fired" else FULL)
    fewer = ("services_unusable", "guide_incomplete")
    for what, failed, passed, still_open, state, standing in (
        ("all_of_four", 4, 0, 0, "fired", "unqualified"),
        ("three_of_four", 3, 1, 0, "clear", "qualified"),
        ("one_of_one", 1, 0, 0, "fired", "unqualified"),
        ("one_unclear", 2, 0, 1, "open", "undecided"),
        ("fifth_unclear", 4, 0, 1, "clear", "undecided"),
        ("five", 5, 0, 0, "clear", "unqualified"),
    ):
        findings = [found(*fewer, outcome, n) for outcome, n in (("failed", failed), ("passed", passed), ("cant_tell", still_open)) if n]
        zh = f"共{failed + passed + still_open}个事项，{failed}个缺4类以上" + ("，否决者为V6.2" if what == "five" else "")
        en = f"{failed} of {failed + passed + still_open} items lack four or more classes" + (": V6.2 fires" if what == "five" else "")
        yield case("V6.3", what, zh, en, findings, state, standing, score=None if standing == "unqualified" else FULL)
    without = {**OFFICE, "services": False}
    for clause, code in (("V6.1", "no_services"), ("V6.2", "guide_incomplete"), ("V6.3", "guide_incomplete")):
        findings = [found("services_unusable", code, "failed", 5 if clause == "V6.2" else 1)]
        zh, en = "没有对外服务职能的不检查", "not checked where the body has no outward services"
        yield case(clause, "no_outward_services", zh, en, findings, "not_applicable", "qualified", subject=without)
    unknown = {**OFFICE, "services": None}
    findings = [found("services_unusable", "no_services", "failed")]
    zh, en = "有无对外服务职能不清楚，待人工复核", "whether the body has outward services is not known: open"
    yield case("V6.1", "services_unknown", zh, en, findings, "open", "undecided", subject=unknown)


def losses() -> Iterator[dict[str, Any]]:
    zero = Fraction(0)
    for clause, indicator, code, points, times, most_of_clause, cap in rows(LOSSES):
        one, most = Fraction(points), min(Fraction(most_of_clause), Fraction(cap))
        enough = -(-most // one) + 1 if times == "each" else 3
        for what, outcome, examined, state, low, high, zh, en in (
            ("one", "failed", 1, "fired", one, one, f"一处，扣{points}分", f"one fault: {points} points"),
            (
                "many",
                "failed",
                int(enough),
                "fired",
                most,
                most,
                f"{enough}处，共扣{float(most):g}分，不再多扣" if times == "each" else f"{enough}处，只扣一次",
                f"{enough} faults: {float(most):g} points and no more" if times == "each" else f"{enough} faults: once",
            ),
            ("none", "passed", 1, "clear", zero, zero, "没有问题，不扣分", "no fault, no points lost"),
            ("unclear", "cant_tell", 1, "open", zero, one, "一处看不准，可能扣分", "one cannot be told: it may cost points"),
            (
                "unknown_number",
                "untested",
                None,
                "open",
                zero,
                most,
                f"没有人看过，最多扣{float(most):g}分",
                f"nobody looked: up to {float(most):g} points",
            ),
        ):
            findings = [found(indicator, code, outcome, examined)]
            score = (100 - high, 100 - low)
            yield case(clause, what, zh, en, findings, state, "qualified", line=(low, high), score=score)
    yield from special_losses()


def special_losses() -> Iterator[dict[str, Any]]:
    def lost(clause: str, what: str, zh: str, en: str, findings: list[dict[str, Any]], points: str, **more: Any) -> dict[str, Any]:
        gone = Fraction(points)
        return case(clause, what, zh, en, findings, "fired", "qualified", line=(gone, gone), score=(100 - gone, 100 - gone), **more)

    def both(indicator: str, *codes: tuple[str, int]) -> list[dict[str, Any]]:
        return [found(indicator, code, "failed", number) for code, number in codes]

    zh, en = "一个指标的扣分不超过其分值", "the deductions inside one indicator never exceed its points"
    yield lost("D1.9.1", "with_stale", zh, en, both("other_columns", ("blank", 1), ("not_updated", 3)), "4")
    yield lost("D2.3.3", "with_1_month", zh, en, both("service_statistics", ("stale_1_month", 1), ("stale_3_months", 1)), "2")
    yield lost("D2.4.1", "with_elements", zh, en, both("service_guides", ("guide_missing", 1), ("element_missing", 9)), "8")
    yield lost("D3.3.2", "with_statistics", zh, en, both("message_disclosure", ("facts_missing", 5), ("statistics_missing", 1)), "6")
    yield lost("D4.3.1", "with_other_links", zh, en, both("link_availability", ("home_link_dead", 3), ("other_link_dead", 5)), "1")
    zh, en = "入口部分最多扣1分，答复部分最多扣3分", "the entry part costs at most 1, the answers part at most 3"
    entry = (("home_entry_missing", 1), ("page_entry_missing", 9))
    answers = (("answered_late", 2), ("poor_answer", 2))
    yield lost("D4.4.1", "entry_part", zh, en, both("error_report_entry", *entry), "1")
    yield lost("D4.4.3", "answers_part", zh, en, both("error_report_entry", *answers), "3")
    yield lost("D4.4.2", "both_parts", zh, en, both("error_report_entry", *entry, *answers), "4")
    zh, en = "国务院部门门户的机构职能为4分", "on the portal of a State Council department 机构职能 is worth 4"
    yield lost("D1.2.1", "department", zh, en, both("agency_functions", ("column_missing", 1)), "4", subject=MINISTRY)
    yield lost("D1.2.2", "department", zh, en, both("agency_functions", ("inaccurate", 5)), "4", subject=MINISTRY)
    zh, en = "国务院部门门户不检查概况信息", "概况信息 is not checked on the portals of State Council departments"
    for clause, code in (("D1.1.1", "column_missing"), ("D1.1.2", "late_or_inaccurate")):
        findings = both("overview_information", (code, 1))
        yield case(clause, "department", zh, en, findings, "not_applicable", "qualified", score=FULL, subject=MINISTRY)
    zh, en = "非门户网站只看单项否决，不计分", "a site that is no portal is held to the vetoes alone and not scored"
    yield case("D1.4.1", "no_portal", zh, en, both("news_updates", ("column_missing", 1)), "fired", "qualified", subject=OFFICE)


def gains() -> Iterator[dict[str, Any]]:
    zero = Fraction(0)

    def gained(clause: str, what: str, zh: str, en: str, findings: list[Any], state: str, low: Any, high: Any) -> dict[str, Any]:
        line = (Fraction(low), Fraction(high))
        return case(clause, what, zh, en, findings, state, "qualified", line=line, score=(100 + line[0], 100 + line[1]))

    for clause, indicator, code, points, times, cap in rows(GAINS):
        one = Fraction(points)
        zh, en = f"有一项，加{points}分", f"one is there: {points} points"
        yield gained(clause, "one", zh, en, [found(indicator, code, "passed")], "clear", one, one)
        zh, en = "看过，没有，不加分", "looked at and not there: nothing"
        yield gained(clause, "none", zh, en, [found(indicator, code, "failed")], "fired", zero, zero)
        zh, en = "看不准，可能加分", "it cannot be told: it may earn points"
        yield gained(clause, "unclear", zh, en, [found(indicator, code, "cant_tell")], "open", zero, one)
        if times == "each" and clause != "B4.1.3":
            zh, en = f"再多也只加{cap}分", f"however many there are: {cap} points"
            yield gained(clause, "many", zh, en, [found(indicator, code, "passed", 9)], "clear", cap, cap)
    data, themes = "data_publication", ("service_integration", "themed_service")
    zh, en = "3个月内有更新，加2分；3至6个月之间只加1分", "updated within 3 months: 2 points; only between 3 and 6 months: 1"
    recent = [found(data, "updated_6_months", "passed"), found(data, "updated_3_months", "passed")]
    older = [found(data, "updated_6_months", "passed"), found(data, "updated_3_months", "failed")]
    yield gained("B1.1.1", "within_3_months", zh, en, recent, "clear", 2, 2)
    yield gained("B1.1.1", "within_6_months", zh, en, older, "fired", 1, 1)
    zh, en = "集成服务3项（含）以上加2分，1至2项加1分", "three or more themed services: 2 points; one or two: 1"
    for number, points in ((2, 1), (3, 2), (4, 2)):
        yield gained("B2.2.1", f"{number}_services", zh, en, [found(*themes, "passed", number)], "clear", points, points)
    zh, en = "2个下级网站标题都在首屏", "both titles from lower-level sites are on the first page"
    yield gained("B4.1.3", "two_titles", zh, en, [found("smart_search", "lower_site_found", "passed", 2)], "clear", 2, 2)


def bands() -> Iterator[dict[str, Any]]:
    """Whole scores around 60 and 80, and the portal of a department without services."""
    five = [("news_updates", "column_missing"), ("policy_documents", "column_missing"), ("policy_interpretation", "column_missing")]
    twenty = [*five, ("online_application", "cannot_register")]
    forty = [*twenty, ("message_submission", "cannot_submit"), ("message_disclosure", "none_published")]
    forty += [("service_catalogue", "not_gathered"), ("site_search", "search_unusable")]

    def failed(codes: list[tuple[str, str]]) -> list[dict[str, Any]]:
        return [found(indicator, code, "failed") for indicator, code in codes]

    praise = found("innovation", "affirmed", "passed")
    tag = found("page_tags", "article_tags_missing", "failed")
    ip = found("ipv6_readiness", "not_ready", "cant_tell")

    def band(clause: str, what: str, zh: str, en: str, findings: list[Any], state: str, standing: str, *score: str) -> dict[str, Any]:
        ends = (Fraction(score[0]), Fraction(score[-1]))
        lost = {"B5.1.1": Fraction(3), "D1.4.1": Fraction(5)}[clause]
        return case(clause, what, zh, en, findings, state, standing, line=(lost, lost), score=ends)

    yield band("D1.4.1", "score_60", "恰好60分，合格", "exactly 60: qualified", failed(forty), "fired", "qualified", "60")
    yield band("D1.4.1", "score_below_60", "59.9分，不合格", "59.9: unqualified", [*failed(forty), tag], "fired", "unqualified", "599/10")
    yield band(
        "D1.4.1", "score_59_to_60", "59至60分，待人工复核", "59 to 60: undecided", [*failed(forty), ip], "fired", "undecided", "59", "60"
    )
    yield band(
        "B5.1.1",
        "score_80",
        "扣分部分恰好80分，不计加分",
        "exactly 80 in part 2: no bonus is added",
        [*failed(twenty), praise],
        "clear",
        "qualified",
        "80",
    )
    above = [*failed(five), found("site_search", "search_unusable", "failed"), praise]
    yield band("B5.1.1", "score_above_80", "扣分部分81分，计加分", "81 in part 2: the bonus is added", above, "clear", "qualified", "84")
    yield band(
        "B5.1.1",
        "score_80_to_81",
        "扣分部分80至81分，加分与否未定",
        "80 to 81 in part 2: the bonus may or may not be added",
        [*above, ip],
        "clear",
        "qualified",
        "80",
        "84",
    )
    zh = "没有对外服务职能的国务院部门门户：办事服务不查，75分折算为100分"
    en = "portal of a State Council department without outward services: part 2 out of 75, times 4/3"
    low = Fraction(70) * Fraction(4, 3)
    yield case(
        "D1.4.1",
        "rescaled",
        zh,
        en,
        failed(five[:1]),
        "fired",
        "qualified",
        line=(Fraction(5),) * 2,
        score=(low, low),
        subject=QUIET_MINISTRY,
    )


def census() -> Iterator[dict[str, Any]]:
    """The list of 2015: every site is scored, without caps."""
    for number, share, lost in ((0, 100, 0), (1, 100, 5), (2, 100, 10), (4, 100, 20)):
        findings = [found("site_unreachable", "try_failed", "failed", number)] if number else []
        findings.append(found("site_unreachable", "try_failed", "passed", share - number))
        zh, en = f"打不开的次数占{number}%，扣{lost}分", f"{number} % of the tries failed: {lost} points"
        # The clauses of the census that nothing can execute are open, and cost up to everything.
        yield case(
            "A1.1",
            f"{number}_percent",
            zh,
            en,
            findings,
            "fired" if number else "clear",
            "undecided",
            line=(Fraction(lost),) * 2,
            score=(Fraction(0), Fraction(100 - lost)),
            subject=OFFICE,
        )
    dead = [found("link_availability", "home_link_dead", "failed", 30)]
    zh, en = "30个首页死链扣30分，不设上限", "30 dead homepage links: 30 points, without a cap"
    yield case(
        "A2.1", "no_cap", zh, en, dead, "fired", "undecided", line=(Fraction(30),) * 2, score=(Fraction(0), Fraction(70)), subject=OFFICE
    )
    dead = [found("link_availability", "home_link_dead", "failed", 41)]
    zh, en = "扣41分，低于60分", "41 points lost: below 60"
    yield case(
        "A2.1",
        "below_60",
        zh,
        en,
        dead,
        "fired",
        "unqualified",
        line=(Fraction(41),) * 2,
        score=(Fraction(0), Fraction(59)),
        subject=OFFICE,
    )


FILES = {
    "national-2019.jsonl": lambda: [*vetoes(), *losses(), *gains(), *bands()],
    "census-2015.jsonl": lambda: [*census()],
}


def texts() -> dict[str, str]:
    """The files by name."""
    return {name: "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made()) for name, made in FILES.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
