"""What the readers of all platforms share: one record in, one post out, with the field names each platform uses."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Set
from datetime import datetime
from typing import Any

from attrs import astuple, frozen

from ...values.dates import Absent, DateReading, DateSource
from ...values.feed import PlatformName, Post
from .times import Unreadable, post_time

Record = Mapping[str, Any]

_TITLE = 200
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SPACE = re.compile(r"\s+")
_YES = frozenset(("1", "true", "yes", "y", "是", "已删除", "删除", "deleted"))
_NO = frozenset(("0", "false", "no", "n", "否", "正常", ""))
_UNSEEN = frozenset(  # states in which the public does not see a post; a number may mean any state
    "已删除 删除 被删除 草稿 未发布 待发布 私密 仅自己可见 自己可见 审核中 待审核 未通过 审核未通过 审核不通过 已驳回"
    " 已下线 下线 已下架 下架 已撤回 撤回 已屏蔽 deleted draft private pending trash".split()
)
_NOWHERE = frozenset(("无", "-", "—", "/", "暂无", "null", "None"))
_PRIVATE = frozenset(("1", "2"))  # to oneself, to friends
_COMMENT_MARKS = frozenset(("cid", "comment_id", "commentId", "rpid", "rootid", "评论ID", "评论id", "评论内容"))
_UNDATED = DateReading(source=DateSource.FEED, absent=Absent.NONE_SHOWN)


@frozen
class Item:
    """One record read: the post, its texts as they came (for the scanners), and what it tells of its account."""

    post: Post
    texts: tuple[object, ...] = ()
    account: str = ""
    account_id: str = ""


@frozen
class Family:
    """A platform's records: how they are recognised by their fields, and how one becomes a post.

    ``prepare`` joins records that are one post (articles of one push listed one by one). ``narrowed`` gives a quicker ``read`` for
    records that have no other fields than these.
    """

    name: str
    platform: PlatformName
    claims: Callable[[Record], bool]
    read: Callable[[Record, datetime], Item]
    prepare: Callable[[list[tuple[int, Record]]], list[tuple[int, Record]]] | None = None
    narrowed: Callable[[Set[str]], Callable[[Record, datetime], Item]] | None = None


@frozen
class Names:
    """The field names of one export, by meaning, the first one filled wins. Any of ``deleted`` (yes or no), ``state`` (words) and
    ``private`` (numbers) may say that the public does not see a post."""

    id: tuple[str, ...]
    time: tuple[str, ...]
    title: tuple[str, ...]
    text: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    account: tuple[str, ...] = ()
    account_id: tuple[str, ...] = ()

    def among(self, fields: Set[str]) -> Names:
        """The names that records with no other fields can have."""
        groups = astuple(self, recurse=False)
        return Names(*(tuple(name for name in group if name.partition(".")[0] in fields) for group in groups))


def named_family(name: str, platform: PlatformName, claims: Callable[[Record], bool], names: Names) -> Family:
    """A family whose records differ from others in field names only."""
    return Family(name, platform, claims, reader(names), narrowed=lambda fields: reader(names.among(fields)))


def pick(record: Record, *names: str) -> Any:
    """The first value under ``names`` that is filled, or None."""
    for name in names:
        value = record.get(name)
        if value is not None and value != "":
            return value
    return None


def picker(names: tuple[str, ...], *, nested: bool = False) -> Callable[[Record], Any]:
    """``pick`` for dotted names, which lead into nested records; a record or list is no value unless ``nested``."""
    paths = [(head, tuple(rest.split(".")) if rest else ()) for head, _, rest in (name.partition(".") for name in names)]

    if not paths:
        return lambda record: None

    def picked(record: Record) -> Any:
        for head, rest in paths:
            value = record.get(head)
            for name in rest:
                value = value.get(name) if isinstance(value, dict) else None
            if value is not None and value != "" and (nested or not isinstance(value, (dict, list))):
                return value
        return None

    return picked


def is_comment(record: Record) -> bool:
    """Whether a record is what somebody said about a post; lists of comments name the post, its time and a text too."""
    return not _COMMENT_MARKS.isdisjoint(record) and "bvid" not in record  # a part of a video is a cid too


def plain_text(value: object) -> str:
    """A title or text without markup, entities and line breaks."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return _SPACE.sub(" ", text).strip()


def address(value: object) -> str:
    """An address without the escapes that lists carry."""
    text = value if isinstance(value, str) else ""
    if "\\/" in text:
        text = text.replace("\\/", "/")
    if "&amp;" in text:  # nothing else: "&copy=1" is a parameter
        text = text.replace("&amp;", "&")
    text = text.strip()
    return "" if text in _NOWHERE else text


def flag(value: object) -> bool | None:
    """Yes, no, or None where the value is neither."""
    if value is None or isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    return True if text in _YES else False if text in _NO else None


def make_post(
    identity: object,
    published: DateReading,
    *,
    title: str,
    url: str = "",
    items: int = 1,
    deleted: bool = False,
    repost: bool | None = None,
    form: str = "",
) -> Post:
    """A post; without an identifier of its own it is known by its address, else by its time and title."""
    known = "" if identity is None else str(identity).strip()
    short = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
    return Post(known or url or f"{published.raw} {short}".strip(), published, short, url, items, deleted, repost, form)


def time_or_none(value: object, fetched_at: datetime) -> DateReading:
    """The time stated, or an undated reading where the field is empty."""
    return _UNDATED if value is None or value == "" else post_time(value, fetched_at)


def reader(names: Names) -> Callable[[Record, datetime], Item]:
    """A reader of records with these field names."""
    identity_of, title_of, text_of, url_of = map(picker, (names.id, names.title, names.text, names.url))
    time_of = picker(names.time, nested=True)
    origin_of, form_of, account_of, account_id_of = map(picker, (names.origin, names.form, names.account, names.account_id))
    unseen = _unseen(names)

    def read(record: Record, fetched_at: datetime) -> Item:
        published = time_or_none(time_of(record), fetched_at)
        title, text, url, identity = plain_text(title_of(record)), text_of(record), address(url_of(record)), identity_of(record)
        if not title and not text and not url and identity is None:
            raise Unreadable("no identifier, title, text or address")
        post = make_post(
            identity,
            published,
            title=title or plain_text(text),
            url=url,
            deleted=unseen(record),
            repost=_repost(origin_of(record)),
            form=str(form_of(record) or ""),
        )
        return Item(post, (title, text), str(account_of(record) or ""), str(account_id_of(record) or ""))

    return read


def _unseen(names: Names) -> Callable[[Record], bool]:
    """Whether a record says that its post was deleted or is not public; names have one or two parts."""
    kinds: tuple[tuple[tuple[str, ...], Callable[[object], bool]], ...] = (
        (names.deleted, lambda value: flag(value) is True),
        (names.state, lambda value: isinstance(value, str) and value.strip().lower() in _UNSEEN),
        (names.private, lambda value: str(value) in _PRIVATE),
    )
    checks = [(*name.partition(".")[::2], says) for group, says in kinds for name in group]

    def unseen(record: Record) -> bool:
        for head, rest, says in checks:
            value = record.get(head)
            if rest:
                value = value.get(rest) if isinstance(value, dict) else None
            if value and says(value):
                return True
        return False

    return unseen


def _repost(value: object) -> bool | None:
    """Whether a 来源/原创 column says that the post was taken over: 原创 or 是 is original, 转载 and 转发 are not."""
    if value is None:
        return None
    text = str(value).strip().lower()
    if text.startswith(("转", "repost", "false", "否", "非原创")):
        return True
    return False if text.startswith(("原创", "original", "true", "是", "自")) else None
