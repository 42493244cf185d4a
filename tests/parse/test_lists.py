"""The entries of column pages: every layout in every frame gives the same rows."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.limits import Limits
from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageRole
from parse import zoo, zoo_pages

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
URL = zoo.BASE + "/zwgk/tzgg/index.html"


def read(html, url=URL):
    return parse_page(html, url=url, fetched_at=AT)


def shown(page):
    return [(entry.title, entry.url, entry.date.date) for entry in page.entries]


@pytest.mark.parametrize("count", [12, 3, 1])
@pytest.mark.parametrize("frame", zoo.FRAMES)
@pytest.mark.parametrize("layout", zoo.LAYOUTS)
def test_layouts(layout, frame, count):
    """Titles, addresses and dates are read whatever the markup and whatever stands around the list."""
    if layout == "json_script" and count == 1:
        pytest.skip("one object in a script proves no list")
    rows = zoo.sample(count)

    page = read(zoo.FRAMES[frame](zoo.LAYOUTS[layout](rows)))

    assert [(title, zoo.BASE + path, day) for title, path, day in rows] == shown(page)
    assert PageRole.LIST is page.role


@pytest.mark.parametrize("count", [8, 1])
@pytest.mark.parametrize("frame", ["frame_div", "frame_table"])
@pytest.mark.parametrize("layout", zoo.MORE)
def test_more_layouts(layout, frame, count):
    """So are less common layouts, and some that are broken."""
    rows = zoo.sample(count)

    page = read(zoo.FRAMES[frame](zoo.MORE[layout](rows)))

    assert [(title, zoo.BASE + path, day) for title, path, day in rows] == shown(page)


@pytest.mark.parametrize("count", [8, 2])
@pytest.mark.parametrize("frame", zoo.FRAMES_SEEN)
@pytest.mark.parametrize("layout", {**zoo.LAYOUTS, **zoo.MORE, **zoo.SEEN})
def test_frames_seen(layout, frame, count):
    """Every layout in the frames of other sites: what stands beside the list takes none of its days."""
    rows = zoo.sample(count)

    page = read(zoo.FRAMES_SEEN[frame]({**zoo.LAYOUTS, **zoo.MORE, **zoo.SEEN}[layout](rows)))

    assert [(title, day) for title, _, day in rows] == [(entry.title, entry.date.date) for entry in page.entries]


@pytest.mark.parametrize("count", [8, 2])
@pytest.mark.parametrize("frame", ["frame_hot", "frame_table"])
@pytest.mark.parametrize("layout", zoo.SEEN)
def test_layouts_seen(layout, frame, count):
    """So are the layouts of content systems met elsewhere: other days, numbers and links beside the rows' own."""
    rows = zoo.sample(count)

    page = read(zoo.FRAMES[frame](zoo.SEEN[layout](rows)))

    assert [(title, day) for title, _, day in rows] == [(entry.title, entry.date.date) for entry in page.entries]


@pytest.mark.parametrize("count", [12, 4])
@pytest.mark.parametrize("name", zoo_pages.LISTS)
def test_whole_pages(name, count):
    """The rows of whole pages of other sites, and the marks of their footers."""
    rows = zoo.sample(count)

    page = read(zoo_pages.LISTS[name](rows), url=zoo_pages.URLS.get(name, zoo_pages.URL))

    assert [(title, day) for title, _, day in rows] == [(entry.title, entry.date.date) for entry in page.entries]
    assert PageRole.LIST is page.role
    assert ["示范市人民政府", "4105000033"] == [page.marks.sponsor.value, page.marks.site_code.value]


@pytest.mark.parametrize("pager", zoo.PAGERS)
@pytest.mark.parametrize("layout", ["ul", "table", "cards", "flat_br", "dl_flat", "table_nested"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_pagers_do_not_disturb(layout, frame, pager):
    """The links of a pager are no entries, and what it says of pages and total is read."""
    rows = zoo.sample(12)
    html, expected = zoo.PAGERS[pager]

    page = read(zoo.FRAMES[frame](zoo.LAYOUTS[layout](rows), pager=html))

    assert [zoo.BASE + path for _, path, _ in rows] == [entry.url for entry in page.entries]
    if expected is not None:
        assert page.pagination is not None
        assert expected == (page.pagination.page, page.pagination.pages, page.pagination.total)


def test_month_and_day_alone():
    """A date without a year is kept without one."""
    page = read(zoo.frame_div(zoo.month_day(zoo.sample(3))))

    assert [(None, 6, 27), (None, 6, 24), (None, 6, 21)] == [(e.date.year, e.date.month, e.date.day) for e in page.entries]


@pytest.mark.parametrize(
    "count, amounts, expected",
    [(4, False, [(6, 27), (6, 24), (6, 21), (6, 18)]), (2, False, [(6, 27), (6, 24)]), (4, True, []), (2, True, [])],
)
def test_month_and_day_with_a_dot(count, amounts, expected):
    """Month and day with a dot are a date in elements named so, where none of them shows an amount."""
    rows = "".join(
        f"<li><a href='{path}'>{title}<span class='time'>{'15.30' if amounts and n == 1 else day.strftime('%m.%d')}</span></a></li>"
        for n, (title, path, day) in enumerate(zoo.sample(count))
    )
    page = read(zoo.frame_div(f"<ul>{rows}</ul>"))

    assert expected == [(e.date.month, e.date.day) for e in page.entries if e.date.month]


@pytest.mark.parametrize("heading, descending, year", [("2019年", True, 2019), ("2019年", False, None), ("公告", True, None)])
def test_year_over_month_and_day(heading, descending, year):
    """A year that is the heading of rows is theirs where they run back through one year."""
    rows = zoo.sample(4)
    html = f"<div class='y'><h3>{heading}</h3>{zoo.month_day(rows if descending else rows[::-1])}</div>"
    page = read(zoo.frame_div(html))

    assert [(year, "heading" if year else None)] * 4 == [(e.date.year, e.date.year_from) for e in page.entries]


def test_newest_is_not_taken_from_hot_list():
    """The hot list of the frame is newer than the column and does not make it fresh."""
    page = read(zoo.frame_hot(zoo.ul(zoo.sample(5, date(2019, 4, 1)))))

    assert date(2019, 4, 1) == max(entry.date.date for entry in page.entries)


def block(name, path, rows, layout=zoo.ul):
    return f"<div class='box'><div class='tit'><h3>{name}</h3><a href='{path}'>更多</a></div>{layout(rows)}</div>"


NEWER = [
    ("示范市召开防汛工作会议", "/xw/bmdt/202506/t20250630_1.html", date(2025, 6, 30)),
    ("示范市开展安全检查", "/xw/bmdt/202506/t20250629_2.html", date(2025, 6, 29)),
]


@pytest.mark.parametrize("pager", ["none", "links", "trs"])
def test_side_block_of_another_column(pager):
    """A dated block that leads to another column, shown beside the list, does not make the column fresh."""
    rows = zoo.sample(6)
    side = f"<div class='r'>{block('部门动态', '/xw/bmdt/', NEWER)}</div>"

    page = read(zoo.frame_div(f"<div class='l'>{zoo.ul(rows)}{zoo.PAGERS[pager][0]}</div>{side}"), url=zoo.BASE + "/zwgk/tzgg/")

    assert [path for _, path, _ in rows] == [entry.url.removeprefix(zoo.BASE) for entry in page.entries]


def test_side_block_beside_a_blank_column():
    """An empty column with another column's block beside it stays empty."""
    page = read(zoo.frame_div(f"<div class='l'><p>暂无相关信息</p></div><div class='r'>{block('部门动态', '/xw/bmdt/', NEWER)}</div>"))

    assert ("暂无相关信息", ()) == (page.blank, page.entries)


@pytest.mark.parametrize(
    "tabs, count", [("<li>最新征集</li><li><a href='./wqzj/'>往期征集</a></li>", 9), ("<li>部门动态</li><li>往期征集</li>", 0)]
)
def test_tabs_over_the_list(tabs, count):
    """The last of the tabs among which the page is named heads no other column, though the rows lie elsewhere."""
    rows = addressed(zoo.sample(9), "/xxgk/jggk/wj/t{n}.html")

    page = read(f"<title>最新征集</title><div><div><ul>{tabs}</ul>{zoo.ul(rows)}</div></div>", url=zoo.BASE + "/hdjl/yjzj/")

    assert count == len(page.entries)


OLD = zoo.sample(6, date(2019, 4, 1))


def addressed(rows, address):
    return [(title, address.format(n=n), day) for n, (title, _, day) in enumerate(rows, 10)]


@pytest.mark.parametrize(
    "url, own, other",
    [
        ("/zwgk/tzgg/", "/zwgk/tzgg/201904/t20190401_{n}.html", "/xw/bmdt/202506/t20250630_{n}.html"),
        ("/zwgk/tzgg/index_3.html", "/zwgk/tzgg/201904/t20190401_{n}.html", "/xw/bmdt/202506/t20250630_{n}.html"),
        ("/zwgk/tzgg/", "/zwgk/tzgg/content/post_{n}77.html", "/xw/content/post_{n}99.html"),
        ("/col/col1229/index.html", "/art/2019/4/1/art_1229_{n}.html", "/art/2025/6/30/art_1230_{n}.html"),
        ("/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1004", "/info/1004/{n}.htm", "/info/1021/{n}.htm"),
    ],
)
@pytest.mark.parametrize(
    "sides", ["<div class='l fl'>{other}</div><div class='r fr'>{own}</div>", "<div class='a'>{own}</div><div class='b'>{other}</div>"]
)
def test_side_block_by_its_addresses(url, own, other, sides):
    """A block beside the list is known by where its rows lead, without heading or 更多."""
    html = sides.format(own=zoo.ul(addressed(OLD, own)), other=zoo.ul(addressed(NEWER, other)))

    page = read(zoo.frame_div(html), url=zoo.BASE + url)

    assert (6, date(2019, 4, 1)) == (len(page.entries), max(entry.date.date for entry in page.entries))


@pytest.mark.parametrize("pager", ["links", "trs"])
def test_longer_side_block_before_the_pager(pager):
    """Where a pager stands below both, the list is the one whose rows lie in the column, not the longer one."""
    html = f"<div class='l'>{zoo.ul(addressed(zoo.sample(9), '/xw/bmdt/{n}.html'))}</div><div class='r'>{zoo.ul(OLD[:2])}</div>"

    page = read(zoo.frame_div(html, pager=zoo.PAGERS[pager][0]))

    assert [path for _, path, _ in OLD[:2]] == [entry.url.removeprefix(zoo.BASE) for entry in page.entries]


@pytest.mark.parametrize(
    "html",
    [
        "<div class='fl'><div class='t'>部门动态</div>{other}</div><div class='fr'>{own}</div>",
        "<div class='fl'>{own}</div><div class='fr'><div class='t'>部门动态</div>{other}</div>",
        "<div class='fl'><div class='hd'>部门动态</div>{other}</div><div class='fr'><div class='hd'>通知公告</div>{own}</div>",
    ],
)
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_side_block_by_its_heading(html, frame):
    """Where addresses tell nothing, a heading that is not the page's own name tells."""
    rows = {"own": zoo.ul(addressed(OLD, "show.asp?id={n}11")), "other": zoo.ul(addressed(NEWER, "show.asp?id={n}22"))}
    page = read(zoo.FRAMES[frame](html.format(**rows)), url=zoo.BASE + "/zwgk/list.asp?classid=3")

    assert (6, date(2019, 4, 1)) == (len(page.entries), max(entry.date.date for entry in page.entries))


def test_rows_of_one_list_that_lead_elsewhere():
    """One day of a list by days, with a link to another site, is still the list's own."""
    rows = zoo.sample(6)
    days = "".join(
        f"<div class='day'><div class='d'>{day}</div><ul><li><a href='{path if n != 2 else 'http://www.gov.cn/x.htm'}'>{title}</a></li></ul></div>"
        for n, (title, path, day) in enumerate(rows)
    )

    assert [day for _, _, day in rows] == [entry.date.date for entry in read(zoo.frame_div(days)).entries]


def test_blocks_of_a_channel_with_headings_alone():
    """Blocks that all have headings are the channel's own, whatever they are called."""
    rows = addressed(zoo.sample(5), "show.asp?id={n}11")
    html = "".join(f"<div class='b'><h3>{name}</h3>{zoo.ul(rows[k : k + 2])}</div>" for k, name in ((0, "通知公告"), (2, "政策文件")))

    assert 4 == len(read(zoo.frame_div(html, title="政务公开_示范市"), url=zoo.BASE + "/zwgk/").entries)


def test_counter_of_a_script():
    """A script that starts its count at nothing does not empty the list beside it."""
    rows = zoo.sample(4)
    page = read(zoo.frame_div(zoo.ul(rows) + "<script>var pageCount = 0, totalRecord = 0; draw();</script>"))

    assert 4 == len(page.entries)


def test_blocks_below_and_elsewhere():
    """On a channel page blocks of its own columns count, a block of another channel does not."""
    rows = zoo.sample(3)
    html = block("通知公告", "/zwgk/tzgg/", rows) + block("部门动态", "/xw/bmdt/", NEWER)

    page = read(zoo.frame_div(html), url=zoo.BASE + "/zwgk/")

    assert [path for _, path, _ in rows] == [entry.url.removeprefix(zoo.BASE) for entry in page.entries]


def test_rows_opened_by_click():
    """Rows without links that a click opens are entries."""
    rows = "".join(f"<tr onclick=\"window.open('{path}')\"><td>{title}</td><td>{day}</td></tr>" for title, path, day in zoo.sample(4))
    page = read(zoo.frame_div(f"<table>{rows}</table>"))

    assert [(zoo.BASE + path, day) for _, path, day in zoo.sample(4)] == [(entry.url, entry.date.date) for entry in page.entries]


@pytest.mark.parametrize(
    "row, expected",
    [("<a href='/s/{n}.html'>2025-06-1{n}</a><span>2025-06-2{n}</span>", 2), ("<a href='/s/{n}.html'>2025-06-1{n}</a>", None)],
)
def test_titles_that_are_days(row, expected):
    """Where the title itself is a day, only a second date is the day of publication."""
    page = read(zoo.frame_div("<ul>" + "".join(f"<li>{row.format(n=n)}</li>" for n in range(4)) + "</ul>"))

    days = [entry.date.date for entry in page.entries]
    assert ([date(2025, 6, 20 + n) for n in range(4)] if expected else []) == [day for day in days if day]


def test_one_address_for_all_rows():
    """Rows that lead to one address are still entries of their own."""
    page = read(
        zoo.frame_div(
            "<ul>" + "".join(f"<li><a href='/view.html'>{title}</a><span>{day}</span></li>" for title, _, day in zoo.sample(4)) + "</ul>"
        )
    )

    assert 4 == len(page.entries)


@pytest.mark.parametrize(
    "mark",
    ["<span style='color:red'>[置顶]</span><a href='{u}'>{t}</a>", "<a href='{u}'>【置顶】{t}</a>", "<a href='{u}'><i>置顶</i> {t}</a>"],
)
def test_pinned(mark):
    """A pinned row is an entry with its own date, flagged, its mark left out of the title."""
    first = mark.format(u="/zwgk/tzgg/202401/t20240101_1.html", t="关于示范事项的通告")
    page = read(zoo.frame_div(f"<ul><li>{first}<span>2024-01-01</span></li>" + zoo.ul(zoo.sample(5))[len("<ul class='list'>") :]))

    assert ("关于示范事项的通告", True, date(2024, 1, 1)) == (page.entries[0].title, page.entries[0].pinned, page.entries[0].date.date)
    assert date(2025, 6, 27) == max(entry.date.date for entry in page.entries)
    assert not any(entry.pinned for entry in page.entries[1:])


def test_attachment_beside_the_title():
    """An attachment's link in a row is no entry of its own."""
    rows = zoo.sample(4)
    items = "".join(f"<li><a href='{p}'>{t}</a><a href='/u/{n}.pdf'>附件{n}</a><span>{d}</span></li>" for n, (t, p, d) in enumerate(rows))
    page = read(zoo.frame_div(f"<ul>{items}</ul>"))

    assert [path for _, path, _ in rows] == [entry.url.removeprefix(zoo.BASE) for entry in page.entries]


@pytest.mark.parametrize("heading", ["相关信息", "热点新闻", "点击排行", "推荐阅读", "友情链接", "浏览排行榜", "相关链接："])
def test_headed_side_lists(heading):
    """Lists under such headings are not the column's."""
    html = f"<div class='l'>{zoo.ul(zoo.sample(3, date(2020, 1, 9)))}</div><div class='r'><div class='bt'>{heading}</div>{zoo.table(NEWER)}</div>"  # noqa: E501
    page = read(zoo.frame_div(html))

    assert date(2020, 1, 9) == max(entry.date.date for entry in page.entries)


def test_empty_pager():
    """A pager that counts nothing makes the page empty, whatever stands beside."""
    page = read(
        zoo.frame_div(f"<div class='l'><ul></ul><p>共0条记录 1/1页 <a href='#'>下一页</a></p></div><div class='r'>{zoo.ul(NEWER)}</div>")
    )

    assert ((), 0) == (page.entries, page.pagination.total)


def test_limit():
    """Beyond the limit of entries a page says it was cut."""
    page = parse_page(zoo.frame_div(zoo.ul(zoo.sample(9))), url=URL, fetched_at=AT, limits=Limits(max_entries=4))

    assert (4, True) == (len(page.entries), page.truncated)


def test_framed_list():
    """A list in a frame stands in another response."""
    page = read(zoo.frame_div("<iframe src='/gknb/list.html' width='100%'></iframe>"))

    assert (True, ()) == (page.script_drawn, page.entries)


@pytest.mark.parametrize("day", ["2025年07月01日&nbsp;星期二", "<b>2025-07-01</b> <i>星期二</i>", "7月1日（周二）"])
@pytest.mark.parametrize("url", [zoo.BASE + "/", URL])
def test_clock_of_the_page(day, url):
    """The day of the visit with its weekday, beside a link, is no row's; a row's own day is, and so are several."""
    rows = zoo.sample(5, date(2025, 6, 20))
    clock = f"<div>{day} <a href='/xw/1.html'>示范市网上办公系统登录入口</a></div>"
    page = parse_page(f"<body>{clock}{zoo.ul(rows)}</body>", url=url, fetched_at=AT)
    assert date(2025, 6, 20) == max(entry.date.date for entry in page.entries if entry.date.date)

    kept = clock.replace("07-01", "06-30").replace("07月01日", "06月30日").replace("7月1日", "6月30日").replace("二", "一")
    page = parse_page(f"<body>{kept}{zoo.ul(rows)}</body>", url=zoo.BASE + "/", fetched_at=AT)
    assert (6, 30) in [(entry.date.month, entry.date.day) for entry in page.entries]

    page = parse_page(f"<body><ul>{'<li>'.join(['', clock, clock.replace('1.', '2.')])}</ul></body>", url=zoo.BASE + "/", fetched_at=AT)
    assert [(7, 1), (7, 1)] == [(entry.date.month, entry.date.day) for entry in page.entries]


@pytest.mark.parametrize("link", ["<a target='_blank'>{t}</a>", "<a href='#'>{t}</a>", "<a onclick=\"show('0655fb29','002008')\">{t}</a>"])
@pytest.mark.parametrize("url", [zoo.BASE + "/zwgk/tzgg/", zoo.BASE + "/"])
def test_links_that_keep_their_address_to_themselves(link, url):
    """Rows whose links a script opens without saying where are rows all the same; a text's own anchors are none."""
    sample = zoo.sample(4)
    rows = "".join(f"<tr><td>{link.format(t=title)}</td><td>{day}</td></tr>" for title, _, day in sample)
    page = parse_page(zoo.frame_div(f"<table>{rows}</table>"), url=url, fetched_at=AT)
    assert [(title, "", day) for title, _, day in sample] == [(e.title, e.url, e.date.date) for e in page.entries if not e.url]

    near = rows.replace(link.partition(">")[0], "<a href='jggk/1.html'")
    page = parse_page(zoo.frame_div(f"<table>{near}</table>"), url=url, fetched_at=AT)
    assert page.entries
    assert all(entry.url for entry in page.entries)

    one = parse_page(zoo.frame_div(f"<table>{rows[: rows.index('</tr>')]}</tr></table>"), url=zoo.BASE + "/zwgk/tzgg/", fetched_at=AT)
    assert () == one.entries


@pytest.mark.parametrize("head", ["<th>公告标题</th><th>发布时间</th>", "<td>公告标题</td><td>发布日期</td>"])
def test_names_of_cells_head_no_list(head):
    """What a table calls its columns is not the name of another column of the site."""
    sample = zoo.sample(4)
    rows = "".join(
        f"<tr><td><a href='/elsewhere/show/{n}.html'>{title}</a></td><td>{day}</td></tr>" for n, (title, _, day) in enumerate(sample)
    )
    page = parse_page(f"<title>通知公告</title><table><tr>{head}</tr>{rows}</table>", url=zoo.BASE + "/zwgk/tzgg/list.html", fetched_at=AT)

    assert [day for _, _, day in sample] == [entry.date.date for entry in page.entries]


@pytest.mark.parametrize(
    "pager, expected",
    [
        ("<div><div>共 <b>1</b> 页 当前第 <b>1</b> 页，每页显示 <b>20</b> 条</div></div>", (1, 1, None)),
        ("<table><tr><td>总记录数：<b>1866</b>　总页数：<b>94</b>　当前页：<b>1</b></td></tr></table>", (None, 94, 1866)),
        ("<script>createPageHTML('page_div',5, 1,'list','shtml',89);</script>", (1, 5, 89)),
        ("<p>共同推进第二批项目</p>", None),
        ("<p>申报指南（共12页）</p>", None),
        ("<div>共 <span>126</span> 页</div>", (None, 126, None)),
        ("<div>共4条 第1页/共2页</div>", (1, 2, 4)),
        ("<div>共4条记录 第1/1页 首页 上一页 下一页 尾页</div>", (1, 1, 4)),
        ("<div>页次：1/23页 每页14条 共计312条 <a href='?p=2'>下一页</a></div>", (1, 23, 312)),
        ("<div class='fy'>共88条 6页 <a>1</a><a>2</a></div>", (None, 6, 88)),
        ("<div class='fy'>共88条 1页/6页 <a>1</a></div>", (None, 6, 88)),
        ("<p>页码：1/24　共有478条信息 <a href='index_2.html'>下一页</a></p>", (1, 24, 478)),
        ("<ul><li><a href='2.html'>下一页</a></li><li><span>共 <b>3</b>页<b>54</b>条</span></li></ul>", (None, 3, 54)),
        ("<p><a>96条</a> <a href='?page=2'>下一页</a></p>", (None, None, 96)),
        ("<p>每页 <a>20条</a> <a>50条</a> <a href='?page=2'>下一页</a></p>", (None, None, None)),
        ("<p><a title='总数'>&nbsp;<b>226</b> </a> <a href='?page=1'>下一页</a></p>", (None, None, 226)),
        ("<p><a title='2'>226</a> <a href='?page=1'>下一页</a></p>", (None, None, None)),
        ("<script>var currentPage = 0;var countPage = 8;var recordCount=158;</script>", (None, 8, 158)),
        ("<script>Pager({size:42, current:0, prefix:'index',suffix:'html'});</script>", (1, 42, None)),
        ("<div class='el-pagination'><span>共 37 条</span><button>&lt;</button><ul><li>1</li><li>2</li></ul></div>", (None, None, 37)),
        ("<p><a>1</a><a href='2.html'>2</a><i>...</i><a href='58.html'>58</a><a href='2.html'>下一页</a></p>", (None, 58, None)),
        ("<p><a href='5.html'>上一页</a><a>1</a><i>…</i><a href='6.html'>6</a><a>7</a></p>", (None, None, None)),
    ],
)
def test_pages_in_words_alone(pager, expected):
    """The number of pages is read where no link turns them."""
    page = parse_page(zoo.frame_div(zoo.ul(zoo.sample(4)) + pager), url=zoo.BASE + "/zwgk/tzgg/", fetched_at=AT)

    said = page.pagination
    assert expected == (said and (said.page, said.pages, said.total))
