"""The figures told so far, and which of them a statement belongs to."""

from __future__ import annotations

import re
from fractions import Fraction

from ..values.subject import SubjectKind
from ._context import Context, period_in
from ._facts import Fact
from ._finishing import MAX_QUOTE
from ._frames import Frame
from ._text import counts_between
from ._verdicts import Role
from ._words import WHOLE
from .numbers import Rounding, printed_percent, rounded

MAX_OPEN = 50

_REGIONS = re.compile("各?地(?:区|方)")

SLOTS = {
    Role.POPULATION: "population_total",
    Role.CHECKED: "checked",
    Role.BARE: "bare",
    Role.UNQUALIFIED: "unqualified",
    Role.SOFT: "unqualified",
    Role.QUALIFIED: "qualified",
    Role.BASIC: "basically_qualified",
    Role.PROBLEMS: "problems",
    Role.RATE: "pass_rate_text",
    Role.FAIL_RATE: "fail_rate_text",
    Role.COVERAGE: "coverage_text",
    Role.CHANGE: "change_points",
}
JUDGING = (Role.UNQUALIFIED, Role.SOFT, Role.QUALIFIED, Role.BASIC, Role.PROBLEMS, Role.OTHER)


class Told:
    """The figures of a bulletin while it is read.

    ``open`` can still be added to, ``group`` was told together last, ``parts`` are listed after 其中; ``done`` is closed.
    ``aside`` is where a number stood that belongs to no figure.
    """

    def __init__(self, plain: str, context: Context) -> None:
        self.plain = plain
        self.context = context
        self.topic: SubjectKind | None = None
        self.done: list[Frame] = []
        self.open: list[Frame] = []
        self.group: list[Frame] = []
        self.parts: list[Frame] = []
        self.idle = 0
        self.sentence = self.begun = 0
        self.listed = self.pending_full = False
        self.named_at = self.aside = -1

    def new(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame:
        frame = self.made(fact, subject, platform)
        self.open.append(frame)
        if len(self.open) > MAX_OPEN:
            self.done.append(self.open.pop(0))
        return frame

    def made(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame:
        frame = Frame(subject, platform, fact.scope, fact.narrow, fact.recheck, self.context, fact.start, fact.end)
        frame.sentence = self.sentence
        frame.classes = fact.classes
        frame.full = self.pending_full
        return frame

    def whole_of(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame | None:
        """The figure a count is a part of: the one counted before 其中 or 包括, where the count names a part of its own."""
        if not self.listed or fact.unit.endswith("次") or fact.about or not (fact.narrow or platform or fact.rest):
            return None
        if fact.narrow and WHOLE.fullmatch(fact.scope):
            return None  # 其中抽查我省30家: what is told next is told of these
        for frame in [*self.open[::-1], *self.done[: -MAX_OPEN - 1 : -1]]:
            if frame.whole is not None or not frame.counted or subject not in (None, frame.subject):
                continue
            same = not fact.rest and (frame.scope, frame.platform, frame.classes) == (fact.scope, platform, fact.classes)
            if same or fact.recheck != frame.recheck:
                return None
            return frame if isinstance(fact.value, int) and fact.value <= frame.total else None
        return None

    def part(self, fact: Fact, whole: Frame, platform: str) -> None:
        frame = self.new(fact, whole.subject, platform)
        frame.whole, frame.unit = whole, fact.unit
        frame.put(SLOTS[fact.role], fact, fact.value)
        self.parts.append(frame)

    def current_part(self, fact: Fact) -> Frame | None:
        """The part a statement without a name goes on with: the only one listed, or the last of those told one after the other."""
        if not self.parts or fact.total or any(not part.judged for part in self.parts[:-1]):
            return None
        return self.parts[-1]

    def add_up(self) -> None:
        """Counts of parts that add up to what was counted before them are its parts, also without 其中."""
        last = self.open[-1]
        run: list[Frame] = []
        for frame in reversed(self.open):
            if frame.sentence != self.sentence or frame.subject is not last.subject or frame.judged or not frame.counted:
                return
            if not (frame.narrow or frame.platform):
                break
            run.append(frame)
        else:
            return
        if len(run) > 1 and frame.total == sum(one.total for one in run) and frame.whole is None:
            for part in run:
                part.whole = frame
            self.parts, self.group = run[::-1], [frame]

    def several(self) -> bool:
        """Whether several kinds or parts were counted together and none was judged yet."""
        return len({one.whose for one in self.group if one.counted and not one.judged}) > 1

    def sum_of_parts(self, fact: Fact) -> bool:
        """甲类网站25家、乙类网站14家,共计39家: the total of the parts told just before; what follows is told of it."""
        parts: list[Frame] = []
        for frame in self.open[::-1]:
            if frame.sentence != self.sentence or frame.judged or not frame.counted or frame.whole or not (frame.narrow or frame.platform):
                break
            parts.append(frame)
        if len(parts) < 2 or len({part.subject for part in parts}) > 1 or sum(part.total for part in parts) != fact.value:
            return False
        whole = self.new(fact, parts[0].subject, "")
        whole.scope, whole.narrow, whole.classes, whole.unit = "", False, frozenset(), fact.unit
        checked = all("checked" in part.slots for part in parts)
        whole.put("checked" if checked else SLOTS[fact.role], fact, fact.value)
        for part in parts:
            part.whole = whole
        self.group = [whole]
        return True

    def visited(self, fact: Fact, subject: SubjectKind | None) -> Frame | None:
        """Visits that follow a number of sites: the sites become the population, the visits what was checked."""
        for frame in reversed(self.open):
            held = frame.number("checked")
            if held is None or frame.unit.endswith("次") or frame.judged or subject not in (None, frame.subject):
                continue
            if isinstance(fact.value, int) and held <= fact.value:
                frame.slots.setdefault("population_total", frame.slots.pop("checked"))
                return frame
        return None

    def drawn_from(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame | None:
        """对在运行的203家开展抽查, 共抽查112家: the first number is where the second was drawn from."""
        frame = self.open[-1] if self.open else None
        if frame is None or not frame.running or frame.judged or "population_total" in frame.slots or frame.sentence != self.sentence:
            return None
        same = subject in (None, frame.subject) and platform == frame.platform and not fact.narrow
        drawn = fact.value if fact.role is Role.CHECKED and fact.sampling and isinstance(fact.value, int) else None
        if not same or drawn is None or (frame.number("checked") or 0) <= drawn:
            return None
        frame.slots["population_total"] = frame.slots.pop("checked")
        return frame

    def place_for(self, fact: Fact, slot: str, subject: SubjectKind | None, platform: str) -> Frame | None:
        """The open figure a count belongs to, or None for a new one."""
        for frame in reversed(self.open):
            if not frame.fits(slot, fact.value) or frame.recheck != fact.recheck:
                continue
            if frame.whole is not None and frame is not self.current_part(fact):
                continue
            named = frame.subject is not None or frame.mixed
            if subject is not None and named and (subject is not frame.subject or platform != frame.platform):
                continue
            if fact.joined and (slot in frame.slots or subject is None):
                continue
            if (frame.counted or frame.judged) and fact.narrow and fact.scope != frame.scope:
                continue
            if _REGIONS.fullmatch(fact.scope) and "population_total" in frame.slots and frame.scope != fact.scope:
                continue
            running = fact.role is Role.POPULATION and not fact.narrow and "checked" in frame.slots
            sampled = fact.role is Role.CHECKED and subject is None and not frame.slots.keys() - {"population_total"}
            if frame.counted and fact.sub and not running and not sampled:
                continue
            if frame.judged and (frame.counted or (subject is not None and frame.slots.keys() & {"qualified", "unqualified"})):
                continue
            return frame
        return None

    def in_order(self, fact: Fact, count: int) -> list[Frame]:
        """The figures that shares listed one after the other belong to: as many as there are shares, or none."""
        here = [frame for frame in self.open if frame.sentence == self.sentence and frame.counted and frame.whole is None]
        kinds = [kind for kind, _ in fact.subjects]
        told = [part for part in self.parts if not part.judged]
        if told and len(set(kinds)) < 2 and not fact.total:
            return sorted(told, key=lambda frame: frame.start) if len(told) == count else []
        for frames in (self.parts, self.group, here, self.family()):
            named = [frame for frame in frames if len(set(kinds)) < 2 or frame.subject in kinds]
            if len(named) == count > 1:
                return sorted(named, key=lambda frame: frame.start)
        if len(kinds) == count > 1:
            return [self.new(fact, kind, platform) for kind, platform in fact.subjects]
        return [self.verdict_frame(fact, "pass_rate_text")] if count == 1 else []

    def targets(self, fact: Fact) -> list[Frame]:
        slot = SLOTS.get(fact.role, "")
        if fact.every or fact.listed:
            kinds = {kind for kind, _ in fact.subjects}
            chosen = [frame for frame in self.family() if frame.fits(slot, fact.value) or fact.listed]
            chosen = [frame for frame in chosen if not kinds or len(kinds) > 1 or frame.subject in kinds]
            if len(chosen) > 1 or (chosen and not fact.subjects):
                return chosen
        return [self.verdict_frame(fact, slot)]

    def family(self) -> list[Frame]:
        """The figures a joint statement speaks of: those counted together, else the last one of each kind."""
        if len(self.group) > 1:
            return self.group
        wholes = [frame for frame in self.open if frame.whole is None]
        together = [frame for frame in wholes if frame.sentence == self.sentence and frame.counted and not frame.judged]
        if len(together) > 1:
            return together
        latest: dict[tuple[SubjectKind | None, str], Frame] = {}
        for frame in wholes:
            latest[frame.subject, frame.platform] = frame
        return list(latest.values())

    def verdict_frame(self, fact: Fact, slot: str) -> Frame:
        subject, platform = fact.subjects[0] if fact.subjects else (None, "")
        own = fact.narrow and (fact.sub or (subject is None and fact.role in JUDGING))
        part = self.current_part(fact) if not fact.subjects or platform or fact.narrow else None
        ordered = [*([part] if part else []), *self.group[::-1], *self.open[::-1]]
        for frame in ordered:
            if frame.whole is not None and frame is not part and not self._names(fact, frame, platform):
                continue
            if subject is None and self.topic is not None and frame.subject not in (None, self.topic) and frame.end < self.named_at:
                continue
            if frame.narrow and not fact.narrow and (WHOLE.search(fact.scope) or (fact.total and self._whole_open(frame, slot))):
                continue
            if frame.narrow and not frame.counted and frame.sentence != self.sentence and fact.scope != frame.scope:
                continue
            if (slot and not frame.fits(slot, fact.value)) or (fact.recheck and not frame.recheck):
                continue
            if subject is not None and (frame.subject is not None or frame.mixed) and subject is not frame.subject:
                continue
            if platform and platform != frame.platform:
                continue
            if own and fact.scope != frame.scope:
                continue
            if fact.classes and fact.scope != frame.scope and not fact.classes & frame.classes:
                continue
            if subject is not None and frame.subject is None:
                frame.subject, frame.platform = subject, platform
            self.touch(frame)
            return frame
        kind = subject or (
            self.topic if self.topic is not None and not (self.open and self.open[-1].end >= self.named_at) else self.last_kind()
        )
        # A second value after 其中 that names no part of its own: whose it is cannot be told, so the figure is kept nowhere.
        told = self.listed and any(slot in one.slots and one.subject is kind for one in self.open)
        if told and not fact.narrow and not platform and not period_in(self.plain[max(self.begun, fact.start - 20) : fact.start], 0):
            return self.made(fact, kind, platform)
        frame = self.new(fact, kind, platform)
        self.touch(frame)
        return frame

    def _whole_open(self, part: Frame, slot: str) -> bool:
        """Whether something wider was counted too, which 总体 can speak of."""
        return any(one.counted and not one.narrow and one.subject is part.subject and slot not in one.slots for one in self.open)

    def _names(self, fact: Fact, part: Frame, platform: str) -> bool:
        """Whether a statement names a part that was counted before."""
        if platform != part.platform or not (platform or fact.classes):
            return False
        return fact.scope == part.scope or bool(fact.classes & part.classes)

    def touch(self, frame: Frame) -> None:
        if frame.whole is not None:
            return
        if frame not in self.group:
            self.group = [frame]
        elif self.group[-1] is not frame:
            self.group = [*[other for other in self.group if other is not frame], frame]

    def last_kind(self) -> SubjectKind | None:
        return self.open[-1].subject if self.open else self.topic

    def covered(self, fact: Fact) -> Frame | None:
        part = self.current_part(fact)
        cut = self.plain.rfind(";", self.begun, fact.start)
        if cut > 0 and part is None and any(one.start > cut for one in self.parts):
            return None  # 其中…;县级网站56家,占65%: of one part among others
        for frame in [*([part] if part else []), *self.group[::-1], *self.open[::-1]]:
            if frame.whole is not None and frame is not part:
                continue
            if "coverage_text" not in frame.slots and frame.counted:
                last = max(frame.slots.values(), key=lambda item: item[1])
                if self.aside > last[1] or self._others_between(last[2], fact.start):
                    return None
                names = [name for name, item in frame.slots.items() if item is last]
                if frame.whole is not None and names[0] != "checked":
                    return None  # what share of the whole a part is
                unsaid = names[0] == "bare" and "其中" in self.plain[self.begun : last[1]]
                return frame if names[0] in ("checked", "bare", "population_total") and not unsaid else None
        return None

    def drawn_before(self, sample: Frame) -> None:
        """对31家进行了抽查。抽查16家,占51.6%: the first is where the sample was drawn from, as its share proves."""
        share, drawn = printed_percent(str(sample.slots["coverage_text"][0])), sample.number("checked")
        for frame in self.open:
            held = frame.number("checked")
            lone = frame.slots.keys() == {"checked"} and frame.end <= sample.start and frame.recheck == sample.recheck
            if not lone or held is None or drawn is None or share is None or drawn >= held or "population_total" in sample.slots:
                continue
            same = (frame.subject, frame.platform) == (sample.subject, sample.platform) and (
                frame.scope == sample.scope or not frame.narrow
            )
            if same and any(rounded(Fraction(drawn, held), share[1], rounding) == share[0] * 100 for rounding in Rounding):
                sample.slots["population_total"] = frame.slots.pop("checked")
                sample.start = min(sample.start, frame.start)
                return

    def _others_between(self, start: int, end: int) -> bool:
        """Whether something else was counted between a count and a share, so that the share may be of that (29个栏目,占72%)."""
        if end - start > MAX_QUOTE // 4:
            return True
        return bool(counts_between(self.plain, start, end) - {item[0] for frame in self.open for item in frame.slots.values()})

    def close(self) -> None:
        self.done += self.open
        self.open, self.group, self.idle = [], [], 0
