"""From the text of a bulletin to facts: which number plays which role in its clause. No figure is put together here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, frozen

from ..values.subject import SubjectKind
from ._areas import Areas, areas_in
from .numbers import CHINESE_DIGITS, WIDE, number


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


@frozen
class Clause:
    """A stretch between commas; ``breaks``: a sentence ends before it; ``parted``: a semicolon stands before it."""

    text: str
    start: int
    breaks: bool
    parted: bool = False


SITE_NOUN = "政府门户网站|门户网站|政府网站|政务网站|子网站|网站群|网站|站点"
_PLATFORMS = (
    ("微博", "政务微博|新浪微博|腾讯微博|人民微博|微博"),
    ("微信", "政务微信公众号|政务微信公众账号|微信公众账号|微信公众号|政务微信|公众号|微信"),
    ("视频号", "微信视频号|视频号"),
    ("抖音", "抖音短视频|抖音号|抖音|短视频"),
    ("快手", "快手号|快手"),
    ("今日头条", "今日头条|头条号"),
    ("移动客户端", "政务客户端|移动客户端|客户端|APP|app"),
    ("小程序", "政务小程序|微信小程序|小程序"),
)
_PLATFORM_OF = {name: platform for platform, names in _PLATFORMS for name in names.split("|")}
_ACCOUNTS = ("政务新媒体账号", "政务新媒体", "政府新媒体", "新媒体账号", "新媒体", "政务账号", "账号", "帐号")
_ACCOUNT_NOUN = "|".join(sorted([*_ACCOUNTS, *_PLATFORM_OF], key=len, reverse=True))
_NOUN = re.compile(f"(?P<site>{SITE_NOUN})|(?P<account>{_ACCOUNT_NOUN})")

_UNIT = r"家\s?次|个\s?次|户\s?次|家|个|户|款|次"
_COUNT = re.compile(
    rf"(?<![\d.第])(?P<num>\d{{1,3}}(?:,\d{{3}}){{1,3}}(?!\d)|\d{{1,9}}(?:\.\d{{1,4}})?)\s{{0,2}}(?P<large>万)?(?P<about>余|多)?\s{{0,2}}(?P<unit>{_UNIT})"
    rf"|(?<![第{CHINESE_DIGITS}])(?P<cn>[{CHINESE_DIGITS}万]{{1,9}})(?P<cnunit>家次|家|个)"
)
_SHARE = re.compile(
    r"(?<![\d.])(?P<num>\d{1,3}(?:\.\d{1,6})?)\s?%|百分之(?!点)[零一二两三四五六七八九十百]{1,5}(?:点[零一二三四五六七八九]{1,4})?"
)
_SHARES_AFTER = re.compile(rf"(?:\s?(?:以及|[,、和与及])\s?(?:{_SHARE.pattern})){{1,12}}")
_POINTS_AHEAD = re.compile(r"\s?[和、与及]\s?\d{1,3}(?:\.\d{1,4})?\s?个?百分点")
_POINT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?(?:个百分点|个|百分点)?")
_WAY = re.compile("下降|降低|减少|回落|下滑|提高|提升|上升|增长|增加|回升")
_POINT_RUN = re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d{1,4})?\s?(?:个百分点|个)?(?:\s?[、和与及]{1,2}\s?(?:下降|降低|提高|提升|上升)?\s?\d{1,3}(?:\.\d{1,4})?\s?(?:个百分点|个)?){0,9}"
    r"(?:(?<=百分点)|\s?百分点)"
)
_POINTS = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?个百分点")

_CHECK_WORD = "检查|抽查|监测|普查|排查|巡查|检测|抽检|核查|测评|扫描|巡检|抽取|选取|抽选|复查|复检|自查|监管|评估"
CHECK = re.compile(_CHECK_WORD)
_SAMPLING = re.compile("抽查|抽检|抽取|选取|抽选|随机")
RECHECK = re.compile(
    "回头看|整改合格率|复查合格率|复检合格率|(?:进行|开展|逐一|逐个|全部|再次)了?(?:复查|复检)|不合格的[^,]{0,20}(?:复查|复检|复核)|(?:复查|复检|整改)后|(?:复查|复检)(?:发现|中)|经[^,]{0,4}(?:复查|复检)"
)
_EXISTS = re.compile(
    "共有|(?:全|我|本)(?:省|市|县|区|州)有|现有|目前|在运行|在网运行|正常运行|正在运行|运行的|运行(?=政府网站|网站|政务新媒体|新媒体)|备案|登记|注册|开设|开办|开通|建有|纳入|总计|总数|在册|存量|报送系统|拥有|保有"
)
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
_CHECK_HAS = re.compile(rf"(?:{_CHECK_WORD})(?:中|结果)?共?有\s?$")
_LEVEL_ALONE = re.compile(r"\s?[省市县区州盟旗乡镇地]{1,2}(?:级|直|属|本级)")
_OURS_OF_MORE = re.compile(
    rf"(?P<who>[我本](?:省|市|县|区|州|旗|盟))被(?:{_CHECK_WORD})|其中[^,]{{0,6}}(?:{_CHECK_WORD})(?:了|到)?(?P<ours>[我本](?:省|市|县|区|州|旗|盟))"
)
_OURS_WERE = re.compile(rf"(?P<who>[我本](?:省|市|县|区|州|旗|盟))[^,]{{0,40}}被(?:{_CHECK_WORD})")
_AVERAGE = re.compile("平均|每月|每季度|每周|每次")
_MOVED_OF = re.compile("(?:至|到)[^,]{0,4}(?:季度|月|年|轮|次)的?\\s?$")
_EXCEPT = re.compile("除了?[^,]{0,16}$")
GRADED = re.compile("优秀|良好|较好|一般|较差")
_REGULAR = re.compile("每(?:周|月|日|天|季度|季|半年|年)")
_EARLIER = re.compile("上季度|上一季度|上个?月(?!份?末)|上一年|上年度|上期|上次|上一轮|上一次|去年|同期|前次")
_SHARE_OF_OWN = re.compile("[^\\d,合]{0,8}率")
_OF_CHECKED = re.compile(f"占[^,]{{0,8}}(?:{_CHECK_WORD})[^,]{{0,8}}(?:总数|总量|数量)")
AND_OF = re.compile("\\s*(?:并|同时|也|另|还)")
SUM_OF = re.compile("(?:共计|总计|合计|总共|共)(?:抽查|检查|监测|为|有|是|\\s){0,3}$")
_NOW = re.compile("今年|本(?:年|季|月|次|期|轮|周)|目前|现(?:有|在|共|已)|这次|此次|当前|截至")
_FROM_AGO = re.compile("(?:由|从|对|对照|针对|经)[^,]{0,6}(?:上|去|前|原)")
_AREAS = re.compile(
    r"(?:\d|[一二三四五六七八九十])\s?个(?:设区)?(?:师?市|县|区|地区|州|盟|旗|省|部门|单位|乡镇|街道)(?!级|直|政府|人民|门户)"
)
_AREA_LIST = re.compile(r"(?:[\u4e00-\u9fffA-Z]{0,8}(?:市|州|县|区|盟|旗|省|地区|厅|局)[、和与及]){1,20}$")
_ROUND = re.compile("每季度|每年|每半年|全年|年内|季度内|年度")
ABOUT_PRE = re.compile("(?:约|近|大约|将近|接近|超过?|逾|不到|不足|不少于|不低于|至少)\\s?$")
ABOUT_POST = re.compile(r"\s?(?:左右|以上|以下|上下|多)")
_PART_OF = re.compile("[一二三四五六七八九十]分之[一二三四五六七八九十]|[一二三四五六七八九]成(?![立为员果绩效])|过半|半数|一半")
_AGO = re.compile("上季度|上一季度|上个?月|上一?年|上年度|上半年|上期|上次|上一轮|上一次|去年|原判|原不合格|原来|原有|年初|同期|前次|前一")
_VERSUS = re.compile("同比|环比|较(?!好|差|多|少|大|为|高|低|强)|相比|比(?!例|重|率|较|武|对)")
_FAULT = "不合格|不达标|未达标|未合格|不符合(?:相关|有关|检查)?(?:指标)?要求"
_LIST_FAULT = re.compile(rf"[^\d,、]{{0,28}}?(?<!未发现)(?:{_FAULT})(?!率)")
_LIST_LINK = re.compile(rf"(?:(?!{_CHECK_WORD}|合格|中)[^\d,]){{0,20}}[、和与及]\s?")
_PRE_FAULT = re.compile(f"(?:{_FAULT})(?!率|项|指标|内容|的?问题|原因|情形|名单)(?P<tail>[^,]{{0,32}})$")
_POST_FAULT = re.compile(f"(?P<gap>[^,]{{0,28}}?)(?P<word>{_FAULT}|未整改合格|未整改到位|整改不合格)(?!率)")
_INSPECTED = re.compile(f"”?[^,]{{0,8}}(?:{_CHECK_WORD})")
_NOT_YET = f"{_CHECK_WORD}|未发现|没有|进行|开展"
_OWNER = re.compile("(?:^|[、和与,:其中])\\s*(?P<who>[\u4e00-\u9fff]{0,8}(?:部门|单位|区县|县区|级))\\s*(?:有|共)?(?:不合格|合格|存在)")
_STILL = re.compile("仍|尚|还|依然|依旧|发现")
_NAMED_THEN = re.compile("(?:不合格|通报|点名)的\\s?$")
_MENDED = re.compile("(?<!未)(?<!没有)(?:完成整改|整改(?:完成|完毕|到位|合格))|已[^,]{0,8}整改")
_UNMENDED = re.compile("未整改合格|未整改到位|整改不合格")
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
_OF_PROBLEMS = re.compile("(?:问题|情形|情况|现象)(?:共计|总计|共|计|达到?|有|为|:|\\s){0,6}$")
_WITH_PROBLEMS = re.compile("(?:存在|有)")
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
    rf"\s?(?:的)?[\u4e00-\u9fff]{{0,12}}?(?:{SITE_NOUN}|{_ACCOUNT_NOUN})\s*(?:实现(?!了?全)|能够|都能|进入|积极|完成|发布|获得|得分|得满?分|互动|实时互动|存在|出现|发生|未|不|没"
    "|长期|超过|首页|栏目|链接|站点|搜索|内容|功能|更新|留言|信息|转载|主办|主管|责任|名单|申请|因|按(?:要求|时|期|规定|程序)|在规定|有\\d"
    "|的(?:首页|栏目|链接|整改|问题|主办|责任|负责))"
)
_DOES = re.compile(
    r"\s?(?:尚|仍|还|均|都|已)*(?:未|没有?|无法|正在(?!运行)|暂停|关停|下线|迁移|(?:开设|开通|建立|设置|设立|提供|转载|发布|更新)(?:了|有|频率|及时|不))"
)
_SAYS = re.compile(f"\\s*(?!{SITE_NOUN}|{_ACCOUNT_NOUN}|合格|达标)(?:“|[\u4e00-\u9fff](?<![中的和与及为是占共均全都各]))")
_NOUN_SAYS = re.compile(
    rf"\s*(?:{SITE_NOUN}|{_ACCOUNT_NOUN}){{1,2}}(?!{_CHECK_WORD}|合格|达标)[\u4e00-\u9fff](?<![中的和与及为是占共均全都各进开在正登注备运纳接参分按情总账帐号、])"
)
_BREAKS_TAIL = re.compile(f"{_CHECK_WORD}|{_WAY.pattern}|整改|[一二三四五六七八九]是")
_AMONG = re.compile("中[^,]{0,2}有\\s?$")
_SAME_AS_BEFORE = re.compile("(?:这|该)\\s?$")
_WAS_CHECKED = re.compile(rf"\s*被(?:{_CHECK_WORD})(?:到|过)?的?(?:{SITE_NOUN}|{_ACCOUNT_NOUN})")
_CHECKED_SHARE = re.compile(f"(?:{_CHECK_WORD})(?:总体)?(?:合格率|达标率)")
_OPENS = re.compile(f"(?:{SITE_NOUN}|{_ACCOUNT_NOUN})(?:均|都)?(?:开设|开通|建有|发布)")
_FOUND_OUT = re.compile(f"(?:被)?(?:{_CHECK_WORD})出")
_FOREIGN = re.compile(
    r"\s*(?:百分点|设区市|地级以上市|地级市|市州|州市|县市|市县|月|工作日|自然日|季度|年|小时|分钟|方面|栏目|问题|链接|错|断链|死链|师市|团场|镇街|镇办|镇(?!级|政府|人民)|市(?!级|直|属|政府|人民)|县(?!级|直|属|(?:\([^()]*\)|\s)*(?:政府|人民|门户|网站))|区(?!级|直|政府|人民|门户|网站)|地区|乡镇|街道|州(?!级|直|属|政府|人民)|省(?!级|直|属|政府|人民)|"
    r"(?:国务院|各)?(?:省|市|县|区|州|自治区)?(?:直属?|级|属)?(?:部门|机关|机构|委办局)(?!网站|政府|门户|新媒体|政务|子网站|官方)"
    r"|(?:各)?(?:省|市|县|区|州|自治区)?(?:直属?|级|属)?单位(?!的?(?:网站|政府|门户|子网站)|新媒体|政务)|指标|条|项|类|次|层级|渠道|环节|版块|板块|专栏|频道|页面|信息|文件|政策|事项|留言|批次|轮|文字|表述|人|课题|平台|系统|群|等次|等级|档次|档|类别)"
)
_OWN = re.compile(rf"家(?:(?!{_CHECK_WORD})[^,\d共的个家]){{1,14}}?(?:政府|门户|部门)(?:门户)?(?:网站|新媒体)")
_TIMES = re.compile(rf"\s*(?:常态|全面|全覆盖|日常|专项|集中|人工|随机)*(?:化|性)?(?:的)?(?:{_CHECK_WORD}|全覆盖)")
_ZERO = re.compile(
    "(?:未发现|没发现|未检查出|未查出|未出现|未产生|没有发现|没有|无(?!法|效|障碍|关|故)|未有|暂无|暂未发现|不存在|未存在)"
    "(?:存在|出现|有)?(?P<gap>[^,合]{0,16}?)(?:不合格|不达标|单项否决|突出问题|严重问题)(?!率)"
)
_HARM = re.compile("安全|泄密|事故|隐患")
_ALL_GOOD = re.compile("(?:全部|均|都|全)(?:为|已|达到|达)?(?:合格|达标|符合)(?!率)")
_REST = re.compile("其余|其他|其它|另外|剩余")
_REST_ALONE = re.compile(f"(?:{_REST.pattern})(?:的|有|为|共|\\s){{0,3}}$")
REGIONS = re.compile("各?地(?:区|方)")
LISTING = re.compile("其中|包括|包含|分别(?:是|为):|按[^,]{2,14}分$")
WHOLE = re.compile("(?:全|我|本)(?:省|市|县|区|州|旗|盟|国)|总体|整体")
_SETTLED = re.compile("已有结论的")
"""A rate of part of what was checked: what is undecided is left out."""
_NOT_HERE = re.compile("(?:未|没有|均未|都未|不)涉及(?:到)?(?:我|本)?[\u4e00-\u9fff]{0,6}?(?:省|市|县|区|州|旗|盟|地区)")
_CHECKED_GOOD = re.compile(rf"(?:{_CHECK_WORD})的?\s?\|[^,]{{0,12}}(?:全部|均|都)(?:为)?(?:合格|达标)")
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
_COORDINATED = re.compile(r"[、和与及]")
_NOUN_END = re.compile(
    r"(?:的)?(?:总数|数量|总量|账号|帐号)?(?:共计|共有|总计|合计|现有|仍有|尚有|分别|均|共|计|有|为|是|达到|达|约|已|了|各|:|\s|”|\"|’)*$"
)
_STOP = re.compile(
    f'{_CHECK_WORD}|随机|发现|除了?|占|运行|在册|在线|情况|的|对|共计|总计|合计|通报|共|了|其中|即|有|以|等|这|该|上述|报备|已|新开办的?|为|是|中|从|经|在|全部|累计|目前|本次|此次|本月|本季度|合格|问题|家|个|年|月|季度|[:、和与]|及(?!其)|以及|数量|“|”|"|开设|开通|登记|备案|纳入|管理|参检|增加|减少|上升|提高|下降|至|到'
)
_NARROW = re.compile("部门|地方|门户|区|县|乡|镇|街道|市|州|地区|盟|旗|省级|委办局|子网站|直属|高校|医院|学校")
_BROAD = re.compile(
    "(?:各)?(?:地方|地区)[、和与及](?:国务院)?各?部门|(?<!国务院)(?:全|我|本|各)(?:省|市|县|区|州|旗|盟|国|地区|部门)"
    "|各级|各类|政府系统|各地|本地|区域|自治区"
)
_HELD = "\ue000"
_LEVELS = re.compile(f"\\([市县区州旗盟、{_HELD}]{{1,8}}\\)")
_PAREN = re.compile(r"\([^()\n]{0,160}\)")
_TITLE = re.compile(r"《[^《》\n]{0,80}》")
_QUOTED = re.compile(r"“[^“”\n]{0,60}”")
_SYSTEM = re.compile(
    '全国(?:政府网站|政府系统|政务新媒体|政务公开)[^,。;、"”\n]{0,16}?(?:系统|平台)'
    "|(?:政府网站|政务新媒体)?信息?报送系统|(?:列入|纳入)全国[^,。;\n]{0,4}普查(?:工作|范围)?"
)
_ONLY_NUMBER = re.compile(rf"\(\s*\d[\d,.]{{0,12}}\s*(?:{_UNIT})?\s*\)|\(次\)")
_TELLING = re.compile(r"合格|占|比例|覆盖率|检查率|抽查率")
_HEAD = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d))")


def normalise(text: str) -> str:
    """``text`` with full-width digits and punctuation narrowed; every character keeps its place."""
    return text.translate(WIDE)


def masked(plain: str) -> str:
    """Blanks what must not be read (titles, system names, most brackets); lengths and places stay. A 、 inside 县(市、区) parts
    no list and is held back by ``_HELD``."""

    def bracket(match: re.Match[str]) -> str:
        inside = match.group()
        if _LEVELS.fullmatch(inside):
            return inside.replace("、", _HELD)
        if _ONLY_NUMBER.fullmatch(inside):
            return " " + inside[1:-1] + " "
        telling = _TELLING.search(inside) and (any(char.isdigit() for char in inside) or "均" in inside or "全部" in inside)
        if telling and not _AGO.search(inside) and not _VERSUS.search(inside):
            return "," + inside[1:-1] + ","
        return " " * len(inside)

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group())

    return _PAREN.sub(bracket, _PAREN.sub(bracket, _SYSTEM.sub(blank, _TITLE.sub(blank, plain))))


def untitled(plain: str) -> str:
    """Blanks the titles of documents and systems, whose periods, areas and offices are not those of the text; its own title stays."""

    def blank(match: re.Match[str]) -> str:
        start = plain.rfind("\n", 0, match.start()) + 1
        stop = plain.find("\n", match.end())
        alone = not plain[start : match.start()].strip() and not plain[match.end() : stop if stop >= 0 else len(plain)].strip()
        return match.group() if alone else " " * len(match.group())

    cited = _TITLE.sub(blank, plain)
    return _QUOTED.sub(lambda match: " " * len(match.group()), _SYSTEM.sub(lambda match: " " * len(match.group()), cited))


def heading(plain: str) -> tuple[int, int] | None:
    """(level 1 to 3, end) of the heading a paragraph begins with, or None."""
    match = _HEAD.match(plain)
    if match is None:
        return None
    mark = match.group().strip()
    level = 2 if mark.startswith("(") else 3 if mark[0].isdigit() else 1
    stop = plain.find("。")
    end = len(plain) if stop < 0 else stop
    return (level, end) if end - match.start() <= 60 else (level, match.end())


_MAX_CLAUSE = 600
_BREAK = re.compile(r"[。;!?]|…+|(?:——)|,|(?<=情况):|(?<=如下):|(?<=结果):|(?<=结果为):|(?<=显示):")


def clauses(paragraph: str, offset: int) -> Iterator[Clause]:
    """The clauses of a paragraph: cut at commas (not those inside 4,219), full stops, semicolons and ellipses."""
    start, breaks, parted = 0, True, False
    for match in _BREAK.finditer(paragraph):
        while match.start() - start > _MAX_CLAUSE:
            yield Clause(paragraph[start : start + _MAX_CLAUSE], offset + start, breaks, parted)
            start, breaks, parted = start + _MAX_CLAUSE, False, False
        at, mark = match.start(), match.group()
        if mark == "," and paragraph[at - 1 : at].isdigit() and re.match(r"\d{3}(?!\d)", paragraph[at + 1 : at + 5]):
            continue
        yield Clause(paragraph[start:at], offset + start, breaks, parted)
        start, breaks, parted = match.end(), mark[0] in "。!?", mark == ";"
    for piece in range(start, len(paragraph), _MAX_CLAUSE):
        yield Clause(paragraph[piece : piece + _MAX_CLAUSE], offset + piece, breaks and piece == start, parted and piece == start)


_COUNT_ALONE = re.compile(rf"\s*(?:{SITE_NOUN}|{_ACCOUNT_NOUN})(?:账号|帐号)?\s?(?:{_COUNT.pattern})\s*")


def goes_on(clause: Clause) -> bool:
    """Whether a clause is but a noun with its count, and so goes on with the list before it (共检查网站56个,政务新媒体50个)."""
    return not (clause.breaks or clause.parted) and _COUNT_ALONE.fullmatch(clause.text) is not None


def shares_after(plain: str, at: int) -> int:
    """How many more shares a list goes on with (、98.0%、99.2%)."""
    run = _SHARES_AFTER.match(plain, at)
    return sum(1 for _ in _SHARE.finditer(run.group())) if run else 0


_ANY_COUNT = re.compile(r"(?<![\d.第])(\d{1,9})\s?(?:家|个|条|项|件|处|款|户)(?!百分点|工作日|月|季度)")


def counts_between(plain: str, start: int, end: int) -> set[int]:
    """All that is counted in a stretch outside brackets, of whatever kind."""
    return {int(match.group(1)) for match in _ANY_COUNT.finditer(_PAREN.sub("", plain[start:end]))}


def nouns(text: str) -> list[tuple[SubjectKind, str, int, int]]:
    """Subject nouns in order: kind, platform, start, end. 今日头条账号 is one."""
    found: list[tuple[SubjectKind, str, int, int]] = []
    for match in _NOUN.finditer(text):
        word = match.group()
        kind = SubjectKind.SITE if match.lastgroup == "site" else SubjectKind.ACCOUNT
        platform = _PLATFORM_OF.get(word, "")
        if word in ("账号", "帐号", "新媒体账号") and found and kind is found[-1][0] and match.start() - found[-1][3] <= 1:
            found[-1] = (*found[-1][:3], match.end())
        else:
            found.append((kind, platform, match.start(), match.end()))
    return found


_VERB_IN_LIST = re.compile(f".{{0,150}}(?:{_CHECK_WORD}|其中|包括|发现)(?:了|出)?|^(?:对|在|以|由|为|的|了)")
_MEANT = re.compile(
    "[省市县区州盟旗乡镇国级类]|部门|单位|机构|系统|地方|地区|街道|政府|门户|委|局|厅|所属|下属|直属|属|专项|专题|管|学校|高校|医院|企业|其他|其它|其余"
)
_BROAD_LIST = re.compile("(?:[各本]?(?:地方|地区|部门)[、和与及]){1,10}$")
_OFFICES_RUN = re.compile(
    "(?:部门|机构|单位|[省市县区州]直|直属|[厅局部]属)(?=(?:(?:目前|现|实际|正在|正常|在线|在网|在){0,3}运行的?|(?:共计|共|现)?有)$)"
)
_OPENED = re.compile("(?:共)?(?:开设|开办|开通|主办|建有)的?$|(?<=机构|单位|部门|企业)的$")


def _scope(text: str) -> str:
    """What stands directly before a noun: 全省, 门户, 拉萨市."""
    text = _OPENED.sub("", text)
    run = _OFFICES_RUN.search(text[-18:])
    text = text[: len(text[:-18]) + run.end()] if run else text
    tail = text[-18:]
    cut = 0
    for match in _STOP.finditer(tail):
        cut = match.end()
    scope = tail[cut:].strip()
    listed = _AREA_LIST.search(text[-120 : len(text) - len(tail) + cut]) if is_narrow(scope) else None
    names = _VERB_IN_LIST.sub("", listed.group()) if listed else ""
    broad = None if listed else _BROAD_LIST.search(text[-40 : len(text) - len(tail) + cut])
    return (broad.group() if broad else names) + scope


_CLASS = re.compile("门户|部门|地方|省级|省直|市级|市直|县级|乡镇|街道|子网站|高校|医院|学校|直属|县|区|州|盟|旗|乡|镇|市")


def classes(scope: str, noun: str) -> frozenset[str]:
    """What kind of part a scope names, without the whole area (全省各级); none for a list of names (甲县、乙县人民政府)."""
    if "、" in scope or scope.endswith("人民政府"):
        return frozenset()
    return frozenset(_CLASS.findall(_BROAD.sub("", scope) + noun))


def is_narrow(scope: str, noun: str = "") -> bool:
    """Whether a scope names a part (门户, 拉萨市) and not the whole area (全省各级)."""
    return "门户" in noun or "子" in noun or bool(_NARROW.search(_BROAD.sub("", scope)))


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
        scope = fact.scope.replace(_HELD, "、") if _MEANT.search(fact.scope) else ""
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
    if re.match(rf"\s?(?:{_FAULT})(?!率)", text[last.end :]):
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
            ways = list(_WAY.finditer(text, 0, value.start()))
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


def is_past(text: str) -> bool:
    """Whether a clause tells of an earlier period alone (去年同期抽查…), not of a comparison with it."""
    if not _EARLIER.search(text) or RECHECK.search(text):
        return False
    return not _VERSUS.search(text) and not _FROM_AGO.search(text) and not _NOW.search(text)


def is_present(text: str) -> bool:
    """Whether a clause says that it tells of now."""
    return bool(_NOW.search(text))


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
    parts = frozenset[str]().union(*(classes(_scope(text[: item[2]]), text[item[2] : item[3]]) for item in named))
    scope = _scope_of_all(text, named)
    zero = _ZERO.search(text)
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
    if good and not counted and not _REST.search(text[: good.start()]) and (areas or not _AREAS.search(text)):
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
    if full and not _VERSUS.search(text[: full.start()]) and not _AGO.search(text[: full.start()]) and not _ROUND.search(text):
        yield Fact(Role.FULL, start + full.start(), start + full.end(), joined=counted, recheck=recheck)
    elif not counted and _DONE.search(text) and "抽" not in text:
        yield Fact(Role.CHECK, start, start + len(text))


def _scope_of_all(text: str, named: list[tuple[SubjectKind, str, int, int]]) -> str:
    """The parts that nouns of one kind name together (门户网站和直属单位), or ''."""
    scopes = [_scope(text[: item[2]]) for item in named]
    narrow = any(is_narrow(scope, text[item[2] : item[3]]) for scope, item in zip(scopes, named, strict=True))
    if not narrow or len({item[0] for item in named}) > 1 or named[-1][2] - named[0][2] > 30:
        return ""
    return scopes[0] + text[named[0][2] : named[-1][2]]


def _share_fact(
    clause: Clause, token: _Token, areas: Areas | None, pre: str, post: str, listing: bool, sub: bool, recheck: bool
) -> Fact | None:
    start, end = clause.start + token.start, clause.start + token.end
    value = clause.text[token.start : token.end].replace(" ", "")
    kinds = [(match.lastgroup, match.start()) for match in _WORD.finditer(pre)]
    kind, at = kinds[-1] if kinds else (None, 0)
    words = pre if kind != "to" or nouns(pre) else clause.text[: token.start]
    found = nouns(words)
    scope = _scope(words[: found[-1][2]]) if found else ""
    owner = None if found else _LEVEL.search(words)
    if owner and _UNIT_NAME.search(owner.group("who")) and (WHOLE.fullmatch(owner.group("who")) or not _BROAD.search(owner.group("who"))):
        scope = owner.group("who")
    subjects: tuple[tuple[SubjectKind, str], ...] = (found[-1][:2],) if found else ()
    if kind == "before" or _FORMULA.search(pre) or _IN_TURN.match(clause.text, token.end):
        return None
    if _ATTRIBUTE.match(post) or (areas is None and _AREAS.search(clause.text[: token.start])):
        return None
    if _LIMIT_PRE.search(pre) or _LIMIT_POST.match(clause.text, token.end):
        return Fact(Role.BOUND, start, end, value, subjects=subjects) if kind in ("rate", "fail", "cover") else None
    if kind in ("rate", "fail") and _AGO.search(pre[:at]) and not re.search("[,]", pre[:at]):
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
    subjects, scope, noun, number_first = _subject(pre, local)
    if unit == "次":
        subjects = ()
    if not subjects and ("%" in head[-6:] or _MOVED_TO.search(pre)):
        subjects = tuple(item[:2] for item in nouns(head)[-1:])
    were = _OURS_WERE.search(text)
    ours = _OURS_OF_MORE.search(pre) or (were if were and were.start() < token.start < were.end() else None)
    if leads and not subjects and _LEVEL_ALONE.fullmatch(local):
        shared = nouns(text[token.end :])[:1]
        subjects, scope, noun = tuple(item[:2] for item in shared), local.strip(), ""
    role = _verdict(pre, local, leads and local == post)
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
    if role in (Role.UNQUALIFIED, Role.SOFT, Role.PROBLEMS) and (recheck or _NAMED_THEN.search(pre)) and _MENDED.search(local):
        return None
    if role is not None and _AGO.search(pre):
        role = Role.OTHER
    if _MOVED_TO.search(pre):
        fault = re.search(rf"(?:{_FAULT})(?!率)", head)
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
        role = _plain_role(text, pre, post, head, following, last_role, joined, number_first)
        if role is None:
            return None
    elif last_role is None or last_role in COUNTS:
        joined = bool(re.search("、|和|与|及", pre)) and last_role in (Role.UNQUALIFIED, Role.SOFT, Role.PROBLEMS, Role.QUALIFIED)
    scope = next(filter(None, ours.groups())) if ours and not scope else scope
    if role is Role.QUALIFIED and not recheck and _MENDED.search(local):
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
        rest=bool(_REST_ALONE.search(pre))
        or (role in COUNTS and bool(_REST.search(pre) or _REST.match(scope)))
        or (role in COUNTS and bool(scope) and not WHOLE.search(scope) and not _BROAD.search(scope)),
    )


def _subject(pre: str, local: str) -> tuple[tuple[tuple[SubjectKind, str], ...], str, str, bool]:
    """The noun a count counts: directly before it, else directly after it, else the last one before it in the clause."""
    ahead = nouns(pre)
    if ahead and _NOUN_END.fullmatch(pre[ahead[-1][3] :]):
        run = _joined(pre, ahead)
        return _kinds(run), _scope(pre[: run[0][2]]), pre[run[-1][2] : run[-1][3]], False
    behind = nouns(local)
    if (
        behind
        and behind[0][2] <= 24
        and not re.match(r"\s*(?:为|是|即|:|分别)", local)
        and (_WAS_CHECKED.match(local) or not re.search(f"{_CHECK_WORD}|发现|占", local[: behind[0][2]]))
    ):
        first = behind[0]
        if len(behind) > 1 and behind[1][2] - first[3] <= 1 and behind[1][0] is first[0]:
            first = (first[0], first[1] or behind[1][1], first[2], behind[1][3])
        scope = _scope(local[: first[2]]) or _scope(pre)
        return (first[:2],), scope, local[first[2] : first[3]], True
    if ahead:
        last = ahead[-1]
        return (last[:2],), _scope(pre[: last[2]]), pre[last[2] : last[3]], False
    return (), _scope(_HAVING.sub("", pre)), "", False


def _joined(text: str, named: list[tuple[SubjectKind, str, int, int]]) -> list[tuple[SubjectKind, str, int, int]]:
    """The last nouns that only 和 or 、 parts: one count counts them together."""
    first = len(named) - 1
    while first and re.fullmatch("[和与及、]", text[named[first - 1][3] : named[first][2]]):
        first -= 1
    return named[first:]


def _kinds(run: list[tuple[SubjectKind, str, int, int]]) -> tuple[tuple[SubjectKind, str], ...]:
    """The kinds of nouns counted together, each once: 政务账号和移动客户端 are accounts, 微信、微博 those of both platforms."""
    found: dict[SubjectKind, list[str]] = {}
    for kind, platform, _, _ in run:
        found.setdefault(kind, []).append(platform)
    return tuple((kind, "、".join(dict.fromkeys(names)) if all(names) else "") for kind, names in found.items())


_OF_ONE = re.compile("[是为有的][\u4e00-\u9fff]{1,8}[市县区州盟旗局委厅]\\s*$")
_HAVING = re.compile("(?:共|仍|还|也|均|各)?有$")


def _verdict(pre: str, local: str, leads: bool) -> Role | None:
    """The role a verdict word gives a count, or None. A word that leads up to the next count belongs to that one."""
    tail = _PRE_FAULT.search(pre)
    if tail and not _ZERO.search(pre) and not re.search(f"{_CHECK_WORD}|{_WAY.pattern}|整改|约谈|关停|其中|中有?$", tail.group("tail")):
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
    if after and not leads_on(local, after.end(), leads) and not re.search(f"{_CHECK_WORD}|基本|中|进行|开展", after.group("gap")):
        return Role.QUALIFIED
    if _OTHER.search(pre[-14:]) or _OTHER.search(local[:16]):
        return Role.OTHER
    return None


def leads_on(local: str, end: int, leads: bool) -> bool:
    """Whether what follows a verdict word runs straight into the next count (网站200家不合格网站1家)."""
    return leads and not _COORDINATED.search(local[end:]) and _NOUN_END.search(local[end:]) is not None and len(local) - end <= 12


def of_one_kind(plain: str, start: int, end: int) -> bool:
    """Whether a clause counts those with one problem among others (13家网站存在错别字问题): not all that have any, unless the rest is
    said to be in order."""
    marks = ",。;!?\n"
    clause = (
        re.split(f"[{marks}]", plain[max(0, start - 80) : start])[-1] + plain[start:end] + re.split(f"[{marks}]", plain[end : end + 80])[0]
    )
    return re.search(_WEAK, clause) is not None and not _ANY_PROBLEM.search(clause) and not _REST_GOOD.match(plain, end)


def _plain_role(
    text: str, pre: str, post: str, head: str, following: _Token | None, last_role: Role | None, joined: bool, number_first: bool
) -> Role | None:
    """Population, checked or a bare count, from verbs and markers."""
    if joined and last_role in COUNTS:
        return last_role
    if number_first and _EXISTS.search(pre) and not CHECK.search(text) and _NOUN_SAYS.match(post):
        return Role.OTHER
    if _SAME_AS_BEFORE.search(pre) or (_MENDED.search(text, len(head)) and not CHECK.search(head)):
        return Role.OTHER
    if _WAS_CHECKED.match(post):
        return Role.CHECKED
    if not number_first and _AMONG.search(pre) and _SAYS.match(post):
        return Role.OTHER
    if _TOLD_OF.match(post) and ("发现" in pre or _EXISTS.search(pre) or "互动" in post):
        return Role.OTHER
    if _FOUND_OUT.search(post) or _OPENS.search(post) or _DOES.match(post) or _CHECK_HAS.search(pre):
        return Role.OTHER
    if re.search(f"(?:{_CHECK_WORD})(?:到|过)?的$", pre):
        return Role.CHECKED
    if following is not None and re.search(f"中|{_CHECK_WORD}|比例", post) and not _COORDINATED.search(post):
        return Role.POPULATION
    if last_role is Role.POPULATION and re.search(f"中|{_CHECK_WORD}|比例", pre):
        return Role.CHECKED
    if _REGULAR.search(post) and not CHECK.search(pre):
        return Role.POPULATION
    if CHECK.search(pre) or (last_role is None and CHECK.search(head)):
        return Role.CHECKED
    if CHECK.search(_CHECKED_SHARE.sub("", text[len(head) :])):
        return Role.CHECKED
    if _EXISTS.search(pre) or _exists(post):
        return Role.POPULATION
    told = _TOLD_OF.match(post) or _REST_ALONE.search(pre) or (not number_first and _SAYS.match(post))
    return Role.OTHER if told else Role.BARE


def _exists(post: str) -> bool:
    """Whether what follows a count says that so many exist: not what they did or did not do (7家网站开设了专栏, 9个账号未备案)."""
    found = _EXISTS.search(post)
    if found is None or _TOLD_OF.match(post):
        return False
    return found.group() not in ("开设", "开办", "开通", "建有", "拥有") or post.startswith("的", found.end())
