"""One page as it was seen, without its HTML."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import frozen

from .choices import choices
from .dates import NO_DATE, DateReading


class MarkState(StrEnum):
    SHOWN = "shown"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@frozen(field_transformer=choices)
class Mark:
    """A footer mark or tag: shown with its value, absent, or unknown; ``raw`` is what the page says."""

    state: MarkState = MarkState.UNKNOWN
    value: str = ""
    raw: str = ""


UNKNOWN_MARK = Mark()


@frozen(field_transformer=choices)
class Marks:
    """The identity marks of one page (standards: footer minimum), the header's site name, and search and access marks."""

    organ_mark: Mark = UNKNOWN_MARK
    site_code: Mark = UNKNOWN_MARK
    icp: Mark = UNKNOWN_MARK
    police: Mark = UNKNOWN_MARK
    sponsor: Mark = UNKNOWN_MARK
    contact: Mark = UNKNOWN_MARK
    error_report_entry: Mark = UNKNOWN_MARK
    site_name: Mark = UNKNOWN_MARK
    search: Mark = UNKNOWN_MARK
    ipv6: Mark = UNKNOWN_MARK
    accessibility: Mark = UNKNOWN_MARK


class PageKind(StrEnum):
    """What kind of body came back. Only CONTENT is read as a page of the site; the rest is counted."""

    CONTENT = "content"
    CHALLENGE = "challenge"
    ERROR = "error"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    REDIRECT = "redirect"
    EMPTY = "empty"
    NOT_HTML = "not_html"
    FRAME = "frame"


class PageRole(StrEnum):
    """What a content page is for, as far as the page itself tells."""

    HOME = "home"
    LIST = "list"
    ARTICLE = "article"
    GUIDE = "guide"
    LETTERS = "letters"
    LETTER = "letter"
    SEARCH = "search"
    OTHER = "other"


class LinkKind(StrEnum):
    INTERNAL = "internal"
    EXTERNAL = "external"
    GOVERNMENT = "government"
    ATTACHMENT = "attachment"


@frozen
class Entry:
    """One item of a list or homepage: displayed title, absolute address, displayed date."""

    title: str
    url: str
    date: DateReading = NO_DATE
    hidden: bool = False
    pinned: bool = False


@frozen
class Link:
    """A distinct link of a page. ``hidden`` is why it cannot be seen by a visitor (styled away, off-screen, zero size; ``folded`` in
    a menu, tab or window that he opens), or ''.

    ``place`` is ``nav``, ``subnav`` or ``undernav`` (on a homepage, a menu below a link of the navigation, or below words
    of it that lead nowhere), ``footer``, ``crumb``, ``list``, ``body``, ``image`` for a homepage's picture (its words are the
    text), or '' where the page does not tell.
    """

    url: str
    text: str = ""
    kind: LinkKind = LinkKind.INTERNAL
    hidden: str = ""
    place: str = ""


@frozen
class Crumb:
    """One step of the 当前位置 path."""

    name: str
    url: str = ""


@frozen
class Pagination:
    """Page ``page`` of ``pages``, ``total`` records, as far as shown; None where not shown."""

    page: int | None = None
    pages: int | None = None
    total: int | None = None


class GuideState(StrEnum):
    FILLED = "filled"
    EMPTY = "empty"
    MISSING = "missing"
    SCRIPT_DRAWN = "script_drawn"


@frozen(field_transformer=choices)
class GuideElement:
    """One key element class (要素) of a service guide: its English id, label as shown, state and short value."""

    element: str
    state: GuideState
    label: str = ""
    value: str = ""


@frozen
class GuideReading:
    """A service guide (办事指南) as read: one element record per class looked for."""

    name: str
    elements: tuple[GuideElement, ...] = ()
    vague_wording: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


@frozen(field_transformer=choices)
class Letter:
    """A published message (留言) as read from a list row or page. Dates carry their reasons when absent."""

    title: str
    url: str = ""
    asked: DateReading = NO_DATE
    replied: DateReading = NO_DATE
    replier: str = ""
    reply: str = ""
    answered: bool | None = None


@frozen
class WordingHit:
    """A wording problem found in a text. ``start`` counts characters of the normalised text; ``certainty`` is sure or suspected."""

    term: str
    found: str
    suggestion: str = ""
    group: str = "ordinary"
    certainty: str = "suspected"
    start: int = 0
    context: str = ""
    locator: str = ""
    lexicon: str = ""


@frozen(field_transformer=choices)
class PageSnapshot:
    """What one response said, without its HTML. Addresses are absolute. ``digest`` identifies the body.

    ``kind`` tells a page of the site from challenge, error and other bodies; only CONTENT carries the rest. ``tags`` are
    page tags by lower-cased name. ``published`` is the displayed publication date with its source, or why there is none.
    ``script_drawn`` says that a list is drawn by script without data in the page. ``blank`` is the placeholder sentence
    of a page that shows nothing else. ``blocks`` are fingerprints of text blocks and pictures, from which the site's frame is learned.
    """

    url: str
    fetched_at: datetime
    status: int = 200
    elapsed: float | None = None
    digest: str = ""
    size: int = 0
    encoding: str = ""
    replaced: int = 0
    truncated: bool = False
    kind: PageKind = PageKind.CONTENT
    role: PageRole = PageRole.OTHER
    title: str = ""
    heading: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    published: DateReading = NO_DATE
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    pagination: Pagination | None = None
    marks: Marks = Marks()
    script_drawn: bool = False
    blank: str = ""
    blocks: tuple[int, ...] = ()
    body_chars: int = 0
    guide: GuideReading | None = None
    letters: tuple[Letter, ...] = ()
    wording: tuple[WordingHit, ...] | None = None
    text: str | None = None
    notes: tuple[str, ...] = ()

    def tag(self, name: str) -> str | None:
        """The value of a page tag, by lower-cased name."""
        return next((value for key, value in self.tags if key == name), None)
