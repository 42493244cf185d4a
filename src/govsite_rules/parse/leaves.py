"""The day right beside an article's title that no line shows: a calendar leaf of several elements, or written by a script."""

from __future__ import annotations

from collections.abc import Sequence

from ..values.dates import NO_DATE, DateReading, DateSource
from .dates import read_date
from .rows import DateMark
from .scripted import written
from .tree import Tree

_BESIDE = 60  # nodes among which the title is looked for
_SHORTEST = 4


def day_beside(tree: Tree, stretches: Sequence[tuple[int, int]], marks: Sequence[DateMark], heading: str) -> DateReading:
    """The one day in these stretches that the heading stands right behind or right before, NO_DATE where there is none."""
    wanted = "".join(heading.split())
    if len(wanted) < _SHORTEST:
        return NO_DATE
    days = [(mark.at, mark.end, mark.reading) for mark in marks if mark.end - mark.at > 1 and not mark.linked and not mark.label]
    for i in tree.of.get("script", ()):
        script = tree.raw.get(i, "")
        told = written(script) if "document.write" in script else ()
        reading = read_date(told[0], source=DateSource.SCRIPT) if len(told) == 1 else None
        if reading is not None:
            days.append((i, i + 1, reading))
    found = [
        reading
        for at, end, reading in days
        if reading.date is not None and any(start <= at < stop for start, stop in stretches) and _is_beside(tree, at, end, wanted)
    ]
    return found[0] if len({reading.date for reading in found}) == 1 else NO_DATE


def _is_beside(tree: Tree, at: int, end: int, wanted: str) -> bool:
    behind = "".join("".join(tree.texts[end : end + _BESIDE]).split())
    return behind.startswith(wanted) or "".join("".join(tree.texts[max(at - _BESIDE, 0) : at]).split()).endswith(wanted)
