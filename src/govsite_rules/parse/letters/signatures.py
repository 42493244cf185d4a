"""Who wrote and when, in a line of its own or behind a text."""

from __future__ import annotations

import re
from datetime import datetime

from ...values.dates import NO_DATE, DateReading, DateSource
from ..dates import find_dates
from .signs import ANSWER

LONGEST_SIGNATURE = 45
LONGEST_OFFICE = 24
_LONGEST_LINE = 60
IN_SENTENCE = re.compile("[，。；！？]")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d)?)?")
_STEP = re.compile("信件|提交|流程|来源|浏览|点击|字号|发布|时间|日期")
OFFICE = re.compile(r"[局委办厅处科室院站队会部]$|政府$|中心$")
_OFFICE_LINE = re.compile(
    r"[\u4e00-\u9fff（）()]{2,24}\s{0,3}[（(:：]?\s{0,3}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?[)）:：]{0,2}"
)
SIGNED = re.compile(
    r"\s(?P<who>\S{2,24})?\s?(?P<day>\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2}(?:\.\d)?)?)?)\]?$"
)  # who and when behind a text


def who_and_when(line: str, seen_at: datetime) -> tuple[str, DateReading] | None:
    """Who and when, of a line that says nothing else."""
    if len(line) > _LONGEST_LINE or IN_SENTENCE.search(line) or ":" in _CLOCK.sub("", line) or "：" in line:
        return None
    found = list(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=2))
    if len(found) != 1 or found[0].reading.date is None:
        return None
    rest = _CLOCK.sub(" ", line[: found[0].start] + " " + line[found[0].end :])
    who = " ".join(ANSWER.sub(" ", rest).split()).removesuffix(" 于").strip()
    return (who, found[0].reading) if who and len(who) <= LONGEST_OFFICE and not _STEP.search(who) else None


def headed(line: str, seen_at: datetime) -> tuple[str, DateReading] | None:
    """The office and the day of a line that has nothing else."""
    found = next(iter(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=1)), None)
    office = line[: found.start].strip(" :：（(") if found is not None else ""
    return (office, found.reading) if found is not None and 2 < len(office) <= LONGEST_OFFICE and _OFFICE_LINE.fullmatch(line) else None


def without_signature(body: list[str], seen_at: datetime) -> tuple[str, str, DateReading]:
    """An answer without the line that closes it, the office that signed it, and the day."""
    for k, line in enumerate(body):
        if not k or len(line) > LONGEST_SIGNATURE:
            continue
        found = list(find_dates(line, seen_at=seen_at, source=DateSource.ARTICLE, limit=1))
        if found and found[0].start <= LONGEST_OFFICE:
            office = line[: found[0].start].strip(" :：")
            if not office and k > 1 and len(body[k - 1]) <= LONGEST_OFFICE and body[k - 1][-1] not in "。；！":
                return " ".join(body[: k - 1]), body[k - 1], found[0].reading
            return " ".join(body[:k]), office, found[0].reading
    return " ".join(body).strip(), "", NO_DATE


def first_day(value: list[str], seen_at: datetime) -> DateReading:
    """The first day that the lines of a value show."""
    found = find_dates(" ".join(value[:2])[:80], seen_at=seen_at, source=DateSource.ARTICLE, limit=1)
    return next((one.reading for one in found), NO_DATE)


def is_later(one: DateReading, other: DateReading) -> bool:
    """Whether a day is not before the other, as far as both can be told."""
    return one.date is None or other.date is None or one.date >= other.date
