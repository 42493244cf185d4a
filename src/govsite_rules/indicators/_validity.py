"""Signs that a message (留言) is no valid one (有效留言). No official definition exists; a person decides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..values.site import Message, MessageKind

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)
_WORD = re.compile(r"\w", re.UNICODE)
_TEST = re.compile(r"(?:测试|test|asdf|a{3,}+|[0-9]++)+", re.IGNORECASE)
_ADVERT = re.compile(r"加(?:微信|V信|QQ)|代开发票|办证刻章|贷款热线|刷单|博彩|优惠大促")


def normal_text(text: str) -> str:
    """``text`` without width variants, spaces and punctuation, in lower case."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text[:2000]).lower())).replace("_", "")


def sign_of_invalidity(message: Message, *, repeated: bool = False) -> str:
    """Why a message looks invalid, as a reason id, or '' where nothing says so.

    ``invalid_kind`` (信访, 纪检举报), ``invalid_repeated``, ``invalid_test``, ``invalid_advert``, ``invalid_no_text`` (only
    digits, punctuation or addresses), ``invalid_short`` (fewer than 4 Han characters).
    """
    if message.kind in (MessageKind.PETITION, MessageKind.DISCIPLINE):
        return "invalid_kind"
    if repeated:
        return "invalid_repeated"
    text = normal_text(_ADDRESS.sub("", message.title[:2000]))
    if _ADVERT.search(text.upper()):
        return "invalid_advert"
    if not text or text.isdecimal():
        return "invalid_no_text"
    if _TEST.fullmatch(text):
        return "invalid_test"
    if len(_HAN.findall(text)) < 4:
        return "invalid_short"
    return ""


def repeated_ids(messages: Iterable[Message]) -> frozenset[str]:
    """The ids of messages that say the same as another, the first (by day asked, then id) excepted."""
    every = sorted(messages, key=lambda message: (str(message.asked.date or ""), message.id))
    met: set[str] = set()
    repeated = set()
    for message in every:
        text = normal_text(message.title)
        if text and text in met:
            repeated.add(message.id)
        met.add(text)
    return frozenset(repeated)
