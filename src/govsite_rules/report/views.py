"""What pages and papers show of one subject or of a batch, as plain data for their templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ..bulletin._blocks import safe_url
from ..bulletin.numbers import Style, exact_text, percent
from ..checklists.model import Checklist, Part
from ..comparison import Comparison, near_veto
from ..indicators.messages import notes as note_texts
from ..inspection import Inspection
from ..scoring import rates
from ..scoring.rates import CountBy, GroupBy, PassRate, Undecided, Visit, VisitState
from ..scoring.records import Found, Standing
from ..values.dates import SHANGHAI
from ..values.finding import Finding, FindingKey, Outcome
from ..values.subject import SubjectKind
from .rows import list_of, told
from .words import Words

PLAIN = Style()
MAX_ITEMS = 500
MAX_SUBJECTS = 20_000
_SHOWN = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.PASSED, Outcome.INAPPLICABLE)
_TONES = {
    Outcome.FAILED: "bad",
    Outcome.CANT_TELL: "open",
    Outcome.UNTESTED: "open",
    Outcome.PASSED: "good",
    Outcome.INAPPLICABLE: "",
    Standing.QUALIFIED: "good",
    Standing.UNQUALIFIED: "bad",
    Standing.UNDECIDED: "open",
}


def site_view(inspection: Inspection, checklist: Checklist | None, comparison: Comparison | None, t: Words) -> dict[str, Any]:
    """Verdict, score sheet, findings in groups, coverage of one subject."""
    found = list_of(inspection, checklist)
    verdict = inspection.verdict
    english = t.lang == "en"
    titles = {one.indicator: one.title_en if english else one.title for one in found.headings} if found else {}
    standing = "out_of_scope" if verdict.standing is None else verdict.standing.value
    subject = inspection.subject
    groups, counts = _groups(inspection, found, titles, comparison, t)
    settle = verdict.settle
    by_key = {finding.key: finding for finding in inspection.findings}
    near = near_veto(inspection, found) if found is not None and inspection.in_scope else ()
    fired = []
    for id in verdict.fired:
        clause = next((one for one in found.clauses if one.id == id), None) if found else None
        summary = "" if clause is None else clause.summary_en if english and clause.summary_en else clause.summary
        fired.append({"id": id, "title": titles.get(clause.indicator, "") if clause else "", "summary": summary})
    return {
        "title": f"{subject.name or subject.key} · {t.inspection}",
        "checklist_title": (found.title_en if english else found.title) if found else inspection.checklist,
        "as_of": inspection.as_of.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M"),
        "name": subject.name or subject.key,
        "standing": getattr(t, standing),
        "tone": _TONES.get(verdict.standing, "") if verdict.standing else "",
        "named": [
            (label, fact)
            for label, fact in (
                (t.key, subject.key if subject.name else ""),
                (t.area, subject.region),
                (t.level_of, t.level(subject.level)),
                (t.platform, t.platform_name(subject.platform)),
                (t.owner, subject.owner),
            )
            if fact
        ],
        "facts": [
            fact for fact in (subject.key, subject.region, t.level(subject.level), t.platform_name(subject.platform), subject.owner) if fact
        ],
        "found": "" if not inspection.in_scope else t.fault_found if verdict.found is Found.FAULT else t.none_found,
        "partial": verdict.partial,
        "cards": _cards(inspection, counts, t),
        "fired": fired,
        "settle": [_open_text(key, by_key, found, titles, t) for key in settle.findings] if settle else [],
        "settle_note": "" if settle is None else t.settle_exact if settle.exact else t.settle_greedy,
        "near": [
            {"id": one.clause, "title": titles.get(found.clause(one.clause).indicator, "") if found else "", "text": _near_text(one, t)}
            for one in near
        ],
        "mended": _mended(comparison, t),
        "lines": _lines(inspection, english),
        "kinds": [
            {"id": outcome.value, "label": getattr(t, outcome.value), "count": counts[outcome], "on": outcome not in _SHOWN[3:]}
            for outcome in _SHOWN
            if counts[outcome]
        ],
        "groups": groups,
        "coverage": [
            {"label": getattr(t, name), "count": len(ids), "ids": " ".join(ids)}
            for name in ("checked", "partly", "unchecked", "declared", "not_executable", "not_applicable")
            if (ids := getattr(inspection.coverage, name))
        ],
        "notes": list(dict.fromkeys((*inspection.notes, *inspection.unmatched))),
    }


def _mended(comparison: Comparison | None, t: Words) -> dict[str, Any] | None:
    """What became of the faults of an earlier inspection; those not to be seen among the findings of this one by name."""
    if comparison is None:
        return None
    return {
        "text": t(
            "mended_faults",
            fixed=len(comparison.fixed),
            remaining=len(comparison.remaining),
            new=len(comparison.new),
            unseen=len(comparison.unseen),
        ),
        "unseen": [told(one.finding, t.lang) for one in comparison.unseen],
    }


def _open_text(
    key: FindingKey, findings: Mapping[FindingKey, Finding], checklist: Checklist | None, titles: Mapping[str, str], t: Words
) -> str:
    """What must be settled: a finding's message, or the clause nothing has looked at."""
    if key in findings:
        return told(findings[key], t.lang)
    clause = next((one for one in checklist.clauses if one.id == key[1]), None) if checklist else None
    if clause is None:
        return " / ".join(key)
    summary = clause.summary_en if t.lang == "en" and clause.summary_en else clause.summary
    return f"{titles.get(clause.indicator, clause.indicator)}：{clause.id} {summary}"


def _cards(inspection: Inspection, counts: Mapping[Outcome, int], t: Words) -> list[dict[str, str]]:
    verdict = inspection.verdict
    cards = [{"label": t.vetoes, "value": str(len(verdict.fired)), "note": "、".join(verdict.fired)}]
    if verdict.score is not None:
        score = verdict.score
        low, high = exact_text(score.low), exact_text(score.high)
        value = low if low == high else t("range", low=low, high=high)
        cards.append({"label": t.score, "value": value, "note": t("of", n=exact_text(score.of))})
    cards.append({"label": t.failed, "value": str(counts[Outcome.FAILED]), "note": ""})
    cards.append({"label": t.open, "value": str(counts[Outcome.CANT_TELL] + counts[Outcome.UNTESTED]), "note": ""})
    return cards


def _near_text(near: Any, t: Words) -> str:
    if near.days_left is not None:
        return t("near_days", n=near.days_left)
    share = near.limit < 1
    return t(
        "near_count",
        reached=percent(near.reached) if share else exact_text(near.reached),
        limit=percent(near.limit) if share else exact_text(near.limit),
    )


def _lines(inspection: Inspection, english: bool) -> list[dict[str, Any]]:
    rows = []
    for line in inspection.verdict.lines:
        low, high = exact_text(line.low), "?" if line.high is None else exact_text(line.high)
        rows.append(
            {
                "section": line.section,
                "title": line.title_en if english else line.title,
                "bonus": line.part is Part.BONUS,
                "cap": "" if line.cap is None else exact_text(line.cap),
                "range": low if low == high else f"{low} – {high}",
                "failed": line.failed,
                "open": "?" if line.open is None else line.open,
            }
        )
    return rows


def _groups(
    inspection: Inspection, checklist: Checklist | None, titles: Mapping[str, str], comparison: Comparison | None, t: Words
) -> tuple[list[dict[str, Any]], Counter[Outcome]]:
    counts: Counter[Outcome] = Counter()
    by_indicator: dict[str, list[Finding]] = {}
    for finding in inspection.findings:
        counts[finding.outcome] += 1
        by_indicator.setdefault(finding.indicator, []).append(finding)
    states = {}
    if comparison is not None:
        states = {one.key: t.fixed for one in comparison.fixed} | {one.key: t.remaining for one in comparison.remaining}
        states |= {one.key: t.new for one in comparison.new} | {one.finding.key: t.unseen for one in comparison.unseen}
    waived = {waiver.finding: f"{waiver.until.isoformat()} {waiver.why}" for waiver in inspection.waivers}
    groups = []
    for indicator, findings in by_indicator.items():
        findings.sort(key=lambda one: _SHOWN.index(one.outcome))
        rules = [rule for rule in (checklist.clauses if checklist else ()) if rule.indicator == indicator]
        bonus = bool(rules) and all(rule.part is Part.BONUS for rule in rules)
        tally = Counter(one.outcome for one in findings)
        order = [(_TONES[outcome], tally[outcome]) for outcome in (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED) if tally[outcome]]
        if bonus:
            order = [("" if tone == "bad" else tone, count) for tone, count in order]
        hidden = len(findings) - MAX_ITEMS
        groups.append(
            {
                "title": titles.get(indicator, indicator),
                "clauses": " ".join(rule.id for rule in rules),
                "counts": order,
                "open": bool(tally[Outcome.FAILED]) and not bonus,
                "findings": [_item(one, states.get(one.key, ""), waived.get(one.key, ""), bonus, t) for one in findings[:MAX_ITEMS]],
                "more": t("more", n=hidden) if hidden > 0 else "",
            }
        )
    return groups, counts


def _item(finding: Finding, state: str, waiver: str, bonus: bool, t: Words) -> dict[str, Any]:
    days = finding.measure("days_left")
    address = finding.target.url or next((one.url for one in finding.evidence if one.url), "")
    unearned = bonus and finding.outcome is Outcome.FAILED
    return {
        "kind": finding.outcome.value,
        "tone": "" if unearned else _TONES[finding.outcome],
        "outcome": t.unearned if unearned else getattr(t, finding.outcome.value),
        "text": told(finding, t.lang),
        "count": finding.examined,
        "count_text": t.count_unknown if finding.examined is None else t("count", n=finding.examined),
        "state": state,
        "url": safe_url(address),
        "address": address,
        "days_left": "" if days is None else exact_text(days),
        "quotes": [one.quote for one in finding.evidence if one.quote],
        "waiver": waiver,
        "notes": note_texts(finding, t.lang),
    }


def batch_view(
    results: Iterable[Inspection | Visit],
    title: str,
    undecided: Undecided | str,
    by: CountBy | str,
    populations: Mapping[SubjectKind, int],
    style: Style,
    t: Words,
    *,
    before: Iterable[Inspection | Visit] = (),
    comparisons: Iterable[Comparison] = (),
    links: Mapping[tuple[str, str, str], str] | None = None,
    checklist: Checklist | None = None,
) -> dict[str, Any]:
    """Rates, charts and every result of many subjects; what became of those unqualified before."""
    given = list(results)
    visits = [rates.visit_of(result) for result in given]
    earlier = [rates.visit_of(result) for result in before]
    titles = _clause_titles(given, checklist, t)
    figures = []
    for kind, name in ((SubjectKind.SITE, t.website), (SubjectKind.ACCOUNT, t.account)):
        own = [visit for visit in visits if visit.subject.kind is kind]
        if own:
            figure = _figure(own, undecided, by, populations.get(kind), style, titles, t)
            was = [visit for visit in earlier if visit.subject.kind is kind]
            cards, notes = _rectified(was, own, undecided, by, style, t)
            figures.append({"title": name, **figure, "cards": figure["cards"] + cards, "notes": figure["notes"] + notes})
    days = sorted(visit.day for visit in visits)
    rows = [_row(visit, titles, links or {}, t) for visit in visits[:MAX_SUBJECTS]]
    compared = list(comparisons)
    tally = Counter(row["kind"] for row in rows)
    return {
        "title": title,
        "period": "" if not days else days[0].isoformat() if days[0] == days[-1] else f"{days[0].isoformat()} – {days[-1].isoformat()}",
        "figures": figures,
        "mended": _mended_all(compared, t),
        "kinds": [{"id": kind, "label": getattr(t, kind), "count": count} for kind, count in sorted(tally.items())],
        "rows": rows,
        "more": t("more", n=len(given) - MAX_SUBJECTS) if len(given) > MAX_SUBJECTS else "",
    }


def _clause_titles(results: Iterable[Inspection | Visit], given: Checklist | None, t: Words) -> dict[str, str]:
    """What the clauses of the lists used are called: by the heading of their indicator."""
    lists = {one.checklist: list_of(one, given) for one in results if isinstance(one, Inspection)} or {"": given}
    titles: dict[str, str] = {}
    for found in lists.values():
        if found is not None:
            names = {one.indicator: one.title_en if t.lang == "en" else one.title for one in found.headings}
            titles |= {clause.id: names.get(clause.indicator, "") for clause in found.clauses}
    return titles


def _mended_all(comparisons: Sequence[Comparison], t: Words) -> str:
    """The faults of all compared subjects together; '' where nothing was compared."""
    if not comparisons:
        return ""
    sums = {name: sum(len(getattr(one, name)) for one in comparisons) for name in ("fixed", "remaining", "new", "unseen")}
    return t("mended_faults", **sums)


def _rectified(
    before: Sequence[Visit], visits: Sequence[Visit], undecided: Undecided | str, by: CountBy | str, style: Style, t: Words
) -> tuple[list[dict[str, str]], list[str]]:
    """整改 x/y of those unqualified before, the earlier rate after it, and who is still missing."""
    found = rates.rectified(before, visits)
    if found.share is None:
        return [], []
    was = rates.pass_rate(before, undecided=undecided, by=by)
    now = rates.pass_rate(rates.after_rectification(before, visits), undecided=undecided, by=by)
    cards = [
        {"label": t.mending, "value": f"{found.done}/{found.due}", "note": percent(found.share, style)},
        {"label": t.rate_after, "value": _rate_text(now, style, t), "note": t("rate_before", rate=_rate_text(was, style, t))},
    ]
    groups = ((t.still, found.still), (t.undecided, found.undecided), (t.unseen, found.unseen))
    notes = [f"{label}：{'、'.join(subject.name or subject.key for subject in subjects)}" for label, subjects in groups if subjects]
    return cards, notes


def _rate_text(rate: PassRate, style: Style, t: Words) -> str:
    if rate.rate is not None:
        return percent(rate.rate, style)
    if rate.low is None or rate.high is None:
        return "–"
    return t("range", low=percent(rate.low, style), high=percent(rate.high, style))


def _figure(
    visits: Sequence[Visit],
    undecided: Undecided | str,
    by: CountBy | str,
    population: int | None,
    style: Style,
    titles: Mapping[str, str],
    t: Words,
) -> dict[str, Any]:
    rate = rates.pass_rate(visits, undecided=undecided, by=by, population=population)
    note = t(f"rate_{rate.undecided_as.value}", n=rate.undecided) if rate.undecided else ""
    cards = [
        {"label": t.visits, "value": str(rate.checked), "note": t("sites", n=rate.sites) if rate.visits > rate.sites else ""},
        {"label": t.qualified, "value": str(rate.qualified), "note": ""},
        {"label": t.unqualified, "value": str(rate.unqualified), "note": ""},
        {"label": t.undecided, "value": str(rate.undecided), "note": ""},
        {"label": t.rate, "value": _rate_text(rate, style, t), "note": note},
    ]
    if rate.coverage is not None:
        cards.append({"label": t.share, "value": percent(rate.coverage, style), "note": f"{rate.sites}/{population}"})
    notes = [t("outside", failed=rate.not_inspected, out=rate.out_of_scope)] if rate.not_inspected or rate.out_of_scope else []
    charts = []
    for group, label in ((GroupBy.AREA, t.by_area), (GroupBy.MONTH, t.by_month), (GroupBy.PLATFORM, t.by_platform)):
        parts = [(name, one) for name, one in rates.pass_rates(visits, group, undecided=undecided, by=by) if one.checked]
        if len(parts) > 1:
            bars = [
                _bar(
                    (t.platform_name(name) if group is GroupBy.PLATFORM else name) or t.unnamed,
                    _rate_text(one, style, t),
                    [("good", one.qualified), ("open", one.undecided), ("bad", one.unqualified)],
                    one.checked,
                    (one.checked, one.qualified, one.unqualified, one.undecided),
                )
                for name, one in parts
            ]
            columns = (t.visits, t.qualified, t.unqualified, t.undecided, t.rate)
            charts.append({"label": label, "head": t.group, "columns": columns, "bars": bars, "legend": t.legend})
    found = rates.reasons(visits)
    if found:
        bars = [
            _bar(_titled(one.clause, titles), t("rows", n=one.visits), [("bad", one.visits)], found[0].visits, (one.sites,))
            for one in found
        ]
        charts.append({"label": t.by_reason, "head": t.reason, "columns": (t.subjects, t.visits_made), "bars": bars, "legend": ""})
    scored = rates.scores(visits)
    if scored.count:
        most = max(band.count for band in scored.bands)
        bars = [_bar(_band(band, t), t("rows", n=band.count), [("", band.count)], most) for band in scored.bands]
        charts.append({"label": t.by_score, "head": t.score, "columns": (t.subjects,), "bars": bars, "legend": ""})
    return {"cards": cards, "notes": notes, "charts": charts}


def _band(band: rates.Band, t: Words) -> str:
    if band.low is None:
        return t("upto", n=band.high)
    return t("above", n=band.low) if band.high is None else t("band", low=band.low, high=band.high)


def _titled(clause: str, titles: Mapping[str, str]) -> str:
    return f"{clause} {titles.get(clause, '')}".strip()


def _bar(name: str, text: str, pieces: Sequence[tuple[str, int]], whole: int, values: Sequence[int] = ()) -> dict[str, Any]:
    """A bar in hundredths of a whole, and the numbers of its row in a table."""
    at = Fraction(0)
    shown = []
    for tone, count in pieces:
        size = Fraction(100 * count, whole) if whole else Fraction(0)
        if count:
            shown.append({"tone": tone, "x": f"{float(at):.2f}", "width": f"{float(size):.2f}", "title": str(count)})
        at += size
    return {"name": name, "text": text, "pieces": shown, "numbers": (*values, text)}


def _row(visit: Visit, titles: Mapping[str, str], links: Mapping[tuple[str, str, str], str], t: Words) -> dict[str, Any]:
    kind = visit.standing.value if visit.state is VisitState.JUDGED and visit.standing else visit.state.value
    score = ""
    if visit.score_low is not None and visit.score_high is not None:
        low, high = exact_text(visit.score_low), exact_text(visit.score_high)
        score = low if low == high else t("range", low=low, high=high)
    return {
        "kind": kind,
        "name": visit.subject.name or visit.subject.key,
        "key": visit.subject.key,
        "area": visit.subject.region,
        "day": visit.day.isoformat(),
        "standing": getattr(t, kind),
        "tone": _TONES.get(visit.standing, "") if visit.standing else "",
        "owner": visit.subject.owner,
        "href": links.get(visit.subject.identity, ""),
        "score": score,
        "reasons": "；".join(_titled(clause, titles) for clause in visit.fired),
    }
