"""The one entry: tell formats apart by content, read each record, count what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from typing import Any

from attrs import evolve, frozen

from ...errors import InputError, LimitError
from ...values.dates import aware
from ...values.feed import AccountProfile, FeedSnapshot, PlatformName, Post
from ...values.page import WordingHit
from ...values.seen import Seen
from ..decode import decode
from ..limits import DEFAULT_LIMITS, Limits
from . import exports, syndication
from .copies import same_posts, told_apart
from .documents import describe, find_records, is_empty_list, is_lines, load, load_lines, owner
from .records import Family, Item, Record, pick, plain_text
from .tables import heading, rows
from .times import Unreadable
from .wechat import WECHAT
from .weibo import WEIBO

_FAMILIES: tuple[Family, ...] = (
    WECHAT,
    WEIBO,
    exports.DOUYIN,
    exports.DOUYIN_OPEN,
    exports.KUAISHOU,
    exports.CHANNELS,
    exports.TOUTIAO,
    exports.MINI_PROGRAM,
    exports.JSON_FEED,
    exports.DYNAMIC,
    exports.PLAIN,
)
Scanner = Callable[[str], tuple[WordingHit, ...]]

_SYNDICATED = ("rss", "atom")
_PLAIN_FORMATS = ("plain", "csv", "jsonl", "json")
FORMATS = ("wechat", "weibo", "douyin", "kuaishou", "toutiao", "channels", "mini_program", *_SYNDICATED, *_PLAIN_FORMATS)
_EXPECTED = "a feed as " + ", ".join(FORMATS[:-1]) + " or json"
_PLATFORMS = {  # in this order: a 微信视频号 and a 微信小程序 are no 公众号
    "视频号": PlatformName.CHANNELS,
    "小程序": PlatformName.MINI_PROGRAM,
    "公众号": PlatformName.WECHAT,
    "微信": PlatformName.WECHAT,
    "微博": PlatformName.WEIBO,
    "抖音": PlatformName.DOUYIN,
    "快手": PlatformName.KUAISHOU,
    "头条": PlatformName.TOUTIAO,
    "客户端": PlatformName.APP,
    "app": PlatformName.APP,
}


@frozen
class _Input:
    """Records of one family with their rows, and the rows that hold none."""

    family: Family
    records: list[tuple[int, Record]]
    rejected: list[tuple[int, str]]
    name: str = ""
    key: str = ""


def parse_feed(
    payload: bytes | bytearray | memoryview | str,
    *,
    format: str | None = None,
    account: AccountProfile | str | None = None,
    fetched_at: datetime,
    complete: bool = False,
    content_type: str | None = None,
    scanners: Sequence[Scanner] = (),
    lexicons: Sequence[str] = (),
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> FeedSnapshot:
    """The posts of one account as an interface returned or a tool exported them.

    ``format`` (one of ``FORMATS``) is told by content when None. ``account``: a profile, of which blank fields are filled from
    the feed, or a name. ``complete``: the caller vouches that this is every post of the time it covers; items that could
    not be read take that back. ``scanners`` read the posts' texts; ``lexicons`` names what they know.

    Posts come newest first, each identifier once, whatever the order of the input; times without a zone are Shanghai times. What could
    not be read is in ``rejected`` with its row (line, table row or position in the list).

    Raises InputError for what is no feed or an error answer, LimitError beyond ``limits.max_feed_bytes`` or ``max_posts``.
    """
    given, replaced = _opened(payload, format, fetched_at, content_type, file, limits)
    items = _items(given, fetched_at)
    names = {item.account for _, item in items if item.account}
    if given.family.name == exports.PLAIN.name and len(names) > 1:
        several = ", ".join(sorted(names)[:5])
        raise InputError("posts of several accounts", file=file, field="account", value=several, expected="the posts of one account")
    profile = account if isinstance(account, AccountProfile) else AccountProfile(name=account or "")
    return _snapshot(given, items, profile, fetched_at, complete, scanners, lexicons, replaced)


def parse_feeds(
    payload: bytes | bytearray | memoryview | str,
    *,
    format: str | None = None,
    fetched_at: datetime,
    complete: bool = False,
    content_type: str | None = None,
    scanners: Sequence[Scanner] = (),
    lexicons: Sequence[str] = (),
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[FeedSnapshot, ...]:
    """The feeds of all accounts that one file carries, in the order in which they appear; a file that names none is one feed.

    Accounts are told apart by identifier, else by name. What could not be read, and posts without an account beside others
    that have one, could be anybody's: every feed has them in ``rejected``, and none is complete. Neither is any where posts of
    several accounts are told apart by their authors' names alone, unless a column of a plain table gives them.

    Arguments and errors as for ``parse_feed``.
    """
    given, replaced = _opened(payload, format, fetched_at, content_type, file, limits)
    items = _items(given, fetched_at)
    ids = {item.account: item.account_id for _, item in items if item.account and item.account_id}
    groups: dict[str, list[tuple[Record, Item]]] = {}
    nameless: list[tuple[Record, Item]] = []
    for record, item in items:
        known = item.account_id or ids.get(item.account) or item.account
        (groups.setdefault(known, []) if known else nameless).append((record, item))
    if len(groups) > 1:
        given = evolve(given, name="", key="")  # what stands around the posts of several is no account's
    if not groups:
        groups[""] = nameless
    elif nameless:
        given.rejected.append((0, f"{len(nameless)} posts name no account"))
    surely = len(groups) == 1 or given.family.name == exports.PLAIN.name or all(item.account_id for _, item in items)
    return tuple(
        _snapshot(given, group, AccountProfile(), fetched_at, complete and surely, scanners, lexicons, replaced)
        for group in groups.values()
    )


def _opened(
    payload: bytes | bytearray | memoryview | str,
    format: str | None,
    fetched_at: datetime,
    content_type: str | None,
    file: str | None,
    limits: Limits,
) -> tuple[_Input, int]:
    """The records of a payload, and how many characters of it could not be decoded."""
    aware(fetched_at, "fetched_at")
    if format is not None and format not in FORMATS:
        raise InputError("an unknown feed format", file=file, field="format", value=format, expected=", ".join(FORMATS))
    if len(payload) > limits.max_feed_bytes:
        raise LimitError("a feed too large", file=file, value=len(payload), expected=f"at most {limits.max_feed_bytes} bytes")
    decoded = decode(payload, content_type)
    text = decoded.text
    if not text.strip("\ufeff\0 \t\r\n"):
        raise InputError("an empty feed", file=file, expected=_EXPECTED)
    given = _recognise(text, format, file)
    if len(given.records) > limits.max_posts:
        raise LimitError("a feed with too many posts", file=file, value=len(given.records), expected=f"at most {limits.max_posts} posts")
    return given, decoded.replaced


def _recognise(text: str, format: str | None, file: str | None) -> _Input:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if format in _SYNDICATED or start == "<":
        if format not in (None, *_SYNDICATED) or not syndication.is_syndication(text):
            seen = "an HTML page" if "<html" in text[:4000].lower() else "markup"
            raise InputError("not a feed that is recognised", file=file, value=text.strip()[:60], expected=f"{_EXPECTED}, not {seen}")
        return _syndicated(text)
    if start in ("{", "["):
        return _document(text, format, file)
    return _table(text, format, file)


def _syndicated(text: str) -> _Input:
    given = _Input(syndication.SYNDICATION, [], [])
    for number, (name, fields) in enumerate(syndication.entries(text)):
        if number == 0:
            given = _Input(syndication.SYNDICATION, given.records, given.rejected, name)
        elif fields is None:
            given.rejected.append((number, "entry is cut off"))
        else:
            given.records.append((number, fields))
    return given


def _table(text: str, format: str | None, file: str | None) -> _Input:
    above, delimiter, cells = heading(text, lambda cells: _table_family(cells, format)[0] is not None)
    family, header = _table_family(cells, format)
    if family is None:
        expected = f"{_EXPECTED}; a table needs 发布时间 and 标题"
        raise InputError("not a feed that is recognised", file=file, row=1, value=", ".join(header)[:100], expected=expected)
    given = _Input(family, [], [])
    for number, row in rows(text, above, delimiter, header):
        if isinstance(row, Unreadable):
            given.rejected.append((number, str(row)))
        else:
            given.records.append((number, row))
    return given


def _table_family(cells: list[str], format: str | None) -> tuple[Family | None, list[str]]:
    """The family of a table with these headings, and the names they mean."""
    family = _family([dict.fromkeys(cells, "")], format)
    if family is not None and family.name != exports.PLAIN.name:
        return family, cells
    named = exports.plain_headings(cells)
    return _family([dict.fromkeys(named, "")], format), named


def _document(text: str, format: str | None, file: str | None) -> _Input:
    values: list[tuple[int, Any]] = []
    rejected: list[tuple[int, str]] = []
    lines = is_lines(text)
    if lines:
        for number, value in load_lines(text):
            if isinstance(value, (dict, list)):
                values.append((number, value))
            else:
                rejected.append((number, str(value) if isinstance(value, Unreadable) else f"no post: {describe(value)}"))
    else:
        try:
            values.append((1, load(text)))
        except Unreadable as problem:
            raise InputError(str(problem), file=file, row=problem.row, value=text.strip()[:60], expected=_EXPECTED) from None
    family = _document_family([value for _, value in values], format)
    if family is None:
        if format is not None and not lines and is_empty_list(values[0][1]):
            return _Input(_named(format), [], [])
        seen = describe(values[0][1])
        raise InputError("not a feed that is recognised", file=file, row=values[0][0], value=seen, expected=_EXPECTED)
    around = values[0][1]
    named = ("", "") if isinstance(around, dict) and family.claims(around) else owner(around)  # a record names its own account, if any
    given = _Input(family, [], rejected, *named)
    position = 0
    for number, value in values:
        found = list(find_records(value, family.claims))
        for record in found:
            position += 1
            row = number if lines else position
            if isinstance(record, Unreadable):
                rejected.append((row, str(record)))
            else:
                given.records.append((row, record))
        if lines and not found and not is_empty_list(value):
            rejected.append((number, f"no post: {describe(value)}"))
    return given


def _document_family(values: list[Any], format: str | None) -> Family | None:
    """The first family, of those allowed, that finds most records; lines that are records themselves decide quickly."""
    direct = [value for value in values[:50] if isinstance(value, dict)]
    if direct and (family := _family(direct, format)):
        return family
    counts: Counter[str] = Counter()
    families = _allowed(format)
    for family in families:
        for value in values[:50]:
            counts[family.name] += sum(not isinstance(record, Unreadable) for record in find_records(value, family.claims))
        if counts[family.name] and family is not exports.PLAIN:
            return family
    if counts["plain"]:
        return exports.PLAIN
    named_otherwise = exports.loose()
    found = any(not isinstance(record, Unreadable) for value in values[:50] for record in find_records(value, named_otherwise.claims))
    return evolve(named_otherwise, platform=_named(format).platform) if found and format else named_otherwise if found else None


def _allowed(format: str | None) -> tuple[Family, ...]:
    """Named platforms are read by their own fields first, then by the plain ones."""
    if format is None:
        return _FAMILIES
    if format in _PLAIN_FORMATS:
        return _FAMILIES if format == "json" else (exports.PLAIN, *_FAMILIES[:-1])
    return (*(family for family in _FAMILIES if family.name == format), evolve(exports.PLAIN, platform=_named(format).platform))


def _named(format: str) -> Family:
    return next((family for family in _FAMILIES if family.name == format), exports.PLAIN)


def _family(records: Iterable[Record], format: str | None) -> Family | None:
    """The allowed family that claims most of these records, the earlier one where two claim as many."""
    some = list(records)
    best, most = None, 0
    for family in _allowed(format):
        claimed = sum(map(family.claims, some))
        if claimed > most:
            best, most = family, claimed
            if claimed == len(some):
                break
    return best


def _items(given: _Input, fetched_at: datetime) -> list[tuple[Record, Item]]:
    """Every record that can be read, with what it says; the others join ``given.rejected``."""
    family, rejected = given.family, given.rejected
    records = family.prepare(given.records) if family.prepare else given.records
    read = family.narrowed(set().union(*(record for _, record in records))) if family.narrowed else family.read
    items: list[tuple[Record, Item]] = []
    for row, record in records:
        try:
            items.append((record, read(record, fetched_at)))
        except Unreadable as error:
            rejected.append((row, str(error)))
        except (TypeError, ValueError, AttributeError, KeyError, OverflowError) as error:
            rejected.append((row, f"unreadable: {type(error).__name__}"))
    return items


def _snapshot(
    given: _Input,
    items: list[tuple[Record, Item]],
    profile: AccountProfile,
    fetched_at: datetime,
    complete: bool,
    scanners: Sequence[Scanner],
    lexicons: Sequence[str],
    replaced: int,
) -> FeedSnapshot:
    ordered = sorted(_posts(items), key=_order, reverse=True)
    duplicates = len(items) - len(ordered)
    account = _account(profile, given, ordered, items[0][0] if items else {})
    posts = tuple(_scanned(item, scanners) for item in ordered)
    notes = [f"duplicates={duplicates}"] if duplicates else []
    if replaced:
        notes.append(f"replacement_characters={replaced}")
    rejected = sorted(given.rejected, key=lambda one: one[0])
    return FeedSnapshot(
        account,
        fetched_at,
        Seen(posts, complete=complete and not rejected),
        lexicons=tuple(lexicons),
        rejected=tuple(f"row {row}: {reason}" if row else reason for row, reason in rejected),
        notes=tuple(notes),
    )


_MIDNIGHT = time()


def _order(item: Item) -> tuple[Any, ...]:
    at = item.post.published
    return (at.year or 0, at.month or 0, at.day or 0, at.time or _MIDNIGHT, item.post.id)


def _posts(items: list[tuple[Record, Item]]) -> list[Item]:
    """One record of each post: of several the one that knows of its deletion, else the later one, whatever came first."""
    found: dict[str, Item] = {}
    several: dict[str, list[Item]] = {}
    for _, item in items:
        first = found.setdefault(item.post.id, item)
        if first is not item:
            several.setdefault(item.post.id, [first]).append(item)
    for identity, copies in several.items():
        groups = same_posts([item.post for item in copies])
        del found[identity]
        for group in groups:
            last = max((copies[place] for place in group), key=_last_word)
            post = last.post if len(groups) == 1 else told_apart(last.post)
            found[post.id] = evolve(last, post=post)
    return list(found.values())


def _last_word(item: Item) -> tuple[Any, ...]:
    post = item.post
    return post.deleted, _order(item), post.items, post.title, post.url


def _scanned(item: Item, scanners: Sequence[Scanner]) -> Post:
    if not scanners:
        return item.post
    text = "\n".join(plain_text(part) for part in item.texts)
    return evolve(item.post, wording=tuple(hit for scanner in scanners for hit in scanner(text)))


def _account(profile: AccountProfile, given: _Input, items: list[Item], first: Record) -> AccountProfile:
    """The profile with its blanks filled from the feed; ``first`` is its first record."""
    names = Counter(item.account for item in items if item.account)
    keys = Counter(item.account_id for item in items if item.account_id)
    name = profile.name or (names.most_common(1)[0][0] if names else given.name)
    key = profile.key or (keys.most_common(1)[0][0] if keys else given.key)
    platform, told = profile.platform, profile.platform_text
    if platform is PlatformName.OTHER and not told:
        platform = given.family.platform
        if platform is PlatformName.OTHER and first:
            told = str(pick(first, *exports.PLAIN_PLATFORM) or "")
            platform = platform_of(told)
    return evolve(profile, name=name, key=key, platform=platform, platform_text=told)


def platform_of(word: str) -> PlatformName:
    """The platform an office means by a word (微信公众号, 抖音号, weibo); OTHER where it is none that is known here."""
    lowered = word.strip().lower()
    if lowered in list(PlatformName):
        return PlatformName(lowered)
    return next((platform for part, platform in _PLATFORMS.items() if part in lowered), PlatformName.OTHER)
