"""Protected terms: names and formulas that must be exact."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from .._data import read_text
from ..errors import InputError
from .lexicon import GROUPS, MAX_LENGTH, table
from .near import SHORTEST

_COLUMNS: Final = ("term", "variants", "group", "kind")


@frozen
class Term:
    """A term that must be exact. ``variants`` resemble it and are right as well. ``kind`` says what it names, for people."""

    term: str
    variants: tuple[str, ...] = ()
    group: str = "serious"
    kind: str = ""


def parse_terms(text: str, *, file: str | None = None) -> tuple[Term, ...]:
    """Reads protected terms: tab-separated lines under the heading line ``term variants group kind``, only the first required.

    Raises InputError with file, row and field.
    """
    terms: list[Term] = []
    for number, values in table(text, _COLUMNS, required=1, file=file):
        term = Term(values["term"], tuple(values["variants"].split()), values["group"] or "serious", values["kind"])
        if term.group not in GROUPS:
            raise InputError("unknown value", file=file, row=number, field="group", value=term.group, expected=" or ".join(GROUPS))
        if not SHORTEST <= len(term.term) <= MAX_LENGTH:
            expected = f"{SHORTEST} to {MAX_LENGTH} characters; shorter ones belong into a lexicon, with their wrong forms"
            raise InputError("not a protected term", file=file, row=number, field="term", value=term.term, expected=expected)
        terms.append(term)
    return tuple(terms)


def shipped_terms() -> tuple[Term, ...]:
    """The protected terms that ship with the library."""
    return parse_terms(read_text("wording/protected.tsv"), file="wording/protected.tsv")
