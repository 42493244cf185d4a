"""Which pages of a site are columns, how they hang together and what they are called, in the manner of several content systems."""

from __future__ import annotations

from datetime import datetime

import pytest
from attrs import evolve

from govsite_rules.indicators import CATALOG
from govsite_rules.parse.frame import fingerprint
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.urls import is_list_url
from govsite_rules.values.finding import Outcome
from govsite_rules.values.page import Link, PageKind, PageRole, PageSnapshot, Pagination
from govsite_rules.values.site import ColumnKind, ColumnState, SiteSnapshot
from parse.test_finish import HOST, PROFILE, article, assemble, column, crumbs, entry, home, keys, page

NOW = datetime.fromisoformat("2026-03-01T10:00:00+08:00")
OLD = tuple(entry(f"/zt/a/{n}.html", f"2024-01-0{n}") for n in range(1, 6))


def links(*to: tuple[str, str], place: str = "body") -> tuple[Link, ...]:
    return tuple(Link(path if path.startswith("http") else HOST + path, text, place=place) for path, text in to)


def failed(site: SiteSnapshot) -> list[tuple[str, str]]:
    """(code, column) of every column that V4 finds at fault."""
    v4 = next(indicator for indicator in CATALOG if indicator.id == "columns_not_updated")
    return [(f.code, f.target.key.removeprefix("www.x.gov.cn")) for f in v4.function(site, as_of=NOW) if f.outcome is Outcome.FAILED]


# --- columns of columns -----------------------------------------------------------------------------------------------


def test_a_column_that_previews_its_sub_columns_is_no_further_stale_column() -> None:
    """What 专题专栏 shows of its topics is theirs: the stale topic counts once (decision 7), and what was shown stays known."""
    above = page("/zt/", title="专题专栏", entries=OLD[:2])
    below = page("/zt/a/", title="甲专题", entries=OLD)
    site = assemble(above, below)

    assert ColumnState.CONTAINER is column(site, "/zt").state
    assert 2 == column(site, "/zt").updates.entries
    assert [("long_stale", "/zt/a")] == failed(site)


@pytest.mark.parametrize(
    "shown, below, state",
    [
        ((*OLD[:2], entry("/zt/7.html", "2024-01-07")), OLD, ColumnState.LISTED),
        ((*OLD[:2], entry("/zt/a/7.html", "2024-01-07")), OLD, ColumnState.CONTAINER),
        (OLD[:2], (), ColumnState.LISTED),
    ],
    ids=["an item of its own", "an item in the folder of the sub-column", "nothing seen below"],
)
def test_a_column_with_items_of_its_own_is_a_list(shown: tuple[object, ...], below: tuple[object, ...], state: ColumnState) -> None:
    """A column is set aside only for sub-columns that show all it shows; where none was seen, it is all there is to judge."""
    nav = home(nav=(("/zt/", "专题专栏"), ("/zt/a/", "甲专题")))
    site = assemble(nav, page("/zt/", entries=shown), *((page("/zt/a/", entries=below),) if below else ()))

    assert state is column(site, "/zt").state


@pytest.mark.parametrize(
    "more, pager, state",
    [
        (("/b/", "/c/"), None, ColumnState.CONTAINER),
        (("/b/",), None, ColumnState.LISTED),
        (("/b/", "/c/"), Pagination(1, 3), ColumnState.LISTED),
    ],
)
def test_sections_with_more_behind_them_make_a_column_of_columns(
    more: tuple[str, ...], pager: Pagination | None, state: ColumnState
) -> None:
    """更多 links of one page alone lead to the columns below it, though nobody fetched them; a list with pages is a list."""
    nav = links(*((f"/{name}/", f"专题{name}") for name in "bc"), place="nav")
    side = page("/x/", links=nav, entries=(entry("/x/1.html", "2026-02-28"),))
    above = page("/a/", title="专题专栏", entries=OLD, pagination=pager, links=links(*((path, "更多>>") for path in more)))
    site = assemble(side, above)

    assert state is column(site, "/a").state
    assert [f"www.x.gov.cn{path[:-1]}" for path in more] == list(column(site, "/a").children)
    assert (("long_stale", "/a") in failed(site)) is (state is ColumnState.LISTED)
    assert state is column(assemble(above), "/a").state


def test_more_links_that_many_pages_have_tell_no_section() -> None:
    """The 更多 of a box beside every list leads to no sub-column."""
    box = links(("/b/", "更多"), ("/c/", "更多"))
    pages = [page(f"/{name}/", entries=(entry(f"/{name}/1.html", "2024-01-01"),), links=box) for name in "abcd"]
    site = assemble(*pages)

    assert all(not column(site, f"/{name}").children for name in "abcd")


# --- columns of one page ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, place, known, found",
    [
        ("机构职能", "body", {}, True),
        ("机构职能", "body", {"published": entry("/", "2024-01-01").date}, False),
        ("机构职能", "body", {"tags": (("articletitle", "机构职能"),)}, False),
        ("机构职能", "list", {}, False),
        ("张某任职", "body", {}, False),
    ],
    ids=["a column", "dated", "tagged as an article", "only listed", "no column's name"],
)
def test_a_page_of_one_text_that_menus_call_by_its_own_name(name: str, place: str, known: dict[str, object], found: bool) -> None:
    """机构职能 with its text shown directly is a column; a dated text is an article, whatever its path calls it."""
    one = page("/zwgk/jg/", PageRole.ARTICLE, crumbs=crumbs(("公开", "/zwgk/"), (name, "/zwgk/jg/")), **known)
    pages = [
        page(f"/zwgk/{at}/", entries=(entry(f"/zwgk/{at}/1.html", "2026-02-01"),), links=links(("/zwgk/jg/", name), place=place))
        for at in "ab"
    ]
    site = assemble(one, *pages)

    assert ("/zwgk/jg" in keys(site)) is found
    if found:
        told = column(site, "/zwgk/jg")
        assert (name, ColumnKind.AGENCY, 2, ColumnState.SINGLE) == (told.name, told.kind, told.level, told.state)


@pytest.mark.parametrize("menus, found", [(2, True), (1, False)])
def test_a_name_that_is_no_link_must_be_said_by_two_menus(menus: int, found: bool) -> None:
    """首页 > 机构职能 on a page that no path links to: one link by that name may be anything."""
    one = page("/jg/1.html", PageRole.ARTICLE, crumbs=crumbs(("机构职能", "")))
    pages = [
        page(f"/{at}/", entries=(entry(f"/{at}/1.html", "2026-02-01"),), links=links(("/jg/1.html", "机构职能"))) for at in "ab"[:menus]
    ]

    assert ("/jg/1.html" in keys(assemble(one, *pages))) is found


@pytest.mark.parametrize("title, found", [("王某_某县人民政府", False), ("机构职能_某县人民政府", True)])
def test_a_text_that_nobody_calls_a_column_is_none(title: str, found: bool) -> None:
    """The page of one leader below 领导之窗 lists nothing, and no menu, path or tag names it."""
    shown = page("/ld/", links=links(("/ld/1/", "王某")), entries=(entry("/ld/1/", title="王某"),))
    person = page("/ld/1/", title=title, crumbs=crumbs(("领导之窗", "/ld/")), body_chars=80)

    assert ("/ld/1" in keys(assemble(shown, person))) is found


# --- addresses of one column ------------------------------------------------------------------------------------------


def test_the_front_page_of_another_host_is_no_homepage() -> None:
    """The English edition is old: that says nothing of the homepage. The root of 政务公开 on its own host is a column."""
    profile = evolve(PROFILE, hosts=("english.x.gov.cn", "zwgk.x.gov.cn"))
    menu = links(("http://zwgk.x.gov.cn/", "政务公开"), ("http://english.x.gov.cn/", "外文门户"), place="nav")
    front = evolve(home(entry("/xw/1.html", "2026-02-28")), links=menu)
    english = page("http://english.x.gov.cn/", PageRole.HOME, title="X County", entries=(entry("/e.html", "2020-01-01"),))
    listed = page("http://zwgk.x.gov.cn/tz/", entries=(entry("http://zwgk.x.gov.cn/tz/1.html", "2026-02-01"),))
    opened = page("http://zwgk.x.gov.cn/", PageRole.HOME, title="政务公开_某县人民政府")
    site = assemble(front, english, listed, opened, profile=profile)

    assert site.homepage is not None
    assert "http://www.x.gov.cn/" == site.homepage.url
    assert site.columns is not None
    told = {column.key: (column.name, column.level, column.parent) for column in site.columns.items}
    assert {"zwgk.x.gov.cn": ("政务公开", 1, ""), "zwgk.x.gov.cn/tz": (told["zwgk.x.gov.cn/tz"][0], 2, "zwgk.x.gov.cn")} == told
    assert assemble(english, listed, profile=profile).homepage is None


def test_second_level_pages_may_stand_on_other_hosts_of_the_site() -> None:
    """A homepage that only leads on is as fresh as what it leads to, on whichever of the site's hosts."""
    profile = evolve(PROFILE, hosts=("zwgk.x.gov.cn",))
    menu = links(("http://zwgk.x.gov.cn/tz/", "通知公告"), ("/a/", "要闻"), ("http://www.y.gov.cn/", "某省政府"), place="nav")
    listed = page("http://zwgk.x.gov.cn/tz/", entries=(entry("http://zwgk.x.gov.cn/tz/1.html", "2026-02-28"),))
    front = assemble(evolve(home(), links=menu), page("/a/", entries=OLD), listed, profile=profile).homepage

    assert front is not None
    assert front.navigation_only
    assert front.second_level is not None
    assert ("www.x.gov.cn/a", "zwgk.x.gov.cn/tz") == front.second_level.items


def test_the_homepage_under_another_address_is_no_column() -> None:
    """Some systems show the homepage as their first column too: same title, same items, no path."""
    items = tuple(entry(f"/1/{n}.html", "2026-02-01") for n in range(3))
    front, again = home(*items), page("/col/col1/", title="某县人民政府", entries=items)

    assert [] == keys(assemble(front, again))
    assert ["/col/col1"] == keys(assemble(front, evolve(again, entries=items[:2])))
    assert ["/col/col1"] == keys(assemble(front, evolve(again, title="要闻")))
    assert ["/col/col1"] == keys(assemble(front, evolve(again, crumbs=crumbs(("要闻", "/col/col1/")))))


def test_the_site_itself_is_no_column_of_its_menu() -> None:
    """A link with the site's own name leads to its front page, on whichever host."""
    profile = evolve(PROFILE, hosts=("old.x.gov.cn",))
    site = assemble(evolve(home(), links=links(("http://old.x.gov.cn/", "某县人民政府"), place="nav")), profile=profile)

    assert [] == keys(site)


def test_a_path_tells_levels_on_the_main_host_only() -> None:
    """``zwgk.x.gov.cn/tz`` stands below whatever its host is; ``www.x.gov.cn/tz`` on top."""
    items = (entry("/1.html", "2026-02-01"),)
    profile = evolve(PROFILE, hosts=("zwgk.x.gov.cn",))
    site = assemble(
        page("/tz/", entries=items), page("/xw/", entries=items), page("http://zwgk.x.gov.cn/tz/", entries=items), profile=profile
    )

    assert site.columns is not None
    assert [("www.x.gov.cn/tz", 1), ("www.x.gov.cn/xw", 1), ("zwgk.x.gov.cn/tz", None)] == [
        (one.key, one.level) for one in site.columns.items
    ]


@pytest.mark.parametrize(
    "one, other",
    [
        ("/index.php?m=content&a=lists&catid=6", "/index.php?a=lists&m=content&catid=6"),
        ("/xw/", "http://x.gov.cn/xw/"),
        ("/zw/l1033.htm", "/zw/l1033/1.htm"),
    ],
    ids=["order of the query", "with and without www", "a page in the folder of its name"],
)
def test_one_column_has_one_key(one: str, other: str) -> None:
    """The spelling that links use more often is the key; the items count once."""
    items = (entry("/xw/1.html", "2026-02-01"),)
    links_to = page("/b/", links=links((one, "更多")), entries=(entry("/b/1.html", "2026-02-01"),))
    site = assemble(home(), links_to, page(one, entries=items), page(other, entries=items))

    assert [one.removesuffix("/").replace("/index.php", "")] == [key for key in keys(site) if key != "/b"]


def test_a_page_in_the_folder_of_a_column_nobody_fetched_is_not_its_first() -> None:
    """博达 counts pages from the end: what 1.htm shows is old, and nothing says that the column is stale."""
    front = evolve(home(), links=links(("/zw/l1033.htm", "更多")))
    site = assemble(front, page("/zw/l1033/1.htm", title="部门动态", entries=(entry("/zw/1.htm", "2024-02-01"),)))

    assert ["/zw/l1033.htm"] == keys(site)
    assert not column(site, "/zw/l1033.htm").first_page_seen
    assert [] == failed(site)


def test_a_frameset_and_the_page_in_it_are_one_address_and_the_page_counts() -> None:
    """``/`` and ``/main.asp`` are spelled alike; the frameset shows nothing, whenever it was fetched."""
    frameset = page("/", PageRole.HOME, kind=PageKind.FRAME, digest="zz")
    main = evolve(home(entry("/1.html", "2026-02-28")), url=HOST + "/main.asp", digest="aa")

    for site in (assemble(frameset, main), assemble(main, frameset)):
        assert site.homepage is not None
        assert PageKind.CONTENT is site.homepage.kind


# --- columns that nobody fetched ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, pages, above, found",
    [
        ("建议提案", 4, "/gk/", True),
        ("建议提案", 3, "/gk/", False),
        ("建议提案", 4, "/xw/", False),
        ("网站地图", 4, "/gk/", False),
        ("2", 4, "/gk/", False),
    ],
)
def test_the_menu_of_a_section_names_columns_nobody_fetched(name: str, pages: int, above: str, found: bool) -> None:
    """What four pages link to under one name, below a column, is a column: not seen."""
    menu = links(("/gk/jyta/", name))
    lists = [page(f"/gk/{at}/", entries=(entry(f"/gk/{at}/1.html", "2026-02-01"),), links=menu) for at in "abcd"[:pages]]
    site = assemble(page(above, entries=(entry("/9.html", "2026-02-01"),)), *lists)

    assert ("/gk/jyta" in keys(site)) is found
    if found:
        assert (name, ColumnState.NOT_SEEN) == (column(site, "/gk/jyta").name, column(site, "/gk/jyta").state)


# --- blank columns -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "named, row, state",
    [
        ("重大决策", "政府文件重大决策", ColumnState.BLANK),
        ("政府文件", "政府文件人事信息", ColumnState.UNREADABLE),
    ],
    ids=["a menu with the page itself", "a row without it"],
)
def test_the_menu_of_a_section_is_no_text_of_a_column(named: str, row: str, state: ColumnState) -> None:
    """A row of column names with the page among them is a menu; one without it may be the list of its sub-columns."""
    frame = (1, 2, 3)
    menu = links(("/ca/", "政府文件"), ("/a/" if named == "重大决策" else "/cb/", row[4:]))
    others = [page(f"/c{n}/", blocks=frame, links=menu, entries=(entry(f"/c{n}/1.html", "2026-02-01"),)) for n in "abcd"]
    bare = page("/a/", blocks=(*frame, fingerprint(row)), links=menu, crumbs=crumbs(("重大决策", "/a/")))

    assert state is column(assemble(*others, bare), "/a").state


def test_a_columns_own_name_may_stand_more_than_once() -> None:
    """Over the list and in the menu: a page that says nothing but its name is blank."""
    others = [page(f"/c{n}/", blocks=(1, 2), entries=(entry(f"/c{n}/1.html", "2026-02-01"),)) for n in "abcd"]
    said = (fingerprint("重大决策"), fingerprint("重大决策", 2), fingerprint("重大决策", 3))
    bare = page("/a/", blocks=(1, 2, *said), crumbs=crumbs(("重大决策", "/a/")))

    assert ColumnState.BLANK is column(assemble(*others, bare), "/a").state


def test_a_line_said_twice_is_two_blocks() -> None:
    """A list of sub-columns repeats names of the section's menu: the page is not blank, though every page has the menu."""
    menu = "<ul><li>政府采购信息</li><li>应急管理信息</li></ul>"
    own = parse_page(f"<html><body>{menu}<div><p>政府采购信息</p></div></body></html>", url=HOST + "/a/", fetched_at=NOW)
    bare = parse_page(f"<html><body>{menu}</body></html>", url=HOST + "/b/", fetched_at=NOW)

    assert {fingerprint("政府采购信息", 2)} == set(own.blocks) - set(bare.blocks)


# --- names and levels --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "known, text, told",
    [
        ({"title": "工作动态-某县人民政府"}, "", "工作动态"),
        ({"title": "某县人民政府 人事信息"}, "", "人事信息"),
        ({"title": "某县人民政府"}, "今日某县", "今日某县"),
        ({"title": "某县人民政府"}, "更多", "某县人民政府"),
        ({"title": "某县人民政府", "crumbs": crumbs(("政务信息", ""))}, "", "政务信息"),
        ({"title": "某县人民政府", "crumbs": crumbs(("列表", ""))}, "投资环境", "投资环境"),
        ({"title": "新闻中心_某县人民政府", "heading": "某县要闻更多>>"}, "", "新闻中心"),
        ({"title": "新闻中心_某县人民政府", "heading": "某县要闻"}, "", "新闻中心"),
        ({"title": "网页_某县人民政府", "heading": "某县要闻"}, "", "某县要闻"),
        ({"title": "网页_某县人民政府", "heading": "某县要闻更多>>"}, "", "网页"),
        ({"title": "某县人民政府", "heading": "政 务 公 开"}, "", "政务公开"),
    ],
)
def test_what_a_column_is_called(known: dict[str, object], text: str, told: str) -> None:
    """The site's name names no column; the heading of a section names no page whose title says what it is."""
    side = page("/b/", links=links(("/a/", text)) if text else (), entries=(entry("/b/1.html", "2026-02-01"),))
    site = assemble(home(), side, page("/a/", entries=(entry("/a/1.html", "2026-02-01"),), **known))

    assert told == column(site, "/a").name


@pytest.mark.parametrize("nested, level", [(True, None), (False, 1)])
def test_a_menu_with_sub_columns_tells_no_level_by_itself(nested: bool, level: int | None) -> None:
    """Where the menu shows sub-columns too, an entry that nothing else tells of may be one of them."""
    nav = (("/col/col1/", "政务公开"), ("/col/col2/", "政策文件"), ("/col/col3/", "通知公告"))
    path = crumbs(*((("政务公开", "/col/col1/"),) if nested else ()), ("政策文件", "/col/col2/"))
    site = assemble(home(nav=nav), page("/col/col2/", crumbs=path, entries=(entry("/art/1.html", "2026-02-01"),)))

    assert level == column(site, "/col/col3").level


def test_the_path_of_an_article_hangs_columns_nobody_fetched() -> None:
    """首页 > 公开 > 公告 on an article tells that 公告 stands below 公开, whatever the menu shows."""
    nav = (("/col/col1/", "公开"), ("/col/col2/", "公告"))
    read = article("/art/1.html", "2026-02-01", crumbs=crumbs(("公开", "/col/col1/"), ("公告", "/col/col2/"), ("正文", "")))
    told = column(assemble(home(nav=nav), read), "/col/col2")

    assert ("www.x.gov.cn/col/col1", 2) == (told.parent, told.level)


@pytest.mark.parametrize(
    "menu",
    [
        "<ul><li><a href='/gk/'>政务公开</a><ul><li><a href='/art/9/'>通知公告</a></li></ul></li><li><a href='/hd/'>互动</a></li></ul>",
        "<div><b><a href='/gk/'>政务公开</a></b><div><a href='/art/9/'>通知公告</a></div></div><div><a href='/hd/'>互动</a></div>",
        "<dl><dt><a href='/gk/'>政务公开</a></dt><dd><a href='/art/9/'>通知公告</a></dd></dl><dl><dt><a href='/hd/'>互动</a></dt></dl>",
    ],
)
def test_a_drop_down_menu_shows_what_stands_below(menu: str) -> None:
    """A column in the menu below another one is no first-level column, though no page has a path."""
    front = parse_page(f"<html><body><div class='nav'>{menu}</div></body></html>", url=HOST + "/", fetched_at=NOW)
    listed = page("/art/9/", title="通知公告", entries=(entry("/art/1.html", "2025-01-01"),))
    site = assemble(front, listed)

    assert [("/gk/", "nav"), ("/art/9/", "subnav"), ("/hd/", "nav")] == [(link.url.removeprefix(HOST), link.place) for link in front.links]
    assert ("www.x.gov.cn/gk", 2) == (column(site, "/art/9").parent, column(site, "/art/9").level)
    assert 1 == column(site, "/gk").level
    assert "priority_stale" not in {code for code, _ in failed(site)}


@pytest.mark.parametrize("head", ["<a href='javascript:;'>政务公开</a>", "<a href='#'><b>政务公开</b></a>", "<span>政务公开</span>"])
def test_a_menu_below_words_that_lead_nowhere_is_no_top_one(head: str) -> None:
    """政务公开 that only opens its menu has no page of its own; what stands below it is no first-level column, nor below its neighbour."""
    menu = f"<li><a href='/hd/'>互动</a></li><li>{head}<ul><li><a href='/art/9/'>通知公告</a></li></ul></li>"
    front = parse_page(f"<html><body><ul class='nav'>{menu}</ul></body></html>", url=HOST + "/", fetched_at=NOW)
    site = assemble(front, page("/art/9/", title="通知公告", entries=(entry("/art/1.html", "2025-01-01"),)))

    assert ("", 2) == (column(site, "/art/9").parent, column(site, "/art/9").level)
    assert "priority_stale" not in {code for code, _ in failed(site)}


@pytest.mark.parametrize("last", ["", "/l?c=7"])
def test_the_head_of_a_menu_may_lead_to_the_first_column_below_it(last: str) -> None:
    """政务公开 in the menu opens 政策解读: the page is the column its own path ends with, not the one above."""
    front = home(nav=(("/l?c=7", "政务公开"), ("/l?c=9", "新闻中心")))
    path = crumbs(("政务公开", "/l?c=7"), ("政策解读", last))
    other = page("/l?c=8", crumbs=crumbs(("政务公开", "/l?c=7"), ("重大项目", "/l?c=8")), entries=(entry("/2.html", "2026-02-01"),))
    site = assemble(front, page("/l?c=7", crumbs=path, entries=(entry("/1.html", "2026-02-01"),)), other)

    assert ("政策解读", ColumnKind.INTERPRETATION) == (column(site, "/l?c=7").name, column(site, "/l?c=7").kind)
    assert ColumnKind.OTHER is column(site, "/l?c=8").kind


@pytest.mark.parametrize("deeper, level", [("/zt/fz/", 1), ("/fz/", None)])
def test_folders_tell_levels_where_some_stand_below_others(deeper: str, level: int | None) -> None:
    """Where all columns lie at the root, only the navigation tells which are on top."""
    items = (entry("/1.html", "2026-02-01"),)
    site = assemble(home(nav=(("/xw/", "新闻"),)), page("/xw/", entries=items), page("/tz/", entries=items), page(deeper, entries=items))

    assert (1, level) == (column(site, "/xw").level, column(site, "/tz").level)


@pytest.mark.parametrize(
    "menu",
    [
        "<ul><li><a href='/gk/'>政务公开</a></li><li><a href='/art/9/'>通知公告</a></li></ul>",
        "<a href='/gk/'>政务公开</a><div><a href='/art/9/'>通知公告</a></div><div><a href='/hd/'>互动</a></div>",
        "<div><a href='/gk/'>政务公开</a><div><a href='/art/9/'>通知公告</a></div></div>",
        "<ul><li><ul><a href='/gk/'>公开</a></ul><ul><a href='/art/9/'>公告</a></ul></li><li><a href='/hd/'>互</a></li></ul>",
    ],
    ids=["a row", "items beside a link", "one item alone", "two lists in an item"],
)
def test_a_flat_menu_is_on_top(menu: str) -> None:
    """Only a list that hangs in one of several items alike, behind the link that heads it, is a menu below."""
    front = parse_page(f"<html><body><div class='nav'>{menu}</div></body></html>", url=HOST + "/", fetched_at=NOW)
    listed = page("/art/9/", title="通知公告", entries=(entry("/art/1.html", "2025-01-01"),))
    site = assemble(front, listed)

    assert {"nav"} == {link.place for link in front.links}
    assert 1 == column(site, "/art/9").level
    assert [("priority_stale", "/art/9")] == [found for found in failed(site) if found[0] == "priority_stale"]


# --- addresses and roles -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query, listing", [("m=content&c=index&a=lists&catid=7", True), ("m=content&c=index&a=show&catid=7&id=9", False), ("show=1", True)]
)
def test_one_script_shows_columns_and_articles(query: str, listing: bool) -> None:
    """What the query asks the script for tells columns and articles apart."""
    assert is_list_url(f"{HOST}/index.php?{query}") is listing


def test_an_address_alone_makes_no_article() -> None:
    """An empty column with a number in its address is no article without a date."""
    read: PageSnapshot = parse_page("<html><body><table></table></body></html>", url=HOST + "/class.php?cid=23", fetched_at=NOW)

    assert PageRole.OTHER is read.role


@pytest.mark.parametrize(
    "known, number, together",
    [
        ({}, "3", True),
        ({"title": "某县新闻"}, "3", False),
        ({"crumbs": crumbs(("乙栏", "/b/"))}, "3", False),
        ({"crumbs": crumbs(("甲栏", "/a/"), ("更多", "/a/m/"))}, "3", False),
        ({"crumbs": crumbs(("丙栏", "/c/"), ("甲栏", "/a/"))}, "3", False),
        ({}, "x", False),
        ({}, "x.shtml?year=2024", False),
    ],
    ids=["same path and title", "another title", "another path", "a step more", "another way to it", "no number", "a year"],
)
def test_a_list_goes_on_under_another_spelling(known: dict[str, object], number: str, together: bool) -> None:
    """A numbered page with the path and title of a list is a further page of it, however it is spelled."""
    address = f"/q/f0a8-{number}" if "." in number else f"/q/f0a8-{number}.shtml"
    same = {"title": "甲栏_某县人民政府", "crumbs": crumbs(("甲栏", "/a/"))}
    further = page(address, entries=(entry("/1.html", "2026-01-01"),), **{**same, **known})
    site = assemble(home(), page("/a/", entries=(entry("/2.html", "2026-02-01"),), **same), further)

    assert together == (address not in keys(site) and 2 == column(site, "/a").updates.entries)


def test_lists_with_the_title_of_the_site_do_not_go_on_in_each_other() -> None:
    """Where every page has the site's title, the path of the section above proves nothing."""
    same = {"title": "某县人民政府", "crumbs": crumbs(("甲栏", "/a/"))}
    further = page("/q/f0a8-3.shtml", entries=(entry("/1.html", "2026-01-01"),), **same)
    site = assemble(home(), page("/a/", entries=(entry("/2.html", "2026-02-01"),), **same), further)

    assert 1 == column(site, "/a").updates.entries


# --- a site in a folder of another body's host ------------------------------------------------------------------------


def test_a_site_in_a_folder_of_a_host_is_what_stands_below_it() -> None:
    """With a domain that has a path, the portal's own columns beside it are not this site's."""
    own = page("/slj/tzgg/", title="通知公告", entries=OLD)
    others = (page("/zfwj/", title="市政府文件", entries=OLD), page("/slj2/a/", title="动态", entries=OLD))
    front = page("/slj/", PageRole.HOME, links=links(("/slj/tzgg/", "通知公告"), ("/zfwj/", "市政府文件"), place="nav"))
    folder = evolve(PROFILE, domain="www.x.gov.cn/slj", homepage=HOST + "/slj/")

    assert ["/slj/tzgg"] == keys(assemble(own, *others, front, profile=folder))
    assert ["/slj/tzgg"] == keys(assemble(own, *others, front, profile=evolve(folder, domain="", hosts=("x.gov.cn/slj/",))))
    assert "/zfwj" in keys(assemble(own, *others, front, profile=evolve(folder, domain="www.x.gov.cn")))
    homepage = assemble(own, *others, front, profile=evolve(folder, homepage="")).homepage
    assert homepage is not None
    assert HOST + "/slj/" == homepage.url


# --- what only looks blank --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "below, state",
    [
        ({"role": PageRole.ARTICLE}, ColumnState.CONTAINER),
        ({"body_chars": 130}, ColumnState.CONTAINER),
        ({"body_chars": 129}, ColumnState.BLANK),
        ({"body_chars": 130, "blank": "暂无信息"}, ColumnState.BLANK),
        ({"script_drawn": True}, ColumnState.CONTAINER),
        (None, ColumnState.BLANK),
    ],
    ids=["text", "more to read", "no more to read", "blank too", "drawn", "not seen"],
)
def test_what_holds_a_column_that_shows_something_is_not_blank(below: dict[str, object] | None, state: ColumnState) -> None:
    """A column that counts no items of its own is blank only where the columns below it are (checklist decision 7)."""
    nav = home(nav=(("/gk/", "概况"), ("/gk/jj/", "简介")))
    above = page("/gk/", title="概况", blank="共0条", body_chars=30, crumbs=crumbs(("概况", "/gk/")))
    under = page("/gk/jj/", title="简介", crumbs=crumbs(("概况", "/gk/"), ("简介", "/gk/jj/")), **below) if below is not None else None

    assert state is column(assemble(nav, above, *((under,) if under else ())), "/gk").state


@pytest.mark.parametrize(
    "in_menu, in_navigation, manner, chars, state",
    [
        ("jj js", "", "", 130, ColumnState.CONTAINER),
        ("js", "jj", "", 130, ColumnState.CONTAINER),
        ("jj js", "", "", 129, ColumnState.BLANK),
        ("jj js gk", "", "", 130, ColumnState.BLANK),
        ("jj js", "", "everywhere", 130, ColumnState.BLANK),
        ("jj js", "", "itself in plain", 130, ColumnState.BLANK),
    ],
    ids=[
        "held",
        "one in the navigation too",
        "no more to read",
        "stands in the menu",
        "menu of the whole site",
        "menu that never links where it stands",
    ],
)
def test_a_menu_of_the_columns_below_keeps_their_page_from_being_blank(
    in_menu: str, in_navigation: str, manner: str, chars: int, state: ColumnState
) -> None:
    """Without a path, the menu that a page shares with the columns in it alone tells that it holds them."""
    names = {"gk": "桂花", "jj": "简介", "js": "机构"} | {n: f"专题{n}" for n in "rstuvwxy"}
    nav = links(*((f"/l?c={c}", names[c]) for c in ("gk", *"rstuvwxy", *in_navigation.split())), place="nav")
    menu = links(*((f"/l?c={c}", names[c]) for c in in_menu.split()), place="subnav")
    around = nav + menu if manner == "everywhere" else nav
    others = [
        page(f"/l?c={c}", title=names[c], blocks=(1, 2), links=around, entries=(entry(f"/{c}.html", "2026-02-01"),)) for c in "rstuvwxy"
    ]
    beside = {c: tuple(link for link in menu if manner != "itself in plain" or not link.url.endswith(c)) for c in ("jj", "js")}
    below = [page(f"/l?c={c}", title=names[c], blocks=(1, 2, 9), links=nav + beside[c], body_chars=chars) for c in beside]
    above = page("/l?c=gk", title="桂花", blocks=(1, 2), links=nav + menu, body_chars=30)

    assert state is column(assemble(home(), *others, *below, above), "/l?c=gk").state


@pytest.mark.parametrize(
    "above, last, blank, state",
    [
        ("/gk/tz/", "通知公告", "暂无信息", ColumnState.BLANK),
        ("", "通知公告", "暂无信息", ColumnState.BLANK),
        ("/gk/tz/", "通知公告", "", ColumnState.BLANK),
        ("/gk/tz/", "政务公开", "暂无信息", ColumnState.CONTAINER),
        ("/gk/tz/", "列表", "暂无信息", ColumnState.CONTAINER),
    ],
    ids=["by its address", "by its name in the menu", "no placeholder", "the head itself", "a step that says nothing"],
)
def test_a_first_column_that_stands_for_its_head_holds_nothing(above: str, last: str, blank: str, state: ColumnState) -> None:
    """政务公开 in the navigation leads to its first column 通知公告, which is blank whatever the columns beside it show."""
    nav = home(nav=(("/gk/tz/", "政务公开"),))
    items = {n: (entry(f"/gk/{n}/1.html", "2026-02-01"),) for n in "abcde"}
    others = [
        page(f"/gk/{n}/", title=n, crumbs=crumbs(("政务公开", "/gk/tz/"), (n, f"/gk/{n}/")), blocks=(1, 2), entries=items[n])
        for n in "abcde"
    ]
    first = page("/gk/tz/", title=last, blank=blank, blocks=(1, 2), crumbs=crumbs(("政务公开", above), (last, "/gk/tz/" if above else "")))

    assert state is column(assemble(nav, *others, first), "/gk/tz").state


@pytest.mark.parametrize("place", ["nav", "subnav"])
@pytest.mark.parametrize("path", [True, False])
def test_the_menu_in_which_a_page_stands_is_not_what_it_holds(path: bool, place: str) -> None:
    """A link stands once: a page that its path names is missing from the menu of its section, and no menu of the homepage is its own."""
    names = ("jj", "js", "gk")
    steps = {n: (("桂花", "/l?c=up"), (n, f"/l?c={n}")) if path else () for n in names}
    menu = {n: links(*((f"/l?c={o}", o) for o in names if o != n), place=place) for n in names}
    there = [] if path else [evolve(home(), links=links(("/l?c=jj", "jj"), ("/l?c=js", "js"), place="nav"))]
    others = [page(f"/l?c={c}", title=c, blocks=(1, 2), entries=(entry(f"/{c}.html", "2026-02-01"),)) for c in "rstuvwxy"]
    below = [page(f"/l?c={n}", title=n, blocks=(1, 2, 9), crumbs=crumbs(*steps[n]), links=menu[n], body_chars=130) for n in names[:2]]
    bare = page("/l?c=gk", title="gk", blocks=(1, 2), crumbs=crumbs(*steps["gk"]), links=menu["gk"], body_chars=30)
    up = page("/l?c=up", title="桂花", blocks=(1, 2, 8), body_chars=200)

    assert ColumnState.BLANK is column(assemble(*there, *others, *below, up, bare), "/l?c=gk").state


@pytest.mark.parametrize("to, state", [("/gk/jy/", ColumnState.BLANK), ("/gk/yj/", ColumnState.UNREADABLE)], ids=["itself", "elsewhere"])
def test_a_link_of_a_page_to_itself_is_none_of_its_content(to: str, state: ColumnState) -> None:
    """The last step of a path leads to the page itself: what shows nothing else is blank."""
    others = [page(f"/gk/{n}/", blocks=(1, 2), entries=(entry(f"/{n}.html", "2026-02-01"),)) for n in "abcd"]
    bare = page("/gk/jy/", title="建议提案", crumbs=crumbs(("建议提案", "/gk/jy/")), blocks=(1, 2), links=links((to, "建议提案")))

    assert state is column(assemble(*others, bare), "/gk/jy").state


def test_what_columns_alone_say_that_show_nothing_else_is_no_frame() -> None:
    """Five columns that all lead to the platform for services in the same words are not blank; a box beside lists is no content."""
    others = [page(f"/xw/{n}/", blocks=(1, 2), entries=(entry(f"/{n}.html", "2026-02-01"),)) for n in "abcd"]
    platform = links(("https://zwfw.hn.gov.cn/", "点击进入"))
    leading = [page(f"/bs/{n}/", title=f"办事{n}", blocks=(1, 2, 7), links=platform) for n in "pqrst"]
    blank = page("/bs/z/", title="办事结果", blocks=(1, 2))
    linked = [page(f"/yj/{n}/", title=f"邮寄{n}", blocks=(1, 2), links=links(("https://ems.cn/", "进入"))) for n in "pqrst"]
    site = assemble(*others, *leading, *linked, blank)

    assert ColumnState.BLANK not in {column(site, f"/{folder}/{n}").state for folder in ("bs", "yj") for n in "pqrst"}
    assert ColumnState.BLANK is column(site, "/bs/z").state


@pytest.mark.parametrize(
    "content, state",
    [
        ("<ul></ul>", ColumnState.BLANK),
        ("<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr></table>", ColumnState.BLANK),
        ("<table><tr><th>序号</th><th>负责人</th><th>办公电话</th></tr></table>", ColumnState.UNREADABLE),
        ("<p>标题</p>", ColumnState.UNREADABLE),
        ("<div><script src='/js/list_yj.js'></script></div>", ColumnState.UNREADABLE),
        ("<div><script src='/hits.asp?id=77'></script></div>", ColumnState.BLANK),
    ],
)
def test_what_stands_around_an_empty_list_is_no_content(content: str, state: ColumnState) -> None:
    """The menu of a section and its heading, the names of a list's columns and a counter say nothing; a script of its own might."""
    names = {"yj": "应急管理", "zx": "招商项目", "cg": "政府采购"} | {n: f"专题{n}" for n in "pqrst"}
    rows = "".join(f"<tr><td>· <a href='/gk/{n}/'>{name}</a></td></tr>" for n, name in names.items() if len(n) == 2)
    listed = "<ul>" + "".join(
        f"<li><a href='/a/NN/{i}.html'>关于开展第{i}次检查的情况</a><span>2026-02-0{i}</span></li>" for i in range(1, 5)
    )

    def html(n: str, body: str) -> str:
        menu = f"<table><tr><td>信息公开</td></tr>{rows}</table>" if len(n) == 2 else ""
        path = f"<div class='crumb'><a href='/'>首页</a> &gt; <a href='/gk/'>信息公开</a> &gt; {names[n]}</div>"
        count = "" if "script" in body and "hits" not in body else "<script src='/hits.asp?id=1'></script>"
        return f"<html><head><title>{names[n]}</title></head><body>{menu}<div>{path}{body}</div>{count}</body></html>"

    bodies = {n: content if n == "yj" else listed.replace("NN", n) for n in names}
    pages = [parse_page(html(n, body), url=f"{HOST}/gk/{n}/", fetched_at=NOW) for n, body in bodies.items()]

    assert state is column(assemble(home(nav=(("/gk/", "信息公开"),)), *pages), "/gk/yj").state


# --- versions in other languages, and menus of lists nobody fetched -----------------------------------------------------


def test_a_version_in_another_language_has_no_columns_of_the_site() -> None:
    """What lists nothing in Chinese is not judged as a column, nor is what only it links to; a note says so."""
    nav = home(nav=(("/tzgg/", "通知公告"), ("/en/", "English news")))
    own = page("/tzgg/", title="通知公告", entries=OLD, body_chars=20)
    old = entry("/en/1.html", "2017-06-01", "Mayor meets delegation")
    menu = links(("/en/", "Home"), ("/en/about/", "About us"), place="nav")
    english = page("/en/", title="Example County", entries=(old,), links=menu)
    site = assemble(nav, own, english)

    assert ["/tzgg"] == keys(site)
    assert "pages in another language: 1; not counted as columns" in site.notes
    for chinese in ({"title": "示例县"}, {"body_chars": 5}, {"title": ""}, {"entries": (evolve(old, title="县长会见"),)}):
        assert "/en" in keys(assemble(nav, own, evolve(english, **chinese)))


def test_lists_in_a_folder_of_articles_that_nobody_fetched_are_columns() -> None:
    """The menu of a section links its lists on page after page; that the folder holds articles too does not matter."""
    menu = links(*((f"/info/iList.jsp?cat_id={n}", f"栏目{n}") for n in range(1, 6)), ("/info/1018/2.htm?a=1", "某文"))
    seen = [
        page(f"/info/iList.jsp?cat_id={n}", title=f"栏目{n}", entries=(entry(f"/gk/{n}/1.htm", "2026-01-01"),), links=menu)
        for n in range(1, 5)
    ]

    assert [f"/info/iList.jsp?cat_id={n}" for n in range(1, 6)] == keys(assemble(*seen))
