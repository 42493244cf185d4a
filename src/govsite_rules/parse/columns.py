"""What a column (栏目) is for, as far as its name and tags tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..values.site import ColumnKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GENERIC = _words(
    "本地 本市 本县 本区 本省 本级 我市 我县 我区 我省 全市 全县 全区 全省 全国 省级 市级 县级 区级 国家 中央 国务院 国办 省政府 "
    "市政府 县政府 区政府 政府办 省 市 县 区 州 旗 乡 镇 村 街道 社区 部门 区县 县区 县市 县市区 市县 市区 区市 镇街 乡镇 镇乡 "
    "镇办 基层 单位 机关 局 委 办 处 科室 工作 政务 时政 综合 热点 重要 重大 最新 今日 图片 图文 视频 音视频 媒体 政府 政府办公室 "
    "办公室 人民政府 上级 地方 各地 各级 直属 下属 县直 市直 区直 省直 信息 社会 民生 行业 系统 主要 其他 其它 有关 相关 近期 网站 "
    "本站 本局 本委 我局 我委 本部门 分局 总局 支局 中心支局 司局 处室 省内 市内 县内 国内 省委 市委 县委 区委 领导 "
    "业务 党建 党务 公开 行政"
)
"""Words that stand before a telling word without changing what the column is for; alone they say nothing."""

_TAILS = _words("中心 信息 发布 栏目 列表 速递 集锦 汇编 汇总 总汇 查询 库 专栏 频道 类 和 与 及 、 资讯")

_CORES: tuple[tuple[ColumnKind, frozenset[str]], ...] = (
    (
        ColumnKind.TOOL,
        _words(
            "首页 网站首页 返回首页 网站地图 站点地图 联系我们 联系方式 关于我们 网站声明 版权声明 版权信息 隐私声明 隐私保护 "
            "隐私政策 帮助 使用帮助 网站帮助 友情链接 法律声明 免责声明 下载专区 下载中心 搜索 站内搜索 高级搜索 智能搜索 登录 "
            "注册 用户登录 用户中心 个人中心 无障碍 无障碍浏览 无障碍阅读 长者模式 适老模式 关怀版 简体 繁体 繁體 繁体中文 "
            "简体中文 english 英文版 手机版 移动版 客户端 微信 微博 设为首页 加入收藏 rss 网站导航 我的收藏 邮箱 旧版 旧版本 "
            "旧版回顾 智能问答 ipv6 天气 天气预报"
        ),
    ),
    (
        ColumnKind.PETITION,
        _words("信访 网上信访 信访举报 纪检举报 网上举报 举报 监督举报 举报投诉 纪检监察 我要举报 举报信箱 纪检信箱 纪检监察举报 廉政举报"),
    ),
    (
        ColumnKind.CONSULTATION,
        _words(
            "咨询 咨询投诉 投诉咨询 网上咨询 在线咨询 政策咨询 业务咨询 咨询服务 省长信箱 市长信箱 县长信箱 区长信箱 州长信箱 "
            "镇长信箱 乡长信箱 局长信箱 主任信箱 厅长信箱 部长信箱 领导信箱 书记信箱 公众信箱 网上信箱 信箱 留言 网上留言 公众留言 "
            "在线留言 留言板 留言咨询 留言选登 来信选登 我要写信 写信 建言献策 我要咨询 我要投诉 我要留言 网上投诉 投诉 投诉建议 "
            "意见建议 网络问政 问政 网上问政 咨询建议 信件选登 信件公开 领导留言板 咨询互动 来信查询 回复选登"
        ),
    ),
    (
        ColumnKind.SURVEYS,
        _words(
            "意见征集 民意征集 征集调查 调查征集 网上调查 在线调查 问卷调查 网上征集 民意调查 征求意见 意见征求 征集 网上听证 "
            "公众征集 决策预公开 结果反馈"
        ),
    ),
    (
        ColumnKind.INTERVIEWS,
        _words("在线访谈 访谈 嘉宾访谈 网上访谈 访谈直播 视频访谈 领导访谈 直播访谈"),
    ),
    (
        ColumnKind.INTERPRETATION,
        _words(
            "政策解读 解读 解读回应 图解 图解政策 政策图解 文字解读 图片解读 图文解读 图表解读 专家解读 部门解读 视频解读 媒体解读 "
            "上级政策解读 本级政策解读 一图读懂 文件解读 政策文件解读 解读材料 动漫解读 负责人解读 领导解读 多媒体解读 音视频解读 "
            "新闻发布会解读 法规解读"
        ),
    ),
    (
        ColumnKind.PERSONNEL,
        _words(
            "人事任免 人事信息 人事 任免 任免信息 干部任免 人事管理 人事招考 人事招聘 人事考试 招考 招录 招聘 招聘信息 招考信息 "
            "招考录用 考试录用 公务员招考 公务员招录 事业单位招聘 事业单位招考 人才招聘 人才引进 任前公示 干部公示 人事任命 "
            "公开招聘 人员招录 人事动态"
        ),
    ),
    (
        ColumnKind.PLANS,
        _words(
            "规划 计划 规划计划 计划规划 发展规划 规划信息 五年规划 年度计划 专项规划 工作计划 总体规划 区域规划 城乡规划 "
            "十四五规划 十三五规划 十五五规划 国民经济和社会发展规划 中长期规划 计划总结 规划计划总结"
        ),
    ),
    (
        ColumnKind.LEADERS,
        _words(
            "领导信息 领导之窗 领导介绍 政府领导 县领导 市领导 区领导 镇领导 省领导 局领导 委领导 领导 领导班子 负责人信息 "
            "领导分工 领导简介 领导成员 现任领导 领导简历 班子成员 领导班子成员 县长 市长 区长 副县长 副市长 副区长 县政府领导 "
            "市政府领导 区政府领导 领导机构 厅领导 院领导 署领导 行领导 部领导"
        ),
    ),
    (
        ColumnKind.AGENCY,
        _words(
            "机构职能 机构设置 机构概况 主要职能 内设机构 部门职责 职能职责 主要职责 组织机构 工作机构 机构信息 直属机构 机构简介 "
            "单位职能 单位职责 职责 职能 机构 部门职能 机构职责 单位简介 部门简介 政府机构 政府部门 工作部门 直属单位 下属单位 "
            "派出机构 机关简介 工作职责 机构领导 内设科室 内设处室 内设股室 机关处室 "
            "机关科室 司局设置 处室设置 科室设置"
        ),
    ),
    (
        ColumnKind.FINANCE,
        _words(
            "财政信息 财政预决算 预决算 预算决算 财政资金 三公经费 财政预算 财政决算 部门预算 部门决算 政府预算 政府决算 "
            "预决算公开 财政公开 财政收支 部门预决算 政府预决算 财政专项资金 财务公开 财务信息 财政财务"
        ),
    ),
    (
        ColumnKind.STATISTICS,
        _words(
            "统计信息 统计数据 统计公报 统计月报 统计年鉴 统计分析 统计 经济数据 统计资料 统计快报 统计快讯 统计动态 "
            "月度数据 年度数据 季度数据"
        ),
    ),
    (
        ColumnKind.DATA,
        _words("数据 数据发布 数据开放 数据公开 政府数据 开放数据 数据解读 数据信息 公共数据"),
    ),
    (
        ColumnKind.DISCLOSURE,
        _words(
            "信息公开指南 信息公开目录 信息公开年报 信息公开年度报告 政府信息公开指南 政府信息公开目录 政府信息公开年报 "
            "政府信息公开年度报告 政府信息公开制度 政府信息公开 依申请公开 政务公开 信息公开 信息公开制度 法定主动公开内容 "
            "公开指南 公开目录 公开年报 公开制度 年度报告 重点领域 重点领域信息公开 主动公开 基层政务公开 政务公开标准化 "
            "信息公开规定 信息公开平台 公开专栏 年报"
        ),
    ),
    (
        ColumnKind.POLICIES,
        _words(
            "政策文件 政策法规 规范性文件 行政规范性文件 政府文件 法规 规章 政府公报 公报 政策 文件 法律法规 地方性法规 政府规章 "
            "政策性文件 法规文件 法规规章 法规政策 政策法规库 公文 政策库 文件库 规章制度 国务院文件 部门文件 法律 行政法规 "
            "法规公文 最新文件 政令"
        ),
    ),
    (
        ColumnKind.NOTICES,
        _words("通知 公告 公示 通告 通知公告 公告通知 公示公告 公告公示 通知通告 通告公告 公告栏 告示 公示栏 通知公示 通知文件"),
    ),
    (
        ColumnKind.NEWS,
        _words(
            "要闻 动态 新闻 快讯 头条 简讯 工作进展 领导活动 政务活动 播报 新闻动态 工作动态 新闻中心 要闻动态 动态要闻 时政要闻 "
            "时政新闻 部门动态 政府要闻 头条新闻 图片新闻 视频新闻 新闻快讯 信息快报 快报 工作信息 工作简报 政务信息 时讯 消息 "
            "新闻资讯 信息动态 动态信息 党建动态 资讯中心 新闻报道 图片报道"
        ),
    ),
    (
        ColumnKind.SERVICES,
        _words(
            "办事服务 办事指南 政务服务 网上办事 便民服务 个人办事 法人办事 企业办事 服务指南 公共服务 办事大厅 在线办事 一网通办 "
            "办事 服务 网上服务 在线服务 便民查询 便民指南 部门服务 服务大厅 事项服务 公共服务事项 权责清单 公众服务 个人服务 "
            "法人服务 企业服务"
        ),
    ),
    (
        ColumnKind.OVERVIEW,
        _words(
            "概况 概况信息 省情 市情 县情 区情 镇情 市情概况 县情概况 区情概况 基本县情 基本市情 基本区情 历史沿革 行政区划 "
            "自然地理 地理位置 政区概况 简介 概览 走进 自然资源 历史文化 风土人情 基本概况 市情简介 县情简介"
        ),
    ),
    (
        ColumnKind.TOPIC,
        _words("专题 专题专栏 热点专题 专栏 专题报道 热点专栏 专题集锦 重点专题 专项工作"),
    ),
)
"""Names and the words that end them, by kind, in the order in which they are tried."""

_CLUES: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    (ColumnKind.PETITION, re.compile("信访|举报|纪检")),
    (ColumnKind.INTERPRETATION, re.compile("解读|图解|读懂")),
    (ColumnKind.PERSONNEL, re.compile("人事|任免|招考|招录|招聘|任前|干部任|录用|人才引进")),
    (ColumnKind.NOTICES, re.compile("(?:规划|批前|批后|方案).{0,6}公[示告]")),
    (ColumnKind.SURVEYS, re.compile("民意|征集|征求意见|问卷|(?:网上|在线)调查")),
    (ColumnKind.INTERVIEWS, re.compile("访谈")),
    (ColumnKind.CONSULTATION, re.compile("信箱|咨询|留言|投诉|建言|问政|12345|写信|来信|信件|互动")),
    (ColumnKind.PLANS, re.compile("规划|计划")),
    (ColumnKind.DISCLOSURE, re.compile("信息公开|政务公开|公开指南|公开目录|公开年报|公开制度|依申请")),
)
"""Words that decide before the last word of a name does, in this order; never sure."""

_LAST_WORDS: tuple[tuple[ColumnKind, re.Pattern[str]], ...] = (
    (ColumnKind.NEWS, re.compile("动态|要闻|新闻|快讯|头条|工作进展|时政|领导活动|快报|媒体(?:聚焦|关注|看)|报道|播报")),
    (ColumnKind.NOTICES, re.compile("通知|公告|公示|通告|通报")),
    (ColumnKind.POLICIES, re.compile("政策|文件|法规|规章|公报|法律|条例")),
    (ColumnKind.FINANCE, re.compile("财政|预算|决算|三公|资金")),
    (ColumnKind.STATISTICS, re.compile("统计")),
    (ColumnKind.DATA, re.compile("数据")),
    (ColumnKind.LEADERS, re.compile("领导(?:信息|之窗|介绍|简介|分工|班子|成员)|负责人信息")),
    (ColumnKind.AGENCY, re.compile("机构(?:职能|设置|概况|信息|简介)|(?:职能|职责)$")),
    (ColumnKind.SERVICES, re.compile("办事|(?:政务|便民|公共|网上|在线)服务|服务(?:指南|事项|大厅)|便民")),
    (ColumnKind.OVERVIEW, re.compile("概况|[省市县区]情$|简介$|走进")),
    (ColumnKind.TOPIC, re.compile("专题|专栏")),
)

_BODY = re.compile(
    "(?:局|委员会|发改委|卫健委|卫计委|国资委|办公室|办事处|管委会|政府|中心|总站|支队|大队|公司|学校|医院|银行|[^乡城]镇|[^城下]乡|街道)$"
)
"""Ends of the names of bodies and places: their columns hold what such a body publishes, whatever else the name says."""

_PAST = re.compile("历史专题|往期|归档|历史(?:栏目|信息|数据|回顾|存档)|旧版|已结束|往年")
_YEAR = re.compile(r"(?<!\d)(?:19|20)(\d{2})(?!\d)")
_CONGRESS = re.compile("(?:十[六七八九]|二十)(?:大|届)")
_NOISE = re.compile(r"[\s·•\-—–_|>»:：\"'“”‘’《》<【】\[\]()（）*+→…,，。.!！?？]+")
_SEPARATOR = re.compile(r"[,，、;；|/\s]+")
_LONGEST = 24
_BIGGEST = max(len(word) for words in (_GENERIC, _TAILS, *(cores for _, cores in _CORES)) for word in words)


def normal_name(name: str) -> str:
    """A column name without width variants, spaces and punctuation, in lower case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).lower()


def kind_of(name: str, column_type: str = "", local: Iterable[str] = (), year: int | None = None) -> tuple[ColumnKind, bool, str]:
    """What a column is for: (kind, sure, from).

    ``column_type`` is the ColumnType tag, which may hold several values; ``local`` are names of the place or body (柘城,
    柘城县) that say nothing in a column name; ``year`` the year of inspection, for finished topics. ``from`` is ``type``
    (the tag), ``name`` (the whole name reads as one of the known names), ``word`` (a word of it does; never sure),
    ``conflict`` (tag and name are both clear and differ; never sure) or '' where nothing tells (decision 11).
    """
    if is_historic(unicodedata.normalize("NFKC", name), year):
        return ColumnKind.HISTORIC, True, "name"
    told, sure, source = _by_name(normal_name(name), frozenset(local))
    tagged = _by_type(column_type)
    if tagged is None:
        return told, sure, source
    if not sure or told is tagged:
        return tagged, True, "type"
    return (told, True, "name") if told in _NARROWER.get(tagged, ()) else (told, False, "conflict")


_NARROWER = {
    ColumnKind.DATA: frozenset((ColumnKind.STATISTICS, ColumnKind.FINANCE)),
    ColumnKind.DISCLOSURE: frozenset(ColumnKind) - {ColumnKind.TOOL, ColumnKind.SERVICES, ColumnKind.CONSULTATION, ColumnKind.NEWS},
    ColumnKind.CONSULTATION: frozenset((ColumnKind.PETITION,)),
}
"""Kinds that a whole name may give more narrowly than its tag without contradicting it."""


def _by_type(column_type: str) -> ColumnKind | None:
    kinds: list[ColumnKind] = []
    for value in _SEPARATOR.split(column_type):
        name = normal_name(value)
        kind = _TYPES.get(name)
        if kind is None and name:
            kind = _full_name(name, frozenset())
        if kind is not None and kind is not ColumnKind.TOOL and kind not in kinds:
            kinds.append(kind)
    telling = [kind for kind in kinds if kind is not ColumnKind.DISCLOSURE] or kinds
    return telling[0] if len(telling) == 1 else None


_TYPES = {
    "概况信息": ColumnKind.OVERVIEW,
    "机构职能": ColumnKind.AGENCY,
    "负责人信息": ColumnKind.LEADERS,
    "工作动态": ColumnKind.NEWS,
    "政策文件": ColumnKind.POLICIES,
    "信息公开指南": ColumnKind.DISCLOSURE,
    "信息公开目录": ColumnKind.DISCLOSURE,
    "信息公开年报": ColumnKind.DISCLOSURE,
    "依申请公开": ColumnKind.DISCLOSURE,
    "数据发布": ColumnKind.DATA,
    "数据开放": ColumnKind.DATA,
    "政策解读": ColumnKind.INTERPRETATION,
    "回应关切": ColumnKind.OTHER,
    "办事服务": ColumnKind.SERVICES,
    "咨询投诉": ColumnKind.CONSULTATION,
    "征集调查": ColumnKind.SURVEYS,
    "在线访谈": ColumnKind.INTERVIEWS,
}


def _by_name(name: str, local: frozenset[str]) -> tuple[ColumnKind, bool, str]:
    if not name:
        return ColumnKind.UNKNOWN, False, ""
    full = _full_name(name, local)
    if full is not None:
        return full, True, "name"
    if _BODY.search(name):
        return ColumnKind.OTHER, False, ""
    for kind, clue in _CLUES:
        if clue.search(name):
            return kind, False, "word"
    last = max(
        ((found.end(), len(found[0]), -rank, kind) for rank, (kind, word) in enumerate(_LAST_WORDS) for found in word.finditer(name)),
        default=None,
    )
    if last is not None:
        return last[3], False, "word"
    if _segments(name, _NOTHING, local, telling=False):
        return ColumnKind.UNKNOWN, False, ""
    return ColumnKind.OTHER, False, ""


def is_historic(name: str, year: int | None) -> bool:
    """Whether a name tells a finished topic: an archive, or one that bears only years before ``year``."""
    if _PAST.search(name):
        return True
    if year is None:
        return False
    years = [int(found[0]) for found in _YEAR.finditer(name)]
    if years:
        return max(years) < year
    return bool(_CONGRESS.search(name)) and "专题" in name and year > 2023


def _full_name(name: str, local: frozenset[str]) -> ColumnKind | None:
    if len(name) > _LONGEST:
        return None
    for kind, cores in _CORES:
        if name in cores:
            return kind
    for kind, cores in _CORES:
        if kind not in (ColumnKind.TOOL, ColumnKind.TOPIC) and _segments(name, cores, local):
            return kind
    return None


_NOTHING: frozenset[str] = frozenset()


def _segments(name: str, cores: frozenset[str], local: frozenset[str], telling: bool = True) -> bool:
    """Whether ``name`` is made of generic words and cores only, ending with a core; without ``telling``, of generic words alone."""
    if len(name) > _LONGEST:
        return False
    reached: list[tuple[bool, bool]] = [(False, False)] * (len(name) + 1)
    reached[0] = (True, False)
    longest = max(_BIGGEST, max((len(word) for word in local), default=0))
    for start in range(len(name)):
        plain, told = reached[start]
        if not (plain or told):
            continue
        for end in range(start + 1, min(start + longest, len(name)) + 1):
            word = name[start:end]
            if word in cores:
                reached[end] = (reached[end][0], True)
            elif plain and (word in _GENERIC or word in local):
                reached[end] = (True, reached[end][1])
            elif told and (word in _TAILS or (word in local and name.startswith("走进"))):
                reached[end] = (reached[end][0], True)
    return reached[-1][1] if telling else reached[-1][0]


def local_names(*names: str) -> frozenset[str]:
    """The place names inside names of sites and bodies: 柘城县人民政府 gives 柘城县 and 柘城."""
    found = set()
    for name in names:
        place = _PLACE.match(normal_name(name))
        if place:
            found.add(place[0])
            if len(place[1]) >= 2:
                found.add(place[1])
    return frozenset(found)


_PLACE = re.compile("([\u4e00-\u9fff]{1,8}?)(?:省|市|县|区|州|盟|旗|镇|乡|街道)")
