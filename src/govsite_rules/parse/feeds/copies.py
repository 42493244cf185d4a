"""Which posts under one identifier are one post: identifiers of exports may be running numbers, rounded, or the author's."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...values.feed import Post


def same_posts(posts: Sequence[Post]) -> list[list[int]]:
    """The places of the posts that share an identifier, those of one post together.

    One post keeps its title or the moment of its publication, whatever else is edited or deleted; at one address the day is enough.
    """
    root = list(range(len(posts)))

    def first(place: int) -> int:
        while root[place] != place:
            root[place] = place = root[root[place]]
        return place

    seen: dict[object, int] = {}
    for place, post in enumerate(posts):
        published = post.published
        for mark in (post.title, published.moment or ("://" in post.id and published.date)):
            if mark:
                root[first(place)] = first(seen.setdefault(mark, place))
    together: dict[int, list[int]] = {}
    for place in range(len(posts)):
        together.setdefault(first(place), []).append(place)
    return list(together.values())


def told_apart(post: Post) -> Post:
    """The post under an identifier that no other post of its table has."""
    return evolve(post, id=f"{post.id} {post.published.raw} {post.title}".strip())
