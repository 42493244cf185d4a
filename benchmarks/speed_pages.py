"""What reading a page costs, beside bare parsers on the same bytes, and whether the cost grows in proportion to size.

    python benchmarks/speed_pages.py [--rounds 7] [--plot docs/_static/size.svg]

Medians over rounds of the mean time a page; needs `../shared/data/pages` for the first table. The pages of the other tables are
invented, of one shape each, from 1 KB to 10 MB. Guides and letters, whose readers run only on such pages, have rows of their own.
"""

# ruff: noqa: E501  # units of pages stand on one line each

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
from govsite_rules.values.page import PageSnapshot

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
AT = datetime(2018, 7, 28, tzinfo=UTC)
SHAPES = {
    "list": "<li><a href='/xw/2025/t20250613_{n}.html'>示范市召开第{n}次常务会议研究部署有关工作</a><span>2025-06-13</span></li>\n",
    "article": "<p>会议指出，第{n}项工作要按照任务分工抓好落实，各有关部门要密切配合，按期完成，<b>确有困难的</b>要及时报告。</p>\n",
    "guide": "<tr><th>受理条件</th><td>第{n}种情形：具有本市户籍</td></tr><tr><th>办理材料</th><td>身份证、户口簿</td></tr><tr><th>办理地点</th>"
    "<td>政务服务大厅</td></tr><tr><th>法定办结时限</th><td>20个工作日</td></tr><tr><th>咨询电话</th><td>0000-0000000</td></tr>\n",
    "letters": "<tr><td><a href='/xin/{n}.html'>关于第{n}条道路照明问题的来信</a></td><td>咨询</td><td>2025-06-01</td><td>已回复</td><td>2025-06-05</td></tr>\n",
}
"""One unit of each shape of page."""
AROUND = {
    "list": "<html><head><title>工作动态</title></head><body><ul>{units}</ul></body></html>",
    "article": "<html><head><title>通知</title></head><body><h1>关于做好有关工作的通知</h1><p>发布时间：2025-06-13 来源：办公室</p>{units}</body></html>",
    "guide": "<html><head><title>办事指南</title></head><body><h1>居住证办理</h1><table>{units}</table></body></html>",
    "letters": "<html><head><title>来信选登</title></head><body><table><tr><th>来信标题</th><th>类型</th><th>来信时间</th><th>状态</th><th>回复时间</th>"
    "</tr>{units}</table></body></html>",
}
SIZES = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000)
"""Kilobytes."""
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


def made(shape: str, size: int) -> bytes:
    """A page of about ``size`` KB."""
    unit = SHAPES[shape]
    count = max(1, (size * 1024 - len(AROUND[shape].encode())) // len(unit.format(n=1000).encode()))
    return AROUND[shape].format(units="".join(unit.format(n=n) for n in range(count))).encode()


def cost(read: Callable[[Page], PageSnapshot], body: bytes) -> tuple[float, bool]:
    """Milliseconds to read a page, and whether it was cut."""
    page = (body, "http://www.example.gov.cn/xw/", 200)
    times = max(1, 300_000 // len(body))
    return statistics.median(timed(read, [page] * times) for _ in range(5)), read(page).truncated


def plot(curves: dict[str, list[tuple[int, float, bool]]], path: Path) -> None:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4.5))
    for shape, curve in curves.items():
        axes.loglog([size for size, _, _ in curve], [taken for _, taken, _ in curve], marker="o", label=shape)
        cut = [(size, taken) for size, taken, truncated in curve if truncated]
        axes.loglog([size for size, _ in cut], [taken for _, taken in cut], "x", color="black", markersize=10)
    axes.loglog([1, 10_000], [0.1, 1_000], "--", color="grey", label="0.1 ms a KB")
    axes.set(xlabel="size of the page, KB", ylabel="parse_page and page_facts, ms", title="Cost by size (x: cut at a limit)")
    axes.legend()
    axes.grid(visible=True, which="major", alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> int:
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 7

    def read(page: Page) -> PageSnapshot:
        snapshot = parse_page(page[0], url=page[1], fetched_at=AT, status=page[2])
        page_facts(snapshot)
        return snapshot

    pages = real_pages()
    if pages:
        works: dict[str, Callable[[Page], object]] = {
            "lxml.html.fromstring": lambda page: lxml.html.fromstring(page[0]),
            "lexbor parse": lambda page: LexborHTMLParser(page[0]),
            "parse_page": lambda page: parse_page(page[0], url=page[1], fetched_at=AT, status=page[2]),
            "parse_page + page_facts": read,
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
    curves = {shape: [(size, *cost(read, made(shape, size))) for size in SIZES] for shape in SHAPES}
    print("\nms a page  " + "".join(f"{shape:>12}" for shape in SHAPES))
    for at, size in enumerate(SIZES):
        print(
            f"{size:7} KB " + "".join(f"{taken:11.2f}{'*' if cut else ' '}" for _, taken, cut in (curve[at] for curve in curves.values()))
        )
    print("* truncated: beyond a limit, and the page says so")
    if "--plot" in sys.argv:
        plot(curves, Path(sys.argv[sys.argv.index("--plot") + 1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
