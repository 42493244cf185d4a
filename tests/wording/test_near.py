"""Near misses: every slip is found as what it is, and a right term is none."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.wording import shipped_terms
from govsite_rules.wording.near import NearIndex, Slip, SlipKind

OTHER = "〇"
TERMS = st.text(alphabet="甲乙丙丁戊己", min_size=4, max_size=9)
DISTINCT = st.lists(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=4, max_size=8, unique=True).map("".join)


def slips(terms: tuple[str, ...], text: str) -> set[Slip]:
    index = NearIndex(terms)
    return set(index.slips(text + "\n\n", AhoCorasick(index.patterns).find_matches_as_indexes(text, overlapping=True)))


@given(TERMS, st.data())
def test_a_replaced_character_is_found(term: str, data: st.DataObject) -> None:
    """A term with one foreign character is one slip of that term, at that place."""
    at = data.draw(st.integers(0, len(term) - 1))
    found = slips((term,), "，" + term[:at] + OTHER + term[at + 1 :] + "，")

    assert Slip(term, SlipKind.REPLACED, 1, 1 + len(term), at) in found


@given(TERMS, st.data())
def test_a_missing_character_is_found(term: str, data: st.DataObject) -> None:
    """A term without one of its characters is found, unless the rest still is the term's beginning and end all the same."""
    at = data.draw(st.integers(0, len(term) - 1))
    wrong = term[:at] + term[at + 1 :]
    found = slips((term,), "，" + wrong + "，")

    assert any(slip.kind is SlipKind.MISSING and (slip.start, slip.end) == (1, len(term)) for slip in found)


@given(DISTINCT, st.data())
def test_a_doubled_character_is_found(term: str, data: st.DataObject) -> None:
    """A term with one character twice is found at the first of the two, with its whole length."""
    at = data.draw(st.integers(0, len(term) - 1))
    found = slips((term,), "，" + term[: at + 1] + term[at:] + "，")

    assert Slip(term, SlipKind.DOUBLED, 1, 2 + len(term), at) in found


@given(DISTINCT, st.data())
def test_swapped_characters_are_found(term: str, data: st.DataObject) -> None:
    """Two neighbours the wrong way round are found at the first of them, at the middle as well."""
    at = data.draw(st.integers(0, len(term) - 2))
    found = slips((term,), "，" + term[:at] + term[at + 1] + term[at] + term[at + 2 :] + "，")

    assert Slip(term, SlipKind.SWAPPED, 1, 1 + len(term), at) in found


def test_right_terms_are_no_slips() -> None:
    """Not one of the terms that ship is a slip of itself."""
    terms = tuple(term.term for term in shipped_terms())
    index = NearIndex(terms)
    automaton = AhoCorasick(index.patterns)
    wrong = [
        term
        for term in terms
        for slip in index.slips(f"，{term}，\n\n", automaton.find_matches_as_indexes(f"，{term}，", overlapping=True))
        if slip.term == term
    ]

    assert wrong == []


def test_many_terms_share_a_half() -> None:
    """A half that belongs to several terms finds the slips of each."""
    terms = ("社会主义", "社会保障", "社会救助")

    assert {slip.term for slip in slips(terms, "社会保隔") if slip.kind is SlipKind.REPLACED and slip.at == 3} == {"社会保障"}
    assert {slip.term for slip in slips(terms, "社会〇义")} == {"社会主义"}
    assert slips(terms, "社会主义、社会保障、社会救助") == set()
