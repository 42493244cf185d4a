"""Writes the crawl folder that ships with the package: an invented county's site, in the style of several page systems.

Run it from the repository: ``python scripts/make_example.py`` rewrites ``src/govsite_rules/example``. Every name, number and
sentence is invented; there is no 禾溪县.
"""

# ruff: noqa: E501
from __future__ import annotations

import json
import shutil
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

SHANGHAI = timezone(timedelta(hours=8))
HOST = "www.hexi-example.gov.cn"
ROOT = f"http://{HOST}"
NAME = "禾溪县人民政府"
CODE = "3699280001"
AS_OF = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI)
FETCHED = datetime(2026, 5, 19, 21, tzinfo=SHANGHAI)

NAV = (
    ("走进禾溪", "/zjhx/"),
    ("新闻中心", "/xwzx/"),
    ("通知公告", "/tzgg/"),
    ("政务公开", "/zwgk/"),
    ("办事服务", "/bsfw/"),
    ("互动交流", "/hdjl/"),
)

News = tuple[str, str, str]


def footer() -> str:
    return f"""<div class="footer">
<p>主办单位：禾溪县人民政府办公室　联系电话：0799-0000000　地址：禾溪县城关镇人民路1号</p>
<p>网站标识码：{CODE}　<a href="https://beian.miit.gov.cn/">赣ICP备2099000001号-1</a>
<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=36992802000001">赣公网安备 36992802000001号</a></p>
<p><a href="//bszs.conac.cn/sitename?method=show&amp;id=0123456789ABCDEF0123456789ABCDEF"><img alt="党政机关" src="/images/red.png"></a>
<script id="_jiucuo_" sitecode="{CODE}" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>
<a href="/wzdt/">网站地图</a></p>
</div>"""


def tags(column: str = "", kind: str = "", article: News | None = None) -> str:
    lines = [("SiteName", NAME), ("SiteDomain", HOST), ("SiteIDCode", CODE)]
    if column:
        lines += [("ColumnName", column), ("ColumnDescription", f"{column}栏目发布禾溪县相关信息"), ("ColumnKeywords", f"{column},禾溪")]
    if kind:
        lines.append(("ColumnType", kind))
    if article:
        title, day, source = article
        lines += [("ArticleTitle", title), ("PubDate", f"{day} 09:30"), ("ContentSource", source)]
    return "\n".join(f'<meta name="{name}" content="{value}">' for name, value in lines)


def modern(title: str, body: str, *, head: str = "", crumbs: tuple[tuple[str, str], ...] = ()) -> str:
    """A page of the main system: UTF-8, lists in ``ul``."""
    nav = "".join(f'<li><a href="{path}">{name}</a></li>' for name, path in NAV)
    path = "".join(f' &gt; <a href="{link}">{name}</a>' for name, link in crumbs)
    crumb = f'<div class="position">当前位置：<a href="/">首页</a>{path}</div>' if crumbs else ""
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
{head}
</head><body>
<div class="header"><h1 class="logo">{NAME}</h1>
<form action="/search/" method="get"><input name="q" placeholder="请输入关键词"><button>搜索</button></form>
<ul class="nav"><li><a href="/">首页</a></li>{nav}</ul></div>
{crumb}
{body}
{footer()}
</body></html>
"""


def listing(rows: tuple[tuple[str, str, str], ...], *, css: str = "news-list") -> str:
    items = "\n".join(f'<li><a href="{url}" title="{title}">{title}</a><span class="date">{day}</span></li>' for title, url, day in rows)
    return f'<ul class="{css}">\n{items}\n</ul>'


def column(name: str, kind: str, path: tuple[tuple[str, str], ...], rows: tuple[tuple[str, str, str], ...]) -> str:
    body = f'<div class="main"><h2>{name}</h2>\n{listing(rows)}\n<div class="page">共 {len(rows)} 条　第 1 页 / 共 1 页</div></div>'
    return modern(f"{name}-{NAME}", body, head=tags(name, kind), crumbs=path)


def article(news: News, text: str, path: tuple[tuple[str, str], ...], *, minute: str = "09:30") -> str:
    title, day, source = news
    paragraphs = "".join(f"<p>　　{part}</p>\n" for part in text.split("\n"))
    body = f"""<div class="article"><h1>{title}</h1>
<div class="info">发布时间：{day} {minute}　来源：{source}　浏览次数：<span id="hits"></span></div>
<div class="content">
{paragraphs}</div></div>"""
    return modern(f"{title}-{NAME}", body, head=tags(path[-1][0], "", news), crumbs=path)


NEWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "禾溪县部署今年防汛备汛工作",
        "2026-05-18",
        "县应急管理局",
        "会议要求，各乡镇对小型水库、山塘逐一巡查，值班电话保持畅通。\n气象部门预计，五月下旬全县还有两次较强降水过程。",
    ),
    ("城关镇第三小学扩建工程主体完工", "2026-05-15", "县融媒体中心", "扩建后的教学楼可新增学位四百五十个，预计今年秋季学期投入使用。"),
    ("禾溪春茶产销对接会举行", "2026-05-11", "县农业农村局", "来自周边六个县市的二十三家经销商参加对接，现场签订购销意向九份。"),
    (
        "县政府常务会议研究义务教育阶段招生工作",
        "2026-05-06",
        "县政府办公室",
        "会议审议了今年义务教育阶段学校招生工作方案，明确划片范围和报名办法。",
    ),
    ("禾溪至青坪公路改建段恢复通车", "2026-04-28", "县交通运输局", "改建路段全长七点二公里，路面由五米拓宽至七米。"),
    ("全县春耕备耕物资供应充足", "2026-04-20", "县农业农村局", "全县已储备化肥三千二百吨、良种一百八十吨，价格总体平稳。"),
)
DEPARTMENTS: tuple[tuple[str, str, str, str], ...] = (
    ("县水利局开展河湖管护巡查", "2026-05-14", "县水利局", "巡查组沿禾水干流检查排污口和采砂点，现场督促整改问题四处。"),
    ("县市场监管局抽检校园周边食品", "2026-05-08", "县市场监管局", "共抽检样品六十批次，结果将在本栏目公布。"),
    ("县文旅局举办乡村讲解员培训", "2026-04-23", "县文旅局", "培训为期三天，四十八名讲解员参加。"),
)
NOTICES: tuple[tuple[str, str, str], ...] = (
    ("关于禾水大桥限载通行的公告", "2025-10-30", "为保障桥梁安全，自十一月一日起禁止总重十吨以上车辆通行禾水大桥。"),
    ("禾溪县2025年秋季学期教师资格认定公告", "2025-09-16", "现将本县教师资格认定的时间、地点和所需材料公告如下。"),
    ("城区停水通知", "2025-08-21", "因管网检修，城区东片八月二十三日八时至十八时停水。"),
)
POLICIES: tuple[tuple[str, str, str, str], ...] = (
    (
        "禾溪县人民政府办公室关于印发禾溪县义务教育招生工作方案的通知",
        "2026-05-07",
        "禾府办发〔2026〕11号",
        "各乡镇人民政府，县政府有关部门：\n《禾溪县义务教育招生工作方案》已经县政府同意，现印发给你们。",
    ),
    (
        "禾溪县人民政府关于加强小型水库运行管护的实施意见",
        "2026-03-12",
        "禾府发〔2026〕4号",
        "为落实小型水库管护责任，结合本县实际，提出以下实施意见。",
    ),
)
SERVICES = ("个体工商户设立登记", "老年人优待证办理")
LETTERS: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "L2026031",
        "城东菜市场夜间噪声问题",
        "2026-05-12",
        "2026-05-15",
        "县城市管理局",
        "您好，已与市场管理方约谈，夜间卸货时间调整至二十二时前，欢迎继续监督。",
    ),
    (
        "L2026028",
        "咨询灵活就业人员医保缴费时间",
        "2026-04-27",
        "2026-04-29",
        "县医保局",
        "您好，灵活就业人员可在每年七月至十二月集中缴费，也可在手机端办理。",
    ),
    ("L2026019", "建议增开3路公交晚班车", "2026-03-30", "2026-04-09", "县交通运输局", "您好，自五月一日起3路末班车延长至二十一时三十分。"),
)


def news_url(day: str, number: int) -> str:
    return f"/xwzx/hxyw/{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{number}.html"


def pages() -> list[tuple[str, str, bytes, int, str]]:
    """(path on the site, file, body, status, content type)."""
    out: list[tuple[str, str, bytes, int, str]] = []

    def add(path: str, text: str, *, encoding: str = "utf-8", status: int = 200, kind: str = "text/html; charset=utf-8") -> None:
        name = path.strip("/").replace("?", "_") or "index.html"
        file = name if name.endswith(".html") else f"{name}/index.html"
        out.append((path, file, text.encode(encoding), status, kind))

    centre, open_gov = ("新闻中心", "/xwzx/"), ("政务公开", "/zwgk/")
    services, talk = ("办事服务", "/bsfw/"), ("互动交流", "/hdjl/")
    news_rows = tuple((title, news_url(day, 100 + n), day) for n, (title, day, _, _) in enumerate(NEWS))
    notice_rows = tuple((title, f"/tzgg/show.asp?id={700 - n}", day) for n, (title, day, _) in enumerate(NOTICES))
    policy_rows = tuple((title, f"/zwgk/zcwj/{day[:4]}/{300 + n}.html", day) for n, (title, day, _, _) in enumerate(POLICIES))

    home = f"""<div class="focus"><h2><a href="/xwzx/hxyw/">禾溪要闻</a></h2>
{listing(news_rows[:5])}</div>
<div class="block"><h2><a href="/tzgg/">通知公告</a></h2>
{listing(notice_rows)}</div>
<div class="block"><h2><a href="/zwgk/zcwj/">政策文件</a></h2>
{listing(policy_rows)}</div>
<div class="quick"><a href="/bsfw/">办事指南</a><a href="/hdjl/xzxx/">县长信箱</a><a href="/zwgk/zcjd/">政策解读</a></div>
<div class="friend">友情链接：<a href="http://www.gov.cn/">中国政府网</a> <a href="http://www.qingping-example.gov.cn/">青坪镇</a></div>"""
    add("/", modern(NAME, home, head=tags("首页", "首页")))

    add(
        "/zjhx/",
        modern(
            f"走进禾溪-{NAME}",
            '<div class="article"><h1>禾溪概况</h1><div class="content"><p>　　禾溪县位于禾水上游，辖九个乡镇，总面积一千一百平方公里，户籍人口二十七万。</p>'
            "<p>　　全县以茶叶、毛竹和水稻种植为主，森林覆盖率百分之七十一。</p></div></div>",
            head=tags("走进禾溪", "概况信息"),
            crumbs=(("走进禾溪", "/zjhx/"),),
        ),
    )
    add(
        "/xwzx/",
        modern(
            f"新闻中心-{NAME}",
            '<div class="main"><ul class="subnav"><li><a href="/xwzx/hxyw/">禾溪要闻</a></li><li><a href="/xwzx/bmdt/">部门动态</a></li></ul></div>',
            head=tags("新闻中心", "工作动态"),
            crumbs=(centre,),
        ),
    )
    add("/xwzx/hxyw/", column("禾溪要闻", "工作动态", (centre, ("禾溪要闻", "/xwzx/hxyw/")), news_rows))
    for n, (title, day, source, text) in enumerate(NEWS):
        add(news_url(day, 100 + n), article((title, day, source), text, (centre, ("禾溪要闻", "/xwzx/hxyw/"))))
    short = tuple((title, f"/xwzx/bmdt/{n}.html", f"[{day[5:]}]") for n, (title, day, _, _) in enumerate(DEPARTMENTS, 51))
    add("/xwzx/bmdt/", column("部门动态", "工作动态", (centre, ("部门动态", "/xwzx/bmdt/")), short))
    for n, (title, day, source, text) in enumerate(DEPARTMENTS, 51):
        add(f"/xwzx/bmdt/{n}.html", article((title, day, source), text, (centre, ("部门动态", "/xwzx/bmdt/"))))

    menu = (
        ("政策文件", "/zwgk/zcwj/"),
        ("政策解读", "/zwgk/zcjd/"),
        ("领导之窗", "/zwgk/ldzc/"),
        ("机构职能", "/zwgk/jgzn/"),
        ("规划计划", "/zwgk/ghjh/"),
        ("统计信息", "/zwgk/tjxx/"),
        ("财政资金", "/zwgk/czzj/"),
        ("应急管理", "/zwgk/yjgl/"),
    )
    links = "".join(f'<li><a href="{path}">{name}</a></li>' for name, path in menu)
    add(
        "/zwgk/",
        modern(f"政务公开-{NAME}", f'<div class="main"><ul class="subnav">{links}</ul></div>', head=tags("政务公开"), crumbs=(open_gov,)),
    )

    # An older system, never migrated: tables, GBK without a declaration in the header.
    rows = "".join(
        f'<tr><td>·<a href="show.asp?id={700 - n}">{title}</a></td><td align="right">{day.replace("-", "/")}</td></tr>\n'
        for n, (title, day, _) in enumerate(NOTICES)
    )
    old_head = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>%s</title></head><body bgcolor="#ffffff">'
    )
    old_top = f'<table width="1000"><tr><td><b>{NAME}</b></td><td><a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/hdjl/">互动交流</a></td></tr></table>'
    add(
        "/tzgg/",
        old_head % "通知公告" + old_top + '<p>您现在的位置：<a href="/">首页</a> &gt;&gt; 通知公告</p>\n'
        f'<table width="760">\n{rows}</table><p>共3条记录 第1/1页</p>' + footer() + "</body></html>",
        encoding="gbk",
        kind="text/html",
    )
    for n, (title, day, text) in enumerate(NOTICES):
        shown = f"{day[:4]}年{int(day[5:7])}月{int(day[8:])}日"
        add(
            f"/tzgg/show.asp?id={700 - n}",
            old_head % title + old_top + '<p>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/tzgg/">通知公告</a></p>\n'
            f'<table width="760"><tr><td align="center"><h2>{title}</h2></td></tr><tr><td align="center">发布日期：{shown}　发布人：县政府办公室</td></tr>'
            f"<tr><td><p>　　{text}</p><p align=right>禾溪县人民政府办公室</p></td></tr></table>" + footer() + "</body></html>",
            encoding="gbk",
            kind="text/html",
        )

    table = "".join(
        f'<tr><td><a href="{url}">{title}</a></td><td>{POLICIES[n][2]}</td><td>{day}</td></tr>\n'
        for n, (title, url, day) in enumerate(policy_rows)
    )
    add(
        "/zwgk/zcwj/",
        modern(
            f"政策文件-{NAME}",
            f'<div class="main"><h2>政策文件</h2><table class="files"><tr><th>文件名称</th><th>发文字号</th><th>发布日期</th></tr>\n{table}</table></div>',
            head=tags("政策文件", "政策文件"),
            crumbs=(open_gov, ("政策文件", "/zwgk/zcwj/")),
        ),
    )
    for n, (title, day, number, text) in enumerate(POLICIES):
        add(policy_rows[n][1], article((title, day, "县政府办公室"), f"{number}\n{text}", (open_gov, ("政策文件", "/zwgk/zcwj/"))))
    add(
        "/zwgk/zcjd/",
        column(
            "政策解读",
            "政策解读",
            (open_gov, ("政策解读", "/zwgk/zcjd/")),
            (("一图读懂：今年义务教育招生怎么报名", "/zwgk/zcjd/21.html", "2026-05-08"),),
        ),
    )
    add(
        "/zwgk/zcjd/21.html",
        article(
            ("一图读懂：今年义务教育招生怎么报名", "2026-05-08", "县教育局"),
            "招生方案提出，六月十日起网上报名，六月二十五日公布结果。\n学生家长可凭户口簿或居住证报名，无需提交纸质证明。",
            (open_gov, ("政策解读", "/zwgk/zcjd/")),
        ),
    )
    leaders = "".join(
        f"<li><h3>{name}</h3><p>{post}</p><p>{resume}</p></li>"
        for name, post, resume in (
            ("何水生", "县委副书记、县长", "1975年生，曾任禾溪县副县长，主持县政府全面工作。"),
            ("林青禾", "副县长", "1980年生，分管教育、文化和旅游。"),
            ("罗知远", "副县长", ""),
        )
    )
    add(
        "/zwgk/ldzc/",
        modern(
            f"领导之窗-{NAME}",
            f'<div class="main"><ul class="leaders">{leaders}</ul></div>',
            head=tags("领导之窗", "负责人信息"),
            crumbs=(open_gov, ("领导之窗", "/zwgk/ldzc/")),
        ),
    )
    add(
        "/zwgk/jgzn/",
        modern(
            f"机构职能-{NAME}",
            '<div class="article"><h1>机构职能</h1><div class="content"><p>　　县政府办公室负责协助县政府领导处理日常工作，承办会议和文电，督促检查决定事项的落实。</p></div></div>',
            head=tags("机构职能", "机构职能"),
            crumbs=(open_gov, ("机构职能", "/zwgk/jgzn/")),
        ),
    )
    add(
        "/zwgk/ghjh/",
        column(
            "规划计划",
            "规划计划",
            (open_gov, ("规划计划", "/zwgk/ghjh/")),
            (
                ("禾溪县2025年重点建设项目计划", "/zwgk/ghjh/9.html", "2025-02-26"),
                ("禾溪县2024年国民经济和社会发展计划", "/zwgk/ghjh/8.html", "2024-03-04"),
            ),
        ),
    )
    add(
        "/zwgk/tjxx/",
        modern(
            f"统计信息-{NAME}",
            '<div class="main"><h2>统计信息</h2><div class="empty">栏目正在建设中，敬请期待！</div></div>',
            head=tags("统计信息", "数据发布"),
            crumbs=(open_gov, ("统计信息", "/zwgk/tjxx/")),
        ),
    )
    add(
        "/zwgk/czzj/",
        modern(
            f"财政资金-{NAME}",
            '<div class="main"><h2>财政资金</h2><ul id="list" class="news-list"></ul><div id="pager"></div>\n'
            '<script>$.ajax({url:"/api/list",data:{channel:"czzj",page:1},success:function(d){var h="";'
            '$.each(d.rows,function(i,r){h+="<li><a href=\'"+r.url+"\'>"+r.title+"</a><span>"+r.time+"</span></li>"});$("#list").html(h);}});</script></div>',
            head=tags("财政资金"),
            crumbs=(open_gov, ("财政资金", "/zwgk/czzj/")),
        ),
    )
    # What a firewall sends instead of a page, and what the server sends for an address that is gone.
    add(
        "/zwgk/yjgl/",
        '<html><head><script>var _0x1a=["cookie","location"];document[_0x1a[0]]="__jsl_clearance=1779195600|0|x";'
        "setTimeout(function(){location.href=location.pathname},1500)</script></head><body></body></html>",
        status=521,
    )
    add(
        "/zwgk/ghjh/8.html",
        "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>",
        status=404,
    )

    items = "".join(f'<li><a href="/bsfw/{n}.html">{name}</a></li>' for n, name in enumerate(SERVICES, 1))
    add(
        "/bsfw/",
        modern(
            f"办事服务-{NAME}",
            f'<div class="main"><h2>办事服务</h2><ul class="services">{items}</ul></div>',
            head=tags("办事服务", "办事服务"),
            crumbs=(services,),
        ),
    )
    full = (
        ("事项名称", SERVICES[0]),
        ("设定依据", "《促进个体工商户发展条例》第十一条"),
        ("申请条件", "有经营能力的自然人，有固定或者网络经营场所。"),
        ("办理材料", "登记申请书原件1份；经营者身份证复印件1份；经营场所使用证明复印件1份。"),
        ("办理地点", "禾溪县城关镇人民路8号政务服务中心一楼3号窗口"),
        ("办理机构", "禾溪县市场监督管理局"),
        ("收费标准", "不收费"),
        ("办理时间", "工作日上午8:30至12:00，下午14:30至17:30"),
        ("联系电话", "0799-0000001"),
        ("办理流程", "申请、受理、审核、发照。"),
    )
    poor = (
        ("事项名称", SERVICES[1]),
        ("申请条件", "年满六十周岁的本县户籍居民。"),
        ("办理材料", "身份证原件、近期照片2张及其他有关材料"),
        ("办理机构", "禾溪县民政局"),
        ("收费标准", "不收费"),
        ("办理流程", "到户籍所在地乡镇政府提出申请，审核后领取。"),
    )
    for n, fields in enumerate((full, poor), 1):
        rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>\n" for label, value in fields)
        add(
            f"/bsfw/{n}.html",
            modern(
                f"{SERVICES[n - 1]}-办事指南-{NAME}",
                f'<div class="main"><h1>{SERVICES[n - 1]}</h1><table class="guide">\n{rows}</table></div>',
                head=tags("办事服务", "办事服务"),
                crumbs=(services, (SERVICES[n - 1], f"/bsfw/{n}.html")),
            ),
        )
    add(
        "/hdjl/",
        modern(
            f"互动交流-{NAME}",
            '<div class="main"><ul class="subnav"><li><a href="/hdjl/xzxx/">县长信箱</a></li></ul></div>',
            head=tags("互动交流", "咨询投诉"),
            crumbs=(talk,),
        ),
    )
    letters = "".join(
        f'<tr><td>{id}</td><td><a href="/hdjl/xzxx/{id}.html">{title}</a></td><td>{asked}</td><td>{replied}</td><td>{body}</td></tr>\n'
        for id, title, asked, replied, body, _ in LETTERS
    )
    add(
        "/hdjl/xzxx/",
        modern(
            f"县长信箱-{NAME}",
            '<div class="main"><h2>县长信箱</h2><p><a href="/hdjl/write.html">我要写信</a></p>\n<table class="letters">'
            f"<tr><th>编号</th><th>标题</th><th>来信时间</th><th>答复时间</th><th>答复单位</th></tr>\n{letters}</table></div>",
            head=tags("县长信箱", "咨询投诉"),
            crumbs=(talk, ("县长信箱", "/hdjl/xzxx/")),
        ),
    )
    for id, title, asked, replied, body, reply in LETTERS[:1]:
        add(
            f"/hdjl/xzxx/{id}.html",
            modern(
                f"{title}-{NAME}",
                f'<div class="main"><h1>{title}</h1><table class="letter"><tr><th>来信时间</th><td>{asked}</td></tr><tr><th>来信内容</th><td>{title}，请核实处理。</td></tr>'
                f"<tr><th>答复单位</th><td>{body}</td></tr><tr><th>答复时间</th><td>{replied}</td></tr><tr><th>答复内容</th><td>{reply}</td></tr></table></div>",
                head=tags("县长信箱", "咨询投诉"),
                crumbs=(talk, ("县长信箱", "/hdjl/xzxx/")),
            ),
        )
    return out


SITE = f"""# 示例：虚构的禾溪县人民政府门户网站 / Example: the portal of an invented county
as_of = {AS_OF.isoformat()}

[site]
site_code = "{CODE}"
name = "{NAME}"
domain = "{HOST}"
region = "{CODE[:6]}"
level = "county"
portal = true
department = false
services = true
sponsor = "禾溪县人民政府办公室"
homepage = "{ROOT}/"

[tables.messages]
complete = true

[tables.tries]
complete = true

[tables.trials]
complete = true
"""


def tries() -> str:
    """A week, twenty tries a day; two of them slow, one met by a firewall."""
    lines = ["监测时间,结果,用时"]
    first = AS_OF - timedelta(days=7) + timedelta(minutes=10)
    for day in range(7):
        for number in range(20):
            at = first + timedelta(days=day, minutes=71 * number)
            if (day, number) in ((2, 9), (5, 14)):
                lines.append(f"{at.isoformat()},超时,15.0")
            elif (day, number) == (4, 3):
                lines.append(f"{at.isoformat()},被拦截,")
            else:
                lines.append(f"{at.isoformat()},打开,{0.4 + (day * 20 + number) % 17 / 10:.1f}")
    return "\n".join(lines) + "\n"


def messages() -> str:
    lines = ["编号,类型,标题,留言时间,答复时间,已答复,答复单位,答复内容,有效,已公开"]
    lines += [f"{id},咨询,{title},{asked},{replied},是,{body},{reply},是,是" for id, title, asked, replied, body, reply in LETTERS]
    lines.append("L2026034,咨询,咨询新生儿落户所需材料,2026-05-18,,否,,,是,否")
    lines.append("Z2026002,找错,规划计划栏目一条链接打不开,2026-05-11,2026-05-13,是,县政府办公室,您反映的链接正在恢复，感谢监督。,是,否")
    return "\n".join(lines) + "\n"


def jsonl(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def link_checks() -> str:
    at = (FETCHED + timedelta(hours=2)).isoformat()
    return jsonl(
        [
            {"url": f"{ROOT}/zwgk/ghjh/9.html", "at": at, "status": 200},
            {"url": f"{ROOT}/zwgk/ghjh/8.html", "at": at, "status": 404},
            {"url": "http://www.gov.cn/", "at": at, "result": "opened", "status": 200},
            {"url": "http://www.qingping-example.gov.cn/", "at": at, "result": "blocked", "status": 403},
        ]
    )


def trials() -> str:
    at = (FETCHED + timedelta(hours=1)).isoformat()
    return jsonl(
        [
            {
                "id": "T1",
                "kind": "consultation_channel",
                "at": at,
                "succeeded": True,
                "means": "浏览器",
                "result": "县长信箱可以打开",
                "url": f"{ROOT}/hdjl/xzxx/",
            },
            {
                "id": "T2",
                "kind": "services_offered",
                "at": at,
                "succeeded": True,
                "means": "浏览器",
                "result": "提供办事事项",
                "url": f"{ROOT}/bsfw/",
            },
            {"id": "T3", "kind": "search", "at": at, "means": "浏览器", "result": "测试机网络中断，未能试用"},
        ]
    )


def guides() -> str:
    lines = ["编号,事项名称,网址,有指南,查看时间,材料格式要求不明确,抽中"]
    for n, name in enumerate(SERVICES, 1):
        unclear = "无" if n == 1 else "未说明照片规格"
        lines.append(f"G{n},{name},{ROOT}/bsfw/{n}.html,是,{FETCHED.isoformat()},{unclear},是")
    return "\n".join(lines) + "\n"


LEADERS = """姓名,职务,简历,问题
何水生,县委副书记、县长,有,无
林青禾,副县长,有,无
罗知远,副县长,无,
"""

DECLARATIONS = f"""条款,声明人,声明时间,方法,未发现
"V1.2,V1.3,V1.4,V1.6",禾溪县网站管理员,{AS_OF.isoformat()},查阅保密自查台账和安全监测日志,是
"""


def write(folder: Path) -> None:
    """Write the whole folder; what was in it is removed."""
    shutil.rmtree(folder, ignore_errors=True)
    index = []
    for number, (path, file, body, status, kind) in enumerate(pages()):
        file = "pages/" + file.replace("show.asp_id=", "show")
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        at = FETCHED + timedelta(seconds=7 * number)
        index.append(
            {
                "url": ROOT + path,
                "file": file,
                "fetched_at": at.isoformat(),
                "status": status,
                "elapsed": round(0.3 + number % 9 / 10, 1),
                "content_type": kind,
            }
        )
    tables = {
        "site.toml": SITE,
        "index.jsonl": jsonl(index),
        "tries.csv": tries(),
        "messages.csv": messages(),
        "link_checks.jsonl": link_checks(),
        "trials.jsonl": trials(),
        "guides.csv": guides(),
        "leaders.csv": LEADERS,
        "declarations.csv": DECLARATIONS,
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "src" / "govsite_rules" / "example"
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
