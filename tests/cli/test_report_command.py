"""``govsite-rules report``: what is counted, what is written, what is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from attrs import evolve

from govsite_rules.batch.results import read_results
from govsite_rules.cli.app import run
from govsite_rules.errors import InputError
from govsite_rules.interchange import to_json
from govsite_rules.scoring.rates import VisitState

from .conftest import BAD, GOOD, MAY, result


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English unless a test asks otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_summary_in_both_languages(may: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, the range with what it means, areas, reasons, and what is outside the rate."""
    assert run(["report", str(may)]) == 0
    english_text = capsys.readouterr().out
    assert run(["report", str(may), "--lang", "zh"]) == 0
    chinese = capsys.readouterr().out

    assert "4 inspected, 1 qualified, 2 unqualified, 1 undecided, pass rate 25% to 50%" in english_text
    assert "outside the rate: 1 failed" in english_text
    for text in ("检查 4，合格 1，不合格 2，待人工复核 1，合格率 25% 至 50%", "411425: 检查 1", "V4.3 栏目不更新: 2"):
        assert text in chinese


def test_undecided_as_the_caller_says(may: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Left out of the rate, or as found, and told either way; coverage of the register."""
    run(["report", str(may), "--undecided", "apart", "--sites", "8"])
    apart = capsys.readouterr().out
    run(["report", str(may), "--undecided", "as-found"])
    found = capsys.readouterr().out

    assert "pass rate 33.3% (the undecided are left out)" in apart
    assert "4 of 8 registered, 50%" in apart
    assert "pass rate 50% (the undecided count as found so far)" in found


def test_rectification(may: Path, june: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Of last period's unqualified x of y are mended; single faults carry their state in the problem list."""
    table = tmp_path / "list.csv"
    assert run(["report", str(june), "--before", str(may), "--csv", str(table), "--lang", "zh"]) == 0
    printed = capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))

    assert "已整改 1/2（50%）" in printed
    assert "仍不合格: c网" in printed
    assert "已整改 1，未整改 1，未复查 1；本次新发现 1" in printed
    assert sorted((row[1], row[-1]) for row in rows[1:]) == [("b网", "已整改"), ("b网", "未复查"), ("c网", "新发现"), ("c网", "未整改")]


def test_every_format_is_written(may: Path, june: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option writes its file, for a batch and for one result alike."""
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    starts = {"html": b"<!DOCTYPE html>", "docx": b"PK", "xlsx": b"PK", "csv": "\ufeff序号".encode(), "sarif": b"{", "earl": b"{"}
    for source in (str(may), str(june / "c.json")):
        options = [part for kind in starts for part in (f"--{kind}", str(tmp_path / f"out.{kind}"))]

        assert run(["report", source, *options, "--before", str(may)]) == 0
        assert {kind: (tmp_path / f"out.{kind}").read_bytes().startswith(start) for kind, start in starts.items()} == dict.fromkeys(
            starts, True
        )
    assert capsys.readouterr().err.count("written to") == 12


def test_a_folder_gets_a_page_for_each(may: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The batch page leads to every subject's page; names of files are made of harmless characters."""
    evil = tmp_path / "evil.json"
    evil.write_text(to_json(result("../../x", GOOD)), encoding="utf-8")
    folder = tmp_path / "pages"
    assert run(["report", str(may), str(evil), "--html", str(folder)]) == 0
    index = (folder / "index.html").read_text(encoding="utf-8")
    pages = sorted(path.name for path in folder.iterdir())

    assert len(pages) == 6
    assert all(f'href="{name}"' in index for name in pages if name != "index.html")
    assert all(path.parent == folder for path in folder.rglob("*"))


def test_only_the_period_counts(may: Path, june: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A month, quarter or year chooses; what lies outside is counted and said; nothing left is wrong usage."""
    assert run(["report", str(may), str(june), "--period", "2026-06"]) == 0
    month = capsys.readouterr()
    assert run(["report", str(may), str(june), "--period", "2026Q2"]) == 0
    quarter = capsys.readouterr().out

    assert "3 inspected" in month.out
    assert "5 results outside the period" in month.err
    assert "7 inspected" in quarter
    assert "1 failed" in quarter
    assert "1 failed" not in month.out
    for wrong in ("2025", "06", "2026-6", "2026Q", "2026q2"):
        assert run(["report", str(may), "--period", wrong]) == 64


def test_names_of_areas(may: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The longest code that fits names an area; a line without a name is bad data."""
    table = tmp_path / "areas.csv"
    table.write_text("代码,名称\n4114,某市\n411425,乙县\n", encoding="gb18030")
    assert run(["report", str(may), "--areas", str(table)]) == 0
    printed = capsys.readouterr().out
    table.write_text("4114,\n", encoding="utf-8")

    assert "某市: 3 inspected" in printed
    assert "乙县: 1 inspected" in printed
    assert run(["report", str(may), "--areas", str(table)]) == 65


def test_results_count_once(may: Path, june: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same result twice counts once and is said; two different ones of one moment are refused."""
    copy = tmp_path / "copy.json"
    copy.write_text(to_json(result("a", GOOD)), encoding="utf-8")
    assert run(["report", str(may), str(may), str(copy)]) == 0
    said = capsys.readouterr()
    copy.write_text(to_json(result("a", BAD)), encoding="utf-8")

    assert "4 inspected" in said.out
    assert "counted once: 1" in said.err
    assert run(["report", str(may), str(copy)]) == 65
    assert "copy.json:1: one subject has two different results" in capsys.readouterr().err


def test_other_files(june: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder or pattern other documents are passed over and counted; named by itself, or broken, a file is bad data."""
    assert run(["report", str(june)]) == 0
    assert "1 files hold no results" in capsys.readouterr().err
    assert run(["report", str(june / "*.json")]) == 0
    broken = june / "broken.json"
    broken.write_text('{"schema":"govsite-rules/inspection/1","subj', encoding="utf-8")

    assert run(["report", str(june / "snapshot.jsonl")]) == 65
    assert run(["report", str(june)]) == 65
    assert "broken.json:1" in capsys.readouterr().err
    with pytest.raises(InputError, match=r"snapshot\.jsonl:1: no result"):
        read_results([june / "snapshot.jsonl"])
    assert run(["report", str(june / "none*.json")]) == 65
    assert run(["report", str(tmp_path / "absent.json")]) == 65
    assert run(["report"]) == 64


def test_results_are_read_back(may: Path, tmp_path: Path) -> None:
    """What was written is read as it was; a failure becomes a visit that was not made; indented JSON is read too."""
    read = read_results([may])
    spaced = tmp_path / "spaced.json"
    spaced.write_text("\ufeff" + json.dumps(json.loads(to_json(result("a", GOOD))), indent=2), encoding="utf-8")

    assert [one.subject.key for one in read.inspections] == ["a", "b", "c", "d"]
    assert read.inspections[1] == result("b", BAD, read.inspections[1].as_of, "tzgg", "zwdt", region="411425")
    assert [visit.state for visit in read.counted[4:]] == [VisitState.NOT_INSPECTED]  # type: ignore[union-attr]
    assert read_results([spaced]).inspections == (result("a", GOOD),)
    may.write_text(to_json(result("a", GOOD)) + "{}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"jsonl:2: no result"):
        read_results([may])


def test_results_by_an_own_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the clauses of a list in a file are called is told where that file is given; results of other lists keep theirs."""
    overlay = tmp_path / "own.toml"
    overlay.write_text(
        """
schema = "govsite-rules/checklist/1"
id = "own-2026"
base = "national-2019"
title = "本省检查指标"
title_en = "Our list"
document = "x"
in_force = 2026-01-01

[[change]]
id = "V4.3"
summary = "空白栏目 3 个（含）以上"
trigger = { kind = "count", limit = 3 }
attestation = "A"
""",
        encoding="utf-8",
    )
    results = tmp_path / "own.jsonl"
    results.write_text(to_json(evolve(result("a", BAD, MAY, "tzgg"), checklist="own-2026")) + to_json(result("b", BAD)), encoding="utf-8")
    told = []
    for options in ([], ["--checklist", str(overlay)]):
        assert run(["bulletin", "write", str(results), "--title", "x", "--issuer", "x", *options]) == 0
        told.append(capsys.readouterr().out)

    assert "空白栏目 3 个（含）以上" not in told[0]
    assert "空白栏目 3 个（含）以上：" in told[1]
    assert "空白栏目 5 个（含）以上" in told[0]
    assert "空白栏目 5 个（含）以上" in told[1]
    assert run(["report", str(results), "--checklist", str(overlay), "--xlsx", str(tmp_path / "x.xlsx")]) == 0
    assert run(["report", str(results), "--checklist", "no-such-list"]) == 64
    assert run(["report", str(results), "--checklist", str(tmp_path / "absent.toml")]) == 65


def test_a_file_that_cannot_be_written(may: Path, tmp_path: Path) -> None:
    """A folder that is not there is wrong usage, for text and for bytes."""
    pytest.importorskip("openpyxl")

    assert run(["report", str(may), "--xlsx", str(tmp_path / "no" / "x.xlsx")]) == 64
    assert run(["report", str(may), "--csv", str(tmp_path / "no" / "x.csv")]) == 64
