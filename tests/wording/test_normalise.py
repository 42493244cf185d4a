"""Normalised text and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.wording.normalise import normalise

PIECES = st.lists(
    st.sampled_from(
        ["政", "府", "a", "1", "１", "Ａ", "，", " ", "\u3000", "\xa0", "\u200b", "\ufeff", "\n", "⼈", "①", "㎡", "é", "\u0301"]
    )
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("杜 会主义", "杜会主义"),
        ("杜\u200b会\u3000主\xa0义", "杜会主义"),
        ("ＡＰＥＣ１２３", "APEC123"),
        ("⼈民", "人民"),
        ("第 3 条", "第 3 条"),
        ("中文 English 中文", "中文 English 中文"),
        ("政府\n网站", "政府\n网站"),
        ("政策（试行）……㎡", "政策（试行）……㎡"),
        ("a\u200bb", "ab"),
        (" 政府 ", " 政府 "),
        ("", ""),
    ],
)
def test_forms(given: str, expected: str) -> None:
    """Letters, digits and ideographs are folded; only gaps between Chinese characters and invisible ones go."""
    assert normalise(given).text == expected


@given(PIECES.map("".join))
def test_every_character_maps_back(text: str) -> None:
    """Each normalised character is the folded form of the original one it maps to, in rising order."""
    normal = normalise(text)
    places = [normal.original(at) for at in range(len(normal.text))]

    assert places == sorted(set(places))
    assert [unicodedata.normalize("NFKC", text[place])[:1] for place in places] == [
        unicodedata.normalize("NFKC", char)[:1] for char in normal.text
    ]


@given(PIECES.map("".join))
def test_twice_is_once(text: str) -> None:
    """Normalising a normalised text changes nothing."""
    once = normalise(text).text

    assert normalise(once).text == once


def test_a_gap_inside_counts_unless_all_are_spaced() -> None:
    """A single gap is told from a heading that is spaced out throughout, and from a gap beside the passage."""
    assert normalise("社 会主义").gap_in(0, 4)
    assert not normalise("社 会 主 义").gap_in(0, 4)
    assert not normalise("在 社会主义").gap_in(1, 5)
    assert not normalise("社会主义 的").gap_in(0, 4)
