"""How well published figure lines are read and audited: prints one table for ../shared/data/bulletins.

    python benchmarks/accuracy_bulletins.py [--each]

A labelled number counts where the quoted sentence prints it; labels taken from elsewhere in the same bulletin cannot be read
from the sentence and are told apart. ``--each`` also lists every line that is not wholly right.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from govsite_rules import bulletin
from govsite_rules.values.subject import SubjectKind

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "bulletins"
FIELDS = ("population_total", "checked", "unqualified", "qualified", "pass_rate_text", "coverage_text")
KINDS = {"website": SubjectKind.SITE, "new_media": SubjectKind.ACCOUNT}


def printed(value: Any, quote: str) -> bool:
    """Whether the quote prints this number (or, for none unqualified, says so)."""
    if isinstance(value, str):
        return value in quote.replace("％", "%")
    if value == 0 and re.search("未发现|无|均|全部", quote):
        return True
    return re.search(rf"(?<![\d.]){value}(?![\d.%])", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", quote)) is not None


def nearest(figures: tuple[bulletin.Figure, ...], label: dict[str, Any]) -> bulletin.Figure | None:
    """The figure that shares most numbers with a label, of its subject."""
    kind = KINDS[label["subject"]]
    fitting = [figure for figure in figures if figure.subject in (kind, None)]
    return max(
        fitting, key=lambda one: (sum(getattr(one, name) == label[name] is not None for name in FIELDS), one.subject is kind), default=None
    )


def measure(lines: list[dict[str, Any]]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Right, wrong, missed and elsewhere by field, and the lines that are not wholly right."""
    table: Counter[tuple[str, str]] = Counter()
    faults = []
    for label in lines:
        figure = nearest(bulletin.read(label["quote"]), label)
        said = []
        for name in FIELDS:
            want, have = label[name], getattr(figure, name, None)
            if want == have:
                outcome = "right" if want is not None else "rightly none"
            elif want is None:
                outcome = "extra" if printed(have, label["quote"]) else "wrong"
            elif not printed(want, label["quote"]):
                outcome = "elsewhere" if have is None else "wrong"
            else:
                outcome = "missed" if have is None else "wrong"
            table[name, outcome] += 1
            if outcome in ("missed", "wrong", "extra"):
                said.append(f"{name}: {want!r} read as {have!r} ({outcome})")
        if said:
            faults.append(f"{label['id']} {label['quote']}\n    " + "; ".join(said))
    return table, faults


def audited(lines: list[dict[str, Any]]) -> Counter[str]:
    """Classes of the labelled lines, audited as records."""
    classes: Counter[str] = Counter()
    for label in lines:
        full = any(figure.full for figure in bulletin.read(label["quote"]))
        figure = bulletin.Figure(
            subject=KINDS[label["subject"]], full=full, checked_unit=label["checked_unit"] or "", **{name: label[name] for name in FIELDS}
        )
        result = bulletin.audit(figure)
        rate = result.check("rate")
        would = f", would be {rate.would_be}" if rate and rate.would_be is not rate.agreement else ""
        classes[result.agreement + would] += 1
        if result.agreement is bulletin.Agreement.INCONSISTENT:
            print(
                "inconsistent:",
                label["id"],
                [(c.what, c.printed, [(f.numerator, f.denominator) for f in c.fits[:2]]) for c in result.checks],
            )
    return classes


def main() -> None:
    """Prints the tables."""
    if not DATA.exists():
        raise SystemExit("../shared/data/bulletins is absent: nothing to measure")
    lines = [json.loads(line) for line in (DATA / "figures.jsonl").read_text("utf-8").splitlines()]
    chinese = [line for line in lines if len(re.findall("[\u4e00-\u9fff]", line["quote"])) > 10]
    table, faults = measure(chinese)
    outcomes = ("right", "missed", "wrong", "extra", "elsewhere", "rightly none")
    print(f"{len(chinese)} lines with a Chinese sentence, {len(lines) - len(chinese)} in English left out\n")
    print("| field | " + " | ".join(outcomes) + " |\n|---|" + "---|" * len(outcomes))
    for name in FIELDS:
        print(f"| {name} | " + " | ".join(str(table[name, outcome]) for outcome in outcomes) + " |")
    totals = [sum(table[name, outcome] for name in FIELDS) for outcome in outcomes]
    print("| all | " + " | ".join(map(str, totals)) + " |")
    right, missed, wrong = totals[:3]
    print(f"\nright {right} of {right + missed + wrong} = {100 * right / (right + missed + wrong):.1f} %\n")
    classes = audited(lines)
    print("\n| audit | lines |\n|---|---|")
    for name in sorted(classes):
        print(f"| {name} | {classes[name]} |")
    if "--each" in sys.argv:
        print("\n".join(faults))


if __name__ == "__main__":
    main()
