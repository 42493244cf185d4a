"""Documentation that is true: twins agree, code blocks run, links lead somewhere, generated parts are current."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from govsite_rules.batch.folder import read_table
from govsite_rules.batch.records import HUMAN_TABLES
from govsite_rules.checklists import NATIONAL_2019, dump_checklist, load_checklist, read_checklist
from govsite_rules.cli.app import run
from govsite_rules.conformance import read_case, read_effect_cases, run_effect
from govsite_rules.conformance import run as run_case

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TWINS = sorted(path for path in TEXTS if path.name.endswith(".zh-CN.md"))
BLOCK = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.M | re.S)
MADE = {"text", "{toctree}"}
"""Kinds of blocks that differ by language: they show output, or make the site's navigation."""
EXAMPLES = ROOT / "docs" / "examples"


EXPECTED_CODES = (0, 10, 11)
"""A command ended well: an inspection was made, or its verdict is the code."""


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, *kinds: str) -> list[tuple[str, str]]:
    """The blocks of a page by the first word after their fence."""
    found = [((info.split() or [""])[0], code) for info, code in BLOCK.findall(path.read_text(encoding="utf-8"))]
    return [(kind, code) for kind, code in found if not kinds or kind in kinds]


def headings(path: Path) -> list[str]:
    prose = BLOCK.sub("", path.read_text(encoding="utf-8"))
    return re.findall(r"^(#+) ", prose, re.M)


def english(path: Path) -> Path:
    return path.with_name(path.name.replace(".zh-CN.md", ".md"))


def test_what_a_new_reader_needs_has_a_twin() -> None:
    """README, quick start, concepts and the crawl folder are there in Chinese too."""
    expected = {"README.zh-CN.md", "docs/quickstart.zh-CN.md", "docs/concepts.zh-CN.md", "docs/crawl-folder.zh-CN.md"}

    assert expected <= {names(path) for path in TWINS}


@pytest.mark.parametrize("path", TWINS, ids=names)
def test_twins_agree(path: Path) -> None:
    """A Chinese page has the headings, in number and level, and the code blocks of its English twin."""
    assert headings(path) == headings(english(path))
    assert [block for block in blocks(path) if block[0] not in MADE] == [block for block in blocks(english(path)) if block[0] not in MADE]


@pytest.mark.parametrize("path", [path for path in TEXTS if path not in TWINS and blocks(path, "python")], ids=names)
def test_python_blocks_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every Python block of a page runs, one after the other, and prints something where it prints."""
    monkeypatch.chdir(shutil.copytree(EXAMPLES, tmp_path / "examples"))
    scope: dict[str, object] = {}
    for _, code in blocks(path, "python"):
        exec(compile(code, names(path), "exec"), scope)
        if "print(" in code:
            assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("path", [path for path in TEXTS if path not in TWINS and blocks(path, "sh")], ids=names)
def test_commands_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of ours in a shell block runs, in order, where there is a crawl called my-crawl and a register my-accounts."""
    monkeypatch.chdir(shutil.copytree(EXAMPLES, tmp_path / "examples"))
    shutil.copytree(ROOT / "src" / "govsite_rules" / "example", "my-crawl")
    shutil.copytree(ROOT / "src" / "govsite_rules" / "example_accounts", "my-accounts")
    for _, code in blocks(path, "sh"):
        for line in code.replace("\\\n", " ").splitlines():
            if line.startswith("govsite-rules "):
                assert run(shlex.split(line, comments=True)[1:]) in EXPECTED_CODES, line
                assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("path", [path for path in TEXTS if blocks(path, "json", "toml")], ids=names)
def test_data_blocks_are_read(path: Path) -> None:
    """JSON and TOML blocks are well-formed, and those with a schema fit it; cases hold."""
    for kind, code in blocks(path, "json", "toml"):
        data = json.loads(code) if kind == "json" else tomllib.loads(code)
        if data.get("schema") == "govsite-rules/case/1":
            assert run_case(read_case(code)) == ()
        if data.get("schema") == "govsite-rules/effect/1":
            (case,) = read_effect_cases(code, NATIONAL_2019)
            assert run_effect(case) == ()


@pytest.mark.parametrize("path", [path for path in TEXTS if blocks(path, "csv")], ids=names)
def test_tables_are_read(path: Path, tmp_path: Path) -> None:
    """A CSV block is a table that people fill in, and is read without an error."""
    for _, code in blocks(path, "csv"):
        (tmp_path / "table.csv").write_text(code, encoding="utf-8")
        headings = set(code.splitlines()[0].split(","))
        (table,) = (one for one in HUMAN_TABLES if headings <= {name for field in one.fields for name in (field.name, *field.aliases)})

        assert len(read_table(tmp_path / "table.csv", table)) == len(code.splitlines()) - 1


def test_every_block_is_of_a_kind_that_is_tried() -> None:
    """Blocks are run, read, or shown output: no kind of block goes untried."""
    kinds = {kind for path in TEXTS for kind, _ in blocks(path)}

    assert kinds <= {"python", "sh", "json", "toml", "csv", "text", "", "{toctree}", "{literalinclude}"}


def test_every_page_has_its_place() -> None:
    """The site's navigation, in ``docs/index.md``, names every page; Chinese ones find their place by themselves."""
    named = {line.strip() for _, code in blocks(ROOT / "docs" / "index.md", "{toctree}") for line in code.splitlines()}
    pages = {path.stem for path in (ROOT / "docs").glob("*.md") if not path.name.endswith(".zh-CN.md")}

    assert pages - named == {"index"}


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=names)
def test_included_files_are_there(path: Path) -> None:
    """A page includes files that are in the repository."""
    included = re.findall(r"^```\{literalinclude\} (\S+)$", path.read_text(encoding="utf-8"), re.M)

    assert [name for name in included if not (path.parent / name).is_file()] == []


def test_the_overlay_in_the_docs_is_an_overlay() -> None:
    """The invented province's list loads, comes back equal when written, and takes over all that it does not change."""
    overlay = load_checklist(EXAMPLES / "heyuan-2026.toml")
    own = {clause.id for clause in overlay.clauses if not clause.inherited}

    assert {"V4.3", "D4.3.1", "X1.1"} == own
    assert len(NATIONAL_2019.clauses) + 1 == len(overlay.clauses)
    assert overlay == read_checklist(dump_checklist(overlay, base=NATIONAL_2019))


@pytest.mark.parametrize("path", TEXTS, ids=names)
def test_links_lead_somewhere(path: Path) -> None:
    """Links to files of the repository name files that are there."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", BLOCK.sub("", path.read_text(encoding="utf-8")))

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [path for path in TEXTS if "<!-- fields: start" in path.read_text(encoding="utf-8")], ids=names)
def test_field_tables_are_current(path: Path) -> None:
    """The tables of fields are those the code has; ``scripts/make_table_docs.py`` writes them."""
    script = runpy.run_path(str(ROOT / "scripts" / "make_table_docs.py"))
    written = path.read_text(encoding="utf-8")

    assert script["filled"](written, 0 if path in TWINS else 1) == written


def test_the_example_is_current(tmp_path: Path) -> None:
    """The shipped example is what its script writes, byte for byte."""
    runpy.run_path(str(ROOT / "scripts" / "make_example.py"))["write"](tmp_path / "example")
    shipped = ROOT / "src" / "govsite_rules" / "example"

    def content(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert content(tmp_path / "example") == content(shipped)
    assert sum(len(body) for body in content(shipped).values()) < 150_000


@pytest.mark.parametrize(("path", "lang"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_readme_shows_what_is_printed(path: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The output in the README is printed by the command it stands under, line by line in that order."""
    run(["inspect", "example", "--lang", lang])
    printed = iter(capsys.readouterr().out.splitlines())
    ((_, shown),) = blocks(ROOT / path, "text")
    lines = [line for line in shown.splitlines() if line.strip() and line.strip() != "…"]

    assert len(lines) > 5
    assert [line for line in lines if line not in printed] == []


def test_no_machine_paths() -> None:
    """No tracked text names a path of one machine."""
    pattern = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
    files = [path for folder in ("src", "tests", "scripts", "docs", ".ci") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = [
        path
        for path in [*files, *TEXTS]
        if path.suffix in (".py", ".md", ".toml", ".csv", ".jsonl", "") and "__pycache__" not in path.parts
    ]

    assert [names(path) for path in texts if pattern.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_all_commands_are_in_both_readmes() -> None:
    """CI takes the README's commands by their marks: each is there once, in both languages."""
    for path in ("README.md", "README.zh-CN.md"):
        text = (ROOT / path).read_text(encoding="utf-8")

        assert all(text.count(f"<!-- command: {name} -->\n```sh\n") == 1 for name in ("example", "tests", "docs"))


def test_the_test_command_installs_every_extra() -> None:
    """Whatever extra there is, the README's test command installs it, so that no test is skipped for want of it."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    (named,) = re.findall(r"-e '\.\[([a-z,]+)\]' && \S+ -m pytest", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert set(named.split(",")) == set(extras)
