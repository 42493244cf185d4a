"""Figures in tables: rows under a heading whose titles say what each column counts. Titles that are not known count nothing."""

from __future__ import annotations

import re

from attrs import frozen

from ..values.subject import SubjectKind
from ._nouns import nouns
from ._words import SITE_NOUN
from .figures import Figure, From, Span
from .numbers import number, printed_percent

MAX_CELLS = 40
NAME = "name"

_WORD = re.compile(r"[^\s\u3000]+")
_UNIT = re.compile(r"\((?P<unit>家次|个次|家|个|%|户|款)\)$")
_FIELDS: tuple[tuple[str, str], ...] = (
    (
        "",
        "待复核|待人工复核|已有结论的合格率|整改情况|发现问题数|序号|编号|排名|名次|备注|主要问题|得分|平均分|平均得分|网址|标识码|网站标识码|主办单位",
    ),
    (NAME, "地区|单位|地区或单位|单位名称|部门|市州|市|县区|区县|县市区|县(?:、|\\()?市、?区\\)?|名称|平台|类别|类型|层级|月份|地市|州市"),
    ("unqualified", "不合格(?:网站|新媒体|账号)?(?:数量|数|家数|个数)?"),
    ("basically_qualified", "基本合格(?:数量|数)?"),
    ("qualified", "合格(?:网站|新媒体|账号)?(?:数量|数|家数|个数)?"),
    ("fail_rate_text", "不合格率"),
    ("pass_rate_text", "(?:总体|检查|抽查|监测)?合格率"),
    ("coverage_text", "(?:检查|抽查|监测|抽检)(?:率|比例|占比)|覆盖率|占比"),
    (
        "checked",
        "(?:已|实际|被)?(?:检查|抽查|监测|抽检|核查|普查|检测)(?:网站|新媒体|账号)?(?:总数|数量|数|家数|个数|家次|个次)|实检数|检查总数",
    ),
    ("population_total", "(?:总数|总量|在册数|备案数|开设数|开办数|在运行数|运行数|应检数|登记数)(?:量)?|数量?|家数|个数"),
)
_TITLES = tuple((field, re.compile(f"(?:{pattern})$")) for field, pattern in _FIELDS)
_SUBJECT = re.compile(f"^(?:政务新媒体|新媒体|账号|{SITE_NOUN})(?=.)")
_TOTAL = re.compile("合计|总计|小计|全省|全市|全州|全县|全区|总体")
_JUDGED = frozenset(("unqualified", "qualified", "pass_rate_text", "fail_rate_text"))


@frozen
class Column:
    """What a column holds: a field of ``Figure``, ``name``, or '' for nothing that is read."""

    field: str
    unit: str = ""
    subject: SubjectKind | None = None


def heading_of(line: str) -> tuple[Column, ...] | None:
    """The columns of a table's heading, or None where a line is none: it must name two counts or shares, one of them a verdict."""
    cells = _cells(line)
    if not 3 <= len(cells) <= MAX_CELLS or any(any(char.isdigit() for char in text) for text, _ in cells):
        return None
    columns = tuple(column for text, _ in cells if (column := _column(text)) is not None)
    fields = [column.field for column in columns if column.field not in ("", NAME)]
    doubled = len({(column.field, column.subject) for column in columns if column.field not in ("", NAME)}) < len(fields)
    if len(columns) < len(cells) or doubled or len(fields) < 2 or not _JUDGED & set(fields):
        return None
    return columns


def is_rule(line: str) -> bool:
    """Whether a line is the rule under a Markdown heading."""
    return bool(re.fullmatch(r"[\s|:+-]{3,}", line)) and "-" in line


def figures_of(line: str, columns: tuple[Column, ...], base: Figure) -> tuple[Figure, ...] | None:
    """The figures of one row, one for each subject its columns speak of; None where the row does not fit the heading.

    ``base`` holds what is known around the table; its ``start`` is where the line begins.
    """
    cells = _cells(line)
    if len(cells) != len(columns):
        return None
    names = [text for (text, _), column in zip(cells, columns, strict=True) if column.field == NAME]
    scope = "" if not names or _TOTAL.search(names[0]) else names[0]
    kinds = nouns(scope)
    platform = kinds[0][1] if len(kinds) == 1 and kinds[0][2:] == (0, len(scope)) else ""
    values: dict[SubjectKind | None, dict[str, object]] = {}
    spans: dict[SubjectKind | None, list[Span]] = {}
    for (text, at), column in zip(cells, columns, strict=True):
        if column.field in ("", NAME):
            continue
        value = _value(text, column)
        if value is None:
            continue
        kind = column.subject or base.subject
        values.setdefault(kind, {})[column.field] = value
        spans.setdefault(kind, []).append(Span(column.field, base.start + at, base.start + at + len(text)))
        if column.field == "checked":
            values[kind] |= {"checked_from": From.PRINTED, "checked_unit": column.unit}
    return tuple(
        Figure(
            subject=kind,
            place=base.place,
            issuer=base.issuer,
            period=base.period,
            scope="" if platform else scope,
            platform=platform,
            quote=line.strip(),
            start=base.start + len(line) - len(line.lstrip()),
            end=base.start + len(line.rstrip()),
            spans=tuple(spans[kind]),
            **held,  # type: ignore[arg-type]
        )
        for kind, held in values.items()
        if len(spans[kind]) > 1
    )


def _cells(line: str) -> list[tuple[str, int]]:
    """The cells of a line with their places: cut at bars, else at tabs (empty ones kept), else at white space."""
    mark = "|" if line.count("|") > 1 else "\t" if "\t" in line else ""
    if not mark:
        return [(match.group(), match.start()) for match in _WORD.finditer(line)]
    found, at = [], 0
    for text in line.split(mark):
        found.append((text.strip(), at + len(text) - len(text.lstrip())))
        at += len(text) + 1
    if mark == "|":
        found = found[bool(not found[0][0]) : len(found) - bool(not found[-1][0])]
    return found


def _column(text: str) -> Column | None:
    plain = re.sub(r"\s", "", text)
    unit = _UNIT.search(plain)
    words = plain[: unit.start()] if unit else plain
    subject = _SUBJECT.match(words)
    kind = nouns(subject.group())[0][0] if subject else None
    for rest in dict.fromkeys((words, words[subject.end() :] if subject else words)):
        for field, pattern in _TITLES:
            if pattern.match(rest):
                return Column(field, unit.group("unit") if unit else "", kind if field not in ("", NAME) else None)
    return None


def _value(text: str, column: Column) -> int | str | None:
    """A whole count, or a share as printed; None for anything else, such as — or a blank."""
    if column.field.endswith("_text"):
        if text.endswith("%") or (column.unit == "%" and text):
            share = text if text.endswith("%") else f"{text}%"
            printed = printed_percent(share)
            return share if printed is not None and printed[0] <= 1 else None
        return None
    value = number(re.sub("(?:家次|个次|家|个)$", "", text)) if text and text[0].isdigit() else None
    return int(value) if value is not None and value.denominator == 1 else None
