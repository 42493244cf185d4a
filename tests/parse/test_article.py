"""The publication date of articles: every head over every body in every frame, and reasons where there is none."""

from datetime import UTC, date, datetime, time
from time import process_time

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.dates import Absent, DateSource
from govsite_rules.values.page import PageRole
from parse import zoo, zoo_articles

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)


def read(html, url=zoo_articles.URL):
    return parse_page(html, url=url, fetched_at=AT)


def article(inner, title=zoo_articles.TITLE, meta=""):
    return zoo.frame_div(f"<div class='article'>{inner}</div>", title=f"{title}_示范市人民政府", head=meta)


@pytest.mark.parametrize("frame", zoo.FRAMES)
@pytest.mark.parametrize("head", zoo_articles.HEADS)
def test_heads(head, frame):
    """The displayed date is read over bodies that hold other dates, with and without related links below."""
    bodies = [(body, tail) for body in zoo_articles.BODIES for tail in (zoo_articles.TAIL, "") if body != "none" or tail]

    found = {
        (body, bool(tail)): (page.role, page.published.date)
        for body, tail in bodies
        for page in [read(zoo_articles.build(head, body, frame, tail))]
    }

    assert {(body, bool(tail)): (PageRole.ARTICLE, date(2025, 6, 13)) for body, tail in bodies} == found


@pytest.mark.parametrize("frame", zoo.FRAMES)
@pytest.mark.parametrize("name", zoo_articles.PAGES)
def test_pages(name, frame):
    """So it is beside other lists, other labels, and titles that name the site or the column."""
    body, title = zoo_articles.PAGES[name]

    page = read(zoo.FRAMES[frame](body, title=title))

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


TITLES = [f"{zoo_articles.TITLE}_示范市人民政府", "示范市人民政府", "通知公告-示范市人民政府门户网站"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", zoo_articles.SEEN)
def test_heads_seen(name, title):
    """So it is under the heads of other sites, also where the page's title names the site or the column alone."""
    body = f"<div class='article'>{zoo_articles.SEEN[name]}@</div>"

    frames = {**zoo.FRAMES, **zoo.FRAMES_SEEN}
    found = {
        (frame, bool(tail)): (page.role, page.published.date)
        for frame in frames
        for tail in ("", zoo_articles.TAIL)
        for page in [read(frames[frame](body.replace("@", tail), title=title))]
    }

    assert {(frame, bool(tail)): (PageRole.ARTICLE, date(2025, 6, 13)) for frame in frames for tail in ("", zoo_articles.TAIL)} == found


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", zoo_articles.UNDATED)
def test_other_days_are_no_date(name, title):
    """Days of archiving, of taking effect, of deadlines, of signing or of another text are no day of publication."""
    found = {
        read(zoo.FRAMES[frame](f"<div class='article'>{zoo_articles.UNDATED[name]}</div>", title=title)).published for frame in zoo.FRAMES
    }

    assert {(None, Absent.NONE_SHOWN)} == {(reading.date, reading.absent) for reading in found}


@pytest.mark.parametrize("side", ["热点新闻", "最新信息", "政务要闻"])
def test_heading_of_a_side_block_is_no_title(side):
    """The day of the signature is not the day under the heading of the block that follows."""
    body = (
        f"<div>{zoo_articles.TITLE}</div>{zoo_articles.BODIES['short']}<div class='b'><h3>{side}</h3><p><a href='/xw/'>更多</a></p></div>"
    )

    assert read(zoo.frame_table(body, title="示范市人民政府")).published.date is None


def test_side_list_is_no_date():
    """The dates of a list beside an undated article are not the article's."""
    html = f"{zoo_articles.SIDE_LINES}<h1>{zoo_articles.TITLE}</h1>{zoo_articles.BODIES['long']}"

    assert Absent.NONE_SHOWN is read(zoo.frame_div(html, title=zoo_articles.TITLE)).published.absent


def test_year_not_shown():
    """A date without a year is kept without one."""
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1><p>06-13 10:20 来源：市府办</p>{zoo_articles.BODIES['long']}"))

    assert (None, 6, 13) == (page.published.year, page.published.month, page.published.day)


def test_time_and_source():
    """A time beside the date is kept, and the date says where it was displayed."""
    page = read(zoo_articles.build("label_line", "long", "frame_div"))

    assert (time(10, 20, 30), DateSource.ARTICLE) == (page.published.time, page.published.source)
    assert () == page.entries


def test_tag_alone_is_no_display():
    """A page tag only corroborates: without a displayed date there is none, and the tag is kept."""
    meta = "<meta name='PubDate' content='2025-06-13 10:20'><meta name='ArticleTitle' content='标题'>"
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1>{zoo_articles.BODIES['long']}", meta=meta))

    assert Absent.NONE_SHOWN is page.published.absent
    assert "2025-06-13 10:20" == page.tag("pubdate")
    assert "tag_only" in page.notes


@pytest.mark.parametrize("body", ["long", "short", "br", "pictures", "attachment"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_nothing_displayed(frame, body):
    """Dates of meetings, of entry into force, of signatures and of related links are no publication date."""
    page = read(zoo.FRAMES[frame](f"<h1>{zoo_articles.TITLE}</h1>{zoo_articles.BODIES[body]}{zoo_articles.TAIL}", title=zoo_articles.TITLE))

    assert PageRole.ARTICLE is page.role
    assert (None, Absent.NONE_SHOWN) == (page.published.date, page.published.absent)


@pytest.mark.parametrize(
    "line",
    [
        "<p>发布时间：<span id='pubtime'></span>　来源：市府办</p>",
        "<p>发布时间：<script src='/js/time.js'></script>　来源：市府办</p>",
        "<p>发布时间：<script>getTime()</script>　来源：市府办</p>",
        "<p>发布时间：{{ info.publishTime }}</p>",
    ],
)
def test_drawn_by_script(line):
    """A date that a script draws is said to be so."""
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1>{line}{zoo_articles.BODIES['long']}"))

    assert Absent.SCRIPT_DRAWN is page.published.absent


@pytest.mark.parametrize(
    "name, meta, expected",
    [
        ("same", "<meta name='PubDate' content='2025-06-13 10:20'>", set()),
        ("tag", "<meta name='PubDate' content='2025-06-15 10:20'>", {"tag_differs"}),
        ("slashes", "<meta name='pubdate' content='2025/06/13'>", set()),
        ("null", "<meta name='pubdate' content='null'>", {"tag_empty:pubdate"}),
    ],
)
def test_conflicts(name, meta, expected):
    """What contradicts the displayed date is noted, and the displayed date stands."""
    page = read(article(zoo_articles.HEADS["label_line"].format(t=zoo_articles.TITLE) + zoo_articles.BODIES["long"], meta=meta))

    assert date(2025, 6, 13) == page.published.date
    assert expected == set(page.notes)


def test_address_differs():
    """An address with another day is noted."""
    html = article(zoo_articles.HEADS["label_line"].format(t=zoo_articles.TITLE) + zoo_articles.BODIES["long"])
    page = read(html, url=zoo.BASE + "/zwgk/zcwj/202505/t20250501_18201.html")

    assert ("url_differs",) == page.notes


def test_impossible_date():
    """A date that cannot exist is unreadable, not the nearest one that can."""
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1><p>发布时间：2025-02-30 来源：市府办</p>{zoo_articles.BODIES['long']}"))

    assert Absent.UNREADABLE is page.published.absent


def test_programme_date_in_title():
    """A broadcast's day in the title is not the day of publication."""
    title = "2025年6月11日示范新闻"
    page = read(article(f"<h1>{title}</h1><p>发布时间：2025-06-13 08:00　来源：电视台</p><video src='/v.mp4'></video>", title=title))

    assert date(2025, 6, 13) == page.published.date


def test_programme_date_in_title_alone():
    """Nor is it one where no other date is displayed."""
    title = "2025年6月11日示范新闻"
    page = read(article(f"<h1>{title}</h1><p>来源：电视台</p><video src='/v.mp4'></video>", title=title))

    assert Absent.NONE_SHOWN is page.published.absent


_BODY = "<div class='con'><p>各县（区）人民政府：现将有关事项通知如下，请结合实际认真贯彻执行，工作中遇到的问题请及时反馈，并于月底前报送落实情况。</p></div>"  # noqa: E501
_HEADED = f"<p align=center>{zoo_articles.TITLE}</p>"


@pytest.mark.parametrize(
    "inner",
    [
        "<p>Published: June 13, 2025</p>" + _BODY,
        "<p>Release Date：13 Jun 2025</p>" + _BODY,
        "<p>发布时间：Fri Jun 13 10:20:00 CST 2025</p>" + _BODY,
        "<p>來源：本站　發佈時間：2025-06-13</p>" + _BODY,
        "<p>发布：2025-06-13 10:20　来源：本站</p>" + _BODY,
        "<p><i>发布</i><em>：</em>\n<i>2025-06-13</i></p>" + _BODY,
        "<p>最近更新：2025-06-13</p>" + _BODY,
        "<p>更新日期：2025-06-20　发布时间：</p><p>2025-06-13</p>" + _BODY,
        "<p>发布日期： 2025-06-13 到期时间：2027-06-13</p>" + _BODY,
        "<p>来源：分享到：2025-06-13 10:20</p>" + _BODY,
        "<p>来源：本站编辑：管理员2025-06-13</p>" + _BODY,
        "<p>来源：市府办</p><p>编辑：李四</p><p>收藏</p><p>2025年6月13日</p>" + _BODY,
        "<p>2025年6月13日 10:20</p><p>来源：市府办</p>" + _BODY,
        "<h2>——在会议上的讲话</h2><p>（2025年5月8日）</p><p>2025年6月13日</p>" + _BODY,
        "<p>发文时间：2025-06-13　更新时间：2025-06-20</p>" + _BODY,
        "<p>发文时间：</p><p>2025-06-13</p><p>更新时间：2025-06-20</p>" + _BODY,
        _BODY + "<p>发布日期</p><p>2025-06-13</p>",
        _BODY + "<p>公开时间：2025-06-13　成文日期：2025-05-20　来源：市府办</p>",
        _BODY + "<p>Publish Date: 2025-06-13 / 来源：市府办</p>",
        "<p>发布日期：2025-06-13</p><p>时间：2025年7月3日</p><p>地点：市政府会议室</p>",
        "<p>日期：2025-06-13</p><table><tr><td>许可决定日期</td><td>2025/05/08</td></tr><tr><td>数据更新时间</td><td>2025/05/09</td></tr></table>",
        "<p>发布日期：2025-06-13</p><div><h4>网友评论</h4><p>网友 发表于 2025-06-20 10:00</p><p>好</p></div>",
        "<p>文件发布日期：2025-05-08</p><p>2025-06-13　来源：市府办</p>" + _BODY,
        "<p>公布日期：2006-01-12</p><p>施行日期：2006-01-20</p><p>2025-06-13 来源：市府办</p>" + _BODY,
        "<p>下次发布时间：2025-07-13　发布时间：2025-06-13</p>" + _BODY,
        "<p>开庭时间：2025-06-18 09:00　刊登日期：2025-06-13</p>" + _BODY,
        "<p>信息时间：6/13/2025</p>" + _BODY,
        "<p><span>市林业局</span><span>时间：2025-06-13</span></p>" + _BODY,
        "<p><span>阅读：12次</span><span>时间：2025-06-13</span></p>" + _BODY,
        "<p><span>大 中 小</span><span>日期：2025-06-13</span></p>" + _BODY,
        "<p><span>科室：人事教育科</span><span>时间：2025-06-13</span></p>" + _BODY,
        "<p><span>热度：88人次</span><span>时间：2025-06-13</span></p>" + _BODY,
        "<p><span>张三</span><span>时间：2025-06-13</span><span>浏览：3</span></p>" + _BODY,
        "<p>信息日期：2025-06-13</p>" + _BODY,
        "<p>加入时间：2025-06-13</p>" + _BODY,
        "<p>成文日期：2025-06-03　发文日期：2025-06-13</p>" + _BODY,
        "<table><tr><td>失效时间</td><td></td><td>公开日期</td><td>2025-06-13</td></tr></table>" + _BODY,
        "<table><tr><td>名称</td><td>关于用地的批复</td><td>公开日期</td><td>2025-06-13</td></tr></table>" + _BODY,
        "<p>示范日报 2025-06-13 终审：张三</p>" + _BODY,
        "<dl><dt>失效日期：</dt><dd></dd></dl><p>访问量：12 责任编辑：张三 2025年6月13日</p>" + _BODY,
        "<header><div>上传时间：2025-06-13</div></header>" + _BODY,
        "<p><span>来源：本站</span><span>浏览量：<i>0</i></span><span>2025-06-13</span></p>" + _BODY,
        "<p><span>来源：本站</span><span>点击：<i>-</i></span><span>2025年6月13日</span></p>" + _BODY,
        "<div class='share_bar'><a href='#'>微信</a><a href='#'>微博</a><span>2025-06-13</span></div>" + _BODY,
        "<p class='top10'>日期：2025-06-13　来源：市府办</p>" + _BODY,
        "<div class='gk_head'><table><tr><th>索引号</th><th>公开日期</th></tr><tr><td>015/2025-1</td><td>2025-06-13</td></tr></table></div>"
        + _BODY,
        _BODY + "<div class='art_foot'>来源：市府办<span>发布时间：</span><em>2025-06-13</em></div>",
        "<p>发布时间：</p><p>2025-06-13 更新时间：</p><p>2025-06-20</p>" + _BODY,
        "<p><span>来源：县教育局办公室</span><span>时间：2025-06-13</span></p>" + _BODY,
        "<p>来源：<a href='http://www.example.com/'>示范日报</a> | 编辑：管理员 | 发表于<b>2025-06-13</b></p>"
        + _BODY
        + "<div class='r'><p>相关解读</p><ul><li><a href='/xw/1.html'>示范市召开专题会议</a><span>2025-06-20</span></li></ul></div>",
    ],
)
def test_heads_in_other_words(inner):
    """Labels in other words and scripts, facts one under the other, and other days beside the one of publication."""
    page = read(article(_HEADED + inner))

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


@pytest.mark.parametrize("title", ["示范市人民政府 {t}", "示范市人民政府-{t}", "首页|公告|{t}", "{cut}..."])
def test_heading_within_the_title(title):
    """The title may begin with the site or end before its end: the heading is the part that stands on the page."""
    text = "示范市第2025-06号地块 出让公告"
    html = zoo.frame_div(
        f"<p>{text}</p><p>2025-06-13</p><p>经研究决定：</p><p>示范市人民政府</p><p>2025年6月3日</p>",
        title=title.format(t=text, cut=text[:10]),
    )
    page = read(html)

    assert (text, date(2025, 6, 13)) == (page.heading, page.published.date)


@pytest.mark.parametrize("last", ["成文日期", "失效日期"])
def test_table_of_names_and_values(last):
    """In a table with one row of values a date belongs to the name above it, whatever other dates stand beside it."""
    table = (
        f"<table><tr><th>索引号</th><th>发布日期</th><th>标题</th><th>施行日期</th><th>{last}</th></tr>"
        "<tr><td>001</td><td>2025-06-13</td><td>通知</td><td>2025-07-01</td><td></td></tr></table>"
    )

    assert date(2025, 6, 13) == read(article(table + f"<h1>{zoo_articles.TITLE}</h1>" + _BODY)).published.date


def test_a_linked_row_is_no_value():
    """A table whose row leads to another page is a list of such pages."""
    table = (
        "<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr>"
        "<tr><td>1</td><td><a href='/a/1.html'>关于停水的通知</a></td><td>2025-06-13</td></tr></table>"
        f"<h1>{zoo_articles.TITLE}</h1>"
    )

    assert read(article(table + _BODY)).published.date is None


@pytest.mark.parametrize(
    "inner",
    [
        "<p>发布时间：</p><p>（2025年5月8日）</p><p>1 总则</p>" + _BODY,
        "<p>发布时间：</p><p>访谈时间：2025年6月20日 15:00</p>" + _BODY,
        "<p>经研究决定：</p><p>张三同志任副主任。</p><p>示范市人民政府</p><p>2025-06-03</p>",
        "<p>经研究决定：</p><p>张三同志任副主任。</p><p>示范市教育局</p><p>二〇二五年六月三日</p>",
        "<p>时间：2025年7月3日</p><p>地点：市政府会议室</p>" + _BODY,
        "<table><tr><td>发证日期</td><td>2025-05-08</td></tr><tr><td>数据更新时间</td><td>2025-05-09</td></tr></table>",
        "<dl><dt>失效日期：</dt><dd>2027-06-13</dd></dl>" + _BODY,
        "<p>考核时间：2025年6月20日上午9:00</p><p>考核地点：市卫生院三楼</p>" + _BODY,
        "<p>体检日期：2025-06-20</p>" + _BODY,
        "<div>体检日期</div><div>2025-06-20</div>" + _BODY,
        "<table><tr><td>姓名</td><td>体检日期</td></tr><tr><td>张三</td><td>2025-06-20</td></tr></table>" + _BODY,
        "<p>网站更新时间：2025-06-20</p>" + _BODY,
        "<p>下次发布时间：2025-07-13</p>" + _BODY,
        "<p>本页生成时间：2025-06-20 03:00:12</p>" + _BODY,
        "<p>打印日期：2025/6/5</p>" + _BODY,
        "<p>刊登日期：</p><p>本院定于2025年7月18日公开开庭审理。</p>" + _BODY,
        "<p>来源：市府办</p><p>2025年5月22日，考古工作者发掘出一套编钟。</p>" + _BODY,
        "<p>来源：市府办</p><p>2025年5月22日，一套编钟由考古队发掘，记者在现场看到。</p>" + _BODY,
        "<p>来源：市府办</p>" + _BODY + "<div><h4>评论区</h4><p>网友 发表于 2025-06-20 10:00</p><p>好</p></div>",
        "<p>索引号：015/2025-1　成文日期：2025-06-03　有效性：有效</p>" + _BODY,
        "<p>成文日期：</p><p>2025-06-03</p>" + _BODY,
        "<p>招标公告日期：2025-05-08</p>" + _BODY,
        "<p>请于6月14日前办理。</p><p>2025-06-03</p>",
        "<iframe src='/a.pdf'></iframe><p>示范市教育局</p><p>2025年6月3日</p>",
        "<img src='/a.jpg'><p>上一条：关于停电的通知[2025-06-03]</p>",
        "<p>发布日期：</p><p>2025年6月3日上午，市长到现场调研。</p>" + _BODY,
    ],
)
@pytest.mark.parametrize("heading", [zoo_articles.TITLE, "关于停水的通知"])
def test_days_of_others(heading, inner):
    """Days of signatures, meetings, permits, visitors and other labels are no day of publication."""
    page = read(article(f"<h1>{heading}</h1>{inner}", title=heading))

    assert (None, Absent.NONE_SHOWN) == (page.published.date, page.published.absent)


def test_the_day_a_document_was_made_tells_an_article():
    """成文日期 is no day of publication, but a page that shows one is a document's."""
    html = "<html><body><div>发文字号：示财采〔2025〕7号　成文日期：2025-06-03</div><div id='text'></div></body></html>"
    page = read(html, zoo.BASE + "/zcjd/detail.html")

    assert (PageRole.ARTICLE, None) == (page.role, page.published.date)


@pytest.mark.parametrize(
    ("beside", "expected"),
    [("发布时间：2025-06-13", date(2025, 6, 13)), ("2025-06-30 星期一", None), ("<a href='/'>返回</a> 2025-06-13", None)],
)
def test_a_day_in_the_row_of_the_path(beside, expected):
    """In the row of the path a day is the article's where words say so, and no step of the path."""
    path = f"<div class='position'>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>公开</a><span>{beside}</span></div>"
    page = read(f"<html><head><title>{zoo_articles.TITLE}</title></head><body>{path}<h1>{zoo_articles.TITLE}</h1>{_BODY}</body></html>")

    assert (expected, ["首页", "公开"]) == (page.published.date, [step.name for step in page.crumbs][:2])


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("<p>日期：2025-06-13</p><h1>{t}</h1>", 14),
        ("<h1>{t}<small>2025-06-13 10:20:31</small></h1>", 14),
        ("<h1>{t}</h1><p>来源：市府办 点击：<i></i> 2025-06-13</p>", 13),
    ],
)
def test_a_short_article_beside_a_list(head, first):
    """A day at a headline that the page shows once is the article's, also where a list beside it has more rows than the article lines."""
    rows = "".join(f"<li><a href='/art/{k}.html'>示范市召开第{k}次专题工作会议</a><i>2025-06-{k}</i></li>" for k in range(first, first + 5))
    html = f"<div>{head.format(t=zoo_articles.TITLE)}<p>现予公布。</p></div><div class='x'><ul>{rows}</ul></div>"
    page = read(zoo.frame_div(html, title=f"{zoo_articles.TITLE}_示范市人民政府"), zoo.BASE + "/info/1012/20761.htm")

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


@pytest.mark.parametrize("clock", ["2025-07-01", "2025年07月01日 星期二 09:12:31"])
def test_a_clock_above_the_heading(clock):
    """The day of the visit above the heading is the visitor's, not the article's."""
    html = zoo.frame_div(f"<div>{clock}</div><h1>{zoo_articles.TITLE}</h1>{_BODY}", title=zoo_articles.TITLE)

    assert read(html).published.date is None


def test_a_day_within_a_title_among_the_facts():
    """A day that a title goes on after is part of the title, also where the title is told among the facts."""
    facts = "<div>索引号：001　标题：示范市2025年6月11日空气质量日报　文号：</div><h1>示范市2025年6月11日空气质量日报</h1><p>2025.06.13</p>"

    assert date(2025, 6, 13) == read(article(facts + _BODY, title="示范市人民政府")).published.date


@pytest.mark.parametrize("meta", ["", "<meta name='ColumnName' content='通知公告'>"])
@pytest.mark.parametrize("line", ["公开时间：2025-06-13", "来源：市府办　2025-06-13　浏览次数：12"])
def test_article_beside_a_list(line, meta):
    """A day stated once tells an article from the list of other pages beside it, even where no title helps."""
    side = f"<div class='l'><h3>最新信息</h3>{zoo_articles.SIDE_ROWS}</div>"
    html = zoo.frame_div(f"{side}<p>{zoo_articles.TITLE}</p><p>{line}</p><p><img src='/a.jpg'></p>", title="通知公告", head=meta)
    page = read(html)

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


def test_rows_with_a_label_each_are_a_list():
    """Where every row states its day, no day is the page's."""
    rows = "".join(f"<a href='/a/{n}1.html'>示范市召开第{n}次专题会议部署工作</a><br>发布时间：2025-06-{n + 10}<br>" for n in range(6))

    assert PageRole.LIST is read(zoo.frame_div(f"<h1>工作动态</h1>{rows}", title="工作动态"), url=zoo.BASE + "/list.asp?id=12").role


def test_many_labels_without_a_day():
    """A label that stands on a page thousands of times is looked up once."""
    started = process_time()
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1>" + "<p>发布日期</p>" * 6000))

    assert page.published.date is None
    assert process_time() - started < 5


@pytest.mark.parametrize(
    "line, role", [("更新时间：2025-06-29", PageRole.LIST), ("更新时间：2025-06-29　浏览次数：12　作者：张三", PageRole.ARTICLE)]
)
def test_a_column_tells_when_it_was_renewed(line, role):
    """A day of renewal over a list is the column's; beside author and hits it is an article's."""
    html = zoo.frame_div(f"<p>示范市工作情况</p><p>{line}</p>{zoo.ul(zoo.sample(5))}", title="示范市人民政府")

    assert role is read(html, url=zoo.BASE + "/show.asp?id=12").role


@pytest.mark.parametrize("written, expected", [("25-06-13", date(2025, 6, 13)), ("25-06-12", None), ("125-06-13", None)])
def test_year_of_two_digits(written, expected):
    """The address tells which century, where it tells the same day."""
    body = "<p>" + "现将有关事项通知如下，请各单位遵照执行，确保各项工作落到实处。" * 4 + "</p>"
    page = read(
        article(f"<h1>{zoo_articles.TITLE}</h1><p> | {written} | 【大 中 小】</p>{body}"), url=zoo.BASE + "/xw/202506/t20250613_1.html"
    )

    assert (PageRole.ARTICLE, expected) == (page.role, page.published.date)
    assert page.published.year_from == ("url" if expected else None)


def test_facts_in_a_toolbar():
    """A bar of tools that tells the day is the article's head."""
    tools = "<span>大</span> <span>小</span> <a href='javascript:window.print()'>打印本页</a>"
    bar = f"<div class='toolbar'>发布时间：2025-06-13 字体：{tools}</div>"

    assert date(2025, 6, 13) == read(article(f"<h1>{zoo_articles.TITLE}</h1>{bar}<p>会议强调，要抓好落实。</p>")).published.date


def test_pictures_between_facts_and_neighbours():
    """A body of pictures: the article before and the one after are no rows of a list."""
    body = (
        f"<p>{zoo_articles.TITLE}</p><div>时间：2025-06-13 16:06:29 来源：</div><p><img src='1.jpg'></p>"
        "<p>上一篇：<a href='/tzgg/2025-04-13/5136.html'>关于规范有关行为的通知</a></p>"
        "<p>下一篇：<a href='/tzgg/2025-08-18/5244.html'>关于准备有关工作的通知</a></p>"
    )
    page = read(
        f"<html><head><title>示范信息网</title></head><body><div>{body}</div></body></html>", url=zoo.BASE + "/tzgg/2025-06-13/5191.html"
    )

    assert (PageRole.ARTICLE, date(2025, 6, 13), ()) == (page.role, page.published.date, page.entries)


def test_folder_that_shows_one_article():
    """A query that names one article makes a folder no list."""
    table = "<table><tr><td>开标时间</td><td>2025-06-10 09:30</td></tr><tr><td>第一候选人</td><td>某公司</td></tr></table>"
    page = read(
        article(f"<h1>{zoo_articles.TITLE}</h1><p>信息时间：2025-06-13 阅读次数：3</p>{table}"),
        url=zoo.BASE + "/infodetail/?infoid=08a1c0de&num=4",
    )

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


def test_wrapper_called_bottom():
    """An article with its facts in a box called bottom is no footer where that is most of the page."""
    body = "<p>会议强调，要抓好落实。</p>" * 3
    inner = f"<h2>{zoo_articles.TITLE}</h2><div class='info'>发布时间：<em>2025-06-13 10:03:27</em></div>{body}"
    head = f"<head><title>{zoo_articles.TITLE}</title></head>"
    html = f"<html>{head}<body><div class='top'>示范市</div><div class='bg-bottom'>{inner}</div></body></html>"

    assert date(2025, 6, 13) == read(html).published.date


@pytest.mark.parametrize(
    "line",
    [
        "<li>2025年06月13日\n    07时26分</li><li>来源：示范日报</li>",
        "<span>2025-06-13</span>\n  <span>7:26:10</span> <span>来源：示范日报</span>",
        "<div>2025-06-13</div><div>07:26</div><div>来源：示范日报</div>",
        "<span>2025-06-13 07:26:01</span><span>示范县融媒体中心</span><span>记者 李山</span>",
    ],
)
def test_time_beside_the_day(line):
    """The time is the day's where the source breaks the line between them, and where a name follows without a gap."""
    page = read(article(f"<h2>{zoo_articles.TITLE}</h2><div class='xl'>{line}</div>{zoo_articles.BODIES['long']}"))

    assert (date(2025, 6, 13), "07:26") == (page.published.date, f"{page.published.time:%H:%M}")


def test_time_of_an_event_below_a_day():
    """A line that goes on after a time is of something else than the day above."""
    page = read(
        article(f"<h2>{zoo_articles.TITLE}</h2><p>发布时间：2025-06-13</p><p>09:00开幕式在市会展中心举行</p>{zoo_articles.BODIES['long']}")
    )

    assert (date(2025, 6, 13), None) == (page.published.date, page.published.time)


def test_article_in_a_box_called_aside():
    """A box beside a menu that holds an article's title and facts is the content."""
    facts = "<p>时间：2025-06-13 16:30 来源：市府办</p>"
    inner = f"<div class='pos'>示范市</div><h2>{zoo_articles.TITLE}</h2>{facts}{zoo_articles.BODIES['short']}"
    menu = "<div class='left'><a href='/yjzn/'>应急指南</a></div>"
    head = f"<head><title>{zoo_articles.TITLE}</title></head>"
    page = read(f"<html>{head}<body>{menu}<div class='aside'>{inner}</div></body></html>")

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


def test_facts_in_a_box_called_head():
    """A table of an article's facts is no page header, whatever its name."""
    facts = (("索引号", "015/2025-1"), ("成文日期", "2025年06月03日"), ("发布日期", "2025年06月13日"))
    table = "".join(f"<dl><dt>{name}：</dt><dd>{value}</dd></dl>" for name, value in facts)
    inner = f"<div class='gk-head'>{table}</div><div class='gk-tit'>{zoo_articles.TITLE}</div>{zoo_articles.BODIES['short']}"
    page = read(f"<html><head><title>{zoo_articles.TITLE}</title></head><body>{inner}</body></html>")

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


_UNDATED = zoo.BASE + "/info/1021/18201.htm"
_STAMPS = [
    ("2025-06-13 10:20", (date(2025, 6, 13), time(10, 20))),
    ("2025-06-13", (None, None)),
    ("2025年6月20日 15:00", (None, None)),
]


@pytest.mark.parametrize(("stamp", "shown"), _STAMPS)
def test_a_stamp_in_the_heading(stamp, shown):
    """A stamp with its time that ends the heading is the day of publication; a day alone or in words may be the title's own."""
    page = read(article(f"<h1>{zoo_articles.TITLE}<small>{stamp}</small></h1>{_BODY}"), url=_UNDATED)

    assert shown == (page.published.date, page.published.time)


_DAYS_IN_HEADINGS = [
    (zoo_articles.TITLE, "<small>2025-06-13</small>", date(2025, 6, 13)),
    (zoo_articles.TITLE, "<small>2025-06-11</small>", None),  # the address tells another
    (zoo_articles.TITLE, "2025-06-13", None),
    (f"{zoo_articles.TITLE}2025-06-13", "<small>2025-06-13</small>", None),
]


@pytest.mark.parametrize(("title", "day", "shown"), _DAYS_IN_HEADINGS)
def test_a_day_in_the_heading(title, day, shown):
    """A day alone is that of publication where the address tells it, in an element of its own behind a title that ends before it."""
    page = read(article(f"<h1>{zoo_articles.TITLE}{day}</h1>{_BODY}", title=title))

    assert shown == page.published.date


@pytest.mark.parametrize(("day", "shown"), [("(2025年6月13日)", date(2025, 6, 13)), ("（2025年6月11日）", None)])
def test_a_day_in_parentheses_under_the_heading(day, shown):
    """In words and parentheses it is that of a speech or a decision, but where the address or the tag tells the same one."""
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1><p>{day}</p><div>索取号：X-2025-018</div><div>产生日期：2025-05-29</div>{_BODY}"))

    assert shown == page.published.date


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>发布时间</dt><dd>2025年6月12日（星期四）上午10:00</dd></dl><dl><dt>发布地点</dt><dd>市政府新闻发布厅</dd></dl>",
        "<p>发布时间：2025年6月12日上午10:00</p><p>发布地点：市政府新闻发布厅</p>",
        "<p>发布时间：2025-06-12 10:00 发布地点：市政府新闻发布厅</p>",
    ],
)
@pytest.mark.parametrize(
    ("line", "shown"), [("<p>来源：市政府新闻办</p><p>更新时间： 2025-06-13 11:25</p>", date(2025, 6, 13)), ("", None)]
)
def test_a_press_conference(facts, line, shown):
    """When and where something was made known in a hall is no day of publication."""
    page = read(article(f"<h1>{zoo_articles.TITLE}</h1>{facts}{line}{_BODY}"), url=_UNDATED)

    assert shown == page.published.date


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Updated: 2025-06-13 | Source: Example Daily", date(2025, 6, 13)),
        ("Example Daily Updated on 2025-06-13 10:20", date(2025, 6, 13)),
        ("Site last updated: 2025-06-13 | Visits: 12", None),
    ],
)
def test_an_english_article(line, shown):
    """An English page tells the day behind Updated; when the whole site was, is no article's."""
    title = "Example County hosts lavender festival"
    text = "The festival opened on Tuesday, drawing thousands of visitors from neighboring provinces to enjoy flowers and local food."
    page = read(article(f"<h1>{title}</h1><div>{line}</div><p>{text}</p><p>{text}</p>", title=title), url=_UNDATED)

    assert shown == page.published.date


@pytest.mark.parametrize("gap", ["", "\n  "])
@pytest.mark.parametrize("facts", ["<time>2025-06-13</time><span>文旅局</span>", "2025-06-13 文旅局", "<i>文旅局</i> <em>2025-06-13</em>"])
def test_facts_that_follow_the_heading_inline(facts, gap):
    """A heading ends its line, whatever stands behind it."""
    page = read(article(f"<h1>清凉一夏 欢乐示范</h1>{gap}{facts}{gap}{_BODY}", title="清凉一夏 欢乐示范"), url=_UNDATED)

    assert ("清凉一夏 欢乐示范", date(2025, 6, 13)) == (page.heading, page.published.date)


_LEAVES = [
    "<div class='date'><b>13</b><span>2025-06</span></div>",
    "<div><p>13</p><em>2025.06</em></div>",
    "<div><p>2025/06</p><h4>13</h4></div>",
    "<div><strong>06-13</strong><span>2025</span></div>",
    "<div><script>document.write('2025-06-13');</script></div>",
    "<div><script>var day = '2025-06-13'; document.write(day);</script></div>",
]


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("leaf", _LEAVES)
def test_a_calendar_leaf(leaf, above):
    """Day and month in elements of their own, or written by a script, right above or below the heading."""
    heading = f"<h2>{zoo_articles.TITLE}</h2>"
    page = read(article(f"{leaf}{heading}{_BODY}" if above else f"{heading}{leaf}{_BODY}"), url=_UNDATED)

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


_OTHER_LEAVES = [
    f"<h2>{zoo_articles.TITLE}</h2>{_BODY}<div><b>13</b><span>2025-06</span></div>",
    f"<a href='/live/1.html'><b>13</b><span>2025-06</span></a><h2>{zoo_articles.TITLE}</h2>{_BODY}",
    f"<div><script>var day = '2025-06-13'; day = today(); document.write(day);</script></div><h2>{zoo_articles.TITLE}</h2>{_BODY}",
]


@pytest.mark.parametrize("inner", _OTHER_LEAVES)
def test_another_leaf(inner):
    """Nor is one a day of publication that stands apart from the heading, leads to another page or is what the script makes it."""
    assert Absent.NONE_SHOWN is read(article(inner), url=_UNDATED).published.absent


def test_a_title_of_site_and_column():
    """Where a title names the site and a column of the path alone, the heading is the one of the page."""
    path = "<div>医疗卫生</div><p>当前位置 &gt; 医疗卫生 &gt; 通知公告</p>"
    inner = f"{path}<h3>{zoo_articles.TITLE}</h3><p>发布时间：2025-06-13</p>{_BODY}"
    page = read(f"<html><head><title>示范市卫生局 医疗卫生</title></head><body>{inner}</body></html>")

    assert (zoo_articles.TITLE, date(2025, 6, 13)) == (page.heading, page.published.date)


@pytest.mark.parametrize("attached", ["", "<p>2025年6月10日</p><p>附件：<a href='/files/1.xlsx'>示范企业名单.xlsx</a></p>"])
def test_article_in_a_folder_of_its_own(attached):
    """A labelled day under a headline makes an article of a short text whose address is spelled like a column's."""
    head = f"<h3>{zoo_articles.TITLE}</h3><p>来源：办公室 发布日期：2025-06-13 访问量：302</p>"
    body = f"<div><p>现将名单予以公布。</p><p>请各单位抓好落实。</p><p>联系电话：12345。</p>{attached}</div>"
    page = read(article(f"<div>{head}</div>{body}"), url=zoo.BASE + "/zfxxgk/tzgg/931234/index.html")

    assert (PageRole.ARTICLE, date(2025, 6, 13), ()) == (page.role, page.published.date, page.entries)


@pytest.mark.parametrize("name", ["示范市人民政府办公室通知公告", "通知公告"])
def test_column_of_one_labelled_row(name):
    """A day that the one row of a column has too is the row's."""
    row = "<dl><dt><a href='/a/1.html'>关于做好防汛工作的通知</a></dt><dd>发布时间：2025-06-13</dd></dl>"
    page = read(article(f"<h3>{name}</h3>{row}", title=name), url=zoo.BASE + "/zfxxgk/tzgg/index.html")

    assert (PageRole.LIST, [date(2025, 6, 13)]) == (page.role, [entry.date.date for entry in page.entries])


_SITE_TITLED = [
    ("<p>来源：办公室</p><p>发布时间：2025-06-13</p>", zoo_articles.TITLE, zoo_articles.TITLE),
    ("<p>【 2025-06-13 09:38 】【 浏览：377 】</p>", f"<b>{zoo_articles.TITLE}</b>", zoo_articles.TITLE),
    ("<p>发布时间：2025-06-13</p>", f"<a href='/a/1.html'>{zoo_articles.TITLE}</a>", ""),
    ("<p>发布时间：2025-06-13</p>", "首页 &gt; 政务公开 &gt; 通知公告", ""),
    ("<p>发布时间：2025-06-13</p>", "索引号：1/2025-001218 公开", ""),
    ("<p>发布时间：2025-06-13</p>", "现将有关事项通知如下，请遵照执行。", ""),
]


@pytest.mark.parametrize(("facts", "above", "heading"), _SITE_TITLED, ids=range(len(_SITE_TITLED)))
def test_the_heading_above_the_facts_where_the_title_names_the_site(facts, above, heading):
    """In a plain element the line above day, source and hits is the heading; a link, a path, a fact or a sentence is none."""
    page = read(article(f"<table><tr><td>{above}</td></tr><tr><td>{facts}</td></tr></table>{_BODY}", title="示范市卫生局"))

    assert (heading, date(2025, 6, 13)) == (page.heading, page.published.date)


def test_a_page_that_its_folder_is_asked_for_by_number():
    inner = f"<p>{zoo_articles.TITLE}</p><p>[2025-06-13] 打印</p><p>现将有关信息公开如下。</p>"
    page = read(article(inner), url=zoo.BASE + "/news/html/?2261.html")

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


_BOX = "<div><h4>信息属性</h4><ul><li>来源：办公室</li><li>更新时间：2025-06-13</li><li>字体：大 中 小</li></ul></div>"
_OTHER_BOX = f"<div><p>市长调研防汛抗旱工作并看望一线人员</p>{_BOX.replace('<h4>信息属性</h4>', '')}</div>"
_PAIRS = "<dl><dt>时 间</dt><dd>2025年6月13日 星期五</dd><dt>来 源</dt><dd>办公室</dd></dl>"
_LONG = "<p>会议听取了各单位工作情况的汇报。</p>" * 12


@pytest.mark.parametrize(
    ("before", "behind", "shown"),
    [
        ("", _BOX, date(2025, 6, 13)),
        (f"{_PAIRS}<p>热点新闻</p><p>图片</p><p>视频</p><p>专题</p>", "", date(2025, 6, 13)),
        ("", _BOX + _PAIRS, None),
        ("", _OTHER_BOX, None),
        ("", "<div><h4>信息属性</h4><p>更新时间：2025-06-13</p></div>", None),
    ],
)
def test_facts_in_a_box_far_from_the_heading(before, behind, shown):
    """The one box with a labelled day beside the source tells the article's day, unless it stands under another title."""
    page = read(article(f"{before}<h2>{zoo_articles.TITLE}</h2>{_LONG}{behind}"), url=_UNDATED)

    assert shown == page.published.date


@pytest.mark.parametrize("label", ["时　间", "添加日期", "更新时间"])
def test_a_day_written_between_facts(label):
    """A script may write the value of a label in the middle of a line."""
    line = f"<p><span>{label}：</span><script>document.write('2025-06-13')</script> 来源：办公室</p>"

    assert date(2025, 6, 13) == read(article(f"<h2>{zoo_articles.TITLE}</h2>{line}{_BODY}"), url=_UNDATED).published.date


_OTHER_LINES = [
    "<p>来源：办公室 点击：- 2025-06-13</p>",
    "<p>来源：办公室</p><p>责任编辑：李某</p><p>2025年6月13日 星期五</p>",
    "<p>20250613</p><p>来源：办公室</p>",
    "<header class='x1'><span>日期：<b>2025-06-13</b></span><span>编辑：李某</span><a href='javascript:print()'>打印</a></header>",
    "<p>发文日期：2025-06-03</p><p>成文日期：2025-06-01</p><p>上传时间：2025-06-13</p>",
]


@pytest.mark.parametrize("line", _OTHER_LINES)
def test_other_lines_under_the_heading(line):
    """A count that a script replaces, a day of the week, digits alone, a header of the article, the day of putting up."""
    assert date(2025, 6, 13) == read(article(f"<h2>{zoo_articles.TITLE}</h2>{line}{_BODY}"), url=_UNDATED).published.date


def test_a_source_above_the_heading():
    """A line of source and day above the heading is no clock where it was read on that day."""
    page = read(article(f"<p>浏览量：40 来源：办公室 2025/07/01</p><h2>{zoo_articles.TITLE}</h2>{_BODY}"), url=_UNDATED)

    assert date(2025, 7, 1) == page.published.date


def test_an_article_in_a_box_called_like_a_hot_list():
    """Running text and facts are no hot list, whatever the name: ``top10`` is a margin on some sites."""
    inner = f"<p>{zoo_articles.TITLE}</p><p>发布日期：2025-06-13 <a href='javascript:print()'>打印</a></p>{_BODY}"
    page = read(f"<title>{zoo_articles.TITLE}</title><body><div class='top10'>{inner}</div>")

    assert date(2025, 6, 13) == page.published.date


_BESIDE = "".join(f"<li><a href='/art/{k}.html'>示范区召开第{k}次专题工作推进会</a><i>2025-06-1{k}</i></li>" for k in range(2, 6))


def test_a_short_article_beside_other_news():
    """A few lines under a headline and their day are an article where only another column's news stand beside them."""
    inner = f"<h3>{zoo_articles.TITLE}</h3><p>录入时间：2025-06-13</p><p>现将名单予以公布。</p>"
    news = f"<div><h3>最新信息</h3><ul>{_BESIDE}</ul></div>"
    page = read(f"<title>{zoo_articles.TITLE}</title><body><div>{inner}</div>{news}", url=_UNDATED)

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)


@pytest.mark.parametrize(
    "link", ["附件：<a href='/files/1.xlsx'>示范企业名单.xlsx</a>", "来源：<a href='http://www.news.example.cn/a/1.html'>示范网</a>"]
)
def test_a_link_that_is_no_row(link):
    """An attachment or a source below a labelled day is no row of a list of one."""
    inner = f"<p>{zoo_articles.TITLE}</p><p>录入时间：2025-06-13</p><p>{link}</p>"
    page = read(f"<title>示范市人民政府</title><body><div>{inner}</div>", url=_UNDATED)

    assert (PageRole.ARTICLE, date(2025, 6, 13)) == (page.role, page.published.date)
