"""Service guides (办事指南): which of the ten key element classes a page fills in (standards 7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from ..values.page import GuideElement, GuideReading, GuideState
from .guide_labels import LabelFinder
from .labels import DRAWN, ELSEWHERE, END, NAMED, NEXT, NO_VALUE, SHOWN, has_handle
from .tree import Tree


def _labels(words: str, *compounds: tuple[str, ...]) -> tuple[str, ...]:
    """The words, and all compounds of an act, a thing and an ending that are made of the lists; _ is none."""
    made = ("".join(parts).replace("_", "") for lists in compounds for parts in product(*map(str.split, lists)))
    return tuple(dict.fromkeys((*words.split(), *made)))


_ACTS = "办理 办事 申请 申报 申办 申领 受理 审批 许可 登记 备案"
_ROOMS = "受理 办理 办事 咨询 服务"


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "name": _labels(
        "事项名称 事务名称 服务事项 项目名称 业务名称 办理事项 主题名称 办事项目 权力名称 职权名称 审批事项名称 服务名称"
        " 服务事项名称 许可事项名称 实施清单名称 一件事名称 “一件事”名称 办事名称 审批事项",
        ("公共 政务 行政", "服务 许可 审批", "事项", "名称"),
    ),
    "basis": _labels(
        "设定依据 办理依据 实施依据 法律依据 法定依据 政策依据 审批依据 依据文件 许可依据 设立依据 法规依据 办事依据 职权依据 受理依据"
        " 行使依据 权力依据 设定的依据 政策法规依据 法律法规依据 法律法规 文件依据 政策文件依据 事项依据",
        (_ACTS, "依据", "_"),
    ),
    "conditions": _labels(
        "申请条件 受理条件 申报条件 办理条件 准予条件 审批条件 许可条件 受理范围及条件 申报范围 适用范围 办事条件"
        " 准予批准的条件 予以批准的条件"
        " 申请人条件 办理对象 服务对象及条件 申办条件 报名条件 申请（办理）条件 申请(办理)条件 受理（办理）条件 申领条件"
        " 申请受理条件 申请范围 准予行政许可的条件 准予许可的条件",
        (_ACTS, "条件", "_"),
        (f"{_ACTS} 服务 适用", "对象", "及 和 与 、", "条件 范围"),
    ),
    "materials": _labels(
        "办理材料 申请材料 申报材料 提交材料 所需材料 办理所需证件 材料清单 所需证件 申请资料 申报资料 提交资料 所需资料"
        " 申请材料目录 申请材料清单"
        " 应提交的材料 需提交的材料 需要提交的材料 办事材料 材料要求 办理所需材料 申请人需提交的材料 申办材料"
        " 所需提交材料 提交材料目录 材料目录 申请（办理）材料 申请(办理)材料 申领材料 报送材料 所需要件"
        " 应交材料 应提交材料 应提交的申请材料 办件材料 办理材料目录 办理材料清单 申请材料名称 所需材料清单 相关材料 材料列表",
        (f"{_ACTS} 提交 提供 所需 需提交 需要", "材料 资料", "_ 目录 清单 名称"),
        ("_ 申请 申请人 办理", "需 所需 应 应当 需要", "提交 提供 准备 递交 报送", "的 _", "材料 资料"),
    ),
    "place": _labels(
        "办理地点 办公地址 受理地点 受理地址 办理窗口 办理地址 窗口地址 联系地址 服务地点 网上办理地址 办公地点 办事地点"
        " 办事地址 受理窗口 办事窗口"
        " 窗口办理地址 申请地点 办理场所 具体地址 详细地址 窗口位置",
        (f"{_ACTS} {_ROOMS}", "地点 地址", "_"),
        (_ROOMS, "窗口", "地点 地址"),
        ("现场 线下 大厅", "_ 办理 受理 办公 服务 申请", "地点 地址"),
    ),
    "agency": _labels(
        "办理机构 办事机构 实施机关 实施主体 承办机构 受理机构 主管部门 责任科室 实施部门 办理部门 办理单位 受理单位"
        " 承办单位 责任部门 受理部门"
        " 办理主体 受理主体 审批主体 审批部门 办事窗口单位"
        " 审批机关 办理机关 行使主体 决定机构 受理机关 承办部门 承办科室 办事部门 许可机关 责任单位 实施机构 办理科室"
        " 决定机关 申请受理机关 实施单位 法定实施主体 许可实施机关 审批机构 许可机构 审批决定机构 审批决定机关",
        ("办理 办事 受理 审批 许可 登记 备案 承办 实施 责任 决定 主办 服务", "机构 机关 部门 单位 科室 处室 股室", "_"),
    ),
    "fees": _labels(
        "收费标准 收费情况 是否收费 收费依据及标准 收费标准及依据 收费标准和依据 收费依据 收费项目 办理费用 收费信息"
        " 收费依据和标准 收费项目信息 收费 费用 事项收费 许可收费 审批收费 收费金额 收费说明 收费方式 费用情况",
        (_ACTS, "费用", "_"),
        ("收费项目 收费标准 收费依据", "及 和 与 、", "标准 依据 收费标准 收费依据 项目 方式"),
    ),
    "hours": _labels(
        "办理时间 工作时间 办公时间 受理时间 接待时间 服务时间 窗口时间 上班时间 办事时间 窗口办理时间 对外办公时间 开放时间"
        " 受理时段 办理时段",
        ("现场 线下 大厅", "工作 办公 办理 服务 受理", "时间"),
        ("窗口 受理窗口 办理窗口 办事窗口 服务窗口", "_ 工作 办公 办理 服务 受理", "时间"),
    ),
    "phone": _labels(
        "联系电话 咨询电话 咨询方式 联系方式 咨询途径 咨询投诉渠道 服务电话 办公电话 咨询及投诉电话 咨询投诉电话"
        " 咨询服务电话 窗口电话 咨询监督电话"
        " 咨询热线 咨询渠道 经办电话 咨询查询 咨询查询电话 咨询与查询 联系人及电话 联系人及联系电话 咨询联系电话 电话咨询",
        ("咨询", "_ 、 及 和 与 /", "投诉 监督 监督投诉 投诉监督 投诉举报", "电话 方式 渠道"),
        (f"{_ROOMS} 受理窗口 办理窗口 办事窗口 业务 业务咨询 政策咨询 办公室", "电话", "_"),
    ),
    "process": _labels(
        "办理流程 办理程序 流程图 审批流程 办事流程 办理步骤 审批程序 申办流程 网上办理流程 业务流程 办事程序 办理流程图"
        " 申请流程 受理流程 工作流程"
        " 申请（办理）流程 申请(办理)流程 权力流程图 权力运行流程图 审批流程图 办事流程图 业务流程图 运行流程图 外部流程图"
        " 工作程序 申请程序 窗口办理流程 运行流程 申办程序 流程说明 办理方式及流程 许可程序 办理环节"
        " 办理过程 事项程序 办理流程描述 内部办理流程描述 网办流程 线下办理流程 线上办理流程 窗口办理流程描述 流程 办理基本流程",
        (_ACTS, "流程 程序 步骤", "_"),
        ("内部 外部 窗口 网上 网办 线上 线下", "_ 办理", "流程图", "_"),
    ),
}
"""Element ids with their accepted labels, in the checklist's order; callers may pass their own table."""

_LABELS = frozenset(label for labels in SYNONYMS.values() for label in labels)
_LABELLED = tuple(f"{label}{colon}" for label in sorted(_LABELS) for colon in "：:")

# Labels of neighbouring elements: they end a value and never fill one of the ten.
_NEIGHBOURS = _labels(
    "事项类型 编码 事项编码 办理时限 办理期限 法定期限 法定办结时限 承诺期限 承诺办结时限 办结时限 法定时限 承诺时限"
    " 监督投诉 监督投诉电话 投诉电话 监督电话 材料下载"
    " 特殊环节 邮政编码 受理范围 办件类型 服务类型 行使层级 网上办理深度 到办事现场次数 数量限制 结果名称 审批结果"
    " 办理结果 常见问题 表格下载 中介服务"
    " 基本信息 基本编码 实施编码 事项版本 权力来源 办理形式 办理方式 投诉渠道 监督投诉方式 监督方式 结果样本 结果领取方式"
    " 通办范围 是否网办 办理进程查询"
    " 法律救济 行政复议 附件 备注 年检要求 权利义务 批准形式 有效期限 结果送达 送达方式 联办机构 是否支持物流快递"
    " 网上支付 预约办理 服务对象 面向对象"
    " 交通指引 监督投诉渠道 收费依据文件 审批证件 证件有效期 办理状态 在线办理 我要咨询 我要投诉 表格样表 样表下载 结果查询 决定证件"
    " 服务主题 主题分类 结果文件 实施主体性质 权限划分 行使内容 责任事项 职权编码 职权类型 权力编码 权力类型 问责依据 责任事项依据"
    " 追责情形 事项类别 到现场次数 跑动次数 送达时限 办理深度 有无数量限制 业务办理项编码 乘车路线 申请对象 办理须知 注意事项 温馨提示"
    " 救济途径 行政复议与诉讼 行政诉讼 监督渠道 举报电话 投诉举报电话 监督举报电话 投诉方式 业务办理项名称"
    " 所属主题 事项性质 事项状态 事项描述 法定时限说明 承诺时限说明 法定办结时限说明 承诺办结时限说明 结果获取方式 审批结果名称"
    " 审批结果类型 禁止性要求 特别程序 审查方式 支付方式 通办形式 跨域通办 是否进驻大厅 进驻大厅 网办地址 运行系统 移动端办理地址"
    " 实施主体编码 委托部门 地方实施编码 业务办理项 评价信息 服务承诺 常见问答 网上咨询 状态查询",
    ("是否支持 是否", "预约办理 网上支付 物流快递 自助终端办理 自助终端 网上办理 告知承诺 容缺受理"),
    (_ACTS, "期限 时限 结果 方式", "_"),
    ("法定 承诺", "/ 、 及 和", "法定 承诺", "时限 期限 办结时限 办理时限"),
)
_EMPTY = re.compile(
    r"(?:无|暂无|没有|-{1,3}|—{1,2}|/|\\|null|undefined|略|空|暂未公布|待定|正在完善|(?:暂|暂时)?(?:无|没有)(?:任何|相关|有关)?(?:信息|内容|数据|资料)|详见附件"
    r"|见附件)?[。.；;]?",
    re.IGNORECASE,
)
_NOTHING_IS_FINE = frozenset(("fees", "conditions", "materials"))
_OF_VISITS = frozenset(("place", "hours", "phone"))
_VAGUE = re.compile(
    r"(?:法律法规(?:和规章)?规定的|法律、(?:行政)?法规(?:、规章)?规定(?:的|需要提交的|应当提交的)?)?(?:其他|其它|有关"
    r"|相关)(?:有关|相关|需要|应当|必要|所需)?(?:提交|提供|补充)?的?(?:证明)?(?:材料|资料|文件|证件)"
)
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}[-－—–)）\s]?)?[1-9]\d{6,7}(?!\d)|(?<!\d)1(?:2345|[3-9]\d{9})(?!\d)")
_OTHER_PHONE = re.compile("投诉|监督|举报|复议|诉讼|技术支持|维护|主办|承办|版权|备案")
_PLACE = re.compile(r"(?:^|[，,；;。\s])(?:地\s?址|地\s?点)\s?[:：]\s?([^\s，,；;。:：]{4,60})")
_HOURS = re.compile(
    r"(?:每?(?:周|星期)[一二三四五六日天]|(?:法定)?工作日|夏[季令]|上午)[^；;。电话咨询投诉]{0,20}?(?:\d{1,2}[:：]\d\d|[一二三四五六七八九十]{1,3}[点时])"
    r"[^；;。电话咨询投诉]{3,60}(?:[；;]冬[^；;。电话咨询投诉]{6,60})?"
)
_TIMED = re.compile(r"(?:^|\s)时\s?间\s?[:：]\s?.{4,130}")  # within 联系方式
_DIGITS = re.compile(r"\d{3}")
_IMPRINT = re.compile(r"版权所有|技术支持|ICP\s?备|Copyright")
# What visitors may do with the page, behind the last value: no part of it.
_TOOLS = re.compile(
    r"(?:(?:^|\s|(?=[【\[]))[【\[(（]?(?:打\s?印(?:本页|此页|页面|当前页)?|关\s?闭(?:本页|此页|页面|本?窗口|此窗口)?|返回(?:顶部|上一?页|列表|首页)"
    r"|收藏(?:本页)?|分享(?:到)?|(?:立即|我要)(?:办理|申办|申请|申报|预约|咨询|投诉|评价)|我已阅读并(?:同意|知晓|知悉)(?:《[^《》]{1,30}》)?"
    r"|扫一扫[^，。；]{0,16})[】\])）]?[:：]?)+$"
)
# The head of a table of steps or of materials: its words are no labels of the item.
_COLUMNS = re.compile(
    r"(?:序号\s)?(?:(?:办理)?(?:环节|步骤)(?:名称)?\s.{0,40}(?:时限|结果|标准|依据)|(?:材料|资料)名称\s\S{0,4}(?:材料|来源|形[式态]|份数|原件|类型|要求|必要|备注|样))"
)
_CALLED = re.compile(f"指南|办事|(?:{_ACTS.replace(' ', '|')})须知")  # 考生须知, 参观须知 are none
_NOTICE = re.compile(r"^关于.{2,80}的(?:通知|通报|公示|意见|决定|批复|复函|反馈)(?:[（(].{0,20}[）)])?$")
_COMPOSED = re.compile(r"^[一二三四五六七八九十\d（(◇◆●○■□▲△★☆·•※►▶>*]|[/、和及与（(]")  # numbered, two in one, with a word in brackets
_NUMBERED = re.compile("([一二三四五六七八九十]{1,3})[、.．]")
_NUMBERS = [tens + ones for tens in ("", "十", "二十") for ones in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")]
_HEAD = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]\s?[^，。；：:、《（(]{2,12}(?:[:：].*)?")
_INLINE = re.compile(r"\s\S{2,8}[:：]|（[一二三四五]）")  # the next label, of a kind that is not known
_LONGEST_NAME = 60
_MOST_LINES = 10_000  # no guide has as many
# What a page is called that does not say which item it is about, and how items are called.
_NO_ITEM = re.compile(
    r"正文|(?:事项|指南)?详情页?|[\u4e00-\u9fff]{0,20}(?:大厅|平台|终端|门户|网站|政府|中心|系统|局|网)|.{0,30}[-_—]{1,2}(?:办事)?指南|"
    r"(?:网上|事项|办事|办件|申报|服务|政务|互动|操作|业务|权责|指南|信息|详情|详细|查看|内容|列表|三级|页面)*"
)
_ITEM = re.compile(
    r"(?!网上|在线|我要|现场|窗口|进度|结果|办件|立即|行政|公共服务|关于)[\u4e00-\u9fff（）()、“”《》]{2,36}"
    r"(?:许可证?|审批|备案|登记|申领|申请|核发|变更|注销|延续|换发|补发|签发|校验|认定|确认|给付|补贴|补助|设立|审核|核准|申报|办理|年检|评定|奖励|发放|支付|补领|换领|领取|迁移|减免)"
    r"(?:[（(][^（）()]{1,20}[）)])?(?:(?:办事|服务|办理)指南)?"
    r"|[^，。；：:？?]{4,40}(?<!网上)(?:办事|服务|办理)指南"
)
_SITE = re.compile(r"\s?[-_—|]{1,2}\s?")  # stands in a title before the name of the site

_HEAD_LINES = 30
# Who may apply where no label says on what conditions, a window where none says its address, a section where none says its office.
_LESSER = re.compile("(?:(?!.*条件).*(?:对象|范围)|.*(?:窗口|[科处股]室))")
# Words that are labels behind another one (办公时间及地点), or alone where they look like the labels of the page.
_SHORT = {
    "地点": "place", "地址": "place", "时间": "hours", "电话": "phone", "条件": "conditions", "材料": "materials", "依据": "basis",
    "流程": "process", "程序": "process",
}  # fmt: skip
_TAILS = ("时限", "期限", "联系方式", "要求", "方式", "邮编")  # of a second label that is none of the ten
_JOINT = re.compile("[/、和及与]")
_SEAM = "\ufdd3"  # stands between texts of different elements
_LONGEST_PIECES = 40
_LONGEST_HEAD = 24
_SPACED = re.compile(r"(?<!\S)(?:[\u4e00-\u9fff] ){3,7}[\u4e00-\u9fff](?=[\s:：]|$)")  # 办 理 地 点
_PAIR = re.compile(r"(?<![\u4e00-\u9fff])(?<![\u4e00-\u9fff] )([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?=\s?[:：])")  # 九、收 费：
_ICON = re.compile("[\ue000-\uf8ff]")  # characters of icon fonts
_PICTURE = "\ufffc"  # stands for a picture: a flow chart is one more often than not
_NONE: Mapping[int, str] = {}
_FACTS = "基本信息"  # heads the first of the tabs of a guide
_WIDEST = 400  # nodes of the heads of tabs
_LEVELS = 4  # elements around the heads of tabs within which their panes stand


def is_notice(name: str) -> bool:
    """Whether a page's name is that of a notice: one on guides names their elements too."""
    return _NOTICE.match(name) is not None


class GuideReader:
    """Reads guides with one table of labels; build once, use for any number of pages."""

    def __init__(self, synonyms: Mapping[str, tuple[str, ...]] = SYNONYMS) -> None:
        self._element = {label: element for element, labels in synonyms.items() for label in labels}
        self._elements = tuple(synonyms)
        self._known = frozenset((*self._element, *_NEIGHBOURS))
        self._labels = LabelFinder(self._known, _SHORT, _TAILS)

    def knows(self, text: str) -> bool:
        """Whether a whole text is a label: 一、办 理 条 件："""
        text = text.replace(" ", "")
        core = text.strip("【】[]《》:：")
        if core in self._known or _COMPOSED.search(core) is None:
            return core in self._known
        return (label := self._labels.at(text)) is not None and label.end == len(text)

    def looks_like_one(self, lines: list[str], title: str = "") -> bool:
        """Whether at least four different elements stand in the lines as labels.

        In a page called 办事指南 or 登记须知 three do, unless all say where and when: visitors of a museum are told no more.
        """
        needed = 3 if _CALLED.search(title) is not None else 4
        found: set[str] = set()
        for line in lines:
            for label in self._labels.in_line(line):
                element = self._element.get(label.word)
                if element is not None and (label.closed or len(line) < 80):
                    found.add(element)
                    if len(found) > 3 or (len(found) == needed and not found <= _OF_VISITS):
                        return True
        return False

    def read(
        self, lines: list[str], name: str, drawn: bool, attachments: tuple[str, ...] = (), tabs: Sequence[str] = (), title: str = ""
    ) -> GuideReading:
        """The ten elements of one guide: filled, empty, missing, or drawn by script where every pane is empty and scripts draw."""
        name = _ICON.sub("", name).strip()
        labelled = [k for k, line in enumerate(lines) if any(self._labels.in_line(line))] or [0]
        among = lines[labelled[0] : labelled[-1]]
        if (head := self._labels.at(name)) is not None and self._element.get(head.word) == "name":
            name = name[head.end :].strip() or name
        if name == title or _NO_ITEM.fullmatch(name) is not None or self.knows(name):
            told = (_SITE.split(title)[0], *(line for line in lines[: min(_HEAD_LINES, labelled[-1] + 1)] if _ITEM.fullmatch(line)))
            name = next((one for one in told if one and _NO_ITEM.fullmatch(one) is None and not self.knows(one)), name)
        values: dict[str, tuple[str, str]] = {}
        named = {
            element
            for tab in tabs
            if tab.endswith(NAMED)
            for label in self._labels.in_line(tab)
            if (element := self._element.get(label.word))
        }
        panes = (tab for tab in tabs if not tab.endswith(NAMED))
        shared: set[str] = set()
        for element, label, value, is_shared in (*(one for tab in panes for one in self._values([tab])), *self._values(lines)):
            held = values.get(element)
            if element in shared and not is_shared and _is_filled(element, value, attachments):
                held = None  # 工作时间 within 办理地点与时间
            if held is not None and element == "phone" and _DIGITS.search(value) and not _DIGITS.search(held[1]):
                held = None  # 咨询方式：窗口咨询
            if held is not None and _LESSER.fullmatch(label) and not _LESSER.fullmatch(held[0]):
                continue
            if (
                held is None
                or (_LESSER.fullmatch(held[0]) and not _LESSER.fullmatch(label))
                or (not _is_filled(element, held[1], attachments) and (value == DRAWN or _is_filled(element, value, attachments)))
            ):
                values[element] = (label, value)
                (shared.add if is_shared else shared.discard)(element)
        told_with = (values.get("place", ("", ""))[1], *(one for line in among for one in _TIMED.findall(line)))
        if "hours" not in values and (found := next(filter(None, map(_HOURS.search, told_with)), None)):
            values["hours"] = ("", found[0].strip())
        item = _INLINE.split(values.get("name", ("", ""))[1])[0].strip()
        if len(item) <= _LONGEST_NAME and _is_filled("name", item, ()):
            name = item
            values["name"] = (values["name"][0], item)
        elif name and "name" not in values:
            values["name"] = ("", name)
        if "phone" not in values or not _is_filled("phone", values["phone"][1], attachments):
            asked = (line for line in lines if ("电话" in line or "咨询" in line) and not _OTHER_PHONE.search(line))
            # (咨询电话) under a label of its cell asks for a part of what stands below.
            below = (
                after for line, after in pairwise(lines) if line[0] in "(（" and "电话" in line and not _OTHER_PHONE.search(line + after)
            )
            phone = next((found[0] for line in (*asked, *below) if (found := _PHONE.search(line))), "")
            if phone:
                values["phone"] = (values.get("phone", ("", ""))[0], phone)
        # 地址： among the labels of a guide, or first under 联系方式; behind the last label it may be the site's own.
        contact = values.get("phone", ("", ""))[1]
        told_among = [*among, contact] if contact.startswith(("地址", "地点")) else among
        places = (found[1] for line in told_among if not _OTHER_PHONE.search(line) and (found := _PLACE.search(line)))
        if not values.get("place", ("", ""))[1] and (place := next(places, "")):
            values["place"] = ("地址", place)
        open_places = sum(value == DRAWN for _, value in values.values())
        filled = sum(element != "name" and _is_filled(element, value, attachments) for element, (_, value) in values.items())
        # Where scripts fill most of the elements that the page names, they may draw those that it does not name, too.
        drawn = open_places > 2 * filled or (not filled and drawn)
        # A pane that a script draws under a name that tells of none of the ten (窗口信息) may hold any that is not seen.
        unseen = drawn or any(tab.endswith(DRAWN) and (tab.startswith(_FACTS) or not any(self._labels.in_line(tab))) for tab in tabs)
        elements = []
        for element in self._elements:
            if element not in values:
                state = GuideState.SCRIPT_DRAWN if unseen or element in named else GuideState.MISSING
                elements.append(GuideElement(element, state))
                continue
            label, value = values[element]
            if value == DRAWN:
                state, value = GuideState.SCRIPT_DRAWN, ""
            elif _is_filled(element, value, attachments):
                state = GuideState.FILLED
            else:
                state = GuideState.SCRIPT_DRAWN if drawn and not filled else GuideState.EMPTY
            elements.append(GuideElement(element, state, label, value[:200]))
        vague = dict.fromkeys(found[0] for line in lines for found in _VAGUE.finditer(line))
        return GuideReading(name, tuple(elements), tuple(vague), attachments)

    def _values(self, lines: list[str]) -> list[tuple[str, str, str, bool]]:
        """(element, label, value, whether others share it) in order: a value runs from its label to the next one."""
        found: list[tuple[str, str, str, bool]] = []
        open_labels: list[str] = []
        value: list[str] = []

        def close() -> None:
            text = " ".join(" ".join(value).split()).strip(f" :：{NEXT}")
            end = END.search(text)
            text = (text[: end.start()].strip() or (DRAWN if end[0] == DRAWN else "")) if end else text
            text = _TOOLS.sub("", text)
            plain = " ".join(text.replace(_PICTURE, " ").split())
            for label in open_labels:
                element = self._element.get(label) or _SHORT.get(label)
                if element:
                    found.append((element, label, plain or ("[图片]" if element == "process" and text else ""), len(open_labels) > 1))
            open_labels.clear()
            value.clear()

        number = -1
        under, others = "", False  # the last label that is no bare word
        for line in lines:
            if _IMPRINT.search(line):
                continue
            text = line
            at = 0
            ordinal = _NUMBERED.match(line)
            counted = _NUMBERS.index(ordinal[1]) if ordinal is not None and ordinal[1] in _NUMBERS else -1
            if open_labels and counted == number + 1 > 0 and _HEAD.fullmatch(line):
                close()  # 九、咨询服务 after 八、收费标准
            number = counted if ordinal is not None and (counted == number + 1 or number < 0) else number
            heads = bool(open_labels) and _COLUMNS.match(text) is not None
            for one in () if heads else self._labels.in_line(text, bare=True):
                # A label inside a sentence is no label: it starts its cell or line, or a colon follows.
                if one.start > 0 and not one.closed and text[one.start - 1] != " ":
                    continue
                label = one.word
                if open_labels:
                    value.append(text[at : one.start].strip())
                    told = "".join(value).strip(f" {NO_VALUE}").partition(NEXT)[0]
                    if not told and (ELSEWHERE.search(under) or (label == "依据" and self._element.get(under) == "fees")):
                        others = True  # bare words that follow are of the office above, or of the fees
                    close()
                others = one.bare and others
                under = under if one.bare else label
                label = "" if others else label
                open_labels += [label, *_JOINT.split(one.tail)[1:]]
                at = one.end
            if open_labels and sum(map(len, value)) < 400:
                value.append(text[at:].strip())
        if open_labels:
            close()
        return found


def guide_lines(tree: Tree, stretches: list[tuple[int, int]], known: Callable[[str], bool], marked: Mapping[int, str] = _NONE) -> list[str]:
    """The content's lines with inline elements kept apart, pictures and empty cells beside labels marked, broken labels made whole."""
    marked = dict.fromkeys(tree.of.get("img", ()), f" {_PICTURE} ") | dict.fromkeys(_unfilled(tree), f" {NO_VALUE} ") | {**marked}
    found: list[str] = []
    for start, end in stretches:
        found += _lines(tree, start, end, known, marked)
    return found


def _lines(tree: Tree, start: int, end: int, known: Callable[[str], bool], marked: Mapping[int, str]) -> list[str]:
    parts = [
        marked.get(i, text) if tree.tags[i] else f"{_SEAM}{marked.get(i, text)}" for i, text in enumerate(tree.texts[start:end], start)
    ]
    lines = [_whole(line, known) for line in _ICON.sub("", "".join(parts)).split("\n", _MOST_LINES)[:_MOST_LINES]]
    return _upright([line for line in lines if line], known)


def _upright(lines: list[str], known: Callable[[str], bool]) -> list[str]:
    """The lines, a label that is written downwards made one: its last character may share its line with the value."""
    found: list[str] = []
    column = ""
    for line in [*lines, ""]:
        head, _, value = line.partition(" ")
        if len(head) == 1 and not value:
            column += head
            continue
        label = column + head if len(head) == 1 else column
        if column and known(label):
            found.append(f"{label} {value}" if len(head) == 1 else label)
            line = "" if len(head) == 1 else line
        else:
            found += column
        found += [line] if line else []
        column = ""
    return found


def _whole(line: str, known: Callable[[str], bool]) -> str:
    """A line, its elements apart; where it is a label in several pieces, or has blanks within one, in one piece."""
    words = line.replace(_SEAM, " ").split()
    if line.count(_SEAM) > 1 and len(words) > 1:
        if len(line) <= _LONGEST_PIECES and known(piece := "".join(words)):
            return piece
        head, colon, value = " ".join(words).partition("：" if "：" in line else ":")
        if colon and " " in head and len(head) <= _LONGEST_HEAD and known(piece := head.replace(" ", "")):
            return f"{piece}{colon} {value.strip()}"
        if len(words) > 2 and len(words[0]) + len(words[1]) <= _LONGEST_HEAD and known(piece := words[0] + words[1]):
            words[:2] = [piece]
    text = " ".join(words)
    if len(words) > 1 and ("：" in text or ":" in text):
        text = _PAIR.sub(lambda match: label if known(label := match[1] + match[2]) or label in _SHORT else match[0], text)
    if sum(len(word) == 1 for word in words) < 3:
        return text
    return _SPACED.sub(lambda match: label if known(label := match[0].replace(" ", "")) else match[0], text)


def _unfilled(tree: Tree) -> Iterator[int]:
    """Cells that show nothing in the place of a value, in rows of label and value under which no row of another kind goes on."""
    rows = [(row, [i for i in tree.children(row) if tree.tags[i] in ("td", "th")]) for row in tree.of.get("tr", ())]
    for (row, cells), (after, below) in pairwise([*rows, (-1, [])]):
        if len(cells) % 2 or (after >= 0 and tree.parents[after] == tree.parents[row] and len(below) % 2):
            continue
        for cell in cells[1::2]:
            if not tree.text(cell) and SHOWN.isdisjoint(tree.tags[cell : tree.ends[cell]]):
                yield cell


def tab_lines(tree: Tree, whole: Callable[[str], bool], marked: Mapping[int, str] = _NONE) -> list[str]:
    """Label and text, one line each, of tabs whose panes stand in the same order further on."""
    found: list[str] = []
    for heads in tree.named("ul", "div", "ol"):
        items = [i for i in tree.children(heads) if tree.tags[i] and tree.text(i)] if tree.ends[heads] - heads < _WIDEST else []
        if not 2 <= len(items) <= 30:
            continue
        names = [tree.text(i) for i in items]
        count = sum(name in _LABELS or (_JOINT.search(name) is not None and whole(name)) for name in names)
        said = all(tree.get(i, "role") == "tab" for i in items)  # no menu, whatever the panes begin with
        if count < 2 and not (count and _FACTS in names and all(map(whole, names))):
            continue
        clicked = any("onclick" in tree.attrs[i] for i in items)
        sure = count > 2 or (all(map(whole, names)) and not clicked) or said
        panes = (_named_panes(tree, items) or _panes(tree, heads, len(items))) if sure else []
        tabs = list(zip(items, panes, strict=False))
        if not tabs and all("onclick" in tree.attrs[i] for i in items):
            found += [f"{tree.text(i)}：{NAMED}" for i in items if tree.text(i) in _LABELS]
        told = [(tree.text(head), tree.text(pane)) for head, pane in tabs]
        if not said and any(text.startswith(_LABELLED) and not text.startswith(head) and not _JOINT.search(head) for head, text in told):
            continue  # a menu: what follows has labels of its own
        if all(text.startswith(head) or _is_link(tree, pane) for (head, text), (_, pane) in zip(told, tabs, strict=True)):
            continue  # a menu of sections, or of other pages
        for head, pane in tabs:
            shown = " ".join(_lines(tree, pane, tree.ends[pane], whole, marked))
            shown = shown.lstrip(f"{NEXT}{NO_VALUE} ") or shown  # what ends a value before the pane is none of it
            if not shown.strip(NO_VALUE) and "img" in tree.tags[pane : tree.ends[pane]]:
                shown = _PICTURE
            elif not shown and tree.of.get("script") and has_handle(tree, pane, tree.ends[pane]):
                shown = DRAWN
            found.append(f"{tree.text(head)}： {shown}")
    return found


def _named_panes(tree: Tree, items: list[int]) -> list[int]:
    """What the links of tabs lead to within the page, where each leads somewhere."""
    asked = [tree.get(i, "href").lstrip("#") for item in items for i in range(item, tree.ends[item]) if tree.get(i, "href")[1:]]
    if len(asked) != len(items):
        return []
    places = {name: i for i, attrs in enumerate(tree.attrs) if attrs and (name := attrs.get("id") or "")}
    found = [places.get(name, -1) for name in asked]
    return found if -1 not in found else []


def _is_link(tree: Tree, i: int) -> bool:
    links = [a for a in range(i, tree.ends[i]) if tree.tags[a] == "a"]
    return len(links) == 1 and tree.text(links[0]) == tree.text(i)


def _panes(tree: Tree, heads: int, count: int) -> list[int]:
    """What follows the heads of tabs in their number: beside them, in one element, or further out where the number is the same."""
    at = heads
    for level in range(_LEVELS):
        parent = tree.parents[at]
        if parent < 0:
            break
        later = [i for i in _elements(tree, parent) if i > at]
        inner = _elements(tree, later[0]) if later else []
        kinds = Counter((tree.tags[i], tree.get(i, "class")) for i in later)
        alike = [i for i in later if kinds[tree.tags[i], tree.get(i, "class")] == count]
        for panes in (inner, alike[:count]):
            if len(panes) == count:
                return panes
        if not level and len(later) >= count:
            return later
        if not level and len(inner) >= count:
            return inner
        at = parent
    return []


def _elements(tree: Tree, i: int) -> list[int]:
    return [child for child in tree.children(i) if tree.tags[child] not in ("", "script", "style")]


def _is_filled(element: str, value: str, attachments: tuple[str, ...]) -> bool:
    value = value.strip()
    if not value or value == DRAWN:
        return False
    if element in _NOTHING_IS_FINE and value.strip("。. ") in ("无", "不收费", "免费", "没有"):
        return True
    if "附件" in value and attachments and len(value) < 20:
        return True
    return _EMPTY.fullmatch(value) is None
