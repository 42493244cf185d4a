"""Traditional characters are compared as simplified ones, and given back as they stand; usage in such prose is its own."""

from __future__ import annotations

import pytest

from govsite_rules import InputError
from govsite_rules.wording import Entry, Leader, Lexicon, Scanner, Segmenter, scanner
from govsite_rules.wording.script import simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [("國務院辦公廳", "国务院办公厅"), ("峯會為衆", "峰会为众"), ("著名的乾县周喆", "著名的乾县周喆"), ("国家 a，", "国家 a，"), ("", "")],
)
def test_characters(text: str, expected: str) -> None:
    """One for one; what simplified writing has too stays."""
    assert simplified(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "最高人民檢察院發佈工作報告，各級人民檢察院認真學習",
        "海南自由貿易港建設穩步推進",
        "維護國家安全，堅持改革開放，弘揚雷鋒精神",
        "人民權益得到保障，法院依其行政訴訟程序審理",
        "如期答覆市民來電，並反覆核實",
        "走私案經警查獲後移送檢察機關",
        "向最高人民檢察院报告工作，提出建议",
    ],
)
def test_right_terms_in_traditional_characters(shipped: Scanner, text: str) -> None:
    """What is right in simplified characters is right in traditional ones, and in a mixture."""
    assert shipped(text) == ()


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("全縣上下堅持杜會主義方向", "杜會主義", "社会主义"),
        ("中華人民共合國萬歲", "中華人民共合國", "中华人民共和国"),
        ("中华人民共合國万岁", "中华人民共合國", "中华人民共和国"),
    ],
)
def test_serious_errors_in_traditional_characters(shipped: Scanner, text: str, found: str, right: str) -> None:
    """They are found as in simplified ones, at their place, with the characters of the text."""
    (hit,) = shipped(text)
    assert (hit.found, hit.suggestion, text[hit.start :].startswith(found), found in hit.context) == (found, right, True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全縣要求堅持杜會主義方向", [("杜會主義", "suspected")]),
        ("全县要求坚持杜会主义方向", [("杜会主义", "sure")]),
        ("中華人民共合國", [("中華人民共合國", "sure")]),
        ("縣委抓好佈署，為貫澈決議，及時答覆", []),
        ("县委抓好布署，为贯澈决议，及时答覆", [("布署", "sure"), ("贯澈", "sure"), ("答覆", "suspected")]),
        ("縣縣一一一一一一一一一一一一布署", []),
        ("縣縣一一一一一一一一一一一一一布署", [("布署", "sure")]),
        ("周喆同志代表县委要求全县上下坚持杜会主义方向，抓好布署落实", [("杜会主义", "sure"), ("布署", "sure")]),
    ],
)
def test_usage_of_its_own(shipped: Scanner, text: str, expected: list[tuple[str, str]]) -> None:
    """Prose in traditional characters (two of them, one in eight) is judged by serious words alone, and short ones are not sure."""
    assert [(hit.found, hit.certainty) for hit in shipped(text)] == expected


def test_own_words_in_traditional_characters(segmenter: Segmenter) -> None:
    """Terms, forms, names and allowed passages that the caller writes in traditional characters count in either."""
    scan = scanner(
        lexicon=Lexicon("own", (Entry("檢察員會", "檢察委員會", guards=("區檢察員會",)),)),
        protected=(),
        own_terms=["青禾區議會秘書處"],
        leaders=[Leader("陳國華", ("區長",), wrong=("陳國樺",))],
        allow=["檢察員會館"],
        segmenter=segmenter,
    )

    assert [hit.found for hit in scan("青禾區議會秘書署發佈，區長陳國樺與檢察員會會談")] == ["青禾區議會秘書署", "陳國樺", "檢察員會"]
    assert [hit.found for hit in scan("青禾区议会秘书署发布，区长陈国桦与检察员会会谈")] == ["青禾区议会秘书署", "陈国桦", "检察员会"]
    assert scan("区检察员会开会，又在检察员会馆开会") == ()


def test_a_form_that_is_wrong_by_its_script_alone() -> None:
    """It could not be told from the right one."""
    with pytest.raises(InputError, match="檢察院"):
        scanner(lexicon=Lexicon("own", (Entry("檢察院", "检察院"),)), protected=())
