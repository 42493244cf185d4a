"""``bulletin.read``: the figure statements of a Chinese bulletin (通报), with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve

from ..errors import InputError, LimitError
from ..values.subject import SubjectKind
from . import _tables
from ._areas import Areas, area_alone, areas_in
from ._context import Context, document_context, issuer_in, period_in, place_in
from ._facts import Fact, facts, goes_on, shares_after
from ._finishing import MAX_QUOTE, Passage
from ._frames import Frame
from ._nouns import nouns
from ._text import Clause, clauses, heading, masked, normalise, untitled
from ._told import JUDGING, MAX_OPEN, SLOTS, Told
from ._verdicts import COUNTS, Role, is_past, is_present, of_one_kind
from ._words import ABOUT_POST, ABOUT_PRE, CHECK, RECHECK, WHOLE
from .figures import Agreement, Figure, Note
from .numbers import printed_percent

MAX_TEXT = 1_000_000

_GRADED = re.compile("优秀|良好|较好|一般|较差")
_AND_OF = re.compile("\\s*(?:并|同时|也|另|还)")
_SUM_OF = re.compile("(?:共计|总计|合计|总共|共)(?:抽查|检查|监测|为|有|是|\\s){0,3}$")
_LISTING = re.compile("其中|包括|包含|分别(?:是|为):|按[^,]{2,14}分$")

_OF_AREAS = {
    Role.RATE: "pass_rate_text",
    Role.FAIL_RATE: "fail_rate_text",
    Role.ZERO: "unqualified",
    Role.ALL_GOOD: "unqualified",
}
_OWNED = {Role.UNQUALIFIED: "unqualified", Role.SOFT: "unqualified", Role.PROBLEMS: "problems", Role.QUALIFIED: "qualified"}


def read(text: str, *, place: str = "", issuer: str = "", period: str = "") -> tuple[Figure, ...]:
    """The figure statements of a bulletin, in the order of the text.

    ``place``, ``issuer`` and ``period`` are what the caller knows of the document; what the text itself says wins. A number is read
    only where its clause gives it a role; what is derived says so in ``checked_from``. What is told after a list of parts is the
    whole's; parts that are only counted (其中微信85个) are no figures; a number whose owner is not told is left out. Raises
    LimitError for a text of more than 1,000,000 characters.
    """
    if not isinstance(text, str):
        raise InputError("not a text", field="text", value=type(text).__name__, expected="str")
    if len(text) > MAX_TEXT:
        raise LimitError("the text is too long", field="text", value=len(text), expected=f"at most {MAX_TEXT} characters")
    plain = normalise(text)
    lines = plain.split("\n")
    found = document_context([line for line in untitled(plain).split("\n") if line.strip()])
    document = evolve(found, place=found.place or place, issuer=found.issuer or issuer, period=found.period or period)
    reader = _Reader(text, plain, document)
    offset = 0
    for line in lines:
        reader.paragraph(line, offset)
        offset += len(line) + 1
    return tuple(reader.figures())


class _Reader:
    def __init__(self, text: str, plain: str, document: Context) -> None:
        self.text = text
        self.document = document
        self.told = Told(plain, document)
        self.headed: dict[int, SubjectKind | None] = {}
        self.looked: set[SubjectKind] = set()
        self.awaiting: Fact | None = None
        self.row: list[Frame] = []
        self.areas: Areas | None = None
        self.nth = 0
        self.owning = -1
        self.changed = 0
        self.shares: list[Frame | None] = []
        self.said: set[SubjectKind] = set()
        self.caption: SubjectKind | None = None
        self.tabled: SubjectKind | None = None
        self.columns: tuple[_tables.Column, ...] | None = None
        self.rows: list[Figure] = []

    def paragraph(self, line: str, offset: int) -> None:
        if not line.strip():
            return
        if self._table(line, offset):
            return
        named = {kind for kind, _, _, _ in nouns(masked(line))}
        head = heading(line)
        self.said = named if head is not None else self.said | named
        captions = named or self.said
        self.caption = next(iter(captions)) if len(captions) == 1 else None
        if head is not None:
            self.told.close()
            self._heading(line[: head[1]], head[0])
        elif any(frame.judged for frame in self.told.open) or self.told.idle > 1:
            self.told.close()
        before = len(self.told.done) + len(self.told.open)
        self._sentences(masked(line), offset)
        self.told.idle = self.told.idle + 1 if len(self.told.done) + len(self.told.open) == before else 0

    def _table(self, line: str, offset: int) -> bool:
        """Whether a line belongs to a table; the figures of its rows are kept."""
        columns = _tables.heading_of(line)
        if columns is not None:
            self.told.close()
            self.columns, self.tabled, self.caption = columns, self.caption, None
            return True
        if self.columns is None:
            return False
        if _tables.is_rule(line):
            return True
        base = Figure(self.tabled, self.told.context.place, self.told.context.issuer, self.told.context.period, start=offset)
        rows = _tables.figures_of(line, self.columns, base)
        if rows is None:
            self.columns = None
            return False
        self.rows += [
            evolve(row, place=place_in("", row.scope, self.told.context), quote=self.text[row.start : row.end][:MAX_QUOTE]) for row in rows
        ]
        return True

    def _heading(self, head: str, level: int) -> None:
        if level == 1:
            self.told.context, self.told.topic = evolve(self.told.context, period=self.document.period), None
        period = period_in(head, self.document.year)
        issuer = issuer_in(head, self.document)
        self.told.context = evolve(self.told.context, period=period or self.told.context.period, issuer=issuer or self.told.context.issuer)
        kinds = {kind for kind, _, _, _ in nouns(masked(head))}
        self.headed = {above: kind for above, kind in self.headed.items() if above < level}
        if kinds:
            self.headed[level] = kinds.pop() if len(kinds) == 1 else None
        self.told.topic = self.headed[max(self.headed)] if self.headed else None

    def _sentences(self, line: str, offset: int) -> None:
        rechecking = listing = past = split = self.told.pending_full = False
        queue = 0
        last: Role | None = None
        self.awaiting = None
        for clause in clauses(line, offset):
            if clause.breaks:
                rechecking = listing = past = split = self.told.pending_full = False
                queue = 0
                self.told.sentence += 1
                self._next_sentence()
                self.told.begun, self.changed, self.row, self.shares = clause.start, 0, [], []
                self.looked = set()
                self.awaiting = None
            past = (past or is_past(clause.text)) and not is_present(clause.text)
            self._words(clause)
            kinds = {kind for kind, _, _, _ in nouns(clause.text)}
            if clause.parted or (CHECK.search(clause.text) and kinds):
                self.looked = kinds | (self.looked if _AND_OF.match(clause.text) else set())
            if past and not rechecking:
                self.told.topic = kinds.pop() if len(kinds) == 1 else self.told.topic
                self.areas = area_alone(clause.text) or self.areas
                continue
            rechecking = rechecking or bool(RECHECK.search(clause.text))
            if ("部分" in clause.text and "抽" in clause.text) or "随机" in clause.text:
                self.told.pending_full = False
            self.told.listed = self.told.listed or bool(_LISTING.search(clause.text))
            kept = self.areas is not None and self.areas.topic and not clause.text.rstrip().endswith("方面")
            if (kinds and not kept) or WHOLE.search(clause.text):
                self.areas = None
            self.areas = self._others(areas_in(clause.text) or area_alone(clause.text)) or self.areas
            leader: Fact | None = None
            for fact in facts(clause, rechecking=rechecking, listing=listing):
                rechecking = rechecking or fact.recheck
                if fact.role is Role.BARE and last is Role.CHECKED and goes_on(clause):
                    fact = evolve(fact, role=last)
                if fact.role is Role.BARE and last in JUDGING and (split or fact.sub or fact.joined or not fact.subjects):
                    split = True
                    continue
                split = False
                if fact.role is Role.QUALIFIED and self._graded(fact):
                    continue
                fact = evolve(fact, areas=self._others(fact.areas)) if fact.areas else fact
                if fact.sub and last is Role.OTHER and fact.role in JUDGING:
                    continue
                last = fact.role
                if fact.role in COUNTS:
                    fact = self._shared(fact, leader)
                    leader = fact if fact.narrow else None
                if fact.role in JUDGING:
                    self.looked = {kind for kind, _ in fact.subjects}
                if self._of_areas(fact):
                    listing = listing or fact.role is Role.RATE
                elif fact.role is Role.FULL:
                    self._full(fact, of_part=clause.text.lstrip().startswith("其中"))
                elif fact.role is Role.CHECK:
                    for frame in self.told.group:
                        frame.said = True
                elif fact.role in COUNTS:
                    self._count(fact)
                    named = {kind for kind, _ in fact.subjects}
                    if named and not _AND_OF.match(clause.text):
                        self.looked = named
                elif fact.role is Role.RATE:
                    queue = self._rate(fact, queue)
                    listing = True
                else:
                    self._other(fact)
            self.told.listed = self.told.listed or clause.text.rstrip().endswith("中")
            if len(kinds) == 1:
                self.told.topic, self.told.named_at = kinds.pop(), clause.start

    def _shared(self, fact: Fact, leader: Fact | None) -> Fact:
        """In a list of parts the name before one count holds for the next kind too (其中市直部门网站22家、政务新媒体75个)."""
        if leader is None or not (self.told.listed and fact.joined and fact.subjects) or fact.narrow or fact.subjects == leader.subjects:
            return fact
        kind = fact.subjects[0][0]
        more = any(one.subject is kind and one.whole is None and one.counted and one.total >= int(fact.value) for one in self.told.open)
        return evolve(fact, scope=leader.scope, narrow=True, classes=leader.classes, rest=leader.rest) if more else fact

    def _others(self, areas: Areas | None) -> Areas | None:
        """Areas that are not the bulletin's own: what a city tells of itself by name is told of the whole."""
        own = (self.document.place, self.document.province, self.document.city, self.document.county)
        return None if areas and len(areas.names) == 1 and any(one and one.endswith(areas.text) for one in own) else areas

    def _full(self, fact: Fact, *, of_part: bool) -> None:
        """全覆盖, 普查: of what was counted just before, else of what is counted next; of a part (其中全覆盖检查了…) of neither."""
        if fact.recheck:
            return
        targets = [] if of_part else [one for one in self.told.group if one.counted and not (fact.joined and one.judged)]
        for frame in targets:
            frame.full = True
        self.told.pending_full = self.told.pending_full or fact.joined or (not targets and not of_part)

    def _next_sentence(self) -> None:
        """A list of parts ends with its sentence: what follows is told of the whole again. So does what was told of an area alone."""
        if self.told.parts:
            self.told.group = [whole for whole in self.told.open if whole is self.told.parts[-1].whole]
        self.told.group = [frame for frame in self.told.group if frame.counted or not frame.narrow]
        self.told.parts, self.told.listed, self.areas, self.nth = [], False, None, 0

    def _of_areas(self, fact: Fact) -> bool:
        """Whether a verdict is told of areas named one by one: theirs it is, and nobody else's."""
        areas = fact.areas or self.areas
        slot = _OF_AREAS.get(fact.role)
        if fact.areas is not None and fact.areas.has and slot is None:
            slot = _OWNED.get(fact.role)
            self.owning = self.told.sentence
        if fact.sub and self.owning == self.told.sentence and fact.role in JUDGING and not fact.scope:
            return True
        if areas is None or slot is None or fact.total or (fact.areas is None and fact.subjects):
            return False
        both = [one for one in self.told.group if one.scope == areas.text and one.counted and not one.judged]
        if fact.role is Role.RATE and len(both) == 1 + shares_after(self.told.plain, fact.end) > 1:
            return False  # 甲县检查网站6家、账号45个,合格率分别为100%、97.8%
        if not areas.told:
            return True
        value: int | Fraction | str = 0 if fact.role in (Role.ZERO, Role.ALL_GOOD) else fact.value
        scopes = [areas.text]
        if fact.listed or shares_after(self.told.plain, fact.end):
            scopes = [areas.names[self.nth]] if self.nth < len(areas.names) else []
            self.nth += 1
        for scope in scopes:
            for subject, platform in fact.subjects or ((self.told.last_kind(), ""),):
                frame = next(
                    (one for one in self.told.open if one.scope == scope and one.subject is subject and one.fits(slot, value)), None
                )
                if frame is None:
                    frame = self.told.made(evolve(fact, scope=scope, classes=frozenset()), subject, platform)
                    self.told.done.append(frame)
                frame.put(slot, fact, value)
        return True

    def _graded(self, fact: Fact) -> bool:
        """Whether 合格 is one grade among others (优秀、良好、合格) in this sentence, and not all that passed."""
        stop = self.told.plain.find("。", fact.end, fact.end + MAX_QUOTE // 4)
        return bool(
            _GRADED.search(
                self.told.plain, max(self.told.begun, fact.start - MAX_QUOTE // 4), stop if stop >= 0 else fact.end + MAX_QUOTE // 4
            )
        )

    def _words(self, clause: Clause) -> None:
        """Issuer and period that a clause names for what follows."""
        text = clause.text
        if "办" in text or "局" in text:
            issuer = issuer_in(text, self.document)
            if issuer and ("对" in text or "查" in text or text.rstrip().endswith(("厅", "室", "局", "办"))):
                self.told.context = evolve(self.told.context, issuer=issuer)
        if "月" in text or "季度" in text or "半年" in text:
            period = period_in(text, self.document.year)
            if period and not self.told.open:
                self.told.context = evolve(self.told.context, period=period)

    def _count(self, fact: Fact) -> None:
        areas, held = fact.areas, self.areas
        if areas is None and held is not None and (held.has if not fact.subjects else held.topic and not fact.scope):
            areas = held
        if areas is not None:
            fact = evolve(fact, scope=areas.text, narrow=True, classes=frozenset())
        subject, platform = fact.subjects[0] if fact.subjects else (None, "")
        if (
            fact.role is Role.BARE
            and self.told.listed
            and any(one.mixed and one.sentence == self.told.sentence and "checked" in one.slots for one in self.told.open)
        ):
            fact = evolve(fact, role=Role.CHECKED)  # of sites and accounts inspected together, so many of each
        slot = SLOTS[fact.role]
        visits = fact.unit.endswith("次")
        times = fact.unit == "次" and subject is None
        mixed = len({kind for kind, _ in fact.subjects}) > 1 and not fact.listed
        if subject is None:
            summed = _SUM_OF.search(self.told.plain, max(self.told.begun, fact.start - 12), fact.start)
            if summed and self.told.sum_of_parts(fact):
                return
            if not (summed or fact.narrow or fact.role is Role.CHECKED) and self.told.several():
                self.told.aside = fact.start  # whose it is cannot be told
                return
        whole = None if mixed else self.told.whole_of(fact, subject, platform)
        if whole is not None:
            self.told.part(fact, whole, platform)
            return
        if mixed:
            both = self.told.new(fact, None, "")
            both.mixed, both.unit = True, fact.unit
            both.put(slot, fact, fact.value)
            self.told.group = [both]
            return
        frame = None if times else self.told.place_for(fact, slot, subject, platform) or self.told.drawn_from(fact, subject, platform)
        if frame is None and visits:
            frame = self.told.visited(fact, subject)
        if frame is None and times:
            return
        if frame is None:
            frame = self.told.new(fact, subject or self.told.topic, platform)
        elif subject is not None and frame.subject is None:
            frame.subject, frame.platform, frame.scope, frame.narrow = subject, platform, fact.scope, fact.narrow
        frame.put(slot, fact, fact.value)
        frame.running = frame.running or (fact.definite and fact.role is Role.CHECKED)
        if fact.about:
            word, more = ABOUT_PRE.search(self.told.plain, max(0, fact.start - 6), fact.start), ABOUT_POST.match(self.told.plain, fact.end)
            start, end = word.start() if word else fact.start, more.end() if more else fact.end
            frame.notes.append(Note("approximate", self.text[start:end], start, end))
        if self.awaiting is not None and fact.role is Role.CHECKED:
            frame.put("coverage_text", self.awaiting, self.awaiting.value)
            self.awaiting = None
        if fact.role is Role.CHECKED or not frame.unit:
            frame.unit = fact.unit
        all_named = fact.role is Role.CHECKED and not visits and fact.definite and not fact.sampling
        frame.full = frame.full or all_named or self.told.pending_full
        if fact.joined and self.told.group and frame not in self.told.group:
            self.told.group = [*self.told.group[-MAX_OPEN:], frame]
        else:
            self.told.group = [frame]
        if subject is not None:
            self.told.topic = subject
        self.told.add_up()

    def _rate(self, fact: Fact, queue: int) -> int:
        more = shares_after(self.told.plain, fact.end)
        if queue or fact.listed or more:
            self.row = self.row if queue else self.told.in_order(fact, 1 + more)
            if queue < len(self.row):
                self.row[queue].put("pass_rate_text", fact, fact.value)
            return queue + 1 if more else 0
        part = self.told.current_part(fact)
        joint = [frame for frame in self.told.group if frame.counted and not frame.judged]
        whose = fact.subjects or part or WHOLE.search(fact.scope)
        if not whose and len(joint) < 2 and len(self.looked) > 1 and printed_percent(str(fact.value)) != (Fraction(1), 0):
            return 0  # both kinds were inspected: whose rate it is cannot be told
        if fact.every:
            chosen = self.told.targets(fact)
            if len(chosen) < len(fact.subjects) and not any(frame.counted for frame in chosen):
                have = {frame.subject for frame in chosen}
                chosen += [self.told.new(fact, kind, platform) for kind, platform in fact.subjects if kind not in have]
        elif not whose and len({frame.whose for frame in joint}) > 1:
            chosen = joint if printed_percent(str(fact.value)) == (Fraction(1), 0) else []
        else:
            chosen = self.told.targets(fact)[-1:]
        for frame in chosen:
            frame.put("pass_rate_text", fact, fact.value)
        return queue

    def _shares(self, fact: Fact) -> None:
        """Shares of the population, listed for as many figures as there are shares."""
        more = shares_after(self.told.plain, fact.end)
        if not self.shares:
            found = [frame for frame in self.told.in_order(fact, 1 + more) if "coverage_text" not in frame.slots and frame.counted]
            self.shares = [*found] if len(found) == 1 + more else [None] * (1 + more)
        frame = self.shares.pop(0)
        if frame is not None:
            frame.put("coverage_text", fact, fact.value)

    def _change(self, fact: Fact) -> None:
        if fact.listed:
            rated = [frame for frame in self.told.open if frame.slots.get("pass_rate_text", ("", -1, -1))[1] >= self.told.begun]
            if len(rated) == fact.of:
                rated.sort(key=lambda frame: frame.slots["pass_rate_text"][1])
                rated[self.changed].put("change_points", fact, fact.value)
                self.changed = (self.changed + 1) % fact.of
            return
        share = self.told.plain.rfind("%", self.told.begun, fact.start) + 1
        rated = [one for one in [*self.told.group[::-1], *self.told.open[::-1]] if "pass_rate_text" in one.slots]
        if share and "合格率" not in self.told.plain[share : fact.start]:
            rated = [one for one in [*rated, *self.told.done[-MAX_OPEN:]] if one.slots.get("pass_rate_text", ("", -1, -1))[2] == share]
        kinds = [kind for kind, _ in fact.subjects]
        rated = [one for one in rated if not kinds or one.subject in kinds]
        if rated:
            rated[0].put("change_points", fact, fact.value)

    def _other(self, fact: Fact) -> None:
        if fact.role in (Role.ZERO, Role.ALL_GOOD):
            self._none(fact)
        elif fact.role is Role.ELSEWHERE:
            self._note(fact, "area_not_affected", str(fact.value))
        elif fact.role is Role.BOUND:
            self._note(fact, "bound", str(fact.value))
        elif fact.role is Role.OTHER:
            self.told.aside = fact.start
        elif fact.role is Role.CHANGE:
            self._change(fact)
        elif fact.role is Role.ABOUT:
            self._about(fact)
        elif fact.role is Role.COVERAGE and (self.shares or fact.listed or shares_after(self.told.plain, fact.end)):
            self._shares(fact)
        elif fact.role is Role.COVERAGE:
            covered = [one for one in self.told.family() if one.counted] if fact.every else [self.told.covered(fact)]
            for frame in covered:
                if frame is not None:
                    frame.put("coverage_text", fact, fact.value)
                    self.told.drawn_before(frame)
            if covered == [None] and self.told.aside < fact.start and not any(one.counted for one in self.told.group):
                self.awaiting = fact
        else:
            slot = SLOTS[fact.role]
            part = self.told.current_part(fact)
            if fact.role is Role.PROBLEMS and of_one_kind(self.told.plain, fact.start, fact.end):
                self.told.aside = fact.start
                return
            if fact.rest and any(one.counted for one in self.told.open):
                self._remaining(fact, slot)
                return
            joint = [frame for frame in self.told.group if frame.counted and not frame.judged]
            if not (fact.subjects or fact.listed or fact.every) and len(joint) > 1 and len({frame.whose for frame in joint}) == 1:
                return
            if not (fact.subjects or fact.listed or fact.every) and len({frame.whose for frame in joint}) > 1 and not part:
                mine = [frame for frame in joint if frame.unit == fact.unit]
                if len(mine) != 1:
                    return
                self.told.touch(mine[0])
            if fact.role is Role.UNQUALIFIED:
                for frame in self.told.open:
                    told = not fact.subjects or frame.subject is fact.subjects[0][0]
                    if (
                        frame.soft
                        and told
                        and frame.sentence == self.told.sentence
                        and not fact.joined
                        and not fact.sub
                        and not fact.recheck
                    ):
                        frame.slots.pop("unqualified", None)
                        frame.soft = False
            if fact.role is Role.SOFT:
                held = self.told.verdict_frame(fact, "").slots.get("unqualified")
                slot = "unqualified" if held is None or fact.joined else "problems"
            if fact.listed and not fact.subjects and len(self.told.group) > 1:
                frame = next((one for one in self.told.group if slot not in one.slots), self.told.group[-1])
                frame.put(slot, fact, fact.value)
            elif fact.every:
                for frame in self.told.targets(fact):
                    frame.put(slot, fact, fact.value)
            else:
                frame = self.told.verdict_frame(fact, slot)
                frame.soft = frame.soft or (fact.role is Role.SOFT and slot == "unqualified" and slot not in frame.slots)
                frame.put(slot, fact, fact.value)

    def _remaining(self, fact: Fact, slot: str) -> None:
        """其余5家合格: told of what was counted before, if so many are left of it."""
        kind = fact.subjects[0][0] if fact.subjects else self.told.topic
        for frame in [*self.told.group[::-1], *self.told.open[::-1]]:
            if frame.counted and frame.subject in (None, kind) and frame.fits(slot, fact.value) and isinstance(fact.value, int):
                told = sum(frame.number(name) or 0 for name in ("unqualified", "problems", "basically_qualified"))
                if told + fact.value == frame.total if told else fact.value < frame.total:
                    frame.put(slot, fact, fact.value)
                return

    def _about(self, fact: Fact) -> None:
        """三分之一, 三成: how many were checked is no exact number."""
        frame = next((one for one in self.told.open[::-1] if one.sentence == self.told.sentence), None)
        if frame is None:
            frame = self.told.new(fact, fact.subjects[0][0] if fact.subjects else self.told.topic, "")
            self.told.touch(frame)
        frame.notes.append(Note("approximate", str(fact.value), fact.start, fact.end))

    def _none(self, fact: Fact) -> None:
        kinds = dict(fact.subjects)
        chosen = []
        if fact.subjects:
            for kind, platform in kinds.items():
                same = [one for one in self.told.family() if one.subject is kind and (not platform or one.platform == platform)]
                if fact.classes:
                    same = [one for one in same if one.classes & fact.classes]
                if not same:
                    able = [one for one in self.told.open[::-1] if one.subject is kind and (not platform or one.platform == platform)]
                    named = platform or fact.classes
                    same = [one for one in able if (one.whole is None or named) and one.classes >= fact.classes][:1]
                chosen += same or [self.told.new(fact, kind, platform)]
        else:
            part = self.told.current_part(fact)
            chosen = [part] if part else self.told.family() if len(self.told.group) > 1 else self.told.group or self.told.open[-1:]
        for frame in chosen:
            if frame.fits("unqualified", 0):
                frame.put("unqualified", fact, 0)
                frame.notes.append(Note("zero", self.text[fact.start : fact.end], fact.start, fact.end))
        if chosen and not any(frame.whole for frame in chosen):
            self.told.group = chosen

    def _note(self, fact: Fact, kind: str, words: str) -> None:
        wanted = {kind for kind, _ in fact.subjects}
        for frame in [*self.told.group[::-1], *self.told.open[::-1]]:
            if not wanted or frame.subject in wanted:
                frame.notes.append(Note(kind, words, fact.start, fact.end))
                frame.end = max(frame.end, fact.end)
                return

    def figures(self) -> list[Figure]:
        """All figures in the order of the text."""
        return sorted([*self._stated(), *self.rows], key=lambda one: (one.start, one.end))

    def _stated(self) -> Iterable[Figure]:
        self.told.close()
        passage = Passage(self.text, self.told.plain, untitled(self.told.plain), self.document.year)
        for frame in sorted(self.told.done, key=lambda one: (one.start, one.end)):
            figure = passage.figure(frame)
            if figure is not None:
                yield figure


__all__ = ["MAX_TEXT", "Agreement", "read"]
