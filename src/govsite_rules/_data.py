"""The one place that reads the package's own data files."""

from __future__ import annotations

from importlib.resources import files


def read_bytes(name: str) -> bytes:
    """The content of a data file; ``name`` is its path below ``data/``, such as ``wording/lexicon.tsv``."""
    return (files(__package__) / "data" / name).read_bytes()


def read_text(name: str) -> str:
    """The text of a data file in UTF-8."""
    return read_bytes(name).decode("utf-8")


def listing(folder: str) -> tuple[str, ...]:
    """The names of the files in a data folder, sorted."""
    return tuple(sorted(entry.name for entry in (files(__package__) / "data" / folder).iterdir() if entry.is_file()))
