"""Exports that differ only in field names: Douyin, Kuaishou, Toutiao, Channels (视频号), mini programs (小程序), and a plain form."""

from __future__ import annotations

from collections.abc import Callable

from ...values.feed import PlatformName
from .records import Family, Names, Record, reader

_TIMES = ("create_time", "createTime", "publish_time", "publishTime", "published_at", "pub_time")
_ACCOUNT = ("account", "account_name", "nickname", "author.nickname", "author.name", "user.name", "user_info.name", "账号名称", "昵称")

DOUYIN_NAMES = Names(
    id=("aweme_id", "awemeId", "item_id", "itemId", "video_id"),
    time=_TIMES,
    title=("desc", "title", "caption"),
    url=("share_url", "share_info.share_url", "url"),
    deleted=("status.is_delete", "is_delete", "deleted"),
    account=_ACCOUNT,
    account_id=("author.sec_uid", "author.uid", "open_id", "author_user_id"),
)
KUAISHOU_NAMES = Names(
    id=("photo_id", "photoId", "id"),
    time=("timestamp", *_TIMES),
    title=("caption", "originCaption", "title"),
    url=("share_url", "url", "play_url", "photoUrl"),
    deleted=("deleted", "is_deleted"),
    account=("user_name", "userName", *_ACCOUNT),
    account_id=("user_id", "userId", "user_eid", "open_id"),
)
TOUTIAO_NAMES = Names(
    id=("group_id", "groupId", "item_id", "itemId", "gid", "pgc_id"),
    time=(*_TIMES, "verify_time", "behot_time"),
    title=("title", "content", "rich_content", "desc"),
    text=("abstract", "article_abstract"),
    url=("article_url", "display_url", "share_url", "url", "source_url"),
    deleted=("is_deleted", "deleted"),
    account=("source", "media_name", *_ACCOUNT),
    account_id=("media_id", "creator_uid", "user_id"),
)
CHANNELS_NAMES = Names(
    id=("objectId", "object_id", "exportId", "export_id", "id"),
    time=("createtime", *_TIMES),
    title=("objectDesc.description", "object_desc.description", "desc.description", "description", "desc", "title"),
    url=("share_url", "url"),
    deleted=("deleted", "is_deleted"),
    account=_ACCOUNT,
    account_id=("username", "finderUsername", "finder_username"),
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
PLAIN_NAMES = Names(
    id=("id", "ID", "编号", "文章id", "文章ID", "作品id", "作品ID", "视频id", "视频ID", "guid", "mid"),
    time=("published", "完整日期", "发布时间", "发布日期", "发表时间", "发表日期", "推送时间", "推送日期", "群发时间", "创建时间",
          "日期", "时间", "更新时间", "published_at", "publish_time", "publishTime", "pub_time", "pubdate", "pubDate", "created_at",
          "create_time", "createTime", "createtime", "created", "datetime", "date", "time", "timestamp", "update_time"),
    title=("title", "标题", "文章标题", "内容标题", "作品标题", "作品名称", "视频标题", "视频描述", "作品描述", "name", "desc",
           "description", "caption"),
    text=("text", "content", "正文", "微博正文", "内容", "文本", "摘要", "abstract", "summary", "digest"),
    url=("url", "URL", "链接", "文章链接", "作品链接", "视频链接", "内容链接", "原文链接", "网址", "地址", "link", "share_url"),
    deleted=("deleted", "is_deleted", "是否删除", "状态", "status"),
    origin=("origin", "是否原创", "原创", "原创/转载", "类别", "来源类型"),
    form=("form", "形式", "类型", "内容类型", "作品类型", "type"),
    account=("account", "账号名称", "帐号名称", "账号", "公众号", "公众号名称", "用户昵称", "昵称", "account_name", "nickname"),
    account_id=("account_id", "账号ID", "账号id", "user_id", "uid"),
)  # fmt: skip
PLAIN_PLATFORM = ("platform", "平台", "平台名称", "发布平台")


def _any(*names: str) -> Callable[[Record], bool]:
    return lambda record: any(name in record for name in names)


def _with_time(names: Names, *marks: str) -> Callable[[Record], bool]:
    return lambda record: any(mark in record for mark in marks) and any(name in record for name in names.time)


def _plain(record: Record) -> bool:
    said = (*PLAIN_NAMES.title, *PLAIN_NAMES.text, *PLAIN_NAMES.url)
    return any(name in record for name in PLAIN_NAMES.time) and any(name in record for name in said)


DOUYIN = Family("douyin", PlatformName.DOUYIN, _any("aweme_id", "awemeId"), reader(DOUYIN_NAMES))
DOUYIN_OPEN = Family("douyin", PlatformName.DOUYIN, _with_time(DOUYIN_NAMES, "media_type", "video_status"), reader(DOUYIN_NAMES))
KUAISHOU = Family(
    "kuaishou", PlatformName.KUAISHOU, _with_time(KUAISHOU_NAMES, "photo_id", "photoId", "photoUrl", "caption"), reader(KUAISHOU_NAMES)
)
TOUTIAO = Family(
    "toutiao", PlatformName.TOUTIAO, _with_time(TOUTIAO_NAMES, "group_id", "groupId", "gid", "pgc_id", "behot_time"), reader(TOUTIAO_NAMES)
)
CHANNELS = Family(
    "channels",
    PlatformName.CHANNELS,
    _with_time(CHANNELS_NAMES, "objectId", "object_id", "exportId", "export_id", "objectDesc", "object_desc", "finderUsername"),
    reader(CHANNELS_NAMES),
)
MINI_PROGRAM = Family(
    "mini_program", PlatformName.MINI_PROGRAM, _with_time(PROGRAM_NAMES, "appid", "appId", "app_id"), reader(PROGRAM_NAMES)
)
PLAIN = Family("plain", PlatformName.OTHER, _plain, reader(PLAIN_NAMES))
