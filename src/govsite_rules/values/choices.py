"""Fields that hold one of a few words: a record takes the word as well as the member, and refuses any other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from attrs import Attribute

from ..errors import choice


def choices(record: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """The ``field_transformer`` of a record some of whose fields are StrEnums.

    Indicators ask which member a field is; text that only equals a member would be none of them, and judged as such.
    """
    known = vars(sys.modules[record.__module__])
    out = []
    for field in fields:
        kind = known.get(str(field.type).removesuffix(" | None"))
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            field = field.evolve(converter=_one_of(kind, f"{record.__name__}.{field.name}", optional=str(field.type).endswith(" | None")))
        out.append(field)
    return out


def _one_of(kind: type[StrEnum], name: str, *, optional: bool) -> Callable[[Any], StrEnum | None]:
    def convert(value: Any) -> StrEnum | None:
        if type(value) is kind or (optional and value is None):
            member: StrEnum | None = value
            return member
        return choice(kind, value, name)

    return convert
