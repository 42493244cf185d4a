"""One response to one PageSnapshot: everything the library ever reads from a page's HTML is read here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from hashlib import blake2b
from numbers import Integral, Real

from attrs import evolve

from ..errors import InputError
from ..values.dates import NO_DATE, Absent, DateReading, DateSource, aware
from ..values.page import Crumb, Entry, GuideReading, Letter, PageKind, PageRole, PageSnapshot, WordingHit
from . import bodies, lists
from .articles.candidates import Published
from .articles.day_labels import BESIDE
from .articles.heading import heading_line, line_above, lines_of
from .articles.published import published
from .blanks import LONGEST, PHRASE, placeholder
from .crumbs import crumbs, is_path
from .dates import read_date, short_date, url_date
from .decode import decode
from .frame import fingerprint
from .groups import Group, are_headlines, groups, parts
from .guides import GuideReader, guide_lines, is_notice, tab_lines
from .han import han_count
from .headlines import headline, set_off
from .labels import marks as label_marks
from .leaves import day_beside
from .letters.board import letter_board
from .letters.fields import is_letter_label
from .letters.lists import card_letters, is_untold, letter_rows, table_letters
from .letters.own_page import is_whole, letter_page
from .letters.signs import looks_like_letters, tells_of_a_letter, tells_of_letters
from .letters.stretches import letter_stretches
from .limits import DEFAULT_LIMITS, Limits
from .links import Anchor, Span, anchors, below_another, hidden_spans, image_records, link_records, row_anchors, unaddressed, why_hidden
from .marks import read_marks
from .paging import in_words, pager_node, pagination
from .pictured import asks, is_mounted, pictured
from .regions import Regions
from .roles import is_home, is_said_once, role_of
from .rows import Row, date_marks
from .scripted import empty_store, has_empty_list, is_drawn, script_entries, written_markup
from .tags import page_tags
from .tree import Tree, grow
from .urls import Joiner, canonical, host_of, is_attachment, is_list_url

Scanner = Callable[[str], tuple[WordingHit, ...]]
"""Reads a text and says what is wrong with its wording."""

_TITLE_PARTS = re.compile(r"[-_|—–－＿·>»\s]+")
_APPLYING, _NEEDED = ("办理", "受理", "办事", "申请", "登记"), ("材料", "条件", "资料")  # no guide does without one of each
_APART = ("材 料", "材\n料", "条 件", "条\n件")  # the same where a label is spread over its cell
_GUIDE = re.compile("(?:办事|服务|办理)指南")
_INDEX_FILE = re.compile(r"/index\.\w{1,6}$")
_MAX_BLOCKS = 64
_BULLETS = " \u3000·•・●■◆▪※>»"
_MANY = 5
_FEW, _LINKED = 4, 3
_UNDER = 5  # lines from the heading on in which an article's facts stand
_LITTLE_TEXT, _NO_TEXT = 400, 20  # Han characters; a name and 正在加载，请稍候 are no text
_LONGEST_COLUMN = 8
_CONDITIONS = frozenset("v-if v-else v-else-if v-show ng-if ng-show ng-hide data-ng-if data-ng-show *ngif x-if x-show wx:if ms-if".split())
_GUIDES = GuideReader()


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
    home: bool = False,
) -> PageSnapshot:
    """Read one response. ``elapsed`` is in seconds, ``fetched_at`` aware; ``content_type`` is the HTTP header's value.
    ``home`` says that it is the site's homepage, where the address does not (``/portal/index.html``).

    Never raises on content: broken, foreign or oversized bodies give a snapshot that says so (``kind``, ``truncated``,
    ``notes``). ``scanners`` are run on the page's main text while it exists. Raises InputError where
    ``fetched_at`` has no zone, ``body`` is neither bytes nor text, or another argument is of another kind.
    """
    aware(fetched_at, "fetched_at")
    if not isinstance(body, bytes | str):
        raise InputError("not the body of a response", field="body", value=body, expected="bytes, or str where it is decoded already")
    if not isinstance(url, str):
        raise InputError("not the address of a response", field="url", value=url, expected="str, such as 'http://www.example.gov.cn/'")
    if not isinstance(status, Integral):
        raise InputError("not the status of a response", field="status", value=status, expected="int, such as 200")
    if not isinstance(elapsed, Real | None):
        raise InputError("not a time in seconds", field="elapsed", value=elapsed, expected="float, such as 0.8, or None")
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    made = partial(PageSnapshot, url, fetched_at, status, elapsed, blake2b(data, digest_size=16).hexdigest(), len(data))
    del data  # a copy of the whole where a text was given
    failed = PageKind.ERROR if status >= 400 else None
    if not bodies.is_html(body, content_type):
        return made(kind=failed or PageKind.NOT_HTML)
    decoded = decode(body[: limits.max_bytes], content_type)
    html = decoded.text
    snapshot = made(encoding=decoded.encoding, replaced=decoded.replaced, truncated=len(body) > limits.max_bytes)
    if not html or html.isspace():
        return evolve(snapshot, kind=failed or PageKind.EMPTY)
    tree = grow(html, limits)
    title = next((" ".join(tree.raw.get(i, "").split()) for i in tree.of.get("title", ())), "")[: limits.max_value]
    kind, leads = bodies.kind_of(tree, html, status, title)
    if kind is not PageKind.CONTENT:
        notes = (*decoded.notes, f"leads_to:{Joiner(url)[leads] or leads}") if leads else decoded.notes
        return evolve(snapshot, kind=kind, title=title, truncated=snapshot.truncated or tree.truncated, notes=notes)
    return _content(snapshot, tree, html, title, decoded.notes, keep_text, limits, scanners, home or is_home(url))


def _content(
    snapshot: PageSnapshot,
    tree: Tree,
    html: str,
    title: str,
    notes: tuple[str, ...],
    keep_text: bool,
    limits: Limits,
    scanners: Sequence[Scanner],
    home: bool,
) -> PageSnapshot:
    url, seen_at = snapshot.url, snapshot.fetched_at
    tags, tag_notes = page_tags(tree, limits.max_value)
    named = dict(tags)
    joiner = Joiner(url, next((href for i in tree.of.get("base", ()) if (href := tree.get(i, "href"))), ""))
    marks = date_marks(tree, seen_at, limits.max_entries)
    regions = Regions(tree, [mark.at for mark in marks])
    found = anchors(tree, regions, joiner, limits.max_links)
    spans = hidden_spans(tree)
    stretches = regions.stretches(len(tree.tags))
    lines = lines_of(tree, stretches, limits.max_lines)
    text = "\n".join(lines)
    body_chars = han_count(text)
    pager = pager_node(tree, regions)
    worded = in_words(tree, text) if pager is None else None
    paging = pagination(tree, pager if pager is not None else worded)
    path = crumbs(tree, regions, found)
    own_ways = (url, _INDEX_FILE.sub("/", url))
    root = joiner["/"]
    ways = {*own_ways, *(step.url for step in path if step.url)}
    leading = [anchor for anchor in found if anchor.url in ways and len(anchor.text) <= _LONGEST_COLUMN]
    content = [anchor for anchor in found if anchor.url != root and (anchor.url not in ways or len(anchor.text) > _LONGEST_COLUMN)]
    # What the page is called: by its title and tag, its path, and the menus that lead to it.
    called = [anchor.text for anchor in leading if anchor.url in own_ways]
    names = frozenset(filter(None, (*_TITLE_PARTS.split(title), named.get("columnname", ""), _own_step(path, url), *called)))
    content = sorted((*content, *bare)) if home and (bare := unaddressed(tree, regions, joiner)) else content
    grouped = groups(tree, regions, content, marks, names)
    # What is left without the rows of lists: of other columns beside a blank one, or of related news under an article.
    own = _without_rows(tree, stretches, [group for group in grouped if group.listed and len(group.rows) > 1])
    told = lines if own is stretches else lines_of(tree, own, limits.max_lines)
    told_chars = body_chars if told is lines else han_count("\n".join(told))
    saying = placeholder(told) if told_chars <= _LITTLE_TEXT else ""
    if saying and any(title in saying for group in grouped if group.listed for title in group.titles):
        saying = ""
    said = _said_at(tree, saying, spans)
    saying = saying if said >= 0 else ""
    chosen = _chosen(tree, regions, grouped, found, url, names, pager, home, said)
    others = not home and lists.are_others(tree, regions, chosen, url, names)
    few = sum(len(group.rows) for group in chosen) <= 1
    if not home and (others or few):
        clicked = unaddressed(tree, regions, joiner) + (row_anchors(tree, regions, joiner) if "onclick" in html else [])
        opened = groups(tree, regions, sorted(clicked), marks) if clicked else ()
        opened = [group for group in opened if group.listed and (_first_url(group) or (group.is_dated and len(group.rows) > 1))]
        if opened and (few or not lists.are_others(tree, regions, opened, url, names)):
            chosen, others, grouped = opened, False, [*grouped, *opened]
    counts = pager if pager is not None else worded
    if counts is not None and paging is not None and (paging.total == 0 or not (chosen or paging.pages)):
        chosen = []
        if not saying and told_chars <= _LITTLE_TEXT and not is_drawn(tree):
            counted = PHRASE.search(tree.text(tree.parents[counts])[:_LITTLE_TEXT])
            saying = counted[0] if counted else ""
    if not saying and not chosen and not _is_framed(tree, regions):
        saying = empty_store(tree)
    entries = lists.entries(tree, chosen, spans, limits.max_entries)

    heading, heading_at, reading = "", -1, Published()
    declared = named.get("articletitle", "")
    if not home and not (sum(group.dated for group in chosen) >= _MANY and (pager is not None or is_list_url(url))):
        heading_at = heading_line(told, title, declared)
        if heading_at >= 0 and told[heading_at] != declared and _is_column_name(told[heading_at], found, path):
            heading_at = -1
        if heading_at < 0:
            heading_at = heading_line(told, headline(tree, regions), "")
        heading = told[heading_at] if heading_at >= 0 else ""
        hints = (read_date(named.get("pubdate", "")), url_date(url))
        reading = published(tree, told, heading_at, seen_at, [hint.date for hint in hints if hint is not None])
        if heading_at < 0 and reading.reading.absent is None and is_said_once(reading, told):
            heading_at = line_above(told, reading.line, {anchor.text for anchor in found})
            heading = told[heading_at] if heading_at >= 0 else ""
        if heading and reading.reading.date is None and (beside := day_beside(tree, own, marks, heading)).date is not None:
            reading = Published(beside, "", BESIDE, heading_at)
    role = PageRole.HOME if home else role_of(url, named, entries, reading, lines, heading_at, heading, pager is not None, others)
    heading = heading or declared or headline(tree, regions)
    # Menus that are not recognised as such are links; a text is not.
    in_links = sum(han_count(anchor.text) for anchor in found if not anchor.region) if saying else 0
    empty = bool(saying) and not entries and told_chars - in_links <= 2 * LONGEST
    if empty and role is PageRole.ARTICLE and len(heading) <= _LONGEST_COLUMN:
        role = PageRole.LIST  # a column's name over a placeholder, and a day in the footer

    drawn = False
    untold = role is PageRole.OTHER or (role is PageRole.ARTICLE and not declared and reading.reading.absent is not None)
    unlisted = untold and not entries and pager is not None and told_chars <= _LITTLE_TEXT
    if role is PageRole.LIST or home or unlisted:
        scripted = _scripted_entries(tree, html, joiner, seen_at, limits)
        if len(scripted) > (0 if home or others else len(entries)):
            role = role if home else PageRole.LIST
            entries = entries + scripted if home else scripted
        elif not entries and told_chars <= _LITTLE_TEXT:
            drawn = is_drawn(tree) or is_mounted(tree) or _is_framed(tree, regions) or has_empty_list(tree, home)
    elif role is PageRole.ARTICLE:
        entries = ()
    elif not entries and told_chars <= LONGEST:
        few = sum(not anchor.region for anchor in content) < _LINKED
        drawn = (few and (is_mounted(tree) or _is_framed(tree, regions))) or (told_chars <= _NO_TEXT and is_drawn(tree))
    date, date_notes = _displayed(
        role, reading, named, url, tree, body_chars, told[heading_at + 1 : heading_at + _UNDER] if heading_at >= 0 else ()
    )

    if role is PageRole.ARTICLE and not heading:
        heading = set_off(tree, regions)
    guide: GuideReading | None = None
    letters: tuple[Letter, ...] = ()
    if _may_be_guide(text, (title, *(step.name for step in path))):
        guide = _guide(tree, stretches, found, title, declared or heading or (path[-1].name if len(path) > 1 else "") or title)
        role = PageRole.GUIDE if guide is not None else role
    if guide is None:
        called_so = (f"{title} {_own_step(path, url)}", " ".join(step.name for step in path[-2:] if len(step.name) <= _LONGEST_COLUMN))
        letters, role = _letters(tree, stretches, grouped, len(entries), text, heading or title, called_so, snapshot, role)
        if any(_is_one_of(date, letter.asked, letter.replied) for letter in letters):
            date = NO_DATE  # the days of question and answer are not the page's

    links = link_records(found, host_of(url), spans, frozenset(entry.url for entry in entries), below_another(tree, found) if home else {})
    if home:
        # A dead picture counts like a dead link on the homepage (D4.3.1); elsewhere pictures are not looked after.
        linked = {link.url for link in links}
        links += tuple(image for image in image_records(tree, joiner, limits.max_links) if image.url not in linked)
    if not entries and role in (PageRole.LIST, PageRole.OTHER) and told_chars <= LONGEST and bodies.says_gone(told):
        return evolve(snapshot, kind=PageKind.SOFT_404, title=title, truncated=snapshot.truncated or tree.truncated, notes=notes)
    blank = saying if empty and role in (PageRole.LIST, PageRole.OTHER) else ""
    form = not (entries or blank or drawn) and role in (PageRole.LIST, PageRole.OTHER) and asks(tree, regions, spans)
    return evolve(
        snapshot,
        truncated=snapshot.truncated or tree.truncated or (len(text) > limits.max_text and (keep_text or bool(scanners))),
        role=role,
        title=title,
        heading=heading[: limits.max_value],
        tags=tags,
        published=date,
        entries=entries,
        links=links,
        crumbs=path,
        pagination=paging if role is not PageRole.ARTICLE else None,
        marks=read_marks(tree, regions, title, named),
        script_drawn=drawn and not blank,
        blank=blank,
        blocks=(*_blocks(lines), *map(fingerprint, pictured(tree, regions))),
        body_chars=body_chars,
        guide=guide,
        letters=letters,
        wording=tuple(hit for scan in scanners for hit in scan(text[: limits.max_text])) if scanners else None,
        text=text[: limits.max_text] if keep_text else None,
        notes=(*notes, *tag_notes, *date_notes, *(("form",) if form else ())),
    )


def _chosen(
    tree: Tree,
    regions: Regions,
    grouped: list[Group],
    found: list[Anchor],
    url: str,
    names: frozenset[str],
    pager: int | None,
    home: bool,
    said: int,
) -> list[Group]:
    if home:
        whole = (part for group in grouped for part in ((group,) if group.listed or are_headlines(group) else parts(tree, regions, group)))
        return [group for group in whole if (group.listed or are_headlines(group)) and group.soft != "related"]
    return lists.main_lists(tree, regions, grouped, found, url, names, pager, said)


def _first_url(group: Group) -> str:
    return group.rows[0].anchors[0].url


def _own_step(path: Sequence[Crumb], url: str) -> str:
    """The name that the last step of the path gives the page itself, '' where it leads elsewhere."""
    return path[-1].name if path and (not path[-1].url or canonical(path[-1].url) == canonical(url)) else ""


def _said_at(tree: Tree, saying: str, spans: list[Span]) -> int:
    """The node of a placeholder sentence that is in view, -1 where there is none: lists keep one for when they are empty, hidden
    or on a condition that a script has yet to look at."""
    for i in tree.words if saying else ():
        text = " ".join(tree.texts[i].split())
        if PHRASE.search(text) and text in saying and not why_hidden(spans, i) and not _is_conditional(tree, i):
            return i
    return -1


def _is_conditional(tree: Tree, i: int) -> bool:
    """Whether a node stands in a template under a condition: the page came before its script."""
    while i >= 0:
        if tree.attrs[i] and not _CONDITIONS.isdisjoint(tree.attrs[i]):
            return True
        i = tree.parents[i]
    return False


def _without_rows(tree: Tree, stretches: list[tuple[int, int]], lists: list[Group]) -> list[tuple[int, int]]:
    """The content without the rows of lists of other pages: their dates are not this page's."""
    rows = sorted({(row.top, tree.ends[row.top]) for group in lists for row in _rows_of(tree, group)})
    if not rows:
        return stretches
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in stretches:
        while at < len(rows) and rows[at][0] < end:
            if start < rows[at][0]:
                kept.append((start, rows[at][0]))
            start = max(start, rows[at][1])
            at += 1
        if start < end:
            kept.append((start, end))
    return kept


def _rows_of(tree: Tree, group: Group) -> Sequence[Row]:
    """The rows of a list; a few parts that are unlike each other and mostly no link are pieces of the page instead."""
    if len(group.rows) > _FEW:
        return group.rows
    kinds = [(tree.tags[row.top], tree.get(row.top, "class")) for row in group.rows]
    return [
        row
        for row, kind in zip(group.rows, kinds, strict=True)
        if kinds.count(kind) > 1 or _LINKED * sum(len(anchor.text) for anchor in row.anchors) >= len(tree.text(row.top))
    ]


def _is_column_name(text: str, found: Sequence[Anchor], path: Sequence[Crumb]) -> bool:
    """Whether a short line is also a link's text or an earlier step of the path: a column's name, which titles its articles' pages too."""
    return len(text) <= _LONGEST_COLUMN and (any(anchor.text == text for anchor in found) or any(step.name == text for step in path[:-1]))


def _scripted_entries(tree: Tree, html: str, joiner: Joiner, seen_at: datetime, limits: Limits) -> tuple[Entry, ...]:
    """Entries whose data stand in the page's scripts."""
    markup = written_markup(tree, html)
    if markup:
        inner = grow(markup, limits)
        marks = date_marks(inner, seen_at, limits.max_entries)
        regions = Regions(inner, [mark.at for mark in marks])
        grouped = groups(inner, regions, anchors(inner, regions, joiner, limits.max_links), marks)
        entries = lists.entries(inner, [group for group in grouped if group.listed], [], limits.max_entries)
        if entries:
            return entries
    return script_entries(tree, joiner, limits.max_entries)


def _is_framed(tree: Tree, regions: Regions) -> bool:
    """Whether the content holds a frame: what it shows stands in another response."""
    return any(regions.of(i) == "" and tree.get(i, "src") for i in tree.of.get("iframe", ()))


def _displayed(
    role: PageRole, found: Published, tags: Mapping[str, str], url: str, tree: Tree, body_chars: int, under: Sequence[str]
) -> tuple[DateReading, tuple[str, ...]]:
    """The displayed date of an article with notes on what contradicts it; tag and address only corroborate.

    ``under`` are the lines under the heading, where a year of two digits may stand that the address spells out.
    """
    if role is not PageRole.ARTICLE:
        return NO_DATE, ()
    tagged = read_date(tags.get("pubdate", ""))
    hinted = url_date(url)
    reading = found.reading
    if reading.absent is None:
        others = (("tag_differs", tagged), ("url_differs", hinted))
        return reading, (*found.notes, *(name for name, other in others if other is not None and _differ(reading, other)))
    short = next((short for line in under if (short := short_date(line, hinted, DateSource.ARTICLE))), None) if hinted else None
    if short is not None:
        return short, ()
    if reading.absent is Absent.NONE_SHOWN:
        only = "tag_only" if tagged is not None and tagged.absent is None else "url_only" if hinted is not None else ""
        drawn = body_chars < LONGEST and is_drawn(tree)
        return DateReading(absent=Absent.SCRIPT_DRAWN) if drawn else NO_DATE, (only,) if only else ()
    return reading, ()


def _differ(one: DateReading, other: DateReading) -> bool:
    """Whether two readings contradict each other in a part that both show."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _letters(
    tree: Tree,
    stretches: list[tuple[int, int]],
    grouped: list[Group],
    entries: int,
    text: str,
    heading: str,
    called: tuple[str, str],
    snapshot: PageSnapshot,
    role: PageRole,
) -> tuple[tuple[Letter, ...], PageRole]:
    """The letters of a list or of a page that is one, with the page's role as they make it.

    ``called`` is what the page calls itself, and where it stands: a letter's own page may be known by its mailbox alone.
    """
    url, seen_at, home = snapshot.url, snapshot.fetched_at, role is PageRole.HOME
    named = looks_like_letters(text, called[0], url)
    within = named or looks_like_letters(text, called[1], "")
    tells = not home and tells_of_a_letter(text)
    listed = named or tells or (not home and tells_of_letters(text))
    letters: tuple[Letter, ...] = ()
    if listed:
        letters = letter_rows(tree, grouped, seen_at, named) if role is not PageRole.ARTICLE else ()
        letters = letters or table_letters(tree, url, seen_at) or (card_letters(tree, url, seen_at) if named else ())
    one = None
    by_name = within and (role is not PageRole.LIST or bool(letters))
    if (not letters or is_untold(letters)) and (within or tells):
        told = guide_lines(tree, letter_stretches(tree, stretches), is_letter_label, label_marks(tree, is_letter_label))
        one = letter_page(told, heading, url, seen_at, by_name)
        if one is None and within and not by_name and not letters:
            one = letter_page(told, heading, url, seen_at)
            one = one if one is not None and is_whole(one) and one.replied.absent is None else None
        if one is None and not letters and (board := letter_board(told, url, seen_at)):
            return board, PageRole.LETTERS
    if letters and (named or 2 * len(letters) >= entries) and not (one is not None and is_whole(one)):
        return letters, PageRole.LETTERS
    if one is not None and (role is not PageRole.LIST or (tells and not by_name) or is_whole(one)):
        return (one,), PageRole.LETTER
    return (), role


def _is_one_of(date: DateReading, *others: DateReading) -> bool:
    return any((date.year, date.month, date.day) == (other.year, other.month, other.day) for other in others)


def _may_be_guide(text: str, names: Sequence[str]) -> bool:
    """The cheap test for a guide: a word of applying, and one of what is needed, in the text or in what the page is called."""
    if any(word in text for word in _APPLYING) and (any(word in text for word in _NEEDED) or any(map(_GUIDE.search, names))):
        return True
    return any(word in text for word in _APART)


def _guide(tree: Tree, stretches: list[tuple[int, int]], found: list[Anchor], title: str, name: str) -> GuideReading | None:
    cells = guide_lines(tree, stretches, _GUIDES.knows)
    if is_notice(name) or not _GUIDES.looks_like_one(cells, f"{title} {name}"):
        return None
    attached = tuple(dict.fromkeys(anchor.url for anchor in found if not anchor.region and is_attachment(anchor.url)))
    marked = label_marks(tree, _GUIDES.knows)
    lines = guide_lines(tree, stretches, _GUIDES.knows, marked)
    return _GUIDES.read(lines, name, is_drawn(tree), attached[:50], tab_lines(tree, _GUIDES.knows, marked), title)


def _blocks(lines: list[str]) -> tuple[int, ...]:
    """Fingerprints of the first lines of the content without bullets, its path and the names of a list's columns: 8 bytes each,
    equal for equal text.

    A list of sub-columns says again what the menu of the section says: a line said twice is two blocks.
    """
    said: Counter[str] = Counter()
    blocks: dict[int, None] = {}
    for line in (line.strip(_BULLETS) for line in lines):
        if is_path(line) or lists.is_head(line):
            continue
        said[line] += 1
        blocks[fingerprint(line, said[line])] = None
        if len(blocks) >= _MAX_BLOCKS:
            break
    return tuple(blocks)
