"""The tables a crawl folder may hold: their fields, the Chinese headings that mean them, and the records they become."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, TypeVar

from attrs import frozen

from ..errors import InputError
from ..scoring.records import Decision, Declaration, Review, Waiver
from ..values.page import GuideElement, GuideReading, GuideState
from ..values.site import (
    ColumnHint,
    ColumnKind,
    Guide,
    Incident,
    IncidentKind,
    Interpretation,
    Judgement,
    Leader,
    Level,
    LinkCheck,
    LinkResult,
    Message,
    MessageKind,
    Period,
    Platform,
    PlatformKind,
    PolicyFile,
    SiteProfile,
    Survey,
    Trial,
    TrialKind,
    Try,
    TryResult,
)
from ..values.subject import RunningStatus
from .readers import (
    ADDRESS,
    ADDRESSES,
    DAY,
    FAULT,
    FLAG,
    HTTP_STATUS,
    KNOWN,
    MOMENT,
    NOTHING,
    READING,
    SECONDS,
    SEVERAL,
    TEXT,
    WHOLE,
    Reader,
    choice,
    of_words,
)
from .tables import Field, Table

T = TypeVar("T")

TRY_RESULT = choice(
    TryResult,
    {
        "打开": TryResult.OPENED,
        "正常": TryResult.OPENED,
        "超时": TryResult.TIMEOUT,
        "域名解析失败": TryResult.DNS,
        "连接失败": TryResult.TCP,
        "证书错误": TryResult.TLS,
        "服务器错误": TryResult.SERVER_ERROR,
        "被拦截": TryResult.BLOCKED,
    },
)
LINK_RESULT = choice(
    LinkResult,
    {
        "打开": LinkResult.OPENED,
        "正常": LinkResult.OPENED,
        "断链": LinkResult.GONE,
        "不存在": LinkResult.GONE,
        "域名解析失败": LinkResult.DNS,
        "假404": LinkResult.SOFT_404,
        "域名停放": LinkResult.PARKED,
        "被拦截": LinkResult.BLOCKED,
        "超时": LinkResult.TIMEOUT,
        "服务器错误": LinkResult.SERVER_ERROR,
        "错链": LinkResult.WRONG,
    },
)
COLUMN_KIND = choice(
    ColumnKind,
    {
        "动态要闻": ColumnKind.NEWS,
        "通知公告": ColumnKind.NOTICES,
        "政策文件": ColumnKind.POLICIES,
        "政策解读": ColumnKind.INTERPRETATION,
        "概况信息": ColumnKind.OVERVIEW,
        "机构职能": ColumnKind.AGENCY,
        "领导信息": ColumnKind.LEADERS,
        "人事信息": ColumnKind.PERSONNEL,
        "规划计划": ColumnKind.PLANS,
        "数据发布": ColumnKind.DATA,
        "统计信息": ColumnKind.STATISTICS,
        "财政信息": ColumnKind.FINANCE,
        "信息公开": ColumnKind.DISCLOSURE,
        "办事服务": ColumnKind.SERVICES,
        "咨询投诉": ColumnKind.CONSULTATION,
        "网上信访": ColumnKind.PETITION,
        "征集调查": ColumnKind.SURVEYS,
        "在线访谈": ColumnKind.INTERVIEWS,
        "专题": ColumnKind.TOPIC,
        "历史专题": ColumnKind.HISTORIC,
        "工具": ColumnKind.TOOL,
        "其他": ColumnKind.OTHER,
    },
)
LEVEL = choice(
    Level,
    {"国家级": Level.STATE, "省级": Level.PROVINCE, "市级": Level.CITY, "县级": Level.COUNTY, "乡级": Level.TOWNSHIP},
)
STATUS = choice(
    RunningStatus,
    {
        "正常运行": RunningStatus.RUNNING,
        "临时下线": RunningStatus.SUSPENDED,
        "申请永久下线": RunningStatus.CLOSING,
        "已关停": RunningStatus.CLOSED,
    },
)
MESSAGE_KIND = choice(
    MessageKind,
    {
        "咨询": MessageKind.CONSULTATION,
        "建议": MessageKind.CONSULTATION,
        "投诉": MessageKind.COMPLAINT,
        "信访": MessageKind.PETITION,
        "网上信访": MessageKind.PETITION,
        "纪检举报": MessageKind.DISCIPLINE,
        "找错": MessageKind.ERROR_REPORT,
        "在线访谈": MessageKind.INTERVIEW,
        "征集调查": MessageKind.SURVEY,
    },
)
INCIDENT_KIND = choice(
    IncidentKind,
    {
        "严重表述错误": IncidentKind.SERIOUS_WORDING,
        "泄密": IncidentKind.SECRET_LEAKED,
        "反动暴力色情": IncidentKind.HARMFUL_CONTENT,
        "攻击未处置": IncidentKind.ATTACK,
        "弄虚作假": IncidentKind.FALSIFICATION,
        "舆情事件": IncidentKind.PUBLIC_OPINION,
        "购买粉丝": IncidentKind.INFLATED_ENGAGEMENT,
    },
)
TRIAL_WORDS = {
    "提供服务": TrialKind.SERVICES_OFFERED,
    "事项公开": TrialKind.SERVICE_CATALOGUE,
    "在线注册": TrialKind.REGISTER,
    "在线申请": TrialKind.APPLY,
    "咨询渠道": TrialKind.CONSULTATION_CHANNEL,
    "信息提交": TrialKind.SUBMIT_MESSAGE,
    "统一登录": TrialKind.UNIFIED_LOGIN,
    "一号登录": TrialKind.SINGLE_SIGN_ON,
    "模拟咨询": TrialKind.ASK,
    "实时咨询": TrialKind.ASK_REALTIME,
    "智能答问": TrialKind.AUTO_ANSWER,
    "站内搜索": TrialKind.SEARCH,
    "标题搜索": TrialKind.SEARCH_TITLE,
    "搜索结果分类": TrialKind.SEARCH_CLASSIFIED,
    "模糊搜索": TrialKind.SEARCH_FUZZY,
    "聚合搜索": TrialKind.SEARCH_AGGREGATED,
    "下级网站搜索": TrialKind.SEARCH_LOWER_SITE,
    "浏览器": TrialKind.BROWSER,
    "服务评价": TrialKind.SERVICE_RATING,
    "评价结果": TrialKind.RATING_RESULTS,
    "主题服务": TrialKind.THEMED_SERVICE,
    "用户空间": TrialKind.USER_HISTORY,
    "数据可视化": TrialKind.DATA_VISUAL,
    "数据下载": TrialKind.DATA_DOWNLOAD,
    "留言统计": TrialKind.MESSAGE_STATISTICS,
    "征集渠道": TrialKind.SURVEY_CHANNEL,
    "创新发展": TrialKind.INNOVATION,
    "应用下载": TrialKind.APP_DOWNLOAD,
    "应用使用": TrialKind.APP_USE,
    "账号互动": TrialKind.ACCOUNT_INTERACTION,
}
TRIAL_KIND = choice(TrialKind, TRIAL_WORDS)
PLATFORM_KIND = choice(
    PlatformKind,
    {"政务服务": PlatformKind.SERVICES, "留言": PlatformKind.LETTERS, "搜索": PlatformKind.SEARCH, "登录": PlatformKind.LOGIN},
)
FORM = of_words(
    {id: id for id in ("text", "chart", "press_conference", "audio_video", "animation")}
    | {"文字": "text", "图表": "chart", "图解": "chart", "新闻发布会": "press_conference"}
    | {"音频": "audio_video", "视频": "audio_video", "音视频": "audio_video", "动漫": "animation"}
)
CHANNEL = of_words({"web": "web", "email": "email", "网上": "web", "电子邮件": "email"})

_ID = Field("id", TEXT, ("编号", "序号"), required=True, about=("本表内唯一的编号", "identifies the row inside the table"))
_TITLE = Field("title", TEXT, ("标题", "名称"), about=("标题", "title"))
_URL = Field("url", ADDRESS, ("网址", "链接"), about=("网址", "address"))
_AT = Field("at", MOMENT, ("时间", "监测时间"), required=True, about=("时间，须带时区", "when, with its zone"))
_DRAWN = Field("drawn", FLAG, ("抽中",), about=("是否被抽查抽中", "whether the draw of the inspection took it"))
_SNAPSHOT = Field("snapshot", TEXT, ("快照",), about=("快照编号或位置", "where its snapshot is kept"))


def _link_check(url: str, at: datetime, result: LinkResult | None = None, status: int | None = None) -> LinkCheck:
    if result is None and status is None:
        raise InputError("nothing was seen", field="result", expected=f"a status, or {LINK_RESULT.expected}")
    return LinkCheck(url, at, result or _result_of(status or 0), status)


def _result_of(status: int) -> LinkResult:
    """What a status alone says (decision 14): only 404 and 410 mean a dead link."""
    if status in (404, 410):
        return LinkResult.GONE
    if 200 <= status < 400:
        return LinkResult.OPENED
    return LinkResult.SERVER_ERROR if status >= 500 else LinkResult.BLOCKED


def _trial(succeeded: bool | None = None, **cells: Any) -> Trial:
    return Trial(succeeded=succeeded, **cells)


INDEX_FIELDS = (
    Field("url", ADDRESS, required=True, about=("响应的网址", "address that was asked for")),
    Field(
        "file",
        TEXT,
        about=("响应正文的文件名，相对于本文件夹", "file with the body, relative to the folder; may be missing where there was no body"),
    ),
    Field(
        "fetched_at",
        MOMENT,
        about=(
            "抓取时间，须带时区；只有状态码 400 以上的行可以没有",
            "when it was fetched, with its zone; only rows with a status from 400 may lack it",
        ),
    ),
    Field("status", HTTP_STATUS, about=("HTTP 状态码，默认 200", "HTTP status, 200 by default")),
    Field("elapsed", SECONDS, about=("打开用时，秒", "seconds until it was open")),
    Field("content_type", TEXT, about=("Content-Type 响应头", "the Content-Type header")),
)

TRIES = Table(
    "tries",
    Try,
    (
        _AT,
        Field("result", TRY_RESULT, ("结果",), required=True, about=("打开结果", "how the try ended")),
        Field("elapsed", SECONDS, ("用时",), about=("打开首页用时，秒", "seconds until the homepage was open")),
    ),
    about=("首页可用性监测记录", "availability tries of the homepage"),
)
LINK_CHECKS = Table(
    "link_checks",
    _link_check,
    (
        Field("url", ADDRESS, ("网址", "链接"), required=True, about=("被检查的链接", "the address looked at")),
        _AT,
        Field("result", LINK_RESULT, ("结果",), about=("检查结果；为空时按状态码判断", "what was seen; taken from the status where empty")),
        Field("status", HTTP_STATUS, ("状态码",), about=("HTTP 状态码", "HTTP status")),
    ),
    about=("链接检查记录", "looks of a link checker"),
)
MESSAGES = Table(
    "messages",
    Message,
    (
        _ID,
        Field("kind", MESSAGE_KIND, ("类型",), about=("留言类型，默认咨询", "kind, consultation by default")),
        _TITLE,
        _URL,
        Field("asked", READING, ("留言时间",), required=True, about=("留言时间", "when it was asked")),
        Field("replied", READING, ("答复时间",), about=("答复时间", "when it was answered")),
        Field("answered", FLAG, ("已答复",), about=("是否已答复", "whether it was answered")),
        Field("replier", TEXT, ("答复单位",), about=("答复单位", "who answered")),
        Field("reply", TEXT, ("答复内容",), about=("答复内容", "text of the answer")),
        Field("valid", FLAG, ("有效",), about=("是否有效留言", "whether it is a valid message")),
        Field("invalid_reason", TEXT, ("无效原因",), about=("无效原因", "why it is not valid")),
        Field("quality_fault", FAULT, ("答复质量问题",), about=("答复推诿敷衍等问题", "what is poor about the answer")),
        Field("published", FLAG, ("已公开",), about=("是否公开，默认是", "whether it is published, true by default")),
        _DRAWN,
    ),
    unique=("id",),
    about=("留言及答复", "messages and their answers"),
)
ELEMENTS = {
    "name": "事项名称",
    "basis": "设定依据",
    "conditions": "申请条件",
    "materials": "办理材料",
    "place": "办理地点",
    "agency": "办理机构",
    "fees": "收费标准",
    "hours": "办理时间",
    "phone": "联系电话",
    "process": "办理流程",
}
"""The ten key element classes of a guide by id, with the checklist's words for them."""

_ELEMENT_IDS = {word: id for id, title in ELEMENTS.items() for word in (id, title)}


def _missing(value: object) -> tuple[str, ...]:
    words = SEVERAL.parse(value)
    if len(words) == 1 and words[0].lower() in NOTHING:
        return ()
    if not all(word in _ELEMENT_IDS for word in words):
        raise ValueError
    return tuple(_ELEMENT_IDS[word] for word in words)


def _guide(name: str, missing: tuple[str, ...] | None = None, vague_wording: str | None = None, **cells: Any) -> Guide:
    """A service item; with ``missing``, a person read its guide and every other element class was there."""
    if missing is None and vague_wording is None:
        return Guide(name=name, **cells)
    if missing is None:
        message = "vague_wording is filled and missing is empty: who read the guide for one read it for the other"
        raise InputError(message, field="missing", expected=MISSING.expected)
    elements = tuple(GuideElement(id, GuideState.MISSING if id in missing else GuideState.FILLED, title) for id, title in ELEMENTS.items())
    return Guide(name=name, reading=GuideReading(name, elements, (vague_wording,) if vague_wording else ()), **cells)


MISSING = Reader(_missing, "element classes such as 设定依据、办理地点, or 无 where none is missing")

GUIDES = Table(
    "guides",
    _guide,
    (
        _ID,
        Field("name", TEXT, ("事项名称",), required=True, about=("事项名称", "name of the service item")),
        Field("url", ADDRESS, ("网址", "链接"), about=("办事指南网址", "address of its guide")),
        Field("has_guide", FLAG, ("有指南",), about=("是否提供办事指南", "whether it has a guide")),
        Field("seen_at", MOMENT, ("查看时间",), about=("查看时间", "when it was looked at")),
        Field(
            "missing",
            MISSING,
            ("缺少要素",),
            about=("人工查看发现缺少的要素类，不缺填“无”", "element classes a person found missing, or 无"),
        ),
        Field("vague_wording", FAULT, ("兜底性表述",), about=("“其他有关材料”等表述", "vague wording such as other materials required")),
        Field(
            "format_unclear",
            FAULT,
            ("材料格式要求不明确",),
            about=("材料格式要求不明确之处", "what is unclear about the format of a material"),
        ),
        Field(
            "policy_without_content",
            FAULT,
            ("政策文件无内容",),
            about=("提及而无内容的政策文件", "a policy file named without its content"),
        ),
        Field("inaccurate", FAULT, ("内容不准确",), about=("与实际不符之处", "what is wrong in it")),
        Field("form_required", FLAG, ("要求表格",), about=("是否要求提供表格", "whether a form is required")),
        Field("form_available", FLAG, ("提供表格",), about=("表格能否获取", "whether the form can be obtained")),
        Field(
            "policies_linked", FLAG, ("关联政策文件",), about=("政策依据是否全部关联到本站文件库", "whether all policy bases are linked")
        ),
        _DRAWN,
    ),
    unique=("id",),
    about=("办事事项", "service items"),
)
TRIALS = Table(
    "trials",
    _trial,
    (
        _ID,
        Field("kind", TRIAL_KIND, ("类型",), required=True, about=("试用内容", "what was tried")),
        _AT,
        Field("succeeded", FLAG, ("成功",), about=("是否成功；为空表示未能试用", "whether it worked; empty: the trial could not be made")),
        Field(
            "subject",
            TEXT,
            ("对象",),
            about=(
                "试用对象，如浏览器、检索标题、渠道、异地用户；各对象以最后一次为准",
                "on what or as whom: a browser, a title searched, a channel, a user from elsewhere; the last trial of each counts",
            ),
        ),
        Field("means", TEXT, ("方式",), about=("试用方式", "by which means")),
        Field("result", TEXT, ("结果",), about=("试用结果", "what came back")),
        _URL,
        _SNAPSHOT,
        Field("answered_at", MOMENT, ("答复时间",), about=("模拟提问的答复时间", "when a question was answered")),
        Field("quality_fault", FAULT, ("答复质量问题",), about=("答复质量问题", "what is poor about the answer")),
    ),
    unique=("id",),
    about=("人工或自动试用记录", "recorded trials"),
)
INCIDENTS = Table(
    "incidents",
    Incident,
    (
        _ID,
        Field("kind", INCIDENT_KIND, ("类型",), required=True, about=("情形", "what happened")),
        _AT,
        Field("confirmed", FLAG, ("已确认",), about=("是否确认；为空表示疑似", "confirmed or cleared; empty: suspected")),
        Field("note", TEXT, ("说明",), about=("说明", "note")),
        _URL,
        _SNAPSHOT,
    ),
    unique=("id",),
    about=("安全、泄密等严重情形的报告", "reports of something serious"),
)
JUDGEMENTS = Table(
    "judgements",
    Judgement,
    (
        Field("question", TEXT, ("问题",), required=True, about=("判断的问题", "the question judged")),
        Field("target", TEXT, ("对象",), about=("判断的对象", "on what")),
        Field("fault", FAULT, ("发现问题",), required=True, about=("发现的问题，无问题填“无”", "the fault, or 无 where nothing is wrong")),
        Field("at", MOMENT, ("时间",), about=("判断时间", "when")),
        _URL,
    ),
    unique=("question", "target"),
    about=("人工判断", "judgements only people make"),
)
SURVEYS = Table(
    "surveys",
    Survey,
    (
        _ID,
        Field("title", TEXT, ("标题", "名称"), required=True, about=("标题", "title")),
        _URL,
        Field("opened", DAY, ("开始日期",), about=("开始日期", "first day")),
        Field("ended", DAY, ("截止日期",), about=("截止日期", "last day")),
        Field("result_published", DAY, ("结果公开日期",), about=("结果公开日期", "day of its result")),
        Field("result_known", FLAG, ("结果已查",), about=("是否查过结果", "whether anybody looked for the result")),
        Field("channel", CHANNEL, ("渠道",), about=("渠道，默认网上", "by which channel, web by default")),
    ),
    unique=("id",),
    about=("调查征集", "surveys and calls for opinions"),
)
POLICIES = Table(
    "policies",
    PolicyFile,
    (
        _ID,
        Field("title", TEXT, ("标题", "名称"), required=True, about=("标题", "title")),
        _URL,
        Field("published", READING, ("发布时间", "发布日期"), about=("发布日期", "day of publication")),
        Field("by_body", FLAG, ("本级印发",), about=("是否以本级政府或办公厅名义印发", "issued in the name of the body or its office")),
        Field("broad", FLAG, ("涉及面广",), about=("是否涉及面广、社会关注度高", "wide in scope and of high public interest")),
        Field("interpretations", ADDRESSES, ("解读链接",), about=("所关联的解读", "interpretations it links to")),
        Field("interpreted", FLAG, ("已解读",), about=("是否有解读", "whether it is interpreted")),
        _DRAWN,
    ),
    unique=("id",),
    about=("政策文件", "policy files"),
)
INTERPRETATIONS = Table(
    "interpretations",
    Interpretation,
    (
        _ID,
        Field("title", TEXT, ("标题", "名称"), required=True, about=("标题", "title")),
        _URL,
        Field("published", READING, ("发布时间", "发布日期"), about=("发布日期", "day of publication")),
        Field("file", TEXT, ("被解读文件",), about=("被解读文件的编号", "the interpreted file")),
        Field("links_file", FLAG, ("关联文件",), about=("是否关联被解读文件", "whether it links to the file")),
        Field("file_links_back", FLAG, ("文件关联解读",), about=("文件是否关联解读", "whether the file links back")),
        Field("form", FORM, ("形式",), about=("解读形式", "in which form")),
        _DRAWN,
    ),
    unique=("id",),
    about=("政策解读", "interpretations"),
)
LEADERS = Table(
    "leaders",
    Leader,
    (
        Field("name", TEXT, ("姓名",), required=True, about=("姓名", "name")),
        Field("url", ADDRESS, ("网址", "链接"), about=("网址", "address")),
        Field("position", KNOWN, ("职务",), about=("职务", "position")),
        Field("resume", KNOWN, ("简历",), about=("简历", "curriculum vitae")),
        Field("fault", FAULT, ("问题",), about=("不准确之处", "what is wrong")),
    ),
    unique=("name", "url"),
    about=("领导信息", "leaders' entries"),
)
COLUMNS = Table(
    "columns",
    ColumnHint,
    (
        Field("url", ADDRESS, ("网址", "链接"), required=True, about=("栏目网址", "address of the column")),
        Field("key", TEXT, ("编号",), about=("栏目编号", "the caller's id")),
        Field("name", TEXT, ("栏目名称", "名称"), about=("栏目名称", "name")),
        Field("kind", COLUMN_KIND, ("类型",), about=("栏目类型", "what it is for")),
        Field("level", WHOLE, ("级别",), about=("级别，1 为一级栏目", "1 for a first-level column")),
        Field("updates", FLAG, ("应更新",), about=("是否应更新", "whether it ought to be updated")),
        Field("cycle_months", WHOLE, ("更新周期",), about=("更新周期，月", "its own publishing cycle in months")),
    ),
    unique=("url",),
    about=("栏目清单", "what is known of columns beforehand"),
)

SITE_TABLES: tuple[Table[Any], ...] = (
    TRIES,
    LINK_CHECKS,
    GUIDES,
    MESSAGES,
    SURVEYS,
    POLICIES,
    INTERPRETATIONS,
    LEADERS,
    JUDGEMENTS,
    TRIALS,
    INCIDENTS,
)
"""The tables that become parts of the snapshot; each has the name of its part."""

DECISION = choice(
    Decision, {"确认": Decision.CONFIRMED, "属实": Decision.CONFIRMED, "否定": Decision.REJECTED, "不属实": Decision.REJECTED}
)
_FINDING = (
    Field("indicator", TEXT, ("指标",), required=True, about=("指标的英文标识", "id of the indicator")),
    Field("code", TEXT, ("检查项",), required=True, about=("检查项的英文标识", "code of the finding")),
    Field("target", TEXT, ("对象",), required=True, about=("发现对象的标识", "key of its target")),
)
_SITE = Field(
    "site", TEXT, ("网站标识码",), about=("网站标识码；为空表示适用于各网站", "code of the site it is about; empty: of every site")
)


@frozen
class Sited(Generic[T]):
    """A record of a table for many sites, with the site it is about ('' for any)."""

    site: str
    record: T


def _review(indicator: str, code: str, target: str, site: str = "", **cells: Any) -> Sited[Review]:
    return Sited(site, Review((indicator, code, target), **cells))


def _declaration(site: str = "", **cells: Any) -> Sited[Declaration]:
    return Sited(site, Declaration(**cells))


def _waiver(indicator: str, code: str, target: str, until: date, why: str, site: str = "") -> Sited[Waiver]:
    return Sited(site, Waiver((indicator, code, target), until, why))


REVIEWS = Table(
    "reviews",
    _review,
    (
        *_FINDING,
        Field("decision", DECISION, ("结论",), required=True, about=("确认或否定", "confirmed or rejected")),
        Field("by", TEXT, ("复核人",), required=True, about=("复核人", "who")),
        Field("at", MOMENT, ("时间", "复核时间"), required=True, about=("复核时间，须带时区", "when, with its zone")),
        Field("why", TEXT, ("理由",), about=("理由", "why")),
        _SITE,
    ),
    about=("对单项发现的复核", "single findings settled by a person"),
)
DECLARATIONS = Table(
    "declarations",
    _declaration,
    (
        Field("clauses", SEVERAL, ("条款",), required=True, about=("条款，如 V1.2,V1.6", "clauses, such as V1.2,V1.6")),
        Field("by", TEXT, ("声明人",), required=True, about=("声明人", "who")),
        Field("at", MOMENT, ("时间", "声明时间"), required=True, about=("声明时间，须带时区", "when, with its zone")),
        Field("method", TEXT, ("方法",), required=True, about=("以何种方式核查", "how it was looked into")),
        Field("found_none", FLAG, ("未发现",), about=("是否未发现，默认是", "whether nothing was found, true by default")),
        _SITE,
    ),
    about=("只能由人判断的条款的声明", "what people declare where only people can judge"),
)
WAIVERS = Table(
    "waivers",
    _waiver,
    (
        *_FINDING,
        Field("until", DAY, ("截止日期",), required=True, about=("截止日期", "last day")),
        Field("why", TEXT, ("理由",), required=True, about=("理由", "why")),
        _SITE,
    ),
    about=("暂缓整改事项", "findings taken off to-do lists for a while, never out of the verdict"),
)
HUMAN_TABLES: tuple[Table[Any], ...] = (REVIEWS, DECLARATIONS, WAIVERS)


def _period(start: datetime, end: datetime, note: str = "") -> Period:
    if end < start:
        raise InputError("ends before it starts", field="end", value=str(end), expected=f"a moment from {start} on")
    return Period(start, end, note)


MAINTENANCE = Table(
    "maintenance",
    _period,
    (
        Field("start", MOMENT, required=True, about=("开始", "first moment")),
        Field("end", MOMENT, required=True, about=("结束", "last moment")),
        Field("note", TEXT, about=("说明", "note")),
    ),
    about=("已报备的维护时段", "maintenance windows that were reported"),
)
PLATFORMS = Table(
    "platforms",
    Platform,
    (
        Field("kind", PLATFORM_KIND, required=True, about=("平台类型", "what it offers")),
        Field("host", TEXT, required=True, about=("主机名", "its host")),
        Field("name", TEXT, about=("名称", "name")),
    ),
    about=("代本站提供功能的平台", "official platforms on other hosts that count as offered by the site"),
)
PROFILE = Table(
    "site",
    SiteProfile,
    (
        Field("site_code", TEXT, ("网站标识码",), about=("网站标识码", "the site's code")),
        Field("name", TEXT, ("网站名称", "名称"), about=("网站名称", "name")),
        Field(
            "domain",
            TEXT,
            ("域名",),
            about=("域名；设在别的网站目录下的，连同目录", "domain; of a site in a folder of another body's host with the folder"),
        ),
        Field("hosts", SEVERAL, ("其他主机名",), about=("其他主机名", "other hosts of the site")),
        Field("region", TEXT, ("行政区划代码",), about=("行政区划代码", "administrative code")),
        Field("level", LEVEL, ("层级",), about=("层级", "level of the body")),
        Field("portal", FLAG, ("门户网站",), about=("是否政府门户网站", "whether it is a government portal")),
        Field("department", FLAG, ("国务院部门",), about=("是否国务院部门", "whether it is a State Council department's")),
        Field("services", FLAG, ("对外服务",), about=("是否有对外服务职能", "whether the body has outward services")),
        Field("sponsor", TEXT, ("主办单位",), about=("主办单位", "sponsor")),
        Field("supervisor", TEXT, ("主管单位",), about=("主管单位", "supervising body")),
        Field("status", STATUS, ("运行状态",), about=("运行状态，默认正常运行", "running status")),
        Field("crawl_complete", FLAG, ("抓取完整",), about=("是否抓取了全部页面", "whether all pages of the site are given")),
        Field("homepage", ADDRESS, ("首页网址",), about=("首页网址", "address of the homepage")),
    ),
    about=("网站基本信息", "what is known of the site"),
)
