"""Reading figure statements: the sentences are invented, in the ways bulletins put them."""

from __future__ import annotations

import json
import re
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules import bulletin
from govsite_rules.bulletin._areas import areas_in
from govsite_rules.bulletin.reading import MAX_TEXT
from govsite_rules.errors import InputError, LimitError
from govsite_rules.values.subject import SubjectKind

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "bulletins"
SITE, ACCOUNT = SubjectKind.SITE, SubjectKind.ACCOUNT
NAMES = {
    "pop": "population_total",
    "checked": "checked",
    "unit": "checked_unit",
    "bad": "unqualified",
    "good": "qualified",
    "basic": "basically_qualified",
    "problems": "problems",
    "rate": "pass_rate_text",
    "fail": "fail_rate_text",
    "share": "coverage_text",
    "change": "change_points",
    "platform": "platform",
    "recheck": "recheck",
    "full": "full",
}
NUMBERS = (
    "population_total",
    "checked",
    "unqualified",
    "qualified",
    "basically_qualified",
    "pass_rate_text",
    "fail_rate_text",
    "coverage_text",
)


def one(kind: SubjectKind | None, **fields: Any) -> dict[str, Any]:
    """What a figure should hold; numbers that are not named should be None."""
    expected: dict[str, Any] = {"subject": kind, **dict.fromkeys(NUMBERS)}
    return expected | {NAMES[name]: value for name, value in fields.items()}


SENTENCES = [
    ("本月共抽查网站50家，不合格网站2家，合格率为96％。", [one(SITE, checked=50, bad=2, rate="96%")]),
    ("抽查政府网站1,200家次，发现不合格3家次，合格率99.75%。", [one(SITE, checked=1200, unit="家次", bad=3, rate="99.75%")]),
    ("抽查政府网站60家(次)，发现不合格3家(次)。", [one(SITE, checked=60, unit="家次", bad=3)]),
    ("共监测全省政府网站１２０家，其中合格118家，不合格2家，合格率98.33%。", [one(SITE, checked=120, good=118, bad=2, rate="98.33%")]),
    (
        "全市政府网站30家、政务新媒体120个，本季度实现检查全覆盖，合格率均为100%。",
        [one(SITE, pop=30, checked=30, rate="100%"), one(ACCOUNT, pop=120, checked=120, rate="100%")],
    ),
    (
        "本次共检查政府网站和政务新媒体分别为30家和120个，不合格网站和新媒体分别为1家、3个，合格率分别为96.7%、97.5%。",
        [one(SITE, checked=30, bad=1, rate="96.7%"), one(ACCOUNT, checked=120, bad=3, rate="97.5%")],
    ),
    (
        "全省共有政府网站500家，本季度抽查了250家，占总数的50%，有5家网站不合格，合格率为98%，较上季度提高1.2个百分点。",
        [one(SITE, pop=500, checked=250, share="50%", bad=5, rate="98%", change=Fraction(6, 5))],
    ),
    ("检查发现，3家政府网站不合格，2个政务新媒体不合格。", [one(SITE, bad=3), one(ACCOUNT, bad=2)]),
    (
        "二季度，共抽查政府网站200家（占总数的40%），总体合格率99%，其中市级部门网站合格率100%，县区网站合格率97.5%。",
        [one(SITE, checked=200, share="40%", rate="99%"), one(SITE, rate="100%"), one(SITE, rate="97.5%")],
    ),
    ("抽查的80家网站中，有2家网站不合格，合格率为97.5%。", [one(SITE, checked=80, bad=2, rate="97.5%")]),
    ("对随机抽取的60个政务新媒体进行检查，全部合格。", [one(ACCOUNT, checked=60, bad=0)]),
    (
        "全县开设政务新媒体45个，其中微信公众号30个、微博10个、抖音5个，本月检查均合格。",
        [one(ACCOUNT, pop=45, checked=45, bad=0)],
    ),
    ("合格率由上季度的95%提升至98%。", [one(None, rate="98%")]),
    ("上季度网站合格率为95%，本季度网站合格率为98%。", [one(SITE, rate="98%")]),
    (
        "全国正在运行的政府网站共计1.4万家，抽查400家，抽查比例为2.8%，合格率百分之九十六点五。",
        [one(SITE, pop=14000, checked=400, share="2.8%", rate="百分之九十六点五")],
    ),
    ("检查政府网站一百二十家，不合格三家，合格率百分之九十七点五。", [one(SITE, checked=120, bad=3, rate="百分之九十七点五")]),
    ("共检查政府网站60家(合格58家,不合格2家),合格率96.7%。", [one(SITE, checked=60, good=58, bad=2, rate="96.7%")]),
    ("本次检查未发现不合格网站。", [one(SITE, bad=0)]),
    ("各级政府网站合格率达到99%以上。", []),
    ("关停网站12家，迁移网站5家。", []),
    (
        "对上季度通报的3家不合格网站进行复查，2家已整改合格，1家仍不合格。",
        [one(SITE, checked=3, good=2, bad=1, recheck=True)],
    ),
    ("抽查政府网站200家不合格网站1家，合格率99.5%。", [one(SITE, checked=200, bad=1, rate="99.5%")]),
    (
        "抽查省直部门网站20家，全部合格；抽查设区市网站50家，不合格1家，合格率98%。",
        [one(SITE, checked=20, bad=0), one(SITE, checked=50, bad=1, rate="98%")],
    ),
    ("10月份，共检查政府网站33家，发现2家网站存在错链，5家网站存在错别字。", [one(SITE, checked=33)]),
    ("7个网站得分在90分以上，占21.2%。", []),
    ("全区政务新媒体共54个，抽查率50%，抽查27个，1个不合格。", [one(ACCOUNT, pop=54, share="50%", checked=27, bad=1)]),
    (
        "本次监测政务微博15个，合格率为93.3%；政务微信22个，合格率为100%；移动客户端2个，合格率为50%。",
        [
            one(ACCOUNT, platform="微博", checked=15, rate="93.3%"),
            one(ACCOUNT, platform="微信", checked=22, rate="100%"),
            one(ACCOUNT, platform="移动客户端", checked=2, rate="50%"),
        ],
    ),
    ("不合格网站共2家，分别为甲县政府网、乙局网站。", [one(SITE, bad=2)]),
    ("本次普查全市政府网站共计66个，合格65个，合格率98.48%。", [one(SITE, pop=66, checked=66, good=65, rate="98.48%")]),
    ("检查网站20家，合格率95%(不合格1家)。", [one(SITE, checked=20, rate="95%", bad=1)]),
    (
        "政务新媒体检查情况：共抽查100个，不合格7个，其中微信公众号4个、微博3个，合格率93%。",
        [one(ACCOUNT, checked=100, bad=7, rate="93%")],
    ),
    (
        "共检查政务新媒体210个，占全市政务新媒体总数(420个)的50%，发现不合格5个。",
        [one(ACCOUNT, pop=420, checked=210, share="50%", bad=5)],
    ),
    ("对40家政府网站开展检查，39家合格，1家不合格。", [one(SITE, checked=40, good=39, bad=1)]),
    (
        "全市共有政府网站28家，4月份抽查14家，抽查比例50%；政务新媒体90个，抽查45个，抽查比例50%，全部合格。",
        [one(SITE, pop=28, checked=14, share="50%"), one(ACCOUNT, pop=90, checked=45, share="50%", bad=0)],
    ),
    ("扣分项较多的网站有5家，优秀网站10家，良好网站20家。", []),
    ("网站总体合格率为98.2%，新媒体总体合格率为95.6%。", [one(SITE, rate="98.2%"), one(ACCOUNT, rate="95.6%")]),
    (
        "截至9月底，全省运行政府网站701家，三季度省政府办公厅抽查了211家，抽查比例为30.1%，抽查合格率为97.6%。",
        [one(SITE, pop=701, checked=211, share="30.1%", rate="97.6%")],
    ),
    ("对全市48家网站中的24家进行了抽查，1家不合格。", [one(SITE, pop=48, checked=24, bad=1)]),
    ("对全市在运行的25家政府网站每周巡查一遍，共检查100家次，合格率100%。", [one(SITE, pop=25, checked=100, unit="家次", rate="100%")]),
    ("检查网站49家，其中合格网站46家、基本合格网站3家。", [one(SITE, checked=49, good=46, basic=3)]),
    ("检查网站30家，存在问题的网站4家。", [one(SITE, checked=30, problems=4)]),
    ("检查网站30家，发现4家存在问题，合格率86.7%。", [one(SITE, checked=30, bad=4, rate="86.7%")]),
    ("经检查，全市46家政府网站中，44家合格、2家不合格，合格率为95.65%。", [one(SITE, checked=46, good=44, bad=2, rate="95.65%")]),
    (
        "政府网站总体合格率为100%，政务新媒体总体合格率为97.2%，较上季度分别提高1个和2.3个百分点。",
        [one(SITE, rate="100%"), one(ACCOUNT, rate="97.2%")],
    ),
    (
        "第四季度共抽查各县(市、区)政府网站12家，市直部门网站18家，合格率均为100%。",
        [one(SITE, checked=12, rate="100%"), one(SITE, checked=18, rate="100%")],
    ),
    ("5个市网站合格率达到100%，全省17个设区市中，有12个市网站全部合格。", []),
    ("共发现问题235个，其中错别字120个。", []),
    ("通报上月不合格的4家网站，已完成整改3家。", []),
    ("按照30%的比例抽查政府网站60家，合格59家。", [one(SITE, share="30%", checked=60, good=59)]),
    ("抽查政府网站30％（60家），合格率98.3％。", [one(SITE, checked=60, rate="98.3%")]),
    (
        "我县共有政府网站1个、政务新媒体26个，检查比例均达100%，均未发现不合格情况。",
        [one(SITE, pop=1, checked=1, share="100%", bad=0), one(ACCOUNT, pop=26, checked=26, share="100%", bad=0)],
    ),
    ("全市政府网站数量由上季度的45家减少至43家，检查43家，合格率100%。", [one(SITE, pop=43, checked=43, rate="100%")]),
    (
        "抽查政务新媒体300个(其中微信200个、微博100个),不合格5个(其中微信3个、微博2个),合格率98.3%。",
        [one(ACCOUNT, checked=300, bad=5, rate="98.3%")],
    ),
    ("共检查网站30家，不合格率为0。", [one(SITE, checked=30, fail="0")]),
    ("检查网站27家，不合格1家，不合格率3.7%。", [one(SITE, checked=27, bad=1, fail="3.7%")]),
]


@pytest.mark.parametrize("sentence, expected", SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_sentences(sentence: str, expected: list[dict[str, Any]]) -> None:
    """Every number of a sentence lands in its field, and no other field is filled."""
    figures = bulletin.read(sentence)

    assert [{name: getattr(figure, name) for name in want} for figure, want in zip(figures, expected, strict=False)] == expected
    assert len(figures) == len(expected)


INVENTED = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()]
STATED = (*NUMBERS, "checked_unit", "problems", "platform", "recheck")


@pytest.mark.parametrize("case", INVENTED, ids=[case["text"][:24] for case in INVENTED])
def test_invented_sentences(case: dict[str, Any]) -> None:
    """Sentences in the manner of offices of all levels: what they state is read, and nothing else. Earlier periods, averages,
    ranges, goals, grades, exceptions and shares of problems are no figures; 约 and 三成 are told as approximate."""
    read = []
    for figure in bulletin.read(case["text"]):
        held = {name: value for name in STATED if (value := getattr(figure, name)) not in (None, "") and value is not False}
        if figure.change_points is not None:
            held["change_points"] = str(figure.change_points)
        approximate = [note.text for note in figure.notes if note.kind == "approximate"]
        read.append({"subject": figure.subject} | held | ({"approximate": approximate} if approximate else {}))

    assert case["figures"] == read


PASSAGES = [json.loads(line) for line in Path(__file__).with_name("passages.jsonl").read_text("utf-8").splitlines()]
TOLD = (*NUMBERS, "problems", "platform", "recheck")


@pytest.mark.parametrize("case", PASSAGES, ids=[case["text"][:24] for case in PASSAGES])
def test_invented_passages(case: dict[str, Any]) -> None:
    """Whole passages: a total is the whole's, a part's number the part's, named areas keep their own, and one sentence does not
    swallow the next. Each figure is compared with its scope, and with the place, issuer or period that a case names."""
    figures = bulletin.read(case["text"])
    have = []
    for figure in figures:
        held = {name: value for name in TOLD if (value := getattr(figure, name)) not in (None, "") and value is not False}
        if figure.change_points is not None:
            held["change_points"] = str(figure.change_points)
        have.append({"subject": figure.subject, "scope": figure.scope} | held)
    contexts = ("place", "issuer", "period")

    def ordered(figures: list[dict[str, Any]]) -> list[str]:
        return sorted(json.dumps(figure, sort_keys=True) for figure in figures)

    assert ordered(have) == ordered([{name: value for name, value in want.items() if name not in contexts} for want in case["figures"]])
    for want in case["figures"]:
        told = {name: want[name] for name in contexts if name in want}
        assert not told or any(all(getattr(figure, name) == value for name, value in told.items()) for figure in figures)


@pytest.mark.parametrize(
    "clause, names, told",
    [
        ("台州、衢州、丽水3市网站合格率100%", ("台州", "衢州", "丽水"), True),
        ("襄阳、宜昌两市合格率分别为90%、91%", ("襄阳", "宜昌"), True),
        ("长春市、白城市、延边州合格率达100%", ("长春市", "白城市", "延边州"), True),
        ("天津等12个地区政府网站合格率达100%", ("天津",), False),
        ("成都、绵阳、乐山等15个地级以上市合格率均达100%", ("成都", "绵阳", "乐山"), False),
        ("北京、辽宁等地政府网站合格率达100%", ("北京", "辽宁"), False),
        ("甲区、乙县、丙区和市民政局等网站合格率100%", ("甲区", "乙县", "丙区"), False),
        ("其中白水县合格率82%", ("白水县",), True),
    ],
)
def test_areas(clause: str, names: tuple[str, ...], told: bool) -> None:
    """The areas a clause names, and whether it names all it speaks of."""
    areas = areas_in(clause)

    assert areas is not None
    assert (areas.names, areas.told) == (names, told)


@pytest.mark.parametrize(
    "clause",
    [
        "全省12个市州政府网站合格率均为100%",
        "抽查市、县(区)政府网站346家",
        "抽查范围包括市州、县市区政府门户网站",
        "县区合格率95%",
        "全市合格率100%",
        "发现青山县人民政府、白河县人民政府2个政府网站不合格",
    ],
)
def test_no_areas(clause: str) -> None:
    """Levels, the whole area and the names of failing sites are no areas of which a rate is told."""
    assert areas_in(clause) is None


TABLE = """某市政府办公室关于2022年第二季度检查情况的通报
政府网站检查情况表
序号\t地区\t检查数（家）\t不合格数（家）\t合格率
1\t甲市\t20\t1\t95%
2\t乙市\t—\t/\t
合计\t\t50\t1\t98%
共检查政务新媒体60个，不合格3个，合格率95%。
| 单位 | 网站总数 | 网站检查数 | 网站合格率(%) | 新媒体检查数 | 新媒体不合格数 |
| --- | --- | --- | --- | --- | --- |
| 甲局 | 3 | 3 | 100 | 1,204 | 2 |
地区 抽查数 合格数 不合格数 合格率
丁区 16 15 1 93.8%
戊 区 17 16 1 94.1%
"""


def test_tables() -> None:
    """Rows under a heading whose titles say what is counted, cut at tabs, bars or blanks; a row that does not fit ends the table.
    Whose figures they are is said by the titles or by the line above, else by nobody."""
    figures = bulletin.read(TABLE)
    numbers = ("scope", "subject", "population_total", "checked", "qualified", "unqualified", "pass_rate_text")

    assert [tuple(getattr(figure, name) for name in numbers) for figure in figures] == [
        ("甲市", SITE, None, 20, None, 1, "95%"),
        ("", SITE, None, 50, None, 1, "98%"),
        ("", ACCOUNT, None, 60, None, 3, "95%"),
        ("甲局", SITE, 3, 3, None, None, "100%"),
        ("甲局", ACCOUNT, None, 1204, None, 2, None),
        ("丁区", None, None, 16, 15, 1, "93.8%"),
    ]
    assert {figure.period for figure in figures} == {"2022Q2"}
    assert all(TABLE[span.start : span.end] for figure in figures for span in figure.spans)
    assert [TABLE[span.start : span.end] for span in figures[4].spans] == ["1,204", "2"]


@pytest.mark.parametrize(
    "heading",
    [
        "地区 得分 排名",
        "地区 检查数 备注",
        "检查数 检查数 合格率",
        "地区 2021年 合格率",
        "网站 栏目 合格率",
        "检查数 合格率",
        "地区 总数 检查率",
    ],
)
def test_headings_that_say_too_little(heading: str) -> None:
    """Unknown or doubled titles, digits in them, or no verdict among them: the rows are not read."""
    assert bulletin.read(f"{heading}\n甲市 20 95%\n") == ()


TEXT = """甲省乙市人民政府办公室关于2021年第一季度全市政府网站与政务新媒体检查情况的通报

各县(市)区人民政府：
一、政府网站检查情况
全市在运行政府网站40家，第一季度共检查40家，发现不合格网站1家，合格率97.5%。
二、3月份省政府办公厅抽查情况
(一)政务新媒体。共抽查全省政务新媒体300个，发现不合格6个，合格率98%，不合格政务新媒体未涉及我市。
"""


def test_a_document_gives_period_issuer_and_area_notes() -> None:
    """Headings say whose figures follow and for when; 未涉及我市 is a note and no count."""
    city, province = bulletin.read(TEXT)

    assert (city.period, city.checked, city.unqualified) == ("2021Q1", 40, 1)
    assert (province.period, province.subject, province.checked, province.unqualified) == ("2021-03", ACCOUNT, 300, 6)
    assert "省政府办公厅" in province.issuer
    assert [note.kind for note in province.notes] == ["area_not_affected"]


def test_offsets_point_at_what_was_read() -> None:
    """Spans and quotes are places in the caller's text, full-width characters or not."""
    text = "前言。本月抽查政府网站２００家，不合格３家，合格率９８.５％。后记。"
    (figure,) = bulletin.read(text)

    assert figure.quote == text[figure.start : figure.end] == "本月抽查政府网站２００家，不合格３家，合格率９８.５％。"
    assert {span.field: text[span.start : span.end] for span in figure.spans} == {
        "checked": "２００家",
        "unqualified": "３家",
        "pass_rate_text": "９８.５％",
    }


def test_zero_statement_speaks_for_all_it_names() -> None:
    """未发现不合格的网站和新媒体 is nought for both."""
    figures = bulletin.read("全市现有政府网站12家、政务新媒体80个，经全面检查，未发现不合格的政府网站和政务新媒体。")

    assert [(figure.subject, figure.checked, figure.unqualified) for figure in figures] == [(SITE, 12, 0), (ACCOUNT, 80, 0)]


def test_limits() -> None:
    """Too long a text and no text at all are refused by name."""
    with pytest.raises(LimitError):
        bulletin.read("家" * (MAX_TEXT + 1))
    with pytest.raises(InputError):
        bulletin.read(b"x")  # type: ignore[arg-type]


@given(st.text(alphabet="网站新媒体抽检查家次个不合格率占的全省市其中分别为均0123456789.%,，。；（）()万\n、和共", max_size=120))
def test_any_text_is_read_without_error_and_quotes_hold(text: str) -> None:
    """Whatever the text, reading ends, offsets hold and every number read stands in the text."""
    for figure in bulletin.read(text):
        assert figure.quote == text[figure.start : figure.end]
        for span in figure.spans:
            assert 0 <= span.start < span.end <= len(text)
        assert bulletin.audit(figure).figure is figure


def test_published_figures_are_read() -> None:
    """Of the labelled numbers that published sentences print, at least 95 % are read, and none wrongly."""
    path = DATA / "figures.jsonl"
    if not path.exists():
        pytest.skip("../shared/data/bulletins is absent")
    right = missed = 0
    wrong = []
    for line in path.read_text("utf-8").splitlines():
        label = json.loads(line)
        if len(re.findall("[\u4e00-\u9fff]", label["quote"])) < 10:
            continue
        kind = SITE if label["subject"] == "website" else ACCOUNT
        figures = [figure for figure in bulletin.read(label["quote"]) if figure.subject in (kind, None)]
        names = [name for name in NUMBERS if name in label]
        best = max(figures, key=lambda figure: sum(getattr(figure, name) == label[name] is not None for name in names), default=None)
        for name in names:
            want, have = label[name], getattr(best, name, None)
            if want is None or (isinstance(want, int) and not re.search(rf"(?<!\d){want}(?!\d)", label["quote"]) and want):
                continue
            right += want == have
            missed += have is None
            if have not in (None, want):
                wrong.append((label["id"], name, want, have))

    assert wrong == []
    assert right >= 19 * missed


def test_published_bulletin() -> None:
    """All figure statements of a real bulletin, with place, issuer, period, notes and shares."""
    path = DATA / "anshan-2020-09.txt"
    if not path.exists():
        pytest.skip("../shared/data/bulletins is absent")
    figures = bulletin.read(path.read_text("utf-8"))
    half = len(figures) // 2
    names = ("place", "period", "subject", "population_total", "checked", "checked_unit", "unqualified", "pass_rate_text", "coverage_text")
    province, city, third, last = "辽宁省", "鞍山市", "2020Q3", "2020-09"

    assert [tuple(getattr(figure, name) for name in names) for figure in figures[:half]] == [
        (province, third, SITE, 557, 600, "家次", 4, "99.3%", None),
        (province, third, ACCOUNT, None, 641, "个", 4, "99.3%", None),
        (province, last, SITE, None, 200, "家", 1, "99.5%", "36%"),
        (province, last, ACCOUNT, None, 320, "个", 3, "99%", "43.5%"),
        (city, last, SITE, 31, None, "家", None, "100%", None),
        (city, last, ACCOUNT, 74, 74, "个", 0, None, None),
    ]
    assert [figure.issuer for figure in figures[:half]] == ["辽宁省政府办公厅"] * 4 + ["鞍山市政府办公室"] * 2
    assert [figure.pass_rate_text for figure in figures[half:]] == [figure.pass_rate_text for figure in figures[:half]]
    assert [bool(figure.notes) for figure in figures[:half]] == [False, False, True, True, False, True]


@pytest.mark.parametrize("piece", ["1家不合格", "抽查网站1家", "网站1家、", "(1家", "其中微博1个,", "占总数", "一、网站\n", "合格率9%"])
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    """A hundred times the text takes not much more than a hundred times as long."""
    started = time.perf_counter()
    bulletin.read(piece * (40_000 // len(piece)))

    assert time.perf_counter() - started < 10
