"""Checklists as files, TOML or JSON: whole lists, and overlays that say only what they change.

A whole list has the fields of ``Checklist``; fields that hold their default may be left out. A file with ``base`` and
without ``clauses`` is an overlay: ``[[change]]`` names a clause by id and gives the fields that change, ``[[add]]`` is a
clause of its own, ``drop`` lists ids, ``[scheme]`` and ``[params.INDICATOR]`` give the fields that change. Points, limits
and factors are exact: whole numbers, decimals, or text such as ``"4/3"``. Where TOML has no null, the text ``"none"`` says None.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import tomllib
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import attrs
from attrs import evolve, frozen

from ..errors import ChecklistError, InputError, LimitError
from ._rows import Path, json_rows, toml_rows
from .model import Checklist, Clause, Heading, Scheme, Section

if TYPE_CHECKING:
    from ..indicators._base import Indicator

SCHEMA = "govsite-rules/checklist/1"
MAX_CHARS = 1_000_000
MAX_DOTS = 300
"""In one line of TOML: its reader takes time with the square of the parts of a dotted key."""

Format = Literal["toml", "json"]

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12}|/0*[1-9][0-9]{0,11})?")
_ORDER = (
    *("id", "title", "title_en", "base", "partial", "document", "in_force", "notes"),
    *("drop", "scheme", "params", "sections", "headings", "change", "add", "clauses"),
)
_WORDS = {str: "text", bool: "true or false", int: "a whole number", dict: "a table"}
_OVERLAY_ONLY = ("change", "add", "drop")
_NOT_IN_OVERLAY = ("clauses", "partial")


def load_checklist(path: str | os.PathLike[str], *, bases: Iterable[Checklist] = (), indicators: Iterable[Indicator] = ()) -> Checklist:
    """The checklist in a file, ``.json`` or else TOML, UTF-8. Errors and arguments as ``read_checklist``."""
    name = os.fspath(path)
    try:
        with open(name, "rb") as stream:
            body = stream.read(4 * MAX_CHARS + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=name, expected="a checklist file") from None
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", file=name, row=body.count(b"\n", 0, error.start) + 1, expected="a text in UTF-8") from None
    return read_checklist(text, file=name, bases=bases, indicators=indicators)


def read_checklist(
    text: str,
    *,
    file: str = "",
    format: Format | None = None,
    bases: Iterable[Checklist] = (),
    indicators: Iterable[Indicator] = (),
) -> Checklist:
    """The checklist in a text. ``file`` is what errors call it and, without ``format``, tells JSON from TOML by its name.

    ``bases`` are lists an overlay may stand on besides the shipped ones; ``indicators`` those whose parameters may be
    set, and whose codes are known, besides the shipped ones. Raises InputError (file, line, field, value, expected) for what
    cannot be read, ChecklistError with file and line where the list contradicts itself or its base, LimitError where it is too large.
    """
    if len(text) > MAX_CHARS:
        raise LimitError("a checklist too large", file=file or None, value=len(text), expected=f"at most {MAX_CHARS} characters")
    if format is None:
        format = "json" if file.endswith(".json") or (not file.endswith(".toml") and text.lstrip().startswith("{")) else "toml"
    data, rows = _parsed(text, format, file)
    source = _Source(file, rows)
    schema = data.pop("schema", None)
    if schema != SCHEMA:
        source.wrong(("schema",), "another kind of document", schema, SCHEMA)
    by_id = {indicator.id: indicator for indicator in (*_shipped_indicators(data), *indicators)}
    try:
        if "base" in data and "clauses" not in data:
            read = _overlay(data, source, tuple(bases), by_id)
            _known_codes(data, source, read, by_id)
            return read
        for name in _OVERLAY_ONLY:
            if name in data:
                source.wrong((name,), "a whole list changes nothing", None, "a base and no clauses, or clauses and no change, add, drop")
        params = _params(data.pop("params", {}), source, by_id, {})
        read = Checklist(**source.fields(data, Checklist, (), without=("params",)), params=params)
        _known_codes(data, source, read, by_id)
        return read
    except ChecklistError as error:
        raise ChecklistError(source.located(data, str(error))) from None


def dump_checklist(checklist: Checklist, *, format: Format = "toml", base: Checklist | None = None) -> str:
    """A checklist as text that ``read_checklist`` gives back equal: whole, or with ``base`` as an overlay of that list.

    Raises ChecklistError where the list is no overlay of ``base``.
    """
    data = _plain(checklist) if base is None else _difference(checklist, base)
    data["params"] = _plain_params(checklist, base)
    data = {"schema": SCHEMA, **{name: data[name] for name in _ORDER if name in data and data[name] != {}}}
    return json.dumps(_jsonable(data), ensure_ascii=False, indent=2) + "\n" if format == "json" else _toml(data)


# --- reading ---------------------------------------------------------------------------------------------------------


def _parsed(text: str, format: Format, file: str) -> tuple[dict[str, Any], Mapping[Path, int]]:
    try:
        if format == "json":
            data = json.loads(text, parse_float=Decimal, parse_constant=Decimal)
        else:
            if any(line.count(".") > MAX_DOTS for line in text.split("\n")):
                raise LimitError("a line with too many dots", file=file or None, expected=f"at most {MAX_DOTS} in a line")
            data = tomllib.loads(text, parse_float=Decimal)
    except InputError:
        raise
    except (ValueError, ArithmeticError, RecursionError) as error:
        row = next(map(int, re.findall(r"line (\d+)", str(error))), None)
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"no {format.upper()}: {reason}", file=file or None, row=row, expected=f"a {format.upper()} document") from None
    if not isinstance(data, dict):
        raise InputError("no document", file=file or None, row=1, expected="an object with the fields of a checklist")
    if format == "toml":
        return data, toml_rows(text)
    rows, twin = json_rows(text)
    if twin is not None:
        _Source(file, rows).wrong(twin, "given twice", None, "each field once")
    return data, rows


@frozen
class _Source:
    """Where values come from, and how plain data become records."""

    file: str
    rows: Mapping[Path, int]

    def wrong(self, path: Path, message: str, value: object = None, expected: str | None = None) -> NoReturn:
        """Raise InputError at the line of ``path``, or of what encloses it."""
        raise InputError(message, file=self.file or None, row=self.row(path), field=_dotted(path) or None, value=value, expected=expected)

    def row(self, path: Path) -> int | None:
        return next((self.rows[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.rows), None)

    def located(self, data: Mapping[str, Any], message: str) -> str:
        """``message`` with file and the line of the last clause it names."""
        row = None
        for part in ("clauses", "headings", "change", "add", "drop"):
            for place, item in enumerate(data.get(part, ())):
                id = item.get("id", item.get("indicator")) if isinstance(item, dict) else item
                if re.search(rf"(?<![\w.'-]){re.escape(str(id))}(?![\w'-]|\.\w)", message):
                    row = self.row((part, place)) or row
        where = ":".join(str(part) for part in (self.file or None, row) if part is not None)
        return f"{where}: {message}" if where else message

    def fields(self, data: Any, kind: Any, path: Path, *, without: Iterable[str] = (), partial: bool = False) -> dict[str, Any]:
        """The fields of a record that ``data`` gives; every name must be known, and required ones there unless ``partial``."""
        if not isinstance(data, dict):
            self.wrong(path, f"no {kind.__name__.lower()}", data, "a table of fields")
        known = {field.name: field for field in attrs.fields(kind) if field.name not in without}
        for name in data:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                self.wrong((*path, name), f"{kind.__name__} has no such field", None, near[0] if near else f"one of {', '.join(known)}")
        if not partial:
            for name, field in known.items():
                if field.default is attrs.NOTHING and name not in data:
                    self.wrong((*path, name), f"{kind.__name__} needs this field", None, "a value")
        hints = typing.get_type_hints(kind)
        return {name: self.value(value, hints[name], (*path, name)) for name, value in data.items()}

    def value(self, data: Any, kind: Any, path: Path) -> Any:
        """``data`` as a value of type ``kind``."""
        options = typing.get_args(kind)
        if type(None) in options:
            return None if data is None or data == "none" else self.value(data, next(o for o in options if o is not type(None)), path)
        origin = typing.get_origin(kind)
        if origin in (tuple, frozenset):
            if not isinstance(data, list):
                self.wrong(path, "no array", data, "an array")
            if origin is tuple and options[-1] is not Ellipsis:
                if len(data) != len(options):
                    self.wrong(path, "an array of another length", len(data), f"{len(options)} members")
                return tuple(self.value(item, option, (*path, n)) for n, (item, option) in enumerate(zip(data, options, strict=True)))
            return origin(self.value(item, options[0], (*path, n)) for n, item in enumerate(data))
        if attrs.has(kind):
            return kind(**self.fields(data, kind, path))
        if issubclass(kind, Enum):
            words = [member.value for member in kind]
            return kind(data) if data in words else self.wrong(path, "an unknown word", data, f"one of {', '.join(words)}")
        if kind in (Fraction, float):
            return kind(self.number(data, path))
        if kind is date:
            return self.day(data, path)
        if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
            self.wrong(path, "a value of another type", data, _WORDS.get(kind, kind.__name__))
        return data

    def number(self, data: Any, path: Path) -> Fraction:
        text = format(data, "f") if isinstance(data, Decimal) and abs(data.adjusted()) < 24 else str(data)
        if type(data) not in (int, Decimal, str) or not _NUMBER.fullmatch(text):
            self.wrong(path, "no exact number", data, 'a number such as 2 or 0.5, or text such as "4/3"')
        return Fraction(text)

    def day(self, data: Any, path: Path) -> date:
        if isinstance(data, date) and not isinstance(data, datetime):
            return data
        try:
            return date.fromisoformat(data)
        except (TypeError, ValueError):
            self.wrong(path, "no day", str(data), "a day such as 2019-04-18")


def _dotted(path: Path) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def _overlay(data: dict[str, Any], source: _Source, bases: tuple[Checklist, ...], indicators: Mapping[str, Indicator]) -> Checklist:
    for name in data:
        if name not in _OVERLAY_FIELDS:
            near = difflib.get_close_matches(name, _OVERLAY_FIELDS, 1)
            source.wrong((name,), "an overlay has no such field", None, near[0] if near else f"one of {', '.join(_OVERLAY_FIELDS)}")
    for name in ("id", "title", "title_en"):
        if name not in data:
            source.wrong((name,), "an overlay needs this field", None, "a value")
    base = _base(data["base"], source, bases)

    def texts(name: str) -> Any:
        return source.value(data.get(name, []), tuple[str, ...], (name,))

    old, changes = {clause.id: clause for clause in base.clauses}, []
    for place, item in enumerate(source.value(data.get("change", []), tuple[dict, ...], ("change",))):  # type: ignore[type-arg]
        path: Path = ("change", place)
        fields = source.fields(item, Clause, path, without=("inherited",), partial=True)
        clause = old.get(fields.pop("id", None))
        if clause is None:
            near = difflib.get_close_matches(str(item.get("id")), old, 3, 0.4)
            source.wrong((*path, "id"), f"no clause of {base.id!r}", item.get("id"), f"an id such as {', '.join(near or list(old)[:3])}")
        changes.append(evolve(clause, **fields))
    added = [
        Clause(**source.fields(item, Clause, ("add", place), without=("inherited",)))
        for place, item in enumerate(source.value(data.get("add", []), tuple[dict, ...], ("add",)))  # type: ignore[type-arg]
    ]
    scheme = source.fields(data.get("scheme", {}), Scheme, ("scheme",), partial=True)
    return base.overlay(
        *(source.value(data[name], str, (name,)) for name in ("id", "title", "title_en")),
        change=changes,
        add=added,
        drop=texts("drop"),
        params=_params(data.get("params", {}), source, indicators, dict(base.params)),
        scheme=evolve(base.scheme, **scheme),
        headings=source.value(data.get("headings", []), tuple[Heading, ...], ("headings",)),
        sections=source.value(data.get("sections", []), tuple[Section, ...], ("sections",)),
        document=source.value(data.get("document", ""), str, ("document",)),
        in_force=source.value(data.get("in_force"), date | None, ("in_force",)),
        notes=texts("notes"),
    )


_OVERLAY_FIELDS = (
    *(field.name for field in attrs.fields(Checklist) if field.name not in _NOT_IN_OVERLAY),
    *_OVERLAY_ONLY,
)


def _base(id: Any, source: _Source, bases: tuple[Checklist, ...]) -> Checklist:
    from . import CHECKLISTS

    known = {checklist.id: checklist for checklist in (*CHECKLISTS, *bases)}
    if not isinstance(id, str) or id not in known:
        source.wrong(("base",), "no such list", id, f"one of {', '.join(known)}")
    return known[id]


def _params(data: Any, source: _Source, indicators: Mapping[str, Indicator], old: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Parameter records: the fields given, over those of the base, over the indicator's default."""
    if not isinstance(data, dict):
        source.wrong(("params",), "no table", data, "a table for each indicator")
    records = []
    for id, fields in data.items():
        path = ("params", id)
        indicator = indicators.get(id)
        if indicator is None:
            near = difflib.get_close_matches(id, indicators, 1)
            source.wrong(path, "no such indicator", None, near[0] if near else "the id of an indicator")
        if indicator.params is None:
            source.wrong(path, "this indicator has nothing to adjust", None, "no table")
        record = old.get(id, indicator.params)
        records.append((id, evolve(record, **source.fields(fields, type(record), path, partial=True))))
    return tuple(records)


def _known_codes(data: Mapping[str, Any], source: _Source, read: Checklist, indicators: Mapping[str, Indicator]) -> None:
    """Refuse a code that the clause's indicator never gives; what an indicator that is not known gives nobody can say."""
    for part, place, item in _with_codes(data):
        indicator = indicators.get(read.clause(item["id"]).indicator)
        codes = [code.id for code in indicator.codes] if indicator else item["codes"]
        for number, code in enumerate(item["codes"]):
            if code not in codes:
                near = difflib.get_close_matches(code, codes, 1)
                source.wrong((part, place, "codes", number), "no such code of this indicator", code, near[0] if near else ", ".join(codes))


def _with_codes(data: Mapping[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for part in ("clauses", "change", "add"):
        given = data.get(part)
        for place, item in enumerate(given if isinstance(given, list) else ()):
            if isinstance(item, dict) and item.get("codes"):
                yield part, place, item


def _shipped_indicators(data: Mapping[str, Any]) -> Iterable[Indicator]:
    if not (data.get("params") or any(_with_codes(data))):
        return ()
    from ..indicators import CATALOG, COMPANIONS

    return (*CATALOG, *COMPANIONS)


# --- writing ---------------------------------------------------------------------------------------------------------


def _plain(record: Any, without: Iterable[str] = (), default: Any = None) -> dict[str, Any]:
    """A record as plain data, without fields that hold their default (those of ``default`` where that is given)."""
    data = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        usual = field.default if default is None else getattr(default, field.name)
        if isinstance(usual, attrs.Factory):  # type: ignore[arg-type]
            usual = attrs.NOTHING
        if field.name not in without and (usual is attrs.NOTHING or value != usual):
            data[field.name] = _plain_value(value)
    return data


def _plain_value(value: Any) -> Any:
    if value is None:
        return "none"
    if attrs.has(type(value)):
        return _plain(value)
    if isinstance(value, tuple | frozenset):
        return [_plain_value(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        if value.denominator == 1:
            return int(value)
        return float(value) if 10_000 % value.denominator == 0 and abs(value) < 10**9 else str(value)
    return value


def _plain_params(checklist: Checklist, base: Checklist | None) -> dict[str, Any]:
    """Per indicator what differs from the base's record, else from the indicator's own, which reading starts from."""
    of_base = {} if base is None else dict(base.params)
    usual = {indicator.id: indicator.params for indicator in _shipped_indicators({"params": checklist.params})} | of_base
    return {id: _plain(record, default=usual.get(id)) for id, record in checklist.params if id not in of_base or of_base[id] != record}


def _difference(checklist: Checklist, base: Checklist) -> dict[str, Any]:
    """What an overlay file says: ``base``, and what differs from it."""
    old = {clause.id: clause for clause in base.clauses}
    new = {clause.id: clause for clause in checklist.clauses}
    changed = [clause for clause in checklist.clauses if clause.id in old and not clause.inherited]
    added = [clause for clause in checklist.clauses if clause.id not in old]
    dropped = [id for id in old if id not in new]
    headings = tuple(heading for heading in checklist.headings if heading not in base.headings)
    sections = tuple(section for section in checklist.sections if section not in base.sections)
    same = base.overlay(
        checklist.id,
        checklist.title,
        checklist.title_en,
        change=changed,
        add=added,
        drop=dropped,
        params=checklist.params,
        scheme=checklist.scheme,
        headings=headings,
        sections=sections,
        document=checklist.document,
        in_force=checklist.in_force,
        notes=checklist.notes,
    )
    if same != checklist:
        raise ChecklistError(f"checklist {checklist.id!r} is no overlay of {base.id!r}; write it as a whole list")
    parts = {
        "scheme": _plain(checklist.scheme, default=base.scheme),
        "drop": dropped,
        "sections": [_plain(section) for section in sections],
        "headings": [_plain(heading) for heading in headings],
        "change": [{"id": clause.id, **_plain(clause, ("inherited",), old[clause.id])} for clause in changed],
        "add": [_plain(clause) for clause in added],
    }
    whole = _plain(checklist, ("scheme", "sections", "headings", "clauses"))
    return {**whole, **{name: part for name, part in parts.items() if part}}


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _toml(data: dict[str, Any]) -> str:
    """Plain data as TOML: values first, then a table for each member of ``params`` and for each record of an array."""
    lines, tables = [], []
    for name, value in data.items():
        if name == "params":
            tables += [(f"[params.{id}]", fields) for id, fields in value.items()]
        elif isinstance(value, dict):
            tables.append((f"[{name}]", value))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            tables += [(f"[[{name}]]", fields) for fields in value]
        elif isinstance(value, list) and len(value) > 1:
            lines += [f"{name} = [", *(f"  {_inline(item)}," for item in value), "]"]
        else:
            lines.append(f"{name} = {_inline(value)}")
    for header, fields in tables:
        lines += ["", header, *(f"{key} = {_inline(value)}" for key, value in fields.items())]
    return "\n".join(lines) + "\n"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
