"""Passages in traditional characters are left alone; a single such character in simplified prose is not."""

from __future__ import annotations

import pytest

from govsite_rules.wording import Entry, Leader, Lexicon, Scanner, Segmenter, scanner
from govsite_rules.wording.script import in_traditional, is_traditional


@pytest.mark.parametrize(
    ("char", "expected"),
    [("國", True), ("檢", True), ("镕", False), ("国", False), ("人", False), ("著", False), ("a", False), ("，", False)],
)
def test_characters(char: str, expected: bool) -> None:
    """A character is traditional where only the traditional standard set has it."""
    assert is_traditional(char) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("區議會討論道路工程", True),
        ("本区喆先生", False),
        ("一國一一一一一一國一一一一一一一", True),
        ("一國一一一一一一國一一一一一一一一", False),
        ("國一一一一一一一", False),
    ],
)
def test_passages(text: str, expected: bool) -> None:
    """Two traditional characters, and one in eight, make a passage traditional."""
    assert in_traditional(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "最高人民檢察院發佈工作報告，各級人民檢察院認真學習",
        "海南自由貿易港建設穩步推進",
        "維護國家安全，堅持改革開放，弘揚雷鋒精神",
        "人民權益得到保障，法院依其行政訴訟程序審理",
        "如期答覆市民來電，並反覆核實",
        "走私案經警查獲後移送檢察機關",
    ],
)
def test_traditional_prose_is_left_alone(shipped: Scanner, text: str) -> None:
    """Terms and lexicon spell simplified characters, and say nothing about a passage in traditional ones."""
    assert shipped(text) == ()


def test_one_traditional_character_is_suspected(shipped: Scanner) -> None:
    """In simplified prose it is a slip, though perhaps of a converter or a quotation: never sure."""
    assert [(hit.found, hit.certainty) for hit in shipped("向最高人民檢察院报告工作，提出建议")] == [("最高人民檢察院", "suspected")]


def test_errors_in_simplified_prose_beside_rare_names(shipped: Scanner) -> None:
    """A name that only the traditional set has makes no passage traditional."""
    assert [(hit.found, hit.certainty) for hit in shipped("周喆同志代表县委要求全县上下坚持杜会主义方向，抓好布署落实")] == [
        ("杜会主义", "sure"),
        ("布署", "sure"),
    ]


def test_a_site_in_traditional_characters_may_bring_its_own(segmenter: Segmenter) -> None:
    """Terms, forms and names that the caller writes in traditional characters are looked for in such passages."""
    scan = scanner(
        lexicon=Lexicon("own", (Entry("檢察員會", "檢察委員會"),)),
        protected=(),
        own_terms=["青禾區議會秘書處"],
        leaders=[Leader("陳國華", ("區長",), wrong=("陳國樺",))],
        segmenter=segmenter,
    )

    assert [hit.found for hit in scan("青禾區議會秘書署發佈，區長陳國樺與檢察員會會談")] == ["青禾區議會秘書署", "陳國樺", "檢察員會"]
