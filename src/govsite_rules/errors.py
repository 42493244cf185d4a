"""What the library raises. Every error names what was wrong, where, and what would be right."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

T = TypeVar("T", bound=StrEnum)


class GovsiteError(ValueError):
    """Base of all errors of this library."""


class InputError(GovsiteError):
    """Data from outside cannot be read.

    Attributes are None where they do not apply: ``file`` (as the caller named it), ``row`` (1-based line or
    record), ``field``, ``value`` (shortened), ``expected`` (what would be right).
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        row: int | None = None,
        field: str | None = None,
        value: object = None,
        expected: str | None = None,
    ) -> None:
        self.message = message
        self.file = file
        self.row = row
        self.field = field
        self.value: str | None = None if value is None else _short(value)
        self.expected = expected
        super().__init__(self._text())

    def _text(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.row) if part is not None)
        text = f"{where}: {self.message}" if where else self.message
        if self.field is not None:
            text += f"; field {self.field!r}"
        if self.value is not None:
            text += f" is {self.value}"
        if self.expected is not None:
            text += f"; expected {self.expected}"
        return text

    def __reduce__(self) -> tuple[object, ...]:
        state = {"file": self.file, "row": self.row, "field": self.field, "value": self.value, "expected": self.expected}
        return _rebuild, (type(self), self.message, state)


class ChecklistError(GovsiteError):
    """A checklist contradicts itself, or an inspection does not fit it."""


class LimitError(InputError):
    """Input is larger or deeper than a reader accepts; ``expected`` names the limit."""


def choice(kind: type[T], value: T | str, name: str) -> T:
    """``value`` as a member of ``kind``; raises InputError that names the members."""
    try:
        return kind(value)
    except ValueError:
        raise InputError("no such choice", field=name, value=value, expected=f"one of {', '.join(kind)}") from None


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    text = text if len(text) <= 120 else text[:117] + "..."
    return repr(text) if isinstance(value, str) else text


def _rebuild(kind: type[InputError], message: str, state: dict[str, object]) -> InputError:
    error = kind.__new__(kind)
    error.message = message
    for name, value in state.items():
        setattr(error, name, value)
    ValueError.__init__(error, error._text())
    return error
