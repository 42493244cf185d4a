"""The notebooks of the documentation show what they show now."""

from __future__ import annotations

import runpy
import warnings
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "run_notebooks.py"


@pytest.mark.slow
def test_notebooks_are_current() -> None:
    """Each notebook runs, and its output, pictures apart, is the one committed (``scripts/run_notebooks.py`` writes it)."""
    pytest.importorskip("nbclient")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")

        assert runpy.run_path(str(SCRIPT))["differing"]() == []
