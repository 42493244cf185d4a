# ruff: noqa: E501 (markup stands on one line, as on pages)
"""Which rows are the page's own: whatever their boxes are called, and whatever stands beside, above and below them."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageRole

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
BASE = "http://www.example.gov.cn"
TITLES = ("示范市召开安全生产会议", "停水通知", "示范市公布重点项目清单", "倡议书", "示范市启动防汛应急响应", "示范市开展冬季消防检查")
BAR = "<div class='top'>今天是2025年6月30日 星期一</div><div class='nav'><a href='/'>首页</a><a href='/xw/'>新闻</a><a href='/gk/'>公开</a><a href='/hd/'>互动</a></div>"
FOOT = (
    "<p align=center>版权所有 2005-2025 示范市人民政府 <a href='https://beian.miit.gov.cn/'>示ICP备05000001号</a> 更新日期：2025-06-30</p>"
)


def rows(count=4, address="show.asp?id=10{n}", year=2021):
    return [(TITLES[n % 6], address.format(n=n), date(year, 6, 27 - 3 * n)) for n in range(count)]


def ul(items, name=""):
    return f"<ul {name}>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d}</span></li>" for t, u, d in items) + "</ul>"


def plain(items):
    return "<ul>" + "".join(f"<li><a href='{u}'>{t}</a></li>" for t, u, _ in items) + "</ul>"


def side(heading="部门动态", count=6, address="show.asp?id=90{n}"):
    return f"<div class='r'><div class='tit'>{heading}</div>{ul(rows(count, address, 2025))}</div>"


def page(*body, url="/list.asp?classid=3", title="通知公告_示范市人民政府"):
    html = f"<html><head><title>{title}</title></head><body>{BAR}{''.join(body)}{FOOT}</body></html>"
    return parse_page(html, url=BASE + url, fetched_at=AT)


def shown(found):
    return [(entry.title, entry.date.date) for entry in found.entries]


def pairs(items):
    return [(title, day) for title, _, day in items]


NAMES = (
    "class='hot'",
    "class='right_bar'",
    "class='related'",
    "id='sidebar'",
    "class='nav_list'",
    "class='top'",
    "class='position'",
    "class='footer-top'",
)


@pytest.mark.parametrize("count", [5, 2, 1])
@pytest.mark.parametrize("name", NAMES)
def test_misleading_name_of_the_list(name, count):
    """A list is the page's own whatever its element is called, also of one row with a short title."""
    own = rows(count + 1)[1:]

    assert pairs(own) == shown(page("<div class='c'><h2>通知公告</h2>", ul(own, name), "</div>", side()))


@pytest.mark.parametrize("name", ["class='hot'", "id='sidebar'"])
def test_misleading_name_before_the_pager(name):
    """So is one that stands right above the pager, under a heading nobody else knows."""
    body = f"<div class='c'><h2>某某专栏</h2>{ul(rows(), name)}<p><a href='?p=2'>下一页</a></p></div>"

    assert pairs(rows()) == shown(page(body, side(), title="示范市人民政府"))


def test_hot_list_by_name_stays_aside():
    """A hot list by its element's name does not become the list of a page that has one, or none."""
    hot = f"<div class='hot'>{ul(rows(6, 'show.asp?id=90{n}', 2025))}</div>"

    assert pairs(rows(3)) == shown(page("<div class='c'><h2>通知公告</h2>", ul(rows(3)), "</div>", hot))
    assert [] == shown(page("<div class='c'><h2>通知公告</h2><ul></ul></div>", side("热点新闻"), hot))


@pytest.mark.parametrize("beside", [side(), side() + side("政务要闻")])
@pytest.mark.parametrize(
    "path",
    [
        "<div class='position'>您的位置：<a href='/'>首页</a> &gt; 通知公告</div>",
        "<p>当前位置：首页 - 通知公告</p>",
        "<p><a href='/'>首页</a>>><a href='/gk/'>公开</a>>>通知公告</p>",
    ],
)
def test_one_row_beside_longer_blocks(path, beside):
    """A list under the page's path is its own, however short, and blocks with headings of their own are not."""
    own = rows(1)

    assert pairs(own) == shown(page(f"<div class='c'>{path}{ul(own)}</div><div class='s'>{beside}</div>", title="示范市人民政府"))


@pytest.mark.parametrize("known", ["<li><a href='/list.asp?classid=3'>通知公告</a></li>", ""])
def test_name_from_the_menu(known):
    """What the menu calls the page is its name: the block under that name is the page's."""
    menu = f"<div class='m'><ul><li><a href='/list.asp?classid=4'>部门动态</a></li>{known}</ul></div>"
    found = page(menu, f"<div class='c'><h3>通知公告</h3>{ul(rows(2))}</div>", side(), title="示范市人民政府")

    assert (pairs(rows(2)) == shown(found)) is bool(known)


@pytest.mark.parametrize("pager", ["<a href='p2.html'>后一页</a>", "<a href='p2.html'>下一页</a>"])
def test_side_block_and_pager_in_one_box(pager):
    """Where the pager stands beside all blocks, the one with a heading of its own is not the list."""
    assert pairs(rows(2)) == shown(page(side(), ul(rows(2)), f"<p>{pager}</p>"))


@pytest.mark.parametrize(
    "boxes",
    ["<div class='fl'>{}</div><div class='fr'>{}</div>", "<div class='pane'>{}</div><div class='pane' style='display:none'>{}</div>"],
)
@pytest.mark.parametrize("name", ["", "class='list'", "class='side_list'"])
@pytest.mark.parametrize("pager", ["", "<p><a href='?p=2'>下一页</a></p>"])
def test_two_halves(boxes, name, pager):
    """A list in two columns or panes is one list."""
    own = rows(6)

    assert pairs(own) == shown(
        page("<div class='c'><h2>通知公告</h2>", boxes.format(ul(own[:3], name), ul(own[3:], name)), pager, "</div>")
    )


def test_half_without_days():
    """So it is where one half shows hardly any days."""
    own = rows(6)
    half = ul(own[:3]).replace("<span>2021-06-24</span>", "").replace("<span>2021-06-21</span>", "")
    found = page("<div class='c'><h2>通知公告</h2>", f"<div class='fl'>{half}</div><div class='fr'>{ul(own[3:])}</div></div>")

    assert (6, date(2021, 6, 27)) == (len(found.entries), max(entry.date.date for entry in found.entries if entry.date.date))


@pytest.mark.parametrize("name", ["", "class='side_list'"])
def test_lead_above_the_rows(name):
    """A lead with a picture and the rows below it are one list."""
    (title, url, day), *rest = rows(5)
    lead = f"<div class='first'><a href='{url}'><img src='p.jpg'></a><h2><a href='{url}'>{title}</a></h2><p>2021年5月1日，会议召开。</p><span>{day}</span></div>"

    assert pairs(rows(5)) == shown(page("<div class='c'><h2>通知公告</h2>", lead, ul(rest, name), "</div>", side()))


@pytest.mark.parametrize("empty", ["<ul class='list'></ul>", "<table><tbody></tbody></table>", "<ul><li></li></ul>"])
@pytest.mark.parametrize("head", ["<h2>通知公告</h2>", "<div class='position'>您的位置：<a href='/'>首页</a> &gt; 通知公告</div>"])
def test_empty_list_beside_another_column(head, empty):
    """A list without a word under the page's name or path is empty: the block of another column does not fill it."""
    found = page(f"<div class='c'>{head}{empty}</div>", side())

    assert ([], PageRole.LIST, "") == (shown(found), found.role, found.blank)


@pytest.mark.parametrize(
    "address, count", [("/xw/bmdt/202506/t20250630_{n}.html", 0), ("/zwgk/bmdt/202506/t20250630_{n}.html", 0), ("/info/1021/{n}.htm", 6)]
)
def test_block_of_another_column_alone(address, count):
    """A headed block alone is not the page's where addresses say so; where they cannot, it is."""
    assert count == len(page(side(address=address), url="/zwgk/tzgg/").entries)


@pytest.mark.parametrize("heading, count", [("", 6), ("部门动态", 0)])
def test_names_of_columns_head_no_block(heading, count):
    """A row of names over the rows says nothing of whose they are: the words above it do."""
    names = "<ul><li>序号</li><li>名称</li><li>发文日期</li><li>文号</li></ul>"
    own = f"<div><h3>{heading}</h3><div>{names}</div>{ul(rows(6, '/xw/bmdt/202506/t20250630_{n}.html', 2025))}</div>"

    assert count == len(page(own, url="/zwgk/tzgg/").entries)


def test_list_with_a_pager_under_another_heading():
    """A list that is turned over is the page's own, though its heading and its addresses are others."""
    own = side("政策法规", 6, "/zc/zcfg/{n}234.html") + "<div>共29行 <a href='/l_2.html'>下一页</a></div>"

    assert 6 == len(page(own, url="/zwgk/tzgg/", title="示范市人民政府").entries)


def test_rows_called_navigation():
    """A row with a title is no navigation, whatever its class."""
    own = "".join(
        f"<ul><li class='nav04_content'><a href='{u}'>示范市{t}</a></li><li class='nav04_time'>{d}</li></ul>"
        for t, u, d in rows(6, "/xw/{n}234.html")
    )

    assert [date(2021, 6, 27 - 3 * n) for n in range(6)] == [day for _, day in shown(page(f"<div>{own}</div>", url="/xw/"))]


@pytest.mark.parametrize("name", ["", "class='position'"])
def test_undated_list_beside_a_dated_block(name):
    """The page's own rows show no days: the days of another column are not theirs."""
    own = [("示范市召开会议研究部署工作", f"/zwgk/tzgg/{n}123.html", None) for n in range(5)]
    found = page("<div class='c'><h2>通知公告</h2>", plain(own).replace("<ul>", f"<ul {name}>"), "</div>", side())

    assert (5, {None}) == (len(found.entries), {entry.date.date for entry in found.entries})


def test_day_of_the_head_is_no_rows():
    """The current day of the page's head is no undated row's."""
    own = "".join(f"<div><h4><a href='/zwgk/tzgg/{n}123.html'>示范市召开会议研究部署工作</a></h4></div>" for n in range(4))

    assert {None} == {entry.date.date for entry in page(own).entries}


@pytest.mark.parametrize("own", [rows(3), rows(1), []])
def test_scrolling_news(own):
    """Dated news that scroll over the page are no entries, and no part of the page's own."""
    news = "<marquee>" + " ".join(f"<a href='{u}'>{t}</a>({d})" for t, u, d in rows(3, "show.asp?id=90{n}", 2025)) + "</marquee>"
    body = ul(own) if own else "<p>暂无信息</p>"
    found = page(news, "<div class='c'><h2>通知公告</h2>", body, "</div>")

    assert (pairs(own), "" if own else "暂无信息") == (shown(found), found.blank)


@pytest.mark.parametrize("body", ["<div class='dq'>{path}</div><h2>通知公告</h2><p>栏目建设中……</p>", "<p>栏目建设中……</p>"])
@pytest.mark.parametrize("path", ["当前位置：首页 - 通知公告", ""])
@pytest.mark.parametrize("url", ["/zwgk/tzgg.htm", "/list/12.html", "/column/7.shtml", "/list.asp?classid=3"])
def test_placeholder_and_a_day_in_the_footer(url, path, body):
    """A placeholder under a column's name is no article because the footer shows when the site was updated."""
    found = page(body.format(path=path), url=url)

    assert ("栏目建设中……", PageRole.LIST) == (found.blank, found.role)


def test_footer_is_no_entry():
    """The site's registration beside a day in the footer is no entry of a list without days."""
    assert [("示范市召开安全生产会议", None)] == shown(page(plain(rows(1))))


def test_panels_of_a_channel_in_another_folder():
    """A channel's panels whose rows all lie elsewhere are its own: only a single such block is another column's."""
    panels = [rows(3, f"/fw/zx{k}/content/{k}0{{n}}.html", 2025) for k in "123"]
    heads = ("工作动态", "大家谈", "他山之石")
    body = "".join(f"<div class='p'><a href='/portal/channel/{h}.htm'>{h}</a>{ul(p)}</div>" for h, p in zip(heads, panels, strict=True))

    assert [pair for panel in panels for pair in pairs(panel)] == shown(page(body, url="/html/wzqd/index.html", title="五张清单"))


def test_articles_about_registration():
    """A title that speaks of registrations is no registration."""
    items = [
        (t, f"/zwgk/tzgg/{n}.html", date(2025, 6, 20 - n))
        for n, t in enumerate(("关于做好网站ICP备案工作的通知", "公网安备办理须知", "备案号查询办法"))
    ]
    foot = "<ul><li><a href='https://beian.miit.gov.cn/'>示ICP备05000001号</a> 2025-06-30</li></ul>"

    assert pairs(items) == shown(page(ul(items), foot, url="/zwgk/tzgg/"))


@pytest.mark.parametrize(
    "head, found", [("新闻标题", True), ("标题", True), ("部门动态", False)], ids=["a heading of titles", "titles", "another column's name"]
)
def test_the_names_of_cells_over_a_list_head_no_other_column(head, found):
    """A list of sub-columns that stands empty under the page's name does not make the rows below their cells' names another's."""
    empty = "<div class='l'><p>通知公告</p><ul> </ul></div>"
    items = ul(rows(6)).replace("<ul >", f"<ul><li><span>{head}</span><span>日期</span></li>")

    seen = page(empty, f"<div class='r'>{items}</div>")

    assert (pairs(rows(6)) if found else []) == shown(seen)


@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
def test_a_box_with_a_linked_heading_is_no_part_of_a_list_though_built_alike(first):
    """The day of a fresh column beside a stale list is not the list's."""
    own, others = rows(6), rows(5, "show.asp?id=90{n}", 2025)
    box = f"<div class='r'><h3><a href='/list.asp?classid=9'>部门动态</a></h3>{ul(others)}</div>"
    main = f"<div class='list'>{ul(own)}<div class='page'>第1页 共1页 <a href='#'>首页</a><a href='#'>末页</a></div></div>"
    found = page("<h2>通知公告</h2>", *((box, main) if first else (main, box)))

    assert pairs(own) == shown(found)


def test_a_list_begins_with_what_the_box_above_it_ends_with():
    """The newest row of a list is no second link of the row before it, which a hot box shows."""

    def dl(items):
        return "<dl>" + "".join(f"<dd><a href='{u}'>{t}</a><em>[{d}]</em></dd>" for t, u, d in items) + "</dl>"

    own = rows(6)
    found = page("<h2>通知公告</h2>", f"<div class='r'><h3>热点</h3>{dl([own[3], own[0]])}</div>", f"<div class='list'>{dl(own)}</div>")

    assert pairs(own) == shown(found)
