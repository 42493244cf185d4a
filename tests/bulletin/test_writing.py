"""Writing bulletins: published figures to the digit, undecided said, hostile text harmless, three formats alike."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules import bulletin
from govsite_rules.bulletin import Part, Rounding, Style
from govsite_rules.bulletin._blocks import blocks, escaped, link, safe_url, to_html
from govsite_rules.bulletin.writing import chinese_count, printed, render
from govsite_rules.checklists.model import Part as PartOfList
from govsite_rules.errors import InputError
from govsite_rules.inspection import Inspection
from govsite_rules.scoring.rates import CountBy, Undecided, Visit, VisitState
from govsite_rules.scoring.records import ClauseResult, ClauseState, Found, Standing, Verdict
from govsite_rules.values.finding import Finding, Outcome, Target, TargetKind
from govsite_rules.values.subject import Subject, SubjectKind

pytest.importorskip("jinja2")
GOOD, BAD, OPEN = Standing.QUALIFIED, Standing.UNQUALIFIED, Standing.UNDECIDED
TITLE = {"title": "某市关于检查情况的通报", "issuer": "某市政府办公室"}
EVIL = '=cmd|"/c calc"!A1</td><script>alert(1)</script>[x](javascript:alert(1)) | **b** \u202e'


def visits(kind: SubjectKind, count: int, bad: dict[int, str] | None = None, *, subjects: int | None = None, month: int = 9) -> list[Visit]:
    """So many visits of a kind in one month; ``bad`` maps a visit's number to the clause that fired."""
    failed = bad or {}
    made = []
    for number in range(count):
        key = f"{kind}{number % (subjects or count)}"
        standing = BAD if number in failed else GOOD
        fired = (failed[number],) if number in failed else ()
        made.append(Visit(Subject(kind, key, key), date(2020, month, 5), standing=standing, fired=fired))
    return made


def test_published_figures_to_the_digit() -> None:
    """A quarter of 600 visits to 557 sites, September's 200 and 320, and the city's own, as they were printed."""
    site, account = SubjectKind.SITE, SubjectKind.ACCOUNT
    quarter = visits(site, 600, dict.fromkeys((0, 1, 300, 450), "V3.1"), subjects=557) + visits(
        account, 641, dict.fromkeys((0, 400, 500, 600), "N2.1")
    )
    september = visits(site, 200, {3: "V4.3"}) + visits(account, 320, dict.fromkeys((1, 2, 3), "N2.1"))
    styles = (("rate", Style(1, Rounding.CUT)), ("site.share", Style(0)), ("account.share", Style(1)))
    text = bulletin.write(
        [
            Part("第三季度监管情况", tuple(quarter), area="全省", verb="抽查", sites=557, styles=styles),
            Part(
                "9月份监管情况",
                tuple(september),
                area="全省",
                verb="抽查",
                sites=557,
                accounts=736,
                styles=styles,
                ours=lambda visit: False,
            ),
            Part("9月份市里监管情况", tuple(visits(site, 31) + visits(account, 74)), area="我市", sites=31, accounts=74, styles=styles),
        ],
        **TITLE,
    )

    for sentence in (
        "全省目前共有政府网站557家，累计抽查600家次，发现不合格网站4家，总体合格率为99.3%。",
        "共抽查政务新媒体641个，发现不合格政务新媒体4个，总体合格率为99.3%。",
        "共抽查政府网站200家，占全省政府网站总数的36%，发现不合格网站1家，总体合格率为99.5%，不合格网站未涉及我市。",
        "共抽查政务新媒体320个，占全省政务新媒体总数的43.5%，发现不合格政务新媒体3个，总体合格率为99%，不合格政务新媒体未涉及我市。",
        "我市共有运行的政府网站31家，经全面检查，未发现不合格网站，总体合格率为100%。",
        "我市共有运行的政务新媒体74个，经全面检查，未发现不合格政务新媒体，总体合格率为100%。",
    ):
        assert sentence in text


def test_what_is_written_is_read_back() -> None:
    """The reader finds the same numbers in the written text, and the audit finds them agreeing."""
    text = bulletin.write(
        [Part("检查情况", tuple(visits(SubjectKind.SITE, 200, {3: "V4.3", 4: "V3.1"})), area="全市", verb="抽查", sites=557)], **TITLE
    )
    (figure,) = bulletin.read(text)

    assert (figure.checked, figure.unqualified, figure.pass_rate_text, figure.coverage_text) == (200, 2, "99%", "35.9%")
    assert bulletin.audit(figure).agreement is bulletin.Agreement.BOTH


@pytest.mark.parametrize(
    "how, expected",
    [
        (Undecided.APART, "已有结论的8家合格率为87.5%。另有2家待人工复核，未计入合格率。"),
        (Undecided.AS_FOUND, "待复核的按检查发现情况计，总体合格率为80%。另有2家待人工复核，其中1家未发现不合格情形。"),
        (Undecided.RANGE, "合格率在70%至90%之间。另有2家待人工复核。"),
    ],
)
def test_undecided_are_said(how: Undecided, expected: str) -> None:
    """However the undecided are counted, the text says how many there are and how they were."""
    results = visits(SubjectKind.SITE, 8, {0: "V3.1"})
    for number, found in enumerate(Found):
        results.append(Visit(Subject(SubjectKind.SITE, f"open{number}"), date(2020, 9, 1), standing=OPEN, found=found))
    text = bulletin.write([Part("检查情况", tuple(results), undecided=how)], **TITLE)

    assert expected in text


def test_nobody_is_cleared_by_doubt() -> None:
    """With an undecided one of our own, 未涉及我市 is not claimed; nor is 总体合格率 where all are open."""
    own = Subject(SubjectKind.SITE, "own", region="ours")
    results = [*visits(SubjectKind.SITE, 5, {0: "V3.1"}), Visit(own, date(2020, 9, 1), standing=OPEN)]
    some = bulletin.write([Part("检查情况", tuple(results), ours=lambda visit: visit.subject.region == "ours")], **TITLE)
    none = bulletin.write([Part("检查情况", (results[-1],))], **TITLE)

    assert "未涉及" not in some
    assert "总体合格率" not in none


def test_not_inspected_and_out_of_scope_are_told() -> None:
    """Failures to inspect and subjects not running stand in the text, outside the rate."""
    site = SubjectKind.SITE
    more = [
        Visit(Subject(site, "x"), date(2020, 9, 1), VisitState.NOT_INSPECTED),
        Visit(Subject(site, "y"), date(2020, 9, 1), VisitState.OUT_OF_SCOPE),
    ]
    text = bulletin.write([Part("检查情况", (*visits(site, 4), *more))], **TITLE)

    assert "因故未能检查1家次，未计入合格率。1家次未在运行，不在检查范围。" in text
    assert "共检查政府网站4家" in text


def test_change_and_rectification() -> None:
    """Against the last period: percentage points, and what became of those that were unqualified."""
    site = SubjectKind.SITE
    before, now = visits(site, 20, {0: "V3.1", 1: "V3.1"}, month=8), visits(site, 20, {1: "V3.1"})
    text = bulletin.write([Part("检查情况", tuple(now), before=tuple(before), by=CountBy.SITE)], **TITLE)

    assert "总体合格率为95%，较上期提高5个百分点。" in text
    assert "应整改2家，已整改合格1家，整改完成率50%，整改后合格率为95%；仍不合格的有site1。" in text


def inspection(text: str, url: str) -> Inspection:
    """An unqualified site whose names and quotes are all ``text``."""
    findings = tuple(
        Finding(
            "columns_not_updated",
            "blank",
            Outcome.FAILED,
            Target(TargetKind.COLUMN, str(number), text, url),
            values=(("reason", "blank_now"),),
        )
        for number in range(5)
    )
    subject = Subject(SubjectKind.SITE, text + "key", text, region=text, owner=text)
    verdict = Verdict(BAD, Found.FAULT, ("V4.3",))
    return Inspection(subject, datetime(2020, 9, 1, tzinfo=UTC), "national-2019", verdict, findings)


def test_problems_and_annex_come_from_findings() -> None:
    """The phrase offices print, the named columns with links, and the unqualified with clause and messages."""
    text = bulletin.write([inspection("通知公告", "http://www.example.gov.cn/a?b=1&c=2")], **TITLE)

    assert "**（一）栏目更新不及时。**涉及1个检查对象，共5处。" in text
    assert "](<http://www.example.gov.cn/a?b=1&c=2>)" in text
    assert re.search(r"\| 1 \| 通知公告 \| 通知公告 \| 通知公告key \| 通知公告 \| 空白栏目 5 个（含）以上：.+等5处 \|", text)


def test_hostile_text_does_nothing() -> None:
    """Names, addresses and messages that a site controls stay text in every format."""
    results = [inspection(EVIL, "javascript:alert(1)")]
    arguments: dict[str, Any] = {**TITLE, "title": EVIL, "demands": [EVIL], "annex": (EVIL, EVIL)}
    text = bulletin.write(results, **arguments)
    page = bulletin.write(results, format="html", **arguments)

    assert "](<javascript" not in text
    assert "\u202e" not in text + page
    assert re.findall(r"(?i)<script|<a [^>]*javascript|</td><", page.replace("</td></tr>", "").replace("</td><td>", "")) == []
    assert len(re.findall("<h1>", page)) == 1


def test_docx_holds_the_same_text_and_is_steady() -> None:
    """The document holds the same sentences, no external link but http(s), and is the same bytes again."""
    docx = pytest.importorskip("docx")
    results = [inspection(EVIL, "javascript:alert(1)"), inspection("乙网", "https://www.example.gov.cn/")]
    once, twice = (bulletin.write(results, format="docx", day=date(2020, 10, 9), **TITLE) for _ in range(2))
    document = docx.Document(io.BytesIO(once))
    relations = zipfile.ZipFile(io.BytesIO(once)).read("word/_rels/document.xml.rels").decode()

    assert once == twice
    assert any("共检查政府网站2家" in paragraph.text for paragraph in document.paragraphs)
    assert set(re.findall(r'Target="([^"]+)" TargetMode="External"', relations)) == {"https://www.example.gov.cn/"}
    assert len(document.tables[0].rows) == 3


def test_the_template_can_be_replaced() -> None:
    """A caller's template sees the same view, escaped; a broken one is refused by line."""
    text = bulletin.write(
        visits(SubjectKind.SITE, 3), template="{{ title }}：{{ parts[0].figures[0].checked }}", **{**TITLE, "title": "a|b"}
    )

    assert text == "a\\|b：3\n"
    for broken in ("{% if %}", "{{ nothing }}", "{{ ''.__class__.__mro__ }}"):
        with pytest.raises(InputError):
            bulletin.write([], template=broken, **TITLE)


def test_wrong_arguments() -> None:
    """An unknown format, or parts and results mixed, is refused."""
    with pytest.raises(InputError):
        bulletin.write([], format="pdf", **TITLE)  # type: ignore[call-overload]
    with pytest.raises(InputError):
        bulletin.write([Part("x", ()), *visits(SubjectKind.SITE, 1)], **TITLE)  # type: ignore[list-item]


@given(st.text(max_size=60))
def test_escaped_text_is_read_back_as_itself(text: str) -> None:
    """Whatever is escaped comes back as one paragraph of the same characters, never as markup."""
    (block, *rest) = list(blocks("甲" + escaped(text) + "乙"))

    assert rest == []
    assert [run.bold or bool(run.url) for run in block.runs] == [False] * len(block.runs)
    assert "".join(run.text for run in block.runs) == "甲" + re.sub(r"\\(.)", r"\1", escaped(text)) + "乙"


@given(st.text(alphabet="<>\"&'ab/:\\[]()*#|`~", max_size=60))
def test_html_of_escaped_text_has_no_foreign_tag(text: str) -> None:
    """No text makes a tag or leaves its attribute."""
    page = to_html(render("# {{ t }}\n\n| {{ t }} | {{ link(t, 'http://h/' ~ t) }} |\n", {"t": text}))
    body = page[page.index("<body>") :]

    assert set(re.findall(r"<(/?\w+)", body)) <= {
        "body",
        "/body",
        "/html",
        "p",
        "/p",
        "h1",
        "/h1",
        "div",
        "/div",
        "table",
        "/table",
        "tr",
        "/tr",
        "th",
        "/th",
        "a",
        "/a",
    }


def test_addresses() -> None:
    """Only ordinary http(s) addresses are links; what could leave an attribute or a bracket is encoded."""
    assert safe_url("http://h/a b\"<>'") == "http://h/a%20b%22%3C%3E%27"
    assert [safe_url(url) for url in ("javascript:alert(1)", "data:text/html,x", "//h/", "http://", "http://[x", "ftp://h/", "")] == [
        ""
    ] * 7
    assert link("甲", "javascript:1") == "甲"


def test_chinese_counts() -> None:
    """Section numbers as papers write them."""
    assert [chinese_count(number) for number in (1, 10, 11, 20, 21, 99, 100)] == ["一", "十", "十一", "二十", "二十一", "九十九", "100"]


def message(code: str, outcome: Outcome, key: str = "m1") -> Finding:
    """What was found of one 找错 message."""
    kind = TargetKind.SITE if key == "*" else TargetKind.MESSAGE
    return Finding("error_report_entry", code, outcome, Target(kind, key, key), values=(("reason", "late"), ("fault", "答非所问")))


def site(*findings: Finding, key: str = "甲", day: int = 1, standing: Standing = GOOD, fired: tuple[str, ...] = ()) -> Inspection:
    """A site inspected on a day of September."""
    found = Found.FAULT if fired else Found.NONE
    return Inspection(
        Subject(SubjectKind.SITE, key, key), datetime(2020, 9, day, tzinfo=UTC), "national-2019", Verdict(standing, found, fired), findings
    )


def test_error_reports_are_counted_once() -> None:
    """A message seen in two visits counts once, as seen last; what is open is told; what nobody judged is not called good."""
    results = [
        site(message("answered_late", Outcome.PASSED), message("poor_answer", Outcome.UNTESTED)),
        site(
            message("answered_late", Outcome.FAILED),
            message("answered_late", Outcome.CANT_TELL, "m2"),
            message("answered_late", Outcome.UNTESTED, "*"),
            day=20,
        ),
    ]
    text = bulletin.write(results, **TITLE)
    judged = bulletin.write([site(*(message("poor_answer", outcome, outcome) for outcome in (Outcome.FAILED, Outcome.PASSED)))], **TITLE)

    assert "检查中查看找错留言2条，其中未在规定时间内答复1条，是否按时答复待复核1条。如甲：" in text
    assert "评价答复质量" not in text
    assert "评价答复质量2条，其中质量不高1条。" in judged
    assert "查看找错留言" not in judged


def test_error_reports_of_the_office() -> None:
    """The office's own numbers are printed as far as it gives them, and cannot contradict each other."""
    reports = bulletin.ErrorReports(361, 361, 360, "其中涉及市直部门12条。")
    text = bulletin.write(visits(SubjectKind.SITE, 1), error_reports=reports, **TITLE)
    short = bulletin.write(visits(SubjectKind.SITE, 1), error_reports=bulletin.ErrorReports(received=5), **TITLE)

    assert "共收到“我为政府网站找错”平台留言361条，办结361条，按期办结率为99.7%。\n\n其中涉及市直部门12条。" in text
    assert "平台留言5条。" in short
    assert "找错" not in bulletin.write(visits(SubjectKind.SITE, 1), error_reports=bulletin.ErrorReports(), **TITLE)
    for wrong in ((1, 2, None), (5, 3, 4), (-1, -2, None)):
        with pytest.raises(InputError):
            bulletin.ErrorReports(*wrong)


def column(name: str) -> Finding:
    """A blank column."""
    return Finding(
        "columns_not_updated",
        "blank",
        Outcome.FAILED,
        Target(TargetKind.COLUMN, name, name, f"http://h/{name}"),
        values=(("reason", "blank_now"),),
    )


def test_a_fault_seen_twice_is_one_fault() -> None:
    """Two visits with the same blank column and one more are two faults of one subject."""
    text = bulletin.write([site(column("a")), site(column("a"), column("b"), day=20)], **TITLE)

    assert "**（一）栏目更新不及时。**涉及1个检查对象，共2处。" in text


def test_unqualified_twice_is_listed_once_with_all_reasons() -> None:
    """A site unqualified in two visits has one row that names both situations; by subject, each reason counts once."""
    results = [site(standing=BAD, fired=("V3.1",)), site(standing=BAD, fired=("V3.1",), day=9), site(standing=BAD, fired=("V2.1",), day=20)]
    text = bulletin.write([Part("检查情况", tuple(results), by=CountBy.SITE)], **TITLE)
    rows = [line for line in text.splitlines() if line.startswith("| 1 |")]

    assert len(rows) == 1
    assert rows[0].count("首页") == 1
    assert "；" in rows[0]
    assert "不合格原因：站点无法访问（1家）、首页不更新（1家）。" in text
    assert "首页不更新（2家次）" in bulletin.write([Part("检查情况", tuple(results))], **TITLE)


def near(key: str, failed: int, day: int = 1, standing: Standing = GOOD, fired: tuple[str, ...] = ()) -> Inspection:
    """A site with so many of the five blank columns that are a veto."""
    clause = ClauseResult("V4.3", PartOfList.VETO, "columns_not_updated", ClauseState.CLEAR, failed=failed, passed=20)
    verdict = Verdict(standing, Found.FAULT if fired else Found.NONE, fired, clauses=(clause,))
    return evolve(site(key=key, day=day), verdict=verdict)


def test_close_to_a_veto() -> None:
    """Listed once by the last visit, with how near; not listed: far ones, and those unqualified already."""
    results = [near("甲", 2), near("甲", 3, day=20), near("乙", 4), near("乙", 0, day=20), near("丙", 4, standing=BAD, fired=("V3.1",))]
    text = bulletin.write(results, **TITLE)
    section = text[text.index("接近单项否决") :].split("##")[0]

    assert "| 1 |  | 甲 | 栏目不更新 | 3个（5个即否决） |" in section
    assert "乙" not in section
    assert "丙" not in section


def test_a_partial_list_is_said() -> None:
    """Where only some clauses were inspected, the bulletin says so before its rates."""
    partial = evolve(site(), verdict=Verdict(GOOD, Found.NONE, partial="automatic"))

    assert "本次按部分检查指标（automatic）检查，合格与否仅就所检查的指标而言。" in bulletin.write([partial], **TITLE)
    assert "部分检查指标" not in bulletin.write([site()], **TITLE)


def test_areas_are_a_table() -> None:
    """Two areas or more stand in a table that the reader reads back; with undecided ones left out, its heading says so."""
    results = [
        Visit(Subject(SubjectKind.SITE, f"s{number}", region="甲市" if number % 2 else "乙市"), date(2020, 9, 1), standing=GOOD)
        for number in range(6)
    ]
    doubtful = Visit(Subject(SubjectKind.SITE, "open", region="甲市"), date(2020, 9, 1), standing=OPEN)
    settled, some = (bulletin.write([Part("检查情况", tuple(one))], **TITLE) for one in (results, [*results, doubtful]))
    read = [figure for figure in bulletin.read(settled) if figure.scope in ("甲市", "乙市")]

    assert "| 甲市 | 3 | 0 | 0 | 100% |" in settled
    assert "| 合格率 |" in settled
    assert "| 已有结论的合格率 |" in some
    assert [(figure.scope, figure.checked, figure.unqualified, figure.pass_rate_text) for figure in read] == [
        ("乙市", 3, 0, "100%"),
        ("甲市", 3, 0, "100%"),
    ]


def test_messages_on_paper() -> None:
    """Times are written out, and addresses stay in the link where there is one."""
    text = "2026-05-15T19:49:00+08:00访问失败：http://h/a?b=1，所在页面http://h/c"

    assert printed(text, linked=True) == "5月15日19时49分访问失败"
    assert printed(text, linked=False).endswith("：http://h/a?b=1，所在页面http://h/c")


def test_nothing_is_in_it_that_results_do_not_carry() -> None:
    """Every number of a bulletin of bare visits is one of its counts, rates or dates; empty sections are left out."""
    text = bulletin.write(visits(SubjectKind.SITE, 7, {2: "V3.1"}), **TITLE)

    assert set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"site\d|V3\.1", "", text))) == {"7", "1", "85.7"}
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## 一、检查情况", "## 附件：不合格网站名单"]


def test_a_column_is_one_place_in_how_many_clauses_it_may_count() -> None:
    """Blank under V4.3, long stale under V4.2 and blank under D1.9 is one column; named once among the examples."""
    site = inspection("通知公告", "http://www.example.gov.cn/a")
    again = [evolve(one, code="long_stale") for one in site.findings] + [evolve(one, indicator="other_columns") for one in site.findings]
    text = bulletin.write([evolve(site, findings=(*again[:1], *site.findings, *again[1:]))], **TITLE)

    assert "共5处。" in text
    problems = text[text.index("（一）栏目更新不及时") :].split("\n")[0]
    assert 2 == problems.count("](<http") == problems.count("通知公告：")


def test_accounts_of_one_name_are_told_apart_in_the_annex() -> None:
    """An account known by its name alone is listed with its platform; the one of another platform has a row of its own."""
    account = Subject(SubjectKind.ACCOUNT, "禾溪发布", "禾溪发布", platform="wechat")
    failed = [Visit(evolve(account, platform=name), date(2020, 9, 1), standing=BAD, fired=("N2.1",)) for name in ("wechat", "weibo")]
    text = bulletin.write(failed, **TITLE)

    assert "| 禾溪发布（微信公众号） |" in text
    assert "| 禾溪发布（微博） |" in text
    assert "（微信公众号）" not in bulletin.write([evolve(failed[0], subject=evolve(account, key="gh_1"))], **TITLE)


def test_words_and_iterators_will_do_in_a_part() -> None:
    """``by`` and ``undecided`` take the words that ``pass_rate`` takes, results may be given once; a wrong word is refused."""
    made = visits(SubjectKind.SITE, 6, {1: "V4.3", 4: "V4.3"}, subjects=3)
    spoken = bulletin.write([Part("检查情况", iter(made), by="site", undecided="range", before=iter(made))], **TITLE)

    assert spoken == bulletin.write(
        [Part("检查情况", tuple(made), by=CountBy.SITE, undecided=Undecided.RANGE, before=tuple(made))], **TITLE
    )
    with pytest.raises(InputError, match="expected one of visit, site"):
        Part("检查情况", (), by="sites")
    with pytest.raises(InputError, match="'rates'; expected rate, share"):
        Part("检查情况", (), styles={"rates": Style(0)})
    assert Style(1, Rounding.CUT) == Style(1, "cut")
    with pytest.raises(InputError, match="expected one of half_up, cut"):
        Style(1, "down")


@pytest.mark.parametrize("how", list(Undecided))
@pytest.mark.parametrize("by", list(CountBy))
@pytest.mark.parametrize("registered", [None, 40])
def test_our_own_bulletins_hold_when_audited(how: Undecided, by: CountBy, registered: int | None) -> None:
    """Sites visited twice, unqualified ones and undecided ones: every rate printed agrees with the counts beside it."""
    for seed in range(12):
        made = visits(SubjectKind.SITE, 18 + seed, {seed: "V4.3", seed + 5: "V3.1"}, subjects=11 + seed % 5)
        made = [evolve(one, standing=OPEN, fired=()) if n % 7 == seed % 7 and one.standing is GOOD else one for n, one in enumerate(made)]
        text = bulletin.write([Part("检查情况", tuple(made), area="全省", sites=registered, by=by, undecided=how)], **TITLE)
        audits = [bulletin.audit(figure) for figure in bulletin.read(text)]

        assert audits
        assert not [audit.figure.quote for audit in audits if audit.agreement is bulletin.Agreement.INCONSISTENT]
        assert by is CountBy.VISIT or f"{len({one.subject.key for one in made})}家（{len(made)}家次）" in text
