"""A whole site from its pages in one call."""

from __future__ import annotations

from collections.abc import Iterable

from ..values.page import PageSnapshot
from ..values.seen import Seen
from ..values.site import (
    Guide,
    Incident,
    Interpretation,
    Judgement,
    Leader,
    LinkCheck,
    Message,
    PolicyFile,
    SiteProfile,
    SiteSnapshot,
    Survey,
    Trial,
    Try,
)
from .facts import gather, page_facts
from .finish import finish


def assemble_site(
    pages: Iterable[PageSnapshot],
    *,
    profile: SiteProfile,
    tries: Seen[Try] | Iterable[Try] | None = None,
    link_checks: Seen[LinkCheck] | Iterable[LinkCheck] | None = None,
    guides: Seen[Guide] | Iterable[Guide] | None = None,
    messages: Seen[Message] | Iterable[Message] | None = None,
    surveys: Seen[Survey] | Iterable[Survey] | None = None,
    policies: Seen[PolicyFile] | Iterable[PolicyFile] | None = None,
    interpretations: Seen[Interpretation] | Iterable[Interpretation] | None = None,
    leaders: Seen[Leader] | Iterable[Leader] | None = None,
    judgements: Seen[Judgement] | Iterable[Judgement] | None = None,
    trials: Seen[Trial] | Iterable[Trial] | None = None,
    incidents: Seen[Incident] | Iterable[Incident] | None = None,
    history: Iterable[SiteSnapshot] = (),
) -> SiteSnapshot:
    """The site that ``pages`` show, read one by one in any order; none of them is kept.

    A page given twice with the same content counts once; of different contents at one address the latest counts (at one
    moment the greater digest), and a note says how often. Everything else as in ``finish``. Raises InputError where a
    page's ``fetched_at`` has no time zone.
    """
    return finish(
        gather(page_facts(page) for page in pages),
        profile,
        tries=tries,
        link_checks=link_checks,
        guides=guides,
        messages=messages,
        surveys=surveys,
        policies=policies,
        interpretations=interpretations,
        leaders=leaders,
        judgements=judgements,
        trials=trials,
        incidents=incidents,
        history=history,
    )
