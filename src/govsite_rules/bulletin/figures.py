"""The records of published figures: what a bulletin states, where it states it, and what an audit says of it."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from ..values.subject import SubjectKind
from .numbers import Style


class From(StrEnum):
    """Where a count comes from: PRINTED for this very role; ALL: the text says that all were checked; SAID: one bare
    count with a verdict beside it; SUM: qualified plus unqualified; FITS: the count that the printed rate confirms."""

    PRINTED = "printed"
    ALL = "all"
    SAID = "said"
    SUM = "sum"
    FITS = "fits"


@frozen
class Span:
    """Where a field was read: ``text[start:end]``."""

    field: str
    start: int
    end: int


@frozen
class Note:
    """A remark beside a figure. ``kind``: ``area_not_affected`` (未涉及我市), ``zero`` (未发现不合格), ``bound`` (不足70%)."""

    kind: str
    text: str
    start: int
    end: int


@frozen
class Figure:
    """One figure statement of a bulletin. None: not stated.

    ``checked`` counts visits where ``checked_unit`` ends in 次. ``problems`` counts those the text says have problems without calling
    them unqualified. Texts of rates and shares are as printed. ``full``: the text says all were checked. ``scope`` is what stands before
    the noun (全省, 门户, 拉萨市) or the areas named (襄阳、宜昌两市); empty: the whole. ``start`` and ``end`` bound ``quote`` in the text
    read.
    """

    subject: SubjectKind | None = None
    place: str = ""
    issuer: str = ""
    period: str = ""
    scope: str = ""
    platform: str = ""
    population_total: int | None = None
    checked: int | None = None
    checked_unit: str = ""
    checked_from: From | None = None
    unqualified: int | None = None
    qualified: int | None = None
    basically_qualified: int | None = None
    problems: int | None = None
    pass_rate_text: str | None = None
    fail_rate_text: str | None = None
    coverage_text: str | None = None
    change_points: Fraction | None = None
    full: bool = False
    recheck: bool = False
    notes: tuple[Note, ...] = ()
    quote: str = ""
    start: int = 0
    end: int = 0
    spans: tuple[Span, ...] = ()

    def span(self, field: str) -> Span | None:
        """Where ``field`` was read, or None where it was not or was derived."""
        return next((span for span in self.spans if span.field == field), None)


class Agreement(StrEnum):
    """Whether printed numbers agree. BOTH: half up and cut give the same text. NOT_CHECKABLE: a number is not printed."""

    HALF_UP = "half_up"
    CUT = "cut"
    BOTH = "both"
    INCONSISTENT = "inconsistent"
    NOT_CHECKABLE = "not_checkable"


@frozen
class Fit:
    """Counts under which a printed text would be right, and the roundings under which it would."""

    numerator: int
    denominator: int
    agreement: Agreement


@frozen
class Check:
    """One printed share held against the printed counts.

    ``what``: ``rate`` (合格率), ``fail_rate`` (不合格率), ``share`` (占…的) or ``counts`` (合格 + 不合格 = 检查). ``exact`` is
    numerator over denominator where both are printed. ``styles`` are all printings that give the text. ``padded``: it is
    inconsistent only by its last zero (35.30 % for 35.29 %: rounded to fewer digits, then filled up). ``capped``: half up would
    print 100 % although one fails. ``fits`` are the counts that would fit where the printed ones do not or are missing
    (numerator: those that fail for rates, those checked for shares), the nearest first.
    """

    what: str
    printed: str
    agreement: Agreement
    exact: Fraction | None = None
    styles: tuple[Style, ...] = ()
    padded: bool = False
    capped: bool = False
    fits: tuple[Fit, ...] = ()
    note: str = ""

    @property
    def would_be(self) -> Agreement:
        """``agreement``, or where a count is not printed the one under the counts that would fit: BOTH if under any of them."""
        if self.agreement is not Agreement.NOT_CHECKABLE or not self.fits:
            return self.agreement
        found = {fit.agreement for fit in self.fits}
        return Agreement.BOTH if Agreement.BOTH in found or len(found) > 1 else found.pop()


@frozen
class Audit:
    """All checks of one figure. ``agreement`` is the pass rate's, else the first check's; INCONSISTENT where any check is."""

    figure: Figure
    agreement: Agreement
    checks: tuple[Check, ...] = ()

    def check(self, what: str) -> Check | None:
        """The check called ``what``, or None."""
        return next((check for check in self.checks if check.what == what), None)
