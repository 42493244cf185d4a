"""One segmenter for all tests of wording: its dictionary takes a second to load."""

from __future__ import annotations

import pytest

from govsite_rules.wording import JiebaSegmenter, Scanner, Segmenter, scanner


@pytest.fixture(scope="session")
def segmenter() -> Segmenter:
    return JiebaSegmenter()


@pytest.fixture(scope="session")
def shipped(segmenter: Segmenter) -> Scanner:
    return scanner(segmenter=segmenter)
