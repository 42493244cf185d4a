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


def repeated(columns: Iterable[Collection[str]]) -> frozenset[str]:
    """The entries of the frame, from the entry addresses of each column: on four columns or more, and a quarter of those with any.

    What repeats that often is no column's own content.
    """
    listing = [set(of_column) for of_column in columns if of_column]
    return _frequent(Counter(address for of_column in listing for address in of_column), len(listing) * _ENTRY_SHARE)


def learn(blocks: Mapping[str, tuple[int, ...]], entries: frozenset[str], showing: Collection[str]) -> Frame:
    """The frame, from the ``blocks`` of sampled pages, its entries, and the pages ``showing`` content of their own.

    A block belongs to it from four pages on, and from a tenth of the pages. But what stands on pages alone that show nothing
    else is what each of them says (请到政务服务网办理).
    """
    beside = {block for address, of_page in blocks.items() if address in showing for block in of_page}
    pages = Counter(block for of_page in blocks.values() for block in beside.intersection(of_page))
    return Frame(_frequent(pages, len(blocks) * _BLOCK_SHARE), entries, learned=len(blocks) >= REPEATED)


def _frequent(counts: Counter[T], share: float) -> frozenset[T]:
    return frozenset(item for item, count in counts.items() if count >= max(share, REPEATED))
