"""What ``inspect`` is given: a crawl folder, a snapshot file, or the word ``example``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from attrs import evolve

from ..batch.folder import INDEX_FILE, SITE_FILE, FolderContents, Progress, read_folder, read_site_file
from ..errors import InputError
from ..interchange import read_site
from ..values.site import SiteProfile
from ..wording import Scanner
from .words import Say

EXAMPLE = "example"


@contextmanager
def example_folder() -> Iterator[Path]:
    """The crawl folder that ships with the package."""
    with as_file(files("govsite_rules") / EXAMPLE) as folder:
        yield folder


def load(
    name: str, facts: dict[str, Any], fetched_at: datetime | None, on_done: Progress, say: Say, scanners: tuple[Scanner, ...] = ()
) -> FolderContents:
    """The contents of what ``name`` names, its profile changed by the ``facts`` that are not None."""
    path = Path(name)
    if name == EXAMPLE and not path.exists():
        with example_folder() as folder:
            return _folder(folder, facts, fetched_at, on_done, say, scanners)
    if path.is_dir():
        return _folder(path, facts, fetched_at, on_done, say, scanners)
    return _snapshot(path, facts)


def moment(text: str) -> datetime:
    """An aware moment from an option; ValueError otherwise."""
    value = datetime.fromisoformat(text)
    if value.utcoffset() is None:
        raise ValueError(text)
    return value


def _folder(
    path: Path, facts: dict[str, Any], fetched_at: datetime | None, on_done: Progress, say: Say, scanners: tuple[Scanner, ...] = ()
) -> FolderContents:
    profile = read_site_file(path).profile
    if profile is None and not facts.get("domain"):
        if not (path / INDEX_FILE).exists():
            raise InputError("no crawl folder", file=str(path), expected=f"a folder with {INDEX_FILE}, and {SITE_FILE}")
        raise InputError(say("no_profile"), file=str(path))
    return read_folder(path, profile=_changed(profile or SiteProfile(), facts), fetched_at=fetched_at, on_done=on_done, scanners=scanners)


def _snapshot(path: Path, facts: dict[str, Any]) -> FolderContents:
    try:
        with path.open("rb") as handle:
            site = read_site(handle, file=path.name)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=str(path), expected="a crawl folder or a snapshot file") from None
    return FolderContents(evolve(site, profile=_changed(site.profile, facts)))


def _changed(profile: SiteProfile, facts: dict[str, Any]) -> SiteProfile:
    return evolve(profile, **{name: value for name, value in facts.items() if value is not None})
