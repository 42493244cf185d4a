"""Segmenters: quiet, without files, and alike."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from govsite_rules.wording import JiebaSegmenter, RjiebaSegmenter, Segmenter

TEXTS = ["坚持杜会主义道路", "中华人民共和国宪法", "研究生命起源", "", "2019年，abc"]


def test_words_join_to_the_text(segmenter: Segmenter) -> None:
    """Cutting loses nothing, and unknown words fall into single characters."""
    assert ["".join(segmenter.cut(text)) for text in TEXTS] == TEXTS
    assert list(segmenter.cut("杜会主义")) == ["杜", "会", "主义"]


def test_rjieba_cuts_alike(segmenter: Segmenter) -> None:
    """The faster segmenter gives the same words."""
    pytest.importorskip("rjieba", reason="the extra with rjieba is not installed")

    assert [list(RjiebaSegmenter().cut(text)) for text in TEXTS] == [list(segmenter.cut(text)) for text in TEXTS]


def test_a_segmenter_travels_unloaded() -> None:
    """Pickling sends no dictionary."""
    assert len(pickle.dumps(JiebaSegmenter())) < 200


@pytest.mark.slow
def test_loading_is_silent_and_writes_nothing(tmp_path: Path) -> None:
    """A fresh interpreter with warnings as errors prints nothing and leaves no file in its folder for temporary files."""
    code = "from govsite_rules.wording import JiebaSegmenter; assert list(JiebaSegmenter().cut('杜会主义')) == ['杜', '会', '主义']"
    environment = {"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code], capture_output=True, text=True, env=environment, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
