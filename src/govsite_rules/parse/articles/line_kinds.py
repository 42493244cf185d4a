"""What kind of line a text of a page is: the name of a body, a fact about an article, running text."""

from __future__ import annotations

import re

from ..dates import FoundDate, find_dates, read_date

META = re.compile(
    r"来\s{0,6}源|(?<!工)作\s{0,6}者|字体|字号|浏览|点击|阅读|访问|次数|编辑|供稿|分享|打印|稿件|撰稿|[审初复终]审|审核|责编|人气|信息员|发布人|发布者|发布机构|关闭|收藏"
    r"|大\s{0,3}中\s{0,3}小|访量|查看|文/|通讯员|记者|索引号|发布单位|发布机关|录入|语音|朗读|保护视力|视力保护|T\|T|二维码|发布[:：]"
)
LONGEST_META = 40
WEEKDAY = re.compile(r"\s{0,3}[(（]?\s?(?:星期|周)[一二三四五六日天](?![\u4e00-\u9fff])\s?[)）]?")
SENTENCE = re.compile(r"[，。；！？（(〔《]")
HAN_FORM = re.compile(r"[\d〇○零一二三四五六七八九]\s{0,2}年")
_BODY_NAME = re.compile(r"(?:人民政府|政府网站?|门户网站?|政务网|信息网|委员会|管理局|[局厅部署院办]|办公室|网)$")
COLON = re.compile("[:：]")
SHORTEST_TITLE, LONGEST_TITLE = 8, 120
GAP = " :：∶﹕︰]】)）[【(（|丨/\xa0\u3000\u200b为\n\t\r"
BRACKETS = "[]【】()（）|·•- \u3000"


def is_body_name(text: str) -> bool:
    """Whether a title is but the name of a body or its site."""
    return len(text) <= 16 and _BODY_NAME.search(text) is not None


def is_meta_line(text: str) -> bool:
    """Whether a line tells when, whence or how to print rather than what: such lines are marked up as headings, too."""
    if META.search(text) is not None:
        return COLON.search(text) is not None or bool(find_dates(text, limit=1))
    return read_date(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line is running text of a body rather than a label, date or title."""
    return len(text) > 60 and sum(map(text.count, "，。；！？")) >= 2


def is_bare(text: str, dates: tuple[FoundDate, ...]) -> bool:
    """Whether a line is a date and nothing else."""
    return len(dates) == 1 and not (text[: dates[0].start] + text[dates[0].end :]).strip(BRACKETS)


def is_meta_of_one(text: str) -> bool:
    """Whether a short line tells one of an article's own facts, as those stand one under the other."""
    return len(text) <= LONGEST_META and META.search(text, 0, 6) is not None
