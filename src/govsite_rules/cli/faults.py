"""Errors in the language of the reader: what the library says of bad data in English, for those who read only Chinese."""

from __future__ import annotations

from collections.abc import Iterable

from ..batch.account_tables import ACCOUNT_TABLES
from ..batch.failure import Failure
from ..batch.records import HUMAN_TABLES, PROFILE, SITE_TABLES
from ..batch.tables import Field
from ..errors import InputError

_CHINESE: dict[str, str] = {
    # operating systems
    "No such file or directory": "没有这个文件或文件夹",
    "Is a directory": "这是一个文件夹",
    "Not a directory": "路径中有一段不是文件夹",
    "Permission denied": "没有权限",
    # what is wrong
    "no checklist {}; there are: {}": "没有检查指标 {}；现有 {}",
    "no checklist {}; nearest: {}": "没有检查指标 {}；最接近的是 {}",
    "checklist {} has no clause {}; nearest: {}": "检查指标 {} 没有条款 {}；最接近的是 {}",
    "cannot be read": "无法读取",
    "cannot be read ({})": "无法读取（{}）",
    "cannot be read: {}": "无法读取（{}）",
    "cannot be opened ({})": "无法打开（{}）",
    "the table {} has no such field": "表 {} 没有这一列",
    "the same field twice": "同一字段出现两次",
    "nothing given": "没有填写",
    "too many rows": "行数过多",
    "the same as row {}": "与第 {} 行重复",
    "the same heading twice": "列名重复",
    "more cells than headings": "单元格多于列名",
    "no heading row": "没有列名行",
    "no well-formed CSV ({})": "CSV 格式有误（{}）",
    "no well-formed JSON ({})": "JSON 格式有误（{}）",
    "no well-formed TOML ({})": "TOML 格式有误（{}）",
    "no JSON: {}": "不是 JSON（{}）",
    "no JSON object": "不是 JSON 对象",
    "a line is too long": "一行过长",
    "a line too long": "一行过长",
    "unknown or broken encoding": "编码未知或已损坏",
    "no text: it holds zero bytes": "不是文本文件：含有零字节",
    "neither CSV nor JSON Lines": "既不是 CSV 也不是 JSON Lines",
    "neither CSV nor a workbook": "既不是 CSV 也不是工作簿",
    "neither UTF-8 nor GB 18030": "既不是 UTF-8 也不是 GB18030",
    "an old or protected workbook": "旧格式或加了密码的工作簿",
    "an empty workbook": "空的工作簿",
    "no readable workbook ({})": "工作簿无法读取（{}）",
    "workbooks need openpyxl": "读取工作簿需要 openpyxl",
    "the workbook is too large": "工作簿过大",
    "the file is too large": "文件过大",
    "too many files": "文件过多",
    "the path leaves the folder": "路径离开了文件夹",
    "there is no such file": "没有这个文件",
    "there is no such folder": "没有这个文件夹",
    "there is no such file or folder": "没有这个文件或文件夹",
    "there is no such table": "没有这种表",
    "a symbolic link is not followed": "不读取符号链接",
    "not a regular file": "不是普通文件",
    "no crawl folder": "不是抓取文件夹",
    "nothing says whose site this is": "没有说明是哪个网站",
    "nothing says when the page was fetched": "没有说明页面的抓取时间",
    "nothing says when the feeds were fetched": "没有说明推送数据的采集时间",
    "nothing says whose pages an archive holds": "没有说明归档中是谁的页面",
    "a page without a body": "页面没有正文文件",
    "another body than row {} for the same address at the same time": "同一网址在同一时刻有与第 {} 行不同的正文",
    "more rows than the total of {}": "行数多于 {} 的总数",
    "fewer rows than the total of {}, which is said to be complete": "{} 注明完整，但行数少于总数",
    "speaks of a table that is not there": "注明了不存在的表",
    "the table is there twice, as {} too": "同一张表有两份，另一份是 {}",
    "not a table": "不是表",
    "not a list of tables": "不是表的列表",
    "several accounts of that name": "有几个同名账号",
    "the same id twice": "编号重复",
    "no moment of inspection": "没有监测时间点",
    "whether the account is new depends on the day": "账号是否新开设取决于具体日期",
    "the folder of the feeds leaves the folder": "推送数据文件夹不在本文件夹内",
    "no register": "没有台账",
    "two registers": "有两份台账",
    "two columns of the same meaning, {} too": "两列含义相同，另一列是 {}",
    "reading web archives needs fastwarc": "读取网页归档需要 fastwarc",
    "no page of this site in the archives": "归档中没有该网站的页面",
    "no page of this site in the archives ({})": "归档中没有该网站的页面（{}）",
    "nothing in the file says whose posts it holds": "文件中没有说明是谁的推送",
    "posts of several accounts": "含有几个账号的推送",
    "posts of another account": "是其他账号的推送",
    "a feed of another platform": "是其他平台的推送数据",
    "nothing was seen": "没有填写看到了什么",
    "ends before it starts": "结束早于开始",
    "no file fits the pattern": "没有文件符合通配符",
    "no result in it": "其中没有检查结果",
    "no result": "不是检查结果",
    "no result ({})": "不是检查结果（{}）",
    "one subject has two different results of one moment": "同一对象在同一时刻有两个不同的结果",
    "no code with a name": "没有代码和名称",
    "no header": "没有首行",
    "another kind of document": "是另一种文件",
    "no TOML: {}": "不是 TOML（{}）",
    "not a feed that is recognised": "不是可识别的推送数据",
    "an unknown feed format": "未知的推送数据格式",
    "a feed too large": "推送数据过大",
    "an empty feed": "推送数据是空的",
    "a feed with too many posts": "推送过多",
    # what was said and fits nothing
    "review by {}: no finding {}": "{} 的复核：没有发现 {}",
    "review by {}: {} speaks for {} targets": "{} 的复核：{} 涉及 {} 个对象",
    "declaration by {}: {} has no clause {}": "{} 的声明：{} 没有条款 {}",
    "declaration by {}: {} does not apply to this subject": "{} 的声明：{} 不适用于该对象",
    "waiver: no finding {}": "暂缓：没有发现 {}",
    "waiver: over since {}: {}": "暂缓：已于 {} 到期：{}",
    # what would be right
    "none": "无",
    "{}; a table needs 发布时间 and 标题": "{}；表格须有“发布时间”和“标题”",
    "{}, not {}": "{}，不是{}",
    "an HTML page": "网页",
    "markup": "标记文本",
    "a feed as {} or json": "下列形式的推送数据：{}、json",
    "the posts of one account": "一个账号的推送",
    "at most {} posts": "不超过 {} 条",
    "text of at most {} characters": "文字，不超过 {} 字",
    "the fault found, or 无 where there is none; empty means nobody judged": "发现的问题，没有问题填“无”；空表示没有人判断",
    "the text, or 无 where it is missing; empty means nobody looked": "内容，没有的填“无”；空表示没有人看过",
    "an absolute address with http:// or https:// and no spaces": "以 http:// 或 https:// 开头、没有空格的网址",
    "true or false (是 or 否); empty means unknown": "是或否（true、false）；空表示未知",
    "a whole number from 0": "不小于 0 的整数",
    "an HTTP status from 100 to 599": "100 至 599 的 HTTP 状态码",
    "a number of seconds from 0, such as 0.8": "不小于 0 的秒数，如 0.8",
    "an existing date and time with its zone, such as 2026-01-31T09:00:00+08:00": "存在的日期时间，须带时区，如 2026-01-31T09:00:00+08:00",
    "{}, in the row, in {}, or from the caller": "{}，写在该行、{} 中，或由调用者给出",
    "an existing date, such as 2026-01-31 or 2026-01-31 09:00": "存在的日期，如 2026-01-31 或 2026-01-31 09:00",
    "an existing date, or a month such as 2019.05": "存在的日期，或年月，如 2019.05",
    "an existing calendar day, such as 2026-01-31": "存在的日期，如 2026-01-31",
    "one or more values, separated by commas, 、, semicolons or spaces": "一个或多个值，用逗号、顿号、分号或空格分隔",
    "addresses separated by spaces or semicolons, or 无 where there are none": "网址，用空格或分号分隔；没有的填“无”",
    "names of files, separated by semicolons": "文件名，用分号分隔",
    "element classes such as 设定依据、办理地点, or 无 where none is missing": "要素类，如设定依据、办理地点；不缺填“无”",
    "interaction functions found working, such as 留言、私信, or 无 where there is none": "经试用有效的互动功能，如留言、私信；没有填“无”",
    "one of {}": "下列之一：{}",
    "a status, or {}": "状态码，或{}",
    "at most {} rows": "不超过 {} 行",
    "at most {} cells": "不超过 {} 个单元格",
    "at most {} bytes": "不超过 {} 字节",
    "at most {} bytes unpacked; or CSV": "解压后不超过 {} 字节；或用 CSV",
    "at most {}": "不超过 {}",
    "at least {}": "不少于 {}",
    "false, or a total of {}": "false，或总数 {}",
    "one value": "一个值",
    "one row for each": "每个一行",
    "one column for each": "每种一列",
    "one column for each heading": "每个列名一列",
    "the names of the columns in the first row": "第一行为列名",
    'comma-separated values, quoted with "': '用逗号分隔的值，需要时加 " 引号',
    "one JSON object a line": "每行一个 JSON 对象",
    "a JSON object": "一个 JSON 对象",
    "TOML in UTF-8": "UTF-8 编码的 TOML",
    "UTF-8 or GB18030": "UTF-8 或 GB18030",
    "UTF-8 or GB18030 text": "UTF-8 或 GB18030 编码的文本",
    "a name that ends in .csv or .jsonl": "以 .csv 或 .jsonl 结尾的文件名",
    "a name that ends in .csv or .xlsx": "以 .csv 或 .xlsx 结尾的文件名",
    "the table saved as .xlsx without a password, or as CSV": "另存为不加密码的 .xlsx，或 CSV",
    "a sheet with 发布时间 and 标题": "有“发布时间”和“标题”的工作表",
    "an .xlsx workbook, or CSV": ".xlsx 工作簿，或 CSV",
    "pip install 'govsite-rules[report]', or the table saved as CSV": "pip install 'govsite-rules[report]'，或另存为 CSV",
    "a file inside the folder, named relative to it": "文件夹内的文件，写相对于文件夹的名称",
    "a folder with {}, and {}": "有 {} 和 {} 的文件夹",
    "a folder with {}": "有 {} 的文件夹",
    "a {} with [site], or a profile from the caller": "含有 [site] 的 {}，或由调用者给出",
    "a file name, since the status is {}": "文件名，因为状态码是 {}",
    "one body for one address and time": "同一网址同一时刻一份正文",
    "one of the two": "两份中的一份",
    "one of them": "其中一个",
    "{}.csv or {}.jsonl": "{}.csv 或 {}.jsonl",
    "a register of accounts, or a folder with one": "政务新媒体台账，或有台账的文件夹",
    "a row with 账号名称 and other headings, such as 平台 and 主办单位": "含有“账号名称”和其他列名（如“平台”“主办单位”）的一行",
    "{}, or register = … in {}": "{}，或在 {} 中写 register = …",
    "{} or {}": "{} 或 {}",
    "the day it was opened": "开设的具体日期",
    "the folder of the feeds": "推送数据的文件夹",
    "a WARC file": "WARC 文件",
    "a column with the account's name": "有账号名称的一列",
    "a profile for each site": "每个网站的基本信息",
    "a moment from {} on": "{} 或以后的时间",
    "result files": "结果文件",
    "a file of results": "结果文件",
    "a text file": "文本文件",
    "a checklist file": "检查指标文件",
    "results as JSON or JSON Lines": "JSON 或 JSON Lines 形式的检查结果",
    "a file that --json wrote": "由 --json 写出的文件",
    "a crawl folder or a snapshot file": "抓取文件夹或快照文件",
    'a line with "schema": "{}"': '含有 "schema": "{}" 的一行',
    "code,name": "代码,名称",
    "a plan": "通报方案",
}
"""English texts of errors, ``{}`` for what varies, and the Chinese ones."""

_TEMPLATES = tuple((text.split("{}"), told) for text, told in _CHINESE.items() if "{}" in text)
_DEEPEST = 4  # texts within texts


def in_chinese(text: str, depth: int = _DEEPEST) -> str:
    """The Chinese words for the text of an error; the text itself where none are known."""
    if text in _CHINESE:
        return _CHINESE[text]
    for pieces, told in _TEMPLATES if depth else ():
        if found := _between(pieces, text):
            return told.format(*(in_chinese(part, depth - 1) for part in found))
    return text


def _between(pieces: list[str], text: str) -> list[str]:
    """What stands between the pieces of a text, in time linear in its length; nothing where they are not in it, in order and apart."""
    first, *middle, last = pieces
    if not (text.startswith(first) and text.endswith(last)):
        return []
    found, at, end = [], len(first), len(text) - len(last)
    for piece in middle:
        behind = text.find(piece, at + 1, end)
        if behind < 0:
            return []
        found.append(text[at:behind])
        at = behind + len(piece)
    return [*found, text[at:end]] if at < end else []


def told(error: InputError | Failure, lang: str) -> str:
    """What is wrong, where, and what would be right."""
    if lang != "zh" or (isinstance(error, Failure) and error.kind not in _KINDS):
        return error.message if isinstance(error, Failure) else str(error)
    where = "".join((error.file or "", f" 第 {error.row} 行" if error.row is not None else ""))
    parts = [in_chinese(_bare(error))]
    if error.field is not None:
        parts.append(f"字段 {_named(error.field)}" + (f"：{error.value}" if error.value is not None else ""))
    elif error.value is not None:
        parts.append(error.value)
    if error.expected is not None:
        parts.append(f"应为{in_chinese(error.expected)}")
    return (f"{where}：" if where else "") + "；".join(parts)


_KINDS = ("InputError", "LimitError")


def _bare(error: InputError | Failure) -> str:
    """The message alone: a failure keeps the whole text of its error."""
    if isinstance(error, InputError):
        return error.message
    where = ":".join(str(part) for part in (error.file, error.row) if part is not None)
    text = error.message.removeprefix(f"{where}: ")
    if error.expected is not None:
        text = text.removesuffix(f"; expected {error.expected}")
    if error.value is not None:
        text = text.removesuffix(f" is {error.value}")
    return text.removesuffix(f"; field {error.field!r}")


def _headings(fields: Iterable[Field]) -> dict[str, str]:
    """The Chinese heading of each field that has the same one in all tables."""
    found: dict[str, set[str]] = {}
    for field in fields:
        found.setdefault(field.name, set()).add(next(iter(field.aliases), ""))
    return {name: min(headings) for name, headings in found.items() if len(headings) == 1 and headings != {""}}


_HEADINGS = _headings(field for table in (*SITE_TABLES, *HUMAN_TABLES, *ACCOUNT_TABLES, PROFILE) for field in table.fields)


def _named(field: str) -> str:
    return f"{field}（{_HEADINGS[field]}）" if field in _HEADINGS else field
