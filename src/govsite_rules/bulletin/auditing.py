"""Do the printed numbers of a figure agree with each other, under which rounding, and if not, which count would fit?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from .figures import Agreement, Audit, Check, Figure, Fit, From
from .numbers import Rounding, Style, decimal_text, printed_percent, rounded

MAX_FITS = 20
MAX_DENOMINATOR = 200_000
_MOST_DIGITS = 4


def audit(figure: Figure) -> Audit:
    """Holds the printed rate, failure rate, share and counts of one figure against each other.

    Only what is printed is compared. Where a count is missing, the check is NOT_CHECKABLE and ``fits`` names the whole
    counts that would print the same text (at most 20); where no whole count would, it is INCONSISTENT.
    """
    checks = [check for check in (_counts(figure), _rate(figure), _fail_rate(figure), _share(figure)) if check is not None]
    if any(check.agreement is Agreement.INCONSISTENT for check in checks):
        agreement = Agreement.INCONSISTENT
    else:
        main = next((check for check in checks if check.what in ("rate", "fail_rate")), checks[0] if checks else None)
        agreement = main.agreement if main else Agreement.NOT_CHECKABLE
    return Audit(figure, agreement, tuple(checks))


def common_styles(audits: Iterable[Audit], what: str = "rate") -> tuple[Style, ...]:
    """The printings that give every checked text of this kind, as one office uses one style; none where nothing does."""
    common: list[Style] | None = None
    for result in audits:
        for check in result.checks:
            if check.what == what and check.styles:
                common = [style for style in check.styles if common is None or style in common]
    return tuple(common or ())


def _counts(figure: Figure) -> Check | None:
    checked, good, bad = figure.checked, figure.qualified, figure.unqualified
    if checked is None or figure.checked_from is From.SUM or (good is None and bad is None):
        return None
    graded = (good or 0) + (bad or 0) + (figure.basically_qualified or 0)
    if good is None or bad is None:
        if graded <= checked:
            return None
        return Check("counts", f"{graded}>{checked}", Agreement.INCONSISTENT)
    agreement = Agreement.BOTH if graded == checked else Agreement.INCONSISTENT
    sign = "=" if graded == checked else "≠"
    return Check("counts", f"{good}+{bad}{sign}{checked}", agreement)


def _rate(figure: Figure) -> Check | None:
    return _rate_check("rate", figure.pass_rate_text, figure)


def _fail_rate(figure: Figure) -> Check | None:
    return _rate_check("fail_rate", figure.fail_rate_text, figure)


def _rate_check(what: str, text: str | None, figure: Figure) -> Check | None:
    printed = printed_percent(text) if text is not None else None
    if text is None or printed is None:
        return None if text is None else Check(what, text, Agreement.NOT_CHECKABLE, note="unreadable")
    failing = what == "fail_rate"
    bad, good, checked = figure.unqualified, figure.qualified, figure.checked
    note = ""
    if checked is None and figure.population_total is not None and figure.coverage_text is None:
        checked, note = figure.population_total, "" if figure.full else "population_as_checked"
    if checked is None and figure.population_total is not None and figure.coverage_text is not None:
        return _sampled(what, text, printed, figure)
    if bad is None and good is not None and checked is not None:
        bad = checked - good
    if checked is None and bad is not None and good is not None:
        checked = bad + good
    if checked is None:
        return Check(what, text, Agreement.NOT_CHECKABLE, fits=_denominators(bad, printed, failing) if bad else (), note="checked_missing")
    if checked == 0 or (bad is not None and not 0 <= bad <= checked):
        return Check(what, text, Agreement.INCONSISTENT, note=note)
    if bad is None:
        fits = _numerators(checked, printed, failing)
        agreement = Agreement.NOT_CHECKABLE if fits or note else Agreement.INCONSISTENT
        return Check(what, text, agreement, fits=fits, note=note or "count_missing")
    exact = Fraction(bad if failing else checked - bad, checked)
    result = _compare(what, text, exact, printed)
    if result.agreement is not Agreement.INCONSISTENT:
        return Check(what, text, result.agreement, exact, result.styles, result.padded, result.capped, note=note)
    fits = tuple(sorted(_numerators(checked, printed, failing), key=lambda fit: (abs(fit.numerator - bad), fit.numerator)))
    agreement = Agreement.NOT_CHECKABLE if note else Agreement.INCONSISTENT
    return Check(what, text, agreement, exact, padded=result.padded, fits=fits or _denominators(bad, printed, failing), note=note)


def _sampled(what: str, text: str, printed: tuple[Fraction, int], figure: Figure) -> Check:
    """The sample's size is not printed, but its share of the population is."""
    share = printed_percent(figure.coverage_text or "")
    population, bad = figure.population_total, figure.unqualified
    if share is None or population is None or bad is None or population > MAX_DENOMINATOR:
        return Check(what, text, Agreement.NOT_CHECKABLE, note="checked_missing")
    fits = []
    low, high = _interval(share)
    for checked in _outwards(max(1, bad, int(low * population)), min(population, int(high * population) + 1), share[0] * population):
        agreement = _agreement(Fraction(bad if what == "fail_rate" else checked - bad, checked), printed)
        if _agreement(Fraction(checked, population), share) is not Agreement.INCONSISTENT and agreement is not Agreement.INCONSISTENT:
            fits.append(Fit(bad, checked, agreement))
            if len(fits) == MAX_FITS:
                break
    return Check(what, text, Agreement.NOT_CHECKABLE if fits else Agreement.INCONSISTENT, fits=tuple(fits), note="checked_missing")


def _share(figure: Figure) -> Check | None:
    text = figure.coverage_text
    printed = printed_percent(text) if text is not None else None
    if text is None or printed is None:
        return None
    checked, population = figure.checked, figure.population_total
    if checked is not None and figure.checked_unit.endswith("次"):
        return Check("share", text, Agreement.NOT_CHECKABLE, note="visits")
    if checked is None or checked == 0 or population == 0:
        return Check("share", text, Agreement.NOT_CHECKABLE, note="checked_missing")
    if population is None:
        fits = _populations(checked, printed)
        return Check("share", text, Agreement.NOT_CHECKABLE, fits=fits, note="population_missing")
    if checked > population:
        return Check("share", text, Agreement.INCONSISTENT)
    result = _compare("share", text, Fraction(checked, population), printed)
    if result.agreement is not Agreement.INCONSISTENT:
        return result
    return Check("share", text, Agreement.INCONSISTENT, result.exact, padded=result.padded, fits=_populations(checked, printed))


def _compare(what: str, text: str, exact: Fraction, printed: tuple[Fraction, int]) -> Check:
    value, digits = printed
    agreement = _agreement(exact, printed)
    padded = False
    if agreement is Agreement.INCONSISTENT and digits and (value * 100 * 10**digits).numerator % 10 == 0:
        padded = _agreement(exact, (value, digits - 1)) is not Agreement.INCONSISTENT
    capped = agreement is Agreement.CUT and rounded(exact, digits, Rounding.HALF_UP) == 100 and exact < 1
    styles = () if agreement is Agreement.INCONSISTENT else _styles(exact, printed)
    return Check(what, text, agreement, exact, styles, padded, capped)


def _agreement(exact: Fraction, printed: tuple[Fraction, int]) -> Agreement:
    value, digits = printed
    up, cut = (rounded(exact, digits, rounding) == value * 100 for rounding in (Rounding.HALF_UP, Rounding.CUT))
    if up and cut:
        return Agreement.BOTH
    return Agreement.HALF_UP if up else Agreement.CUT if cut else Agreement.INCONSISTENT


def _styles(exact: Fraction, printed: tuple[Fraction, int]) -> tuple[Style, ...]:
    value, digits = printed
    text = decimal_text(value * 100, digits)
    found = []
    for places in range(digits, _MOST_DIGITS + 1):
        for rounding in Rounding:
            shown = rounded(exact, places, rounding)
            found += [Style(places, rounding, keep) for keep in (True, False) if decimal_text(shown, places, keep_zeros=keep) == text]
    return tuple(found)


def _interval(printed: tuple[Fraction, int]) -> tuple[Fraction, Fraction]:
    """All shares that print so under either rounding lie in here."""
    value, digits = printed
    unit = Fraction(1, 100 * 10**digits)
    return value - unit / 2, value + unit


def _numerators(checked: int, printed: tuple[Fraction, int], failing: bool) -> tuple[Fit, ...]:
    low, high = _interval(printed)
    fits = []
    for count in range(max(0, int(low * checked)), min(checked, int(high * checked) + 1) + 1):
        agreement = _agreement(Fraction(count, checked), printed)
        if agreement is not Agreement.INCONSISTENT:
            fits.append(Fit(count if failing else checked - count, checked, agreement))
            if len(fits) == MAX_FITS:
                break
    return tuple(fits)


def _denominators(bad: int, printed: tuple[Fraction, int], failing: bool) -> tuple[Fit, ...]:
    """Numbers checked that would print so with ``bad`` failures."""
    low, high = _interval(printed)
    least, most = (low, high) if failing else (1 - high, 1 - low)
    if most <= 0 or not bad:
        return ()  # none of any number prints alike
    first = max(bad, 1, int(bad / most))
    last = min(MAX_DENOMINATOR, int(bad / least) + 1) if least > 0 else MAX_DENOMINATOR
    middle = bad / (printed[0] if failing else 1 - printed[0]) if printed[0] != (0 if failing else 1) else Fraction(first)
    fits = []
    for checked in _outwards(first, last, middle):
        agreement = _agreement(Fraction(bad if failing else checked - bad, checked), printed)
        if agreement is not Agreement.INCONSISTENT:
            fits.append(Fit(bad, checked, agreement))
            if len(fits) == MAX_FITS:
                break
    return tuple(fits)


def _populations(checked: int, printed: tuple[Fraction, int]) -> tuple[Fit, ...]:
    """Registered totals of which ``checked`` would print as this share."""
    low, high = _interval(printed)
    if high <= 0:
        return ()
    last = min(MAX_DENOMINATOR, int(checked / low) + 1) if low > 0 else MAX_DENOMINATOR
    middle = checked / printed[0] if printed[0] else Fraction(last)
    fits = []
    for population in _outwards(max(checked, int(checked / high)), last, middle):
        agreement = _agreement(Fraction(checked, population), printed)
        if agreement is not Agreement.INCONSISTENT:
            fits.append(Fit(checked, population, agreement))
            if len(fits) == MAX_FITS:
                break
    return tuple(fits)


def _outwards(first: int, last: int, middle: Fraction) -> Iterator[int]:
    """The numbers from ``first`` to ``last``, those nearest to ``middle`` first, the lower one of two as near."""
    low = min(max(math.floor(middle), first - 1), last)
    high = low + 1
    while low >= first or high <= last:
        if high > last or (low >= first and middle - low <= high - middle):
            yield low
            low -= 1
        else:
            yield high
            high += 1
