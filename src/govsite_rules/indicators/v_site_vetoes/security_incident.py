"""V1 安全、泄密事故等严重问题."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import IncidentKind, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, because, conclude, count, unseen, whole
from .._incidents import incident_code, incident_findings, passage_findings, reported, reports, sure_and_weak, unreported

ID = "security_incident"

_BY_REPORT = (
    ("secret_leaked", IncidentKind.SECRET_LEAKED),
    ("harmful_content", IncidentKind.HARMFUL_CONTENT),
    ("attack_unhandled", IncidentKind.ATTACK),
    ("public_opinion", IncidentKind.PUBLIC_OPINION),
)

_AGAINST_A_DATE = {"first_seen_earlier": "date_first_seen_earlier", "body_older": "date_body_older"}


def security_incident(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """安全、泄密事故等严重问题: serious wording, leaked secrets, harmful content, attacks, falsification, public opinion.

    What it checks: incidents that somebody reported and confirmed; passages a wording scanner is sure of; displayed dates
    that evidence contradicts (an entry first seen before its date, a text years older than it).
    Why it matters: one of these makes the site unqualified.
    Not applicable: never.
    Cannot tell: a suspected incident, every sure hit of the serious class, every contradicted date: a person decides, never
    the machine. Nothing reported counts only where the reports are said to be complete.
    Known limits: ``serious_wording`` passes when every page given was scanned without a sure hit of the serious class and the
    reports of incidents are complete; the lexicons never are. Incidents without a report cannot be found by looking at pages.
    Short serious forms in traditional characters are only suspected.
    Source: 政府网站检查指标, 单项否决 1; decision 18.
    """
    aware(as_of, "as_of")
    found = _wording(site, as_of) + _falsification(site, as_of)
    for code, kind in _BY_REPORT:
        found += reports(ID, code, site, kind, as_of=as_of)
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found)


def _wording(site: SiteSnapshot, as_of: datetime) -> list[Finding]:
    code, wording = "serious_wording", site.wording
    found = incident_findings(ID, code, reported(site, IncidentKind.SERIOUS_WORDING, as_of=as_of))
    if wording is None or wording.pages_scanned < 1:
        return [*found, unseen(ID, code, site, reason="not_scanned")]
    sure, weak = sure_and_weak((item.url, item.hit) for item in wording.hits.items)
    found += passage_findings(ID, code, sure)
    gap = "partly_scanned" if wording.hits.missing != 0 else unreported(site)
    if gap:
        found.append(unseen(ID, code, site, reason=gap))
    elif not found:
        notes = ("weaker_hits",) if weak else ()
        measures = (count("pages_scanned", wording.pages_scanned), count("weaker_hits", weak))
        found.append(Finding(ID, code, Outcome.PASSED, whole(site), 0, measures, values=because("no_sure_hit", *notes)))
    return found


def _falsification(site: SiteSnapshot, as_of: datetime) -> list[Finding]:
    code, conflicts = "falsification", site.date_conflicts
    found = incident_findings(ID, code, reported(site, IncidentKind.FALSIFICATION, as_of=as_of))
    met: Counter[str] = Counter()
    for conflict in sorted(conflicts.items if conflicts else (), key=lambda item: (item.url, item.kind, item.quote, item.other.raw)):
        if conflict.kind not in _AGAINST_A_DATE:
            continue
        key = f"{conflict.url}#{conflict.kind}"
        met[key] += 1
        target = Target(TargetKind.PAGE, key if met[key] == 1 else f"{key}:{met[key]}", conflict.quote[:60] or conflict.url, conflict.url)
        values = because(_AGAINST_A_DATE[conflict.kind])
        values += tuple((name, text) for name, text in (("shown", conflict.shown.raw), ("other", conflict.other.raw)) if text)
        found.append(Finding(ID, code, Outcome.CANT_TELL, target, evidence=(Evidence(conflict.url, conflict.quote[:120]),), values=values))
    gaps = [
        reason
        for part in (site.incidents, conflicts)
        for reason in (("not_looked",) if part is None else () if part.missing == 0 else ("incomplete",))
    ]
    if gaps:
        found.append(unseen(ID, code, site, reason=gaps[0]))
    elif not found:
        found.append(Finding(ID, code, Outcome.PASSED, whole(site), 0, values=because("none_reported")))
    return found


INDICATOR = Indicator(
    id=ID,
    title=("安全、泄密事故等严重问题", "Security and secrecy incidents and the like"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("incidents", "wording", "date_conflicts"),
    codes=(
        incident_code(
            "serious_wording",
            ("是否出现严重表述错误？", "Is there a serious wording error?"),
            ("严重表述错误", "a serious wording error"),
            target=TargetKind.PASSAGE,
        ),
        incident_code("secret_leaked", ("是否泄露国家秘密？", "Was a state secret leaked?"), ("泄露国家秘密", "a leaked state secret")),
        incident_code(
            "harmful_content",
            ("是否发布或链接反动、暴力、色情等内容？", "Was reactionary, violent or pornographic content published or linked?"),
            ("发布或链接反动、暴力、色情等内容", "reactionary, violent or pornographic content published or linked"),
        ),
        incident_code(
            "attack_unhandled",
            ("是否因被攻击未及时处置造成严重安全事故？", "Was an attack not dealt with in time, with a serious security accident?"),
            ("被攻击（页面篡改、挂马）未及时处置造成严重安全事故", "an attack not dealt with in time, with a serious security accident"),
        ),
        incident_code(
            "falsification",
            ("是否存在弄虚作假行为（如伪造发稿日期）？", "Is anything falsified, a publication date for example?"),
            ("弄虚作假行为（如伪造发稿日期）", "falsification such as a forged publication date"),
        ),
        incident_code(
            "public_opinion",
            ("是否因网站建设管理工作不当引发严重负面舆情？", "Did improper running of the site cause a serious public-opinion incident?"),
            ("因网站建设管理工作不当引发严重负面舆情", "a serious public-opinion incident caused by improper running"),
        ),
    ),
    function=security_incident,
)
