"""The list of Liaoning province of 2019, 辽政办公开〔2019〕15号: the national list as an overlay.

Its tables could not be read, its cover letter could. Every clause is inherited, and none is verified for Liaoning.
"""

from __future__ import annotations

from .national_2019 import NATIONAL_2019

LIAONING_2019 = NATIONAL_2019.overlay(
    "liaoning-2019",
    "辽宁省政府网站与政务新媒体检查指标（2019年）",
    "Liaoning checklist for government websites and accounts, 2019",
    document="辽政办公开〔2019〕15号",
    notes=(
        "指标表未能读到：各条均沿用国家指标，未经辽宁文本核对"
        " / the tables could not be read: every clause is taken over from the national list, unverified for Liaoning",
        "附函：省里每月抽查；各市每月抽查，比例不低于 50%，结果在门户网站公布；各单位逐项自查"
        " / cover letter: the province samples every month; every city samples every month, at least 50 %, and publishes the result"
        " on its portal; everybody self-checks item by item",
    ),
)
"""The national list as Liaoning re-issued it; ``Clause.inherited`` marks every clause as taken over."""
