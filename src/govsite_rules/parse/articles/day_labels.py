"""The words behind which a day of publication may stand, and how surely."""

from __future__ import annotations

import re

from .line_kinds import GAP, META, is_body_name
from .zone import Zone

_VARIANTS = {
    "发": "[发發]",
    "布": "[布佈]",
    "间": "[间間]",
    "时": "[时時]",
    "开": "[开開]",
    "载": "[载載]",
    "网": "[网網]",
    "编": "[编編]",
    "录": "[录錄]",
}


def _spaced(words: str) -> str:
    """A pattern for words whose characters may stand apart ("发 布 日 期") or be written the traditional way."""
    return "|".join(r"\s{0,3}".join(_VARIANTS.get(character, character) for character in word) for word in words.split())


# Labels by how surely a publication date stands behind them; spaces inside are common ("日　期").
_WHEN = r"\s{0,3}(?:日\s{0,6}期|[时時]\s{0,6}[间間]"
_LABEL = re.compile(
    rf"(?P<best>(?:{_spaced('发布 发表 发稿 刊发 首发 登载 刊载 刊登 推送 上稿')}){_WHEN}|于)|发布日"
    r"|(?:发布|发表)(?=\s{0,3}[:：∶﹕]\s{0,3}(?:\d|$)|\s{1,3}(?:19|20)\d\d[-/.]\d)"
    r"|(?<![a-z.{_$])(?:publi(?:sh(?:ed)?|cation)|releas(?:e|ed)|posted)\s{0,3}(?:(?:date|time|on|at)(?![a-z])|(?=\s{0,3}(?:[:：]|(?:19|20)\d\d))))"
    rf"|(?P<open>(?:{_spaced('公开 公布 上网 上线 挂网 上载')}){_WHEN}))"
    rf"|(?P<late>(?:{_spaced('更新 修改 录入 添加 加入 上传 创建 入库 编辑 撰写 录用')}){_WHEN}|于)|最[近后新]更新(?=\s{{0,3}}[:：∶﹕])"
    r"|(?<![a-z])(?<!last\s)updated(?:\s(?:on|at))?(?=\s{0,3}[:：]?\s{0,3}(?:19|20)\d\d))"
    rf"|(?P<own>(?:{_spaced('发文 生成 著录')}){_WHEN}))|(?P<made>(?:{_spaced('成文 印发 签发 制发 制定 公文')}){_WHEN}))"
    r"|(?P<plain>[时時]\s{0,6}[间間]|日\s{0,6}期|(?<![a-z])(?:date|time)(?![a-z]))",
    re.IGNORECASE,
)
_MAYBE_LABEL = re.compile(r"[期间間于日发發更]|date|time|publish|release|posted", re.IGNORECASE)
BESIDE = 2  # the rank of a day without a label beside the title
RANKS = {"best": 0, "open": 1, "plain": 3, "late": 4, "own": 5, "made": 9}  # a document is made before it is published
UNLABELLED, ALONE, AFTER_BODY, BOXED = BESIDE, BESIDE, 6, 7
OTHER_LABEL = re.compile(
    r"(?:截止|截至|报名|开标|投标|招标|会议|活动|开始|结束|施行|实施|生效|失效|废止|执行|有效|出生|成立|办理|受理|来信|写信|回复|答复|咨询|提问|办公|服务"
    r"|工作|接待|考试|面试|公示|采访|拍摄|演出|访谈|播出|直播|到期|任职|检查|签订|当前|现在|北京|系统|访问|登录|停水|停电|开放|上映|摄影|摄于|开庭|竣工"
    r"|开工|投诉|评估|统计|征集|反馈|起止|归档|审核|到报|批准|通过|预计|举办|比赛|培训|集合|出发|营业|预约|领取|缴费|交易|拍卖|开业|投票|评选|预订"
    r"|决定|发证|颁发|许可|数据|变更|核准|登记|监测|检测|抽样|采集|生产|认定|处罚|立案|成交|中标|签约|批复|申请|申报|送达|告知|挂牌|供地|交货"
    r"|作息|入学|上课|今天是?|今日|下次|下期|本页|页面)\s{0,3}(?:日期|时间|期限|期)?\s{0,3}[:：]?\s{0,3}$"
)
# "日期" and "时间" behind a word are that word's; elements without a gap may have brought the two together.
_NOUN_BEFORE = re.compile(r"(?<![\d:：∶﹕\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}$")
_OWN_NOUN = re.compile(r"(?:信息|文章|稿件|新闻|资讯|(?<![标购])公告|报道|转载|提交|网站|本文|内容)$")
_SITE = ("网站", "本站", "全站")  # whose day of revision is no article's
PUT_UP = re.compile(_spaced("录入 添加 加入 上传 创建 入库"))  # once, not each time that a page is revised
_ORIGINAL = re.compile(r"(?:文件|原文|原件|公文)$")  # what an interpretation is about


def labels_of(text: str) -> list[re.Match[str]]:
    """The labels of a line behind which a publication date may stand."""
    if not _MAYBE_LABEL.search(text):
        return []
    found: list[re.Match[str]] = []
    for match in _LABEL.finditer(text):
        before = text[max(match.start() - 16, 0) : match.start()]
        # A label that says what is done is another's only where it is written together with the word before it.
        apart = match.lastgroup != "plain" and before[-1:] in GAP
        if (apart or not OTHER_LABEL.search("".join(before.split()))) and not _is_of_something(match, before):
            found.append(match)
    return found


def _is_of_something(label: re.Match[str], before: str) -> bool:
    """Whether the words before a label say that the day is not the article's: that of a hearing, of a test, of the site."""
    if label.lastgroup == "late":
        return before.endswith(_SITE)
    noun = _NOUN_BEFORE.search(before) if label.lastgroup == "plain" else None
    if noun is None or _OWN_NOUN.search(noun[0]) or is_body_name(noun[0]):
        return False
    # Among the article's other facts the elements of a line stand side by side.
    rest = f"{label.string[: label.start() - len(noun[0])]} {label.string[label.end() :]}"
    return META.search(rest) is None


def rank_of(label: re.Match[str], k: int, zone: Zone) -> int:
    rank = RANKS[label.lastgroup or ""]
    if rank <= RANKS["open"] and _ORIGINAL.search(label.string, 0, label.start()):
        rank = RANKS["own"]
    return rank if k < zone.body else rank + AFTER_BODY
