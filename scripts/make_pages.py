"""Pages of the documentation made from the code: one for each indicator, the coverage of each list, and the API."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from importlib import import_module
from textwrap import dedent
from types import ModuleType
from typing import Any

import attrs

import govsite_rules as gr
from govsite_rules.checklists import CHECKLISTS, Automation, Checklist, Clause, Part, Points, TriggerKind
from govsite_rules.conformance import Case, cases
from govsite_rules.indicators import Indicator

HEADINGS = ("What it checks", "Why it matters", "Not applicable", "Cannot tell", "Known limits", "Source")
SECTIONS = {
    "V": ("单项否决", "Site vetoes"),
    "N": ("单项否决（政务新媒体）", "Account vetoes"),
    "D1": ("扣分·发布解读", "Deductions: publishing"),
    "D2": ("扣分·办事服务", "Deductions: services"),
    "D3": ("扣分·互动交流", "Deductions: interaction"),
    "D4": ("扣分·功能设计", "Deductions: design"),
    "B": ("加分", "Bonus"),
    "C": ("列表之外", "Companions"),
}
AUTOMATION = {Automation.AUTOMATIC: "自动 automatic", Automation.ASSISTED: "需补充记录 assisted", Automation.BY_HAND: "由人 by hand"}
OUTCOMES = {
    "failed": "发现问题",
    "passed": "未发现问题",
    "cant_tell": "看不准",
    "untested": "未检查",
    "inapplicable": "不适用",
}


INDICATORS = frozenset(indicator.id for indicator in gr.CATALOG + gr.COMPANIONS)


def pages() -> dict[str, str]:
    """Every page by its path."""
    made = {f"indicators/{indicator.id}.md": indicator_page(indicator) for indicator in gr.CATALOG + gr.COMPANIONS}
    made["indicators/index.md"] = indicators_index()
    made["coverage.md"] = coverage_page()
    made["api.md"] = api_page()
    return made


# --- indicators ------------------------------------------------------------------------------------------------------


def section_of(indicator: Indicator) -> str:
    """B1 to B5 are one section of pages."""
    return "B" if indicator.section.startswith("B") else indicator.section


def indicators_index() -> str:
    text = [
        "# Indicators",
        "",
        "One page for each, made from the code: what it asks, what it says, which clauses it feeds, and the cases that pin it down."
        " The function's name is its id and never changes its meaning.",
        "",
        "每个指标一页，由代码生成：回答什么问题、给出什么结论、对应哪些条款，以及固定其行为的用例。",
        "",
    ]
    for section, (zh, en) in SECTIONS.items():
        members = [indicator for indicator in gr.CATALOG + gr.COMPANIONS if section_of(indicator) == section]
        if members:
            entries = [(f"[{one.id}]({one.id}.md)", one.title[0], one.title[1], clauses_text(one)) for one in members]
            text += [f"## {en} · {zh}", "", *table(("function", "指标", "indicator", "clauses"), entries)]
    text += ["```{toctree}", ":hidden:", "", *(indicator.id for indicator in gr.CATALOG + gr.COMPANIONS), "```", ""]
    return "\n".join(text)


def clauses_text(indicator: Indicator) -> str:
    return "、".join(clause.id for clause in clauses_of(indicator, gr.NATIONAL_2019)) or "none (companion)"


def clauses_of(indicator: Indicator, checklist: Checklist) -> list[Clause]:
    return [clause for clause in checklist.clauses if clause.indicator == indicator.id and clause.codes]


def indicator_page(indicator: Indicator) -> str:
    zh, en = indicator.title
    summary, parts = documentation(indicator)
    section = SECTIONS[section_of(indicator)]
    text = [
        f"# {zh} · {indicator.id}",
        "",
        f"**{en}.** {summary}",
        "",
        f"**{zh}**（{section[0]}）：{chinese(indicator)}",
        "",
        "```python",
        f"gr.indicators.{indicator.id}({'site' if indicator.subject is gr.SubjectKind.SITE else 'feed'}, as_of=...)",
        "```",
        "",
        f"It looks at `{'`, `'.join(indicator.needs)}` of the snapshot; what is missing there leaves its questions open.",
        "",
    ]
    for heading in HEADINGS:
        text += [f"## {heading}", "", parts[heading], ""]
    text += ["## Questions · 问题", ""]
    text += table(
        ("code", "问题", "question", "one target is a", "outcomes"),
        [
            (f"`{code.id}`", code.question[0], code.question[1], code.target, " ".join(f"`{outcome}`" for outcome, _ in code.messages))
            for code in indicator.codes
        ],
    )
    text += ["## Clauses · 条款", ""]
    rows = [
        (
            f"{clause.id}<br>{checklist.id}",
            f"{clause.summary}<br>{clause.summary_en}",
            effect(clause, checklist),
            AUTOMATION[clause.automation],
            attested(clause),
        )
        for checklist in CHECKLISTS
        if not checklist.base
        for clause in clauses_of(indicator, checklist)
    ]
    if rows:
        text += table(("clause", "内容 summary", "effect 后果", "automation", "attested"), rows)
    else:
        text += ["No clause scores it: bulletins name what it finds. 没有条款计分：通报中点名的问题。", ""]
    text += parameters(indicator)
    text += ["## What it says · 说法", ""]
    text += table(
        ("code", "outcome", "中文", "English"),
        [(f"`{code.id}`", f"`{outcome}`", words[0], words[1]) for code in indicator.codes for outcome, words in code.messages],
    )
    text += ["## Cases · 用例", "", "Shipped as data ({doc}`/conformance`); each compares the whole set of findings.", ""]
    text += table(("case", "as of", "用例", "case shows"), [case_row(case) for case in cases(indicator.id)])
    return "\n".join(text)


def documentation(indicator: Indicator) -> tuple[str, dict[str, str]]:
    """The summary and the parts of an indicator's docstring; KeyError where a heading is missing."""
    first, _, rest = (inspect.getdoc(indicator.function) or "").partition("\n\n")
    found = re.split(rf"^({'|'.join(HEADINGS)}): ", rest, flags=re.M)[1:]
    parts = dict(zip(found[::2], (prose(part) for part in found[1::2]), strict=True))
    summary = first.partition(": ")[2] or first
    return prose(summary), {heading: parts[heading] for heading in HEADINGS}


def prose(text: str) -> str:
    """A docstring's text as Markdown: code spans alike, one paragraph, a capital first."""
    told = " ".join(text.replace("``", "`").replace("<", "&lt;").split())
    return told[:1].upper() + told[1:]


def chinese(indicator: Indicator) -> str:
    """What the indicator is about, in the words of the clauses it feeds, else of its questions."""
    clauses = clauses_of(indicator, gr.NATIONAL_2019)
    told = dict.fromkeys(clause.summary for clause in clauses) if clauses else (code.question[0] for code in indicator.codes)
    return "；".join(text.rstrip("。；") for text in told) + "。"


def attested(clause: Clause) -> str:
    """How well a clause is attested, and what there is to say of it."""
    return str(clause.attestation) + (f"<br>{clause.note.replace(' / ', '<br>')}" if clause.note else "")


def effect(clause: Clause, checklist: Checklist) -> str:
    """What a clause does, in both languages."""
    if clause.part is Part.VETO:
        trigger = clause.trigger
        sign = "≥" if trigger.inclusive else ">"
        limits = {
            TriggerKind.ANY: "any 任一",
            TriggerKind.COUNT: f"{sign} {trigger.limit}",
            TriggerKind.SHARE: f"{sign} {float(trigger.limit * 100):g} %",
            TriggerKind.ALL_WHEN_FEWER: f"fewer than {trigger.limit}, all fail 不足{trigger.limit}个且全部",
        }
        return f"veto 否决: {limits[trigger.kind]}"
    heading = next(one for one in checklist.headings if one.indicator == clause.indicator and one.part is clause.part)
    said = [points_text(clause.points or Points())]
    said += [f"{points_text(points)} (State Council departments 国务院部门)" for _, points in clause.points_for]
    if heading.cap is not None:
        said.append(f"indicator at most 指标上限 {float(heading.cap):g}")
    return ("−" if clause.part is Part.DEDUCTION else "+") + "<br>".join(said)


def points_text(points: Points) -> str:
    if points.tiers:
        return ", ".join(f"{float(tier.points):g} from {tier.at_least} on" for tier in points.tiers)
    text = f"{float(points.amount):g} " + ("each 每个" if points.each else "once 一次")
    return text if points.group_cap is None else f"{text}, at most 最多 {float(points.group_cap):g}"


def parameters(indicator: Indicator) -> Iterator[str]:
    """The readings a checklist may set."""
    yield from ("## Parameters · 参数", "")
    if indicator.params is None:
        yield from ("None. 无。", "")
        return
    yield from (prose(inspect.getdoc(type(indicator.params)) or ""), "")
    fields = [(field.name, field.type, shown(getattr(indicator.params, field.name))) for field in attrs.fields(type(indicator.params))]
    yield from table(("field", "type", "default"), [[f"`{text}`" for text in field] for field in fields])


def shown(value: Any) -> str:
    """A default, short enough for a table."""
    text = str(value) if not attrs.has(type(value)) else type(value).__name__
    return text if len(text) <= 80 else text[:77] + "..."


def case_row(case: Case) -> tuple[str, ...]:
    name = case.name.rpartition("/")[2].removesuffix(".json")
    return (f"`{name}`", f"{case.as_of:%Y-%m-%d}", case.description.zh, case.description.en)


# --- coverage --------------------------------------------------------------------------------------------------------


def coverage_page() -> str:
    text = [
        "# Coverage · 覆盖情况",
        "",
        "Every clause of every list, and how it is decided here. *Automatic*: from what a crawl saw. *Assisted*: from records that people"
        " or robots fill in (tables, trials, declared totals). *By hand*: people alone; the library asks, and keeps who judged and when."
        " Passing a check never proves more than the check looked at.",
        "",
        "每一条款及其判定方式：自动（由抓取结果判定）、需补充记录（由人或程序填写表格、试用记录、总数）、由人（只能由人判断，记录由谁、何时）。",
        "",
        "*Attested* says how well the clause's numbers are known: `A` two or more independent copies or official self-checks agree; `B` one"
        " complete transcription without contradiction; `C` in substance confirmed by bulletins, exact wording unseen; `reading` decided"
        " here where the text is open. Verify what you rely on.",
        "",
    ]
    for checklist in CHECKLISTS:
        text += [f"## {checklist.title_en} · {checklist.title}", "", f"`{checklist.id}`, {checklist.document}", ""]
        text += [line for note in checklist.notes for line in (f"- {note}", *([] if note is not checklist.notes[-1] else [""]))]
        text += counts(checklist)
        if checklist.base:
            own = [clause for clause in checklist.clauses if not clause.inherited]
            text += [
                f"An overlay of `{checklist.base}`: {len(checklist.clauses) - len(own)} clauses taken over, {len(own)} of its own.",
                "",
            ]
        clauses = checklist.clauses if not checklist.base else [clause for clause in checklist.clauses if not clause.inherited]
        if clauses:
            text += table(
                ("clause", "内容 summary", "indicator", "automation", "attested"),
                [
                    (
                        clause.id,
                        f"{clause.summary}<br>{clause.summary_en}",
                        f"[{clause.indicator}](indicators/{clause.indicator}.md)" if clause.codes else "nothing executes it 无法执行",
                        AUTOMATION[clause.automation],
                        attested(clause),
                    )
                    for clause in clauses
                ],
            )
    return "\n".join(text)


def counts(checklist: Checklist) -> list[str]:
    """How many clauses of each part are decided in which way."""
    rows = []
    for part in Part:
        members = [clause for clause in checklist.clauses if clause.part is part]
        if members:
            numbers = [sum(clause.automation is kind and bool(clause.codes) for clause in members) for kind in Automation]
            rows.append((part, *map(str, numbers), str(sum(not clause.codes for clause in members)), str(len(members))))
    return table(("part", *(AUTOMATION[kind] for kind in Automation), "not executable", "all"), rows)


# --- API -------------------------------------------------------------------------------------------------------------


def api_page() -> str:
    """Every public name: those of the package, then those of its public modules."""
    text = [
        "# API reference",
        "",
        "```python",
        "import govsite_rules as gr",
        "```",
        "",
        "Everything below is public and kept by {doc}`promises`. Names with an underscore and modules that are not listed are not.",
        "",
        "## The package",
        "",
    ]
    return "\n".join([*text, *documented(gr, gr._PLACES), *modules()])


def modules() -> Iterator[str]:
    """The public modules; one whose extra is not installed says so."""
    for name in sorted({*gr._MODULES, "testing.strategies"}):
        yield from (f"## govsite_rules.{name}", "")
        try:
            module = import_module(f"govsite_rules.{name}")
        except ImportError as missing:
            yield from (f"Left out of this build: {missing}.", "")
            continue
        names = [one for one in module.__all__ if one not in gr._PLACES and one not in INDICATORS]
        yield from (prose((inspect.getdoc(module) or "").partition("\n\n")[0]), "")
        yield from documented(module, [one for one in names if f"govsite_rules.{name}.{one}" != "govsite_rules.testing.strategies"])


def documented(owner: ModuleType, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = getattr(owner, name)
        if isinstance(value, ModuleType):
            continue
        yield from (f"### {name}", "", "```python", signature(name, value), "```", "")
        yield from markdown(inspect.getdoc(value) if inspect.isclass(value) or inspect.isroutine(value) else constant(value))
        yield ""
        if inspect.isclass(value) and not hasattr(value, "__members__"):
            yield from members(value)


def members(owner: type) -> Iterator[str]:
    """Public methods and properties that have a docstring of their own."""
    for name, value in vars(owner).items():
        inner = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        doc = inspect.getdoc(inner.fget if isinstance(inner, property) else inner)
        if not name.startswith("_") and doc and (isinstance(inner, property) or inspect.isfunction(inner)):
            head = f"`.{name}`" if isinstance(inner, property) else f"`.{signature(name, inner)}`"
            yield from (f"- {head}: {prose(doc)}", "")


def signature(name: str, value: Any) -> str:
    """How a name is written: a call, a record with its fields, the words of an enumeration."""
    if inspect.isclass(value) and hasattr(value, "__members__"):
        return f"{name}: " + " | ".join(value.__members__)
    if inspect.isclass(value) and attrs.has(value):
        fields = [f"    {field.name}: {type_text(field.type)}{default_text(field)}" for field in attrs.fields(value)]
        return "\n".join([f"class {name}:", *(fields or ["    ..."])])
    if callable(value):
        try:
            return f"{name}{inspect.signature(value)}".replace("govsite_rules.", "")
        except (TypeError, ValueError):
            return name
    return f"{name}: {type(value).__name__}"


def type_text(kind: Any) -> str:
    return kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))


def default_text(field: Any) -> str:
    if field.default is attrs.NOTHING:
        return ""
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return f" = {field.default.factory.__name__}()"
    kind = type(field.default)
    if isinstance(field.default, Enum):
        return f" = {kind.__name__}.{field.default.name}"
    text = f"{kind.__name__}(...)" if attrs.has(kind) else repr(field.default)
    return f" = {text}" if len(text) <= 60 else " = ..."


def constant(value: Any) -> str:
    return f"A {type(value).__name__}." if not isinstance(value, Checklist) else value.title_en + ": " + value.title + "."


def markdown(doc: str | None) -> list[str]:
    """A docstring as Markdown, paragraphs and lists kept."""
    return dedent(doc or "").replace("``", "`").replace("`" * 4, "```").split("\n")


# --- tables ----------------------------------------------------------------------------------------------------------


def table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> list[str]:
    heads = list(head)
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(str(text).replace("|", "\\|").replace("\n", " ") for text in row) + " |" for row in rows]
    return [*lines, ""]
