"""Weibo: the interfaces of the open platform, the site and the mobile site, and the exported tables in common use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ...values.feed import PlatformName
from .records import Family, Item, Names, Record, address, flag, make_post, pick, plain_text, reader
from .times import Unreadable, post_time

_API_MARKS = frozenset(("mid", "mblogid", "bid", "idstr", "reposts_count", "text_raw", "screen_name"))
_API_PARTS = frozenset(("text", "text_raw", "content", "user", "deleted"))
_TEXT = ("微博正文", "正文", "微博内容")
_TEXT_NAMES = frozenset(_TEXT)
_TABLE_MARKS = frozenset(("bid", "微博id", "微博ID", "转发数"))
_GONE = ("抱歉，此微博已被作者删除", "抱歉，作者已设置", "该微博已被删除", "此微博已被删除", "抱歉，该内容已删除")

_TABLE = Names(
    id=("id", "微博id", "微博ID", "mid", "bid"),
    time=("完整日期", "发布时间", "日期", "created_at", "发布日期"),
    title=_TEXT,
    url=("微博链接", "帖子链接", "微博地址", "url"),
    account=("用户昵称", "昵称", "账号名称", "微博作者", "博主", "博主昵称", "用户名"),
    account_id=("user_id", "用户id", "用户ID"),
)
_NOT_PUBLIC = frozenset((1, 3, 4))  # visible.type: to oneself, to a group, to close friends


def _claims(record: Record) -> bool:
    if "created_at" in record:
        return not _API_MARKS.isdisjoint(record) and not _API_PARTS.isdisjoint(record) and "rootid" not in record  # a comment's
    return not _TEXT_NAMES.isdisjoint(record) and not _TABLE_MARKS.isdisjoint(record)


def _reader(names: Names) -> Callable[[Record, datetime], Item]:
    read_row = reader(names)
    return lambda record, at: _status(record, at) if "created_at" in record else _row(record, read_row(record, at))


def _status(record: Record, fetched_at: datetime) -> Item:
    if not record.get("created_at") and not record.get("full_created_at"):
        raise Unreadable("no created_at")
    published = post_time(record.get("full_created_at") or record["created_at"], fetched_at)
    text = plain_text(pick(record, "text_raw", "text", "raw_text", "content"))
    user = record.get("user")
    identity = pick(record, "idstr", "mid", "id", "bid", "weibo_id", "_id")
    author = user if isinstance(user, dict) else {}
    if author:
        owner = str(author.get("idstr") or author.get("id") or author.get("_id") or "")
        name = str(author.get("screen_name") or author.get("nick_name") or "")
    else:
        owner, name = str(record.get("user_id") or ""), str(pick(record, "screen_name", "user_name", "nickname") or "")
    handle = record.get("bid") or record.get("mblogid")
    visible = record.get("visible")
    hidden = isinstance(visible, dict) and visible.get("type") in _NOT_PUBLIC
    post = make_post(
        identity,
        published,
        title=text,
        url=f"https://weibo.com/{owner}/{handle}" if owner and handle else address(record.get("url")),
        deleted=hidden or flag(record.get("deleted")) is True or text.startswith(_GONE),
        repost=isinstance(record.get("retweeted_status") or record.get("retweet"), dict) or bool(record.get("retweet_id")),
    )
    return Item(post, (text,), name, owner)


def _row(record: Record, item: Item) -> Item:
    post = item.post
    repost = _row_repost(record)
    if repost is None and not post.title.startswith(_GONE):
        return item
    post = make_post(
        post.id, post.published, title=post.title, url=post.url, deleted=post.deleted or post.title.startswith(_GONE), repost=repost
    )
    return Item(post, item.texts, item.account, item.account_id)


def _row_repost(record: Record) -> bool | None:
    """Tables of original posts only say nothing; the others name the source post or whether the post is original."""
    original = flag(pick(record, "是否原创", "是否为原创微博", "原创"))
    if original is not None:
        return not original
    for name in ("retweet_id", "源微博id", "源用户id"):
        if name in record:
            return bool(str(record[name] or "").strip())
    return None


WEIBO = Family("weibo", PlatformName.WEIBO, _claims, _reader(_TABLE), narrowed=lambda fields: _reader(_TABLE.among(fields)))
