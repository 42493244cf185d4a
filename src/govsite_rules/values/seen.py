"""What was seen of a collection, and whether that is all of it."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

from ..errors import InputError
from .choices import choices

T = TypeVar("T")


@frozen(field_transformer=choices)
class Seen(Generic[T]):
    """The part of a collection that somebody looked at.

    ``complete`` is True only where the caller or the page itself proves that ``items`` is everything; ``total`` is the
    declared size, where known. A collection nobody looked at is ``None``, not an empty ``Seen``.
    """

    items: tuple[T, ...] = ()
    complete: bool = False
    total: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.complete and self.total is not None and self.total > len(self.items):
            raise InputError(
                "complete, yet not all there", field="total", value=self.total, expected=f"{len(self.items)}, or complete=False"
            )

    @property
    def missing(self) -> int | None:
        """How many members were not seen: 0 when complete, None when nobody knows."""
        if self.complete:
            return 0
        if self.total is not None:
            return max(self.total - len(self.items), 0)
        return None
