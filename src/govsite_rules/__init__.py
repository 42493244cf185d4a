"""The official inspection checklists for Chinese government websites and accounts (政府网站与政务新媒体检查指标), executable.

Everything public is here and loaded on first use (PEP 562): importing this package loads attrs only.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_MODULES = frozenset(
    {"bulletin", "checklists", "conformance", "frames", "indicators", "interchange", "report", "spark", "testing", "wording"}
)

_PLACES: dict[str, str] = {
    **dict.fromkeys(
        (
            "Absent AccountProfile Column ColumnHint ColumnKind ColumnState DateReading DateSource DatedEntry Entry Evidence "
            "FeedSnapshot Finding Guide GuideElement GuideReading GuideState Homepage Incident IncidentKind Interpretation Judgement "
            "Leader Level Link LinkCheck LinkResult LinkState Mark MarkState Marks Measure Message MessageKind Outcome PageCheck "
            "PageKind PageRole PageSnapshot Period Platform PlatformKind PlatformName PolicyFile Post RunningStatus Seen SiteProfile "
            "SiteSnapshot Subject SubjectKind Survey TaggedPage Target TargetKind Trial TrialKind Try TryResult Updates WordingFacts "
            "NO_DATE SHANGHAI"
        ).split(),
        "values",
    ),
    **dict.fromkeys("GovsiteError InputError ChecklistError LimitError".split(), "errors"),
    "parse_page": "parse.page",
    "parse_feed": "parse.feeds",
    "assemble_site": "parse.site",
    "page_facts": "parse.facts",
    "merge": "parse.facts",
    "finish": "parse.finish",
    **dict.fromkeys("CATALOG COMPANIONS indicator_of".split(), "indicators"),
    "message": "indicators.messages",
    **dict.fromkeys("NATIONAL_2019 LIAONING_2019 CENSUS_2015 checklist load_checklist".split(), "checklists"),
    **dict.fromkeys("Standing Found Review Decision Declaration Waiver Verdict Score".split(), "scoring.records"),
    "pass_rate": "scoring.rates",
    **dict.fromkeys("inspect Inspection Coverage".split(), "inspection"),
    **dict.fromkeys("compare due_soon near_veto".split(), "comparison"),
    "draw": "draws",
    "read_folder": "batch.folder",
    "inspect_many": "batch.many",
    "Failure": "batch.failure",
    **dict.fromkeys("to_json from_json".split(), "interchange"),
}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in _PLACES:
        value = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES, *_PLACES})


__all__ = sorted({*_MODULES, *_PLACES})
