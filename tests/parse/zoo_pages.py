# ruff: noqa: E501 (markup stands on one line, as on pages)
"""Whole pages as they stand on sites of other content systems, built around the same rows; with words of our own."""

from parse import zoo

_FOOT = (
    "<div class='footer'><p>主办单位：示范市人民政府　承办单位：示范市信息中心</p>"
    "<p>网站标识码：4105000033　<a href='https://beian.miit.gov.cn/'>豫ICP备05000034号-1</a></p></div>"
)


def _page(title, *body):
    return f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{''.join(body)}{_FOOT}</body></html>"


def hot_column(rows):
    """A column that is itself called 热点新闻, beside undated blocks, one of which is called so too."""
    own = "".join(
        f"<tr><td><div class='newsmb'><dl><dt><strong>·</strong><a href='/system/{d:%Y/%m/%d}/03{n}.shtml' title='{t}'>{t}</a></dt>"
        f"<dd><a class='amore' href='/system/{d:%Y/%m/%d}/03{n}.shtml'>查阅全文</a><font>发表于：</font>{d:%Y/%m/%d}</dd></dl></div></td></tr>"
        for n, (t, _, d) in enumerate(rows)
    )
    side = "".join(f"<li><a href='/system/2025/06/20/01{n}.shtml'>示范市第{n}次专题会议召开...</a></li>" for n in range(8))
    video = "".join(f"<li><a href='/system/2025/06/21/02{n}.shtml'>2025年6月{n + 9}日《示范新闻》</a></li>" for n in range(6))
    return _page(
        "热点新闻",
        "<div class='nav'><ul><li><a href='/hot/'>热点新闻</a> <a href='/vedio/'>视频新闻</a></li></ul></div>",
        f"<div class='main'><div class='wz_left'><h5>\n您当前的位置 ：\n<a href='/index.shtml'>中国示范网</a>\n&nbsp;&gt;&nbsp;\n<a href='/hot/index.shtml'>热点新闻</a></h5><div class='con_wz'><table>{own}</table></div></div>",
        "<div class='wz_right'><div class='nav_name'><h4><a href='/hot/' class='amore'>更多>></a>热点新闻</h4>",
        f"<ul>{side}</ul></div><div class='nav_name'><h4><a href='/vedio/'>更多>></a>视频新闻</h4><ul>{video}</ul></div></div></div>",
    )


def menu_by_id(rows):
    """A menu and the list are boxes alike, told apart by their ids alone."""
    own = "".join(f"<div><a href='{u}'>{t}</a><p>{d}</p></div>" for t, u, d in rows)
    menu = "".join(
        f"<a href='news-list-{n}.html'><p><span>{w}</span></p></a>"
        for n, w in enumerate(("示范要闻", "部门动态", "乡镇动态", "公告公示", "媒体看县"))
    )
    return _page(
        "示范要闻 - 示范县人民政府",
        "<div id='nav'><a href='/'>首页</a><a href='/news.html'>新闻</a></div>",
        "<div class='div2'><a href='/'>首页</a><span>></span><a href='news.html'>新闻中心</a><span>></span><a href='news-list-0.html'>示范要闻</a></div>",
        f"<div id='left_lan'>{menu}</div><div id='right_con'>{own}</div>",
        "<div id='right_tz'><div>共595条记录 1/30页</div><div><a>首页</a></div><div><a href='news-list-0-2.html'>下一页</a></div>",
        "<select><option>1</option><option>2</option></select></div>",
    )


def hidden_pages(rows):
    """Dates before the titles, and the addresses of all further pages in hidden empty links."""
    own = "".join(f"<li><span>[{d}]</span><a class='lst_bg02' href='{u}'>{t}</a></li>" for t, u, d in rows)
    more = "".join(f"<a href='index_958_{n}.html'></a>" for n in range(1, 60))
    return _page(
        "示范新闻-示范市人民政府",
        "<div class='left'><ul><li><a href='/xw/sf/'>示范新闻</a></li><li><a href='/xw/bm/'>部门快讯</a></li></ul></div>",
        "<div class='right'><div class='zwgg_tit'><dt><h2>示范新闻</h2></dt><dd><strong>当前位置：</strong><a href='/'>首页</a> > 示范新闻</dd></div>",
        f"<div class='list'><div id='comp_958'><ul>{own}</ul></div></div>",
        "<div class='page' id='pag_958'><script>var maxPageNum = 199; var pageName = 'index_958';</script></div>",
        f"<div style='display:none'>{more}</div></div>",
    )


def reports_in_tables(rows):
    """Tables within tables: menu, path, rows and a pager that is partly written by a script."""
    own = "".join(f"<tr valign='top'><td><img src='i.jpg'></td><td>\n<a href='{u}'>{t}</a>\n</td><td>\n{d}\n</td></tr>" for t, u, d in rows)
    menu = "".join(
        f"<tr><td><img src='g.jpg'></td><td><a href='../{p}/'>{w}</a></td></tr>"
        for p, w in (("gd", "信息公开规定"), ("zd", "信息公开制度"), ("zn", "信息公开指南"), ("nb", "信息公开年报"))
    )
    return _page(
        "示范生态示范区",
        "<table id='memu'><tr><td><a href='/'>首页</a></td><td><a href='../'>信息公开</a></td></tr></table>",
        f"<table><tr><td width='253'><table><tr><td><img src='t.jpg'></td></tr><tr><td><table class='gl_left'>{menu}</table></td></tr></table>",
        "</td><td><table class='bor'><tr><td class='pos'>您现在的位置是：<a href='/'>首页</a>&nbsp;&gt;&gt;&nbsp;<a href='./'>信息公开年报</a></td></tr>",
        f"<tr><td><table class='gl_list'>{own}</table></td></tr><tr><td class='page'><script>var countPage = 2; document.write('共计');</script>",
        "共计&nbsp;<font>2&nbsp;</font>页&nbsp;<a href='index.html'>首页</a>&nbsp;|&nbsp;上一页&nbsp;<font>1</font>&nbsp;|&nbsp;",
        "<a href='index_1.html'>2</a>&nbsp;|&nbsp;<a href='index_1.html'>下一页</a> 转到 <input></td></tr></table></td></tr></table>",
    )


def directory(rows):
    """A directory with index numbers and bodies, under a search form and a path with arrows."""
    own = "".join(
        f"<tr><td><a href='{u}' title='{t}'>\n {t}\n</a></td><td>000014348/2025-3542{n}</td><td>示范市教育局</td><td>{d}</td></tr>"
        for n, (t, u, d) in enumerate(rows)
    )
    return _page(
        "示范市政府信息公开",
        "<div class='sx-navs'><ul><li><a href='/'>首页</a></li><li><a href='/xxgk/'>信息公开</a></li></ul></div><div class='sx-cot1'>",
        "<form><input placeholder='请输入搜索内容...'><select><option>全部</option><option>索引号</option></select><a href='/gjjs/'>高级搜索</a></form>",
        "<div class='sx-c1-title'><h1>近期信息公开</h1><div><a href='/'>首页</a>-&gt;<a href='/zfwj/jq/'>近期信息公开</a></div></div>",
        f"<ul class='sx-c1-list'><div><table><tr><th>名称</th><th>索引号</th><th>发布机构</th><th>发布日期</th></tr>{own}</table>",
        "<div class='news-list'><div class='page'><script>var countnum= 6348; var countPage=56;</script><a href='index.html'>首页</a>&nbsp;",
        "<span>上一页</span>&nbsp;<span class='now'>1</span>&nbsp;<a href='index_1.html'>2</a>&nbsp;<a href='index_55.html'>尾页</a></div></div></div></ul></div>",
    )


def tabs_of_openness(rows):
    """A channel: leaders, a directory without links, then the column's rows in two panes with named tabs."""
    panes = "".join(
        f"<div role='tabpanel' class='tab-pane' id='zd{n}'><a href='/zwgk/tzgg/z{n}/' class='dis-b'>{w}</a><ul class='panel2-list'>"
        + "".join(f"<li><span>·</span><a href='{u}'>\n<span>{t}</span>\n<span class='time'>{d}</span></a></li>" for t, u, d in part)
        + "</ul></div>"
        for n, (w, part) in enumerate((("财政资金", rows[: len(rows) // 2]), ("安全生产", rows[len(rows) // 2 :])))
    )
    made = "".join(f"<tr><td>014294{n}/2025-0000{n}</td><td>示范市专项规划{n}</td><td>示政发〔2025〕{n}号</td></tr>" for n in range(6))
    return _page(
        "示范政府网-政务公开",
        "<div class='nav-bg'><a href='/'>首页</a><a href='/zwgk/'>政务公开</a></div><div class='col-md-4'><div class='panel'>领导信息",
        "<ul><a href='javascript:void(0);'>县政府</a><li><span>张三</span>县委副书记，县政府县长、党组书记</li></ul></div></div><div class='col-md-8'>",
        f"<div class='panel'><a href='/ml/'>政府信息公开目录</a><table><tr><th>索引号</th><th>信息名称</th><th>文件编号</th></tr>{made}</table></div>",
        "<div class='dis-b'>重点领域信息公开</div><ul class='nav-tabs'><li><a href='#zd0'>财政资金</a></li><li><a href='#zd1'>安全生产</a></li></ul>",
        f"<div class='tab-content'>{panes}</div></div>",
    )


LISTS = {f.__name__: f for f in (hot_column, menu_by_id, hidden_pages, reports_in_tables, directory, tabs_of_openness)}
URLS = {"hot_column": zoo.BASE + "/hot/index.shtml"}
URL = zoo.BASE + "/zwgk/tzgg/"
