"""Every distinct link of a site once, with who links to it and what was seen there."""

from __future__ import annotations

from ..values.page import LinkKind, PageKind
from ..values.seen import Seen
from ..values.site import LinkCheck, LinkResult, LinkState
from .facts import MAX_REFERRERS, PageRecord
from .links import FOLDED
from .outline import Site
from .urls import canonical, host_of, is_attachment, is_government

MAX_PLATFORM_LINKS = 50

_BLOCKED = frozenset((401, 403, 405, 412, 418, 429, 503, 521))


def link_table(site: Site, checked: Seen[LinkCheck] | None, whole: bool) -> Seen[LinkState]:
    """All links in order of addresses, with the looks of ``checked`` and of the crawl itself; ``whole``: every page was given."""
    by_address: dict[str, list[LinkCheck]] = {}
    for check in checked.items if checked is not None else ():
        by_address.setdefault(canonical(check.url), []).append(check)
    on_home = {canonical(link.url) for link in site.facts.kept_links.get(site.home.address, ())} if site.home is not None else set()
    on_home |= {canonical(entry.url) for entry in site.home.entries} if site.home is not None else set()
    states = []
    for address in sorted(site.facts.links.keys() | by_address.keys()):
        every = site.facts.links.get(address, ())
        refs = site.live(every)
        checks = by_address.get(address, [])
        if not refs and not checks:
            continue
        observation = _observation(site.facts.pages.get(address), refs[0].url if refs else "")
        referrers = sorted({ref.page for ref in refs})
        texts = (ref.text for ref in refs if ref.text)
        hidden = [ref.hidden for ref in refs]
        states.append(
            LinkState(
                url=refs[0].url if refs else checks[0].url,
                kind=next((LinkKind(ref.kind) for ref in refs if ref.kind), _link_kind(site, address)),
                text=next(texts, ""),
                on_home=address in on_home,
                referrers=tuple(site.pages[page].url if page in site.pages else page for page in referrers),
                referrer_count=len(referrers),
                referrers_cut=len(every) >= MAX_REFERRERS,
                checks=tuple(sorted([*checks, *observation], key=lambda check: (check.at, check.result, check.url))),
                hidden=next((why for why in hidden if why != FOLDED), FOLDED) if hidden and all(hidden) else "",
            )
        )
    return Seen(tuple(states), complete=whole and not site.facts.links_cut)


def _link_kind(site: Site, address: str) -> LinkKind:
    if is_attachment(address):
        return LinkKind.ATTACHMENT
    if site.owns(address):
        return LinkKind.INTERNAL
    host = address.partition("/")[0].partition("?")[0]
    return LinkKind.GOVERNMENT if is_government(host) else LinkKind.EXTERNAL


_RESULTS = {
    PageKind.CHALLENGE: LinkResult.BLOCKED,
    PageKind.SOFT_404: LinkResult.SOFT_404,
    PageKind.PARKED: LinkResult.PARKED,
}


def _observation(page: PageRecord | None, url: str) -> tuple[LinkCheck, ...]:
    """What the crawl itself saw at an address (decision 14)."""
    if page is None:
        return ()
    result = _RESULTS.get(page.kind)
    if result is None:
        if page.status in (404, 410):
            result = LinkResult.GONE
        elif page.status in _BLOCKED or 400 <= page.status < 500:
            result = LinkResult.BLOCKED
        elif page.status >= 500:
            result = LinkResult.SERVER_ERROR
        elif page.status < 200 or page.kind is PageKind.ERROR:
            return ()
        else:
            result = LinkResult.OPENED
    return (LinkCheck(url or page.url, page.fetched_at, result, page.status),)


def platform_links(site: Site) -> tuple[str, ...]:
    """Links to the caller's official platforms and to hosts that name themselves service networks or hotlines (decision 16)."""
    hosts = tuple(sorted({host_of(platform.host) or platform.host.lower() for platform in site.profile.platforms if platform.host}))
    found = []
    for address in sorted(site.facts.links):
        host = address.partition("/")[0].partition("?")[0].partition(":")[0]
        if not (host in hosts or host.endswith(tuple("." + host for host in hosts)) or "zwfw" in host or "12345" in host):
            continue
        refs = site.live(site.facts.links[address])
        if refs:
            found.append(refs[0].url)
            if len(found) >= MAX_PLATFORM_LINKS:
                break
    return tuple(found)
