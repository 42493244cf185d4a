"""Fuzzes every reader of foreign input with seeded mutations: only ``GovsiteError`` may come out, and no run may take a second.

    PYTHONPATH=src python scripts/fuzz.py                        # every target at full length (hours)
    PYTHONPATH=src python scripts/fuzz.py dates page --runs 5000 # some targets, short
    PYTHONPATH=src python scripts/fuzz.py --big                  # inputs of up to 10 MB: time and memory of each

Inputs are grown from the small seeds below by cutting, doubling, splicing and inserting what readers stumble over, and JSON also
by changing values in its tree. All of it follows from (target, seed, number), so ``--only NUMBER`` shows a fault again.
A hypothesis strategy would give some hundred inputs a second; these give thousands.
"""

# ruff: noqa: E501  # seeds stand on one line each

from __future__ import annotations

import argparse
import contextlib
import csv
import gc
import gzip
import io
import json
import multiprocessing
import random
import re
import resource
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from attrs import frozen

from govsite_rules.errors import GovsiteError
from govsite_rules.values import SHANGHAI, SiteProfile

Input = str | bytes
NOON = datetime(2026, 5, 19, 12, tzinfo=SHANGHAI)
MILLION, OTHERS = 1_000_000, 200_000
MOST_SECONDS = 1.0
MOST_MEMORY = 300
"""Megabytes that one input of up to 10 MB may add to the process."""


@frozen
class Target:
    """One reader. ``seeds`` are valid inputs, ``words`` what is inserted, ``run`` reads one input in one of some ways."""

    name: str
    seeds: tuple[Input, ...]
    words: tuple[str, ...]
    run: Callable[[Any, random.Random], object]
    runs: int = OTHERS
    json: bool = False


# -- what inputs are made of ---------------------------------------------------------------------------------------------

NASTY = (
    "\0", "\ufeff", "\ud800", "\udfff", "\u202e", "\u2028", "\x85", "\x0b", "\x1c", "﷽", "İ", "ß", "①", "五", "〇", "９", "٣", "߀",
    "\r", "\n", "\r\n", "\t", " ", "\u3000", "\xa0", "\u200b", "-1", "0", "00", "1e400", "NaN", "9" * 25, "9" * 400, "2038-01-19",
    "0000-00-00", "9999-12-31T23:59:59+23:59", "0001-01-01T00:00:00+23:59", "2024-02-30", "2023-02-29", "-", "--", "/", "//", ":",
    "::", "[", "]", "(", ")", "{", "}", '"', "'", '""', ",", "，", ";", "；", "&", "&amp", "&#x110000;", "&#0;", "%00", "%", "../",
    "\\", "\\u0000", "\\ud800", "=", "==", "<", ">", "<!", "<!--", "]]>", "http://", "https://[", "http://[::1", "javascript:",
    "data:,", "null", "true", "false", "{}", "[]", "1.5", "-0", "1/0", "4/3", "[" * 150, '{"a":' * 150, "<b>" * 60, "a" * 300,
)  # fmt: skip
DAYS = (
    "2018-07-27", "[07-27]", "2018年6月4日", "二〇一九年四月一日", "2019-04", "今天 10:20", "昨天", "3分钟前", "半年前", "发布日期：", "时间:",
    "2018-06-04 08:47:46", "08:47", "下午3点", "20180604", "04/01/2019", "星期三", "年", "月", "日", "号", "T", "Z", "+08:00", "GMT+8",
    "2018.7.27", "2018/7/27", "１９９９", "廿九", "十二", "截止", "至", "AM", "pm", "1990", "2099", "1582-10-10", "2020-02-29",
)  # fmt: skip
TAGS = (
    "html head body div span a p li ul ol table tbody tr td th dl dd dt h1 h2 script style iframe select option textarea title meta "
    "form input button svg math template frameset noscript plaintext xmp br img b i font center object param"
).split()
MARKUP = (
    *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS),
    '<a href="/a/2018-07/27/t20180727_1.html" title="标题">关于开展检查的通知</a>', '<a href="./">', '<a href="javascript:void(0)">',
    '<li><a href="/xw/1.html">工作动态一则</a><span>2018-07-27</span></li>', "<td>2018-07-27</td>", '<div style="display:none">',
    '<meta name="SiteName" content="某市人民政府">', '<meta name="ArticleTitle" content="通知">', '<meta charset="gbk">',
    '<meta name="PubDate" content="2018-07-27 10:00">', '<meta http-equiv="refresh" content="0;url=/index.html">', "<base href='//x/'>",
    "版权所有：某市人民政府", "网站标识码：1234560001", "京ICP备05070218号", "京公网安备11040102700080号", "主办单位", "联系电话：010-12345678",
    "尾页", "下一页", "共20页", "createPageHTML(5,0,'index','html')", "var data=[{\"title\":\"通知公告一则\",\"url\":\"/1.html\"}]",
    "办理材料", "受理条件", "法定期限", "办理地点", "咨询电话", "来信内容", "回复内容", "写信时间", "暂无内容", "网站维护中", "当前位置：首页 > 动态",
    "document.write('<li>2018-07-27</li>')", "<![CDATA[", "<?xml version='1.0'?>", "<!DOCTYPE html>", "&nbsp;", "&lt;", "hidden",
)  # fmt: skip
PAGES = (
    '<html><head><title>某市人民政府</title><meta name="SiteName" content="某市人民政府"></head><body><div class="nav"><a href="/xw/">动态</a>'
    '</div><ul class="list"><li><a href="/xw/1.html">工作动态一</a><span>2018-07-27</span></li><li><a href="2.html">动态二</a>07-26</li>'
    '<li><a href="/xw/3.html">工作动态三</a><span>[07-25]</span></li></ul><a href="index_1.html">下一页</a><div id="foot">主办单位：某市人民政府'
    " 网站标识码：1234560001 京ICP备05070218号 </div></body></html>",
    "<html><body><h1>关于开展检查的通知</h1><p>发布时间：2018-07-27 10:00 来源：办公室</p><p>各单位：现将有关事项通知如下，请遵照执行。</p></body></html>",
    "<h1>办事指南</h1><table><tr><th>受理条件</th><td>年满十八岁</td></tr><tr><th>办理材料</th><td>身份证</td></tr><tr><th>办理地点</th>"
    "<td>政务大厅</td></tr><tr><th>法定期限</th><td>20个工作日</td></tr><tr><td>咨询电话</td><td>010-12345678</td></tr></table>",
    "<html><body><div>来信标题</div><div>写信时间：2018-07-01</div><div>来信内容：路灯不亮</div><div>回复时间：2018-07-05</div><div>回复内容：已修</div>",
    "<script>var list=[{title:'通知公告一',url:'/a/1.html',date:'2018-07-27'}];document.write(list)</script><div id='app'></div>",
)
NAMES = (
    "id title url link published pubDate created_at create_time createTime time date content text description desc status deleted account "
    "author user name nickname aweme_id photo_id group_id objectId appid content_id mid idstr user_id share_url timestamp "
    "发布时间 发布日期 标题 链接 账号名称 是否删除 是否原创 平台 类型 正文 微博正文 微博id 转发数 完整日期"
).split()
FEEDS: dict[str, tuple[str, ...]] = {
    "wechat": (
        '{"general_msg_list":"{\\"list\\":[{\\"comm_msg_info\\":{\\"id\\":1,\\"type\\":49,\\"datetime\\":1532664000,\\"status\\":2},'
        '\\"app_msg_ext_info\\":{\\"title\\":\\"通知\\",\\"content_url\\":\\"http://a/1\\"}}]}"}',
        '{"list":[{"comm_msg_info":{"id":1,"type":49,"datetime":1532664000,"fakeid":"x"},"app_msg_ext_info":{"title":"通知",'
        '"content_url":"http://a/1","del_flag":1,"copyright_stat":11,"multi_app_msg_item_list":[{"title":"二","content_url":"b"}]}}]}',
        '{"app_msg_list":[{"appmsgid":1,"aid":"1_1","itemidx":1,"title":"通知","link":"http://a/1","create_time":1532664000}]}',
        '{"publish_list":[{"msgid":1,"sent_info":{"time":1532664000},"appmsgex":[{"title":"通知","link":"http://a"}]}]}',
        '{"item":[{"article_id":"a","content":{"news_item":[{"title":"通知","url":"u"}],"update_time":1},"update_time":1532664000}]}',
    ),
    "weibo": (
        '{"statuses":[{"id":1,"idstr":"1","mid":"1","created_at":"Fri Jul 27 10:00:00 +0800 2018","text":"<b>通报</b>","user":'
        '{"id":5,"screen_name":"某发布"},"deleted":"0","retweeted_status":{"id":2}}]}',
        "id,bid,微博正文,发布时间,转发数,用户昵称\n1,x,通报,2018-07-27 10:00,3,某发布\n2,y,二,昨天 10:00,3,某发布\n",
    ),
    "douyin": (
        '{"aweme_list":[{"aweme_id":"1","desc":"视频","create_time":1532664000,"author":{"nickname":"某发布"},"status":{"is_delete":false}}]}',
    ),
    "kuaishou": ('{"photos":[{"photo_id":1,"caption":"视频","timestamp":1532664000000,"user_name":"某发布"}]}',),
    "toutiao": ('{"data":[{"group_id":"1","title":"通报","publish_time":1532664000,"source":"某发布","behot_time":1}]}',),
    "channels": ('{"list":[{"objectId":"1","objectDesc":{"description":"视频"},"createtime":1532664000,"username":"v2"}]}',),
    "mini_program": ('{"list":[{"appid":"wx1","content_id":"1","title":"通知","update_time":"2018-07-27 10:00:00","app_name":"某通"}]}',),
    "rss": (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>某市</title><item><title>通知 & 公告</title><link>http://a/1</link>'
        "<pubDate>Fri, 27 Jul 2018 10:00:00 +0800</pubDate><guid>1</guid><description><![CDATA[<p>正文</p>]]></description></item></channel></rss>",
    ),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>某市</title><entry><title type="html">&lt;b&gt;通知</title><link href="http://a/1"/>'
        "<id>1</id><updated>2018-07-27T10:00:00Z</updated></entry></feed>",
        '<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF><item rdf:about="1"><title>&a;</title><dc:date>2018-07-27</dc:date></item></rdf:RDF>',
    ),
    "plain": ('[{"id":1,"title":"通知","published":"2018-07-27 10:00","url":"http://a/1","account":"某发布","deleted":"否"}]',),
    "csv": ('标题,发布时间,链接\n通知,2018-07-27,http://a/1\n"二,\n行",昨天,http://a/2\n', "标题\t发布时间\n通知\t2018/7/27 10:00\n"),
    "jsonl": ('{"title":"通知","published":"2018-07-27"}\n{"title":"二","published":1532664000}\n',),
    "json": ('{"data":{"list":[{"title":"通知","create_time":"2018-07-27T10:00:00+08:00"}]}}',),
}
SENTENCES = (
    "本月共抽查政府网站50家，不合格2家，合格率为96％。",
    "全市政府网站30家、政务新媒体120个，本季度实现检查全覆盖，合格率均为100%。\n二、存在问题：3家网站首页未更新。",
    "本次共检查政府网站和政务新媒体分别为30家和120个，不合格网站和新媒体分别为1家、3个，合格率分别为96.7%、97.5%，较上季度提高1.2个百分点。",
    "二季度，共抽查政府网站二百家（占总数的40%），总体合格率99%，其中市级部门网站合格率100%，县区网站合格率97.5%。",
)
FIGURE_WORDS = (
    "抽查", "检查", "监测", "政府网站", "政务新媒体", "家", "个", "家次", "（次）", "不合格", "合格率", "合格", "其中", "分别为", "占", "总数的", "%",
    "％", "百分之", "九十六", "一千二百", "1,200", "１２０", "96.7", "全部", "均为", "。", "，", "、", "；", "\n", "较上季度", "提高", "个百分点", "共",
    "第一季度", "2019年", "某市", "微信", "微博", "复查", "运行的", "关停",
)  # fmt: skip
WORDING = (
    "中国共产党第十九次全国代表大会", "习近平新时代中国特色社会主义思想", "社会主义核心价值观", "人民代表大会", "国务院办公厅", "身份证号11010519491231002X",
    "手机13800138000", "坚持以人民为中心的发展思想", "中华人民共和国", "改革开放", "一带一路", "脱贫攻坚", "某市人民政府", "邮箱a@b.cn", "电话010-12345678",
    "银行卡6222021234567890123", "，", "。", "的", "是", "ａ", "㎡", "　",
)  # fmt: skip
CHECKLIST = (
    'schema = "govsite-rules/checklist/1"\nid = "x"\ntitle = "某省检查指标"\ntitle_en = "t"\nbase = "national-2019"\ndrop = ["V1.1"]\n[scheme]\npass_mark = "60.5"\n'
    '[params.homepage_not_updated]\ndays = 10\n[[change]]\nid = "V4.1"\nsummary = "栏目"\n',
    '{"schema":"govsite-rules/checklist/1","id":"x","title":"t","title_en":"t","base":"national-2019","drop":["V1.1"],"scheme":{"pass_mark":"4/3"},'
    '"change":[{"id":"V4.1","summary":"s"}]}',
)
CHECKLIST_WORDS = (
    "schema id title title_en base partial document in_force notes drop scheme params sections headings change add clauses indicator codes "
    "summary trigger limit strict points each cap amount applies_to pass_mark V4.1 D1.2.1 national-2019 census-2015 none 4/3 0.5 homepage_not_updated days"
).split()  # fmt: skip


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


VALUES = (
    None,
    True,
    False,
    0,
    -1,
    10**30,
    1.5,
    float("1e308"),
    "",
    "0",
    "2018-07-27",
    "\0",
    [],
    {},
    [[]],
    {"": None},
    ["x"],
    "9" * 50,
    "NaN",
)


def _leaf(value: Any, choose: random.Random, words: tuple[str, ...]) -> Any:
    """A tree with one place in it changed."""
    if isinstance(value, dict) and value and choose.random() < 0.8:
        name = choose.choice(list(value))
        kind = choose.randrange(8)
        changed = dict(value)
        if kind == 0:
            del changed[name]
        elif kind == 1:
            changed[choose.choice(words)] = changed[name]
        elif kind == 2:
            changed[choose.choice(words)] = choose.choice(VALUES)
        else:
            changed[name] = _leaf(value[name], choose, words)
        return changed
    if isinstance(value, list) and value and choose.random() < 0.8:
        at = choose.randrange(len(value))
        kind = choose.randrange(6)
        if kind == 0:
            return value[:at] + value[at + 1 :]
        if kind == 1:
            return value + [value[at]] * choose.choice((1, 2, 30))
        return [*value[:at], _leaf(value[at], choose, words), *value[at + 1 :]]
    if choose.random() < 0.3:
        return choose.choice((choose.choice(words), choose.choice(NASTY)))
    return choose.choice(VALUES)


def mutated(target: Target, choose: random.Random) -> Input:
    """One input of a target."""
    seed = choose.choice(target.seeds)
    if target.json and isinstance(seed, str) and choose.random() < 0.5:
        lines = seed.splitlines() if "\n" in seed else [seed]
        at = choose.randrange(len(lines))
        tree = _json(lines[at])
        if tree is not None:
            for _ in range(choose.choice((1, 1, 2, 3, 5))):
                tree = _leaf(tree, choose, target.words)
            lines[at] = json.dumps(tree, ensure_ascii=choose.random() < 0.3)
            return "\n".join(lines)
    if isinstance(seed, bytes):
        return _bytes(seed, target, choose)
    text = "" if choose.random() < 0.3 else seed
    for _ in range(choose.choice((1, 1, 2, 3, 5, 8))):
        kind, size = choose.randrange(8), len(text)
        at = choose.randint(0, size)
        end = min(size, at + choose.choice((1, 1, 2, 5, 20, 200)))
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:end] + text[at:end] * choose.choice((1, 1, 2, 20)) + text[end:]
        elif kind <= 4 or not target.words:
            text = text[:at] + "".join(choose.choices(target.words, k=choose.choice((1, 1, 2, 6)))) + text[at:]
        elif kind == 5:
            text = text[:at] + choose.choice(NASTY) + text[at:]
        elif kind == 6:
            other = choose.choice(target.seeds)
            text = text[:at] + (other[choose.randint(0, len(other)) :] if isinstance(other, str) else "")
        else:
            text = (
                text[:at]
                + chr(choose.choice((choose.randrange(128), choose.randrange(0x4E00, 0x9FFF), choose.randrange(0x110000))))
                + text[end:]
            )
    return text[:20_000]


def _bytes(seed: bytes, target: Target, choose: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(choose.choice((1, 1, 2, 3, 5, 8))):
        kind = choose.randrange(6)
        at = choose.randint(0, len(data))
        end = min(len(data), at + choose.choice((1, 1, 2, 5, 20, 200)))
        if kind == 0:
            del data[at:end]
        elif kind == 1:
            data[end:end] = data[at:end] * choose.choice((1, 1, 20))
        elif kind == 2 and target.words:
            data[at:at] = choose.choice(target.words).encode("utf-8", "surrogatepass")
        elif kind == 3:
            other = choose.choice(target.seeds)
            data[at:] = other[choose.randint(0, len(other)) :] if isinstance(other, bytes) else b""
        elif at < len(data):
            data[at] = choose.choice((choose.randrange(256), 0, 255, data[at] ^ 1 << choose.randrange(8)))
    return bytes(data[:20_000])


# -- the readers ---------------------------------------------------------------------------------------------------------

ENCODINGS = ("utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "utf-16-le", "latin-1", "big5", "utf-8-sig", "utf-7")
CONTENT_TYPES = (
    None, None, "text/html", "text/html; charset=gbk", "text/html; charset=utf-16", 'text/html; charset="x', "application/json", "\0;=",
    "text/html;charset=utf-7", "text/html; charset=idna", "text/html; charset=rot13", "text/html; charset=hz",
)  # fmt: skip
URLS = (
    "http://www.a.gov.cn/", "http://www.a.gov.cn/xw/index.html", "http://www.a.gov.cn/xw/t20180727_1.html", "", "http://[", "//", "x:y",
    "http://a.gov.cn:99999/", "http://\0/", "javascript:1", "http://a.gov.cn/search?q=" + "a" * 50, "http://www.a.gov.cn/%zz/2018/7/27/",
)  # fmt: skip


def as_sent(data: Input, choose: random.Random) -> Input:
    """Text as text, or as bytes in some encoding."""
    if isinstance(data, bytes) or choose.random() < 0.3:
        return data
    return (
        data.encode(choose.choice(ENCODINGS), choose.choice(("replace", "ignore")))
        if choose.random() < 0.7
        else data.encode("utf-8", "surrogatepass")
    )


def read_page(data: Input, choose: random.Random) -> object:
    from govsite_rules.parse.page import parse_page

    return parse_page(
        as_sent(data, choose), url=choose.choice(URLS), fetched_at=NOON, status=choose.choice((200, 200, 200, 302, 404, 521)),
        content_type=choose.choice(CONTENT_TYPES), keep_text=choose.random() < 0.2,
    )  # fmt: skip


def read_site(data: Input, choose: random.Random) -> object:
    """Pages to a snapshot, and the snapshot through every indicator."""
    from govsite_rules.inspection import inspect
    from govsite_rules.parse.site import assemble_site

    pages = [read_page(data, choose) for _ in range(2)]
    site = assemble_site(pages, profile=SiteProfile(domain="www.a.gov.cn", name="某市人民政府"))  # type: ignore[arg-type]
    return inspect(site, as_of=NOON) if choose.random() < 0.05 else site


def read_dates(data: Input, choose: random.Random) -> object:
    from govsite_rules.parse import dates

    assert isinstance(data, str)
    seen_at = choose.choice(
        (None, NOON, datetime(1, 1, 1, tzinfo=SHANGHAI), datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=12))))
    )
    kind = choose.randrange(4)
    if kind == 0:
        return dates.read_date(data, seen_at=seen_at)
    if kind == 1:
        return dates.find_dates(data, seen_at=seen_at)
    if kind == 2:
        return dates.url_date(data)
    return dates.join_parts(data.split(" "), seen_at=seen_at)


def read_feed(format: str) -> Callable[[Input, random.Random], object]:
    from govsite_rules.parse.feeds import parse_feed, parse_feeds

    def run(data: Input, choose: random.Random) -> object:
        named = choose.choice((None, format))
        return choose.choice((parse_feed, parse_feeds))(as_sent(data, choose), format=named, fetched_at=NOON)

    return run


def read_bulletin(data: Input, choose: random.Random) -> object:
    from govsite_rules import bulletin

    assert isinstance(data, str)
    figures = bulletin.read(data)
    return [bulletin.audit(figure) for figure in figures], bulletin.common_styles(map(bulletin.audit, figures))


def read_list(data: Input, choose: random.Random) -> object:
    from govsite_rules.checklists.files import read_checklist

    assert isinstance(data, str)
    return read_checklist(data, file=choose.choice(("", "x.toml", "x.json")))


def read_words(data: Input, choose: random.Random) -> object:
    return SCANNER()(data)


class _Late:
    """A scanner, built when first used."""

    def __init__(self) -> None:
        self.made: Callable[[Any], object] | None = None

    def __call__(self) -> Callable[[Any], object]:
        if self.made is None:
            from govsite_rules.wording import scanner

            self.made = scanner()
        return self.made


SCANNER = _Late()


def read_json(data: Input, choose: random.Random) -> object:
    """The documents: snapshots, findings, cases, results."""
    from govsite_rules import interchange
    from govsite_rules.batch.results import parse_results
    from govsite_rules.conformance import read_case

    assert isinstance(data, str)
    sent = as_sent(data, choose)
    kind = 0 if "/site/" in data[:60] else 1 if "/case/" in data[:60] else 2 if "/inspection/" in data[:60] else 3
    kind = choose.choice((kind, kind, kind, 0, 1, 2, 3))
    if kind == 0:
        return interchange.read_site(io.StringIO(data) if isinstance(sent, str) else io.BytesIO(sent))
    if kind == 1:
        return read_case(sent)
    if kind == 2:
        return parse_results(sent if isinstance(sent, bytes) else sent.encode("utf-8", "replace"), file="x.jsonl")
    said = [kind for kind, name in interchange.SCHEMAS if f'"{name}"' in data[:80]]
    return interchange.from_json(sent, said[0] if said else choose.choice(interchange.SCHEMAS)[0])


def read_tables(data: Input, choose: random.Random) -> object:
    """One table of a crawl folder, as CSV or JSON Lines, each of its kinds in turn; the register of accounts too."""
    from govsite_rules.batch.account_tables import ACCOUNT_TABLES
    from govsite_rules.batch.records import COLUMNS, HUMAN_TABLES, SITE_TABLES
    from govsite_rules.batch.register import read_register
    from govsite_rules.batch.tables import csv_rows, json_rows, read_rows

    sent = as_sent(data, choose)
    body = sent if isinstance(sent, bytes) else sent.encode("utf-8", "replace")
    if choose.random() < 0.1:
        return read_register(body, file="x.csv")
    tables: dict[bytes, Any] = {table.name.encode(): table for table in (*SITE_TABLES, *HUMAN_TABLES, COLUMNS, *ACCOUNT_TABLES)}
    name, _, rest = body.partition(b"\n")
    table = tables.get(name) or choose.choice(list(tables.values()))
    body = rest if name in tables else body
    rows = json_rows(iter(body.splitlines(keepends=True)), file="x.jsonl") if body[:1] == b"{" else csv_rows(body, file="x.csv")
    return read_rows(table, rows, file="x")


def read_workbook(data: Input, choose: random.Random) -> object:
    from govsite_rules.batch.register import read_register

    assert isinstance(data, bytes)
    return read_register(data, file="x.xlsx")


class Folder:
    """A crawl folder on disk of which one file is changed at a time."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        (self.root / "pages").mkdir()
        (self.root / "pages" / "1.html").write_text(PAGES[0], encoding="utf-8")

    def __call__(self, data: Input, choose: random.Random) -> object:
        from govsite_rules.batch.folder import read_folder

        sent = as_sent(data, choose)
        body = sent if isinstance(sent, bytes) else sent.encode("utf-8", "replace")
        good = {"site.toml": SITE_TOML.encode(), "index.jsonl": INDEX.encode()}
        name = "site.toml" if body.lstrip()[:1] in (b"[", b"a", b"f") else "index.jsonl"
        for file, content in (good | {name: body}).items():
            (self.root / file).write_bytes(content)
        return read_folder(self.root)

    def close(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)


SITE_TOML = (
    'as_of = 2026-05-19T12:00:00+08:00\n[site]\nname = "某市人民政府"\ndomain = "www.a.gov.cn"\nsite_code = "1234560001"\nportal = true\n'
    '[[site.columns]]\nurl = "http://www.a.gov.cn/xw/"\nname = "动态"\nkind = "news"\nlevel = 1\n'
)
INDEX = (
    '{"url":"http://www.a.gov.cn/","fetched_at":"2026-05-19T09:00:00+08:00","file":"pages/1.html","status":200,"elapsed":0.5}\n'
    '{"url":"http://www.a.gov.cn/x","fetched_at":"2026-05-19T09:00:00+08:00","status":404}\n'
)


class WarcFile:
    """An archive on disk."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkstemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None, suffix=".warc")[1])

    def __call__(self, data: Input, choose: random.Random) -> object:
        from govsite_rules.batch.archives import Archive, response_page

        assert isinstance(data, bytes)
        self.path.write_bytes(data)
        archive = Archive(self.path)
        return [response_page(response) for response in archive.responses()], list(archive.notes())

    def close(self) -> None:
        self.path.unlink(missing_ok=True)


def warc_seeds() -> tuple[bytes, ...]:
    page = PAGES[1].encode()

    def record(kind: str, content: bytes, *more: str) -> bytes:
        head = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Target-URI: http://www.a.gov.cn/x.html", "WARC-Date: 2026-05-19T01:00:00Z", *more]
        return "\r\n".join([*head, f"Content-Length: {len(content)}", "", ""]).encode() + content + b"\r\n\r\n"

    def http(body: bytes, *heads: str) -> bytes:
        return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *heads, "", ""]).encode() + body

    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    plain = record("warcinfo", b"software: x") + record("response", http(page), "WARC-Payload-Digest: sha1:A")
    again = record(
        "revisit",
        http(b""),
        "WARC-Payload-Digest: sha1:A",
        "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
    )
    coded = record("response", http(gzip.compress(page, mtime=0), "Content-Encoding: gzip")) + record(
        "response", http(chunks, "Transfer-Encoding: chunked")
    )
    return plain, plain + again, coded, gzip.compress(plain, mtime=0) + gzip.compress(again, mtime=0)


def workbook_seeds() -> tuple[bytes, ...]:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("账号名称", "平台", "主办单位"), ("某发布", "微信", "某市人民政府"), ("某微博", "微博", None)):
        sheet.append(row)
    book.save(out)
    kept = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(kept, "w") as stored:
        for name in source.namelist():
            stored.writestr(name, source.read(name))
    return out.getvalue(), kept.getvalue()


def table_seeds() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A small CSV and JSON Lines form of each table, and the words of all of them."""
    from govsite_rules.batch.account_tables import ACCOUNT_TABLES
    from govsite_rules.batch.records import COLUMNS, HUMAN_TABLES, SITE_TABLES

    seeds, words = [], {"无", "none", "是", "否"}
    for table in (*SITE_TABLES, *HUMAN_TABLES, COLUMNS, *ACCOUNT_TABLES):
        cells = {}
        for field in table.fields:
            expected = field.reader.expected
            options = re.split(r"[, ]+", expected.removeprefix("one of ")) if expected.startswith("one of ") else []
            words.update((field.name, *field.aliases, *options[:40]))
            sample = (
                options[0]
                if options
                else "http://a/1"
                if "address" in expected
                else "2026-01-31T09:00:00+08:00"
                if "zone" in expected
                else "1"
            )
            cells[field.name] = "2026-01-31" if "such as 2026-01-31" in expected and "zone" not in expected else sample
        out = io.StringIO()
        csv.writer(out).writerows((list(cells), list(cells.values())))
        seeds += [f"{table.name}\n{out.getvalue()}", f"{table.name}\n{json.dumps(cells, ensure_ascii=False)}\n"]
    return (*seeds, "账号名称,平台,主办单位\n某发布,微信,某市\n"), tuple(sorted(words))


def json_seeds() -> tuple[str, ...]:
    """Documents of every kind, made by the package itself."""
    from govsite_rules import _data, interchange, testing
    from govsite_rules.inspection import inspect

    site, feed = testing.faultless_site(), testing.faultless_feed()
    result = inspect(feed, as_of=testing.AS_OF)
    documents = [
        interchange.to_json(one) for one in (feed, result.findings[0], result.findings[:2], result, testing.page("http://a.gov.cn/"))
    ]
    names = [
        (id, _data.listing(f"conformance/{id}")[0])
        for id in ("site_unreachable", "columns_not_updated", "account_not_updated", "page_tags")
    ]
    cases = [_data.read_text(f"conformance/{id}/{name}") for id, name in names]
    return (*documents, "".join(interchange.site_lines(site)), *(json.dumps(json.loads(case), ensure_ascii=False) for case in cases))


def targets() -> Iterator[Target]:
    yield Target("dates", tuple(DAYS), (*DAYS, " ", "-", "2", "12"), read_dates, MILLION)
    yield Target("page", PAGES, (*MARKUP, *DAYS), read_page, MILLION)
    for format, seeds in FEEDS.items():
        words = (*NAMES, *DAYS, "<item>", "</item>", "<title>", "<![CDATA[", "]]>", '"list":', '"data":', ",", "\t")
        yield Target(f"feed_{format}", seeds, words, read_feed(format), json=True)
    yield Target(
        "folder",
        (SITE_TOML, INDEX, INDEX),
        (*SITE_TOML.split(), *INDEX.split(","), "../x", "/etc/passwd", "pages", "index.jsonl"),
        Folder(),
        json=True,
    )
    seeds, words = table_seeds()
    yield Target("tables", seeds, words, read_tables, json=True)
    yield Target("checklist", CHECKLIST, tuple(CHECKLIST_WORDS), read_list, json=True)
    yield Target("bulletin", SENTENCES, FIGURE_WORDS, read_bulletin)
    yield Target("json", json_seeds(), (*NAMES, "schema", "items", "complete", "total", "count", "profile", "posts"), read_json, json=True)
    yield Target(
        "archive",
        warc_seeds(),
        ("WARC/1.0\r\n", "Content-Length: 5\r\n", "HTTP/1.1 200 OK\r\n", "\r\n\r\n", "gzip", "br", "ffff\r\n"),
        WarcFile(),
    )
    yield Target("wording", tuple(WORDING), WORDING, read_words)
    yield Target("workbook", workbook_seeds(), (), read_workbook, 20_000)
    yield Target("site", PAGES, (*MARKUP, *DAYS), read_site, 20_000)


# -- running -------------------------------------------------------------------------------------------------------------


@frozen
class Tally:
    """What came of a target: how many inputs, how many were refused with a documented error, faults, worst and mean seconds."""

    name: str
    runs: int
    refused: int
    faults: tuple[str, ...]
    worst: float
    mean: float


def fuzz(target: Target, runs: int, *, seed: int = 0, first: int = 0, most_faults: int = 10) -> Tally:
    """Reads ``runs`` inputs. A fault is an undocumented error, or a run beyond MOST_SECONDS that a second try confirms."""
    refused, faults, worst, began, known = 0, [], 0.0, time.perf_counter(), set()
    _seconds(target, target.seeds[0], random.Random(0))
    gc.collect()
    gc.freeze()
    for number in range(first, first + runs):
        choose = random.Random(f"{target.name}:{seed}:{number}")
        data, state = mutated(target, choose), choose.getstate()
        start = time.process_time()
        try:
            target.run(data, choose)
        except GovsiteError:
            refused += 1
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            if (where := (frames[-1].filename, frames[-1].lineno)) not in known:
                known.add(where)
                faults.append(f"{target.name} seed {seed} number {number}: {traceback.format_exc(limit=-6)}")
        taken = time.process_time() - start
        if taken > MOST_SECONDS:
            choose.setstate(state)
            taken = min(taken, _seconds(target, data, choose))
            if taken > MOST_SECONDS:
                faults.append(f"{target.name} seed {seed} number {number}: {taken:.1f} s")
        worst = max(worst, taken)
        if len(faults) >= most_faults:
            break
    done = number - first + 1
    return Tally(target.name, done, refused, tuple(faults), worst, (time.perf_counter() - began) / done)


def _seconds(target: Target, data: Input, choose: random.Random) -> float:
    start = time.process_time()
    with contextlib.suppress(Exception):  # told by the first run
        target.run(data, choose)
    return time.process_time() - start


BIG = 10 * 1024 * 1024


def big_inputs(target: Target) -> Iterator[tuple[str, Input]]:
    """Inputs of 10 MB: each seed and word over and over, nesting, one long word."""
    first = target.seeds[0]
    if isinstance(first, bytes):
        for number, seed in enumerate(target.seeds):
            assert isinstance(seed, bytes)
            yield f"seed {number} repeated", (seed * (BIG // len(seed) + 1))[:BIG]
        return
    pieces = [("seed", seed) for seed in target.seeds if isinstance(seed, str)] + [("word", word) for word in target.words]
    pieces += [("lines of", word + "\n") for word in target.words] + [("nasty", word) for word in NASTY]
    size = BIG if target.name in ("page", "wording", "bulletin") or target.name.startswith("feed") else BIG // 4
    for kind, piece in pieces:
        yield f"{kind} {piece[:30]!r} repeated", piece * (size // max(1, len(piece.encode("utf-8", "replace"))))


def _measured(target: Target, data: Input, answer: Any) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, fault = time.process_time(), ""
    try:
        target.run(data, random.Random(1))
    except GovsiteError:
        pass
    except BaseException:
        fault = traceback.format_exc(limit=-3)
    taken = time.process_time() - start
    answer.send((taken, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, fault))


def run_big(target: Target, step: int) -> Tally:
    """Every ``step``-th big input in a process of its own, so that its memory shows."""
    faults, worst, most, runs = [], 0.0, 0.0, 0
    context = multiprocessing.get_context("fork")
    _seconds(target, target.seeds[0], random.Random(0))  # what is imported once is no cost of an input
    for number, (name, data) in enumerate(big_inputs(target)):
        if number % step:
            continue
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=_measured, args=(target, data, there))
        child.start()
        there.close()
        taken, memory, fault = here.recv() if here.poll(120) else (120.0, 0.0, "no answer in 120 s")
        child.kill()
        child.join()
        runs, worst, most = runs + 1, max(worst, taken), max(most, memory)
        if fault or taken > MOST_SECONDS or memory > MOST_MEMORY:
            faults.append(f"{target.name} {name}: {taken:.2f} s, {memory:.0f} MB {fault}")
    print(f"{target.name}: {runs} inputs, worst {worst:.2f} s, {most:.0f} MB, {len(faults)} faults", flush=True)
    return Tally(target.name, runs, 0, tuple(faults), worst, 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="targets; all when none is named")
    parser.add_argument("--runs", type=int, help="inputs of each target instead of its full number")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="show this input of the one target and read it")
    parser.add_argument("--big", action="store_true", help="inputs of up to 10 MB instead")
    parser.add_argument("--step", type=int, default=1, help="with --big, every so many inputs")
    given = parser.parse_args()
    known = {target.name: target for target in targets()}
    wanted = [target for name, target in known.items() if not given.names or name in given.names or name.partition("_")[0] in given.names]
    if given.only is not None:
        choose = random.Random(f"{wanted[0].name}:{given.seed}:{given.only}")
        data = mutated(wanted[0], choose)
        print(repr(data))
        print(wanted[0].run(data, choose))
        return
    faulty = 0
    for target in wanted:
        if given.big:
            tally = run_big(target, given.step)
        else:
            tally = fuzz(target, given.runs or target.runs, seed=given.seed)
            print(
                f"{tally.name}: {tally.runs} inputs, {tally.refused} refused, {len(tally.faults)} faults, "
                f"worst {tally.worst * 1000:.1f} ms, mean {tally.mean * 1e6:.0f} µs",
                flush=True,
            )
        for fault in tally.faults:
            print(fault, flush=True)
        faulty += len(tally.faults)
    for target in known.values():
        if isinstance(target.run, Folder | WarcFile):
            target.run.close()
    sys.exit(1 if faulty else 0)


if __name__ == "__main__":
    main()
