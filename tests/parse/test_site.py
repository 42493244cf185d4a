"""A real county site from its stored crawl (read from outside the project; skipped where absent)."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from govsite_rules.parse.facts import EMPTY, gather, merge, page_facts
from govsite_rules.parse.finish import finish
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.parse.urls import canonical
from govsite_rules.values.page import PageSnapshot
from govsite_rules.values.site import ColumnState, Level, SiteProfile, SiteSnapshot

CRAWL = Path(__file__).parents[2] / ".." / "shared" / "data" / "pages" / "zhecheng"
PROFILE = SiteProfile(
    site_code="4114240001",
    name="柘城县人民政府",
    domain="www.zhecheng.gov.cn",
    region="411424",
    level=Level.COUNTY,
    portal=True,
    services=True,
)
LATER_PAGE = re.compile(r"/index_\d+\.html$")

pytestmark = pytest.mark.skipif(not (CRAWL / "index.jsonl").is_file(), reason="the stored crawl ../shared/data/pages/zhecheng is not here")


@cache
def truth() -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for line in (CRAWL / "index.jsonl").read_text("utf-8").splitlines())


@cache
def pages() -> tuple[PageSnapshot, ...]:
    read = []
    for row in truth():
        fetched_at = datetime.fromisoformat(str(row["fetched_at"] or "2018-07-27T23:50:02Z"))
        body = (CRAWL / str(row["file"])).read_bytes()
        read.append(parse_page(body, url=str(row["url"]), fetched_at=fetched_at, status=int(str(row["status"] or 200))))
    return tuple(read)


@cache
def site() -> SiteSnapshot:
    return assemble_site(pages(), profile=PROFILE)


def test_the_blank_columns_are_found_and_no_others() -> None:
    """Every list that shows its placeholder is a blank column, and nothing else is."""
    blank = {canonical(str(row["url"])) for row in truth() if row.get("blank")}

    assert site().columns is not None
    assert blank == {column.key for column in site().columns.items if column.state is ColumnState.BLANK}  # type: ignore[union-attr]


def test_the_newest_date_of_every_list() -> None:
    """Each column shows the newest date of its first page; a column of columns shows none."""
    expected = {
        canonical(str(row["url"])): row["newest"] for row in truth() if row["kind"] == "list" and not LATER_PAGE.search(str(row["url"]))
    }
    assert site().columns is not None
    found = {
        column.key: str(column.updates.recent[0].date.date) if column.updates.recent else None
        for column in site().columns.items  # type: ignore[union-attr]
        if column.key in expected
    }

    assert expected == found


def test_the_homepage_and_where_its_year_comes_from() -> None:
    """The homepage shows month and day; the year is that of the linked article (decision 5)."""
    home = site().homepage

    assert home is not None
    newest = home.updates.recent[0]
    assert (date(2018, 7, 27), "07-27", "article") == (newest.date.date, newest.date.raw, newest.date.year_from)
    assert not home.navigation_only


def test_without_the_article_pages_the_year_comes_from_another_list_or_the_address() -> None:
    """Taking the articles away leaves the full date that the column's own list shows for the same link."""
    home = assemble_site((page for page in pages() if not page.url.endswith("/10366.html")), profile=PROFILE).homepage
    alone = assemble_site((page for page in pages() if canonical(page.url) == "www.zhecheng.gov.cn"), profile=PROFILE).homepage

    assert home is not None
    assert date(2018, 7, 27) == home.updates.recent[0].date.date
    assert alone is not None
    assert (date(2018, 7, 27), "url") == (alone.updates.recent[0].date.date, alone.updates.recent[0].date.year_from)


def test_half_a_crawl_claims_nothing_whole() -> None:
    """Columns that were linked and not fetched are there unseen, and no part says that it is complete."""
    columns, links = site().columns, site().links

    assert columns is not None
    assert links is not None
    assert not columns.complete
    assert not links.complete
    assert any(column.state is ColumnState.NOT_SEEN for column in columns.items)


def test_in_pieces_and_in_any_order() -> None:
    """Three pieces merged from the back give the snapshot that reading in one go gives."""
    facts = [page_facts(page) for page in pages()]
    third = len(facts) // 3
    pieces = (gather(facts[2 * third :]), EMPTY, gather(reversed(facts[:third])), gather(facts[third : 2 * third]))
    merged = EMPTY
    for piece in pieces:
        merged = merge(merged, piece)

    assert site() == finish(merged, PROFILE)
