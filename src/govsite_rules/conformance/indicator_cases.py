"""Cases of indicators: what one must say of a snapshot, as data, and the runner that compares the whole set.

A case is a JSON file under ``data/conformance/<indicator>/<code>.<outcome>[.<variant>].json``, shipped for other implementations:
``schema`` (``govsite-rules/case/1``), ``indicator``, ``description`` (zh, en), ``as_of``, ``params`` where they differ from the
default, ``snapshot`` (a site or a feed in the interchange form, defaults left out) and ``expected``: every finding there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

import msgspec
from attrs import frozen

from .. import _data
from ..errors import InputError
from ..indicators import CATALOG, COMPANIONS
from ..indicators._base import Indicator
from ..interchange import from_builtins
from ..values.feed import FeedSnapshot
from ..values.finding import Finding, Outcome
from ..values.site import SiteSnapshot
from ..values.subject import SubjectKind

SCHEMA = "govsite-rules/case/1"
FOLDER = "conformance"

_KEYS = {"schema", "indicator", "description", "as_of", "snapshot", "expected"}


@frozen
class ExpectedMeasure:
    """A measure a finding must have: exact."""

    name: str
    value: Fraction


@frozen
class Expected:
    """One finding a case expects. ``target`` is the target's key; ``examined`` None: an unknown number.

    ``reason`` ('' for none), ``notes`` (all of them) and ``measures`` (these among others) are compared where stated.
    """

    code: str
    outcome: Outcome
    target: str
    examined: int | None = 1
    reason: str | None = None
    notes: tuple[str, ...] | None = None
    measures: tuple[ExpectedMeasure, ...] = ()


@frozen
class Description:
    """What a case shows, in Chinese and English."""

    zh: str
    en: str


@frozen
class Case:
    """One conformance case. ``name`` is its path below the folder of cases."""

    name: str
    indicator: Indicator
    description: Description
    as_of: datetime
    snapshot: SiteSnapshot | FeedSnapshot
    expected: tuple[Expected, ...]
    params: Any = None


def cases(indicator: str | None = None, *, indicators: Iterable[Indicator] = CATALOG + COMPANIONS) -> tuple[Case, ...]:
    """The shipped cases, of one indicator or of all, in a fixed order."""
    known = {known.id: known for known in indicators}
    wanted = [indicator] if indicator is not None else list(known)
    found = []
    for id in wanted:
        folder = f"{FOLDER}/{id}"
        try:
            names = _data.listing(folder)
        except FileNotFoundError:
            continue
        found += [read_case(_data.read_bytes(f"{folder}/{name}"), name=f"{id}/{name}", indicators=known) for name in names]
    return tuple(found)


def read_case(text: str | bytes, *, name: str = "", indicators: Mapping[str, Indicator] | None = None) -> Case:
    """A case from its JSON text. Raises InputError naming what does not fit."""
    known = indicators or {indicator.id: indicator for indicator in CATALOG + COMPANIONS}
    try:
        data = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(f"no JSON: {error}", file=name, expected="a JSON object") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise InputError("no conformance case", file=name, field="schema", expected=SCHEMA)
    if not set(data) >= _KEYS or set(data) - _KEYS - {"params"}:
        raise InputError(
            "fields missing or too many", file=name, value=sorted(data), expected=", ".join(sorted(_KEYS)) + " and perhaps params"
        )
    indicator = known.get(data["indicator"]) if isinstance(data["indicator"], str) else None
    if indicator is None:
        raise InputError("an unknown indicator", file=name, field="indicator", value=data["indicator"], expected="an indicator's id")
    form: Any = SiteSnapshot if indicator.subject is SubjectKind.SITE else FeedSnapshot
    params = indicator.params
    if "params" in data:
        if params is None:
            raise InputError("parameters for an indicator that has none", file=name, field="params", value=data["params"])
        params = from_builtins(data["params"], type(params), path="$.params", file=name)
    return Case(
        name,
        indicator,
        from_builtins(data["description"], Description, path="$.description", file=name),
        from_builtins(data["as_of"], datetime, path="$.as_of", file=name),
        from_builtins(data["snapshot"], form, path="$.snapshot", file=name),
        from_builtins(data["expected"], tuple[Expected, ...], path="$.expected", file=name),
        params,
    )


def run(case: Case, function: Callable[..., tuple[Finding, ...]] | None = None) -> tuple[str, ...]:
    """How the indicator's findings differ from the whole set that the case expects; empty where they agree.

    ``function`` is an implementation of your own with the indicator's signature, tried instead of ours.
    """
    found = (function or case.indicator.function)(case.snapshot, as_of=case.as_of, params=case.params)
    return differences(found, case.expected)


def differences(found: Sequence[Finding], expected: Sequence[Expected]) -> tuple[str, ...]:
    """How findings of one indicator differ from the whole set expected: each surplus, missing or unlike one."""
    given = {(finding.code, finding.target.key): finding for finding in found}
    wanted = {(one.code, one.target): one for one in expected}
    differences = []
    if len(given) < len(found):
        differences.append("two findings for one (code, target)")
    if len(wanted) < len(expected):
        differences.append("the case expects two findings for one (code, target)")
    differences += [f"not expected: {_shown(given[key])}" for key in sorted(given.keys() - wanted.keys())]
    differences += [f"missing: {code} {wanted[code, target].outcome} {target}" for code, target in sorted(wanted.keys() - given.keys())]
    for key in sorted(given.keys() & wanted.keys()):
        differences += [f"{key[0]} {key[1]}: {text}" for text in _compare(given[key], wanted[key])]
    return tuple(differences)


def _compare(finding: Finding, expected: Expected) -> list[str]:
    notes = tuple(value for name, value in finding.values if name == "note")
    pairs: list[tuple[str, object, object]] = [
        ("outcome", str(expected.outcome), str(finding.outcome)),
        ("examined", expected.examined, finding.examined),
    ]
    if expected.reason is not None:
        pairs.append(("reason", expected.reason, finding.value("reason") or ""))
    if expected.notes is not None:
        pairs.append(("notes", sorted(expected.notes), sorted(notes)))
    pairs += [(measure.name, measure.value, finding.measure(measure.name)) for measure in expected.measures]
    return [f"{name}: expected {want}, got {have}" for name, want, have in pairs if want != have]


def _shown(finding: Finding) -> str:
    return f"{finding.code} {finding.outcome} {finding.target.key} (examined {finding.examined}, reason {finding.value('reason')})"
