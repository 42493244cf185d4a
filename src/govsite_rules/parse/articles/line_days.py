"""What the dates of one line are worth."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date as Day
from datetime import datetime
from itertools import pairwise

from ...values.dates import SHANGHAI, DateReading
from ..dates import FoundDate
from ..tree import Tree
from .candidates import Published
from .day_labels import AFTER_BODY, OTHER_LABEL, RANKS, UNLABELLED, rank_of
from .line_kinds import BRACKETS, COLON, GAP, HAN_FORM, META, SENTENCE, SHORTEST_TITLE, is_bare, is_body_name, is_meta_of_one
from .zone import Zone

_GOES_ON = re.compile(r"(?!星期|周)(?:[，、]\s?)?[\u4e00-\u9fff]")
_NEXT = re.compile(r"[\s【\[]{0,2}[上下前后][一1]?[篇条页]\s{0,3}[】\]]?\s{0,3}[:：]?")
_RANGE_BEHIND = re.compile(r"\s{0,3}(?:至|到(?!期)|~|～|—{1,2}|[-–]\s?(?=\d))")
_OF_ANOTHER = re.compile(r"[\u4e00-\u9fff](?<!信息)(?<!文章)(?<!稿件)(?<!网站)(?<!本文)(?<!内容)(?<!首次)$")
_PUBLISHED_BEHIND = re.compile(r"\s{0,3}(?:发布|发表)(?![\u4e00-\u9fff])")
_WHENCE = re.compile(r"来\s{0,6}源|作\s{0,6}者")
_LABEL_ALONE = re.compile(r"(?:日\s{0,6}期|时\s{0,6}间|期限|有效期至?|截止)\s{0,3}[:：∶﹕]?$")


def days_of_line(
    tree: Tree,
    text: str,
    dates: tuple[FoundDate, ...],
    labels: list[re.Match[str]],
    k: int,
    zone: Zone,
    lines: list[str],
    seen_at: datetime,
    vouched: Collection[Day | None],
) -> list[Published]:
    """What the dates of one line are worth."""
    found: list[Published] = []
    meta = META.search(text) is not None or (is_bare(text, dates) and _is_among_facts(dates[0], lines, k, zone))
    end = 0
    for date in dates:
        before = text[end : date.start]
        label = next(
            (one for one in reversed(labels) if end <= one.start() < date.start and not text[one.end() : date.start].strip(GAP)),
            None,
        )
        start, end = end, date.end
        if label is not None:
            if _RANGE_BEHIND.match(text, date.end) or (k >= zone.body and not meta and _OF_ANOTHER.search(text, 0, label.start())):
                continue
            rank = rank_of(label, k, zone)
            if label.lastgroup == "plain" and meta and zone.is_near(k):
                rank = UNLABELLED
            if label.lastgroup == "own" and label[0][0] in "发發" and any(one.lastgroup == "late" for one in labels):
                rank -= RANKS["own"] - RANKS["plain"]  # beside a day of revision it is that of publication
            if (
                rank < 3
                or ((rank < AFTER_BODY or rank == RANKS["made"]) and zone.is_near(k))
                or rank == AFTER_BODY
                or (rank == AFTER_BODY + 1 and (meta or not label.start()))
            ):
                found.append(Published(date.reading, label[0], rank, k))
        elif k in zone.headings and _is_behind_the_title(tree, text, date, vouched):
            found.append(Published(date.reading, "", UNLABELLED, k))
        elif k < zone.body and _PUBLISHED_BEHIND.match(text, date.end):
            found.append(Published(date.reading, "发布", 0, k))
        elif (
            date.role == "other"
            or not zone.is_near(k)
            or OTHER_LABEL.search(before[-16:])
            or (k and not (meta and before.strip(BRACKETS)) and _is_label(lines[k - 1]))
            or (is_bare(text, dates) and _is_signed(lines, k, zone))
            or _is_clock(date.reading, k, zone, lines, seen_at)
        ):
            continue
        elif _is_displayed(text, date, start, meta, k, zone, vouched) or _is_under_subtitles(text, dates, lines, k, zone):
            found.append(Published(date.reading, "", UNLABELLED, k))
    return found


def _is_behind_the_title(tree: Tree, text: str, date: FoundDate, vouched: Collection[Day | None]) -> bool:
    """Whether a stamp with its time ends the heading's line, from an element of its own: no title ends in one.

    A day alone may be the title's own, or that of a meeting: it must be told elsewhere, and the page's title end before it.
    """
    sure = date.reading.time is not None or (date.reading.date in vouched and _is_apart(tree, text[: date.start], date.reading.raw))
    return sure and not text[date.end :].strip(BRACKETS) and not HAN_FORM.search(text, date.start)


def _is_apart(tree: Tree, title: str, day: str) -> bool:
    """Whether a day stands in an element of its own behind a title that the page's own title tells without it."""
    title = title.strip(BRACKETS)
    called = next((" ".join(tree.raw.get(i, "").split()) for i in tree.of.get("title", ())), "")
    if len(title) < SHORTEST_TITLE or title not in called or day in called:
        return False
    return any(
        tree.texts[at].strip(GAP + BRACKETS) == day and title.endswith(" ".join(tree.texts[before].split()))
        for before, at in pairwise(tree.words)
    )


def _is_displayed(text: str, date: FoundDate, start: int, meta: bool, k: int, zone: Zone, vouched: Collection[Day | None]) -> bool:
    """Whether an unlabelled date belongs to the article's own line rather than to its text or signature."""
    if _NEXT.match(text):
        return False
    if meta and len(text) < 200:
        if date.reading.time is None and _GOES_ON.match(text, date.end) and not META.search(text, date.end, date.end + 6):
            return False  # a day within a title
        return HAN_FORM.search(text) is None or not text[start : date.start].rstrip().endswith(("（", "("))
    if not zone.headings:
        return False
    distance = zone.below(k)
    before, after = text[: date.start].strip(BRACKETS), text[date.end :].strip(BRACKETS)
    if _LABEL_ALONE.search(before):
        return False
    if before or after:
        # "示范日报 2025-06-13" right under the heading.
        short = len(text) <= 40 and not SENTENCE.search(text) and not HAN_FORM.search(text)
        return short and (date.reading.time is not None or not (before and after)) and 1 <= distance <= 2
    # Signatures are written 2019年4月1日 and stand at the end; so are days of speeches and decisions, in parentheses.
    if HAN_FORM.search(text):
        return distance in (-1, 1, 2) and (text[0] not in "（(" or date.reading.date in vouched)
    return -2 <= distance <= 5


def _is_among_facts(date: FoundDate, lines: list[str], k: int, zone: Zone) -> bool:
    """Whether a bare date stands below a line with another of the article's facts, or above one where no signature can."""
    if k > 0 and k - 1 not in zone.headings and is_meta_of_one(lines[k - 1]):
        return True
    above = date.reading.time is not None or bool(zone.headings and k < zone.headings[0])
    return above and k + 1 < len(lines) and is_meta_of_one(lines[k + 1])


def _is_under_subtitles(text: str, dates: tuple[FoundDate, ...], lines: list[str], k: int, zone: Zone) -> bool:
    """Whether only a subtitle and what stands in parentheses part a bare date from the heading."""
    if not zone.headings or not 0 < (distance := zone.below(k)) <= 4 or not is_bare(text, dates) or text[0] in "（(":
        return False
    return all(line[0] in "—（(" for line in lines[k - distance + 1 : k])


def _is_signed(lines: list[str], k: int, zone: Zone) -> bool:
    """Whether a bare day is that of a signature: below a sentence of the text, or the name of who signed.

    Right under the heading a name and a day in digits are the source and when it was published.
    """
    under = zone.below(k) if zone.headings else 0
    if any(line[-1] in "。；！" for line in lines[k - under + 1 : k]):
        return True
    named = k > 0 and is_body_name(lines[k - 1]) and not COLON.search(lines[k - 1])
    return named and (not 0 < under <= 2 or HAN_FORM.search(lines[k]) is not None)


def _is_label(text: str) -> bool:
    """Whether a line is but a label, such as 失效日期, whose value the next one is."""
    return len(text) <= 16 and _LABEL_ALONE.search(text) is not None


def _is_clock(reading: DateReading, k: int, zone: Zone, lines: list[str], seen_at: datetime) -> bool:
    """Whether a day above the heading is but the day of the visit, as pages tell their visitors; no clock names a source."""
    if _WHENCE.search(lines[k]):
        return False
    running = reading.time is None or "星期" in reading.raw
    return bool(zone.headings) and k < zone.headings[0] and running and reading.date == seen_at.astimezone(SHANGHAI).date()
