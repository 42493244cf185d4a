"""D2.2 在线申请."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, Outcome
from ...values.site import ColumnKind, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._services import not_checked
from .._trials import single_or_absent
from .._words import worded

ID = "online_application"


def online_application(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """在线申请: whether users can register and apply online.

    What it checks: ``cannot_register``: registration tried, from elsewhere too. ``cannot_apply``: an application
    tried by a registered user. Without a trial each fails only where the crawl is declared complete and shows
    neither a service column nor an official service platform, and no service item was seen or used.
    Why it matters: services that cannot be applied for online are no online services.
    Not applicable: State Council departments without outward services.
    Cannot tell: nobody tried, and the crawl does not prove that nothing of the kind exists; the last known trial worked and
    trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 办事服务·在线申请; S5, decision 16.
    """
    aware(as_of, "as_of")
    outside = not_checked(ID, [code.id for code in INDICATOR.codes], site)
    if outside:
        return outside
    return fold(
        [
            single_or_absent(
                ID, "cannot_register", site, TrialKind.REGISTER, columns=(ColumnKind.SERVICES,), platform=PlatformKind.SERVICES
            ),
            single_or_absent(ID, "cannot_apply", site, TrialKind.APPLY, columns=(ColumnKind.SERVICES,), platform=PlatformKind.SERVICES),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("在线申请", "Online application"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("trials", "columns"),
    codes=(
        worded(
            "cannot_register",
            ("用户（含异地用户）是否无法在线注册？", "Can users (from elsewhere too) not register online?"),
            ("用户无法在线注册（{reason}）", "Users cannot register online ({reason})"),
            ("用户可以在线注册", "Users can register online"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
        ),
        worded(
            "cannot_apply",
            ("注册用户是否无法在线申请？", "Can a registered user not apply online?"),
            ("注册用户无法在线提交办事申请（{reason}）", "A registered user cannot apply online ({reason})"),
            ("注册用户可以在线申请", "A registered user can apply online"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
        ),
    ),
    function=online_application,
)
