"""The package's front: public names load on first use, and the stub says the same."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import govsite_rules as gr

STUB = Path(gr.__file__).with_suffix(".pyi")


def test_the_stub_names_what_the_package_gives() -> None:
    """Type checkers and Python see the same names from the same places."""
    places = {}
    for node in ast.parse(STUB.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            places.update({alias.name: node.module or "" for alias in node.names})
    expected = {**gr._PLACES, **dict.fromkeys(gr._MODULES, "")}

    assert expected == places


@pytest.mark.parametrize("name", sorted(gr._PLACES))
def test_every_public_name_loads(name: str) -> None:
    """Each public name can be had from the top."""
    assert getattr(gr, name) is not None


def test_unknown_names_are_unknown() -> None:
    """A misspelt name is an AttributeError that names it."""
    with pytest.raises(AttributeError, match="parse_pge"):
        _ = gr.parse_pge


def test_importing_loads_attrs_only() -> None:
    """The package itself loads nothing heavier than attrs."""
    code = "import sys, govsite_rules; print(sorted(m for m in ('msgspec', 'lxml', 'selectolax', 'jieba', 'dateutil') if m in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == run.stdout.strip()


@pytest.mark.parametrize("name", sorted(gr._MODULES))
def test_public_modules_list_their_names(name: str) -> None:
    """Each public module says what is public in it; every such function and class exists and says what it is."""
    module = pytest.importorskip(f"govsite_rules.{name}", exc_type=ImportError)
    listed = [getattr(module, one) for one in module.__all__]

    assert sorted(set(module.__all__)) == sorted(module.__all__)
    assert [one.__name__ for one in listed if (inspect.isclass(one) or inspect.isfunction(one)) and not inspect.getdoc(one)] == []
