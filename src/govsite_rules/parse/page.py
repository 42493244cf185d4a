"""One response to one PageSnapshot: everything the library ever reads from a page's HTML is read here."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import blake2b

from attrs import evolve, frozen

from ..values.dates import NO_DATE, Absent, DateReading, aware
from ..values.page import Entry, GuideReading, Letter, PageKind, PageRole, PageSnapshot, Pagination, WordingHit
from . import article, bodies, lists
from .crumbs import crumbs
from .blanks import LONGEST, placeholder
from .dates import read_date, url_date
from .decode import decode
from .guides import GuideReader, guide_lines, tab_lines
from .letters import letter_page, letter_rows, looks_like_letters
from .limits import DEFAULT_LIMITS, Limits
from .links import anchors, hidden_spans, link_records
from .marks import read_marks
from .regions import Regions
from .rows import DateMark, date_marks
from .scripted import is_drawn, script_entries, written_markup
from .tags import page_tags
from .tree import Tree, grow
from .urls import Joiner, canonical, host_of, is_attachment

Scanner = Callable[[str], tuple[WordingHit, ...]]

_HAN = re.compile(r"[\u3400-\u9fff]+")
_MAX_BLOCKS = 64
_GUIDES = GuideReader()
_SEARCH_URL = re.compile(r"/(?:search|so|sousuo|jsearch|jiansuo|query)(?:[/._?-]|$)", re.IGNORECASE)


def parse_page(
    body: bytes | str,
    *,
    url: str,
    fetched_at: datetime,
    status: int = 200,
    elapsed: float | None = None,
    content_type: str | None = None,
    keep_text: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    scanners: Sequence[Scanner] = (),
) -> PageSnapshot:
    """Read one response. ``elapsed`` is in seconds, ``fetched_at`` aware; ``content_type`` is the HTTP header's value.

    Never raises on content: broken, foreign or oversized bodies give a snapshot that says so (``kind``, ``truncated``,
    ``notes``). ``scanners`` are run on the page's main text while it exists. Raises InputError where ``fetched_at`` has no zone.
    """
    aware(fetched_at, "fetched_at")
    size = len(body)
    digest = blake2b(body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    snapshot = PageSnapshot(url, fetched_at, status, elapsed, digest, size)
    if not bodies.is_html(body, content_type):
        return evolve(snapshot, kind=PageKind.ERROR if status >= 400 else PageKind.NOT_HTML)
    truncated = size > limits.max_bytes
    if truncated:
        body = body[: limits.max_bytes]
    decoded = decode(body, content_type)
    html = decoded.text
    snapshot = evolve(snapshot, encoding=decoded.encoding, replaced=decoded.replaced, truncated=truncated)
    if not html or html.isspace():
        return evolve(snapshot, kind=PageKind.ERROR if status >= 400 else PageKind.EMPTY)
    tree = grow(html, limits)
    title = next((" ".join(tree.raw.get(i, "").split()) for i in tree.of.get("title", ())), "")[: limits.max_value]
    kind, leads = bodies.kind_of(tree, html, status, title)
    if kind is not PageKind.CONTENT:
        notes = (*decoded.notes, f"leads_to:{leads}") if leads else decoded.notes
        return evolve(snapshot, kind=kind, title=title, truncated=truncated or tree.truncated, notes=notes)
    return _content(snapshot, tree, html, title, decoded.notes, keep_text, limits, scanners)


@frozen
class _Lists:
    """What the lists of a page came to."""

    entries: tuple[Entry, ...]
    groups: list[lists.Group]
    drawn: bool
    notes: tuple[str, ...] = ()


def _content(
    snapshot: PageSnapshot, tree: Tree, html: str, title: str, notes: tuple[str, ...], keep_text: bool, limits: Limits, scanners: Sequence[Scanner]
) -> PageSnapshot:
    url, seen_at = snapshot.url, snapshot.fetched_at
    tags, tag_notes = page_tags(tree, limits.max_value)
    named = dict(tags)
    base = next((tree.get(i, "href") for i in tree.of.get("base", ()) if tree.get(i, "href")), "")
    joiner = Joiner(url, base)
    marks = date_marks(tree, seen_at, limits.max_entries)
    regions = Regions(tree, [mark.at for mark in marks])
    found = anchors(tree, regions, joiner, limits.max_links)
    spans = hidden_spans(tree)
    pager = lists.pager_node(tree, regions, found)
    stretches = regions.stretches(len(tree.tags))
    lines = article.lines_of(tree, stretches)
    text = "\n".join(lines)
    body_chars = sum(map(len, _HAN.findall(text)))
    home = _is_home(url)
    groups = lists.groups(tree, regions, found, marks)
    entries = lists.entries(tree, groups, spans, home, pager, limits.max_entries)
    declared = named.get("articletitle", "")
    at_heading, reading = -1, article.Published()
    dated = sum(entry.date.absent is None for entry in entries)
    if not home and not (dated >= 5 and (pager is not None or lists.is_list_url(url))):
        at_heading = article.heading_line(lines, title, declared)
        reading = article.published(tree, lines, at_heading, seen_at)
    role = _role(url, named, entries, groups, reading, lines, at_heading, pager, home)
    drawn = False
    if role is PageRole.LIST or home:
        inner = _scripted(tree, html, joiner, url, seen_at, limits)
        if inner and (len(inner) > len(entries) or not any(entry.date.absent is None for entry in entries)):
            entries = inner if not home else entries + inner
        elif not entries:
            drawn = is_drawn(tree) and body_chars <= 400
    published, article_notes = _published(role, reading, named, url, tree, html, lines, body_chars)
    if role is PageRole.ARTICLE:
        entries = ()
    guide: GuideReading | None = None
    letters: tuple[Letter, ...] = ()
    heading = _heading(tree, lines, at_heading, declared)
    if "材料" in text and ("办理" in text or "受理" in text) and _GUIDES.looks_like_one(cells := guide_lines(tree, stretches), title):
        attached = tuple(dict.fromkeys(anchor.url for anchor in found if anchor.region == "" and is_attachment(anchor.url)))
        guide = _GUIDES.read(cells, named.get("articletitle") or heading or title, is_drawn(tree), attached[:50], tab_lines(tree))
        role = PageRole.GUIDE
    elif looks_like_letters(text, title, url):
        rows = letter_rows(tree, groups, seen_at) if role is not PageRole.ARTICLE else ()
        if rows:
            letters, role = rows, PageRole.LETTERS
        elif role is not PageRole.LIST:
            one = letter_page(lines, heading or title, url, seen_at)
            if one is not None:
                letters, role = (one,), PageRole.LETTER
    blank = ""
    if not entries and not home and role in (PageRole.LIST, PageRole.OTHER) and body_chars <= LONGEST * 4:
        blank = _blank(lines, body_chars)
        if blank:
            drawn = False
    hits: tuple[WordingHit, ...] | None = None
    if scanners:
        hits = tuple(hit for scan in scanners for hit in scan(text[: limits.max_text]))
    page_host = host_of(url)
    links = link_records(found, page_host, spans, frozenset(entry.url for entry in entries))
    return evolve(
        snapshot,
        truncated=snapshot.truncated or tree.truncated,
        role=role,
        title=title,
        heading=heading[: limits.max_value],
        tags=tags,
        published=published,
        entries=entries,
        links=links,
        crumbs=crumbs(tree, regions, found),
        pagination=lists.pagination(tree, pager, html) if role is not PageRole.ARTICLE else None,
        marks=read_marks(tree, regions, title, named),
        script_drawn=drawn,
        blank=blank,
        blocks=_blocks(lines),
        body_chars=body_chars,
        guide=guide,
        letters=letters,
        wording=hits,
        text=text[: limits.max_text] if keep_text else None,
        notes=(*notes, *tag_notes, *article_notes),
    )


def _is_home(url: str) -> bool:
    path = canonical(url).partition("?")[0]
    return "/" not in path


def _role(
    url: str,
    tags: dict[str, str],
    entries: tuple[Entry, ...],
    groups: list[lists.Group],
    reading: article.Published,
    lines: list[str],
    heading: int,
    pager: int | None,
    home: bool,
) -> PageRole:
    """What the page is for: its address, its lists, its body and its publication date weighed together."""
    if home:
        return PageRole.HOME
    if _SEARCH_URL.search(url):
        return PageRole.SEARCH
    dated = sum(entry.date.absent is not Absent.NONE_SHOWN for entry in entries)
    shown = reading.reading.absent is None
    score = 0
    if lists.is_list_url(url):
        score -= 2
    elif lists.is_article_url(url):
        score += 2
    if tags.get("articletitle") or tags.get("pubdate"):
        score += 2
    elif tags.get("columnname") or tags.get("columntype"):
        score -= 1
    if reading.label and reading.rank == 0 and (shown or reading.reading.absent is Absent.SCRIPT_DRAWN):
        score += 2
    elif shown and reading.rank <= 3:
        score += 1
    if heading >= 0:
        score += 1
    prose = sum(article.is_prose(line) for line in lines)
    score += 2 if prose >= 2 else prose
    if dated >= 3:
        score -= 3
    elif entries:
        score -= 1
    if pager is not None:
        score -= 1
    if score >= 2:
        return PageRole.ARTICLE
    if entries or lists.is_list_url(url) or score < 0:
        return PageRole.LIST
    return PageRole.ARTICLE if score == 1 and (shown or prose) else PageRole.OTHER


def _scripted(tree: Tree, html: str, joiner: Joiner, url: str, seen_at: datetime, limits: Limits) -> tuple[Entry, ...]:
    """Entries whose data stand in the page's scripts."""
    markup = written_markup(tree, html)
    if markup:
        inner = grow(markup, limits)
        marks = date_marks(inner, seen_at, limits.max_entries)
        regions = Regions(inner, [mark.at for mark in marks])
        found = lists.groups(inner, regions, anchors(inner, regions, joiner, limits.max_links), marks)
        entries = lists.entries(inner, found, [], True, None, limits.max_entries)
        if entries:
            return entries
    return script_entries(tree, joiner, limits.max_entries)


def _published(
    role: PageRole, found: article.Published, tags: dict[str, str], url: str, tree: Tree, html: str, lines: list[str], body_chars: int
) -> tuple[DateReading, tuple[str, ...]]:
    """The displayed date of an article with notes on what contradicts it; tag and address only corroborate."""
    if role is not PageRole.ARTICLE:
        return NO_DATE, ()
    reading = found.reading
    notes = list(found.notes)
    tagged = read_date(tags["pubdate"]) if tags.get("pubdate") else None
    hinted = url_date(url)
    if reading.absent is not None:
        if reading.absent is Absent.NONE_SHOWN:
            reading = evolve(reading, raw="")
            if tagged is not None and tagged.absent is None:
                notes.append("tag_only")
            elif hinted is not None:
                notes.append("url_only")
            if body_chars < 60 and is_drawn(tree):
                reading = DateReading(absent=Absent.SCRIPT_DRAWN)
        return reading, tuple(notes)
    for name, other in (("tag_differs", tagged), ("url_differs", hinted)):
        if other is not None and other.absent is None and _differ(reading, other):
            notes.append(name)
    return reading, tuple(notes)


def _differ(one: DateReading, other: DateReading) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _heading(tree: Tree, lines: list[str], at: int, declared: str) -> str:
    if at >= 0:
        return lines[at]
    if declared:
        return declared
    for tag in ("h1", "h2"):
        for i in tree.of.get(tag, ()):
            text = tree.text(i)
            if len(text) >= 4:
                return text
    return ""


def _blank(lines: list[str], body_chars: int) -> str:
    sentence = placeholder(lines)
    return sentence if sentence and body_chars <= LONGEST * 2 else ""


def _blocks(lines: list[str]) -> tuple[int, ...]:
    """Fingerprints of the first lines of the content: 8 bytes each, equal for equal text."""
    blocks: dict[int, None] = {}
    for line in lines:
        data = line.encode("utf-8", "surrogatepass")
        blocks[zlib.crc32(data) << 31 ^ zlib.adler32(data)] = None
        if len(blocks) >= _MAX_BLOCKS:
            break
    return tuple(blocks)


__all__ = ["DateMark", "Pagination", "Scanner", "parse_page"]
