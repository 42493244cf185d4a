"""Empty columns, columns drawn by script, and columns that only look so."""

from datetime import UTC, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.values.page import PageRole
from govsite_rules.values.site import ColumnState, SiteProfile
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)


def read(html, url=zoo.BASE + "/zwgk/tzgg/"):
    return parse_page(html, url=url, fetched_at=AT)


@pytest.mark.parametrize(
    "sentence",
    [
        "此栏目暂无任何新增信息",
        "暂无相关信息",
        "栏目正在建设中，敬请期待……",
        "没有找到相关信息！",
        "内容更新中",
        "对不起，暂时没有内容！",
        "该栏目暂无内容",
        "资料整理中",
        "网站此栏目正在建设中，有不便之处敬请谅解",
        "The column is under construction",
        "No Records",
        "抱歉，没有找到您要的内容",
        "暂未发布",
        "目前没有正在征集的活动",
        "还没有内容哦",
        "还没有任何项目！",
        "此栏目下没有文章",
        "共 0 条",
    ],
)
@pytest.mark.parametrize("frame", {**zoo.FRAMES, **zoo.FRAMES_SEEN})
def test_placeholder(frame, sentence):
    """A placeholder is found whatever the frame around it, hot lists and menus included."""
    page = read({**zoo.FRAMES, **zoo.FRAMES_SEEN}[frame](f"<div class='nodata'>{sentence}</div>"))

    assert (sentence, (), PageRole.LIST, False) == (page.blank, page.entries, page.role, page.script_drawn)


@pytest.mark.parametrize(
    "line",
    [
        "共120条记录",
        "共 30 条信息",
        "每页显示2 0条记录",
        "共1,200条数据",
        "本级项目建设中心",
        "设备维护中心",
        "谱写建设中国式现代化新篇章",
        "有无数据共享需求",
    ],
)
def test_line_that_only_looks_so(line):
    """A total that ends in 0, a centre of something and other words do not empty a list whose rows lie elsewhere."""
    rows = "".join(f"<li><a href='/d/{n}.html'>示范市召开第{n}次工作会议</a><span>2025-06-{n + 10}</span></li>" for n in range(8))
    page = read(f"<html><body><h2>{line}</h2><ul>{rows}</ul><p>{line}</p></body></html>")

    assert ("", 8) == (page.blank, len(page.entries))


@pytest.mark.parametrize(
    "pager", ["共0条 0/0页 <a>首页</a> <a>上一页</a> <a>下一页</a> <a>尾页</a>", "<a>上一页</a><span>1</span><a>下一页</a> 共 0 条记录"]
)
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_pager_of_nothing(frame, pager):
    """A pager that counts nothing is a placeholder, unless a script is to draw the list."""
    html = zoo.FRAMES[frame](f"<ul class='list'></ul><div class='page'>{pager}</div>")
    drawn = html.replace("</body>", "<script>$.ajax({url:'/api/list.do'})</script></body>")

    assert ("".join(read(html).blank.split()), ()) in {("共0条", ()), ("共0条记录", ())}
    assert ("", True) == (read(drawn).blank, read(drawn).script_drawn)


@pytest.mark.parametrize(
    "side",
    [
        "<div class='t'>政务要闻</div>{rows}",
        "{rows}",
        "<div><div class='t'>政务要闻</div>{rows}</div><div><div class='t'>县区</div>{rows}</div>",
    ],
)
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_blank_beside_other_columns(frame, side):
    """Lists of other columns beside a placeholder, with and without headings, do not fill the column."""
    rows = zoo.ul([(title, path.replace("/zwgk/tzgg/", "/xw/bmdt/"), day) for title, path, day in zoo.sample(3)])
    page = read(zoo.FRAMES[frame](f"<div class='l'>{side.format(rows=rows)}</div><div class='r'><p>暂无相关信息</p></div>"))

    assert ("暂无相关信息", ()) == (page.blank, page.entries)


@pytest.mark.parametrize("style", ["style='display:none'", ""])
@pytest.mark.parametrize("title", ["示范市人民政府", "工作动态_示范市人民政府"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_sentence_kept_for_an_empty_list(frame, title, style):
    """A placeholder in the list's own block, shown or kept hidden for when it is empty, does not empty the list."""
    html = f"<div class='blk'><div class='hd'>工作动态</div>{zoo.ul(zoo.sample(12))}<div class='nodata' {style}>暂无数据</div></div>"
    page = read(zoo.FRAMES[frame](html, title=title))

    assert ("", 12) == (page.blank, len(page.entries))


@pytest.mark.parametrize("note", ["<p>暂无更多</p>", "<div>相关附件：暂无</div>", "<p>暂无评论</p>"])
@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_note_under_a_short_list(frame, count, note):
    """A note that something else is missing does not empty a short list."""
    page = read(zoo.FRAMES[frame](zoo.ul(zoo.sample(count)) + note))

    assert ("", count) == (page.blank, len(page.entries))


@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_empty_list_without_a_word(frame):
    """An empty list container is empty, and nothing is claimed beyond that."""
    page = read(zoo.FRAMES[frame]("<ul class='list'></ul>"))

    assert ((), "", PageRole.LIST, False) == (page.entries, page.blank, page.role, page.script_drawn)


@pytest.mark.parametrize(
    "body",
    [
        '<div id="app"></div><script>new Vue({el:"#app",data:{list:[]},mounted(){axios.get("/api/list")}})</script>',
        '<ul id="list"></ul><script>$.ajax({url:"/api/list.do",success:function(d){}})</script>',
        '<ul><li v-for="x in list"><a :href="x.url">{{x.title}}</a><span>{{x.date}}</span></li></ul><script src="/js/vue.js"></script>',
        '<script>$(".c").jpage({ajaxParam:{columnid:1},proxyUrl:"/module/web/jpage/dataproxy.jsp"})</script><div class=c></div>',
        '<script>window._CONFIG={"SITE_ID":1,"CATE_ID":123}</script><div id="gkmlpt"></div>',
    ],
)
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_drawn_by_script(frame, body):
    """A list that a script fetches is neither blank nor a list of no entries."""
    page = read(zoo.FRAMES[frame](body))

    assert (True, (), "") == (page.script_drawn, page.entries, page.blank)


@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_news_about_construction_is_not_blank(frame):
    """正在建设中 in the titles of entries or in running text is no placeholder."""
    rows = [("示范市跨江大桥正在建设中", "/xw/202506/t20250627_1.html", zoo.sample(1)[0][2])]

    page = read(zoo.FRAMES[frame](zoo.ul(rows)))

    assert "" == page.blank
    assert 1 == len(page.entries)


def test_long_text_is_not_blank():
    """One placeholder phrase in a page full of text does not make it blank."""
    page = read(zoo.frame_div("<p>示范市位于平原地区，历史悠久，物产丰富，交通便利，人民勤劳。</p>" * 5 + "<p>正在建设中</p>"))

    assert "" == page.blank


@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_container(frame):
    """A page of links to columns has no entries and is not blank."""
    names = ["组织机构", "领导信息", "规划计划", "财政信息", "人事信息", "统计数据"]
    tiles = "".join(f"<div class='col'><a href='/zwgk/{i}/'><img src='/i{i}.png'><p>{name}</p></a></div>" for i, name in enumerate(names))

    page = read(zoo.FRAMES[frame](f"<div class='cols'>{tiles}</div>"), url=zoo.BASE + "/zwgk/")

    assert ((), "", False) == (page.entries, page.blank, page.script_drawn)
    assert {f"{zoo.BASE}/zwgk/{i}/" for i in range(6)} <= {link.url for link in page.links}


@pytest.mark.parametrize(
    "line", ["经清理，我镇暂无行政事业性收费项目。", "本机关2025年度暂无行政处罚信息。", "截至目前，我局没有相关信息。", "本单位无记录。"]
)
def test_statement_that_there_is_none(line):
    """A body that says of itself that there is none tells something; the sentence of a system does not."""
    assert "" == read(zoo.frame_div(f"<p>{line}</p>")).blank


def state_of(content, path="<div>当前位置：<a href='/'>首页</a> > {name}</div>"):
    """What a column among five others with rows shows, where all stand in one frame without telling names."""

    def html(name, body):
        links = "".join(f"<a href='/c{n}/'>栏目{n}</a> " for n in range(6))
        return (
            f"<html><head><title>{name}-示范市</title></head><body><div><img src='/dot.gif' data-src='/top.jpg'></div><div>{links}</div>"
            f"{path.format(name=name)}<div>{body}</div><div class='footer'>示范市人民政府主办</div></body></html>"
        )

    pages = [read(html("示范市", zoo.ul(zoo.sample(5))), zoo.BASE + "/")]
    for n in range(5):
        rows = [(title, f"/c{n}/{k}.html", day) for k, (title, _, day) in enumerate(zoo.sample(6))]
        pages.append(read(html(f"栏目{n}", zoo.ul(rows)), f"{zoo.BASE}/c{n}/"))
    pages.append(read(html("栏目5", content), zoo.BASE + "/c5/"))
    columns = assemble_site(pages, profile=SiteProfile(domain=zoo.HOST, name="示范市")).columns
    assert columns is not None
    return next(column.state for column in columns.items if column.url == zoo.BASE + "/c5/")


@pytest.mark.parametrize("content", ["", "<ul></ul>", "<img src='/jsz.jpg' alt='栏目建设中'>", "<img src='/dot.gif' width='5'>"])
def test_nothing_beside_the_frame(content):
    """The path names the page; bullets and a picture that says the column is being built show nothing."""
    assert ColumnState.BLANK is state_of(content)


@pytest.mark.parametrize(
    "content, state",
    [
        ("<img src='/tujie.jpg'>", ColumnState.UNREADABLE),
        ("<img src='/dot.gif' data-src='/tujie.jpg'>", ColumnState.UNREADABLE),
        ("<embed src='/yusuan.pdf' type='application/pdf'>", ColumnState.UNREADABLE),
        ("<object data='/guihua.swf'></object>", ColumnState.UNREADABLE),
        ("<video controls><source src='/xcp.mp4'></video>", ColumnState.UNREADABLE),
        ("<div id='map'></div><script>var map = new BMap.Map('map');</script>", ColumnState.UNREADABLE),
        ("<div class='ewm'><img src='/ewm.jpg'></div>", ColumnState.UNREADABLE),
        ("<div style='background:url(/jg.jpg);width:900px;height:700px'></div>", ColumnState.UNREADABLE),
        ("<form action='/q'><input name='k'><input type='submit' value='查询'></form>", ColumnState.UNREADABLE),
        ("<form action='/c5/?p=1'><input type='hidden' name='s'><ul></ul><a href='/'></a></form>", ColumnState.BLANK),
        ("<iframe src='/list.html'></iframe>", ColumnState.SCRIPT_DRAWN),
        ("<div id='app'></div><script src='/js/app.1a2b.js'></script>", ColumnState.SCRIPT_DRAWN),
        ("<news-list :column='5'></news-list>", ColumnState.SCRIPT_DRAWN),
        ("<ul><li v-for='row in rows'><a :href='row.url' v-text='row.title'></a></li></ul>", ColumnState.SCRIPT_DRAWN),
        ("<ul><li ng-repeat='row in rows'><a ng-href='#' ng-bind='row.title'></a></li></ul>", ColumnState.SCRIPT_DRAWN),
        ("<ul data-bind='foreach: rows'><li data-bind='text: title'></li></ul>", ColumnState.SCRIPT_DRAWN),
        ("<div ms-controller='rows'><p ms-for='row in @rows' ms-text='row.title'></p></div>", ColumnState.SCRIPT_DRAWN),
        ("<ul></ul><script type='text/x-template'><li><a href='<%=url%>'><%=title%></a></li></script>", ColumnState.SCRIPT_DRAWN),
        ("<table class='easyui-datagrid' url='/rows.do'></table>", ColumnState.SCRIPT_DRAWN),
        ("<table lay-data=\"{url:'/rows'}\"></table>", ColumnState.SCRIPT_DRAWN),
        ("<ul data-url='/api/rows'></ul><p data-url='/c5/'></p>", ColumnState.SCRIPT_DRAWN),
        ("<ul></ul><p data-url='/c5/'></p>", ColumnState.BLANK),
        ("<ul data-v-7ba5bd90></ul><script type='text/javascript'>var n = '<' + 1;</script>", ColumnState.BLANK),
    ],
)
def test_something_beside_the_frame(content, state):
    """A picture, document, player, map, frame or application is no empty page; whether it will do, a person must say."""
    assert state is state_of(content)


@pytest.mark.parametrize(
    "rows, script, blank",
    [("", "", "共 0 页"), ("<li><a href='/a/1.html'>关于印发示范市实施方案的通知</a></li>", "", ""), ("", "$.ajax({url:'/list'})", "")],
)
def test_pager_of_no_pages(rows, script, blank):
    """A pager that has no pages stands for an empty list, unless there are rows or a script that fetches them."""
    pager = "第 1 页 共 0 页 <a href='#'>首页</a> <a href='#'>上一页</a> <a href='#'>下一页</a>"
    page = read(zoo.frame_div(f"<ul>{rows}</ul><div class='page'>{pager}</div><script>{script}</script>"))

    assert (blank, bool(rows)) == (page.blank, bool(page.entries))


def test_count_of_nothing_between_fixed_blanks():
    """A count of nothing is found although fixed blanks stand beside it."""
    assert read(zoo.frame_div("<div>共 0 条&nbsp;&nbsp;第 1/0 页&nbsp;首页</div>")).blank


@pytest.mark.parametrize("row, sentence", [("暂无相关消息", "暂无相关消息"), ("政务公开导航", "")])
def test_row_with_the_name_of_a_menu(row, sentence):
    """A row that says there is none is no menu, whatever its name."""
    assert sentence == read(f"<title>应急预案</title><div class='list'><div class='xxgk_navli'>{row}</div></div>").blank


@pytest.mark.parametrize("condition", ["v-if='!list.length'", "v-show='empty'", "v-else", "ng-if='none'", "x-show='!n'", "*ngIf='none'"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_a_sentence_on_a_condition_is_not_said(frame, condition):
    """A template that its script has not filled in yet keeps a placeholder for when the list is empty; one without condition is said."""
    rows = "<ul class='list'><li v-for='item in list'><a href='#'>{{item.title}}</a></li></ul>"
    html = f"<div id='box'>{rows}<div %s><p>暂无数据</p></div></div><script src='/js/list.js'></script>"
    kept, said = read(zoo.FRAMES[frame](html % condition)), read(zoo.FRAMES[frame](html % ""))

    assert ("", True) == (kept.blank, kept.script_drawn)
    assert ("暂无数据", False) == (said.blank, said.script_drawn)


@pytest.mark.parametrize("total, blank", [(0, "共 0 条"), (3, "")])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_a_count_in_several_elements(frame, total, blank):
    """A count that stands in an element of its own beside words for pages counts nothing, too."""
    page = total and 1
    counted = f"<td>共 <b>{total}</b> 条信息　页次：<b>{page}</b>/<b>{page}</b> 页　首页 尾页</td>"

    assert blank == read(zoo.FRAMES[frame](f"<ul class='list'></ul><table class='n'><tr>{counted}</tr></table>")).blank


@pytest.mark.parametrize("words", ["当前位置：", "我的位置：", "您的位置："])
def test_a_path_is_no_text_of_a_blank_page(words):
    """However the path is introduced, it says nothing that stands under it."""
    path = f"<div>{words}<a href='/'>首页</a> > <a href='/c9/'>政务公开</a> > {{name}}</div>"

    assert ColumnState.BLANK is state_of("<table><tr><td height='22'>&nbsp;</td></tr></table>", path)


@pytest.mark.parametrize(
    "field, state",
    [
        ("<input type='password' name='mm'>", ColumnState.TOOL),
        ("<textarea name='nr'></textarea>", ColumnState.TOOL),
        ("<input type='file' name='fj'>", ColumnState.TOOL),
        ("<textarea name='nr' style='display:none'></textarea>", ColumnState.UNREADABLE),
        ("<input type='text' name='wh'>", ColumnState.UNREADABLE),
    ],
)
def test_a_form_to_fill_in_is_a_tool(field, state):
    """Who asks for a password, a file or some lines shows a form; a box for words to look for stands over lists as well."""
    assert state is state_of(f"<form><table><tr><td>办件编号</td><td><input name='bh'></td><td>{field}</td></tr></table></form>")
