"""How much a reader accepts of one input. Beyond a limit a page says it was truncated; a feed raises LimitError."""

from __future__ import annotations

from attrs import frozen


@frozen
class Limits:
    """Upper bounds for one input.

    ``max_bytes`` of a body or payload; ``max_depth`` of nested elements or JSON values; ``max_nodes`` of a tree;
    ``max_attributes`` of one element; ``max_links``, ``max_entries`` and ``max_lines`` (of content) of one page; ``max_text``
    characters of content that are kept or scanned; ``max_value`` characters of one title, tag or field; ``max_feed_bytes`` and
    ``max_posts`` of one feed.
    """

    max_bytes: int = 10 * 1024 * 1024
    max_depth: int = 400
    max_nodes: int = 200_000
    max_attributes: int = 200
    max_links: int = 10_000
    max_entries: int = 5_000
    max_lines: int = 50_000
    max_text: int = 300_000
    max_value: int = 2_000
    max_feed_bytes: int = 64 * 1024 * 1024
    max_posts: int = 200_000


DEFAULT_LIMITS = Limits()
