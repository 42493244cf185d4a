"""What may be the title of a letter among other short texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..labels import NEXT
from .fields import LABEL
from .states import is_status

_SHORTEST_TITLE = 5
LONGEST_TITLE = 60
_SENTENCES = re.compile("[。！？].|谢谢$|不公开$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d")
_PLACE = re.compile(
    r"位置|欢迎您|感谢|^.{0,4}(?:信息|内容|详情|查看|信箱|选登|情况|回复|大厅|咨询|留言|投诉|首页|交流)$|^(?:发布|来源|浏览|字号|时间|日期)"
)


def may_be_title(text: str) -> bool:
    """Whether a text is neither too short nor too long for a title, nor a place on the site or a heading of a box."""
    if (
        not _SHORTEST_TITLE <= len(text) <= LONGEST_TITLE
        or ">" in text
        or text[0] == NEXT
        or text[-1] in "。；"
        or text.count("】") > 1
        or not _HAN.search(text)
    ):
        return False
    return _PLACE.search(text) is None


def is_headline(text: str) -> bool:
    """Whether a text may be a title, and has no label, no sentences and no day."""
    return may_be_title(text) and LABEL.search(text) is None and _SENTENCES.search(text) is None and not _DAY.search(text)


def title_of(cells: list[str]) -> str:
    """The first of the cells that may be a title, '' where none may."""
    return next((cell for cell in cells if may_be_title(cell) and not is_status(cell) and not cell[0].isdigit()), "")


def title_above(lines: Sequence[str], heading: str) -> str:
    """The heading, or the nearest of the lines above that may be a title: no day and no sentences; a status behind it is none of it."""
    above, heading = [without_status(line) for line in lines], without_status(heading)
    if heading in above and _PLACE.search(heading) is None:
        return heading
    fits = (text for text in reversed(above) if may_be_title(text) and not _DAY.search(text) and not _SENTENCES.search(text))
    return next(fits, "")


def without_status(line: str) -> str:
    """A line without the state that is its last word."""
    text, _, word = line.rpartition(" ")
    return text if text and is_status(word) else line
