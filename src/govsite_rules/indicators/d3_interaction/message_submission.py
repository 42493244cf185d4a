"""D3.1 信息提交."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import ColumnKind, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single_or_absent, trial_code

ID = "message_submission"


def message_submission(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """信息提交: whether users can submit a message.

    What it checks: ``cannot_submit``: a submission tried, from elsewhere too. Without a trial it fails only where
    the crawl is declared complete and shows neither a consultation column nor an official letters platform nor a message.
    Why it matters: a channel that takes no message is none.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, and the crawl does not prove that nothing of the kind exists; the last known trial worked and
    trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 互动交流·信息提交; decision 16.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single_or_absent(
                ID, "cannot_submit", site, TrialKind.SUBMIT_MESSAGE, columns=(ColumnKind.CONSULTATION,), platform=PlatformKind.LETTERS
            ),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("信息提交", "Message submission"),
    section="D3",
    subject=SubjectKind.SITE,
    needs=("trials", "columns"),
    codes=(
        trial_code(
            "cannot_submit",
            ("用户（含异地用户）是否无法提交信息？", "Can users (from elsewhere too) not submit a message?"),
            ("用户无法提交咨询建言信息（{reason}）", "Users cannot submit a message ({reason})"),
            ("用户可以提交信息", "Users can submit a message"),
        ),
    ),
    function=message_submission,
)
