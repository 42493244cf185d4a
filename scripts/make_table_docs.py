"""Writes the field tables into ``docs/crawl-folder.md`` and its Chinese twin from the definitions in the code."""

from __future__ import annotations

from pathlib import Path

from govsite_rules.batch.records import COLUMNS, HUMAN_TABLES, INDEX_FIELDS, MAINTENANCE, PLATFORMS, PROFILE, SITE_TABLES
from govsite_rules.batch.tables import Field

DOCS = Path(__file__).resolve().parent.parent / "docs"
START, END = "<!-- fields: start, written by scripts/make_table_docs.py -->", "<!-- fields: end -->"
HEADS = (("字段", "中文列名", "必填", "含义", "填写要求"), ("field", "Chinese headings", "required", "meaning", "what is right"))
MUST = ("是", "yes")


def section(name: str, about: tuple[str, str], fields: tuple[Field, ...], side: int) -> str:
    lines = [f"### `{name}`", "", about[side], "", "| " + " | ".join(HEADS[side]) + " |", "|" + "---|" * len(HEADS[side])]
    for field in fields:
        cells = (
            f"`{field.name}`",
            "、".join(field.aliases),
            MUST[side] if field.required else "",
            field.about[side],
            field.reader.expected,
        )
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def text(side: int) -> str:
    """All tables in one language: 0 Chinese, 1 English."""
    parts = [section("index.jsonl", ("抓取索引", "the index of the crawl"), INDEX_FIELDS, side)]
    parts += [
        section(f"site.toml [{'site' if table is PROFILE else 'site.' + table.name}]", table.about, table.fields, side)
        for table in (PROFILE, MAINTENANCE, PLATFORMS)
    ]
    parts += [section(table.name, table.about, table.fields, side) for table in (COLUMNS, *SITE_TABLES, *HUMAN_TABLES)]
    return "\n\n".join(parts)


def filled(document: str, side: int) -> str:
    """The document with its tables written anew."""
    before, rest = document.split(START)
    return f"{before}{START}\n\n{text(side)}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    for name, side in (("crawl-folder.zh-CN.md", 0), ("crawl-folder.md", 1)):
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8"), side), encoding="utf-8")
