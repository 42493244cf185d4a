"""Signs that a message is no valid one; they inform a person and decide nothing."""

from __future__ import annotations

import pytest

from govsite_rules.indicators._validity import repeated_ids, sign_of_invalidity
from govsite_rules.values import DateReading, Message, MessageKind


@pytest.mark.parametrize(
    "title,sign",
    [
        ("道路维修何时完工", ""),
        ("路灯不亮", ""),
        ("路灯坏", "invalid_short"),
        ("hello world", "invalid_short"),
        ("测试", "invalid_test"),
        ("测试 test 111", "invalid_test"),
        ("测试一下能否提交留言", ""),
        ("12345", "invalid_no_text"),
        ("？？？！！！", "invalid_no_text"),
        ("https://www.example.com/abc", "invalid_no_text"),
        ("请看 https://www.example.com/abc", "invalid_short"),
        ("", "invalid_no_text"),
        ("代开发票请联系", "invalid_advert"),
        ("请问办理贷款需要什么材料", ""),
    ],
)
def test_sign_of_invalidity(title: str, sign: str) -> None:
    """The sign of each kind of text, both sides of four characters included."""
    assert sign == sign_of_invalidity(Message("1", title=title))


@pytest.mark.parametrize("kind", [MessageKind.PETITION, MessageKind.DISCIPLINE])
def test_petitions_are_no_consultation(kind: MessageKind) -> None:
    """信访 and 纪检举报 are told by their kind."""
    assert sign_of_invalidity(Message("1", kind, "道路维修何时完工")) == "invalid_kind"


def test_repetitions_are_told_from_the_first() -> None:
    """Of messages with the same text all but the earliest are repetitions; spaces and width do not matter."""
    first = Message("b", title="道路 维修，何时完工？", asked=DateReading(2019, 1, 1))
    second = Message("a", title="道路维修何时完工", asked=DateReading(2019, 1, 2))
    other = Message("c", title="路灯不亮", asked=DateReading(2019, 1, 1))
    empty = (Message("d"), Message("e"))

    assert repeated_ids((second, other, first, *empty)) == {"a"}


def test_a_hostile_title_costs_little() -> None:
    """A very long title is cut before it is looked at."""
    assert sign_of_invalidity(Message("1", title="1" * 5_000_000)) == "invalid_no_text"
