"""What a wording scanner found, as findings: shared by the companions on wording and on private numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from ...values.dates import aware, day_of
from ...values.feed import FeedSnapshot
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.page import WordingHit
from ...values.site import SiteSnapshot
from .._base import Code, Text, because, conclude, unseen

Placed = tuple[str, WordingHit]
"""A hit with the address of the page or post it stands on."""

SURE = "sure"


def passages(
    indicator: str,
    snapshot: SiteSnapshot | FeedSnapshot,
    *,
    as_of: datetime,
    code_of: Callable[[WordingHit], str | None],
    codes: tuple[Code, ...],
) -> tuple[Finding, ...]:
    """One finding for each distinct passage whose hit belongs to a code: FAILED where the scanner is sure, else CANT_TELL.

    Texts that were not scanned leave every code open.
    """
    hits, gap = scanned(snapshot, aware(as_of, "as_of"))
    found: dict[tuple[str, str], Finding] = {}
    for url, hit in sorted(hits, key=lambda placed: (placed[0], placed[1].start, placed[1].term, placed[1].context)):
        code = code_of(hit)
        if code is None:
            continue
        key = "#".join(part for part in (url, hit.locator, f"{hit.start}:{hit.found}") if part)
        outcome, reason = (Outcome.FAILED, "sure_wording") if hit.certainty == SURE else (Outcome.CANT_TELL, "suspected_wording")
        values = because(reason) + tuple(
            (name, value) for name, value in (("found", hit.found), ("suggestion", hit.suggestion), ("lexicon", hit.lexicon)) if value
        )
        evidence = Evidence(url, hit.context[:120] or hit.found, hit.locator, pattern=hit.term)
        target = Target(TargetKind.PASSAGE, key, hit.found, url)
        found.setdefault((code, key), Finding(indicator, code, outcome, target, evidence=(evidence,), values=values))
    findings = list(found.values())
    if gap:
        findings += [unseen(indicator, code.id, snapshot, reason=gap) for code in codes]
    return conclude(indicator, (code.id for code in codes), snapshot, findings)


def scanned(snapshot: SiteSnapshot | FeedSnapshot, as_of: datetime) -> tuple[Iterable[Placed], str]:
    """The hits of a snapshot, and why that is not all: a reason, or ''. Deleted posts and posts after ``as_of`` are left out."""
    if isinstance(snapshot, SiteSnapshot):
        wording = snapshot.wording
        if wording is None or wording.pages_scanned < 1:
            return (), "not_scanned"
        return [(item.url, item.hit) for item in wording.hits.items], "" if wording.hits.complete else "partly_scanned"
    if snapshot.posts is None:
        return (), "not_scanned"
    spans = ((post, post.published.span(as_of)) for post in snapshot.posts.items if not post.deleted)
    posts = [post for post, span in spans if span is None or span[0] <= day_of(as_of)]
    read = [post for post in posts if post.wording is not None]
    if posts and not read:
        return (), "not_scanned"
    whole_feed = snapshot.posts.complete and not snapshot.rejected and len(read) == len(posts)
    return [(post.url or post.id, hit) for post in read for hit in post.wording or ()], "" if whole_feed else "partly_scanned"


def passage_code(id: str, question: Text, fault: Text) -> Code:
    """A code that passages answer, with the usual words for every outcome."""
    zh, en = fault
    return Code(
        id,
        question,
        TargetKind.PASSAGE,
        (
            (Outcome.FAILED, (f"{zh}：{{target}}[，应为{{suggestion}}]", f"{en}: {{target}}[, should be {{suggestion}}]")),
            (
                Outcome.CANT_TELL,
                (f"疑似{zh}：{{target}}[，或应为{{suggestion}}]", f"perhaps {en}: {{target}}[, perhaps meant: {{suggestion}}]"),
            ),
            (Outcome.PASSED, (f"未发现{zh}", f"not found: {en}")),
            (Outcome.UNTESTED, (f"未检查是否存在{zh}：{{reason}}", f"nobody looked for this: {en}: {{reason}}")),
        ),
    )
