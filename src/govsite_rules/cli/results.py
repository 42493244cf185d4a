"""What ``report`` and ``bulletin write`` are given: results, the names of areas, how rates are counted and printed."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from attrs import evolve

from ..batch.results import Results, parse_results, read_results
from ..checklists import checklist as checklist_by_id
from ..checklists import load_checklist
from ..checklists.model import Checklist
from ..errors import ChecklistError, InputError
from ..scoring.rates import CountBy, Undecided, Visit, month, quarter
from .console import State, Usage, t

STDIN = "-"
MAX_AREAS = 100_000
T = TypeVar("T")

ResultsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="RESULTS...",
        help=t(
            "inspect --json 写出的结果：文件、文件夹或通配符，也可为 JSON Lines；- 表示标准输入",
            "results that inspect --json wrote: files, folders or patterns, JSON Lines too; - for standard input",
        ),
    ),
]
BeforeOption = Annotated[
    list[str] | None,
    typer.Option("--before", metavar="RESULTS", help=t("上一期结果，用于整改情况（可多次）", "last period's results, for what was mended")),
]
AreasOption = Annotated[
    Path | None,
    typer.Option(
        "--areas", metavar="FILE", help=t("区划代码与名称对照表（CSV：代码,名称）", "names of areas (CSV: code,name); longest prefix wins")
    ),
]
PeriodOption = Annotated[
    str,
    typer.Option(
        "--period",
        metavar="2026-05|2026Q2|2026",
        help=t("只统计该月、季度或年的结果", "count results of this month, quarter or year only"),
    ),
]


ChecklistOption = Annotated[
    str | None,
    typer.Option(
        "--checklist",
        metavar="FILE",
        help=t("本地检查指标文件（.toml 或 .json）", "the file of the list that results name, if not shipped"),
    ),
]


class HowUndecided(StrEnum):
    """The words of the option for ``Undecided``."""

    range = "range"
    apart = "apart"
    as_found = "as-found"

    @property
    def counted(self) -> Undecided:
        return Undecided(self.value.replace("-", "_"))


UndecidedOption = Annotated[
    HowUndecided,
    typer.Option("--undecided", help=t("待人工复核如何计入合格率", "how a rate counts the undecided")),
]
ByOption = Annotated[CountBy, typer.Option("--by", help=t("按次（visit）或按对象（site）计", "count every visit, or every subject once"))]
SitesOption = Annotated[int | None, typer.Option("--sites", min=0, help=t("在册网站总数", "registered websites in all"))]
AccountsOption = Annotated[int | None, typer.Option("--accounts", min=0, help=t("在册政务新媒体总数", "registered accounts in all"))]


def load_results(names: Iterable[str], state: State, areas: Mapping[str, str]) -> Results:
    """The results of these names, areas by name; what was passed over or double is said on standard error."""
    given = list(names)
    read = read_results(name for name in given if name != STDIN)
    if STDIN in given:
        piped = parse_results(sys.stdin.buffer.read(), file="stdin")
        read = evolve(read, inspections=read.inspections + piped.inspections, failures=read.failures + piped.failures)
    if read.repeated:
        state.tell("results_repeated", n=read.repeated)
    if read.others:
        state.tell("results_others", n=len(read.others), names=", ".join(read.others[:5]) + (" …" if len(read.others) > 5 else ""))
    if not read.inspections and not read.failures:
        raise InputError(state.say("no_results"), file=", ".join(given))
    named = _namer(areas)
    return evolve(
        read,
        inspections=tuple(evolve(one, subject=evolve(one.subject, region=named(one.subject.region))) for one in read.inspections),
        failures=tuple(evolve(one, subject=evolve(one.subject, region=named(one.subject.region))) for one in read.failures),
    )


def read_list(name: str | None) -> Checklist | None:
    """The list of an office, from a file, or a shipped one by its id."""
    if name is None:
        return None
    if name.endswith((".toml", ".json")):
        return load_checklist(name)
    try:
        return checklist_by_id(name)
    except ChecklistError as error:
        raise Usage(str(error)) from None


def _namer(areas: Mapping[str, str]) -> Callable[[str], str]:
    def named(region: str) -> str:
        return next((areas[region[:length]] for length in range(len(region), 0, -1) if region[:length] in areas), region)

    return named


def read_areas(path: Path | None) -> dict[str, str]:
    """The names of areas by code, from a CSV of two columns; a first line without digits in its code is a heading."""
    if path is None:
        return {}
    names: dict[str, str] = {}
    for row, cells in enumerate(csv.reader(io.StringIO(read_text_file(path))), 1):
        if not any(cell.strip() for cell in cells) or (row == 1 and not any(char.isdigit() for char in cells[0])):
            continue
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip() or row > MAX_AREAS:
            raise InputError("no code with a name", file=str(path), row=row, value=",".join(cells), expected="code,name")
        names[cells[0].strip()] = cells[1].strip()
    return names


def read_text_file(path: Path, limit: int = 16 * 1024 * 1024) -> str:
    """The text of a file: UTF-8 with or without BOM, else GB 18030."""
    try:
        data = path.read_bytes() if str(path) != STDIN else sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=str(path), expected="a text file") from None
    if len(data) > limit:
        raise InputError("the file is too large", file=str(path), expected=f"at most {limit} bytes")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("neither UTF-8 nor GB 18030", file=str(path), expected="a text file")


def period_of(text: str) -> Callable[[Visit], bool]:
    """Whether a visit lies in a month (2026-05), quarter (2026Q2) or year (2026); Usage for anything else."""
    names = {4: lambda day: f"{day.year:04d}", 6: quarter, 7: month}
    name = names.get(len(text))
    digits = text.replace("-", "", 1).replace("Q", "", 1)
    wrong = name is None or not digits.isdigit() or (len(text) == 6 and text[4] != "Q") or (len(text) == 7 and text[4] != "-")
    if name is None or wrong:
        raise Usage(f"--period {text!r}: 2026-05, 2026Q2, 2026")
    return lambda visit: name(visit.day) == text
