"""``govsite-rules bulletin``: a bulletin from results, and what a published one says of itself."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from govsite_rules.cli.app import run

pytest.importorskip("jinja2")
NAMED = ["--title", "关于检查情况的通报", "--issuer", "某市政府办公室"]
TEXT = """某市2020年九月份检查情况的通报
共检查政府网站600家次，发现不合格网站4家，总体合格率为99.3%。
共检查政务新媒体641个，不合格4个，合格率99.3%。
共检查政务新媒体17个，合格率95%。
共检查网站356家，不合格57家，合格率84.27%。
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English unless a test asks otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_write_to_standard_output(may: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown on standard output: figures, undecided and failures told, the list of the unqualified."""
    assert run(["bulletin", "write", str(may), *NAMED, "--sites", "8", "--area", "全县", "--date", "2026-06-05"]) == 0
    text = capsys.readouterr().out

    for part in (
        "# 关于检查情况的通报",
        "共检查政府网站4家，占全县政府网站总数的50%，发现不合格网站2家，已有结论的3家合格率为33.3%。",
        "另有1家待人工复核，未计入合格率。因故未能检查1家次，未计入合格率。",
        "| 1 | 411424 | c网 | c |",
        "2026年6月5日",
    ):
        assert part in text


@pytest.mark.parametrize(("name", "start"), [("out.md", b"# "), ("out.html", b"<!DOCTYPE html>"), ("out.docx", b"PK")])
def test_format_follows_the_file(may: Path, tmp_path: Path, name: str, start: bytes) -> None:
    """The suffix names the format, and --format wins over it."""
    pytest.importorskip("docx")
    assert run(["bulletin", "write", str(may), *NAMED, "-o", str(tmp_path / name)]) == 0
    assert run(["bulletin", "write", str(may), *NAMED, "--format", "html", "-o", str(tmp_path / "x.md")]) == 0

    assert (tmp_path / name).read_bytes().startswith(start)
    assert (tmp_path / "x.md").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_plan_holds_texts_and_parts(may: Path, june: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Parts with periods, files beside the plan, styles, the last period and the office's own words."""
    plan = tmp_path / "plan.toml"
    plan.write_text(
        """
title = "关于第二季度检查情况的通报"
issuer = "某市政府办公室"
date = 2026-07-02
to = "各县区人民政府"
basis = "按照检查指标开展了检查。"
demands = ["压实责任。", "限期整改。"]
[error_reports]
received = 10
handled = 9
on_time = 8
[annex]
title = "自查表"
text = "另发。"
[[part]]
title = "第二季度情况"
results = ["may.jsonl", "june"]
period = "2026Q2"
area = "全市"
verb = "抽查"
sites = 9
styles = {rate = {digits = 2, rounding = "cut"}}
[[part]]
title = "6月份情况"
results = ["june"]
before = ["may.jsonl"]
ours = "4114"
""",
        encoding="utf-8",
    )
    assert run(["bulletin", "write", "--plan", str(plan)]) == 0
    text = capsys.readouterr().out

    for part in (
        "各县区人民政府：",
        "全市目前共有政府网站9家，累计抽查7家次，涉及4家，占总数的44.4%，发现不合格网站3家次，已有结论的6家次合格率为50%。",
        "上期不合格网站整改情况：应整改2家，已整改合格1家，整改完成率50%，整改后合格率为66.7%；仍不合格的有c网。",
        "共收到“我为政府网站找错”平台留言10条，办结9条，按期办结率为88.9%。",
        "一是压实责任。",
        "其中涉及我市1家",
        "## 附件：自查表",
    ):
        assert part in text


def test_wrong_plans(tmp_path: Path, may: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No title, no results and docx to a terminal are wrong usage; a plan that is not one is bad data, named by its field."""
    plan = tmp_path / "plan.toml"
    for text, field in (("titel = 'x'", "titel"), ("[[part]]\ntitle = 'x'\nsites = '9'", "sites"), ("title = ", "TOML")):
        plan.write_text(text, encoding="utf-8")
        assert run(["bulletin", "write", str(may), "--plan", str(plan)]) == 65
        assert field in capsys.readouterr().err
    plan.write_text("[error_reports]\nreceived = 1\nhandled = 2", encoding="utf-8")

    assert run(["bulletin", "write", str(may), *NAMED, "--plan", str(plan)]) == 65
    assert run(["bulletin", "write", str(may)]) == 64
    assert run(["bulletin", "write", *NAMED]) == 64
    assert run(["bulletin", "write", str(may), *NAMED, "--format", "docx"]) == 64
    assert run(["bulletin", "write", str(may), *NAMED, "--date", "yesterday"]) == 64
    assert run(["bulletin", "write", str(may), *NAMED, "--template", str(tmp_path / "absent")]) == 65


def test_an_own_template(may: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template of the office's own is filled in; one that fails is bad data with its line."""
    template = tmp_path / "own.j2"
    template.write_text("{{ issuer }}检查{{ parts[0].figures[0].checked }}家", encoding="utf-8")
    assert run(["bulletin", "write", str(may), *NAMED, "--template", str(template)]) == 0
    filled = capsys.readouterr().out
    template.write_text("\n{% if %}", encoding="utf-8")

    assert filled == "某市政府办公室检查4家\n"
    assert run(["bulletin", "write", str(may), *NAMED, "--template", str(template)]) == 65


def test_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which figures agree, under which rounding, which do not and what would fit, in both languages and encodings."""
    path = tmp_path / "bulletin.txt"
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        path.write_text(TEXT, encoding=encoding)
        assert run(["bulletin", "audit", str(path), "--lang", "zh"]) == 0
        printed = capsys.readouterr().out
        for part in ("检查 600家次", "相符（截断）  实为 637/641", "不相符", "356 中不合格 56", "共 4 组数字", "不相符: 2"):
            assert part in printed
    assert run(["bulletin", "audit", str(path), "--exit-verdict"]) == 10
    assert "does not agree" in capsys.readouterr().out


def test_audit_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One audit a line, with its schema; a text without figures says so and is no error."""
    path = tmp_path / "bulletin.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(["bulletin", "audit", str(path), "--json", "-"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    path.write_text("没有数字的一段话。", encoding="utf-8")

    assert [line["schema"] for line in lines] == ["govsite-rules/audit/1"] * 4
    assert [line["agreement"] for line in lines] == ["both", "cut", "inconsistent", "inconsistent"]
    assert run(["bulletin", "audit", str(path), "--exit-verdict"]) == 0
    assert "no figures were read" in capsys.readouterr().out


def test_audit_of_what_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file and bytes in no encoding are bad data; - reads standard input."""
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff\xff\x00\xff")
    assert run(["bulletin", "audit", str(broken)]) == 65
    assert run(["bulletin", "audit", str(tmp_path / "absent")]) == 65
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert run(["bulletin", "audit", "-", "--json", "-"]) == 0
    assert capsys.readouterr().out.count("govsite-rules/audit/1") == 4
