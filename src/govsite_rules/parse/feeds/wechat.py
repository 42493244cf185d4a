"""WeChat official accounts: the list interface, the back-office lists, and the official interface for published articles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attrs import evolve

from ...values.feed import PlatformName
from .records import Family, Item, Record, address, flag, make_post, pick, plain_text
from .times import Unreadable, post_time

_FORMS = {"1": "text", "3": "image", "34": "voice", "43": "video", "49": "article", "62": "video"}
_DELETED_PUSH = "7"
_ALIVE = frozenset((0, 1, "0", "1", None))
_ORIGINAL, _TAKEN_OVER = "11", ("12", "201")


def _claims(record: Record) -> bool:
    if "comm_msg_info" in record:
        return True
    if "appmsgid" in record and ("create_time" in record or "update_time" in record):
        return True
    if "appmsgex" in record and "sent_info" in record:
        return True
    return isinstance(record.get("content"), dict) and "news_item" in record["content"]


def _read(record: Record, fetched_at: datetime) -> Item:
    if "comm_msg_info" in record:
        return _push(record, fetched_at)
    if "appmsgex" in record:
        head = record.get("sent_info")
        at = head.get("time") if isinstance(head, dict) else None
        return _articles(record.get("msgid"), at, _mappings(record["appmsgex"]), fetched_at)
    if "articles" in record:
        item = _articles(record["appmsgid"], record["at"], record["articles"], fetched_at)
        return evolve(item, account=str(record["account"] or ""))
    content = record["content"]
    identity = record.get("article_id") or record.get("media_id")
    return _articles(identity, record.get("update_time") or content.get("update_time"), _mappings(content["news_item"]), fetched_at)


def _push(record: Record, fetched_at: datetime) -> Item:
    head = record["comm_msg_info"]
    if not isinstance(head, dict):
        raise Unreadable("comm_msg_info is no record")
    published = post_time(head.get("datetime"), fetched_at)
    kind, gone = str(head.get("type", "")), str(head.get("status", "")) == _DELETED_PUSH
    main = record.get("app_msg_ext_info")
    if not isinstance(main, dict):
        if kind == "49":
            raise Unreadable("push of articles without app_msg_ext_info")
        text = plain_text(head.get("content"))
        post = make_post(head.get("id"), published, title=text, deleted=gone, form=_FORMS.get(kind, ""))
        return Item(post, (text,), account_id=str(head.get("fakeid") or ""))
    articles = [main, *_mappings(main.get("multi_app_msg_item_list"))]
    return _post(head.get("id"), published, articles, gone, _FORMS.get(kind, ""), str(head.get("fakeid") or ""))


def _articles(identity: Any, at: Any, articles: list[Record], fetched_at: datetime) -> Item:
    if not articles:
        raise Unreadable("push without articles")
    return _post(identity, post_time(at, fetched_at), articles, False, "article", "")


def _post(identity: Any, published: Any, articles: list[Record], gone: bool, form: str, account_id: str) -> Item:
    alive = [article for article in articles if not _deleted(article)]
    shown = alive or articles
    post = make_post(
        identity,
        published,
        title=plain_text(shown[0].get("title")),
        url=_url(shown[0]),
        items=len(shown),
        deleted=gone or not alive,
        repost=_repost(shown[0]),
        form=form,
    )
    return Item(post, tuple(article.get(name) for article in shown for name in ("title", "digest")), account_id=account_id)


def _url(article: Record) -> str:
    return address(article.get("content_url") or article.get("link") or article.get("url"))


def _deleted(article: Record) -> bool:
    """A deleted article keeps its place in the push: another ``del_flag`` than 1, ``is_deleted``, or no address any more.

    An export that names no addresses at all says nothing of it.
    """
    if article.get("del_flag", 1) not in _ALIVE or flag(article.get("is_deleted")):
        return True
    addresses = [article[name] for name in ("content_url", "link", "url") if name in article]
    return bool(addresses) and not any(addresses)


def _repost(article: Record) -> bool | None:
    status = str(article.get("copyright_stat", ""))
    return False if status == _ORIGINAL else True if status in _TAKEN_OVER else None


def _mappings(value: object) -> list[Record]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _prepare(records: list[tuple[int, Record]]) -> list[tuple[int, Record]]:
    """The back office lists articles one by one (``aid`` is push_position); those of one push become one record."""
    pushes: dict[str, tuple[int, list[Record]]] = {}
    others: list[tuple[int, Record]] = []
    for row, record in records:
        if "appmsgid" not in record:
            others.append((row, record))
        else:
            pushes.setdefault(str(record["appmsgid"]), (row, []))[1].append(record)
    for identity, (row, listed) in pushes.items():
        articles = list({str(one.get("aid") or one.get("itemidx") or _url(one)): one for one in listed}.values())
        articles.sort(key=lambda one: str(one.get("itemidx", "")).zfill(4))
        # An article may lie in the drafts for days; the back office sets update_time when it is sent.
        at = articles[0].get("update_time") or articles[0].get("create_time")
        account = pick(articles[0], "_accountName", "nickname", "mp_name")
        others.append((row, {"appmsgid": identity, "at": at, "articles": articles, "account": account, "content": None}))
    return others


WECHAT = Family("wechat", PlatformName.WECHAT, _claims, _read, _prepare)
