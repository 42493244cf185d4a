"""The part of a page that shows one letter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from ..tree import Tree
from .fields import LABEL

_CARD_LEVELS = 4
_LONGEST_LINE = 60
_LARGEST_FORM = 250
_FILLED_IN = frozenset(("input", "select", "textarea"))


def letter_stretches(tree: Tree, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The content up to the end of the element that holds all labels and an answer, without forms to search or write letters."""
    forms = [(i, tree.ends[i]) for i in tree.of.get("form", ()) if _asks(tree, i)]
    labels: list[int] = []
    answer = -1
    for i in tree.words:
        text = tree.texts[i].strip()
        match = LABEL.match(text) if len(text) <= _LONGEST_LINE and not _inside(i, forms) else None
        if match is not None and match.lastgroup != "other" and _inside(i, stretches):
            labels.append(i)
            answer = i if match.lastgroup == "reply" else answer
    end = len(tree.tags)
    if answer >= 0 and len(labels) > 1:
        outside = set(tree.upwards(labels[0]))
        in_cell = any(tree.tags[up] in ("td", "th", "dt") for up in islice(tree.upwards(answer), _CARD_LEVELS))
        for up in tree.upwards(labels[-1]):
            if up in outside and (in_cell or bisect_right(tree.words, answer) < bisect_left(tree.words, tree.ends[up])):
                end = tree.ends[up]
                break
    kept: list[tuple[int, int]] = []
    for start, stop in stretches:
        for form, past in forms:
            if start <= form < stop:
                kept.append((start, form))
                start = past
        kept.append((start, min(stop, end)))
    return [(start, stop) for start, stop in kept if start < stop]


def _asks(tree: Tree, form: int) -> bool:
    """Whether a form is no more than that: old pages stand in one as a whole."""
    within = range(form, tree.ends[form])
    if len(within) > _LARGEST_FORM or len(tree.text(form)) > _LARGEST_FORM:
        return False
    return any(tree.tags[i] in _FILLED_IN and tree.get(i, "type").lower() not in ("hidden", "submit", "button", "radio") for i in within)


def _inside(i: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= i < end for start, end in spans)
