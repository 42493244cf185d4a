"""Homepages and channel pages: all content lists, hidden panes included, and nothing of the frame."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import LinkKind, PageRole
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
ROWS = zoo.sample(12)


def read(html, path="/"):
    return parse_page(html, url=zoo.BASE + path, fetched_at=AT)


def moved(rows, folder, mark):
    return [(title + mark, path.replace("tzgg", folder), day) for title, path, day in rows]


def block(name, path, rows, layout=zoo.ul):
    more = f"<div class='tit'><h3><a href='{path}'>{name}</a></h3><a class='more' href='{path}'>更多&gt;&gt;</a></div>"
    return f"<div class='block'>{more}{layout(rows)}</div>"


CHANNEL = block("通知公告", "/zwgk/tzgg/", ROWS[:5]) + block("政策文件", "/zwgk/zcwj/", moved(ROWS[3:8], "zcwj", "甲"))
CHANNEL += block("政策解读", "/zwgk/zcjd/", moved(ROWS[6:11], "zcjd", "乙"), zoo.table)
TABS = (
    "<div class='tab'><ul class='hd'><li><a href='/yw/'>要闻</a></li><li><a href='/bm/'>部门</a></li></ul><div class='bd'>"
    + zoo.ul(moved(ROWS[:4], "yw", "丙"))
    + f"<div style='display:none'>{zoo.month_day(moved(ROWS[:4], 'bm', '丁'))}</div></div></div>"
)


@pytest.mark.parametrize(
    "path, role",
    [
        ("/", PageRole.HOME),
        ("/index.html", PageRole.HOME),
        ("/index.html?id=5", PageRole.HOME),
        ("/?lang=zh", PageRole.HOME),
        ("/index.php?v=123", PageRole.HOME),
        ("/index.jsp?urltype=tree.TreeTempUrl&wbtreeid=1001", PageRole.HOME),
        ("/index.php?siteid=1", PageRole.HOME),
        ("/index.php?catid=9", PageRole.LIST),
        ("/?cat=5", PageRole.LIST),
        ("/index.asp?classid=3", PageRole.LIST),
        ("/index.php?m=content&c=index&a=lists&catid=9", PageRole.LIST),
        ("/index.jsp?urltype=tree.TreeTempUrl&wbtreeid=1004", PageRole.LIST),
        ("/?list-12.html", PageRole.LIST),
        ("/Default.aspx?tabid=77", PageRole.LIST),
    ],
)
def test_columns_at_the_root(path, role):
    """A query at the root that selects a column is that column, any other query the homepage."""
    page = read(zoo.frame_div(zoo.ul(ROWS[:6])), path)

    assert (role, 6) == (page.role, len(page.entries))


def test_pictures():
    """A homepage's pictures are links to be looked after, once each, and neither entries nor navigation."""
    html = zoo.frame_div(zoo.ul(ROWS[:3]) + "<img src='/a.jpg' alt='新貌'><img src='/a.jpg'><img src='data:image/gif;base64,R0'><img>")
    plain = read(html.replace("<img", "<i"))
    page = read(html)

    pictures = {link.url: (link.text, link.kind) for link in page.links if link.place == "image"}
    assert ("新貌", LinkKind.ATTACHMENT) == pictures.pop(zoo.BASE + "/a.jpg")
    assert {zoo.BASE + "/logo.png", zoo.BASE + "/images/dzjg.png"} == set(pictures)
    assert plain.entries == page.entries
    assert plain.links == tuple(link for link in page.links if link.place != "image")
    assert not any(link.place == "image" for link in read(html, "/zwgk/tzgg/").links)


@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_channel(frame):
    """A page of blocks gives the entries of all blocks, without the blocks' heads."""
    page = read(zoo.FRAMES[frame](CHANNEL), "/zwgk/")

    assert PageRole.LIST is page.role
    assert {path for _, path, _ in ROWS[:5]} < {entry.url.removeprefix(zoo.BASE) for entry in page.entries}
    assert 15 == len(page.entries)
    assert date(2025, 6, 27) == max(entry.date.date for entry in page.entries)


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.shtml", "/default.aspx", ""])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_home(frame, path):
    """The homepage gives all content lists, the hot list of one frame too; entries of panes that are not shown are flagged."""
    page = read(zoo.FRAMES[frame](CHANNEL + TABS), path)

    assert PageRole.HOME is page.role
    assert (28 if frame == "frame_hot" else 23, 4) == (len(page.entries), sum(entry.hidden for entry in page.entries))
    assert all(entry.date.month for entry in page.entries)


def test_clock_is_no_entry():
    """Today's date in the header stands beside links and is no entry."""
    html = "<div id='t'>今天是 2025年7月1日 星期二 <a href='/'>设为首页</a> <a href='/wap/'>手机版</a></div>" + CHANNEL
    page = read(f"<html><head><title>示范市</title></head><body>{html}</body></html>")

    assert date(2025, 6, 27) == max(entry.date.date for entry in page.entries)


def test_hot_block_of_home():
    """热点 blocks of a homepage are its content; friendly links are not."""
    html = f"<div><h3>热点关注</h3>{zoo.ul(ROWS[:3])}</div><div><h3>友情链接</h3>{zoo.ul(moved(ROWS[3:6], 'x', '丁'))}</div>"

    assert 3 == len(read(zoo.frame_div(html)).entries)


@pytest.mark.parametrize("home, role", [(True, PageRole.HOME), (False, PageRole.LIST)])
def test_a_homepage_in_a_folder_is_read_as_one_where_the_caller_says_so(home, role):
    """All blocks of a homepage count, those too that a column page shows of other columns."""
    blocks = "".join(
        f"<div class='block'><h3><a href='/{name}/'>{title}</a><a href='/{name}/'>更多</a></h3>"
        f"{zoo.ul([(t, f'/{name}/{n}.html', d) for n, (t, _, d) in enumerate(zoo.sample(6))])}</div>"
        for name, title in (("portal/a", "甲栏"), ("zwgk", "乙栏"))
    )
    page = parse_page(zoo.frame_div(blocks), url=zoo.BASE + "/portal/index.html", fetched_at=AT, home=home)

    assert role is page.role
    assert home == any("/zwgk/" in entry.url for entry in page.entries)


@pytest.mark.parametrize("body, drawn", [("<ul id='news'></ul>", True), ("<ul></ul>", False), ("<ul id='menu'><li>一</li></ul>", False)])
def test_an_empty_list_with_an_id_on_a_homepage_is_drawn_by_script(body, drawn):
    """A homepage whose lists a script fills is no mere entrance: nobody can tell when it was updated."""
    assert (
        drawn
        == parse_page(
            f"<html><body><h1>示范市人民政府</h1>{body}</body></html>",
            url="http://www.x.gov.cn/",
            fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        ).script_drawn
    )


def test_a_block_of_one_row():
    """The one row of a block stands beside the block's heading alone, and the headings of other blocks alike say nothing of it."""
    blocks = (("tp", "2025-06-24"), ("dj", "2014-10-18 2014-08-26"), ("gh", "2013-12-20 2013-11-08"))
    html = ""
    for name, days in blocks:
        rows = "".join(f"<li><a href='/{name}/{n}.html'>供热管网改造{n}<i>{day}</i></a></li>" for n, day in enumerate(days.split()))
        html += f"<div class='mod'><div class='t'><a href='/{name}/'>图片新闻</a></div><ul>{rows}</ul></div>"
    dates = {entry.url.removeprefix(zoo.BASE): entry.date.date for entry in read(f"<html><body>{html}</body></html>").entries}

    assert (date(2025, 6, 24), date(2014, 10, 18)) == (dates["/tp/0.html"], dates["/dj/0.html"])


def test_a_day_beside_a_box_of_one_link():
    """What stands after a box with one link, among boxes of many, is another box: its day is not the link's."""
    box = "<div class='kj'><h3>快捷通道</h3><ul><li><a href='/cx/'>诚信建设</a></li></ul></div>"
    box += "<div class='air'>空气质量指数 118 良　更新时间：2025-07-01 08:00</div>"
    page = read(f"<html><body><div class='home'>{block('通知公告', '/zwgk/tzgg/', ROWS[:4])}{box}</div></body></html>")

    assert date(2025, 7, 1) not in {entry.date.date for entry in page.entries}
    assert 4 == sum(entry.date.date is not None for entry in page.entries)


@pytest.mark.parametrize("path, seen", [("/art/2025/6/{}/art_29_{}.html", 3), ("/zt/{}/t{}.html", 0)])
def test_short_headlines_in_slides_are_articles_by_their_addresses(path, seen):
    """Two of three slides have short headlines: the day in each address tells that they are articles, not banners of topics."""
    slides = ("城关镇农田水利建设提速", "供热改造暖人心", "技能比武展风采")
    items = "".join(
        f"<div class='item'><a href='{path.format(n, n)}'><img src='/s{n}.jpg' alt='{title}'/><span>{title}</span></a></div>"
        for n, title in enumerate(slides, 1)
    )
    page = read(zoo.frame_div(f"<div id='slide'>{items}</div>" + block("通知公告", "/zwgk/tzgg/", ROWS[:5])))

    assert seen == sum(entry.title in slides for entry in page.entries)
