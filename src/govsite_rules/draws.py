"""Samples drawn from a snapshot (抽查): reproducible from the caller's seed, recorded in it, leaving alone what a person drew."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from .errors import InputError
from .indicators._base import distinct
from .values.seen import Seen
from .values.site import Guide, Interpretation, Message, MessageKind, PolicyFile, SiteSnapshot, TaggedPage

T = TypeVar("T", PolicyFile, Interpretation, Guide, Message, TaggedPage)


def draw(
    site: SiteSnapshot,
    *,
    seed: int,
    policies: int = 3,
    interpretations: int = 3,
    guides: int = 5,
    messages: int = 5,
    article_pages: int = 5,
    column_pages: int = 5,
) -> SiteSnapshot:
    """The snapshot with samples marked ``drawn``, as many of each as the clauses ask for (D1.7, D1.8, D2.4 to D2.6, D3.3, D4.7).

    Drawn are policy files that nobody ruled out (those judged wide in scope and issued in the body's name first),
    interpretations, service items, published consultation messages, and article and column pages. What is drawn already stays and
    counts; only what is missing is drawn. The same seed over the same items draws the same ones, in whatever order they stand, and
    drawing again changes nothing. ``notes`` of the snapshot say how many were drawn of how many, by which seed. Collections nobody
    looked at stay as they are. Raises InputError for a negative number and for two items of one key.
    """
    sizes = (policies, interpretations, guides, messages, article_pages, column_pages)
    if min(sizes) < 0:
        raise InputError("a sample of less than nothing", field="draw", value=min(sizes), expected="0 or more of each kind")
    draws = _Draws(seed)
    articles = draws.of(site.tagged_pages, "article pages", article_pages, _url, may=lambda page: page.role == "article")
    drawn = evolve(
        site,
        policies=draws.of(site.policies, "policy files", policies, _id, may=_may_be_drawn, first=_suits),
        interpretations=draws.of(site.interpretations, "interpretations", interpretations, _id),
        guides=draws.of(site.guides, "service items", guides, _id),
        messages=draws.of(site.messages, "messages", messages, _id, may=_is_published),
        tagged_pages=draws.of(articles, "column pages", column_pages, _url, may=lambda page: page.role == "column"),
    )
    return evolve(drawn, notes=(*site.notes, *draws.notes)) if draws.notes else site


class _Draws:
    """One draw after the other, each with a chance of its own, so that what one collection holds never changes another's draw."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.notes: list[str] = []

    def of(
        self,
        items: Seen[T] | None,
        name: str,
        size: int,
        key: Callable[[T], str],
        *,
        may: Callable[[T], bool] = lambda _: True,
        first: Callable[[T], bool] = lambda _: True,
    ) -> Seen[T] | None:
        """``items`` with ``size`` of those that ``may`` be drawn marked, those that come ``first`` before others."""
        if items is None:
            return None
        chance = random.Random(f"{self.seed}/{name}")
        there = sorted(filter(may, distinct(items.items, key, name)), key=key)
        ranked = sorted((not first(item), chance.random(), key(item), item.drawn) for item in there)
        waiting = [id for _, _, id, drawn in ranked if not drawn]
        already = len(ranked) - len(waiting)
        chosen = frozenset(waiting[: max(size - already, 0)])
        if not chosen:
            return items
        kept = f"; {already} drawn before" if already else ""
        beyond = f"; {items.total} of all kinds exist" if items.total is not None and items.total > len(items.items) else ""
        self.notes.append(f"drawn by seed {self.seed}: {len(chosen)} of {len(there)} {name} given{kept}{beyond}")
        return evolve(items, items=tuple(evolve(item, drawn=True) if key(item) in chosen else item for item in items.items))


def _id(item: PolicyFile | Interpretation | Guide | Message) -> str:
    return item.id


def _url(page: TaggedPage) -> str:
    return page.url


def _may_be_drawn(file: PolicyFile) -> bool:
    return file.by_body is not False and file.broad is not False


def _suits(file: PolicyFile) -> bool:
    return bool(file.by_body and file.broad)


def _is_published(message: Message) -> bool:
    return message.published and message.kind in (MessageKind.CONSULTATION, MessageKind.COMPLAINT)
