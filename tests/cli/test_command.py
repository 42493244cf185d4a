"""The command: what it prints, what it writes, and its exit codes, a bug of its own included."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from govsite_rules import __version__
from govsite_rules.checklists import NATIONAL_2019
from govsite_rules.cli import app as app_module
from govsite_rules.cli import show
from govsite_rules.cli.app import run
from govsite_rules.cli.words import LANGUAGES, WORDS, Say, clean, locale_language, number
from govsite_rules.indicators._reasons import REASONS
from govsite_rules.inspection import Inspection, inspect
from govsite_rules.interchange import from_json
from govsite_rules.scoring.records import Found, Standing, Verdict
from govsite_rules.testing import builders, faultless_site
from govsite_rules.values.dates import SHANGHAI
from govsite_rules.values.finding import Evidence, Finding, Measure, Outcome, Target, TargetKind
from govsite_rules.values.page import Mark, MarkState
from govsite_rules.values.seen import Seen
from govsite_rules.values.site import Column, ColumnKind, ColumnState, SiteProfile, SiteSnapshot, TryResult
from govsite_rules.values.subject import RunningStatus, Subject, SubjectKind

AS_OF = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI)
HOSTILE = "[bold red]标题[/] \x1b[31m\x9b2J\u202e\u200b换行\r\n第二行\x00"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English unless a test asks otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch):
    """A result to be given whatever is inspected."""

    def give(standing: Standing | None) -> None:
        result = Inspection(
            Subject(SubjectKind.SITE, "x"), AS_OF, NATIONAL_2019.id, Verdict(standing, Found.NONE), in_scope=standing is not None
        )
        monkeypatch.setattr(app_module, "inspect", lambda *args, **kwargs: result)

    return give


def test_the_example_shows_every_outcome(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The shipped example inspects without error and holds findings of all five outcomes."""
    target = tmp_path / "result.json"
    code = run(["inspect", "example", "--json", str(target)])
    result = from_json(target.read_text(encoding="utf-8"), Inspection)

    assert code == 0
    assert {finding.outcome for finding in result.findings} == set(Outcome)
    assert result.verdict.standing is Standing.UNDECIDED
    assert "禾溪县人民政府" in capsys.readouterr().out


def test_the_order_an_office_thinks_in(capsys: pytest.CaptureFixture[str]) -> None:
    """Found or not comes first, then what is open, problems, score and coverage."""
    run(["inspect", "example", "--lang", "zh"])
    printed = capsys.readouterr().out
    places = [printed.index(f"\n{word}") for word in ("未发现不合格情形", "尚未查清", "存在问题", "得分范围", "检查范围")]

    assert places == sorted(places)
    assert "“通知公告”" in printed
    assert "2025-10-30" in printed
    assert "http://www.hexi-example.gov.cn/tzgg/" in printed


@pytest.mark.parametrize(
    ("name", "value", "expected"), [("LC_ALL", "zh_CN.UTF-8", "zh"), ("LANG", "en_US.UTF-8", "en"), ("LANG", "", "en")]
)
def test_the_locale_chooses_the_language(monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str) -> None:
    """Chinese where the locale is Chinese, English else; LC_ALL goes before LANG."""
    monkeypatch.setenv(name, value)

    assert locale_language() == expected

    monkeypatch.setenv("LC_ALL", "zh_TW")
    assert locale_language() == "zh"


def test_every_word_is_there_in_both_languages() -> None:
    """No text of the command is missing in one language, and both take the same values."""
    for word, texts in WORDS.items():
        fields = [sorted(part.split("}")[0] for part in text.split("{")[1:]) for text in texts]

        assert all(texts), word
        assert fields[0] == fields[1], word
        assert len(texts) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("standing", "flags", "expected"),
    [
        (Standing.QUALIFIED, ["--exit-verdict"], 0),
        (Standing.UNQUALIFIED, ["--exit-verdict"], 10),
        (Standing.UNDECIDED, ["--exit-verdict"], 11),
        (None, ["--exit-verdict"], 11),
        (Standing.UNQUALIFIED, [], 0),
    ],
)
def test_exit_verdict(fixed, standing: Standing | None, flags: list[str], expected: int) -> None:
    """With --exit-verdict the code says the verdict, without it only that an inspection was made."""
    fixed(standing)

    assert run(["inspect", "example", *flags]) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["inspect"],
        ["inspect", "example", "--nosuch"],
        ["nosuch"],
        ["inspect", "example", "--as-of", "2026-05-20T09:00:00"],
        ["inspect", "example", "--as-of", "yesterday"],
        ["inspect", "example", "--checklist", "national-2091"],
        ["inspect", "example", "--declare-none", "V1.2,V9.9"],
        ["inspect", "example", "--level", "village"],
        ["inspect", "example", "--json", "no/such/folder/x.json"],
        ["inspect", "example", "--lang", "fr"],
        ["explain", "V9.9"],
        ["checklist", "nosuch"],
        ["example", "."],
    ],
)
def test_wrong_usage_is_64(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage ends with 64 and a message on standard error, nothing on standard output."""
    code = run(arguments)
    printed = capsys.readouterr()

    assert code == 64
    assert printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["inspect", "example", "--as-of", "2026/2/30"], "--as-of “2026/2/30”不是带时区的时间，应如 2026-05-20T09:00:00+08:00"),
        (["inspect", "example", "--homepage", "hexi.gov.cn"], "--homepage “hexi.gov.cn”不是网址，应以 http:// 或 https:// 开头，没有空格"),
        (["checklist", "nosuch"], "没有检查指标 'nosuch'；现有 national-2019, liaoning-2019, census-2015"),
        (
            ["inspect", "example", "--declare-none", "V9.9"],
            "检查指标 'national-2019' 没有条款 'V9.9'；最接近的是 V6.3, V6.2, V6.1",
        ),
        (["explain", "V4.9"], "national-2019 中没有条款或指标“V4.9”；最接近的是 V4.3、V4.2、V4.1"),
        (["explain", "栏目"], "national-2019 中没有条款或指标“栏目”"),
    ],
)
def test_wrong_usage_is_told_in_words(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was given, what is wrong with it and what would be right, in the language of the reader."""
    assert run([*arguments, "--lang", "zh"]) == 64
    assert capsys.readouterr().err == f"govsite-rules: 用法错误: {told}\n"


@pytest.mark.parametrize("content", [None, "not json\n", '{"schema":"other/1"}\n', ""])
def test_bad_data_is_65(tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing or broken snapshot file ends with 65 and names the file."""
    path = tmp_path / "site.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")

    assert run(["inspect", str(path), "--as-of", AS_OF.isoformat()]) == 65
    assert "site.jsonl" in capsys.readouterr().err


def test_a_folder_needs_a_profile_and_a_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without ``site.toml`` needs a domain, and the moment of inspection is never taken from the clock."""
    (tmp_path / "index.jsonl").write_text("", encoding="utf-8")
    moment = ["--as-of", AS_OF.isoformat()]

    assert run(["inspect", str(tmp_path / "nothing")]) == 65
    assert run(["inspect", str(tmp_path), *moment]) == 65
    assert "--domain" in capsys.readouterr().err
    assert run(["inspect", str(tmp_path), "--domain", "www.hexi-example.gov.cn"]) == 64
    assert "--as-of" in capsys.readouterr().err
    assert run(["inspect", str(tmp_path), "--domain", "www.hexi-example.gov.cn", "--portal", *moment]) == 0


def test_the_homepage_of_a_site_in_a_folder_is_an_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site in a folder of another body's host is told without a ``site.toml`` too; an address that is none is refused."""
    (tmp_path / "index.jsonl").write_text("", encoding="utf-8")
    given = ["inspect", str(tmp_path), "--domain", "www.city.gov.cn/slj", "--as-of", AS_OF.isoformat(), "--homepage"]
    snapshot = tmp_path / "site.jsonl"

    assert run([*given, "https://www.city.gov.cn/slj/", "--snapshot", str(snapshot)]) == 0
    assert '"homepage":"https://www.city.gov.cn/slj/"' in snapshot.read_text(encoding="utf-8")
    assert run([*given, "/slj/"]) == 64
    assert "https://" in capsys.readouterr().err


def test_bad_folder_data_names_file_row_and_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message of bad data says where it is and what would be right."""
    (tmp_path / "index.jsonl").write_text('{"url": "http://a.cn/", "fetched_at": "2026-05-20", "status": 404}\n', encoding="utf-8")
    code = run(["inspect", str(tmp_path), "--domain", "a.cn", "--as-of", AS_OF.isoformat()])
    message = capsys.readouterr().err

    assert code == 65
    assert "index.jsonl:1" in message
    assert "'fetched_at'" in message
    assert "expected" in message


def test_a_bug_is_70(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An error nobody foresaw ends with 70 and one line; --debug adds the traceback."""

    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("\x1b[31mboom")

    monkeypatch.setattr(app_module, "inspect", broken)

    assert run(["inspect", "example"]) == 70
    message = capsys.readouterr().err
    assert "ZeroDivisionError" in message
    assert "\x1b" not in message
    assert "Traceback" not in message
    assert run(["--debug", "inspect", "example"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install() -> None:
    """Where rich or typer is missing the command names the extra and ends with 64."""
    code = "import sys; sys.modules['rich'] = None; from govsite_rules.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 64
    assert "govsite-rules[cli]" in done.stderr


def test_the_command_runs_as_a_process() -> None:
    """The entry point passes arguments and exit code through."""
    code = "from govsite_rules.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "inspect", "example", "--exit-verdict"], capture_output=True, text=True, check=False)

    assert done.returncode == 11
    assert "\x1b" not in done.stdout
    assert "pages read" in done.stderr


def test_nobody_reads_on() -> None:
    """A reader that stops early, such as ``head``, ends the command without an error."""
    code = "from govsite_rules.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "inspect", "example", "--all"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        message = process.stderr.read()

    assert process.returncode == 0
    assert "Error" not in message


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the pages are counted by a bar, which goes to standard error and leaves no line behind."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    code = "from govsite_rules.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "inspect", "example"], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "37/37" in done.stderr or "reading pages" in done.stderr
    assert "pages read" not in done.stderr


def test_declared_clauses_are_closed(capsys: pytest.CaptureFixture[str]) -> None:
    """--declare-none closes clauses, with full-width commas too."""
    run(["inspect", "example", "--declare-none", "V1.1，V1.5", "--json", "-"])
    result = json.loads(capsys.readouterr().out)

    assert {"V1.1", "V1.5"} <= set(result["coverage"]["declared"])


def test_a_snapshot_says_the_same_as_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Inspecting the written snapshot gives the findings of inspecting the folder."""
    snapshot = tmp_path / "site.jsonl"
    run(["inspect", "example", "--snapshot", str(snapshot), "--json", "-"])
    first = json.loads(capsys.readouterr().out)
    run(["inspect", str(snapshot), "--as-of", AS_OF.isoformat(), "--json", "-"])
    second = json.loads(capsys.readouterr().out)

    assert first["findings"] == second["findings"]


def test_samples_are_drawn_by_a_seed(capsys: pytest.CaptureFixture[str]) -> None:
    """The same seed draws the same samples, another seed others; without one nothing is drawn, and many subjects take none."""
    targets = {}
    for seed in ("7", "7", "8", ""):
        run(["inspect", "example", "--json", "-", *(["--draw", seed] if seed else [])])
        found = json.loads(capsys.readouterr().out)["findings"]
        pages = [one["target"]["key"] for one in found if one["indicator"] == "page_tags" and one["target"]["kind"] == "page"]
        assert targets.setdefault(seed, pages) == pages

    assert len(targets["7"]) >= 10
    assert targets["7"] != targets["8"]
    assert targets[""] == []
    assert run(["inspect", "example", "example-accounts", "--draw", "7", "--as-of", AS_OF.isoformat()]) == 64


def test_what_was_drawn_is_told_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """The record of a draw is shown in the words of the reader."""
    run(["inspect", "example", "--draw", "7", "--lang", "zh"])
    assert "按种子 7 抽取留言 3 个（共给出 3 个）" in capsys.readouterr().out
    run(["inspect", "example", "--draw", "7", "--lang", "en"])
    assert "drawn by seed 7: 3 of 3 messages given" in capsys.readouterr().out


def test_options_change_the_profile(capsys: pytest.CaptureFixture[str]) -> None:
    """Facts given by options go before those of ``site.toml``."""
    run(["inspect", "example", "--no-portal", "--name", "甲县", "--json", "-"])
    result = json.loads(capsys.readouterr().out)

    assert result["subject"]["name"] == "甲县"
    assert result["subject"]["portal"] is False
    assert "score" not in result["verdict"]


def test_tables_of_many_sites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Declarations of a table for many sites are taken for this site alone."""
    table = tmp_path / "all.csv"
    lines = ["clauses,by,at,method,site"]
    lines += [f"{clause},甲,{AS_OF.isoformat()},查台账,{site}" for clause, site in (("V1.1", "3699280001"), ("V1.5", "3699280002"))]
    table.write_text("\n".join(lines), encoding="utf-8")
    run(["inspect", "example", "--declarations", str(table), "--json", "-"])
    declared = json.loads(capsys.readouterr().out)["coverage"]["declared"]

    assert "V1.1" in declared
    assert "V1.5" not in declared


def test_the_example_can_be_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The copy is a folder of its own that inspects like the original; a folder with files is never written to."""
    target = tmp_path / "copy"

    assert run(["example", str(target)]) == 0
    capsys.readouterr()
    run(["inspect", str(target), "--json", "-"])
    copied = capsys.readouterr().out
    run(["inspect", "example", "--json", "-"])
    assert capsys.readouterr().out == copied
    assert run(["example", str(target)]) == 64


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints the version, --help the commands; both end with 0."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == __version__
    assert run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("inspect", "checklist", "explain", "example"))


def test_without_arguments_the_commands_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The command alone shows its help, as wrong usage, and no traceback."""
    assert run([]) == 64
    printed = capsys.readouterr()
    assert "inspect" in printed.out + printed.err


def test_checklists_and_explanations(capsys: pytest.CaptureFixture[str]) -> None:
    """``checklist`` lists the lists and prints every clause; ``explain`` knows clauses, in either case, and indicators."""
    run(["checklist"])
    assert "national-2019" in capsys.readouterr().out
    run(["checklist", "national-2019", "--lang", "zh"])
    printed = capsys.readouterr().out
    assert all(f"{clause.id} " in printed for clause in NATIONAL_2019.clauses)
    assert run(["explain", "v4.3"]) == 0
    assert "columns_not_updated" in capsys.readouterr().out
    assert run(["explain", "V5.1", "--lang", "en"]) == 0
    assert "kinds = consultation, complaint" in capsys.readouterr().out
    assert run(["explain", "homepage_not_updated"]) == 0
    assert "V3.1" in capsys.readouterr().out


def test_foreign_text_cannot_steer_the_terminal() -> None:
    """Titles and quotes lose control, format and direction characters; brackets stay plain text."""
    assert clean(HOSTILE) == "[bold red]标题[/] [31m2J换行 第二行"


def test_hostile_names_are_printed_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site name with markup and escapes arrives on the terminal as harmless text."""
    (tmp_path / "index.jsonl").write_text("", encoding="utf-8")
    run(["inspect", str(tmp_path), "--domain", "a.gov.cn", "--name", HOSTILE, "--as-of", AS_OF.isoformat()])
    printed = capsys.readouterr().out

    assert "[bold red]标题[/]" in printed
    assert not {"\x1b", "\x9b", "\u202e", "\x00"} & set(printed)


def test_long_lists_are_cut_and_told() -> None:
    """Of many findings the first ones are printed and the rest counted; ``everything`` prints all."""
    site = SiteSnapshot(SiteProfile(name="甲县", domain="a.gov.cn", portal=False))
    result = inspect(site, as_of=AS_OF)
    more = tuple(
        Finding(
            "columns_not_updated",
            "blank",
            Outcome.FAILED,
            Target(TargetKind.COLUMN, f"a.gov.cn/{n}", f"栏目{n}", f"http://a.gov.cn/{n}/"),
            evidence=(Evidence(quote="暂无信息"),),
        )
        for n in range(show.SAMPLE + 2)
    )
    result = Inspection(result.subject, AS_OF, result.checklist, result.verdict, more)
    short = [line.text for line in show.lines(result, NATIONAL_2019, Say("en"))]
    full = [line.text for line in show.lines(result, NATIONAL_2019, Say("en"), everything=True)]

    assert sum("暂无信息" in text for text in short) == show.SAMPLE
    assert any(text.startswith("… 2 more") for text in short)
    assert sum("暂无信息" in text for text in full) == show.SAMPLE + 2


@pytest.mark.parametrize(("blank", "told"), [(4, False), (5, True)])
def test_what_is_told_once_is_not_told_again(blank: int, told: bool) -> None:
    """Columns that make a site unqualified stand under that clause alone; others stand among the problems."""
    columns = tuple(
        Column(
            f"a.gov.cn/{n}", f"栏目{n}", f"http://a.gov.cn/{n}/", level=2, state=ColumnState.BLANK, first_page_seen=True, fetched_at=AS_OF
        )
        for n in range(blank)
    )
    site = SiteSnapshot(SiteProfile(name="甲县", domain="a.gov.cn", portal=False), columns=Seen(columns, complete=True))
    result = inspect(site, as_of=AS_OF)
    texts = [line.text for line in show.lines(result, NATIONAL_2019, Say("en"))]
    quoted = [text for text in texts if "http://a.gov.cn/0/" in text and "blank" in text]

    assert ("V4.3" in result.verdict.fired) is told
    assert (WORDS["told_above"][1] in texts) is told
    assert (texts.index(WORDS["problems"][1]) > texts.index(quoted[0])) is told


def test_a_closed_site_is_out_of_scope() -> None:
    """A site that is not running is told to be out of scope and nothing else is said."""
    site = SiteSnapshot(SiteProfile(name="甲县", domain="a.gov.cn", status=RunningStatus.CLOSED))
    printed = list(show.lines(inspect(site, as_of=builders.AS_OF), NATIONAL_2019, Say("en")))

    assert len(printed) == 3
    assert "not in scope" in printed[-1].text


@pytest.mark.parametrize(("value", "expected"), [(3, "3"), ("1/2", "0.5"), ("1/4", "0.25"), ("4/3", "4/3"), ("-5/2", "-2.5")])
def test_numbers(value: object, expected: str) -> None:
    """Fractions print exactly: as decimals where two digits suffice, else as a quotient."""
    assert number(Fraction(value)) == expected
    assert number(None) == "∞"


def test_what_would_settle_a_reason_is_known() -> None:
    """Every reason that the command has an answer to is one that indicators give."""
    assert set(show._WAYS) <= set(REASONS)
    assert set(show._WAYS.values()) <= set(WORDS)


def test_a_part_of_a_record_of_trials_says_what_completes_it() -> None:
    """A trial that worked is open in a part of the record, and no crawl settles it: only the claim that the table is complete."""
    site = evolve(faultless_site(), trials=evolve(faultless_site().trials, complete=False))
    report = show._Report(inspect(site, as_of=builders.AS_OF), NATIONAL_2019, Say("en"), False)
    clause = next(clause for clause in NATIONAL_2019.clauses if clause.indicator == "unified_login")
    ways = list(report._ways(clause, report._of(clause, *show.OPEN)))

    assert [Say("en")("way_only_tables", tables="trials")] == ways


def _printed(site: SiteSnapshot) -> str:
    result = inspect(site, as_of=builders.AS_OF)
    return "\n".join(line.text for line in show.lines(result, NATIONAL_2019, Say("zh")))


@pytest.mark.parametrize("portal", [True, False, None])
def test_points_are_for_portals(portal: bool | None) -> None:
    """On a site that is no portal nothing is said of a score range, and what only points ask is set apart."""
    site = faultless_site()
    home = evolve(site.homepage, marks=evolve(site.homepage.marks, icp=Mark(MarkState.ABSENT)))
    printed = _printed(evolve(site, profile=evolve(site.profile, portal=portal), homepage=home, trials=None))

    assert (portal is not False) == ("影响得分范围" in printed)
    assert (portal is False) == ("扣分、加分只适用于门户网站" in printed)
    assert "页面底部缺少ICP备案编号" in printed


def test_a_bonus_not_earned_and_what_does_not_apply_are_no_problems() -> None:
    """存在问题 holds faults alone."""
    site = faultless_site()
    columns = [column for column in site.columns.items if column.kind not in (ColumnKind.DATA, ColumnKind.STATISTICS, ColumnKind.OVERVIEW)]
    site = evolve(site, profile=evolve(site.profile, portal=False, department=None), columns=Seen(tuple(columns), complete=True))
    failed = {finding.indicator for finding in inspect(site, as_of=builders.AS_OF).findings if finding.outcome is Outcome.FAILED}
    printed = _printed(site)

    assert {"data_publication", "overview_information"} <= failed
    assert "未开设概况信息类栏目" not in printed
    assert "数据栏目3个月内没有更新" not in printed


def test_the_days_that_are_left_are_told_once() -> None:
    """The sentence of a column that turns stale soon tells the days, nothing repeats them."""
    result = inspect(faultless_site(), as_of=builders.AS_OF)
    column = next(finding for finding in result.findings if finding.outcome is Outcome.PASSED and finding.measure("days_left") is not None)
    soon = evolve(result, findings=(evolve(column, measures=(Measure("days_left", Fraction(5)),)),))
    told = [line.text for line in show.lines(soon, NATIONAL_2019, Say("zh")) if "还有5天到期" in line.text]

    assert [False] == ["剩余" in line for line in told]


def test_a_share_that_fired_is_printed() -> None:
    """How many tries failed, of how many, stands under the clause that counts their share."""
    site = faultless_site()
    tries = [evolve(one, result=TryResult.TIMEOUT, elapsed=None) if n % 15 == 0 else one for n, one in enumerate(site.tries.items)]
    printed = _printed(evolve(site, tries=Seen(tuple(tries), complete=True)))

    assert f"{-(-len(tries) // 15)}/{len(tries)}，占 " in printed


@pytest.mark.parametrize("count, told", [(1, True), (0, False)])
def test_faults_below_a_limit_are_told_to_be_so(count: int, told: bool) -> None:
    """A try that failed is a problem, and no reason to think the site unqualified; tries are told by the minute."""
    site = faultless_site()
    tries = [evolve(one, result=TryResult.TIMEOUT, elapsed=None) if n < count else one for n, one in enumerate(site.tries.items)]
    printed = _printed(evolve(site, tries=Seen(tuple(tries), complete=True)))

    assert told == ("V2 站点无法访问（共 1 项，未达到不合格标准）" in printed)
    assert told == (f"{tries[0].at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}访问首页失败" in printed)


@pytest.mark.parametrize("limit, told", [(4, "（共 1 项）"), (5, "（共 1 项，未达到不合格标准）")])
def test_faults_of_an_open_clause_are_not_told_to_be_below_it(limit: int, told: str) -> None:
    """Where other columns could not be read, nobody knows whether the limit is reached."""
    site = faultless_site()
    blank = builders.column("空栏目", kind=ColumnKind.OTHER)
    unread = [builders.column(f"栏目{n}", kind=ColumnKind.OTHER, state=ColumnState.UNREADABLE) for n in range(9 - 2 * limit + 3)]
    result = inspect(evolve(site, columns=Seen((*site.columns.items, blank, *unread), complete=True)), as_of=builders.AS_OF)
    (line,) = [f for f in result.findings if f.code == "blank" and f.indicator == "columns_not_updated" and f.outcome is Outcome.FAILED]
    only = evolve(result, findings=(line,))
    printed = "\n".join(one.text for one in show.lines(only, NATIONAL_2019, Say("zh")))

    assert f"V4 栏目不更新{told}" in printed


@pytest.mark.parametrize(
    "note, told",
    [
        ("addresses with several contents: 3; the latest of each counts", "同一网址有几种内容的 3 个"),
        ("addresses with several contents at one time: 2; the one with the greater digest counts", "同一时刻就有几种内容的 2 个"),
        ("pages of other hosts: 7; not counted as pages of this site", "不属于本站"),
        ("pages in another language: 4; not counted as columns", "外文版页面 4 个"),
        ("more than 500000 pages: those with longer addresses were left out", "页面超过 500000 个"),
        ("more than 500000 distinct links: those with longer addresses were left out", "链接超过 500000 个"),
    ],
)
def test_what_was_counted_is_told_in_both_languages(note: str, told: str) -> None:
    """The notes of a snapshot are read in the language that was asked for."""
    result = inspect(evolve(faultless_site(), notes=(note,)), as_of=builders.AS_OF)
    chinese, english = ("\n".join(line.text for line in show.lines(result, NATIONAL_2019, Say(tag))) for tag in ("zh", "en"))

    assert told in chinese
    assert note not in chinese
    assert note.rpartition(": ")[2].split()[0] in english


def test_what_is_due_is_told_once() -> None:
    """A column that two clauses ask about turns stale once."""
    result = inspect(faultless_site(), as_of=builders.AS_OF)
    column = next(finding for finding in result.findings if finding.outcome is Outcome.PASSED and finding.measure("days_left") is not None)
    soon = evolve(column, measures=(Measure("days_left", Fraction(5)),))
    again = evolve(soon, target=evolve(soon.target, key="asked again"))
    told = [line.text for line in show.lines(evolve(result, findings=(soon, again)), NATIONAL_2019, Say("zh"))]

    assert 1 == sum("还有5天到期" in line for line in told)
