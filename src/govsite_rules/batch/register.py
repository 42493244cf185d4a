"""A register of accounts (政务新媒体台账) as offices keep it: title rows above, notes below, columns of their own between."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from attrs import evolve, frozen

from ..errors import InputError
from ..parse.feeds import FORMATS, platform_of
from ..values.dates import DateReading, DateSource
from ..values.feed import AccountProfile, PlatformName
from ..values.subject import RunningStatus
from .readers import FLAG, MOMENT, READING, TEXT, Reader, choice, empty
from .records import LEVEL
from .sheets import Sheet, read_sheets
from .tables import Field, Table

_MONTH = re.compile(r"((?:19|20)\d\d)(?:年|\.(0?[1-9]|1[0-2]))?", re.ASCII)
_SUMS = ("合计", "总计", "共计", "小计", "总数")
_SEARCHED = 30
"""How many rows from the top the heading row is looked for in."""


@frozen
class Account:
    """One row of a register: the account, where its row stands, and what the row says of its feed.

    ``number`` is its 序号 and ``id`` its 账号ID, as written; the profile's key is its own inside the register. ``opened`` keeps an
    opening date of which the day is not given. ``problem``: why the row cannot be used; the profile holds what could be read.
    """

    profile: AccountProfile
    file: str = ""
    row: int = 0
    number: str = ""
    id: str = ""
    opened: DateReading | None = None
    feeds: tuple[str, ...] = ()
    format: str | None = None
    fetched_at: datetime | None = None
    complete: bool | None = None
    problem: InputError | None = None


@frozen
class Register:
    """The accounts of a register in its order. ``notes`` are (kind, detail): ``register_extra_columns``,
    ``register_rows_skipped``, ``register_sheets_skipped``."""

    accounts: tuple[Account, ...]
    notes: tuple[tuple[str, str], ...] = ()


PLATFORM_TITLES: dict[str, tuple[str, str]] = {
    PlatformName.WECHAT: ("微信公众号", "WeChat"),
    PlatformName.WEIBO: ("微博", "Weibo"),
    PlatformName.DOUYIN: ("抖音", "Douyin"),
    PlatformName.KUAISHOU: ("快手", "Kuaishou"),
    PlatformName.TOUTIAO: ("今日头条", "Toutiao"),
    PlatformName.CHANNELS: ("视频号", "Channels"),
    PlatformName.MINI_PROGRAM: ("小程序", "mini program"),
    PlatformName.APP: ("移动客户端", "app"),
    PlatformName.OTHER: ("其他", "other"),
}
"""Platforms in Chinese and English, as registers and bulletins print them."""

STATUS = choice(
    RunningStatus,
    {
        **dict.fromkeys(("正常运行", "正常", "运行", "运行中", "运营", "运营中", "正常运营", "在用", "在运行"), RunningStatus.RUNNING),
        **dict.fromkeys(("暂停", "暂停运行", "暂停运营", "临时下线"), RunningStatus.SUSPENDED),
        **dict.fromkeys(("注销中", "拟注销", "申请注销", "正在注销", "拟关停", "申请永久下线"), RunningStatus.CLOSING),
        **dict.fromkeys(("已注销", "注销", "已关停", "关停", "已关闭", "关闭", "停用", "已停用"), RunningStatus.CLOSED),
    },
)


def _format(value: object) -> str:
    text = TEXT.parse(value).lower()
    if text not in FORMATS:
        raise ValueError
    return text


def _level(value: object) -> str:
    """The id of a level that is known, else the office's own word."""
    try:
        return LEVEL.parse(value)
    except ValueError:
        return TEXT.parse(value)


def _files(value: object) -> tuple[str, ...]:
    return tuple(name for part in re.split(r"[;；\n]", TEXT.parse(value)) if (name := part.strip()))


def _account(
    name: str,
    platform: str = "",
    status: RunningStatus = RunningStatus.RUNNING,
    opened: DateReading | None = None,
    number: str = "",
    feed: tuple[str, ...] = (),
    format: str | None = None,
    fetched_at: datetime | None = None,
    complete: bool | None = None,
    publishes: bool | None = None,
    **texts: str,
) -> Account:
    known = platform_of(platform)
    day = opened.date if opened else None
    profile = AccountProfile(
        name=name,
        platform=known,
        platform_text=platform if known is PlatformName.OTHER else "",
        status=status,
        opened_on=day,
        publishes=publishes,
        **texts,
    )
    return Account(profile, "", 0, number, profile.key, None if day else opened, feed, format, fetched_at, complete)


def _opened(value: object) -> DateReading:
    """A date, or the month or year alone (2019.05, 2019年). In 2019.1 the month may be 10: a spreadsheet drops the zero."""
    try:
        return READING.parse(value)
    except ValueError:
        found = _MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
        if isinstance(value, int) and not isinstance(value, bool):
            found = _MONTH.fullmatch(str(value))
        if found is None:
            raise
        month = None if found[2] in (None, "1") else int(found[2])
        return DateReading(int(found[1]), month, raw=str(value), source=DateSource.CALLER)


def _field(name: str, reader: Reader[Any], headings: str, about: tuple[str, str], *, required: bool = False) -> Field:
    return Field(name, reader, tuple(headings.split()), required, about)


REGISTER = Table(
    "accounts",
    _account,
    (
        _field("number", TEXT, "序号 编号 no", ("序号，原样列出", "number in the register, shown as it is")),
        _field(
            "platform",
            TEXT,
            "平台 平台名称 平台类型 发布平台 账号平台 新媒体类型 账号类型 类型 类别",
            ("平台，如微信公众号", "platform"),
        ),
        _field(
            "name",
            TEXT,
            "账号名称 帐号名称 账号 帐号 新媒体名称 政务新媒体名称 账号名 名称 account",
            ("账号名称", "name of the account"),
            required=True,
        ),
        _field(
            "key",
            TEXT,
            "账号ID 帐号ID 账号标识 账号编号 原始ID 微信号 ID account_id",
            ("账号在平台上的标识", "its identifier on the platform"),
        ),
        _field("owner", TEXT, "主办单位 开办单位 主办单位名称 责任单位", ("主办单位", "the body that runs it")),
        _field("supervisor", TEXT, "主管单位 主管部门 上级主管单位 主管单位名称", ("主管单位", "the supervising body")),
        _field(
            "region",
            TEXT,
            "地区 所属地区 所在地区 区域 区县 行政区划 行政区划代码 area",
            ("地区，用于分地区汇总", "area, for the summary by area"),
        ),
        _field("level", Reader(_level, LEVEL.expected), "层级 级别 行政层级 行政级别", ("层级", "level of the body")),
        _field(
            "status",
            STATUS,
            "状态 运行状态 账号状态 运营状态",
            ("运行状态，默认正常运行", "running status, running by default"),
        ),
        _field(
            "opened",
            Reader(_opened, "an existing date, or a month such as 2019.05"),
            "开设时间 开设日期 开通时间 开通日期 开办时间 opened_on",
            ("开设日期；只知年月也可", "when it was opened; the month alone will do"),
        ),
        _field("registration", TEXT, "备案编号 备案号 登记编号", ("备案编号", "registration number")),
        _field(
            "publishes",
            FLAG,
            "是否发布信息 是否发布 是否有信息发布功能 信息发布功能",
            ("是否发布信息；不发布的不按更新情况检查", "whether it publishes; one that does not is not judged by its updates"),
        ),
        _field(
            "feed",
            Reader(_files, "names of files, separated by semicolons"),
            "数据文件 推送文件 文件名 文件 file",
            ("推送数据的文件名，多个用分号隔开", "files with its posts, separated by semicolons"),
        ),
        _field(
            "format",
            Reader(_format, "one of " + ", ".join(FORMATS)),
            "格式 数据格式",
            ("推送数据的格式；为空时按内容识别", "format of these files, told by content where empty"),
        ),
        _field(
            "fetched_at",
            MOMENT,
            "采集时间 抓取时间 获取时间",
            ("采集时间，须带时区", "when its posts were fetched, with the zone"),
        ),
        _field(
            "complete",
            FLAG,
            "数据完整 推送完整 是否完整",
            ("所给推送是否完整", "whether these are all its posts of the time they cover"),
        ),
    ),
    about=("政务新媒体台账", "the register of accounts"),
)

_HEADINGS = {name.lower(): field.name for field in REGISTER.fields for name in (field.name, *field.aliases)}


def read_register(data: bytes, *, file: str) -> Register:
    """The accounts of a register, CSV or workbook, whose heading row stands among the first rows of a sheet.

    A row that cannot be used is an account with a ``problem``. Raises InputError where no sheet has a heading row.
    """
    accounts: list[Account] = []
    extra: dict[str, None] = {}
    skipped: list[str] = []
    without: list[str] = []
    sheets = read_sheets(data, file=file)
    for sheet in sheets:
        where = f"{file}[{sheet.name}]" if len(sheets) > 1 else file
        found = _heading_row(sheet)
        if found is None:
            if sheet.rows:
                without.append(sheet.name)
            continue
        place, headings = found
        columns = _columns(headings, where, sheet.rows[place][0])
        extra.update((str(text).strip(), None) for at, text in enumerate(headings) if at not in columns and not empty(text))
        for row, cells in sheet.rows[place + 1 :]:
            values = {columns[at]: cell for at, cell in enumerate(cells) if at in columns and not empty(cell)}
            if _is_no_account(values, cells, headings):
                skipped.append(f"{where}:{row}" if len(sheets) > 1 else str(row))
            else:
                accounts.append(_read(values, {columns[at]: str(headings[at]).strip() for at in columns}, where, row))
    if len(without) == sum(bool(sheet.rows) for sheet in sheets):
        raise InputError("no heading row", file=file, expected="a row with 账号名称 and other headings, such as 平台 and 主办单位")
    told = (("register_extra_columns", extra), ("register_rows_skipped", skipped), ("register_sheets_skipped", without))
    return Register(tuple(_keyed(accounts)), tuple((kind, _listed(list(names))) for kind, names in told if names))


def plain(text: str) -> str:
    """A name as it is compared: one width, one case, no white space, no quotation marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s“”\"'‘’《》「」]", "", folded)


def _meaning(heading: object) -> str | None:
    """The field that a heading means: 开设时间（年月日）and “*账号名称” are known ones."""
    if not isinstance(heading, str):
        return None
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", heading[:200]))
    return _HEADINGS.get(re.sub(r"\([^()]*\)", "", text).strip("*:.").lower())


def _heading_row(sheet: Sheet) -> tuple[int, tuple[object, ...]] | None:
    for place, (_, cells) in enumerate(sheet.rows[:_SEARCHED]):
        meant = {_meaning(cell) for cell in cells}
        if "name" in meant and len(meant - {None}) > 1:
            return place, cells
    return None


def _columns(headings: Sequence[object], file: str, row: int) -> dict[int, str]:
    """The field under each heading; of two that mean the same the canonical one counts, and the same heading twice is refused."""
    columns: dict[int, str] = {}
    for at, heading in enumerate(headings):
        field = _meaning(heading)
        if field is None:
            continue
        twin = next((other for other, name in columns.items() if name == field), None)
        if twin is not None:
            raise InputError(
                f"two columns of the same meaning, {str(headings[twin]).strip()!r} too",
                file=file,
                row=row,
                field=field,
                value=str(heading).strip(),
                expected="one column for each",
            )
        columns[at] = field
    return columns


def _is_no_account(values: Mapping[str, object], cells: Sequence[object], headings: Sequence[object]) -> bool:
    """A heading row again, or a line below the table (合计, 填表人, 注)."""
    if tuple(cells) == tuple(headings) or str(values.get("number", "")).strip().startswith(_SUMS):
        return True
    return "name" not in values and len(values.keys() - {"number"}) < 2


def _read(values: Mapping[str, object], headings: Mapping[str, str], file: str, row: int) -> Account:
    try:
        return evolve(REGISTER.record(values, file=file, row=row), file=file, row=row)
    except InputError as error:
        field = headings.get(error.field or "", error.field)
        problem = InputError(error.message, file=file, row=row, field=field, value=values.get(error.field or ""), expected=error.expected)
        told = {name: str(values.get(name) or "").strip()[:200] for name in ("name", "platform", "key", "owner", "region", "number")}
        return evolve(_account(**told), file=file, row=row, problem=problem)  # type: ignore[arg-type]


def _keyed(accounts: Iterable[Account]) -> list[Account]:
    """Every account with a key of its own: its identifier, where two platforms share it with the platform before it, else platform
    and name. One account on one platform is one unit: a second row of it has a problem."""
    given = list(accounts)
    owners = Counter(id for id, _ in {(plain(a.profile.key), _platform(a)) for a in given if a.profile.key})
    rows: dict[str, Account] = {}
    keyed = []
    for account in given:
        profile = account.profile
        alone = profile.key and owners[plain(profile.key)] == 1
        key = profile.key if alone else f"{_platform(account)}:{profile.key or profile.name}"
        first = rows.setdefault(plain(key), account)
        if first is not account and account.problem is None:
            same = f"the same account as row {first.row}"
            problem = InputError(same, file=account.file, row=account.row, field="name", value=profile.name, expected="one row for each")
            account = evolve(account, problem=problem)
            key = f"{key}#{account.row}"
        keyed.append(evolve(account, profile=evolve(profile, key=key)))
    return keyed


def _platform(account: Account) -> str:
    return account.profile.platform_text or account.profile.platform.value


def _listed(names: Sequence[str], most: int = 20) -> str:
    return ", ".join(names[:most]) + (f", … ({len(names)})" if len(names) > most else "")
