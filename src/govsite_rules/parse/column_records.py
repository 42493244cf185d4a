"""The columns of a site as its snapshot holds them: name, kind, level, state, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from ..values.dates import day_of
from ..values.page import PageKind, PageRole
from ..values.site import Column, ColumnKind, ColumnState, SiteSnapshot, Updates
from .columns import kind_of, local_names
from .entries import LONG_TEXT, Entries
from .facts import MAX_REFERRERS, LinkFact, PageRecord, is_sparse
from .frame import fingerprint
from .outline import TWIN, Draft, Site, first_of_its_head, levels_of, name_of, names_of_site
from .updates import updates_of
from .urls import canonical

_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))
_INHERITED = frozenset(
    (
        ColumnKind.NEWS,
        ColumnKind.NOTICES,
        ColumnKind.POLICIES,
        ColumnKind.INTERPRETATION,
        ColumnKind.OVERVIEW,
        ColumnKind.PERSONNEL,
        ColumnKind.PLANS,
        ColumnKind.TOPIC,
        ColumnKind.HISTORIC,
    )
)
"""Kinds that pass to columns below whose own names say nothing."""

_STATIC = frozenset(
    (
        ColumnKind.OVERVIEW,
        ColumnKind.AGENCY,
        ColumnKind.LEADERS,
        ColumnKind.SERVICES,
        ColumnKind.CONSULTATION,
        ColumnKind.PETITION,
    )
)
"""Kinds whose pages need not be lists of dated items."""
_SHOWING = frozenset((ColumnState.LISTED, ColumnState.CONTAINER))
_MENU_PLACES = frozenset(("nav", "subnav", "undernav"))
_FRAME_PLACES = _MENU_PLACES | {"footer", "crumb"}
_SHORT_TEXT = 30
_FEW_LINKS = 3
_FEW_SECTIONS = 2
_SHARED_TAG = 4


def column_records(site: Site, drafts: Mapping[str, Draft], entries: Entries, history: tuple[SiteSnapshot, ...]) -> tuple[Column, ...]:
    """The record of every column, in order of keys; ``history`` tells emptied columns from blank ones (decision 6)."""
    levels = levels_of(drafts)
    tags = Counter(page.column_name for draft in drafts.values() if (page := draft.first) is not None and page.column_name)
    shared = {tag for tag, count in tags.items() if count >= _SHARED_TAG and 3 * count >= tags.total()}
    own = names_of_site(site)
    names = {key: name_of(draft, draft.first is None or draft.first.column_name not in shared, own) for key, draft in drafts.items()}
    kinds = _kinds(site, drafts, names)
    earlier = _earlier(history)
    columns = []
    for key, draft in drafts.items():
        hint, first = draft.hint, draft.first
        kind, sure, source = kinds[key]
        state, quote = _state(draft, names[key], kind, drafts, entries)
        numbers = [number for number, page in draft.pages if page.kind is PageKind.CONTENT]
        columns.append(
            Column(
                key=hint.key if hint is not None and hint.key else key,
                name=names[key],
                url=draft.url,
                path=_path(key, drafts, names),
                level=levels[key][0],
                level_from=levels[key][1],
                kind=kind,
                kind_sure=sure,
                kind_from=source,
                state=state,
                updates=updates_of(entries.columns[key], entries.dates) if state in _SHOWING else Updates(),
                first_page_seen=bool(numbers) and (0 in numbers or min(numbers) >= TWIN),
                blank_quote=quote,
                fetched_at=first.fetched_at if first is not None else None,
                parent=public_key(draft.parent, drafts),
                children=tuple(sorted(public_key(child, drafts) for child in draft.children)),
                updates_expected=hint.updates if hint is not None else None,
                cycle_months=hint.cycle_months if hint is not None else None,
                earlier=earlier.get(key) if state is ColumnState.BLANK else None,
            )
        )
    return tuple(sorted(columns, key=lambda column: column.key))


def public_key(key: str, drafts: Mapping[str, Draft]) -> str:
    """The key a column goes by: the id the caller gave it, else its address."""
    hint = drafts[key].hint if key else None
    return hint.key if hint is not None and hint.key else key


def _path(key: str, drafts: Mapping[str, Draft], names: Mapping[str, str]) -> tuple[str, ...]:
    path = []
    while key:
        path.append(names[key])
        key = drafts[key].parent
    return tuple(reversed(path))


def _kinds(site: Site, drafts: Mapping[str, Draft], names: Mapping[str, str]) -> dict[str, tuple[ColumnKind, bool, str]]:
    local = local_names(site.profile.name, site.profile.sponsor)
    year = max((day_of(page.fetched_at).year for page in site.pages.values()), default=None)
    types = Counter(page.column_type for draft in drafts.values() if (page := draft.first) is not None and page.column_type)
    shared = {told for told, count in types.items() if count >= _SHARED_TAG and 2 * count > types.total()}
    kinds: dict[str, tuple[ColumnKind, bool, str]] = {}
    answers: dict[tuple[str, str], tuple[ColumnKind, bool, str]] = {}
    waiting = [key for key, draft in drafts.items() if not draft.parent]
    while waiting:
        key = waiting.pop()
        draft = drafts[key]
        waiting += draft.children
        if draft.hint is not None and draft.hint.kind is not None:
            kinds[key] = (draft.hint.kind, True, "caller")
            continue
        told = draft.first.column_type if draft.first is not None else ""
        asked = (names[key], "" if told in shared else told)
        if asked not in answers:
            answers[asked] = kind_of(*asked, local, year)
        kinds[key] = answers[asked]
        if kinds[key][0] in (ColumnKind.UNKNOWN, ColumnKind.OTHER) and any(page.role is PageRole.LETTERS for _, page in draft.pages):
            kinds[key] = (ColumnKind.CONSULTATION, False, "page")
        if kinds[key][0] in (ColumnKind.UNKNOWN, ColumnKind.OTHER) and draft.parent:
            above, sure, _ = kinds[draft.parent]
            called = drafts[draft.parent].crumb_names
            # Paths may give the address of a first column the name of the head above it, which is not what that column is for.
            if above in _INHERITED and (not called or called[names[draft.parent]] == max(called.values())):
                kinds[key] = (above, sure and above is ColumnKind.HISTORIC, "parent")
    return kinds


def _state(draft: Draft, name: str, kind: ColumnKind, drafts: Mapping[str, Draft], entries: Entries) -> tuple[ColumnState, str]:
    """What a column shows, and the placeholder sentence of a blank one."""
    if not draft.pages:
        return ColumnState.NOT_SEEN, ""
    pages = [page for _, page in draft.pages if page.kind is PageKind.CONTENT]
    if not pages:
        redirected = any(page.kind is PageKind.REDIRECT for _, page in draft.pages)
        return (ColumnState.REDIRECT if redirected else ColumnState.UNREADABLE), ""
    if entries.columns[draft.key]:
        return (ColumnState.CONTAINER if _shows_below(draft, drafts, entries) else ColumnState.LISTED), ""
    if any(page.script_drawn for page in pages):
        return ColumnState.SCRIPT_DRAWN, ""
    first = pages[0]
    holds = bool(draft.children) and not first_of_its_head(draft)  # what hangs below such a one stands beside it
    if first.blank:
        # What holds columns is blank only where all of them are (checklist decision 7).
        below = holds and _any_shows(_descendants(draft, drafts), first, drafts, entries)
        return (ColumnState.CONTAINER, "") if below else (ColumnState.BLANK, first.blank)
    if kind is ColumnKind.TOOL or first.role is PageRole.SEARCH:
        return ColumnState.TOOL, ""
    if first.role in _SINGLE:
        return ColumnState.SINGLE, ""
    if holds:
        return ColumnState.CONTAINER, ""
    return _without_list(draft, first, name, kind, drafts, entries), ""


def _any_shows(keys: Iterable[str], blank: PageRecord, drafts: Mapping[str, Draft], entries: Entries) -> bool:
    return any(entries.columns[key] or _shows_more(drafts[key].first, blank) for key in keys)


def _shows_more(page: PageRecord | None, blank: PageRecord) -> bool:
    """Whether a page without entries shows a text beyond what a blank one of its site does, or what its script draws."""
    if page is None or page.blank:
        return False
    return page.role in _SINGLE or page.script_drawn or page.body_chars >= blank.body_chars + LONG_TEXT


def _shows_below(draft: Draft, drafts: Mapping[str, Draft], entries: Entries) -> bool:
    """Whether all that a column shows are items of its sub-columns: they show them too, or keep them in their folder.

    Where no sub-column was seen to show anything, the column is all there is to judge, unless it shows several of them in part.
    """
    if len(draft.sections) >= _FEW_SECTIONS and all(page.pagination is None for _, page in draft.pages):
        return True
    below = list(_descendants(draft, drafts))
    shown = {item.address for key in below for item in entries.columns[key]}
    if not shown:
        return False
    folders = tuple(f"{key}/" for key in below if "?" not in key)
    return all(item.address in shown or item.address.startswith(folders) for item in entries.columns[draft.key])


def _without_list(
    draft: Draft, page: PageRecord, name: str, kind: ColumnKind, drafts: Mapping[str, Draft], entries: Entries
) -> ColumnState:
    """What a readable page without entries or placeholder is, by what is left when the frame and its own names are set aside.

    Nothing: BLANK. A text, or links of a kind that is no list: SINGLE, but of any other kind only where the text is long and
    few links beside it could be unrecognised entries. Else nobody can tell.
    """
    facts, frame = entries.site.facts, entries.frame
    names = {name, page.heading, page.title, page.column_name, *draft.crumb_names, *draft.menu_names}
    if draft.parent:
        names |= {*drafts[draft.parent].crumb_names, *drafts[draft.parent].menu_names}
    text = set(facts.blocks.get(page.address, ())) - frame.blocks - {fingerprint(text, nth) for text in names for nth in (1, 2, 3)}
    menus = _own_menus(page.address, drafts, entries)
    text -= {fingerprint(text) for text in _menu_texts(menus)}
    beside = {page.address, *(entries.address(link.url) for menu in menus for link in menu)}
    links = sum(
        link.place not in _FRAME_PLACES and (address := entries.address(link.url)) not in beside and not entries.is_frame(address)
        for link in facts.kept_links.get(page.address, ())
    )
    if frame.learned and not text and not links and is_sparse(page):
        below = _any_shows(_stood_over(draft, page.address, drafts, entries), page, drafts, entries)
        return ColumnState.CONTAINER if below else ColumnState.BLANK
    if kind in _STATIC:
        told = links > 0 or page.body_chars >= _SHORT_TEXT
    else:
        told = links <= _FEW_LINKS and page.body_chars >= LONG_TEXT
    if told:
        return ColumnState.SINGLE
    return ColumnState.TOOL if "form" in page.notes else ColumnState.UNREADABLE


def _own_menus(address: str, drafts: Mapping[str, Draft], entries: Entries) -> list[list[LinkFact]]:
    """The rows of column names in which a page stands itself: the menu of its section, nothing of its own.

    A row without it may be the list of its sub-columns.
    """
    return [menu for menu in _menus(address, drafts, entries) if any(entries.address(link.url) == address for link in menu)]


def _menu_texts(menus: Iterable[list[LinkFact]]) -> Iterator[str]:
    """What menus may be written as: in one line or each name in its own."""
    for menu in menus:
        yield "".join(link.text for link in menu)
        yield " ".join(link.text for link in menu)
        yield from (link.text for link in menu if link.place not in _FRAME_PLACES)


def _menus(address: str, drafts: Mapping[str, Draft], entries: Entries) -> Iterator[list[LinkFact]]:
    """The links to columns that follow one another in one place of a page."""
    links = entries.site.facts.kept_links.get(address, ())
    for (leads, _), row in groupby(links, key=lambda link: (entries.address(link.url) in drafts, link.place)):
        if leads:
            yield list(row)


def _stood_over(draft: Draft, address: str, drafts: Mapping[str, Draft], entries: Entries) -> Iterator[str]:
    """The columns of a menu that only this page and they themselves carry, and in which it does not stand: what it holds.

    A link stands once on a page: what its navigation names too is missing from the menu, and counts while all referrers are
    known. Where its path names the page, it is missing itself: what hangs below the same column stands beside it. A menu that
    the homepage carries too is the site's.
    """
    site = entries.site
    menus = [{entries.address(link.url): link.place for link in menu} for menu in _menus(address, drafts, entries)]
    named = set().union(*menus)
    shown_at_home = any(site.is_home(ref.page) for ref in site.live(site.facts.links.get(address, ())))
    for menu in menus:
        if address in menu and not shown_at_home:
            continue
        for key, place in sorted(menu.items()):
            refs = site.live(all_refs := site.facts.links.get(key, ()))
            at_home = [ref for ref in refs if site.is_home(ref.page)]
            beside = draft.parent and drafts.get(key, draft).parent == draft.parent
            if beside or (at_home if address in menu else place in _MENU_PLACES and any(ref.place in _MENU_PLACES for ref in at_home)):
                continue
            carriers = {ref.page for ref in refs if not site.is_home(ref.page)}
            if key in carriers and carriers <= (named if len(all_refs) < MAX_REFERRERS else menu.keys()) | {address}:
                yield key


def _descendants(draft: Draft, drafts: Mapping[str, Draft]) -> Iterator[str]:
    waiting = list(draft.children)
    while waiting:
        key = waiting.pop()
        yield key
        waiting += drafts[key].children


def _earlier(history: Iterable[SiteSnapshot]) -> dict[str, date]:
    newest: dict[str, date] = {}
    for snapshot in history:
        for column in snapshot.columns.items if snapshot.columns is not None else ():
            days = [day for dated in column.updates.recent if (day := dated.date.date) is not None]
            if days:
                key = canonical(column.url) if column.url else column.key
                newest[key] = max(newest.get(key, date.min), *days)
    return newest
