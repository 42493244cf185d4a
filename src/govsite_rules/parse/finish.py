"""From the facts of a site's pages to its snapshot: everything that needs the whole site happens here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..values.page import LinkKind, Marks, PageKind
from ..values.seen import Seen
from ..values.site import (
    Column,
    ColumnState,
    Guide,
    Homepage,
    Incident,
    Interpretation,
    Judgement,
    Leader,
    LinkCheck,
    Message,
    PolicyFile,
    SiteProfile,
    SiteSnapshot,
    Survey,
    Trial,
    Try,
)
from .column_records import column_records, public_key
from .conflicts import date_conflicts
from .entries import Entries
from .facts import MAX_LINKS, MAX_PAGES, SiteFacts
from .joined import joined_guides, joined_messages, letter_messages, read_guides, read_letters
from .link_table import link_table, platform_links
from .outline import Draft, Site, columns_of, is_foreign, site_of
from .page_tables import page_checks, page_counts, tagged_pages, wording_facts
from .updates import updates_of

T = TypeVar("T")


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
    entries = Entries(site, drafts)
    columns = column_records(site, drafts, entries, past)
    whole = profile.crawl_complete and not facts.pages_cut
    by_key = {column.key: column for column in columns}
    letters = tuple(read_letters(site))
    observed = [page.fetched_at for page in site.pages.values()]
    content = [page for page in site.pages.values() if page.kind is PageKind.CONTENT]
    return SiteSnapshot(
        profile=profile,
        observed_from=min(observed, default=None),
        observed_to=max(observed, default=None),
        pages=page_counts(site),
        homepage=_homepage(site, entries, drafts),
        columns=_seen_columns(columns, whole) if content or columns else None,
        page_checks=Seen(page_checks(site, drafts), complete=whole) if content else None,
        tagged_pages=tagged_pages(site, drafts) if content else None,
        links=link_table(site, _seen(link_checks), whole) if content or link_checks is not None else None,
        tries=_seen(tries),
        guides=joined_guides(_seen(guides), read_guides(site)),
        messages=joined_messages(_seen(messages), letter_messages(letters, drafts, by_key)),
        letters=Seen(tuple(letter for _, letter in letters)) if letters else None,
        surveys=_seen(surveys),
        policies=_seen(policies),
        interpretations=_seen(interpretations),
        leaders=_seen(leaders),
        judgements=_seen(judgements),
        trials=_seen(trials),
        incidents=_seen(incidents),
        wording=wording_facts(site, whole),
        date_conflicts=date_conflicts(site, entries, past, whole) if content else None,
        platform_links=platform_links(site),
        notes=_notes(site),
    )


def _seen(given: Seen[T] | Iterable[T] | None) -> Seen[T] | None:
    return given if given is None or isinstance(given, Seen) else Seen(tuple(given))


def _seen_columns(columns: tuple[Column, ...], whole: bool) -> Seen[Column]:
    return Seen(columns, complete=whole and all(column.state is not ColumnState.NOT_SEEN for column in columns))


def _homepage(site: Site, entries: Entries, drafts: Mapping[str, Draft]) -> Homepage | None:
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
        if not site.owns(address) or link.kind == LinkKind.ATTACHMENT or site.is_home(address, link.url):
            continue
        if address in key_of:
            below.add(public_key(key_of[address], drafts))
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


def _notes(site: Site) -> tuple[str, ...]:
    """What happened to the pages given, in plain words with exact numbers."""
    facts = site.facts
    at_once = sum(len({seen for _, seen in contents}) < len(contents) for contents in facts.contents.values())
    foreign = sum(map(is_foreign, site.pages.values()))
    told = (
        (len(facts.contents), f"addresses with several contents: {len(facts.contents)}; the latest of each counts"),
        (at_once, f"addresses with several contents at one time: {at_once}; the one with the greater digest counts"),
        (site.outside, f"pages of other hosts: {site.outside}; not counted as pages of this site"),
        (foreign, f"pages in another language: {foreign}; not counted as columns"),
        (facts.pages_cut, f"more than {MAX_PAGES} pages: those with longer addresses were left out"),
        (facts.links_cut, f"more than {MAX_LINKS} distinct links: those with longer addresses were left out"),
    )
    return tuple(note for happened, note in told if happened)
