"""The one real crawl at hand, from folder to verdict; skipped where the material is not beside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govsite_rules.batch.folder import FolderContents, read_folder
from govsite_rules.cli.app import run
from govsite_rules.parse.urls import canonical
from govsite_rules.values.site import ColumnState, Level, SiteProfile

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "pages" / "zhecheng"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="real material (../shared/data) is not there")


@pytest.fixture(scope="module")
def contents() -> FolderContents:
    profile = SiteProfile(
        "4114240001", "柘城县人民政府", "www.zhecheng.gov.cn", region="411424", level=Level.COUNTY, portal=True, services=True
    )
    return read_folder(FOLDER, profile=profile)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / "index.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_row_is_accounted_for(contents: FolderContents, rows: list[dict[str, object]]) -> None:
    """Rows are pages or are told: those without a time are counted, and fields that are not used are named."""
    notes = dict(contents.notes)
    timeless = [number for number, row in enumerate(rows, 1) if not row["fetched_at"]]

    assert contents.site.pages.given + len(timeless) == len(rows)
    assert notes["index_rows_without_time"].startswith(f"{len(timeless)} (")
    assert "kind" in notes["index_extra_fields"]


def test_all_blank_columns_and_no_others(contents: FolderContents, rows: list[dict[str, object]]) -> None:
    """The blank columns are exactly those the index knows."""
    expected = {canonical(str(row["url"])) for row in rows if row.get("blank")}
    assert contents.site.columns is not None
    actual = {column.key for column in contents.site.columns.items if column.state is ColumnState.BLANK}

    assert expected == actual


def test_newest_dates(contents: FolderContents, rows: list[dict[str, object]]) -> None:
    """Every column whose first page was seen has the newest date the index knows."""
    assert contents.site.columns is not None
    columns = {column.key: column for column in contents.site.columns.items if column.first_page_seen}
    expected = {canonical(str(row["url"])): row["newest"] for row in rows if row["kind"] == "list" and row["newest"]}
    actual = {
        key: str(max(entry.date.date for entry in columns[key].updates.recent if entry.date.date))
        for key in expected.keys() & columns.keys()
    }

    assert len(actual) > 60
    assert {key: expected[key] for key in actual} == actual


def test_the_verdict_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole way by the command: unqualified, with the columns that decide it."""
    facts = [
        "--name",
        "柘城县人民政府",
        "--site-code",
        "4114240001",
        "--domain",
        "www.zhecheng.gov.cn",
        "--level",
        "county",
        "--portal",
        "--services",
    ]
    code = run(["inspect", str(FOLDER), "--as-of", "2018-07-28T08:00:00+08:00", *facts, "--exit-verdict", "--lang", "zh"])
    printed = capsys.readouterr().out

    assert code == 10
    assert "V4.3" in printed
    assert "此栏目暂无任何新增信息" in printed
