"""Lists whose data stand in scripts: records in CDATA, written markup, JSON and script literals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from ..values.dates import NO_DATE, SHANGHAI, DateReading, DateSource
from ..values.page import Entry
from .dates import read_date
from .tree import Tree
from .urls import Joiner

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_WRITE = re.compile(r"document\s?\.\s?write(?:ln)?\s?\(")
_STRING = re.compile(r"\s{0,40}\+?\s{0,40}(?:'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\")")
_OBJECT = re.compile(r"\{[^{}]{10,6000}\}")
_PAIR = re.compile(r"[\"']?([A-Za-z_]\w{0,30})[\"']?\s{0,9}:\s{0,9}(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|(\d{10,13})\b)")
_TITLE_KEY = re.compile(r"title|name|subject|biaoti|headline|caption", re.IGNORECASE)
_URL_KEY = re.compile(r"(?:url|href|link|src|path|address|weburl|docpuburl|puburl)$", re.IGNORECASE)
_DATE_KEY = re.compile(r"(?:date|time|rq|fbsj|fbrq|day|publish\w{0,9}|release\w{0,9}|created?\w{0,9}|sj)$", re.IGNORECASE)
_BEST_DATE = re.compile(r"pub|release|fb|show|display", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}
_TAGS = re.compile(r"<[^<>]{0,300}>")
_HAN = re.compile(r"[\u3400-\u9fff]")
_BOXES = frozenset(("div", "section", "main", "ul", "table"))
_EMPTY_SET = re.compile(r"<recordset>\s{0,200}</recordset>")
_NO_RECORD = re.compile(r"totalRecord\s{0,3}:\s{0,3}0\b")
_DRAWN = re.compile(
    r"\$\.(?:ajax|get|post|getJSON)\s?\(|axios|fetch\s?\(|XMLHttpRequest|new\s+Vue|createApp|ReactDOM|v-for|ng-repeat|\b_CONFIG\s?=|gkmlpt|laytpl|\{\{"
    r"|template\(|jsonp|\.load\s?\(|layui\.|jpage|dataproxy|unitbuild|getInfoList|loadData|getData|queryList|initList|getList|angular|loadList",
    re.IGNORECASE,
)


def written_markup(tree: Tree, html: str) -> str:
    """Markup that a script holds as text: jpage records, written list rows, lazily shown areas; '' where there is none."""
    parts: list[str] = []
    if tree.of.get("record") or tree.of.get("datastore"):
        parts += [body for body in _CDATA.findall(html) if "<a" in body or "<A" in body]
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if "<![CDATA[" in content and ("<record" in content or "<datastore" in content):
            parts += [body for body in _CDATA.findall(content) if "<a" in body or "<A" in body]
        if "document.write" in content and ("<a" in content or "<A" in content):
            parts += _written(content)
    for i in tree.of.get("textarea", ()):
        content = tree.raw.get(i, "")
        if "<a" in content and "href" in content:
            parts.append(content)
    markup = "\n".join(parts)
    return markup if "href" in markup.lower() else ""


def written_text(tree: Tree) -> str:
    """The readable text that scripts in the page write as it stands there."""
    markup = "".join(part for i in tree.of.get("script", ()) if "document.write" in tree.raw.get(i, "") for part in _written(tree.raw[i]))
    return " ".join(_TAGS.sub(" \x1f ", markup).replace("&nbsp;", " ").split()) if markup else ""


def _written(script: str) -> list[str]:
    """The literal strings of each document.write call, joined; variables between them are left out."""
    found = []
    for call in _WRITE.finditer(script):
        parts, at = [], call.end()
        while (literal := _STRING.match(script, at)) is not None:
            parts.append(_unescaped(literal[1] or literal[2] or ""))
            at = literal.end()
        if parts:
            found.append("".join(parts))
    return found


def script_entries(tree: Tree, joiner: Joiner, limit: int) -> tuple[Entry, ...]:
    """Entries from objects with a title, an address and mostly a date in scripts, JSON or script literals."""
    result: list[Entry] = []
    known: set[str] = set()
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if len(content) < 60 or "{" not in content or ("itle" not in content and "TITLE" not in content and "ame" not in content):
            continue
        for found in _OBJECT.finditer(content):
            entry = _entry(_PAIR.findall(found[0]), joiner)
            if entry is not None and entry.url not in known:
                known.add(entry.url)
                result.append(entry)
                if len(result) >= limit:
                    tree.truncated = True
                    return tuple(result)
    dated = sum(entry.date.absent is None for entry in result)
    return tuple(result) if len(result) >= 2 and dated * 2 >= len(result) else ()


def _entry(pairs: Iterable[tuple[str, str, str, str]], joiner: Joiner) -> Entry | None:
    title = url = ""
    date, best = NO_DATE, False
    for key, double, single, number in pairs:
        value = _unescaped(double or single)
        if value and _TITLE_KEY.search(key):
            text = " ".join(_TAGS.sub("", value).split())
            if len(_HAN.findall(text)) >= 4 and len(title) < len(text) < 300:
                title = text
        if value and not url and _URL_KEY.search(key) and ("/" in value or "." in value):
            url = joiner[value]
        if (value or number) and not best and _DATE_KEY.search(key):
            reading = _moment(int(number)) if number else read_date(value, source=DateSource.SCRIPT)
            better = _BEST_DATE.search(key) is not None
            if reading is not None and reading.absent is None and (better or date.absent is not None):
                date, best = reading, better
    return Entry(title, url, date) if title and url else None


def _moment(number: int) -> DateReading:
    """The moment that a script's count of seconds or milliseconds stands for."""
    moment = datetime.fromtimestamp(number / 1000 if number >= 10**12 else number, SHANGHAI)
    return DateReading(moment.year, moment.month, moment.day, moment.time().replace(microsecond=0), str(number), DateSource.SCRIPT)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _PLAIN.get(found[2], found[2]), text)


def empty_store(tree: Tree) -> str:
    """The count of nothing beside the one store of records in the page, which holds none; '' where there is no such store.

    A server writes both: unlike a script's own start at nothing, they say that the list is empty.
    """
    stores = 0
    counted = ""
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if "<recordset" in content:
            if _EMPTY_SET.search(content) is None:
                return ""
            stores += 1
        elif "jpage" in content and not counted:
            found = _NO_RECORD.search(content)
            counted = found[0] if found else ""
    return counted if stores == 1 else ""


def is_drawn(tree: Tree) -> bool:
    """Whether the page's scripts fetch or draw content that is not in the page."""
    for i in tree.of.get("script", ()):
        attrs = tree.attrs[i]
        if "parsetype" in attrs or "querydata" in attrs or _DRAWN.search(tree.raw.get(i, "")) or _DRAWN.search(attrs.get("src") or ""):
            return True
    return "{{" in "".join(tree.texts) or _is_mounted(tree)


def _is_mounted(tree: Tree) -> bool:
    """Whether an empty element with an id stands right before the script file that fills it."""
    for i in tree.of.get("script", ()):
        box = i - 1
        while box >= 0 and not tree.tags[box] and not tree.texts[box].strip():
            box -= 1
        if box >= 0 and tree.tags[box] in _BOXES and tree.parents[box] == tree.parents[i] and tree.get(box, "id") and tree.get(i, "src"):
            return True
    return False
