"""Writes the field tables into ``docs/accounts.md`` and its Chinese twin from the definitions in the code."""

from __future__ import annotations

import runpy
from pathlib import Path

from govsite_rules.batch.account_tables import ACCOUNT_TABLES
from govsite_rules.batch.register import REGISTER

ROOT = Path(__file__).resolve().parent.parent
START, END = "<!-- account fields: start, written by scripts/make_account_docs.py -->", "<!-- account fields: end -->"
SECTION = runpy.run_path(str(ROOT / "scripts" / "make_table_docs.py"))["section"]


def filled(document: str, side: int) -> str:
    """The document with its tables written anew: 0 Chinese, 1 English."""
    before, rest = document.split(START)
    tables = "\n\n".join(SECTION(table.name, table.about, table.fields, side) for table in (REGISTER, *ACCOUNT_TABLES))
    return f"{before}{START}\n\n{tables}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    for name, side in (("accounts.zh-CN.md", 0), ("accounts.md", 1)):
        path = ROOT / "docs" / name
        path.write_text(filled(path.read_text(encoding="utf-8"), side), encoding="utf-8")
