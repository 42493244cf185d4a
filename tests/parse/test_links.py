"""The link table of a page: kinds, places, and links that no visitor can see."""

from datetime import UTC, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import Crumb, LinkKind
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)


def links(body, frame=zoo.frame_div):
    page = parse_page(frame(body), url=zoo.BASE + "/zwgk/tzgg/", fetched_at=AT)
    return {link.url: link for link in page.links}


def test_kinds_and_places():
    """Own pages, other governments, outside hosts and files; navigation, list, path and footer."""
    rows = zoo.sample(3)
    found = links(zoo.ul(rows) + "<p><a href='http://www.example.com/'>企业</a><a href='/u/1.pdf'>附件</a></p>")

    assert (LinkKind.INTERNAL, "list") == (found[zoo.BASE + rows[0][1]].kind, found[zoo.BASE + rows[0][1]].place)
    assert (LinkKind.GOVERNMENT, "nav") == (found["http://www.a.gov.cn/"].kind, found["http://www.a.gov.cn/"].place)
    assert LinkKind.EXTERNAL is found["http://www.example.com/"].kind
    assert LinkKind.ATTACHMENT is found[zoo.BASE + "/u/1.pdf"].kind
    assert "nav" == found[zoo.BASE + "/zwfw/"].place
    assert "footer" == found["https://beian.miit.gov.cn/"].place


def test_distinct():
    """A link that stands twice is one, with the text it has anywhere."""
    found = links("<a href='/x/1.html'><img src='/1.jpg'></a><a href='/x/1.html'>标题</a><a href='/x/1.html#c'>评论</a>")

    assert "标题" == found[zoo.BASE + "/x/1.html"].text


@pytest.mark.parametrize(
    "html, why",
    [
        ("<div style='display:none'><a href='http://spam.example.com/'>x</a></div>", "styled away"),
        ("<div style='position:absolute;left:-9999px'><a href='http://spam.example.com/'>x</a></div>", "off-screen"),
        ("<a style='font-size:0px' href='http://spam.example.com/'>x</a>", "zero size"),
        ("<div style='height:0px;overflow:hidden'><a href='http://spam.example.com/'>x</a></div>", "zero size"),
        ("<div style='text-indent:-9999px'><a href='http://spam.example.com/'>x</a></div>", "off-screen"),
        ("<span hidden><a href='http://spam.example.com/'>x</a></span>", "styled away"),
        ("<div style='margin-left: -10px'><a href='http://spam.example.com/'>x</a></div>", ""),
        ("<div style='overflow:hidden;height:100px'><a href='http://spam.example.com/'>x</a></div>", ""),
        ("<div style='opacity:0.8'><a href='http://spam.example.com/'>x</a></div>", ""),
        ("<marquee height=1 width=4><a href='http://spam.example.com/'>x</a></marquee>", "zero size"),
        ("<marquee height='24'><a href='http://spam.example.com/'>x</a></marquee>", ""),
        (
            "<script>document.write('<div style=\"display:none\">')</script><a href='http://spam.example.com/'>x</a>"
            "<script>document.write('</div>')</script>",
            "styled away",
        ),
        (
            "<script>document.write('<div style=\"left:-900px;position:absolute\">')</script><p>y</p>"
            "<script>document.write('</div>')</script><a href='http://spam.example.com/'>x</a>",
            "",
        ),
        (
            "<div id=a1><a href='http://spam.example.com/'>x</a></div><script>document.getElementById('a1').style.display='none'</script>",
            "styled away",
        ),
        (
            "<div id=a1><a href='http://spam.example.com/'>x</a></div>"
            "<script>function shut(){document.getElementById('a1').style.display='none'}</script>",
            "",
        ),
        ("<script>document.write('<div style=\"color:red\">')</script><a href='http://spam.example.com/'>x</a>", ""),
        ("<a style='font-size:0' href='http://spam.example.com/'><img src='/tv.jpg'></a>", ""),
        ("<div style='display:none'><a href='http://spam.example.com/'>x</a></div><a href='http://spam.example.com/'>x</a>", ""),
    ],
)
def test_hidden(html, why):
    """Links to outside hosts that styles take from view are flagged with the reason; shown once is shown."""
    assert why == links(html)["http://spam.example.com/"].hidden


@pytest.mark.parametrize("host", ["www.example.gov.cn", "www.other.gov.cn"])
def test_hidden_tabs_are_normal(host):
    """Tabs and menus that open later hold own and government links, which are not flagged."""
    assert "" == links(f"<div style='display:none'><a href='http://{host}/x/'>栏目</a></div>")[f"http://{host}/x/"].hidden


def test_clicks():
    """Addresses in click handlers and script links count."""
    found = links(
        "<a href='javascript:void(0)' onclick=\"window.open('/x/1.html')\">一</a><a href=\"javascript:openUrl('/x/2.html')\">二</a>"
        "<a href='#' onclick=\"location.href='/x/3.html'\">三</a><a href='javascript:history.back()'>返回</a>"
    )

    assert {f"{zoo.BASE}/x/{n}.html" for n in (1, 2, 3)} <= set(found)


@pytest.mark.parametrize(
    "path, expected",
    [
        (
            "<div class='crumb'>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>政务公开</a> &gt; 通知公告</div>",
            [("首页", "/"), ("政务公开", "/zwgk/"), ("通知公告", "")],
        ),
        ("<p>您现在的位置：<a href='/'>首页</a>&gt;&gt;<a href='/zwgk/'>政务公开</a></p>", [("首页", "/"), ("政务公开", "/zwgk/")]),
        ("<p>當前位置：<a href='/'>首頁</a> / <a href='/dt/'>工作動態</a></p>", [("首頁", "/"), ("工作動態", "/dt/")]),
        ("<table><tr><td>当前位置：<a href='/'>首页</a> » 通知公告</td></tr></table>", [("首页", "/"), ("通知公告", "")]),
        ("<table><tr><td class='hei12'>我的位置：<a href='/'>首页</a> > 通知公告</td></tr></table>", [("首页", "/"), ("通知公告", "")]),
        ("<div><span>当前位置：</span><a href='/'>首页</a>-<span>通知公告</span></div>", [("首页", "/"), ("通知公告", "")]),
        ("<ul class='breadcrumb'><li><a href='/'>首页</a></li><li>通知公告</li></ul>", [("首页", "/"), ("通知公告", "")]),
        (
            "<dl><dt><b>当前位置</b>：</dt><dd><a href='/'>首页</a>&gt;<a href='/zwgk/'>政务公开</a></dd></dl>",
            [("首页", "/"), ("政务公开", "/zwgk/")],
        ),
        (
            "<div><div>您的位置：</div><div><a href='/'>首页</a>➤<a href='/zwgk/'>政务公开</a>➤正文</div></div>",
            [("首页", "/"), ("政务公开", "/zwgk/"), ("正文", "")],
        ),
        (
            "<p>位置：<a href='/'>首页</a>—<a href='/zwgk/'>政务公开</a>—第2025-06号公告</p>",
            [("首页", "/"), ("政务公开", "/zwgk/"), ("第2025-06号公告", "")],
        ),
        (
            "<div class='lujing'><a href='/'>网站首页</a> &gt; <a href='/zwgk/'>政务公开</a> &gt; 正文</div>",
            [("网站首页", "/"), ("政务公开", "/zwgk/"), ("正文", "")],
        ),
        ("<p class='n01'><a href='/'>\n首页 \n</a>\n> 专题集锦\n</p>", [("首页", "/"), ("专题集锦", "")]),
        (
            "<div><a href='/'><img src='h.png'><b>首页</b></a><span>&gt;</span><a href='#2'><b>政策解读</b></a></div>",
            [("首页", "/"), ("政策解读", "")],
        ),
        ("<div><a href='/'>首頁</a> &gt; <a href='/dt/'>工作動態</a></div>", [("首頁", "/"), ("工作動態", "/dt/")]),
        ("<div><a href='/'>首页</a> &gt; 第1页 &gt; 尾页</div>", []),
        ("<div>关于做好统计工作的通知 <a href='/'>首页</a> &gt; 政策解读</div>", []),
        ("<p class='detailTitle'>\n首页  &gt; 公示公告 &gt;&gt; 正文\n</p>", [("首页", ""), ("公示公告", ""), ("正文", "")]),
        ("<p>首页 &gt;</p>", []),
        ("<p>位置：<a href='/'>首页&nbsp;&gt;&gt;</a><a href='/zwgk/'>政务公开</a></p>", [("首页", "/"), ("政务公开", "/zwgk/")]),
        (
            "<p>位置：<a href='/'>首页</a> &gt; 双公示 &gt; <a href='/zwgk/'>行政许可</a></p>",
            [("首页", "/"), ("双公示", ""), ("行政许可", "/zwgk/")],
        ),
        ("<div><a href='/'>首页</a> | <a href='/zwgk/'>政务公开</a> | <a href='/bs/'>办事</a></div>", []),
        ("<ol class='breadcrumb'><li>首页</li><li>政务公开</li><li>公告</li></ol>", [("首页", ""), ("政务公开", ""), ("公告", "")]),
        ("<div class='news-crumbs'><span>首页</span><span>要闻</span></div>", [("首页", ""), ("要闻", "")]),
        ("<ul class='mbx'><li><a href='/'>首页</a></li><li>公开</li><li>文件</li></ul>", [("首页", "/"), ("公开", ""), ("文件", "")]),
        ("<nav aria-label='面包屑'><a href='/'>首页</a><a href='/zwgk/'>政务公开</a></nav>", [("首页", "/"), ("政务公开", "/zwgk/")]),
        (
            "<div class='dqwz'><a href='/'>首页</a> &gt; <a href='/zwgk/'>公开</a> <span>字号：大 中 小</span> 打印</div>",
            [("首页", "/"), ("公开", "/zwgk/")],
        ),
        ("<div class='dqwz'><a href='/'>首页</a> &gt; 公开 【打印】</div>", [("首页", "/"), ("公开", "")]),
        (
            "<div class='position'><a href='/'>首页</a> > <a href='/zwgk/'>详情页</a></div>"
            "<p>您的位置：<a href='/'>首页</a> > <a href='/zwgk/'>公开</a> > <a href='/zwgk/zc/'>政策</a></p>",
            [("首页", "/"), ("公开", "/zwgk/"), ("政策", "/zwgk/zc/")],
        ),
        ("<div><a href='/'>首页</a> &gt; 新闻中心 &gt; 工作动态</div>", [("首页", "/"), ("新闻中心", ""), ("工作动态", "")]),
        ("<div><a href='/'>首页</a> 新闻中心 &gt; 工作动态</div>", []),
        ("<p><a href='/'>首页</a> &gt;&gt; 现予公布，请遵照执行。</p>", []),
        ("<p>项目位置：人民路</p>", []),
        (
            "<span class='layui-breadcrumb'><a href='/'>首页</a><span lay-separator=''>/</span><a href='/dt/'>动态</a></span>",
            [("首页", "/"), ("动态", "/dt/")],
        ),
        ("<span class='layui-breadcrumb'><a href='/'>首页</a></span>", []),
    ],
)
def test_crumbs(path, expected):
    """The path is read by its element or by its words."""
    page = parse_page(f"<html><body>{path}{zoo.ul(zoo.sample(3))}</body></html>", url=zoo.BASE + "/zwgk/tzgg/", fetched_at=AT)

    assert [Crumb(name, zoo.BASE + url if url else "") for name, url in expected] == list(page.crumbs)


@pytest.mark.parametrize(
    "call, count", [("openLinkWindow('/xw/2025/t20250613_{n}.html');", 3), ("addFavorite('/xw/2025/t20250613_{n}.html')", 0)]
)
def test_rows_that_a_function_of_the_site_opens(call, count):
    """An address given to a function of the site's own is where the row leads; what keeps or shares an address leads nowhere."""
    rows = "".join(
        f"<li><a href='javascript:;' onclick=\"{call.format(n=n)}\">示范市第{n}次工作会议召开</a><span>2025-06-13</span></li>"
        for n in range(3)
    )
    page = parse_page(f"<html><body><ul>{rows}</ul></body></html>", url=zoo.BASE + "/xw/", fetched_at=AT)

    assert count == sum(bool(entry.url) for entry in page.entries)


@pytest.mark.parametrize(
    "html, why",
    [
        ("<div style='position:absolute;left:50%;margin-left:-600px'>{}</div>", ""),
        ("<div style='position:absolute;left:50%;margin-left:-9999px'>{}</div>", "off-screen"),
        ("<div style='position:absolute;left:-9999px;top:0%'>{}</div>", "off-screen"),
        ("<div style='position:absolute;left:-9999px;width:1000px'>{}</div>", "off-screen"),
        ("<div style='overflow:hidden;height:0;padding-bottom:56.25%'>{}</div>", ""),
        ("<div style='overflow:hidden;height:0;padding:0'>{}</div>", "zero size"),
        ("<ul style='width:3920px;margin-left:-980px'><li>{}</li></ul>", ""),
        ("<div style='font-size:1em'>{}</div>", ""),
        ("<div style='line-height:1;overflow:hidden'>{}</div>", ""),
        ("<div style='font-size:0'><span style='font-size:14px'>{}</span></div>", ""),
        ("<div style='font-size:0'><span style='color:red'>{}</span></div>", "zero size"),
        ("<div style='font-size:0'><span style='font-size:0px'>一</span>{}</div>", "zero size"),
        ("<div style='font-size:0'><span style='font-size:14px'>一</span>{}</div>", "zero size"),
        (
            "<div style='font-size:0'><p style='color:red'><a href='http://spam.example.com/'><b style='font-size:1em'>x</b></a></p></div>",
            "",
        ),
        (
            "<div style='font-size:0'><a href='http://spam.example.com/'>x<i style='font-size:0'>y</i></a></div>",
            "zero size",
        ),
        ("<div style='font-size:0.1px'>{}</div>", "zero size"),
        ("<div style='position:absolute;clip:rect(0px,0px,0px,0px)'>{}</div>", "styled away"),
        ("<div style='transform:scale(0)'>{}</div>", "styled away"),
        ("<div style='transform:scale(0.9)'>{}</div>", ""),
        ("<marquee style='height:1px;width:1px'>{}</marquee>", "zero size"),
        ("<style>.k1{{position:absolute;left:-2000px}}</style><div class='k1'>{}</div>", "off-screen"),
        ("<style>p{{margin:0}}\n#k1 {{ display:none; }}</style><div id='k1'>{}</div>", "styled away"),
        ("<style>@media print{{.k0{{color:red}}.k1{{display:none}}}}</style><div class='k1'>{}</div>", ""),
        ("<style>/* 头部 */ .k1{{display:none}}</style><div class='k1'>{}</div>", "styled away"),
        ("<style>.k1{{display:none}} .k1.on{{display:block}}</style><div class='k1'>{}</div>", ""),
        ("<style>.k1{{text-indent:-999px;background:url(a.png)}}</style><div class='k1'>{}</div>", ""),
        ("<style>.k1{{display:none}}</style><div class='k1'>{}</div><script>$('.k1').show()</script>", ""),
    ],
)
def test_what_a_style_takes_from_view(html, why):
    """Boxes drawn back to the middle, tracks and whole lines are in view; the page's own sheet hides like an attribute."""
    assert why == links(html.format("<a href='http://spam.example.com/'>x</a>"))["http://spam.example.com/"].hidden


@pytest.mark.parametrize(
    "html, why",
    [
        ("<ul class='dropdown-menu' style='display:none'>{}</ul>", "folded"),
        ("<div class='tab-bd'><ul><li>一</li></ul><ul style='display:none'>{}</ul></div>", "folded"),
        ("<ul><li onmouseover='show(this)'><div style='display:none'>{}</div></li></ul>", "folded"),
        ("<div><span onclick='toggle()'>媒体</span><div style='display:none'>{}</div></div>", "folded"),
        ("<div class='tab-bd'><p style='display:none'>{}</p></div>", "styled away"),
        ("<div><div>一</div><div style='display:none'>{}</div></div>", "styled away"),
        ("<div class='nav' style='position:absolute;left:-9999px'>{}</div>", "off-screen"),
        ("<table class='table' style='display:none'><tr><td>{}</td></tr></table>", "styled away"),
        ("<div class='popular' style='display:none'>{}</div>", "styled away"),
        ("<style>.menu1{{display:none}}</style><div class='menu1'>{}</div>", "folded"),
        ("<style>.menu1{{position:absolute;left:-2000px}}</style><div class='menu1'>{}</div>", "off-screen"),
        ("<div class='nav' style='display:none'>{0}</div><p style='font-size:0'>{0}</p>", "zero size"),
        ("<p style='font-size:0'>{0}</p><div class='nav' style='display:none'>{0}</div>", "zero size"),
        ("<div class='nav' style='display:none'>{0}</div><p>{0}</p>", ""),
        ("<a href='http://spam.example.com/'><img src='/1.jpg'></a><p style='display:none'>{0}</p>", ""),
    ],
)
def test_menus_and_tabs_fold(html, why):
    """What a visitor opens is told from what nothing in the page speaks of."""
    assert why == links(html.format("<a href='http://spam.example.com/'>x</a>"))["http://spam.example.com/"].hidden
