"""What is shipped can be built again, and what it stands on is known."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "check_supply.py"
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")


@pytest.mark.slow
def test_builds_repeat() -> None:
    """Two builds in two places at two times give the same wheel and the same sdist, byte by byte."""
    done = subprocess.run([sys.executable, str(SCRIPT), "build"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_every_locked_package_has_hashes() -> None:
    """No package of the development environment is taken without its hash."""
    packages = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]

    assert len(packages) > 20
    assert [one.partition("==")[0] for one in packages if "--hash=sha256:" not in one] == []
    assert "://" not in re.sub(r"#.*", "", LOCK)


def test_what_the_package_needs_is_locked() -> None:
    """Every dependency, and every one for development, has its version in the lock file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!\[; ]", one)[0].lower() for one in wanted}
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK, re.MULTILINE)}

    assert names - locked == set()


def test_licences_are_listed() -> None:
    """The list of licences speaks of every dependency of the core."""
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert [one for one in project["dependencies"] if f"| {re.split('[<>=]', one)[0]} |" not in text] == []
