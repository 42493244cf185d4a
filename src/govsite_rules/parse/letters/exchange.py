"""A question and its answer without labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ...values.page import Letter
from .signatures import OFFICE, is_later, who_and_when, without_signature
from .signs import ANSWER
from .states import LONGEST_STATUS, NO_REPLY, is_status, says_answered
from .titles import title_above

_BOTH = 2  # lines: of who asked, and of who answered
_ANSWER_MARK = re.compile(r"(?:(?:官方|单位|部门|政府)?(?:回复|答复|回答)(?:[:：]|$)|答(?:[:：]|\s|$))\s?")
_CLOSING = re.compile(r"【?(?:分享到|返回|关闭|打印|请对|上一[篇条]|下一[篇条]|办理(?:流程|过程)|满意|评价|版权所有|相关|热点|互动交流$)")


def exchange(lines: Sequence[str], heading: str, url: str, seen_at: datetime) -> Letter | None:
    """A question and its answer without labels: two lines of who and when, the second an office's or one that says it answered."""
    told = [(k, *said) for k, line in enumerate(lines) if (said := who_and_when(line, seen_at)) is not None]
    if not told:
        return None
    first, asker, asked = told[0]
    lines = lines[: next((k for k, line in enumerate(lines) if k > first and _CLOSING.match(line)), len(lines))]
    told = [one for one in told if one[0] < len(lines)]
    if len(told) > _BOTH:
        return None
    marks = [k for k, line in enumerate(lines) if k > first and _ANSWER_MARK.match(line)]
    title = title_above(lines[:first], heading)
    if len(told) == 1:
        ends = [*lines[:first], *(line for line in lines[first:] if len(line) <= LONGEST_STATUS)]
        waits = [word for line in ends if (word := line.rsplit(" ", 1)[-1]) and is_status(word) and says_answered(word) is False]
        empty = any(NO_REPLY.fullmatch(_ANSWER_MARK.sub("", line).strip()) for line in [*waits, *(lines[k] for k in marks)])
        return Letter(title, url, asked, answered=False) if title and (waits or empty) else None
    second, who, replied = told[1]
    office = OFFICE.search(who) is not None
    if OFFICE.search(asker) is not None:
        return None  # an office's own article, dated above and signed below
    if not (title and (office or marks or ANSWER.search(lines[second]))) or not is_later(replied, asked):
        return None
    between, behind = [*lines[first + 1 : second]], [*lines[second + 1 :]]
    marks = [k for k in marks if k < second]
    if marks and (text := [*filter(None, [_ANSWER_MARK.sub("", lines[marks[0]]).strip()]), *lines[marks[0] + 1 : second]]):
        body = text
    elif behind and between:
        body = behind
    elif between and first > 1 and not behind:
        body = between
    else:
        return None
    reply, _, _ = without_signature(body, seen_at)
    return Letter(title, url, asked, replied, who if office else "", reply[:2000], True)
