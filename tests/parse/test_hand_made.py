"""Pages written by hand: rows without boxes, headings that only their type sets off, one script that shows everything."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageRole

AT = datetime(2019, 4, 1, 2, tzinfo=UTC)
TEXT = "会议要求，各单位要对照任务清单逐项销号，确保按期完成年度目标；检查组随机抽查了六家企业，对发现的问题当场交办，限期整改到位。"
NAME = "示范县开展质量月宣传咨询活动"


def read(body, path="/news.asp?classid=2", title="示范县质量技术监督局"):
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse_page(html, url="http://www.example.gov.cn" + path, fetched_at=AT)


@pytest.mark.parametrize("summary", ["<p><a href='show.asp?id={n}'>近日，示范县召开会议部署工作</a></p>", "<p>近日，示范县召开会议</p>"])
def test_each_row_has_its_own_day_where_nothing_wraps_title_day_and_linked_summary(summary):
    """The first row's two links share a box with all the rows: its days are not the first row's."""
    days = [date(2019, 3, 20 - 3 * n) for n in range(5)]
    rows = "".join(
        f"<h2><a href='show.asp?id={n + 10}'>示范县第{n + 1}次工作会议召开</a></h2><p class='time'>{day:%Y年%m月%d日}</p>"
        + summary.format(n=n + 10)
        for n, day in enumerate(days)
    )

    page = read(f"<div class='list'>{rows}</div>")

    assert days == [entry.date.date for entry in page.entries]


@pytest.mark.parametrize(
    "markup",
    [
        "<tr><td class='title'>{}</td></tr>",
        "<tr><td style='font-size: 22px; font-weight: bold'><label>{}</label></td></tr>",
        "<tr><td align='center'><font color='#CC0000'><b>{}</b></font></td></tr>",
        "<tr><td><font size=5>{}</font></td></tr>",
        "<tr><td><h4>{}</h4></td></tr>",
    ],
)
def test_a_heading_set_off_by_its_type_is_told_where_the_facts_stand_below_the_text(markup):
    facts = "<tr><td>点击数：57&nbsp; 录入时间：2011/9/20&nbsp;【<a href='javascript:window.print()'>打印此页</a>】</td></tr>"

    page = read(f"<table>{markup.format(NAME)}<tr><td>{TEXT}</td></tr>{facts}</table>", "/newsshow.asp?id=98")

    assert (NAME, date(2011, 9, 20)) == (page.heading, page.published.date)


@pytest.mark.parametrize(
    "below, day",
    [
        ("<p>点击数：342&nbsp; 2009-4-7&nbsp;【<a href='javascript:history.back()'>返回</a>】</p>", date(2009, 4, 7)),
        ("<p>【<a href='#'>打印</a>】 录入时间：2009-4-7 浏览次数：342</p>", date(2009, 4, 7)),
        ("<p>附件下载 点击数：342 2009-4-7 【<a href='#'>返回</a>】</p>", None),
        ("<p>印发日期：2009-4-7 浏览次数：342 【<a href='#'>返回</a>】</p>", None),
        ("<p>竣工：2009-4-7 浏览次数：342 【<a href='#'>返回</a>】</p>", None),
        ("<p>点击数：342 2009-4-7</p>", None),
        ("<p>点击数：3 2009-4-7 【<a href='#'>返回</a>】</p><p>点击数：4 2009-4-8 【<a href='#'>返回</a>】</p>", None),
    ],
)
def test_the_day_beside_hits_and_the_way_back_under_the_text_is_the_article_s(below, day):
    """Two such lines, a file's, and a day with other words before it tell nothing of the article."""
    page = read(f"<h3>{NAME}</h3><p>{TEXT}</p>{below}", "/newsshow.asp?id=98")

    assert (PageRole.ARTICLE, day) == (page.role, page.published.date)


@pytest.mark.parametrize(
    "words", ["<td class='title'>示范县人民政府</td>", "<td><b>{}</b></td>", "<td class='title'><a href='/'>{}</a></td>"]
)
def test_a_body_s_name_bold_words_and_links_are_no_heading(words):
    page = read(f"<table><tr>{words.format(NAME)}</tr><tr><td>{TEXT}</td></tr></table>", "/newsshow.asp?id=98")

    assert (PageRole.ARTICLE, "") == (page.role, page.heading)


@pytest.mark.parametrize(
    "path, role",
    [
        ("/?action=newslist", PageRole.LIST),
        ("/?mod=news", PageRole.LIST),
        ("/?m=Home&c=News&a=index", PageRole.LIST),
        ("/?g=Interview&m=Index&a=index", PageRole.LIST),
        ("/?m=Home&c=Index&a=index", PageRole.HOME),
        ("/?action=index", PageRole.HOME),
    ],
)
def test_a_column_that_a_script_at_the_root_shows_is_no_homepage(path, role):
    rows = "".join(f"<li><a href='?action=news&id={n}'>示范县第{n}次会议召开</a><span>2019-03-{n}</span></li>" for n in range(11, 20))

    assert role is read(f"<ul>{rows}</ul>", path).role


@pytest.mark.parametrize("path", ["/newsdetail.aspx?id=8", "/news_view.asp?id=8", "/ReadNews/read.jsp?n=8"])
def test_a_page_that_shows_one_text_is_an_article_though_its_number_has_one_digit(path):
    """There is no day: only the address and a few words under a heading tell what the page is."""
    page = read(f"<h3>{NAME}</h3><p>请符合条件的单位于月底前报送材料。</p>", path)

    assert PageRole.ARTICLE is page.role


@pytest.mark.parametrize(
    "script, drawn",
    [
        ("<script src='/res/ext-4.2.1/bootstrap.js'></script>", True),
        ("<script>$('#tb').datagrid({url: 'list.do'});</script>", True),
        ("<script>$('#tb').bootstrapTable({url: 'list.do'});</script>", True),
        ("<script src='/res/extra.js'></script>", False),
    ],
)
def test_a_column_that_a_grid_draws_is_drawn(script, drawn):
    assert (
        drawn
        == read(f"{script}<div class='navl'><a href='/'>首页</a> &gt; 税务要闻</div><div id='1024' name='1024'><b></b></div>").script_drawn
    )
