"""B1.2 解读回应."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import Interpretation, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, Values, because, conclude, distinct, unseen
from .._words import worded

ID = "interpretation_formats"

RICH = {"press_conference": "新闻发布会", "chart": "图表图解", "audio_video": "音频视频", "animation": "动漫"}
"""The forms of an interpretation beyond plain text, by id."""
PLAIN = "text"


def interpretation_formats(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """解读回应: whether policy files are interpreted by more than plain text.

    What it checks: ``rich_format``: for each interpreted file, whether one of its interpretations is a press conference, chart, audio
    or video, animation or the like. Passed earns the point; the list's cap says how many files count.
    Why it matters: a picture or a press conference reaches those whom a text does not.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: interpretations not all known, their form or the file they belong to not told, or a form that is none
    of those.
    Known limits: the form is what the caller says; nothing is read from pages.
    Source: 政府网站检查指标, 加分 信息发布·解读回应.
    """
    aware(as_of, "as_of")
    code = "rich_format"
    if site.interpretations is None:
        return (unseen(ID, code, site, reason="not_looked"),)
    every = distinct(site.interpretations.items, lambda item: item.id, "interpretations.id")
    ordered = sorted((item for item in every if item.file), key=lambda item: (item.file, item.id))
    found = [_file(file, list(members)) for file, members in groupby(ordered, key=lambda item: item.file)]
    found += [_unknown(item) for item in every if not item.file]
    if site.interpretations.missing != 0:
        found.append(unseen(ID, code, site, reason="incomplete", examined=site.interpretations.missing))
    return conclude(ID, [code], site, found, empty=Outcome.FAILED)


def _file(file: str, members: Sequence[Interpretation]) -> Finding:
    rich = [item for item in members if item.form in RICH]
    unknown = [item for item in members if item.form != PLAIN]
    shown = (rich or unknown or members)[0]
    values: Values
    if rich:
        outcome, values = Outcome.PASSED, (("form", "、".join(dict.fromkeys(RICH[item.form] for item in rich))),)
    elif unknown:
        outcome, values = Outcome.CANT_TELL, because("form_unknown")
    else:
        outcome, values = Outcome.FAILED, because("text_only")
    target = Target(TargetKind.DOCUMENT, file, file, shown.url)
    return Finding(ID, "rich_format", outcome, target, evidence=(Evidence(shown.url, shown.title[:120]),), values=values)


def _unknown(item: Interpretation) -> Finding:
    """An interpretation of nobody knows which file: in plain text it earns nothing, else it may belong to one counted already."""
    outcome, reason = (Outcome.FAILED, "text_only") if item.form == PLAIN else (Outcome.CANT_TELL, "file_unknown")
    target = Target(TargetKind.DOCUMENT, f"?{item.id}", item.title or item.id, item.url)
    return Finding(ID, "rich_format", outcome, target, evidence=(Evidence(item.url, item.title[:120]),), values=because(reason))


INDICATOR = Indicator(
    id=ID,
    title=("解读回应", "Forms of interpretation"),
    section="B1",
    subject=SubjectKind.SITE,
    needs=("interpretations",),
    codes=(
        worded(
            "rich_format",
            (
                "文件是否通过新闻发布会、图表图解、音视频、动漫等形式解读？",
                "Is the file interpreted by press conference, chart, audio, video or animation?",
            ),
            ("文件“{target}”没有文字以外形式的解读（{reason}）", "File “{target}” is not interpreted by more than text ({reason})"),
            ("文件“{target}”以{form}形式解读", "File “{target}” is interpreted by more than text ({form})"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            target=TargetKind.DOCUMENT,
        ),
    ),
    function=interpretation_formats,
)
