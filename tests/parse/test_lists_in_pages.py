"""Lists among what stands around them: clocks, tickers, other columns' boxes beside an empty place, records that a script draws."""

from datetime import UTC, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageRole

AT = datetime(2025, 7, 4, 2, tzinfo=UTC)
HOST = "http://www.example.gov.cn"
URL = HOST + "/zwgk/tzgg/index.html"
TITLES = ("关于做好防汛值班工作的通知", "关于开展燃气安全检查的通告", "关于公开征求停车办法意见的公告", "关于调整公交线路的公告")
OTHERS = ("全县干部作风建设大会召开", "便民服务中心搬迁启事", "流感疫苗接种点名单", "供水管网维护提示")


def rows(days, titles=TITLES, folder="/zwgk/tzgg/"):
    shown = zip(days, titles, strict=False)
    return "".join(f'<li><a href="{folder}{7001 + n}.html">{title}</a><span>{day}</span></li>' for n, (day, title) in enumerate(shown))


def beside(days=("2025-07-03", "2025-07-02", "2025-07-01", "2025-06-30"), heading="时政要闻"):
    return f'<div class="r2"><h2>{heading}</h2><ul>{rows(days, OTHERS, "/other/")}</ul></div>'


def read(body, url=URL, head="通知公告"):
    path = '<div class="position">当前位置：<a href="/">首页</a> &gt; 通知公告</div>' if head else ""
    html = f'<html><head><meta charset="utf-8"><title>{head}-某县人民政府</title></head><body>{path}{body}</body></html>'
    return parse_page(html.encode(), url=url, fetched_at=AT)


def days_of(page):
    return [entry.date.date and entry.date.date.isoformat() for entry in page.entries]


def titles_of(page):
    return [entry.title for entry in page.entries]


OWN = f'<div class="main"><ul>{rows(("2025-05-09", "2025-05-02", "2025-04-28"), folder="/info/1034/")}</ul></div>'


@pytest.mark.parametrize(
    "top",
    [
        pytest.param('<div class="roll">最新：<marquee><a href="/n/8.html">领导干部接访日安排表</a> [07-03]</marquee></div>', id="ticker"),
        pytest.param('<div class="t1"><p>7月4日 晴 12~23℃</p><h1><a href="/">某县人民政府门户网站</a></h1></div>', id="weather"),
        pytest.param('<div class="t1"><p>2025-07-04 星期五 农历六月初十</p><a href="/x.html">某县人民政府门户网站</a></div>', id="clock"),
    ],
)
def test_what_stands_above(top):
    """A line that scrolls by, a link to the homepage beside the weather and the page's clock are no rows of the list."""
    assert ["2025-05-09", "2025-05-02", "2025-04-28"] == days_of(read(top + OWN))


PLACES = {
    "script": '<h3>通知公告</h3><div id="newslist"></div><script>$.getJSON("/list.do",function(d){draw("#newslist",d)})</script>',
    "template": '<h3>通知公告</h3><ul><li v-for="n in list"><a :href="n.url">{{n.title}}</a><span>{{n.day}}</span></li></ul>',
    "loading": '<h3>通知公告</h3><div id="a1"><p>正在加载中，请稍候</p></div><script>$("#a1").load("/inc.jsp")</script>',
    "heads": "<h3>通知公告</h3><table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr></table>",
    "picture": '<h3>通知公告</h3><div><img src="/i/none.png" alt="暂无内容"></div>',
}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_in_its_place(place):
    """Where the page's own place holds no row, a box of another column beside it is not taken for its list."""
    page = read(f'<div class="main">{PLACES[place]}</div>' + beside())

    assert [] == titles_of(page)
    assert page.blank == ""
    if place in ("script", "template", "loading"):
        assert page.script_drawn


def test_place_below_a_list():
    """An empty box after the rows is no place of the page's own: the rows are its list, though their heading is another name."""
    own = rows(("2025-05-09", "2025-05-02", "通知公告"), folder="/info/1034/")

    page = read(f'<div><h3>公告栏</h3><ul>{own}</ul></div><div id="pages"></div>')

    assert list(TITLES[:3]) == titles_of(page)


def test_sentence_beside_a_pager():
    """A sentence that there is nothing outweighs the pager below it: other columns' rows are not the list."""
    page = read(f'<div><div class="con">暂无相关信息</div><div class="page">第1页 共1页 <a href="?p=1">下一页</a></div>{beside()}</div>')

    assert ([], "暂无相关信息") == (titles_of(page), page.blank)


def test_own_rows_without_days_beside_a_pager():
    """Rows without a day that stand with the pager are the list, not the dated latest of the site beside them."""
    undated = "".join(f'<li><a href="/zwgk/tzgg/{7001 + n}.html">{title}</a></li>' for n, title in enumerate(TITLES))
    pager = '<div class="page">共<b>3</b>页 <a href="index_1.html">下一页</a></div>'

    page = read(f'<div class="main"><h3>公告栏</h3><ul>{undated}</ul>{pager}</div>' + beside(heading="最新信息"), url=HOST + "/col/col88/")

    assert list(TITLES) == titles_of(page)


def test_button_is_no_heading():
    """The button of a form above the rows is not their heading, so they are the page's own and the box beside them is not."""
    own = rows(("2025-05-09", "2025-05-02", "2025-05-01"), folder="/info/1034/")
    form = '<form>标题：<input name="t"> <button>查询</button></form>'

    page = read(f'<h2>通知公告</h2><div class="main">{form}<ul>{own}</ul></div>' + beside(("2025-07-03", "2025-07-02", "2025-07-01")))

    assert ["2025-05-09", "2025-05-02", "2025-05-01"] == days_of(page)


RECORDS = "".join(
    f'<record><![CDATA[<li><a href="/art/2025/5/{9 - n}/art_31_{700 + n}.html">{title}</a><span>2025-05-0{9 - n}</span></li>]]></record>'
    for n, title in enumerate(TITLES[:2])
)
STORE = (
    f'<div id="88"><script type="text/xml"><datastore><recordset>{RECORDS}</recordset></datastore></script></div>'
    "<script>jpage('88',{totalRecord:2,perPage:15})</script>"
)


@pytest.mark.parametrize("around", ["", beside()])
@pytest.mark.parametrize("url", [URL, HOST + "/channels/132.html"])
def test_records_of_a_store(url, around):
    """The records of a store are the list, fewer though they be than the rows of another column's box, and whatever the address."""
    page = read(f"<h2>通知公告</h2>{STORE}{around}", url=url)

    assert (["2025-05-09", "2025-05-08"], PageRole.LIST) == (days_of(page), page.role)


def test_rows_opened_by_a_script():
    """Rows that only a script opens are the list, not the addressed rows of another column's box."""
    opened = "".join(
        f'<li><a href="javascript:show({4001 + n})">{title}</a><span>2025-05-0{9 - n}</span></li>' for n, title in enumerate(TITLES)
    )

    page = read(f'<div class="main"><h3>通知公告</h3><ul>{opened}</ul></div>' + beside())

    assert list(TITLES) == titles_of(page)


def test_list_filled_by_script():
    """An empty list that a script in the page names is drawn by script; one that no script names is not."""
    drawn = read("""<h3>通知公告</h3><ul id="nlist"></ul><script>for(var k in a){$('#nlist').append(a[k].t)}</script>""")
    empty = read("""<h3>通知公告</h3><ul id="nlist"></ul><script>var total=1;</script>""")

    assert (True, False) == (drawn.script_drawn, empty.script_drawn)


@pytest.mark.parametrize(
    "markup",
    [
        "<dl><dt>2025</dt><dd>{0}</dd><dd>{1}</dd></dl><dl><dt>2024</dt><dd>{2}</dd><dd>{3}</dd></dl>",
        '<div class="year">2025</div><ul><li>{0}</li><li>{1}</li></ul><div class="year">2024</div><ul><li>{2}</li><li>{3}</li></ul>',
        '<ul><li class="year">2025年</li><li>{0}</li><li>{1}</li><li class="year">2024年</li><li>{2}</li><li>{3}</li></ul>',
    ],
)
def test_years_over_rows(markup):
    """A year over its rows is theirs, with or without 年, over boxes or among the rows."""
    days = ("03-02", "01-09", "12-29", "11-30")
    items = [f'<a href="/info/{n}71.html">{title}</a><span>{days[n]}</span>' for n, title in enumerate(TITLES)]

    page = read(markup.format(*items))

    assert ["2025-03-02", "2025-01-09", "2024-12-29", "2024-11-30"] == days_of(page)


@pytest.mark.parametrize("choices", ['<a href="?y=2024">2024年</a>', "<select><option>2024</option></select>"])
def test_years_to_choose(choices):
    """A year to choose is no year over the rows."""
    page = read(f"{choices}<ul>{rows(('03-02', '01-09', '01-03'))}</ul>")

    assert [None] * 3 == [entry.date.year for entry in page.entries]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("<span>[06/22]</span><script>createPageHTML(8, 0, 'index', 'html');</script>", (1, 8)),
        ("<span>11/28</span> <span>06/27</span> 共20条", (None, None)),
        ("11/28 当前页：<b>1</b>/12", (1, 12)),
        ("当前第2页 分<b>5</b>页", (2, 5)),
        ("页次：3/12", (3, 12)),
    ],
)
def test_page_and_pages(text, want):
    """Page and pages are read from the pager, and days with a slash beside it are none."""
    page = read(f'<ul>{rows(("2025-05-09", "2025-05-02"))}</ul><div class="page">{text} <a href="index_1.html">下一页</a></div>')

    assert want == (page.pagination.page, page.pagination.pages)
