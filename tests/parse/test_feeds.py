"""Feeds of accounts: every platform's form, told apart by content, nothing lost silently."""

from __future__ import annotations

import csv
import io
import json
import random
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.errors import InputError, LimitError
from govsite_rules.interchange import to_json
from govsite_rules.parse.feeds import FORMATS, parse_feed, parse_feeds, platform_of
from govsite_rules.parse.limits import Limits
from govsite_rules.values import SHANGHAI, Absent, AccountProfile, DateSource, FeedSnapshot, PlatformName, WordingHit

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FEEDS = DATA / "feeds"
needs_data = pytest.mark.skipif(not FEEDS.is_dir(), reason="the shared real material is not beside the repository")
FETCHED_AT = datetime(2020, 9, 30, 12, 0, tzinfo=SHANGHAI)
MOMENT = datetime(2020, 9, 25, 18, 2, 11, tzinfo=SHANGHAI)
SECONDS = int(MOMENT.timestamp())


def parse(payload: bytes | str, **options: Any) -> FeedSnapshot:
    return parse_feed(payload, **{"fetched_at": FETCHED_AT, **options})


def posts(feed: FeedSnapshot) -> tuple[Any, ...]:
    assert feed.posts is not None
    return feed.posts.items


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def push(identity: int = 1, at: int = SECONDS, *, articles: int = 1, status: int = 2, kind: int = 49, **fields: Any) -> dict[str, Any]:
    listed = [
        {
            "title": f"标题{n}",
            "digest": "摘要",
            "content_url": f"http:\\/\\/mp.weixin.qq.com\\/s?a={identity}&amp;idx={n}",
            "del_flag": 1,
            **fields,
        }
        for n in range(1, articles + 1)
    ]
    record: dict[str, Any] = {
        "comm_msg_info": {"id": identity, "type": kind, "datetime": at, "fakeid": "308", "status": status, "content": ""}
    }
    if kind == 49:
        record["app_msg_ext_info"] = {**listed[0], "is_multi": int(articles > 1), "multi_app_msg_item_list": listed[1:]}
    return record


def status(identity: int = 1, created_at: str = "Fri Sep 25 18:02:11 +0800 2020", **fields: Any) -> dict[str, Any]:
    user = {"id": 77, "screen_name": "某县发布"}
    return {
        "created_at": created_at,
        "id": identity,
        "idstr": str(identity),
        "mid": str(identity),
        "text": "【通知】<a>全文</a>",
        "user": user,
        **fields,
    }


WRAPPED = {
    "wechat": [
        "\n".join([dump(push(1)), dump(push(2, SECONDS - 60))]),
        dump({"list": [push(1), push(2, SECONDS - 60)]}),
        dump([push(1), push(2, SECONDS - 60)]),
        dump({"ret": 0, "errmsg": "ok", "general_msg_list": dump({"list": [push(1), push(2, SECONDS - 60)]})}),
        dump(
            {
                "app_msg_cnt": 2,
                "app_msg_list": [
                    {
                        "aid": "1_1",
                        "appmsgid": 1,
                        "itemidx": 1,
                        "title": "标题1",
                        "link": "http://mp.weixin.qq.com/s?a=1",
                        "create_time": SECONDS,
                        "update_time": SECONDS,
                    },
                    {
                        "aid": "2_2",
                        "appmsgid": 2,
                        "itemidx": 2,
                        "title": "第二条",
                        "link": "http://mp.weixin.qq.com/s?a=2b",
                        "create_time": SECONDS - 60,
                    },
                    {
                        "aid": "2_1",
                        "appmsgid": 2,
                        "itemidx": 1,
                        "title": "标题1",
                        "link": "http://mp.weixin.qq.com/s?a=2",
                        "create_time": SECONDS - 60,
                    },
                ],
            }
        ),
        dump(
            {
                "base_resp": {"ret": 0},
                "publish_page": dump(
                    {
                        "total_count": 2,
                        "publish_list": [
                            {
                                "publish_type": 1,
                                "publish_info": dump(
                                    {
                                        "msgid": n,
                                        "sent_info": {"time": at},
                                        "appmsgex": [{"title": "标题1", "link": "http://x.cn/1", "is_deleted": False}],
                                    }
                                ),
                            }
                            for n, at in ((1, SECONDS), (2, SECONDS - 60))
                        ],
                    }
                ),
            }
        ),
        dump(
            {
                "total_count": 2,
                "item_count": 2,
                "item": [
                    {
                        "article_id": f"A{n}",
                        "update_time": at,
                        "content": {"news_item": [{"title": "标题1", "url": "http://x.cn/1", "is_deleted": False}], "create_time": at},
                    }
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ],
            }
        ),
    ],
    "weibo": [
        dump({"statuses": [status(1), status(2, "Fri Sep 25 10:01:11 +0000 2020")], "total_number": 2}),
        dump(
            {
                "ok": 1,
                "data": {
                    "cards": [
                        {"card_type": 9, "mblog": status(1)},
                        {"card_type": 11, "card_group": [{"card_type": 9, "mblog": status(2, "2020-09-25 18:01:11")}]},
                    ]
                },
            }
        ),
        dump(
            {
                "user": {"created_at": "Fri Sep 25 18:02:11 +0800 2010", "idstr": "77", "screen_name": "某县发布"},
                "statuses": [status(1), status(2, "2020-09-25 18:01:11")],
            }
        ),
        dump({"data": {"list": [status(1), status(2, "Fri Sep 25 18:01:11 +0800 2020")], "total": 2}}),
        "\n".join([dump(status(1)), dump(status(2, "2020-09-25T18:01:11"))]),
        dump(
            {
                "user": {"id": 77, "screen_name": "某县发布"},
                "weibo": [
                    {
                        "id": n,
                        "bid": f"J{n}",
                        "user_id": 77,
                        "screen_name": "某县发布",
                        "text": "【通知】",
                        "created_at": "2020-09-25",
                        "full_created_at": at,
                    }
                    for n, at in ((1, "2020-09-25 18:02:11"), (2, "2020-09-25 18:01:11"))
                ],
            }
        ),
        "id,bid,正文,头条文章url,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户,完整日期\n"
        '1\t,J1,"【通知】,全文",,,,,2020-09-25,微博,1,2,3,,,2020-09-25 18:02:11\n'
        "2\t,J2,通知,,,,,2020-09-25,微博,1,2,3,,,2020-09-25 18:01:11\n",
        "\ufeffid,bid,user_id,用户昵称,微博正文,头条文章url,发布位置,艾特用户,话题,转发数,评论数,点赞数,发布时间,发布工具,微博图片url,微博视频url,retweet_id\n"
        "1,J1,77,某县发布,【通知】,,,,,1,2,3,2020-09-25 18:02:11,微博,,,\n2,J2,77,某县发布,通知,,,,,1,2,3,2020/9/25 18:01:11,微博,,,4505\n",
        "微博id,微博正文,头条文章url,原始图片url,微博视频url,发布位置,发布时间,发布工具,点赞数,转发数,评论数\n"
        "J1,通知,无,无,无,无,2020-09-25 18:02:11,微博,1,2,3\nJ2,通知,无,无,无,无,2020-09-25 18:01:11,微博,1,2,3\n",
    ],
    "douyin": [
        dump(
            {
                "aweme_list": [
                    {"aweme_id": "1", "desc": "视频", "create_time": SECONDS, "share_url": "https://d.cn/1"},
                    {"aweme_id": "2", "desc": "", "create_time": SECONDS - 60},
                ]
            }
        ),
        dump(
            {
                "data": {
                    "list": [
                        {"item_id": str(n), "title": "视频", "create_time": at, "media_type": 4, "share_url": f"https://d.cn/{n}"}
                        for n, at in ((1, SECONDS), (2, SECONDS - 60))
                    ]
                }
            }
        ),
    ],
    "kuaishou": [
        dump(
            {
                "data": {
                    "visionProfilePhotoList": {
                        "feeds": [
                            {"type": 1, "photo": {"id": f"3x{n}", "caption": "视频", "timestamp": at * 1000}}
                            for n, at in ((1, SECONDS), (2, SECONDS - 60))
                        ]
                    }
                }
            }
        ),
        dump(
            {
                "result": 1,
                "video_list": [
                    {"photo_id": str(n), "caption": "视频", "create_time": at * 1000, "play_url": "http://k.cn"}
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ],
            }
        ),
    ],
    "toutiao": [
        dump(
            {
                "data": [
                    {"group_id": str(n), "title": "文章", "publish_time": at, "source": "某县发布", "article_url": f"http://t.cn/{n}"}
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ]
            }
        )
    ],
    "channels": [
        dump(
            {
                "data": {
                    "object": [
                        {"id": str(n), "createtime": at, "objectDesc": {"description": "视频", "mediaType": 4}}
                        for n, at in ((1, SECONDS), (2, SECONDS - 60))
                    ]
                }
            }
        ),
        dump(
            {
                "list": [
                    {"exportId": str(n), "createTime": at, "desc": {"description": "视频"}} for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ]
            }
        ),
    ],
    "mini_program": [
        dump(
            [
                {"appid": "wx1", "content_id": n, "title": "办事", "publish_time": at * 1000, "path": "/p"}
                for n, at in ((1, SECONDS), (2, SECONDS - 60))
            ]
        )
    ],
    "rss": [
        '<?xml version="1.0"?><rss version="2.0"><channel><title>某县</title><link>http://x.cn/</link><item><title>一 & 二</title><link>http://x.cn/1</link>'
        "<guid>1</guid><pubDate>Fri, 25 Sep 2020 10:02:11 GMT</pubDate><description><![CDATA[<p>正文</item></p>]]></description></item>"
        "<item><title>三</title><link>http://x.cn/2</link><guid>2</guid>"
        "<pubDate>Fri, 25 Sep 2020 18:01:11 +0800</pubDate></item></channel></rss>",
    ],
    "atom": [
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>某县</title><updated>2020-09-29T00:00:00Z</updated>'
        '<entry><id>1</id><title type="html">一</title>'
        '<link rel="alternate" href="http://x.cn/1?a=1&amp;b=2"/><published>2020-09-25T10:02:11Z</published><updated>2020-09-28T10:02:11Z</updated></entry>'
        "<entry><id>2</id><title>二</title><link href='http://x.cn/2'/><updated>2020-09-25T18:01:11+08:00</updated></entry></feed>",
    ],
    "plain": [
        "平台,账号名称,标题,链接,发布时间\n抖音,某县发布,视频,http://x.cn/1,2020-09-25 18:02:11\n"
        "抖音,某县发布,视频二,http://x.cn/2,2020年9月25日 18:01:11\n",
        "标题\t发布时间\n一\t2020/9/25 18:02:11\n二\t1601028071\n",
        "\n".join(
            dump({"platform": "douyin", "account": "某县发布", "title": f"{n}", "url": f"http://x.cn/{n}", "published": at})
            for n, at in ((1, "2020-09-25T18:02:11+08:00"), (2, SECONDS - 60))
        ),
    ],
}
TOOLS: dict[str, list[str]] = {
    "wechat": [
        dump(
            [
                {"aid": f"{n}_1", "appmsgid": n, "itemidx": 1, "title": "标题", "link": f"http://x.cn/{n}", "is_deleted": False}
                | {"create_time": at - 86400, "update_time": at, "_accountName": "某县发布"}
                for n, at in ((1, SECONDS), (2, SECONDS - 60))
            ]
        ),
    ],
    "weibo": [
        "\n".join(
            dump({"_id": f"5{n}", "mblogid": f"J{n}", "created_at": at, "reposts_count": 1, "content": "关于夏季防汛值班的通知"})
            for n, at in ((1, "2020-09-25 18:02:11"), (2, "2020-09-25 18:01:11"))
        ),
        "微博作者,微博内容,发布时间,转发数,评论数,点赞数,url\n某县发布,通知,2020-09-25 18:02:11,1,2,3,http://x.cn/1\n"
        "某县发布,公告,2020-09-25 18:01:11,1,2,3,http://x.cn/2\n",
    ],
    "douyin": [
        "aweme_id,nickname,sec_user_id,create_time,desc,is_top,private_status,is_delete,is_prohibited,media_type\n"
        "1,某县发布,MS4,2020-09-25 18-02-11,视频,0,0,False,False,4\n2,某县发布,MS4,2020-09-25 18-01-11,视频,1,0,False,False,4\n",
    ],
    "kuaishou": [
        dump(
            {
                "feeds": [
                    {"photo": {"id": f"3x{n}", "caption": "视频", "timestamp": at * 1000}, "author": {"id": "3a", "name": "某县发布"}}
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ]
            }
        ),
    ],
    "toutiao": [
        dump(
            {
                "data": [
                    {"content": dump({"group_id": n, "title": "文章", "publish_time": at, "media_name": "某县发布"}), "code": ""}
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ]
            }
        ),
    ],
    "plain": [
        dump(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "某县发布",
                "items": [
                    {"id": "a", "url": "http://x.cn/1", "content_html": "<p>一</p>", "date_published": "2020-09-25T10:02:11.000Z"},
                    {"id": "b", "url": "http://x.cn/2", "title": "二", "date_modified": "2020-09-25T18:01:11+08:00"},
                ],
            }
        ),
        dump(
            [
                {"id": n, "date": at, "modified": "2020-09-29T00:00:00", "title": {"rendered": "一"}, "content": {"rendered": "<p>文</p>"}}
                for n, at in ((1, "2020-09-25T18:02:11"), (2, "2020-09-25T18:01:11"))
            ]
        ),
        dump({"Rows": [{"TITLE": "一", "PUBLISH_TIME": "2020-09-25 18:02:11"}, {"TITLE": "二", "PUBLISH_TIME": "2020-09-25 18:01:11"}]}),
        dump(
            {
                "items": [
                    {
                        "id_str": str(n),
                        "modules": {
                            "module_author": {"name": "某县发布", "mid": 4, "pub_time": "09-25", "pub_ts": str(at)},
                            "module_dynamic": {"desc": {"text": "动态"}},
                        },
                    }
                    for n, at in ((1, SECONDS), (2, SECONDS - 60))
                ]
            }
        ),
        "某县发文统计\n*账号\t发布时间（北京时间）\t标题/内容\n某县发布\t2020-09-25 18:02:11\t一\n某县发布\t2020-09-25 18:01:11\t二\n"
        "合计\t\t2\n",
        '标题,发布时间\n"=""一""","=""2020-09-25 18:02:11"""\n"=""二""","=""2020-09-25 18:01:11"""\n',
    ],
}
WRAPPED = {format: [*payloads, *TOOLS.get(format, ())] for format, payloads in WRAPPED.items()}
CASES = [(format, payload) for format, payloads in WRAPPED.items() for payload in payloads]
PLATFORMS = {"rss": "other", "atom": "other"}


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize(
    ("format", "payload"), CASES, ids=[f"{format}-{n}" for format, payloads in WRAPPED.items() for n in range(len(payloads))]
)
def test_every_form_gives_its_posts(format: str, payload: str, named: bool) -> None:
    """Each platform's wrapping, named or not, gives both posts at their Shanghai times, newest first."""
    feed = parse(payload.encode(), format=format if named else None)

    assert [MOMENT, MOMENT - timedelta(minutes=1)] == [post.published.moment for post in posts(feed)]
    assert ((), {DateSource.FEED}) == (feed.rejected, {post.published.source for post in posts(feed)})
    assert format == "plain" or PLATFORMS.get(format, format) == feed.account.platform.value


@pytest.mark.parametrize(("format", "payload"), CASES)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le"])
def test_recoded_copies_are_the_same_feed(format: str, payload: str, encoding: str) -> None:
    """A copy in another encoding, with or without a BOM, gives the same snapshot."""

    assert parse(payload) == parse(payload.removeprefix("\ufeff").encode(encoding))


def test_times_are_read_in_every_way_platforms_write_them() -> None:
    """Epochs by size, ISO with and without zone, Weibo's English dates, RFC 822, compact digits, database wrappers."""
    values = [
        SECONDS,
        SECONDS * 1000,
        SECONDS * 1_000_000,
        float(SECONDS),
        str(SECONDS),
        f"{SECONDS}000",
        "2020-09-25T18:02:11",
        "2020-09-25 18:02:11",
        "2020-09-25T10:02:11Z",
        "2020-09-25T10:02:11.000+00:00",
        "Fri Sep 25 18:02:11 +0800 2020",
        "Fri Sep 25 10:02:11 +0000 2020",
        "Fri Sep 25 18:02:11 CST 2020",
        "Fri, 25 Sep 2020 10:02:11 GMT",
        "25 Sep 2020 18:02:11 +0800",
        "Fri, 25 Sep 2020 18:02:11",
        "20200925180211",
        "2020年9月25日 18:02:11",
        "2020/9/25 18:02:11",
        {"$date": SECONDS * 1000},
        {"$numberLong": str(SECONDS)},
        {"$date": {"$numberLong": str(SECONDS * 1000)}},
        "2020-09-25 18:02:11 已编辑",
        "2020-09-25 18-02-11",
        "2020-09-25_18:02:11",
        "2020-09-25 18.02.11",
        "2020-09-25 10:02:11 UTC",
        "2020-09-25T18:02:11.000 CST",
        "Sep 25, 2020 6:02:11 PM",
        "September 25, 2020, 6:02:11 PM",
        f"/Date({SECONDS}000)/",
        f"/Date({SECONDS}000+0800)/",
        [2020, 9, 25, 18, 2, 11],
        [2020, 9, 25, 18, 2, 11, 5_000_000],
    ]
    read = parse("\n".join(dump({"id": n, "title": "一", "published": value}) for n, value in enumerate(values)))

    assert ((), len(values)) == (read.rejected, len(posts(read)))
    assert {MOMENT} == {post.published.moment for post in posts(read)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-09-25", (date(2020, 9, 25), None)),
        ("20200925", (date(2020, 9, 25), None)),
        ("25 Sep 2020", (date(2020, 9, 25), None)),
        ([2020, 9, 25], (date(2020, 9, 25), None)),
        ([2020, 9, 25, 18, 2], (date(2020, 9, 25), time(18, 2))),
        ("Sep 25, 2020 12:02:11 AM", (date(2020, 9, 25), time(0, 2, 11))),
        ("Sep 25, 2020 12:02 PM", (date(2020, 9, 25), time(12, 2))),
        ("Sep 25, 2020 13:02:11 PM", (date(2020, 9, 25), time(13, 2, 11))),
        ("今天 09:20", (date(2020, 9, 30), time(9, 20))),
        ("5分钟前", (date(2020, 9, 30), time(11, 55))),
        ("2020-09-25T23:30:00Z", (date(2020, 9, 26), time(7, 30))),
    ],
)
def test_date_only_and_relative_times(value: object, expected: tuple[object, ...]) -> None:
    """A date without a time stays without one; relative times count from fetched_at; zones move to Shanghai."""
    reading = posts(parse(dump([{"title": "一", "published": value}])))[0].published

    assert expected == (reading.date, reading.time)


@pytest.mark.parametrize(
    "value",
    [
        0,
        -1,
        44099,
        10**18,
        1e300,
        True,
        "2020-02-30",
        "2020-13-01T00:00:00",
        "Fri Sep 31 18:02:11 +0800 2020",
        "Fri Xxx 25 18:02:11 +0800 2020",
        "25 Sep 2020 10:00:00 XYZ",
        "昨日的通知",
        "n/a",
        "1999999999999999999",
        "20201325",
        ["2020-09-25"],
        {"a": 1},
        "2百",
        "44099.75",
        "1.60103E+12",
        "0000-00-00 00:00:00",
        "2020-09-25 18:02:11 XYZ",
        "2020-09-31 18-02-11",
        "Sep 31, 2020 1:02:11 PM",
        "/Date(5)/",
        [2020, 9, 25, 18],
        [2020, 9, 31],
        [2020, 9, "25"],
        [2020, True, 25],
        "5/6/2020 10:30",
        "2020-09-25" + " 已编辑" * 9_999,
    ],
)
def test_times_that_cannot_be_are_rejected_with_their_row(value: object) -> None:
    """An impossible or unknown time loses its item to ``rejected``, with its position, and takes completeness back."""
    feed = parse(dump([{"title": "一", "published": "2020-09-25"}, {"title": "二", "published": value}]), complete=True)

    assert (1, 1, "row 2: ") == (len(posts(feed)), len(feed.rejected), feed.rejected[0][:7])
    assert feed.posts is not None
    assert not feed.posts.complete


def test_a_day_number_of_a_spreadsheet_is_named() -> None:
    """44099 is 2020-09-25 counted from 1900 and 2024-09-26 counted from 1904: it is no date, and the reason says what it is."""
    feed = parse("标题,发布时间\n一,44099.75\n二,2020-09-25\n三,99999\n")

    assert [True, False] == ["day number of a spreadsheet" in reason for reason in feed.rejected]


def said(payload: str) -> tuple[str, str, list[tuple[str, str]]]:
    feed = parse(payload)
    assert not feed.rejected
    return feed.account.name, feed.account.key, [(post.title, post.url) for post in posts(feed)]


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (WRAPPED["plain"][3], ("某县发布", "", [("一", "http://x.cn/1"), ("二", "http://x.cn/2")])),
        (TOOLS["wechat"][0], ("某县发布", "", [("标题", "http://x.cn/1"), ("标题", "http://x.cn/2")])),
        (TOOLS["weibo"][1], ("某县发布", "", [("通知", "http://x.cn/1"), ("公告", "http://x.cn/2")])),
        (TOOLS["douyin"][0], ("某县发布", "MS4", [("视频", ""), ("视频", "")])),
        (TOOLS["kuaishou"][0], ("某县发布", "3a", [("视频", ""), ("视频", "")])),
        (TOOLS["toutiao"][0], ("某县发布", "", [("文章", ""), ("文章", "")])),
        (TOOLS["plain"][1], ("", "", [("一", ""), ("一", "")])),
        (TOOLS["plain"][3], ("某县发布", "4", [("动态", ""), ("动态", "")])),
        (TOOLS["plain"][4], ("某县发布", "", [("一", ""), ("二", "")])),
        (
            dump({"user": {"id": "77", "nickname": "某县发布"}, "weibo": [{"id": "J1", "content": "通知", "publish_time": "2020-09-25"}]}),
            ("某县发布", "77", [("通知", "")]),
        ),
        (
            dump({"data": [{"title": "文章", "url": "http://x.cn/1", "post_time": SECONDS}], "mp_nickname": "某县发布", "mp_wxid": "mx"}),
            ("某县发布", "mx", [("文章", "http://x.cn/1")]),
        ),
        (
            dump(
                {"_id": "5", "mblogid": "J5", "created_at": "2020-09-25", "content": "通知", "user": {"_id": "77", "nick_name": "某县发布"}}
            ),
            ("某县发布", "77", [("通知", "https://weibo.com/77/J5")]),
        ),
        (
            dump(
                [
                    {
                        "note_id": "5",
                        "content": "通知",
                        "create_time": SECONDS,
                        "note_url": "http://x.cn/5",
                        "nickname": "某县发布",
                        "user_id": "7",
                    }
                ]
            ),
            ("某县发布", "7", [("通知", "http://x.cn/5")]),
        ),
        (
            dump(
                {
                    "data": {
                        "object": [
                            {"id": "1", "createtime": SECONDS, "object_desc": {"description": "片"}, "contact": {"nickname": "某县发布"}}
                        ]
                    }
                }
            ),
            ("某县发布", "", [("片", "")]),
        ),
        (
            "UID,SEC_UID,ID,作品ID,作品描述,作品链接,发布时间,账号昵称\n8,MS4,qh,1,甲,http://x.cn/1,2020-09-25,某县发布\n"
            "8,MS4,qh,2,乙,无,2020-09-24,某县发布\n",
            ("某县发布", "MS4", [("甲", "http://x.cn/1"), ("乙", "")]),
        ),
        (dump([{"title": "一", "date": "2020-09-25", "author": {"name": "张三"}}]), ("", "", [("一", "")])),
        (dump({"title": "一", "date": "2020-09-25", "user": {"name": "张三"}}), ("", "", [("一", "")])),
    ],
)
def test_tools_say_whose_posts_these_are(payload: str, expected: tuple[str, str, list[tuple[str, str]]]) -> None:
    """Account, titles and addresses are found where each tool writes them: in the post, beside it, or around the list; an author of
    an article is no account."""
    assert expected == said(payload)


def test_a_publication_under_another_name_goes_before_a_creation() -> None:
    """PUB_DATE and publish-time are times of publication however they are written; the row's own creation is not taken for one."""
    for name in ("pub_date", "PUB_DATE", "Publish-Time", "发布时间（必填）"):
        feed = parse(dump({"RECORDS": [{"title": "一", "create_time": "2020-09-29 01:00:00", name: "2020/9/25 18:02:11"}]}))

        assert [MOMENT] == [post.published.moment for post in posts(feed)]


@pytest.mark.parametrize(
    "payload",
    [
        dump([{"comment_id": "1", "aweme_id": "7", "content": "好", "create_time": SECONDS, "nickname": "路人"}]),
        dump({"comments": [{"cid": "1", "aweme_id": "7", "text": "好", "create_time": SECONDS}]}),
        dump({"data": [{"created_at": "2020-09-25", "id": 1, "rootid": 1, "mid": "1", "text": "好", "user": {"screen_name": "路人"}}]}),
        "评论ID,评论内容,发布时间\n1,好,2020-09-25\n",
        dump({"data": {"user": {"nickname": "某县发布", "create_time": SECONDS, "desc": "简介"}}}),
        "标题,采集时间\n一,2020-09-25\n",
        "标题,发布时间(UTC)\n一,2020-09-25 18:00\n",
        dump({"list": [{"ref_date": "2020-09-25", "msgid": "1_1", "title": "文", "int_page_read_user": 3}]}),
    ],
)
def test_comments_profiles_and_other_times_are_no_posts(payload: str) -> None:
    """What others wrote under a post, the account itself, a time of collection and a time in another zone are no updates."""
    with pytest.raises(InputError, match="not a feed"):
        parse(payload)


def test_what_the_public_does_not_see_does_not_count() -> None:
    """Private, unreviewed, withdrawn and removed posts are kept as deleted; a number or a yes as a state says nothing."""
    douyin = [
        {"aweme_id": str(n), "desc": "视频", "create_time": SECONDS - n, "status": status}
        for n, status in enumerate([{"private_status": 0}, {"private_status": 1}, {"private_status": 2}, {"is_prohibited": True}, {}])
    ]
    weibo = [status(n, f"2020-09-25 18:02:0{9 - n}", visible={"type": n}) for n in range(6)]
    states = ["公开", "1", "已发布", "True", "已删除", "私密", "审核中", "草稿"]
    table = "标题,发布时间,审核状态\n" + "".join(f"{n},2020-09-25 18:02:0{9 - n},{state}\n" for n, state in enumerate(states))

    assert [False, True, True, True, False] == [post.deleted for post in posts(parse(dump({"aweme_list": douyin})))]
    assert [False, True, False, True, True, False] == [post.deleted for post in posts(parse(dump({"statuses": weibo})))]
    assert [False] * 4 + [True] * 4 == [post.deleted for post in posts(parse(table))]
    assert [False] == [post.deleted for post in posts(parse(dump([{"title": "一", "publish_time": SECONDS, "status": 1}])))]


@pytest.mark.parametrize(
    "column", [["1", "2", "1"], ["4.50553E+15"] * 3, ["http://weibo.com/u/7"] * 3, ["", "", ""]], ids=["running", "rounded", "home", "none"]
)
def test_posts_that_share_an_identifier_are_all_kept(column: list[str]) -> None:
    """Running numbers that begin again, numbers a spreadsheet rounded and the account's own page do not make two posts one."""
    rows = [f"{id},标题{n},2020-09-2{n} 18:00:00\n" for n, id in enumerate(column, 1)]
    heading = "链接,标题,发布时间\n" if "http" in column[0] else "编号,标题,发布时间\n"
    expected = parse(heading + "".join(rows))

    assert ["标题3", "标题2", "标题1"] == [post.title for post in posts(expected)]
    assert len({post.id for post in posts(expected)}) == 3
    assert ((), ("duplicates=3",)) == (expected.notes, parse(heading + "".join(rows + rows)).notes)
    assert expected.posts == parse(heading + "".join(rows[::-1] + rows)).posts


def test_an_edited_post_stays_one() -> None:
    """Another title at the same moment, or another way to write the time under the same title, is the same post."""
    edited = parse("编号,标题,发布时间\n71,通知,2020-09-25 18:02:11\n71,通知（更正）,2020-09-25 18:02:11\n71,通知,2020-09-25\n")

    assert (1, ("duplicates=2",)) == (len(posts(edited)), edited.notes)


def test_what_surrounds_a_table_is_no_post() -> None:
    """Lines above the headings and a row of sums are passed over; a note below is counted, and rows keep their numbers."""
    feed = parse("关于发文的统计,,\n,,\n标题,账号,发布时间\n一,甲,2020-09-25\n合计,1,\n合计,甲,2020-09-24\n填表人：乙,,\n")

    assert (["一", "合计"], "甲") == ([post.title for post in posts(feed)], feed.account.name)
    assert ("row 7: 1 of 3 cells",) == feed.rejected


def test_an_item_without_any_time_is_kept_undated() -> None:
    """A post that states no time is a post; its date says that none is shown."""
    feed = parse("标题,发布时间\n一,\n二,2020-09-25\n")

    assert [None, Absent.NONE_SHOWN] == [post.published.absent for post in posts(feed)]


def test_wechat_pushes_count_their_articles_and_deletions() -> None:
    """A push is one post with as many items as are left; one whose articles are all deleted is deleted."""
    records = [
        push(1, articles=3),
        push(2, SECONDS - 1, articles=2),
        push(3, SECONDS - 2),
        push(4, SECONDS - 3, status=7),
        push(5, SECONDS - 4, kind=1),
        push(6, SECONDS - 5),
    ]
    records[1]["app_msg_ext_info"] |= {"title": "", "content_url": ""}
    records[2]["app_msg_ext_info"]["del_flag"] = 4
    records[5]["app_msg_ext_info"]["copyright_stat"] = 11
    del records[1]["app_msg_ext_info"]["del_flag"]
    feed = parse("\n".join(map(dump, records)))

    assert [("1", 3, False), ("2", 1, False), ("3", 1, True), ("4", 1, True), ("5", 1, False), ("6", 1, False)] == [
        (post.id, post.items, post.deleted) for post in posts(feed)
    ]
    assert ["标题1", "标题2"] == [post.title for post in posts(feed)[:2]]
    assert "http://mp.weixin.qq.com/s?a=1&idx=1" == posts(feed)[0].url
    assert ("text", "article", None, False) == (posts(feed)[4].form, posts(feed)[5].form, posts(feed)[0].repost, posts(feed)[5].repost)
    assert (PlatformName.WECHAT, "308") == (feed.account.platform, feed.account.key)


def test_wechat_articles_listed_one_by_one_are_one_push() -> None:
    """The back office lists every article; those of one push become one post with the first article's title."""
    feed = parse(WRAPPED["wechat"][4])

    assert [("1", 1, "标题1"), ("2", 2, "标题1")] == [(post.id, post.items, post.title) for post in posts(feed)]


def test_weibo_reposts_and_deletions_are_told_apart() -> None:
    """A repost counts as a post and says so; a deleted one says so; tables without such a column say nothing."""
    statuses = [status(1), status(2, retweeted_status=status(9)), status(3, deleted="1"), status(4, text="抱歉，此微博已被作者删除。")]
    table = WRAPPED["weibo"][7]

    assert [(False, False), (True, False), (False, True), (False, True)] == [
        (post.repost, post.deleted) for post in sorted(posts(parse(dump({"statuses": statuses}))), key=lambda post: post.id)
    ]
    assert [False, True] == [post.repost for post in posts(parse(table))]
    assert [None, None] == [post.repost for post in posts(parse(WRAPPED["weibo"][6]))]
    assert ["某县发布", "77"] == [parse(table).account.name, parse(table).account.key]


@given(st.randoms(use_true_random=False), st.integers(0, 3))
@settings(max_examples=30)
def test_order_and_duplicates_do_not_matter(shuffler: random.Random, copies: int) -> None:
    """Shuffled and duplicated records give the same posts; the duplicates are counted."""
    records = [push(n, SECONDS - n % 3, articles=1 + n % 2) for n in range(1, 7)]
    expected = parse("\n".join(map(dump, records)))
    mixed = records + records[:copies]
    shuffler.shuffle(mixed)
    feed = parse("\n".join(map(dump, mixed)))

    assert expected.posts == feed.posts
    assert ((f"duplicates={copies}",) if copies else ()) == feed.notes


def test_of_two_copies_the_deleted_one_counts() -> None:
    """Where one copy of a post knows of its deletion, the order of the copies does not bring it back."""
    lines = [dump(push(1)), dump(push(1, status=7))]

    assert [True] == [post.deleted for post in posts(parse("\n".join(lines)))]
    assert [True] == [post.deleted for post in posts(parse("\n".join(lines[::-1])))]


def test_the_callers_profile_wins_over_the_feed() -> None:
    """Blank fields are filled from the feed, given ones stay; a name alone is enough."""
    profile = AccountProfile(key="K1", name="登记名称", owner="某县政府办")

    assert (
        AccountProfile(key="K1", name="登记名称", owner="某县政府办", platform=PlatformName.WEIBO)
        == parse(WRAPPED["weibo"][0], account=profile).account
    )
    assert ("登记名称", "77") == (parse(WRAPPED["weibo"][0], account="登记名称").account.name, parse(WRAPPED["weibo"][0]).account.key)
    assert (PlatformName.DOUYIN, "抖音", "某县发布") == (lambda a: (a.platform, a.platform_text, a.name))(
        parse(WRAPPED["plain"][0]).account
    )
    assert "某县" == parse(WRAPPED["rss"][0]).account.name


def test_half_characters_are_replaced() -> None:
    """A lone surrogate, which exports hold and no output could, becomes a replacement character; pairs stay whole."""
    feed = parse('[{"id": 1, "title": "甲\\ud83d乙\\ud83d\\ude00", "published": "2020-09-25"}]')

    assert ["甲\ufffd乙\U0001f600"] == [post.title for post in posts(feed)]
    assert to_json(feed)


MANY = "账号名称,平台,标题,发布时间\n甲,抖音,一,2020-09-25\n乙,抖音,二,2020-09-24\n甲,抖音,三,2020-09-23\n"


def test_a_file_of_several_accounts_gives_one_feed_for_each() -> None:
    """A column that names the account divides a table; each part says its account and keeps its posts and completeness."""
    feeds = parse_feeds(MANY, fetched_at=FETCHED_AT, complete=True)

    assert [("甲", ["一", "三"], True), ("乙", ["二"], True)] == [
        (feed.account.name, [post.title for post in posts(feed)], feed.posts.complete) for feed in feeds if feed.posts
    ]
    assert {PlatformName.DOUYIN} == {feed.account.platform for feed in feeds}


def test_what_could_be_anybodys_is_everybodys_doubt() -> None:
    """Rows that cannot be read and posts without an account take completeness from every part of the file."""
    for more in ("乙,抖音,四,2020-13-01\n", ",抖音,四,2020-09-22\n"):
        feeds = parse_feeds(MANY + more, fetched_at=FETCHED_AT, complete=True)

        assert [(False, 1)] * 2 == [(feed.posts.complete, len(feed.rejected)) for feed in feeds if feed.posts]


@pytest.mark.parametrize("ids", [True, False])
def test_authors_names_alone_do_not_make_parts_complete(ids: bool) -> None:
    """Posts told apart by their authors' identifiers are complete parts; by names alone, which may be a source's, they are not."""
    records = [status(1), status(2, user={"id": 78, "screen_name": "某区发布"}), status(3)]
    if not ids:
        records = [{**record, "user": {"screen_name": record["user"]["screen_name"]}} for record in records]
    feeds = parse_feeds(dump({"statuses": records}), fetched_at=FETCHED_AT, complete=True)

    assert [("某县发布", 2, ids), ("某区发布", 1, ids)] == [
        (feed.account.name, len(posts(feed)), feed.posts.complete) for feed in feeds if feed.posts
    ]


@pytest.mark.parametrize(("format", "payload"), CASES)
def test_one_account_is_one_feed(format: str, payload: str) -> None:
    """A file of one account is the same feed whether one or several were expected."""
    feeds = parse_feeds(payload, fetched_at=FETCHED_AT, complete=True)

    assert (parse(payload, complete=True),) == feeds


@pytest.mark.parametrize(
    ("word", "platform"),
    [
        ("微信公众号", "wechat"),
        ("微信视频号", "channels"),
        ("微信小程序", "mini_program"),
        ("政务微博", "weibo"),
        ("今日头条", "toutiao"),
        ("移动客户端（APP）", "app"),
        ("Douyin", "douyin"),
        ("学习强国号", "other"),
        ("", "other"),
    ],
)
def test_words_for_platforms(word: str, platform: str) -> None:
    """An office's word means its platform; what is not known is OTHER."""
    assert PlatformName(platform) is platform_of(word)


def test_completeness_is_the_callers_word() -> None:
    """A feed is complete only where the caller says so and everything was read."""
    feeds = [parse(WRAPPED["weibo"][0]), parse(WRAPPED["weibo"][0], complete=True)]

    assert [False, True] == [feed.posts.complete for feed in feeds if feed.posts]


@pytest.mark.parametrize(
    ("payload", "format", "seen"),
    [
        ("", None, "empty"),
        (" \n\t", "wechat", "empty"),
        ("hello world", None, "hello world"),
        ("a,b,c\n1,2,3\n", None, "a, b, c"),
        ("{}", None, "fields"),
        ("[]", None, "list"),
        ('{"users": [{"name": "x"}]}', None, "fields users"),
        ('{"ret": -3, "errmsg": "no session"}', "wechat", "fields ret, errmsg"),
        ('{"base_resp": {"ret": 200013, "err_msg": "freq control"}, "list": []}', "wechat", "fields base_resp"),
        ('{"ok": 0, "msg": "这里还没有内容", "data": {"cards": []}}', "weibo", "fields ok"),
        ("<!DOCTYPE html><html><body>请登录</body></html>", None, "an HTML page"),
        ("<html><body>请登录</body></html>", "rss", "an HTML page"),
        ('{"statuses": [', "weibo", "no JSON"),
        ("not,a\nfeed", "weibo", "not, a"),
        ("[1, 2, 3]", "douyin", "list"),
        ("[" * 100_000, None, "JSON"),
    ],
)
def test_what_is_no_feed_is_refused_with_what_was_seen(payload: str, format: str | None, seen: str) -> None:
    """Unrecognised input, login pages and error answers are errors that name what came and what would be right."""
    with pytest.raises(InputError) as caught:
        parse(payload, format=format, file="x.json")

    assert (True, "x.json") == (seen in str(caught.value), caught.value.file)


@pytest.mark.parametrize(
    ("payload", "format"),
    [("[]", "wechat"), ('{"list": []}', "wechat"), ('{"ok": 1, "data": {"cards": []}}', "weibo"), ("标题,发布时间\n", None)],
)
def test_a_well_formed_feed_without_posts_is_empty(payload: str, format: str | None) -> None:
    """No posts in a named or recognisable form is an answer: nothing was published."""
    feed = parse(payload, format=format, complete=True)

    assert feed.posts is not None
    assert ((), True, ()) == (feed.posts.items, feed.posts.complete, feed.rejected)


def test_broken_records_are_counted_where_they_stand() -> None:
    """Lines that are cut, foreign or no records are named by their line; the rest is read."""
    lines = [
        dump(push(1)),
        dump(push(2))[:50],
        "",
        '"text"',
        dump({"other": 1}),
        dump({"comm_msg_info": {"id": 3, "type": 49}}),
        dump({"comm_msg_info": 5}),
        dump(push(4)),
    ]
    feed = parse("\n".join(lines))

    assert ["1", "4"] == sorted(post.id for post in posts(feed))
    assert ["row 2", "row 4", "row 5", "row 6", "row 7"] == [reason.partition(":")[0] for reason in feed.rejected]


def test_a_foreign_record_in_a_list_of_posts_is_counted() -> None:
    """What stands between posts and is none is rejected, not skipped."""
    feed = parse(dump({"statuses": [status(1), {"ad": 1}, None, status(2)]}))

    assert (2, ("row 2: no post: fields ad", "row 3: no post: NoneType")) == (len(posts(feed)), feed.rejected)


def test_table_rows_that_do_not_fit_are_counted() -> None:
    """Short rows, long rows, an open quote and a repeated header: each is counted once or known for what it is."""
    feed = parse(
        '标题,发布时间,链接\n一,2020-09-25,u1\n二,2020-09\n三,2020-09-25,u3,多\n标题,发布时间,链接\n四,2020-09-24,u4,\n五,2020-09-23,"u5'
    )

    assert ["一", "四"] == [post.title for post in posts(feed)]
    assert ["row 3: 2 of 3 cells", "row 4: 4 cells under 3 headings", "row 7: unexpected end of data"] == list(feed.rejected)


def test_half_a_date_at_the_end_of_a_table_is_not_read() -> None:
    """Where the file ends inside a date, the beginning of it is not taken for an earlier day."""
    whole = "标题,发布时间\n一,2020-09-25 18:02\n二,2020-09-24 18:02"

    assert 2 == len(posts(parse(whole)))
    for cut in range(1, 15):
        feed = parse(whole[:-cut])
        assert ["一"] == [post.title for post in posts(feed)]
        assert 1 == len(feed.rejected)


def test_the_address_of_an_entry_is_its_alternate_link() -> None:
    """Links to the feed itself, to comments or to files are not the entry's address."""
    links = '<link rel="self" href="http://x.cn/self"/><link href="http://x.cn/1"/><link rel="replies" href="http://x.cn/2"/>'
    feed = parse(f"<feed><entry><id>a</id><title>一</title>{links}<updated>2020-09-25</updated></entry></feed>")

    assert ["http://x.cn/1"] == [post.url for post in posts(feed)]


def test_cut_syndication_loses_only_the_last_entry() -> None:
    """An entry without its end is counted; those before it are read."""
    feed = parse(WRAPPED["rss"][0][:-40])

    assert (1, ("row 2: entry is cut off",)) == (len(posts(feed)), feed.rejected)
    assert ("一 & 二", "http://x.cn/1") == (posts(feed)[0].title, posts(feed)[0].url)


def test_posts_of_several_accounts_are_refused() -> None:
    """One call reads one account: a plain table of several names them."""
    with pytest.raises(InputError, match="乙, 甲") as caught:
        parse("账号,标题,发布时间\n乙,一,2020-09-25\n甲,二,2020-09-25\n")

    assert "account" == caught.value.field


def test_limits_hold() -> None:
    """Too many bytes or posts raise LimitError naming the limit; the limits themselves are accepted."""
    payload = WRAPPED["weibo"][0].encode()

    assert 2 == len(posts(parse(payload, limits=Limits(max_feed_bytes=len(payload), max_posts=2))))
    with pytest.raises(LimitError, match=f"at most {len(payload) - 1} bytes"):
        parse(payload, limits=Limits(max_feed_bytes=len(payload) - 1))
    with pytest.raises(LimitError, match="at most 1 posts"):
        parse(payload, limits=Limits(max_posts=1))


def test_formats_and_zones_must_be_known() -> None:
    """An unknown format and a fetch time without a zone are errors."""
    with pytest.raises(InputError, match="wechat, weibo"):
        parse("[]", format="wexin")
    with pytest.raises(InputError, match="fetched_at"):
        parse_feed("[]", format="wechat", fetched_at=datetime(2020, 9, 30))
    assert {"wechat", "weibo", "douyin", "kuaishou", "toutiao", "channels", "mini_program", "rss", "atom", "plain"} <= set(FORMATS)


class Finder:
    """A scanner that finds one word."""

    def __call__(self, text: str) -> tuple[WordingHit, ...]:
        return tuple(WordingHit("全文", "全文") for _ in range(text.count("全文")))


def test_scanners_read_the_whole_text() -> None:
    """Texts are scanned without markup; without scanners nobody looked."""

    assert [(1, None)] == [
        (len(scanned.wording), plain.wording)
        for scanned, plain in zip(posts(parse(dump([status()]), scanners=[Finder()])), posts(parse(dump([status()]))), strict=True)
    ]
    assert [2] == [len(post.wording) for post in posts(parse(dump([push(1, digest="全文", title="全文")]), scanners=[Finder()]))]


@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200), st.text(st.sampled_from('{}[]",:<>/=& \n\t\\u0019abitem标题发布时间'), max_size=200)
    )
)
def test_garbage_is_read_or_refused(payload: bytes | str) -> None:
    """Any input gives a snapshot or an InputError."""
    try:
        parse(payload)
    except InputError:
        return


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "comm_msg_info",
                        "datetime",
                        "id",
                        "app_msg_ext_info",
                        "created_at",
                        "mid",
                        "text",
                        "user",
                        "aweme_id",
                        "create_time",
                        "title",
                        "content",
                        "news_item",
                        "appmsgid",
                        "appmsgex",
                        "sent_info",
                        "objectDesc",
                        "published",
                        "general_msg_list",
                        "multi_app_msg_item_list",
                        "del_flag",
                        "item_id",
                        "url",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_odd_values_in_known_fields_never_raise(value: object) -> None:
    """Wrong types under the right names are rejected items or refused feeds, never a crash."""
    try:
        parse(json.dumps(value))
        parse(json.dumps({"list": [push(1), value]}))
    except InputError:
        return


@pytest.mark.parametrize(
    "unit",
    ["<item>", "<![CDATA[", "<!--", "<a ", "<", "&lt;", "</item>", "<item><title>a</title></item>", 'a="', "<link href='", "<a></b>"],
)
def test_syndication_takes_linear_time(unit: str) -> None:
    """Four times the markup takes about four times as long, whatever it repeats."""

    def spent(size: int) -> float:
        start = process_time()
        parse("<rss><channel>" + unit * (size // len(unit)), limits=Limits(max_posts=10**9))
        return process_time() - start

    assert min(spent(400_000) for _ in range(2)) < 12 * min(spent(100_000) for _ in range(2)) + 0.05


def test_elements_that_nest_without_end_are_no_feed() -> None:
    """Markup inside an entry may stay open; ten thousand elements open at once end the reading, and the entry counts as cut off."""
    opened = "<rss><channel><item><title>题</title><pubDate>Fri, 27 Jul 2018 10:00:00 +0800</pubDate><description>" + "<br>" * 9_990
    closed = "</description></item><item><title>二</title><pubDate>Sat, 28 Jul 2018 10:00:00 +0800</pubDate></item></channel></rss>"

    assert {post.title for post in posts(parse(opened + closed))} == {"题", "二"}
    assert parse(opened + "<br>" * 20 + closed).rejected == ("row 1: entry is cut off",)


def wechat_truth(file: Path) -> list[datetime]:
    return sorted(
        datetime.fromtimestamp(json.loads(line)["comm_msg_info"]["datetime"], SHANGHAI) for line in file.read_text("utf-8").splitlines()
    )


@needs_data
def test_real_wechat_feeds_are_read_whole() -> None:
    """Every push of the three real accounts is read at its time, with its number of articles."""
    for file in sorted(FEEDS.glob("wechat-*.jsonl")):
        feed, truth = parse(file.read_bytes()), wechat_truth(file)
        records = [json.loads(line)["app_msg_ext_info"] for line in file.read_text("utf-8").splitlines()]
        articles = sum(bool(one["title"]) for record in records for one in [record, *record["multi_app_msg_item_list"]])

        assert (PlatformName.WECHAT, (), 30) == (feed.account.platform, feed.rejected, len(posts(feed)))
        assert truth == sorted(post.published.moment for post in posts(feed))
        assert (truth[-1], truth[0]) == (posts(feed)[0].published.moment, posts(feed)[-1].published.moment)
        assert articles == sum(post.items for post in posts(feed))


@needs_data
def test_the_real_weibo_table_is_read_whole() -> None:
    """All 1,498 rows are read, each at the date its row shows."""
    body = (FEEDS / "weibo-人民日报.csv").read_bytes()
    truth = {row["id"]: row["日期"] for row in csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))}
    feed = parse(body)

    assert (PlatformName.WEIBO, (), 1498) == (feed.account.platform, feed.rejected, len(posts(feed)))
    assert truth == {post.id: str(post.published.date) for post in posts(feed)}
    assert (max(truth.values()), min(truth.values())) == (str(posts(feed)[0].published.date), str(posts(feed)[-1].published.date))


@needs_data
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_real_feeds_survive_recoding_shuffling_and_duplication(encoding: str) -> None:
    """Another encoding, another order and every line twice leave the posts as they were."""
    for file in sorted(FEEDS.iterdir()):
        text = file.read_text("utf-8-sig")
        expected = parse(file.read_bytes()).posts
        if file.suffix == ".jsonl":
            lines = text.splitlines() * 2
            random.Random(1).shuffle(lines)
            mixed = "\n".join(lines)
        else:
            table = list(csv.reader(io.StringIO(text, newline="")))
            body = table[1:] * 2
            random.Random(1).shuffle(body)
            target = io.StringIO()
            csv.writer(target).writerows([table[0], *body])
            mixed = target.getvalue()

        assert expected == parse(text.encode(encoding)).posts, file.name
        assert expected == parse(mixed.encode(encoding)).posts, file.name


@needs_data
def test_cut_real_feeds_lose_at_most_the_last_record() -> None:
    """Wherever a real file is cut, what is read was in the whole file and at most one record is rejected."""
    for file in sorted(FEEDS.iterdir()):
        body = file.read_bytes()
        whole = {post.id: post for post in posts(parse(body))}
        for share in (0.1, 0.333, 0.5, 0.77, 0.999):
            cut = body[: int(len(body) * share)]
            complete_lines = cut.count(b"\n") if file.suffix == ".jsonl" else None
            feed = parse(cut, complete=True)

            assert len(feed.rejected) <= 1, (file.name, share)
            assert all(whole[post.id].published == post.published for post in posts(feed)), (file.name, share)
            assert complete_lines in (None, len(posts(feed))), (file.name, share)


@needs_data
def test_real_syndication_feeds_are_read_whole() -> None:
    """Every RSS, RDF and Atom file in a GB encoding gives as many posts as it has entries with distinct addresses."""
    read = 0
    for file in sorted((DATA / "encodings" / "gb2312").glob("*.xml")):
        text = file.read_bytes().decode("gb18030")
        if "<html" in text[:500].lower():
            continue
        feed = parse(file.read_bytes())
        entries = text.count("</item>") + text.count("</entry>")
        duplicates = int(dict(note.split("=") for note in feed.notes).get("duplicates", 0))

        assert (entries, ()) == (len(posts(feed)) + duplicates, feed.rejected), file.name
        assert all(post.title for post in posts(feed)), file.name
        read += 1

    assert 18 == read


@pytest.mark.parametrize(("change", "deleted"), [({}, False), ({"content_url": ""}, True), ({"content_url": "http://a/1"}, False)])
def test_an_export_without_addresses_says_nothing_of_deletions(change: dict[str, str], deleted: bool) -> None:
    """An address that is empty tells of a deleted article; a list that never names any does not."""
    record = push(1)
    for name in ("content_url", "del_flag"):
        del record["app_msg_ext_info"][name]
    record["app_msg_ext_info"] |= change
    assert [deleted] == [post.deleted for post in posts(parse(dump(record)))]
