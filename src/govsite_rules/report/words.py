"""What reports say, in Chinese and English."""

from __future__ import annotations

from ..batch.register import PLATFORM_TITLES
from ..errors import InputError

WORDS: dict[str, tuple[str, str]] = {
    "inspection": ("检查报告", "Inspection report"),
    "as_of": ("监测时间点", "As of"),
    "partial": ("部分检查指标", "partial list"),
    "fired": ("不合格情形", "What makes it unqualified"),
    "settle": ("要得出结论需查清的事项", "What would settle it"),
    "settle_exact": ("最少需查清以下各项。", "No smaller list would do."),
    "settle_greedy": ("近似最少的一组。", "Close to the fewest."),
    "near": ("接近单项否决", "Close to a veto"),
    "near_days": ("距超期还有{n}天", "{n} days left"),
    "near_count": ("已有{reached}，达到{limit}即否决", "{reached} of {limit}"),
    "sheet": ("计分表", "Score sheet"),
    "indicator": ("指标", "Indicator"),
    "points": ("分值", "Points"),
    "lost": ("扣分或得分", "Lost or earned"),
    "bonus": ("加分", "bonus"),
    "findings": ("检查结果", "Findings"),
    "search": ("查找", "Search"),
    "nothing": ("没有符合条件的内容", "Nothing matches"),
    "coverage": ("检查范围", "Coverage"),
    "notes": ("提示", "Notes"),
    "days_left": ("剩余天数", "days left:"),
    "waiver": ("暂缓", "waived"),
    "score": ("得分", "Score"),
    "vetoes": ("单项否决", "Vetoes fired"),
    "problems": ("存在问题", "Problems"),
    "open": ("待查清", "Open"),
    "failed": ("不符合", "Failed"),
    "cant_tell": ("待人工复核", "People must look"),
    "untested": ("未检查", "Not looked at"),
    "passed": ("符合", "Passed"),
    "inapplicable": ("不适用", "Not applicable"),
    "unearned": ("未得加分", "Bonus not earned"),
    "qualified": ("合格", "Qualified (合格)"),
    "unqualified": ("不合格", "Unqualified (不合格)"),
    "undecided": ("待人工复核", "Undecided (待人工复核)"),
    "out_of_scope": ("不在检查范围", "Not in scope"),
    "not_inspected": ("未能检查", "Could not be inspected"),
    "fault_found": ("在已检查的内容中发现不合格情形", "In what was checked, a fault was found that makes it unqualified"),
    "none_found": ("在已检查的内容中未发现不合格情形", "In what was checked, no fault was found that makes it unqualified"),
    "count": ("共{n}处", "{n} in all"),
    "count_unknown": ("数量未知", "number unknown"),
    "more": ("其余{n}项未列出", "{n} more are not listed"),
    "of": ("满分{n}，加分另计", "of {n}, bonus apart"),
    "range": ("{low}至{high}", "{low} to {high}"),
    "checked": ("已查清", "Settled"),
    "partly": ("部分查清", "Partly settled"),
    "unchecked": ("未检查", "Not looked at"),
    "declared": ("已声明", "Declared"),
    "not_executable": ("无自动检查", "No automatic check"),
    "not_applicable": ("不适用", "Not applicable"),
    "other": ("其他检查", "Other checks"),
    "website": ("政府网站", "Government websites"),
    "account": ("政务新媒体", "Government accounts"),
    "visits": ("检查数", "Inspected"),
    "sites": ("涉及{n}个检查对象", "{n} distinct subjects"),
    "rate": ("合格率", "Pass rate"),
    "rate_apart": ("待复核{n}个未计入", "{n} undecided left out"),
    "rate_as_found": ("待复核{n}个按检查发现情况计", "{n} undecided counted as found"),
    "rate_range": ("待复核{n}个，合格率为区间", "{n} undecided make it a range"),
    "share": ("覆盖率", "Coverage of the register"),
    "by_area": ("各地区合格率", "Pass rate by area"),
    "by_month": ("各月合格率", "Pass rate by month"),
    "by_platform": ("各平台合格率", "Pass rate by platform"),
    "by_reason": ("不合格原因", "Reasons"),
    "by_score": ("得分分布", "Score distribution"),
    "legend": ("绿：合格；黄：待复核；红：不合格", "green: qualified; yellow: undecided; red: unqualified"),
    "outside": (
        "因故未能检查{failed}次，未在运行{out}次，均不计入合格率。",
        "Outside the rate: {failed} could not be inspected, {out} not running.",
    ),
    "subjects": ("检查对象", "Subjects"),
    "name": ("名称", "Name"),
    "area": ("地区", "Area"),
    "standing": ("结论", "Verdict"),
    "reasons": ("不合格情形", "Vetoes"),
    "above": ("{n}分以上", "above {n}"),
    "upto": ("{n}分及以下", "up to {n}"),
    "band": ("{low}～{high}分", "{low} to {high}"),
    "rows": ("{n}个", "{n}"),
    "fixed": ("已整改", "mended"),
    "remaining": ("未整改", "not mended"),
    "new": ("新发现", "new"),
    "unseen": ("未复查", "not seen again"),
    "unnamed": ("（未注明）", "(not given)"),
    "gap": ("", " "),
    "checklist": ("检查指标", "Checklist"),
    "key": ("标识码或网址", "Site code or address"),
    "owner": ("主办单位", "Owner"),
    "level_of": ("层级", "Level"),
    "platform": ("平台", "Platform"),
    "number": ("序号", "No."),
    "list": ("问题清单", "Problems"),
    "no_problems": ("在已检查的内容中没有发现问题。", "No problem was found in what was checked."),
    "col_time": ("监测时间", "Seen at"),
    "col_column": ("监测栏目", "Column"),
    "col_text": ("问题描述", "Problem"),
    "col_standard": ("检查标准", "Standard"),
    "col_state": ("整改状态", "Rectification"),
    "state": ("状态", "State"),
    "clauses": ("条款", "Clauses"),
    "mending": ("整改情况", "Rectification"),
    "mended_faults": (
        "上次发现的问题：已整改{fixed}个，未整改{remaining}个，未复查{unseen}个；本次新发现{new}个。",
        "Of the faults found before: {fixed} mended, {remaining} not mended, {unseen} not seen again; {new} new.",
    ),
    "rate_after": ("上期整改后合格率", "Last period's rate after rectification"),
    "rate_before": ("整改前{rate}", "{rate} before it"),
    "still": ("仍不合格", "Still unqualified"),
    "item": ("项目", "Item"),
    "value": ("数值", "Value"),
    "remark": ("说明", "Remark"),
    "group": ("分组", "Group"),
    "reason": ("不合格情形", "Veto"),
    "visits_made": ("次数", "Visits"),
    "not_good": ("不合格名单", "Unqualified"),
    "none_listed": ("没有不合格的检查对象。", "Nobody is unqualified."),
}

LEVELS: dict[str, tuple[str, str]] = {
    "state": ("国家级", "state"),
    "province": ("省级", "province"),
    "city": ("市级", "city"),
    "county": ("县级", "county"),
    "township": ("乡镇级", "township"),
}
LANGUAGES = ("zh-Hans", "en")


class Words:
    """The texts of one language: ``t.open`` in templates, ``t("more", n=3)`` in code."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise InputError("no such language", field="lang", value=lang, expected=" or ".join(LANGUAGES))
        self.lang = lang
        self._texts = {name: pair[LANGUAGES.index(lang)] for name, pair in WORDS.items()}

    def __getattr__(self, name: str) -> str:
        try:
            return self.__dict__["_texts"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None

    def platform_name(self, name: str) -> str:
        """A platform in words; unknown names as they are."""
        pair = PLATFORM_TITLES.get(name)
        return name if pair is None else pair[LANGUAGES.index(self.lang)]

    def level(self, name: str) -> str:
        """A level of government in words; unknown names as they are."""
        pair = LEVELS.get(name)
        return name if pair is None else pair[LANGUAGES.index(self.lang)]

    def __call__(self, name: str, **values: object) -> str:
        return self._texts[name].format(**values)
