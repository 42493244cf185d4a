"""Private numbers: found by their check digits, masked at once."""

from __future__ import annotations

import pytest

from govsite_rules.wording import Scanner
from govsite_rules.wording.privacy import masked, private_numbers


def kinds(text: str) -> list[tuple[str, str]]:
    return [(number.kind, number.masked) for number in private_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110101199003070038", [("身份证号", "110101**********38")]),
        ("110101199003070039", []),
        ("110101199002300033", []),
        ("990101199003070031", []),
        ("110101199003070038a", []),
        ("13812345678a", []),
        ("11010119900307002X", [("身份证号", "110101**********2X")]),
        ("11010119900307003X", []),
        ("第110101199003070038号", [("身份证号", "110101**********38")]),
        ("1110101199003070038", []),
        ("1101011990030700381", []),
        ("a110101199003070038", []),
        ("/110101199003070038.html", []),
        ("13812345678", [("手机号", "138******78")]),
        ("138 1234 5678", [("手机号", "138********78")]),
        ("138-1234-5678", [("手机号", "138********78")]),
        ("0138 1234 5678", []),
        ("12812345678", []),
        ("138123456789", []),
        ("1381234567", []),
        ("11111111111", []),
        ("电话:13812345678,19912345678", [("手机号", "138******78"), ("手机号", "199******78")]),
        ("6222020200112233455", []),
        ("110101 19900307 0038", [("身份证号", "110101************38")]),
        ("110101-19900307-002x", [("身份证号", "110101************2x")]),
        ("110101 19900307 0039", []),
        ("110101 19900307 00381", []),
        ("11010119900307003842", [("身份证号", "110101************42")]),
        ("11010119900307003882", []),
        ("11010119900307003845", []),
        ("11010119900307003942", []),
        ("+8613812345678", [("手机号", "86138******78")]),
        ("86-13812345678", [("手机号", "138******78")]),
        ("8613812345678", []),
        ("+8513812345678", []),
        ("26-13812345678", []),
        ("1381 234 567", []),
        ("拨付13812345678元", []),
        ("拨付13812345678.50元", []),
        ("热线13812345678.139号", [("手机号", "138******78")]),
        ("￥13812345678", []),
        ("订单号：13812345678", []),
        ("编号：\n13812345678", [("手机号", "138******78")]),
        ("水表号13812345678", []),
        ("加QQ群13812345678", []),
        ("造林13812345678株", []),
        ("残疾证11010119900307003842B1", [("身份证号", "110101************42")]),
        ("残疾证11010119900307003842B1a", []),
        ("残疾证11010119900307003842C1", []),
        ("11010119900307003842B", []),
        ("身份证号110101900307003", [("身份证号", "110101*******03")]),
        ("编号110101900307003", []),
        ("身份证号110101900230003", []),
        ("身份证号990101900307003", []),
        ("身份证号1101019003070031", []),
        ("信用卡卡号4111111111111111", [("银行卡号", "4111**********11")]),
        ("信用卡卡号4111111111111112", []),
        ("合同4111111111111111", []),
        ("信用卡卡号7111111111111115", []),
        ("62010219900307003X", []),  # begins like a bank card, and is no valid identity number either
    ],
)
def test_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    """Region, date and check digit decide; digits or letters beside a number make it another number."""
    assert kinds(text) == expected


def check_digit(body: str) -> str:
    return next(str(digit) for digit in range(10) if any(n.kind == "银行卡号" for n in private_numbers(body + str(digit))))


def test_one_bank_card_in_ten_is_valid() -> None:
    """Exactly one last digit makes a card number valid; groups of four are read, other openings are not."""
    body = "622202020011223345"
    last = check_digit(body)
    grouped = f"{body[:4]} {body[4:8]} {body[8:12]} {body[12:16]} {body[16:]}{last}"

    assert sum(bool(kinds(f"{body}{digit}")) for digit in range(10)) == 1
    assert kinds(grouped) == [("银行卡号", f"{body[:4]}{'*' * (len(grouped) - 6)}{grouped[-2:]}")]
    assert kinds("1" + (body + last)[1:]) == []
    assert [number.sure for number in private_numbers(f"开户银行：某行，卡号{body}{last}")] == [True]
    assert [number.sure for number in private_numbers(f"合同编号{body}{last}")] == [False]


def test_full_width_digits_are_digits(shipped: Scanner) -> None:
    """Numbers in full-width digits are found, and sure ones told from others."""
    hits = shipped("证号：１１０１０１１９９００３０７００３８，电话１３８１２３４５６７８")

    assert [(hit.term, hit.found, hit.certainty, hit.group) for hit in hits] == [
        ("身份证号", "110101**********38", "sure", "privacy"),
        ("手机号", "138******78", "suspected", "privacy"),
    ]


def test_no_hit_shows_a_number(shipped: Scanner) -> None:
    """Neither a number's own hit nor the context of a neighbouring one gives it away."""
    text = "张某110101199003070038布署13812345678"
    shown = "".join(hit.found + hit.context for hit in shipped(text))

    assert len(shipped(text)) == 3
    assert "199003" not in shown
    assert "12345" not in shown


def test_masking_keeps_the_length() -> None:
    """A masked text has the same length, so that offsets stay."""
    text = "电话13812345678。"

    assert masked(text, private_numbers(text)) == "电话138******78。"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("张某110101199003070038", True),
        ("编号110101199003070038", False),
        ("项目代码：110101199003070038", False),
        ("身份证编号：110101199003070038", True),
        ("编号\n110101199003070038", True),
        ("110101 19900307 0038", False),
        ("身份证号110101 19900307 0038", True),
        ("残疾证号11010119900307003842", True),
        ("11010119900307003842", False),
        ("身份证号110101900307003", False),
    ],
)
def test_how_sure_an_identity_number_is(text: str, sure: bool) -> None:
    """A label of another number, gaps, or more digits leave it open, unless a person or a certificate is spoken of."""
    assert [(number.kind, number.sure) for number in private_numbers(text)] == [("身份证号", sure)]
