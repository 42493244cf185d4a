"""From the facts of a site's pages to its snapshot: everything that needs the whole site happens here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeVar

from attrs import evolve, frozen

from ..values.dates import Absent, DateReading, DateSource, day_of
from ..values.page import Entry, Letter, LinkKind, Marks, PageKind, PageRole
from ..values.seen import Seen
from ..values.site import (
    Column,
    ColumnKind,
    ColumnState,
    DateConflict,
    Guide,
    Homepage,
    Incident,
    Interpretation,
    Judgement,
    Leader,
    LinkCheck,
    LinkResult,
    LinkState,
    Message,
    MessageKind,
    PageCheck,
    PageCounts,
    PolicyFile,
    SiteProfile,
    SiteSnapshot,
    SiteWordingHit,
    Survey,
    TaggedPage,
    Trial,
    Try,
    Updates,
    WordingFacts,
)
from .columns import kind_of, local_names
from .dates import url_date
from .facts import CHECKED_MARKS, MAX_LINKS, MAX_PAGES, MAX_REFERRERS, PageRecord, SiteFacts
from .frame import REPEATED, Frame, fingerprint, learn
from .outline import TWIN, Draft, Site, columns_of, entry_leads_to_column, levels_of, name_of, site_of
from .updates import Dates, Listed, shown_dates, updates_of
from .urls import canonical, host_of, is_attachment

T = TypeVar("T")

MAX_ADDRESSES = 200
MAX_TAGGED = 20
MAX_CONFLICTS = 100
MAX_HITS = 2_000
MAX_PLATFORM_LINKS = 50

_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))
_BLOCKED = frozenset((401, 403, 405, 412, 418, 429, 503, 521))
_INHERITED = frozenset(
    (
        ColumnKind.NEWS,
        ColumnKind.NOTICES,
        ColumnKind.POLICIES,
        ColumnKind.INTERPRETATION,
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

_MESSAGE_KINDS = {
    ColumnKind.PETITION: MessageKind.PETITION,
    ColumnKind.SURVEYS: MessageKind.SURVEY,
    ColumnKind.INTERVIEWS: MessageKind.INTERVIEW,
}
_FRAME_PLACES = frozenset(("nav", "footer", "crumb"))
_SHORT_TEXT = 30
_LONG_TEXT = 100
_FEW_LINKS = 3
_SHARED_TAG = 4
_YEAR_MONTH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_APART = timedelta(days=1)


def finish(
    facts: SiteFacts,
    profile: SiteProfile,
    *,
    tries: Seen[Try] | Iterable[Try] | None = None,
    link_checks: Seen[LinkCheck] | Iterable[LinkCheck] | None = None,
    guides: Seen[Guide] | Iterable[Guide] | None = None,
    messages: Seen[Message] | Iterable[Message] | None = None,
    surveys: Seen[Survey] | Iterable[Survey] | None = None,
    policies: Seen[PolicyFile] | Iterable[PolicyFile] | None = None,
    interpretations: Seen[Interpretation] | Iterable[Interpretation] | None = None,
    leaders: Seen[Leader] | Iterable[Leader] | None = None,
    judgements: Seen[Judgement] | Iterable[Judgement] | None = None,
    trials: Seen[Trial] | Iterable[Trial] | None = None,
    incidents: Seen[Incident] | Iterable[Incident] | None = None,
    history: Iterable[SiteSnapshot] = (),
) -> SiteSnapshot:
    """The snapshot of the site that ``profile`` names, from the facts of its pages and what else the caller knows.

    Collections may be ``Seen`` (with what is known of their completeness) or plain iterables, which are taken as
    incomplete; None means nobody looked. ``history`` are earlier snapshots of the same site.
    """
    site = site_of(facts, profile)
    past = tuple(history)
    drafts = columns_of(site)
    entries = _Entries(site, drafts)
    columns = _columns(site, drafts, entries, past)
    whole = profile.crawl_complete and not facts.pages_cut
    by_key = {column.key: column for column in columns}
    read_guides = _read_guides(site)
    letters = tuple(_letters(site))
    observed = [page.fetched_at for page in site.pages.values()]
    content = [page for page in site.pages.values() if page.kind is PageKind.CONTENT]
    return SiteSnapshot(
        profile=profile,
        observed_from=min(observed, default=None),
        observed_to=max(observed, default=None),
        pages=_counts(site),
        homepage=_homepage(site, entries, drafts),
        columns=_seen_columns(columns, whole) if content or columns else None,
        page_checks=Seen(_page_checks(site, drafts), complete=whole) if content else None,
        tagged_pages=_tagged_pages(site, drafts) if content else None,
        links=_links(site, _seen(link_checks), whole) if content or link_checks is not None else None,
        tries=_seen(tries),
        guides=_joined_guides(_seen(guides), read_guides),
        messages=_joined_messages(_seen(messages), _messages(letters, drafts, by_key)),
        letters=Seen(tuple(letter for _, letter in letters)) if letters else None,
        surveys=_seen(surveys),
        policies=_seen(policies),
        interpretations=_seen(interpretations),
        leaders=_seen(leaders),
        judgements=_seen(judgements),
        trials=_seen(trials),
        incidents=_seen(incidents),
        wording=_wording(site, whole),
        date_conflicts=_date_conflicts(site, entries, past, whole) if content else None,
        platform_links=_platform_links(site),
        notes=_notes(site),
    )


def _seen(given: Seen[T] | Iterable[T] | None) -> Seen[T] | None:
    return given if given is None or isinstance(given, Seen) else Seen(tuple(given))


def _seen_columns(columns: tuple[Column, ...], whole: bool) -> Seen[Column]:
    return Seen(columns, complete=whole and all(column.state is not ColumnState.NOT_SEEN for column in columns))


class _Entries:
    """The entries of columns and homepage after the frame is set aside, and the dates they are joined with."""

    def __init__(self, site: Site, drafts: Mapping[str, Draft]) -> None:
        self.site = site
        self.drafts = drafts
        self._addresses: dict[str, str] = {}
        raw = {key: tuple(self._of_pages(_counted_pages(draft))) for key, draft in drafts.items()}
        self.frame: Frame = learn(
            {address: blocks for address, blocks in site.facts.blocks.items() if address in site.pages},
            ({item.address for item in listed if item.address} for listed in raw.values()),
        )
        self.columns = {key: tuple(self._own(key, listed)) for key, listed in raw.items()}
        home = site.home
        at_home = self._of_pages([home]) if home is not None and home.kind is PageKind.CONTENT else ()
        self.home = tuple(item for item in at_home if not entry_leads_to_column(item.entry, "", item.address, drafts))
        everything = (item for listed in (*self.columns.values(), self.home) for item in listed)
        self.dates = Dates(site.pages, shown_dates(everything))
        self.all = (*(item for listed in self.columns.values() for item in listed), *self.home)

    def address(self, url: str) -> str:
        address = self._addresses.get(url)
        if address is None:
            address = self._addresses[url] = canonical(url)
        return address

    def _of_pages(self, pages: Iterable[PageRecord]) -> Iterator[Listed]:
        for page in pages:
            for entry in page.entries or _letter_entries(page.letters):
                address = self.address(entry.url) if entry.url else ""
                if not (address and self.site.is_home(address, entry.url)):
                    yield Listed(entry, address, page.fetched_at)

    def _own(self, key: str, listed: Iterable[Listed]) -> Iterator[Listed]:
        folder = key.partition("?")[0] + "/"
        for item in listed:
            if item.address in self.frame.entries and not item.address.startswith(folder):
                continue
            if not entry_leads_to_column(item.entry, key, item.address, self.drafts):
                yield item


def _letter_entries(letters: Iterable[Letter]) -> Iterator[Entry]:
    for letter in letters:
        yield Entry(letter.title, letter.url, letter.replied if letter.replied.absent is None else letter.asked)


def _counted_pages(draft: Draft) -> list[PageRecord]:
    """The readable pages of a column; those of a twin only where nothing else was seen."""
    readable = [(number, page) for number, page in draft.pages if page.kind is PageKind.CONTENT and page.role not in _SINGLE]
    own = [page for number, page in readable if number < TWIN]
    return own or [page for _, page in readable]


def _columns(site: Site, drafts: Mapping[str, Draft], entries: _Entries, history: tuple[SiteSnapshot, ...]) -> tuple[Column, ...]:
    levels = levels_of(drafts)
    tags = Counter(page.column_name for draft in drafts.values() if (page := draft.first) is not None and page.column_name)
    shared = {tag for tag, count in tags.items() if count >= _SHARED_TAG and 3 * count >= tags.total()}
    names = {key: name_of(draft, draft.first is None or draft.first.column_name not in shared) for key, draft in drafts.items()}
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
                updates=updates_of(entries.columns[key], entries.dates) if state is ColumnState.LISTED else Updates(),
                first_page_seen=bool(numbers) and (0 in numbers or min(numbers) >= TWIN),
                blank_quote=quote,
                fetched_at=first.fetched_at if first is not None else None,
                parent=_public_key(draft.parent, drafts),
                children=tuple(sorted(_public_key(child, drafts) for child in draft.children)),
                updates_expected=hint.updates if hint is not None else None,
                cycle_months=hint.cycle_months if hint is not None else None,
                earlier=earlier.get(key) if state is ColumnState.BLANK else None,
            )
        )
    return tuple(sorted(columns, key=lambda column: column.key))


def _public_key(key: str, drafts: Mapping[str, Draft]) -> str:
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
            if above in _INHERITED:
                kinds[key] = (above, sure and above is ColumnKind.HISTORIC, "parent")
    return kinds


def _state(draft: Draft, name: str, kind: ColumnKind, drafts: Mapping[str, Draft], entries: _Entries) -> tuple[ColumnState, str]:
    """What a column shows, and the placeholder sentence of a blank one."""
    if not draft.pages:
        return ColumnState.NOT_SEEN, ""
    pages = [page for _, page in draft.pages if page.kind is PageKind.CONTENT]
    if not pages:
        redirected = any(page.kind is PageKind.REDIRECT for _, page in draft.pages)
        return (ColumnState.REDIRECT if redirected else ColumnState.UNREADABLE), ""
    if entries.columns[draft.key]:
        return ColumnState.LISTED, ""
    if any(page.script_drawn for page in pages):
        return ColumnState.SCRIPT_DRAWN, ""
    first = pages[0]
    if first.blank:
        below = any(entries.columns[key] for key in _descendants(draft, drafts))
        return (ColumnState.CONTAINER, "") if below else (ColumnState.BLANK, first.blank)
    if kind is ColumnKind.TOOL or first.role is PageRole.SEARCH:
        return ColumnState.TOOL, ""
    if first.role in _SINGLE:
        return ColumnState.SINGLE, ""
    if draft.children:
        return ColumnState.CONTAINER, ""
    return _without_list(draft, first, name, kind, entries), ""


def _without_list(draft: Draft, page: PageRecord, name: str, kind: ColumnKind, entries: _Entries) -> ColumnState:
    """What a readable page without entries or placeholder is, by what is left when the frame and its own names are set aside.

    Nothing: BLANK. A text, or links of a kind that is no list: SINGLE, but of any other kind only where the text is long and
    few links beside it could be unrecognised entries. Else nobody can tell.
    """
    facts, frame = entries.site.facts, entries.frame
    names = {name, page.heading, page.title, page.column_name, *draft.crumb_names, *draft.menu_names}
    text = set(facts.blocks.get(page.address, ())) - frame.blocks - {fingerprint(text) for text in names}
    links = sum(
        link.place not in _FRAME_PLACES and len(facts.links.get(entries.address(link.url), ())) < REPEATED
        for link in facts.kept_links.get(page.address, ())
    )
    if frame.learned and not text and not links:
        return ColumnState.BLANK
    if kind in _STATIC:
        told = links > 0 or page.body_chars >= _SHORT_TEXT
    else:
        told = links <= _FEW_LINKS and page.body_chars >= _LONG_TEXT
    return ColumnState.SINGLE if told else ColumnState.UNREADABLE


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


def _homepage(site: Site, entries: _Entries, drafts: Mapping[str, Draft]) -> Homepage | None:
    home = site.home
    if home is None:
        return None
    if home.kind is not PageKind.CONTENT:
        return Homepage(home.url, home.fetched_at, home.kind, title=home.title)
    updates = updates_of(entries.home, entries.dates)
    key_of = {page.address: key for key, draft in drafts.items() for _, page in draft.pages} | {key: key for key in drafts}
    below: set[str] = set()
    others = 0
    for link in site.facts.kept_links.get(home.address, ()):
        address = entries.address(link.url)
        if link.kind != LinkKind.INTERNAL or site.is_home(address, link.url):
            continue
        if address in key_of:
            below.add(_public_key(key_of[address], drafts))
        else:
            others += 1
    return Homepage(
        url=home.url,
        fetched_at=home.fetched_at,
        updates=updates,
        script_drawn=home.script_drawn,
        navigation_only=not updates.entries and not home.script_drawn,
        second_level=Seen(tuple(sorted(below)), complete=not others and not home.truncated),
        marks=home.home_marks or Marks(),
        title=home.title,
    )


def _counts(site: Site) -> PageCounts:
    pages = site.pages.values()
    kinds = Counter(page.kind.value for page in pages)
    superseded = sum(len(contents) - 1 for contents in site.facts.contents.values())
    return PageCounts(
        given=len(site.facts.pages) + superseded,
        content=kinds[PageKind.CONTENT.value],
        by_kind=tuple(sorted(kinds.items())),
        replaced=sum(page.replaced > 0 for page in pages),
        duplicates=superseded,
        outside=site.outside,
        truncated=sum(page.truncated for page in pages),
    )


def _other_pages(site: Site, drafts: Mapping[str, Draft]) -> list[PageRecord]:
    """Column and article pages of the site's own hosts, readable, status 200, without the homepage (decision 19)."""
    of_columns = {page.address for draft in drafts.values() for _, page in draft.pages}
    return [
        page
        for page in site.pages.values()
        if page.kind is PageKind.CONTENT
        and page.status == 200
        and not site.is_home(page.address, page.url)
        and (page.role not in (PageRole.OTHER, PageRole.SEARCH, PageRole.HOME) or page.address in of_columns)
    ]


def _page_checks(site: Site, drafts: Mapping[str, Draft]) -> tuple[PageCheck, ...]:
    pages = _other_pages(site, drafts)
    checks = []
    for at, name in enumerate(CHECKED_MARKS):
        absent = [page.url for page in pages if page.marks[at : at + 1] == "a"]
        unknown = [page.url for page in pages if page.marks[at : at + 1] == "u"]
        checks.append(
            PageCheck(
                name=name,
                shown=len(pages) - len(absent) - len(unknown),
                absent=len(absent),
                unknown=len(unknown),
                absent_at=tuple(absent[:MAX_ADDRESSES]),
                unknown_at=tuple(unknown[:MAX_ADDRESSES]),
            )
        )
    return tuple(checks)


def _tagged_pages(site: Site, drafts: Mapping[str, Draft]) -> Seen[TaggedPage]:
    """Page tags of articles and of columns' first pages, a page of each folder first, so that every template is met."""
    firsts = {page.address for draft in drafts.values() if (page := draft.first) is not None and page.role not in _SINGLE}
    sampled = []
    total = 0
    for role, chosen in (
        ("article", [page for page in _other_pages(site, drafts) if page.role is PageRole.ARTICLE]),
        ("column", [page for page in _other_pages(site, drafts) if page.address in firsts]),
    ):
        total += len(chosen)
        by_folder: dict[str, int] = {}
        ranked = []
        for page in chosen:
            folder = page.address.rpartition("/")[0]
            by_folder[folder] = by_folder.get(folder, 0) + 1
            ranked.append((by_folder[folder], page.address, page))
        ranked.sort(key=lambda item: item[:2])
        sampled += [TaggedPage(page.url, role, page.missing_tags, page.tag_notes) for _, _, page in ranked[:MAX_TAGGED]]
    return Seen(tuple(sampled), total=total)


def _links(site: Site, checked: Seen[LinkCheck] | None, whole: bool) -> Seen[LinkState]:
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
                hidden=hidden[0] if hidden and all(hidden) else "",
            )
        )
    return Seen(tuple(states), complete=whole and not site.facts.links_cut)


def _link_kind(site: Site, address: str) -> LinkKind:
    if is_attachment(address):
        return LinkKind.ATTACHMENT
    if site.owns(address):
        return LinkKind.INTERNAL
    host = address.partition("/")[0]
    return LinkKind.GOVERNMENT if host.endswith((".gov.cn", ".政务")) else LinkKind.EXTERNAL


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


def _read_guides(site: Site) -> tuple[Guide, ...]:
    return tuple(
        Guide(
            id=page.address,
            name=page.guide.name or page.heading or page.title,
            url=page.url,
            has_guide=True,
            reading=page.guide,
            seen_at=page.fetched_at,
        )
        for page in site.pages.values()
        if page.guide is not None and page.kind is PageKind.CONTENT
    )


def _joined_guides(given: Seen[Guide] | None, read: tuple[Guide, ...]) -> Seen[Guide] | None:
    """The caller's guides, completed by pages that were read, and beside them the guides that only pages show."""
    if given is None:
        return Seen(read) if read else None
    by_address = {guide.id: guide for guide in read}
    joined = []
    for guide in given.items:
        page = by_address.pop(canonical(guide.url), None) if guide.url else by_address.pop(guide.id, None)
        if page is not None and guide.reading is None and guide.has_guide is not False:
            guide = evolve(guide, reading=page.reading, has_guide=True, seen_at=guide.seen_at or page.seen_at)
        joined.append(guide)
    return evolve(given, items=tuple(joined) if given.complete else (*joined, *by_address.values()))


@frozen
class _LetterPage:
    """Where a letter was read: the page and whether it is the letter's own page."""

    page: PageRecord
    own: bool


def _letters(site: Site) -> Iterator[tuple[_LetterPage, Letter]]:
    """Each letter once: as its own page tells it, else as the first list does."""
    told: dict[str, tuple[_LetterPage, Letter]] = {}
    for page in site.pages.values():
        for letter in page.letters:
            own = page.role is PageRole.LETTER
            key = canonical(letter.url) if letter.url else page.address if own else f"{page.address}#{letter.title}"
            known = told.get(key)
            if known is None:
                told[key] = (_LetterPage(page, own), letter)
            elif own and not known[0].own:
                told[key] = (_LetterPage(page, own), _completed(letter, known[1]))
            elif known[0].own or not own:
                told[key] = (known[0], _completed(known[1], letter))
    for key in sorted(told):
        yield told[key]


def _completed(letter: Letter, other: Letter) -> Letter:
    """``letter`` with what only ``other`` tells of the same message."""
    return evolve(
        letter,
        asked=letter.asked if letter.asked.absent is None else other.asked,
        replied=letter.replied if letter.replied.absent is None else other.replied,
        replier=letter.replier or other.replier,
        reply=letter.reply or other.reply,
        answered=letter.answered if letter.answered is not None else other.answered,
    )


def _messages(
    letters: Iterable[tuple[_LetterPage, Letter]], drafts: Mapping[str, Draft], columns: Mapping[str, Column]
) -> tuple[Message, ...]:
    column_of_page = {page.address: key for key, draft in drafts.items() for _, page in draft.pages}
    messages = []
    for place, letter in letters:
        page = place.page
        key = column_of_page.get(page.address) or _column_above(page, drafts)
        column = columns.get(_public_key(key, drafts)) if key else None
        kind = _MESSAGE_KINDS.get(column.kind, MessageKind.CONSULTATION) if column is not None else MessageKind.CONSULTATION
        if kind is MessageKind.PETITION and column is not None and ("纪检" in column.name or "举报" in column.name):
            kind = MessageKind.DISCIPLINE
        elif kind is MessageKind.CONSULTATION and column is not None and "投诉" in column.name and "咨询" not in column.name:
            kind = MessageKind.COMPLAINT
        url = letter.url or (page.url if place.own else "")
        messages.append(
            Message(
                id=canonical(url) if url else f"{page.address}#{letter.title}",
                kind=kind,
                title=letter.title,
                url=url,
                asked=letter.asked,
                replied=letter.replied,
                answered=letter.answered,
                replier=letter.replier,
                reply=letter.reply,
            )
        )
    return tuple(messages)


def _column_above(page: PageRecord, drafts: Mapping[str, Draft]) -> str:
    for crumb in reversed(page.crumbs):
        key = canonical(crumb.url) if crumb.url else ""
        if key in drafts:
            return key
    folder = page.address.partition("?")[0]
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        if folder in drafts:
            return folder
    return ""


def _joined_messages(given: Seen[Message] | None, read: tuple[Message, ...]) -> Seen[Message] | None:
    if given is None:
        return Seen(read) if read else None
    if given.complete:
        return given
    known = {message.id for message in given.items} | {canonical(message.url) for message in given.items if message.url}
    return evolve(given, items=(*given.items, *(message for message in read if message.id not in known)))


def _wording(site: Site, whole: bool) -> WordingFacts | None:
    scanned = [page for page in site.pages.values() if page.wording is not None]
    if not scanned:
        return None
    hits = [SiteWordingHit(page.url, hit) for page in scanned for hit in page.wording or ()]
    hits.sort(key=lambda found: (found.hit.group == "ordinary", found.hit.certainty != "sure"))
    every_page = whole and all(page.wording is not None for page in site.pages.values() if page.kind is PageKind.CONTENT)
    return WordingFacts(
        lexicons=tuple(sorted({found.hit.lexicon for found in hits if found.hit.lexicon})),
        pages_scanned=len(scanned),
        hits=Seen(tuple(hits[:MAX_HITS]), complete=every_page and len(hits) <= MAX_HITS, total=len(hits) if every_page else None),
    )


def _date_conflicts(site: Site, entries: _Entries, history: tuple[SiteSnapshot, ...], whole: bool) -> Seen[DateConflict]:
    """Evidence against displayed dates: the first of each kind in the order of addresses, and how many there are."""
    first_seen = _first_seen(history)
    found: dict[str, dict[str, DateConflict]] = {}
    for page in site.pages.values():
        day = page.published.date
        if day is None:
            continue
        for kind, other, allowed in (
            ("tag_differs", page.tagged, timedelta()),
            ("url_differs", url_date(page.url), _APART),
            ("future", _seen_on(day_of(page.fetched_at)), None),
            ("first_seen_earlier", first_seen.get(page.address), None),
        ):
            other_day = other.date if other is not None else None
            if other is None or other_day is None:
                continue
            if day > other_day if allowed is None else abs(day - other_day) > allowed:
                found.setdefault(kind, {})[page.address] = DateConflict(page.url, page.published, other, kind, page.published.raw)
    for item in entries.all:
        day = item.entry.date.date
        fetched = day_of(item.seen_at)
        if day is not None and item.address and day > fetched:
            conflict = DateConflict(item.entry.url, item.entry.date, _seen_on(fetched), "future", item.entry.title)
            found.setdefault("future", {}).setdefault(item.address, conflict)
    for url, address, reading in (
        *((page.url, page.address, page.published) for page in site.pages.values()),
        *((item.entry.url, item.address, item.entry.date) for item in entries.all if item.address),
    ):
        if reading.absent is Absent.UNREADABLE and _is_impossible(reading.raw):
            conflict = DateConflict(url, reading, DateReading(absent=Absent.UNREADABLE), "impossible", reading.raw)
            found.setdefault("impossible", {}).setdefault(address, conflict)
    items = [found[kind][address] for kind in sorted(found) for address in sorted(found[kind])[:MAX_CONFLICTS]]
    total = sum(map(len, found.values()))
    return Seen(tuple(items), complete=whole and len(items) == total, total=total if whole else None)


def _is_impossible(raw: str) -> bool:
    """Whether a text has year, month and day of which no calendar has one."""
    parts = _YEAR_MONTH_DAY.search(raw)
    if parts is None:
        return False
    year, month, day = map(int, parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return True
    return False


def _seen_on(day: date) -> DateReading:
    return DateReading(day.year, day.month, day.day, raw=day.isoformat(), source=DateSource.CALLER)


def _first_seen(history: Iterable[SiteSnapshot]) -> dict[str, DateReading]:
    """The day each address was first linked in earlier snapshots."""
    days: dict[str, date] = {}
    for snapshot in history:
        if snapshot.observed_to is None:
            continue
        day = day_of(snapshot.observed_to)
        for link in snapshot.links.items if snapshot.links is not None else ():
            address = canonical(link.url)
            days[address] = min(day, days.get(address, day))
    return {address: _seen_on(day) for address, day in days.items()}


def _platform_links(site: Site) -> tuple[str, ...]:
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


def _notes(site: Site) -> tuple[str, ...]:
    """What happened to the pages given, in plain words with exact numbers."""
    facts = site.facts
    at_once = sum(len({seen for _, seen in contents}) < len(contents) for contents in facts.contents.values())
    told = (
        (len(facts.contents), f"addresses with several contents: {len(facts.contents)}; the latest of each counts"),
        (at_once, f"addresses with several contents at one time: {at_once}; the one with the greater digest counts"),
        (site.outside, f"pages of other hosts: {site.outside}; not counted as pages of this site"),
        (facts.pages_cut, f"more than {MAX_PAGES} pages: those with longer addresses were left out"),
        (facts.links_cut, f"more than {MAX_LINKS} distinct links: those with longer addresses were left out"),
    )
    return tuple(note for happened, note in told if happened)
