"""Fields that hold one of a few words, or yes and no: a record takes the word as well as the member, and refuses any other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from attrs import Attribute

from ..errors import InputError, choice


def choices(record: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """The ``field_transformer`` of a record some of whose fields are StrEnums or bools.

    Indicators ask which member a field is; text that only equals a member would be none of them, and judged as such. Likewise
    any text is true, "no" as well.
    """
    known = vars(sys.modules[record.__module__])
    out = []
    for field in fields:
        written = str(field.type)
        name, optional = written.removesuffix(" | None"), written.endswith(" | None")
        kind = known.get(name)
        if name == "bool":
            field = field.evolve(converter=_yes_or_no(f"{record.__name__}.{field.name}", optional=optional))
        elif isinstance(kind, type) and issubclass(kind, StrEnum):
            field = field.evolve(converter=_one_of(kind, f"{record.__name__}.{field.name}", optional=optional))
        out.append(field)
    return out


def _yes_or_no(name: str, *, optional: bool) -> Callable[[Any], bool | None]:
    def convert(value: Any) -> bool | None:
        if optional and value is None:
            return None
        if value in (True, False):
            return bool(value)
        raise InputError("neither yes nor no", field=name, value=value, expected="True, False or None" if optional else "True or False")

    return convert


def _one_of(kind: type[StrEnum], name: str, *, optional: bool) -> Callable[[Any], StrEnum | None]:
    def convert(value: Any) -> StrEnum | None:
        if type(value) is kind or (optional and value is None):
            member: StrEnum | None = value
            return member
        return choice(kind, value, name)

    return convert
