"""Names, offices and order of leaders: always the caller's data, never shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from ..errors import InputError
from .lexicon import table

_COLUMNS: Final = ("name", "offices", "rank", "wrong")
_SPACE_BETWEEN: Final = 3


@frozen
class Leader:
    """A person as the caller names one. ``offices`` are those the person holds now, ``rank`` the place in the order (1 first).

    ``wrong`` are misspellings of the name that were seen.
    """

    name: str
    offices: tuple[str, ...] = ()
    rank: int | None = None
    wrong: tuple[str, ...] = ()


@frozen
class Misnamed:
    """A passage ``start:end`` that names a leader wrongly; ``kind`` is name, office or order."""

    kind: str
    start: int
    end: int
    right: str
    sure: bool


def parse_leaders(text: str, *, file: str | None = None) -> tuple[Leader, ...]:
    """Reads leaders: tab-separated lines under the heading line ``name offices rank wrong``, only the name required.

    Several offices or wrong spellings are separated by spaces. Raises InputError with file, row and field.
    """
    leaders: list[Leader] = []
    for number, values in table(text, _COLUMNS, required=1, file=file):
        rank = values["rank"]
        if rank and not (rank.isascii() and rank.isdigit() and len(rank) < 6):
            raise InputError("not a rank", file=file, row=number, field="rank", value=rank, expected="a number from 1, or nothing")
        if not 2 <= len(values["name"]) <= 20:
            raise InputError("not a name", file=file, row=number, field="name", value=values["name"], expected="2 to 20 characters")
        leaders.append(
            Leader(values["name"], tuple(values["offices"].split()), int(rank) if rank else None, tuple(values["wrong"].split()))
        )
    return tuple(leaders)


def misspellings(name: str, alikes: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """Spellings of a name with one slip, each with whether it means something only beside an office of that person.

    ``alikes``: what each character is taken for. Names of two characters are too short to be recognised without an office.
    """
    short = len(name) < 3
    for at, char in enumerate(name):
        for other in alikes.get(char, ""):
            yield name[:at] + other + name[at + 1 :], short or at == 0
        if not short:
            yield name[:at] + name[at + 1 :], True
            yield name[:at] + char + name[at:], False
            if at + 1 < len(name) and name[at + 1] != char:
                yield name[:at] + name[at + 1] + char + name[at + 2 :], False


def office_beside(text: str, start: int, end: int, offices: Sequence[str]) -> str | None:
    """The office among ``offices`` that stands directly before ``text[start:end]``, or after it as an apposition."""
    before = text[max(0, start - 30) : start].rstrip(":：、 ")
    after = text[end : end + 30].lstrip("(（:：、，, ")
    return next((office for office in offices if before.endswith(office) or after.startswith(office)), None)


def misordered(found: Sequence[tuple[int, int, Leader]], text: str) -> Iterator[Misnamed]:
    """Leaders listed one after the other (``、``, commas or spaces between them) against the order of their ranks."""
    for (_, end, first), (start, stop, second) in pairwise(found):
        between = text[end:start]
        if len(between) <= _SPACE_BETWEEN and not between.strip("、，, 和\n") and first.rank and second.rank and first.rank > second.rank:
            yield Misnamed("order", start, stop, f"{second.name}、{first.name}", False)
