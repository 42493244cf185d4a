"""``inspect`` for many subjects: what is read, what is printed and written, how a run is resumed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch.test_many import ARCHIVE, PAGES, A, B, C, folder
from batch.warcs import write
from govsite_rules.batch.failure import Failure
from govsite_rules.batch.results import read_results
from govsite_rules.cli.app import run
from govsite_rules.cli.many import expanded, is_many
from govsite_rules.inspection import Inspection

AS_OF = ["--as-of", "2026-05-20T09:00:00+08:00"]
HOME = {"http://www.a.gov.cn/": PAGES["http://www.a.gov.cn/"]}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English unless a test asks otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two crawl folders and an archive in one folder, and a table of profiles beside it."""
    folder(tmp_path / "crawls" / "a", A, HOME)
    folder(tmp_path / "crawls" / "c", C, {"http://c.gov.cn/": b"x"})
    (tmp_path / "crawls" / "other").mkdir()
    write(tmp_path / "crawls" / "all.warc.gz", *ARCHIVE)
    rows = [f"{one.site_code},{one.name},{one.domain}" for one in (B,)]
    (tmp_path / "sites.csv").write_text("\n".join(("site_code,name,domain", *rows)), encoding="utf-8")
    return tmp_path


def test_patterns_and_folders_are_expanded(place: Path) -> None:
    """A folder of crawls gives its crawls and archives, a pattern what it fits, each once."""
    crawls = place / "crawls"
    a, c, archive = (str(crawls / name) for name in ("a", "c", "all.warc.gz"))

    assert (a, archive, c) == expanded([str(crawls)])
    assert (a, archive, c) == expanded([a, str(crawls / "*.warc.gz"), f"{crawls}/[ac]"])
    assert (a,) == expanded([a])
    assert () == expanded([str(crawls / "*.nothing")])


@pytest.mark.parametrize(
    "names, given, many", [(["a"], ["a"], False), (["a.warc"], ["a.warc"], True), (["a"], ["*"], True), (["a", "b"], ["a", "b"], True)]
)
def test_what_counts_as_many(names: list[str], given: list[str], many: bool) -> None:
    """One name that was given as such is one subject; archives, patterns and several names are many."""
    assert many == is_many(names, given)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_of_everything(place: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    """Every subject is printed with its verdict, counted, and written as a line that can be read back."""
    out = place / "out.jsonl"
    code = run(["inspect", str(place / "crawls"), *AS_OF, "--profiles", str(place / "sites.csv"), "--jobs", jobs, "--json", str(out)])
    printed = capsys.readouterr().out
    read = read_results([out])

    assert code == 0
    assert [A.site_code, C.site_code, B.site_code] == [json.loads(line)["subject"]["key"] for line in out.read_text("utf-8").splitlines()]
    assert (3, 0) == (len(read.inspections), len(read.failures))
    assert all(one.name in printed for one in (A, B, C))
    assert "3 subjects" in printed
    assert "responses of no site that was given: 3: a.gov.cn 2, xxgk.a.gov.cn 1" in printed


def test_failures_are_printed_and_written(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What could not be inspected is a line with its reason; the exit code for the worst verdict counts it as undecided."""
    (place / "crawls" / "c" / "index.jsonl").write_text("{", encoding="utf-8")
    out = place / "out.jsonl"
    code = run(["inspect", str(place / "crawls" / "[ac]"), *AS_OF, "--json", str(out), "--exit-verdict", "--lang", "zh"])
    printed = capsys.readouterr().out

    assert code in (10, 11)
    assert "未能检查  丙县人民政府 3699280003  index.jsonl 第 1 行：" in printed
    assert [Inspection.SCHEMA, Failure.SCHEMA] == [json.loads(line)["schema"] for line in out.read_text("utf-8").splitlines()]


def test_a_run_is_resumed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What has a result is left alone; failures and a line that was cut off are done again, and the file reads back."""
    out, index = place / "out.jsonl", place / "crawls" / "c" / "index.jsonl"
    whole = index.read_bytes()
    index.write_text("{", encoding="utf-8")
    run(["inspect", str(place / "crawls" / "[ac]"), *AS_OF, "--json", str(out)])
    first = out.read_text("utf-8").splitlines()
    out.write_text("\n".join(first) + '\n{"schema": "govsite-rules/insp', encoding="utf-8")
    index.write_bytes(whole)
    capsys.readouterr()
    code = run(["inspect", str(place / "crawls" / "[ac]"), *AS_OF, "--json", str(out), "--resume"])
    lines = out.read_text("utf-8").splitlines()

    assert code == 0
    assert "1 done before and left as they are" in capsys.readouterr().out
    assert first[0] == lines[0]
    assert [A.site_code, C.site_code] == [json.loads(line)["subject"]["key"] for line in lines]
    assert 2 == len(read_results([out]).inspections)
    assert ["out.jsonl"] == [path.name for path in place.glob("out*")]


def test_an_archive_of_one_site(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One archive with one profile from options prints like a folder."""
    code = run(["inspect", str(place / "crawls" / "all.warc.gz"), *AS_OF, "--domain", "b.gov.cn", "--name", "乙县人民政府"])
    printed = capsys.readouterr().out

    assert code == 0
    assert printed.startswith("乙县人民政府 b.gov.cn\ninspected as of 2026-05-20 09:00")
    assert "responses of no site that was given: 3" in printed


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (["all.warc.gz", *AS_OF], 64, "--profiles"),
        (["a", "c"], 64, "--as-of"),
        (["a", "c", *AS_OF, "--resume"], 64, "--json"),
        (["*.nothing", *AS_OF], 65, "*"),
        (["a", "c", *AS_OF, "--snapshot", "x"], 64, "--snapshot"),
        (["a", "c", *AS_OF, "--jobs", "0"], 64, ""),
    ],
)
def test_wrong_usage_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    """What is missing is named, and nothing is read."""
    monkeypatch.chdir(place / "crawls")

    assert code == run(["inspect", *arguments])
    assert said in capsys.readouterr().err


def test_a_broken_results_file_is_not_overwritten(place: Path) -> None:
    """A file that holds something else is left as it is."""
    out = place / "out.jsonl"
    out.write_text("no results\nof ours\n", encoding="utf-8")
    code = run(["inspect", str(place / "crawls" / "[ac]"), *AS_OF, "--json", str(out), "--resume"])

    assert 65 == code
    assert "no results\nof ours\n" == out.read_text("utf-8")
    assert ["out.jsonl"] == [path.name for path in place.glob("out*")]
