"""Breaks one rule on purpose in ten places, each in a copy of its own, and shows that tests fail: exit 1 where none does.

PYTHONPATH=src python scripts/break_ten.py            # prints a table in Markdown
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent


@frozen
class Break:
    """A text of a module that becomes another, and the tests that must notice."""

    what: str
    module: str
    before: str
    after: str
    tests: tuple[str, ...]


CASES = "tests/cases/test_conformance.py"
EFFECTS = "tests/cases/test_effects.py"
BREAKS = (
    Break(
        "limit: 5 % of failed tries becomes 6 % (V2.1)",
        "checklists/national_2019.py",
        "TriggerKind.SHARE, Fraction(1, 20)",
        "TriggerKind.SHARE, Fraction(6, 100)",
        (EFFECTS, "tests/checklists"),
    ),
    Break(
        "window: two weeks become 15 days (V3.1)",
        "indicators/v_site_vetoes/homepage_not_updated.py",
        "days: int = 14",
        "days: int = 15",
        (CASES,),
    ),
    Break(
        "sign: the last day of a window no longer counts",
        "indicators/_freshness.py",
        "in known if day >= start)",
        "in known if day > start)",
        (CASES,),
    ),
    Break(
        "outcome: what cannot be told passes",
        "indicators/_freshness.py",
        "outcome, reason = Outcome.CANT_TELL, doubtful[0]",
        "outcome, reason = Outcome.PASSED, doubtful[0]",
        (CASES,),
    ),
    Break(
        "months of calendar become 30 days",
        "indicators/_freshness.py",
        "months_before(today, self.months) if",
        "today - timedelta(days=30 * self.months) if",
        (CASES,),
    ),
    Break(
        "a site that nobody looked at is qualified",
        "scoring/verdict.py",
        "Standing.UNDECIDED if veto_possible",
        "Standing.QUALIFIED if veto_possible",
        ("tests/scoring/test_verdict.py",),
    ),
    Break(
        "pass mark: 60 is no longer enough",
        "scoring/verdict.py",
        "passes = self.checklist.scheme.pass_mark_passes",
        "passes = False",
        (EFFECTS, "tests/scoring/test_verdict.py"),
    ),
    Break(
        "caps: no heading has one",
        "scoring/verdict.py",
        "return min(value, cap)",
        "return value",
        (EFFECTS, "tests/scoring/test_verdict.py"),
    ),
    Break(
        "the bonus counts at exactly 80",
        "scoring/verdict.py",
        "if high > scheme.bonus_above",
        "if high >= scheme.bonus_above",
        (EFFECTS, "tests/scoring/test_verdict.py"),
    ),
    Break(
        "working days: weekends are worked",
        "values/workdays.py",
        "day.weekday() < 5",
        "day.weekday() < 7",
        ("tests/values/test_workdays.py", CASES),
    ),
    Break(
        "pages: no challenge is seen, a firewall's page is a blank one",
        "parse/bodies.py",
        "    if small and (han <= 150",
        "    if False and (han <= 150",
        ("tests/parse/test_bodies.py",),
    ),
    Break(
        "dates: the year 2999 is one",
        "parse/dates.py",
        "FIRST_YEAR, LAST_YEAR = 1990, 2099",
        "FIRST_YEAR, LAST_YEAR = 1990, 2999",
        ("tests/parse/test_dates.py",),
    ),
)


def tested(package: Path, tests: tuple[str, ...]) -> tuple[bool, str]:
    """Whether the tests pass with the package in this folder, and the first that fails."""
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "--tb=no",
        "-rf",
        "-o",
        f"pythonpath={package} tests",
        *tests,
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    failed = [line.removeprefix("FAILED ").partition(" - ")[0] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    return done.returncode == 0, failed[0] if failed else done.stdout[-300:]


def main() -> None:
    unnoticed = 0
    print("| broken | in | noticed by |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(BREAKS):
            package = Path(folder) / str(number)
            shutil.copytree(ROOT / "src", package, ignore=shutil.ignore_patterns("__pycache__"))
            module = package / "govsite_rules" / one.module
            text = module.read_text(encoding="utf-8")
            if text.count(one.before) != 1:
                sys.exit(f"{one.module}: {one.before!r} stands there {text.count(one.before)} times, not once")
            if number == 0 and not (whole := tested(package, tuple({test for each in BREAKS for test in each.tests})))[0]:
                sys.exit(f"tests fail before anything is broken: {whole[1]}")
            module.write_text(text.replace(one.before, one.after), encoding="utf-8")
            passes, first = tested(package, one.tests)
            unnoticed += passes
            shown = "**nothing**" if passes else "`" + first.encode().decode("unicode_escape", "replace")[:110] + "`"
            print(f"| {one.what} | `{one.module}` | {shown} |", flush=True)
    sys.exit(1 if unnoticed else 0)


if __name__ == "__main__":
    main()
