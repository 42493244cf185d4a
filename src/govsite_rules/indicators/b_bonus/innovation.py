"""B5.1 创新发展."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "innovation"


def innovation(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """创新发展: whether a notable practice was affirmed by the main leaders of the region or body.

    What it checks: ``affirmed``: what the caller records, with evidence; passed earns the points.
    Why it matters: good practice is to spread.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: only people can judge it; the library keeps the record.
    Source: 政府网站检查指标, 加分 创新发展.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "affirmed", site, TrialKind.INNOVATION),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("创新发展", "Innovation"),
    section="B5",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "affirmed",
            ("创新做法是否得到主要负责人肯定？", "Was a notable practice affirmed by the main leaders?"),
            ("没有得到主要负责人肯定的创新做法", "No notable practice was affirmed"),
            ("创新做法得到主要负责人肯定", "A notable practice was affirmed by the main leaders"),
        ),
    ),
    function=innovation,
)
