# ruff: noqa: E501 (markup stands on one line, as on pages)
"""Synthetic article pages: heads as the content systems write them, bodies with the traps real bodies hold."""

from __future__ import annotations

from parse import zoo

TITLE = "示范市人民政府办公室关于印发2025年重点工作方案的通知"
URL = zoo.BASE + "/zwgk/zcwj/202506/t20250613_18201.html"

# Each shows 2025-06-13, with or without a time.
HEADS = {
    "label_line": "<h1>{t}</h1><div class='info'>发布时间：2025-06-13 10:20:30　来源：示范市政府办　浏览次数：<span id='hits'></span>　字体：【<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a>】</div>",
    "label_spans": "<h2 class='title'>{t}</h2><p><span>来源：<b>市政府办</b></span><span>发布日期：<b>2025-06-13 10:20</b></span><span>作者：</span></p>",
    "unlabelled": "<div class='tit'>{t}</div><div class='ly'>2025-06-13 10:20　来源：市政府办公室　字号：大 中 小</div>",
    "unlabelled_alone": "<h1>{t}</h1><div class='time'>2025年06月13日 10:20</div>",
    "source_before": "<h1>{t}</h1><ul class='meta'><li>来源：市政府办</li><li>2025-06-13 10:20</li><li>点击数：12</li></ul>",
    "plain_label": "<table><tr><td align='center'><strong>{t}</strong></td></tr><tr><td>时间：2025/06/13 来源：本站 点击：[<script>hits()</script>]</td></tr></table>",
    "date_label": "<h3>{t}</h3><p class='sub'>日期：2025-6-13　　作者：办公室　　来源：本站原创</p>",
    "update": "<h1>{t}</h1><p>更新时间：2025-06-13 09:00 责任编辑：张三 浏览次数：88</p>",
    "dl": "<h1>{t}</h1><dl><dt>发布机构</dt><dd>市政府办</dd><dt>发布日期</dt><dd>2025-06-13</dd><dt>有效性</dt><dd>有效</dd></dl>",
    "gov_table": "<table class='xxgk'><tr><th>索引号</th><td>005324/2025-00321</td><th>主题分类</th><td>综合政务</td></tr><tr><th>发文机关</th><td>市政府办公室</td><th>成文日期</th><td>2025年06月03日</td></tr>"
    "<tr><th>标　　题</th><td colspan=3>{t}</td></tr><tr><th>发文字号</th><td>示政办〔2025〕12号</td><th>发布日期</th><td>2025年06月13日</td></tr></table><h1>{t}</h1>",
    "gov_table_line": "<table><tr><td>索 引 号：</td><td>005324/2025-00321</td><td>生成日期：</td><td>2025-06-03</td></tr><tr><td>名称：</td><td>{t}</td></tr></table><h1>{t}</h1><p>发布时间：2025-06-13　信息来源：市政府办</p>",
    "published_behind": "<h1>{t}</h1><p>2025年6月13日 发布　字体大小</p>",
    "posted_on": "<h1>{t}</h1><p>admin 发表于 2025-06-13 10:20:00 | 浏览 23 次</p>",
    "spaced": "<h1>{t}</h1><p>发 布 时 间 ： 2025 - 06 - 13　　来 源 ： 市政府办</p>",
    "brackets": "<h1>{t}</h1><p>【发布时间：2025-06-13】【信息来源：市政府办】【字号 大 中 小】</p>",
    "before_title": "<p class='date'>2025-06-13 10:20</p><h1>{t}</h1>",
    "fullwidth": "<h1>{t}</h1><p>发布时间：２０２５－０６－１３　来源：市府办</p>",
    "script_literal": "<h1>{t}</h1><p>发布时间：<script>document.write('2025-06-13')</script> 来源：市府办</p>",
    "compact": "<h1>{t}</h1><p>发布日期：20250613　来源：市府办</p>",
    "subtitle": "<h1>{t}</h1><h2>——在全市工作会议上的讲话</h2><p>（2025年5月8日）</p><p>发布时间：2025-06-13 来源：市府办</p>",
    "several_lines": "<h1>{t}</h1><div><div>信息来源：市府办</div><div>发布时间</div><div>2025-06-13 10:20</div><div>阅读次数</div><div>100</div></div>",
    "clock_above": "<div class='date'>今天是：2025年7月1日 星期二</div><h1>{t}</h1><p>2025-06-13 来源：市府办 打印</p>",
    "bottom_label": "<h1>{t}</h1>@@<p>信息来源：市府办　发布日期：2025-06-13</p>",
    "english": "<h1>{t}</h1><p>Date: 2025-06-13 &nbsp; Source: 市府办</p>",
    "slash_time": "<h1>{t}</h1><p>发布者：admin 发布时间：2025/6/13 8:05:09 阅读：33次</p>",
    "editor_line": "<h1>{t}</h1><p>[ 市府办 ] [2025-06-13] [ 阅读次数：33 ]</p>",
    "dot": "<h1>{t}</h1><p>发布时间：2025.06.13　来源：市府办</p>",
}

BODIES = {
    "long": "<div class='TRS_Editor'><p>各县（区）人民政府，市政府各部门：</p><p>为深入贯彻落实党中央、国务院决策部署，根据2024年12月31日印发的《实施意见》，结合我市实际，制定本方案，请认真组织实施，确保取得实效。</p>"
    "<p>一、会议时间：2025年7月3日上午9时，会议地点：市政府第一会议室，请参会人员提前做好准备，按时参加会议，不得无故缺席或者迟到早退。</p><p>二、本方案自2025年8月1日起施行，有效期至2030年7月31日，此前有关规定与本方案不一致的，以本方案为准。</p>"
    "<p style='text-align:right'>示范市人民政府办公室</p><p style='text-align:right'>2025年6月3日</p><p>（此件公开发布）</p></div>",
    "short": "<div id='zoom'><p>经研究决定：</p><p>张三同志任市发展和改革委员会副主任。</p><p>示范市人民政府</p><p>2025年6月3日</p></div>",
    "pictures": "<div id='vsb_content'><p><img src='/a.jpg'></p><p><img src='/b.jpg'></p></div>",
    "attachment": "<div class='con'><p>附件：<a href='/u/1.pdf'>2025年重点工作方案.pdf</a></p></div>",
    "br": "<div id='con_con'>　　市民朋友们，近日气温升高，请注意防暑降温，减少户外活动，及时补充水分，关注老人儿童健康。<br>　　活动时间：2025年7月1日至7月5日。<br>　　咨询电话：0370-1234567<br>　　2025年6月1日</div>",
    "none": "",
}

_SIDE = "示范市召开第{n}次专题会议部署工作"
SIDE_LINES = (
    "<div class='l'><h3>最新信息</h3><ul>"
    + "".join(f"<li><a href='/xw/{n}1234.html'><p>{_SIDE}</p></a><p>2025-06-30</p></li>" for n in range(5))
    + "</ul></div>"
)
SIDE_ROWS = (
    "<div class='l'><ul>"
    + "".join(f"<li><a href='/xw/{n}1234.html'>{_SIDE}</a><span>2025-06-30</span></li>" for n in range(5))
    + "</ul></div>"
)

_LONG, _SHORT = BODIES["long"], BODIES["short"]

# Whole articles with the page's title; each shows 2025-06-13.
PAGES = {
    "br title": (f"<h1>{TITLE[:12]}<br>{TITLE[12:]}</h1><p>2025-06-13 来源：市府办</p>{_LONG}", TITLE + "_示范市"),
    "site title": (f"<h1>{TITLE}</h1><p>2025-06-13 来源：市府办</p>{_LONG}", "示范市人民政府"),
    "site title alone": (f"<h1>{TITLE}</h1><p>2025-06-13</p>{_LONG}", "示范市人民政府"),
    "site title label": (f"<div class=t>{TITLE}</div><p>发布时间：2025-06-13</p>{_SHORT}", "示范市人民政府"),
    "col title": (f"<h1>{TITLE}</h1><p>2025-06-13 10:00 来源：市府办</p>{_LONG}", "通知公告"),
    "side": (f"{SIDE_LINES}<div class='r'><h1>{TITLE}</h1><p>2025-06-13</p>{_LONG}</div>", TITLE),
    "side2": (f"{SIDE_ROWS}<div class='r'><h1>{TITLE}</h1><p>2025-06-13</p>{_LONG}</div>", TITLE),
    "side label": (f"{SIDE_LINES}<div class='r'><h1>{TITLE}</h1><p>发布时间：2025-06-13</p>{_LONG}</div>", TITLE),
    "short title": (f"<h1>任免通知</h1><p>2025-06-13 来源：市府办</p>{_SHORT}", "任免通知-示范市人民政府"),
    "colon": (f"<h1>{TITLE}</h1><p>发布时间:2025-06-13 09:18信息来源:市府办点击量:[15]</p>{_LONG}", TITLE),
    "pub org": (f"<h1>{TITLE}</h1><p>发布机构：市府办 | 发布日期：2025-06-13 | 文号：示政〔2025〕3号</p>{_LONG}", TITLE),
    "two": (f"<h1>{TITLE}</h1><p>发布日期：2025-06-13　更新日期：2025-06-20</p>{_LONG}", TITLE),
    "upd first": (f"<h1>{TITLE}</h1><p>更新时间：2025-06-20　发布时间：2025-06-13</p>{_LONG}", TITLE),
    "valid": (
        f"<table><tr><td>发布日期</td><td>2025-06-13</td><td>有效期至</td><td>2030-06-13</td></tr><tr><td>生效日期</td><td>2025-07-01</td><td>废止日期</td><td></td></tr></table><h1>{TITLE}</h1>{_LONG}",
        TITLE,
    ),
    "th/td rows": (
        f"<table><tr><th>索引号</th><th>发布机构</th><th>发布日期</th></tr><tr><td>001</td><td>市府办</td><td>2025-06-13</td></tr></table><h1>{TITLE}</h1>{_LONG}",
        TITLE,
    ),
    "hidden input": (f"<h1>{TITLE}</h1><input type=hidden value='2025-06-01'><p>日期：2025-06-13 来源：市府办</p>{_LONG}", TITLE),
    "div label div": (f"<h1>{TITLE}</h1><div class=i><div>发布时间：</div><div>2025-06-13</div></div>{_LONG}", TITLE),
    "weibo": (f"<h1>{TITLE}</h1><p>2025-06-13 10:20 星期五 | 来源：示范日报 | 【字体：大 中 小】| 打印</p>{_LONG}", TITLE),
    "interview": (f"<h1>{TITLE}</h1><p>访谈时间：2025年6月20日 15:00</p><p>发布时间：2025-06-13</p>{_LONG}", TITLE),
    "bid": (f"<h1>{TITLE}</h1><p>发布时间：2025-06-13</p><p>开标时间：2025年7月20日</p><p>报名截止时间：2025年7月10日</p>", TITLE),
    "meeting": (f"<h1>{TITLE}</h1><p>信息来源：办公室 发布日期：2025/6/13 0:00:00</p><p>时间：2025年6月1日</p><p>地点：会议室</p>", TITLE),
    "english time": (f"<h1>{TITLE}</h1><p>Time：2025-06-13 　Author：admin　Click：13</p>{_LONG}", TITLE),
    "pubdate cn": (f"<h1>{TITLE}</h1><p>来源：市府办　　二〇二五年六月十三日</p>{_LONG}", TITLE),
    "no zero": (f"<h1>{TITLE}</h1><p>发布时间：2025年6月13日10时20分 来源：</p>{_LONG}", TITLE),
    "nested": (f"<h1>{TITLE}</h1><p><span>发布时间</span><span>：</span><span>2025</span><span>-06-13</span></p>{_LONG}", TITLE),
    "source date": (f"<h1>{TITLE}</h1><p>示范日报 2025-06-13</p>{_LONG}", TITLE),
    "author date": (f"<h1>{TITLE}</h1><p>（记者 张三）2025-06-13 08:00</p>{_LONG}", TITLE),
    "after body": (f"<h1>{TITLE}</h1>{_LONG}<p>（发布时间：2025-06-13）</p>", TITLE),
    "before h1 meta": (f"<p>来源：市府办 2025-06-13 10:20</p><h1>{TITLE}</h1>{_LONG}", TITLE),
    "h1 h2": (f"<h1>示范市人民政府</h1><h2>{TITLE}</h2><p>2025-06-13</p>{_LONG}", TITLE),
}

TAIL = (
    "<div class='prevnext'>上一篇：<a href='/zwgk/zcwj/202506/t20250612_18200.html'>关于公布2025年规范性文件目录的通知</a><br>下一篇：没有了</div>"
    "<div class='xgxx'><h3>相关信息</h3><ul><li><a href='/zwgk/zcwj/202505/t20250501_1.html'>示范市关于做好五一期间安全工作的通知</a><span>2025-05-01</span></li>"
    "<li><a href='/zwgk/zcwj/202504/t20250401_1.html'>示范市关于开展春季植树活动的通知</a><span>2025-06-30</span></li></ul></div>"
)


def build(head: str, body: str, frame: str, tail: str = TAIL, meta: str = "") -> str:
    top, _, bottom = HEADS[head].format(t=TITLE).partition("@@")
    return zoo.FRAMES[frame](f"<div class='article'>{top}{BODIES[body]}{bottom}{tail}</div>", title=f"{TITLE}_示范市人民政府", head=meta)
