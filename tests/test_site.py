"""The documentation site: it builds without a warning, every page is in it, and Chinese words are found in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import govsite_rules as gr

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "build_docs.py"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``.ci/run`` builds it."""
    pytest.importorskip("sphinx")
    out = tmp_path_factory.mktemp("site")
    done = subprocess.run([sys.executable, str(SCRIPT), "--out", str(out)], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)
    return out


def test_every_page_is_in_the_site(site: Path) -> None:
    """Each page of docs/, each notebook, each indicator, coverage, API and changes."""
    written = {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    written |= {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.ipynb")}
    made = {Path("indicators") / f"{indicator.id}.html" for indicator in gr.CATALOG + gr.COMPANIONS}

    assert {
        path for path in written | made | {Path("coverage.html"), Path("api.html"), Path("changes.html")} if not (site / path).is_file()
    } == set()


def test_every_public_name_is_in_the_api(site: Path) -> None:
    """The API page has a heading for each name of the package."""
    text = (site / "api.html").read_text(encoding="utf-8")
    headings = set(re.findall(r"<h3>([^<]+)<", text))

    assert set(gr._PLACES) - headings == set()


SEARCH = """
const fs = require("fs"), vm = require("vm"), root = process.argv[1], query = process.argv[2];
const context = vm.createContext({window: {}});
vm.runInContext(fs.readFileSync(root + "/_static/language_data.js", "utf8"), context);
console.log(JSON.stringify(context.splitQuery(query)));
"""


@pytest.mark.parametrize(
    ("query", "page"),
    [("空白栏目", "columns_not_updated"), ("单项否决", "index"), ("首页不更新", "homepage_not_updated"), ("overlay", "own-checklist")],
)
def test_pages_are_found(site: Path, query: str, page: str) -> None:
    """What readers type, split as the browser splits it, stands in the index of a page that has it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here to split the query as a browser does")
    split = subprocess.run([node, "-e", SEARCH, str(site), query], capture_output=True, text=True, check=True).stdout
    index = json.loads((site / "searchindex.js").read_text(encoding="utf-8").removeprefix("Search.setIndex(").removesuffix(")"))
    found: set[int] | None = None
    for word in json.loads(split):
        entries = [index[part].get(word, []) for part in ("terms", "titleterms")]
        pages = {number for entry in entries for number in ([entry] if isinstance(entry, int) else entry)}
        found = pages if found is None else found & pages

    assert any(index["docnames"][number].endswith(page) for number in found or ())
