"""How fast many pages are inspected and how much memory that takes: archives, processes, Spark, and where the time goes.

The pages are those of the one real county site in the shared data, varied so that none is told twice: copy k of an article has
another address, a date k days earlier and another title; copy k of a list is a later page of the same column and links to the
articles of copy k. So a site of 100,000 pages has the columns of the real one and 100,000 pages of links between articles.

    python benchmarks/scale.py make FOLDER --pages 1000 --sites 1     # FOLDER/1000-1.warc.gz with its profiles beside it
    python benchmarks/scale.py run FOLDER/1000-1.warc.gz --jobs 1     # pages a second, peak memory
    python benchmarks/scale.py stages FOLDER/1000-1.warc.gz           # where the time goes
    python benchmarks/scale.py readers FOLDER/1000-1.warc.gz          # FastWARC against warcio
    python benchmarks/scale.py spark FOLDER/1000-1.warc.gz            # the same pages over local Spark
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

from attrs import evolve

from govsite_rules.batch.archives import Archive
from govsite_rules.batch.many import Inspection, inspect_many
from govsite_rules.batch.pieces import sites_of
from govsite_rules.values.site import SiteProfile
from govsite_rules.wording import scanner

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages" / "zhecheng"
AS_OF = datetime.fromisoformat("2018-07-28T08:00:00+08:00")
HOST, CODE = b"www.zhecheng.gov.cn", b"4114240001"
PROFILE = SiteProfile(
    site_code=CODE.decode(), name="柘城县人民政府", domain=HOST.decode(), region="411424", portal=True, services=True, crawl_complete=True
)
LISTS_APART = 400

_DATE = re.compile(rb"(20[01]\d)-(\d\d)-(\d\d)")
_ARTICLE = re.compile(rb"/(\d+)\.html")
_PAGE = re.compile(rb"index_(\d+)\.html")
_TITLE = re.compile(rb"([\x80-\xff]{24})</a>")


def earlier(text: bytes, days: int) -> bytes:
    def shifted(found: re.Match[bytes]) -> bytes:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3])) - timedelta(days % 3000)
        except ValueError:
            return found[0]
        return day.isoformat().encode()

    return _DATE.sub(shifted, text)


def address(url: bytes, copy: int) -> bytes:
    """The address of copy ``copy`` of a page."""
    if not copy:
        return url
    if url.endswith(b"/"):
        url += b"index_1.html"
    url = _ARTICLE.sub(rb"/\g<1>%05d.html" % copy, earlier(url, copy))
    return _PAGE.sub(lambda found: b"index_%d.html" % (int(found[1]) + LISTS_APART * copy), url)


def varied(body: bytes, copy: int) -> bytes:
    """A body with the dates, titles and links of copy ``copy``."""
    if not copy:
        return body
    body = _ARTICLE.sub(rb"/\g<1>%05d.html" % copy, earlier(body, copy))
    body = _PAGE.sub(lambda found: b"index_%d.html" % (int(found[1]) + LISTS_APART * copy), body)
    body = _TITLE.sub(rb"\g<1>%d</a>" % copy, body)
    return body.replace(b"</title>", b" %d</title>" % copy)


def shares(pages: int, sites: int) -> list[int]:
    """Pages of each site: the first has half of all, the others the same number each."""
    if sites == 1:
        return [pages]
    rest = (pages - pages // 2) // (sites - 1)
    return [pages - rest * (sites - 1), *[rest] * (sites - 1)]


def make(folder: Path, pages: int, sites: int) -> None:
    """Write an archive, and its profiles as JSON."""
    rows = [json.loads(line) for line in (REAL / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    real = [
        (row["url"].encode(), row.get("fetched_at") or "2018-07-27T23:50:02Z", row["status"], (REAL / row["file"]).read_bytes())
        for row in rows
    ]
    path = folder / f"{pages}-{sites}.warc.gz"
    profiles = []
    with path.open("wb") as out:
        for number, count in enumerate(shares(pages, sites)):
            host, code = (HOST, CODE) if number == 0 else (b"www.s%05d.gov.cn" % number, b"41142%05d" % number)
            profiles.append({"site_code": code.decode(), "domain": host.decode()})
            for place in range(count):
                copy, row = divmod(place, len(real)) if place < len(real) else divmod(place - len(real), len(real) - 1)
                copy, row = (copy, row) if place < len(real) else (copy + 1, row + 1)
                url, at, status, body = real[row]
                body = gzip.compress(varied(body, copy).replace(HOST, host).replace(CODE, code), 3)
                head = b"HTTP/1.1 %d X\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" % status
                block = head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
                record = (
                    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nWARC-Record-ID: <urn:x:%d>\r\n"
                    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
                ) % (address(url, copy).replace(HOST, host), at.encode(), place, len(block), block)
                out.write(gzip.compress(record, 1))
    path.with_suffix(".json").write_text(json.dumps(profiles), encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")


def profiles_of(path: Path) -> list[SiteProfile]:
    return [evolve(PROFILE, **row) for row in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))]


def peak() -> tuple[float, float]:
    """Peak memory in MB of this process, and of the largest of its children."""
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return tuple(resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # type: ignore[return-value]


def used() -> float:
    """Processor seconds of this process and its children."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def run(path: Path, jobs: int, wording: bool) -> dict[str, Any]:
    """Inspect an archive and say how it went."""
    scanners = (scanner(),) if wording else ()
    before, start = used(), time.perf_counter()
    standings: Counter[str] = Counter()
    pages, distinct, findings = int(path.name.partition("-")[0]), 0, 0
    for result in inspect_many([path], as_of=AS_OF, profiles=profiles_of(path), jobs=jobs, scanners=scanners):
        assert isinstance(result, Inspection), result
        distinct += dict(result.coverage.counts)["pages"]
        findings += len(result.findings)
        standings[str(result.verdict.standing)] += 1
    taken, own = time.perf_counter() - start, peak()
    return {
        "archive": path.name,
        "jobs": jobs,
        "pages": pages,
        "distinct": distinct,
        "seconds": round(taken, 1),
        "processor_seconds": round(used() - before, 1),
        "pages_a_second": round(pages / taken),
        "pages_a_processor_second": round(pages / (used() - before)),
        "peak_mb": round(own[0]),
        "peak_mb_of_a_worker": round(own[1]),
        "findings": findings,
        "standings": dict(standings),
    }


class Clock:
    """Processor time by stage; what a stage calls of another stage is the other's."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._stack: list[tuple[str, float]] = []

    def enter(self, stage: str) -> None:
        now = time.process_time()
        if self._stack:
            outer, since = self._stack.pop()
            self.spent[outer] += now - since
            self._stack.append((outer, now))
        self._stack.append((stage, now))

    def leave(self) -> None:
        now = time.process_time()
        stage, since = self._stack.pop()
        self.spent[stage] += now - since
        if self._stack:
            outer, _ = self._stack.pop()
            self._stack.append((outer, now))

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            self.enter(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self.leave()

        return call


STAGES = {
    "decode (bytes to text)": ("decode",),
    "parse (text to tree, kind, frame regions, links)": ("grow", "Regions", "anchors", "link_records", "hidden_spans", "page_tags"),
    "lists": ("groups", "entries", "pager_node", "pagination", "row_anchors", "_chosen", "_scripted", "placeholder"),
    "dates": ("date_marks", "published", "lines_of", "heading_line"),
    "marks": ("read_marks",),
}
"""Names in ``parse.page`` by stage."""


def stages(path: Path, wording: bool) -> None:
    """Where the processor time of one process goes."""
    import govsite_rules.batch.many as many
    import govsite_rules.batch.pieces as pieces
    import govsite_rules.parse.page as page
    from govsite_rules.interchange import to_json

    clock = Clock()
    for stage, names in STAGES.items():
        for name in names:
            for place in (page, page.lists):
                if callable(getattr(place, name, None)):
                    setattr(place, name, clock.timed(stage, getattr(place, name)))
    pieces.response_page = clock.timed("page (role, crumbs, fingerprints, record)", pieces.response_page)  # type: ignore[assignment]
    pieces.page_facts = clock.timed("facts", pieces.page_facts)
    pieces.gather = clock.timed("facts", pieces.gather)
    many.merged = clock.timed("facts", many.merged)
    many.pack = clock.timed("facts", many.pack)
    many.finish = clock.timed("site (columns, frame, joins)", many.finish)
    many.inspect = clock.timed("rules and verdict", many.inspect)
    scan = clock.timed("wording", scanner())
    clock.enter("archive (records, chunks, gzip)")
    for result in inspect_many([path], as_of=AS_OF, profiles=profiles_of(path), scanners=(scan,) if wording else ()):
        clock.enter("output (JSON)")
        to_json(result)
        clock.leave()
    clock.leave()
    total = sum(clock.spent.values())
    for stage, spent in sorted(clock.spent.items(), key=lambda item: -item[1]):
        print(f"| {stage} | {spent:.2f} s | {100 * spent / total:.1f} % |")
    print(f"| all | {total:.2f} s | |")


def readers(path: Path) -> None:
    """Records a second of the two libraries, and of ours on top of the first."""
    from fastwarc.warc import ArchiveIterator
    from warcio.archiveiterator import ArchiveIterator as Warcio

    def fastwarc() -> Iterator[int]:
        with path.open("rb") as handle:
            yield from (len(record.reader.read()) for record in ArchiveIterator(handle, parse_http=False))

    def warcio() -> Iterator[int]:
        with path.open("rb") as handle:
            yield from (len(record.content_stream().read()) for record in Warcio(handle))

    def ours() -> Iterator[int]:
        yield from (len(response.body) for response in Archive(path).responses())

    for name, read in (("fastwarc, bodies as sent", fastwarc), ("warcio, bodies decoded", warcio), ("ours, bodies decoded", ours)):
        start = time.process_time()
        sizes = list(read())
        print(f"{name}: {len(sizes) / (time.process_time() - start):,.0f} records a second, {sum(sizes) / 1e6:.0f} MB")


def spark(path: Path, workers: int) -> dict[str, Any]:
    """The same pages from a Parquet file over local Spark."""
    import pyarrow as pa
    import pyarrow.parquet as pq
    from pyspark.sql import SparkSession

    from govsite_rules import frames
    from govsite_rules import spark as govsite

    table = path.with_suffix(".parquet")
    if not table.exists():
        keys = sites_of(profiles_of(path))
        with pq.ParquetWriter(table, frames.PAGES) as writer:
            rows: list[dict[str, Any]] = []

            def flush() -> None:
                writer.write_table(pa.Table.from_pylist(rows, frames.PAGES))
                rows.clear()

            for one in Archive(path).responses():
                names = ("url", "fetched_at", "status", "elapsed", "content_type", "body")
                rows.append({"site": keys.of_url(one.url), **{name: getattr(one, name) for name in names}})
                if len(rows) >= 500:
                    flush()
            flush()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "2g",
        "spark.sql.shuffle.partitions": "16",
        "spark.sql.files.maxPartitionBytes": "16m",
    }
    builder = SparkSession.builder.master(f"local[{workers}]")
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.range(1000).repartition(workers * 2).mapInArrow(lambda batches: batches, "id long").count()
    start = time.perf_counter()
    how = frames.Inspecting(AS_OF, tuple(profiles_of(path)))
    results = govsite.inspect_pages(session.read.parquet(str(table)), how).persist()
    verdicts = govsite.verdicts(results).toPandas()
    findings = govsite.findings(results).toPandas()
    taken = time.perf_counter() - start
    session.stop()
    own = frames.results(verdicts, findings)
    alone = list(inspect_many([path], as_of=AS_OF, profiles=profiles_of(path), jobs=workers)) if "--compare" in sys.argv else None
    pages = int(path.name.partition("-")[0])
    return {
        "archive": path.name,
        "workers": workers,
        "pages": pages,
        "seconds": round(taken, 1),
        "pages_a_second": round(pages / taken),
        "findings": len(findings),
        "equal_to_the_process_pool": None if alone is None else sorted(map(repr, own)) == sorted(map(repr, alone)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("folder", type=Path)
    making.add_argument("--pages", type=int, default=1000)
    making.add_argument("--sites", type=int, default=1)
    for name in ("run", "stages", "readers", "spark"):
        command = commands.add_parser(name)
        command.add_argument("archive", type=Path)
        command.add_argument("--jobs", type=int, default=2 if name == "spark" else 1)
        command.add_argument("--wording", action="store_true", help="scan texts for wording too")
        command.add_argument("--compare", action="store_true", help="spark: compare with the process pool")
    given = parser.parse_args()
    if not REAL.is_dir():
        sys.exit(f"the shared data are not here: {REAL}")
    if given.command == "make":
        make(given.folder, given.pages, given.sites)
    elif given.command == "run":
        print(json.dumps(run(given.archive, given.jobs, given.wording)))
    elif given.command == "stages":
        stages(given.archive, given.wording)
    elif given.command == "readers":
        readers(given.archive)
    else:
        print(json.dumps(spark(given.archive, given.jobs)))


if __name__ == "__main__":
    main()
