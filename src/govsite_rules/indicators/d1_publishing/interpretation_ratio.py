"""D1.7 解读比例."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import PolicyFile, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, distinct
from .._samples import sample

ID = "interpretation_ratio"
SIZE = 3


def interpretation_ratio(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """解读比例: whether the policy files drawn were interpreted.

    What it checks: ``not_interpreted``: of 3 policy files drawn, issued in the name of the body or its general office, wide in
    scope and of high public interest, each one without interpretation.
    Why it matters: a policy that nobody explains reaches nobody.
    Not applicable: a drawn file that is not in the body's name or not wide in scope; draw another.
    Cannot tell: fewer files drawn than the clause asks for; not known whether a file was interpreted; one without
    interpretation of which nobody said that it is the body's own and wide in scope.
    Known limits: whether a file is wide in scope and of high public interest is a person's judgement.
    Source: 政府网站检查指标, 扣分 发布解读·解读比例; decision 21.
    """
    aware(as_of, "as_of")
    code = "not_interpreted"
    chosen, found = sample(ID, code, site, site.policies, size=SIZE, drawn=lambda file: file.drawn)
    found += [_file(file) for file in distinct(chosen, lambda file: file.id, "policies.id")]
    return conclude(ID, [code], site, found, empty=Outcome.INAPPLICABLE)


def _file(file: PolicyFile) -> Finding:
    links = file.interpretations
    if file.by_body is False or file.broad is False:
        outcome, values = Outcome.INAPPLICABLE, because("not_by_body" if file.by_body is False else "not_broad")
    elif file.interpreted or (links and links.items):
        outcome, values = Outcome.PASSED, ()
    elif file.interpreted is False or (links and links.complete):
        judged = file.by_body is not None and file.broad is not None
        outcome, values = (Outcome.FAILED, ()) if judged else (Outcome.CANT_TELL, because("scope_unjudged"))
    else:
        outcome, values = Outcome.CANT_TELL, because("interpretation_unknown")
    target = Target(TargetKind.DOCUMENT, file.id, file.title, file.url)
    evidence = tuple(Evidence(url) for url in links.items[:3]) if links and outcome is Outcome.PASSED else (Evidence(file.url),)
    return Finding(ID, "not_interpreted", outcome, target, evidence=evidence, values=values)


INDICATOR = Indicator(
    id=ID,
    title=("解读比例", "Share of policies interpreted"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("policies",),
    codes=(
        Code(
            "not_interpreted",
            ("抽查的政策文件是否没有解读？", "Has the policy file drawn no interpretation?"),
            TargetKind.DOCUMENT,
            (
                (Outcome.FAILED, ("政策文件《{target}》没有解读", "Policy file “{target}” has no interpretation")),
                (Outcome.PASSED, ("政策文件《{target}》有解读", "Policy file “{target}” is interpreted")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断政策文件《{target}》是否有解读：{reason}",
                        "Whether policy file “{target}” is interpreted cannot be told: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("未抽查政策文件解读情况：{reason}", "No policy files were drawn: {reason}")),
                (Outcome.INAPPLICABLE, ("政策文件《{target}》不在抽查范围：{reason}", "“{target}” is not to be drawn: {reason}")),
            ),
        ),
    ),
    function=interpretation_ratio,
)
