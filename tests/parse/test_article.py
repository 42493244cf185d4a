"""The publication date of articles: every head over every body in every frame, and reasons where there is none."""

from datetime import UTC, date, datetime, time

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
