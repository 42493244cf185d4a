"""When an article says it was published: the displayed date, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date as Day
from datetime import datetime

from attrs import evolve

from ...values.dates import Absent, DateReading, DateSource
from ..dates import FoundDate, find_dates, read_date
from ..tree import Tree
from .candidates import Published, choose, labelled
from .day_labels import ALONE, RANKS, labels_of, rank_of
from .facts_apart import below_the_text, boxed
from .line_days import days_of_line
from .line_kinds import BRACKETS, COLON, GAP, HAN_FORM, LONGEST_TITLE, SENTENCE, SHORTEST_TITLE, WEEKDAY, is_bare, is_body_name, is_prose
from .unfilled import unfilled_label
from .value_row import cells_below
from .zone import zone_of

_IN_FORCE = re.compile(r"(?:施行|实施|生效)\s{0,3}(?:日期|时间)")
# How often a page was called up, a number or a sign that a script replaces, runs into the day of the element behind it.
_HITS = re.compile(r"((?:次数|量|点击数?|人气)\s?[:：])\s?(?:--?\s?|\d{1,7}?)(?=(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d)")
_COMMENTS = re.compile(
    r"(?:网友|网民|最新|全部|热门|精彩|文章|用户|我要|发表|相关|公众)?(?:评论|跟帖|留言)(?:列表|区|内容)?[\s:：(（]{0,3}\d{0,6}\s?[条个]?[)）]?$"
)
_LONGEST_SAID = 16
_PLACE = re.compile(r"\s{0,6}(?:[一二三四五]、|\d[.、])?\s{0,3}(?:会议|活动)?\s{0,3}地\s{0,6}[点址](?![\u4e00-\u9fff])")
_CONFERENCE = re.compile(r"\s{0,6}发\s{0,3}布\s{0,3}地\s{0,3}[点址]")
_PERHAPS_STATED = re.compile(r"发|發|公[开開布]|上[网網线]|P(?i:ublish)|p(?i:ublish)|R(?i:elease)|r(?i:elease)")  # by first letters: fast
_TEMPLATE = re.compile(r"\{\{|\$\{|<%|#\{")
_DATE_LIKE = re.compile(r"[\d\s年月日号时分秒/.:：－-]{6,40}")
_LONGEST_HEAD = 60
_TABLES = 4  # that are looked through for a row of names


def published(tree: Tree, lines: list[str], heading: int, seen_at: datetime, vouched: Collection[Day | None] = ()) -> Published:
    """The displayed publication date: labelled 发布 first, then the date of the line under the heading, then weaker labels.

    ``vouched`` are the days that the page's tag and address tell: one that ends the heading, or stands in parentheses below it, is not
    the title's own then.
    """
    lines = _without_comments(lines, heading)
    zone = zone_of(lines, heading)
    found: list[Published] = []
    under: list[Published] = []
    waiting: re.Match[str] | None = None
    heads: list[re.Match[str]] = []
    tables = _TABLES
    asked: dict[str, Published] = {}

    def unfilled(label: str, k: int) -> Published:
        # One look through the tree for each label, however often it stands there.
        if label not in asked:
            asked[label] = unfilled_label(tree, label, k)
        return asked[label]

    for k, text in enumerate(lines):
        if len(text) > 400 or (k >= zone.body and not waiting and (not _PERHAPS_STATED.search(text) or is_prose(text))):
            waiting, heads = None, []
            continue
        if zone.is_near(k):
            text = _HITS.sub(r"\1 ", text)
        labels = labels_of(text)
        if labels and _is_of_a_meeting(text, labels[-1], lines, k):
            labels = []
            if zone.is_near(k):
                continue
        dates = find_dates(text, seen_at=seen_at, source=DateSource.ARTICLE, limit=12)
        if dates and ("星期" in text or "周" in text):
            dates = tuple(evolve(one, end=week.end()) if (week := WEEKDAY.match(text, one.end)) else one for one in dates)
        before_labels = not labels or (bool(dates) and dates[0].end <= labels[0].start())
        if waiting and before_labels and not _is_of_its_own(text, dates):
            one = len(dates) == 1 or bool(labels)
            reading = dates[0].reading if one else read_date(text, seen_at=seen_at, source=DateSource.ARTICLE)
            begins = not one or not (text[: dates[0].start].strip(GAP + BRACKETS) or SENTENCE.search(text, dates[0].end))
            if reading is not None and begins and len(text) < 100:
                found.append(labelled(reading, waiting, k, zone))
                waiting = None
                if not labels:
                    continue
        if heads and not labels and len(heads) == len(dates):
            found += [labelled(date.reading, head, k, zone) for head, date in zip(heads, dates, strict=True)]
            heads = []
            continue
        waiting, heads = None, []
        if dates:
            found += days_of_line(tree, text, dates, labels, k, zone, lines, seen_at, vouched)
            if heading < 0 and k < zone.body and _is_under_a_title(text, dates, lines, k):
                under.append(Published(dates[0].reading, "", RANKS["plain"], k))
            if labels and labels[-1].start() >= dates[-1].end and not text[labels[-1].end() :].strip(GAP):
                waiting = labels[-1]
        elif labels:
            label = labels[-1]
            rest = text[label.end() :].strip(GAP)
            shown = _DATE_LIKE.match(rest)
            read = read_date(f"发布时间：{shown[0]}", seen_at=seen_at, source=DateSource.ARTICLE) if shown else None
            written = None
            if rest and zone.is_near(k):
                written = next((one for one in labels if unfilled(one[0], k).reading.absent is None), None)
            if written is not None:
                found.append(evolve(unfilled(written[0], k), rank=rank_of(written, k, zone)))
            elif read is not None and (label.lastgroup == "best" or zone.is_near(k)):
                found.append(labelled(read, label, k, zone))
            elif tables and zone.is_near(k) and (cells := cells_below(tree, text, labels, seen_at)) is not None:
                found += [labelled(cell, head, k, zone) for cell, head in cells]
                tables -= 1
            elif not rest and (zone.is_near(k) or label.lastgroup in ("best", "open")):
                waiting = label
                found.append(unfilled(label[0], k))
            elif zone.is_near(k) and _is_head_row(text, labels, lines, k):
                heads = labels
            elif label.lastgroup == "best" and _TEMPLATE.search(rest):
                found.append(Published(DateReading(raw=rest[:40], source=DateSource.ARTICLE, absent=Absent.SCRIPT_DRAWN), label[0], 6, k))
            elif label.lastgroup == "best" and zone.is_near(k):
                found.append(unfilled(label[0], k))
        elif len(text) < 40 and heading >= 0 and k < zone.body and 0 < zone.below(k) <= 3:
            digits = len(text) == 8 and text.isdecimal()
            reading = read_date(f"日期：{text}" if digits else text, seen_at=seen_at, source=DateSource.ARTICLE)
            if reading is not None and not (digits and reading.absent):
                found.append(Published(reading, "", ALONE, k))
    if len(under) == 1:
        found += under
    if all(one.reading.absent is not None or one.rank >= RANKS["made"] for one in found):
        found += boxed(lines, zone, seen_at) or below_the_text(lines, zone, seen_at)
    return choose([evolve(one, rank=RANKS["made"]) if _is_of_a_rule(one, lines) else one for one in found], heading, zone)


def _is_of_a_meeting(text: str, label: re.Match[str], lines: list[str], k: int) -> bool:
    """Whether a bare 时间 tells when something takes place: a place stands behind it or in the next line.

    发布时间 is that of a press conference where 发布地点 follows, perhaps behind its value.
    """
    place, most = (_PLACE, 1) if label.lastgroup == "plain" else (_CONFERENCE, 2)
    if label.lastgroup not in ("plain", "best"):
        return False
    return place.search(text, label.end()) is not None or any(map(place.match, lines[k + 1 : k + 1 + most]))


def _is_of_a_rule(one: Published, lines: list[str]) -> bool:
    """Whether a 公布日期 stands beside the day from which the rule is in force: the rule's days, whenever the page was put up."""
    return one.label.startswith("公布") and any(_IN_FORCE.search(line) for line in lines[max(one.line - 2, 0) : one.line + 3])


def _without_comments(lines: list[str], heading: int) -> list[str]:
    """The lines before those of the visitors: what they write is dated too."""
    for k in range(heading + 1, len(lines)):
        if len(lines[k]) <= _LONGEST_SAID and _COMMENTS.match(lines[k]):
            return lines[:k]
    return lines


def _is_under_a_title(text: str, dates: tuple[FoundDate, ...], lines: list[str], k: int) -> bool:
    """Whether a line is a bare stamp in digits right under what reads like a title; several such are rows of a list."""
    bare = not HAN_FORM.search(text) and is_bare(text, dates)
    title = lines[k - 1] if bare and k else ""
    return (
        SHORTEST_TITLE <= len(title) <= LONGEST_TITLE
        and not is_body_name(title)
        and not SENTENCE.search(title[-1])
        and not COLON.search(title[-1])
    )


def _is_head_row(text: str, labels: list[re.Match[str]], lines: list[str], k: int) -> bool:
    """Whether a line names the columns of a table with the article's own facts: one row of values follows, not a list of others."""
    telling = any(label.lastgroup in ("best", "open") for label in labels)
    return telling and len(text) <= _LONGEST_HEAD and not COLON.search(text) and not any(find_dates(line) for line in lines[k + 2 : k + 3])


def _is_of_its_own(text: str, dates: tuple[FoundDate, ...]) -> bool:
    """Whether a line with a date is no value of the label in the line before it: it has a label itself, or is in parentheses."""
    if not dates:
        return False
    return COLON.search(text, 0, dates[0].start) is not None or (text[0] in "（(" and HAN_FORM.search(text) is not None)
