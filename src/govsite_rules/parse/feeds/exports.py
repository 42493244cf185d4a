"""Exports that differ only in field names: Douyin, Kuaishou, Toutiao, Channels (视频号), mini programs (小程序), JSON Feed, Bilibili's
dynamics, and a plain form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence, Set

from attrs import astuple, evolve

from ...values.feed import PlatformName
from .records import Family, Names, Record, is_comment, named_family, reader


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_TIMES = ("create_time", "createTime", "publish_time", "publishTime", "published_at", "pub_time")
_ACCOUNT = ("account", "account_name", "nickname", "author.nickname", "author.name", "user.name", "user_info.name", "账号名称", "昵称")

DOUYIN_NAMES = Names(
    id=("aweme_id", "awemeId", "item_id", "itemId", "video_id"),
    time=_TIMES,
    title=("desc", "title", "caption"),
    url=("share_url", "share_info.share_url", "aweme_url", "url"),
    deleted=("status.is_delete", "is_delete", "deleted", "status.is_prohibited", "is_prohibited"),
    private=("status.private_status", "private_status"),
    account=_ACCOUNT,
    account_id=("author.sec_uid", "author.uid", "sec_uid", "sec_user_id", "open_id", "author_user_id", "user_id", "uid"),
)
KUAISHOU_NAMES = Names(
    id=("photo_id", "photoId", "id"),
    time=("timestamp", *_TIMES),
    title=("caption", "originCaption", "title"),
    url=("share_url", "url", "play_url", "photoUrl"),
    deleted=("deleted", "is_deleted"),
    account=("user_name", "userName", *_ACCOUNT),
    account_id=("user_id", "userId", "user_eid", "open_id", "author.id"),
)
TOUTIAO_NAMES = Names(
    id=("group_id", "groupId", "item_id", "itemId", "gid", "pgc_id"),
    time=(*_TIMES, "verify_time", "behot_time"),
    title=("title", "content", "rich_content", "desc"),
    text=("abstract", "article_abstract"),
    url=("article_url", "display_url", "share_url", "url", "source_url"),
    deleted=("is_deleted", "deleted"),
    account=("source", "media_name", *_ACCOUNT),
    account_id=("media_id", "creator_uid", "user_id", "user_info.user_id", "user.user_id"),
)
CHANNELS_NAMES = Names(
    id=("objectId", "object_id", "exportId", "export_id", "id"),
    time=("createtime", *_TIMES),
    title=("objectDesc.description", "object_desc.description", "desc.description", "description", "desc", "title"),
    url=("share_url", "url"),
    deleted=("deleted", "is_deleted"),
    account=(*_ACCOUNT, "contact.nickname"),
    account_id=("username", "finderUsername", "finder_username", "contact.username"),
)
PROGRAM_NAMES = Names(
    id=("content_id", "contentId", "article_id", "articleId", "id"),
    time=(*_TIMES, "update_time", "updateTime"),
    title=("title", "name", "content_title"),
    text=("content", "summary"),
    url=("path", "page", "url"),
    deleted=("deleted", "is_deleted"),
    account=("app_name", "appName", "program_name", "nickname"),
    account_id=("appid", "appId", "app_id"),
)
JSON_FEED_NAMES = Names(
    id=("id",),
    time=("date_published", "date_modified"),
    title=("title",),
    text=("content_text", "content_html", "summary"),
    url=("url", "external_url"),
)
DYNAMIC_NAMES = Names(
    id=("id_str",),
    time=("modules.module_author.pub_ts",),
    title=("modules.module_dynamic.desc.text", "modules.module_dynamic.major.archive.title",
           "modules.module_dynamic.major.article.title", "modules.module_dynamic.major.opus.title",
           "modules.module_dynamic.major.opus.summary.text"),
    account=("modules.module_author.name",),
    account_id=("modules.module_author.mid",),
)  # fmt: skip
PLAIN_NAMES = Names(
    # "ID" beside "作品ID" is the author's, "mid" Weibo's post and Bilibili's author: the sure names come first.
    id=_names(
        "文章id 文章ID 作品id 作品ID 视频id 视频ID 笔记id 笔记ID note_id video_id aweme_id bvid dynamic_id article_id "
        "articleId content_id contentId news_id newsId guid id ID 编号 _id _id.$oid"
    ),
    time=_names(
        "published 完整日期 发布时间 发布日期 发表时间 发表日期 推送时间 推送日期 群发时间 首次发布时间 发文时间 发文日期 "
        "published_at publish_time publishTime publish_date publishDate post_time postTime pub_time pubTime pubdate pubDate "
        "pub_ts release_time releaseTime release_date releaseDate issueTime 创建时间 日期 时间 created_at createdAt "
        "create_time createTime createtime created datetime date time timestamp 更新时间 update_time"
    ),
    title=_names(
        "title 标题 文章标题 内容标题 作品标题 作品名称 视频标题 视频描述 作品描述 笔记标题 微博内容 title.rendered "
        "article_title articleTitle news_title newsTitle subject name desc description caption"
    ),
    text=_names("text content content.rendered 正文 微博正文 内容 文章内容 文本 摘要 abstract summary digest"),
    url=_names(
        "url URL 链接 文章链接 作品链接 视频链接 笔记链接 内容链接 原文链接 微博链接 内容url 链接url 原文url 文章url url地址 "
        "链接地址 原文地址 网址 地址 link note_url article_url articleUrl share_url shareUrl link_url linkUrl detail_url "
        "detailUrl video_url"
    ),
    deleted=_names("deleted is_deleted isDeleted 是否删除 del_flag delFlag"),
    state=_names("状态 审核状态 发布状态 可见范围 status visibility"),
    origin=_names("origin original is_original 是否原创 原创 原创/转载 类别 来源类型"),
    form=_names("form 形式 类型 体裁 内容类型 作品类型 文章类型 type"),
    account=_names(
        "account 账号名称 帐号名称 账号 公众号 公众号名称 账号昵称 用户昵称 用户名称 用户名 昵称 发布账号 媒体名称 微博作者 "
        "作者昵称 博主 博主昵称 account_name accountName mp_name mpName nickname nick_name screen_name user_name"
    ),
    account_id=_names("account_id 账号ID 账号id 微信号 抖音号 快手号 作者ID SEC_UID UID mp_id user_id uid"),
)
PLAIN_PLATFORM = ("platform", "平台", "平台名称", "平台类型", "发布平台", "账号平台", "新媒体类型")


def _any(*names: str) -> Callable[[Record], bool]:
    return lambda record: any(name in record for name in names) and not is_comment(record)


def _with_time(names: Names, *marks: str) -> Callable[[Record], bool]:
    return lambda record: any(mark in record for mark in marks) and any(name in record for name in names.time) and not is_comment(record)


_PLAIN_TIMES = frozenset(PLAIN_NAMES.time)
_PLAIN_WEAK = frozenset(("name", "desc", "description"))
_PLAIN_SAID = frozenset(name.partition(".")[0] for name in (*PLAIN_NAMES.title, *PLAIN_NAMES.text, *PLAIN_NAMES.url)) - _PLAIN_WEAK
_PLAIN_ACCOUNTS = frozenset(PLAIN_NAMES.account)
_PLAIN_KNOWN: frozenset[str] = frozenset(
    name for names in (astuple(PLAIN_NAMES, recurse=False), (PLAIN_PLATFORM,)) for group in names for name in group if "." not in name
)


def _plain(record: Record) -> bool:
    if _PLAIN_TIMES.isdisjoint(record) or is_comment(record):
        return False
    # A name, a description and a time beside the name of an account describe that account.
    return not _PLAIN_SAID.isdisjoint(record) or (not _PLAIN_WEAK.isdisjoint(record) and _PLAIN_ACCOUNTS.isdisjoint(record))


def _folded(name: str) -> str:
    """A name without case, spaces, signs and hints: PublishTime, PUBLISH_TIME, *发布时间（北京时间）. A hint at another zone stays."""
    text = _SIGNS.sub("", unicodedata.normalize("NFKC", name[:200])).casefold()
    return text if "utc" in text or "gmt" in text else _HINT.sub("", text)


_SIGNS = re.compile(r"[\s_*:.-]")
_HINT = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PLAIN_BY_FOLDED = {_folded(name): name for name in sorted(_PLAIN_KNOWN, reverse=True)}


def _plain_name(name: str) -> str:
    """The plain name that a name means, or itself."""
    if name in _PLAIN_KNOWN:
        return name
    folded = _folded(name)
    return _PLAIN_BY_FOLDED.get(folded) or _PLAIN_BY_FOLDED.get(folded.partition("/")[0], name)


def plain_headings(names: Sequence[str]) -> list[str]:
    """These names, those that only look different from a plain one replaced by it, unless it is among them itself."""
    taken = set(names)
    found = []
    for name in names:
        known = _plain_name(name)
        found.append(name if known in taken else known)
        taken.add(known)
    return found


def _plain_among(fields: Set[str]) -> Names:
    """The plain names as these fields write them."""
    written: dict[str, list[str]] = {}
    for field in sorted(fields):
        written.setdefault(_folded(_plain_name(field)), []).append(field)

    def as_written(name: str) -> Iterator[str]:
        if name.partition(".")[0] in fields:
            yield name
        elif "." not in name:
            yield from written.get(_folded(name), ())

    groups = astuple(PLAIN_NAMES, recurse=False)
    return Names(*(tuple(dict.fromkeys(field for name in group for field in as_written(name))) for group in groups))


def loose() -> Family:
    """The plain form under names that are written in another way, for documents that no family claims."""
    shapes: dict[tuple[str, ...], bool] = {}

    def claims(record: Record) -> bool:
        shape = tuple(record)
        if shape not in shapes:
            if len(shapes) >= _SHAPES:
                shapes.clear()
            shapes[shape] = _plain(dict.fromkeys(map(_plain_name, shape)))
        return shapes[shape]

    return evolve(PLAIN, claims=claims)


_SHAPES = 1_000


DOUYIN = named_family(
    "douyin",
    PlatformName.DOUYIN,
    lambda record: ("aweme_id" in record or "awemeId" in record) and "cid" not in record and "comment_id" not in record,
    DOUYIN_NAMES,
)
DOUYIN_OPEN = named_family("douyin", PlatformName.DOUYIN, _with_time(DOUYIN_NAMES, "media_type", "video_status"), DOUYIN_NAMES)
KUAISHOU = named_family(
    "kuaishou", PlatformName.KUAISHOU, _with_time(KUAISHOU_NAMES, "photo_id", "photoId", "photoUrl", "caption"), KUAISHOU_NAMES
)
TOUTIAO = named_family(
    "toutiao", PlatformName.TOUTIAO, _with_time(TOUTIAO_NAMES, "group_id", "groupId", "gid", "pgc_id", "behot_time"), TOUTIAO_NAMES
)
CHANNELS = named_family(
    "channels",
    PlatformName.CHANNELS,
    _with_time(CHANNELS_NAMES, "objectId", "object_id", "exportId", "export_id", "objectDesc", "object_desc", "finderUsername"),
    CHANNELS_NAMES,
)
MINI_PROGRAM = named_family("mini_program", PlatformName.MINI_PROGRAM, _with_time(PROGRAM_NAMES, "appid", "appId", "app_id"), PROGRAM_NAMES)
JSON_FEED = named_family(
    "json_feed", PlatformName.OTHER, _any("date_published", "date_modified", "content_html", "content_text"), JSON_FEED_NAMES
)
DYNAMIC = named_family("dynamic", PlatformName.OTHER, lambda record: "modules" in record and "id_str" in record, DYNAMIC_NAMES)
PLAIN = Family("plain", PlatformName.OTHER, _plain, reader(PLAIN_NAMES), narrowed=lambda fields: reader(_plain_among(fields)))
