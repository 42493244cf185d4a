"""What a column is for by its name and tag, and which addresses are one column."""

from __future__ import annotations

import pytest

from govsite_rules.parse.columns import is_historic, kind_of, local_names
from govsite_rules.parse.families import Family, page_family, path_depth, untwinned
from govsite_rules.values.site import ColumnKind

LOCAL = local_names("柘城县人民政府")


@pytest.mark.parametrize(
    "name, kind",
    [
        ("要闻动态", ColumnKind.NEWS),
        ("工作动态", ColumnKind.NEWS),
        ("部门动态", ColumnKind.NEWS),
        ("区县动态", ColumnKind.NEWS),
        ("乡镇动态", ColumnKind.NEWS),
        ("柘城要闻", ColumnKind.NEWS),
        ("图片新闻", ColumnKind.NEWS),
        ("工作进展", ColumnKind.NEWS),
        ("通知公告", ColumnKind.NOTICES),
        ("公示公告", ColumnKind.NOTICES),
        ("通知公告栏目", ColumnKind.NOTICES),
        ("政策文件", ColumnKind.POLICIES),
        ("县政府办文件", ColumnKind.POLICIES),
        ("规范性文件", ColumnKind.POLICIES),
        ("政府公报", ColumnKind.POLICIES),
        ("政策解读", ColumnKind.INTERPRETATION),
        ("解读回应", ColumnKind.INTERPRETATION),
        ("政策文件解读", ColumnKind.INTERPRETATION),
        ("人事任免", ColumnKind.PERSONNEL),
        ("人事信息", ColumnKind.PERSONNEL),
        ("发展规划", ColumnKind.PLANS),
        ("规划计划", ColumnKind.PLANS),
        ("柘城县概况", ColumnKind.OVERVIEW),
        ("机构职能", ColumnKind.AGENCY),
        ("领导之窗", ColumnKind.LEADERS),
        ("县长信箱", ColumnKind.CONSULTATION),
        ("网上信访", ColumnKind.PETITION),
        ("民意征集", ColumnKind.SURVEYS),
        ("在线访谈", ColumnKind.INTERVIEWS),
        ("统计公报", ColumnKind.STATISTICS),
        ("财政预决算", ColumnKind.FINANCE),
        ("信息公开年报", ColumnKind.DISCLOSURE),
        ("办事指南", ColumnKind.SERVICES),
        ("网站地图", ColumnKind.TOOL),
        (" 通 知 公 告 >> ", ColumnKind.NOTICES),
        ("ＲＳＳ", ColumnKind.TOOL),
    ],
)
def test_full_names_are_sure(name: str, kind: ColumnKind) -> None:
    """A name that reads as a whole as one of the known ones tells surely."""
    assert (kind, True, "name") == kind_of(name, "", LOCAL, 2026)


@pytest.mark.parametrize(
    "name, kind",
    [
        ("人事招考公告", ColumnKind.PERSONNEL),
        ("土地利用总体规划", ColumnKind.PLANS),
        ("城市规划公示", ColumnKind.NOTICES),
        ("土地出让公告", ColumnKind.NOTICES),
        ("招商动态", ColumnKind.NEWS),
        ("产业政策解读专区", ColumnKind.INTERPRETATION),
        ("惠农政策", ColumnKind.POLICIES),
        ("外媒报道", ColumnKind.NEWS),
        ("政策动态", ColumnKind.NEWS),
        ("县长留言簿", ColumnKind.CONSULTATION),
        ("扫黑除恶专栏", ColumnKind.TOPIC),
    ],
)
def test_a_word_in_a_name_is_never_sure(name: str, kind: ColumnKind) -> None:
    """A known word inside another name tells a kind that stays open; personnel and plans come before notices."""
    assert (kind, False, "word") == kind_of(name, "", LOCAL, 2026)


@pytest.mark.parametrize(
    "name, kind",
    [
        ("统计快讯", ColumnKind.STATISTICS),
        ("财务公开", ColumnKind.FINANCE),
        ("资讯中心", ColumnKind.NEWS),
        ("图片报道", ColumnKind.NEWS),
        ("走进柘城", ColumnKind.OVERVIEW),
    ],
)
def test_whole_names_are_sure(name: str, kind: ColumnKind) -> None:
    """A name that is known as a whole tells its kind; the place may follow 走进."""
    assert (kind, True, "name") == kind_of(name, "", LOCAL, 2026)


def test_the_place_follows_no_other_word() -> None:
    """概况 before a place is no name of a column."""
    assert not kind_of("概况柘城", "", LOCAL, 2026)[1]


@pytest.mark.parametrize("name", ["基层", "今日", "本地", "部门", "今日柘城", "乡镇工作", ""])
def test_some_words_say_nothing_alone(name: str) -> None:
    """Places and generic words alone tell no kind (decision 11)."""
    assert (ColumnKind.UNKNOWN, False, "") == kind_of(name, "", LOCAL, 2026)


@pytest.mark.parametrize("name", ["安平镇", "县统计局", "县房产服务中心", "县发展改革委员会", "乡村振兴", "扶贫攻坚"])
def test_bodies_and_subjects_are_other_columns(name: str) -> None:
    """The name of a body or subject is no kind of its own, whatever words it contains."""
    assert (ColumnKind.OTHER, False, "") == kind_of(name, "", LOCAL, 2026)


def test_the_tag_tells_where_the_name_does_not() -> None:
    """ColumnType is sure, with several values too; a whole name that contradicts it leaves the kind open."""
    assert (ColumnKind.POLICIES, True, "type") == kind_of("县府办发文", "政策文件")
    assert (ColumnKind.POLICIES, True, "type") == kind_of("某某", "信息公开，政策文件")
    assert (ColumnKind.NEWS, True, "type") == kind_of("某某", "时政要闻")
    assert (ColumnKind.NEWS, False, "conflict") == kind_of("县内新闻", "政策文件")
    assert (ColumnKind.STATISTICS, True, "name") == kind_of("统计信息", "数据发布")
    assert (ColumnKind.POLICIES, True, "name") == kind_of("规范性文件", "信息公开目录")
    assert (ColumnKind.OTHER, False, "") == kind_of("乡村振兴", "没听说过")
    assert (ColumnKind.OTHER, False, "") == kind_of("乡村振兴", "政策文件,工作动态")


@pytest.mark.parametrize(
    "name, year, historic",
    [
        ("2019年主题教育专题", 2020, True),
        ("2019年主题教育专题", 2019, False),
        ("2018-2020年三年行动", 2020, False),
        ("2018-2020年三年行动", 2021, True),
        ("往期专题", None, True),
        ("历史专题", 2026, True),
        ("历史文化", 2026, False),
        ("通知公告", 2026, False),
        ("电话12019号", 2026, False),
    ],
)
def test_finished_topics(name: str, year: int | None, historic: bool) -> None:
    """Only archives and names that bear nothing but past years are historic."""
    assert historic == is_historic(name, year)
    assert historic == (kind_of(name, "政策文件", (), year)[0] is ColumnKind.HISTORIC)


@pytest.mark.parametrize(
    "address, family",
    [
        ("x.cn/a/index_2.html", Family("x.cn/a", 2)),
        ("x.cn/a/index-12.shtml", Family("x.cn/a", 12)),
        ("x.cn/a?page=3", Family("x.cn/a", 3)),
        ("x.cn/l.jsp?id=4&pageNo=3", Family("x.cn/l.jsp?id=4", 3)),
        ("x.cn/l.jsp?id=4&page=2&pageSize=20&totalPage=9", Family("x.cn/l.jsp?id=4", 2)),
        ("x.cn/l.jsp?id=4&year=2018", Family("x.cn/l.jsp?id=4")),
        ("x.cn/node_12_2.htm", Family("x.cn/node_12.htm", 2)),
        ("x.cn/a/page/2", Family("x.cn/a", 2)),
        ("x.cn/a/list_3.shtml", Family("x.cn/a/list.shtml", 3, sure=False)),
        ("x.cn/a/common_list_2.shtml", Family("x.cn/a/common_list.shtml", 2, sure=False)),
        ("x.cn/list-12-2.html", Family("x.cn/list-12-1.html", 2, sure=False)),
        ("x.cn/jtdt/list_60_2.html", Family("x.cn/jtdt/list_60.html", 2, sure=False)),
        ("x.cn/list.php?tid=251&TotalResult=18&PageNo=2", Family("x.cn/list.php?tid=251", 2)),
        ("x.cn/tzgg/3.htm", Family("x.cn/tzgg.htm", 3, sure=False)),
        ("x.cn/tzgg/2018", Family("x.cn/tzgg", None, sure=False)),
    ],
)
def test_pages_of_a_column(address: str, family: Family) -> None:
    """Page numbers and year filters are read from paths and queries, sure only where the spelling alone proves it."""
    assert family == page_family(address)[0]


@pytest.mark.parametrize("address", ["x.cn", "x.cn/a", "x.cn/a/t20180101_123.html", "x.cn/l.jsp?id=4", "x.cn/list-12-1.html", "x.cn?id=3"])
def test_other_addresses_are_themselves(address: str) -> None:
    """Articles, folders and plain queries are pages of nothing."""
    assert () == page_family(address)


def test_twins() -> None:
    """Mobile and foreign-language addresses name what they may be twins of."""
    assert ("www.x.gov.cn/a", "x.gov.cn/a") == untwinned("m.x.gov.cn/a")
    assert ("www.x.gov.cn/a",) == untwinned("www.x.gov.cn/en/a")
    assert () == untwinned("www.x.gov.cn/entrance/a")


def test_depth_is_only_told_by_words() -> None:
    """Numbered schemes say nothing of levels."""
    assert (1, 2, None, None) == tuple(map(path_depth, ("x.cn/tzgg", "x.cn/zwgk/tzgg", "x.cn/col/col12", "x.cn")))


def test_place_names() -> None:
    """The place is taken from the name of its government or office."""
    assert {"柘城县", "柘城"} == LOCAL
    assert {"北京市", "北京"} == local_names("北京市教育委员会")
    assert frozenset() == local_names("教育部")


@pytest.mark.parametrize(
    "name, kind",
    [("分局领导", ColumnKind.LEADERS), ("中心支局动态", ColumnKind.NEWS), ("司局设置", ColumnKind.AGENCY), ("内设股室", ColumnKind.AGENCY)],
)
def test_names_of_branches_say_nothing_more(name: str, kind: ColumnKind) -> None:
    """分局, 支局 and 司局 stand before a telling word like any other office."""
    assert (kind, True, "name") == kind_of(name)
