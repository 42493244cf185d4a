"""JSON documents and JSON lines as records: posts are found by their fields, wherever an interface wraps them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from .records import Record, picker
from .times import Unreadable

Claims = Callable[[Record], bool]

_INSIDE = ("general_msg_list", "publish_page", "publish_info")  # JSON written into a string
_MAYBE_INSIDE = "content"
_owner_of = picker(
    tuple("mp_nickname mp_name nickname user.screen_name user.nickname user.nick_name user.name author.nickname author.name".split())
)
_owner_id_of = picker(("mp_wxid", "mp_id", "user.idstr", "user.id", "user.uid", "author.id", "author.uid"))
_ERRORS = ("errcode", "error_code", "err_code", "errno", "ret", "error")
_DEPTH = 12
_BLANK = "\ufeff\0 \t\r\n,"


def load(text: str) -> Any:
    """The value of a JSON text. Raises Unreadable with the position."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        pass  # lone surrogates and NaN, which real exports hold, are read by the standard library only
    except RecursionError:
        raise Unreadable("JSON is nested too deeply") from None
    try:
        return _whole(json.loads(text))
    except json.JSONDecodeError as error:
        raise Unreadable(f"no JSON: {error.msg} at line {error.lineno} column {error.colno}", error.lineno) from None
    except (RecursionError, ValueError):
        raise Unreadable("JSON is nested too deeply or holds a number too long") from None


def _whole(value: Any) -> Any:
    """The value without halves of characters, which no output could hold."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_whole(child) for child in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(child) for key, child in value.items()}
    return value


def is_lines(text: str) -> bool:
    """Whether the first line is a whole document and more follow."""
    first, _, rest = text.lstrip(_BLANK).partition("\n")
    if not rest.strip(_BLANK):
        return False
    try:
        load(first.strip(_BLANK))
    except Unreadable:
        # The first line may be the broken one; a document over several lines never ends its second line whole.
        second = rest.lstrip(_BLANK).partition("\n")[0].strip(_BLANK)
        try:
            return first[:1] == second[:1] == "{" and isinstance(load(second), dict)
        except Unreadable:
            return False
    return True


def load_lines(text: str) -> Iterator[tuple[int, Any]]:
    """(line number, value or Unreadable) of every line that is not blank."""
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip(_BLANK)
        if stripped:
            try:
                yield number, load(stripped)
            except Unreadable as error:
                yield number, error


def find_records(value: Any, claims: Claims, depth: int = 0) -> Iterator[Record | Unreadable]:
    """The records of a document that ``claims`` accepts; what stands beside one in its list and is none, is unreadable."""
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        if claims(value):
            yield value
            return
        for key, child in value.items():
            if isinstance(child, str) and (key in _INSIDE or (key == _MAYBE_INSIDE and child.startswith("{"))):
                try:
                    child = load(child)
                except Unreadable as error:
                    yield Unreadable(f"{key}: {error}")
                    continue
            if isinstance(child, dict) and "author" in value and "author" not in child and claims(child):
                yield {**child, "author": value["author"]}
            elif isinstance(child, (dict, list)):
                yield from find_records(child, claims, depth + 1)
    elif isinstance(value, list):
        listed = any(isinstance(child, dict) and claims(child) for child in value)
        for child in value:
            if isinstance(child, dict) and claims(child):
                yield child
            elif listed:
                yield Unreadable(f"no post: {describe(child)}")
            else:
                yield from find_records(child, claims, depth + 1)


def owner(value: Any) -> tuple[str, str]:
    """Name and identifier of the account as they stand around the posts, each '' where none is said."""
    if not isinstance(value, dict):
        return "", ""
    if str(value.get("version", "")).startswith("https://jsonfeed.org/"):
        return str(value.get("title") or ""), ""
    inner = value.get("data")
    around = (value, inner) if isinstance(inner, dict) else (value,)
    names, ids = filter(None, map(_owner_of, around)), filter(None, map(_owner_id_of, around))
    return str(next(names, "")), str(next(ids, ""))


def is_empty_list(value: Any, depth: int = 0) -> bool:
    """Whether a document is a well-formed answer without posts: no error, and an empty list where posts would be."""
    if isinstance(value, list):
        return not value
    if depth > _DEPTH or not isinstance(value, dict) or _is_error(value) or _is_error(value.get("base_resp")):
        return False
    children = (_inside(child) if key in _INSIDE and isinstance(child, str) else child for key, child in value.items())
    return any(isinstance(child, (list, dict)) and is_empty_list(child, depth + 1) for child in children)


def _inside(text: str) -> Any:
    try:
        return load(text)
    except Unreadable:
        return None


def _is_error(answer: Any) -> bool:
    if not isinstance(answer, dict):
        return False
    return answer.get("ok") == 0 or any(answer.get(name) not in (None, 0, "0", "", False) for name in _ERRORS)


def describe(value: Any) -> str:
    """What was seen, short: the field names of a record, the type of anything else."""
    if isinstance(value, dict):
        return "fields " + ", ".join(str(key)[:30] for key in list(value)[:8])
    return type(value).__name__
