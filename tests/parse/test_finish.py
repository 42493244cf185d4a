"""What a site's pages say together, on hand-made pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.parse import page_tables
from govsite_rules.parse.frame import fingerprint
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.values.dates import NO_DATE, Absent, DateReading, DateSource
from govsite_rules.values.page import (
    Crumb,
    Entry,
    GuideReading,
    Letter,
    Link,
    LinkKind,
    Mark,
    Marks,
    MarkState,
    PageKind,
    PageRole,
    PageSnapshot,
    Pagination,
    WordingHit,
)
from govsite_rules.values.seen import Seen
from govsite_rules.values.site import (
    Column,
    ColumnHint,
    ColumnKind,
    ColumnState,
    Guide,
    LinkCheck,
    LinkResult,
    LinkState,
    Message,
    MessageKind,
    Platform,
    PlatformKind,
    SiteProfile,
    SiteSnapshot,
    WordingFacts,
)

AT = datetime(2026, 3, 1, 1, tzinfo=UTC)
PROFILE = SiteProfile(site_code="4114240001", name="某县人民政府", domain="www.x.gov.cn")
HOST = "http://www.x.gov.cn"


def page(path: str, role: PageRole = PageRole.LIST, **known: object) -> PageSnapshot:
    url = path if path.startswith("http") else HOST + path
    return PageSnapshot(**{"url": url, "fetched_at": AT, "digest": path, "role": role, **known})  # type: ignore[arg-type]


def home(*entries: Entry, nav: tuple[tuple[str, str], ...] = (), **known: object) -> PageSnapshot:
    links = tuple(Link(HOST + path, name, place="nav") for path, name in nav) + tuple(Link(entry.url, entry.title) for entry in entries)
    return page("/", PageRole.HOME, **{"entries": entries, "links": links, "title": "某县人民政府", **known})


def day(text: str) -> DateReading:
    parts = [int(part) for part in text.split("-")]
    year, month, number = (None, *parts) if len(parts) == 2 else parts
    return DateReading(year, month, number, raw=text, source=DateSource.LIST)


def entry(path: str, shown: str = "", title: str = "") -> Entry:
    return Entry(title or path, path if path.startswith("http") else HOST + path, day(shown) if shown else NO_DATE)


def article(path: str, shown: str = "", **known: object) -> PageSnapshot:
    return page(path, PageRole.ARTICLE, **{"published": day(shown) if shown else NO_DATE, **known})


def crumbs(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    return (Crumb("首页", HOST + "/"), *(Crumb(name, HOST + path if path else "") for name, path in steps))


def column(site: SiteSnapshot, key: str) -> Column:
    assert site.columns is not None
    return next(column for column in site.columns.items if column.key == "www.x.gov.cn" + key)


def keys(site: SiteSnapshot) -> list[str]:
    assert site.columns is not None
    return [column.key.removeprefix("www.x.gov.cn") for column in site.columns.items]


def assemble(*pages: PageSnapshot, profile: SiteProfile = PROFILE, **known: object) -> SiteSnapshot:
    return assemble_site(pages, profile=profile, **known)  # type: ignore[arg-type]


# --- dates -----------------------------------------------------------------------------------------------------------


def test_the_newest_displayed_date_counts_whatever_its_row() -> None:
    """A pinned old row never hides the newest date, and dates are counted by day."""
    listed = page("/a/", entries=(entry("/a/1.html", "2025-01-01"), entry("/a/2.html", "2026-02-20"), entry("/a/3.html", "2026-02-20")))
    updates = column(assemble(listed), "/a").updates

    assert [("2026-02-20", 2), ("2025-01-01", 1)] == [(str(dated.date.date), dated.count) for dated in updates.recent]
    assert 3 == updates.entries


@pytest.mark.parametrize(
    "others, source", [(["article", "list", "url"], "article"), (["list", "url"], "list"), (["url"], "url"), ([], None)]
)
def test_a_missing_year_comes_from_the_first_place_that_shows_it(others: list[str], source: str | None) -> None:
    """The article page comes before another list, and that before the address; else the year stays unknown (decision 5)."""
    path = "/a/t20250209_1.html" if "url" in others else "/a/1.html"
    pages = [home(entry(path, "02-09"))]
    if "article" in others:
        pages.append(article(path, "2025-02-10"))
    if "list" in others:
        pages.append(page("/b/", entries=(entry(path, "2025-02-09"),)))
    site = assemble(*pages)

    assert site.homepage is not None
    (dated,) = site.homepage.updates.recent
    assert (source and 2025, 2, 9, source) == (dated.date.year, dated.date.month, dated.date.day, dated.date.year_from)


def test_an_address_of_another_day_gives_no_year() -> None:
    """A date in the address is believed only where month and day are equal."""
    site = assemble(home(entry("/a/t20250210_1.html", "02-09")))

    assert site.homepage is not None
    assert None is site.homepage.updates.recent[0].date.year


def test_the_year_turns_between_list_and_article() -> None:
    """A list's 12-31 beside an article of 1 January belongs to the year before."""
    site = assemble(home(entry("/a/1.html", "12-31")), article("/a/1.html", "2026-01-01"))

    assert site.homepage is not None
    assert date(2025, 12, 31) == site.homepage.updates.recent[0].date.date


def test_an_article_months_away_gives_no_year() -> None:
    """Where list and article disagree by months, nobody knows the year."""
    site = assemble(home(entry("/a/1.html", "08-31")), article("/a/1.html", "2026-01-01"))

    assert site.homepage is not None
    assert None is site.homepage.updates.recent[0].date.year


def test_undated_entries_take_the_date_of_their_article() -> None:
    """Without a list date the article's counts; a seen article without a date is undated, an unseen one is not known."""
    entries = tuple(entry(path) for path in ("/a/1.html", "/a/2.html", "/a/3.html", "/a/4.html", "http://other.gov.cn/5.html"))
    drawn = DateReading(absent=Absent.SCRIPT_DRAWN)
    pages = (page("/a/", entries=entries), article("/a/1.html", "2026-02-01"), article("/a/2.html"), article("/a/3.html", published=drawn))
    updates = column(assemble(*pages), "/a").updates

    assert [(date(2026, 2, 1), DateSource.LIST)] == [(dated.date.date, dated.date.source) for dated in updates.recent]
    assert (5, 1, 3) == (updates.entries, updates.undated, updates.undated_unseen)


def test_an_article_without_a_date_behind_a_dated_entry_is_counted() -> None:
    """The list date counts and the article that shows none is counted beside it (decision 4)."""
    updates = column(assemble(page("/a/", entries=(entry("/a/1.html", "2026-02-01"),)), article("/a/1.html")), "/a").updates

    assert (1, 1, 0) == (len(updates.recent), updates.article_undated, updates.undated)


def test_a_challenged_article_is_not_seen() -> None:
    """A challenge body behind an entry proves no missing date."""
    pages = (page("/a/", entries=(entry("/a/1.html"),)), article("/a/1.html", kind=PageKind.CHALLENGE, status=412))
    updates = column(assemble(*pages), "/a").updates

    assert (0, 1) == (updates.undated, updates.undated_unseen)


def test_a_page_that_is_no_article_proves_no_missing_date() -> None:
    """Only a page recognised as an article can be said to show no publication time."""
    updates = column(assemble(page("/a/", entries=(entry("/a/1.html"),)), page("/a/1.html", PageRole.OTHER)), "/a").updates

    assert (0, 1) == (updates.undated, updates.undated_unseen)


def test_the_future_is_no_freshness() -> None:
    """Dates later than the day of fetching (Shanghai) are counted apart; the day itself is not the future."""
    updates = column(assemble(page("/a/", entries=(entry("/a/1.html", "2026-03-01"), entry("/a/2.html", "2026-03-02")))), "/a").updates

    assert ([date(2026, 3, 1)], 1) == ([dated.date.date for dated in updates.recent], updates.future)


@pytest.mark.parametrize("days", [24, 25])
def test_the_newest_24_dates_are_kept(days: int) -> None:
    """More distinct dates than 24 are cut and said to be."""
    first = date(2025, 1, 1)
    listed = page("/a/", entries=tuple(entry(f"/a/{n}.html", str(first + timedelta(days=n))) for n in range(days)))
    updates = column(assemble(listed), "/a").updates

    assert (24, days > 24, first + timedelta(days=days - 1)) == (len(updates.recent), updates.more, updates.recent[0].date.date)


def test_an_item_listed_twice_counts_once_by_its_fullest_date() -> None:
    """A picture without a date and the dated row of the same item are one entry."""
    site = assemble(home(entry("/a/1.html"), entry("/a/1.html", "2026-02-01")))

    assert site.homepage is not None
    assert (1, 0, [1]) == (
        site.homepage.updates.entries,
        site.homepage.updates.undated_unseen,
        [dated.count for dated in site.homepage.updates.recent],
    )


# --- columns ---------------------------------------------------------------------------------------------------------


def test_pages_of_a_list_are_one_column() -> None:
    """Page 2, a year filter and a menu path with the index file are one column with the entries of all."""
    name = {"crumbs": crumbs(("通知公告", "/tzgg/"))}
    pages = (
        page("/tzgg/index.html", entries=(entry("/1.html", "2026-02-01"),), **name),
        page("/tzgg/index_2.html", entries=(entry("/2.html", "2026-01-01"),), **name),
        page("/tzgg/?page=3", entries=(entry("/3.html", "2025-12-01"),), **name),
        page("/tzgg/?year=2024", entries=(entry("/4.html", "2024-12-01"),), **name),
    )
    site = assemble(*pages)

    assert ["/tzgg"] == keys(site)
    assert (4, True) == (column(site, "/tzgg").updates.entries, column(site, "/tzgg").first_page_seen)
    assert ("通知公告", "http://www.x.gov.cn/tzgg/index.html") == (column(site, "/tzgg").name, column(site, "/tzgg").url)


def test_a_later_page_alone_is_not_the_first() -> None:
    """Where only page 2 was fetched, newer entries may exist unseen."""
    later = page("/tzgg/index_2.html", entries=(entry("/2.html", "2026-01-01"),))
    by_query = page("/b/list.jsp?id=1&page=2", entries=(entry("/3.html", "2026-01-01"),))
    site = assemble(later, by_query)

    assert [False, False] == [column(site, key).first_page_seen for key in ("/b/list.jsp?id=1", "/tzgg")]


def test_numbered_lists_are_pages_only_where_something_bears_it_out() -> None:
    """list_12 and list_13 are two columns unless pagination, breadcrumb or name say that they are pages of one."""
    first = page("/list_12.html", entries=(entry("/1.html", "2026-01-01"),), heading="通知", pagination=Pagination(1, 3))
    second = page("/list_13.html", entries=(entry("/2.html", "2026-01-01"),), heading="动态", pagination=Pagination(1, 3))
    main = page("/c/list.html", entries=(entry("/3.html", "2026-01-01"),), heading="文件")
    paged = page("/c/list_2.html", entries=(entry("/4.html", "2026-01-01"),), heading="文件")
    told = page("/d/list_2.html", entries=(entry("/5.html", "2026-01-01"),), pagination=Pagination(2, 3))
    site = assemble(first, second, main, paged, told)

    assert ["/c/list.html", "/d/list.html", "/list_12.html", "/list_13.html"] == keys(site)
    assert [True, False] == [column(site, key).first_page_seen for key in ("/c/list.html", "/d/list.html")]


def test_lists_that_only_share_the_title_of_the_site_stay_apart() -> None:
    """The site's own title on every page makes no column of several."""
    pages = [page(f"/channel_{n}.html", title="某县人民政府", entries=(entry(f"/{n}.html", "2026-01-01"),)) for n in (2, 3, 4)]

    assert ["/channel_2.html", "/channel_3.html", "/channel_4.html"] == keys(assemble(home(), *pages))


def test_lists_at_the_root_are_told_apart_by_their_query() -> None:
    """A page system that serves everything from index.php has columns there, and page n of them."""
    home_page = home(title="某县人民政府")
    queries = (("catid=3", "通知"), ("catid=4", "动态"), ("catid=4&page=2", "动态"))
    lists = [
        page(f"/index.php?{query}", PageRole.HOME, entries=(entry(f"/index.php?id={n}", "2026-02-01"),), title=name)
        for n, (query, name) in enumerate(queries)
    ]
    site = assemble(home_page, *lists)

    assert site.homepage is not None
    assert (HOST + "/", ["?catid=3", "?catid=4"]) == (site.homepage.url, keys(site))
    assert 2 == column(site, "?catid=4").updates.entries
    assert None is assemble(*lists).homepage


def test_mobile_twins_are_the_same_column() -> None:
    """The mobile page of a column that was seen adds no column and no entries."""
    main = page("/tzgg/", entries=(entry("/1.html", "2026-02-01"),))
    twin = page("http://m.x.gov.cn/tzgg/", entries=(entry("http://m.x.gov.cn/1.html", "2026-02-01"),))
    site = assemble(main, twin)

    assert ["/tzgg"] == keys(site)
    assert 1 == column(site, "/tzgg").updates.entries


def test_menus_and_breadcrumbs_name_columns_that_nobody_fetched() -> None:
    """A column that is only linked is there, not seen, with its name; tools, attachments, articles and other hosts are not."""
    nav = (
        ("/zwgk/", "政务公开"),
        ("/index.html", "首页"),
        ("/login/", "登录"),
        ("/help.pdf", "说明"),
        ("/2026/02/01/123.html", "关于某事的通知"),
        ("/index.html?link=hd", "互动"),
    )
    listed = page("/zwgk/tzgg/", crumbs=crumbs(("公开", "/zwgk/"), ("公告", "/zwgk/tzgg/")), entries=(entry("/1.html", "2026-02-01"),))
    site = assemble(home(nav=nav), listed)

    assert ["/zwgk", "/zwgk/tzgg"] == keys(site)
    linked = column(site, "/zwgk")
    assert (ColumnState.NOT_SEEN, "公开", False) == (linked.state, linked.name, linked.first_page_seen)
    assert (("公开", "公告"), "www.x.gov.cn/zwgk") == (column(site, "/zwgk/tzgg").path, column(site, "/zwgk/tzgg").parent)
    assert ("www.x.gov.cn/zwgk/tzgg",) == column(site, "/zwgk").children
    assert site.columns is not None
    assert not site.columns.complete


def test_an_article_in_the_menu_of_some_page_is_no_column() -> None:
    """A single page is a column where the homepage's navigation leads to it, not where some other menu does."""
    side = (Link(HOST + "/lead/zhang/", "张某", place="nav"),)
    pages = (page("/lead/", links=side, entries=(entry("/1.html", "2026-02-01"),)), article("/lead/zhang/"))

    assert ["/lead"] == keys(assemble(*pages))
    assert ["/lead", "/lead/zhang"] == keys(assemble(*pages, home(nav=(("/lead/zhang/", "张某"),))))


def test_columns_are_complete_only_when_the_crawl_is_declared_so() -> None:
    """The caller's word makes the table of columns complete, unless a linked one was not fetched."""
    whole = evolve(PROFILE, crawl_complete=True)
    listed = page("/a/", entries=(entry("/1.html", "2026-02-01"),))

    assert [True, False, False] == [
        site.columns.complete
        for site in (assemble(listed, profile=whole), assemble(listed), assemble(listed, home(nav=(("/b/", "文件"),)), profile=whole))
        if site.columns is not None
    ]


def test_the_caller_knows_better() -> None:
    """A hint gives key, name, kind, level and cycle, and joins addresses under one key."""
    hints = (
        ColumnHint(HOST + "/a/", key="tzgg", name="通知公告", kind=ColumnKind.NOTICES, level=1, updates=True, cycle_months=3),
        ColumnHint(HOST + "/old/a/", key="tzgg"),
    )
    pages = (page("/a/", entries=(entry("/1.html", "2026-02-01"),)), page("/old/a/", entries=(entry("/2.html", "2025-02-01"),)))
    site = assemble(*pages, profile=evolve(PROFILE, columns=hints))

    assert site.columns is not None
    (known,) = site.columns.items
    assert ("tzgg", "通知公告", ColumnKind.NOTICES, True, "caller", 1, "caller", True, 3) == (
        known.key,
        known.name,
        known.kind,
        known.kind_sure,
        known.kind_from,
        known.level,
        known.level_from,
        known.updates_expected,
        known.cycle_months,
    )
    assert 2 == known.updates.entries


def test_levels_and_what_tells_them() -> None:
    """Main navigation, breadcrumb, parent and path tell levels; a numbered address outside all of them tells none."""
    nav = (("/zwgk/", "政务公开"), ("/zwgk/zcwj/", "政策文件"), ("/xwzx/", "新闻中心"))
    some = (entry("/1.html", "2026-02-01"),)
    pages = (
        home(nav=nav),
        page("/zwgk/zcwj/", entries=some),
        page("/zwgk/zcwj/xzf/", entries=some),
        page("/col/col77/", entries=some),
        page("/col/col78/", entries=some, crumbs=crumbs(("公开", ""), ("规划", "/col/col78/"))),
        page("/tzgg/", entries=some),
    )
    site = assemble(*pages)

    assert {
        "/xwzx": (1, "navigation"),
        "/zwgk": (1, "navigation"),
        "/zwgk/zcwj": (2, "parent"),
        "/zwgk/zcwj/xzf": (3, "parent"),
        "/col/col77": (None, ""),
        "/col/col78": (2, "breadcrumb"),
        "/tzgg": (1, "path"),
    } == {key: (column(site, key).level, column(site, key).level_from) for key in keys(site)}


def test_a_menu_of_everything_tells_no_levels() -> None:
    """Forty links on top of a navigation are no forty first-level columns."""
    nav = tuple((f"/col/col{n}/", f"栏目{chr(0x4E00 + n)}") for n in range(40))

    assert {None} == {column.level for column in (assemble(home(nav=nav)).columns or Seen()).items}


@pytest.mark.parametrize(
    "known, told",
    [
        ({"tags": (("columnname", "公告栏目"),), "heading": "标题"}, "公告栏目"),
        ({"heading": "标题", "crumbs": crumbs(("公告", "/a/"))}, "公告"),
        ({"heading": "标题", "title": "网页_某县人民政府"}, "标题"),
        ({"title": "重点项目_某县人民政府"}, "重点项目"),
        ({"title": "重点项目-某县人民政府网"}, "重点项目"),
    ],
)
def test_names_in_order_of_trust(known: dict[str, object], told: str) -> None:
    """Tag before breadcrumb before heading before title."""
    assert told == column(assemble(page("/a/", entries=(entry("/1.html", "2026-02-01"),), **known)), "/a").name


def test_a_tag_copied_to_every_column_names_none() -> None:
    """A ColumnName or ColumnType left in a template is not believed."""
    tags = (("columnname", "政府信息公开"), ("columntype", "工作动态"))
    pages = [
        page(f"/{n}/", tags=tags, crumbs=crumbs((name, f"/{n}/")), entries=(entry(f"/{n}/1.html", "2026-02-01"),))
        for n, name in zip("abcde", ("民生实事", "通知公告", "乡村振兴", "营商环境", "安全生产"), strict=True)
    ]
    site = assemble(*pages)

    assert ["民生实事", "通知公告", "乡村振兴", "营商环境", "安全生产"] == [column(site, key).name for key in keys(site)]
    first, second = column(site, "/a"), column(site, "/b")
    assert (ColumnKind.OTHER, False, ColumnKind.NOTICES, True) == (first.kind, first.kind_sure, second.kind, second.kind_sure)


def test_kind_passes_to_columns_whose_names_say_nothing() -> None:
    """A column below 政策文件 is one of policies, never surely; finished topics pass on surely."""
    some = (entry("/1.html", "2026-02-01"),)
    pages = (
        page("/zcwj/", crumbs=crumbs(("政策文件", "/zcwj/")), entries=some),
        page("/zcwj/xz/", crumbs=crumbs(("政策文件", "/zcwj/"), ("某政", "/zcwj/xz/")), entries=some),
        page("/wq/", crumbs=crumbs(("往期专题", "/wq/")), entries=some),
        page("/wq/fp/", crumbs=crumbs(("往期专题", "/wq/"), ("扶贫", "/wq/fp/")), entries=some),
    )
    site = assemble(*pages)

    policies, finished = column(site, "/zcwj/xz"), column(site, "/wq/fp")
    assert (ColumnKind.POLICIES, False, "parent") == (policies.kind, policies.kind_sure, policies.kind_from)
    assert (ColumnKind.HISTORIC, True, "parent") == (finished.kind, finished.kind_sure, finished.kind_from)


# --- states ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "known, state",
    [
        ({"blank": "暂无内容"}, ColumnState.BLANK),
        ({"script_drawn": True}, ColumnState.SCRIPT_DRAWN),
        ({"body_chars": 100}, ColumnState.SINGLE),
        ({"body_chars": 99}, ColumnState.UNREADABLE),
        ({"kind": PageKind.CHALLENGE, "status": 521}, ColumnState.UNREADABLE),
        ({"kind": PageKind.ERROR, "status": 404}, ColumnState.UNREADABLE),
        ({"kind": PageKind.REDIRECT}, ColumnState.REDIRECT),
        ({"role": PageRole.ARTICLE}, ColumnState.SINGLE),
        ({"role": PageRole.SEARCH}, ColumnState.TOOL),
        ({"entries": (Entry("甲", HOST + "/1.html"),)}, ColumnState.LISTED),
    ],
)
def test_states(known: dict[str, object], state: ColumnState) -> None:
    """What a fetched column page shows."""
    site = assemble(home(nav=(("/a/", "乡村振兴"),)), page("/a/", **known))

    assert state is column(site, "/a").state
    assert ("暂无内容" if state is ColumnState.BLANK else "") == column(site, "/a").blank_quote


def test_a_column_of_columns_is_a_container() -> None:
    """Undated links to columns are its sub-columns, seen or not, and no entries."""
    entries = (entry("/zdly/zfcg/", title="政府采购"), entry("/zdly/hjbh/", title="环境保护"), entry("/zdly/jycy/", title="就业创业"))
    below = (page("/zdly/zfcg/", entries=(entry("/1.html", "2026-02-01"),)), page("/zdly/hjbh/", blank="暂无内容"))
    site = assemble(page("/zdly/", entries=entries), *below)

    assert ColumnState.CONTAINER is column(site, "/zdly").state
    assert tuple(f"www.x.gov.cn/zdly/{name}" for name in ("hjbh", "jycy", "zfcg")) == column(site, "/zdly").children
    assert (ColumnState.NOT_SEEN, "就业创业") == (column(site, "/zdly/jycy").state, column(site, "/zdly/jycy").name)


@pytest.mark.parametrize("below, state", [((entry("/a/b/1.html", "2026-02-01"),), ColumnState.CONTAINER), ((), ColumnState.BLANK)])
def test_a_placeholder_above_columns_with_entries_is_no_blank_column(below: tuple[Entry, ...], state: ColumnState) -> None:
    """A placeholder is believed unless a sub-column shows entries."""
    site = assemble(page("/a/", blank="暂无内容"), page("/a/b/", entries=below, blank="" if below else "暂无内容"))

    assert state is column(site, "/a").state


def test_nothing_left_after_the_frame_is_blank() -> None:
    """A page that shows only what every page shows, and its own name, is blank; any own text or link leaves it open."""
    frame = (1, 2, 3)
    side = tuple(Link(f"{HOST}/hot/{n}.html", f"热点{n}", place="body") for n in range(3))
    others = [page(f"/c{n}/", blocks=frame, links=side, entries=(entry(f"/c{n}/1.html", "2026-02-01"),)) for n in "abcd"]
    name = {"crumbs": crumbs(("乡村振兴", "/a/"))}
    bare = page("/a/", blocks=(*frame, fingerprint("乡村振兴")), links=side, **name)
    text = evolve(bare, blocks=(*frame, 77))
    linked = evolve(bare, links=(*side, Link(HOST + "/x.pdf", "", LinkKind.ATTACHMENT, place="body")))

    assert [ColumnState.BLANK, ColumnState.UNREADABLE, ColumnState.UNREADABLE] == [
        column(assemble(*others, one), "/a").state for one in (bare, text, linked)
    ]
    assert ColumnState.UNREADABLE is column(assemble(*others[:2], bare), "/a").state


@pytest.mark.parametrize(
    "name, links, chars, state",
    [
        ("机构职能", 0, 30, ColumnState.SINGLE),
        ("机构职能", 0, 29, ColumnState.UNREADABLE),
        ("办事服务", 1, 0, ColumnState.SINGLE),
        ("乡村振兴", 1, 30, ColumnState.UNREADABLE),
    ],
)
def test_a_static_column_may_be_short(name: str, links: int, chars: int, state: ColumnState) -> None:
    """A page of 机构职能 or 办事服务 with some text or links of its own is what it ought to be; 乡村振兴 may be an unread list."""
    own = tuple(Link(f"{HOST}/x{n}.html", f"某事{n}", place="body") for n in range(links))
    site = assemble(home(nav=(("/a/", name),)), page("/a/", links=own, body_chars=chars))

    assert state is column(site, "/a").state


@pytest.mark.parametrize(
    "links, chars, state",
    [(3, 100, ColumnState.SINGLE), (4, 100, ColumnState.UNREADABLE), (3, 99, ColumnState.UNREADABLE)],
)
def test_a_list_by_name_without_entries_is_only_an_article_if_long_and_plain(links: int, chars: int, state: ColumnState) -> None:
    """Where a news column shows links that were not recognised as entries, nobody can tell what it is."""
    own = tuple(Link(f"{HOST}/x{n}.html", f"某事{n}", place="body") for n in range(links))
    site = assemble(home(nav=(("/a/", "工作动态"),)), page("/a/", links=own, body_chars=chars))

    assert state is column(site, "/a").state


def test_fingerprints_are_those_of_the_page_reader() -> None:
    """The frame can recognise a column's own name among the blocks of a page."""
    body = "<html><body><div><h2>乡村振兴专栏</h2></div></body></html>"
    read = parse_page(body, url=HOST + "/a/", fetched_at=AT)

    assert (fingerprint("乡村振兴专栏"),) == read.blocks


def test_entries_that_stand_in_every_column_belong_to_the_frame() -> None:
    """A hot list beside every list neither freshens nor fills a column; the column it comes from keeps it."""
    hot = entry("/news/9.html", "2026-02-28")
    old = [page(f"/{n}/", entries=(hot, entry(f"/{n}/1.html", "2024-02-01"))) for n in "abcd"]
    site = assemble(*old, page("/e/", entries=(hot,), blank="暂无信息"), page("/news/", entries=(hot,)))

    assert [date(2024, 2, 1)] == [dated.date.date for dated in column(site, "/a").updates.recent]
    assert ColumnState.BLANK is column(site, "/e").state
    assert [date(2026, 2, 28)] == [dated.date.date for dated in column(site, "/news").updates.recent]


BOXED = tuple(entry(f"/show_{n}.html", shown) for n, shown in ((9, "02-27"), (8, "02-20")))
"""What a box beside every list shows: the newest of one column, without the year."""


@pytest.mark.parametrize(
    "shown, other",
    [("2026-02-27", "/zt/1.html"), ("02-27", "/show_1.html")],
    ids=["dated more fully than in the box", "among others that are spelled alike"],
)
def test_a_column_keeps_its_own_entries_though_a_box_repeats_them(shown: str, other: str) -> None:
    """What stands alone on empty pages is a box of the column that shows it among more: that column is not stale for it."""
    empty = [page(f"/{n}/", entries=BOXED, links=()) for n in "abcd"]
    own = (entry("/show_9.html", shown), entry("/show_8.html", shown[:-2] + "20"), entry(other, "2025-12-01"))
    site = assemble(*empty, page("/list_7.html", entries=own), article("/show_9.html", "2026-02-27"))

    assert date(2026, 2, 27) == column(site, "/list_7.html").updates.recent[0].date.date
    assert 0 == column(site, "/a").updates.entries


def test_a_column_above_shares_what_is_its_own() -> None:
    """A column and the one above it may both show an entry among their own."""
    empty = [page(f"/{n}/", entries=BOXED) for n in "abcd"]
    path = crumbs(("甲栏", "/list_6.html"), ("乙栏", "/list_7.html"))
    below = page("/list_7.html", entries=(*BOXED, entry("/show_1.html", "2025-12-01")), crumbs=path)
    above = page("/list_6.html", entries=(*BOXED, entry("/show_2.html", "2025-11-01")), crumbs=path[:2])
    site = assemble(*empty, above, below, article("/show_9.html", "2026-02-27"))

    for key in ("/list_6.html", "/list_7.html"):
        assert date(2026, 2, 27) == column(site, key).updates.recent[0].date.date


@pytest.mark.parametrize("other", ["/show_2.html", "/zt/2.html"], ids=["in two columns", "spelled otherwise"])
def test_a_box_that_stands_beside_lists_freshens_none(other: str) -> None:
    """Where unrelated columns show the box among their own, or one whose own are spelled otherwise, it is nobody's there."""
    empty = [page(f"/{n}/", entries=BOXED) for n in "abcd"]
    beside = [page(f"/{n}/", entries=(*BOXED, entry(other, "2024-02-01"))) for n in ("e", "f")[: 2 if "show" in other else 1]]
    site = assemble(*empty, *beside, article("/show_9.html", "2026-02-27"))

    assert [date(2024, 2, 1)] == [dated.date.date for dated in column(site, "/e").updates.recent]


NEWEST = tuple(entry(f"/show_{n}.html", f"2026-02-{n}") for n in (27, 26, 25))
"""The newest items of a column, as a box on a few pages shows them."""


def carrying(path: str, role: PageRole = PageRole.LIST, **known: object) -> PageSnapshot:
    return page(path, role, links=tuple(Link(item.url, item.title, place="body") for item in NEWEST), **known)


@pytest.mark.parametrize(
    "known, other, freshened",
    [
        ({}, carrying("/b/1.html", PageRole.ARTICLE), False),
        ({}, page("/b/1.html", PageRole.ARTICLE), True),
        ({}, carrying("/show_27.html", PageRole.ARTICLE), True),
        ({}, home(*NEWEST), True),
        ({"entries": NEWEST[1:]}, carrying("/b/1.html", PageRole.ARTICLE), True),
        ({"pagination": Pagination(total=3)}, carrying("/b/1.html", PageRole.ARTICLE), True),
        ({"pagination": Pagination(pages=2)}, carrying("/b/1.html", PageRole.ARTICLE), True),
        ({"pagination": Pagination(page=1, pages=1, total=0)}, carrying("/b/1.html", PageRole.ARTICLE), False),
    ],
    ids=["a box", "only here", "on an item of its own column", "at home", "no newest ones", "counted", "paged", "counted as none"],
)
def test_a_column_that_shows_nothing_but_a_box_of_another_is_not_fresh(
    known: dict[str, object], other: PageSnapshot, freshened: bool
) -> None:
    """A box on too few pages to be learned as the frame, where a column lists nothing else, is still that of its owner alone."""
    owner = page("/list/", entries=(*NEWEST, entry("/show_7.html", "2026-01-07")))
    site = assemble(owner, carrying("/a/", **{"entries": NEWEST, **known}), other)

    assert 4 == column(site, "/list").updates.entries
    assert freshened is bool(column(site, "/a").updates.entries)


def test_a_box_of_the_newest_of_several_columns_freshens_none() -> None:
    """The newest of the whole site beside a column without a list: each of its owners keeps its own."""
    older = (entry("/show_7.html", "2026-01-07"), entry("/show_6.html", "2026-01-06"))
    site = assemble(
        page("/list/", entries=(*NEWEST[:2], older[0])),
        page("/more/", entries=(NEWEST[2], older[1])),
        page("/a/", entries=NEWEST),
        carrying("/b/1.html", PageRole.ARTICLE),
    )

    assert [3, 2, 0] == [column(site, key).updates.entries for key in ("/list", "/more", "/a")]


@pytest.mark.parametrize("total, entries", [(3, 0), (None, 3)], ids=["counted", "not counted"])
def test_of_two_columns_with_the_same_items_the_one_that_counts_them_is_their_owner(total: int | None, entries: int) -> None:
    """Where neither counts them, both may be right."""
    owner = page("/list/", entries=NEWEST, pagination=Pagination(total=total))
    site = assemble(owner, page("/a/", entries=NEWEST), carrying("/b/1.html", PageRole.ARTICLE))

    assert 3 == column(site, "/list").updates.entries
    assert entries == column(site, "/a").updates.entries


@pytest.mark.parametrize("total, newest", [(3, date(2026, 2, 27)), (4, date(2025, 12, 1))], ids=["as many as shown", "more"])
def test_a_column_that_shows_as_many_as_it_counts_owns_what_a_box_repeats(total: int, newest: date) -> None:
    """A list of one page that is counted holds nothing of a box, though another column shows the box among its own."""
    empty = [page(f"/{n}/", entries=BOXED) for n in "abcd"]
    own = page("/list_7.html", entries=(*BOXED, entry("/show_1.html", "2025-12-01")), pagination=Pagination(total=total))
    other = page("/list_6.html", entries=(*BOXED, entry("/show_2.html", "2024-02-01")))
    site = assemble(*empty, own, other, article("/show_9.html", "2026-02-27"))

    assert newest == column(site, "/list_7.html").updates.recent[0].date.date


@pytest.mark.parametrize(
    "rows, links, blocks, state",
    [
        (10, (), (1, 2), ColumnState.BLANK),
        (11, (), (1, 2), ColumnState.UNREADABLE),
        (10, (), (1, 2, 77), ColumnState.UNREADABLE),
        (10, (Link(HOST + "/x.pdf", "", LinkKind.ATTACHMENT, place="body"),), (1, 2), ColumnState.UNREADABLE),
    ],
    ids=["nothing else", "too many rows to keep what is beside", "a text", "a file"],
)
def test_what_stands_beside_a_box_is_looked_at(rows: int, links: tuple[Link, ...], blocks: tuple[int, ...], state: ColumnState) -> None:
    """A column that shows a box of others is blank only where nothing else is on its page, which must be known."""
    box = tuple(entry(f"/show_{n}.html", f"2026-01-{n}") for n in range(10, 10 + rows))
    pages = [page(f"/{n}/", entries=box, blocks=(1, 2)) for n in "bcde"]
    site = assemble(*pages, article("/show_10.html", "2026-01-10", blocks=(1, 2)), page("/a/", entries=box, links=links, blocks=blocks))

    assert state is column(site, "/a").state


@pytest.mark.parametrize("at_home, state", [((), ColumnState.CONTAINER), ((("/c/", "丙栏"),), ColumnState.BLANK)])
def test_a_page_whose_menu_joins_the_navigation_holds_what_the_homepage_does_not_lead_to(
    at_home: tuple[tuple[str, str], ...], state: ColumnState
) -> None:
    """Navigation and menu may follow each other without anything between them; what the homepage leads to is beside the page."""
    nav = (("/a/", "甲栏"), ("/b/", "乙栏"))
    menu = {"links": tuple(Link(HOST + path, name, place="nav") for path, name in (*nav, ("/c/", "丙栏")))}
    others = [page(f"/b/{n}.html", PageRole.ARTICLE, blocks=(1, 2)) for n in range(4)]
    below = page("/c/", entries=(entry("/c/1.html", "2026-02-01"),), blocks=(1, 2), **menu)
    site = assemble(home(nav=(*nav, *at_home)), page("/a/", blocks=(1, 2), **menu), below, *others)

    assert state is column(site, "/a").state


def test_what_lies_in_the_folder_of_a_column_is_its_own_though_a_box_shows_it() -> None:
    """Headlines are listed among the news too, and in a box."""
    headlines = tuple(entry(f"/a/show_{n}.html", f"2026-02-{n}") for n in (27, 26, 25))
    links = tuple(Link(item.url, item.title, place="body") for item in headlines)
    site = assemble(
        page("/list/", entries=(*headlines, entry("/show_7.html", "2026-01-07"))),
        page("/a/", entries=headlines, links=links),
        page("/b/1.html", PageRole.ARTICLE, links=links),
    )

    assert 3 == column(site, "/a").updates.entries


def test_history_tells_an_emptied_column_from_a_blank_one() -> None:
    """A blank column that once showed entries carries the newest of their dates."""
    before = assemble(page("/a/", entries=(entry("/1.html", "2025-02-01"),)))
    now = assemble(page("/a/", blank="暂无内容"), page("/b/", blank="暂无内容"), history=[before])

    assert [date(2025, 2, 1), None] == [column(now, key).earlier for key in ("/a", "/b")]


# --- homepage --------------------------------------------------------------------------------------------------------


def test_a_homepage_that_only_leads_on() -> None:
    """Without any entry the homepage is a navigation entrance; its second-level pages are the columns it links to."""
    leading = home(nav=(("/a/", "新闻"), ("/b/", "公开")))
    site = assemble(leading, page("/a/", entries=(entry("/1.html", "2026-02-01"),)))

    assert site.homepage is not None
    assert site.homepage.navigation_only
    assert Seen(("www.x.gov.cn/a", "www.x.gov.cn/b"), complete=True) == site.homepage.second_level
    further = assemble(home(nav=(("/a/", "新闻"), ("/2026/02/01/123.html", "关于某事")))).homepage
    assert further is not None
    assert Seen(("www.x.gov.cn/a",)) == further.second_level
    shown = assemble(home(entry("/1.html", "2026-02-01"))).homepage
    drawn = assemble(home(script_drawn=True)).homepage
    assert (False, False) == (shown and shown.navigation_only, drawn and drawn.navigation_only)


def test_second_level_pages_are_named_as_their_columns_are() -> None:
    """Page 2 and the caller's own key lead to the column's key."""
    hint = ColumnHint(HOST + "/a/", key="news")
    leading = home(nav=(("/a/", "新闻"), ("/b/index_2.html", "公开")))
    pages = (page("/a/", blank="暂无内容"), page("/b/index_2.html", entries=(entry("/1.html", "2026-02-01"),)))
    homepage = assemble(leading, *pages, profile=evolve(PROFILE, columns=(hint,))).homepage

    assert homepage is not None
    assert Seen(("news", "www.x.gov.cn/b"), complete=True) == homepage.second_level


def test_a_homepage_behind_a_redirect() -> None:
    """A stub at the root that leads on is not the homepage; what it leads to is."""
    stub = page("/", kind=PageKind.REDIRECT, notes=(f"leads_to:{HOST}/web/main/",))
    site = assemble(stub, page("/web/main/", entries=(entry("/1.html", "2026-02-01"),)))

    assert site.homepage is not None
    assert (HOST + "/web/main/", 1) == (site.homepage.url, site.homepage.updates.entries)
    assert [] == keys(site)
    assert {0} == {check.unknown for check in (site.page_checks or Seen()).items}


def test_a_challenged_homepage_was_not_seen() -> None:
    """A challenge body at the root is said to be one and read for nothing."""
    site = assemble(page("/", PageRole.HOME, kind=PageKind.CHALLENGE, status=412, entries=(entry("/1.html", "2026-02-01"),)))

    assert site.homepage is not None
    assert (PageKind.CHALLENGE, 0, False) == (site.homepage.kind, site.homepage.updates.entries, site.homepage.navigation_only)


def test_no_homepage_is_none() -> None:
    """Where the homepage was not among the pages, nobody looked at it."""
    assert None is assemble(page("/a/", blank="暂无内容")).homepage


# --- pages, marks, tags, links ---------------------------------------------------------------------------------------


def test_counts() -> None:
    """Everything given is counted: kinds, several contents of one address, other hosts, replaced characters, cut pages."""
    pages = (
        page("/a/", digest="1", replaced=4),
        page("/a/", digest="2", fetched_at=AT + timedelta(hours=1), truncated=True),
        page("/b/", kind=PageKind.CHALLENGE),
        page("http://other.gov.cn/a/"),
    )
    site = assemble(*pages)

    assert (4, 1, (("challenge", 1), ("content", 1)), 0, 1, 1, 1) == (
        site.pages.given,
        site.pages.content,
        site.pages.by_kind,
        site.pages.replaced,
        site.pages.duplicates,
        site.pages.outside,
        site.pages.truncated,
    )
    assert 2 == len(site.notes)


def test_two_bodies_at_one_moment_are_noted() -> None:
    """The note tells that two bodies were given for one address and time."""
    site = assemble(page("/a/", digest="1"), page("/a/", digest="2"))

    assert any("at one time: 1" in note for note in site.notes)


def test_marks_are_checked_on_column_and_article_pages() -> None:
    """Homepage, errors, popups and other hosts are no other pages (decision 19); counts are exact, addresses in order."""
    absent, shown = Marks(icp=Mark(MarkState.ABSENT)), Marks(icp=Mark(MarkState.SHOWN, "豫ICP备1号"))
    pages = (
        home(marks=absent),
        page("/b/", marks=absent),
        article("/a/1.html", marks=absent),
        article("/a/2.html", marks=shown),
        article("/a/3.html"),
        page("/pop/", PageRole.OTHER, marks=absent),
        page("/err/", kind=PageKind.ERROR, status=404),
        page("/part/", status=206, marks=absent),
        page("http://other.gov.cn/a/", marks=absent),
    )
    site = assemble(*pages)

    assert site.page_checks is not None
    check = next(check for check in site.page_checks.items if check.name == "icp")
    assert (1, 2, 1) == (check.shown, check.absent, check.unknown)
    assert ((HOST + "/a/1.html", HOST + "/b/"), (HOST + "/a/3.html",)) == (check.absent_at, check.unknown_at)
    assert site.homepage is not None
    assert absent == site.homepage.marks


def test_tagged_pages_come_from_many_folders() -> None:
    """The sample takes a page of each folder before a second of any, and says how many pages there are."""
    pages = [article(f"/a/{n:02}.html", "2026-02-01") for n in range(30)] + [article("/b/1.html", "2026-02-01")]
    site = assemble(*pages)

    assert site.tagged_pages is not None
    assert (20, 31) == (len(site.tagged_pages.items), site.tagged_pages.total)
    assert [HOST + "/a/00.html", HOST + "/b/1.html"] == [tagged.url for tagged in site.tagged_pages.items[:2]]


@pytest.mark.parametrize(
    "status, kind, result",
    [
        (200, PageKind.CONTENT, LinkResult.OPENED),
        (200, PageKind.NOT_HTML, LinkResult.OPENED),
        (200, PageKind.SOFT_404, LinkResult.SOFT_404),
        (200, PageKind.PARKED, LinkResult.PARKED),
        (200, PageKind.CHALLENGE, LinkResult.BLOCKED),
        (403, PageKind.ERROR, LinkResult.BLOCKED),
        (412, PageKind.ERROR, LinkResult.BLOCKED),
        (503, PageKind.ERROR, LinkResult.BLOCKED),
        (404, PageKind.ERROR, LinkResult.GONE),
        (410, PageKind.ERROR, LinkResult.GONE),
        (500, PageKind.ERROR, LinkResult.SERVER_ERROR),
        (502, PageKind.ERROR, LinkResult.SERVER_ERROR),
    ],
)
def test_what_the_crawl_saw_is_a_look_at_a_link(status: int, kind: PageKind, result: LinkResult) -> None:
    """The crawl's own answer stands among the checks of an address (decision 14)."""
    site = assemble(home(entry("/x/", "2026-02-01")), page("/x/", kind=kind, status=status))

    assert [result] == [check.result for link in (site.links or Seen()).items for check in link.checks if link.url == HOST + "/x/"]


def test_the_table_of_links() -> None:
    """An address stands there once, with its referrers, the caller's checks, and whether it is on the homepage."""
    linked = (Link("https://www.x.gov.cn/doc.pdf#page=2", "文件", LinkKind.ATTACHMENT, place="body"),)
    check = LinkCheck(HOST + "/doc.pdf", AT, LinkResult.GONE, 404)
    other = LinkCheck("http://elsewhere.com/", AT, LinkResult.DNS)
    site = assemble(home(links=linked), page("/a/", links=linked), link_checks=[check, other])

    assert site.links is not None
    outside, document = site.links.items
    assert LinkState("http://elsewhere.com/", LinkKind.EXTERNAL, checks=(other,)) == outside
    assert (LinkKind.ATTACHMENT, "文件", True, (HOST + "/", HOST + "/a/"), 2, False, (check,)) == (
        document.kind,
        document.text,
        document.on_home,
        document.referrers,
        document.referrer_count,
        document.referrers_cut,
        document.checks,
    )


def test_links_of_superseded_pages_are_gone() -> None:
    """A link that only an older version of a page showed is no link of the site."""
    old = page("/a/", digest="1", links=(Link(HOST + "/old/", "旧", place="body"),))
    new = page("/a/", digest="2", fetched_at=AT + timedelta(hours=1), links=(Link(HOST + "/new/", "新", place="body"),))

    assert [HOST + "/new/"] == [link.url for link in (assemble(old, new).links or Seen()).items]


def test_a_link_hidden_wherever_it_stands_is_hidden() -> None:
    """A link that one page shows is not hidden."""
    hidden = Link("http://e.com/", "暗", LinkKind.EXTERNAL, "off-screen", "body")
    shown = Link("http://e.com/", "明", LinkKind.EXTERNAL, "", "body")

    assert ["off-screen"] == [link.hidden for link in (assemble(page("/a/", links=(hidden,))).links or Seen()).items]
    assert [""] == [link.hidden for link in (assemble(page("/a/", links=(hidden,)), page("/b/", links=(shown,))).links or Seen()).items]


@pytest.mark.parametrize("first, second", [("/a/", "/b/"), ("/b/", "/a/")])
def test_a_link_folded_on_one_page_and_out_of_view_on_another_is_out_of_view(first: str, second: str) -> None:
    """In either order of pages: the menu does not excuse what stands off-screen elsewhere."""
    folded = page(first, links=(Link("http://e.com/", "党建", LinkKind.EXTERNAL, "folded", "body"),))
    away = page(second, links=(Link("http://e.com/", "党建", LinkKind.EXTERNAL, "off-screen", "body"),))

    assert ["off-screen"] == [link.hidden for link in (assemble(folded, away).links or Seen()).items]
    assert ["folded"] == [link.hidden for link in (assemble(folded).links or Seen()).items]


def test_official_platforms_that_are_linked() -> None:
    """Links to the caller's platforms and to provincial service networks are gathered."""
    profile = evolve(PROFILE, platforms=(Platform(PlatformKind.LETTERS, "liuyan.example.cn"),))
    links = tuple(Link(url, place="body") for url in ("https://xx.zwfw.gov.cn/a", "http://liuyan.example.cn/q", "http://other.cn/"))

    assert {"https://xx.zwfw.gov.cn/a", "http://liuyan.example.cn/q"} == set(assemble(home(links=links), profile=profile).platform_links)


# --- guides, letters, wording, conflicts ------------------------------------------------------------------------------


def test_guides_of_pages_stand_beside_the_callers() -> None:
    """A guide page completes the caller's item of the same address; a complete table takes in no others."""
    reading, other = GuideReading("办证"), GuideReading("别的")
    pages = (page("/g/1.html", PageRole.GUIDE, guide=reading), page("/g/2.html", PageRole.GUIDE, guide=other))
    given = Guide("item-1", "办证", HOST + "/g/1.html", drawn=True)
    joined, whole = assemble(*pages, guides=[given]).guides, assemble(*pages, guides=Seen((given,), complete=True)).guides

    assert joined is not None
    assert [("item-1", reading, True), ("www.x.gov.cn/g/2.html", other, False)] == [
        (guide.id, guide.reading, guide.drawn) for guide in joined.items
    ]
    assert whole is not None
    assert (["item-1"], True) == ([guide.id for guide in whole.items], whole.complete)
    assert ["www.x.gov.cn/g/1.html", "www.x.gov.cn/g/2.html"] == [guide.id for guide in (assemble(*pages).guides or Seen()).items]
    assert None is assemble(page("/a/")).guides


def test_letters_become_messages_of_the_kind_of_their_column() -> None:
    """List row and own page are one message; letters to 网上信访 are petitions; the caller's message wins."""
    row = Letter("问路", HOST + "/xx/1.html", asked=day("2026-01-02"), answered=True)
    own = Letter("问路", replied=day("2026-01-05"), reply="已答复", replier="交通局")
    petition = Letter("反映", HOST + "/xf/2.html", asked=day("2026-01-03"))
    pages = (
        page("/xx/", PageRole.LETTERS, letters=(row,), crumbs=crumbs(("县长信箱", "/xx/"))),
        page("/xx/1.html", PageRole.LETTER, letters=(own,)),
        page("/xf/", PageRole.LETTERS, letters=(petition,), crumbs=crumbs(("网上信访", "/xf/"))),
    )
    site = assemble(*pages)
    told = {message.id: message for message in (site.messages or Seen()).items}
    message = told["www.x.gov.cn/xx/1.html"]

    assert (MessageKind.CONSULTATION, date(2026, 1, 2), date(2026, 1, 5), True, "交通局") == (
        message.kind,
        message.asked.date,
        message.replied.date,
        message.answered,
        message.replier,
    )
    assert MessageKind.PETITION is told["www.x.gov.cn/xf/2.html"].kind
    assert 2 == len(told) == len((site.letters or Seen()).items)
    assert [date(2026, 1, 2)] == [dated.date.date for dated in column(site, "/xx").updates.recent]
    mine = Message("m1", MessageKind.COMPLAINT, url=HOST + "/xx/1.html")
    assert ["m1", "www.x.gov.cn/xf/2.html"] == [message.id for message in (assemble(*pages, messages=[mine]).messages or Seen()).items]
    assert ["m1"] == [message.id for message in (assemble(*pages, messages=Seen((mine,), complete=True)).messages or Seen()).items]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("信访件办理情况_禾溪县", MessageKind.PETITION),
        ("咨询信访_禾溪县", MessageKind.CONSULTATION),
        ("来信_禾溪县", MessageKind.CONSULTATION),
        ("来信_禾溪县信访局", MessageKind.CONSULTATION),
        ("网上信访_禾溪县信访局", MessageKind.PETITION),
    ],
)
def test_letters_of_no_column_are_of_the_kind_that_their_page_says(title: str, kind: MessageKind) -> None:
    """信访 counts as no consultation, wherever it is shown."""
    site = assemble(page("/d/1.html", PageRole.LETTER, title=title, letters=(Letter("反映", asked=day("2026-01-03")),)))

    assert [kind] == [message.kind for message in (site.messages or Seen()).items]


def test_letters_of_a_column_of_unknown_kind_are_complaints_where_its_name_says_so() -> None:
    letter = Letter("反映", HOST + "/a/1.html", asked=day("2026-01-03"))
    pages = page("/a/", PageRole.LETTERS, letters=(letter,), crumbs=crumbs(("投诉箱", "/a/")))
    site = assemble(pages, profile=evolve(PROFILE, columns=(ColumnHint(HOST + "/a/", kind=ColumnKind.UNKNOWN),)))

    assert [MessageKind.COMPLAINT] == [message.kind for message in (site.messages or Seen()).items]


def test_wording_hits_are_gathered() -> None:
    """Hits carry their page; pages that nobody scanned leave the table incomplete; no scan at all is None."""
    hit = WordingHit("攻府", "攻府", "政府", "serious", "sure", lexicon="core@1")
    whole = evolve(PROFILE, crawl_complete=True)
    some = assemble(article("/1.html", wording=(hit,)), article("/2.html"), profile=whole).wording
    every = assemble(article("/1.html", wording=(hit,)), article("/2.html", wording=()), profile=whole).wording

    assert some is not None
    assert (1, False, ("core@1",)) == (some.pages_scanned, some.hits.complete, some.lexicons)
    assert every is not None
    assert (2, True, [HOST + "/1.html"]) == (every.pages_scanned, every.hits.complete, [found.url for found in every.hits.items])
    assert None is assemble(article("/1.html")).wording


def test_serious_hits_come_first_and_are_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are more hits than are kept, sure and serious ones stay."""
    monkeypatch.setattr(page_tables, "MAX_HITS", 1)
    ordinary, serious = WordingHit("帐号", "帐号", "账号"), WordingHit("攻府", "攻府", "政府", "serious", "sure")
    hits = (assemble(article("/1.html", wording=(ordinary,)), article("/2.html", wording=(serious,))).wording or WordingFacts()).hits

    assert [serious] == [found.hit for found in hits.items]
    assert not hits.complete


def test_evidence_against_displayed_dates() -> None:
    """Tags, addresses, the time of fetching and history may contradict what an article shows."""
    tag = (("pubdate", "2026-02-09 10:00"),)
    before = assemble(home(entry("/h.html", "2026-01-01")))
    before = evolve(before, observed_to=datetime(2026, 1, 10, tzinfo=UTC))
    pages = (
        article("/t.html", "2026-02-08", tags=tag),
        article("/same.html", "2026-02-09", tags=tag),
        article("/t20260109_1.html", "2026-02-08"),
        article("/f.html", "2026-03-02"),
        article("/h.html", "2026-01-11"),
        page("/l/", entries=(Entry("甲", HOST + "/i.html", DateReading(raw="2026-02-30", absent=Absent.UNREADABLE)),)),
        page("/m/", entries=(Entry("乙", HOST + "/j.html", DateReading(raw="3小时前", absent=Absent.UNREADABLE)),)),
    )
    conflicts = assemble(*pages, history=[before]).date_conflicts

    assert conflicts is not None
    assert [
        ("first_seen_earlier", "/h.html"),
        ("future", "/f.html"),
        ("impossible", "/i.html"),
        ("tag_differs", "/t.html"),
        ("url_differs", "/t20260109_1.html"),
    ] == [(conflict.kind, conflict.url.removeprefix(HOST)) for conflict in conflicts.items]


# --- the whole -------------------------------------------------------------------------------------------------------


def test_the_order_of_pages_never_matters() -> None:
    """The snapshot of a site is the same whatever order its pages came in."""
    pages = [
        home(entry("/a/1.html", "02-01"), nav=(("/a/", "新闻"), ("/b/", "公开"))),
        page("/a/", entries=(entry("/a/1.html", "2026-02-01"), entry("/a/2.html")), crumbs=crumbs(("要闻", "/a/"))),
        page("/a/index_2.html", entries=(entry("/a/3.html", "2026-01-01"),)),
        article("/a/1.html", "2026-02-01", crumbs=crumbs(("新闻", "/a/"))),
        page("/a/", digest="other", fetched_at=AT + timedelta(hours=2), entries=(entry("/a/9.html", "2026-02-02"),)),
        page("/b/", blank="暂无内容"),
    ]

    assert assemble(*pages) == assemble(*reversed(pages)) == assemble(*pages[3:], *pages[:4])


_PATHS = st.sampled_from(
    ("/", "/index.html?link=a", "/a/", "/a/index_2.html", "/a/list_2.shtml", "/a/list.shtml", "/a/b/", "/a/b/1.html", "/c/?page=2", "/c/")
)
_URLS = st.one_of(_PATHS.map(lambda path: HOST + path), st.sampled_from(["http://m.x.gov.cn/a/", "http://e.com/"]))
_NAMES = st.sampled_from(["", "首页", "通知公告", "文件", "下一页", "2"])
_DATES = st.sampled_from([NO_DATE, day("2026-02-01"), day("02-01"), day("2026-05-01"), DateReading(2026, 2, raw="2026-02")])
_ANY_PAGE = st.builds(
    PageSnapshot,
    url=_URLS,
    fetched_at=st.integers(0, 1).map(lambda hours: AT + timedelta(hours=hours)),
    status=st.sampled_from([200, 200, 404]),
    digest=st.sampled_from(["a", "b"]),
    kind=st.sampled_from([PageKind.CONTENT, PageKind.CONTENT, PageKind.CONTENT, PageKind.CHALLENGE, PageKind.REDIRECT]),
    role=st.sampled_from(list(PageRole)),
    title=_NAMES,
    heading=_NAMES,
    published=_DATES,
    entries=st.lists(st.builds(Entry, _NAMES, _URLS, _DATES), max_size=3).map(tuple),
    links=st.lists(st.builds(Link, _URLS, _NAMES, place=st.sampled_from(["nav", "body"])), max_size=3).map(tuple),
    crumbs=st.lists(st.builds(Crumb, _NAMES, st.one_of(st.just(""), _URLS)), max_size=3).map(tuple),
    pagination=st.sampled_from([None, Pagination(1, 3), Pagination(2, 3)]),
    blank=st.sampled_from(["", "暂无内容"]),
    blocks=st.lists(st.integers(1, 4), max_size=2).map(tuple),
    letters=st.lists(st.builds(Letter, _NAMES, _URLS, _DATES), max_size=2).map(tuple),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_ANY_PAGE, max_size=8), st.randoms(use_true_random=False))
def test_any_pages_in_any_order(pages: list[PageSnapshot], shuffler: Random) -> None:
    """Whatever pages are given, they make one snapshot in every order, whose columns are distinct and hang together."""
    shuffled = [*pages, *pages[:1]]
    shuffler.shuffle(shuffled)
    site = assemble(*pages)

    assert site == assemble(*shuffled)
    if site.columns is not None:
        by_key = {column.key: column for column in site.columns.items}
        assert len(site.columns.items) == len(by_key)
        assert all(key in by_key[column.parent].children for key, column in by_key.items() if column.parent)
        assert all(by_key[child].parent == key for key, column in by_key.items() for child in column.children)


def test_an_empty_crawl_saw_nothing() -> None:
    """No page at all leaves every part open."""
    site = assemble()

    assert (None, None, None, None, None, None) == (
        site.homepage,
        site.columns,
        site.page_checks,
        site.links,
        site.wording,
        site.observed_to,
    )


def test_without_a_domain_the_host_of_the_homepage_is_the_site() -> None:
    """A profile that names no host is completed from the pages."""
    site = assemble(home(), page("http://other.gov.cn/a/"), page("http://other.gov.cn/b/"), profile=SiteProfile(name="某县人民政府"))

    assert (1, 2) == (site.pages.content, site.pages.outside)
