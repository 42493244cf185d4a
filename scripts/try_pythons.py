"""Installs the package under every Python from 3.11 that is here and compares what it says: equal digests, or exit 1.

python scripts/try_pythons.py                     # python3.11, 3.12, 3.13 on the PATH or under pyenv
python scripts/try_pythons.py --tests             # run the fast tests under each as well
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def works(python: str | Path) -> bool:
    try:
        return subprocess.run([str(python), "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def pythons() -> dict[str, str]:
    """The interpreters of each version that are here and can make environments."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    found = {}
    for version in VERSIONS:
        places = [shutil.which(f"python{version}"), *sorted(pyenv.glob(f"{version}.*/bin/python"))]
        for place in places:
            if place and version not in found and works(place):
                found[version] = str(place)
    return found


def run(*command: str | Path, **more: str) -> str:
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, **more}, cwd=ROOT)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tests", action="store_true")
    given = parser.parse_args()
    found = pythons()
    said: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for version, python in found.items():
            home = Path(folder) / version
            run(python, "-m", "venv", home)
            extras = "dev,cli,report,archives" if given.tests else "report,archives,testing"
            run(home / "bin" / "pip", "install", "-q", f"{ROOT}[{extras}]")
            said[version] = run(home / "bin" / "python", "scripts/result_digest.py", PYTHONPATH="", PYTHONHASHSEED="random")
            print(f"{version}: {run(home / 'bin' / 'python', '-V').strip()}, {len(said[version].splitlines())} digests", flush=True)
            if given.tests:
                print(run(home / "bin" / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider").splitlines()[-1], flush=True)
    missing = [version for version in VERSIONS if version not in found]
    if missing:
        print(f"not here: {', '.join(missing)}")
    for line in zip(*(text.splitlines() for text in said.values()), strict=True):
        if len(set(line)) > 1:
            print("differ:", *(f"{version} {one}" for version, one in zip(said, line, strict=True)), sep="\n  ")
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    claimed = [one.rpartition(" ")[2] for one in metadata if one.startswith("Programming Language :: Python :: 3.")]
    print(f"claimed in pyproject.toml: {', '.join(claimed)}")
    sys.exit(len(set(said.values())) != 1)


if __name__ == "__main__":
    main()
