"""Type completeness of the public names, as basedpyright sees it: each must have a type that no checker has to guess."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import govsite_rules as gr

SOURCE = Path(gr.__file__).parents[1]
"""Said outright: basedpyright does not always see what an editable installation points to."""


def public() -> Iterator[str]:
    """Where each public name is defined: names of the package, and those its public modules list."""
    for name, place in gr._PLACES.items():
        yield f"govsite_rules.{place}.{name}"
        yield defined(getattr(gr, name))
    for name in gr._MODULES:
        try:
            module = getattr(gr, name)
        except ImportError:
            continue
        for one in module.__all__:
            value = getattr(module, one)
            if not isinstance(value, ModuleType):
                yield f"govsite_rules.{name}.{one}"
                yield defined(value)


def defined(value: Any) -> str:
    """The dotted name of a class or function where it is written; '' for anything else."""
    return f"{value.__module__}.{value.__qualname__}" if inspect.isclass(value) or inspect.isfunction(value) else ""


def main() -> int:
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "--verifytypes", "govsite_rules"]
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([*command, "--ignoreexternal", "--outputjson"], capture_output=True, text=True, check=False, env=env)
    report = json.loads(done.stdout)["typeCompleteness"]
    if not report["symbols"]:
        sys.exit(f"basedpyright saw nothing: {done.stdout[:500]}{done.stderr[:500]}")
    names = set(public()) - {""}
    wrong = [
        symbol["name"]
        for symbol in report["symbols"]
        if not (symbol["isTypeKnown"] and not symbol["isTypeAmbiguous"])
        and any(symbol["name"] == name or symbol["name"].startswith(f"{name}.") for name in names)
    ]
    print(f"{report['completenessScore']:.1%} of all symbols, {len(names)} public names, {len(wrong)} of them or their members unsure")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
