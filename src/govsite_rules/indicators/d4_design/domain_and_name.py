"""D4.1 域名名称."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from attrs import evolve

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, TargetKind
from ...values.page import MarkState
from ...values.site import SiteProfile, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Values, because, fold, unseen, whole
from .._marks import MarkParams, mark_code, shown_everywhere
from .._samples import judged_whole

ID = "domain_and_name"
PARAMS = MarkParams()

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:)?(?://)?(?:[^/?#@]{0,100}@)?([^/?#:@]+)", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)\Z")
_SUFFIX = re.compile(r"(?:门户网站|官方网站|政务网站|官网|网站|网|门户)\Z")
_OFFICE = re.compile(r"(?:办公厅|办公室)\Z")
_OTHER_NAMES = (("中华人民共和国", ""), ("人民政府", "政府"), ("·", ""), (" ", ""))


def domain_and_name(site: SiteSnapshot, *, as_of: datetime, params: MarkParams = PARAMS) -> tuple[Finding, ...]:
    """域名名称: the site's domain, its name, and the name in the header of every page.

    What it checks: ``domain_irregular``: the domain ends in ``.gov.cn`` or ``.政务``; a portal or State Council department has
    ``www.□□□.gov.cn``, any other body ``○○○.□□□.gov.cn`` below the domain of its government or superior. ``name_irregular``: the
    name is that of the region or body as the profile and the footer give it. ``name_not_shown``: the header shows the name on the
    homepage and on all other pages. Where a person judged the last two (``domain_and_name.name_irregular``,
    ``domain_and_name.name_not_shown``), that counts.
    Why it matters: visitors tell a government site by its domain and name.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: a domain of its own where one below a portal's is due; a name that is not plainly the body's; a header
    without the name in words, which may be a picture.
    Known limits: a missing or additional ``www.`` is only noted. Whether the name is prominent only people see. Other
    hosts of the site are not judged.
    Source: 政府网站检查指标, 扣分 功能设计·域名名称; 国办函〔2018〕55号; decision 19.
    """
    aware(as_of, "as_of")
    named = judged_whole(ID, "name_irregular", site) or _name(site)
    shown = judged_whole(ID, "name_not_shown", site) or _shown(site, params)
    return fold((_domain(site), named, shown))


def _domain(site: SiteSnapshot) -> Finding:
    code = "domain_irregular"
    given = site.profile.domain or (site.homepage.url if site.homepage is not None else site.profile.homepage)
    if not given.strip():
        return unseen(ID, code, site, reason="not_looked", examined=1)
    found = _HOST.match(given.strip())
    host = found[1].lower().rstrip(".") if found else ""
    outcome, values = _judge_host(host, site.profile)
    return Finding(ID, code, outcome, whole(site), evidence=(Evidence(given.strip(), host),), values=(*values, ("domain", host)))


def _judge_host(host: str, profile: SiteProfile) -> tuple[Outcome, Values]:
    labels = host.split(".")
    if len(labels) < 2 or not all(map(_LABEL.match, labels)):
        return Outcome.CANT_TELL, because("domain_unreadable")
    if labels[-1] in ("政务", "xn--zfr164b"):
        return Outcome.PASSED, ()
    if labels[-2:] != ["gov", "cn"]:
        return Outcome.FAILED, because("domain_suffix")
    www, own = labels[0] == "www", [label for label in labels[:-2] if label != "www"]
    if profile.portal or profile.department or profile.portal is None:
        return Outcome.PASSED, () if www or (profile.portal is None and len(own) > 1) else because("", "www_missing")
    if len(own) < 2:
        return Outcome.CANT_TELL, because("domain_own")
    return Outcome.PASSED, because("", "www_additional") if www else ()


def _name(site: SiteSnapshot) -> Finding:
    code = "name_irregular"
    name = site.profile.name
    if not name.strip():
        return unseen(ID, code, site, reason="not_looked", examined=1)
    bodies = tuple(dict.fromkeys(_bodies(site)))
    values: Values = (("name", name), *((("bodies", "、".join(bodies)),) if bodies else ()))
    if not bodies:
        return Finding(ID, code, Outcome.CANT_TELL, whole(site), values=because("body_unknown") + values)
    if _plain(name) in {_plain(body) for body in bodies}:
        return Finding(ID, code, Outcome.PASSED, whole(site), values=values)
    return Finding(ID, code, Outcome.CANT_TELL, whole(site), values=because("name_not_matched") + values)


def _bodies(site: SiteSnapshot) -> Iterator[str]:
    """The names that the site might rightly have."""
    region = site.profile.region if not site.profile.region.isascii() else ""
    mark = site.homepage.marks.sponsor if site.homepage is not None else None
    sponsors = site.profile.sponsor or (mark.value if mark is not None and mark.state is MarkState.SHOWN else "")
    for sponsor in filter(None, (part.strip() for part in sponsors.split("、"))):
        body = _OFFICE.sub("", sponsor) or sponsor
        yield body
        if region and not body.startswith(region):
            yield region + body
    if region and site.profile.portal:
        yield region
        yield region + "人民政府"


def _plain(name: str) -> str:
    """A name without what makes no difference: the words for a website, the country's full name, 人民."""
    plain = _SUFFIX.sub("", name.strip())
    for word, instead in _OTHER_NAMES:
        plain = plain.replace(word, instead)
    return plain


def _shown(site: SiteSnapshot, params: MarkParams) -> Finding:
    finding = shown_everywhere(ID, "name_not_shown", site, "site_name", params)
    if finding.outcome is not Outcome.PASSED:
        return finding
    return evolve(finding, values=(*finding.values, ("note", "prominence_not_judged")))


_NOT_SHOWN = mark_code("name_not_shown", ("网站名称", "site's name"), place=("页面头部", "the header"))

INDICATOR = Indicator(
    id=ID,
    title=("域名名称", "Domain and name"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("profile", "homepage", "page_checks", "judgements"),
    codes=(
        Code(
            "domain_irregular",
            ("网站域名是否不符合规范？", "Is the domain against the rules?"),
            TargetKind.SITE,
            (
                (Outcome.FAILED, ("网站域名{domain}不符合规范（{reason}）", "Domain {domain} is against the rules ({reason})")),
                (Outcome.PASSED, ("网站域名{domain}符合规范", "Domain {domain} follows the rules")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断网站域名{domain}是否符合规范：{reason}",
                        "Whether domain {domain} follows the rules cannot be told: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查网站域名：{reason}", "The domain was not looked at: {reason}")),
            ),
        ),
        Code(
            "name_irregular",
            ("网站是否没有以本地区、本机构名称命名？", "Is the site not named after its region or body?"),
            TargetKind.SITE,
            (
                (Outcome.FAILED, ("网站名称不符合规范：{fault}", "The site's name is against the rules: {fault}")),
                (Outcome.PASSED, ("网站以本地区、本机构名称命名[：{name}]", "The site is named after its region or body[: {name}]")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断网站名称{name}是否符合规范：{reason}[（{bodies}）]",
                        "Whether the name {name} follows the rules cannot be told: {reason}[ ({bodies})]",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查网站名称：{reason}", "The site's name was not looked at: {reason}")),
            ),
        ),
        _NOT_SHOWN,
    ),
    function=domain_and_name,
    params=PARAMS,
)
