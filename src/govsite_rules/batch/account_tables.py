"""Tables about many accounts: those of sites with the columns ``account`` and ``platform``, and the interaction functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import frozen

from ..errors import InputError
from ..values.site import Incident, Trial
from .feed_files import People
from .files import FolderLimits, Shelf
from .folder import DEFAULT_FOLDER_LIMITS
from .readers import NOTHING, SEVERAL, TEXT, Reader
from .records import DECLARATIONS, INCIDENTS, REVIEWS, TRIALS, WAIVERS
from .tables import MAX_LINE, Field, Table, csv_rows, json_rows, read_rows

T = TypeVar("T")


@frozen
class ForAccount(Generic[T]):
    """A record of a table for many accounts, with the account it is about: identifier or name, '' for every account."""

    account: str
    platform: str
    record: T


_ACCOUNT = ("账号名称", "账号ID", "账号")
_NAMED = Field("account", TEXT, _ACCOUNT, required=True, about=("账号名称或账号ID", "name or identifier of the account"))
_ANYBODY = Field(
    "account",
    TEXT,
    _ACCOUNT,
    about=("账号名称或账号ID；为空表示适用于各账号", "name or identifier of the account; empty: every account"),
)
_PLATFORM = Field("platform", TEXT, ("平台",), about=("平台；几个平台有同名账号时填写", "platform, where several have that name"))


def _seen(table: Table[Any]) -> Table[ForAccount[Any]]:
    def make(account: str, platform: str = "", **cells: Any) -> ForAccount[Any]:
        return ForAccount(account, platform, table.make(**cells))

    return Table(table.name, make, (_NAMED, _PLATFORM, *table.fields), about=table.about)


def _said(table: Table[Any]) -> Table[ForAccount[Any]]:
    def make(account: str = "", platform: str = "", **cells: Any) -> ForAccount[Any]:
        return ForAccount(account, platform, table.make(**cells).record)

    return Table(table.name, make, (_ANYBODY, _PLATFORM, *(field for field in table.fields if field.name != "site")), about=table.about)


def _functions(value: object) -> tuple[str, ...]:
    words = SEVERAL.parse(value)
    return () if len(words) == 1 and words[0].lower() in NOTHING else words


_FUNCTIONS = Reader(_functions, "interaction functions found working, such as 留言、私信, or 无 where there is none")
_INTERACTION: Table[Any] = Table(
    "interaction",
    lambda functions: functions,
    (
        Field(
            "functions",
            _FUNCTIONS,
            ("互动功能", "功能"),
            required=True,
            about=("经试用有效的互动功能，没有填“无”", "interaction functions found working, or 无"),
        ),
    ),
    about=("互动功能", "interaction functions"),
)
SEEN_TABLES: tuple[Table[ForAccount[Any]], ...] = (_seen(_INTERACTION), _seen(TRIALS), _seen(INCIDENTS))
"""What was seen of accounts beside their posts; each has the name of its part of the snapshot."""

HUMAN_TABLES: tuple[Table[ForAccount[Any]], ...] = (_said(REVIEWS), _said(DECLARATIONS), _said(WAIVERS))
"""What people settle, declare and put off."""

ACCOUNT_REVIEWS, ACCOUNT_DECLARATIONS, ACCOUNT_WAIVERS = HUMAN_TABLES
ACCOUNT_TABLES = (*SEEN_TABLES, *HUMAN_TABLES)


def read_account_table(
    path: str | Path, table: Table[ForAccount[T]], *, limits: FolderLimits = DEFAULT_FOLDER_LIMITS
) -> tuple[ForAccount[T], ...]:
    """The records of one of ``ACCOUNT_TABLES``, CSV or JSON Lines by its ending."""
    path = Path(path)
    shelf, name = Shelf(path.parent), path.name
    if name.endswith(".jsonl"):
        return read_rows(table, json_rows(shelf.lines(name, limits.max_table, MAX_LINE), file=name), file=name)
    if name.endswith(".csv"):
        return read_rows(table, csv_rows(shelf.read(name, limits.max_table, file=name), file=name), file=name)
    raise InputError("neither CSV nor JSON Lines", file=name, expected="a name that ends in .csv or .jsonl")


def by_account(
    rows: Iterable[ForAccount[Any]], people: People, *, table: str, notes: list[tuple[str, str]]
) -> Mapping[int, tuple[Any, ...]]:
    """The records of each account by its place. Names that the register does not have join ``notes``; InputError for a name that
    several accounts have, and for two records of one account with one id."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    ids: set[tuple[int, str]] = set()
    unknown: dict[str, None] = {}
    for row in rows:
        places = people.called(row.account, row.platform) if row.account else set(range(len(people.accounts)))
        if row.account and len(places) > 1:
            expected = "the platform, or the identifier"
            raise InputError("several accounts of that name", file=table, field="account", value=row.account, expected=expected)
        if not places:
            unknown[row.account] = None
        for place in places:
            if isinstance(row.record, Trial | Incident):
                if (place, row.record.id) in ids:
                    raise InputError("the same id twice", file=table, field="id", value=row.record.id, expected="one row for each")
                ids.add((place, row.record.id))
            found[place].append(row.record)
    if unknown:
        notes.append(("rows_of_unknown_accounts", f"{table}: {'、'.join(list(unknown)[:10])}" + ("…" if len(unknown) > 10 else "")))
    return {place: tuple(records) for place, records in found.items()}
