"""What reading a page costs, beside bare parsers on the same bytes, and whether the cost grows in proportion to size.

    python benchmarks/speed_pages.py [--rounds 7]

Medians over rounds of the mean time a page; needs `../shared/data/pages` for the first table.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import lxml.html
from selectolax.lexbor import LexborHTMLParser

from govsite_rules.parse.facts import page_facts
from govsite_rules.parse.page import parse_page

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
AT = datetime(2018, 7, 28, tzinfo=UTC)
ROW = "<li><a href='/xw/2025/t20250613_{n}.html'>示范市召开第{n}次常务会议研究部署有关工作</a><span>2025-06-13</span></li>"
Page = tuple[bytes, str, int]


def real_pages() -> list[Page]:
    found = []
    for index in sorted(DATA.glob("*/index.jsonl")):
        for line in index.read_text("utf-8").splitlines():
            truth = json.loads(line)
            found.append(((index.parent / truth["file"]).read_bytes(), truth["url"], truth["status"]))
    return found


def timed(work: Callable[[Page], object], pages: list[Page]) -> float:
    start = perf_counter()
    for page in pages:
        work(page)
    return (perf_counter() - start) / len(pages) * 1000


def main() -> int:
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 7

    def read(page: Page) -> object:
        return parse_page(page[0], url=page[1], fetched_at=AT, status=page[2])

    pages = real_pages()
    if pages:
        works: dict[str, Callable[[Page], object]] = {
            "lxml.html.fromstring": lambda page: lxml.html.fromstring(page[0]),
            "lexbor parse": lambda page: LexborHTMLParser(page[0]),
            "parse_page": read,
            "parse_page + page_facts": lambda page: page_facts(parse_page(page[0], url=page[1], fetched_at=AT, status=page[2])),
        }
        times: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(rounds):
            for name, work in works.items():
                times[name].append(timed(work, pages))
        bare = statistics.median(times["lxml.html.fromstring"])
        size = sum(len(page[0]) for page in pages) / len(pages) / 1024
        print(f"{len(pages)} pages, {size:.1f} KB on average, medians of {rounds} rounds")
        for name, measured in times.items():
            print(f"{name:26}{statistics.median(measured):8.3f} ms {statistics.median(measured) / bare:7.2f} x lxml.html.fromstring")
    else:
        print("skipped: the real pages are not here (../shared/data/pages)")
    print("\nsize        time a page   a KB")
    for rows in (5, 50, 500, 5_000, 50_000):
        body = f"<html><body><ul>{''.join(ROW.format(n=n) for n in range(rows))}</ul></body></html>".encode()
        taken = statistics.median(timed(read, [(body, "http://www.example.gov.cn/xw/", 200)]) for _ in range(3))
        print(f"{len(body) / 1024:8.1f} KB {taken:10.2f} ms {taken / len(body) * 1024:7.3f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
