"""Builds the documentation site into ``site/``: the pages of ``docs/`` and those made from the code. A warning is an error."""

from __future__ import annotations

import argparse
import runpy
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def sources(folder: Path) -> None:
    """The hand-written pages, the changes, and the pages made from the code."""
    shutil.copytree(ROOT / "docs", folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "CHANGELOG.md", folder / "changes.md")
    shutil.copy(ROOT / "SECURITY.md", folder / "security.md")
    for name, text in runpy.run_path(str(ROOT / "scripts" / "make_pages.py"))["pages"]().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> int:
    from sphinx.cmd.build import main as sphinx

    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=ROOT / "site")
    out = parser.parse_args().out
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "docs"
        sources(source)
        return sphinx(["-q", "-W", "--keep-going", "-b", "html", "-d", str(Path(scratch) / "trees"), str(source), str(out)])


if __name__ == "__main__":
    sys.exit(main())
