"""What stands in place of an inspection that was due and could not be made."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from attrs import frozen

from ..errors import InputError
from ..scoring.rates import Visit, VisitState
from ..values.dates import day_of
from ..values.subject import Subject


@frozen
class Failure:
    """A subject that could not be inspected, and why. ``kind`` is the error's class; the other fields are the error's."""

    SCHEMA: ClassVar[str] = "govsite-rules/failure/1"

    subject: Subject
    as_of: datetime
    message: str
    kind: str = ""
    file: str | None = None
    row: int | None = None
    field: str | None = None
    value: str | None = None
    expected: str | None = None

    @property
    def visit(self) -> Visit:
        """How statistics count it: due and not inspected, outside every rate."""
        return Visit(self.subject, day_of(self.as_of), VisitState.NOT_INSPECTED)


def failure(subject: Subject, as_of: datetime, error: Exception) -> Failure:
    """The failure that an error means."""
    if isinstance(error, InputError):
        return Failure(subject, as_of, str(error), type(error).__name__, error.file, error.row, error.field, error.value, error.expected)
    return Failure(subject, as_of, str(error), type(error).__name__)
