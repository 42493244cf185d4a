"""Labels without a day behind them."""

from __future__ import annotations

import re

from ...values.dates import Absent, DateReading, DateSource
from ..dates import read_date
from ..tree import Tree
from .candidates import Published
from .day_labels import RANKS
from .line_kinds import GAP

_LITERAL = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")


def unfilled_label(tree: Tree, label: str, k: int) -> Published:
    """A label without a date behind it: a script that writes one, an element that a script fills, or nothing."""
    for word in tree.words:
        if label[0] not in tree.texts[word] or label not in " ".join(tree.texts[word].split()):
            continue
        for i in range(word + 1, min(word + 12, len(tree.tags))):
            tag = tree.tags[i]
            if not tag and tree.texts[i].strip(GAP):
                break
            if tag == "script":
                literals = set(_LITERAL.findall(tree.raw.get(i, "")[:4000]))
                reading = read_date(literals.pop(), source=DateSource.SCRIPT) if len(literals) == 1 else None
                if reading is not None and reading.absent is None:
                    return Published(reading, label, RANKS["best"], k)
                return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label, 6, k)
            if tag and tree.ends[i] == i + 1 and tree.attrs[i].get("id"):
                return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label, 7, k)
    return Published(DateReading(raw=label, source=DateSource.ARTICLE, absent=Absent.NONE_SHOWN), label, 8, k)
