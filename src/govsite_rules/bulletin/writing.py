"""``bulletin.write``: results as the text of a bulletin, from a template the caller can replace, as Markdown, HTML or docx."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, overload

from attrs import field, frozen

from .._data import read_text
from ..batch.register import PLATFORM_TITLES
from ..checklists import checklist as checklist_of
from ..checklists.model import Checklist
from ..comparison import near_veto
from ..errors import ChecklistError, GovsiteError, InputError, choice
from ..indicators.messages import message
from ..inspection import Inspection
from ..scoring import rates
from ..scoring.rates import CountBy, GroupBy, Undecided, Visit, VisitState
from ..scoring.records import Standing
from ..values.finding import Finding, FindingKey, Outcome, TargetKind
from ..values.subject import SubjectKind
from ._blocks import blocks, clean, escaped, link, to_html
from ._docx import to_docx
from .numbers import Style, decimal_text, exact_text, percent

Result = Inspection | Visit

_TIME = re.compile(r"(?<!\d)20\d\d-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d)?(?:\.\d{1,6})?(?:\+08:00)?")
_ADDRESS = re.compile(r"(?:[：，](?:所在页面)?)?https?://[^\s，；。（）]{1,2048}")

MAX_EXAMPLES = 5
MAX_OF_ONE = 2
MAX_PROBLEMS_SHOWN = 3

PHRASES: dict[str, str] = {
    "security_incident": "存在安全、泄密等严重问题",
    "site_unreachable": "首页访问不稳定",
    "homepage_not_updated": "首页更新不及时",
    "columns_not_updated": "栏目更新不及时",
    "interaction_unresponsive": "互动回应不及时",
    "services_unusable": "办事服务不实用",
    "account_security_incident": "存在安全、泄密等严重问题",
    "account_not_updated": "内容更新不及时",
    "account_interaction_poor": "互动功能不完善",
    "overview_information": "概况信息更新不及时",
    "agency_functions": "机构职能信息不准确",
    "leader_information": "简历信息不完整",
    "news_updates": "动态要闻更新不及时",
    "policy_documents": "政策文件更新不及时",
    "policy_interpretation": "政策解读更新不及时",
    "interpretation_ratio": "政策解读比例不足",
    "interpretation_links": "政策文件与解读未关联",
    "other_columns": "栏目更新不及时",
    "service_catalogue": "办事服务不完善",
    "online_application": "在线申请无法使用",
    "service_statistics": "办事统计更新不及时",
    "service_guides": "办事指南要素不完整",
    "guide_accuracy": "办事指南内容不准确",
    "forms_and_samples": "办事表格无法获取",
    "message_submission": "互动信息无法提交",
    "unified_login": "互动栏目未统一登录",
    "message_disclosure": "留言公开不规范",
    "reply_quality": "留言答复质量不高",
    "domain_and_name": "域名或名称不规范",
    "identity_marks": "网站标识不完整",
    "link_availability": "错链断链",
    "error_report_entry": "找错留言办理不规范",
    "site_search": "站内搜索不好用",
    "single_sign_on": "未实现一号登录",
    "page_tags": "页面标签不规范",
    "browser_compatibility": "浏览器兼容性差",
    "ipv6_readiness": "IPv6改造未完成",
    "wording_errors": "错别字",
}


def _results(given: Iterable[Result]) -> tuple[Result, ...]:
    return tuple(given)


def _undecided(word: Undecided | str) -> Undecided:
    return choice(Undecided, word, "undecided")


def _by(word: CountBy | str) -> CountBy:
    return choice(CountBy, word, "by")


def _styles(given: Mapping[str, Style] | Iterable[tuple[str, Style]]) -> tuple[tuple[str, Style], ...]:
    styles = tuple(dict(given).items())
    for name, _ in styles:
        if name not in _STYLED:
            raise InputError("no such figure", field="styles", value=name, expected=", ".join(_STYLED))
    return styles


_FIGURES = ("rate", "share", "score", "change")
_STYLED = (*_FIGURES, *(f"{kind.value}.{figure}" for kind in SubjectKind for figure in _FIGURES))


@frozen
class Part:
    """One passage of a bulletin: whose results, of when, in what words.

    ``area`` is the population's area as printed (全省, 我市), ``verb`` 抽查 or 检查. ``sites`` and ``accounts`` are the registered
    totals, None where unknown. ``ours`` tells the visits of the reader's own area, for 未涉及我市. ``before`` are the last
    period's results, for the change and what was rectified. ``styles`` says how figures are printed: keys ``rate``, ``share``,
    ``score``, ``change``, or narrower ``site.rate`` … ``account.share``; left out: one decimal, half up, zeros dropped.
    """

    title: str
    results: tuple[Result, ...] = field(converter=_results)
    area: str = ""
    verb: str = "检查"
    sites: int | None = None
    accounts: int | None = None
    method: str = ""
    ours: Callable[[Visit], bool] | None = None
    ours_name: str = "我市"
    before: tuple[Result, ...] = field(default=(), converter=_results)
    styles: tuple[tuple[str, Style], ...] = field(default=(), converter=_styles)
    undecided: Undecided = field(default=Undecided.APART, converter=_undecided)
    by: CountBy = field(default=CountBy.VISIT, converter=_by)
    listed: bool = True


@frozen
class ErrorReports:
    """What the office knows of 我为政府网站找错 messages, of all it received; None: not known, and not printed.

    ``on_time``: of those handled, how many within the time given.
    """

    received: int | None = None
    handled: int | None = None
    on_time: int | None = None
    text: str = ""

    def __attrs_post_init__(self) -> None:
        for name, least in (("handled", self.received), ("on_time", self.handled)):
            value = getattr(self, name)
            if value is not None and (value < 0 or (least is not None and value > least)):
                raise InputError("more than there were", field=f"error_reports.{name}", value=value, expected=f"0 to {least}")


@overload
def write(
    results: Iterable[Result] | Iterable[Part],
    *,
    title: str,
    issuer: str,
    day: dt.date | None = ...,
    to: str = ...,
    basis: str = ...,
    error_reports: ErrorReports | None = ...,
    register_problems: str = ...,
    good_practice: str = ...,
    demands: Sequence[str] = ...,
    annex: tuple[str, str] | None = ...,
    checklist: Checklist | None = ...,
    template: str | None = ...,
    format: Literal["markdown", "html"] = ...,
) -> str: ...


@overload
def write(
    results: Iterable[Result] | Iterable[Part],
    *,
    title: str,
    issuer: str,
    day: dt.date | None = ...,
    to: str = ...,
    basis: str = ...,
    error_reports: ErrorReports | None = ...,
    register_problems: str = ...,
    good_practice: str = ...,
    demands: Sequence[str] = ...,
    annex: tuple[str, str] | None = ...,
    checklist: Checklist | None = ...,
    template: str | None = ...,
    format: Literal["docx"],
) -> bytes: ...


@overload
def write(
    results: Iterable[Result] | Iterable[Part],
    *,
    title: str,
    issuer: str,
    day: dt.date | None = ...,
    to: str = ...,
    basis: str = ...,
    error_reports: ErrorReports | None = ...,
    register_problems: str = ...,
    good_practice: str = ...,
    demands: Sequence[str] = ...,
    annex: tuple[str, str] | None = ...,
    checklist: Checklist | None = ...,
    template: str | None = ...,
    format: Literal["markdown", "html", "docx"],
) -> str | bytes: ...


def write(
    results: Iterable[Result] | Iterable[Part],
    *,
    title: str,
    issuer: str,
    day: dt.date | None = None,
    to: str = "",
    basis: str = "",
    error_reports: ErrorReports | None = None,
    register_problems: str = "",
    good_practice: str = "",
    demands: Sequence[str] = (),
    annex: tuple[str, str] | None = None,
    checklist: Checklist | None = None,
    template: str | None = None,
    format: Literal["markdown", "html", "docx"] = "markdown",
) -> str | bytes:
    """Write a bulletin (通报) from results, or from several ``Part``s.

    Nothing is in it that the results or the caller's own texts do not carry. ``template`` replaces the shipped Jinja2 template
    (``data/bulletin/bulletin.md.j2``); it writes the small Markdown that HTML and docx are made of, and every variable is
    escaped. ``checklist`` explains the clauses of results that name it; those of the shipped lists are known. Needs the extra ``report``.
    Raises InputError for a template that fails.
    """
    if format not in ("markdown", "html", "docx"):
        raise InputError("no such format", field="format", value=format, expected="markdown, html or docx")
    given = list(results)
    parts = [item for item in given if isinstance(item, Part)]
    if not parts:
        parts = [Part("检查情况", tuple(item for item in given if not isinstance(item, Part)))]
    elif len(parts) < len(given):
        raise InputError("parts and single results together", field="results", expected="one or the other")
    lists = _Lists(checklist)
    everything = tuple(result for part in parts for result in part.results)
    seen = [result for result in everything if isinstance(result, Inspection) and result.in_scope]
    view: dict[str, Any] = {
        "title": title,
        "issuer": issuer,
        "date": f"{day.year}年{day.month}月{day.day}日" if day else "",
        "to": to,
        "basis": basis,
        "parts": [_part(part, lists) for part in parts],
        "error_reports": _error_reports(seen, error_reports),
        "partial": list(dict.fromkeys(one.verdict.partial for one in seen if one.verdict.partial)),
        "problems": _problems(seen),
        "near": _near(seen, lists),
        "unqualified": _unqualified(tuple(result for part in parts if part.listed for result in part.results), lists),
        "register_problems": register_problems,
        "good_practice": good_practice,
        "demands": list(demands),
        "annex": {"title": annex[0], "text": annex[1]} if annex else None,
    }
    text = render(template if template is not None else read_text("bulletin/bulletin.md.j2"), view)
    if format == "markdown":
        return text
    return to_html(text) if format == "html" else to_docx(blocks(text))


def render(template: str, view: Mapping[str, Any]) -> str:
    """A template filled in: every value escaped for the small Markdown, ``link(text, url)`` and ``number(n)`` at hand."""
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    def finalize(value: Any) -> Any:
        return value if isinstance(value, Markup) else Markup(escaped("" if value is None else value))

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=finalize, keep_trailing_newline=True
    )
    environment.globals["link"] = lambda text, url: Markup(link(text, url))
    environment.globals["number"] = chinese_count
    environment.filters["join"] = lambda values, between="": Markup(between).join(Markup(escaped(value)) for value in values)
    try:
        filled = environment.from_string(template).render(**view)
    except TemplateError as error:
        where = getattr(error, "lineno", None)
        raise InputError(f"the template fails: {clean(error)}", row=where, field="template", expected="a Jinja2 template") from error
    lines = [line.rstrip() for line in filled.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip("\n") + "\n"


def chinese_count(value: int) -> str:
    """一, 二, … 十一, … 九十九; larger numbers in digits."""
    digits = "零一二三四五六七八九"
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones or not tens else "")


class _Lists:
    """The checklists that explain fired clauses."""

    def __init__(self, given: Checklist | None) -> None:
        self._given = given
        self._known: dict[str, Checklist | None] = {}

    def of(self, result: Result) -> Checklist | None:
        if isinstance(result, Visit):
            return self._given
        if self._given is not None and self._given.id == result.checklist:
            return self._given
        if result.checklist not in self._known:
            try:
                self._known[result.checklist] = checklist_of(result.checklist)
            except ChecklistError:
                self._known[result.checklist] = None
        return self._known[result.checklist]

    def title(self, result: Result, clause: str) -> str:
        """The official title of the indicator behind a clause, or the clause's id."""
        found = self.of(result)
        if found is None:
            return clause
        try:
            indicator = found.clause(clause).indicator
        except ChecklistError:
            return clause
        return next((heading.title for heading in found.headings if heading.indicator == indicator), PHRASES.get(indicator, clause))

    def summary(self, result: Result, clause: str) -> str:
        found = self.of(result)
        try:
            return found.clause(clause).summary or clause if found else clause
        except ChecklistError:
            return clause


def _style(part: Part, kind: SubjectKind, what: str) -> Style:
    styles = dict(part.styles)
    return styles.get(f"{kind.value}.{what}") or styles.get(what) or Style(2 if what == "score" else 1)


def _part(part: Part, lists: _Lists) -> dict[str, Any]:
    figures = [_figures(part, kind, lists) for kind in (SubjectKind.SITE, SubjectKind.ACCOUNT)]
    return {
        "title": part.title,
        "area": part.area,
        "verb": part.verb,
        "method": part.method,
        "figures": [figure for figure in figures if figure is not None],
    }


def _figures(part: Part, kind: SubjectKind, lists: _Lists) -> dict[str, Any] | None:
    results = [result for result in part.results if result.subject.kind is kind]
    registered = part.sites if kind is SubjectKind.SITE else part.accounts
    if not results and registered is None:
        return None
    visits = [rates.visit_of(result) for result in results]
    rate = rates.pass_rate(visits, undecided=part.undecided, by=part.by, population=registered)
    site = kind is SubjectKind.SITE
    unit = "家" if site else "个"
    repeated = rate.visits > rate.sites
    counted_unit = f"{unit}次" if repeated and part.by is CountBy.VISIT else unit
    rate_style = _style(part, kind, "rate")
    settled = rate.checked - rate.undecided
    return {
        "noun": "政府网站" if site else "政务新媒体",
        "short": "网站" if site else "政务新媒体",
        "unit": unit,
        "visit_unit": f"{unit}次",
        "visit_unit_or_unit": f"{unit}次" if repeated else unit,
        "counted_unit": unit if part.by is CountBy.SITE or not repeated or _distinct(visits) else counted_unit,
        "registered": registered,
        "checked": rate.checked,
        "visits": rate.visits,
        "sites": rate.sites,
        "repeated": repeated,
        "by_subject": part.by is CountBy.SITE,
        "all": rate.coverage == 1,
        "share": percent(rate.coverage, _style(part, kind, "share")) if rate.coverage is not None and rate.coverage < 1 else "",
        "qualified": rate.qualified,
        "unqualified": rate.unqualified,
        "undecided": rate.undecided,
        "undecided_clear": rate.undecided_clear,
        "decided": settled,
        "decided_unit": counted_unit,
        "how": rate.undecided_as.value,
        "rate": "" if rate.rate is None else percent(rate.rate, rate_style),
        "low": "" if rate.low is None else percent(rate.low, rate_style),
        "high": "" if rate.high is None else percent(rate.high, rate_style),
        "not_inspected": rate.not_inspected,
        "out_of_scope": rate.out_of_scope,
        "change": _change(part, kind, rate),
        "ours_name": part.ours_name,
        "ours": _ours(part, visits),
        "reasons": _reasons(results, part.by, lists),
        "platforms": _groups(part, kind, visits, GroupBy.PLATFORM) if not site else [],
        "areas": _groups(part, kind, visits, GroupBy.AREA),
        "full_areas": _full_areas(visits),
        "scores": _scores(part, kind, visits),
        "rectified": _rectified(part, kind, visits),
    }


def _distinct(visits: Sequence[Visit]) -> bool:
    """Whether no subject is unqualified or undecided twice, so that visits and subjects are the same number."""
    keys = [visit.subject.identity for visit in visits if visit.standing in (Standing.UNQUALIFIED, Standing.UNDECIDED)]
    return len(keys) == len(set(keys))


def _ours(part: Part, visits: Sequence[Visit]) -> str | int:
    """'none' only where every one of the reader's own area is surely not unqualified; '' where it cannot be said."""
    if part.ours is None:
        return ""
    own = [visit for visit in visits if visit.state is VisitState.JUDGED and part.ours(visit)]
    bad = sum(visit.standing is Standing.UNQUALIFIED for visit in own)
    if bad:
        return bad
    anybody = any(visit.standing is Standing.UNQUALIFIED for visit in visits)
    return "none" if anybody and all(visit.standing is Standing.QUALIFIED for visit in own) else ""


def _change(part: Part, kind: SubjectKind, now: rates.PassRate) -> str:
    earlier = [result for result in part.before if result.subject.kind is kind]
    if not earlier:
        return ""
    change = rates.change(now, rates.pass_rate(earlier, undecided=part.undecided, by=part.by))
    if change is None or change.exact is None:
        return ""
    style = _style(part, kind, "change")
    points = rates_rounded(abs(change.exact), style)
    if Fraction(points) == 0:
        return "与上期基本持平" if change.exact else "与上期持平"
    return f"较上期{'提高' if change.exact > 0 else '下降'}{points}个百分点"


def rates_rounded(value: Fraction, style: Style) -> str:
    """A non-negative number in a style, without a sign for per cent."""
    whole = value * 10**style.digits
    rounded = Fraction(int(whole) if style.rounding.value == "cut" else int(whole + Fraction(1, 2)), 10**style.digits)
    return decimal_text(rounded, style.digits, keep_zeros=style.keep_zeros)


def _reasons(results: Sequence[Result], by: CountBy, lists: _Lists) -> list[dict[str, Any]]:
    """How often each indicator was a reason, in the unit that the rate counts in."""
    counted: dict[str, set[object]] = defaultdict(set)
    for number, result in enumerate(results):
        visit = rates.visit_of(result)
        for clause in visit.fired:
            counted[lists.title(result, clause)].add(visit.subject.identity if by is CountBy.SITE else number)
    counts = {title: len(found) for title, found in counted.items()}
    return [{"title": title, "count": count} for title, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _platform(name: str) -> str:
    return PLATFORM_TITLES[name][0] if name in PLATFORM_TITLES else name


def _groups(part: Part, kind: SubjectKind, visits: Sequence[Visit], group: GroupBy) -> list[dict[str, Any]]:
    found = rates.pass_rates(visits, group, undecided=part.undecided, by=part.by)
    named = [(name, rate) for name, rate in found if rate.checked]
    if len(named) < 2 or any(not name for name, _ in named):
        return []
    style = _style(part, kind, "rate")
    return [
        {
            "name": _platform(name) if group is GroupBy.PLATFORM else name,
            "checked": rate.checked,
            "unqualified": rate.unqualified,
            "undecided": rate.undecided,
            "rate": "" if rate.rate is None else percent(rate.rate, style),
        }
        for name, rate in named
    ]


def _full_areas(visits: Sequence[Visit]) -> list[str]:
    found = rates.pass_rates(visits, GroupBy.AREA)
    named = [(name, rate) for name, rate in found if rate.checked]
    full = [name for name, rate in named if rate.low == 1]
    return full if 0 < len(full) < len(named) and all(name for name, _ in named) else []


def _scores(part: Part, kind: SubjectKind, visits: Sequence[Visit]) -> dict[str, Any] | None:
    found = rates.scores(visits, undecided=part.undecided)
    if not found.count or found.average is None or found.highest is None or found.lowest is None:
        return None
    style = _style(part, kind, "score")
    return {
        "count": found.count,
        "open": found.open,
        "clean": found.without_deduction,
        "average": rates_rounded(found.average, style) if found.average >= 0 else exact_text(found.average),
        "highest": exact_text(found.highest),
        "lowest": exact_text(found.lowest),
        "bands": [{"name": _band(band), "count": band.count} for band in found.bands if band.count],
    }


def _band(band: rates.Band) -> str:
    if band.low is None:
        return f"{band.high}分（含）以下"
    return f"{band.low}分以上" if band.high is None else f"{band.low}至{band.high}分（含）"


def _rectified(part: Part, kind: SubjectKind, visits: Sequence[Visit]) -> dict[str, Any] | None:
    before = [result for result in part.before if result.subject.kind is kind]
    found = rates.rectified(before, visits)
    if found.share is None:
        return None
    return {
        "rate": _rate_after(part, before, visits),
        "due": found.due,
        "done": found.done,
        "share": percent(found.share, _style(part, kind, "share")),
        "still": [subject.name or subject.key for subject in found.still],
        "undecided": [subject.name or subject.key for subject in found.undecided],
        "unseen": [subject.name or subject.key for subject in found.unseen],
    }


def _rate_after(part: Part, before: Sequence[Result], visits: Sequence[Visit]) -> str:
    """整改后合格率 of the last period, '' where it is no one number."""
    rate = rates.pass_rate(rates.after_rectification(before, visits), undecided=part.undecided, by=part.by).rate
    return "" if rate is None else percent(rate, _style(part, visits[0].subject.kind if visits else SubjectKind.SITE, "rate"))


def _failed(results: Iterable[Inspection]) -> Iterator[tuple[Inspection, Finding]]:
    """Every fault once, however often its subject was visited: as found last."""
    found: dict[tuple[tuple[str, str, str], FindingKey], tuple[Inspection, Finding]] = {}
    for result in sorted(results, key=lambda one: one.as_of):
        for finding in result.findings:
            if finding.outcome is Outcome.FAILED and finding.examined != 0 and not _is_bonus(finding):
                found[(result.subject.identity, finding.key)] = (result, finding)
    yield from found.values()


def _latest(results: Iterable[Inspection]) -> list[Inspection]:
    """The last inspection of each subject."""
    return list({result.subject.identity: result for result in sorted(results, key=lambda one: one.as_of)}.values())


def _is_bonus(finding: Finding) -> bool:
    """Bonus indicators use FAILED for a point that was not earned; that is no problem to list."""
    return finding.indicator not in PHRASES


def _problems(results: Sequence[Inspection]) -> list[dict[str, Any]]:
    """The faults by what they are called. A column is one place, in how many clauses it may count."""
    subjects: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    examples: dict[str, list[dict[str, str]]] = defaultdict(list)
    columns: set[tuple[str, tuple[str, str, str], str]] = set()
    for result, finding in _failed(results):
        phrase = PHRASES[finding.indicator]
        if finding.target.kind is TargetKind.COLUMN:
            place = (phrase, result.subject.identity, finding.target.key)
            if place in columns:
                continue
            columns.add(place)
        subjects[phrase].add(result.subject.identity)
        counts[phrase] += finding.examined or 1
        named = result.subject.name or result.subject.key
        if len(examples[phrase]) < MAX_EXAMPLES and sum(one["subject"] == named for one in examples[phrase]) < MAX_OF_ONE:
            examples[phrase].append({"subject": named, "text": told(finding), "url": finding.target.url})
    order = sorted(subjects, key=lambda phrase: (-len(subjects[phrase]), -counts[phrase], phrase))
    return [
        {"phrase": phrase, "subjects": len(subjects[phrase]), "count": counts[phrase], "examples": examples[phrase]} for phrase in order
    ]


def told(finding: Finding) -> str:
    """The message of a finding as papers print it, or its names where the catalogue has no message."""
    try:
        text = clean(message(finding))
    except (GovsiteError, KeyError):
        text = clean(f"{PHRASES.get(finding.indicator, finding.indicator)}：{finding.target.name or finding.target.key}")
    return printed(text, linked=bool(finding.target.url))


def printed(text: str, *, linked: bool) -> str:
    """A message on paper: times as people write them; addresses are left to the link where there is one."""
    text = _TIME.sub(lambda found: f"{int(found[1])}月{int(found[2])}日{int(found[3])}时{found[4]}分", text)
    return _ADDRESS.sub("", text) if linked else text


def _error_reports(results: Sequence[Inspection], given: ErrorReports | None) -> dict[str, Any] | None:
    """找错 messages: what the office says of all, and what inspections found of those they saw, each message once."""
    last: dict[tuple[tuple[str, str, str], FindingKey], tuple[Inspection, Finding]] = {}
    for result in sorted(results, key=lambda one: one.as_of):
        for finding in result.findings:
            if finding.indicator == "error_report_entry" and finding.code in ("answered_late", "poor_answer") and finding.examined:
                last[(result.subject.identity, finding.key)] = (result, finding)
    counts: Counter[tuple[str, Outcome]] = Counter()
    examples: dict[str, list[dict[str, str]]] = defaultdict(list)
    for result, finding in last.values():
        if finding.target.kind is not TargetKind.MESSAGE and finding.outcome.is_open:
            continue
        counts[finding.code, finding.outcome] += finding.examined or 0
        if finding.outcome is Outcome.FAILED and len(examples[finding.code]) < MAX_EXAMPLES:
            examples[finding.code].append(
                {"subject": result.subject.name or result.subject.key, "text": told(finding), "url": finding.target.url}
            )
    late, on_time, open_ = (counts["answered_late", outcome] for outcome in (Outcome.FAILED, Outcome.PASSED, Outcome.CANT_TELL))
    poor, good = (counts["poor_answer", outcome] for outcome in (Outcome.FAILED, Outcome.PASSED))
    view: dict[str, Any] = {
        "seen": late + on_time + open_,
        "late": late,
        "open": open_,
        "judged": poor + good,
        "poor": poor,
        "examples": examples["answered_late"] + examples["poor_answer"],
        "received": None,
        "handled": None,
        "share": "",
        "text": "",
    }
    if given is not None:
        view |= {"received": given.received, "handled": given.handled, "text": given.text}
        if given.on_time is not None and given.handled:
            view["share"] = percent(Fraction(given.on_time, given.handled))
    return view if view["seen"] or view["judged"] or (given is not None and given != ErrorReports()) else None


def _near(results: Sequence[Inspection], lists: _Lists) -> list[dict[str, str]]:
    rows = []
    for result in _latest(results):
        found = lists.of(result)
        if found is None or result.verdict.standing is Standing.UNQUALIFIED:
            continue
        for near in near_veto(result, found):
            if near.days_left is not None:
                state = f"距超期还有{near.days_left}天"
            elif near.limit < 1:
                state = f"{percent(near.reached)}（{percent(near.limit)}即否决）"
            else:
                state = f"{exact_text(near.reached)}个（{exact_text(near.limit)}个即否决）"
            rows.append(
                {
                    "region": result.subject.region,
                    "name": result.subject.name or result.subject.key,
                    "title": lists.title(result, near.clause),
                    "state": state,
                }
            )
    return sorted(rows, key=lambda row: (row["region"], row["name"], row["title"]))


def _unqualified(results: Sequence[Result], lists: _Lists) -> list[dict[str, Any]]:
    tables = []
    for kind, noun, key in ((SubjectKind.SITE, "网站", "标识码或网址"), (SubjectKind.ACCOUNT, "政务新媒体", "标识码或账号")):
        rows: dict[tuple[str, str, str], dict[str, str]] = {}
        for result in results:
            visit = rates.visit_of(result)
            subject = visit.subject
            if subject.kind is not kind or visit.standing is not Standing.UNQUALIFIED:
                continue
            problems = main_problems(result, lists)
            if subject.identity in rows:
                if problems not in rows[subject.identity]["problems"]:
                    rows[subject.identity]["problems"] += f"；{problems}"
            else:
                rows[subject.identity] = {
                    "region": subject.region,
                    "name": subject.name or subject.key,
                    "key": subject.key + (f"（{_platform(subject.platform)}）" if subject.platform and subject.key == subject.name else ""),
                    "owner": subject.owner,
                    "problems": problems,
                }
        if rows:
            ordered = sorted(rows.values(), key=lambda row: (row["region"], row["name"], row["key"]))
            tables.append({"noun": noun, "key": key, "rows": ordered})
    return tables


def main_problems(result: Result, lists: _Lists) -> str:
    """主要问题: for each fired clause its situation, and the first failed findings behind it."""
    said = []
    for clause in rates.visit_of(result).fired:
        text = lists.summary(result, clause)
        found = lists.of(result)
        if isinstance(result, Inspection) and found is not None and clause in {one.id for one in found.clauses}:
            rule = found.clause(clause)
            failed = [
                finding
                for finding in result.findings
                if finding.outcome is Outcome.FAILED and finding.indicator == rule.indicator and finding.code in rule.codes
            ]
            if failed:
                shown = "、".join(told(finding) for finding in failed[:MAX_PROBLEMS_SHOWN])
                more = f"等{sum(finding.examined or 1 for finding in failed)}处" if len(failed) > MAX_PROBLEMS_SHOWN else ""
                text = f"{text}：{shown}{more}"
        said.append(text)
    if not said and isinstance(result, Inspection):
        score = result.verdict.score
        said = [f"得分{exact_text(score.high)}分"] if score is not None else []
    return "；".join(said)
