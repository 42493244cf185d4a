"""A figure while it is put together from the facts of its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from ..values.subject import SubjectKind
from ._context import Context
from ._facts import Fact
from ._resolving import VERDICTS
from .figures import Note


@dataclass(eq=False)
class Frame:
    """A figure while it is being put together. ``whole``: the figure it is a part of (其中市直部门12家)."""

    subject: SubjectKind | None
    platform: str
    scope: str
    narrow: bool
    recheck: bool
    context: Context
    start: int
    end: int
    slots: dict[str, tuple[int | Fraction | str, int, int]] = field(default_factory=dict)
    unit: str = ""
    full: bool = False
    said: bool = False
    notes: list[Note] = field(default_factory=list)
    sentence: int = 0
    about: set[str] = field(default_factory=set)
    soft: bool = False
    running: bool = False
    mixed: bool = False
    whole: Frame | None = None
    classes: frozenset[str] = frozenset()

    def fits(self, slot: str, value: int | Fraction | str) -> bool:
        held = self.slots.get(slot)
        return slot not in self.about and (held is None or held[0] == value)

    def number(self, slot: str) -> int | None:
        """A count it holds, or None."""
        held = self.slots.get(slot)
        return held[0] if held is not None and isinstance(held[0], int) else None

    @property
    def total(self) -> int:
        """The greatest count it holds, or 0."""
        return max(self.number(slot) or 0 for slot in ("checked", "population_total", "bare"))

    @property
    def counted(self) -> bool:
        return any(slot in self.slots or slot in self.about for slot in ("population_total", "checked", "bare"))

    @property
    def whose(self) -> tuple[SubjectKind | None, str, frozenset[str]]:
        """Subject, platform and kind of part: a rate or count that names none of them is of all together."""
        return self.subject, self.platform, self.classes

    @property
    def judged(self) -> bool:
        return any(slot in self.slots for slot in VERDICTS)

    def put(self, slot: str, fact: Fact, value: int | Fraction | str) -> None:
        if fact.about:
            self.about.add(slot)
        else:
            self.slots.setdefault(slot, (value, fact.start, fact.end))
        self.start, self.end = min(self.start, fact.start), max(self.end, fact.end)
