"""The scanner: one pass over a text for everything that wording can get wrong."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick, Implementation
from attrs import astuple, evolve, frozen

from ..errors import InputError
from ..values.page import WordingHit
from .guards import guarded, mentioned, named, reported
from .judge import SURE, SUSPECTED, Cut, judge
from .leaders import Leader, NameIndex
from .lexicon import MAX_LENGTH, Entry, Lexicon, shipped_lexicon
from .likeness import load_likeness
from .near import SHORTEST, NearIndex, Slip, SlipKind
from .normalise import NormalText, normalise
from .privacy import masked, private_numbers
from .script import in_traditional, simplified
from .segmenter import JiebaSegmenter, Segmenter
from .terms import Term, shipped_terms

DEFAULT: Final = "default"
Default = Literal["default"]

MOST_HITS: Final = 1_000
"""How many hits of one group a text may give; a text with more is no text, and one would do."""

_END: Final = "\n\n"
_FEW: Final = 10_000
_PRIVACY: Final = "privacy"
_CONTEXT: Final = 20
_SHORT_FORM: Final = 3
_NAME: Final = 5
_NEIGHBOURHOOD: Final = 30
_WORD: Final = 6
_WINDOWS: Final = 1024


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
class _Found:
    """A hit by its place in the normalised text."""

    start: int
    end: int
    term: str
    group: str
    certainty: str


class Scanner:
    """Finds wording problems in texts: immutable once built, safe for threads, and it can be sent to other processes.

    ``name`` is the lexicon's, ``digest`` identifies everything the scanner was built from: equal digests give equal hits
    (with the same segmenter).
    """

    __slots__ = (
        "_allow",
        "_config",
        "_entries",
        "_known_right",
        "_likeness",
        "_names",
        "_near",
        "_patterns",
        "_right_forms",
        "_terms",
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
        self._terms = {simplified(term.term): term for term in config.terms}
        self._entries = config.lexicon.entries
        self._allow = tuple(map(simplified, config.allow))
        self._near = NearIndex(tuple(self._terms))
        leaders = [_simplified_leader(leader) for leader in config.leaders]
        self._names = NameIndex(leaders, self._likeness)
        patterns = [*self._near.patterns, *map(_pattern, self._entries), *self._names.patterns]
        self._patterns = _automaton(patterns)
        self._variants = frozenset(simplified(variant) for term in config.terms for variant in term.variants)
        right = (*(simplified(entry.right) for entry in self._entries), *(leader.name for leader in leaders), *self._allow)
        self._right_forms = frozenset((*self._terms, *self._variants, *right))
        self._known_right = _automaton(sorted(self._right_forms))

    def __call__(self, text: str) -> tuple[WordingHit, ...]:
        """The same as ``scan``."""
        return self.scan(text)

    def __reduce__(self) -> tuple[object, ...]:
        return (Scanner, (self._config,))

    def scan(self, text: str) -> tuple[WordingHit, ...]:
        """The hits in ``text`` (plain text, tags already gone), in order of their place.

        ``start`` counts characters of the normalised text; ``locator`` is ``char=a,b`` in the text as given. At most MOST_HITS
        of each group. Words are compared in simplified characters, and given back as they stand in the text.
        """
        normal = normalise(text)
        plain = simplified(normal.text)
        numbers = list(private_numbers(plain)) if self._config.privacy else []
        shown = masked(normal.text, numbers)
        words = sorted(self._words(normal, plain), key=_weight)
        found = list(_first(_apart(words, len(plain))))
        found += [_Found(n.start, n.end, n.kind, _PRIVACY, SURE if n.sure else SUSPECTED) for n in numbers[:MOST_HITS]]
        return tuple(self._hit(normal, shown, hit) for hit in sorted(found, key=lambda hit: (hit.start, hit.term)))

    def _words(self, normal: NormalText, plain: str) -> Iterator[_Found]:
        """What is wrong or may be: names, what the lexicon lists, near misses; they may overlap."""
        text = plain + _END
        places = self._patterns.find_matches_as_indexes(text, overlapping=True)
        halves = len(self._near.patterns)
        listed = halves + len(self._entries)
        cut = lru_cache(_WINDOWS)(lambda window: tuple(self._config.segmenter.cut(window)))
        names = [(number - listed, start, end) for number, start, end in places if number >= listed]
        misnamed = self._names.misnamed(text, names) if names else []
        for wrong in misnamed:
            place = wrong.start, wrong.end
            if wrong.kind != "name" or not (self._explained(text, *place) or _inside_word(text, place, place, cut)):
                certainty = _weighed(normal, text, *place, wrong.right, "serious", SURE if wrong.sure else SUSPECTED)
                yield _Found(*place, wrong.right, "serious", certainty or SUSPECTED)
        entries = [(start, end, self._entries[number - halves]) for number, start, end in places if halves <= number < listed]
        for start, end, entry in entries:
            certainty = _weighed(normal, text, start, end, entry.wrong, entry.group, entry.certainty)
            if certainty and self._stands(text, start, end, entry, cut):
                yield _Found(start, end, entry.right, entry.group, certainty)
        slips = self._near.slips(text, [place for place in places if place[0] < halves])
        for slip, judged in self._judged(text, slips, cut):
            term = self._terms[slip.term]
            judged = SUSPECTED if normal.gap_in(slip.start, slip.end) else judged
            certainty = _weighed(normal, text, slip.start, slip.end, term.term, term.group, judged)
            if certainty:
                yield _Found(slip.start, slip.end, term.term, term.group, certainty)

    def _judged(self, text: str, slips: Iterable[Slip], cut: Cut) -> Iterator[tuple[Slip, str]]:
        """The slips that are errors, with how sure that is."""
        for slip in dict.fromkeys(slips):
            if self._right(text, slip) or reported(text, slip.start, slip.end, slip.term):
                continue
            verdict = judge(slip, text, cut, self._likeness)
            if verdict is not None and not self._right(text, verdict[0]):
                yield verdict

    def _right(self, text: str, slip: Slip) -> bool:
        """Whether the passage is known to be right: what the slip changed belongs to something right, or the rest is a variant."""
        if text[slip.start : slip.end] in self._right_forms:
            return True
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
        return any(
            a + begin <= start and end <= b + begin for _, a, b in self._known_right.find_matches_as_indexes(around, overlapping=True)
        )

    def _stands(self, text: str, start: int, end: int, entry: Entry, cut: Cut) -> bool:
        allowed = (passage for passage in self._allow if text[start:end] in passage)
        if guarded(text, start, end, (*map(simplified, entry.guards), *allowed)) or reported(text, start, end, entry.right):
            return False
        first, last = (0, end - start) if end - start <= _SHORT_FORM else _difference(entry.wrong, entry.right)
        return not _inside_word(text, (start, end), (start + first, start + last), cut)

    def _hit(self, normal: NormalText, shown: str, found: _Found) -> WordingHit:
        start, end = found.start, found.end
        context = shown[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", " ").strip()
        locator = f"char={normal.original(start)},{normal.original(end - 1) + 1}"
        source = f"{self.name}@{self.digest}"
        right = "" if found.group == _PRIVACY else found.term
        return WordingHit(found.term, shown[start:end], right, found.group, found.certainty, start, context, locator, source)


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
    table = shipped_lexicon() if isinstance(lexicon, str) else lexicon or Lexicon("empty")
    return Scanner(_Config(table, terms, tuple(leaders), tuple(allow), privacy, segmenter or JiebaSegmenter()))


def _automaton(patterns: list[str]) -> AhoCorasick:
    """All patterns, as the fastest automaton where that is still small."""
    return AhoCorasick(patterns, implementation=Implementation.DFA if len(patterns) < _FEW else None)


def _term(given: Term | str) -> Term:
    term = given if isinstance(given, Term) else Term(given)
    if not SHORTEST <= len(term.term) <= MAX_LENGTH:
        raise InputError("not a protected term", field="term", value=term.term, expected=f"{SHORTEST} to {MAX_LENGTH} characters")
    return term


def _pattern(entry: Entry) -> str:
    """The wrong form to look for. Raises InputError where only the script tells it from the right one."""
    wrong = simplified(entry.wrong)
    if wrong == simplified(entry.right):
        expected = "forms that differ in more than traditional characters, which are compared as simplified ones"
        raise InputError("not a wrong form", field="wrong", value=entry.wrong, expected=expected)
    return wrong


def _simplified_leader(leader: Leader) -> Leader:
    offices, wrong = tuple(map(simplified, leader.offices)), tuple(map(simplified, leader.wrong))
    return evolve(leader, name=simplified(leader.name), offices=offices, wrong=wrong)


def _digest(config: _Config) -> str:
    parts = (
        astuple(config.lexicon),
        [astuple(t) for t in config.terms],
        [astuple(p) for p in config.leaders],
        config.allow,
        config.privacy,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _weighed(normal: NormalText, plain: str, start: int, end: int, form: str, group: str, certainty: str) -> str | None:
    """The certainty of a hit: a word may be spoken of, and a short form may be part of the name of a place or a company.

    Prose in traditional characters has usage and names of its own: only a form spelt like it, or a long serious one, is sure
    there, and None is what usage alone would tell.
    """
    short = end - start <= _NAME
    if in_traditional(normal.text, plain, start, end) and simplified(form) == form:
        if group != "serious":
            return None
        certainty = SUSPECTED if short else certainty
    return SUSPECTED if mentioned(plain, start, end) or (short and named(plain, end)) else certainty


def _changed(slip: Slip) -> tuple[int, int]:
    """The part of the text that a slip is about: the wrong character, or what meets where one is missing or doubled."""
    at = slip.start + slip.at
    if slip.kind is SlipKind.REPLACED:
        return at, at + 1
    if slip.kind is SlipKind.MISSING:
        return max(at - 1, slip.start), min(at + 1, slip.end)
    return at, at + 2


def _difference(wrong: str, right: str) -> tuple[int, int]:
    """The part of ``wrong`` that differs from ``right``: what is left without their common beginning and end."""
    shorter = min(len(wrong), len(right))
    first = next((at for at in range(shorter) if wrong[at] != right[at]), shorter)
    kept = next((at for at in range(shorter - first) if wrong[-1 - at] != right[-1 - at]), shorter - first)
    return min(first, len(wrong) - 1), max(len(wrong) - kept, first + 1)


def _inside_word(text: str, form: tuple[int, int], part: tuple[int, int], cut: Cut) -> bool:
    """Whether a word that holds something of ``part`` of a wrong form reaches over an end of the form.

    Then the form only seems to stand there. A longer word that begins or ends with the whole form is one that the
    segmenter's dictionary has misspelt as well.
    """
    start, end = form
    begin = max(0, start - _WORD)
    place = begin
    for word in cut(text[begin : end + _WORD]):
        after = place + len(word)
        over_start, over_end = place < start < after and after != end, place < end < after and place != start
        if (over_start or over_end) and place < part[1] and part[0] < after:
            return True
        place = after
    return False


def _weight(found: _Found) -> tuple[bool, bool, int, int, str]:
    """Of hits that overlap, the sure one counts, then the serious, then the longest."""
    return found.certainty != SURE, found.group != "serious", found.start - found.end, found.start, found.term


def _first(found: Iterable[_Found]) -> Iterator[_Found]:
    """At most MOST_HITS of each group, and nothing more at all once the serious ones are as many."""
    counts: Counter[str] = Counter()
    for one in found:
        counts[one.group] += 1
        if counts[one.group] <= MOST_HITS:
            yield one
        elif one.group == "serious":
            return


def _apart(found: Iterable[_Found], length: int) -> Iterator[_Found]:
    """Of findings that overlap, the first."""
    taken = bytearray()
    for one in found:
        taken = taken or bytearray(length)
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            yield one
