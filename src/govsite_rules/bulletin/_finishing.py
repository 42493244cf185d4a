"""From a frame to a figure: its own place and period, the sentences it is quoted from, and where each field was read."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ._context import last_period_in, period_in, place_in
from ._frames import Frame
from ._resolving import resolved
from .figures import Figure, From, Span

MAX_QUOTE = 2_000


@frozen
class Passage:
    """The text as given, narrowed (``plain``) and without titles and systems (``named``), and the year it speaks of."""

    text: str
    plain: str
    named: str
    year: int

    def figure(self, frame: Frame) -> Figure | None:
        """The figure a frame holds, or None where it tells nothing of its own."""
        values = {slot: item[0] for slot, item in frame.slots.items()}
        where = {slot: Span(slot, item[1], item[2]) for slot, item in frame.slots.items()}
        telling = values.keys() - {"bare", "change_points"} or ("bare" in values and frame.full)
        if "bare" in values and values.keys() <= {"bare", "coverage_text", "change_points"} and not frame.full:
            telling = set()  # a share of what was only counted (23个,占71%) is none of those inspected
        if (not telling and not frame.about) or (frame.whole is not None and not frame.judged and "coverage_text" not in values):
            return None
        start, end = self._sentence(frame.start, frame.end)
        quote = self.text[start:end][:MAX_QUOTE]
        figure = Figure(
            subject=frame.subject,
            place=self._place(frame, start, end),
            issuer=frame.context.issuer,
            period=self._period(frame, start, end),
            scope=frame.scope,
            platform=frame.platform,
            population_total=_int(values.get("population_total")),
            checked=_int(values.get("checked")),
            checked_unit=frame.unit,
            checked_from=From.PRINTED if "checked" in values else None,
            unqualified=_int(values.get("unqualified")),
            qualified=_int(values.get("qualified")),
            basically_qualified=_int(values.get("basically_qualified")),
            problems=_int(values.get("problems")),
            pass_rate_text=_str(values.get("pass_rate_text")),
            fail_rate_text=_str(values.get("fail_rate_text")),
            coverage_text=_str(values.get("coverage_text")),
            change_points=Fraction(values["change_points"]) if "change_points" in values else None,
            full=frame.full,
            recheck=frame.recheck,
            notes=tuple(frame.notes),
            quote=quote,
            start=start,
            end=start + len(quote),
            spans=tuple(sorted(where.values(), key=lambda span: (span.start, span.field))),
        )
        return resolved(figure, _int(values.get("bare")), frame.said, frame.about)

    def _place(self, frame: Frame, start: int, end: int) -> str:
        """The area a figure is about: by its own clause before the rest of the sentence."""
        first = max((self.plain.rfind(mark, start, frame.start) for mark in ",;。"), default=start) + 1
        own = frame.scope or self.named[max(first, start) : frame.start]
        return place_in(self.named[start : self._sentence(frame.start, frame.start)[1]], own, frame.context)

    def _period(self, frame: Frame, start: int, end: int) -> str:
        before = last_period_in(self.named[start : frame.end + 60], self.year, frame.start - start)
        own = before or period_in(self.named[start : frame.end], self.year) or frame.context.period
        return own

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentences from one place to another."""
        plain = self.plain
        least, most = max(0, start - MAX_QUOTE // 2), min(len(plain), end + MAX_QUOTE // 2)
        first = max(max(plain.rfind(mark, least, start) for mark in "。!?\n") + 1, least)
        last = min((at for at in (plain.find(mark, end, most) for mark in "。!?\n") if at >= 0), default=most)
        if last < len(plain) and plain[last] != "\n":
            last += 1
        while first < start and plain[first].isspace():
            first += 1
        return first, last


def _int(value: int | Fraction | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _str(value: int | Fraction | str | None) -> str | None:
    return value if isinstance(value, str) else None
