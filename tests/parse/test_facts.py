"""Facts of pages and the laws by which they are merged."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.errors import InputError
from govsite_rules.parse import facts as facts_module
from govsite_rules.parse.facts import EMPTY, MAX_REFERRERS, PageFacts, SiteFacts, gather, merge, page_facts
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.values.dates import DateReading, DateSource
from govsite_rules.values.page import Crumb, Entry, Link, Mark, Marks, MarkState, PageKind, PageRole, PageSnapshot
from govsite_rules.values.site import SiteProfile

AT = datetime(2026, 3, 1, 1, tzinfo=UTC)


def page(path: str = "/", **known: object) -> PageSnapshot:
    return PageSnapshot(**{"url": f"http://www.x.gov.cn{path}", "fetched_at": AT, "digest": "d", **known})  # type: ignore[arg-type]


_PATHS = st.sampled_from(["/", "/a/", "/a/index.html", "/a/1.html", "/a/2.html", "/b/", "/b/index_2.html", "/b/3.html"])
_URLS = _PATHS.map(lambda path: f"http://www.x.gov.cn{path}")
_ENTRIES = st.lists(st.builds(Entry, st.sampled_from(["甲", "乙"]), _URLS), max_size=3).map(tuple)
_LINKS = st.lists(st.builds(Link, _URLS, st.sampled_from(["", "栏目"]), place=st.sampled_from(["nav", "body"])), max_size=4).map(tuple)
_PAGES = st.builds(
    page,
    _PATHS,
    fetched_at=st.integers(0, 2).map(lambda hours: AT + timedelta(hours=hours)),
    digest=st.sampled_from(["a", "b", "c"]),
    kind=st.sampled_from([PageKind.CONTENT, PageKind.CONTENT, PageKind.CHALLENGE, PageKind.ERROR]),
    role=st.sampled_from([PageRole.LIST, PageRole.ARTICLE, PageRole.OTHER]),
    entries=_ENTRIES,
    links=_LINKS,
    blocks=st.lists(st.integers(1, 5), max_size=3).map(tuple),
)
_PIECES = st.lists(_PAGES.map(page_facts), max_size=6)


@pytest.fixture(autouse=True, params=["limits", "small limits"])
def _limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "small limits":
        for name, value in (("MAX_PAGES", 3), ("MAX_LINKS", 3), ("MAX_REFERRERS", 2), ("MAX_CONTENTS", 2), ("SAMPLE_PAGES", 2)):
            monkeypatch.setattr(facts_module, name, value)


@settings(max_examples=150, deadline=None)
@given(_PIECES, _PIECES, _PIECES)
def test_merge_is_associative(one: list[PageFacts], two: list[PageFacts], three: list[PageFacts]) -> None:
    """Pieces of a site may be put together in any grouping."""
    a, b, c = gather(one), gather(two), gather(three)

    assert merge(a, merge(b, c)) == merge(merge(a, b), c)


@settings(max_examples=150, deadline=None)
@given(_PIECES, _PIECES)
def test_merge_is_commutative(one: list[PageFacts], two: list[PageFacts]) -> None:
    """Pieces of a site may be put together in any order."""
    a, b = gather(one), gather(two)

    assert merge(a, b) == merge(b, a)


@settings(max_examples=100, deadline=None)
@given(_PIECES)
def test_merge_is_idempotent_with_empty_as_identity(pieces: list[PageFacts]) -> None:
    """A piece read twice is read once, and no piece adds nothing."""
    site = gather(pieces)

    assert site == merge(site, site)
    assert site == merge(site, EMPTY)
    assert site == merge(EMPTY, site)


@settings(max_examples=100, deadline=None)
@given(_PIECES, st.randoms(use_true_random=False))
def test_gather_equals_merging_page_by_page_in_any_order(pieces: list[PageFacts], shuffler: object) -> None:
    """Folding pages at once gives what merging them one by one gives."""
    shuffled = [*pieces, *pieces[:2]]
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    one_by_one = reduce(merge, (gather([piece]) for piece in shuffled), EMPTY)

    assert gather(pieces) == one_by_one


def test_same_content_is_one() -> None:
    """A page fetched twice with the same body counts once, as last seen."""
    first, again = page("/a/"), page("/a/index.html", fetched_at=AT + timedelta(hours=1))
    site = gather(map(page_facts, (first, again)))

    assert {"www.x.gov.cn/a": again.fetched_at} == {address: record.fetched_at for address, record in site.pages.items()}
    assert {} == site.contents


def test_of_different_contents_the_later_counts() -> None:
    """A changed page counts as last seen, and the change is remembered."""
    old, new = page("/a/", digest="z", title="旧"), page("/a/", digest="a", title="新", fetched_at=AT + timedelta(seconds=1))
    site = gather(map(page_facts, (new, old)))

    assert "新" == site.pages["www.x.gov.cn/a"].title
    assert ["a", "z"] == [digest for digest, _ in site.contents["www.x.gov.cn/a"]]


def test_at_one_moment_the_greater_digest_counts() -> None:
    """Two bodies for one address at one time are no error; one of them counts whatever their order."""
    pages = [page_facts(page("/a/", digest=digest, title=digest)) for digest in ("b", "c", "a")]

    assert "c" == gather(pages).pages["www.x.gov.cn/a"].title
    assert gather(pages) == gather(reversed(pages))


def test_a_challenge_never_hides_a_page_that_was_seen() -> None:
    """A later challenge body says nothing of the page behind it."""
    seen = page("/a/", title="栏目")
    challenged = page("/a/", digest="x", kind=PageKind.CHALLENGE, fetched_at=AT + timedelta(days=1))
    site = gather(map(page_facts, (seen, challenged)))

    assert PageKind.CONTENT is site.pages["www.x.gov.cn/a"].kind


def test_an_article_keeps_no_links_of_the_frame_unless_hidden() -> None:
    """Navigation and footer links of articles are left to the pages of columns; hidden ones are evidence."""
    links = (
        Link("http://www.x.gov.cn/b/", "导航", place="nav"),
        Link("http://www.x.gov.cn/f.pdf", "附件", place="body"),
        Link("http://evil.example/", "暗", hidden="off-screen", place="footer"),
    )
    article = page_facts(page("/a/1.html", role=PageRole.ARTICLE, links=links))
    column = page_facts(page("/a/", role=PageRole.LIST, links=links))

    assert ["附件", "暗"] == [link.text for link in article.links]
    assert ["导航", "附件", "暗"] == [link.text for link in column.links]


def test_entries_are_links_too() -> None:
    """The table of links holds the entries of a list, which are not kept twice."""
    entry = Entry("通知", "http://www.x.gov.cn/a/1.html")
    listed = page_facts(page("/a/", role=PageRole.LIST, entries=(entry,), links=(Link(entry.url, "通知", place="list"),)))

    assert () == listed.links
    assert ["通知"] == [ref.text for ref in gather([listed]).links["www.x.gov.cn/a/1.html"]]


def test_referrers_are_the_first_in_order_of_addresses() -> None:
    """Of many pages that link to an address, the first few are kept, whatever the order they came in."""
    linked = (Link("http://www.x.gov.cn/z/", "链接", place="body"),)
    pages = [page_facts(page(f"/p{number:02}/", role=PageRole.LIST, links=linked)) for number in range(12)]
    most = facts_module.MAX_REFERRERS
    site = gather(reversed(pages))

    assert [f"www.x.gov.cn/p{number:02}" for number in range(most)] == [ref.page for ref in site.links["www.x.gov.cn/z"]]
    assert most <= MAX_REFERRERS


def test_limits_say_that_they_were_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a limit the shorter addresses stay and the facts say so; at the limit nothing is lost."""
    monkeypatch.setattr(facts_module, "MAX_PAGES", 2)
    pages = [page_facts(page(path)) for path in ("/aaaa/", "/a/", "/")]
    over, at = gather(pages), gather(pages[1:])

    assert {"www.x.gov.cn", "www.x.gov.cn/a"} == set(over.pages)
    assert over.pages_cut
    assert not at.pages_cut


def test_a_link_limit_says_that_it_was_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """One distinct link too many is noticed, exactly the limit is not."""
    monkeypatch.setattr(facts_module, "MAX_LINKS", 2)
    two = tuple(Link(f"http://www.x.gov.cn/{name}/", place="body") for name in "ab")
    three = (*two, Link("http://www.x.gov.cn/c/", place="body"))

    assert not gather([page_facts(page(links=two))]).links_cut
    assert gather([page_facts(page(links=three))]).links_cut


def test_a_naive_time_is_refused() -> None:
    """A fetch time without a zone is an error that names the field."""
    with pytest.raises(InputError, match="fetched_at"):
        page_facts(page(fetched_at=datetime(2026, 3, 1)))


@pytest.mark.parametrize("value", ["", "null", " undefined ", "{{column.name}}", "<%=name%>", "-"])
def test_empty_like_tags_are_missing(value: str) -> None:
    """Unrendered and empty tag values are as good as none."""
    tags = (("sitename", "某县"), ("sitedomain", "www.x.gov.cn"), ("siteidcode", "4114240001"), ("columnname", value))
    record = page_facts(page("/a/", role=PageRole.LIST, tags=tags)).record

    assert ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType") == record.missing_tags
    assert "" == record.column_name


def test_tags_of_another_site_are_noted() -> None:
    """Domain and code of a copied template contradict the page they stand on."""
    marks = Marks(site_code=Mark(MarkState.SHOWN, "4114240001"))
    tags = (("sitedomain", "gxq.cq.gov.cn"), ("siteidcode", "5001070012"))
    own = (("sitedomain", "http://www.x.gov.cn/"), ("siteidcode", "4114240001"))

    assert ("site_domain_differs", "site_code_differs") == page_facts(page(tags=tags, marks=marks)).record.tag_notes
    assert () == page_facts(page(tags=own, marks=marks)).record.tag_notes


def test_the_date_of_the_tag_is_kept_apart() -> None:
    """PubDate is read for corroboration and never takes the place of what is displayed."""
    record = page_facts(page("/a/1.html", role=PageRole.ARTICLE, tags=(("pubdate", "2026-02-03 10:00"),))).record

    assert record.tagged is not None
    assert (2026, 2, 3, DateSource.TAG) == (record.tagged.year, record.tagged.month, record.tagged.day, record.tagged.source)
    assert record.published.absent is not None


def test_only_pages_of_content_carry_what_they_show() -> None:
    """Bodies of errors and challenges are counted and never read."""
    challenge = page(
        "/a/", kind=PageKind.CHALLENGE, entries=(Entry("假", "http://www.x.gov.cn/1.html"),), links=(Link("http://a.example/"),)
    )

    assert EMPTY.links == gather([page_facts(challenge)]).links


def test_facts_of_an_article_are_small_and_travel() -> None:
    """An article's facts stay under 4 KB as bytes and come back equal."""
    links = tuple(Link(f"http://www.x.gov.cn/column{number}/index.html", f"栏目{number}", place="nav") for number in range(150))
    crumbs = (Crumb("首页", "http://www.x.gov.cn/"), Crumb("政务公开", "http://www.x.gov.cn/zwgk/"), Crumb("正文"))
    article = page(
        "/zwgk/2026/03/1.html",
        role=PageRole.ARTICLE,
        title="关于某某的通知" * 4,
        links=links,
        crumbs=crumbs,
        published=DateReading(2026, 2, 3, raw="2026-02-03", source=DateSource.ARTICLE),
        blocks=tuple(range(2**40, 2**40 + 64)),
        text="正文" * 5000,
    )
    facts = page_facts(article)
    data = pickle.dumps(facts)

    assert len(data) < 4096
    assert facts == pickle.loads(data)


def test_site_facts_travel() -> None:
    """Facts of a site can be sent between processes."""
    site = gather([page_facts(page("/a/", role=PageRole.LIST, entries=(Entry("甲", "http://www.x.gov.cn/a/1.html"),)))])

    assert site == pickle.loads(pickle.dumps(site))
    assert isinstance(site, SiteFacts)
    assert site != evolve(site, pages={})


def test_a_stub_never_hides_the_page_it_leads_to() -> None:
    """``/`` and ``/index.html`` are one address: the page counts, not the redirect to it; one that leads elsewhere may count."""
    shown = page("/index.html", digest="a", title="首页")
    stub = page("/", digest="b", kind=PageKind.REDIRECT, notes=("leads_to:http://www.x.gov.cn/index.html",))
    moved = page("/", digest="b", kind=PageKind.REDIRECT, notes=("leads_to:http://www.y.gov.cn/",))

    for second, kind in ((stub, PageKind.CONTENT), (moved, PageKind.REDIRECT)):
        (record,) = gather(map(page_facts, (shown, second))).pages.values()
        assert kind is record.kind


def test_a_planted_link_is_no_row():
    """A link nobody sees stays hidden though it stands where a list could: the site's table of links says so."""
    html = "<html><body><h1>示范县</h1><p style='display:none'><a href='http://planted.example.com/'>某某优化公司</a></p></body></html>"
    page = parse_page(html, url="http://www.sf.gov.cn/zwgk/tzgg/index.html", fetched_at=datetime(2025, 7, 1, tzinfo=UTC))
    page = evolve(page, role=PageRole.LIST, entries=(Entry("某某优化公司", "http://planted.example.com/", hidden=True),))
    (link,) = [link for link in assemble_site([page], profile=SiteProfile(domain="www.sf.gov.cn")).links.items if "planted" in link.url]

    assert "styled away" == link.hidden
