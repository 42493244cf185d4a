"""Lists whose data stand in scripts, and scripts that hold none."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.dates import DateSource
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
ROWS = zoo.sample(5)


def read(body, path="/zwgk/tzgg/"):
    return parse_page(zoo.frame_div(body), url=zoo.BASE + path, fetched_at=AT)


def shown(page):
    return [(entry.title, entry.url.removeprefix(zoo.BASE), entry.date.date) for entry in page.entries]


def objects(template, joint=","):
    return joint.join(
        template.format(t=t, u=u, d=d, ms=int(datetime(d.year, d.month, d.day, 4, tzinfo=UTC).timestamp() * 1000)) for t, u, d in ROWS
    )


@pytest.mark.parametrize(
    "script",
    [
        "<script>var list=[" + objects('{{"title":"{t}","url":"{u}","publishTime":"{d} 09:00:00"}}') + "];</script>",
        "<news-list :list='[" + objects('{{"title":"{t}","link":"{u}","date":"{d}"}}') + "]' :total='88'></news-list>",
        "<script>var data={rows:[" + objects("{{TITLE:'{t}',LINK:'{u}',PUBDATE:'{d}'}}") + "]}</script>",
        "<script type='application/json'>[" + objects('{{"docTitle":"{t}","docPubUrl":"{u}","docRelTime":{ms}}}') + "]</script>",
        "<script>list.push(" + objects('{{name:"{t}",href:"{u}",fbrq:"{d}",createTime:"2020-01-01"}}', ");list.push(") + ");</script>",
        "<script>" + objects("document.write('<li><a href=\"{u}\">{t}</a>' + '<span>{d}</span></li>');", "\n") + "</script>",
        '<script>document.writeln("<table>'
        + objects("<tr><td><a href=\\'{u}\\'>{t}</a></td><td>{d}</td></tr>", "")
        + '</table>");</script>',
        objects(
            "<script>var url = '{u}';\nvar title = '{t}';\ndocument.writeln('<a href='+url+' title=\"'+title+'\">'+title+'</a>');"
            "document.writeln('<span>');document.writeln('{d} 17:32');document.writeln('</span>');</script>",
            "\n",
        ),
        "<script>var store={rows:["
        + objects("\"<table><tr><td><a href='{u}'>{t}</a></td><td>[{d}]</td></tr></table>\"")
        + "]};jQuery('#list').jpage({dataStore:store});</script>",
        "<textarea style='display:none'><ul>" + objects("<li><a href='{u}'>{t}</a><i>{d}</i></li>", "") + "</ul></textarea>",
        "<script type='text/xml'><datastore><recordset>"
        + objects("<record><![CDATA[<tr><td><a href='{u}'>{t}</a></td><td>{d}</td></tr>]]></record>", "")
        + "</recordset></datastore></script>",
        "<xml><datastore>"
        + objects("<record><![CDATA[<li><a href='{u}'>{t}</a><span>{d}</span></li>]]></record>", "")
        + "</datastore></xml>",
    ],
)
def test_data_in_scripts(script):
    """JSON, script literals, written markup, hidden areas and record islands give entries."""
    page = read(f"<div id='list'></div>{script}")

    assert list(ROWS) == shown(page)
    assert not page.script_drawn


def test_source():
    """Dates out of script data say so."""
    page = read("<script>var list=[" + objects('{{"title":"{t}","url":"{u}","date":"{d}"}}') + "];</script>")

    assert {DateSource.SCRIPT} == {entry.date.source for entry in page.entries}


@pytest.mark.parametrize(
    "script",
    [
        '<script>var nav=[{"title":"政务公开首页","url":"/zwgk/"},{"title":"办事服务首页","url":"/bsfw/"}];</script>',
        '<script>window._bd_share_config={"common":{"bdText":"分享到各个平台","bdUrl":"/x"},"share":{}};</script>',
        "<script>document.write('<a href=\"ht'+big5+'\">繁体版本页面</a>')</script>",
        '<script>var a={"title":"示范事项的公告","url":"/x/1.html","date":"2025-01-01"}</script>',
    ],
)
def test_no_list(script):
    """Navigation, settings and single objects are no list."""
    assert () == read(f"<p>暂无信息</p>{script}").entries


def test_page_list_beats_smaller_script_data():
    """Rows in the page are not replaced by a shorter list in a script."""
    page = read(
        zoo.ul(zoo.sample(9)) + "<script>var list=[" + objects('{{"title":"{t}","url":"/o{u}","date":"2026-01-01"}}') + "];</script>"
    )

    assert 9 == len(page.entries)
    assert date(2025, 6, 27) == max(entry.date.date for entry in page.entries)


def test_home_with_script_data():
    """On a homepage lists in scripts stand beside those in the page."""
    more = "<script>var list=[" + objects('{{"title":"{t}甲","url":"/o{u}","date":"{d}"}}') + "];</script>"

    assert 14 == len(read(zoo.ul(zoo.sample(9)) + more, "/").entries)


def test_hanweb_build():
    """A list that 大汉 builds on the client is drawn by script."""
    page = read("<div class='pagebox'></div><script parseType='buildstatic' queryData=\"{'tplSetId':'1'}\" url='/common/x'></script>")

    assert (True, ()) == (page.script_drawn, page.entries)


@pytest.mark.parametrize(
    "body, blank",
    [
        (zoo.jpage(()), "totalRecord:0"),
        (zoo.jpage(()).replace("<recordset></recordset>", "<recordset><ul class='list'></ul></recordset>"), "totalRecord:0"),
        (zoo.jpage(()).replace("<recordset></recordset>", "<recordset><record></record></recordset>"), ""),
        (zoo.jpage(()).replace("totalRecord:0", "totalRecord:3"), ""),
        (zoo.jpage(()) + zoo.jpage(()), ""),
        (zoo.jpage(()).replace("<recordset></recordset>", ""), ""),
        (zoo.jpage(()) + "<iframe src='/list.html' width='800' height='600'></iframe>", ""),
    ],
    ids=["empty", "the list around none", "a record", "to be fetched", "two stores", "no store", "framed"],
)
def test_an_empty_store_with_a_count_of_nothing_is_a_blank_list(body, blank):
    """The server wrote an empty store and counted nothing; without either, the list may be drawn by script."""
    page = read(body)

    assert (blank, not blank) == (page.blank, page.script_drawn)


def test_a_store_with_records_beside_a_count_of_nothing_is_a_list():
    """What is shown goes before what is counted."""
    page = read(zoo.jpage(ROWS).replace("totalRecord:5", "totalRecord:0"))

    assert list(ROWS) == shown(page)
    assert not page.blank


@pytest.mark.parametrize("again", ["", "var d = '2025-06-27';", "d += '!';", "var url = x;", "url = x;"])
def test_a_name_with_several_values_tells_nothing(again):
    """What a script writes is known only as far as its names stand for one literal."""
    rows = "".join(
        f"<script>var url = '/zwgk/tzgg/{n}.html';\nvar d = '2025-06-2{n}';\n{again}\n"
        f"document.writeln('<a href='+url+'>示范市第{n}次工作会议召开</a><i>'+d+'</i>');</script>"
        for n in range(4)
    )
    page = read(f"<div>{rows}</div>")

    read_all = [(f"/zwgk/tzgg/{n}.html", date(2025, 6, 20 + n)) for n in range(4)]
    expected = {"": read_all}.get(again, [] if "url" in again else [(url, None) for url, _ in read_all])
    assert expected == [(url, day) for _, url, day in shown(page)]


def test_an_address_that_a_script_works_out_is_no_address():
    """What a script would go on writing within a tag is not taken from what is written next."""
    rows = "".join(
        f"<script>document.writeln('<li><a href='+base+{n}+'.html>');"
        f"document.writeln('<b>示范市第{n}次工作会议召开</b></a><i>2025-06-2{n}</i></li>');</script>"
        for n in range(4)
    )

    assert [] == [url for _, url, _ in shown(read(f"<ul>{rows}</ul>"))]


@pytest.mark.parametrize(
    "body, drawn",
    [
        ("<div id='list'></div><script src='/letters/app.7c1d.js'></script>", True),
        ("<div id='list'></div>\n<script src='/letters/app.7c1d.js'></script>", True),
        ("<div id='list'><img src='/1.png'></div><script src='/letters/app.7c1d.js'></script>", False),
        ("<div></div><script src='/hits.js'></script>", False),
        ("<div id='list'></div><script>var hits = 1;</script>", False),
        ("<div><div id='list'></div></div><script src='/hits.js'></script>", False),
        ("<span id='hits'></span><script src='/hits.js'></script>", False),
        ("<div id='list'></div><p>表</p><script src='/hits.js'></script>", False),
        ("<ul id='list'></ul><div class='page'><div id='p'></div></div><script src='/channel.js'></script>", True),
        ("<ul id='list'></ul><div class='page'>共1页</div><script src='/channel.js'></script>", False),
        ("<section id='list'><div class='page'></div><script src='/channel.js'></script></section>", False),
        ("<script>window.GLOBAL_CONFIG = {SITE_ID: 1};</script>", False),
        ("<script>window._CONFIG = {SID: 1};</script>", True),
    ],
)
def test_an_empty_box_before_a_script_file_is_filled_by_it(body, drawn):
    """The place of an application has an id, holds nothing and stands right before its script; settings alone draw nothing."""
    assert drawn == read(body).script_drawn


@pytest.mark.parametrize(
    "text, drawn", [("正在加载，请稍候", True), ("正在加载...", True), ("机构职能：负责全县教育工作的规划和管理", False)]
)
def test_a_page_of_another_address_that_only_loads(text, drawn):
    """Where nothing but a word about loading stands, a script that fetches fills the page, whatever its address; a text is one."""
    body = f"<div>{text}</div><script>$.get('/public/content/list', function(h){{ $('#x').html(h); }});</script>"

    assert drawn == read(body, "/public/column/6600721?type=4&catId=67181").script_drawn
