"""Memory grows with pages and distinct links, not with pages times links, and nothing of a page's text stays."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from govsite_rules.batch.archives import Response
from govsite_rules.batch.pieces import Collector, merged, pack, sites_of
from govsite_rules.parse.facts import MAX_REFERRERS, SiteFacts

from .test_many import AT, B

pytestmark = pytest.mark.slow

LINKS = 300
TEXT = "正文" * 5_000


def responses(count: int, *, fresh: int = 0) -> Iterator[Response]:
    """Pages of 30 kB that all link to the same addresses in their body, and each to ``fresh`` ones of its own."""
    for number in range(count):
        same = "".join(f'<p><a href="/same/{n}.html">各页都有的链接{n}</a></p>' for n in range(LINKS - fresh))
        own = "".join(f'<p><a href="/own/{number}/{n}.html">本页的链接{n}</a></p>' for n in range(fresh))
        head = f"<html><head><title>第{number}页</title></head><body><h1>第{number}页</h1><p>发布时间：2026-05-01</p>"
        body = f"{head}<p>{TEXT}</p>{same}{own}</body></html>"
        yield Response(f"http://b.gov.cn/a/{number}.html", AT, body=body.encode())


def facts(count: int, fresh: int = 0) -> SiteFacts:
    """The facts of pages, read in pieces of 50."""
    collector = Collector(sites_of([B]), held=50)
    return merged([pack(part) for _, part in collector.pieces(responses(count, fresh=fresh))])


def kilobytes(count: int, fresh: int = 0) -> float:
    """What the facts of pages take in memory."""
    facts(3)
    gc.collect()
    tracemalloc.start()
    kept = facts(count, fresh)
    gc.collect()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept.pages) == count
    return taken / 1024


def test_links_that_all_pages_share_cost_once() -> None:
    """Four times the pages with the same 300 links cost a few kB a page; 300 links a page would be a hundred."""
    few, many = kilobytes(100), kilobytes(400)

    assert (many - few) / 300 < 5


def test_links_of_their_own_cost_each() -> None:
    """Pages with 100 links of their own cost those links, so the figure above is no accident of the measure."""
    few, many = kilobytes(50, fresh=100), kilobytes(150, fresh=100)

    assert 20 < (many - few) / 100 < 100


def test_referrers_are_limited() -> None:
    """However many pages link to an address, only the first few are kept."""
    kept = facts(60)

    assert LINKS == len(kept.links)
    assert {MAX_REFERRERS} == {len(refs) for refs in kept.links.values()}
