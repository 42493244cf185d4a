"""What the package is built from and stands on: a build that repeats, licences, locked versions.

    python scripts/check_supply.py build              # builds twice, in two places and at two times: equal wheel and sdist
    python scripts/check_supply.py install            # the wheel in a fresh environment, with locked versions by their hashes
    python scripts/check_supply.py licences --write   # docs/licences.md from the packages of the lock file installed here
    python scripts/check_supply.py lock --write       # requirements-dev.lock anew (needs uv)

Advisories are not looked up: that needs a network. Where there is one: ``pip-audit --require-hashes -r requirements-dev.lock``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"
LICENCES = ROOT / "docs" / "licences.md"
EXTRAS = ("dev", "cli", "report", "archives", "calendar", "testing")
EPOCH = "1767225600"
"""2026-01-01: what a release sets is the time of its commit; here any fixed one does."""
MAY_BE = re.compile(
    r"\b(apache|mit|bsd|isc|psf|python software foundation|python-2|mpl|mozilla|unlicense|public domain|0bsd|cc0|zlib)\b", re.IGNORECASE
)


def run(*command: str | Path, cwd: Path = ROOT, **more: str) -> str:
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, env={**os.environ, **more}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def built(python: Path, source: Path, out: Path) -> dict[str, str]:
    run(python, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", out, cwd=source, SOURCE_DATE_EPOCH=EPOCH)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def build() -> None:
    """Two builds of one tree, copied to two places with other times of their files, give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run(sys.executable, "-m", "venv", home / "env")
        run(home / "env" / "bin" / "pip", "install", "-q", "hatchling")
        found = []
        for name, moment in (("one", 1_700_000_000), ("another/place", time.time())):
            source = home / name
            tracked = run("git", "ls-files", "-z").split("\0")
            for file in filter(None, tracked):
                if (ROOT / file).is_file():
                    (source / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(ROOT / file, source / file)
                    os.utime(source / file, (moment, moment))
            found.append(built(home / "env" / "bin" / "python", source, home / f"out{len(found)}"))
        for name, digest in found[0].items():
            print(f"{name} {digest}")
        if found[0] != found[1] or len(found[0]) != 2:
            sys.exit(f"the second build differs: {found[1]}")


def locked() -> dict[str, str]:
    """The packages of the lock file with their versions."""
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def install() -> None:
    """The locked packages by hash, then the wheel beside them, in a fresh environment; what it installs is what is locked."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run(sys.executable, "-m", "venv", home / "env")
        pip = home / "env" / "bin" / "pip"
        run(pip, "install", "-q", "--require-hashes", "-r", LOCK)
        run(pip, "wheel", "-q", "--no-deps", "-w", home, ROOT)
        (wheel,) = home.glob("govsite_rules-*.whl")
        run(pip, "install", "-q", "--no-index", wheel)
        run(pip, "check")
        said = run(home / "env" / "bin" / "python", "-c", "import govsite_rules as gr; print(gr.__version__, len(gr.CATALOG))", cwd=home)
        print(f"{len(locked())} packages by hash, and the wheel beside them: {said.strip()} indicators")


def licence(name: str) -> str:
    """What a package's metadata says of its licence: the expression, else its classifiers, else the first line of the text."""
    about = metadata.metadata(name)
    classifiers = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    said = about.get("License-Expression") or ", ".join(classifiers) or (about.get("License") or "").strip().partition("\n")[0][:80]
    return said or "not said"


def licences(write: bool) -> None:
    rows, unknown = [], []
    for name, version in sorted(locked().items(), key=lambda item: item[0].lower()):
        try:
            said = licence(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        if not MAY_BE.search(said):
            unknown.append(f"{name} {version}: {said}")
        rows.append(f"| {name} | {version} | {said.replace('|', '/')} |")
    text = (
        "# Licences of what the package stands on\n\n"
        "Made by `scripts/check_supply.py licences --write` from the metadata of the packages in "
        "`requirements-dev.lock`\n(core, the extras "
        + ", ".join(f"`{extra}`" for extra in EXTRAS)
        + "). None of them is part of the wheel.\n\n| package | version | licence |\n|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )
    if write:
        LICENCES.write_text(text, encoding="utf-8")
    print(f"{len(rows)} packages")
    if unknown:
        sys.exit("to be looked at:\n" + "\n".join(unknown))


def lock(write: bool) -> None:
    extras = [part for extra in EXTRAS for part in ("--extra", extra)]
    command = [
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--universal",
        "--python-version",
        "3.11",
        *extras,
        "--generate-hashes",
        "--no-header",
        "-q",
    ]
    text = run(*command, *([] if write else ["--upgrade"]))
    if write:
        LOCK.write_text(text, encoding="utf-8")
    print(f"{text.count('==')} packages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("build", "install", "licences", "lock"))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.what in ("licences", "lock"):
        {"licences": licences, "lock": lock}[given.what](given.write)
    else:
        {"build": build, "install": install}[given.what]()


if __name__ == "__main__":
    main()
