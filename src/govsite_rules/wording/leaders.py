"""Names, offices and order of leaders: always the caller's data, never shipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from ..errors import InputError
from .guards import reported
from .lexicon import table
from .likeness import Likeness

_COLUMNS: Final = ("name", "offices", "rank", "wrong")
_SPACE_BETWEEN: Final = 3
_OFFICE: Final = 30


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


@frozen
class _Spelling:
    """A misspelt name. ``needs_office``: it means something only beside an office of that person; ``seen``: the caller met it."""

    leader: Leader
    needs_office: bool
    seen: bool = False


class NameIndex:
    """The leaders' names and their misspellings: ``patterns`` to look for, and what the places where they stand mean."""

    __slots__ = ("_leaders", "_meanings", "patterns")

    def __init__(self, leaders: Sequence[Leader], likeness: Likeness) -> None:
        names = {leader.name for leader in leaders}
        meanings: list[tuple[str, Leader | _Spelling]] = [(leader.name, leader) for leader in leaders]
        for leader in leaders:
            meanings += [(wrong, _Spelling(leader, False, True)) for wrong in leader.wrong]
            for wrong, needs_office in _misspellings(leader.name, likeness):
                if wrong not in names and wrong not in leader.wrong:
                    meanings.append((wrong, _Spelling(leader, needs_office)))
        self._leaders = tuple(leaders)
        self._meanings = tuple(meaning for _, meaning in meanings)
        self.patterns = tuple(pattern for pattern, _ in meanings)

    def misnamed(self, text: str, places: Iterable[tuple[int, int, int]]) -> list[Misnamed]:
        """Misspelt names, wrong offices and a wrong order at ``places``: (number of the pattern, start, end)."""
        found: list[Misnamed] = []
        named: list[tuple[int, int, Leader]] = []
        for pattern, start, end in places:
            meaning = self._meanings[pattern]
            if isinstance(meaning, Leader):
                named.append((start, end, meaning))
                found += self._wrong_office(text, start, end, meaning)
            else:
                found += _misspelt(text, start, end, meaning)
        return found + list(_misordered(named, text))

    def _wrong_office(self, text: str, start: int, end: int, leader: Leader) -> Iterator[Misnamed]:
        """A leader called by an office that only others hold."""
        if not leader.offices or _office_beside(text, start, end, leader.offices):
            return
        for office in (office for other in self._leaders for office in other.offices):
            if text.endswith(office, 0, start) and text[: start - len(office)][-1:] not in ("副", "原"):
                yield Misnamed("office", start - len(office), end, f"{leader.offices[0]}{leader.name}", False)
                return


def _misspellings(name: str, likeness: Likeness) -> Iterator[tuple[str, bool]]:
    """Spellings of a name with one slip, each with whether it means something only beside an office of that person.

    Names of two characters are too short to be recognised without an office.
    """
    short = len(name) < 3
    for at, char in enumerate(name):
        for other in likeness.alikes(char):
            yield name[:at] + other + name[at + 1 :], short or at == 0
        if not short:
            yield name[:at] + name[at + 1 :], True
            yield name[:at] + char + name[at:], False
            if at + 1 < len(name) and name[at + 1] != char:
                yield name[:at] + name[at + 1] + char + name[at + 2 :], False


def _misspelt(text: str, start: int, end: int, spelling: _Spelling) -> Iterator[Misnamed]:
    leader = spelling.leader
    beside = _office_beside(text, start, end, leader.offices)
    if spelling.needs_office and not beside:
        return
    if text.startswith(leader.name, start) or text.endswith(leader.name, 0, end):
        return
    # What is left of a name when a character is missing is often another person's whole name, or its beginning.
    whole = end - start >= len(leader.name) > 2
    if not reported(text, start, end, leader.name):
        yield Misnamed("name", start, end, leader.name, spelling.seen or (beside and whole))


def _office_beside(text: str, start: int, end: int, offices: Iterable[str]) -> bool:
    """Whether one of ``offices`` stands directly before ``text[start:end]``, or after it as an apposition; deputies hold another."""
    before = text[max(0, start - _OFFICE) : start].rstrip(":：、 ")
    after = text[end : end + _OFFICE].lstrip("(（:：、，, ")
    return any((before.endswith(office) and not before.endswith(f"副{office}")) or after.startswith(office) for office in offices)


def _misordered(found: Sequence[tuple[int, int, Leader]], text: str) -> Iterator[Misnamed]:
    """Leaders listed one after the other (``、``, commas or spaces between them) against the order of their ranks."""
    for (_, end, first), (start, stop, second) in pairwise(found):
        between = text[end:start]
        if len(between) <= _SPACE_BETWEEN and not between.strip("、，, 和\n") and first.rank and second.rank and first.rank > second.rank:
            yield Misnamed("order", start, stop, f"{second.name}、{first.name}", False)
