"""Article dates and time a page beside htmldate, trafilatura and gne, on the same real pages in one run.

    pip install htmldate trafilatura gne lxml lxml_html_clean selectolax
    python benchmarks/peers_pages.py [--rounds 3]

Needs `../shared/data/pages`. Peers are given what they ask for: htmldate the original date and the address, all of them
decoded text. A date counts as right when its day is; peers that return none are counted as missing, not as wrong.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import process_time
from typing import Any

import lxml.html
from gne import GeneralNewsExtractor
from htmldate import find_date
from selectolax.lexbor import LexborHTMLParser
from trafilatura import bare_extraction

from govsite_rules.parse.facts import page_facts
from govsite_rules.parse.page import parse_page

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
Page = tuple[str, str, dict[str, Any]]
_GNE = GeneralNewsExtractor()


def ours(text: str, url: str, row: dict[str, Any]) -> str | None:
    page = parse_page(text, url=url, fetched_at=datetime.fromisoformat(row["fetched_at"].replace("Z", "+00:00")))
    page_facts(page)
    return str(page.published.date) if page.published.date else None


def by_htmldate(text: str, url: str, row: dict[str, Any]) -> str | None:
    return find_date(text, original_date=True, url=url, max_date=row["fetched_at"][:10])


def by_trafilatura(text: str, url: str, row: dict[str, Any]) -> str | None:
    found = bare_extraction(text, url=url, with_metadata=True)
    return found.date if found else None


def by_gne(text: str, url: str, row: dict[str, Any]) -> str | None:
    return (_GNE.extract(text).get("publish_time") or "")[:10] or None


PEERS: dict[str, Callable[[str, str, dict[str, Any]], str | None]] = {
    "parse_page with page_facts": ours,
    "htmldate": by_htmldate,
    "trafilatura": by_trafilatura,
    "gne": by_gne,
}


def main() -> None:
    index = DATA / "zhecheng" / "index.jsonl"
    if not index.exists():
        print(f"skipped: no real pages at {index}")
        return
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 3
    rows = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
    pages = [((index.parent / row["file"]).read_text("utf-8", "replace"), row["url"], row) for row in rows if row["kind"] == "article"]
    print(f"{len(pages)} articles")
    bare = {"lxml.html.fromstring": lxml.html.fromstring, "lexbor": LexborHTMLParser}
    for name, parse in bare.items():
        times = []
        for _ in range(rounds):
            start = process_time()
            for text, _, _ in pages:
                parse(text.encode())
            times.append((process_time() - start) / len(pages) * 1e3)
        print(f"{name:28}{'':24}{statistics.median(times):8.3f} ms a page")
    for name, read in PEERS.items():
        times, right, wrong, missing = [], 0, 0, 0
        for round in range(rounds):
            start = process_time()
            for text, url, row in pages:
                try:
                    found = read(text, url, row)
                except Exception:  # a peer that fails has found nothing
                    found = None
                if round == 0:
                    truth = row["published"][:10]
                    right += found == truth
                    missing += found is None
                    wrong += found not in (None, truth)
            times.append((process_time() - start) / len(pages) * 1e3)
        print(f"{name:28}right {right:4} wrong {wrong:3} none {missing:3}{statistics.median(times):8.3f} ms a page")


if __name__ == "__main__":
    main()
