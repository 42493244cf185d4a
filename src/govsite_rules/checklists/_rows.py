"""On which line of a TOML or JSON text each value stands. For texts that a parser has already accepted."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
)
_HEADER = re.compile(r"\s*(\[\[?)([\w.\- \t]+)\]")
_KEY = re.compile(r"\s*([\w\-]+(?:[ \t]*\.[ \t]*[\w\-]+)*)[ \t]*=")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,\n]|[^\s\[\]{}:,"]+')


def toml_rows(text: str) -> Mapping[Path, int]:
    """Lines (from 1) of tables and keys by path. Members of an inline array or table have no line of their own."""
    rows: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    depth = 0
    bare = _QUOTED.sub(lambda quoted: re.sub(r"[^\n]", " ", quoted[0]), text)
    for row, line in enumerate(bare.split("\n"), 1):
        if depth == 0:
            if header := _HEADER.match(line):
                table = _table(header[2], counts, repeated=header[1] == "[[")
                rows.setdefault(table, row)
                if isinstance(table[-1], int):
                    rows.setdefault(table[:-1], row)
            elif key := _KEY.match(line):
                path = table
                for name in key[1].split("."):
                    path = (*path, name.strip())
                    rows.setdefault(path, row)
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
    return rows


def _table(dotted: str, counts: dict[Path, int], *, repeated: bool) -> Path:
    """The path of a table header; members of repeated tables carry their index."""
    path: Path = ()
    names = [name.strip() for name in dotted.split(".")]
    for place, name in enumerate(names):
        path = (*path, name)
        if repeated and place == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def json_rows(text: str) -> tuple[Mapping[Path, int], Path | None]:
    """Lines (from 1) of all values by path, and the path of the first name that an object gives twice."""
    rows: dict[Path, int] = {}
    twin: Path | None = None
    path: list[str | int] = []
    row, named = 1, False
    for token in _JSON_TOKEN.findall(text):
        if token == "\n":
            row += 1
        elif token == ":":
            named = True
            twin = twin or (tuple(path) if tuple(path) in rows else None)
        elif token in "}]":
            path.pop()
        elif token == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
            named = False
        elif path and isinstance(path[-1], str) and not named:
            path[-1] = json.loads(token)
        else:
            rows.setdefault(tuple(path), row)
            if token in "{[":
                path.append(0 if token == "[" else "")
                named = False
    return rows, twin
