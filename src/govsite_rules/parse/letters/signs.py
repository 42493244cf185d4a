"""The cheap tests: whether a page may tell of letters at all."""

from __future__ import annotations

import re

from .fields import HOW

WORDS = re.compile(r"政民互动|投诉建议|来信|写信|留言|信件|咨询|提问|答复|回复|办结|受理|处理情况|回信|诉求|信箱|问政")
_TOLD = re.compile(r"(?:官方|单位|部门)回复|回复(?:时间|日期|单位|部门|机构|内容)|(?:咨询|留言|来信|写信|提问)(?:时间|日期)|\n答\s?[:：]")
_ADDRESS_WORDS = (
    "letter mailbox xinxiang /xx/ liuyan message zxts wzly hdjl interact consult suggest guestbook gbook mayor xjxx ldxx szxx zixun".split()
)
_ASKING = re.compile(
    r"(?:来\s{0,4}信|写\s{0,4}信|信件|留言|咨询|提问|诉求|问政|反映|投诉|工单|受理件|案件|信访|来件)(?:（电）)?\s{0,4}(?:人|者|时间|日期|标题|主题|内容|编号)"
)
_ANSWERING = re.compile(
    rf"{HOW}(?:日期|时间|内容|结果|情况|意见|状态|单位|部门|信息)|(?:单位|官方|部门|信件|留言|处办)(?:回复|答复|回答)|状态|进度"
)
# Plain words are found much faster than other patterns, and few pages have one.
ANSWER = re.compile("回复|答复|回信|处复")
_OUTCOME = re.compile(
    f"{ANSWER.pattern}|办理(?:结果|情况|内容|时间|意见|部门|单位)|处理(?:结果|情况|内容|时间|意见|部门|单位)|办结时间|办结回复"
    "|状态|进度|官方回答|反馈时间|解答"
)
_ANSWERED_ROWS = re.compile(r"(?:回复|答复|回信)(?:时间|日期|单位|部门|状态|情况)|[已未](?:回复|答复)")


def looks_like_letters(text: str, title: str, url: str) -> bool:
    """The cheap test for letter lists and pages: named so, and at least two different words of letters in the text."""
    if not WORDS.search(title):
        address = url.lower()
        if not any(word in address for word in _ADDRESS_WORDS):
            return False
    return len(set(WORDS.findall(text[:6000]))) >= 2 or _TOLD.search(text[:6000]) is not None


def tells_of_letters(text: str) -> bool:
    """The cheap test for a list of letters, whatever its name: items applied for are finished, only letters are answered."""
    return ANSWER.search(text) is not None and _ANSWERED_ROWS.search(text) is not None


def tells_of_a_letter(text: str) -> bool:
    """The cheap test for the page of one letter, whatever its name: a label of who asked or when, and one of an answer."""
    return _OUTCOME.search(text) is not None and _ASKING.search(text) is not None and _ANSWERING.search(text) is not None
