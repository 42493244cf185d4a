"""What was done with a letter, as a word or two beside it say."""

from __future__ import annotations

import re

from .fields import LONGEST_CELL

LONGEST_STATUS = 20  # characters of a text that says no more than a state
_ANSWERED = re.compile(
    r"已(?:经)?(?:答复|回复|办结|处理|处复|解决|反馈|解答|办理|阅批|完成|办复)|(?:答复|办结|回复)(?:完毕|完成)|^办结$|^[√✓]$"
)
_UNANSWERED = re.compile(
    r"未(?:答复|回复|办结|办理|处理|受理|解决|阅批)|待(?:答复|回复|受理|处理|办理|审核)|(?:正在)?(?:处理|办理|受理|转办|审核)中|正在(?:处理|办理|受理|核实)|已(?:受理"
    r"|转办|交办|接收|分发)"
)
NO_REPLY = re.compile(
    r"(?:[-—–/]{1,4}|暂无(?:回复|答复|回答|回信|结果|处理结果|办理结果)?|尚未(?:回复|答复)|未(?:回复|答复)|无|暂未(?:回复|答复)|\S{0,4}正在(?:处理|办理)中?(?:[，,]请\S{2,8})?)?[。.…]{0,3}"
)


def says_answered(text: str) -> bool | None:
    """Whether a text says that a letter was answered, None where it says neither."""
    return False if _UNANSWERED.search(text) else True if _ANSWERED.search(text) else None


def is_status(text: str) -> bool:
    """Whether a text is as short as a state, and says one."""
    return len(text) <= LONGEST_CELL and says_answered(text) is not None
