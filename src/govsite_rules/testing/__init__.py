"""For tests of your own code: builders of snapshots, an exact comparison of findings, the conformance cases, strategies.

```python
from govsite_rules import testing as t

site = t.site(columns=[t.column("部门动态", 15)])
t.assert_outcomes(gr.indicators.columns_not_updated(site, as_of=t.AS_OF), {...})
```

``govsite_rules.testing.strategies`` needs hypothesis (extra ``testing``) and is loaded on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..conformance import Case, EffectCase, Expected, cases, differences, effect_cases, run, run_effect
from .builders import (
    AS_OF,
    SEEN_AT,
    column,
    entry,
    feed,
    finding,
    guide,
    homepage,
    incident,
    judgement,
    link,
    message,
    page,
    post,
    profile,
    seen,
    shown,
    site,
    survey,
    trial,
    tries,
    updates,
)
from .faultless import faultless_feed, faultless_site
from .outcomes import assert_outcomes

if TYPE_CHECKING:
    from . import strategies

__all__ = [
    "AS_OF",
    "SEEN_AT",
    "Case",
    "EffectCase",
    "Expected",
    "assert_outcomes",
    "cases",
    "column",
    "differences",
    "effect_cases",
    "entry",
    "faultless_feed",
    "faultless_site",
    "feed",
    "finding",
    "guide",
    "homepage",
    "incident",
    "judgement",
    "link",
    "message",
    "page",
    "post",
    "profile",
    "run",
    "run_effect",
    "seen",
    "shown",
    "site",
    "strategies",
    "survey",
    "trial",
    "tries",
    "updates",
]


def __getattr__(name: str) -> Any:
    if name == "strategies":
        return import_module(f"{__name__}.strategies")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
