"""Findings as sentences, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..errors import InputError
from ..values.finding import Finding, Measure, TargetKind
from . import CATALOG, COMPANIONS
from ._base import Indicator
from ._reasons import REASONS

LANGUAGES = ("zh-Hans", "en")

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")


def message(finding: Finding, lang: str = "zh-Hans", *, indicators: Sequence[Indicator] = CATALOG + COMPANIONS) -> str:
    """What a finding says, as a sentence without a full stop.

    Raises InputError for a language that is not ``zh-Hans`` or ``en``, and for a finding whose indicator, code or outcome
    is not among ``indicators``.
    """
    column = _language(lang)
    indicator = next((known for known in indicators if known.id == finding.indicator), None)
    code = next((known for known in indicator.codes if known.id == finding.code), None) if indicator else None
    templates = dict(code.messages) if code else {}
    if finding.outcome not in templates:
        asked = f"{finding.indicator}/{finding.code}/{finding.outcome}"
        raise InputError(
            "a finding without a message",
            field="indicator/code/outcome",
            value=asked,
            expected="a code and outcome of the indicators given",
        )
    fields = _fields(finding, column)
    if finding.target.kind in (TargetKind.SITE, TargetKind.ACCOUNT) and code is not None and code.target is not finding.target.kind:
        fields["target"] = ("其余", "the rest")[column]
    return _fill(templates[finding.outcome][column], fields)


def reason_text(reason: str, lang: str = "zh-Hans") -> str:
    """What a reason or note means; the id itself where it is not one of this library."""
    head, _, rest = reason.partition(":")
    texts = REASONS.get(head)
    if texts is None:
        return reason
    text = texts[_language(lang)]
    return f"{text} {rest}" if rest else text


def notes(finding: Finding, lang: str = "zh-Hans") -> tuple[str, ...]:
    """The notes of a finding as texts."""
    return tuple(reason_text(value, lang) for name, value in finding.values if name == "note")


def _language(lang: str) -> int:
    if lang not in LANGUAGES:
        raise InputError("an unknown language", field="lang", value=lang, expected=" or ".join(LANGUAGES))
    return LANGUAGES.index(lang)


def _fields(finding: Finding, column: int) -> dict[str, str]:
    fields = {name: value for name, value in reversed(finding.values) if value}
    fields |= {measure.name: _number(measure) for measure in finding.measures}
    if finding.examined is not None:
        fields["count"] = str(finding.examined)
    name = finding.target.name or finding.target.key
    if finding.target.key.startswith("*"):
        name = (f"另有{finding.examined}个", f"{finding.examined} more")[column]
    fields["target"] = name
    if "reason" in fields:
        fields["reason"] = reason_text(fields["reason"], LANGUAGES[column])
    return fields


def _number(measure: Measure) -> str:
    return f"{_decimal(measure.value * 100)}%" if measure.unit == "share" else _decimal(measure.value)


def _decimal(value: Fraction) -> str:
    """To three places, without noughts at the end."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def _fill(template: str, fields: Mapping[str, str]) -> str:
    def optional(part: re.Match[str]) -> str:
        return part[1] if all(name in fields for name in _FIELD.findall(part[1])) else ""

    return _FIELD.sub(lambda part: fields.get(part[1], "—"), _OPTIONAL.sub(optional, template))
