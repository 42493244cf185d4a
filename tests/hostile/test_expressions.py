"""Every regular expression of the package takes time in proportion to its input, whatever the input."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import govsite_rules
from govsite_rules import bulletin
from govsite_rules.checklists.files import read_checklist
from govsite_rules.errors import GovsiteError

SIZE = 3_000
QUICK = 0.01
"""Seconds under which SIZE characters show nothing: a square of SIZE takes more."""
MOST_GROWTH = 3.0


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(govsite_rules.__path__, "govsite_rules."):
        if "spark" not in info.name and "frames" not in info.name:
            yield importlib.import_module(info.name)


def inside(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, Mapping):
        for item in (*value.keys(), *value.values()):
            yield from inside(item, depth + 1)
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from inside(item, depth + 1)
    elif depth < 4 and type(value).__module__.startswith("govsite_rules"):
        for name in (*getattr(value, "__slots__", ()), *getattr(value, "__dict__", ())):
            yield from inside(getattr(value, name, None), depth + 1)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module holds, by the module and name that hold it first."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in modules():
        for name, value in list(vars(module).items()):
            if getattr(value, "__module__", module.__name__) != module.__name__ and not isinstance(value, re.Pattern):
                continue
            values = vars(value).values() if isinstance(value, type) else (value,)
            for one in (pattern for part in values for pattern in inside(part)):
                if isinstance(one.pattern, str):
                    found.setdefault((one.pattern, one.flags), (f"{module.__name__.removeprefix('govsite_rules.')}.{name}", one))
    return {f"{name}-{number}": pattern for number, (name, pattern) in enumerate(sorted(found.values(), key=lambda item: item[0]))}


PATTERNS = patterns()


def is_anchored(name: str) -> bool:
    """Whether the package only ever asks for a match at a given place: what such a pattern would cost at all places does not matter."""
    bare = name.rpartition("-")[0].rpartition(".")[2]
    used = set(re.findall(rf"\b{re.escape(bare)}\.(match|fullmatch|search|finditer|findall|subn?|split)\b", SOURCE))
    return bool(used) and used <= {"match", "fullmatch"}


SOURCE = "".join(path.read_text(encoding="utf-8") for path in Path(govsite_rules.__file__).parent.rglob("*.py"))

_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_SPACE: " ", sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def members(items: Any) -> list[str]:
    """Characters of a class, or for one that is negated characters outside of it."""
    chosen, negated = [], False
    for kind, value in items:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            chosen.append(chr(value))
        elif kind is sre.RANGE:
            chosen += [chr(value[0]), chr(value[1])]
        elif kind is sre.CATEGORY:
            chosen.append(_CATEGORIES[value])
    if not negated:
        return chosen or ["a"]
    return [char for char in 'a1 \n\t<"=-年中/.,:' if char not in chosen][:4] or ["z"]


def sample(tree: Any, groups: dict[int, str]) -> str:
    """A text that the tree matches, as short as may be; look-around is passed over."""
    out = ""
    for kind, value in tree:
        if kind is sre.LITERAL:
            out += chr(value)
        elif kind is sre.NOT_LITERAL:
            out += "b" if value == ord("a") else "a"
        elif kind is sre.IN:
            out += members(value)[0]
        elif kind is sre.ANY:
            out += "a"
        elif kind is sre.BRANCH:
            out += sample(value[1][0], groups)
        elif kind is sre.SUBPATTERN:
            text = sample(value[3], groups)
            groups[value[0]] = text
            out += text
        elif kind is sre.GROUPREF:
            out += groups.get(value, "")
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            out += sample(value[2], groups) * max(value[0], 0)
    return out


def pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(what comes before, what is repeated) for every part that may repeat, in every branch."""
    for kind, value in tree:
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            body = sample(value[2], {})
            for char in {body, *alphabet(value[2])}:
                if char:
                    yield before, char
            yield from pumps(value[2], before)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        elif kind is sre.SUBPATTERN:
            yield from pumps(value[3], before)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from pumps(value[1], before)
        before += sample([(kind, value)], {})


def alphabet(tree: Any) -> list[str]:
    """Characters that a pattern speaks of, at most a dozen."""
    found: dict[str, None] = {}
    for kind, value in tree:
        if kind is sre.LITERAL:
            found[chr(value)] = None
        elif kind is sre.IN:
            found.update(dict.fromkeys(members(value)[:4]))
        elif kind is sre.BRANCH:
            for branch in value[1]:
                found.update(dict.fromkeys(alphabet(branch)))
        elif kind is sre.SUBPATTERN:
            found.update(dict.fromkeys(alphabet(value[3])))
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            found.update(dict.fromkeys(alphabet(value[2])))
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            found.update(dict.fromkeys(alphabet(value[1])))
    return list(found)[:12]


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """(beginning, what is repeated): each character of the pattern, a whole match, and each repetition driven on."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    whole = sample(tree, {})
    found = [("", char) for char in alphabet(tree)]
    found += [("", whole), ("", whole[:-1]), *pumps(tree)]
    found += [("", before + body) for before, body in list(pumps(tree))[:20]]
    return [one for one in dict.fromkeys(found) if one[1]][:80]


def seconds(pattern: re.Pattern[str], attack: tuple[str, str], size: int, anchored: bool) -> float:
    """The best of two runs over a text that begins so, goes on so, and then breaks off."""
    text = attack[0] + attack[1] * (size // len(attack[1])) + "\x00"
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        if anchored:
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        pattern.fullmatch(text)
        best = min(best, time.process_time() - start)
        if best < QUICK:
            break
    return best


def growth(pattern: re.Pattern[str], attack: tuple[str, str], anchored: bool) -> float:
    """How much longer a text takes that is twice as long; 1 where it takes no time at all. Small texts come first: an exponential
    pattern is told by thirty characters, and must not be given thousands."""
    for size in (8, 12, 16, 18, 20, 22, 24, 26, 28, 40, 120, 600, SIZE):
        taken = seconds(pattern, attack, size, anchored)
        if size < SIZE and taken > QUICK * 5:
            return 99.0
    return seconds(pattern, attack, 2 * SIZE, anchored) / taken if taken > QUICK else 1.0


def worst(pattern: re.Pattern[str], anchored: bool = False) -> tuple[tuple[str, str], float] | None:
    """An attack under which a pattern grows faster than its input, measured again where the first time may be the machine's."""
    for attack in attacks(pattern):
        if growth(pattern, attack, anchored) > MOST_GROWTH and (again := growth(pattern, attack, anchored)) > MOST_GROWTH:
            return attack, again
    return None


def test_patterns_were_found() -> None:
    """The collection sees the package's patterns, those inside tables and objects too."""
    assert len(PATTERNS) > 150
    assert any(name.startswith("parse.dates._NUMERIC") for name in PATTERNS)


@pytest.mark.parametrize("text", [r"(?:a+)+$", r"\s*\d+\s*$", r"(?:x|x)*y"])
def test_the_measure_sees_bad_patterns(text: str) -> None:
    """Exponential and square patterns are told apart from linear ones."""
    assert worst(re.compile(text))


BOUNDED = {
    "bulletin._facts._JOIN": "asked of the words before one number in one clause",
    "bulletin._nouns.NOUN_END": "asked of the words between a noun and a number",
    "bulletin._text._ONLY_NUMBER": "asked of one bracket, whose spaces are single by then",
    "checklists._rows._HEADER": "asked of lines that the TOML reader has accepted",
    "checklists._rows._JSON_TOKEN": "asked of texts that the JSON reader has accepted: every string ends",
    "checklists._rows._QUOTED": "asked of texts that the TOML reader has accepted: every string ends",
}
"""Patterns that are square on texts which never reach them, and why they do not."""


def test_bounded_patterns_stay_bounded_where_they_are_used() -> None:
    """Bulletins and checklists that drive the patterns of ``BOUNDED`` take their time in proportion."""

    def taken(text: str, read: Callable[[str], object]) -> float:
        start = time.process_time()
        with contextlib.suppress(GovsiteError):
            read(text)
        return time.process_time() - start

    size = 20_000
    for text in (
        "抽查网站50家(1{})，合格率96%。",
        "抽查网站50家{}x，合格率96%。",
        "抽查网站{}50家，合格率96%。",
        "抽查网站50家、{}3家，合格率96%。",
    ):
        for body in (" ", "共", "、", "和 ", "(1 ", "\u3000"):
            assert taken(text.format(body * size), bulletin.read) < 1
    for text in (
        '"\\' * size,
        '{"a":"' + '\\"' * size,
        '{"a":"' + '\\"' * size + '"}',
        "[a" + " " * size,
        "[a" + ".a" * 290 + " " * size + "]\n",
        'a="""' + '"a' * size,
    ):
        assert taken(text, read_checklist) < 1


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in PATTERNS if name.rpartition("-")[0] not in BOUNDED])
def test_linear(name: str) -> None:
    """Doubling any attack doubles the time, and does not multiply it by four."""
    assert worst(PATTERNS[name], is_anchored(name)) is None
