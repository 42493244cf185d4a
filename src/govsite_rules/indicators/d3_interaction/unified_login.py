"""D3.2 统一登录."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "unified_login"


def unified_login(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """统一登录: whether the interactive columns share one registration and login.

    What it checks: ``login_not_shared``: a person or robot used the interactive columns (信访、举报 excepted) with one
    login.
    Why it matters: a visitor should not register for each column.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 互动交流·统一登录.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "login_not_shared", site, TrialKind.UNIFIED_LOGIN),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("统一登录", "Unified login"),
    section="D3",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "login_not_shared",
            ("各互动栏目是否没有统一注册登录？", "Do the interactive columns not share one login?"),
            ("各互动栏目没有统一注册登录（{reason}）", "The interactive columns do not share one registration and login ({reason})"),
            ("各互动栏目统一注册登录", "The interactive columns share one login"),
        ),
    ),
    function=unified_login,
)
