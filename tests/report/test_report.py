"""Reports: the six columns, pages that hold everything and run nothing foreign, tables without formulas, SARIF and EARL."""

from __future__ import annotations

import base64
import csv
import hashlib
import html
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules import report
from govsite_rules.checklists import NATIONAL_2019
from govsite_rules.comparison import Comparison, Unseen
from govsite_rules.errors import InputError
from govsite_rules.inspection import Inspection
from govsite_rules.report.tables import cell
from govsite_rules.scoring.rates import Visit, VisitState
from govsite_rules.scoring.records import Found, Standing, Verdict, Waiver
from govsite_rules.values.finding import Evidence, Finding, Measure, Outcome, Target, TargetKind
from govsite_rules.values.subject import Subject, SubjectKind

NOW = datetime(2020, 9, 1, 1, tzinfo=UTC)
EVIL = '=HYPERLINK("http://x","y")</script></style><script>alert(1)</script><img src=x onerror=alert(1)>\'"&{{7*7}}\u202e\x00'
BLANK = ("columns_not_updated", "blank")


def finding(key: str, outcome: Outcome = Outcome.FAILED, name: str = "通知公告", url: str = "http://www.example.gov.cn/tzgg/") -> Finding:
    """A blank column called ``name``."""
    seen = Evidence(url, name, "", NOW - timedelta(hours=2), name)
    return Finding(*BLANK, outcome, Target(TargetKind.COLUMN, key, name, url), evidence=(seen,), values=(("reason", "blank_now"),))


def inspection(*findings: Finding, name: str = "甲县人民政府") -> Inspection:
    """An unqualified site with these findings."""
    subject = Subject(SubjectKind.SITE, f"key-{name}", name, region=name, owner=name, level="county")
    return Inspection(subject, NOW, "national-2019", Verdict(Standing.UNQUALIFIED, Found.FAULT, ("V4.3",)), findings)


ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
"""Lone surrogates too: payloads of platforms hold them."""

OWN_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "p",
        "h1",
        "h2",
        "h3",
        "span",
        "div",
        "b",
        "ul",
        "li",
        "details",
        "summary",
        "a",
        "br",
        "blockquote",
        "label",
        "input",
        "table",
        "tr",
        "th",
        "td",
        "script",
    ]
)


class Tags(HTMLParser):
    """Every tag with its attributes, and all text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._raw = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._raw = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._raw = False

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.words += data


def test_rows_have_the_official_columns() -> None:
    """Time in Shanghai, column, address, message, snapshot, standard; bonus points not earned are no problem."""
    bonus = Finding("smart_search", "fuzzy", Outcome.FAILED, Target(TargetKind.SITE, "site"))
    rows = report.problem_rows([inspection(finding("a"), finding("b", Outcome.CANT_TELL), finding("c", Outcome.PASSED), bonus)])
    (row,) = rows

    assert report.COLUMNS == ("监测时间", "监测栏目", "问题链接", "问题描述", "快照", "检查标准", "整改状态")
    assert row.cells[:3] == ("2020-09-01 07:00", "通知公告", "http://www.example.gov.cn/tzgg/")
    assert "通知公告" in row.cells[3]
    assert row.cells[5].startswith("栏目不更新：V4.3 ")
    assert (row.veto, row.clauses, row.state) == (True, ("V4.3",), "")


def test_open_ones_are_listed_on_request() -> None:
    """What a person must decide is marked open and stays out unless asked for."""
    given_ = [inspection(finding("a"), finding("b", Outcome.CANT_TELL))]

    assert [row.open for row in report.problem_rows(given_)] == [False]
    assert [row.open for row in report.problem_rows(given_, include_open=True)] == [False, True]


def test_rectification_states() -> None:
    """已整改, 未整改, 新发现 and 未复查 come from the comparison."""
    now = inspection(finding("still"), finding("new"))
    compared = Comparison(
        now.subject.key, (finding("mended"),), (finding("still"),), (finding("new"),), (Unseen(finding("gone"), "not_listed"),)
    )
    rows = report.problem_rows([now], comparisons=[compared])

    assert [row.cells[6] for row in rows] == ["未整改", "新发现", "已整改", "未复查"]


def test_rectification_of_accounts_of_one_name() -> None:
    """What became of an account's faults is not told of the account of that name on another platform."""
    account = inspection(finding("still"))
    wechat, weibo = (evolve(account, subject=evolve(account.subject, platform=name)) for name in ("wechat", "weibo"))
    compared = [Comparison(one.subject.key, remaining=one.findings, platform=one.subject.platform) for one in (wechat,)]

    assert ["未整改", ""] == [row.cells[6] for row in report.problem_rows([wechat, weibo], comparisons=compared)]


def test_site_page_shows_everything() -> None:
    """Verdict, fired clause, finding, quote, link, days left and coverage are on the page, in both languages."""
    pytest.importorskip("jinja2")
    soon = evolve(finding("d", Outcome.PASSED, "动态"), measures=(Measure("days_left", Fraction(3), "days"),))
    waived = evolve(inspection(finding("a"), soon), waivers=(Waiver(finding("a").key, date(2020, 12, 31), "改版"),))
    chinese, english = (Tags(report.site_page(waived, lang=lang)).words for lang in ("zh-Hans", "en"))

    for text in ("甲县人民政府", "不合格", "V4.3", "空白栏目", "通知公告", "剩余天数 3", "2020-12-31 改版", "县级", "2020-09-01 09:00"):
        assert text in chinese
    assert "Unqualified" in english
    with pytest.raises(InputError):
        report.site_page(waived, lang="de")


def test_pages_run_only_their_own_script() -> None:
    """The policy names the page's one script and style by their hashes, and nothing is loaded."""
    pytest.importorskip("jinja2")
    for page in (report.site_page(inspection(finding("a"))), report.batch_page([inspection(finding("a"))], title="批次")):
        tags = Tags(page).tags
        policy = next(attrs["content"] for tag, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy") or ""
        for kind in ("script", "style"):
            (inner,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
            digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{digest}'" in policy

        assert "default-src 'none'" in policy
        assert [attrs for _, attrs in tags if "src" in attrs or any(name.startswith("on") or name == "style" for name in attrs)] == []


def test_hostile_text_in_pages() -> None:
    """Names, quotes and addresses that a site controls are text: no tag, no attribute, no address but http(s)."""
    pytest.importorskip("jinja2")
    bad = inspection(
        finding("a", name=EVIL, url="javascript:alert(1)"), finding("b", name=EVIL, url='http://h/"onmouseover="alert(1)'), name=EVIL
    )
    for page in (report.site_page(bad), report.batch_page([bad], title=EVIL)):
        parsed = Tags(page)

        assert {tag for tag, _ in parsed.tags} & {"img", "iframe", "object"} == set()
        assert sum(tag == "script" for tag, _ in parsed.tags) == 1
        assert all((attrs.get("href") or "http").startswith("http") for _, attrs in parsed.tags)
        assert not any("onmouseover" in attrs for _, attrs in parsed.tags)
        assert "\u202e" not in page
        assert "{{7*7}}" in parsed.words


def test_batch_page_counts_and_charts() -> None:
    """Rates with the undecided told, charts by area and month, and what is outside the rate."""
    pytest.importorskip("jinja2")
    results = [
        Visit(
            Subject(SubjectKind.SITE, f"s{number}", region=f"区{number % 2}"),
            date(2020, 8 + number % 2, 1),
            standing=Standing.UNDECIDED if number == 0 else Standing.QUALIFIED,
            score_low=Fraction(70 + number),
            score_high=Fraction(70 + number),
        )
        for number in range(10)
    ]
    results.append(Visit(Subject(SubjectKind.SITE, "x"), date(2020, 9, 1), VisitState.NOT_INSPECTED))
    words = Tags(report.batch_page(results, title="批次", populations={SubjectKind.SITE: 20})).words

    for text in ("90%至100%", "待复核1个", "50%", "各地区合格率", "各月合格率", "得分分布", "因故未能检查1次", "未能检查"):
        assert text in words


def test_csv_has_no_formula() -> None:
    """A cell that a spreadsheet would calculate begins with an apostrophe; all columns are there."""
    rows = report.problem_rows([inspection(finding("a", name=EVIL, url="=1+1"), name=EVIL)])
    (head, line) = list(csv.reader(io.StringIO(report.to_csv(rows))))

    assert head == ["序号", "网站（账号）", *report.COLUMNS]
    assert [text[:1] for text in line if "HYPERLINK" in text and text.startswith(("=", "'"))] == ["'", "'", "'"]
    assert line[4] == "'=1+1"


@pytest.mark.parametrize(
    "text, expected",
    [("=1", "'=1"), (" +1", "' +1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("甲=1", "甲=1"), ("", "")],
)
def test_cells(text: str, expected: str) -> None:
    """Every leading sign is covered, also behind blanks and in full width; other text is untouched."""
    assert cell(text) == expected


def test_xlsx_is_text_and_steady() -> None:
    """Cells are strings and never formulas or links; equal rows give equal bytes."""
    openpyxl = pytest.importorskip("openpyxl")
    rows = report.problem_rows([inspection(finding("a", name=EVIL, url="=1+1"), finding("b"), name=EVIL)])
    once = report.to_xlsx(rows, title="a/b:[c]*?" + "长" * 40)
    sheet = openpyxl.load_workbook(io.BytesIO(once)).active
    kinds = {one.data_type for line in sheet.iter_rows(min_row=2, min_col=2) for one in line if one.value is not None}

    assert once == report.to_xlsx(rows, title="a/b:[c]*?" + "长" * 40)
    assert kinds == {"s"}
    assert [sheet.cell(1, place).value for place in range(3, 10)] == list(report.COLUMNS)
    assert sheet.cell(2, 5).value == "=1+1"
    assert all(one.hyperlink is None for line in sheet.iter_rows() for one in line)
    assert sheet.max_row == 3


def test_sarif() -> None:
    """Vetoes are errors, open ones reviews, waived ones suppressed; rule indexes and addresses hold."""
    waived = evolve(
        inspection(finding("a"), finding("b", Outcome.CANT_TELL), finding("c", Outcome.PASSED), finding("d", url="javascript:x y")),
        waivers=(Waiver(finding("a").key, date(2020, 12, 31), "改版"),),
    )
    log = json.loads(report.to_sarif([waived]))
    (run,) = log["runs"]

    assert log["version"] == "2.1.0"
    assert [(one["kind"], one["level"]) for one in run["results"]] == [("fail", "error"), ("review", "none"), ("fail", "error")]
    assert [("suppressions" in one) for one in run["results"]] == [True, False, False]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    assert [uri.partition(":")[0] for uri in uris] == ["http", "http", "urn"]
    assert all(re.fullmatch(r"[!-~]+", uri) for uri in uris)


def test_earl() -> None:
    """One assertion for every finding, with its outcome; what nobody tested says so."""
    findings = [finding(str(number), outcome) for number, outcome in enumerate(Outcome)]
    graph = json.loads(report.to_earl([inspection(*findings)]))["@graph"]
    outcomes = [one["earl:result"]["earl:outcome"]["@id"] for one in graph if one["@type"] == "earl:Assertion"]

    assert outcomes == ["earl:inapplicable", "earl:passed", "earl:untested", "earl:cantTell", "earl:failed"]


def test_show_frames_a_page() -> None:
    """A notebook gets the page in a frame that cannot reach it; anything else is refused."""
    pytest.importorskip("jinja2")
    one, many = report.show(inspection(finding("a"))), report.show([inspection(finding("a"))])
    frame = one._repr_html_()

    assert frame.startswith('<iframe sandbox="allow-scripts"')
    assert html.unescape(frame.partition('srcdoc="')[2].partition('"></iframe>')[0]) == one.page
    assert "检查结果" in many.page
    for wrong in ("text", 3, [3]):
        with pytest.raises(InputError):
            report.show(wrong)  # type: ignore[arg-type]


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_is_survived(name: str, url: str) -> None:
    """Whatever a site wrote, every format is made, and no page gets a tag from it."""
    pytest.importorskip("jinja2")
    pytest.importorskip("openpyxl")
    given_ = inspection(finding("a", name=name, url=url), name=name or "x")
    rows = report.problem_rows([given_])
    tags = {tag for tag, _ in Tags(report.site_page(given_)).tags}

    assert tags <= OWN_TAGS
    assert report.to_earl([given_]).encode()
    assert json.loads(report.to_sarif([given_]))["version"] == "2.1.0"
    assert report.to_xlsx(rows)[:2] == b"PK"
    assert len(list(csv.reader(io.StringIO(report.to_csv(rows))))) == 2


def paragraphs(data: bytes) -> str:
    """All text of a Word document, tables included."""
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_papers_hold_what_pages_hold() -> None:
    """One subject and a batch as Word documents: verdict, list, rates, the unqualified; the same bytes again; both languages."""
    now = inspection(finding("a"), finding("b", name="统计信息"))
    visit = Visit(Subject(SubjectKind.SITE, "s1", region="乙区"), date(2020, 8, 1), standing=Standing.QUALIFIED)
    one, many = paragraphs(report.site_paper(now)), paragraphs(report.batch_paper([now, visit], title="批次"))

    for text in ("甲县人民政府检查报告", "不合格", "V4.3 栏目不更新", "“统计信息”为空白栏目", "通知公告"):
        assert text in one
    for text in ("批次", "50%", "各地区合格率", "乙区", "key-甲县人民政府", "V4.3 栏目不更新", "“统计信息”为空白栏目"):
        assert text in many
    assert report.site_paper(now) == report.site_paper(now)
    assert "Inspection report" in paragraphs(report.site_paper(now, lang="en"))


def test_a_list_explains_its_own_results_alone() -> None:
    """A list that is given does not explain results of another one."""
    other = evolve(NATIONAL_2019, id="own-2026", clauses=())
    own = evolve(inspection(finding("a")), checklist="own-2026")
    rows = report.problem_rows([inspection(finding("a")), own], checklist=other)

    assert [row.clauses for row in rows] == [("V4.3",), ()]


def test_papers_list_so_many() -> None:
    """Of many problems the first 200 are listed and the rest counted."""
    pytest.importorskip("docx")
    many = paragraphs(report.site_paper(inspection(*(finding(str(number), name=f"栏目{number}") for number in range(203)))))

    assert "栏目199" in many
    assert "栏目200" not in many
    assert "其余3项未列出" in many


def test_rectification_on_pages_and_papers() -> None:
    """整改 x/y, the rate before and after, and who is not mended, wherever last period's results are given."""
    was = [inspection(finding("a"), name=name) for name in ("甲", "乙", "丙")]
    now = [evolve(was[0], verdict=Verdict(Standing.QUALIFIED, Found.NONE)), evolve(was[1], as_of=NOW + timedelta(days=30))]
    compared = Comparison(now[0].subject.key, (finding("a", Outcome.PASSED),), unseen=(Unseen(finding("z"), "not_listed"),))
    page = Tags(report.batch_page(now, title="批次", before=was, comparisons=[compared])).words
    paper = paragraphs(report.batch_paper(now, title="批次", before=was, comparisons=[compared]))
    site = Tags(report.site_page(now[0], comparison=compared)).words

    for text in ("1/3", "33.3%", "整改前0%", "仍不合格：乙", "未复查：丙"):
        assert text in page
        assert text in paper
    for words in (page, site):
        assert "已整改1个，未整改0个，未复查1个；本次新发现0个" in words


def test_pages_of_a_batch_are_linked() -> None:
    """A subject's name leads to its own page where there is one, and nowhere else."""
    pytest.importorskip("jinja2")
    given_ = [inspection(finding("a"), name="甲"), inspection(finding("a"), name="乙")]
    tags = Tags(report.batch_page(given_, title="批次", links={given_[0].subject.identity: "0001.html"})).tags

    assert [attrs["href"] for tag, attrs in tags if tag == "a"] == ["0001.html"]


def test_hostile_text_on_paper() -> None:
    """Names, addresses and messages of a site are text on paper; only http(s) addresses are links."""
    pytest.importorskip("docx")
    bad = inspection(finding("a", name=EVIL, url="javascript:alert(1)"), finding("b", url="http://h/x"), name=EVIL)
    for data in (report.site_paper(bad), report.batch_paper([bad], title=EVIL)):
        archive = zipfile.ZipFile(io.BytesIO(data))
        links = re.findall(r'Target="([^"]+)" TargetMode="External"', archive.read("word/_rels/document.xml.rels").decode())

        assert set(links) == {"http://h/x"}
        assert "\u202e" not in archive.read("word/document.xml").decode()
        assert "HYPERLINK" in paragraphs(data)
