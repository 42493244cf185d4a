"""pytest over a team's own site: one test for each veto, one for each column and page that something is wrong with.

    GOVSITE_CRAWL=crawl pytest test_own_site.py

The crawl is a folder as the library reads it. Without the variable the example that ships is tested.
"""

import os
from importlib.resources import files

import pytest

import govsite_rules as gr
from govsite_rules.batch.folder import read_folder

CRAWL = read_folder(os.environ.get("GOVSITE_CRAWL") or str(files("govsite_rules") / "example"))
RESULT = gr.inspect(CRAWL.site, as_of=CRAWL.as_of, reviews=CRAWL.reviews, declarations=CRAWL.declarations, waivers=CRAWL.waivers)
VETOES = [clause.id for clause in gr.NATIONAL_2019.clauses if clause.part == "veto" and clause.id.startswith("V")]
FAILED = [finding for finding in RESULT.findings if finding.outcome is gr.Outcome.FAILED]


@pytest.mark.parametrize("clause", VETOES)
def test_no_veto(clause: str) -> None:
    """No veto has fired; one that nobody could decide is skipped, and says so."""
    if clause in RESULT.verdict.possible:
        pytest.skip(f"{clause} is open: {gr.NATIONAL_2019.clause(clause).summary}")

    assert clause not in RESULT.verdict.fired


@pytest.mark.parametrize("finding", FAILED, ids=lambda finding: "/".join(finding.key))
def test_no_fault(finding: gr.Finding) -> None:
    """Each fault is a test that fails with its message; a waived one is expected to."""
    if finding.key in {waiver.finding for waiver in RESULT.waivers}:
        pytest.xfail("waived")

    pytest.fail(f"{gr.message(finding)} {finding.target.url}", pytrace=False)
