"""D1.8 解读关联."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import Interpretation, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, because, conclude, distinct
from .._samples import sample

ID = "interpretation_links"
SIZE = 3


def interpretation_links(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """解读关联: whether interpretations and the files they interpret link to each other.

    What it checks: of 3 interpretations drawn, ``file_not_linked``: it does not link to the interpreted file;
    ``not_linked_back``: that file does not link back to the interpretation drawn.
    Why it matters: a reader of either should find the other.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: fewer interpretations drawn than the clause asks for, or a link that nobody looked for.
    Known limits: a link counts wherever it stands on the page.
    Source: 政府网站检查指标, 扣分 发布解读·解读关联; decision 21.
    """
    aware(as_of, "as_of")
    found: list[Finding] = []
    for code, fact in (("file_not_linked", "links_file"), ("not_linked_back", "file_links_back")):
        chosen, missing = sample(ID, code, site, site.interpretations, size=SIZE, drawn=lambda item: item.drawn)
        found += missing
        found += [_linked(code, item, getattr(item, fact)) for item in distinct(chosen, lambda item: item.id, "interpretations.id")]
    return conclude(ID, [code.id for code in INDICATOR.codes], site, found, empty=Outcome.INAPPLICABLE)


def _linked(code: str, item: Interpretation, linked: bool | None) -> Finding:
    if linked is None:
        outcome, values = Outcome.CANT_TELL, because("link_unknown")
    else:
        outcome, values = (Outcome.PASSED if linked else Outcome.FAILED), ()
    target = Target(TargetKind.DOCUMENT, item.id, item.title, item.url)
    return Finding(ID, code, outcome, target, evidence=(Evidence(item.url, item.file),), values=values)


def _code(id: str, question: Text, failed: Text, passed: Text) -> Code:
    return Code(
        id,
        question,
        TargetKind.DOCUMENT,
        (
            (Outcome.FAILED, failed),
            (Outcome.PASSED, passed),
            (
                Outcome.CANT_TELL,
                ("无法判断“{target}”的解读关联：{reason}", "Links of “{target}” cannot be told: {reason}"),
            ),
            (Outcome.UNTESTED, ("未抽查解读关联情况：{reason}", "No interpretations were drawn: {reason}")),
            (Outcome.INAPPLICABLE, ("没有可抽查的解读", "There is no interpretation to draw")),
        ),
    )


INDICATOR = Indicator(
    id=ID,
    title=("解读关联", "Links between policies and interpretations"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("interpretations",),
    codes=(
        _code(
            "file_not_linked",
            ("解读是否没有链接到被解读文件？", "Does the interpretation not link the interpreted file?"),
            ("解读“{target}”未关联被解读文件", "Interpretation “{target}” does not link the interpreted file"),
            ("解读“{target}”已关联被解读文件", "Interpretation “{target}” links the interpreted file"),
        ),
        _code(
            "not_linked_back",
            ("被解读文件是否没有链接回该解读？", "Does the interpreted file not link back?"),
            ("被解读文件未关联解读“{target}”", "The interpreted file does not link back to “{target}”"),
            ("被解读文件已关联解读“{target}”", "The interpreted file links back to “{target}”"),
        ),
    ),
    function=interpretation_links,
)
