"""Writes the JSON Schemas (``src/govsite_rules/data/schemas/``) from the records. Run it after a record changes; a test compares.

A schema says what fits the form. What only the reader checks (days that exist, counts that agree) it cannot say.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import types
import typing
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

from govsite_rules import interchange
from govsite_rules.batch.failure import Failure
from govsite_rules.checklists import files as checklist_files
from govsite_rules.checklists.model import Checklist, Clause, Scheme
from govsite_rules.conformance import effects, indicator_cases
from govsite_rules.indicators import CATALOG, COMPANIONS
from govsite_rules.inspection import Inspection
from govsite_rules.values import FeedSnapshot, PageSnapshot, Seen, SiteSnapshot

FOLDER = Path(__file__).resolve().parent.parent / "src" / "govsite_rules" / "data" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": "string"}
FRACTION = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d{1,30}(/\d{1,30})?$"}]}
EXACT = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]{1,12}(\.[0-9]{1,12}|/0*[1-9][0-9]{0,11})?$"}]}
PLAIN: dict[Any, dict[str, Any]] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    Fraction: FRACTION,
    dt.datetime: {"type": "string", "format": "date-time", "pattern": r"([Zz]|[+-]\d\d:?\d\d)$"},
    dt.date: {"type": "string", "format": "date"},
    dt.time: {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d(\.\d{1,6})?)?$"},
    Any: {},
}


class Book:
    """The definitions of one schema. ``checklist``: the form of checklist files, where "none" says None and numbers are exact."""

    def __init__(self, *, checklist: bool = False) -> None:
        self.checklist = checklist
        self.defs: dict[str, Any] = {}

    def of(self, hint: Any) -> dict[str, Any]:
        """The schema of a type."""
        origin, args = get_origin(hint), get_args(hint)
        if hint in PLAIN:
            return EXACT if self.checklist and hint is Fraction else PLAIN[hint]
        if origin in (typing.Union, types.UnionType):
            none = [{"const": "none"}] if self.checklist and type(None) in args else []
            return {"anyOf": [*(self.of(option) for option in args), *none]}
        if origin is tuple and args[-1] is not Ellipsis:
            return {"type": "array", "prefixItems": [self.of(arg) for arg in args], "minItems": len(args), "maxItems": len(args)}
        if origin in (tuple, frozenset):
            return {"type": "array", "items": self.of(args[0])}
        kind = origin or hint
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.named(kind.__name__, {"enum": [member.value for member in kind]}, kind)
        if isinstance(kind, type) and attrs.has(kind):
            filled = dict(zip(getattr(kind, "__parameters__", ()), args, strict=True))
            name = "_".join([kind.__name__, *(getattr(arg, "__name__", str(arg)) for arg in args)])
            if name not in self.defs:
                self.defs[name] = {}
                self.named(name, self.record(kind, filled), kind)
            return {"$ref": f"#/$defs/{name}"}
        return {}

    def named(self, name: str, schema: dict[str, Any], kind: type) -> dict[str, Any]:
        told = (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ").replace("``", "`")
        self.defs[name] = {"description": told, **schema}
        return {"$ref": f"#/$defs/{name}"}

    def fields(self, kind: Any, filled: dict[Any, Any] | None = None, without: tuple[str, ...] = ()) -> dict[str, Any]:
        hints = typing.get_type_hints(kind)
        return {
            field.name: self.of(substituted(hints[field.name], filled or {})) for field in attrs.fields(kind) if field.name not in without
        }

    def record(self, kind: Any, filled: dict[Any, Any] | None = None) -> dict[str, Any]:
        return closed(self.fields(kind, filled), [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING])


def substituted(hint: Any, filled: dict[Any, Any]) -> Any:
    if hint in filled:
        return filled[hint]
    if get_origin(hint) is tuple:
        return types.GenericAlias(tuple, tuple(substituted(arg, filled) for arg in get_args(hint)))
    return hint


def closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """An object with these fields and no others."""
    return {"type": "object", "properties": properties, **({"required": required} if required else {}), "additionalProperties": False}


def document(name: str, title: str, body: dict[str, Any], book: Book) -> dict[str, Any]:
    """A whole schema. ``$id`` is the schema's name as a URN."""
    return {
        "$schema": DIALECT,
        "$id": "urn:" + name.replace("/", ":"),
        "title": name,
        "description": title,
        **body,
        "$defs": dict(sorted(book.defs.items())),
    }


def headed(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A record's object that starts with its schema name."""
    properties = {"schema": {"const": name}, **schema["properties"]}
    return schema | {"properties": properties, "required": ["schema", *schema.get("required", ())]}


def plain(kind: Any, title: str) -> dict[str, Any]:
    name, book = interchange.schema_of(kind), Book()
    return document(name, title, headed(name, book.record(kind)), book)


def site() -> dict[str, Any]:
    """Each line: the header, whose collections may say how many lines follow, or one member of a collection."""
    name, book = interchange.schema_of(SiteSnapshot), Book()
    header = headed(name, book.record(SiteSnapshot))
    lines = []
    for field, hint in typing.get_type_hints(SiteSnapshot).items():
        for option in get_args(hint):
            if get_origin(option) is Seen:
                whole = book.of(option)
                counted = closed(
                    {"count": {"type": "integer", "minimum": 0}, "complete": PLAIN[bool], "total": book.of(int | None)}, ["count"]
                )
                header["properties"][field] = {"anyOf": [PLAIN[type(None)], whole, counted]}
                lines.append(closed({field: book.of(get_args(option)[0])}, [field]))
    title = "One line of a site: the first is the header, each other one a member of a collection that the header counts."
    return document(name, title, {"oneOf": [header, *lines]}, book)


def findings() -> dict[str, Any]:
    name, book = "govsite-rules/findings/1", Book()
    hint = next(hint for hint, known in interchange.SCHEMAS if known == name)
    return document(
        name, "Findings in their order.", closed({"schema": {"const": name}, "items": book.of(hint)}, ["schema", "items"]), book
    )


def case() -> dict[str, Any]:
    """A case of an indicator: a site as one object, no lines."""
    book = Book()
    by_indicator = []
    for indicator in CATALOG + COMPANIONS:
        snapshot = book.of(SiteSnapshot if indicator.subject == "site" else FeedSnapshot)
        params = book.of(type(indicator.params)) if indicator.params is not None else False
        then = {"properties": {"snapshot": snapshot, "params": params}}
        by_indicator.append({"if": {"properties": {"indicator": {"const": indicator.id}}}, "then": then})
    fields = {
        "schema": {"const": indicator_cases.SCHEMA},
        "indicator": {"enum": [indicator.id for indicator in CATALOG + COMPANIONS]},
        "description": book.of(indicator_cases.Description),
        "as_of": book.of(dt.datetime),
        "params": {},
        "snapshot": {},
        "expected": book.of(tuple[indicator_cases.Expected, ...]),
    }
    body = closed(fields, [name for name in fields if name != "params"]) | {"allOf": by_indicator}
    return document(
        indicator_cases.SCHEMA, "A conformance case of an indicator: the whole set of findings expected of a snapshot.", body, book
    )


def effect() -> dict[str, Any]:
    book = Book()
    fields = book.fields(effects._Line) | {"schema": {"const": effects.SCHEMA}}
    body = closed(fields, list(fields))
    return document(effects.SCHEMA, "A line of the cases of a checklist: what findings must cost.", body, book)


def checklist() -> dict[str, Any]:
    """A whole list, or an overlay that says only what it changes."""
    book = Book(checklist=True)
    params = {
        indicator.id: closed(book.fields(type(indicator.params)), []) for indicator in CATALOG + COMPANIONS if indicator.params is not None
    }
    own = {"schema": {"const": checklist_files.SCHEMA}, "params": closed(params, [])}
    whole = book.record(Checklist)
    whole["properties"] |= own
    whole["required"] = ["schema", *whole["required"]]
    changed = closed(book.fields(Clause, without=("inherited",)), ["id"])
    added = book.record(Clause)
    added["properties"] = {name: field for name, field in added["properties"].items() if name != "inherited"}
    overlay = closed(
        book.fields(Checklist, without=("clauses", "partial", "params"))
        | own
        | {"scheme": closed(book.fields(Scheme), [])}
        | {"change": {"type": "array", "items": changed}, "add": {"type": "array", "items": added}, "drop": book.of(tuple[str, ...])},
        ["schema", "id", "title", "title_en", "base"],
    )
    title = "A checklist as a file: a whole list (with clauses), or an overlay of a base."
    body = {"if": {"required": ["clauses"]}, "then": whole, "else": overlay}
    return document(checklist_files.SCHEMA, title, body, book)


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name."""
    made = [
        site(),
        plain(FeedSnapshot, "An account as it was seen."),
        plain(PageSnapshot, "One response, without its HTML."),
        plain(interchange.Subject, "What scoring and statistics may know of a site or account."),
        plain(interchange.Finding, "One answer to one question about one target."),
        findings(),
        plain(Inspection, "The result of inspecting one subject."),
        plain(Failure, "A subject that was due and could not be inspected."),
        checklist(),
        case(),
        effect(),
    ]
    return {schema["title"]: schema for schema in made}


def texts() -> dict[str, str]:
    """The files by name."""
    return {
        f"{name.removeprefix('govsite-rules/').replace('/', '-')}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
