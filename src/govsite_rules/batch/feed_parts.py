"""The feeds that one file holds, a text or a workbook of tables, and several feeds of one account as one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from attrs import evolve

from ..errors import InputError, LimitError
from ..parse.feeds import parse_feeds, same_posts, told_apart
from ..values.feed import FeedSnapshot, Post
from ..values.seen import Seen
from .sheets import Sheet, read_sheets

BOOKS = (".xlsx", ".xlsm")


def read_parts(body: bytes, *, file: str, **options: Any) -> tuple[FeedSnapshot, ...]:
    """``parse_feeds`` of a file's bytes; of a workbook each visible sheet is a table, and one that holds no feed was not read."""
    if not file.lower().endswith(BOOKS):
        return parse_feeds(body, file=file, **options)
    found: list[tuple[str, FeedSnapshot]] = []
    unread: list[InputError] = []
    for sheet in read_sheets(body, file=file):
        if sheet.rows:
            try:
                found += [(sheet.name, part) for part in parse_feeds(_text(sheet), file=f"{file}[{sheet.name}]", **options)]
            except LimitError:
                raise
            except InputError as error:
                unread.append(error)
    if not found:
        raise unread[0] if unread else InputError("an empty workbook", file=file, expected="a sheet with 发布时间 and 标题")
    accounts: dict[str, list[tuple[str, FeedSnapshot]]] = {}
    for name, part in found:
        accounts.setdefault(part.account.key or part.account.name, []).append((name, part))
    joined = [together([part for _, part in own], [name for name, _ in own]) for own in accounts.values()]
    return tuple(_with_doubt(part, tuple(map(str, unread))) for part in joined)


def together(parts: Sequence[FeedSnapshot], names: Sequence[str]) -> FeedSnapshot:
    """Feeds of one account as one; a post that is in two of them counts once, a deletion known to one holds."""
    if len(parts) == 1:
        return parts[0]
    by_id: dict[str, list[Post]] = {}
    for part in parts:
        for post in part.posts.items if part.posts else ():
            by_id.setdefault(post.id, []).append(post)
    posts: dict[str, Post] = {}
    for copies in by_id.values():
        groups = same_posts(copies)
        for group in groups:
            post = next((copies[place] for place in group if copies[place].deleted), copies[group[0]])
            post = post if len(groups) == 1 else told_apart(post)
            posts[post.id] = post
    complete = all(part.posts is not None and part.posts.complete for part in parts)
    return evolve(
        parts[0],
        posts=Seen(tuple(posts.values()), complete=complete),
        rejected=tuple(f"{name}: {reason}" for name, part in zip(names, parts, strict=True) for reason in part.rejected),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def _with_doubt(part: FeedSnapshot, unread: tuple[str, ...]) -> FeedSnapshot:
    if not unread or part.posts is None:
        return part
    return evolve(part, posts=evolve(part.posts, complete=False), rejected=part.rejected + unread)


def _text(sheet: Sheet) -> str:
    """A sheet as CSV, its rows where they stand."""
    width = max(len(cells) for _, cells in sheet.rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    written = 0
    for row, cells in sheet.rows:
        out.write("\n" * (row - 1 - written))
        writer.writerow([*map(_cell, cells), *[""] * (width - len(cells))])
        written = row
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, datetime):  # a day without a time is midnight in a workbook
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
