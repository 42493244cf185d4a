"""Samples drawn by seed: as many as the clauses ask for, the same again, and nothing a person drew is changed."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.draws import draw
from govsite_rules.errors import InputError
from govsite_rules.values import Guide, Interpretation, Message, MessageKind, PolicyFile, Seen, SiteProfile, SiteSnapshot, TaggedPage

PROFILE = SiteProfile(name="某县人民政府", domain="www.example.gov.cn")
PARTS = ("policies", "interpretations", "guides", "messages", "tagged_pages")
ROLES = ("article", "column")
SIZES = {"policies": 3, "interpretations": 3, "guides": 5, "messages": 5}


def page_url(role: str, id: str) -> str:
    return f"https://www.example.gov.cn/{role}{id}"


def site_of(number: int) -> SiteSnapshot:
    """A site with ``number`` items of everything, half of the tagged pages articles and half columns."""
    ids = [f"{index:03}" for index in range(number)]
    return SiteSnapshot(
        PROFILE,
        policies=Seen(tuple(PolicyFile(id, f"文件{id}") for id in ids)),
        interpretations=Seen(tuple(Interpretation(id, f"解读{id}") for id in ids)),
        guides=Seen(tuple(Guide(id, f"事项{id}") for id in ids)),
        messages=Seen(tuple(Message(id) for id in ids)),
        tagged_pages=Seen(
            tuple(TaggedPage(f"https://www.example.gov.cn/{role}{id}", role) for id in ids for role in ("article", "column"))
        ),
        notes=("before",),
    )


def drawn(site: SiteSnapshot) -> dict[str, list[str]]:
    """The keys of what is drawn, by part."""
    return {
        name: sorted(getattr(item, "id", "") or item.url for item in getattr(site, name).items if item.drawn)
        for name in PARTS
        if getattr(site, name) is not None
    }


def test_as_many_as_the_clauses_ask_for() -> None:
    """Three files, three interpretations, five items, five messages, five articles and five columns."""
    site = draw(site_of(40), seed=7)
    numbers = {name: len(keys) for name, keys in drawn(site).items()}
    roles = Counter(page.role for page in site.tagged_pages.items if page.drawn)

    assert numbers == {**SIZES, "tagged_pages": 10}
    assert roles == {"article": 5, "column": 5}


def test_fewer_where_fewer_exist() -> None:
    """Where fewer exist, all of them are drawn; where nobody looked, nothing is."""
    site = draw(evolve(site_of(2), guides=None), seed=7)

    assert drawn(site) == {
        "policies": ["000", "001"],
        "interpretations": ["000", "001"],
        "messages": ["000", "001"],
        "tagged_pages": [page_url(role, id) for role in ROLES for id in ("000", "001")],
    }
    assert site.guides is None


def test_notes_tell_what_was_drawn_of_how_many() -> None:
    """One note a sample, after the notes that were there, with the seed, both numbers and what was drawn before."""
    site = evolve(site_of(8), messages=None, tagged_pages=None, interpretations=None)
    guides = (evolve(site.guides.items[0], drawn=True), *site.guides.items[1:])

    assert draw(evolve(site, guides=Seen(guides, total=90)), seed=11).notes == (
        "before",
        "drawn by seed 11: 3 of 8 policy files given",
        "drawn by seed 11: 4 of 8 service items given; 1 drawn before; 90 of all kinds exist",
    )


@given(number=st.integers(0, 12), seed=st.integers(), other=st.integers())
def test_drawing_again_changes_nothing(number: int, seed: int, other: int) -> None:
    """The same seed gives the same snapshot again, and no seed redraws what was drawn."""
    site = site_of(number)
    once = draw(site, seed=seed)

    assert once == draw(site, seed=seed)
    assert once == draw(once, seed=seed)
    assert once == draw(once, seed=other)


@given(seed=st.integers(0, 1000), shuffle=st.randoms(use_true_random=False))
def test_order_of_items_is_irrelevant(seed: int, shuffle: random.Random) -> None:
    """The same items are drawn in whatever order they stand, and stay where they stood."""
    site = site_of(9)
    changes = {}
    for name in PARTS:
        items = list(getattr(site, name).items)
        shuffle.shuffle(items)
        changes[name] = evolve(getattr(site, name), items=tuple(items))
    shuffled = evolve(site, **changes)
    result = draw(shuffled, seed=seed)

    assert drawn(draw(site, seed=seed)) == drawn(result)
    assert [item.id for item in shuffled.guides.items] == [item.id for item in result.guides.items]


@given(seed=st.integers(0, 1000), kept=st.sets(st.integers(0, 11), max_size=7))
def test_what_a_person_drew_stays(seed: int, kept: set[int]) -> None:
    """Drawn items stay drawn and count: only what is missing is added."""
    site = site_of(12)
    guides = tuple(evolve(guide, drawn=index in kept) for index, guide in enumerate(site.guides.items))
    result = drawn(draw(evolve(site, guides=Seen(guides)), seed=seed))["guides"]

    assert {f"{index:03}" for index in kept} <= set(result)
    assert max(len(kept), 5) == len(result)


def test_one_collection_does_not_change_the_draw_of_another() -> None:
    """Without its guides a site has the same policy files drawn."""
    site = site_of(30)

    assert drawn(draw(site, seed=3))["policies"] == drawn(draw(evolve(site, guides=None), seed=3))["policies"]


def test_collections_are_drawn_apart() -> None:
    """Chance is not the same for two collections of the same keys."""
    results = [drawn(draw(site_of(30), seed=seed)) for seed in range(5)]

    assert any(result["policies"] != result["interpretations"] for result in results)


def test_every_item_has_its_chance() -> None:
    """Over many seeds each of ten items is drawn about equally often, and samples differ."""
    counted = Counter(key for seed in range(400) for key in drawn(draw(site_of(10), seed=seed))["policies"])

    assert len(counted) == 10
    assert 80 < min(counted.values()) <= max(counted.values()) < 160


def test_policy_files_that_suit_come_first_and_those_ruled_out_never() -> None:
    """Files judged wide in scope and in the body's name come first; those ruled out are no part of the sample."""
    files = (
        *(PolicyFile(f"no{index}", "不广", by_body=True, broad=False) for index in range(5)),
        *(PolicyFile(f"not{index}", "转发", by_body=False) for index in range(5)),
        *(PolicyFile(f"open{index}", "不明") for index in range(20)),
        PolicyFile("good1", "意见", by_body=True, broad=True),
        PolicyFile("good2", "办法", by_body=True, broad=True),
        PolicyFile("drawn but ruled out", "转发", by_body=False, drawn=True),
    )
    for seed in range(20):
        result = drawn(draw(SiteSnapshot(PROFILE, policies=Seen(files)), seed=seed))["policies"]

        assert {"good1", "good2", "drawn but ruled out"} <= set(result)
        assert len(result) == 4
        assert sum(key.startswith("open") for key in result) == 1


def test_only_published_consultation_messages() -> None:
    """Petitions, reports on discipline, 找错 reports and what was not published are never drawn."""
    messages = (
        *(Message(str(kind), kind) for kind in MessageKind),
        Message("unpublished", published=False),
    )

    assert drawn(draw(SiteSnapshot(PROFILE, messages=Seen(messages)), seed=1))["messages"] == ["complaint", "consultation"]


def test_bad_calls_are_refused() -> None:
    """A negative size, and two items of one key, name what is wrong."""
    with pytest.raises(InputError, match="less than nothing"):
        draw(site_of(3), seed=1, guides=-1)
    with pytest.raises(InputError, match="two records"):
        draw(SiteSnapshot(PROFILE, guides=Seen((Guide("a", "甲"), Guide("a", "乙")))), seed=1)
