"""Labels in lines of guides: where they begin, which word wins, and where they end."""

import pytest

from govsite_rules.parse.guide_labels import LabelFinder
from govsite_rules.parse.labels import NEXT

FINDER = LabelFinder(("一件事名称", "办理条件", "受理范围", "受理范围及条件", "收费"), ("地点", "时间"), ("方式",))
LINES = {
    "一、办理条件：有场所": [("办理条件", "", True, 7)],
    "一件事名称：开店": [("一件事名称", "", True, 6)],
    "（二）受理范围及条件 全市": [("受理范围及条件", "", False, 10)],
    "受理范围及时间和地点（窗口）：": [("受理范围", "及时间和地点", True, 15)],
    "受理范围及时间和地点和方式：": [],
    "【收费】无 办理条件": [("收费", "", True, 4), ("办理条件", "", False, 10)],
    "收费的依据": [],
}
BARE = {
    "一、地 点：建设路": [("地点", "", True, 6)],
    f"{NEXT}时间及地点 全天": [("时间", "及地点", True, 6)],
    "地点：建设路": [],
    "一、地点 建设路": [],
}


def read(line, bare=False):
    return [(one.word, one.tail, one.closed, one.end) for one in FINDER.in_line(line, bare)]


@pytest.mark.parametrize("line", LINES)
def test_words_of_the_table(line):
    """The longest word and at most two more, behind an ordinal or a bracket, up to a sign or a blank."""
    assert read(line) == read(line, bare=True) == LINES[line]


@pytest.mark.parametrize("line", BARE)
def test_bare_words(line):
    """Words that are no labels by themselves look like some where they are numbered or marked, and only where that is asked."""
    assert read(line, bare=True) == BARE[line]
    assert not read(line)
