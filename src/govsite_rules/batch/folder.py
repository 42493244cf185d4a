"""A crawl folder: ``site.toml``, ``index.jsonl`` with the bodies beside it, and tables of what no crawler sees."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, frozen

from ..errors import InputError
from ..parse.facts import SiteFacts, gather, page_facts
from ..parse.finish import finish
from ..parse.limits import DEFAULT_LIMITS, Limits
from ..parse.page import Scanner, parse_page
from ..parse.urls import canonical
from ..scoring.records import Declaration, Review, Waiver
from ..values.dates import SHANGHAI
from ..values.page import PageSnapshot
from ..values.seen import Seen
from ..values.site import SiteProfile, SiteSnapshot
from .files import FolderLimits, Shelf
from .readers import FLAG, MOMENT, WHOLE
from .records import (
    COLUMNS,
    DECLARATIONS,
    HUMAN_TABLES,
    INDEX_FIELDS,
    MAINTENANCE,
    PLATFORMS,
    PROFILE,
    REVIEWS,
    SITE_TABLES,
    WAIVERS,
    Sited,
)
from .tables import MAX_LINE, Field, Table, csv_rows, json_rows, read_rows

T = TypeVar("T")
Progress = Callable[[int, int], None]

SITE_FILE = "site.toml"
INDEX_FILE = "index.jsonl"
DEFAULT_FOLDER_LIMITS = FolderLimits()


@frozen
class IndexRow:
    """One response of a crawl. ``file`` '' where there was no body."""

    url: str
    fetched_at: datetime | None = None
    file: str = ""
    status: int = 200
    elapsed: float | None = None
    content_type: str | None = None


@frozen
class Extent:
    """What the caller says about a table: whether it is complete, and how many there are in all."""

    complete: bool = False
    total: int | None = None


@frozen
class FolderContents:
    """What a folder says: the site, the time of inspection where given, and what people added.

    ``notes`` are (kind, detail): ``index_extra_fields``, ``index_rows_without_time``, ``ignored_file``,
    ``rows_of_other_sites``.
    """

    site: SiteSnapshot
    as_of: datetime | None = None
    reviews: tuple[Review, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@frozen
class SiteFile:
    """``site.toml``: the profile (None where it has no ``[site]``), the times of inspection and of index rows that have none,
    and what is said of tables."""

    profile: SiteProfile | None = None
    as_of: datetime | None = None
    fetched_at: datetime | None = None
    extents: tuple[tuple[str, Extent], ...] = ()


_LONGEST_REDIRECT = 20_000
_LEADS = "leads_to:"
_ANY_TIME = datetime.fromtimestamp(0, SHANGHAI)
_INDEX = Table("index", IndexRow, INDEX_FIELDS, extra=True)
_HEAD: Table[dict[str, Any]] = Table("site.toml", dict, (Field("as_of", MOMENT), Field("fetched_at", MOMENT)))
_EXTENT = Table("tables", Extent, (Field("complete", FLAG), Field("total", WHOLE)))
_TABLES: tuple[Table[Any], ...] = (*SITE_TABLES, COLUMNS, *HUMAN_TABLES)


def read_folder(
    path: str | Path,
    *,
    profile: SiteProfile | None = None,
    fetched_at: datetime | None = None,
    limits: FolderLimits = DEFAULT_FOLDER_LIMITS,
    page_limits: Limits = DEFAULT_LIMITS,
    scanners: Sequence[Scanner] = (),
    facts: SiteFacts | None = None,
    on_done: Progress | None = None,
) -> FolderContents:
    """Read a crawl folder into a site snapshot, one page at a time.

    ``profile`` takes the place of the one in ``site.toml``, ``fetched_at`` is the time of index rows that have none.
    ``facts`` are those of all pages where they were read in pieces (``folder_pages``); only index and tables are read then.
    ``on_done(n, total)`` is called after each row. Raises InputError naming file, row, field, value and what is right,
    LimitError for what is too large.
    """
    shelf = _shelf(path)
    head = read_site_file(path, limits=limits)
    profile = profile or head.profile
    if profile is None:
        raise InputError(
            "nothing says whose site this is", file=SITE_FILE, expected=f"a {SITE_FILE} with [site], or a profile from the caller"
        )
    profile = evolve(profile, columns=profile.columns + (_table(shelf, COLUMNS, limits) or ()))
    crawl = _Crawl(shelf, limits, page_limits, fetched_at or head.fetched_at, scanners, profile.homepage)
    if facts is None:
        facts = gather(page_facts(page) for page in crawl.pages(on_done))
    else:
        for _ in crawl.rows():
            pass  # told in notes
    parts = _parts(shelf, dict(head.extents), limits)
    notes = [*crawl.notes(), *(("ignored_file", name) for name in _ignored(shelf, crawl.named))]
    reviews, declarations, waivers = (_for_site(shelf, table, limits, profile, notes) for table in (REVIEWS, DECLARATIONS, WAIVERS))
    return FolderContents(finish(facts, profile, **parts), head.as_of, reviews, declarations, waivers, tuple(notes))


def folder_pages(
    path: str | Path,
    *,
    fetched_at: datetime | None = None,
    limits: FolderLimits = DEFAULT_FOLDER_LIMITS,
    page_limits: Limits = DEFAULT_LIMITS,
    scanners: Sequence[Scanner] = (),
    part: int = 0,
    parts: int = 1,
    on_done: Progress | None = None,
) -> Iterator[PageSnapshot]:
    """The pages of a crawl folder in the order of its index, read one at a time; of ``parts`` only ``part``, counted from 0.

    All pages of one address are in the same part.
    """
    head = read_site_file(path, limits=limits)
    homepage = head.profile.homepage if head.profile is not None else ""
    return _Crawl(_shelf(path), limits, page_limits, fetched_at or head.fetched_at, scanners, homepage).pages(on_done, part, parts)


def read_site_file(path: str | Path, *, limits: FolderLimits = DEFAULT_FOLDER_LIMITS) -> SiteFile:
    """``site.toml`` of a folder; empty where there is none."""
    shelf = _shelf(path)
    if not shelf.has(SITE_FILE):
        return SiteFile()
    try:
        document = tomllib.loads(shelf.read(SITE_FILE, limits.max_table, file=SITE_FILE).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"no well-formed TOML ({error})", file=SITE_FILE, expected="TOML in UTF-8") from None
    site, tables = _section(document, "site"), _section(document, "tables") or {}
    head = _HEAD.record(document, file=SITE_FILE, row=None)
    profile = None
    if site is not None:
        lists: dict[str, Any] = {
            table.name: read_rows(table, _objects(site, table.name), file=f"{SITE_FILE} [[site.{table.name}]]")
            for table in (MAINTENANCE, PLATFORMS, COLUMNS)
        }
        profile = evolve(PROFILE.record(site, file=SITE_FILE, row=None), **lists)
    extents = []
    known = [table.name for table in SITE_TABLES]
    for name in list(tables):
        if name not in known:
            raise InputError("there is no such table", file=SITE_FILE, field=f"tables.{name}", expected="one of " + ", ".join(known))
        extents.append((name, _EXTENT.record(_section(tables, name) or {}, file=SITE_FILE, row=None)))
    return SiteFile(profile, head.get("as_of"), head.get("fetched_at"), tuple(extents))


def read_table(path: str | Path, table: Table[T], *, limits: FolderLimits = DEFAULT_FOLDER_LIMITS) -> tuple[T, ...]:
    """The records of one table file of any place, CSV or JSON Lines by its ending."""
    path = Path(path)
    return _read(_shelf(path.parent), path.name, table, limits)


def _shelf(path: str | Path) -> Shelf:
    root = Path(path)
    if not root.is_dir():
        raise InputError("there is no such folder", file=str(path), expected=f"a folder with {INDEX_FILE}")
    return Shelf(root)


class _Crawl:
    """The index of a folder: its pages one by one, and what was met on the way that is no page."""

    def __init__(
        self,
        shelf: Shelf,
        limits: FolderLimits,
        page_limits: Limits,
        fetched_at: datetime | None,
        scanners: Sequence[Scanner],
        homepage: str,
    ) -> None:
        self._shelf, self._limits, self._page_limits, self._fetched_at, self._scanners = shelf, limits, page_limits, fetched_at, scanners
        self._homepage = homepage
        self._extra: set[str] = set()
        self._timeless: list[int] = []
        self.named: set[str] = set()

    def rows(self) -> Iterator[tuple[int, IndexRow]]:
        """The rows of the index with their numbers."""
        for number, cells in json_rows(self._lines(), file=INDEX_FILE):
            row = _INDEX.record(cells, file=INDEX_FILE, row=number)
            self._extra.update(cells.keys() - _INDEX.by_heading.keys())
            self.named.add(row.file)
            if row.fetched_at is None and self._fetched_at is None:
                self._without_time(row, number)
            yield number, row

    def pages(self, on_done: Progress | None, part: int = 0, parts: int = 1) -> Iterator[PageSnapshot]:
        total = sum(1 for line in self._lines() if line.strip()) if on_done else 0
        homes = self._homes()
        bodies: dict[tuple[str, datetime], tuple[str, int]] = {}
        for done, (number, row) in enumerate(self.rows(), 1):
            moment = row.fetched_at or self._fetched_at
            if moment is not None and zlib.crc32(row.url.encode("utf-8", "replace")) % parts == part:
                page = self._page(row, moment, number, home=canonical(row.url) in homes)
                digest, first = bodies.setdefault((row.url, moment), (page.digest, number))
                if digest != page.digest:
                    raise self._wrong(
                        f"another body than row {first} for the same address at the same time",
                        number,
                        "url",
                        row.url,
                        "one body for one address and time",
                    )
                yield page
            if on_done:
                on_done(done, total)

    def notes(self) -> Iterator[tuple[str, str]]:
        if self._extra:
            yield "index_extra_fields", ", ".join(sorted(self._extra))
        if self._timeless:
            yield (
                "index_rows_without_time",
                f"{len(self._timeless)} ({', '.join(map(str, self._timeless[:20]))}{', …' if len(self._timeless) > 20 else ''})",
            )

    def _lines(self) -> Iterator[bytes]:
        return self._shelf.lines(INDEX_FILE, self._limits.max_index, MAX_LINE)

    def _homes(self) -> frozenset[str]:
        """The addresses of homepages that do not look it: the one that was named, and those to which the root of a host only leads."""
        homes = {canonical(self._homepage)} if self._homepage else set()
        for number, cells in json_rows(self._lines(), file=INDEX_FILE):
            url, file = cells.get("url"), cells.get("file")
            if isinstance(url, str) and isinstance(file, str) and file and "/" not in canonical(url):
                body = self._shelf.read(file, self._limits.max_body, file=INDEX_FILE, row=number, field="file")
                if len(body) <= _LONGEST_REDIRECT:
                    notes = parse_page(body, url=url, fetched_at=_ANY_TIME).notes
                    homes |= {canonical(note.removeprefix(_LEADS)) for note in notes if note.startswith(_LEADS)}
        return frozenset(homes)

    def _page(self, row: IndexRow, moment: datetime, number: int, *, home: bool) -> PageSnapshot:
        if row.file:
            body = self._shelf.read(row.file, self._limits.max_body, file=INDEX_FILE, row=number, field="file")
        elif 200 <= row.status < 300:
            raise self._wrong("a page without a body", number, "file", None, f"a file name, since the status is {row.status}")
        else:
            body = b""
        return parse_page(
            body,
            url=row.url,
            fetched_at=moment,
            status=row.status,
            elapsed=row.elapsed,
            content_type=row.content_type,
            limits=self._page_limits,
            scanners=self._scanners,
            home=home,
        )

    def _without_time(self, row: IndexRow, number: int) -> None:
        """A page without its time is refused; an error response without one is no observation: left out and counted."""
        if row.status < 400:
            raise self._wrong("nothing says when the page was fetched", number, "fetched_at", None, MOMENT.expected)
        self._timeless.append(number)

    def _wrong(self, message: str, row: int, field: str, value: object, expected: str) -> InputError:
        return InputError(message, file=INDEX_FILE, row=row, field=field, value=value, expected=expected)


def _parts(shelf: Shelf, extents: Mapping[str, Extent], limits: FolderLimits) -> dict[str, Any]:
    """The parts of a snapshot that tables give, with what ``site.toml`` says of their completeness."""
    parts: dict[str, Any] = {}
    for table in SITE_TABLES:
        records, extent = _table(shelf, table, limits), extents.get(table.name, Extent())
        if records is not None:
            if extent.total is not None and extent.total < len(records):
                raise InputError(
                    f"more rows than the total of {table.name!r}",
                    file=SITE_FILE,
                    field=f"tables.{table.name}.total",
                    value=extent.total,
                    expected=f"at least {len(records)}",
                )
            if extent.complete and extent.total is not None and extent.total > len(records):
                raise InputError(
                    f"fewer rows than the total of {table.name!r}, which is said to be complete",
                    file=SITE_FILE,
                    field=f"tables.{table.name}.complete",
                    value=True,
                    expected=f"false, or a total of {len(records)}",
                )
            parts[table.name] = Seen(records, extent.complete, extent.total)
        elif table.name in extents:
            raise InputError(
                "speaks of a table that is not there",
                file=SITE_FILE,
                field=f"tables.{table.name}",
                expected=f"{table.name}.csv or {table.name}.jsonl",
            )
    return parts


def _table(shelf: Shelf, table: Table[T], limits: FolderLimits) -> tuple[T, ...] | None:
    """The records of a table of the folder, or None where it is not there."""
    names = [f"{table.name}{ending}" for ending in (".csv", ".jsonl") if shelf.has(f"{table.name}{ending}")]
    if len(names) > 1:
        raise InputError(f"the table is there twice, as {names[0]} too", file=names[1], expected="one of the two")
    return _read(shelf, names[0], table, limits) if names else None


def _read(shelf: Shelf, name: str, table: Table[T], limits: FolderLimits) -> tuple[T, ...]:
    if name.endswith(".jsonl"):
        rows: Iterable[tuple[int, Mapping[str, object]]] = json_rows(shelf.lines(name, limits.max_table, MAX_LINE), file=name)
    elif name.endswith(".csv"):
        rows = csv_rows(shelf.read(name, limits.max_table, file=name), file=name)
    else:
        raise InputError("neither CSV nor JSON Lines", file=name, expected="a name that ends in .csv or .jsonl")
    return read_rows(table, rows, file=name)


def _for_site(
    shelf: Shelf, table: Table[Sited[T]], limits: FolderLimits, profile: SiteProfile, notes: list[tuple[str, str]]
) -> tuple[T, ...]:
    rows = _table(shelf, table, limits) or ()
    kept = for_site(rows, profile)
    if len(kept) < len(rows):
        notes.append(("rows_of_other_sites", f"{table.name}: {len(rows) - len(kept)}"))
    return kept


def for_site(rows: Iterable[Sited[T]], profile: SiteProfile) -> tuple[T, ...]:
    """The records of a table for many sites that are about this one."""
    return tuple(row.record for row in rows if row.site in ("", profile.key))


def _ignored(shelf: Shelf, named: Collection[str]) -> list[str]:
    """Files at the top of the folder that look like tables and are none: a mistyped name must not go unnoticed."""
    known = {SITE_FILE, INDEX_FILE, *(f"{table.name}{ending}" for table in _TABLES for ending in (".csv", ".jsonl"))}
    endings = (".csv", ".jsonl", ".json", ".toml", ".xlsx", ".xls")
    names = (path.name for path in shelf.root.iterdir() if path.name.lower().endswith(endings))
    return sorted(name for name in names if name not in known and name not in named)


def _section(document: dict[str, Any], name: str) -> dict[str, Any] | None:
    value = document.pop(name, None)
    if value is not None and not isinstance(value, dict):
        raise InputError("not a table", file=SITE_FILE, field=name, value=value, expected=f"[{name}]")
    return value


def _objects(site: dict[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    value = site.pop(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InputError("not a list of tables", file=SITE_FILE, field=f"site.{name}", value=value, expected=f"[[site.{name}]]")
    return enumerate(value, 1)


__all__ = [
    "DEFAULT_FOLDER_LIMITS",
    "HUMAN_TABLES",
    "SITE_TABLES",
    "FolderContents",
    "FolderLimits",
    "SiteFile",
    "folder_pages",
    "for_site",
    "read_folder",
    "read_site_file",
    "read_table",
]
