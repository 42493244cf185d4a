"""Companion: signs that a displayed publication date is wrong."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import DateConflict, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, because, conclude, unseen

ID = "date_signs"

_SIGNS: dict[str, tuple[str, Outcome]] = {
    "future": ("date_future", Outcome.FAILED),
    "impossible": ("date_impossible", Outcome.FAILED),
    "tag_differs": ("date_contradicted", Outcome.FAILED),
    "url_differs": ("date_contradicted", Outcome.CANT_TELL),
}


def date_signs(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """发布时间异常: displayed dates that lie in the future, cannot exist, or differ from the page's own tag or address.

    What it checks: dates later than the moment the page was fetched; dates no calendar has; a displayed day that is not the
    day of the PubDate tag of the same page, or not near the day in its address.
    Why it matters: freshness is judged by displayed dates; a wrong one misleads, a forged one is 弄虚作假 (V1.5, which opens
    only on stronger evidence).
    Not applicable: never.
    Cannot tell: an address whose date differs, since pages are moved and filed later.
    Known limits: dates of events announced in advance may be taken for publication dates.
    Source: 《网页设计规范》 on PubDate; decision 18. No clause scores it.
    """
    aware(as_of, "as_of")
    conflicts = site.date_conflicts
    met: Counter[str] = Counter()
    found = []
    for conflict in sorted(
        conflicts.items if conflicts else (), key=lambda item: (item.url, item.kind, item.quote, item.shown.raw, item.other.raw)
    ):
        if conflict.kind in _SIGNS:
            key = f"{conflict.url}#{conflict.kind}"
            met[key] += 1
            found.append(_finding(conflict, key if met[key] == 1 else f"{key}:{met[key]}"))
    gap = "not_looked" if conflicts is None else "" if conflicts.complete else "incomplete"
    if gap:
        found += [unseen(ID, code.id, site, reason=gap) for code in INDICATOR.codes]
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found)


def _finding(conflict: DateConflict, key: str) -> Finding:
    code, outcome = _SIGNS[conflict.kind]
    values = because(f"date_{conflict.kind}")
    values += tuple((name, text) for name, text in (("shown", conflict.shown.raw), ("other", conflict.other.raw)) if text)
    target = Target(TargetKind.PAGE, key, conflict.quote[:60] or conflict.url, conflict.url)
    return Finding(ID, code, outcome, target, evidence=(Evidence(conflict.url, conflict.quote[:120]),), values=values)


def _code(id: str, question: Text, fault: Text, *, opened: bool = False) -> Code:
    zh, en = fault
    messages = [
        (
            Outcome.FAILED,
            (
                f"{zh}：{{target}}[，显示{{shown}}]（{{reason}}[：{{other}}]）",
                f"{en}: {{target}}[, shown {{shown}}] ({{reason}}[: {{other}}])",
            ),
        ),
        (Outcome.PASSED, (f"未发现{zh}", f"not found: {en}")),
        (Outcome.UNTESTED, (f"未检查{zh}：{{reason}}", f"nobody looked for this: {en}: {{reason}}")),
    ]
    if opened:
        messages.append(
            (
                Outcome.CANT_TELL,
                (
                    f"疑似{zh}：{{target}}[，显示{{shown}}]（{{reason}}[：{{other}}]）",
                    f"perhaps {en}: {{target}}[, shown {{shown}}] ({{reason}}[: {{other}}])",
                ),
            )
        )
    return Code(id, question, TargetKind.PAGE, tuple(messages))


INDICATOR = Indicator(
    id=ID,
    title=("发布时间异常", "Signs of wrong publication dates"),
    section="C",
    subject=SubjectKind.SITE,
    needs=("date_conflicts",),
    codes=(
        _code(
            "date_future",
            ("发布时间是否晚于抓取时间？", "Does a date lie in the future?"),
            ("发布时间晚于抓取时间", "a publication date in the future"),
        ),
        _code("date_impossible", ("发布时间是否不存在？", "Is a date impossible?"), ("不存在的发布时间", "an impossible publication date")),
        _code(
            "date_contradicted",
            ("显示的发布时间是否与页面标签或地址不一致？", "Does a displayed date differ from the page's tag or address?"),
            ("发布时间前后不一致", "a contradicted publication date"),
            opened=True,
        ),
    ),
    function=date_signs,
)
