"""Codes with the usual words for what is open or not checked, so that only the fault and its absence need words of their own."""

from __future__ import annotations

from ..values.finding import Outcome, TargetKind
from ._base import Code, Text

_USUAL = {
    Outcome.CANT_TELL: (("无法判断：", "{zh}（{{reason}}）"), ("Cannot be told: ", "{en} ({{reason}})")),
    Outcome.UNTESTED: (("未检查：", "{zh}（{{reason}}）"), ("Not looked at: ", "{en} ({{reason}})")),
    Outcome.INAPPLICABLE: (("不检查此项：", "{{reason}}"), ("Not checked: ", "{{reason}}")),
}


def worded(id: str, question: Text, failed: Text, passed: Text, *others: Outcome, target: TargetKind = TargetKind.SITE) -> Code:
    """A code that may fail or pass, and be what ``others`` say. Codes on more than the site name their target."""
    zh, en = question
    named = target is not TargetKind.SITE
    messages = [(Outcome.FAILED, failed), (Outcome.PASSED, passed)]
    for outcome in others:
        (zh_head, zh_tail), (en_head, en_tail) = _USUAL[outcome]
        messages.append(
            (
                outcome,
                (
                    zh_head + ("{target}，" if named else "") + zh_tail.format(zh=zh),
                    en_head + ("{target}, " if named else "") + en_tail.format(en=en),
                ),
            )
        )
    return Code(id, question, target, tuple(messages))
