"""Results of a small batch, made once for the commands that read them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve

from govsite_rules.batch.failure import Failure
from govsite_rules.checklists import NATIONAL_2019
from govsite_rules.inspection import Inspection
from govsite_rules.interchange import to_json
from govsite_rules.scoring.records import Found, Standing, Verdict
from govsite_rules.values.dates import SHANGHAI
from govsite_rules.values.finding import Finding, Outcome, Target, TargetKind
from govsite_rules.values.subject import Subject, SubjectKind

MAY, JUNE = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI), datetime(2026, 6, 20, 9, tzinfo=SHANGHAI)
GOOD, BAD, OPEN = Standing.QUALIFIED, Standing.UNQUALIFIED, Standing.UNDECIDED


def result(key: str, standing: Standing, as_of: datetime = MAY, *blank: str, region: str = "411424") -> Inspection:
    """A site with this standing and these blank columns; an unqualified one by V4.3."""
    findings = tuple(
        Finding(
            "columns_not_updated",
            "blank",
            Outcome.FAILED,
            Target(TargetKind.COLUMN, name, name, f"http://{key}.gov.cn/{name}/"),
            values=(("reason", "blank_now"),),
        )
        for name in blank
    )
    fired = ("V4.3",) if standing is BAD else ()
    verdict = Verdict(standing, Found.FAULT if fired else Found.NONE, fired)
    return Inspection(Subject(SubjectKind.SITE, key, f"{key}网", region), as_of, NATIONAL_2019.id, verdict, findings)


@pytest.fixture
def may(tmp_path: Path) -> Path:
    """May's results as JSON Lines: one qualified, two unqualified, one undecided, one that could not be inspected."""
    results = [
        result("a", GOOD),
        result("b", BAD, MAY, "tzgg", "zwdt", region="411425"),
        result("c", BAD, MAY, "ghjh"),
        result("d", OPEN),
        Failure(Subject(SubjectKind.SITE, "e", "e网"), MAY, "no index"),
    ]
    path = tmp_path / "may.jsonl"
    path.write_text("".join(map(to_json, results)), encoding="utf-8")
    return path


@pytest.fixture
def june(tmp_path: Path) -> Path:
    """June's results as a folder of JSON files, another document among them: b is mended, c is not."""
    mended = evolve(result("b", GOOD, JUNE, "tzgg", region="411425"))
    passed = tuple(evolve(finding, outcome=Outcome.PASSED) for finding in mended.findings)
    folder = tmp_path / "june"
    folder.mkdir()
    for one in (evolve(mended, findings=passed), result("c", BAD, JUNE, "ghjh", "tjxx"), result("a", GOOD, JUNE)):
        (folder / f"{one.subject.key}.json").write_text(to_json(one), encoding="utf-8")
    (folder / "snapshot.jsonl").write_text('{"schema":"govsite-rules/site/1"}\n', encoding="utf-8")
    return folder
