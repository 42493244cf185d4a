"""What is wrong with data, told to those who read only Chinese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import govsite_rules
from govsite_rules.batch.account_tables import ACCOUNT_TABLES
from govsite_rules.batch.failure import failure
from govsite_rules.batch.records import HUMAN_TABLES, PROFILE, SITE_TABLES
from govsite_rules.cli.app import run
from govsite_rules.cli.faults import in_chinese, told
from govsite_rules.errors import InputError
from govsite_rules.values.dates import SHANGHAI
from govsite_rules.values.subject import Subject, SubjectKind

SOURCE = Path(govsite_rules.__file__).parent
FROM_PEOPLE = (
    *(f"batch/{name}.py" for name in ("account_tables", "accounts", "archives", "feed_files", "feed_parts", "files", "folder")),
    *(f"batch/{name}.py" for name in ("register", "results", "sheets", "tables")),
    *(f"cli/{name}.py" for name in ("bulletin", "many", "results", "source")),
    "parse/feeds/front.py",
)
"""The modules that read what an office gives the command."""


def texts(node: ast.expr | None) -> Iterator[str]:
    """The texts that an argument may be, with a number for whatever varies; nothing where it comes from elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            text = "".join(part.value if isinstance(part, ast.Constant) else "7" for part in parts)
            if text.strip("7[]."):
                yield text
        case ast.IfExp(body=one, orelse=other):
            yield from texts(one)
            yield from texts(other)


def said(path: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("InputError", "LimitError", "refused"):
            yield from texts(node.args[0])
            yield from texts(next((word.value for word in node.keywords if word.arg == "expected"), None))


@pytest.mark.parametrize("path", FROM_PEOPLE)
def test_every_error_about_given_data_has_chinese_words(path: str) -> None:
    """Whatever a reader of people's files says is wrong, or would be right, is there in Chinese."""
    the_same = ("pip install 'govsite-rules[archives]'", "7.csv", "[[site.7]]")

    assert [text for text in said(path) if in_chinese(text) == text and text.isascii() and text not in the_same] == []


def test_what_is_right_for_every_cell_has_chinese_words() -> None:
    """The Chinese tables of fields say in Chinese what to write."""
    fields = [field for table in (*SITE_TABLES, *HUMAN_TABLES, *ACCOUNT_TABLES, PROFILE) for field in table.fields]

    assert {field.reader.expected for field in fields if in_chinese(field.reader.expected) == field.reader.expected} == set()


def test_file_row_field_value_and_what_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All parts of an error are told in Chinese, the field with its Chinese heading; in English it is as it was."""
    (tmp_path / "site.toml").write_text('as_of = 2026-05-20T09:00:00+08:00\n[site]\ndomain = "www.hexi-example.gov.cn"\n', encoding="utf-8")
    (tmp_path / "index.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "tries.csv").write_text("时间,结果\n2026/2/30 09:00,打开\n", encoding="utf-8")

    assert run(["inspect", str(tmp_path), "--lang", "zh"]) == 65
    told = "tries.csv 第 2 行：无法读取；字段 at（时间）：'2026/2/30 09:00'；应为存在的日期时间，须带时区，如 2026-01-31T09:00:00+08:00"
    assert capsys.readouterr().err == f"govsite-rules: 数据错误: {told}\n"
    assert run(["inspect", str(tmp_path), "--lang", "en"]) == 65
    assert "tries.csv:2: cannot be read; field 'at' is '2026/2/30 09:00'; expected an existing date" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        InputError("nothing given", file="a.csv", row=3, field="at", expected="one value"),
        InputError("cannot be read (Permission denied)", file="a.csv"),
        InputError("no JSON object", row=2, value=[1], expected="a JSON object"),
        InputError("words of nobody"),
    ],
)
def test_a_failure_is_told_as_its_error(error: InputError) -> None:
    """A subject that could not be inspected is told in the words of its error, in both languages."""
    one = failure(Subject(SubjectKind.SITE, "x"), datetime(2026, 5, 20, 9, tzinfo=SHANGHAI), error)

    assert told(one, "zh") == told(error, "zh")
    assert told(one, "en") == str(error)


def test_a_fault_of_the_program_stays_as_it_is() -> None:
    """The text of an error of another kind is not taken apart."""
    one = failure(Subject(SubjectKind.SITE, "x"), datetime(2026, 5, 20, 9, tzinfo=SHANGHAI), KeyError("nothing given"))

    assert told(one, "zh") == one.message


def test_what_fits_nothing_and_cannot_be_written_is_told_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A review of what is not there, and the system's own words for a place that cannot be written."""
    row = "columns_not_updated,blank,http://nosuch.example.gov.cn/,否定,张某,2026-05-20T10:00:00+08:00,有内容"
    (tmp_path / "reviews.csv").write_text(f"指标,检查项,对象,结论,复核人,时间,理由\n{row}\n", encoding="utf-8")

    assert run(["inspect", "example", "--lang", "zh", "--reviews", str(tmp_path / "reviews.csv")]) == 0
    assert "张某 的复核：没有发现 ('columns_not_updated', 'blank', 'http://nosuch.example.gov.cn/')" in capsys.readouterr().out
    assert run(["inspect", "example", "--lang", "zh", "--no-wording", "--json", str(tmp_path)]) == 64
    assert f"不能写入 {tmp_path}：这是一个文件夹" in capsys.readouterr().err


def test_what_is_written_over_and_over_is_told_once() -> None:
    """A value may hold the words of a message many times: told in linear time, and no deeper than messages are nested."""
    assert in_chinese(" or ".join("a" * 20_000)).startswith("a 或 a 或 a")


def test_pieces_stand_apart() -> None:
    """What varies is at least one character."""
    assert "cannot be read ()" == in_chinese("cannot be read ()")
    assert "无法读取（x）" == in_chinese("cannot be read (x)")
