"""Data frames in and out (extra: frames): a frame of pages becomes a frame of findings and one of verdicts.

Every frame has an Arrow schema here, which is its documentation; pandas frames pass through it, so that types, missing values
and time zones mean one thing everywhere. ``govsite_rules.spark`` runs the same functions on Arrow batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

try:
    import pandas as pd
    import pyarrow as pa
except ImportError as missing:
    raise ImportError(f"{missing.name} is missing: pip install 'govsite-rules[frames]'", name=missing.name) from None

from .batch.archives import Response
from .batch.failure import Failure, failure
from .batch.folder import for_site
from .batch.pieces import Collector, Sites, bare_host, merged, pack, sites_of
from .batch.records import Sited
from .checklists.model import Checklist
from .checklists.national_2019 import NATIONAL_2019
from .errors import GovsiteError, InputError
from .indicators import CATALOG, COMPANIONS
from .indicators._base import Indicator
from .indicators.messages import message
from .inspection import Inspection, inspect, subject_of
from .interchange import from_json, to_json
from .parse.finish import finish
from .parse.limits import DEFAULT_LIMITS, Limits
from .parse.page import Scanner
from .parse.urls import canonical
from .scoring.rates import CountBy, GroupBy, PassRate, Undecided, Visit, pass_rates, visit_of
from .scoring.records import Declaration, Review, Waiver
from .values.dates import aware
from .values.finding import Finding
from .values.site import SiteProfile, SiteSnapshot
from .values.subject import RunningStatus, Subject, SubjectKind

__all__ = [
    "FACTS",
    "FINDINGS",
    "PAGES",
    "RATES",
    "VERDICTS",
    "Frames",
    "Inspecting",
    "NoProfileError",
    "findings",
    "inspect_pages",
    "rates",
    "results",
    "to_arrow",
    "to_pandas",
    "verdicts",
]

Result = Inspection | Failure

_MOMENT = pa.timestamp("us", "UTC")
_TEXTS = pa.list_(pa.string())


def _schema(*fields: tuple[str, Any, str]) -> Any:
    return pa.schema([pa.field(name, type, metadata={"about": about}) for name, type, about in fields])


PAGES = _schema(
    ("site", pa.string(), "key of the site (its code, else its domain); missing: told by the address's host, else by the code shown"),
    ("url", pa.string(), "address as requested; required"),
    ("fetched_at", _MOMENT, "when, with its time zone; required"),
    ("status", pa.int32(), "HTTP status; missing: 200"),
    ("elapsed", pa.float64(), "seconds; may be missing"),
    ("content_type", pa.string(), "the HTTP header's value; may be missing"),
    ("body", pa.binary(), "bytes without transfer and content coding; required where the status is 2xx"),
)
"""One row a response. ``site``, ``status``, ``elapsed`` and ``content_type`` may be left out as columns too."""

FACTS = _schema(
    ("site", pa.string(), "key of the site, or the host where no profile names it"),
    ("pages", pa.int64(), "how many addresses it speaks for; with ``error``: how many responses"),
    ("facts", pa.binary(), "packed facts (``batch.pieces``); missing where ``error`` is there"),
    ("error", pa.string(), "why responses could not be read"),
)
"""Facts of any part of a site's pages; several rows of one site can be put together in any order."""

FINDINGS = _schema(
    ("site", pa.string(), "key of the site"),
    ("as_of", _MOMENT, "moment of inspection (监测时间点)"),
    ("position", pa.int32(), "place in the fixed order of the site's findings, from 0"),
    ("indicator", pa.string(), "indicator id"),
    ("code", pa.string(), "question id"),
    ("outcome", pa.string(), "inapplicable, passed, untested, cant_tell or failed"),
    ("target_kind", pa.string(), "site, page, column, …"),
    ("target", pa.string(), "key of the target"),
    ("target_name", pa.string(), "its name"),
    ("url", pa.string(), "address of the target, else of the evidence"),
    ("examined", pa.int64(), "how many targets it speaks for; missing: nobody knows"),
    ("quote", pa.string(), "what the page shows"),
    ("observed_at", _MOMENT, "when it was seen"),
    ("message_zh", pa.string(), "问题描述"),
    ("message_en", pa.string(), "the same in English"),
    ("document", pa.string(), "the whole finding as JSON (govsite-rules/finding/1)"),
)
"""One row a finding."""

VERDICTS = _schema(
    ("site", pa.string(), "key of the site"),
    ("kind", pa.string(), "site or account"),
    ("name", pa.string(), "its name"),
    ("region", pa.string(), "administrative code"),
    ("level", pa.string(), "level of the body"),
    ("portal", pa.bool_(), "a government portal; missing: unknown"),
    ("as_of", _MOMENT, "moment of inspection (监测时间点)"),
    ("checklist", pa.string(), "id of the checklist"),
    ("state", pa.string(), "judged, out_of_scope, not_inspected, or no_profile (pages of a site or host that no profile names)"),
    ("standing", pa.string(), "qualified, unqualified or undecided; missing where not judged"),
    ("found", pa.string(), "fault_found or none_found; missing where not judged"),
    ("fired", _TEXTS, "veto clauses that fired"),
    ("possible", _TEXTS, "veto clauses that could still fire"),
    ("score_low", pa.string(), "least score, exact (such as 72 or 217/3); missing where there is none"),
    ("score_high", pa.string(), "greatest score, exact"),
    ("error", pa.string(), "why it was not inspected"),
    ("document", pa.string(), "the inspection without its findings, or the failure, as JSON"),
)
"""One row a subject."""

RATES = _schema(
    ("group", pa.string(), "name of the group ('' for unknown, or for all)"),
    ("counted_by", pa.string(), "visit or site"),
    ("undecided_as", pa.string(), "range, apart or as_found"),
    ("visits", pa.int64(), "inspections judged (家次)"),
    ("sites", pa.int64(), "distinct subjects judged (家)"),
    ("checked", pa.int64(), "judged, in the unit of ``counted_by``"),
    ("qualified", pa.int64(), "合格"),
    ("unqualified", pa.int64(), "不合格"),
    ("undecided", pa.int64(), "待人工复核"),
    ("low", pa.string(), "exact share with every undecided one as unqualified"),
    ("high", pa.string(), "exact share with every undecided one as qualified"),
    ("rate", pa.string(), "one exact share; missing where nobody can say"),
    ("not_inspected", pa.int64(), "due, and could not be inspected; outside the rate"),
    ("out_of_scope", pa.int64(), "not running; outside the rate"),
)
"""One row a group."""


@frozen
class Inspecting:
    """Everything but the facts that an inspection of many sites needs; it can be sent to other processes.

    ``parts`` are what ``finish`` takes besides pages, by site key.
    """

    as_of: datetime
    profiles: tuple[SiteProfile, ...] = ()
    checklist: Checklist = NATIONAL_2019
    indicators: tuple[Indicator, ...] = CATALOG
    parts: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    reviews: tuple[Sited[Review], ...] = ()
    declarations: tuple[Sited[Declaration], ...] = ()
    waivers: tuple[Sited[Waiver], ...] = ()
    scanners: tuple[Scanner, ...] = ()
    limits: Limits = DEFAULT_LIMITS
    sites: Sites = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        aware(self.as_of, "as_of")
        object.__setattr__(self, "sites", sites_of(self.profiles))


@frozen
class Frames:
    """A frame of findings (FINDINGS) and one of verdicts (VERDICTS)."""

    findings: pd.DataFrame
    verdicts: pd.DataFrame


def inspect_pages(pages: pd.DataFrame, *, as_of: datetime, profiles: Iterable[SiteProfile], **more: Any) -> Frames:
    """Inspect every site of a frame of pages (PAGES); ``more`` is as in ``Inspecting``.

    A site with a row that cannot be read and a profile without pages are told as verdicts with the state not_inspected, a host
    or key without a profile as one with no_profile. Raises InputError for a frame that does not fit PAGES, and for moments
    without time zone.
    """
    how = Inspecting(as_of, tuple(profiles), **more)
    table = to_arrow(pages, PAGES, required=("url", "fetched_at", "body"))
    results = tuple(results_of(how, facts_rows(how, table.to_batches(4096)), missing=True))
    return Frames(findings(results), verdicts(results))


def findings(results: Iterable[Result]) -> pd.DataFrame:
    """The findings of any results as a frame (FINDINGS)."""
    return to_pandas(pa.Table.from_pylist(list(finding_rows(results)), FINDINGS))


def verdicts(results: Iterable[Result]) -> pd.DataFrame:
    """Any results, failures included, as a frame (VERDICTS)."""
    return to_pandas(pa.Table.from_pylist([verdict_row(result) for result in results], VERDICTS))


def results(verdicts: pd.DataFrame, findings: pd.DataFrame | None = None) -> tuple[Result, ...]:
    """The results that the frames were made from, in the order of ``verdicts``; without ``findings`` those are left out.

    Raises InputError for documents that cannot be read.
    """
    found: dict[tuple[str, Any], list[tuple[int, str]]] = {}
    if findings is not None:
        columns = (findings[name] for name in ("site", "as_of", "position", "document"))
        for site, as_of, position, document in zip(*columns, strict=True):
            found.setdefault((site, as_of), []).append((position, document))
    restored: list[Result] = []
    for site, as_of, state, document in zip(*(verdicts[name] for name in ("site", "as_of", "state", "document")), strict=True):
        if state in _FAILED:
            restored.append(from_json(document, Failure))
            continue
        members = tuple(from_json(text, Finding) for _, text in sorted(found.get((site, as_of), ())))
        restored.append(evolve(from_json(document, Inspection), findings=members))
    return tuple(restored)


def rates(
    verdicts: pd.DataFrame,
    group: GroupBy | str | None = None,
    *,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
) -> pd.DataFrame:
    """Pass rates of a frame of verdicts as a frame (RATES): of all, or of each group (area, level, portal, month, …)."""
    return to_pandas(pa.Table.from_pylist(rate_rows(verdicts["document"], verdicts["state"], group, undecided, by), RATES))


def to_arrow(frame: pd.DataFrame, schema: Any, *, required: Sequence[str] = ()) -> Any:
    """A pandas frame as an Arrow table of a schema; columns it lacks are missing values. Raises InputError where it does not fit."""
    arrays = []
    for wanted in schema:
        if wanted.name not in frame.columns:
            if wanted.name in required:
                raise InputError("a frame without a column", field=wanted.name, expected=", ".join(schema.names))
            arrays.append(pa.nulls(len(frame), wanted.type))
            continue
        column = frame[wanted.name]
        if pa.types.is_timestamp(wanted.type):
            _zoned(column)
        try:
            given = pa.array(column, from_pandas=True)
            if _family(given.type) not in (None, _family(wanted.type)):
                raise TypeError(f"it holds {given.type}")
            arrays.append(given.cast(wanted.type, safe=not pa.types.is_timestamp(wanted.type)))
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            raise InputError(f"a column that does not fit ({error})", field=wanted.name, expected=str(wanted.type)) from None
    return pa.table(arrays, schema=schema)


def _family(type: Any) -> str | None:
    """What kind of values a type holds: Arrow would read numbers as bytes. None for a column of missing values."""
    families = {
        "number": (pa.types.is_integer, pa.types.is_floating),
        "text": (pa.types.is_string, pa.types.is_large_string),
        "bytes": (pa.types.is_binary, pa.types.is_large_binary),
        "moment": (pa.types.is_timestamp,),
    }
    known = next((name for name, tests in families.items() if any(test(type) for test in tests)), str(type))
    return None if pa.types.is_null(type) else known


def to_pandas(table: Any) -> pd.DataFrame:
    """An Arrow table as a pandas frame that can say "missing" in every column."""
    nullable = {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = table.to_pandas(types_mapper=nullable.get)
    return frame


def _zoned(column: Any) -> None:
    """Moments without a time zone are refused, in a column of one type and in one of objects."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return
    naive = column.dtype != object or any(isinstance(value, datetime) and value.tzinfo is None and not pd.isna(value) for value in column)
    if naive and len(column):
        raise InputError("moments without a time zone", field=str(column.name), value=column.iloc[0], expected="a column with a time zone")


def facts_rows(how: Inspecting, batches: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Rows of FACTS from Arrow batches of PAGES, few pages held at a time."""
    wrong: dict[str, tuple[int, str]] = {}

    def responses() -> Iterator[tuple[str | None, Response]]:
        for batch in batches:
            for row in _rows(batch):
                read = _response(row)
                if isinstance(read, Response):
                    yield row["site"], read
                    continue
                site = row["site"] or (how.sites.of_url(row["url"]) if row["url"] else None) or _host(row["url"] or "")
                count, first = wrong.get(site, (0, read))
                wrong[site] = (count + 1, min(first, read))

    collector = Collector(how.sites, limits=how.limits, scanners=how.scanners)
    for site, facts in collector.keyed(responses()):
        yield {"site": site, "pages": len(facts.pages), "facts": pack(facts), "error": None}
    for site, (count, why) in sorted(wrong.items()):
        yield {"site": site, "pages": count, "facts": None, "error": why}
    for host, count in sorted(collector.strangers.items()):
        yield {"site": host, "pages": count, "facts": None, "error": _NO_PROFILE}


def _rows(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a batch, few bodies at a time as objects."""
    for start in range(0, batch.num_rows, 256):
        yield from batch.slice(start, 256).to_pylist()


_NO_PROFILE = "no profile names this site or host"


class NoProfileError(InputError):
    """Pages of a site or host that no profile names: nobody asked for it, so no rate counts it."""


def _host(url: str) -> str:
    return bare_host(canonical(url))


def _response(row: Mapping[str, Any]) -> Response | str:
    """A row of PAGES as a response, or what is wrong with it."""
    status = 200 if row["status"] is None else row["status"]
    for name in ("url", "fetched_at"):
        if not row[name]:
            return f"a page without {name}: {row['url'] or ''}"
    if row["body"] is None and 200 <= status < 300:
        return f"a page without body: {row['url']}"
    return Response(row["url"], row["fetched_at"], status, row["body"] or b"", row["content_type"], row["elapsed"])


def merged_rows(site: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row of FACTS that says what all of a site's say."""
    given = list(rows)
    errors = sorted({row["error"] for row in given if row["error"]})
    facts = None if errors else pack(merged(row["facts"] for row in given if row["facts"] is not None))
    return [{"site": site, "pages": sum(row["pages"] for row in given), "facts": facts, "error": errors[0] if errors else None}]


def results_of(how: Inspecting, rows: Iterable[Mapping[str, Any]], *, missing: bool = False) -> Iterator[Result]:
    """The result of each site of rows of FACTS, by key; with ``missing`` also of the profiles that no row is about."""
    groups: dict[str, list[Mapping[str, Any]]] = {key: [] for key in how.sites.profiles} if missing else {}
    for row in rows:
        groups.setdefault(row["site"], []).append(row)
    for site in sorted(groups):
        yield judged(how, site, groups.pop(site))


def judged(how: Inspecting, site: str, rows: Iterable[Mapping[str, Any]]) -> Result:
    """The inspection of one site from its rows of FACTS, or why there is none."""
    profile = how.sites.profiles.get(site)
    subject = subject_of(SiteSnapshot(profile)) if profile else Subject(SubjectKind.SITE, site)
    try:
        given = list(rows)
        if profile is None:
            raise NoProfileError(_NO_PROFILE, field="site", value=site, expected="one of the profiles given")
        error = min((row["error"] for row in given if row["error"]), default=None)
        if error is not None:
            pages = sum(row["pages"] for row in given if row["error"])
            raise InputError(f"{error} ({pages} such)", field="site", value=site)
        parts = how.parts.get(site, {})
        pieces = [row["facts"] for row in given if row["facts"] is not None]
        if not pieces and not parts and profile.status is RunningStatus.RUNNING:
            raise InputError("no page of this site among those given", field="site", value=site)
        return inspect(
            finish(merged(pieces), profile, **parts),
            as_of=how.as_of,
            checklist=how.checklist,
            indicators=how.indicators,
            reviews=for_site(how.reviews, profile),
            declarations=for_site(how.declarations, profile),
            waivers=for_site(how.waivers, profile),
        )
    except GovsiteError as error:
        return failure(subject, how.as_of, error)
    except Exception as error:
        return Failure(subject, how.as_of, f"{type(error).__name__}: {error}", type(error).__name__)


_FAILED = ("not_inspected", "no_profile")


def finding_rows(results: Iterable[Result]) -> Iterator[dict[str, Any]]:
    """Rows of FINDINGS."""
    for result in results:
        for position, finding in enumerate(result.findings if isinstance(result, Inspection) else ()):
            first = finding.evidence[0] if finding.evidence else None
            yield {
                "site": result.subject.key,
                "as_of": result.as_of.astimezone(UTC),
                "position": position,
                "indicator": finding.indicator,
                "code": finding.code,
                "outcome": finding.outcome.value,
                "target_kind": finding.target.kind.value,
                "target": finding.target.key,
                "target_name": finding.target.name,
                "url": finding.target.url or (first.url if first else ""),
                "examined": finding.examined,
                "quote": first.quote if first else "",
                "observed_at": first.observed_at if first else None,
                "message_zh": _message(finding, "zh-Hans"),
                "message_en": _message(finding, "en"),
                "document": to_json(finding).rstrip("\n"),
            }


_KNOWN = frozenset(indicator.id for indicator in CATALOG + COMPANIONS)


def _message(finding: Finding, lang: str) -> str | None:
    """The message of a finding; None for indicators of third parties, whose messages this module does not have."""
    return message(finding, lang) if finding.indicator in _KNOWN else None


def verdict_row(result: Result) -> dict[str, Any]:
    """A row of VERDICTS."""
    subject = result.subject
    row: dict[str, Any] = {
        "site": subject.key,
        "kind": subject.kind.value,
        "name": subject.name,
        "region": subject.region,
        "level": subject.level,
        "portal": subject.portal,
        "as_of": result.as_of.astimezone(UTC),
    }
    if isinstance(result, Failure):
        state = "no_profile" if result.kind == NoProfileError.__name__ else result.visit.state.value
        return row | {"state": state, "error": result.message, "document": to_json(result).rstrip("\n")}
    visit, verdict = visit_of(result), result.verdict
    row |= {"checklist": result.checklist, "state": visit.state.value, "document": to_json(evolve(result, findings=())).rstrip("\n")}
    if verdict.standing is None or not result.in_scope:
        return row
    return row | {
        "standing": verdict.standing.value,
        "found": verdict.found.value,
        "fired": list(verdict.fired),
        "possible": list(verdict.possible),
        "score_low": str(verdict.score.low) if verdict.score else None,
        "score_high": str(verdict.score.high) if verdict.score else None,
    }


def rate_rows(
    documents: Iterable[str], states: Iterable[str], group: GroupBy | str | None, undecided: Undecided | str, by: CountBy | str
) -> list[dict[str, Any]]:
    """Rows of RATES from the documents and states of VERDICTS."""
    visits = [visit_of_document(document, state) for document, state in zip(documents, states, strict=True) if state != "no_profile"]
    return [
        _rate_row(name, rate)
        for name, rate in pass_rates(visits, (lambda visit: "") if group is None else group, undecided=undecided, by=by)
    ]


def visit_of_document(document: str, state: str) -> Visit:
    """The visit that a row of VERDICTS is about."""
    return from_json(document, Failure).visit if state in _FAILED else visit_of(from_json(document, Inspection))


def _rate_row(group: str, rate: PassRate) -> dict[str, Any]:
    def text(share: Fraction | None) -> str | None:
        return None if share is None else str(share)

    return {
        "group": group,
        "counted_by": rate.counted_by.value,
        "undecided_as": rate.undecided_as.value,
        "visits": rate.visits,
        "sites": rate.sites,
        "checked": rate.checked,
        "qualified": rate.qualified,
        "unqualified": rate.unqualified,
        "undecided": rate.undecided,
        "low": text(rate.low),
        "high": text(rate.high),
        "rate": text(rate.rate),
        "not_inspected": rate.not_inspected,
        "out_of_scope": rate.out_of_scope,
    }
