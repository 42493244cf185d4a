"""A letter's own page, by its labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from ...values.dates import Absent
from ...values.page import Letter
from ..labels import END, NEXT
from .exchange import exchange
from .fields import LABEL, MANY
from .signatures import LONGEST_OFFICE, LONGEST_SIGNATURE, OFFICE, SIGNED, first_day, headed, without_signature
from .states import LONGEST_STATUS, NO_REPLY, is_status, says_answered
from .titles import LONGEST_TITLE, is_headline, may_be_title, title_above, without_status

_SHORT_STATUS = 10
_MOST_LINES = 60
_ASKED_BY = 2  # fields that tell of a letter
_STRONG = re.compile(r"信访|案件|来件|来\s{0,4}信|写\s{0,4}信|信件|留言|咨询|提问|诉求|问政|反映|投诉|工单|受理件")
_NEWS = re.compile(r"(?:来源|出处|作者|记者|编辑)\s{0,3}[:：]")


def letter_page(lines: Sequence[str], heading: str, url: str, seen_at: datetime, named: bool = True) -> Letter | None:
    """The letter of a single page; None where the page shows neither a time of asking nor an answer.

    Where the page is not ``named`` after letters, its labels must tell: two of what was asked, one of the answer, with their values.
    """
    values, before, strong = _labelled(lines)
    bare = named and not any(map(values.get, ("asked", "asker", "replied", "replier", "handler")))
    if bare and (told := exchange(lines, heading, url, seen_at)) is not None:
        return told
    if not values:
        return None
    title = next((text for text in values.get("title", [])[:1] if text), "")
    title = title or (without_status(heading) if heading in lines and may_be_title(heading) else "") or title_above(before, "")
    question = values.get("question", [])
    if not title and question and is_headline(question[0]) and not may_be_title(heading):
        title = question[0]  # 信件内容 heads title, asker and text
    title = title or heading or next(iter(question), "")[:LONGEST_TITLE]
    asked = first_day(values.get("asked", []) or values.get("asker", [])[:1], seen_at)
    if asked.absent is not None and (behind := SIGNED.search(next(iter(values.get("question", [])[-1:]), ""))) is not None:
        asked = first_day([behind["day"]], seen_at)
        title = title.removesuffix(behind[0])
    replied = first_day(values.get("replied", []), seen_at)
    replier = next(
        (
            name
            for text in [*values.get("replier", [])[:1], *values.get("handler", [])[:1]]
            if (name := text.split(" ")[0]) and not name[0].isdigit()
        ),
        "",
    )
    status = " ".join(values.get("status", [])[:1])
    body = values.get("reply", [])
    if body and len(body[0]) <= _SHORT_STATUS and (state := says_answered(body[0])) is not None:
        status, body = status or body[0], body[1:] if state else []
    if len(body) > 1 and is_status(body[-1]):
        status, body = status or body[-1], body[:-1]  # 处理情况：已办结 below it
    after = [*values.get("replied", [])[1:], *values.get("replier", [])[1:]]  # the line of who answered and when
    if "reply" in values and not body:
        after += values.get("status", [])[1:]  # 办结回复 heads office, day and status, the text follows
    if after and len(body) == 1 and len(body[0]) <= LONGEST_OFFICE and OFFICE.search(body[0]):
        replier = replier or body[0]
        body = after
    if len(body) > 1 and len(body[0]) <= LONGEST_SIGNATURE and (head := headed(body[0], seen_at)) is not None:
        replier, replied = replier or head[0], replied if replied.absent is None else head[1]
        body = body[1:]  # 区供水公司 2023-05-09 above the answer
    body = body or ([] if says_answered(status) is False or replied.absent is not None else after)
    ends = (k for k, line in enumerate(body, 1) if len(line) > LONGEST_SIGNATURE and (tail := SIGNED.search(line)) and tail["who"])
    reply, signed, signed_at = without_signature(body[: next(ends, len(body))], seen_at)
    if signed_at.absent is not None and (behind := SIGNED.search(reply)) is not None:
        reply, signed, signed_at = reply[: behind.start()], behind["who"] or "", first_day([behind["day"]], seen_at)
    if replied.absent is not None:
        replied = signed_at
    replier = (replier or signed)[:40]
    answered: bool | None = None
    if len(status) <= LONGEST_STATUS and status:
        answered = says_answered(status)
    if NO_REPLY.fullmatch(reply) or (body and NO_REPLY.fullmatch(body[0])):
        answered = False if reply else answered
        status, reply = status or reply, ""  # 暂无答复 tells as much as a state
    if reply or replied.absent is None:
        answered = True
    if answered is None:
        shown = {says_answered(line) for line in lines if len(line) <= LONGEST_STATUS}
        answered = False if False in shown else True if True in shown else None
    if asked.absent is Absent.NONE_SHOWN and replied.absent is Absent.NONE_SHOWN and not reply and answered is None:
        return None
    if (
        asked.absent is not None
        and replied.absent is not None
        and not replier
        and any(len(line) < 80 and _NEWS.search(line) for line in lines)
    ):
        return None  # news that quotes a letter say where they come from, not when it was written
    if not named:
        questions = sum(any(values.get(name, ())) for name in ("title", "question")) + (asked.absent is None)
        if not strong or questions < _ASKED_BY or (not reply and replied.absent is not None and not status):
            return None
    return Letter(title, url, asked, replied, replier, reply[:2000], answered)


def is_whole(letter: Letter) -> bool:
    """Whether a letter shows when it was asked and what the answer is."""
    return letter.asked.absent is None and bool(letter.reply)


def _labelled(lines: Sequence[str]) -> tuple[dict[str, list[str]], list[str], bool]:
    """The lines of each label's value, the lines before the first label, and whether a label speaks of a letter alone."""
    values: dict[str, list[str]] = {}
    before: list[str] = []
    field, strong, found, contents = "", False, False, False
    repeated = Counter[str]()
    for line in lines:
        at = 0
        if line.startswith(NEXT) and values.get(field):
            field = "other"
            values.setdefault(field, [])
        for match in LABEL.finditer(line):
            if field:
                _keep(values, field, line[at : match.start()], at > 0)
            elif not found and (text := line[: match.start()].strip()):
                before.append(text)
            field, at = match.lastgroup or "", match.end()
            found = found or field != "other"
            values.setdefault(field, [])
            strong = strong or _STRONG.search(match[0]) is not None
            repeated[field] += 1
            if match["office"] and field == "reply":
                values.setdefault("replier", [match["office"]])  # 县住建局回复：
            if field == "reply" and values[field] and is_status(values[field][0]):
                values.setdefault("status", []).append(values[field][0])  # 处理情况：未回复 above the answer
                values[field].clear()
            if field == "reply" and contents:
                field = "other"  # another answer
                values.setdefault(field, [])
            elif field == "reply" and match[0].rstrip(" :：】]").endswith("内容"):
                values[field].clear()  # what stood under 单位回复 before it was said about the answer
                contents = True
            if field in ("replied", "replier", "handler", "asked", "status", "title") and any(values[field]):
                field = "other"  # said once; a second is another answer's
                values.setdefault(field, [])
        if field and (found or at):
            _keep(values, field, line[at:], at > 0)
        elif not found:
            before.append(line)
    if max(repeated[name] for name in ("asked", "title", "question", "replier")) >= MANY:
        return {}, [], False  # a list of letters
    return values, before, strong


def _keep(values: dict[str, list[str]], field: str, text: str, is_first: bool) -> None:
    text = END.split(text.strip(" :：|】]\ufffd"))[0].strip()
    if text and (is_first or text != "\ufffc") and len(values[field]) < _MOST_LINES:
        values[field].append(text.replace("\ufffc", "").strip())
