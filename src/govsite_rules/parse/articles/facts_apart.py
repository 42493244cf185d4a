"""Facts that stand apart from the heading: in a box of their own, or under the text."""

from __future__ import annotations

import re
from datetime import datetime

from ...values.dates import DateSource
from ..dates import find_dates
from .candidates import Published
from .day_labels import BOXED, labels_of
from .line_kinds import BRACKETS, COLON, GAP, HAN_FORM, LONGEST_META, SHORTEST_TITLE, WEEKDAY, is_body_name, is_meta_of_one
from .zone import Zone

_HITS_SHOWN = re.compile(r"(?:点击|浏览|阅读|访问|人气)[\u4e00-\u9fff]{0,2}\s?[:：]\s?\d{0,8}\s?次?")
_LEAVES = re.compile(r"打印|关闭|返回")
_OF_A_FILE = re.compile(r"下载|附件|大小")
_LONGEST_BELOW = 80


def boxed(lines: list[str], zone: Zone, seen_at: datetime) -> list[Published]:
    """The one day with a label in a box of facts far from the heading: below or above its source or hits, under no other title."""
    found: list[Published] = []
    for k, text in enumerate(lines):
        label = next(iter(labels_of(text)), None) if len(text) <= LONGEST_META else None
        if label is None or label.lastgroup in ("own", "made") or text[: label.start()].strip(BRACKETS):
            continue
        last = k if text[label.end() :].strip(GAP) else k + 1
        value = text[label.end() :].lstrip(GAP) if last == k else lines[last] if last < len(lines) else ""
        dates = find_dates(value, seen_at=seen_at, source=DateSource.ARTICLE, limit=2)
        if len(dates) != 1 or dates[0].reading.absent is not None or value[: dates[0].start].strip(BRACKETS):
            continue
        rest = value[dates[0].end :]
        if rest.strip(BRACKETS) and not WEEKDAY.fullmatch(rest):
            continue
        top = k
        while top and (is_meta_of_one(lines[top - 1]) or (last > k and top > 1 and is_meta_of_one(lines[top - 2]))):
            top -= 1
        told = top < k or any(map(is_meta_of_one, lines[last + 1 : last + 2]))
        if told and not (top and top - 1 not in zone.headings and _is_another_title(lines[top - 1])):
            found.append(Published(dates[0].reading, label[0], BOXED, k))
    return found if len(found) == 1 else []


def below_the_text(lines: list[str], zone: Zone, seen_at: datetime) -> list[Published]:
    """The day between an article's hits and its 打印 or 返回, where the one such line stands under the text."""
    found: list[Published] = []
    for k in range(zone.body + 1, len(lines)):
        text = lines[k]
        hits = _HITS_SHOWN.search(text) if len(text) <= _LONGEST_BELOW and _LEAVES.search(text) else None
        if hits is None or _OF_A_FILE.search(text):
            continue
        dates = find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=2)
        if len(dates) != 1 or dates[0].reading.date is None or HAN_FORM.search(text):
            continue
        start = dates[0].start
        label = next((one for one in labels_of(text) if one.end() <= start and not text[one.end() : start].strip(GAP)), None)
        if label is None and text[hits.end() if hits.end() <= start else 0 : start].strip(GAP + BRACKETS):
            continue
        if label is None or label.lastgroup != "made":
            found.append(Published(dates[0].reading, label[0] if label else "", BOXED, k))
    return found if len(found) == 1 else []


def _is_another_title(text: str) -> bool:
    return (
        len(text) >= SHORTEST_TITLE
        and not is_body_name(text)
        and "首页" not in text
        and not COLON.search(text)
        and text[-1] not in "。；！"
    )
