"""Characters that are taken for one another."""

from __future__ import annotations

import pytest

from govsite_rules.wording.likeness import Likeness, load_likeness


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return load_likeness()


@pytest.mark.parametrize("pair", ["社杜", "土士", "己已", "观现", "政攻", "贫贪", "入人"])
def test_alike_in_shape(likeness: Likeness, pair: str) -> None:
    """Characters that look alike and sound different are alike, either way round."""
    assert likeness.alike(pair[0], pair[1])
    assert likeness.alike(pair[1], pair[0])


@pytest.mark.parametrize("pair", ["合和", "张章", "程陈", "站占", "贯观"])
def test_alike_in_sound(likeness: Likeness, pair: str) -> None:
    """Sounds count without tones, and with the finals and initials merged that typists do not tell apart."""
    assert likeness.alike(pair[0], pair[1])


@pytest.mark.parametrize("pair", ["人国", "党小", "龘龘龘"])
def test_not_alike(likeness: Likeness, pair: str) -> None:
    """Others are not, and a character outside the tables is like none."""
    assert not likeness.alike(pair[0], pair[1])


def test_what_a_character_is_taken_for(likeness: Likeness) -> None:
    """All alikes of a character are alike, and it is not among them."""
    alikes = likeness.alikes("社")

    assert "杜" in alikes
    assert "社" not in alikes
    assert all(likeness.alike("社", other) for other in alikes)
