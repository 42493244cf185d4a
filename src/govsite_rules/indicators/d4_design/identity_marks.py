"""D4.2 网站标识."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.page import MarkState
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._marks import MarkParams, mark_code, shown_everywhere

ID = "identity_marks"
PARAMS = MarkParams()

_KINDS = (
    ("organ_mark", ("党政机关网站标识", "party and government organ mark")),
    ("site_code", ("政府网站标识码", "site code")),
    ("icp", ("ICP备案编号", "ICP record number")),
    ("police", ("公安机关备案标识", "police record mark")),
    ("sponsor", ("主办单位", "sponsoring body")),
    ("contact", ("联系方式", "contact")),
)


def identity_marks(site: SiteSnapshot, *, as_of: datetime, params: MarkParams = PARAMS) -> tuple[Finding, ...]:
    """网站标识: whether the footer of every page shows the six marks of a government site.

    What it checks: for each kind (党政机关网站标识, 网站标识码, ICP备案编号, 公安机关备案标识, 主办单位, 联系方式) whether it is missing
    on the homepage, or on at least ``missing_pages`` other pages. Other pages are readable column and article pages of the
    site's own hosts.
    Why it matters: visitors tell a government site by these marks.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: a footer drawn by script or frame, a homepage that was not readable, or not all pages seen.
    Known limits: a mark counts wherever the footer shows it and whatever it says; a site code that is not this site's and the
    mark of a public institution are noted.
    Source: 政府网站检查指标, 扣分 功能设计·网站标识; decision 19.
    """
    aware(as_of, "as_of")
    return fold(shown_everywhere(ID, f"{kind}_missing", site, kind, params, *_notes(site, kind)) for kind, _ in _KINDS)


def _notes(site: SiteSnapshot, kind: str) -> Iterator[str]:
    marks = site.homepage.marks if site.homepage is not None else None
    if marks is None:
        return
    if kind == "site_code" and marks.site_code.state is MarkState.SHOWN:
        shown, registered = marks.site_code.value.lower(), site.profile.site_code.lower()
        if shown and registered and shown != registered:
            yield "site_code_not_own"
    if kind == "organ_mark" and marks.organ_mark.value == "事业单位":
        yield "institution_mark"


INDICATOR = Indicator(
    id=ID,
    title=("网站标识", "Identity marks"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("homepage", "page_checks"),
    codes=tuple(mark_code(f"{kind}_missing", names) for kind, names in _KINDS),
    function=identity_marks,
    params=PARAMS,
)
