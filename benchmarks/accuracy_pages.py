"""How many of the labelled pages are read right. Prints a table; needs `../shared/data/pages`.

python benchmarks/accuracy_pages.py [--misses]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageKind, PageRole, PageSnapshot

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
MARKS = ("organ_mark", "site_code", "icp", "police", "sponsor", "contact", "error_report_entry")


def pages(folder: Path) -> Iterator[tuple[Mapping[str, object], PageSnapshot]]:
    for line in (folder / "index.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        at = datetime.fromisoformat(truth["fetched_at"]) if truth.get("fetched_at") else datetime(2018, 7, 28, tzinfo=UTC)
        yield truth, parse_page((folder / truth["file"]).read_bytes(), url=truth["url"], fetched_at=at, status=truth["status"])


def checks(truth: Mapping[str, object], page: PageSnapshot) -> Iterator[tuple[str, object, object]]:
    """(what, expected, read) for one page."""
    if truth["kind"] == "article":
        day, time = page.published.date, page.published.time
        yield "article: role", PageRole.ARTICLE, page.role
        yield "article: publication date", truth["published"], f"{day} {time}" if day and time else str(day) if day else None
    elif truth["kind"] == "list":
        days = [entry.date.date for entry in page.entries if entry.date.date]
        yield "list: newest date", truth["newest"], str(max(days)) if days else None
        yield "list: dated entries", truth["dated_items"], len(days)
        yield "list: blank", truth["blank"], bool(page.blank)
    elif truth["status"] != 200:
        yield "error body", True, page.kind is not PageKind.CONTENT
    for name in MARKS if page.kind is PageKind.CONTENT else ():
        yield f"mark: {name}", "shown", getattr(page.marks, name).state


def main() -> int:
    if not DATA.exists():
        print("skipped: the real pages are not here (../shared/data/pages)")
        return 0
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    misses: list[str] = []
    for folder in sorted(path.parent for path in DATA.glob("*/index.jsonl")):
        for truth, page in pages(folder):
            for what, expected, read in checks(truth, page):
                given[what] += 1
                right[what] += expected == read
                if expected != read:
                    misses.append(f"{what}: {truth['file']}: expected {expected}, read {read}")
    print(f"{'what':34}{'pages':>8}{'right':>8}{'share':>9}")
    for what, count in given.items():
        print(f"{what:34}{count:>8}{right[what]:>8}{right[what] / count:>9.1%}")
    if "--misses" in sys.argv:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
