"""Runs the notebooks of the documentation and writes what they show into them. ``--check`` compares and writes nothing.

Pictures are not compared: another version of a plotting library draws the same in other bytes.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "notebooks"
PICTURES = ("image/png", "image/svg+xml")


def executed(path: Path) -> Any:
    """The notebook as it shows itself after a run, without what differs from run to run."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    notebook.metadata = nbformat.from_dict({"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}})
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if set(output.get("data", ())) - {"text/plain"}:
                del output["data"]["text/plain"]
    return notebook


def told(notebook: Any) -> list[Any]:
    """What the cells show, pictures as the word for one."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            picture = any(kind in data for kind in PICTURES)
            shown.append("picture" if picture else output.get("text") or data.get("text/html") or data.get("text/plain"))
    return shown


def differing() -> list[str]:
    """The notebooks whose output is not what a run shows now."""
    return [path.name for path in sorted(FOLDER.glob("*.ipynb")) if told(executed(path)) != told(nbformat.read(path, as_version=4))]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        wrong = differing()
        print("\n".join(f"not current: {name}" for name in wrong) or "notebooks are current")
        return bool(wrong)
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
