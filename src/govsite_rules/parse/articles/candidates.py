"""The days that may be that of publication, and which of them is."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from ...values.dates import NO_DATE, Absent, DateReading
from .day_labels import PUT_UP, RANKS, UNLABELLED, rank_of
from .zone import Zone

_FAR, _CLOSE = 10, 3


@frozen
class Published:
    """The publication date: ``label`` is the words it stands behind, ``rank`` how telling they are (0 best), ``line`` where."""

    reading: DateReading = NO_DATE
    label: str = ""
    rank: int = 9
    line: int = -1
    notes: tuple[str, ...] = ()


def labelled(reading: DateReading, label: re.Match[str], k: int, zone: Zone) -> Published:
    return Published(reading, label[0], rank_of(label, k, zone), k)


def choose(found: list[Published], heading: int, zone: Zone) -> Published:
    read = [one for one in found if one.reading.absent is None and one.rank < RANKS["made"]]
    if not read:
        unread = [one for one in found if one.reading.absent is Absent.UNREADABLE and one.rank <= 2]
        drawn = [one for one in found if one.reading.absent is Absent.SCRIPT_DRAWN]
        made = [evolve(one, reading=NO_DATE) for one in found if one.rank == RANKS["made"]]
        return (unread or drawn or made or [Published()])[0]
    last = zone.headings[-1] if zone.headings else -1
    best = min(read, key=lambda one: (one.rank, one.line < last, one.line))
    if heading >= 0 and zone.below(best.line) > _FAR:
        # A label far down is another's, or of a form in the text: the line under the heading comes first.
        best = next((one for one in read if one.rank == UNLABELLED and 0 < zone.below(one.line) <= _CLOSE), best)
    if best.rank == RANKS["late"] and not PUT_UP.match(best.label):
        # "发文时间" under the heading beside a later day of revision is that of publication.
        sent = (one for one in read if one.rank == RANKS["own"] and one.label[:1] in "发發" and one.line > last >= 0)
        best = next((one for one in sent if one.reading.date and best.reading.date and one.reading.date <= best.reading.date), best)
    reading = best.reading
    sure = [one.reading for one in read if one.rank <= 4]
    if reading.year is None:
        reading = next((one for one in sure if one.date and (one.month, one.day) == (reading.month, reading.day)), reading)
    day = reading.date
    if reading.time is None and day is not None:
        reading = next((one for one in sure if one.date == day and one.time), reading)
    others = {one.reading.date for one in read if one.rank <= UNLABELLED and one.reading.date} - {day}
    return evolve(best, reading=reading, notes=("several_dates",) if others and day is not None else ())
