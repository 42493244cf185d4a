"""``inspect`` for many subjects: folders, archives, snapshots and patterns in, one line each and the counts out."""

from __future__ import annotations

import contextlib
import glob
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated

import msgspec
import typer
from attrs import frozen

from ..batch.archives import ENDINGS
from ..batch.failure import Failure
from ..batch.folder import INDEX_FILE, SITE_FILE, read_table
from ..batch.many import Note, inspect_many
from ..batch.records import DECLARATIONS, PROFILE, REVIEWS, Sited
from ..checklists.model import Checklist
from ..errors import InputError
from ..indicators import CATALOG, COMPANIONS
from ..inspection import Inspection
from ..interchange import to_json
from ..scoring.records import Declaration, Found, Standing
from ..values.site import SiteProfile
from ..wording import Scanner
from .console import State, Usage, t
from .faults import told
from .show import Line, lines
from .words import Say, clean

JobsOption = Annotated[int, typer.Option("--jobs", min=1, help=t("并行进程数", "how many processes share the work"))]
ProfilesOption = Annotated[
    Path | None,
    typer.Option(
        "--profiles",
        metavar="FILE",
        help=t("归档中各网站的基本信息表（.csv 或 .jsonl）", "table of the sites that archives hold (.csv or .jsonl)"),
    ),
]
ResumeOption = Annotated[
    bool, typer.Option("--resume", help=t("跳过 --json 文件中已有结果的对象", "skip subjects whose results the --json file has"))
]

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("检查对象 {n} 个", "{n} subjects"),
    "qualified": ("合格", "qualified"),
    "unqualified": ("不合格", "unqualified"),
    "undecided": ("待人工复核", "undecided"),
    "fault": ("发现不合格情形", "fault found"),
    "out_of_scope": ("不在范围", "not in scope"),
    "not_inspected": ("未能检查", "not inspected"),
    "skipped": ("已有结果、未再检查 {n} 个", "{n} done before and left as they are"),
    "notes": ("提示", "Notes"),
    "nothing": ("没有找到 {name}", "nothing is called {name}"),
    "no_profiles": (
        "归档中有哪些网站：用 --profiles 给出，只有一个网站时至少给出 --domain",
        "say whose pages the archives hold: --profiles, or for a single site at least --domain",
    ),
    "no_as_of": ("检查多个对象须用 --as-of 给出监测时间点", "many subjects need a moment of inspection: --as-of"),
    "no_resume": ("--resume 需要 --json 文件", "--resume needs a --json file"),
    "archive_broken": ("归档损坏，其后内容未读取：{detail}", "the archive is damaged and was read up to there: {detail}"),
    "unreadable_records": ("无法读取的记录：{detail}", "records that cannot be read: {detail}"),
    "undecoded_bodies": ("编码未知、未解码的响应：{detail}", "bodies in an unknown coding: {detail}"),
    "cut_bodies": ("不完整或过大而截断的响应：{detail}", "bodies not whole, or cut at the limit: {detail}"),
    "revisits_without_original": ("找不到原始记录的重访记录：{detail}", "revisit records whose original is not there: {detail}"),
    "responses_of_no_site": ("不属于任何给定网站的响应：{detail}", "responses of no site that was given: {detail}"),
}


class _Key(msgspec.Struct):
    key: str


class _Head(msgspec.Struct):
    """As much of a result as tells whose it is."""

    schema: str
    subject: _Key


@frozen
class Many:
    """What the options of ``inspect`` ask for."""

    checklist: Checklist
    as_of: datetime | None
    fetched_at: datetime | None = None
    profile: SiteProfile = SiteProfile()
    profiles: Path | None = None
    declared: tuple[str, ...] = ()
    declared_by: str = ""
    declarations: Path | None = None
    reviews: Path | None = None
    jobs: int = 1
    resume: bool = False
    json_file: str | None = None
    everything: bool = False
    scanners: tuple[Scanner, ...] = ()


def expanded(names: Sequence[str]) -> tuple[str, ...]:
    """What is to be read: patterns and folders of crawl folders or archives replaced by what they hold, each name once."""
    found: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if not path.exists() and glob.has_magic(name):
            found |= dict.fromkeys(sorted(glob.glob(name, recursive=True)))
        elif path.is_dir() and not (path / INDEX_FILE).exists() and not (path / SITE_FILE).exists():
            inner = [str(one) for one in sorted(path.iterdir()) if (one / INDEX_FILE).is_file() or is_archive(one.name)]
            found |= dict.fromkeys(inner or [name])
        else:
            found[name] = None
    return tuple(found)


def is_archive(name: str) -> bool:
    """Whether a name is a web archive's."""
    return name.lower().endswith(ENDINGS)


def is_many(names: Sequence[str], given: Sequence[str]) -> bool:
    """Whether these names are inspected together: several, an archive, or what was given was no name of one subject."""
    return len(names) != 1 or tuple(names) != tuple(given) or is_archive(names[0])


def inspect_sources(
    names: Sequence[str], wanted: Many, state: State, on_done: Callable[[int, int], None]
) -> tuple[list[Line], Standing | None]:
    """Inspect all sources and write the results asked for; what to print, and the worst standing met (a failure is undecided)."""
    say = _Words(state.say)
    if wanted.as_of is None:
        raise Usage(say("no_as_of"))
    if not names:
        raise InputError(say("nothing", name="*"))
    done = _done(wanted, say)
    summary = _Summary(say, wanted, done)
    declared = [Sited("", Declaration(wanted.declared, wanted.declared_by, wanted.as_of, "--declare-none"))] if wanted.declared else []
    with contextlib.ExitStack() as stack:
        out = _sink(wanted, state, stack)
        results = inspect_many(
            names,
            as_of=wanted.as_of,
            checklist=wanted.checklist,
            profiles=_profiles(wanted, any(map(is_archive, names)), say),
            reviews=read_table(wanted.reviews, REVIEWS) if wanted.reviews else (),
            declarations=[*declared, *(read_table(wanted.declarations, DECLARATIONS) if wanted.declarations else ())],
            fetched_at=wanted.fetched_at,
            skip=done,
            jobs=wanted.jobs,
            on_done=on_done,
            on_note=summary.notes.append,
            indicators=CATALOG + COMPANIONS,
            scanners=wanted.scanners,
        )
        for result in results:
            summary.add(result)
            if out:
                out.write(to_json(result).rstrip("\n") + "\n")
                out.flush()
    if wanted.json_file and wanted.json_file != "-":
        state.tell("written", file=wanted.json_file)
    return ([] if wanted.json_file == "-" else list(summary.lines())), summary.worst


def _profiles(wanted: Many, needed: bool, say: _Words) -> tuple[SiteProfile, ...]:
    if wanted.profiles:
        return read_table(wanted.profiles, PROFILE)
    if needed and not wanted.profile.domain:
        raise Usage(say("no_profiles"))
    return (wanted.profile,) if needed else ()


def _done(wanted: Many, say: _Words) -> frozenset[str]:
    """The subjects that the results file has inspections of; failures, and a last line that was cut off, are taken out of it."""
    if not wanted.resume:
        return frozenset()
    if not wanted.json_file or wanted.json_file == "-":
        raise Usage(say("no_resume"))
    path, keys = Path(wanted.json_file), set()
    if not path.exists():
        return frozenset()
    rest = path.with_name(path.name + ".rest")
    try:
        with path.open("rb") as old, rest.open("wb") as kept:
            for row, line in enumerate(old, 1):
                head = _head(line, path, row)
                if head is not None and head.schema == Inspection.SCHEMA:
                    keys.add(head.subject.key)
                    kept.write(line)
    except BaseException:
        rest.unlink(missing_ok=True)
        raise
    rest.replace(path)
    return frozenset(keys)


def _head(line: bytes, path: Path, row: int) -> _Head | None:
    """Whose result a line is; None where its end is missing."""
    try:
        return msgspec.json.decode(line, type=_Head)
    except msgspec.DecodeError as error:
        if not line.endswith(b"\n"):
            return None
        raise InputError(f"no result ({error})", file=str(path), row=row, expected="a file that --json wrote") from None


def _sink(wanted: Many, state: State, stack: contextlib.ExitStack) -> IO[str] | None:
    if wanted.json_file is None:
        return None
    if wanted.json_file == "-":
        return sys.stdout
    try:
        return stack.enter_context(open(wanted.json_file, "a" if wanted.resume else "w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise state.cannot_write(wanted.json_file, error) from None


class _Summary:
    """What was met, subject by subject."""

    def __init__(self, say: _Words, wanted: Many, done: Iterable[str]) -> None:
        self.notes: list[Note] = []
        self.worst: Standing | None = None
        self._say, self._wanted, self._before = say, wanted, len(frozenset(done))
        self._counts: Counter[str] = Counter()
        self._rows: list[Line] = []
        self._last: Inspection | None = None

    def add(self, result: Inspection | Failure) -> None:
        word, style, why = self._judged(result)
        self._counts[word] += 1
        subject = result.subject
        named = " ".join(part for part in (subject.name, subject.key) if part)
        self._rows.append(Line(1, "  ".join(filter(None, (self._say(word), clean(named), clean(why)))), style))
        self._last = result if isinstance(result, Inspection) else None
        met = result.verdict.standing if isinstance(result, Inspection) else Standing.UNDECIDED
        ranks = (None, Standing.QUALIFIED, Standing.UNDECIDED, Standing.UNQUALIFIED)
        self.worst = max(self.worst, met, key=ranks.index)

    def _judged(self, result: Inspection | Failure) -> tuple[str, str, str]:
        if isinstance(result, Failure):
            return "not_inspected", "open", told(result, self._say.say.lang)
        if not result.in_scope or result.verdict.standing is None:
            return "out_of_scope", "dim", ""
        verdict, standing = result.verdict, result.verdict.standing
        style = {Standing.QUALIFIED: "good", Standing.UNQUALIFIED: "bad", Standing.UNDECIDED: "open"}[standing]
        found = [self._say("fault")] if verdict.found is Found.FAULT and standing is Standing.UNDECIDED else []
        return standing.value, style, " ".join((*found, *verdict.fired))

    def lines(self) -> Iterator[Line]:
        if self._last is not None and len(self._rows) == 1 and not self._before:
            notes = [(note.kind, note.detail) for note in self.notes if note.kind not in _WORDS]
            yield from lines(self._last, self._wanted.checklist, self._say.say, notes=notes, everything=self._wanted.everything)
        else:
            yield Line(0, self._say("title", n=len(self._rows)), "head")
            yield from self._rows
            counted = "  ".join(f"{self._say(word)} {count}" for word, count in sorted(self._counts.items()))
            if counted:
                yield Line(0, counted)
            if self._before:
                yield Line(0, self._say("skipped", n=self._before), "dim")
        if any(note.kind in _WORDS for note in self.notes) or len(self._rows) > 1:
            yield from self._noted()

    def _noted(self) -> Iterator[Line]:
        if self.notes:
            yield Line(0, self._say("notes"), "head")
        for note in self.notes:
            yield Line(1, clean(f"{note.source}: {self._say.note(note)}"), "dim")


class _Words:
    """The words of this command in one language."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def __call__(self, word: str, /, **values: object) -> str:
        text = self.say.pick(*_WORDS[word])
        return text.format(**values) if values else text

    def note(self, note: Note) -> str:
        """A note, of this command or of a folder."""
        if note.kind in _WORDS:
            return self(note.kind, detail=note.detail)
        return self.say(f"note_{note.kind}", detail=note.detail)
