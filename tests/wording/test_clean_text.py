"""Real text raises no sure false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from govsite_rules.wording import Scanner

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"

REAL_ERRORS = {"习近平新时代中国特色社会主义愿想", "追朔"}
"""Sure hits on the county site that a person reads as errors too."""


@pytest.mark.parametrize("name", ["sighan2015_test.tsv", "ec_law_test.tsv"])
def test_corrected_sentences(shipped: Scanner, name: str) -> None:
    """The corrected side of the typo sets gives no sure hit."""
    path = SHARED / "wording" / name
    if not path.exists():
        pytest.skip("the shared data is not here")
    sentences = [line.split("\t")[1] for line in path.read_text("utf-8").splitlines() if "\t" in line]
    sure = [(hit.found, sentence) for sentence in sentences for hit in shipped(sentence) if hit.certainty == "sure"]

    assert len(sentences) > 500
    assert sure == []


@pytest.mark.slow
def test_county_pages(shipped: Scanner) -> None:
    """Every sure hit on the county site's pages is a real error, and suspected ones of words are rare."""
    from selectolax.lexbor import LexborHTMLParser

    pages = sorted((SHARED / "pages" / "zhecheng").rglob("*.html"))
    if not pages:
        pytest.skip("the shared data is not here")
    sure: set[str] = set()
    suspected = 0
    for page in pages:
        tree = LexborHTMLParser(page.read_bytes())
        for node in tree.css("script, style"):
            node.decompose()
        text = tree.body.text(separator="\n") if tree.body else ""
        for hit in shipped(text):
            if hit.certainty == "sure":
                sure.add(hit.found)
            elif hit.group != "privacy":
                suspected += 1

    assert sure <= REAL_ERRORS
    assert suspected < len(pages) / 20
