"""Companion: 暗链."""

from __future__ import annotations

import re
from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import LinkState, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, count, unseen

ID = "hidden_links"

_TRADE = re.compile(
    "博彩|赌博|彩票|时时彩|六合彩|百家乐|娱乐城|老虎机|棋牌|私服|外挂|色情|成人[影视电小]|裸聊|代孕|代开发票|办证刻章|枪支|迷药|贷款口子"
    "|casino|porn|viagra",
    re.IGNORECASE,
)
_FOLDED = "folded"  # in a menu, tab or window that the visitor opens
_LETTERS = 2  # fewer name nothing that a visitor would open a menu for


def hidden_links(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """暗链: links to outside hosts that visitors cannot see.

    What it checks: links to hosts outside the site and the government that are styled away, off-screen or of zero size
    wherever they were met. Links whose text names a trade that places such links (gambling, pornography and the like) fail.
    Others in a menu, a tab or a window that the visitor opens are left alone, if their text names something and their address
    names no such trade.
    Why it matters: they are planted by intruders to sell search ranking; bulletins name them.
    Not applicable: never.
    Cannot tell: other hidden links: scripts may show them.
    Known limits: only styles written in the page are seen; styles from files and most scripts are not. A planted link with
    harmless words in what is called a menu passes.
    Source: published bulletins; 《政府网站发展指引》 (不得有暗链, the clause itself was not read). No clause scores it.
    """
    aware(as_of, "as_of")
    links = site.links
    if links is None:
        return (unseen(ID, "hidden_link", site, reason="not_looked"),)
    found = [_finding(link) for link in links.items if link.hidden and not _is_menu_item(link)]
    if not links.complete:
        found.append(unseen(ID, "hidden_link", site, reason="incomplete"))
    return conclude(ID, ("hidden_link",), site, found)


def _is_menu_item(link: LinkState) -> bool:
    """Whether a link is out of view as the items of menus and tabs are, and says where it leads."""
    if link.hidden != _FOLDED or sum(map(str.isalpha, link.text)) < _LETTERS:
        return False
    return _TRADE.search(f"{link.text} {link.url}") is None


def _finding(link: LinkState) -> Finding:
    planted = _TRADE.search(link.text) is not None
    target = Target(TargetKind.LINK, link.url, link.text or link.url, link.url)
    evidence = Evidence(link.referrers[0] if link.referrers else link.url, link.text[:120], pattern=link.hidden)
    outcome, reason = (Outcome.FAILED, "planted_link") if planted else (Outcome.CANT_TELL, "hidden_by_style")
    values = (*because(reason), ("hidden", link.hidden))
    return Finding(
        ID, "hidden_link", outcome, target, measures=(count("referrers", link.referrer_count),), evidence=(evidence,), values=values
    )


INDICATOR = Indicator(
    id=ID,
    title=("暗链", "Hidden links"),
    section="C",
    subject=SubjectKind.SITE,
    needs=("links",),
    codes=(
        Code(
            "hidden_link",
            ("是否存在暗链？", "Are there hidden links?"),
            TargetKind.LINK,
            (
                (Outcome.FAILED, ("存在暗链：{target}", "a hidden link: {target}")),
                (
                    Outcome.CANT_TELL,
                    ("疑似暗链，需人工确认：{target}（{reason}）", "perhaps a hidden link, a person must decide: {target} ({reason})"),
                ),
                (Outcome.PASSED, ("未发现暗链", "no hidden link found")),
                (Outcome.UNTESTED, ("未检查是否存在暗链：{reason}", "nobody looked for hidden links: {reason}")),
            ),
        ),
    ),
    function=hidden_links,
)
