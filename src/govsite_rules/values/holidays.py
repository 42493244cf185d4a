"""The State Council's holiday tables as the library ships them. Days off and days worked that differ from the plain week.

2025 and 2026 agree with the published notices; earlier years are taken from the record that the ``chinesecalendar``
package keeps of them. A year is added each November, when the next notice appears; outside these years nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .workdays import HolidayTable

_NOTICES = """
2018 off 0101 0215-0221 0405-0407 0429-0501 0618 0924 1001-1007 1230-1231 | work 0211 0224 0408 0428 0929-0930 1229
2019 off 0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007 | work 0202-0203 0428 0505 0929 1012
2020 off 0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008 | work 0119 0426 0509 0628 0927 1010
2021 off 0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007 | work 0207 0220 0425 0508 0918 0926 1009
2022 off 0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231 | work 0129-0130 0402 0424 0507 1008-1009
2023 off 0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 1230-1231 | work 0128-0129 0423 0506 0625 1007-1008
2024 off 0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007 | work 0204 0218 0407 0428 0511 0914 0929 1012
2025 off 0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008 | work 0126 0208 0427 0928 1011
2026 off 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007 | work 0104 0214 0228 0509 0920 1010
"""


def _days(year: int, spans: str) -> Iterator[date]:
    for span in spans.split():
        ends = [date(year, int(end[:2]), int(end[2:])) for end in span.split("-")]
        day = ends[0]
        while day <= ends[-1]:
            yield day
            day += timedelta(days=1)


def _table() -> HolidayTable:
    off: set[date] = set()
    work: set[date] = set()
    years = []
    for line in _NOTICES.split("\n")[1:-1]:
        head, worked = line.split(" | work ")
        year, rest = head.split(" off ")
        years.append(int(year))
        off.update(_days(int(year), rest))
        work.update(_days(int(year), worked))
    return HolidayTable(date(min(years), 1, 1), date(max(years), 12, 31), frozenset(off), frozenset(work))


STATE_COUNCIL = _table()
