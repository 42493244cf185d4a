"""The scanner: one pass over a text for everything that wording can get wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick, Implementation
from attrs import astuple, frozen

from ..errors import InputError
from ..values.page import WordingHit
from .guards import guarded, reported
from .judge import SURE, SUSPECTED, judge
from .leaders import Leader, Misnamed, misordered, misspellings, office_beside
from .lexicon import MAX_LENGTH, Entry, Lexicon, shipped_lexicon
from .likeness import load_likeness
from .near import SHORTEST, Halves, Slip, SlipKind, halves, swapped_middles
from .normalise import NormalText, normalise
from .privacy import masked, private_numbers
from .segmenter import JiebaSegmenter, Segmenter
from .terms import Term, shipped_terms

DEFAULT: Final = "default"
Default = Literal["default"]

_END: Final = "\n\n"
_FEW: Final = 10_000
_CONTEXT: Final = 20
_SHORT_FORM: Final = 3
_NEIGHBOURHOOD: Final = 30


@frozen
class _Config:
    """What a scanner was built from; enough to build it again elsewhere."""

    lexicon: Lexicon
    terms: tuple[Term, ...]
    leaders: tuple[Leader, ...]
    allow: tuple[str, ...]
    privacy: bool
    segmenter: Segmenter


@frozen
class _Spelling:
    """A misspelt name. ``needs_office``: it means something only beside an office of that person."""

    leader: Leader
    needs_office: bool
    certainty: str


@frozen
class _Found:
    """A hit by its place in the normalised text."""

    start: int
    end: int
    term: str
    suggestion: str
    group: str
    certainty: str


class Scanner:
    """Finds wording problems in texts: immutable once built, safe for threads, and it can be sent to other processes.

    ``name`` is the lexicon's, ``digest`` identifies everything the scanner was built from: equal digests give equal hits
    (with the same segmenter).
    """

    __slots__ = (
        "_config",
        "_entries",
        "_groups",
        "_halves",
        "_legit",
        "_likeness",
        "_middles",
        "_names",
        "_only_halves",
        "_patterns",
        "_spellings",
        "_variants",
        "digest",
        "name",
    )

    name: str
    digest: str

    def __init__(self, config: _Config) -> None:
        self._config = config
        self.name = config.lexicon.name
        self.digest = _digest(config)
        self._likeness = load_likeness()
        entries: dict[str, list[Entry]] = {}
        for entry in config.lexicon.entries:
            entries.setdefault(entry.wrong, []).append(entry)
        terms = {term.term: term for term in config.terms}
        self._groups = {term.term: term.group for term in config.terms}
        near = halves(terms)
        middles = swapped_middles(terms)
        spellings = self._name_patterns(config.leaders)
        names = {leader.name: leader for leader in config.leaders}
        special = dict.fromkeys([*entries, *middles, *spellings, *names])
        patterns = list(special | dict.fromkeys(near))
        self._only_halves = len(special)
        self._patterns = AhoCorasick(patterns, implementation=Implementation.DFA if len(patterns) < _FEW else None)
        self._entries = tuple(tuple(entries.get(pattern, ())) for pattern in patterns)
        self._halves: tuple[tuple[Halves, ...], ...] = tuple(tuple(near.get(pattern, ())) for pattern in patterns)
        self._middles = tuple(tuple(middles.get(pattern, ())) for pattern in patterns)
        self._spellings = tuple(tuple(spellings.get(pattern, ())) for pattern in patterns)
        self._names = tuple(names.get(pattern) for pattern in patterns)
        right = {entry.right for entry in config.lexicon.entries}
        self._variants = frozenset(variant for term in config.terms for variant in term.variants)
        self._legit = AhoCorasick(sorted(set(terms) | right | self._variants | set(names) | set(config.allow)) or ["\0"])

    def __call__(self, text: str) -> tuple[WordingHit, ...]:
        """The same as ``scan``."""
        return self.scan(text)

    def __reduce__(self) -> tuple[object, ...]:
        return (Scanner, (self._config,))

    def scan(self, text: str) -> tuple[WordingHit, ...]:
        """The hits in ``text`` (plain text, tags already gone), in order of their place.

        ``start`` counts characters of the normalised text; ``locator`` is ``char=a,b`` in the text as given.
        """
        normal = normalise(text)
        numbers = list(private_numbers(normal.text)) if self._config.privacy else []
        shown = masked(normal.text, numbers)
        found = [
            *self._words(normal),
            *(_Found(n.start, n.end, n.kind, "", "privacy", SURE if n.sure else SUSPECTED) for n in numbers),
        ]
        return tuple(self._hit(normal, shown, hit) for hit in sorted(found, key=lambda hit: (hit.start, hit.term)))

    def _words(self, normal: NormalText) -> Iterator[_Found]:
        text = normal.text + _END
        slips: list[Slip] = []
        listed: list[tuple[int, int, Entry]] = []
        misnamed: list[Misnamed] = []
        named: list[tuple[int, int, Leader]] = []
        for pattern, start, end in self._patterns.find_matches_as_indexes(text, overlapping=True):
            for half in self._halves[pattern]:
                slips += half.slips(text, start, end)
            if pattern >= self._only_halves:
                continue
            for term in self._middles[pattern]:
                slips.append(Slip(term, SlipKind.SWAPPED, start, end, len(term) // 2 - 1))
            for entry in self._entries[pattern]:
                listed.append((start, end, entry))
            for spelling in self._spellings[pattern]:
                misnamed += self._misspelt(text, start, end, spelling)
            leader = self._names[pattern]
            if leader is not None:
                named.append((start, end, leader))
                misnamed += self._wrong_office(text, start, end, leader)
        if not (slips or listed or misnamed or len(named) > 1):
            return
        taken: list[tuple[int, int]] = []
        misnamed += misordered(named, text)
        for wrong in misnamed:
            if self._explained(text, wrong.start, wrong.end):
                continue
            taken.append((wrong.start, wrong.end))
            yield _Found(wrong.start, wrong.end, wrong.right, wrong.right, "serious", SURE if wrong.sure else SUSPECTED)
        for start, end, entry in sorted(listed, key=lambda found: found[0] - found[1]):
            if not _overlaps(taken, start, end) and self._stands(text, start, end, entry):
                taken.append((start, end))
                yield _Found(start, end, entry.right, entry.right, entry.group, entry.certainty)
        for slip, certainty in self._judged(text, slips):
            if not _overlaps(taken, slip.start, slip.end):
                taken.append((slip.start, slip.end))
                loose = certainty == SURE and normal.gap_in(slip.start, slip.end)
                yield _Found(slip.start, slip.end, slip.term, slip.term, self._groups[slip.term], SUSPECTED if loose else certainty)

    def _judged(self, text: str, slips: Iterable[Slip]) -> list[tuple[Slip, str]]:
        """The slips that are errors, the surest and longest first."""
        found: dict[Slip, str] = {}
        for slip in dict.fromkeys(slips):
            if self._right(text, slip) or reported(text, slip.start, slip.end, slip.term):
                continue
            verdict = judge(slip, text, self._config.segmenter, self._likeness)
            if verdict is not None and not self._right(text, verdict[0]):
                found[verdict[0]] = verdict[1]
        return sorted(found.items(), key=lambda item: (-len(item[0].term), item[1] != SURE, item[0].start))

    def _right(self, text: str, slip: Slip) -> bool:
        """Whether the passage is known to be right: what the slip changed belongs to something right, or the rest is a variant."""
        if slip.kind is SlipKind.REPLACED:
            last = len(slip.term) - 1
            rest = text[slip.start + (slip.at == 0) : slip.end - (slip.at == last)]
            if len(rest) == last and rest in self._variants:
                return True
        return self._explained(text, *_changed(slip))

    def _explained(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` lies inside a passage that is known to be right."""
        begin = max(0, start - _NEIGHBOURHOOD)
        around = text[begin : end + _NEIGHBOURHOOD]
        return any(a + begin <= start and end <= b + begin for _, a, b in self._legit.find_matches_as_indexes(around, overlapping=True))

    def _stands(self, text: str, start: int, end: int, entry: Entry) -> bool:
        if guarded(text, start, end, (*entry.guards, *self._config.allow)) or reported(text, start, end, entry.right):
            return False
        return end - start > _SHORT_FORM or not self._inside_word(text, start, end)

    def _inside_word(self, text: str, start: int, end: int) -> bool:
        """Whether a word reaches over an end of ``text[start:end]``: then the form only seems to stand there.

        A longer word that begins or ends with the whole form is one that the segmenter's dictionary has misspelt as well.
        """
        begin = max(0, start - 6)
        place = begin
        for word in self._config.segmenter.cut(text[begin : end + 6]):
            after = place + len(word)
            over_start, over_end = place < start < after, place < end < after
            if (over_start and after != end) or (over_end and place != start):
                return True
            place = after
        return False

    def _name_patterns(self, leaders: Sequence[Leader]) -> dict[str, list[_Spelling]]:
        alikes = {char: self._likeness.alikes(char) for leader in leaders for char in leader.name}
        names = {leader.name for leader in leaders}
        found: dict[str, list[_Spelling]] = {}
        for leader in leaders:
            for wrong in leader.wrong:
                found.setdefault(wrong, []).append(_Spelling(leader, False, SURE))
            for wrong, needs_office in misspellings(leader.name, alikes):
                if wrong not in names and wrong not in leader.wrong:
                    found.setdefault(wrong, []).append(_Spelling(leader, needs_office, SUSPECTED))
        return found

    def _misspelt(self, text: str, start: int, end: int, spelling: _Spelling) -> Iterator[Misnamed]:
        leader = spelling.leader
        office = office_beside(text, start, end, leader.offices)
        if spelling.needs_office and office is None:
            return
        if leader.name.startswith(text[start:end]) and text.startswith(leader.name, start):
            return
        if leader.name.endswith(text[start:end]) and text.endswith(leader.name, 0, end):
            return
        if not reported(text, start, end, leader.name):
            sure = spelling.certainty == SURE or (office is not None and len(leader.name) > 2)
            yield Misnamed("name", start, end, leader.name, sure)

    def _wrong_office(self, text: str, start: int, end: int, leader: Leader) -> Iterator[Misnamed]:
        if not leader.offices or office_beside(text, start, end, leader.offices):
            return
        for other in self._config.leaders:
            office = next((office for office in other.offices if text.endswith(office, 0, start)), None)
            if office is not None and text[start - len(office) - 1 : start - len(office)] not in ("副", "原"):
                yield Misnamed("office", start - len(office), end, f"{leader.offices[0]}{leader.name}", False)
                return

    def _hit(self, normal: NormalText, shown: str, found: _Found) -> WordingHit:
        start, end = found.start, found.end
        context = shown[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", " ").strip()
        locator = f"char={normal.original(start)},{normal.original(end - 1) + 1}"
        source = f"{self.name}@{self.digest}"
        return WordingHit(found.term, shown[start:end], found.suggestion, found.group, found.certainty, start, context, locator, source)


def scanner(
    *,
    lexicon: Lexicon | Default | None = DEFAULT,
    protected: Iterable[Term | str] | Default = DEFAULT,
    own_terms: Iterable[Term | str] = (),
    leaders: Iterable[Leader] = (),
    allow: Iterable[str] = (),
    privacy: bool = True,
    segmenter: Segmenter | None = None,
) -> Scanner:
    """Builds a scanner; building takes some tenths of a second, so keep it.

    ``lexicon`` and ``protected`` default to what ships; ``own_terms`` come on top: the site's own names, offices, places
    (strings are taken as serious terms; those shorter than four characters cannot be told from ordinary language and raise
    InputError). ``leaders`` are the caller's. ``allow`` are passages that are right on this site. ``segmenter`` is jieba
    unless given; share one between scanners to load its dictionary once.
    """
    chosen = shipped_terms() if protected == DEFAULT else tuple(protected)
    terms = tuple({term.term: term for term in (_term(given) for given in (*chosen, *own_terms))}.values())
    table = shipped_lexicon() if lexicon == DEFAULT else lexicon or Lexicon("empty")
    assert isinstance(table, Lexicon)
    return Scanner(_Config(table, terms, tuple(leaders), tuple(allow), privacy, segmenter or JiebaSegmenter()))


def _term(given: Term | str) -> Term:
    term = given if isinstance(given, Term) else Term(given)
    if not SHORTEST <= len(term.term) <= MAX_LENGTH:
        raise InputError("not a protected term", field="term", value=term.term, expected=f"{SHORTEST} to {MAX_LENGTH} characters")
    return term


def _digest(config: _Config) -> str:
    parts = (
        astuple(config.lexicon),
        [astuple(t) for t in config.terms],
        [astuple(p) for p in config.leaders],
        config.allow,
        config.privacy,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _changed(slip: Slip) -> tuple[int, int]:
    """The part of the text that a slip is about: the wrong character, or what meets where one is missing or doubled."""
    at = slip.start + slip.at
    if slip.kind is SlipKind.REPLACED:
        return at, at + 1
    if slip.kind is SlipKind.MISSING:
        return max(at - 1, slip.start), min(at + 1, slip.end)
    return at, at + 2


def _overlaps(taken: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in taken)
