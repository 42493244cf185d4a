"""Many accounts: a register with a folder of feeds becomes one result for each account, one at a time."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from ..checklists.model import Checklist
from ..checklists.national_2019 import NATIONAL_2019
from ..errors import ChecklistError, InputError
from ..indicators import CATALOG
from ..indicators._base import Indicator
from ..indicators.n_account_vetoes import account_not_updated
from ..inspection import Inspection, inspect, subject_of
from ..parse.feeds import Scanner
from ..parse.limits import DEFAULT_LIMITS, Limits
from ..scoring.rates import Visit, visit_of
from ..scoring.records import Declaration, Review, Waiver
from ..values.dates import aware, day_of
from ..values.feed import FeedSnapshot
from ..values.finding import Outcome
from ..values.seen import Seen
from .account_tables import ACCOUNT_TABLES, HUMAN_TABLES, SEEN_TABLES, ForAccount, by_account, read_account_table
from .failure import Failure, failure
from .feed_files import Assignment, FeedReader, People, assign, feed_names
from .files import FolderLimits, Shelf
from .folder import DEFAULT_FOLDER_LIMITS
from .readers import FLAG, MOMENT, TEXT
from .register import Account, read_register
from .tables import Field, Table

Progress = Callable[[int, int], None]

ACCOUNTS_FILE = "accounts.toml"
REGISTER_FILES = ("accounts.csv", "accounts.xlsx")
FEEDS_FOLDER = "feeds"


@frozen
class AccountsFile:
    """``accounts.toml``: when the accounts are inspected, when their feeds were fetched, whether the feeds hold every post of the
    time they cover, and which ``tables`` hold all there is."""

    as_of: datetime | None = None
    fetched_at: datetime | None = None
    register: str = ""
    feeds: str = ""
    complete: bool = False
    tables: tuple[str, ...] = ()


@frozen
class AccountFolder:
    """A register, the files of its accounts, and what people added. Posts are read only by ``inspect_accounts``.

    ``assignment.unmatched`` are the files that belong to nobody. ``rows`` maps the name of a table to the records of each account,
    by its place. ``notes`` are (kind, detail): those of the register, ``rows_of_unknown_accounts``, ``ignored_file``.
    """

    accounts: tuple[Account, ...]
    feeds: Shelf
    assignment: Assignment
    as_of: datetime | None = None
    fetched_at: datetime | None = None
    complete: bool = False
    complete_tables: tuple[str, ...] = ()
    rows: Mapping[str, Mapping[int, tuple[Any, ...]]] = {}
    notes: tuple[tuple[str, str], ...] = ()


@frozen
class Inspected:
    """The result for one account. ``files``: where its posts were read; ``reposts``: how many of them are known to be taken over."""

    account: Account
    result: Inspection | Failure
    files: tuple[str, ...] = ()
    reposts: int = 0

    @property
    def visit(self) -> Visit:
        """How statistics count it."""
        return self.result.visit if isinstance(self.result, Failure) else visit_of(self.result)


_HEAD = Table(
    ACCOUNTS_FILE,
    AccountsFile,
    (Field("as_of", MOMENT), Field("fetched_at", MOMENT), Field("register", TEXT), Field("feeds", TEXT), Field("complete", FLAG)),
)
_EXTENT: Table[dict[str, Any]] = Table("tables", dict, (Field("complete", FLAG),))


def is_accounts(path: str | Path) -> bool:
    """Whether a path is a register by its ending, or a folder with one."""
    path = Path(path)
    if path.is_dir():
        return any((path / name).exists() for name in (ACCOUNTS_FILE, *REGISTER_FILES))
    return path.suffix.lower() in (".csv", ".xlsx", ".xlsm")


def account_folder(
    path: str | Path,
    *,
    feeds: str | Path | None = None,
    fetched_at: datetime | None = None,
    complete: bool | None = None,
    reviews: Iterable[ForAccount[Review]] = (),
    declarations: Iterable[ForAccount[Declaration]] = (),
    waivers: Iterable[ForAccount[Waiver]] = (),
    limits: FolderLimits = DEFAULT_FOLDER_LIMITS,
    feed_limits: Limits = DEFAULT_LIMITS,
) -> AccountFolder:
    """Open a register, or a folder that holds one, and find out which file holds whose posts.

    ``feeds`` is the folder of the feeds: the one named in ``accounts.toml``, else ``feeds`` beside the register, else, where a folder
    was given, that folder. ``fetched_at`` and ``complete`` hold for accounts whose row says nothing. ``reviews`` and the like
    are added to those of the folder. Raises InputError where the register or a table cannot be read.
    """
    path = Path(path)
    if not path.exists():
        raise InputError("there is no such file or folder", file=str(path), expected="a register of accounts, or a folder with one")
    whole = path.is_dir()
    shelf = Shelf(path if whole else path.parent)
    head = _head(shelf, limits)
    name = (head.register or _register_name(shelf)) if whole else path.name
    register = read_register(shelf.read(name, limits.max_table, file=name), file=name)
    people, notes = People(register.accounts), list(register.notes)
    given: dict[str, Iterable[Any]] = dict(zip((table.name for table in HUMAN_TABLES), (reviews, declarations, waivers), strict=True))
    rows: dict[str, Mapping[int, tuple[Any, ...]]] = {}
    for table in ACCOUNT_TABLES:
        records = _rows(shelf, table, limits)
        if records is None and table.name in head.tables:
            field = f"tables.{table.name}"
            raise InputError("speaks of a table that is not there", file=ACCOUNTS_FILE, field=field, expected=f"{table.name}.csv")
        if records is not None or table in HUMAN_TABLES:
            rows[table.name] = by_account((*(records or ()), *given.get(table.name, ())), people, table=table.name, notes=notes)
    own = {name, ACCOUNTS_FILE, *(f"{table.name}{ending}" for table in ACCOUNT_TABLES for ending in (".csv", ".jsonl"))}
    place = _feeds(shelf, head, feeds, whole=whole)
    inside = place is not None and place.root == shelf.root
    if whole and not inside:
        notes += [("ignored_file", ignored) for ignored in _ignored(shelf, own)]
    names = feed_names(place, own if inside else ()) if place else ()
    return AccountFolder(
        register.accounts,
        place or shelf,
        assign(people, place or shelf, names, feed_limits),
        head.as_of,
        fetched_at or head.fetched_at,
        head.complete if complete is None else complete,
        head.tables,
        rows,
        tuple(notes),
    )


def inspect_accounts(
    folder: AccountFolder,
    *,
    as_of: datetime | None = None,
    checklist: Checklist = NATIONAL_2019,
    declarations: Iterable[Declaration] = (),
    indicators: Sequence[Indicator] = CATALOG,
    scanners: Sequence[Scanner] = (),
    lexicons: Sequence[str] = (),
    limits: Limits = DEFAULT_LIMITS,
    on_done: Progress | None = None,
) -> Iterator[Inspected]:
    """The result of each account, in the order of the register; one feed is held at a time (of files that several accounts
    share, those last used).

    What cannot be read of an account makes a Failure of that account and never stops the others; an account without a file
    is inspected as one whose posts nobody looked at. ``declarations`` hold for every account, beside those of the folder;
    ``scanners`` read the texts of the posts. Raises InputError where nothing says when the inspection is, or when feeds were
    fetched; ChecklistError where list and indicators do not fit.
    """
    moment = as_of or folder.as_of
    if moment is None:
        raise InputError("no moment of inspection", file=ACCOUNTS_FILE, field="as_of", expected=MOMENT.expected)
    aware(moment, "as_of")
    _fetched_somewhen(folder)
    reader = FeedReader(People(folder.accounts), folder.feeds, folder.assignment, limits, scanners, lexicons)
    missing = dict(folder.assignment.missing)
    said_of_all = tuple(declarations)
    human = {table.name: folder.rows.get(table.name, {}) for table in HUMAN_TABLES}
    for place, account in enumerate(folder.accounts):
        feed = FeedSnapshot(account.profile, account.fetched_at or folder.fetched_at or moment)
        result: Inspection | Failure
        try:
            if account.problem or place in missing:
                raise account.problem or missing[place]
            complete = folder.complete if account.complete is None else account.complete
            feed = reader.read(place, fetched_at=feed.fetched_at, complete=complete) or feed
            feed = evolve(feed, **_parts(folder, place))
            said: dict[str, Any] = {name: found.get(place, ()) for name, found in human.items()}
            said["declarations"] += said_of_all
            result = inspect(feed, as_of=moment, checklist=checklist, indicators=indicators, **said)
            _opening_decides(account, result, checklist)
        except ChecklistError:
            raise  # the list's fault, not the account's
        except Exception as error:  # whatever one account holds, the others are inspected
            result = failure(subject_of(feed), moment, error)
        reposts = sum(post.repost is True for post in feed.posts.items) if feed.posts else 0
        yield Inspected(account, result, folder.assignment.files[place], reposts)
        if on_done:
            on_done(place + 1, len(folder.accounts))


def _parts(folder: AccountFolder, place: int) -> dict[str, Any]:
    """What tables say of an account: a table that is there was looked at, and is all there is only where that is said."""
    parts: dict[str, Any] = {}
    for table in SEEN_TABLES:
        given = folder.rows.get(table.name)
        if given is None:
            continue
        records, complete = given.get(place, ()), table.name in folder.complete_tables
        if table.name == "interaction":
            if not records and not complete:
                continue
            complete = complete or () in records
            records = tuple(dict.fromkeys(function for functions in records for function in functions))
        parts[table.name] = Seen(records, complete=complete)
    return parts


def _opening_decides(account: Account, result: Inspection, checklist: Checklist) -> None:
    """Refuse a verdict that the missing day of an opening date could overturn."""
    span = account.opened.span(result.as_of) if account.opened else None
    if account.opened is None or span is None:
        return
    params = checklist.params_of(account_not_updated.ID) or account_not_updated.PARAMS
    window = getattr(params, "days", account_not_updated.PARAMS.days)
    stale = any(f.indicator == account_not_updated.ID and f.code == "no_update" and f.outcome is Outcome.FAILED for f in result.findings)
    if stale and (day_of(result.as_of) - span[1]).days < window:
        raise InputError(
            "whether the account is new depends on the day",
            file=account.file,
            row=account.row,
            field="opened",
            value=account.opened.raw,
            expected="the day it was opened",
        )


def _fetched_somewhen(folder: AccountFolder) -> None:
    if folder.fetched_at is not None:
        return
    for account, files in zip(folder.accounts, folder.assignment.files, strict=True):
        if files and account.fetched_at is None and account.problem is None:
            raise InputError(
                "nothing says when the feeds were fetched",
                file=account.file,
                row=account.row,
                field="fetched_at",
                expected=f"{MOMENT.expected}, in the row, in {ACCOUNTS_FILE}, or from the caller",
            )


def _head(shelf: Shelf, limits: FolderLimits) -> AccountsFile:
    if not shelf.has(ACCOUNTS_FILE):
        return AccountsFile()
    body = shelf.read(ACCOUNTS_FILE, limits.max_table, file=ACCOUNTS_FILE)
    try:
        document = tomllib.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"no well-formed TOML ({error})", file=ACCOUNTS_FILE, expected="TOML in UTF-8") from None
    tables = document.pop("tables", {})
    known = [table.name for table in SEEN_TABLES]
    complete = []
    for name, said in tables.items() if isinstance(tables, dict) else [("", tables)]:
        if name not in known or not isinstance(said, dict):
            expected = "[tables.NAME] with NAME one of " + ", ".join(known)
            raise InputError("there is no such table", file=ACCOUNTS_FILE, field=f"tables.{name}", expected=expected)
        if _EXTENT.record(said, file=ACCOUNTS_FILE, row=None).get("complete"):
            complete.append(name)
    return evolve(_HEAD.record(document, file=ACCOUNTS_FILE, row=None), tables=tuple(complete))


def _register_name(shelf: Shelf) -> str:
    found = [name for name in REGISTER_FILES if shelf.has(name)]
    if len(found) != 1:
        what = "two registers" if found else "no register"
        raise InputError(what, file=str(shelf.root), expected=" or ".join(REGISTER_FILES) + f", or register = … in {ACCOUNTS_FILE}")
    return found[0]


def _feeds(shelf: Shelf, head: AccountsFile, given: str | Path | None, *, whole: bool) -> Shelf | None:
    """The folder of the feeds; None where only a register was given and no such folder is beside it."""
    if given is not None:
        root = Path(given)
    else:
        name = head.feeds or FEEDS_FOLDER
        root = shelf.root / name
        if root.is_symlink() or ".." in Path(name).parts or Path(name).is_absolute():
            raise InputError(
                "the folder of the feeds leaves the folder", file=ACCOUNTS_FILE, field="feeds", value=name, expected=FEEDS_FOLDER
            )
    if root.is_dir():
        return Shelf(root)
    if given is not None or head.feeds:
        raise InputError("there is no such folder", file=str(root), expected="the folder of the feeds")
    return shelf if whole else None


def _rows(shelf: Shelf, table: Table[ForAccount[Any]], limits: FolderLimits) -> tuple[ForAccount[Any], ...] | None:
    names = [f"{table.name}{ending}" for ending in (".csv", ".jsonl") if shelf.has(f"{table.name}{ending}")]
    if len(names) > 1:
        raise InputError(f"the table is there twice, as {names[0]} too", file=names[1], expected="one of the two")
    return read_account_table(shelf.root / names[0], table, limits=limits) if names else None


def _ignored(shelf: Shelf, own: Iterable[str]) -> list[str]:
    """Files beside the register that look like tables and are none: a mistyped name must not go unnoticed."""
    endings, known = (".csv", ".jsonl", ".json", ".toml", ".xlsx", ".xls"), set(own)
    return sorted(path.name for path in shelf.root.iterdir() if path.is_file() and path.name.endswith(endings) and path.name not in known)
