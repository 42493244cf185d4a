"""Lists whose data stand in scripts: records in CDATA, written markup, JSON and script literals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from ..values.dates import NO_DATE, SHANGHAI, DateReading, DateSource
from ..values.page import Entry
from .dates import read_date
from .han import han_count
from .tree import Tree
from .urls import Joiner

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_WRITE = re.compile(r"document\s?\.\s?write(?:ln)?\s?\(")
_STRING = re.compile(r"\s{0,40}\+?\s{0,40}(?:'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\")", re.DOTALL)
_LITERAL = re.compile(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"|\\.", re.DOTALL)
_RECORD = re.compile(r"ICP备案?[^0-9]{0,9}(\d{5,10})")
SCRIPT_COMMENT = re.compile(r"^[^\S\n]{0,200}//[^\n]{0,5000}$", re.MULTILINE)
_ASSIGNED = re.compile(
    r"(?:^|[;{,]|\b(?:var|let|const)\s)\s{0,40}([A-Za-z_$]\w{0,30})\s{0,9}\+?=(?!=)"
    r"(?:\s{0,9}(?:'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\")\s{0,9}(?=[;\n]))?",
    re.MULTILINE,
)
_NAME = re.compile(r"\s{0,40}\+\s{0,40}([A-Za-z_$]\w{0,30})(?=\s{0,40}[+),;])")
_ONLY_NAME = re.compile(r"\s{0,40}([A-Za-z_$]\w{0,30})(?=\s{0,40}\))")
_REPEATED = re.compile(
    r"(?:data-)?(?:v-(?:for|html|text)|ng-(?:repeat|bind|include|view)|ms-(?:for|repeat|each|html|text)|x-(?:for|html|text)|wx:for)(?![a-z])"
    r"|data-bind$"
)
_FETCHED = re.compile(r"(?:[a-z-]{0,20}-)?(?:url|api)$|lay-data$")
_PATTERN = re.compile(r"template|text/html|handlebars|mustache|jsrender", re.IGNORECASE)
_OBJECT = re.compile(r"\{[^{}]{10,6000}\}")
_PAIR = re.compile(r"[\"']?([A-Za-z_]\w{0,30})[\"']?\s{0,9}:\s{0,9}(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|(\d{10,13})\b)")
_TITLE_KEY = re.compile(r"title|name|subject|biaoti|headline|caption", re.IGNORECASE)
_URL_KEY = re.compile(r"(?:url|href|link|src|path|address|weburl|docpuburl|puburl)$", re.IGNORECASE)
_DATE_KEY = re.compile(r"(?:date|time|rq|fbsj|fbrq|day|publish\w{0,9}|release\w{0,9}|created?\w{0,9}|sj)$", re.IGNORECASE)
_BEST_DATE = re.compile(r"pub|release|fb|show|display", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "\n": "", "\r": ""}
_LONGEST_FOOTER = 20_000
_TAGS = re.compile(r"<[^<>]{0,300}>")
_BOXES = frozenset(("div", "section", "main", "ul", "table"))
_LISTS = ("ul", "ol", "dl", "tbody")
_FEW_NODES = 8
_A_RECORD = re.compile(r"<record[\s>/]")
_NO_RECORD = re.compile(r"totalRecord\s{0,3}:\s{0,3}0\b")
_DRAWN = re.compile(
    r"\$\.(?:ajax|get|post|getJSON)\s?\(|axios|fetch\s?\(|XMLHttpRequest|new\s+Vue|createApp|ReactDOM|v-for|ng-repeat|\b_CONFIG\s?=|gkmlpt|laytpl|\{\{"
    r"|template\(|jsonp|\.load\s?\(|layui\.|jpage|dataproxy|unitbuild|getInfoList|loadData|getData|queryList|initList|getList|angular|loadList|/ext-\d|ext-all|datagrid|bootstrapTable",
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
        elif "jpage" in content and "</a>" in content:
            # Older pages hand their records over as the strings of an array.
            parts += [row for one, other in _LITERAL.findall(content) if "</a>" in (row := _unescaped(one or other))]
        if "document.write" in content and ("<a" in content or "<A" in content):
            parts += written(content)
    for i in tree.of.get("textarea", ()):
        content = tree.raw.get(i, "")
        if "<a" in content and "href" in content:
            parts.append(content)
    markup = "\n".join(parts)
    return markup if "href" in markup.lower() else ""


def written_text(tree: Tree) -> str:
    """The readable text that scripts in the page write as it stands there, and that of a footer put together from strings."""
    parts: list[str] = []
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if "document.write" in content:
            parts += written(content)
        elif "ICP备" in content and len(content) < _LONGEST_FOOTER:
            content = SCRIPT_COMMENT.sub("", content)
            # One that holds the footers of many sites says of none that it is this page's.
            if len(set(_RECORD.findall(content))) == 1:
                parts += [_unescaped(one or other) for one, other in _LITERAL.findall(content)]
    markup = "".join(parts)
    return " ".join(_TAGS.sub(" \x1f ", markup).replace("&nbsp;", " ").split()) if markup else ""


def written(script: str) -> list[str]:
    """What each document.write call begins with, as far as literals and names that the script gives one literal tell it."""
    values: dict[str, str] | None = None
    found = []
    for call in _WRITE.finditer(script):
        parts, at = [], call.end()
        while True:
            if (literal := _STRING.match(script, at)) is not None:
                parts.append(_unescaped(literal[1] or literal[2] or ""))
            elif (literal := (_NAME if parts else _ONLY_NAME).match(script, at)) is not None:
                values = _given(script) if values is None else values
                if literal[1] not in values:
                    break
                parts.append(values[literal[1]])
            else:
                break
            at = literal.end()
        told = "".join(parts)
        if told.rfind("<") <= told.rfind(">"):  # a tag that a name of the script would go on with tells nothing
            found.append(told)
    return found


def _given(script: str) -> dict[str, str]:
    """The names that a script gives one literal, and nothing else."""
    given = _ASSIGNED.findall(script)
    times = Counter(name for name, _, _ in given)
    return {name: _unescaped(single or double) for name, single, double in given if (single or double) and times[name] == 1}


def script_entries(tree: Tree, joiner: Joiner, limit: int) -> tuple[Entry, ...]:
    """Entries from objects with a title, an address and mostly a date in scripts or components, JSON or script literals."""
    result: list[Entry] = []
    known: set[str] = set()
    handed = [value or "" for i in tree.components() for value in tree.attrs[i].values()]
    for content in (*(tree.raw.get(i, "") for i in tree.of.get("script", ())), *handed):
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
            if han_count(text) >= 4 and len(title) < len(text) < 300:
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
            if _A_RECORD.search(content):
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
    return "{{" in "".join(tree.texts) or _is_template(tree) or _is_before_its_script(tree)


def _is_template(tree: Tree) -> bool:
    """Whether the page holds a pattern of rows that a script repeats (an attribute or a script that is none says so), or an empty list
    that says whence it gets them.
    """
    if any(_REPEATED.match(name) for attrs in tree.attrs for name in attrs):
        return True
    lists = [i for tag in ("table", *_LISTS) for i in tree.of.get(tag, ())]
    if any(_FETCHED.match(name) for i in lists for name in tree.attrs[i] if not tree.text(i)):
        return True
    return any(_PATTERN.search(tree.get(i, "type")) and "<" in tree.raw.get(i, "") for i in tree.of.get("script", ()))


def has_empty_list(tree: Tree, home: bool) -> bool:
    """Whether a list that a script can find by its id has no item; but for the homepage, a script in the page must name it."""
    named = {name for tag in _LISTS for i in tree.of.get(tag, ()) if tree.ends[i] - i == 1 and (name := tree.get(i, "id"))}
    if home or not named:
        return bool(named)
    scripts = [tree.raw.get(i, "") for i in tree.of.get("script", ())]
    return any(f"{quote}{name}{end}" in script for name in named for script in scripts for quote in ("#", "'", '"') for end in ("'", '"'))


def _is_before_its_script(tree: Tree) -> bool:
    """Whether an empty element with an id stands right before the script file that fills it, or with an empty one between."""
    for i in tree.of.get("script", ()):
        if not tree.get(i, "src"):
            continue
        for box in range(i - 1, max(tree.parents[i], i - 1 - _FEW_NODES), -1):
            if tree.texts[box].strip() or (tree.tags[box] and tree.tags[box] not in _BOXES):
                break
            if tree.parents[box] == tree.parents[i] and tree.get(box, "id"):
                return True
    return False
