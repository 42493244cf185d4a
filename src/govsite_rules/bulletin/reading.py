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
from ._text import Clause, clauses, counts_between, heading, masked, normalise, untitled
from ._verdicts import COUNTS, Role, is_past, is_present, of_one_kind
from ._words import ABOUT_POST, ABOUT_PRE, CHECK, RECHECK, WHOLE
from .figures import Agreement, Figure, Note
from .numbers import Rounding, printed_percent, rounded

MAX_TEXT = 1_000_000
MAX_OPEN = 50

_GRADED = re.compile("优秀|良好|较好|一般|较差")
_AND_OF = re.compile("\\s*(?:并|同时|也|另|还)")
_SUM_OF = re.compile("(?:共计|总计|合计|总共|共)(?:抽查|检查|监测|为|有|是|\\s){0,3}$")
_REGIONS = re.compile("各?地(?:区|方)")
_LISTING = re.compile("其中|包括|包含|分别(?:是|为):|按[^,]{2,14}分$")

_SLOTS = {
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
_OF_AREAS = {
    Role.RATE: "pass_rate_text",
    Role.FAIL_RATE: "fail_rate_text",
    Role.ZERO: "unqualified",
    Role.ALL_GOOD: "unqualified",
}
_OWNED = {Role.UNQUALIFIED: "unqualified", Role.SOFT: "unqualified", Role.PROBLEMS: "problems", Role.QUALIFIED: "qualified"}
_JUDGING = (Role.UNQUALIFIED, Role.SOFT, Role.QUALIFIED, Role.BASIC, Role.PROBLEMS, Role.OTHER)


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
        self.plain = plain
        self.document = document
        self.context = document
        self.topic: SubjectKind | None = None
        self.headed: dict[int, SubjectKind | None] = {}
        self.done: list[Frame] = []
        self.open: list[Frame] = []
        self.group: list[Frame] = []
        self.idle = 0
        self.aside = -1
        self.sentence = 0
        self.pending_full = False
        self.looked: set[SubjectKind] = set()
        self.awaiting: Fact | None = None
        self.row: list[Frame] = []
        self.areas: Areas | None = None
        self.parts: list[Frame] = []
        self.listed = False
        self.nth = 0
        self.named_at = self.owning = -1
        self.begun = self.changed = 0
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
            self._close()
            self._heading(line[: head[1]], head[0])
        elif any(frame.judged for frame in self.open) or self.idle > 1:
            self._close()
        before = len(self.done) + len(self.open)
        self._sentences(masked(line), offset)
        self.idle = self.idle + 1 if len(self.done) + len(self.open) == before else 0

    def _table(self, line: str, offset: int) -> bool:
        """Whether a line belongs to a table; the figures of its rows are kept."""
        columns = _tables.heading_of(line)
        if columns is not None:
            self._close()
            self.columns, self.tabled, self.caption = columns, self.caption, None
            return True
        if self.columns is None:
            return False
        if _tables.is_rule(line):
            return True
        base = Figure(self.tabled, self.context.place, self.context.issuer, self.context.period, start=offset)
        rows = _tables.figures_of(line, self.columns, base)
        if rows is None:
            self.columns = None
            return False
        self.rows += [
            evolve(row, place=place_in("", row.scope, self.context), quote=self.text[row.start : row.end][:MAX_QUOTE]) for row in rows
        ]
        return True

    def _heading(self, head: str, level: int) -> None:
        if level == 1:
            self.context, self.topic = evolve(self.context, period=self.document.period), None
        period = period_in(head, self.document.year)
        issuer = issuer_in(head, self.document)
        self.context = evolve(self.context, period=period or self.context.period, issuer=issuer or self.context.issuer)
        kinds = {kind for kind, _, _, _ in nouns(masked(head))}
        self.headed = {above: kind for above, kind in self.headed.items() if above < level}
        if kinds:
            self.headed[level] = kinds.pop() if len(kinds) == 1 else None
        self.topic = self.headed[max(self.headed)] if self.headed else None

    def _sentences(self, line: str, offset: int) -> None:
        rechecking = listing = past = split = self.pending_full = False
        queue = 0
        last: Role | None = None
        self.awaiting = None
        for clause in clauses(line, offset):
            if clause.breaks:
                rechecking = listing = past = split = self.pending_full = False
                queue = 0
                self.sentence += 1
                self._next_sentence()
                self.begun, self.changed, self.row, self.shares = clause.start, 0, [], []
                self.looked = set()
                self.awaiting = None
            past = (past or is_past(clause.text)) and not is_present(clause.text)
            self._words(clause)
            kinds = {kind for kind, _, _, _ in nouns(clause.text)}
            if clause.parted or (CHECK.search(clause.text) and kinds):
                self.looked = kinds | (self.looked if _AND_OF.match(clause.text) else set())
            if past and not rechecking:
                self.topic = kinds.pop() if len(kinds) == 1 else self.topic
                self.areas = area_alone(clause.text) or self.areas
                continue
            rechecking = rechecking or bool(RECHECK.search(clause.text))
            if ("部分" in clause.text and "抽" in clause.text) or "随机" in clause.text:
                self.pending_full = False
            self.listed = self.listed or bool(_LISTING.search(clause.text))
            kept = self.areas is not None and self.areas.topic and not clause.text.rstrip().endswith("方面")
            if (kinds and not kept) or WHOLE.search(clause.text):
                self.areas = None
            self.areas = self._others(areas_in(clause.text) or area_alone(clause.text)) or self.areas
            leader: Fact | None = None
            for fact in facts(clause, rechecking=rechecking, listing=listing):
                rechecking = rechecking or fact.recheck
                if fact.role is Role.BARE and last is Role.CHECKED and goes_on(clause):
                    fact = evolve(fact, role=last)
                if fact.role is Role.BARE and last in _JUDGING and (split or fact.sub or fact.joined or not fact.subjects):
                    split = True
                    continue
                split = False
                if fact.role is Role.QUALIFIED and self._graded(fact):
                    continue
                fact = evolve(fact, areas=self._others(fact.areas)) if fact.areas else fact
                if fact.sub and last is Role.OTHER and fact.role in _JUDGING:
                    continue
                last = fact.role
                if fact.role in COUNTS:
                    fact = self._shared(fact, leader)
                    leader = fact if fact.narrow else None
                if fact.role in _JUDGING:
                    self.looked = {kind for kind, _ in fact.subjects}
                if self._of_areas(fact):
                    listing = listing or fact.role is Role.RATE
                elif fact.role is Role.FULL:
                    self._full(fact, of_part=clause.text.lstrip().startswith("其中"))
                elif fact.role is Role.CHECK:
                    for frame in self.group:
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
            self.listed = self.listed or clause.text.rstrip().endswith("中")
            if len(kinds) == 1:
                self.topic, self.named_at = kinds.pop(), clause.start

    def _shared(self, fact: Fact, leader: Fact | None) -> Fact:
        """In a list of parts the name before one count holds for the next kind too (其中市直部门网站22家、政务新媒体75个)."""
        if leader is None or not (self.listed and fact.joined and fact.subjects) or fact.narrow or fact.subjects == leader.subjects:
            return fact
        kind = fact.subjects[0][0]
        more = any(one.subject is kind and one.whole is None and one.counted and _total(one) >= int(fact.value) for one in self.open)
        return evolve(fact, scope=leader.scope, narrow=True, classes=leader.classes, rest=leader.rest) if more else fact

    def _others(self, areas: Areas | None) -> Areas | None:
        """Areas that are not the bulletin's own: what a city tells of itself by name is told of the whole."""
        own = (self.document.place, self.document.province, self.document.city, self.document.county)
        return None if areas and len(areas.names) == 1 and any(one and one.endswith(areas.text) for one in own) else areas

    def _full(self, fact: Fact, *, of_part: bool) -> None:
        """全覆盖, 普查: of what was counted just before, else of what is counted next; of a part (其中全覆盖检查了…) of neither."""
        if fact.recheck:
            return
        targets = [] if of_part else [one for one in self.group if one.counted and not (fact.joined and one.judged)]
        for frame in targets:
            frame.full = True
        self.pending_full = self.pending_full or fact.joined or (not targets and not of_part)

    def _next_sentence(self) -> None:
        """A list of parts ends with its sentence: what follows is told of the whole again. So does what was told of an area alone."""
        if self.parts:
            self.group = [whole for whole in self.open if whole is self.parts[-1].whole]
        self.group = [frame for frame in self.group if frame.counted or not frame.narrow]
        self.parts, self.listed, self.areas, self.nth = [], False, None, 0

    def _of_areas(self, fact: Fact) -> bool:
        """Whether a verdict is told of areas named one by one: theirs it is, and nobody else's."""
        areas = fact.areas or self.areas
        slot = _OF_AREAS.get(fact.role)
        if fact.areas is not None and fact.areas.has and slot is None:
            slot = _OWNED.get(fact.role)
            self.owning = self.sentence
        if fact.sub and self.owning == self.sentence and fact.role in _JUDGING and not fact.scope:
            return True
        if areas is None or slot is None or fact.total or (fact.areas is None and fact.subjects):
            return False
        both = [one for one in self.group if one.scope == areas.text and one.counted and not one.judged]
        if fact.role is Role.RATE and len(both) == 1 + shares_after(self.plain, fact.end) > 1:
            return False  # 甲县检查网站6家、账号45个,合格率分别为100%、97.8%
        if not areas.told:
            return True
        value: int | Fraction | str = 0 if fact.role in (Role.ZERO, Role.ALL_GOOD) else fact.value
        scopes = [areas.text]
        if fact.listed or shares_after(self.plain, fact.end):
            scopes = [areas.names[self.nth]] if self.nth < len(areas.names) else []
            self.nth += 1
        for scope in scopes:
            for subject, platform in fact.subjects or ((self._last_kind(), ""),):
                frame = next((one for one in self.open if one.scope == scope and one.subject is subject and one.fits(slot, value)), None)
                if frame is None:
                    frame = self._made(evolve(fact, scope=scope, classes=frozenset()), subject, platform)
                    self.done.append(frame)
                frame.put(slot, fact, value)
        return True

    def _graded(self, fact: Fact) -> bool:
        """Whether 合格 is one grade among others (优秀、良好、合格) in this sentence, and not all that passed."""
        stop = self.plain.find("。", fact.end, fact.end + MAX_QUOTE // 4)
        return bool(
            _GRADED.search(self.plain, max(self.begun, fact.start - MAX_QUOTE // 4), stop if stop >= 0 else fact.end + MAX_QUOTE // 4)
        )

    def _words(self, clause: Clause) -> None:
        """Issuer and period that a clause names for what follows."""
        text = clause.text
        if "办" in text or "局" in text:
            issuer = issuer_in(text, self.document)
            if issuer and ("对" in text or "查" in text or text.rstrip().endswith(("厅", "室", "局", "办"))):
                self.context = evolve(self.context, issuer=issuer)
        if "月" in text or "季度" in text or "半年" in text:
            period = period_in(text, self.document.year)
            if period and not self.open:
                self.context = evolve(self.context, period=period)

    def _new(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame:
        frame = self._made(fact, subject, platform)
        self.open.append(frame)
        if len(self.open) > MAX_OPEN:
            self.done.append(self.open.pop(0))
        return frame

    def _made(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame:
        frame = Frame(subject, platform, fact.scope, fact.narrow, fact.recheck, self.context, fact.start, fact.end)
        frame.sentence = self.sentence
        frame.classes = fact.classes
        frame.full = self.pending_full
        return frame

    def _whole_of(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame | None:
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
            return frame if isinstance(fact.value, int) and fact.value <= _total(frame) else None
        return None

    def _part(self, fact: Fact, whole: Frame, platform: str) -> None:
        frame = self._new(fact, whole.subject, platform)
        frame.whole, frame.unit = whole, fact.unit
        frame.put(_SLOTS[fact.role], fact, fact.value)
        self.parts.append(frame)

    def _current_part(self, fact: Fact) -> Frame | None:
        """The part a statement without a name goes on with: the only one listed, or the last of those told one after the other."""
        if not self.parts or fact.total or any(not part.judged for part in self.parts[:-1]):
            return None
        return self.parts[-1]

    def _count(self, fact: Fact) -> None:
        areas, held = fact.areas, self.areas
        if areas is None and held is not None and (held.has if not fact.subjects else held.topic and not fact.scope):
            areas = held
        if areas is not None:
            fact = evolve(fact, scope=areas.text, narrow=True, classes=frozenset())
        subject, platform = fact.subjects[0] if fact.subjects else (None, "")
        if (
            fact.role is Role.BARE
            and self.listed
            and any(one.mixed and one.sentence == self.sentence and "checked" in one.slots for one in self.open)
        ):
            fact = evolve(fact, role=Role.CHECKED)  # of sites and accounts inspected together, so many of each
        slot = _SLOTS[fact.role]
        visits = fact.unit.endswith("次")
        times = fact.unit == "次" and subject is None
        mixed = len({kind for kind, _ in fact.subjects}) > 1 and not fact.listed
        if subject is None:
            summed = _SUM_OF.search(self.plain, max(self.begun, fact.start - 12), fact.start)
            if summed and self._sum_of_parts(fact):
                return
            if not (summed or fact.narrow or fact.role is Role.CHECKED) and self._several():
                self.aside = fact.start  # whose it is cannot be told
                return
        whole = None if mixed else self._whole_of(fact, subject, platform)
        if whole is not None:
            self._part(fact, whole, platform)
            return
        if mixed:
            both = self._new(fact, None, "")
            both.mixed, both.unit = True, fact.unit
            both.put(slot, fact, fact.value)
            self.group = [both]
            return
        frame = None if times else self._place_for(fact, slot, subject, platform) or self._drawn_from(fact, subject, platform)
        if frame is None and visits:
            frame = self._visited(fact, subject)
        if frame is None and times:
            return
        if frame is None:
            frame = self._new(fact, subject or self.topic, platform)
        elif subject is not None and frame.subject is None:
            frame.subject, frame.platform, frame.scope, frame.narrow = subject, platform, fact.scope, fact.narrow
        frame.put(slot, fact, fact.value)
        frame.running = frame.running or (fact.definite and fact.role is Role.CHECKED)
        if fact.about:
            word, more = ABOUT_PRE.search(self.plain, max(0, fact.start - 6), fact.start), ABOUT_POST.match(self.plain, fact.end)
            start, end = word.start() if word else fact.start, more.end() if more else fact.end
            frame.notes.append(Note("approximate", self.text[start:end], start, end))
        if self.awaiting is not None and fact.role is Role.CHECKED:
            frame.put("coverage_text", self.awaiting, self.awaiting.value)
            self.awaiting = None
        if fact.role is Role.CHECKED or not frame.unit:
            frame.unit = fact.unit
        all_named = fact.role is Role.CHECKED and not visits and fact.definite and not fact.sampling
        frame.full = frame.full or all_named or self.pending_full
        if fact.joined and self.group and frame not in self.group:
            self.group = [*self.group[-MAX_OPEN:], frame]
        else:
            self.group = [frame]
        if subject is not None:
            self.topic = subject
        self._add_up()

    def _add_up(self) -> None:
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
        if len(run) > 1 and _total(frame) == sum(map(_total, run)) and frame.whole is None:
            for part in run:
                part.whole = frame
            self.parts, self.group = run[::-1], [frame]

    def _several(self) -> bool:
        """Whether several kinds or parts were counted together and none was judged yet."""
        return len({one.whose for one in self.group if one.counted and not one.judged}) > 1

    def _sum_of_parts(self, fact: Fact) -> bool:
        """甲类网站25家、乙类网站14家,共计39家: the total of the parts told just before; what follows is told of it."""
        parts: list[Frame] = []
        for frame in self.open[::-1]:
            if frame.sentence != self.sentence or frame.judged or not frame.counted or frame.whole or not (frame.narrow or frame.platform):
                break
            parts.append(frame)
        if len(parts) < 2 or len({part.subject for part in parts}) > 1 or sum(map(_total, parts)) != fact.value:
            return False
        whole = self._new(fact, parts[0].subject, "")
        whole.scope, whole.narrow, whole.classes, whole.unit = "", False, frozenset(), fact.unit
        checked = all("checked" in part.slots for part in parts)
        whole.put("checked" if checked else _SLOTS[fact.role], fact, fact.value)
        for part in parts:
            part.whole = whole
        self.group = [whole]
        return True

    def _visited(self, fact: Fact, subject: SubjectKind | None) -> Frame | None:
        """Visits that follow a number of sites: the sites become the population, the visits what was checked."""
        for frame in reversed(self.open):
            held = frame.number("checked")
            if held is None or frame.unit.endswith("次") or frame.judged or subject not in (None, frame.subject):
                continue
            if isinstance(fact.value, int) and held <= fact.value:
                frame.slots.setdefault("population_total", frame.slots.pop("checked"))
                return frame
        return None

    def _drawn_from(self, fact: Fact, subject: SubjectKind | None, platform: str) -> Frame | None:
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

    def _place_for(self, fact: Fact, slot: str, subject: SubjectKind | None, platform: str) -> Frame | None:
        """The open figure a count belongs to, or None for a new one."""
        for frame in reversed(self.open):
            if not frame.fits(slot, fact.value) or frame.recheck != fact.recheck:
                continue
            if frame.whole is not None and frame is not self._current_part(fact):
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

    def _rate(self, fact: Fact, queue: int) -> int:
        more = shares_after(self.plain, fact.end)
        if queue or fact.listed or more:
            self.row = self.row if queue else self._in_order(fact, 1 + more)
            if queue < len(self.row):
                self.row[queue].put("pass_rate_text", fact, fact.value)
            return queue + 1 if more else 0
        part = self._current_part(fact)
        joint = [frame for frame in self.group if frame.counted and not frame.judged]
        whose = fact.subjects or part or WHOLE.search(fact.scope)
        if not whose and len(joint) < 2 and len(self.looked) > 1 and printed_percent(str(fact.value)) != (Fraction(1), 0):
            return 0  # both kinds were inspected: whose rate it is cannot be told
        if fact.every:
            chosen = self._targets(fact)
            if len(chosen) < len(fact.subjects) and not any(frame.counted for frame in chosen):
                have = {frame.subject for frame in chosen}
                chosen += [self._new(fact, kind, platform) for kind, platform in fact.subjects if kind not in have]
        elif not whose and len({frame.whose for frame in joint}) > 1:
            chosen = joint if printed_percent(str(fact.value)) == (Fraction(1), 0) else []
        else:
            chosen = self._targets(fact)[-1:]
        for frame in chosen:
            frame.put("pass_rate_text", fact, fact.value)
        return queue

    def _in_order(self, fact: Fact, count: int) -> list[Frame]:
        """The figures that shares listed one after the other belong to: as many as there are shares, or none."""
        here = [frame for frame in self.open if frame.sentence == self.sentence and frame.counted and frame.whole is None]
        kinds = [kind for kind, _ in fact.subjects]
        told = [part for part in self.parts if not part.judged]
        if told and len(set(kinds)) < 2 and not fact.total:
            return sorted(told, key=lambda frame: frame.start) if len(told) == count else []
        for frames in (self.parts, self.group, here, self._family()):
            named = [frame for frame in frames if len(set(kinds)) < 2 or frame.subject in kinds]
            if len(named) == count > 1:
                return sorted(named, key=lambda frame: frame.start)
        if len(kinds) == count > 1:
            return [self._new(fact, kind, platform) for kind, platform in fact.subjects]
        return [self._verdict_frame(fact, "pass_rate_text")] if count == 1 else []

    def _shares(self, fact: Fact) -> None:
        """Shares of the population, listed for as many figures as there are shares."""
        more = shares_after(self.plain, fact.end)
        if not self.shares:
            found = [frame for frame in self._in_order(fact, 1 + more) if "coverage_text" not in frame.slots and frame.counted]
            self.shares = [*found] if len(found) == 1 + more else [None] * (1 + more)
        frame = self.shares.pop(0)
        if frame is not None:
            frame.put("coverage_text", fact, fact.value)

    def _change(self, fact: Fact) -> None:
        if fact.listed:
            rated = [frame for frame in self.open if frame.slots.get("pass_rate_text", ("", -1, -1))[1] >= self.begun]
            if len(rated) == fact.of:
                rated.sort(key=lambda frame: frame.slots["pass_rate_text"][1])
                rated[self.changed].put("change_points", fact, fact.value)
                self.changed = (self.changed + 1) % fact.of
            return
        share = self.plain.rfind("%", self.begun, fact.start) + 1
        rated = [one for one in [*self.group[::-1], *self.open[::-1]] if "pass_rate_text" in one.slots]
        if share and "合格率" not in self.plain[share : fact.start]:
            rated = [one for one in [*rated, *self.done[-MAX_OPEN:]] if one.slots.get("pass_rate_text", ("", -1, -1))[2] == share]
        kinds = [kind for kind, _ in fact.subjects]
        rated = [one for one in rated if not kinds or one.subject in kinds]
        if rated:
            rated[0].put("change_points", fact, fact.value)

    def _targets(self, fact: Fact) -> list[Frame]:
        slot = _SLOTS.get(fact.role, "")
        if fact.every or fact.listed:
            kinds = {kind for kind, _ in fact.subjects}
            chosen = [frame for frame in self._family() if frame.fits(slot, fact.value) or fact.listed]
            chosen = [frame for frame in chosen if not kinds or len(kinds) > 1 or frame.subject in kinds]
            if len(chosen) > 1 or (chosen and not fact.subjects):
                return chosen
        return [self._verdict_frame(fact, slot)]

    def _family(self) -> list[Frame]:
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

    def _verdict_frame(self, fact: Fact, slot: str) -> Frame:
        subject, platform = fact.subjects[0] if fact.subjects else (None, "")
        own = fact.narrow and (fact.sub or (subject is None and fact.role in _JUDGING))
        part = self._current_part(fact) if not fact.subjects or platform or fact.narrow else None
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
            self._touch(frame)
            return frame
        kind = subject or (
            self.topic if self.topic is not None and not (self.open and self.open[-1].end >= self.named_at) else self._last_kind()
        )
        # A second value after 其中 that names no part of its own: whose it is cannot be told, so the figure is kept nowhere.
        told = self.listed and any(slot in one.slots and one.subject is kind for one in self.open)
        if told and not fact.narrow and not platform and not period_in(self.plain[max(self.begun, fact.start - 20) : fact.start], 0):
            return self._made(fact, kind, platform)
        frame = self._new(fact, kind, platform)
        self._touch(frame)
        return frame

    def _whole_open(self, part: Frame, slot: str) -> bool:
        """Whether something wider was counted too, which 总体 can speak of."""
        return any(one.counted and not one.narrow and one.subject is part.subject and slot not in one.slots for one in self.open)

    def _names(self, fact: Fact, part: Frame, platform: str) -> bool:
        """Whether a statement names a part that was counted before."""
        if platform != part.platform or not (platform or fact.classes):
            return False
        return fact.scope == part.scope or bool(fact.classes & part.classes)

    def _touch(self, frame: Frame) -> None:
        if frame.whole is not None:
            return
        if frame not in self.group:
            self.group = [frame]
        elif self.group[-1] is not frame:
            self.group = [*[other for other in self.group if other is not frame], frame]

    def _last_kind(self) -> SubjectKind | None:
        return self.open[-1].subject if self.open else self.topic

    def _other(self, fact: Fact) -> None:
        if fact.role in (Role.ZERO, Role.ALL_GOOD):
            self._none(fact)
        elif fact.role is Role.ELSEWHERE:
            self._note(fact, "area_not_affected", str(fact.value))
        elif fact.role is Role.BOUND:
            self._note(fact, "bound", str(fact.value))
        elif fact.role is Role.OTHER:
            self.aside = fact.start
        elif fact.role is Role.CHANGE:
            self._change(fact)
        elif fact.role is Role.ABOUT:
            self._about(fact)
        elif fact.role is Role.COVERAGE and (self.shares or fact.listed or shares_after(self.plain, fact.end)):
            self._shares(fact)
        elif fact.role is Role.COVERAGE:
            covered = [one for one in self._family() if one.counted] if fact.every else [self._covered(fact)]
            for frame in covered:
                if frame is not None:
                    frame.put("coverage_text", fact, fact.value)
                    self._drawn_before(frame)
            if covered == [None] and self.aside < fact.start and not any(one.counted for one in self.group):
                self.awaiting = fact
        else:
            slot = _SLOTS[fact.role]
            part = self._current_part(fact)
            if fact.role is Role.PROBLEMS and of_one_kind(self.plain, fact.start, fact.end):
                self.aside = fact.start
                return
            if fact.rest and any(one.counted for one in self.open):
                self._remaining(fact, slot)
                return
            joint = [frame for frame in self.group if frame.counted and not frame.judged]
            if not (fact.subjects or fact.listed or fact.every) and len(joint) > 1 and len({frame.whose for frame in joint}) == 1:
                return
            if not (fact.subjects or fact.listed or fact.every) and len({frame.whose for frame in joint}) > 1 and not part:
                mine = [frame for frame in joint if frame.unit == fact.unit]
                if len(mine) != 1:
                    return
                self._touch(mine[0])
            if fact.role is Role.UNQUALIFIED:
                for frame in self.open:
                    told = not fact.subjects or frame.subject is fact.subjects[0][0]
                    if frame.soft and told and frame.sentence == self.sentence and not fact.joined and not fact.sub and not fact.recheck:
                        frame.slots.pop("unqualified", None)
                        frame.soft = False
            if fact.role is Role.SOFT:
                held = self._verdict_frame(fact, "").slots.get("unqualified")
                slot = "unqualified" if held is None or fact.joined else "problems"
            if fact.listed and not fact.subjects and len(self.group) > 1:
                frame = next((one for one in self.group if slot not in one.slots), self.group[-1])
                frame.put(slot, fact, fact.value)
            elif fact.every:
                for frame in self._targets(fact):
                    frame.put(slot, fact, fact.value)
            else:
                frame = self._verdict_frame(fact, slot)
                frame.soft = frame.soft or (fact.role is Role.SOFT and slot == "unqualified" and slot not in frame.slots)
                frame.put(slot, fact, fact.value)

    def _remaining(self, fact: Fact, slot: str) -> None:
        """其余5家合格: told of what was counted before, if so many are left of it."""
        kind = fact.subjects[0][0] if fact.subjects else self.topic
        for frame in [*self.group[::-1], *self.open[::-1]]:
            if frame.counted and frame.subject in (None, kind) and frame.fits(slot, fact.value) and isinstance(fact.value, int):
                told = sum(frame.number(name) or 0 for name in ("unqualified", "problems", "basically_qualified"))
                if told + fact.value == _total(frame) if told else fact.value < _total(frame):
                    frame.put(slot, fact, fact.value)
                return

    def _about(self, fact: Fact) -> None:
        """三分之一, 三成: how many were checked is no exact number."""
        frame = next((one for one in self.open[::-1] if one.sentence == self.sentence), None)
        if frame is None:
            frame = self._new(fact, fact.subjects[0][0] if fact.subjects else self.topic, "")
            self._touch(frame)
        frame.notes.append(Note("approximate", str(fact.value), fact.start, fact.end))

    def _covered(self, fact: Fact) -> Frame | None:
        part = self._current_part(fact)
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

    def _drawn_before(self, sample: Frame) -> None:
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

    def _none(self, fact: Fact) -> None:
        kinds = dict(fact.subjects)
        chosen = []
        if fact.subjects:
            for kind, platform in kinds.items():
                same = [one for one in self._family() if one.subject is kind and (not platform or one.platform == platform)]
                if fact.classes:
                    same = [one for one in same if one.classes & fact.classes]
                if not same:
                    able = [one for one in self.open[::-1] if one.subject is kind and (not platform or one.platform == platform)]
                    named = platform or fact.classes
                    same = [one for one in able if (one.whole is None or named) and one.classes >= fact.classes][:1]
                chosen += same or [self._new(fact, kind, platform)]
        else:
            part = self._current_part(fact)
            chosen = [part] if part else self._family() if len(self.group) > 1 else self.group or self.open[-1:]
        for frame in chosen:
            if frame.fits("unqualified", 0):
                frame.put("unqualified", fact, 0)
                frame.notes.append(Note("zero", self.text[fact.start : fact.end], fact.start, fact.end))
        if chosen and not any(frame.whole for frame in chosen):
            self.group = chosen

    def _note(self, fact: Fact, kind: str, words: str) -> None:
        wanted = {kind for kind, _ in fact.subjects}
        for frame in [*self.group[::-1], *self.open[::-1]]:
            if not wanted or frame.subject in wanted:
                frame.notes.append(Note(kind, words, fact.start, fact.end))
                frame.end = max(frame.end, fact.end)
                return

    def _close(self) -> None:
        self.done += self.open
        self.open, self.group, self.idle = [], [], 0

    def figures(self) -> list[Figure]:
        """All figures in the order of the text."""
        return sorted([*self._stated(), *self.rows], key=lambda one: (one.start, one.end))

    def _stated(self) -> Iterable[Figure]:
        self._close()
        passage = Passage(self.text, self.plain, untitled(self.plain), self.document.year)
        for frame in sorted(self.done, key=lambda one: (one.start, one.end)):
            figure = passage.figure(frame)
            if figure is not None:
                yield figure


def _total(frame: Frame) -> int:
    """The greatest count of a figure."""
    return max(frame.number(slot) or 0 for slot in ("checked", "population_total", "bare"))


__all__ = ["MAX_TEXT", "Agreement", "read"]
