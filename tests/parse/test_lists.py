"""The entries of column pages: every layout in every frame gives the same rows."""

from datetime import UTC, date, datetime

import pytest
import zoo

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageRole

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
URL = zoo.BASE + "/zwgk/tzgg/index.html"


def read(html, url=URL):
    return parse_page(html, url=url, fetched_at=AT)


def shown(page):
    return [(entry.title, entry.url, entry.date.date) for entry in page.entries]


@pytest.mark.parametrize("count", [12, 3, 1])
@pytest.mark.parametrize("frame", zoo.FRAMES)
@pytest.mark.parametrize("layout", zoo.LAYOUTS)
def test_layouts(layout, frame, count):
    """Titles, addresses and dates are read whatever the markup and whatever stands around the list."""
    if layout == "json_script" and count == 1:
        pytest.skip("one object in a script proves no list")
    rows = zoo.sample(count)

    page = read(zoo.FRAMES[frame](zoo.LAYOUTS[layout](rows)))

    assert [(title, zoo.BASE + path, day) for title, path, day in rows] == shown(page)
    assert PageRole.LIST is page.role


@pytest.mark.parametrize("pager", zoo.PAGERS)
@pytest.mark.parametrize("layout", ["ul", "table", "cards", "flat_br", "dl_flat", "table_nested"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_pagers_do_not_disturb(layout, frame, pager):
    """The links of a pager are no entries, and what it says of pages and total is read."""
    rows = zoo.sample(12)
    html, expected = zoo.PAGERS[pager]

    page = read(zoo.FRAMES[frame](zoo.LAYOUTS[layout](rows), pager=html))

    assert [zoo.BASE + path for _, path, _ in rows] == [entry.url for entry in page.entries]
    if expected is not None:
        assert page.pagination is not None
        assert expected == (page.pagination.page, page.pagination.pages, page.pagination.total)


def test_month_and_day_alone():
    """A date without a year is kept without one."""
    page = read(zoo.frame_div(zoo.month_day(zoo.sample(3))))

    assert [(None, 6, 27), (None, 6, 24), (None, 6, 21)] == [(e.date.year, e.date.month, e.date.day) for e in page.entries]


def test_newest_is_not_taken_from_hot_list():
    """The hot list of the frame is newer than the column and does not make it fresh."""
    page = read(zoo.frame_hot(zoo.ul(zoo.sample(5, date(2019, 4, 1)))))

    assert date(2019, 4, 1) == max(entry.date.date for entry in page.entries)
