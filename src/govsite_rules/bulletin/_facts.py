"""From a clause to facts: which number plays which role in it. No figure is put together here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, frozen

from ..values.subject import SubjectKind
from ._areas import Areas, areas_in
from ._nouns import classes, counted_noun, is_narrow, nouns, scope_of, scope_of_all
from ._text import Clause
from ._verdicts import COUNTS, VERDICT_ROLES, Role, plain_role, verdict_role
from ._words import (
    ABOUT_POST,
    ABOUT_PRE,
    ACCOUNT_NOUN,
    AGO,
    BROAD,
    CHECK,
    CHECK_WORD,
    FAULT,
    HELD,
    MENDED,
    RECHECK,
    REST,
    REST_ALONE,
    SITE_NOUN,
    UNIT,
    VERSUS,
    WAY,
    WHOLE,
    ZERO,
)
from .numbers import CHINESE_DIGITS, number


@frozen
class Fact:
    """One role with its value and what the clause says of its subject. ``subjects`` empty: not said here.

    ``about``: 约300家, 1200余家: no exact number. ``of``: the fact is one of so many listed after 分别. ``classes``: 门户, 部门,
    县 … in what stands before the noun. ``areas``: the areas it is told of. ``total``: 总体, 全市, 本次: told of the whole.
    ``rest``: 其他, 其余 stands before the count, or of a count the name of a part.
    """

    role: Role
    start: int
    end: int
    value: int | Fraction | str = 0
    unit: str = ""
    subjects: tuple[tuple[SubjectKind, str], ...] = ()
    scope: str = ""
    narrow: bool = False
    every: bool = False
    listed: bool = False
    sub: bool = False
    recheck: bool = False
    definite: bool = False
    sampling: bool = False
    joined: bool = False
    about: bool = False
    of: int = 1
    classes: frozenset[str] = frozenset()
    areas: Areas | None = None
    total: bool = False
    rest: bool = False


_COUNT = re.compile(
    rf"(?<![\d.第])(?P<num>\d{{1,3}}(?:,\d{{3}}){{1,3}}(?!\d)|\d{{1,9}}(?:\.\d{{1,4}})?)\s{{0,2}}(?P<large>万)?(?P<about>余|多)?\s{{0,2}}(?P<unit>{UNIT})"
    rf"|(?<![第{CHINESE_DIGITS}])(?P<cn>[{CHINESE_DIGITS}万]{{1,9}})(?P<cnunit>家次|家|个)"
)
_SHARE = re.compile(
    r"(?<![\d.])(?P<num>\d{1,3}(?:\.\d{1,6})?)\s?%|百分之(?!点)[零一二两三四五六七八九十百]{1,5}(?:点[零一二三四五六七八九]{1,4})?"
)
_SHARES_AFTER = re.compile(rf"(?:\s?(?:以及|[,、和与及])\s?(?:{_SHARE.pattern})){{1,12}}")
_POINTS_AHEAD = re.compile(r"\s?[和、与及]\s?\d{1,3}(?:\.\d{1,4})?\s?个?百分点")
_POINT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?(?:个百分点|个|百分点)?")
_POINT_RUN = re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d{1,4})?\s?(?:个百分点|个)?(?:\s?[、和与及]{1,2}\s?(?:下降|降低|提高|提升|上升)?\s?\d{1,3}(?:\.\d{1,4})?\s?(?:个百分点|个)?){0,9}"
    r"(?:(?<=百分点)|\s?百分点)"
)
_POINTS = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?个百分点")
_SAMPLING = re.compile("抽查|抽检|抽取|选取|抽选|随机")
_DEFINITE = re.compile("纳入|在运行|正在运行|正常运行|在网运行|登记|备案|在册|所有|全部")
_WHOLE_AREA = re.compile("(?:全|我|本)(?:省|市|县|区|州|旗|盟|国)|辖区")
_FULL = re.compile(
    "全覆盖|覆盖全(?:省|市|县|区|州)|全面(?:的)?(?:检查|抽查|普查|监测|排查|核查|检测|巡查|体检|评估)|普查(?!(?:有关|相关)?(?:的)?(?:标准|指标|要求|通知|方案|办法|系统))|逐一|逐个|应检尽检"
    "|全部(?:都|均)?(?:进行|开展)?了?(?:全面)?(?:检查|抽查|监测|普查|检测)"
    "|(?:检查|抽查|监测|检测|普查|覆盖)(?:率|比例|覆盖率|覆盖面)(?:均)?(?:为|达到?|是|:)?\\s?100%|(?:按|以)100%"
    "|100%(?:的)?(?:比例)?(?:进行|开展)?了?(?:检查|抽查|覆盖|监测)"
)
_DONE = re.compile(
    r"经[^,]{0,8}(?:检查|监测|排查|核查|检测)|(?<!抽)(?:检查|监测|排查|检测)(?:未|没有)?(?:发现|均|都|全部)|^\s*(?:进行|开展)?了?(?:集中|人工)?(?:检查|监测|排查|检测)(?!中|情况|结果|指标|方式|标准|时|人员|组|总体|合格|比例)"
)
_MOVED_TO = re.compile(r"(?:增加|减少|增长|精简|压减|整合|下降|降低|降)(?:到|至|为)\s?$")
_FROM = re.compile("(?:由|从)(?:[^,]{0,10}的)?\\s?$")
_FOUND_THEN = re.compile(
    "(?:季度|月份?|年度?|次|轮)[^,]{0,12}(?:不合格|问题|通报)的(?:\\s?\\d{1,6}\\s?[家个](?:(?!的|中)[^,\\d]){1,20}[、和与及])?\\s?$"
)
_THEN_MENDED = re.compile(
    "(?:季度|月份?|年度?|次|轮)[^,]{0,12}(?:不合格|问题|通报|发现)的(?:(?!的|中)[^,\\d]){0,12}"
    "(?:\\s?\\d{1,6}\\s?[家个](?:(?!的|中)[^,\\d]){0,20}[、和与及](?:(?!的|中)[^,\\d]){0,12})?\\s?$"
)
_OFFICES = re.compile(
    r"(?:的|运维|运营|主办|主管|责任|承办|开设|开办|报送|管理|参检|被通报|被约谈)(?:单位|部门|机构)(?:共计|总计|共|计|有|为|达|:|\s){0,6}$"
)
_PAGES = re.compile(r"(?:频道|栏目|专栏|专题|页面|链接|版块|板块)(?:共计|总计|合计|共有|共|有|计|为|:|\s){0,6}$")
_LEVEL_ALONE = re.compile(r"\s?[省市县区州盟旗乡镇地]{1,2}(?:级|直|属|本级)")
_OURS_OF_MORE = re.compile(
    rf"(?P<who>[我本](?:省|市|县|区|州|旗|盟))被(?:{CHECK_WORD})|其中[^,]{{0,6}}(?:{CHECK_WORD})(?:了|到)?(?P<ours>[我本](?:省|市|县|区|州|旗|盟))"
)
_OURS_WERE = re.compile(rf"(?P<who>[我本](?:省|市|县|区|州|旗|盟))[^,]{{0,40}}被(?:{CHECK_WORD})")
_AVERAGE = re.compile("平均|每月|每季度|每周|每次")
_MOVED_OF = re.compile("(?:至|到)[^,]{0,4}(?:季度|月|年|轮|次)的?\\s?$")
_EXCEPT = re.compile("除了?[^,]{0,16}$")
_SHARE_OF_OWN = re.compile("[^\\d,合]{0,8}率")
_OF_CHECKED = re.compile(f"占[^,]{{0,8}}(?:{CHECK_WORD})[^,]{{0,8}}(?:总数|总量|数量)")
_AREAS = re.compile(
    r"(?:\d|[一二三四五六七八九十])\s?个(?:设区)?(?:师?市|县|区|地区|州|盟|旗|省|部门|单位|乡镇|街道)(?!级|直|政府|人民|门户)"
)
_ROUND = re.compile("每季度|每年|每半年|全年|年内|季度内|年度")
_PART_OF = re.compile("[一二三四五六七八九十]分之[一二三四五六七八九十]|[一二三四五六七八九]成(?![立为员果绩效])|过半|半数|一半")
_LIST_FAULT = re.compile(rf"[^\d,、]{{0,28}}?(?<!未发现)(?:{FAULT})(?!率)")
_LIST_LINK = re.compile(rf"(?:(?!{CHECK_WORD}|合格|中)[^\d,]){{0,20}}[、和与及]\s?")
_OWNER = re.compile("(?:^|[、和与,:其中])\\s*(?P<who>[\u4e00-\u9fff]{0,8}(?:部门|单位|区县|县区|级))\\s*(?:有|共)?(?:不合格|合格|存在)")
_STILL = re.compile("仍|尚|还|依然|依旧|发现")
_NAMED_THEN = re.compile("(?:不合格|通报|点名)的\\s?$")
_UNMENDED = re.compile("未整改合格|未整改到位|整改不合格")
_OF_PROBLEMS = re.compile("(?:问题|情形|情况|现象)(?:共计|总计|共|计|达到?|有|为|:|\\s){0,6}$")
_WITH_PROBLEMS = re.compile("(?:存在|有)")
_FOREIGN = re.compile(
    r"\s*(?:百分点|设区市|地级以上市|地级市|市州|州市|县市|市县|月|工作日|自然日|季度|年|小时|分钟|方面|栏目|问题|链接|错|断链|死链|师市|团场|镇街|镇办|镇(?!级|政府|人民)|市(?!级|直|属|政府|人民)|县(?!级|直|属|(?:\([^()]*\)|\s)*(?:政府|人民|门户|网站))|区(?!级|直|政府|人民|门户|网站)|地区|乡镇|街道|州(?!级|直|属|政府|人民)|省(?!级|直|属|政府|人民)|"
    r"(?:国务院|各)?(?:省|市|县|区|州|自治区)?(?:直属?|级|属)?(?:部门|机关|机构|委办局)(?!网站|政府|门户|新媒体|政务|子网站|官方)"
    r"|(?:各)?(?:省|市|县|区|州|自治区)?(?:直属?|级|属)?单位(?!的?(?:网站|政府|门户|子网站)|新媒体|政务)|指标|条|项|类|次|层级|渠道|环节|版块|板块|专栏|频道|页面|信息|文件|政策|事项|留言|批次|轮|文字|表述|人|课题|平台|系统|群|等次|等级|档次|档|类别)"
)
_OWN = re.compile(rf"家(?:(?!{CHECK_WORD})[^,\d共的个家]){{1,14}}?(?:政府|门户|部门)(?:门户)?(?:网站|新媒体)")
_TIMES = re.compile(rf"\s*(?:常态|全面|全覆盖|日常|专项|集中|人工|随机)*(?:化|性)?(?:的)?(?:{CHECK_WORD}|全覆盖)")
_HARM = re.compile("安全|泄密|事故|隐患")
_ALL_GOOD = re.compile("(?:全部|均|都|全)(?:为|已|达到|达)?(?:合格|达标|符合)(?!率)")
_SETTLED = re.compile("已有结论的")
"""A rate of part of what was checked: what is undecided is left out."""
_NOT_HERE = re.compile("(?:未|没有|均未|都未|不)涉及(?:到)?(?:我|本)?[\u4e00-\u9fff]{0,6}?(?:省|市|县|区|州|旗|盟|地区)")
_CHECKED_GOOD = re.compile(rf"(?:{CHECK_WORD})的?\s?\|[^,]{{0,12}}(?:全部|均|都)(?:为)?(?:合格|达标)")
_JOINT_GOOD = re.compile(r"[^|]{0,12}[、和与及][^|]{0,12}\|[^,]{0,12}(?:全部|均|都)(?:为)?(?:合格|达标)")
_FAIL_ZERO = re.compile("不合格率(?:均)?(?:为|是|:)?\\s?(?:0|零)(?![\\d.%])")
_WORD = re.compile(
    "(?P<fail>不合格率)|(?P<rate>(?<!更新)(?<!链接)(?<!内容)(?<!栏目)(?<!服务)(?<!答复)(?<!办理)(?:合格率|达标率))|(?P<cover>覆盖率|覆盖面|(?:检查|抽查|监测|检测|抽检|普查|抽样)(?:率|比例|比率|面|覆盖率)|比例)"
    "|(?P<part>占比|占)|(?P<to>(?:提高|提升|上升|增长|下降|降低|回升|回落|增加|减少)(?:到|至|为))"
    "|(?P<change>同比|环比|较(?!好|差|多|少|大|为|高|低|强)|相比|比(?!例|重|率|较)|上升|下降|提高|提升|增长|降低|增加|减少|增幅|降幅|回落|回升)"
    "|(?P<other>[\u4e00-\u9fff]率|满意度)|(?P<before>由|从)"
)
_LEVEL = re.compile("(?:^|其中|[,:;、和与])\\s*(?P<who>[\u4e00-\u9fff]{1,12}?)的?(?:抽查|检查|普查|监测|总体|整体|平均)*(?:合格率|达标率)")
_UNIT_NAME = re.compile("[省市县区州盟旗镇乡]|街道|部门|单位")
_DRAWN = re.compile("(?:抽查|普查)的?(?:总体)?合格率")
_TOTAL = re.compile("总体|整体|合计|总计|总的")
_OF_TOTAL = re.compile(r"占(?:(?!合格|问题)[^,]){0,30}(?:总数|总量|网站|新媒体|账号)[^,]{0,6}$")
_LIMIT_PRE = re.compile("(?:不足|超过|高于|低于|不低于|不少于|至少|大于|小于|接近|将近|约|近|逾)(?:的|占|为)?\\s?$")
_ATTRIBUTE = re.compile(r"\s?的(?:地区|省|市|县|区|州|盟|旗|乡|单位|部门|有|是|共|网站|政务)")
_FORMULA = re.compile("[=×÷*]")
_IN_TURN = re.compile(r"\s?[、和]\s?(?:20\d\d\s?年|[一二三四]季度|\d{1,2}月)[^,\d]{0,8}\d")
_LIMIT_POST = re.compile(r"\s?(?:以上|以下|以内|左右|上下|多|之间)|\s?(?:至|到|-|—|~)+\s?\d{1,3}(?:\.\d{1,4})?\s?%\s?(?:之间|不等)")
_IN_ORDER = re.compile("分别|依次")
_JOIN = re.compile(r"\s*(?:、|和|与|及|以及|,)+\s*$")
_JOIN_FIRST = re.compile("\\s*(?:、|和|与|及|以及)(?:不)?")


_COUNT_ALONE = re.compile(rf"\s*(?:{SITE_NOUN}|{ACCOUNT_NOUN})(?:账号|帐号)?\s?(?:{_COUNT.pattern})\s*")


def goes_on(clause: Clause) -> bool:
    """Whether a clause is but a noun with its count, and so goes on with the list before it (共检查网站56个,政务新媒体50个)."""
    return not (clause.breaks or clause.parted) and _COUNT_ALONE.fullmatch(clause.text) is not None


def shares_after(plain: str, at: int) -> int:
    """How many more shares a list goes on with (、98.0%、99.2%)."""
    run = _SHARES_AFTER.match(plain, at)
    return sum(1 for _ in _SHARE.finditer(run.group())) if run else 0


_MEANT = re.compile(
    "[省市县区州盟旗乡镇国级类]|部门|单位|机构|系统|地方|地区|街道|政府|门户|委|局|厅|所属|下属|直属|属|专项|专题|管|学校|高校|医院|企业|其他|其它|其余"
)


@frozen
class _Token:
    start: int
    end: int
    count: re.Match[str] | None
    share: re.Match[str] | None


def facts(clause: Clause, *, rechecking: bool, listing: bool) -> Iterator[Fact]:
    """The facts of one clause in order. ``rechecking``: the sentence speaks of a re-check. ``listing``: a rate came before in
    this sentence, so that shares without a word of their own may continue the list."""
    areas = areas_in(clause.text)
    for fact in _facts(clause, areas, rechecking=rechecking, listing=listing):
        told = areas if areas is not None and fact.end - clause.start > areas.end else None
        scope = fact.scope.replace(HELD, "、") if _MEANT.search(fact.scope) else ""
        yield fact if told is None and scope == fact.scope else evolve(fact, scope=scope, areas=told)


def _facts(clause: Clause, areas: Areas | None, *, rechecking: bool, listing: bool) -> Iterator[Fact]:
    text = clause.text
    recheck = rechecking or bool(RECHECK.search(text))
    sub = bool(re.match(r"\s*其中", text))
    tokens = _tokens(text)
    yield from _phrases(clause, areas, recheck, bool([token for token in tokens if token.count]))
    respective = _respective(text, tokens)
    faulty = _faulty(text, tokens)
    last_role: Role | None = None
    joint = False
    for place, token in enumerate(tokens):
        before = tokens[place - 1].end if place else 0
        after = tokens[place + 1].start if place + 1 < len(tokens) else len(text)
        pre, post = text[before : token.start], text[token.end : after]
        if token.share is not None:
            if place and tokens[place - 1].count is not None and _OF_TOTAL.search(text[: tokens[place - 1].start]) and pre.strip() == "的":
                pre = "占总数的"
            if last_role is Role.COVERAGE and _JOIN.fullmatch(pre):
                pre = "比例"
            fact = _share_fact(clause, token, areas, pre, post, listing or last_role is Role.RATE, sub, recheck)
        else:
            assert token.count is not None
            following = next((one for one in tokens[place + 1 :] if one.count is not None), None)
            if following is not None:
                post = text[token.end : following.start]
            fact = _count_fact(clause, token, pre, post, following, last_role, sub, recheck)
            if fact is not None and place in faulty and fact.role in COUNTS:
                fact = evolve(fact, role=Role.UNQUALIFIED, joined=True, rest=False)
            if fact is not None and respective is not None:
                nth = sum(one.count is not None for one in tokens[:place])
                kind = (respective[nth],) if respective else ()
                role = _role_of_list(text, tokens) if fact.role is Role.BARE else fact.role
                role = last_role if nth and role is Role.BARE and last_role is not None else role
                fact = evolve(fact, subjects=kind, role=role, joined=nth > 0, listed=True)
        if fact is not None and fact.role is Role.QUALIFIED:
            if last_role in COUNTS and _JOINT_GOOD.match(f"{pre}|{post}"):
                fact, joint = evolve(fact, role=last_role, joined=True), True
            elif _CHECKED_GOOD.search(f"{pre}|{post}"):
                fact, joint = evolve(fact, role=Role.CHECKED), True
        if fact is not None:
            last_role = fact.role
            yield fact
    if joint:
        yield Fact(Role.ALL_GOOD, clause.start, clause.start + len(text.rstrip()), recheck=recheck)
    yield from _changes(clause, recheck)


def _faulty(text: str, tokens: list[_Token]) -> set[int]:
    """The counts before the last one of a list that a verdict ends (1家政府网站、5个政务新媒体不合格)."""
    found: set[int] = set()
    for last in range(len(tokens) - 1, 0, -1):
        if last in found or tokens[last].count is None or not _LIST_FAULT.match(text, tokens[last].end):
            continue
        for place in range(last - 1, -1, -1):
            between = text[tokens[place].end : tokens[place + 1].start]
            if tokens[place].count is None or not _LIST_LINK.fullmatch(between):
                break
            found.add(place)
    return found


def _role_of_list(text: str, tokens: list[_Token]) -> Role:
    """What a list of bare counts (分别有2家和9个不合格) counts: by the verdict behind it."""
    last = [token for token in tokens if token.count is not None][-1]
    if re.match(rf"\s?(?:{FAULT})(?!率)", text[last.end :]):
        return Role.UNQUALIFIED
    return Role.QUALIFIED if re.match(r"\s?合格(?!率)", text[last.end :]) else Role.BARE


def _changes(clause: Clause, recheck: bool) -> Iterator[Fact]:
    """较上季度提高1.2个百分点, and after 分别 a list of them; not what is above an average or a goal."""
    text = clause.text
    for run in _POINT_RUN.finditer(text):
        word = text[: run.start()]
        values = list(_POINT.finditer(text, run.start(), run.end()))
        listed = bool(_IN_ORDER.search(word))
        if re.search("目标|要求|高于|低于|平均|排名", word) or listed is (len(values) == 1):
            continue
        named = nouns(word)
        subjects = (named[-1][:2],) if named and "率" in word and not listed else ()
        for value in values:
            ways = list(WAY.finditer(text, 0, value.start()))
            if ways:
                sign = -1 if ways[-1].group()[0] in "下降减回差" and ways[-1].group() != "回升" else 1
                start, end = clause.start + value.start(), clause.start + value.end()
                yield Fact(
                    Role.CHANGE,
                    start,
                    end,
                    sign * Fraction(value.group(1)),
                    subjects=subjects,
                    recheck=recheck,
                    listed=listed,
                    of=len(values),
                )


def _respective(text: str, tokens: list[_Token]) -> tuple[tuple[SubjectKind, str], ...] | None:
    """For 网站和新媒体分别为1家和3个: the nouns in the order of the counts; () where they stand elsewhere; None without 分别."""
    counts = [token for token in tokens if token.count is not None]
    at = text.find("分别")
    if at < 0 or len(counts) < 2 or counts[0].start < at:
        return None
    named = tuple(dict.fromkeys(item[:2] for item in nouns(text[: counts[0].start])))
    return named * len(counts) if len(named) == 1 else named if len(named) == len(counts) else ()


def _tokens(text: str) -> list[_Token]:
    found = [_Token(match.start(), match.end(), None, match) for match in _SHARE.finditer(text)]
    points = [match.span() for match in _POINTS.finditer(text)]
    for match in _COUNT.finditer(text):
        inside = any(start <= match.start() < end for start, end in points) or _POINTS_AHEAD.match(text, match.end())
        if not inside and (_OWN.match(text, match.end() - 1) or not _FOREIGN.match(text, match.end())):
            found.append(_Token(match.start(), match.end(), match, None))
    return sorted(found, key=lambda token: token.start)


def _phrases(clause: Clause, areas: Areas | None, recheck: bool, counted: bool) -> Iterator[Fact]:
    text, start = clause.text, clause.start
    named = nouns(text)
    said = tuple(dict.fromkeys(item[:2] for item in named))
    parts = frozenset[str]().union(*(classes(scope_of(text[: item[2]]), text[item[2] : item[3]]) for item in named))
    scope = scope_of_all(text, named)
    zero = ZERO.search(text)
    if zero and not (zero.group().endswith("严重问题") and _HARM.search(zero.group("gap"))):
        tail = tuple(dict.fromkeys((kind, platform) for kind, platform, _, _ in nouns(text[zero.start() :])))
        yield Fact(
            Role.ZERO,
            start + zero.start(),
            start + len(text.rstrip()),
            subjects=tail or (() if counted else said),
            scope=scope,
            narrow=bool(scope),
            recheck=recheck,
            classes=parts,
        )
    good = _ALL_GOOD.search(text)
    if good and not counted and not REST.search(text[: good.start()]) and (areas or not _AREAS.search(text)):
        yield Fact(
            Role.ALL_GOOD,
            start + good.start(),
            start + good.end(),
            subjects=said,
            scope=scope,
            narrow=bool(scope),
            recheck=recheck,
            classes=parts,
        )
    fail_zero = _FAIL_ZERO.search(text)
    if fail_zero:
        yield Fact(Role.FAIL_RATE, start + fail_zero.end() - 1, start + fail_zero.end(), "0", subjects=said, recheck=recheck)
    part = _PART_OF.search(text)
    if part and (CHECK.search(text) or "占" in text):
        yield Fact(Role.ABOUT, start + part.start(), start + part.end(), part.group(), subjects=said)
    away = _NOT_HERE.search(text)
    if away:
        yield Fact(Role.ELSEWHERE, start, start + len(text.rstrip()), away.group(), subjects=said)
    full = _FULL.search(text)
    if full and not VERSUS.search(text[: full.start()]) and not AGO.search(text[: full.start()]) and not _ROUND.search(text):
        yield Fact(Role.FULL, start + full.start(), start + full.end(), joined=counted, recheck=recheck)
    elif not counted and _DONE.search(text) and "抽" not in text:
        yield Fact(Role.CHECK, start, start + len(text))


def _share_fact(
    clause: Clause, token: _Token, areas: Areas | None, pre: str, post: str, listing: bool, sub: bool, recheck: bool
) -> Fact | None:
    start, end = clause.start + token.start, clause.start + token.end
    value = clause.text[token.start : token.end].replace(" ", "")
    kinds = [(match.lastgroup, match.start()) for match in _WORD.finditer(pre)]
    kind, at = kinds[-1] if kinds else (None, 0)
    words = pre if kind != "to" or nouns(pre) else clause.text[: token.start]
    found = nouns(words)
    scope = scope_of(words[: found[-1][2]]) if found else ""
    owner = None if found else _LEVEL.search(words)
    if owner and _UNIT_NAME.search(owner.group("who")) and (WHOLE.fullmatch(owner.group("who")) or not BROAD.search(owner.group("who"))):
        scope = owner.group("who")
    subjects: tuple[tuple[SubjectKind, str], ...] = (found[-1][:2],) if found else ()
    if kind == "before" or _FORMULA.search(pre) or _IN_TURN.match(clause.text, token.end):
        return None
    if _ATTRIBUTE.match(post) or (areas is None and _AREAS.search(clause.text[: token.start])):
        return None
    if _LIMIT_PRE.search(pre) or _LIMIT_POST.match(clause.text, token.end):
        return Fact(Role.BOUND, start, end, value, subjects=subjects) if kind in ("rate", "fail", "cover") else None
    if kind in ("rate", "fail") and AGO.search(pre[:at]) and not re.search("[,]", pre[:at]):
        return None
    if _DRAWN.search(pre) and not RECHECK.search(clause.text):
        recheck = False
    total = bool(_TOTAL.search(pre))
    role: Role | None = None
    noun = words[found[-1][2] : found[-1][3]] if found else ""
    narrow, kinds_of = is_narrow(scope, noun), classes(scope, noun)
    failing = "不合格率" in clause.text[: token.start]
    alone = False
    if kind == "rate" or (kind == "to" and not failing and ("合格率" in clause.text or listing)):
        role = Role.RATE
    elif kind == "fail" or (kind == "to" and failing):
        role = Role.FAIL_RATE
    elif kind == "cover" or (kind is None and re.match(r"\s?的?比例", post)):
        role = Role.COVERAGE
    elif kind == "part":
        role = None if re.search("不合格|问题|合格", pre) or _OF_CHECKED.search(pre) else Role.COVERAGE
    elif kind is None and re.match(r"\s?(?:全部|均)?(?:合格|达标)", post):
        role = Role.RATE
    elif kind is None and listing and (_JOIN.fullmatch(pre) or (found and len(pre) <= 24)):
        role, alone = Role.RATE, True
        sub = sub or bool(found)
    if role is None or (role is Role.RATE and _SETTLED.search(clause.text[: token.start])):
        return None
    every = bool(re.search("均|都", pre[at:])) if kind else False
    listed = not found if alone else bool(_IN_ORDER.search(pre))
    if not alone and (every or listed):
        subjects = tuple(dict.fromkeys(item[:2] for item in found)) if len(found) > 1 else subjects
    return Fact(
        role,
        start,
        end,
        value,
        subjects=subjects,
        scope=scope,
        narrow=narrow,
        sub=sub,
        every=every,
        listed=listed,
        recheck=recheck,
        classes=kinds_of,
        total=total and role is not Role.COVERAGE,
    )


def _count_fact(
    clause: Clause,
    token: _Token,
    pre: str,
    post: str,
    following: _Token | None,
    last_role: Role | None,
    sub: bool,
    recheck: bool,
) -> Fact | None:
    match = token.count
    assert match is not None
    written = match.group("num") or match.group("cn")
    value = number(written + (match.group("large") or ""))
    unit = (match.group("unit") or match.group("cnunit")).replace(" ", "")
    if value is None or value.denominator != 1:
        return None
    about = bool(match.group("about") or ABOUT_PRE.search(pre) or ABOUT_POST.match(post))
    if unit == "次" and (_TIMES.match(clause.text, token.end) or not CHECK.search(pre)):
        return None
    text = clause.text
    head = text[: token.start]
    leads = following is not None and following.count is not None
    local = re.split("、|以及|和|与|及", post)[0] if leads else post
    subjects, scope, noun, number_first = counted_noun(pre, local)
    if unit == "次":
        subjects = ()
    if not subjects and ("%" in head[-6:] or _MOVED_TO.search(pre)):
        subjects = tuple(item[:2] for item in nouns(head)[-1:])
    were = _OURS_WERE.search(text)
    ours = _OURS_OF_MORE.search(pre) or (were if were and were.start() < token.start < were.end() else None)
    if leads and not subjects and _LEVEL_ALONE.fullmatch(local):
        shared = nouns(text[token.end :])[:1]
        subjects, scope, noun = tuple(item[:2] for item in shared), local.strip(), ""
    role = verdict_role(pre, local, leads and local == post)
    if any(words.search(pre) for words in (_OFFICES, _PAGES, _FROM, _AVERAGE, _MOVED_OF)) or (
        _EXCEPT.search(pre) and "外" in local and role is not Role.UNQUALIFIED
    ):
        return None
    if role is None and last_role in (Role.UNQUALIFIED, Role.SOFT) and subjects and _JOIN_FIRST.match(pre) and not CHECK.search(pre):
        role = last_role
    if role is None and _SHARE_OF_OWN.match(local):
        role = Role.OTHER
    if _FOUND_THEN.search(head) and not recheck:
        return None
    if recheck and (_THEN_MENDED.search(head) or (_NAMED_THEN.search(pre) and not _STILL.search(pre))):
        role = role and Role.OTHER
    if role in (Role.UNQUALIFIED, Role.SOFT, Role.PROBLEMS) and (recheck or _NAMED_THEN.search(pre)) and MENDED.search(local):
        return None
    if role is not None and AGO.search(pre):
        role = Role.OTHER
    if _MOVED_TO.search(pre):
        fault = re.search(rf"(?:{FAULT})(?!率)", head)
        role = Role.UNQUALIFIED if fault else Role.POPULATION if role is Role.OTHER and "问题" not in head else role
    if role in (Role.PROBLEMS, Role.SOFT) and unit == "个" and (_OF_PROBLEMS.search(pre) or not (subjects or _WITH_PROBLEMS.match(local))):
        role = Role.OTHER
    definite = sampling = joined = False
    if role is None and match.group("cn") and not (CHECK.search(text) or subjects):
        return None
    if role is None:
        joined = bool(_JOIN.search(pre)) or (bool(last_role) and bool(re.match(r"[^,]{0,10}[、和与及]", pre)))
        sampling = bool(_SAMPLING.search(text))
        definite = bool(_DEFINITE.search(head)) or (number_first and bool(_WHOLE_AREA.search(head)))
        role = plain_role(text, pre, post, head, following is not None, last_role, joined, number_first)
        if role is None:
            return None
    elif last_role is None or last_role in COUNTS:
        joined = bool(re.search("、|和|与|及", pre)) and last_role in (Role.UNQUALIFIED, Role.SOFT, Role.PROBLEMS, Role.QUALIFIED)
    scope = next(filter(None, ours.groups())) if ours and not scope else scope
    if role is Role.QUALIFIED and not recheck and MENDED.search(local):
        role = Role.OTHER
    owner = None if subjects or scope or role not in VERDICT_ROLES else _OWNER.search(pre)
    scope = owner.group("who") if owner and is_narrow(owner.group("who")) else scope
    wide = _WHOLE_AREA.match(pre.lstrip()) if role in VERDICT_ROLES and not scope else None
    scope = wide.group() if wide and wide.group() != "辖区" else scope
    if role is Role.UNQUALIFIED and _UNMENDED.search(local):
        recheck = True
    return Fact(
        role,
        clause.start + token.start,
        clause.start + token.end,
        int(value),
        unit,
        subjects,
        scope,
        is_narrow(scope, noun) or ours is not None,
        every=bool(re.search("[均各]", pre[-3:])),
        listed="分别" in text,
        sub=sub,
        recheck=recheck,
        definite=definite,
        sampling=sampling,
        joined=joined,
        about=about,
        classes=classes(scope, noun),
        rest=bool(REST_ALONE.search(pre))
        or (role in COUNTS and bool(REST.search(pre) or REST.match(scope)))
        or (role in COUNTS and bool(scope) and not WHOLE.search(scope) and not BROAD.search(scope)),
    )
