"""Clause tables and parameters: which findings make a site unqualified, cost points or earn them."""

from __future__ import annotations

import difflib

from ..errors import ChecklistError
from .census_2015 import CENSUS_2015
from .files import dump_checklist, load_checklist, read_checklist
from .liaoning_2019 import LIAONING_2019
from .model import (
    AppliesTo,
    Attestation,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Rescale,
    Scheme,
    Section,
    Tier,
    Trigger,
    TriggerKind,
)
from .national_2019 import NATIONAL_2019

__all__ = [
    "CENSUS_2015",
    "CHECKLISTS",
    "LIAONING_2019",
    "NATIONAL_2019",
    "AppliesTo",
    "Attestation",
    "Automation",
    "Checklist",
    "Clause",
    "Heading",
    "Part",
    "Points",
    "Rescale",
    "Scheme",
    "Section",
    "Tier",
    "Trigger",
    "TriggerKind",
    "checklist",
    "dump_checklist",
    "load_checklist",
    "read_checklist",
]

CHECKLISTS = (NATIONAL_2019, LIAONING_2019, CENSUS_2015)
"""The lists that ship."""


def checklist(id: str) -> Checklist:
    """The shipped list called ``id``, such as ``national-2019``; raises ChecklistError naming those there are."""
    for known in CHECKLISTS:
        if known.id == id:
            return known
    ids = [known.id for known in CHECKLISTS]
    near = difflib.get_close_matches(id, ids, 1, 0.4)
    hint = f"nearest: {near[0]}" if near else f"there are: {', '.join(ids)}"
    raise ChecklistError(f"no checklist {id!r}; {hint}")
