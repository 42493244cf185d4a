"""RSS 0.9 to 2.0, RDF and Atom, read by one forgiving pass over the tags.

Government feeds are often not well-formed: bare ampersands, HTML inside titles, cut off in the middle. An XML parser refuses
them and feedparser, the usual answer, brings an SGML parser of 1999 and resolves far more than a list of posts needs.
Nothing here expands entities of a DTD or fetches anything.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from ...values.feed import PlatformName
from .records import Family, Item, Record, address, make_post, plain_text, time_or_none
from .times import Unreadable, post_time

_TAG = re.compile(r"<(/?)(?:[A-Za-z_][\w.-]{0,40}:){0,3}([A-Za-z_][\w.-]{0,60})([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,20}=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})')""")
_ROOT = re.compile(r"<(?:rss|feed|rdf:rdf|channel|item|entry)\b", re.IGNORECASE)
_DEEPEST = 10_000  # elements open at once: no feed any more, and read no further
_ENTRIES = ("item", "entry")
_IDS = ("guid", "id")
_TIMES = ("pubdate", "published", "date", "issued", "updated", "modified", "created")
_TEXTS = ("description", "summary", "encoded", "content")
_WANTED = frozenset((*_IDS, *_TIMES, *_TEXTS, "title", "link"))


def is_syndication(text: str) -> bool:
    """Whether the beginning of ``text`` looks like RSS, RDF or Atom."""
    head = text[:4000]
    found = _ROOT.search(head)
    return found is not None and "<html" not in head[: found.start()].lower()


def entries(text: str) -> Iterator[tuple[str, dict[str, str] | None]]:
    """The feed's own title first, then each entry's fields by local name; None for an entry that is cut off."""
    fields: dict[str, str] | None = None
    channel: dict[str, str] = {}
    stack: list[str] = []
    opened: dict[str, int] = defaultdict(int)
    field, started, parts = "", 0, [""]
    announced = False
    for kind, name, value in _tokens(text):
        if kind == "text":
            if field:
                parts.append(value)
            continue
        if kind == "open":
            if name in _ENTRIES and fields is None:
                if not announced:
                    announced = True
                    yield channel.get("title", ""), {}
                fields, stack, opened, field = {}, [name], defaultdict(int, {name: 1}), ""
                about = _attributes(value).get("rdf:about")
                if about:
                    fields["id"] = about
                continue
            closed = value.endswith("/")
            if not field and name in _WANTED and (fields is not None or not announced):
                target = channel if fields is None else fields
                if name == "link" and "href=" in value:
                    link = _attributes(value)
                    if link.get("rel", "alternate") == "alternate":
                        target.setdefault("link", html.unescape(link.get("href", "")))
                if not closed:
                    field, started, parts = name, len(stack), []
            if not closed:
                stack.append(name)
                opened[name] += 1
                if len(stack) > _DEEPEST:
                    break
            continue
        if name in _ENTRIES and fields is not None and (name in stack[:1]):
            yield "", fields
            fields, stack, opened, field = None, [], defaultdict(int), ""
            continue
        while opened.get(name):
            last = stack.pop()
            opened[last] -= 1
            if last == name:
                break
        if field and (name == field or len(stack) <= started) and len(stack) <= started:
            target = channel if fields is None else fields
            joined = "".join(parts).strip()
            if joined:
                target.setdefault(field, joined)
            field = ""
    if fields is not None:
        yield "", None
    if not announced:
        yield channel.get("title", ""), {}


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    """(text, '', value), (open, local name, attributes), (close, local name, '')."""
    at, last = 0, text.rfind(">")
    while True:
        start = text.find("<", at)
        if not 0 <= start <= last:  # what never closes is no tag
            return
        if start > at:
            yield "text", "", html.unescape(text[at:start]) if "&" in text[at:start] else text[at:start]
        tag = _TAG.match(text, start)
        if tag is not None:
            yield ("close", tag[2].lower(), "") if tag[1] else ("open", tag[2].lower(), tag[3])
            at = tag.end()
            continue
        if text.startswith("<![CDATA[", start):
            mark, past = "]]>", 3
        elif text.startswith("<!--", start):
            mark, past = "-->", 3
        elif text[start + 1 : start + 2] in ("?", "!"):
            mark, past = ">", 1
        else:
            yield "text", "", "<"
            at = start + 1
            continue
        end = text.find(mark, start)
        if end < 0:
            return
        if mark == "]]>":
            yield "text", "", text[start + 9 : end]
        at = end + past


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(text)}


def _read(record: Record, fetched_at: datetime) -> Item:
    stated = [record[name] for name in _TIMES if record.get(name)]
    title, text = plain_text(record.get("title")), plain_text(next((record[name] for name in _TEXTS if record.get(name)), ""))
    url = address(record.get("link"))
    identity = next((record[name] for name in _IDS if record.get(name)), None)
    if not title and not text and not url:
        raise Unreadable("no title, text or address")
    published = post_time(stated[0], fetched_at) if stated else time_or_none(None, fetched_at)
    if not url and isinstance(identity, str) and identity.startswith(("http://", "https://")):
        url = identity
    return Item(make_post(identity, published, title=title or text, url=url), (title, text))


SYNDICATION = Family("rss", PlatformName.OTHER, lambda record: False, _read)
