"""Writes the field tables into ``docs/crawl-folder.md`` and its Chinese twin from the definitions in the code."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import govsite_rules as gr
from govsite_rules import testing as t
from govsite_rules.batch.records import (
    COLUMNS,
    HUMAN_TABLES,
    INDEX_FIELDS,
    MAINTENANCE,
    PLATFORMS,
    PROFILE,
    SITE_TABLES,
    TRIAL_WORDS,
    TRIALS,
)
from govsite_rules.batch.tables import Field
from govsite_rules.cli.faults import in_chinese

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
            field.reader.expected if side else in_chinese(field.reader.expected),
        )
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def clauses_of(kind: gr.TrialKind) -> str:
    """The clauses that a trial of this kind answers: what changes where one that failed is all that is known."""
    account = gr.AccountProfile("app", "禾溪通", gr.PlatformName.APP)

    def answers(*trials: gr.Trial) -> dict[tuple[str, str], set[gr.Outcome]]:
        found: dict[tuple[str, str], set[gr.Outcome]] = {}
        for subject in (t.site(trials=[*trials]), gr.FeedSnapshot(account, t.SEEN_AT, trials=t.seen(*trials))):
            for finding in gr.inspect(subject, as_of=t.AS_OF).findings:
                found.setdefault((finding.indicator, finding.code), set()).add(finding.outcome)
        return found

    before, after = answers(), answers(t.trial(kind, False, at=t.AS_OF - timedelta(days=30)))
    changed = {key for key in after if after[key] != before[key]}
    return "、".join(one.id for one in gr.NATIONAL_2019.clauses if any((one.indicator, code) in changed for code in one.codes))


def kinds(side: int) -> str:
    """What to write for each kind of trial, and for which clause."""
    words = {kind: word for word, kind in TRIAL_WORDS.items()}
    lines = [("| 类型 | 中文 | 条款 |", "| kind | in Chinese | clauses |")[side], "|---|---|---|"]
    return "\n".join([*lines, *(f"| `{kind}` | {words.get(kind, '')} | {clauses_of(kind)} |" for kind in gr.TrialKind)])


def text(side: int) -> str:
    """All tables in one language: 0 Chinese, 1 English."""
    parts = [section("index.jsonl", ("抓取索引", "the index of the crawl"), INDEX_FIELDS, side)]
    parts += [
        section(f"site.toml [{'site' if table is PROFILE else 'site.' + table.name}]", table.about, table.fields, side)
        for table in (PROFILE, MAINTENANCE, PLATFORMS)
    ]
    for table in (COLUMNS, *SITE_TABLES, *HUMAN_TABLES):
        parts.append(section(table.name, table.about, table.fields, side))
        if table is TRIALS:
            parts.append(kinds(side))
    return "\n\n".join(parts)


def filled(document: str, side: int) -> str:
    """The document with its tables written anew."""
    before, rest = document.split(START)
    return f"{before}{START}\n\n{text(side)}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    for name, side in (("crawl-folder.zh-CN.md", 0), ("crawl-folder.md", 1)):
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8"), side), encoding="utf-8")
