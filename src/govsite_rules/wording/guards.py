"""Where a wrong form is no error: inside a longer right word, or in a sentence that reports the error."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NEARBY = 12
_REACH = 60
_ENDS = "。！？；!?;\n"
_OPENING = '"“‘「『'
# Right before a form: that form is quoted as wrong.
_QUOTED_AS_WRONG = re.compile(
    "(?:[误错](?:写|打|印|录|植|排|刊|读|称)?[成为作]|(?:写|打|印|录|排|刊)[错成作]|不(?:能|得|应|要|可)?(?:写|称)[成作为]?)了?[:：]?[\"“”'‘’「『《〈【(（\\[]*$"
)
# Before a form in quotation marks, alone or the last in a row of such: it must not be used.
_RULED_OUT = re.compile(
    '(?:不[得能要应宜可]?(?:再|出现)?使?用|禁[止用]使?用?|避免使?用|慎用)(?:["“‘「『][^"“”‘’「」『』]{1,10}["”’」』][、，和或及]?)*["“‘「『]$'
)
# After a form in quotation marks: the sentence is about the word.
_MENTIONED = re.compile('["”’」』](?:一[词语]|等[词字]|字[样眼]|的?(?:错误)?(?:提法|写法|称谓))')
# Somewhere in a sentence that holds the right form too: both are set side by side.
_SIDE_BY_SIDE = re.compile(
    "应(?:该|当)?(?:为|是|作|写|改|称)|[修更改纠订]正?[为成:：]|更正|勘误|错?别字|误[写作为]|错[写成]|写[错成作]|(?:正确|错误|规范)的?(?:写法|表述|用法|用语|是|[:：])"
    "|表述错误|→|->|=>|不[是为称]|而非"
)

# Right after a form: what it is part of is called something, as places and companies are.
_NAMED = re.compile(
    "家?(?:[村庄屯寨堡]|乡(?![村镇])|镇(?!村))(?![民庄级里内外上下中两干务企风规容貌支集医卫])|社区|街道|小区|广场|公园|花园|大厦|酒店|有限|集团|公司(?!法)"
)


def guarded(text: str, start: int, end: int, guards: Iterable[str]) -> bool:
    """Whether one of ``guards`` makes ``text[start:end]`` right: it holds the passage in place, or stands nearby."""
    wrong = text[start:end]
    for guard in guards:
        at = guard.find(wrong)
        if at < 0 and guard in text[max(0, start - _NEARBY) : end + _NEARBY]:
            return True
        while at >= 0:
            if start >= at and text.startswith(guard, start - at):
                return True
            at = guard.find(wrong, at + 1)
    return False


def reported(text: str, start: int, end: int, right: str) -> bool:
    """Whether the sentence around ``text[start:end]`` only tells that this is the wrong form of ``right``."""
    begin = max((text.rfind(mark, max(0, start - _REACH), start) for mark in _ENDS), default=-1) + 1
    before = text[max(begin, start - _REACH) : start]
    if _QUOTED_AS_WRONG.search(before[-12:]) or _RULED_OUT.search(before):
        return True
    stops = [found for mark in _ENDS if (found := text.find(mark, end, end + _REACH)) >= 0]
    after = text[end : min(stops, default=end + _REACH)]
    return bool(right) and (right in before or right in after) and bool(_SIDE_BY_SIDE.search(before) or _SIDE_BY_SIDE.search(after))


def named(text: str, end: int) -> bool:
    """Whether what stands before ``end`` is part of the name of a place or a company."""
    return _NAMED.match(text, end) is not None


def mentioned(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in quotation marks as a word that is spoken of."""
    return start > 0 and text[start - 1] in _OPENING and _MENTIONED.match(text, end) is not None
