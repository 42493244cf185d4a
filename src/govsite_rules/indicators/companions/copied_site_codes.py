"""Companion: codes of another site left in a copied template."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.page import MarkState
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, because, conclude, unseen

ID = "copied_site_codes"


def copied_site_codes(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """网站标识码、域名标签与本站不符: codes of another site, left where a template was copied.

    What it checks: the code in the homepage's footer against the caller's, and on each page seen with tags SiteIDCode against
    the code shown there and SiteDomain against the page's host.
    Why it matters: error reports and statistics go to the wrong body.
    Not applicable: never.
    Cannot tell: a SiteDomain alone that differs from the host, since sites answer on several hosts; with another's code beside
    it, it fails.
    Known limits: pages without tags say nothing; only the tagged pages kept in the snapshot are looked at.
    Source: 《网页设计规范》 on page tags. No clause scores it.
    """
    aware(as_of, "as_of")
    found = _homepage(site)
    pages = site.tagged_pages
    for page in pages.items if pages else ():
        target, evidence = Target(TargetKind.PAGE, f"tags:{page.url}", page.url, page.url), (Evidence(page.url),)
        code_differs = "site_code_differs" in page.notes
        if code_differs:
            found.append(Finding(ID, "wrong_site_code", Outcome.FAILED, target, evidence=evidence, values=because("site_code_differs")))
        if "site_domain_differs" in page.notes:
            outcome = Outcome.FAILED if code_differs else Outcome.CANT_TELL
            found.append(Finding(ID, "wrong_site_domain", outcome, target, evidence=evidence, values=because("site_domain_differs")))
    gap = "not_looked" if pages is None else "" if pages.complete else "incomplete"
    if gap:
        found += [unseen(ID, code.id, site, reason=gap) for code in INDICATOR.codes]
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found)


def _homepage(site: SiteSnapshot) -> list[Finding]:
    """The code shown on the homepage against the one the caller knows."""
    own, home = site.profile.site_code, site.homepage
    if home is None or not own or home.marks.site_code.state is not MarkState.SHOWN:
        return []
    mark = home.marks.site_code
    target = Target(TargetKind.PAGE, "homepage", home.url, home.url)
    evidence = (Evidence(home.url, mark.raw[:120], observed_at=home.fetched_at),)
    if not mark.value or mark.value.lower() == own.lower():
        return [Finding(ID, "wrong_site_code", Outcome.PASSED, target, evidence=evidence)] if mark.value else []
    values = (*because("site_code_not_own"), ("shown", mark.value), ("own", own))
    return [Finding(ID, "wrong_site_code", Outcome.FAILED, target, evidence=evidence, values=values)]


def _messages(zh: str, en: str) -> tuple[tuple[Outcome, Text], ...]:
    return (
        (Outcome.FAILED, (f"{zh}：{{target}}（{{reason}}）", f"{en}: {{target}} ({{reason}})")),
        (Outcome.PASSED, (f"未发现{zh}", f"not found: {en}")),
        (Outcome.UNTESTED, (f"未检查{zh}：{{reason}}", f"nobody looked for this: {en}: {{reason}}")),
    )


INDICATOR = Indicator(
    id=ID,
    title=("标识码、域名与本站不符", "Codes of another site"),
    section="C",
    subject=SubjectKind.SITE,
    needs=("homepage", "tagged_pages"),
    codes=(
        Code(
            "wrong_site_code",
            ("标识码是否为本站的？", "Is the site code the site's own?"),
            TargetKind.PAGE,
            _messages("网站标识码与本站不符", "another site's code"),
        ),
        Code(
            "wrong_site_domain",
            ("域名标签是否为本站的？", "Is the domain tag the site's own?"),
            TargetKind.PAGE,
            (
                *_messages("域名标签与本站不符", "another site's domain"),
                (Outcome.CANT_TELL, ("疑似域名标签与本站不符：{target}（{reason}）", "perhaps another site's domain: {target} ({reason})")),
            ),
        ),
    ),
    function=copied_site_codes,
)
