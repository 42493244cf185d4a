"""Spark with several local workers: the same results as in one process, to the last finding, however the pages lie."""

from __future__ import annotations

import json
import os
import random
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

pytestmark = pytest.mark.slow

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pd = pytest.importorskip("pandas", reason="the extra spark is not installed")

from batch.test_many import AS_OF, AT, PAGES, A, B, C, page  # noqa: E402
from govsite_rules import frames  # noqa: E402
from govsite_rules.batch.failure import Failure  # noqa: E402
from govsite_rules.inspection import inspect  # noqa: E402
from govsite_rules.parse.page import parse_page  # noqa: E402
from govsite_rules.parse.site import assemble_site  # noqa: E402
from govsite_rules.values.site import SiteProfile  # noqa: E402

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages" / "zhecheng"


def java() -> str:
    """Why Spark cannot start here; '' where it can."""
    found = shutil.which("java")
    if not found:
        return "no Java runtime (apt-get install default-jre-headless)"
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = said.partition('"')[2].partition(".")[0].partition('"')[0]
    return (
        ""
        if version.isdigit() and int(version) >= 17
        else f"Java 17 or later is needed, here is: {said.splitlines()[0] if said else found}"
    )


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A local Spark with three workers, in a time zone far from the data's."""
    why = java()
    if why:
        pytest.skip(why)
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    root = Path(__file__).resolve().parent
    os.environ["PYTHONPATH"] = os.pathsep.join((str(root.parent / "src"), str(root), os.environ.get("PYTHONPATH", "")))
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "5",
        "spark.sql.session.timeZone": "America/New_York",
        "spark.driver.memory": "1g",
    }
    builder = SparkSession.builder.master("local[3]").appName("govsite-rules tests")
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def many_pages() -> dict[str, bytes]:
    """A site a hundred times the size of the others beside them."""
    site = {"http://c.gov.cn/": page("丙县人民政府", *((f"/xw/{n}.html", f"丙县第{n}号通知印发", "2026-05-18") for n in range(30)))}
    for n in range(400):
        entry = (f"/xw/{n + 1}.html", f"丙县第{n + 1}号通知印发", f"2026-0{n % 5 + 1}-{n % 28 + 1:02}")
        site[f"http://c.gov.cn/xw/{n}.html"] = page(f"丙县第{n}号通知", entry)
    return PAGES | site


def spark_frame(session: Any, pages: dict[str, bytes], at: datetime = AT) -> Any:
    rows = [(url, at, body) for url, body in pages.items()]
    random.Random(7).shuffle(rows)
    return session.createDataFrame(rows, "url string, fetched_at timestamp, body binary")


def collected(session: Any, results: Any) -> tuple[Any, ...]:
    from govsite_rules import spark

    kept = results.persist()
    verdicts = spark.verdicts(kept).orderBy("site").toPandas()
    found = spark.findings(kept).toPandas()
    return frames.results(verdicts, found)


@pytest.mark.parametrize("partitions, salts", [(1, 1), (7, 3), (40, 16)])
def test_spark_says_what_one_process_says(session: Any, partitions: int, salts: int) -> None:
    """Skewed sites over any number of partitions and salts come to the same inspections, findings included."""
    from govsite_rules import spark

    how = frames.Inspecting(AS_OF, (A, B, C))
    pages = many_pages()
    read = {url: parse_page(body, url=url, fetched_at=AT) for url, body in pages.items()}
    sites = [assemble_site([one for url, one in read.items() if how.sites.of_url(url) == site.key], profile=site) for site in how.profiles]
    expected = tuple(inspect(site, as_of=AS_OF) for site in sites)

    assert expected == collected(session, spark.inspect_pages(spark_frame(session, pages).repartition(partitions), how, salts=salts))


def test_pieces_are_merged_in_steps(session: Any) -> None:
    """Facts come in at most as many rows a site as there are salts."""
    from govsite_rules import spark

    facts = spark.site_facts(spark_frame(session, many_pages()).repartition(30), frames.Inspecting(AS_OF, (A, B, C)), salts=4)
    rows = {row["site"]: row["n"] for row in facts.groupBy("site").count().withColumnRenamed("count", "n").collect()}

    assert {A.key, B.key, C.key} == set(rows)
    assert 1 < rows[C.key] <= 4


def test_the_real_crawl_through_spark(session: Any) -> None:
    """The real county site gives the same findings through Spark as in one process."""
    if not REAL.is_dir():
        pytest.skip("the shared data are not here")
    from govsite_rules import spark

    index = [json.loads(line) for line in (REAL / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [
        (row["url"], datetime.fromisoformat(row["fetched_at"]), row["status"], (REAL / row["file"]).read_bytes())
        for row in index
        if row.get("fetched_at")
    ]
    profile = SiteProfile(site_code="4114240001", name="柘城县人民政府", domain="www.zhecheng.gov.cn", portal=True, services=True)
    as_of = datetime.fromisoformat("2018-07-28T08:00:00+08:00")
    pages = [parse_page(body, url=url, fetched_at=at, status=status) for url, at, status, body in rows]
    frame = session.createDataFrame(rows, "url string, fetched_at timestamp, status int, body binary").repartition(6)
    (got,) = collected(session, spark.inspect_pages(frame, frames.Inspecting(as_of, (profile,))))

    assert inspect(assemble_site(pages, profile=profile), as_of=as_of) == got


def test_what_is_wrong_is_told_through_spark(session: Any) -> None:
    """Bad rows, strangers and profiles without pages come out as they do of a frame."""
    from govsite_rules import spark

    rows = [(url, AT, body) for url, body in PAGES.items()] + [("http://b.gov.cn/2", None, b"x"), ("http://stranger.com/", AT, b"x")]
    frame = pd.DataFrame(rows, columns=["url", "fetched_at", "body"])
    how = frames.Inspecting(AS_OF, (A, B, C))
    alone = frames.inspect_pages(frame, as_of=AS_OF, profiles=how.profiles)
    got = collected(session, spark.inspect_pages(session.createDataFrame(rows, "url string, fetched_at timestamp, body binary"), how))

    assert frames.results(alone.verdicts, alone.findings) == got
    assert [False, True, True, True] == [isinstance(result, Failure) for result in got]


def test_rates_through_spark(session: Any) -> None:
    """Rates of verdicts are those of the frame, in all and by area."""
    from govsite_rules import spark

    how = frames.Inspecting(AS_OF, (evolve(A, region="369901"), evolve(B, region="369902"), evolve(C, region="369902")))
    frame = pd.DataFrame([(url, AT, body) for url, body in PAGES.items()], columns=["url", "fetched_at", "body"])
    alone = frames.inspect_pages(frame, as_of=AS_OF, profiles=how.profiles).verdicts
    verdicts = spark.verdicts(spark.inspect_pages(spark_frame(session, PAGES), how)).persist()

    for group in (None, "area"):
        got = spark.rates(verdicts, group, undecided="as_found").orderBy("group").toPandas()
        expected = frames.rates(alone, group, undecided="as_found")
        assert (
            expected.astype(object).where(expected.notna(), None).values.tolist()
            == got.astype(object).where(got.notna(), None).values.tolist()
        )


def test_schemas_of_spark_and_frames_agree(session: Any) -> None:
    """The frames that Spark gives have the documented columns."""
    from govsite_rules import spark

    results = spark.inspect_pages(spark_frame(session, PAGES), frames.Inspecting(AS_OF, (A, B)))

    assert list(frames.FINDINGS.names) == spark.findings(results).columns
    assert list(frames.VERDICTS.names) == spark.verdicts(results).columns


def test_the_job_in_the_docs_runs(session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The job that the docs show reads and writes Parquet, one verdict a site."""
    docs = Path(__file__).resolve().parents[1] / "docs"
    spark_frame(session, PAGES).write.parquet(str(tmp_path / "pages"))
    (tmp_path / "sites.csv").write_text(f"site_code,domain,hosts\n1,{A.domain},{A.hosts[0]}\n2,{B.domain},\n", encoding="utf-8")
    job = runpy.run_path(str(docs / "integrations" / "spark_job.py"))
    job["main"](str(tmp_path / "sites.csv"), str(tmp_path / "pages"), str(tmp_path / "out"), AS_OF.isoformat())
    verdicts = session.read.parquet(str(tmp_path / "out" / "verdicts"))

    assert list(frames.VERDICTS.names) == verdicts.columns
    assert [("1", "judged"), ("2", "judged")] == sorted((row["site"], row["state"]) for row in verdicts.collect())
    assert session.read.parquet(str(tmp_path / "out" / "findings")).count() > 0
    assert "group" in capsys.readouterr().out
