"""Guides and letters: what pages show beside what the caller knows, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from ..values.page import Letter, PageKind, PageRole
from ..values.seen import Seen
from ..values.site import Column, ColumnKind, Guide, Message, MessageKind
from .column_records import public_key
from .facts import PageRecord
from .outline import Draft, Site
from .urls import canonical

_PETITION = re.compile("信访(?![局办])")  # 信访局 and 信访办 are offices, whose sites bear their name in every title
_MESSAGE_KINDS = {
    ColumnKind.PETITION: MessageKind.PETITION,
    ColumnKind.SURVEYS: MessageKind.SURVEY,
    ColumnKind.INTERVIEWS: MessageKind.INTERVIEW,
}


def read_guides(site: Site) -> tuple[Guide, ...]:
    """The guides that pages show, by address."""
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


def joined_guides(given: Seen[Guide] | None, read: tuple[Guide, ...]) -> Seen[Guide] | None:
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
class LetterPage:
    """Where a letter was read: the page and whether it is the letter's own page."""

    page: PageRecord
    own: bool


def read_letters(site: Site) -> Iterator[tuple[LetterPage, Letter]]:
    """Each letter once: as its own page tells it, else as the first list does."""
    told: dict[str, tuple[LetterPage, Letter]] = {}
    for page in site.pages.values():
        for letter in page.letters:
            own = page.role is PageRole.LETTER
            key = canonical(letter.url) if letter.url else page.address if own else f"{page.address}#{letter.title}"
            known = told.get(key)
            if known is None:
                told[key] = (LetterPage(page, own), letter)
            elif own and not known[0].own:
                told[key] = (LetterPage(page, own), _completed(letter, known[1]))
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


def letter_messages(
    letters: Iterable[tuple[LetterPage, Letter]], drafts: Mapping[str, Draft], columns: Mapping[str, Column]
) -> tuple[Message, ...]:
    """Letters as messages, of the kind that the column they stand in says."""
    column_of_page = {page.address: key for key, draft in drafts.items() for _, page in draft.pages}
    messages = []
    for place, letter in letters:
        page = place.page
        key = column_of_page.get(page.address) or _column_above(page, drafts)
        column = columns.get(public_key(key, drafts)) if key else None
        kind = _message_kind(column, page)
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


def _message_kind(column: Column | None, page: PageRecord) -> MessageKind:
    """The kind of the letters of a page by its column; where no column tells, by its path and title: 信访 is no consultation."""
    if column is None or column.kind is ColumnKind.UNKNOWN:
        said = (page.title, *(crumb.name for crumb in page.crumbs))
        if any(_PETITION.search(words) and "咨询" not in words for words in said):
            return MessageKind.PETITION
    if column is None:
        return MessageKind.CONSULTATION
    kind = _MESSAGE_KINDS.get(column.kind, MessageKind.CONSULTATION)
    if kind is MessageKind.PETITION and ("纪检" in column.name or "举报" in column.name):
        return MessageKind.DISCIPLINE
    if kind is MessageKind.CONSULTATION and "投诉" in column.name and "咨询" not in column.name:
        return MessageKind.COMPLAINT
    return kind


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


def joined_messages(given: Seen[Message] | None, read: tuple[Message, ...]) -> Seen[Message] | None:
    """The caller's messages and those that only pages show; a complete table takes in no others."""
    if given is None:
        return Seen(read) if read else None
    if given.complete:
        return given
    known = {message.id for message in given.items} | {canonical(message.url) for message in given.items if message.url}
    return evolve(given, items=(*given.items, *(message for message in read if message.id not in known)))
