"""Builds the wheel and installs it with nothing, then with each extra alone, in fresh environments, and tries what each is for."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CORE = """
import sys
import govsite_rules as gr
assert not {"msgspec", "selectolax", "jieba", "typer"} & set(sys.modules), "import govsite_rules loads attrs only"
from datetime import datetime
at = datetime.fromisoformat("2026-05-19T21:00:00+08:00")
page = gr.parse_page("<html><body></body></html>", url="http://a.gov.cn/", fetched_at=at)
site = gr.assemble_site([page], profile=gr.SiteProfile(domain="a.gov.cn"))
result = gr.inspect(site, as_of=at)
assert result.verdict.standing is gr.Standing.UNDECIDED
"""
TRIES = {
    "": CORE,
    "cli": "from govsite_rules.cli.app import run; assert run(['inspect', 'example', '--exit-verdict']) == 11",
    "calendar": CORE + "import chinese_calendar",
    "archives": CORE
    + """
import gzip, tempfile
from pathlib import Path
from govsite_rules.batch.archives import Archive
head = b"HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\n\\r\\n" + gzip.compress(b"one")
record = b"WARC/1.0\\r\\nWARC-Type: response\\r\\nWARC-Target-URI: http://a.gov.cn/\\r\\nWARC-Date: 2026-05-19T13:00:00Z\\r\\n"
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "a.warc.gz")
    path.write_bytes(gzip.compress(record + b"Content-Length: %d\\r\\n\\r\\n" % len(head) + head + b"\\r\\n\\r\\n"))
    assert [response.body for response in Archive(path).responses()] == [b"one"]
""",
    "frames": CORE + "from govsite_rules import frames; assert len(frames.verdicts([result])) == 1",
    "spark": CORE + "from govsite_rules import spark; assert spark.RESULTS",
    "report": CORE
    + "from govsite_rules import report; assert report.site_page(result); assert report.to_xlsx(report.problem_rows([result]))",
    "testing": CORE
    + "from govsite_rules import testing as t; t.strategies.sites().example; r = gr.inspect(t.faultless_site(), as_of=t.AS_OF);"
    + "assert r.verdict.standing is gr.Standing.QUALIFIED",
    "docs": "import furo, myst_nb, sphinx",
}


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable)
    python = parser.parse_args().python
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    untried = sorted(set(extras) - set(TRIES) - {"dev"})
    if untried:
        sys.exit(f"extras without a try in {Path(__file__).name}: {', '.join(untried)}")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", scratch, ROOT)
        (wheel,) = scratch.glob("*.whl")
        for extra, code in TRIES.items():
            home = scratch / (extra or "core")
            run(python, "-m", "venv", home)
            run(home / "bin" / "pip", "install", "-q", f"{wheel}[{extra}]" if extra else wheel)
            run(home / "bin" / "python", "-c", code)
            if extra != "cli":
                done = subprocess.run([home / "bin" / "govsite-rules"], capture_output=True, text=True, check=False)
                if done.returncode != 64 or "govsite-rules[cli]" not in done.stderr:
                    sys.exit(f"without the extra cli the command must say what to install: {done.returncode} {done.stderr}")
            print(f"ok: {extra or 'core alone'}")


if __name__ == "__main__":
    main()
