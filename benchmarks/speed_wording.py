"""What wording checks cost a page, beside parsing it, plain regular expressions and pyahocorasick.

    python benchmarks/speed_wording.py

Times are the best of several rounds of process time over the pages of ../shared/data/pages/zhecheng; rjieba and pyahocorasick
are left out where they are not installed.
"""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from govsite_rules.parse.page import parse_page
from govsite_rules.wording import Entry, JiebaSegmenter, Lexicon, RjiebaSegmenter, Segmenter, scanner, shipped_lexicon, shipped_terms
from govsite_rules.wording.near import NearIndex

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages" / "zhecheng"
SEEN_AT = datetime(2018, 7, 27, tzinfo=UTC)
ROUNDS = 7
MANY = 5_000


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def main() -> None:
    if not DATA.exists():
        sys.exit(f"no data at {DATA}")
    bodies = [path.read_bytes() for path in sorted(DATA.rglob("*.html"))]

    def parsed() -> list[str]:
        pages = (parse_page(body, url="http://www.zhecheng.gov.cn/a.html", fetched_at=SEEN_AT, keep_text=True) for body in bodies)
        return [page.text or "" for page in pages]

    texts = parsed()
    characters = sum(map(len, texts))
    print(f"{len(texts)} pages, {characters / len(texts):.0f} characters of text a page\n{'':<44}{'us/page':>9}{'us/1,500 chars':>16}")

    def show(name: str, work: Callable[[], object]) -> None:
        taken = best(work) * 1e6
        print(f"{name:<44}{taken / len(texts):>9.1f}{taken / characters * 1500:>16.1f}")

    show("parse_page", parsed)
    segmenters: list[tuple[str, Segmenter]] = [("jieba", JiebaSegmenter()), ("rjieba", RjiebaSegmenter())]
    for name, segmenter in list(segmenters):
        start = perf_counter()
        try:
            list(segmenter.cut("坚持杜会主义道路"))
        except ImportError:
            segmenters.remove((name, segmenter))
            continue
        print(f"{name + ' loaded in':<44}{(perf_counter() - start) * 1e6:>9.0f}")
    for name, segmenter in segmenters:
        scan = scanner(segmenter=segmenter)
        show(f"all wording checks, {name}", lambda scan=scan: [scan(text) for text in texts])
    entries = shipped_lexicon().entries
    filler = tuple(Entry(f"错{i:04x}字{i % 97:02x}", f"对{i:04x}字") for i in range(MANY - len(entries)))
    many = scanner(lexicon=Lexicon("many", entries + filler), segmenter=segmenters[-1][1])
    show(f"the same with {MANY} lexicon entries, {segmenters[-1][0]}", lambda: [many(text) for text in texts])
    patterns = [*(entry.wrong for entry in entries), *NearIndex(tuple(term.term for term in shipped_terms())).patterns]
    plain = re.compile("|".join(map(re.escape, sorted(patterns, key=len, reverse=True))))
    show("plain regular expression, same patterns", lambda: [plain.findall(text) for text in texts])
    try:
        import ahocorasick
    except ImportError:
        pass
    else:
        automaton = ahocorasick.Automaton()
        for number, pattern in enumerate(patterns):
            automaton.add_word(pattern, number)
        automaton.make_automaton()
        show("pyahocorasick, same patterns, matches only", lambda: [list(automaton.iter(text)) for text in texts])
    windows = [text[at : at + 20] for text in texts[:100] for at in range(0, len(text), 200)]
    for name, segmenter in segmenters:

        def cut(segmenter: Segmenter = segmenter) -> Iterable[list[str]]:
            return [list(segmenter.cut(window)) for window in windows]

        print(f"{name + ', a window of 20 characters':<44}{best(cut) / len(windows) * 1e6:>9.1f}")
    start = perf_counter()
    built = scanner()
    print(f"{'building a scanner':<44}{(perf_counter() - start) * 1e6:>9.0f}")
    print(f"{'bytes of a pickled scanner':<44}{len(pickle.dumps(built)):>9}")


if __name__ == "__main__":
    main()
