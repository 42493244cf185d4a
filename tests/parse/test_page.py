"""Snapshots as a whole: never an error on content, limits, fingerprints, scanners, encodings."""

from datetime import UTC, datetime
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.errors import InputError
from govsite_rules.parse.limits import Limits
from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageKind, PageRole, WordingHit
from parse import zoo, zoo_articles

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
URL = zoo.BASE + "/zwgk/tzgg/"
ARTICLE = zoo_articles.build("label_line", "long", "frame_div")


def read(body, **options):
    return parse_page(body, url=URL, fetched_at=AT, **options)


PIECES = st.sampled_from(
    "<ul> </ul> <li> </li> <a\x20href='/x/1.html'> </a> <div\x20class='nav'> <div\x20class=page> </div> <table> <tr> <td> </table> <span> 2025-06-13 06-13 13 2025 发布时间： "  # noqa: E501
    "来源 标题标题标题标题标题 <script> </script> document.write(' <!-- --> <![CDATA[ ]]> <h1> </h1> <p> 暂无信息 共0条 <style> \x00 \ufffd 🀄 &nbsp; &#x0; < > ' \" = { } <iframe\x20src=x> "  # noqa: E501
    "<time\x20datetime='2025-06-13'> </time> <textarea> <select> <option> <template> <svg> <meta\x20name=PubDate\x20content=x> <base\x20href='//['>".split(  # noqa: E501
        " "
    )
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_markup(pieces):
    """Broken markup of any kind gives a snapshot, the same one each time."""
    html = " ".join(pieces)

    assert read(html) == read(html)


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes(body):
    """So do any bytes."""
    assert len(body) == read(body).size


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_and_address(body, path):
    """And any text from any address."""
    assert parse_page(body, url="http://a.gov.cn/" + path, fetched_at=AT).url.startswith("http://a.gov.cn/")


@pytest.mark.parametrize("body", [None, 3, ["<p>"]])
def test_no_body_is_an_error_of_the_caller(body):
    with pytest.raises(InputError, match="expected bytes, or str") as raised:
        read(body)
    assert raised.value.field == "body"


@pytest.mark.parametrize(
    ("given", "field", "text"),
    [
        ({"url": None}, "url", "not the address of a response; field 'url'; expected str, such as 'http://www.example.gov.cn/'"),
        ({"status": "200"}, "status", "not the status of a response; field 'status' is '200'; expected int, such as 200"),
        ({"elapsed": "0.8"}, "elapsed", "not a time in seconds; field 'elapsed' is '0.8'; expected float, such as 0.8, or None"),
    ],
)
def test_arguments_of_another_kind_are_errors_of_the_caller(given, field, text):
    """A status from a database is often text: it is refused by name before anything is read."""
    with pytest.raises(InputError) as raised:
        parse_page("<p>", **{"url": "http://a.gov.cn/", "fetched_at": AT, **given})
    assert (raised.value.field, str(raised.value)) == (field, text)


HOSTILE = {
    "divs": "<div>" * 300_000,
    "open tags": "<p><font><b>" * 50_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x",
    "digits": "<p>" + "1" * 400_000,
    "spaces": "<p>发布时间" + " " * 400_000 + "2025",
    "comments": "<!--" * 100_000,
    "cdata": "<record><![CDATA[<a href=" * 15_000,
    "writes": "<script>" + "document.write('" * 15_000,
    "braces": "<script>var title=" + '{"title":"' * 30_000,
    "escapes": '<script>document.write("' + "\\a" * 100_000,
    "styles": '<p style="' + "margin:-" * 50_000 + '">',
    "dates": "<span>2025-01-01</span>" * 8_000,
    "parts": "<b>1</b><i>2</i>" * 12_000,
    "labels": "<p>发布时间：<b id=x></b></p>" * 6_000,
    "percent": "<script>unescape('" + "%3C" * 100_000 + "')</script>",
    "words": "<p>" + "主办单位" * 80_000,
    "dashes": "<p>" + "2025-01-" * 50_000,
    "encoded": "<p>" + "&#x32;" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sizes(name):
    """Pages built to take long take time in proportion to their size."""
    start = perf_counter()
    page = read(HOSTILE[name])

    assert len(HOSTILE[name].encode()) == page.size
    assert perf_counter() - start < 5


@pytest.mark.parametrize("limits", [Limits(max_bytes=2000), Limits(max_depth=6), Limits(max_nodes=40), Limits(max_links=5)])
def test_limits_are_told(limits):
    """What is beyond a limit is left out, and the snapshot says so."""
    assert read(ARTICLE, limits=limits).truncated
    assert not read(ARTICLE).truncated


def test_kept_text():
    """The main text is kept only where asked for: without frame, navigation and related links."""
    page = read(ARTICLE, keep_text=True)

    assert read(ARTICLE).text is None
    assert "为深入贯彻落实党中央、国务院决策部署" in page.text
    assert not any(word in page.text for word in ("友情链接", "网站标识码", "走进示范", "相关信息", "今天是"))
    assert page.body_chars == sum("\u3400" <= c <= "\u9fff" for c in page.text)


def test_scanners():
    """Scanners see the main text, and what they find is kept; without them nobody looked."""
    seen = []

    def scanner(text):
        seen.append(text)
        return (WordingHit("甲", "乙"),)

    page = read(ARTICLE, scanners=(scanner, scanner))

    assert (WordingHit("甲", "乙"),) * 2 == page.wording
    assert "请认真组织实施" in seen[0]
    assert read(ARTICLE).wording is None


def test_blocks():
    """Equal lines have equal fingerprints on all pages and in all processes; at most 64 a page."""
    one, other = read(zoo.frame_div("<p>甲行</p><p>乙行</p>")), read(zoo.frame_div("<p>丙行</p><p>乙行</p>"))

    assert len(set(one.blocks) - set(other.blocks)) == 1
    assert set(one.blocks) & set(other.blocks)
    assert 64 == len(read("".join(f"<p>第{n}行</p>" for n in range(100))).blocks)
    assert all(0 <= block < 2**64 for block in one.blocks)


@pytest.mark.parametrize("name, blocks", [("current_location", 0), ("location", 0), ("allocation", 1)])
def test_a_path_is_no_block_of_its_page(name, blocks):
    """What an element named as the place on the site holds is not the page's own text."""
    path = f"<div class='{name}'><a href='/'>首页</a> &gt; <a href='/jggk/'>机构概况</a> &gt; 内设机构</div>"
    page = read(f"<html><body>{path}<div class='content'><ul></ul></div></body></html>")

    assert blocks == len(page.blocks)


def test_digest():
    """The digest tells bodies apart and is the same for text and its UTF-8 bytes."""
    assert read(ARTICLE).digest == read(ARTICLE.encode()).digest != read(ARTICLE + " ").digest


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings(encoding):
    """A page reads alike in every encoding."""
    html = ARTICLE.replace("charset='utf-8'", f"charset='{encoding}'")
    page = read(html.encode(encoding))

    assert (PageKind.CONTENT, PageRole.ARTICLE, "2025-06-13") == (page.kind, page.role, str(page.published.date))
    assert 0 == page.replaced


def test_broken_bytes_are_counted():
    """Bytes that are no characters are counted."""
    assert 2 <= read(ARTICLE.encode().replace("重点".encode(), b"\xff\xfe", 1) + b"\xff").replaced


@pytest.mark.parametrize(
    "path, body, role",
    [
        ("/", "", PageRole.HOME),
        ("/zwgk/tzgg/", zoo.ul(zoo.sample(3)), PageRole.LIST),
        ("/#/", "", PageRole.HOME),
        ("/#/index", "", PageRole.HOME),
        ("/#/detail?id=183", "<h1>示范</h1><p>发布时间：2025-06-13</p>", PageRole.ARTICLE),
        ("/#!/xwzx/list", zoo.ul(zoo.sample(3)), PageRole.LIST),
        ("/search/?q=1", zoo.ul(zoo.sample(3)), PageRole.SEARCH),
        ("/gkzn/", "<h1>政府信息公开指南</h1>" + zoo_articles.BODIES["long"], PageRole.ARTICLE),
        ("/xxgk/1.htm", zoo.table(zoo.sample(10)), PageRole.LIST),
        ("/info/1017/1234.htm", zoo_articles.HEADS["unlabelled"].format(t="示范") + zoo_articles.BODIES["short"], PageRole.ARTICLE),
        ("/col/col1234/index.html", zoo.ul(zoo.sample(3)), PageRole.LIST),
        ("/art/2025/6/13/art_1_2.html", "<h1>示范</h1><p>发布时间：2025-06-13</p>", PageRole.ARTICLE),
        ("/Category_649/Index.aspx", zoo.ul(zoo.sample(3)), PageRole.LIST),
        ("/a/list.asp?classid=3", zoo.table(zoo.sample(3)), PageRole.LIST),
        ("/c100116/list.shtml", zoo.ul(zoo.sample(3)), PageRole.LIST),
        ("/channels/123.html", "<h2>示范</h2>" + zoo.ul(zoo.sample(1)), PageRole.LIST),
        ("/news/12345.html", "<h2>示范</h2>" + zoo.table(zoo.sample(2)), PageRole.LIST),
        ("/news/12345.html", "<h2>示范</h2><p>2025-06-13 来源：市府办</p><img src='/1.jpg'>" + zoo.ul(zoo.sample(1)), PageRole.ARTICLE),
    ],
)
def test_roles(path, body, role):
    """Address, list, body and date together tell what a page is for."""
    assert role is parse_page(zoo.frame_div(body, title="示范"), url=zoo.BASE + path, fetched_at=AT).role
