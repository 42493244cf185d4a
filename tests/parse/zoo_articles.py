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

_PLAN = "<div class='con'><p>1 总则</p><p>1.1 编制目的</p><p>为做好防汛抗旱工作，有效预防和控制灾害发生，最大程度减轻损失，保障人民群众生命财产安全，制定本预案。</p><p>1.2 编制依据</p><p>（2015年3月13日）</p><p>示范市人民政府办公室</p><p>2025年6月3日</p></div>"

# Heads met on other sites, with words of our own; each shows 2025-06-13, whatever the page is titled.
SEEN = {
    "hits before source": f"<h2>{TITLE}</h2><p>2025/6/13 16:43:13  次浏览 分类:政府动态 来源:</p>{_LONG}",
    "spaced table, uploaded": f"<table><tr><td>索   引   号</td><td>20250613-189769</td><td>分        类</td><td>其他; 市政府办;</td></tr><tr><td>发 布 机 构</td><td>市政府办</td><td>发 文 日 期</td><td>2025-06-03</td></tr><tr><td>名        称</td><td colspan=3>{TITLE}</td></tr><tr><td>文        号</td><td>示政办〔2025〕29号</td><td>上 载 日 期</td><td>2025-06-13</td></tr></table><h1>{TITLE}</h1><p>信息来源: 市政府办公室</p>{_LONG}",
    "twice for two screens": f"<table class='pc'><tr><td>索引号: 1150/2025-00021 </td><td>发文字号: 示府发〔2025〕68号</td></tr><tr><td>发布机构: 示范镇</td><td>成文日期: 2025-06-03</td><td>发布日期: 2025-06-13</td></tr><tr><td>标题: {TITLE}</td></tr></table><ul class='wap'><li>索引号: 1150/2025-00021</li><li>成文日期: 2025-06-03</li><li>发布日期: 2025-06-13</li><li>标题: {TITLE}</li><li>有效性:</li></ul><p>示府发〔2025〕68号</p>{_LONG}",
    "midnight and cut font": f"<h1>{TITLE}</h1><div>2025-06-13 00:00:00 来源: 本站原创<br>【字体:<a>大</a><a>中</a><a>小</a>】</div><p>海府〔2025〕33号</p>{_LONG}<p>二○二五年六月三日</p>",
    "date before title": f"<div class='sj'>发布日期：2025年06月13日 信息来源：</div><div class='bt'>{TITLE}</div>{_LONG}",
    "date label and deadline": f"<h1>{TITLE}</h1><p>日期：2025-06-13   来源：  市卫生健康局</p><p>字体大小：</p><p>为进一步规范突发公共卫生事件应急处置工作，现向社会公开征求意见，公众可通过以下方式提出意见：</p><p>联系电话：84075009</p><p>意见反馈截止日期：2025年7月15日</p><p>市卫生健康局</p><p>2025年6月10日</p>",
    "effect and repeal above": f"<table><tr><td>索引号:</td><td>XC412-2025-00108</td><td>发布机构:</td><td>市政府办</td></tr><tr><td>生效日期:</td><td>2025-06-05</td><td>废止日期:</td><td>2026-10-16</td></tr><tr><td>文 号:</td><td>null</td><td>所属主题:</td><td>已归档</td></tr></table><h1>{TITLE}</h1><p>来源:市政府办公室　发布时间:2025-06-13　浏览次数:　【字体:<a>大</a>】</p>{_LONG}",
    "glued": f"<table><tr><td>组配分类: 应急预案</td><td>发文日期: 2025-06-02</td></tr></table><h1>{TITLE}</h1><p>文章来源： 区应急管理局<span>浏览量:<i id=h></i></span>发表时间:2025-06-13 10:00</p><p>字体大小：【    】</p>{_LONG}",
    "recorded": f"<table><tr><td>索  引  号：nhx-/2025-0922002</td><td>公开范围：公开</td></tr><tr><td>发布机关：县应急局</td><td>著录日期：2025-06-13</td></tr><tr><td>标题：{TITLE}</td><td>生效日期：</td></tr></table><h1>{TITLE}</h1>{_PLAN}",
    "author hits table": f"<table><tr><td align=center>{TITLE}</td></tr><tr><td align=center>2025-06-13&nbsp;&nbsp;作者：&nbsp;&nbsp;&nbsp;点击数：<script>_showDynClickBatch()</script></td></tr><tr><td>{_LONG}</td></tr></table>",
    "label and value items": f"<h1>{TITLE}</h1><ul><li><b>索引号：</b><p>6107/2025-001005</p></li><li><b>发文机构：</b><p>县政府网站</p></li><li><b>发文日期：</b><p>2025年06月06日 16:40</p></li><li><b>有效性：</b><p></p></li><li><b>发布日期：</b><p>2025年06月13日 16:34</p></li><li><b>内容概述：</b><p></p></li></ul><h2>{TITLE}</h2>{_LONG}",
    "time and hits": f"<h1>{TITLE}</h1><p>时间：2025-06-13  浏览次数：</p>{_LONG}",
    "made and published": f"<p>重庆市政府网 - 信息公开 - 示范区政府</p><table><tr><td>索 引 号：</td><td>0093/2025-00733</td><td>信息分类名称：</td><td>行政事务/其他公文/全社会</td></tr><tr><td>发布机构：</td><td>区政府</td><td>生成日期：</td><td>2025-06-01</td><td>发布日期：</td><td>2025-06-13</td></tr><tr><td>名  称：</td><td>{TITLE}</td></tr></table><p>示府发〔2025〕7号</p>{_LONG}",
    "list items and line": f"<ul><li>索引号：dqxs/2025-00016</li><li>发文字号：示行发〔2025〕42号</li><li>发文机构：地区行署</li><li>名 称：{TITLE}</li><li>公文种类 ：其他</li><li>发布日期：2025-06-13 17:45</li></ul><h1>{TITLE}</h1><p>发布时间：2025-06-13 17:45　浏览次数：</p>{_LONG}",
    "items unlabelled": f"<h1>{TITLE}</h1><ul class='l'><li>2025-06-13 12:24</li><li>来源: 市应急办</li><li>发布机构：市应急办</li><li>【字体：<a>大</a> <a>中</a> <a>小</a>】</li></ul><p>{TITLE}</p><p>（2025年3月13日）</p>{_PLAN}",
    "only table date": f"<table><tr><td>索 引 号: 7232/2025-00077</td><td>主题分类: 应急管理、农业</td><td>发布机构: 县府办</td></tr><tr><td>发布日期: 2025-06-13</td><td>文    号: 示府办函[2025]37号</td><td>关 键 词: 动物疫情</td></tr></table><p>{TITLE}</p><p>各乡镇人民政府，各园区管委会，县级相关部门：</p><p>《示范县突发重大动物疫情应急预案》已经县政府同意，现印发你们，请认真遵照执行。《示范县人民政府办公室关于印发预案的通知》同时废止。</p><p>示范县人民政府办公室</p><p>2025年6月3日</p>",
    "bare line": f"<div>{TITLE}</div><div>2025-06-13 08:22:00</div><div>{TITLE}目录</div>{_PLAN}",
    "one long line": f"<h1>{TITLE}</h1><div>索 引 号：dyx020-/2025-1213013 公文目录：应急管理 发文机构：县应急局 主 题 词： 发布日期：2025年06月13日 文　　号： 标　　题：{TITLE}</div>{_PLAN}",
    "indented": f"<h1>{TITLE}</h1><blockquote><div>发布时间：2025-06-13 11:53</div><div>【字体：<a>大</a> <a>中</a> <a>小</a>】<a href='javascript:print()'>打印</a></div></blockquote>{_PLAN}",
    "table and line differ": f"<table><tr><td>索引号：</td><td>0031/202501-97536</td><td>信息分类：</td><td>应急预案</td></tr><tr><td>内容分类：</td><td>综合政务</td><td>发文日期：</td><td>2025-06-01</td></tr><tr><td>发布机构：</td><td>示范乡</td><td>生成日期：</td><td>2025-06-02</td></tr><tr><td>生效时间：</td><td></td><td>废止时间：</td><td></td></tr><tr><td>名称：</td><td>{TITLE}</td></tr></table><h1>{TITLE}</h1><p>发布日期：2025-06-13　字体：[<a>大</a>] [<a>中</a>] [<a>小</a>]　保护视力色：</p>{_PLAN}",
    "all glued": f"<h1>{TITLE}</h1><p>时间：2025年06月13日来源：本站原创作者：anping点击：<span id=c></span></p>{_PLAN}",
    "made and open": f"<div class='table01'><table><tr><td class='t'>信息索引号</td><td><!--<$[SYH]>-->0140/2025-03652<!--<$[SYH]>--></td><td class='t'>生成日期</td><td><!--a-->2025-06-02<!--a--></td><td class='t'>公开日期</td><td><!--a-->2025-06-13<!--a--></td></tr><tr><td class='t'>文件编号</td><td>政府令187号</td><td>效力状况</td><td colspan=3>有效</td></tr><tr><td>发布机构</td><td>示范市人民政府</td></tr></table></div><h1>{TITLE}</h1>{_LONG}",
    "mobile twin in front": f"<h2>{TITLE}</h2><div><p class='yd'><span>2025-06-13</span><span>来源：示范部</span></p><span class='time'>2025-06-13</span><span>来源：示范部</span><div>分享到：</div><span>[<a>打印</a>]</span><span>字号：<a>[大]</a> <a>[中]</a></span></div>{_LONG}",
    "full width colon time": f"<h1>{TITLE}</h1><h3><span>2025-06-13 14：30</span><span>来源：省卫生和计划生育委员会办公室</span><span>【字体：<a>大</a>】</span></h3>{_LONG}",
    "asp square": f"<table><tr><td align=center class=title>{TITLE}</td></tr><tr><td align=center bgcolor=efefef> 【字体：<a>大</a><a> 中</a> <a>小</a>】 　 【时间：2025-6-13 10:11:12】 　【作者：管理员】 　【<a>关 闭</a>】　　【<a>打 印</a>】</td></tr><tr><td id=fontzoom>{_LONG}</td></tr></table>",
    "powereasy": f"<table><tr><td>{TITLE}</td></tr><tr><td>作者：办公室　文章来源：本站原创　点击数：<script src='/GetHits.asp?ID=1'></script>　更新时间：2025-6-13 17:46:13</td></tr><tr><td>{_LONG}</td></tr></table>",
    "dede": f"<div class='title'><h2>{TITLE}</h2></div><div class='info'><small>时间:</small>2025-06-13 09:12<small>来源:</small>未知 <small>作者:</small>admin <small>点击:</small><script></script>次</div>{_LONG}",
    "empire": f"<table><tr><td><h1>{TITLE}</h1></td></tr><tr><td class='info_text'>时间：2025-06-13 09:12:14&nbsp;&nbsp;来源：&nbsp;&nbsp;作者：</td></tr><tr><td>{_LONG}</td></tr></table>",
    "phpcms": f"<h1>{TITLE}<br /><span>2025-06-13 09:12:14 &nbsp;&nbsp;&nbsp;来源：市政府&nbsp;&nbsp;&nbsp;评论：<a>0</a> 点击：<span id='hits'></span></span></h1>{_LONG}",
    "vsb": f"<form name=_newscontent_fromname><div><h1 align=center>{TITLE}</h1><div>发布日期：2025年06月13日 10:11&nbsp;&nbsp;&nbsp;&nbsp;作者：&nbsp;&nbsp;&nbsp;&nbsp;来源：&nbsp;&nbsp;&nbsp;&nbsp;点击：[<script>_showDynClicks('wbnews',1,2)</script>]</div><div id='vsb_content'>{_LONG}</div></div><p>上一条：<a href='1.htm'>关于公布目录的通知</a></p></form>",
    "suda": f"<div class='article'><h1 class='arti_title'>{TITLE}</h1><p class='arti_metas'><span class='arti_publisher'>发布者：管理员</span><span class='arti_update'>发布时间：2025-06-13</span><span class='arti_views'>浏览次数：<span class='WP_VisitCount'>10</span></span></p>{_LONG}</div>",
    "gd post": f"<h3 class='zw-title'>{TITLE}</h3><div class='zw-info'><span class='time'>时间 :2025-06-13 10:10:10</span><span class='ly'>来源 : 市政府办</span><span>浏览字号： <a>大</a> <a>中</a> <a>小</a></span></div>{_LONG}",
    "gkmlpt": f"<div class='classify'><table><tr><td class='first'>索引号:</td><td class='second'><span>11440/2025-00171</span></td><td class='first'>分类:</td><td>综合政务</td></tr><tr><td>发布机构:</td><td>市政府办</td><td>成文日期:</td><td>2025-06-03</td></tr><tr><td>名称:</td><td colspan=3>{TITLE}</td></tr><tr><td>文号:</td><td>示府〔2025〕1号</td><td>发布日期:</td><td>2025-06-13</td></tr></table></div><div class='article-content'><h1>{TITLE}</h1><div class='date-row'>发布日期：2025-06-13 浏览次数：<b>-</b></div>{_LONG}</div>",
    "gov.cn": f"<table class='bd1'><tr><td><b>索　引　号：</b></td><td>0000/2025-00012</td><td><b>主题分类：</b></td><td>工业</td></tr><tr><td><b>发文机关：</b></td><td>市政府办</td><td><b>成文日期：</b></td><td>2025年06月03日</td></tr><tr><td><b>标　　题：</b></td><td>{TITLE}</td></tr><tr><td><b>发文字号：</b></td><td>国办发〔2025〕1号</td><td><b>发布日期：</b></td><td>2025年06月13日</td></tr></table>{_LONG}",
    "gov.cn news": f"<h1>{TITLE}</h1><div class='pages-date'>2025-06-13 18:50　<span class='font'>来源： 新华社</span><span>字体：大 中 小</span></div>{_LONG}",
    "hidden baidu spans": f"<h1>{TITLE}</h1><div style='display:none'><span id='pubtime_baidu'>2025-06-13 10:12:49</span><span id='source_baidu'>来源：示范网</span></div><p>2025-06-13 10:12 来源：示范网</p>{_LONG}",
    "wechat style": f"<h2>{TITLE}</h2><p>示范发布 <em>2025-06-13</em> <span>13:45</span> <span>示范</span></p>{_LONG}",
    "info open uploaded": f"<h1>{TITLE}</h1><p>公开时间：2025-06-13　公开形式：主动公开　责任部门：市政府办</p>{_LONG}",
    "stitched cells": f"<table><tr><td>发布时间</td><td>发布机构</td><td>索引号</td></tr><tr><td>2025-06-13</td><td>市政府办</td><td>001</td></tr></table><h1>{TITLE}</h1>{_LONG}",
    "title twice": f"<div class='crumb2'>{TITLE}</div><h1>{TITLE}</h1><p>【信息时间：2025-06-13  阅读次数：<i id=v></i>】【打印】【关闭】</p>{_LONG}",
    "entry time": f"<h1>{TITLE}</h1><p>录入者：管理员　录入时间：2025-06-13 10:11　阅读：33</p>{_LONG}",
    "publish date english": f"<h1>{TITLE}</h1><p>Release time：2025-06-13　Source：Office</p>{_LONG}",
    "month words": f"<h1>{TITLE}</h1><p>信息提供日期：2025-06-13　来源：市府办　视力保护色：</p>{_LONG}",
    "post date": f"<h1>{TITLE}</h1><p>发稿时间：2025-06-13 08:00　编辑：张三</p>{_LONG}",
    "release two lines": f"<h1>{TITLE}</h1><p>发布时间<br>2025-06-13 08:00</p><p>来源<br>市府办</p>{_LONG}",
    "own header": f"<div class='vF_detail_main'><div class='vF_detail_header'><h2 class='tc'>{TITLE}</h2><p class='tc'><span id='pubTime'>2025年06月13日 01:59</span> 来源：<span></span> 【<span>打印</span>】 <a href='#'>显示公告概要</a></p></div><div class='table'><table><tr><td>行政区域</td><td>示范省</td><td>公告时间</td><td>2025年06月13日 01:59</td></tr><tr><td>开标时间</td><td colspan=3>2025年06月10日 09:30</td></tr></table></div>{_LONG}</div>",
    "label far below": f"<h2>{TITLE}</h2><p><span>2025年06月13日 01:59</span> 来源：示范网</p><table>"
    + "".join(f"<tr><td>{n}、供应商应当按照公告要求提交响应文件。</td></tr>" for n in range(1, 12))
    + "<tr><td>发 布 人：示范</td></tr><tr><td>发布时间：2025年06月12日 18时50分23秒</td></tr></table>",
    "tables of a land notice": f"<table><tr><td align=center>{TITLE}</td></tr></table><table><tr><td height=5></td></tr><tr><td align=center>发布时间：2025-06-13    来源：示范分局&nbsp;点击率：<span id=h>1575</span></td></tr></table><table><tr><td><div class=TRS_Editor>{_LONG}<table><tr><td>地块编号</td><td>报价期限</td></tr><tr><td>14号</td><td>2025年6月24日9时至2025年7月3日9时</td></tr></table><p>报名时间：2025年6月20日至7月1日。</p><p align=right>2025年6月1日</p></div></td></tr></table>",
    "decisions in a table": f"<div class='title'>{TITLE}</div><div class='info_item'>作者:&nbsp; 阅读次数：2016&nbsp;<span>发布时间：2025-06-13 16:54</span></div><table id=maintable><tr><td>处罚决定日期</td><td>2025-06-11</td></tr><tr><td>处罚截止日期</td><td>2025-12-11</td></tr><tr><td>公示日期</td><td>2025-06-12</td></tr></table>{_LONG}",
    "bid page": f"<h1>{TITLE}</h1><p>信息时间：2025-06-13　点击次数：12</p><p>项目名称：道路工程</p><p>开标时间：2025年7月3日 09:30</p><p>公告发布日期：2025年6月10日至2025年6月17日</p>",
}

# Articles met on other sites that show no day of publication, though they show others.
UNDATED = {
    "archived only": f"<p>归档时间：2025-06-15</p><h1>{TITLE}</h1><p>详细信息</p><p>公开具体内容</p>{_LONG}",
    "recorded empty": f"<table><tr><td>索  引  号：nhx-/2025-0922002</td><td>公开范围：公开</td></tr><tr><td>发布机关：县应急局</td><td>著录日期：</td></tr><tr><td>标题：{TITLE}</td><td>生效日期：</td></tr></table><h1>{TITLE}</h1>{_PLAN}",
    "only consultation": f"<p>征集调查</p><dl><dt>主题：</dt><dd>{TITLE}</dd><dt>时限：</dt><dd>截止：2025-06-18</dd><dt>征集状态：</dt><dd>已结束 <a href='/r'>查看征集结果</a></dd><dt>结果反馈日期：</dt><dd></dd></dl><h1>{TITLE}</h1>{_LONG}",
    "consultation from to": f"<h1>{TITLE}</h1><p>征集时间：2025-06-13 至 2025-07-13</p><p>状态：进行中</p>{_LONG}",
    "nothing": f"<p>{TITLE}</p><p>各街道办事处、有关部门：</p><p>《应急预案》已修改完善，经研究同意，现印发给你们，请遵照执行，并认真组织实施，确保各项工作落到实处，取得实际成效。</p><p>示范市指挥部</p><p>2025年6月3日</p><p>应急预案</p><p>1 总则</p>",
    "zhengwen body pub": f"<h1>{TITLE}</h1><p>来源：市府办</p><p>经研究，2025年5月1日发布的《办法》修改如下，请各单位认真组织学习，抓好贯彻落实，确保各项规定执行到位，取得实际成效。</p><p>转发文件发布时间：2024-09-01</p><p>2025年6月3日</p>",
}

TAIL = (
    "<div class='prevnext'>上一篇：<a href='/zwgk/zcwj/202506/t20250612_18200.html'>关于公布2025年规范性文件目录的通知</a><br>下一篇：没有了</div>"
    "<div class='xgxx'><h3>相关信息</h3><ul><li><a href='/zwgk/zcwj/202505/t20250501_1.html'>示范市关于做好五一期间安全工作的通知</a><span>2025-05-01</span></li>"
    "<li><a href='/zwgk/zcwj/202504/t20250401_1.html'>示范市关于开展春季植树活动的通知</a><span>2025-06-30</span></li></ul></div>"
)


def build(head: str, body: str, frame: str, tail: str = TAIL, meta: str = "") -> str:
    top, _, bottom = HEADS[head].format(t=TITLE).partition("@@")
    return zoo.FRAMES[frame](f"<div class='article'>{top}{BODIES[body]}{bottom}{tail}</div>", title=f"{TITLE}_示范市人民政府", head=meta)
