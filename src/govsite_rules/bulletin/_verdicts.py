"""Which role the words around a count give it: a verdict, a population, a check."""

from __future__ import annotations

import re
from enum import StrEnum

from ._words import ACCOUNT_NOUN, CHECK, CHECK_WORD, FAULT, MENDED, NOUN_END, RECHECK, REST_ALONE, SITE_NOUN, VERSUS, WAS_CHECKED, WAY, ZERO


class Role(StrEnum):
    """What a number or phrase says."""

    POPULATION = "population"
    CHECKED = "checked"
    BARE = "bare"
    UNQUALIFIED = "unqualified"
    SOFT = "soft"
    QUALIFIED = "qualified"
    BASIC = "basic"
    PROBLEMS = "problems"
    OTHER = "other"
    RATE = "rate"
    FAIL_RATE = "fail_rate"
    COVERAGE = "coverage"
    CHANGE = "change"
    ZERO = "zero"
    ALL_GOOD = "all_good"
    FULL = "full"
    CHECK = "check"
    ELSEWHERE = "elsewhere"
    BOUND = "bound"
    ABOUT = "about"


VERDICT_ROLES = frozenset({Role.UNQUALIFIED, Role.SOFT, Role.QUALIFIED, Role.BASIC, Role.PROBLEMS})
COUNTS = frozenset({Role.POPULATION, Role.CHECKED, Role.BARE})
_EXISTS = re.compile(
    "共有|(?:全|我|本)(?:省|市|县|区|州)有|现有|目前|在运行|在网运行|正常运行|正在运行|运行的|运行(?=政府网站|网站|政务新媒体|新媒体)|备案|登记|注册|开设|开办|开通|建有|纳入|总计|总数|在册|存量|报送系统|拥有|保有"
)
_CHECK_HAS = re.compile(rf"(?:{CHECK_WORD})(?:中|结果)?共?有\s?$")
_REGULAR = re.compile("每(?:周|月|日|天|季度|季|半年|年)")
_EARLIER = re.compile("上季度|上一季度|上个?月(?!份?末)|上一年|上年度|上期|上次|上一轮|上一次|去年|同期|前次")
_NOW = re.compile("今年|本(?:年|季|月|次|期|轮|周)|目前|现(?:有|在|共|已)|这次|此次|当前|截至")
_FROM_AGO = re.compile("(?:由|从|对|对照|针对|经)[^,]{0,6}(?:上|去|前|原)")
_PRE_FAULT = re.compile(f"(?:{FAULT})(?!率|项|指标|内容|的?问题|原因|情形|名单)(?P<tail>[^,]{{0,32}})$")
_POST_FAULT = re.compile(f"(?P<gap>[^,]{{0,28}}?)(?P<word>{FAULT}|未整改合格|未整改到位|整改不合格)(?!率)")
_INSPECTED = re.compile(f"”?[^,]{{0,8}}(?:{CHECK_WORD})")
_NOT_YET = f"{CHECK_WORD}|未发现|没有|进行|开展"
_SOFT = "(?:存在?|出现|有)[^,]{0,6}?(?:突出|严重|单项否决)[^,]{0,6}?(?:问题|情形|情况|现象|指标)|(?:单项|一票)否决"
_WEAK = "(?:存在|发现|有)[^,]{0,8}?问题"
_ANY_PROBLEM = re.compile(
    "(?:存在|发现|有)(?:不同程度|程度不同|一定|一些|个别|部分|各类|各种|多个|多处|相关|有关|以下|下列|共性|一般|较多|较大|较小|轻微|此类|类似|这些|上述|[的性了地“”\\s]){0,6}问题"
)
_REST_GOOD = re.compile(r"[^。]{0,40}?(?:其余|其他|其它|剩余)[^。]{0,16}(?:合格|达标|符合)")
_PRE_SOFT = re.compile(f"(?:{_SOFT})(?P<tail>[^,]{{0,24}})$")
_PRE_WEAK = re.compile(f"(?:{_WEAK})(?P<tail>[^,]{{0,24}})$")
_POST_SOFT = re.compile(f"(?P<gap>[^,]{{0,24}}?)(?:{_SOFT})")
_POST_WEAK = re.compile(f"(?P<gap>[^,]{{0,24}}?)(?:{_WEAK})")
_NOT_SO = re.compile("[未没无不]$|的\\s?\\d")
_PRE_GOOD = re.compile("(?<!不)(?<!未)(?:合格|达标)(?!率)(?P<tail>[^,]{0,24})$")
_POST_GOOD = re.compile(
    "(?P<gap>[^,]{0,20}?)(?:全部|均|都|全)?(?:为|被评为|被评定为|被判定为|判定为)?(?<!不)(?<!未)(?<!基本)(?:合格|达标)(?!率)"
)
_OTHER = re.compile(
    "减少|增加|新增|新开|关停|关闭|注销|下线|迁移|整合|归并|合并|撤销|清理|得分|扣分|分(?:以上|以下|之间|至|的|及)|优秀|良好|较好|较差|超过|高于|低于|满分|加分|通报|约谈|表扬"
    "|督促|责令|问责|整改|回复|答复|办理|收到|转办|涉及|附件|错|链接|栏目|名单|未更新|提交|反馈|处理|空白|首页|缺少|无法|补录|不规范|漏报|瞒报"
)
_TOLD_OF = re.compile(
    rf"\s?(?:的)?[\u4e00-\u9fff]{{0,12}}?(?:{SITE_NOUN}|{ACCOUNT_NOUN})\s*(?:实现(?!了?全)|能够|都能|进入|积极|完成|发布|获得|得分|得满?分|互动|实时互动|存在|出现|发生|未|不|没"
    "|长期|超过|首页|栏目|链接|站点|搜索|内容|功能|更新|留言|信息|转载|主办|主管|责任|名单|申请|因|按(?:要求|时|期|规定|程序)|在规定|有\\d"
    "|的(?:首页|栏目|链接|整改|问题|主办|责任|负责))"
)
_DOES = re.compile(
    r"\s?(?:尚|仍|还|均|都|已)*(?:未|没有?|无法|正在(?!运行)|暂停|关停|下线|迁移|(?:开设|开通|建立|设置|设立|提供|转载|发布|更新)(?:了|有|频率|及时|不))"
)
_SAYS = re.compile(f"\\s*(?!{SITE_NOUN}|{ACCOUNT_NOUN}|合格|达标)(?:“|[\u4e00-\u9fff](?<![中的和与及为是占共均全都各]))")
_NOUN_SAYS = re.compile(
    rf"\s*(?:{SITE_NOUN}|{ACCOUNT_NOUN}){{1,2}}(?!{CHECK_WORD}|合格|达标)[\u4e00-\u9fff](?<![中的和与及为是占共均全都各进开在正登注备运纳接参分按情总账帐号、])"
)
_BREAKS_TAIL = re.compile(f"{CHECK_WORD}|{WAY.pattern}|整改|[一二三四五六七八九]是")
_AMONG = re.compile("中[^,]{0,2}有\\s?$")
_SAME_AS_BEFORE = re.compile("(?:这|该)\\s?$")
_CHECKED_SHARE = re.compile(f"(?:{CHECK_WORD})(?:总体)?(?:合格率|达标率)")
_OPENS = re.compile(f"(?:{SITE_NOUN}|{ACCOUNT_NOUN})(?:均|都)?(?:开设|开通|建有|发布)")
_FOUND_OUT = re.compile(f"(?:被)?(?:{CHECK_WORD})出")
_COORDINATED = re.compile(r"[、和与及]")


def is_past(text: str) -> bool:
    """Whether a clause tells of an earlier period alone (去年同期抽查…), not of a comparison with it."""
    if not _EARLIER.search(text) or RECHECK.search(text):
        return False
    return not VERSUS.search(text) and not _FROM_AGO.search(text) and not _NOW.search(text)


def is_present(text: str) -> bool:
    """Whether a clause says that it tells of now."""
    return bool(_NOW.search(text))


_OF_ONE = re.compile("[是为有的][\u4e00-\u9fff]{1,8}[市县区州盟旗局委厅]\\s*$")


def verdict_role(pre: str, local: str, leads: bool) -> Role | None:
    """The role a verdict word gives a count, or None. A word that leads up to the next count belongs to that one."""
    tail = _PRE_FAULT.search(pre)
    if tail and not ZERO.search(pre) and not re.search(f"{CHECK_WORD}|{WAY.pattern}|整改|约谈|关停|其中|中有?$", tail.group("tail")):
        return Role.OTHER if _OF_ONE.search(tail.group("tail")) else Role.UNQUALIFIED
    after = _POST_FAULT.match(local)
    gap = after.group("gap") if after else ""
    if after and not leads_on(local, after.end(), leads) and not re.search(f"{_NOT_YET}|无|中", gap) and not _NOT_SO.search(gap):
        if re.search("复查|复检|督促|约谈|责令|通报", local[after.end() :]):
            return None if re.search("复查|复检", local[after.end() :]) else Role.OTHER
        return Role.UNQUALIFIED
    for words, role in (((_PRE_SOFT, _POST_SOFT), Role.SOFT), ((_PRE_WEAK, _POST_WEAK), Role.PROBLEMS)):
        tail = words[0].search(pre)
        if tail and not _BREAKS_TAIL.search(tail.group("tail")) and not re.search("未发现|没有|无存在|不存在", pre):
            return role
        after = words[1].match(local)
        if after and _INSPECTED.match(local, after.end()):
            return None
        gap = after.group("gap") if after else ""
        if after and not leads_on(local, after.end(), leads) and not re.search(f"{_NOT_YET}|中", gap) and not _NOT_SO.search(gap):
            if re.search("复查|复检", local[after.end() :]):
                return None
            return role
    tail = _PRE_GOOD.search(pre)
    if tail and not _BREAKS_TAIL.search(tail.group("tail")):
        return Role.BASIC if re.search("基本$", pre[: tail.start()]) else Role.QUALIFIED
    after = _POST_GOOD.match(local)
    if after and not leads_on(local, after.end(), leads) and not re.search(f"{CHECK_WORD}|基本|中|进行|开展", after.group("gap")):
        return Role.QUALIFIED
    if _OTHER.search(pre[-14:]) or _OTHER.search(local[:16]):
        return Role.OTHER
    return None


def leads_on(local: str, end: int, leads: bool) -> bool:
    """Whether what follows a verdict word runs straight into the next count (网站200家不合格网站1家)."""
    return leads and not _COORDINATED.search(local[end:]) and NOUN_END.search(local[end:]) is not None and len(local) - end <= 12


def of_one_kind(plain: str, start: int, end: int) -> bool:
    """Whether a clause counts those with one problem among others (13家网站存在错别字问题): not all that have any, unless the rest is
    said to be in order."""
    marks = ",。;!?\n"
    clause = (
        re.split(f"[{marks}]", plain[max(0, start - 80) : start])[-1] + plain[start:end] + re.split(f"[{marks}]", plain[end : end + 80])[0]
    )
    return re.search(_WEAK, clause) is not None and not _ANY_PROBLEM.search(clause) and not _REST_GOOD.match(plain, end)


def plain_role(
    text: str, pre: str, post: str, head: str, followed: bool, last_role: Role | None, joined: bool, number_first: bool
) -> Role | None:
    """Population, checked or a bare count, from verbs and markers."""
    if joined and last_role in COUNTS:
        return last_role
    if number_first and _EXISTS.search(pre) and not CHECK.search(text) and _NOUN_SAYS.match(post):
        return Role.OTHER
    if _SAME_AS_BEFORE.search(pre) or (MENDED.search(text, len(head)) and not CHECK.search(head)):
        return Role.OTHER
    if WAS_CHECKED.match(post):
        return Role.CHECKED
    if not number_first and _AMONG.search(pre) and _SAYS.match(post):
        return Role.OTHER
    if _TOLD_OF.match(post) and ("发现" in pre or _EXISTS.search(pre) or "互动" in post):
        return Role.OTHER
    if _FOUND_OUT.search(post) or _OPENS.search(post) or _DOES.match(post) or _CHECK_HAS.search(pre):
        return Role.OTHER
    if re.search(f"(?:{CHECK_WORD})(?:到|过)?的$", pre):
        return Role.CHECKED
    if followed and re.search(f"中|{CHECK_WORD}|比例", post) and not _COORDINATED.search(post):
        return Role.POPULATION
    if last_role is Role.POPULATION and re.search(f"中|{CHECK_WORD}|比例", pre):
        return Role.CHECKED
    if _REGULAR.search(post) and not CHECK.search(pre):
        return Role.POPULATION
    if CHECK.search(pre) or (last_role is None and CHECK.search(head)):
        return Role.CHECKED
    if CHECK.search(_CHECKED_SHARE.sub("", text[len(head) :])):
        return Role.CHECKED
    if _EXISTS.search(pre) or _exists(post):
        return Role.POPULATION
    told = _TOLD_OF.match(post) or REST_ALONE.search(pre) or (not number_first and _SAYS.match(post))
    return Role.OTHER if told else Role.BARE


def _exists(post: str) -> bool:
    """Whether what follows a count says that so many exist: not what they did or did not do (7家网站开设了专栏, 9个账号未备案)."""
    found = _EXISTS.search(post)
    if found is None or _TOLD_OF.match(post):
        return False
    return found.group() not in ("开设", "开办", "开通", "建有", "拥有") or post.startswith("的", found.end())
