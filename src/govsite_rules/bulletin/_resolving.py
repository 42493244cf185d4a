"""What a figure statement says without printing it in that role: counts that words or arithmetic give, each step told."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from .figures import Figure, From, Span
from .numbers import Rounding, printed_percent, rounded

VERDICTS = ("unqualified", "qualified", "problems", "pass_rate_text", "fail_rate_text")


def resolved(figure: Figure, bare: int | None, said: bool, about: set[str]) -> Figure:
    """Fills in what the statement says without printing it in that role; every step needs words or arithmetic for it."""
    if about:
        return figure
    judged = any(getattr(figure, slot) is not None for slot in VERDICTS)
    if bare is not None:
        span = figure.span("bare")
        name = "checked" if figure.checked is None and figure.population_total is None else "population_total"
        if name == "checked" and not (judged or figure.full):
            name = ""
        if name == "checked" and _sum(figure) not in (None, bare):
            name = "population_total"
        if name == "population_total" and (figure.population_total is not None or figure.checked is None or bare < figure.checked):
            name = ""
        spans = tuple(span for span in figure.spans if span.field != "bare")
        if name and span:
            spans = (*spans, Span(name, span.start, span.end))
        figure = evolve(figure, spans=spans)
        if name == "checked":
            figure = evolve(figure, checked=bare, checked_from=From.SAID)
        elif name:
            figure = evolve(figure, population_total=bare)
    if figure.unqualified is None and figure.problems is not None and figure.qualified is None and _agrees(figure, figure.problems):
        figure = evolve(figure, unqualified=figure.problems, problems=None)
    figure = _sample_of(_running(figure))
    partial = figure.coverage_text is not None and printed_percent(figure.coverage_text) != (Fraction(1), 0)
    whole = figure.coverage_text is not None and not partial and printed_percent(figure.coverage_text) is not None
    if (figure.full or whole) and not partial:
        if figure.checked is not None and figure.population_total is None and not figure.checked_unit.endswith("次"):
            figure = evolve(figure, population_total=figure.checked)
        elif figure.checked is None and figure.population_total is not None:
            figure = evolve(figure, checked=figure.population_total, checked_from=From.ALL)
    if figure.checked is None and figure.coverage_text is None and judged:
        figure = _all_of(figure, said)
    if figure.checked is None:
        return evolve(figure, checked_from=None)
    return figure


def _sum(figure: Figure) -> int | None:
    """Unqualified plus qualified, where both are told."""
    bad, good = figure.unqualified, figure.qualified
    return None if bad is None or good is None else bad + good + (figure.basically_qualified or 0)


def _all_of(figure: Figure, said: bool) -> Figure:
    """Whether a population is also what was checked: the sum or a telling rate proves it, or plain words (经检查) say it."""
    total, bad, good = figure.population_total, figure.unqualified, figure.qualified
    count = _sum(figure)
    if count is not None:
        if total in (None, count):
            return evolve(figure, checked=count, checked_from=From.SUM)
        return figure
    if total is None:
        return figure
    agrees = _agrees(evolve(figure, checked=total), bad if bad is not None else None if good is None else total - good)
    if agrees and (bad or (good is not None and good < total)):
        return evolve(figure, checked=total, checked_from=From.FITS)
    if said and (agrees or (figure.pass_rate_text is None and (bad is None or bad <= total)) or (bad is None and good is None)):
        return evolve(figure, checked=total, checked_from=From.SAID)
    return figure


def _agrees(figure: Figure, bad: int | None) -> bool:
    """Whether ``bad`` failures print as the figure's rate."""
    checked = figure.checked if figure.checked is not None else figure.population_total
    printed = printed_percent(figure.pass_rate_text) if figure.pass_rate_text else None
    if not checked or printed is None or bad is None or bad > checked:
        return False
    share = Fraction(checked - bad, checked)
    return any(rounded(share, printed[1], rounding) == printed[0] * 100 for rounding in Rounding)


def _running(figure: Figure) -> Figure:
    """排查N个,其中正常运行M个: the running ones were judged, if the rate does not say otherwise."""
    total, checked = figure.population_total, figure.checked
    if total is None or checked is None or total >= checked or figure.checked_unit.endswith("次"):
        return figure
    names = {"population_total": "checked", "checked": "population_total"}
    spans = tuple(Span(names.get(span.field, span.field), span.start, span.end) for span in figure.spans)
    swapped = evolve(figure, population_total=checked, checked=total, spans=spans)
    if figure.unqualified is not None and figure.pass_rate_text is not None and not _agrees(swapped, figure.unqualified):
        return evolve(figure, population_total=None, spans=tuple(span for span in figure.spans if span.field != "population_total"))
    return swapped


def _sample_of(figure: Figure) -> Figure:
    """对N个进行抽查,比例50%: N is the population where only the sample it gives fits the printed rate."""
    share = printed_percent(figure.coverage_text) if figure.coverage_text else None
    bad, checked = figure.unqualified, figure.checked
    if share is None or share[0] >= 1 or not bad or checked is None or figure.population_total is not None or not figure.pass_rate_text:
        return figure
    if _agrees(figure, bad) or not _agrees(evolve(figure, checked=round(share[0] * checked)), bad):
        return figure
    spans = tuple(Span("population_total", span.start, span.end) if span.field == "checked" else span for span in figure.spans)
    return evolve(figure, population_total=checked, checked=None, checked_from=None, spans=spans)
