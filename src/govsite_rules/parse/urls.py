"""Addresses: absolute ones from links, and the one spelling that identifies a page or column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urljoin

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,20}:")
_DROPPED = re.compile(r"[\t\n\r\x00]")
_ORIGIN = re.compile(r"(?i)(https?:)?//([^/?#]*)")
_INDEX = re.compile(r"(?i)(?:index|default|main)\.(?:html?|shtml?|jhtml|jspx?|php|aspx?|do)")
_LONGEST_INDEX = 20
_SESSION = re.compile(r"(?i);(?:jsessionid|sid)=[^/?#]*")
_SESSION_KEY = re.compile(
    r"(?i)^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|sid|rnd|rand|random|timestamp|_t|_|utm_\w+|from|spm)(?:=|$)"
)
_FILES = frozenset(
    """pdf doc docx xls xlsx ppt pptx wps et dps ofd ceb rtf csv txt zip rar 7z tar gz jpg jpeg png gif bmp webp tif tiff
    mp3 mp4 wmv avi flv swf apk exe""".split()
)
_PAGES = ("/", ".html", ".htm", ".shtml")
_DOWNLOAD = re.compile(r"(?i)/(?:down(?:load)?(?:file)?|attachment|filedown)(?:\.(?:jsp|do|aspx?|action))?$")


def host_of(url: str) -> str:
    """The lower-cased host without port and user; '' where there is none."""
    found = _ORIGIN.match(url)
    if not found:
        return ""
    host = found[2].rpartition("@")[2].lower()
    return host.split("]")[0] + "]" if host.startswith("[") else host.partition(":")[0].rstrip(".")


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site: equal but for a leading ``www.``."""
    return one.removeprefix("www.") == other.removeprefix("www.")


def is_government(host: str) -> bool:
    """Whether a host lies under ``.gov.cn`` or ``.政务``."""
    return host == "gov.cn" or host.endswith((".gov.cn", ".政务", ".xn--zfr164b"))


def is_attachment(url: str) -> bool:
    """Whether an address leads to a file rather than a page."""
    if url.endswith(_PAGES):
        return False
    path = url.partition("?")[0].partition("#")[0]
    return path.rpartition(".")[2].lower() in _FILES or _DOWNLOAD.search(path[-24:]) is not None


@lru_cache(maxsize=2048)
def canonical(url: str) -> str:
    """The spelling that identifies a page: no scheme, default port, index file, trailing slash, session parts, fragment."""
    url = _DROPPED.sub("", url.strip()).partition("#")[0].strip()
    found = _ORIGIN.match(url)
    host = ""
    if found:
        host = found[2].rpartition("@")[2].lower()
        host = host.removesuffix(":443" if (found[1] or "").lower() == "https:" else ":80")
        url = url[found.end() :]
    path, _, query = url.partition("?")
    if ";" in path:
        path = _SESSION.sub("", path)
    path = _folder(path)
    if query:
        query = "&".join(part for part in query.split("&") if not part.isspace() and part and not _SESSION_KEY.match(part)).rstrip()
    return f"{host}{path}?{query}" if query else host + path


def _folder(path: str) -> str:
    """A path without slashes, blanks and index files at its end, however many."""
    end = len(path)
    while True:
        while end and (path[end - 1] == "/" or path[end - 1].isspace()):
            end -= 1
        start = path.rfind("/", 0, end) + 1
        if not start or end - start > _LONGEST_INDEX or not _INDEX.fullmatch(path, start, end):
            return path[:end]
        end = start


class Joiner(Mapping[str, str]):
    """Resolves the links of one page: ``joiner[href]`` is the absolute address without fragment, '' for what leads nowhere.

    ``javascript:``, ``mailto:``, ``tel:`` and the like, empty links and bare fragments lead nowhere.
    """

    def __init__(self, page: str, base: str = "") -> None:
        try:
            self.base = urljoin(page, base.strip()).partition("#")[0]
        except ValueError:  # a base that is no address is none, as browsers have it
            self.base = page.partition("#")[0]
        found = _ORIGIN.match(self.base)
        self._scheme = (found[1] or "http:").lower() if found else "http:"
        self._origin = f"{self._scheme}//{found[2]}" if found else ""
        path = (self.base[found.end() :] if found else self.base).partition("?")[0]
        self._folder = path.rpartition("/")[0] + "/"
        self._known: dict[str, str] = {}

    def __getitem__(self, href: str) -> str:
        known = self._known.get(href)
        if known is None:
            known = self._known[href] = self._join(href)
        return known

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _join(self, href: str) -> str:
        href = href.strip()
        if not href.isprintable():
            href = _DROPPED.sub("", href)
        if "#" in href:
            href = href.partition("#")[0].strip()
        if not href:
            return ""
        if "\\" in href:
            href = href.replace("\\", "/")
        if " " in href:
            href = href.replace(" ", "%20")
        if href.startswith(("http://", "https://")):
            return href
        if href[:2] == "//":
            return self._scheme + href
        if href[0] == "/":
            return _tidy(self._origin + href, len(self._origin)) if "/." in href else self._origin + href
        if href[0] == "?":
            return self.base.partition("?")[0] + href
        scheme = _SCHEME.match(href)
        if scheme:
            if scheme[0].lower() not in ("http:", "https:"):
                return ""
            if not _ORIGIN.match(href):
                return self._join(href[scheme.end() :])
            return href
        url = self._origin + self._folder + href
        return _tidy(url, len(self._origin)) if "./" in href or href.endswith(".") else url


def _tidy(url: str, start: int) -> str:
    """Resolve ``.`` and ``..`` in the path that begins at ``start``."""
    path, mark, query = url[start:].partition("?")
    kept: list[str] = []
    parts = path.split("/")[1:]
    for part in parts:
        if part == "..":
            if kept:
                kept.pop()
        elif part != ".":
            kept.append(part)
    if parts and parts[-1] in (".", ".."):
        kept.append("")
    return url[:start] + "/" + "/".join(kept) + mark + query


_ARTICLE_URL = re.compile(
    r"(?:/|_|-)[a-z]{0,9}_?\d{3,}(?:_\d+)*(?:-\w+)?\.(?:s?html?|jhtml|jspx?|php|aspx?|do)$|/t\d{8}_|/art_|/art/\d|content"
    r"|/post_\d|/info/\d+/\d+"
    r"|/detail|/show|/view|/article/|/archives?/\d|/c\d{4,}/|/\d{4}[-/]?\d{2}[-/]?\d{0,2}/|[0-9a-f]{32}"
    r"|(?:detail|show|view|read)s?\.(?:aspx?|jsp|php|do|action)\?"
    r"|[?&](?:\w*id|aid|no|sn|wbnewsid|docid|key|n)=\w{2,}|/\d+\.(?:s?html?|jhtml)$|/\d{4,}$|mp\.weixin\.qq\.com/s|\.(?:pdf|docx?|xlsx?)$",
    re.IGNORECASE,
)
_LIST_URL = re.compile(
    r"(?:/|/(?:index|list|default|column|node|col|channel|category|more)[\w-]{0,20}(?:\.(?:s?html?|jhtml|jspx?|php|aspx?"
    r"|do))?|/(?:list|lists|column|channel|category)/\d{1,6}(?:_\d{1,4})?(?:\.s?html?)?)$",
    re.IGNORECASE,
)


_SHOWS = re.compile(r"(?:^|&)(?:a|act|action|do|op)=(?:show|view|detail|content|read|article)\w{0,8}(?:&|$)", re.IGNORECASE)
"""What a query says to the one script of a site (``index.php?a=show``) where it asks for a single article."""


_NAMES_ONE = re.compile(r"(?:^|&)(?:info|article|news|content|doc)_?id=[\w-]{3,64}(?:&|$)|^\d{1,9}\.s?html?$", re.IGNORECASE)
"""What a query names where a folder shows single pages (``infodetail/?infoid=08a1c0de``, ``news/html/?2261.html``)."""


def is_list_url(url: str) -> bool:
    """Whether an address is spelled like a column's: a folder, an index, list or channel page."""
    path, _, query = url.partition("#")[0].partition("?")
    return _LIST_URL.search(path) is not None and _SHOWS.search(query) is None and _NAMES_ONE.search(query) is None


def is_article_url(url: str) -> bool:
    """Whether an address is spelled like a single article's: a number, a day or a long key in it."""
    return _ARTICLE_URL.search(url.partition("#")[0]) is not None
