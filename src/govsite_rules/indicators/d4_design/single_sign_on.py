"""D4.6 一号登录."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "single_sign_on"


def single_sign_on(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """一号登录: whether one login serves all function areas.

    What it checks: ``login_not_single``: a person or robot used the function areas (信访、举报 excepted) with one login.
    Why it matters: one visitor, one account.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 功能设计·一号登录.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "login_not_single", site, TrialKind.SINGLE_SIGN_ON),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("一号登录", "Single sign-on"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "login_not_single",
            ("是否不能一号登录各功能板块？", "Does one login not serve all function areas?"),
            ("注册用户不能一号登录各功能板块（{reason}）", "One login does not serve all function areas ({reason})"),
            ("一号登录各功能板块", "One login serves all function areas"),
        ),
    ),
    function=single_sign_on,
)
