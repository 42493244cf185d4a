# ruff: noqa: E501 (markup stands on one line, as on pages)
"""Synthetic pages: list layouts of the content systems in use, page frames around them, and article heads.

Every layout in every frame shows the same rows, so every combination must be read alike. Nothing here is copied from a site.
"""

from __future__ import annotations

from datetime import date, timedelta

HOST = "www.example.gov.cn"
BASE = f"http://{HOST}"


def sample(count: int = 12, first: date = date(2025, 6, 27)) -> list[tuple[str, str, date]]:
    """(title, path, date) rows, newest first; titles carry the traps real titles carry."""
    words = (
        "市政府召开第{n}次常务会议研究部署安全生产工作",
        "关于印发《示范市2024年度重点项目建设实施方案》的通知",
        "2025年6月{n}日新闻联播节目",
        "示范市人民政府关于2019—2023年规范性文件清理结果的公告（第{n}号）",
        "图解：{n}条措施支持小微企业",
        "停电公告2025年06月28日",
        "关于做好{n}月份防汛工作的紧急通知",
        "示范市第十五届人民代表大会第{n}次会议政府工作报告（2025年1月8日）",
        "热线12345一季度办理情况通报{n}",
    )
    rows = []
    for n in range(count):
        day = first - timedelta(days=3 * n + (n > 4) * 20)
        rows.append((words[n % len(words)].format(n=n + 3), f"/zwgk/tzgg/{day:%Y%m}/t{day:%Y%m%d}_{18200 + n}.html", day))
    return rows


def ul(rows):
    return "<ul class='list'>" + "".join(f"<li><a href='{u}' target='_blank'>{t}</a><span>{d}</span></li>" for t, u, d in rows) + "</ul>"


def ul_date_first(rows):
    return (
        "<ul class='news_list'>"
        + "".join(f"<li>\n<span class='date'>[{d:%Y-%m-%d}]</span>\n<a href='{u}' title='{t}'>{t}</a>\n</li>" for t, u, d in rows)
        + "</ul>"
    )


def ul_parentheses(rows):
    return "<ul>" + "".join(f"<li>·<a href='{u}'>{t}</a> ({d:%Y/%m/%d})</li>" for t, u, d in rows) + "</ul>"


def ul_in_link(rows):
    return "<ul>" + "".join(f"<li><a href='{u}'>{t}[{d:%Y-%m-%d}]</a></li>" for t, u, d in rows) + "</ul>"


def ul_span_in_link(rows):
    return (
        "<ul>"
        + "".join(f"<li><a href='{u}'><span class='tit'>{t}</span><span class='rq'>{d:%Y.%m.%d}</span></a></li>" for t, u, d in rows)
        + "</ul>"
    )


def ul_cut(rows):
    return "<ul>" + "".join(f"<li><a href='{u}' title='{t}'>{t[:14]}...</a><em>{d:%Y-%m-%d} 09:30</em></li>" for t, u, d in rows) + "</ul>"


def ul_label(rows):
    return (
        "<ul>"
        + "".join(
            f"<li><h4><a href='{u}'>{t}</a></h4><p>发布日期：{d}　　浏览次数：{len(t) * 7}　来源：市政府办</p></li>" for t, u, d in rows
        )
        + "</ul>"
    )


def ul_category(rows):
    return (
        "<ul>"
        + "".join(f"<li>[<a href='/zwgk/tzgg/'>通知公告</a>] <a href='{u}'>{t}</a><span>{d}</span></li>" for t, u, d in rows)
        + "</ul>"
    )


def ul_category_date_first(rows):
    return "<ul>" + "".join(f"<li><i>{d}</i><a href='/zwgk/tzgg/'>【公告】</a><a href='{u}'>{t}</a></li>" for t, u, d in rows) + "</ul>"


def ul_new(rows):
    return (
        "<ul>"
        + "".join(
            f"<li><img src='/images/dot.gif'><a href='{u}'><font color='#ff0000'>{t}</font></a><img src='/images/new.gif' alt='new'><span class='time'>{d:%Y年%m月%d日}</span></li>"
            for t, u, d in rows
        )
        + "</ul>"
    )


def ul_split(rows):
    return (
        "<ul class='date-list'>"
        + "".join(
            f"<li><div class='date'><b>{d:%d}</b><span>{d:%Y-%m}</span></div><div class='con'><a href='{u}'>{t}</a><p>为贯彻落实上级部署，6月3日，我市召开会议，会上通报了有关情况，并就下一步工作作出安排。</p></div></li>"
            for t, u, d in rows
        )
        + "</ul>"
    )


def ul_split_year(rows):
    return (
        "<ul>"
        + "".join(f"<li><a href='{u}'><div class='time'><p>{d:%m-%d}</p><i>{d:%Y}</i></div><h3>{t}</h3></a></li>" for t, u, d in rows)
        + "</ul>"
    )


def ul_wrapped(rows):
    return "<ul>" + "".join(f"<a href='{u}' target='_blank'><li><p>{t}</p><span>{d}</span></li></a>" for t, u, d in rows) + "</ul>"


def uls_of_five(rows):
    parts = [rows[i : i + 5] for i in range(0, len(rows), 5)]
    return "<div class='listbox'>" + "<div class='line'></div>".join(ul(part) for part in parts) + "</div>"


def ul_cells(rows):
    return (
        "<div class='xxgk'>"
        + "".join(f"<ul class='row'><li class='mc'><a href='{u}'>{t}</a></li><li class='fbrq'>{d}</li></ul>" for t, u, d in rows)
        + "</div>"
    )


def ul_tooltip(rows):
    return "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span title='{d} 10:20:00'>{d:%m-%d}</span></li>" for t, u, d in rows) + "</ul>"


def table(rows):
    return (
        "<table width='100%'><tbody>"
        + "".join(f"<tr><td>·</td><td><a href='{u}'>{t}</a></td><td align='right'>{d}</td></tr>" for t, u, d in rows)
        + "</tbody></table>"
    )


def table_nested(rows):
    return "".join(
        f"<table width='98%'><tr><td height='28'><a href='{u}' class='c1017'>{t}</a></td><td><span class='timestyle1017'>{d:%Y/%m/%d}</span>&nbsp;</td></tr></table>"
        for t, u, d in rows
    )


def table_head(rows):
    return (
        "<table><thead><tr><th>序号</th><th>标题</th><th>发文字号</th><th>成文日期</th><th>发布日期</th></tr></thead><tbody>"
        + "".join(
            f"<tr><td>{n}</td><td><a href='{u}'>{t}</a></td><td>示政发〔2025〕{n}号</td><td>{d - timedelta(days=9)}</td><td>{d}</td></tr>"
            for n, (t, u, d) in enumerate(rows, 1)
        )
        + "</tbody></table>"
    )


def table_two_columns(rows):
    cells = [f"<td><a href='{u}'>{t}</a></td><td>{d}</td>" for t, u, d in rows]
    return "<table>" + "".join(f"<tr>{''.join(cells[i : i + 2])}</tr>" for i in range(0, len(cells), 2)) + "</table>"


def table_one_cell(rows):
    return (
        "<table><tr><td class='list'>"
        + "<br>".join(f"<img src='/dot.gif'> <a href='{u}'>{t}</a> <font color='gray'>({d})</font>" for t, u, d in rows)
        + "</td></tr></table>"
    )


def dl_flat(rows):
    return "<dl>" + "".join(f"<dt><a href='{u}'>{t}</a></dt><dd>{d}</dd>" for t, u, d in rows) + "</dl>"


def dl_each(rows):
    return "".join(
        f"<dl class='item'><dt><a href='{u}'>{t}</a></dt><dd class='intro'>摘要：示范市积极推进各项工作，成效明显。</dd><dd>时间：{d}</dd></dl>"
        for t, u, d in rows
    )


def flat_br(rows):
    return "<div class='txtlist'>" + "".join(f"<a href='{u}'>{t}</a> {d}<br/>\n" for t, u, d in rows) + "</div>"


def flat_divs(rows):
    return (
        "<div class='box'>" + "".join(f"<div class='t'><a href='{u}'>{t}</a></div><div class='d'>{d}</div>" for t, u, d in rows) + "</div>"
    )


def flat_divs_date_first(rows):
    return (
        "<div class='box'>" + "".join(f"<div class='d'>{d}</div><div class='t'><a href='{u}'>{t}</a></div>" for t, u, d in rows) + "</div>"
    )


def grid(rows):
    return (
        "<div class='g'>"
        + "".join(f"<div class='row'><div class='col-9'><a href='{u}'>{t}</a></div><div class='col-3'>{d}</div></div>" for t, u, d in rows)
        + "</div>"
    )


def cards(rows):
    return (
        "<div class='cards'>"
        + "".join(
            f"<div class='card'><a href='{u}'><img src='/x/{n}.jpg' alt='{t}'></a><div class='info'><h3><a href='{u}'>{t}</a></h3><p>5月1日，有关负责同志到基层调研，强调要抓好落实，确保安全。<a href='{u}'>[详情]</a></p><span>{d}</span></div></div>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</div>"
    )


def card_links(rows):
    return (
        "<div class='cards'>"
        + "".join(
            f"<a class='card' href='{u}'><div class='pic'><img src='/x.jpg'></div><div class='txt'><h3>{t}</h3><p>近日，我市召开会议，研究部署有关工作。</p><span class='date'><b>{d:%d}</b>/{d:%Y.%m}</span></div></a>"
            for t, u, d in rows
        )
        + "</div>"
    )


def paragraphs(rows):
    return (
        "<div class='c'>"
        + "".join(f"<p><a href='{u}'>{t}</a><font>{d.year}/{d.month}/{d.day} 8:05:09</font></p>" for t, u, d in rows)
        + "</div>"
    )


def month_day(rows):
    return "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d:%m-%d}</span></li>" for t, u, d in rows) + "</ul>"


def jpage(rows):
    records = "".join(
        f"<record><![CDATA[<li><a href='{u}' target='_blank' title='{t}'>{t}</a><span>{d}</span></li>]]></record>" for t, u, d in rows
    )
    return (
        "<div id='4321' style='min-height:100px;'></div><script type='text/xml'><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1\"></a>]]></nextgroup>"
        f"<recordset>{records}</recordset></datastore></script><script>$(function(){{$('#4321').jpage({{totalRecord:{len(rows)},perPage:15,proxyUrl:'/module/web/jpage/dataproxy.jsp'}})}})</script>"
    )


def json_script(rows):
    items = ",".join(
        f'{{"id":{n},"title":"{t}","url":"{u.replace("/", chr(92) + "/")}","publishTime":"{d} 09:00:00","source":"市政府办"}}'
        for n, (t, u, d) in enumerate(rows)
    )
    return f'<div id="listbox"></div><script>var pageData = {{"total":{len(rows)},"list":[{items}]}};render(pageData);</script>'


def written(rows):
    lines = "".join(f"document.write('<li><a href=\"{u}\">{t}</a><span>{d}</span></li>');\n" for t, u, d in rows)
    return f"<ul><script>{lines}</script></ul>"


LAYOUTS = {
    f.__name__: f
    for f in (
        ul, ul_date_first, ul_parentheses, ul_in_link, ul_span_in_link, ul_cut, ul_label, ul_category, ul_category_date_first, ul_new, ul_split, ul_split_year,
        ul_wrapped, uls_of_five, ul_cells, ul_tooltip, table, table_nested, table_head, table_two_columns, table_one_cell, dl_flat, dl_each, flat_br,
        flat_divs, flat_divs_date_first, grid, cards, card_links, paragraphs, jpage, json_script, written,
    )
}  # fmt: skip

MORE = {
    "date written by a script": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span><script>document.write('{d}')</script></span></li>" for t, u, d in rows) + "</ul>"
    ),
    "milliseconds": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d} 00:00:00.0</span></li>" for t, u, d in rows) + "</ul>"
    ),
    "number and office columns": lambda rows: (
        "<table>"
        + "".join(
            f"<tr><td>{n}</td><td><a href='{u}'>{t}</a></td><td>市政府办公室</td><td>{d}</td></tr>" for n, (t, u, d) in enumerate(rows)
        )
        + "</table>"
    ),
    "year above month and day": lambda rows: (
        "<ul>"
        + "".join(f"<li><div class=time><span>{d.year}</span><em>{d:%m-%d}</em></div><a href='{u}'>{t}</a></li>" for t, u, d in rows)
        + "</ul>"
    ),
    "hits behind the date": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a>&nbsp;&nbsp;{d}&nbsp;&nbsp;点击：123</li>" for t, u, d in rows) + "</ul>"
    ),
    "date and bar first": lambda rows: "<ul>" + "".join(f"<li>{d}&nbsp;|&nbsp;<a href='{u}'>{t}</a></li>" for t, u, d in rows) + "</ul>",
    "flat with rules": lambda rows: (
        "<div>" + "".join(f"<a href='{u}'>{t}</a><br><span>时间：{d} 来源：市政府办</span><hr>" for t, u, d in rows) + "</div>"
    ),
    "rows in a form": lambda rows: "<form>" + "".join(f"<div><a href='{u}'>{t}</a><span>{d}</span></div>" for t, u, d in rows) + "</form>",
    "check boxes": lambda rows: (
        "<form><table>"
        + "".join(f"<tr><td><input type=checkbox></td><td><a href='{u}'>{t}</a></td><td>{d}</td></tr>" for t, u, d in rows)
        + "</table></form>"
    ),
    "a body a row": lambda rows: (
        "<table>" + "".join(f"<tbody><tr><td><a href='{u}'>{t}</a></td><td>{d}</td></tr></tbody>" for t, u, d in rows) + "</table>"
    ),
    "weekday": lambda rows: (
        "<table>" + "".join(f"<tr><td>{d} 星期五</td><td><a href='{u}'>{t}</a></td></tr>" for t, u, d in rows) + "</table>"
    ),
    "summary with a day": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'>{t}</a><div>2025年6月1日，市委书记主持召开会议，研究部署工作。</div><div><span>市府办</span><span>{d}</span><span>123次</span></div></li>"
            for t, u, d in rows
        )
        + "</ul>"
    ),
    "two labelled dates": lambda rows: "".join(
        f"<div class=row><p><a href='{u}'>{t}</a></p><p><span>索引号：005/2025-1</span><span>发文机关：市政府办</span><span>成文日期：{d - timedelta(days=9)}</span><span>发布日期：{d}</span></p></div>"
        for t, u, d in rows
    ),
    "tooltip only": lambda rows: (
        "<ul>"
        + "".join(f"<li><a href='{u}' title='标题：{t}&#10;发布时间：{d} 10:00:00&#10;点击：3'>{t[:12]}</a></li>" for t, u, d in rows)
        + "</ul>"
    ),
    "full-width parentheses": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>（{d}）</span><span>[浏览：33]</span></li>" for t, u, d in rows) + "</ul>"
    ),
    "time in an element of its own": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d:%Y/%m/%d}</span> <span>10:20</span></li>" for t, u, d in rows) + "</ul>"
    ),
    "articles with header and footer": lambda rows: "".join(
        f"<article><header><h2><a href='{u}'>{t}</a></h2></header><p>摘要内容……</p><footer><time datetime='{d}'>{d:%m月%d日}</time></footer></article>"
        for t, u, d in rows
    ),
    "linked summary": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><div class='tit'><a href='{u}'>{t}</a></div><div class='zy'><a href='{u}'>今年以来，示范市认真贯彻落实上级部署，扎实推进各项工作，取得明显成效……</a></div><div class='sj'>{d}</div></li>"
            for t, u, d in rows
        )
        + "</ul>"
    ),
    "day before year and month": lambda rows: (
        "<ul>"
        + "".join(f"<li><span>{d.day}日</span><span>{d.year}年{d.month}月</span><a href='{u}'>{t}</a></li>" for t, u, d in rows)
        + "</ul>"
    ),
    "three parts": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'><p>{t}</p></a><div><i>{d.year}</i><i>{d.month:02}</i><i>{d.day:02}</i></div></li>" for t, u, d in rows
        )
        + "</ul>"
    ),
    "linked office": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='/dept/{n}/'>示范市自然资源和规划局</a><a href='{u}'>{t}</a><span>{d}</span></li>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</ul>"
    ),
    "label and date in two cells": lambda rows: "".join(
        f"<dl><dt><a href='{u}'>{t}</a></dt><dd>发布时间</dd><dd>{d}</dd></dl>" for t, u, d in rows
    ),
    "all in the link": lambda rows: "<ul>" + "".join(f"<li><a href='{u}'><i></i>{t}<b>{d}</b></a></li>" for t, u, d in rows) + "</ul>",
    "slides": lambda rows: (
        "<div class='swiper-wrapper'>"
        + "".join(f"<div class='swiper-slide'><a href='{u}'><img src=x alt=''><span>{t}</span></a><em>{d}</em></div>" for t, u, d in rows)
        + "</div>"
    ),
    "items opened by click": lambda rows: (
        "<ul>" + "".join(f"<li onclick=\"location.href='{u}'\"><p>{t}</p><span>{d}</span></li>" for t, u, d in rows) + "</ul>"
    ),
    "numbered": lambda rows: (
        "<ul>"
        + "".join(f"<li><span class='num'>{n}</span><a href='{u}'>{t}</a><span>{d}</span></li>" for n, (t, u, d) in enumerate(rows, 1))
        + "</ul>"
    ),
    "number behind the date": lambda rows: (
        "<ul>"
        + "".join(f"<li><span>{d}</span><span class='num'>{n}</span><a href='{u}'>{t}</a></li>" for n, (t, u, d) in enumerate(rows, 1))
        + "</ul>"
    ),
    "column of hits": lambda rows: (
        "<table>"
        + "".join(f"<tr><td><a href='{u}'>{t}</a></td><td>{d}</td><td>{n * 7}</td></tr>" for n, (t, u, d) in enumerate(rows, 1))
        + "</table>"
    ),
    "title in two elements": lambda rows: "".join(
        f"<p>&nbsp;·&nbsp;<a href='{u}'><span style='color:red'>{t[:5]}</span><span>{t[5:]}</span></a>&nbsp;<span class=gray>[{d:%Y-%m-%d}]</span></p>"
        for t, u, d in rows
    ),
    "separating items": lambda rows: (
        "<ul>" + "<li class='line'></li>".join(f"<li><a href='{u}'>{t}</a><span>{d}</span></li>" for t, u, d in rows) + "</ul>"
    ),
    "unclosed items": lambda rows: "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d}</span>" for t, u, d in rows) + "</ul>",
    "unclosed cells": lambda rows: "<table>" + "".join(f"<tr><td><a href='{u}'>{t}</a><td>{d}" for t, u, d in rows) + "</table>",
}

# Layouts met on other sites, with words of our own.
SEEN = {
    "rows and rules of one table, pager in it": lambda rows: (
        "<table class='winstyle1017' width='100%'>"
        + "".join(
            f"<tr id='line_u5_{n}' height='20'><td width='1%'><span class='leaderfont1017'>·</span></td><td><a class='c1017' href='{u}' title='{t}'>{t}&nbsp;&nbsp;</a></td><td width='1%'><span class='timestyle1017'>{d:%Y/%m/%d}&nbsp;</span></td></tr><tr><td colspan=4 height=1 background='/images/line.gif'></td></tr>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "<tr><td colspan=4 align=center><table><tr><td>共123条&nbsp;&nbsp;1/9&nbsp;</td><td><a>首页</a>&nbsp;<a>上页</a>&nbsp;<a href='1011/8.htm'>下页</a>&nbsp;<a href='1011/1.htm'>尾页</a>&nbsp;第<input size=4>页</td></tr></table></td></tr></table>"
    ),
    "records with a table each": lambda rows: (
        "<div id='334455'><script type='text/xml'><datastore>\n<nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1\"></a>]]></nextgroup>\n<recordset>"
        + "".join(
            f"<record><![CDATA[\n<table width='98%'><tr><td width=15><img src='/picture/0/s.gif'></td><td><a title='{t}' href='{u}' class='bt_link'>{t}</a></td><td class='bt_time'>[{d}]</td></tr></table>\n]]></record>"
            for t, u, d in rows
        )
        + f"</recordset></datastore></script></div><script>$('#334455').jpage({{totalRecord:{len(rows)},perPage:20,proxyUrl:'/module/web/jpage/dataproxy.jsp'}});</script>"
    ),
    "box of facts with another day": lambda rows: (
        "<div id='documentContainer'>"
        + "".join(
            f"<div class='row'><li class='mc'><div><a href='{u}'>{t}</a></div><div class='tip' style='display:none'><ul><li><strong>索 引 号：</strong>000014/2025-{n}</li><li><strong>发布机构：</strong>市政府办</li><li><strong>发文日期：</strong>{d - timedelta(days=8):%Y年%m月%d日}</li><li class='title'><strong>名　　称：</strong>{t}</li></ul></div></li><li class='fbrq'>{d:%Y年%m月%d日}</li></div>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</div>"
    ),
    "number, facts, index, day": lambda rows: (
        "<div class='head'><ul><li class='mc'>名称</li><li class='syh'>索引号</li><li class='rq'>生成日期</li></ul></div>"
        + "".join(
            f"<div class='xxgk_navli'><ul class='clearfix'><li class='xh'>{n}</li><li class='mc'><a href='{u}' title='{t}' class='title'>{t}</a><div class='tips'><p><b>索引号：</b>00312/2025-{n}</p><p><b>生成日期：</b>{d}</p><p><b>文号：</b></p></div></li><li class='syh'>00312/2025-{n}</li><li class='rq'>{d}</li></ul></div>"
            for n, (t, u, d) in enumerate(rows, 1)
        )
    ),
    "tooltip with spaced labels": lambda rows: (
        "<table class='nav_box'>"
        + "".join(
            f"<tr><td>·<a href='{u}' title='文章标题：{t}\n作　　者：办公室\n更新时间：{d.year}-{d.month}-{d.day} 10:00:00\n点击数：3'>{t[:14]}</a></td></tr>"
            for t, u, d in rows
        )
        + "</table>"
    ),
    "year in the title's tooltip": lambda rows: (
        "<table>"
        + "".join(
            f"<tr><td><a href='{u}' title='标题：{t}\n发表时间：{d.year}-{d.month}-{d.day} 9:30:11\n点击数：3'>{t}</a> <font>{d:%m月%d日}</font></td></tr>"
            for t, u, d in rows
        )
        + "</table>"
    ),
    "names of cells in a table before": lambda rows: (
        "<div><table><thead><tr><th>序号</th><th>标题</th><th>成文日期</th><th>发布日期</th><th class=gutter></th></tr></thead></table></div><div><table><tbody>"
        + "".join(
            f"<tr><td>{n}</td><td><a href='{u}'>{t}</a></td><td>{d - timedelta(days=5)}</td><td>{d}</td></tr>"
            for n, (t, u, d) in enumerate(rows, 1)
        )
        + "</tbody></table></div>"
    ),
    "tooltip in a menu": lambda rows: (
        "<div class='menu_list'><ul>"
        + "".join(f"<li><a href='{u}' title='标题：{t}&#10;发布时间：{d} 10:00:00'>{t[:14]}</a></li>" for t, u, d in rows)
        + "</ul></div>"
    ),
    "interviews": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'><img src='/x/{n}.jpg'></a><h3><a href='{u}'>{t}</a></h3><p>访谈时间：{d} 15:00</p><p>访谈嘉宾：示范市教育局局长</p><p><a href='{u}'>[查看详情]</a></p></li>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</ul>"
    ),
    "from and to in one text": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'>{t}</a><em>[已结束]</em><span>征集时间：{d} 至 {d + timedelta(days=30)}</span></li>" for t, u, d in rows
        )
        + "</ul>"
    ),
    "from and to in Chinese": lambda rows: "".join(
        f"<div class='it'><h3><a href='{u}'>{t}</a></h3><p>起止时间：{d:%Y年%m月%d日}～{d + timedelta(days=30):%m月%d日}　状态：已结束</p></div>"
        for t, u, d in rows
    ),
    "from and to without a word": lambda rows: (
        "<table>"
        + "".join(f"<tr><td><a href='{u}'>{t}</a></td><td>{d}—{d + timedelta(days=30)}</td><td>已结束</td></tr>" for t, u, d in rows)
        + "</table>"
    ),
    "from and to in two columns": lambda rows: (
        "<table><tr><th>主题</th><th>开始时间</th><th>结束时间</th><th>状态</th></tr>"
        + "".join(
            f"<tr><td><a href='{u}'>{t}</a></td><td>{d}</td><td>{d + timedelta(days=30)}</td><td>已结束</td></tr>" for t, u, d in rows
        )
        + "</table>"
    ),
    "day and deadline": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'>{t}</a><p><span>发布日期：{d}</span><span>截止日期：{d + timedelta(days=30)}</span></p></li>"
            for t, u, d in rows
        )
        + "</ul>"
    ),
    "an index that looks like a day": lambda rows: (
        "<table><tr><td>索引号</td><td>信息名称</td><td>生成日期</td><td>公开日期</td></tr>"
        + "".join(
            f"<tr><td>01/{n:02}</td><td><a href='{u}'>{t}</a></td><td>{d - timedelta(days=4)}</td><td>{d}</td></tr>"
            for n, (t, u, d) in enumerate(rows, 1)
        )
        + "</table>"
    ),
    "made and uploaded": lambda rows: (
        "<table><tr><th>标题</th><th>发文日期</th><th>上载日期</th></tr>"
        + "".join(f"<tr><td><a href='{u}'>{t}</a></td><td>{d - timedelta(days=4)}</td><td>{d}</td></tr>" for t, u, d in rows)
        + "</table>"
    ),
    "eight digits": lambda rows: "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d:%Y%m%d}</span></li>" for t, u, d in rows) + "</ul>",
    "unclosed rows": lambda rows: (
        "<div class='list'>"
        + "".join(f"<div class='row'><div class='t'><a href='{u}'>{t}</a></div><div class='d'>{d}" for t, u, d in rows)
        + "</div>"
    ),
    "unclosed blocks": lambda rows: (
        "<div class='list'>" + "".join(f"<div class='row'><a href='{u}'>{t}</a><span>{d}</span>" for t, u, d in rows) + "</div>"
    ),
    "length of a video": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'><img src='/v/{n}.jpg'><i>03:25</i></a><a href='{u}'>{t}</a><em>{d}</em></li>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</ul>"
    ),
    "day and month beside a title with days": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'><div class='l'><h2>{d:%d}</h2><p>{d:%Y-%m}</p></div><div class='r'><h2>{t}</h2><p>出访时间2026.11.1-2026.11.5</p></div></a></li>"
            for t, u, d in rows
        )
        + "</ul>"
    ),
    "pictures, column, hits and praise": lambda rows: (
        "<div class='listbox'><ul class='e2'>"
        + "".join(
            f"<li><a href='{u}' class='preview'><img src='/x.jpg'/></a>[<b><a href='/zwgk/tzgg/'>通知公告</a></b>]<a href='{u}' class='title'>{t}</a><span class='info'><small>日期：</small>{d} 10:11:12<small>点击：</small>123<small>好评：</small>0</span><p class='intro'>5月6日，我市召开会议，研究部署有关工作。...</p></li>"
            for t, u, d in rows
        )
        + "</ul></div>"
    ),
    "hits in brackets behind the day": lambda rows: (
        "<table>"
        + "".join(
            f"<tr><td><font color=red>◇</font><a href='shownews.asp?id={100 + n}' name='{u}'>{t}</a> <font>({d.year}-{d.month}-{d.day})</font> <font color=red>[{123 + n}]</font></td></tr>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</table>"
    ),
    "grid of a data table": lambda rows: (
        "<table id='GridView1' rules='all'><tr><th>标题</th><th>发布时间</th><th>点击</th></tr>"
        + "".join(
            f"<tr><td><a href='{u}'>{t}</a></td><td>{d.year}-{d.month}-{d.day} 0:00:00</td><td>{n + 3}</td></tr>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "<tr><td colspan=3><table><tr><td><span>1</span></td><td><a href=\"javascript:__doPostBack('GridView1','Page$2')\">2</a></td></tr></table></td></tr></table>"
    ),
    "hits like years": lambda rows: (
        "<ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d}</span><i>{2010 + n}</i></li>" for n, (t, u, d) in enumerate(rows)) + "</ul>"
    ),
    "links to interpretations": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'>{t}</a><a href='/jd/{n}1234.html'>[解读]</a><a href='/tj/{n}1234.html'>[图解]</a><span>{d}</span></li>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</ul>"
    ),
    "an interpretation with a longer title": lambda rows: (
        "<ul>"
        + "".join(
            f"<li><a href='{u}'>{t}</a><span>{d}</span><p>相关解读：<a href='/jd/{n}1234.html'>一图读懂示范市关于进一步加强和改进城市精细化管理工作的实施意见及配套文件</a></p></li>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</ul>"
    ),
    "rules with the days they were made and take effect": lambda rows: (
        "<table><tr><th>序号</th><th>标题</th><th>下载</th></tr>"
        + "".join(
            f"<tr><td>{n}</td><td><a href='{u}'>{t}</a><p>（{d:%Y年%m月%d日}市政府令第{n}号公布　自2026年1月12日起施行）</p></td><td><a href='/u/{n}.docx'>下载文字版</a> <a href='/u/{n}.pdf'>下载图片版</a></td></tr>"
            for n, (t, u, d) in enumerate(rows, 1)
        )
        + "</table>"
    ),
    "static rows and a template": lambda rows: (
        "<div ms-visible='$showStatic(1)'><ul>"
        + "".join(f"<li><a href='{u}'>{t}</a><span class='bf-pass'>{d}</span></li>" for t, u, d in rows)
        + "</ul></div><div ms-visible='!$showStatic(1)'><ul><li ms-repeat='list'><a ms-attr-href='el.url'>{{el.title}}</a><span>{{el.date}}</span></li></ul></div>"
    ),
    "a form's rows": lambda rows: (
        "<form id='form1'><input type=hidden name='__VIEWSTATE' value='x'><span id='DataList1'>"
        + "".join(
            f"<span><table><tr><td><a href='{u}'>{t}</a></td><td><span id='DataList1_ctl{n}_Label1'>{d}</span></td></tr></table></span>"
            for n, (t, u, d) in enumerate(rows)
        )
        + "</span></form>"
    ),
    "post with its day as a link": lambda rows: "".join(
        f"<article class='post'><h2><a href='{u}' rel='bookmark'>{t}</a></h2><div>发布于 <a href='{u}'><time datetime='{d}T10:00:00+08:00'>{d}</time></a> 作者 <a href='/author/admin'>admin</a></div><p>摘要内容，详见全文。<a href='{u}'>继续阅读</a></p></article>"
        for t, u, d in rows
    ),
    "a path's name around the rows": lambda rows: (
        "<div class='positions'><ul>"
        + "".join(f"<li><a href='{u}'>{t}</a><span>{d}</span></li>" for t, u, d in rows + rows[:2])
        + "</ul></div>"
    ),
    "a hot list's name around the rows": lambda rows: (
        "<div class='hot_list'><ul>" + "".join(f"<li><a href='{u}'>{t}</a><span>{d}</span></li>" for t, u, d in rows) + "</ul></div>"
    ),
}

NAV = "".join(
    f"<li><a href='/{p}/'>{n}</a></li>"
    for p, n in (
        ("zjsf", "走进示范"),
        ("zwgk", "政务公开"),
        ("zwfw", "政务服务"),
        ("hdjl", "互动交流"),
        ("sjfb", "数据发布"),
        ("ztzl", "专题专栏"),
    )
)
SIDE = "".join(
    f"<li><a href='/zwgk/{p}/'>{n}</a></li>"
    for p, n in (
        ("tzgg", "通知公告"),
        ("zcwj", "政策文件"),
        ("zcjd", "政策解读"),
        ("rsxx", "人事信息"),
        ("czxx", "财政信息"),
        ("ghjh", "规划计划"),
    )
)
HOT = "".join(
    f"<li><a href='/xw/202506/t20250630_{n}.html'>示范市委书记到企业调研并召开座谈会{n}</a><span>2025-06-30</span></li>" for n in range(5)
)
FRIENDS = "".join(
    f"<a href='http://www.{h}.gov.cn/' target='_blank'>{n}人民政府</a>"
    for h, n in (("a", "甲市"), ("b", "乙市"), ("c", "丙市"), ("d", "丁市"))
)
MARKS = (
    "主办单位：示范市人民政府办公室　承办：示范市大数据中心　联系电话：0370-1234567<br>网站标识码：4114240001　"
    "<a href='https://beian.miit.gov.cn/'>豫ICP备15021526号-1</a>　<a href='http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=41142402000535'>豫公网安备 41142402000535号</a>"
    "<a href='http://bszs.conac.cn/sitename?method=show&id=08A84D5F38000F44E053022819AC4FA3'><img src='/images/dzjg.png'></a>"
    "<script id='_jiucuo_' sitecode='4114240001' src='http://pucha.kaipuyun.cn/exposure/jiucuo.js'></script>版权所有 2018-2025　建议使用1024×768以上分辨率"
)

_HEAD = "<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"


def frame_div(body, title="通知公告_示范市人民政府", head="", pager=""):
    return (
        _HEAD.format(title=title, head=head)
        + f"<body><div class='header'><div class='top'>今天是2025年7月1日 星期二</div><div class='logo'><img src='/logo.png' alt='示范市人民政府'></div><form action='/search'><input name='keyword'></form><ul class='nav'>{NAV}</ul></div>"
        f"<div class='position'>您现在的位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>政务公开</a> &gt; <a href='/zwgk/tzgg/'>通知公告</a></div>"
        f"<div class='main'><div class='left'><h2>政务公开</h2><ul class='menu'>{SIDE}</ul></div><div class='right'><h3>通知公告</h3>{body}{pager}</div></div>"
        f"<div class='links'>友情链接：{FRIENDS}</div><div class='footer'>{MARKS}</div></body></html>"
    )


def frame_hot(body, title="通知公告_示范市人民政府", head="", pager=""):
    return (
        _HEAD.format(title=title, head=head)
        + f"<body><div id='top-bar'>2025年7月1日 星期二 晴</div><header><h1>示范市人民政府</h1><nav><ul>{NAV}</ul></nav></header><div class='crumbs'><a href='/'>首页</a>»<span>通知公告</span></div>"
        f"<div class='wrap'><div class='content-left'>{body}{pager}</div><div class='content-right'><div class='box'><h3>热点新闻</h3><ul>{HOT}</ul></div><div class='tuijian'><ul>{HOT}</ul></div></div></div>"
        f"<footer>{MARKS}</footer></body></html>"
    )


def frame_table(body, title="通知公告", head="", pager=""):
    return (
        _HEAD.format(title=title, head=head)
        + f"<body><table width='1000' align='center'><tr><td><img src='/images/banner.jpg'></td></tr><tr><td bgcolor='red'>{''.join(f'<a href=/{p}/>{n}</a> | ' for p, n in (('a', '首页'), ('b', '政务公开'), ('c', '办事服务'), ('d', '公众互动')))}</td></tr></table>"
        f"<table width='1000' align='center'><tr><td width='220' valign='top'><table>{''.join(f'<tr><td><a href=/zwgk/{n}/>{w}</a></td></tr>' for n, w in enumerate(('通知公告', '政策文件', '人事信息', '财政信息')))}</table></td>"
        f"<td valign='top'><table width='100%'><tr><td>当前位置：<a href='/'>首页</a> &gt;&gt; 通知公告</td></tr><tr><td>{body}</td></tr><tr><td align='center'>{pager}</td></tr></table></td></tr></table>"
        f"<table width='1000' align='center'><tr><td align='center'>{MARKS}</td></tr></table></body></html>"
    )


def frame_page_wrapper(body, title="通知公告", head="", pager=""):
    """Wrappers with misleading names: page, nav-content, top."""
    return (
        _HEAD.format(title=title, head=head)
        + f"<body class='page'><div id='page'><div class='g-hd'><ul id='nav'>{NAV}{NAV}{NAV}</ul></div><div class='page-main'><div class='menu-content'><div class='search-list'>{body}</div></div><div class='pages'>{pager}</div></div></div>"
        f"<div class='g-ft'>{MARKS}</div></body></html>"
    )


def frame_picture(body, title="通知公告-示范市人民政府", head="", pager=""):
    """One titled picture beside the content, and the path above it."""
    side = "".join(
        f"<li><a href='../{n}.htm'>{w}</a></li>" for n, w in enumerate(("政府信息公开指南", "政府信息公开制度", "法定主动公开内容"))
    )
    return (
        _HEAD.format(title=title, head=head)
        + f"<body><div class='top_bg'>今天是：2025年7月1日 星期二</div><div class='main_nav'><ul>{NAV}</ul></div><div class='ny_main'><div class='ny_left'><div class='ny_left_bt'>政务公开</div><div class='ny_left_nav'><ul>{side}</ul></div>"
        f"<div class='ny_left_bt'>图片新闻</div><div class='ny_left_pic'><a href='../info/1021/5511.htm'><img src='/1.jpg'></a><p><a href='../info/1021/5511.htm'>示范县召开森林防火工作电视电话会议</a></p></div></div>"
        f"<div class='ny_right'><div class='ny_right_bt'><span>通知公告</span><div class='dqwz'>当前位置：<a href='../index.htm'>首页</a>&gt;&gt;<a href='../zwgk/tzgg.htm'>通知公告</a></div></div><div class='ny_right_con'>{body}{pager}</div></div></div><div class='foot_bg'>{MARKS}</div></body></html>"
    )


def frame_menu(body, title="通知公告_示范市人民政府", head="", pager=""):
    """A body whose name is that of a menu, beside headed lists of undated news."""
    news = "".join(f"<li><a href='/xw/202506/t20250630_{n}.html'>示范市委书记到企业调研并召开座谈会{n}</a></li>" for n in range(6))
    return (
        _HEAD.format(title=title, head=head)
        + f"<body><div class='sitenav'><ul>{NAV}</ul></div><div class='navjz clearfix'><div class='navleft'><h2>政务公开</h2><ul class='nav-list'>{SIDE}</ul></div><div class='navjz_right'>"
        f"<div class='position'><span>当前位置：</span><a href='/'>首页</a>&nbsp;>&nbsp;<a href='/zwgk/tzgg/'>通知公告</a></div><div class='listright-box'>{body}{pager}</div></div></div>"
        f"<div class='lf'><div class='tt'>推荐信息</div><ul>{news}</ul></div><div class='footer'>{MARKS}</div></body></html>"
    )


FRAMES_SEEN = {f.__name__: f for f in (frame_picture, frame_menu)}
FRAMES = {f.__name__: f for f in (frame_div, frame_hot, frame_table, frame_page_wrapper)}

PAGERS = {
    "none": ("", None),
    "trs": ("<script>createPageHTML(50, 0, 'index', 'html');</script>", (1, 50, None)),
    "links": (
        "<div class='page'><a href='index.html'>首页</a><a>上一页</a><span>1</span><a href='index_2.html'>2</a><a href='index_3.html'>3</a><a href='index_2.html'>下一页</a><a href='index_9.html'>尾页</a> 共123条 第1页/共9页</div>",
        (1, 9, 123),
    ),
    "ratio": ("<p>共 123 条记录 1/9页 <a href='index_1.htm'>下页</a></p>", (1, 9, 123)),
    "empire": (
        "<div class='fy'><a title='Total record'>&nbsp;<b>852</b></a> <b>1</b> <a href='index_2.html'>2</a> <a href='index_2.html'>下一页</a> <a href='index_57.html'>尾页</a></div>",
        None,
    ),
}
