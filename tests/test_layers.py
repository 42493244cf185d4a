"""Layers import downwards only, and nothing below ``batch`` reads a clock, a file, the network, the environment or chance."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import govsite_rules

PACKAGE = Path(govsite_rules.__file__).parent
TOP = "govsite_rules"

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "errors _data",
        "values",
        "interchange",
        "parse wording",
        "indicators",
        "checklists",
        "scoring",
        "inspection",
        "comparison conformance draws sampling",
        "batch",
        "bulletin",
        "report frames testing",
        "spark",
        "cli",
    )
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

IMPURE_MODULES = frozenset(
    [
        "http",
        "locale",
        "logging",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "socket",
        "subprocess",
        "tempfile",
        "time",
        "urllib.request",
        "uuid",
    ]
)
IMPURE_CALLS = frozenset(("open", "print", "input", "now", "utcnow", "today", "getenv", "urandom"))
ALLOWED = {("checklists/files.py", "os"), ("checklists/files.py", "open"), ("sampling.py", "random"), ("draws.py", "random")}
"""A checklist is loaded from a path by name (``load_checklist``): the one reader of files below ``batch``. Sampling plans and
draws take their chance from ``random.Random`` with the caller's seed alone."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "example" not in path.parts)


def names(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The dotted parts inside the package of everything a module imports from it, in functions too."""
    here = (TOP, *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")[1:]) for alias in node.names if alias.name.split(".")[0] == TOP)
        elif isinstance(node, ast.ImportFrom):
            base = here[: -node.level] if node.level else ()
            full = (*base, *(node.module.split(".") if node.module else ()))
            if full and full[0] == TOP:
                yield from ((*full[1:], alias.name) if len(full) == 1 else full[1:] for alias in node.names)


def upward(path: Path) -> list[str]:
    own = layer(path)
    return [".".join(parts) for parts in imported(path) if parts and parts[0] in RANK and parts[0] != own and RANK[parts[0]] >= RANK[own]]


def impure(path: Path) -> set[str]:
    """Modules and calls by which a module would depend on more than its arguments."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name in IMPURE_MODULES}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module in IMPURE_MODULES:
            found.add(node.module or "")
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            if called in IMPURE_CALLS:
                found.add(called)
    return found


def test_every_module_has_a_layer() -> None:
    """A new top-level module must be given its place among the layers."""
    unknown = {layer(path) for path in modules()} - RANK.keys() - {"__init__"}

    assert unknown == set()


@pytest.mark.parametrize("path", [path for path in modules() if layer(path) != "__init__"], ids=names)
def test_imports_point_downwards(path: Path) -> None:
    """A module imports from its own layer's package or from layers below, never beside or above."""
    assert upward(path) == []


@pytest.mark.parametrize(
    "path", [path for path in modules() if RANK.get(layer(path), 99) < RANK["batch"] and layer(path) != "_data"], ids=names
)
def test_no_world_below_batch(path: Path) -> None:
    """Below ``batch`` results depend on arguments alone."""
    allowed = {name for file, name in ALLOWED if file == names(path)}

    assert impure(path) - allowed == set()


def test_the_guards_see_what_they_guard_against(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that imports upwards or reads the clock is caught, in whatever form."""
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    bad = tmp_path / "parse" / "bad.py"
    bad.parent.mkdir()
    bad.write_text(
        "from ..scoring.records import Review\nfrom .. import cli\nimport govsite_rules.batch.folder\nfrom datetime import datetime\n"
        "import random\nfrom time import time\ndef f():\n    from ..inspection import inspect\n    open('x')\n    return datetime.now()\n",
        encoding="utf-8",
    )

    assert upward(bad) == ["scoring.records", "cli", "batch.folder", "inspection"]
    assert impure(bad) == {"random", "time", "open", "now"}


@pytest.mark.slow
def test_indicators_import_fast() -> None:
    """``import govsite_rules.indicators`` takes under 120 ms in a fresh interpreter (best of several, bytecode warm)."""
    code = "import time; t = time.perf_counter(); import govsite_rules.indicators; print(time.perf_counter() - t)"
    taken = [float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(8)]

    assert min(taken) < 0.120
