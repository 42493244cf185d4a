"""The frame of a site: text blocks and list entries that stand on page after page and belong to none of them."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from attrs import frozen

T = TypeVar("T")

REPEATED = 4
"""On how many pages or columns something must stand before it may be the frame."""
_BLOCK_SHARE = 0.1
_ENTRY_SHARE = 0.25


@frozen
class Frame:
    """Fingerprints of text blocks and addresses of entries that are set aside. ``learned``: enough pages were there to tell."""

    blocks: frozenset[int] = frozenset()
    entries: frozenset[str] = frozenset()
    learned: bool = False


def fingerprint(text: str, nth: int = 1) -> int:
    """The fingerprint that ``PageSnapshot.blocks`` has for a block of this text where it stands for the nth time on its page."""
    data = (text if nth == 1 else f"{text}\n{nth}").encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 31 ^ zlib.adler32(data)


def learn(blocks: Mapping[str, tuple[int, ...]], entries: Iterable[Collection[str]]) -> Frame:
    """The frame, from the ``blocks`` of sampled pages and the entry addresses of each column.

    A block or entry belongs to the frame from four pages or columns on, and from a tenth of the pages or a quarter of
    the columns: what repeats that often is no column's own content.
    """
    block_pages = Counter(block for of_page in blocks.values() for block in set(of_page))
    columns = [set(of_column) for of_column in entries if of_column]
    entry_columns = Counter(address for of_column in columns for address in of_column)
    return Frame(
        blocks=_frequent(block_pages, len(blocks) * _BLOCK_SHARE),
        entries=_frequent(entry_columns, len(columns) * _ENTRY_SHARE),
        learned=len(blocks) >= REPEATED,
    )


def _frequent(counts: Counter[T], share: float) -> frozenset[T]:
    return frozenset(item for item, count in counts.items() if count >= max(share, REPEATED))
