"""The lexicon: forms known to be wrong, what is right, and where they are right after all. A table that anybody may extend."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from .._data import read_text
from ..errors import InputError

GROUPS: Final = ("serious", "ordinary", "advisory")
CERTAINTIES: Final = ("sure", "suspected")
_COLUMNS: Final = ("wrong", "right", "group", "certainty", "guards", "source", "fires", "quiet")
MAX_ENTRIES: Final = 20_000
MAX_LENGTH: Final = 40


@frozen
class Entry:
    """A wrong form. Each of ``guards`` is a passage in which it is right, or (not holding it) a word nearby that makes it right.

    ``fires`` is a sentence that must give a hit, ``quiet`` one that must not; ``source`` says where the fact is from.
    """

    wrong: str
    right: str
    group: str = "ordinary"
    certainty: str = "sure"
    guards: tuple[str, ...] = ()
    source: str = ""
    fires: str = ""
    quiet: str = ""


@frozen
class Lexicon:
    """A named table of wrong forms."""

    name: str
    entries: tuple[Entry, ...] = ()


def parse_lexicon(text: str, *, name: str, file: str | None = None) -> Lexicon:
    """Reads a lexicon: tab-separated lines under the heading line ``wrong right group certainty guards source fires quiet``.

    Only the first two columns are required; guards are separated by spaces; lines that start with ``#`` are left out.
    Raises InputError with file, row and field.
    """
    entries: list[Entry] = []
    for number, values in table(text, _COLUMNS, required=2, file=file):
        entry = Entry(
            values["wrong"],
            values["right"],
            values["group"] or "ordinary",
            values["certainty"] or "sure",
            tuple(values["guards"].split()),
            values["source"],
            values["fires"],
            values["quiet"],
        )
        for field, allowed in (("group", GROUPS), ("certainty", CERTAINTIES)):
            if getattr(entry, field) not in allowed:
                raise InputError("unknown value", file=file, row=number, field=field, value=values[field], expected=" or ".join(allowed))
        if entry.wrong == entry.right or not 2 <= len(entry.wrong) <= MAX_LENGTH:
            expected = f"2 to {MAX_LENGTH} characters, other than the right form"
            raise InputError("not a wrong form", file=file, row=number, field="wrong", value=entry.wrong, expected=expected)
        entries.append(entry)
    return Lexicon(name, tuple(entries))


def shipped_lexicon() -> Lexicon:
    """The lexicon that ships with the library."""
    return parse_lexicon(read_text("wording/lexicon.tsv"), name="govsite-rules", file="wording/lexicon.tsv")


def table(text: str, columns: tuple[str, ...], *, required: int, file: str | None) -> list[tuple[int, dict[str, str]]]:
    """The lines of a tab-separated table as (line number, values by column); missing columns are empty.

    The first line that is no comment names the columns, in any order.
    """
    rows: list[tuple[int, dict[str, str]]] = []
    heading: list[str] | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if heading is None:
            heading = cells
            unknown = [cell for cell in cells if cell not in columns]
            if unknown or not set(columns[:required]) <= set(cells):
                raise InputError("unknown heading", file=file, row=number, value=line, expected=" ".join(columns))
            continue
        if len(cells) > len(heading):
            raise InputError("too many columns", file=file, row=number, value=line, expected=f"{len(heading)} columns")
        if len(rows) == MAX_ENTRIES:
            raise InputError("too many lines", file=file, row=number, expected=f"at most {MAX_ENTRIES}")
        values = dict.fromkeys(columns, "") | dict(zip(heading, cells, strict=False))
        for column in columns[:required]:
            if not values[column]:
                raise InputError("an empty cell", file=file, row=number, field=column, expected="a value")
        rows.append((number, values))
    return rows
