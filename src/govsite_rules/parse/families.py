"""Which addresses are pages, year filters or twins of one column."""

from __future__ import annotations

import re

from attrs import frozen


@frozen
class Family:
    """An address seen as a page of something larger: ``base`` is the address of that, ``number`` the page of it.

    ``sure`` says that the spelling alone proves it (``index_2``, ``?page=2``); else names or pagination must agree.
    """

    base: str
    number: int | None = None
    sure: bool = True


_INDEX_PAGE = re.compile(r"^(?:index|default)[_-](\d{1,4})\.\w{2,6}$", re.IGNORECASE)
_PAGE_FILE = re.compile(r"^(?:page|p)[_-]?(\d{1,4})(?:\.\w{2,6})?$", re.IGNORECASE)
_PHPCMS = re.compile(r"^(.*-)(\d{1,4})(\.\w{2,6})$")
_NUMBERED = re.compile(r"^(.*[^\d_-])?[_-](\d{1,4})(\.\w{2,6})$")
_NODE = re.compile(r"^(node_\d{1,9})_(\d{1,4})(\.\w{2,6})$", re.IGNORECASE)
_OF_NUMBER = re.compile(r"^((?:.*\D)?\d{1,7})_(\d{1,4})(\.\w{2,6})$")
_BARE_NUMBER = re.compile(r"^(\d{1,4})(\.\w{2,6})$")
_PAGE_KEY = re.compile(r"^(?:page_?(?:no|num|index|id)?|(?:cur|current|now)_?page|pn)$", re.IGNORECASE)
_SIZE_KEY = re.compile(r"^(?:page_?size|(?:total|all)_?(?:pages?|results?|records?|counts?))$", re.IGNORECASE)
_YEAR_KEY = re.compile(r"^(?:year|nian|nd|niandu|nianfen|syear|y)$", re.IGNORECASE)
_YEAR_FOLDER = re.compile(r"^(?:19|20)\d{2}(?:年|nian)?$")
_TWIN_HOST = re.compile(r"^(?:m|wap|3g|mobile|mob|wx|en|english|big5|ft)\.")
_TWIN_FOLDER = frozenset(("m", "wap", "mobile", "mob", "en", "english", "big5", "ft", "zh-hant", "tw"))


def page_family(address: str) -> tuple[Family, ...]:
    """The readings of a canonical address as page n, year filter or page of a numbered list; the likelier first."""
    path, mark, query = address.partition("?")
    if mark:
        number, kept, years = None, [], False
        for part in query.split("&"):
            key, _, value = part.partition("=")
            if _PAGE_KEY.match(key) and value.isdecimal():
                number = int(value[:6])
            elif _SIZE_KEY.match(key):
                continue
            elif _YEAR_KEY.match(key) and _YEAR_FOLDER.match(value):
                years = True
            else:
                kept.append(part)
        if number is not None or years or len(kept) < query.count("&") + 1:
            return (Family(f"{path}?{'&'.join(kept)}" if kept else path, number),)
    folder, slash, file = path.rpartition("/")
    if not slash:
        return ()
    tail = mark + query
    found = _INDEX_PAGE.match(file) or _PAGE_FILE.match(file)
    if found:
        return (Family(folder + tail, int(found[1])),)
    if file.isdecimal() and folder.rpartition("/")[2].lower() in ("page", "p"):
        return (Family(folder.rpartition("/")[0] + tail, int(file)),)
    found = _NODE.match(file)
    if found:
        return (Family(f"{folder}/{found[1]}{found[3]}{tail}", int(found[2])),)
    readings = []
    found = _NUMBERED.match(file)
    if found and found[1]:
        base = f"{folder}/{found[1]}{found[3]}{tail}"
        readings.append(Family(base, int(found[2]), sure=False))
    found = _OF_NUMBER.match(file)
    if found:
        readings.append(Family(f"{folder}/{found[1]}{found[3]}{tail}", int(found[2]), sure=False))
    found = _PHPCMS.match(file)
    if found and found[2] != "1":
        readings.append(Family(f"{folder}/{found[1]}1{found[3]}{tail}", int(found[2]), sure=False))
    found = _BARE_NUMBER.match(file)
    if found:
        readings.append(Family(f"{folder}{found[2]}{tail}", int(found[1]), sure=False))
        readings.append(Family(folder + tail, int(found[1]), sure=False))
    if _YEAR_FOLDER.match(file):
        readings.append(Family(folder + tail, None, sure=False))
    return tuple(readings)


def untwinned(address: str) -> tuple[str, ...]:
    """The addresses of which this one may be the mobile or foreign-language twin."""
    host, slash, path = address.partition("/")
    candidates = []
    found = _TWIN_HOST.match(host)
    if found:
        rest = host[found.end() :]
        candidates += [f"www.{rest}{slash}{path}", f"{rest}{slash}{path}"]
    first, _, rest = path.partition("/")
    if slash and first.lower() in _TWIN_FOLDER:
        candidates.append(f"{host}/{rest}" if rest else host)
    return tuple(candidates)


def path_depth(address: str) -> int | None:
    """How many folders below the root an address stands, where its folders are words; None for numbered schemes."""
    path = address.partition("?")[0].partition("/")[2]
    if "?" in address or not path:
        return None
    parts = path.split("/")
    if any(any(c.isdecimal() for c in part) for part in parts):
        return None
    return len(parts)
