"""Which files of a folder hold the posts of which accounts: by the register, by the file's name, else by what it says inside."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath

from attrs import evolve, frozen

from ..errors import InputError, LimitError
from ..parse.feeds import Scanner, platform_of
from ..parse.limits import Limits
from ..values.feed import AccountProfile, FeedSnapshot, PlatformName
from .feed_parts import BOOKS, read_parts, together
from .files import Shelf
from .register import Account, plain

MAX_FILES = 200_000
MAX_KEPT_POSTS = 400_000
"""How many posts of files that several accounts share are kept at once; a file that was dropped is read again."""

_ENDINGS = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".xml", ".rss", ".atom", *BOOKS)
_SEPARATORS = re.compile(r"[\s_\-—–.,，、+&()\[\]【】《》“”\"'#@~]+")
_MAX_TOKENS = 24
_SHORTEST_ID = 4
_PLATFORM_WORDS = frozenset(
    "微信 公众号 微信公众号 视频号 微信视频号 微博 新浪微博 政务微博 抖音 抖音号 快手 快手号 头条 头条号 今日头条 小程序 微信小程序 "
    "客户端 app wechat weibo douyin kuaishou toutiao channels".split()
)
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@frozen
class Assignment:
    """``files``: for each account the names of its files. ``shared``: files of several accounts. ``missing``: the first file that an
    account's row names and that cannot be read. ``unmatched`` are (file, why) for every file that is nobody's, or not only
    somebody's: ``not_a_feed``, ``name_unreadable``, ``no_account``, ``several_accounts``, ``unreadable``, each with a detail."""

    files: tuple[tuple[str, ...], ...]
    shared: frozenset[str] = frozenset()
    missing: tuple[tuple[int, InputError], ...] = ()
    unmatched: tuple[tuple[str, str, str], ...] = ()


def feed_names(shelf: Shelf, leave_out: Collection[str] = ()) -> tuple[str, ...]:
    """All files under a folder, by their names relative to it, sorted; hidden ones are left out, links are not followed."""
    names: list[str] = []
    for folder, below, files in os.walk(shelf.root):
        below[:] = [name for name in below if not name.startswith(".")]
        inside = os.path.relpath(folder, shelf.root)
        for name in files:
            path = name if inside == os.curdir else PurePosixPath(*inside.split(os.sep), name).as_posix()
            if not name.startswith((".", "~$")) and path not in leave_out:
                names.append(path)
        if len(names) > MAX_FILES:
            raise LimitError("too many files", file=str(shelf.root), expected=f"at most {MAX_FILES}")
    return tuple(sorted(names))


class People:
    """The accounts of a register by identifier and by name."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = accounts
        self._ids: defaultdict[str, set[int]] = defaultdict(set)
        self._names: defaultdict[str, set[int]] = defaultdict(set)
        self._ids_in_paths: defaultdict[str, set[int]] = defaultdict(set)
        self._names_in_paths: defaultdict[str, set[int]] = defaultdict(set)
        for place, account in enumerate(accounts):
            self._ids[plain(account.profile.key)].add(place)
            if account.id:
                self._ids[plain(account.id)].add(place)
                self._ids_in_paths[_joined(account.id)].add(place)
            if account.profile.name:
                self._names[plain(account.profile.name)].add(place)
                self._names_in_paths[_joined(account.profile.name)].add(place)

    def called(self, text: str, platform: str = "") -> set[int]:
        """The accounts that have this identifier, else this name; on one platform where a word for it is given."""
        found = self._ids.get(plain(text)) or self._names.get(plain(text)) or set()
        return self._on(found, platform_of(platform)) if platform else set(found)

    def of_feed(self, said: AccountProfile) -> set[int]:
        """The accounts that a feed may be of, by what it says of itself."""
        found = (said.key and self._ids.get(plain(said.key))) or (said.name and self._names.get(plain(said.name))) or set()
        return self._on(found, said.platform)

    def in_path(self, path: str) -> set[int]:
        """The accounts whose identifier or name stands in a path as whole words: the last part that has one counts."""
        parts = [_tokens(part) for part in PurePosixPath(path).with_suffix("").parts]
        platforms = {platform_of(token) for part in parts for token in part if token in _PLATFORM_WORDS}
        for part in reversed(parts):
            found = self._in_part(part)
            if found:
                return self._on(found, platforms.pop()) if len(platforms) == 1 else found
        return set()

    def _in_part(self, tokens: Sequence[str]) -> set[int]:
        runs = [(first, last) for first in range(len(tokens)) for last in range(first + 1, len(tokens) + 1)]
        runs.sort(key=lambda run: (run[0] - run[1], run[0]))
        taken: list[tuple[int, int]] = []
        by_id: set[int] = set()
        by_name: set[int] = set()
        for first, last in runs:
            if any(a <= first and last <= b for a, b in taken):
                continue
            text = "-".join(tokens[first:last])
            ids = self._ids_in_paths.get(text, set()) if len(text) >= _SHORTEST_ID or len(tokens) == 1 else set()
            names = self._names_in_paths.get(text, set())
            if ids or names:
                taken.append((first, last))
                by_id |= ids
                by_name |= names
        return by_id & by_name or by_id | by_name

    def _on(self, found: Iterable[int], platform: PlatformName) -> set[int]:
        return {place for place in found if _may_be(self.accounts[place].profile.platform, platform)}


def assign(people: People, shelf: Shelf, names: Sequence[str], limits: Limits) -> Assignment:
    """Whose each file is. Only files whose place is not told by the register or by their name are opened."""
    files: list[dict[str, None]] = [{} for _ in people.accounts]
    owners: defaultdict[str, set[int]] = defaultdict(set)
    missing: dict[int, InputError] = {}
    unmatched: list[tuple[str, str, str]] = []

    def give(name: str, place: int) -> None:
        files[place][name] = None
        owners[name].add(place)

    for place, account in enumerate(people.accounts):
        for name in account.feeds:
            try:
                shelf.locate(name, file=account.file, row=account.row, field="feed")
                give(name, place)
            except InputError as error:
                missing.setdefault(place, error)
    for name in names:
        if name in owners:
            continue
        shown = name.encode("utf-8", "replace").decode()
        if shown != name:
            unmatched.append((shown, "name_unreadable", ""))
            continue
        if not name.lower().endswith(_ENDINGS):
            unmatched.append((name, "not_a_feed", ""))
            continue
        likely = people.in_path(name)
        if len(likely) == 1:
            give(name, *likely)
            continue
        try:
            parts = read_parts(shelf.read(name, limits.max_feed_bytes, file=name), fetched_at=_ANY_TIME, file=name, limits=limits)
        except InputError as error:
            unmatched.append((name, "unreadable", str(error)))
            continue
        nobodys = []
        for part in parts:
            found = people.of_feed(part.account)
            if likely:
                found &= likely
                if not found and len(parts) == 1:
                    found = {place for place in likely if fits(people.accounts[place], part.account)}
            if len(found) == 1:
                give(name, *found)
            else:
                nobodys.append((part.account.name or part.account.key, len(found or likely)))
        if nobodys:
            why = "several_accounts" if any(count for _, count in nobodys) else "no_account"
            unmatched.append((name, why, "、".join(said for said, _ in nobodys[:5] if said) + ("…" if len(nobodys) > 5 else "")))
    return Assignment(
        tuple(tuple(own) for own in files),
        frozenset(name for name, own in owners.items() if len(own) > 1),
        tuple(missing.items()),
        tuple(unmatched),
    )


def fits(account: Account, said: AccountProfile) -> bool:
    """Whether a feed that says this of itself may be the account's: no other platform, and no other name and identifier."""
    if not _may_be(account.profile.platform, said.platform):
        return False
    told = {plain(text) for text in (said.key, said.name) if text}
    return not told or not told.isdisjoint(map(plain, (account.id, account.profile.key, account.profile.name)))


class FeedReader:
    """Reads the feed of one account at a time; of files that several share, the parts last used are kept."""

    def __init__(
        self, people: People, shelf: Shelf, assignment: Assignment, limits: Limits, scanners: Sequence[Scanner], lexicons: Sequence[str]
    ) -> None:
        self._people, self._shelf, self._assignment, self._limits = people, shelf, assignment, limits
        self._scanners, self._lexicons = scanners, lexicons
        self._kept: OrderedDict[tuple[object, ...], tuple[FeedSnapshot, ...]] = OrderedDict()

    def read(self, place: int, *, fetched_at: datetime, complete: bool) -> FeedSnapshot | None:
        """The feed of an account with the profile of the register, joined from its files; None where it has none.

        Raises InputError where a file cannot be read, or holds the posts of somebody else.
        """
        account = self._people.accounts[place]
        parts = [self._own(place, name, self._parts(name, account.format, fetched_at, complete)) for name in self._assignment.files[place]]
        if not parts:
            return None
        profile = account.profile
        if profile.platform is PlatformName.OTHER and not profile.platform_text:
            profile = evolve(profile, platform=parts[0].account.platform, platform_text=parts[0].account.platform_text)
        return evolve(together(parts, self._assignment.files[place]), account=profile)

    def _own(self, place: int, name: str, parts: tuple[FeedSnapshot, ...]) -> FeedSnapshot:
        """The part of a file that is the account's; an empty one where a shared file holds the posts of others alone."""
        account, people = self._people.accounts[place], self._people
        own = [part for part in parts if place in people.of_feed(part.account) and fits(account, part.account)]
        if len(own) == 1:
            return own[0]
        only, shared = parts[0], name in self._assignment.shared
        said = "、".join(part.account.name or part.account.key for part in parts[:5])
        wanted = f"posts of {account.profile.name}"
        if len(parts) == 1 and shared and not said:
            raise InputError("nothing in the file says whose posts it holds", file=name, expected="a column with the account's name")
        if shared and not own and only.posts and all(people.of_feed(part.account) - {place} for part in parts):
            return evolve(only, posts=evolve(only.posts, items=()))
        if len(parts) > 1 or shared:
            raise InputError("posts of several accounts", file=name, field="account", value=said, expected=wanted)
        if account.format is None and not _may_be(account.profile.platform, only.account.platform):
            platforms = f"a feed of {account.profile.platform}; a format in the register where it is one"
            raise InputError("a feed of another platform", file=name, field="platform", value=only.account.platform, expected=platforms)
        if people.of_feed(only.account) - {place}:
            raise InputError("posts of another account", file=name, field="account", value=said, expected=wanted)
        if only.account.name and plain(only.account.name) != plain(account.profile.name):
            return evolve(only, notes=(*only.notes, f"feed_says:{only.account.name}"))
        return only

    def _parts(self, name: str, format: str | None, fetched_at: datetime, complete: bool) -> tuple[FeedSnapshot, ...]:
        key = (name, format, fetched_at, complete)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        body = self._shelf.read(name, self._limits.max_feed_bytes, file=name)
        parts = read_parts(
            body,
            format=format,
            fetched_at=fetched_at,
            complete=complete,
            scanners=self._scanners,
            lexicons=self._lexicons,
            file=name,
            limits=self._limits,
        )
        if name in self._assignment.shared:
            self._kept[key] = parts
            while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > MAX_KEPT_POSTS:
                self._kept.popitem(last=False)
        return parts


def _size(parts: tuple[FeedSnapshot, ...]) -> int:
    return sum(len(part.posts.items) for part in parts if part.posts)


def _may_be(registered: PlatformName, said: PlatformName) -> bool:
    return registered is said or PlatformName.OTHER in (registered, said)


def _tokens(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [token for token in _SEPARATORS.split(folded) if token][:_MAX_TOKENS]


def _joined(text: str) -> str:
    return "-".join(_tokens(text))
