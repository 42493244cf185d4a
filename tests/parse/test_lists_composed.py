# ruff: noqa: E501 (markup stands on one line, as on pages)
"""List pages composed at random from independent choices: rows, boxes, days, frames, blocks beside; the truth is known."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from govsite_rules.parse.page import parse_page

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
BASE = "http://www.example.gov.cn"
OFFICES = ("市政府", "县教育局", "区财政局", "市应急管理局", "镇人民政府")
ACTS = ("召开", "印发", "关于开展", "公示", "通报")
MATTERS = (
    "安全生产工作会议",
    "2024年度部门决算",
    "《建设实施方案》的通知",
    "2019-2023年规范性文件清理结果",
    "招聘公告（第二批）",
    "2025年6月30日新闻",
    "12345热线办理情况",
    "1-5月经济运行情况",
)
SHORT = ("停水通知", "倡议书", "人事任免", "招聘启事")

DAYS = (
    "{d}", "[{d}]", "（{d}）", "{d:%Y/%m/%d}", "{d:%Y.%m.%d}", "{d:%Y年%m月%d日}", "{d} 09:30:00", "{d} 星期五", "{d.year}-{d.month}-{d.day}",
    "发布时间：{d}", "更新时间：{d:%Y/%m/%d}", "来源：市政府办 {d}", "{d} | 市教育局",
    "<b>{d:%d}</b><i>{d:%Y-%m}</i>", "<b>{d:%m-%d}</b><i>{d:%Y}</i>", "<p>{d:%Y}</p><p>{d:%m.%d}</p>", "{d:%d}<br>{d:%Y/%m}",
)  # fmt: skip
AROUND_DAY = ("<span>{}</span>", "<em class='date'>{}</em>", "<div class='time'>{}</div>", "<font color=gray>{}</font>", "<i><u>{}</u></i>")
TITLE = ("{t}", "<font color=red>{t}</font>", "<i></i>{t}", "<img src='d.gif'>{t}", "<b>{t}</b>")
BEFORE = (
    "",
    "",
    "·",
    "<img src='d.gif'>",
    "<a href='{page}'>[通知公告]</a> ",
    "【通知公告】",
    "<a href='{u}'><img src='p.jpg'></a>",
    "<em>{n}</em>",
)
BEHIND = (
    "",
    "",
    "<img src='new.gif'>",
    "<span>点击：{n}21</span>",
    "<span>市政府办公室</span>",
    "<a href='{u}'>[详细]</a>",
    "<p>6月3日上午，市长主持召开2025年第5次会议，强调要抓好落实。</p>",
)
BOXES = {  # how one row is written, and all of them
    "ul": ("<li>{row}</li>", "<ul {name}>{all}</ul>"),
    "unclosed ul": ("<LI>{row}", "<UL {name}>{all}</UL>"),
    "rules": ("<li>{row}</li><li class='line'></li>", "<ul {name}>{all}</ul>"),
    "divs": ("<div class='item'>{row}</div>", "<div {name}>{all}</div>"),
    "cards": ("<div class='col'><div class='card'><div class='body'>{row}</div></div></div>", "<div {name}>{all}</div>"),
    "table": ("<tr><td>{row}</td></tr>", "<table {name}>{all}</table>"),
    "spaced table": ("<tr><td>{row}</td></tr><tr><td height=1></td></tr>", "<table {name}>{all}</table>"),
    "tables": ("<table width='98%'><tr><td>{row}</td></tr></table>", "<div {name}>{all}</div>"),
    "posts": ("<article><header class='entry-header'>{row}</header></article>", "<section>{all}</section>"),
    "boxes": ("<ul class='r'><li>{row}</li></ul>", "<div {name}>{all}</div>"),
}
NAMES = ("", "", "class='list'", "class='hot'", "class='nav_list'", "id='sidebar'", "class='right_bar'", "class='related'", "class='top'")
ADDRESSES = {  # of the page, its articles and those of another column
    "/zwgk/tzgg/": ("./202506/t20250613_{n}.html", "../../xw/bmdt/202506/t20250630_{n}.html"),
    "/col/col1229/index.html": ("/art/2021/6/3/art_1229_{n}.html", "/art/2025/6/30/art_1330_{n}.html"),
    "/zwgk/tzgg.htm": ("../info/1004/{n}.htm", "../info/1021/{n}.htm"),
    "/list.asp?classid=12": ("show.asp?id={n}", "show.asp?id=9{n}"),
    "/list/12.html": ("/news/{n}.html", "/news/9{n}.html"),
}
PATHS = (
    "<div class='position'>您的位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>公开</a> &gt; 通知公告</div>",
    "<p>当前位置：首页 - 公开 - 通知公告</p>",
    "<div class='dq'><a href='/'>首页</a>>><a href='{page}'>通知公告</a></div>",
)
PAGERS = (
    "",
    "<div class='page'><script>createPageHTML(9, 0, 'index', 'html');</script></div>",
    "<p>共131条 1/9 <a>上页</a> <a href='8.htm'>下页</a></p>",
    "<div><a href='2.html'>2</a><a href='2.html'>后一页</a></div>",
)
HEADS = (
    "",
    "<div class='top'>今天是2025年6月30日 星期一</div>",
    "<marquee><a href='/xw/1234.html'>市政府召开安全生产工作会议</a>(2025-06-30)</marquee>",
    "<table><tr><td>2025年6月30日 晴</td></tr></table>",
)
FEET = ("<div class='footer'>{}</div>", "<p align=center>{}</p>", "<table><tr><td>{}</td></tr></table>")
FRAMES = (
    "<div class='main'><div class='left'>{menu}</div><div class='content'>{own}</div><div class='right'>{side}</div></div>",
    "<table><tr><td width=200>{menu}</td><td>{own}</td><td>{side}</td></tr></table>",
    "<div class='row'><div class='col-3'>{menu}{side}</div><div class='col-9'>{own}</div></div>",
    "<form><div>{menu}</div><div id='c'>{own}</div>{side}</form>",
    "<main><section>{own}</section><aside>{menu}{side}</aside></main>",
)  # fmt: skip
SIDES = ("", "", "部门动态", "热点新闻", "最新信息")


def composed(seed):
    """(markup, address, rows) of one page."""
    chance = random.Random(seed)
    pick = chance.choice
    page = pick(list(ADDRESSES))
    address, other = ADDRESSES[page]
    day, rows, shown = date(2021, 12, 28), [], []
    written = pick(AROUND_DAY).format(pick(DAYS))
    title, before, behind = pick(TITLE), pick(BEFORE), pick(BEHIND)
    order = pick(("{before}{link}{day}{behind}", "{day}{before}{link}{behind}", "{before}{link}{behind}{day}"))
    one, box = BOXES[pick(list(BOXES))]
    for n in range(pick((1, 2, 3, 5, 12))):
        day -= timedelta(days=chance.randrange(1, 40))
        name = pick(SHORT) + str(n) if chance.random() < 0.2 else f"{pick(OFFICES)}{pick(ACTS)}{pick(MATTERS)}"
        url = address.format(n=70000 + n)
        link = f"<a href='{url}' target=_blank>{title.format(t=name)}</a>"
        inner = order.format(
            before=before.format(page=page, u=url, n=n + 1), link=link, day=written.format(d=day), behind=behind.format(u=url, n=n + 1)
        )
        rows.append((name, day))
        shown.append(one.format(row=inner))
    own = pick(PATHS).format(page=page) + pick(("", "<h2>通知公告</h2>")) + box.format(name=pick(NAMES), all="".join(shown)) + pick(PAGERS)
    menu = pick(("", f"<div class='menu'><ul><li><a href='/xw/bmdt/'>部门动态</a></li><li><a href='{page}'>通知公告</a></li></ul></div>"))
    heading = pick(SIDES)
    items = "".join(
        f"<li><a href='{other.format(n=80000 + n)}'>{pick(OFFICES)}{pick(ACTS)}{pick(MATTERS)}</a><span>2025-06-{30 - n}</span></li>"
        for n in range(pick((3, 8)))
    )
    side = f"<div class='box'><h3>{heading}</h3><ul>{items}</ul></div>" if heading else ""
    foot = pick(FEET).format("版权所有 2005-2025 <a href='https://beian.miit.gov.cn/'>示ICP备05000001号</a> 更新日期：2025-06-30")
    nav = "<div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/zwgk/'>公开</a></li><li><a href='/hd/'>互动</a></li></ul></div>"
    body = pick(HEADS) + nav + pick(FRAMES).format(menu=menu, own=own, side=side) + foot
    return f"<html><head><title>{pick(('通知公告_示范市', '示范市'))}</title></head><body>{body}</body></html>", BASE + page, rows


@pytest.mark.parametrize("tenth", range(10))
def test_composed_pages(tenth):
    """Whatever is combined, titles and days are those of the page's own rows."""
    for seed in range(tenth, 600, 10):
        html, url, rows = composed(seed)
        page = parse_page(html, url=url, fetched_at=AT)
        assert (seed, rows, "") == (seed, [(entry.title, entry.date.date) for entry in page.entries], page.blank)
