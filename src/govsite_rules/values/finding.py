"""What an indicator says: one finding for one question about one target."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from .choices import choices


class Outcome(StrEnum):
    """Outcomes in roll-up order; the later one wins when several are combined."""

    INAPPLICABLE = "inapplicable"
    PASSED = "passed"
    UNTESTED = "untested"
    CANT_TELL = "cant_tell"
    FAILED = "failed"

    @property
    def is_open(self) -> bool:
        """Whether a person could still decide it either way."""
        return self is Outcome.UNTESTED or self is Outcome.CANT_TELL


_RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


def roll_up(outcomes: Iterable[Outcome]) -> Outcome:
    """The combined outcome: INAPPLICABLE for none, else the highest in roll-up order."""
    return max(outcomes, key=_RANK.__getitem__, default=Outcome.INAPPLICABLE)


class TargetKind(StrEnum):
    """What a finding is about."""

    SITE = "site"
    PAGE = "page"
    COLUMN = "column"
    LINK = "link"
    DOCUMENT = "document"
    SERVICE = "service"
    MESSAGE = "message"
    SURVEY = "survey"
    PASSAGE = "passage"
    TRIAL = "trial"
    MARK = "mark"
    ACCOUNT = "account"
    POST = "post"
    REGION = "region"


@frozen
class Target:
    """One thing that was judged. ``key`` identifies it inside the subject; ``name`` and ``url`` are for people."""

    kind: TargetKind
    key: str
    name: str = ""
    url: str = ""


@frozen
class Measure:
    """A number behind a finding, with its unit (``days``, ``share``, ``count``, ``seconds``). Shares are exact fractions."""

    name: str
    value: Fraction
    unit: str = ""


@frozen
class Evidence:
    """Where a finding can be checked: address, short quote, place, time, the caller's snapshot reference, pattern used."""

    url: str = ""
    quote: str = ""
    locator: str = ""
    observed_at: datetime | None = None
    snapshot: str = ""
    pattern: str = ""


FindingKey = tuple[str, str, str]


@frozen(field_transformer=choices)
class Finding:
    """The answer of one indicator to one question (``code``) about one target.

    ``examined`` is the exact number of targets this finding speaks for: 1 for a single one, more for a folded one,
    None where nobody knows how many there are. ``values`` fill the message; ``reason`` and ``note`` are two of them.
    """

    indicator: str
    code: str
    outcome: Outcome
    target: Target
    examined: int | None = 1
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> FindingKey:
        """(indicator, code, target key): unique inside one inspection."""
        return (self.indicator, self.code, self.target.key)

    def value(self, name: str) -> str | None:
        """The first value called ``name``, or None."""
        return next((value for key, value in self.values if key == name), None)

    def measure(self, name: str) -> Fraction | None:
        """The measure called ``name``, or None."""
        return next((measure.value for measure in self.measures if measure.name == name), None)
