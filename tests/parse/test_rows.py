# ruff: noqa: E501 (markup stands on one line, as on pages)
"""Which day and title a row shows: days in parts, beside numbers and other days, titles beside other links."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
URL = "http://www.example.gov.cn/zwgk/tzgg/"
ROWS = [
    (title, f"/zwgk/tzgg/2025/{100 + n}.html", date(2025, 6, 27) if n < 2 else date(2024, 12, 31 - n))
    for n, title in enumerate(
        ("示范市召开安全生产会议", "停水通知", "示范市公布2019-2023年规范性文件清理结果", "倡议书", "示范市启动防汛应急响应（第二批）")
    )
]


def read(row, before="<ul>", after="</ul>", count=5):
    body = before + "".join(row.format(t=t, u=u, d=d, n=n) for n, (t, u, d) in enumerate(ROWS[:count], 1)) + after
    html = f"<title>通知公告</title><body><div class='nav'><a href='/'>首页</a></div><div class='c'><h2>通知公告</h2>{body}</div></body>"
    return parse_page(html, url=URL, fetched_at=AT).entries


def days(entries):
    return [entry.date.date for entry in entries]


def titles(entries):
    return [entry.title for entry in entries]


@pytest.mark.parametrize("count", [5, 2, 1])
@pytest.mark.parametrize("parts", ["<b>{d:%m.%d}</b><i>{d:%Y}</i>", "<p>{d:%Y}</p><p>{d:%m.%d}</p>", "<b>{d:%m.%d}</b><i>{d:%Y}年</i>"])
def test_dotted_month_and_day_beside_a_year(parts, count):
    """Month and day with a dot are a date beside their year."""
    assert [d for *_, d in ROWS[:count]] == days(read(f"<li><div class='date'>{parts}</div><a href='{{u}}'>{{t}}</a></li>", count=count))


@pytest.mark.parametrize("count, name, expected", [(2, "date", True), (1, "fbrq", True), (2, "price", False), (5, "price", True)])
def test_dotted_month_and_day_alone(count, name, expected):
    """So they are in an element named so, or in several rows; else they are as well an amount."""
    entries = read(f"<li><a href='{{u}}'>{{t}}</a><span class='{name}'>{{d:%m.%d}}</span></li>", count=count)

    assert [(d.month, d.day) if expected else (None, None) for *_, d in ROWS[:count]] == [(e.date.month, e.date.day) for e in entries]


def test_number_of_the_next_row_is_no_day():
    """A year and month before the number of the next row stay without a day."""
    row = "<ul class='r'><li>{n}</li><li><a href='{u}'>{t}</a></li><li><span>{d:%Y-%m}</span></li></ul>"

    assert [(d.year, d.month, None) for *_, d in ROWS] == [(e.date.year, e.date.month, e.date.day) for e in read(row, "<div>", "</div>")]


def test_years_over_their_rows():
    """Month and day take the year over their own rows, not the one that follows."""
    blocks = {
        year: "".join(f"<li><a href='{u}'>{t}</a><span>{d.month}月{d.day}日</span></li>" for t, u, d in ROWS if d.year == year)
        for year in (2025, 2024)
    }
    entries = read("", "".join(f"<h4>{year}年</h4><ul>{block}</ul>" for year, block in blocks.items()), "", count=0)

    assert [d for *_, d in ROWS] == days(entries)


@pytest.mark.parametrize("box", ["<h4>{d:%Y年%m月%d日}</h4><ul>{rows}</ul>", "<div class='day'><p class='d'>{d}</p><ul>{rows}</ul></div>"])
@pytest.mark.parametrize("count", [5, 2])
def test_days_over_their_rows(box, count):
    """A day that heads a box is that of all its rows, where several boxes have one; a single one may be the page's clock."""
    days_over = {d: [row for row in ROWS if (row[2].year == 2025) == (d.year == 2025)] for d in (date(2025, 6, 27), date(2024, 12, 20))}
    shown = {d: rows for d, rows in days_over.items() if count == 5 or d.year == 2025}
    boxes = "".join(box.format(d=d, rows="".join(f"<li><a href='{u}'>{t}</a></li>" for t, u, _ in rows)) for d, rows in shown.items())

    assert [d if count == 5 else None for d, rows in shown.items() for _ in rows] == days(read("", f"<div>{boxes}", "</div>", 0))


@pytest.mark.parametrize("cell", ["来源：市政府办 {d}", "{d}"])
def test_day_of_publication_by_its_column(cell):
    """The column says which day is which, also where a source stands in the cell."""
    row = f"<tr><td><a href='{{u}}'>{{t}}</a></td><td>{cell}</td><td>2026-01-01</td></tr>"

    assert [d for *_, d in ROWS] == days(read(row, "<table><tr><th>标题</th><th>发布时间</th><th>更新时间</th></tr>", "</table>"))


@pytest.mark.parametrize(
    "line", ["发布时间：{d} 来源：市政府办 点击数：31", "来源：市政府办 {d}", "{d} | 市教育局", "{d}&nbsp;&nbsp;浏览：393次"]
)
@pytest.mark.parametrize("count", [5, 1])
def test_line_of_source_and_day_inside_the_link(line, count):
    """A line of source, day and hits in the link is no part of the title, and its day is the row's, not one in the title."""
    entries = read(f"<li><a href='{{u}}'>{{t}}<em>{line}</em></a></li>", count=count)

    assert [(t, d) for t, _, d in ROWS[:count]] == [(e.title, e.date.date) for e in entries]


def test_source_and_day_under_the_title_of_a_card():
    """Who put it up and the day, in an element of their own within the link, are the row's also beside rows with the day alone."""
    card = "<a href='{u}'><div><p class='t'>关于{t}</p><p class='d'>{line}</p></div><img src='{n}.jpg'></a>"
    cards = "".join(card.format(u=u, t=t, n=n, line=f"示范发布 &nbsp; {d}" if n < 3 else d) for n, (t, u, d) in enumerate(ROWS))

    assert [(f"关于{t}", d) for t, _, d in ROWS] == [(e.title, e.date.date) for e in read("", f"<section>{cards}", "</section>", 0)]


@pytest.mark.parametrize("line", ["截止 2025-08-01", "截止日期 2025-08-01", "报名时间 2025-08-01"])
def test_other_day_under_the_title_of_a_card(line):
    """The last day of something is none of publication there."""
    assert [None] * 5 == days(
        read(f"<li><a href='{{u}}'><p>关于{{t}}</p><p>{line}</p></a></li>", "<ul><li><a href='/x/1.html'>示范</a></li>")
    )[-5:]


@pytest.mark.parametrize("count", [5, 2, 1])
@pytest.mark.parametrize(
    "column", ["<a href='/zwgk/tzgg/'>[通知公告]</a>", "[<a href='/zwgk/tzgg/'>通知公告</a>]", "<a href='/zwgk/tzgg/'>通知公告</a>|"]
)
@pytest.mark.parametrize(
    "row",
    [
        "<li>{c}<a href='{{u}}'>{{t}}</a><span>{{d}}</span></li>",
        "<li>{c}<a href='{{u}}'>{{t}}<span>{{d}}</span></a></li>",
        "<li>{c}<a href='{{u}}'>{{t}}</a></li>",
    ],
)
def test_name_of_the_column_before_a_short_title(row, column, count):
    """The column's name before a title, however short that is, is no entry and no title."""
    assert [t for t, *_ in ROWS[:count]] == titles(read(row.format(c=column), count=count))


@pytest.mark.parametrize(
    "row", ["<li><a href='{u}'><p>{t}</p><span>{d}</span></a></li>", "<a href='{u}'><div><div>{t}</div><i>{d}</i></div></a>"]
)
def test_short_title_in_a_card(row):
    """A title of three characters in a card is read without the day."""
    assert [(t, d) for t, _, d in ROWS] == [(e.title, e.date.date) for e in read(row)]


@pytest.mark.parametrize("cut", ["·{t:.6}...", "[置顶]{t:.6}…", "◆ {t:.6}..."])
def test_cut_title_behind_a_bullet(cut):
    """A title cut short behind a bullet or mark is completed from its attribute."""
    row = f"<li><a href='{{u}}' title='{{t}}'>{cut}</a><span>{{d}}</span></li>"

    assert [t for t, *_ in ROWS] == titles(read(row))


@pytest.mark.parametrize("count", [5, 3])
@pytest.mark.parametrize(
    "row, before, after",
    [
        (
            "<tr><td><a href='{u}'>{t}</a></td><td>{d}</td><td>2030-01-01</td><td><a href='{u}?fk'>查看反馈</a></td></tr>",
            "<table><tr><th>征集主题</th><th>发布日期</th><th>截止日期</th><th>反馈</th></tr>",
            "</table>",
        ),
        ("<li><p><a href='{u}'>{t}</a><span>{d}</span></p><p><a href='{u}?jd'>政策解读</a></p></li>", "<ul>", "</ul>"),
        (
            "<div class='r'><div class='h'><div><a href='{u}'>{t}</a></div><div><a href='{u}?jd'>政策解读</a></div></div>"
            "<div class='x'><span>文号：示政办发〔2025〕{n}号</span><span>发布日期：{d}</span><span>成文日期：2024-01-05</span></div></div>",
            "<div>",
            "</div>",
        ),
    ],
)
def test_link_that_every_row_repeats(row, before, after, count):
    """What each row offers behind its title, 政策解读 or 查看反馈, is no entry and takes no day, wherever the days stand."""
    assert [(t, d) for t, _, d in ROWS[:count]] == [(e.title, e.date.date) for e in read(row, before, after, count)]


@pytest.mark.parametrize("count", [5, 2])
@pytest.mark.parametrize(
    "row, before, after",
    [
        ("<dt><a href='{u}'>{t}</a></dt><dd>发布日期：{d}　下载：<a href='/f/{n}.xls'>Excel</a></dd>", "<dl>", "</dl>"),
        ("<tr><td><a href='{u}'>{t}</a></td></tr><tr><td>发布日期：{d} <a href='/f/{n}.xls'>表格</a></td></tr>", "<table>", "</table>"),
        ("<p><a href='{u}'>{t}</a></p><p>{d} <a href='/f/{n}.xls'>Excel</a></p>", "<div>", "</div>"),
    ],
)
def test_file_in_the_line_of_the_day(row, before, after, count):
    """Where every title has a line of its own and the day stands with a file below it, the day is the title's."""
    assert [(t, d) for t, _, d in ROWS[:count]] == [(e.title, e.date.date) for e in read(row, before, after, count)]


@pytest.mark.parametrize("heading, count", [("热门文件", 5), ("热点政策", 5), ("乡镇文件", 11)])
def test_hot_rows_of_the_same_column(heading, count):
    """Rows under such a heading are not the list's, though they lead to the same column as those of its tab."""
    hot = "".join(f"<li><a href='/zwgk/tzgg/2025/{200 + n}.html'>示范市第{n}号文件的通知</a><span>2025-06-30</span></li>" for n in range(6))
    tabs = "<div class='tabs'><div class='hd'><a class='on'>部门文件</a><a>文件解读</a></div><div class='bd'><ul>"
    entries = read("<li><a href='{u}'>{t}</a><span>{d}</span></li>", tabs, f"</ul></div></div><div><h4>{heading}</h4><ul>{hot}</ul></div>")

    assert count == len(entries)


@pytest.mark.parametrize("start, own", [("开始时间", True), ("征集开始日期", True), ("报名开始时间", False)])
@pytest.mark.parametrize("line", ["<p>{start}：{{d}}</p><p>结束时间：2026-01-01</p>", "<p>{start}：{{d}} 截止时间：2026-01-01</p>"])
def test_consultations_from_when_to_when(line, start, own):
    """The first day of a consultation is the one it was put up, as in a table; that of a registration is none."""
    entries = read("<li><a href='{u}'>{t}</a>" + line.format(start=start) + "</li>")

    assert [d if own else None for *_, d in ROWS] == days(entries)


@pytest.mark.parametrize("count", [5, 2, 1])
def test_posts_with_a_header_each(count):
    """The header of each post, with a short title and the day, is not the page's."""
    row = "<article><header class='entry-header'><h2><a href='{u}'>{t}</a></h2><div><span>{d}</span></div></header><p>近日，示范市召开会议。</p></article>"

    assert [(t, d) for t, _, d in ROWS[:count]] == [(e.title, e.date.date) for e in read(row, "", "", count=count)]


@pytest.mark.parametrize("count", [5, 2])
def test_day_before_the_title_in_a_flat_list(count):
    """Days before the titles of a flat list, two rows of which are no title and attachment."""
    entries = read("<dt>{d}</dt><dd><a href='{u}'>{t}</a></dd>", "<dl>", "</dl>", count=count)

    assert [(t, d) for t, _, d in ROWS[:count]] == [(e.title, e.date.date) for e in entries]


def test_years_of_two_digits():
    """Rows such as 26-09-22 have the year of their own address, where that tells the same day; else they stay unreadable."""
    days = [(22, 22), (9, 9), (8, 7)]
    rows = "".join(
        f"<li><a href='/tzgg/202509/t202509{told:02}_57{told}.html'>示范市第{told}次工作会议的通知</a><span>25-09-{shown:02}</span></li>"
        for shown, told in days
    )
    page = parse_page(f"<html><body><ul>{rows}</ul></body></html>", url="http://www.example.gov.cn/tzgg/index.html", fetched_at=AT)

    assert [date(2025, 9, 22), date(2025, 9, 9), None] == [entry.date.date for entry in page.entries]


@pytest.mark.parametrize(
    "cell",
    [
        "<b>{d:%d}</b><i>{d:%b}, {d:%Y}</i>",
        "<em>{d:%b %Y}</em><b>{d:%d}</b>",
        "<b>{d:%d}</b><u>{d:%B}</u><i>{d:%Y}</i>",
        "<b>{d:%d}</b><i>{d:%m}月 {d:%Y}</i>",
    ],
)
def test_month_by_its_name_beside_the_day(cell):
    """A day over the name of its month is one date."""
    entries = read(f"<div class='item'><p>{cell}</p><h3><a href='{{u}}'>{{t}}</a></h3></div>", "<div>", "</div>")

    assert [day for _, _, day in ROWS] == days(entries)


def test_month_by_its_english_name_without_a_year():
    """No year is made up, and a number before a title in English is no day."""
    entries = read("<li><b>{d:%d}</b><i>{d:%b}</i><a href='{u}'>{t}</a></li>")
    assert [(None, day.month, day.day) for _, _, day in ROWS] == [(e.date.year, e.date.month, e.date.day) for e in entries]

    entries = read("<li><em>{d:%b}</em><b>{d:%d}</b><a href='{u}'>{t}</a></li>")
    assert [(None, day.month, day.day) for _, _, day in ROWS] == [(e.date.year, e.date.month, e.date.day) for e in entries]

    entries = read("<li><b>{n}</b><a href='{u}'>May Day {t}</a><span>{d}</span></li>")
    assert [day for _, _, day in ROWS] == days(entries)
