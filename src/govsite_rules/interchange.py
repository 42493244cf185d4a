"""Records as JSON and back: schema names first, exact fractions, unknown fields refused, errors with the path.

Defaults are left out on writing. A site is JSON Lines: the header first, then one line for each member of its collections.
"""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints, overload

import attrs
import msgspec

from . import _data
from .errors import InputError, LimitError
from .values.dates import DateReading
from .values.feed import FeedSnapshot
from .values.finding import Finding
from .values.page import PageSnapshot
from .values.seen import Seen
from .values.site import SiteSnapshot
from .values.subject import Subject

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "SCHEMAS",
    "from_builtins",
    "from_json",
    "json_schema",
    "read_site",
    "schema_of",
    "site_lines",
    "to_builtins",
    "to_json",
]

T = TypeVar("T")

SCHEMAS: tuple[tuple[Any, str], ...] = (
    (SiteSnapshot, "govsite-rules/site/1"),
    (FeedSnapshot, "govsite-rules/feed/1"),
    (PageSnapshot, "govsite-rules/page/1"),
    (Subject, "govsite-rules/subject/1"),
    (Finding, "govsite-rules/finding/1"),
    (tuple[Finding, ...], "govsite-rules/findings/1"),
)
"""The documents of this layer. A record of an upper layer carries its name as ``SCHEMA``."""

MAX_BYTES = 1 << 30
MAX_LINE = 1 << 28

_ZONE = re.compile(r"(?:[Zz]|[+-]\d\d:?\d\d)$")
_FRACTION = re.compile(r"-?\d{1,30}(?:/\d{1,30})?$")


def schema_of(type: Any) -> str:
    """The schema name of a document type; KeyError where it has none."""
    for known, name in SCHEMAS:
        if known == type:
            return name
    if hasattr(type, "SCHEMA"):
        return str(type.SCHEMA)
    raise KeyError(f"{type!r} has no schema name; pass one")


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of the documents called ``name``, such as ``govsite-rules/findings/1``. Raises InputError naming those there are."""
    files = {f"govsite-rules/{file.removesuffix('.schema.json').replace('-', '/')}": file for file in _data.listing("schemas")}
    if name not in files:
        raise InputError("no such schema", field="name", value=name, expected=", ".join(files))
    schema: dict[str, Any] = msgspec.json.decode(_data.read_bytes(f"schemas/{files[name]}"))
    return schema


def to_builtins(value: Any) -> Any:
    """``value`` as dicts, lists, text and numbers, fields that hold their default left out."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is float:
        return value
    if kind is tuple or kind is list:
        return [to_builtins(item) for item in value]
    if attrs.has(kind):
        out = {}
        for name, default in _defaults(kind):
            member = getattr(value, name)
            if member is not default and not (type(member) is type(default) and member == default):
                out[name] = to_builtins(member)
        return out
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted((to_builtins(item) for item in value), key=repr)
    if isinstance(value, dict):
        return {str(to_builtins(key)): to_builtins(member) for key, member in value.items()}
    raise TypeError(f"{kind.__name__} has no JSON form")


def from_builtins(data: Any, type: type[T], *, path: str = "$", file: str | None = None, row: int | None = None) -> T:
    """``data`` as a record of ``type``. Raises InputError naming the path of what is wrong, unknown fields included."""
    try:
        check = _checker(typing.cast("typing.Hashable", type))
        if check is not None:
            check(data, path)
        return msgspec.convert(data, type, dec_hook=_decode)
    except msgspec.ValidationError as error:
        text, _, at = str(error).partition(" - at `")
        at = at.rstrip("`").replace("$", path, 1) or path
        raise InputError(text, file=file, row=row, field=at, expected=_words(data, type, path, at)) from None
    except _Misfit as error:
        message, field, value, expected = error.args
        raise InputError(message, file=file, row=row, field=field, value=value, expected=expected) from None


def to_json(value: Any, *, schema: str | None = None) -> str:
    """A document as JSON text that starts with its schema name; a site as JSON Lines.

    A tuple becomes an object with the members under ``items``. ``schema`` is needed for types without a name of their own only.
    """
    if isinstance(value, SiteSnapshot) and schema is None:
        return "".join(site_lines(value))
    if isinstance(value, tuple):
        name = schema or schema_of(tuple[Finding, ...])
        return _dumps({"schema": name, "items": to_builtins(value)})
    return _dumps({"schema": schema or schema_of(type(value)), **to_builtins(value)})


@overload
def from_json(text: str | bytes, type: type[T], *, schema: str | None = None, file: str | None = None) -> T: ...
@overload
def from_json(text: str | bytes, type: Any, *, schema: str | None = None, file: str | None = None) -> Any: ...
def from_json(text: str | bytes, type: Any, *, schema: str | None = None, file: str | None = None) -> Any:
    """The document in ``text``. Raises InputError where it is no JSON, of another schema, or does not fit ``type``."""
    if type is SiteSnapshot and schema is None:
        return read_site(text.splitlines() if isinstance(text, bytes) else text.split("\n"), file=file)
    body = _document(text, schema or schema_of(type), file=file, row=None)
    if get_origin(type) is tuple:
        if set(body) != {"items"}:
            raise InputError("a document of many members", file=file, field="$", value=sorted(body), expected="schema and items alone")
        return from_builtins(body["items"], type, path="$.items", file=file)
    return from_builtins(body, type, file=file)


def site_lines(site: SiteSnapshot) -> Iterator[str]:
    """The lines of a site, each with its line end: a header, then ``{"columns": {...}}`` and the like, one member a line.

    The header keeps how many members of each collection follow, so that a cut file is noticed.
    """
    body = to_builtins(site)
    members: list[tuple[str, Any]] = []
    for name in _collections():
        part = body.get(name)
        if part is not None and part.get("items"):
            items = part.pop("items")
            part["count"] = len(items)
            members += [(name, item) for item in items]
    yield _dumps({"schema": schema_of(SiteSnapshot), **body})
    for name, item in members:
        yield _dumps({name: item})


def read_site(lines: Iterable[str | bytes], *, file: str | None = None) -> SiteSnapshot:
    """The site that ``site_lines`` wrote. Raises InputError with the row of what is wrong, a missing line included."""
    header: dict[str, Any] | None = None
    counts: dict[str, int] = {}
    found: dict[str, list[Any]] = {}
    types_of = _collections()
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if header is None:
            header = _document(line, schema_of(SiteSnapshot), file=file, row=row)
            counts = _counts(header, file, row)
            found = {name: [] for name in counts}
            continue
        data = _loads(line, file=file, row=row)
        name = next(iter(data)) if isinstance(data, dict) and len(data) == 1 else ""
        if name not in found:
            expected = f"one of {', '.join(sorted(found))}" if found else "no more lines"
            raise InputError("an unexpected line", file=file, row=row, field=name, expected=expected)
        found[name].append(from_builtins(data[name], types_of[name], path=f"$.{name}", file=file, row=row))
    if header is None:
        raise InputError("no header", file=file, row=1, expected=f'a line with "schema": "{schema_of(SiteSnapshot)}"')
    for name, count in counts.items():
        if len(found[name]) != count:
            raise InputError("lines are missing or too many", file=file, field=name, value=len(found[name]), expected=f"{count} lines")
    site = from_builtins(header, SiteSnapshot, file=file, row=1)
    parts = {name: attrs.evolve(getattr(site, name), items=tuple(items)) for name, items in found.items()}
    return attrs.evolve(site, **parts)


def _counts(header: dict[str, Any], file: str | None, row: int) -> dict[str, int]:
    """Take the counts of members that follow out of a header."""
    counts = {}
    for name in _collections():
        part = header.get(name)
        if isinstance(part, dict) and "count" in part:
            count, where = part.pop("count"), f"$.{name}.count"
            if type(count) is not int or count < 0 or "items" in part:
                raise InputError("no count of lines", file=file, row=row, field=where, value=count, expected="a number, without items")
            counts[name] = count
    return counts


def _dumps(value: Any) -> str:
    try:
        return msgspec.json.encode(value).decode() + "\n"
    except UnicodeEncodeError as error:
        raise InputError("text that no UTF-8 can hold", value=error.object[max(error.start - 20, 0) : error.end + 20]) from None


def _loads(text: str | bytes, *, file: str | None, row: int | None) -> Any:
    limit = MAX_BYTES if row is None else MAX_LINE
    if len(text) > limit:
        raise LimitError("a document too large", file=file, row=row, value=len(text), expected=f"at most {limit} bytes")
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(f"no JSON: {error}", file=file, row=row, value=text[:80], expected="a JSON object") from None


def _document(text: str | bytes, schema: str, *, file: str | None, row: int | None) -> dict[str, Any]:
    data = _loads(text, file=file, row=row)
    if not isinstance(data, dict):
        raise InputError("no document", file=file, row=row, value=text[:80], expected="a JSON object")
    name = data.pop("schema", None)
    if name != schema:
        raise InputError("another kind of document", file=file, row=row, field="schema", value=name, expected=schema)
    return data


def _decode(type: Any, value: Any) -> Any:
    if type is Fraction:
        if isinstance(value, int) and not isinstance(value, bool):
            return Fraction(value)
        if isinstance(value, str) and _FRACTION.match(value) and not value.endswith("/0"):
            return Fraction(value)
        raise ValueError('Expected a fraction such as "4/3"')
    raise ValueError(f"{getattr(type, '__name__', type)} has no JSON form: leave it out")


class _Misfit(Exception):
    """What a check found: message, path, value, what would be right."""


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((attribute.name, attribute.default) for attribute in attrs.fields(kind))


@cache
def _collections() -> dict[str, Any]:
    """The collections of a site by name, with the type of their members."""
    hints = get_type_hints(SiteSnapshot)
    found = {}
    for name, hint in hints.items():
        for option in get_args(hint):
            if get_origin(option) is Seen:
                found[name] = get_args(option)[0]
    return found


Check = Callable[[Any, str], None]


@cache
def _checker(hint: Any, words: bool = False) -> Check | None:
    """What msgspec does not check in data of this type: unknown fields, times without a zone, days that do not exist.

    ``words``: also whether a word is one of a few, which msgspec refuses without naming the right ones.
    """
    origin = get_origin(hint)
    if origin is typing.Union or origin is types.UnionType:
        checks = [check for check in (_checker(arg, words) for arg in get_args(hint)) if check is not None]
        return _optional(checks[0]) if checks else None
    if origin is tuple:
        inner = _checker(get_args(hint)[0], words)
        return None if inner is None else _each(inner)
    if hint is dt.datetime:
        return _zoned
    if words and isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of(hint)
    kind = origin or hint
    if not (isinstance(kind, type) and attrs.has(kind)):
        return None
    hints = get_type_hints(kind)
    if origin is not None:
        filled = dict(zip(getattr(kind, "__parameters__"), get_args(hint), strict=True))  # noqa: B009
        hints = {name: _filled(hint, filled) for name, hint in hints.items()}
    fields = {attribute.name: _checker(hints[attribute.name], words) for attribute in attrs.fields(kind)}
    record = _record(kind.__name__, fields)
    return _both(record, _real_day) if kind is DateReading else record


def _words(data: Any, type: type[Any], path: str, at: str) -> str | None:
    """What would be right in place of the word that stands at ``at``; None where something else is wrong there."""
    check = _checker(typing.cast("typing.Hashable", type), True)
    try:
        if check is not None:
            check(data, path)
    except _Misfit as error:
        _, field, _, expected = error.args
        return str(expected) if field == at else None
    return None


def _one_of(kind: type[Enum]) -> Check:
    members = [member.value for member in kind]

    def run(data: Any, path: str) -> None:
        if data not in members:
            raise _Misfit("no such choice", path, data, f"one of {', '.join(map(str, members))}")

    return run


def _filled(hint: Any, filled: dict[Any, Any]) -> Any:
    if hint in filled:
        return filled[hint]
    if get_origin(hint) is tuple:
        return types.GenericAlias(tuple, tuple(_filled(arg, filled) for arg in get_args(hint)))
    return hint


def _optional(check: Check) -> Check:
    return lambda data, path: None if data is None else check(data, path)


def _both(first: Check, second: Check) -> Check:
    def run(data: Any, path: str) -> None:
        first(data, path)
        second(data, path)

    return run


def _each(check: Check) -> Check:
    def run(data: Any, path: str) -> None:
        if isinstance(data, list):
            for index, item in enumerate(data):
                check(item, f"{path}[{index}]")

    return run


def _record(name: str, fields: dict[str, Check | None]) -> Check:
    def run(data: Any, path: str) -> None:
        if not isinstance(data, dict):
            return
        for key, value in data.items():
            if key not in fields:
                raise _Misfit(f"{name} has no such field", f"{path}.{key}", None, f"one of {', '.join(fields)}")
            check = fields[key]
            if check is not None:
                check(value, f"{path}.{key}")

    return run


def _zoned(data: Any, path: str) -> None:
    if isinstance(data, str) and not _ZONE.search(data):
        raise _Misfit("a time without a zone", path, data, "such as 2026-01-31T09:00:00+08:00")


def _real_day(data: Any, path: str) -> None:
    if not isinstance(data, dict):
        return
    year, month, day = (data.get(part) for part in ("year", "month", "day"))
    if not all(part is None or isinstance(part, int) for part in (year, month, day)):
        return
    try:
        dt.date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except (ValueError, OverflowError):
        raise _Misfit("a day that does not exist", path, f"{year}-{month}-{day}", "a calendar day") from None
