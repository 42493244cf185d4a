"""``inspect`` for a register of accounts: what it prints, the table it writes, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from govsite_rules.batch.failure import Failure
from govsite_rules.cli import accounts as command
from govsite_rules.cli.app import run
from govsite_rules.indicators._reasons import REASONS
from govsite_rules.inspection import Inspection
from govsite_rules.interchange import from_json
from govsite_rules.scoring.records import Standing
from govsite_rules.values import SHANGHAI, PlatformName, RunningStatus

AS_OF = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI)
MOMENT = ["--as-of", AS_OF.isoformat(), "--fetched-at", AS_OF.isoformat()]
ALL_BY_HAND = "N1.1,N1.2,N1.3,N1.4,N3.1,N3.2"
HOSTILE = "[bold red]标题[/] \x1b[31m\x9b2J\u202e\u200b=cmd"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English unless a test asks otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A register of three accounts: one up to date, one stale, one without a feed."""
    (tmp_path / "accounts.csv").write_text(
        "某县台账\n序号,平台,账号名称,主办单位,地区\n1,微信公众号,甲局,甲局办,东区\n2,微博,乙局,乙局办,西区\n3,学习强国号,丙局,,\n",
        encoding="utf-8",
    )
    (tmp_path / "feeds").mkdir()
    for name, day in (("甲局", "2026-05-19"), ("乙局", "2026-05-01")):
        (tmp_path / "feeds" / f"{name}.csv").write_text(f"标题,链接,发布时间\n一,http://x.cn/1,{day}\n", encoding="utf-8")
    return tmp_path


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def test_the_example_shows_each_kind_of_account(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The shipped register has an account that is stale, one closing, one new, one without a feed, and a file of nobody's."""
    table = tmp_path / "out.csv"

    assert run(["inspect", "example-accounts", "--lang", "zh", "--csv", str(table)]) == 0
    printed = capsys.readouterr().out
    shown = rows(table)
    places = [
        printed.index(f"\n{word}")
        for word in ("按平台", "按地区", "不合格名单", "即将超期", "尚未查清", "没有推送数据", "没有对应账号的文件", "提示")
    ]
    (stale,) = [row for row in shown if row["结论"] == "不合格"]

    assert places == sorted(places)
    assert 8 == len(shown)
    assert ("3", "微信公众号", "禾溪教育", "禾溪县教育体育局", "N2.1", "2026-04-28", "22") == tuple(
        stale[name] for name in ("序号", "平台", "账号名称", "主办单位", "不合格条款", "最近更新日期", "距监测时间点天数")
    )
    assert "3     微信公众号  禾溪教育  禾溪县教育体育局  “禾溪教育”超过2周未更新，最近更新日期2026-04-28，距监测时间点22天" in printed
    assert {"注销中"} == {row["状态"] for row in shown if row["账号名称"] == "青坪镇政务"}
    assert {"开设不足14天"} == {row["说明"] for row in shown if row["账号名称"] == "禾溪文旅"}
    assert "8 微信公众号 禾溪应急" in printed
    assert "微信_禾溪农业.csv" in printed
    assert "75%–87.5%" in printed


def test_rates_by_platform_and_area(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each platform and area has its counts and its rate; what is undecided makes a range, and what was found stands beside it."""
    run(["inspect", str(place), "--crawl-complete", "--declare-none", ALL_BY_HAND, *MOMENT])
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]

    assert ["WeChat", "1", "1", "0", "0", "0", "0", "100%", "100%"] in printed
    assert ["Weibo", "1", "0", "1", "0", "0", "0", "0%", "0%"] in printed
    assert ["学习强国号", "1", "0", "0", "1", "0", "0", "0%–100%", "100%"] in printed
    assert ["西区", "1", "0", "1", "0", "0", "0", "0%", "0%"] in printed
    assert ["(not", "given)", "1", "0", "0", "1", "0", "0", "0%–100%", "100%"] in printed
    assert 2 == printed.count(["in", "all", "3", "1", "1", "1", "0", "0", "33.3%–66.7%", "66.7%"])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], 0),
        (["--exit-verdict"], 11),
        (["--exit-verdict", "--crawl-complete"], 10),
        (["--exit-verdict", "--crawl-complete", "--declare-none", ALL_BY_HAND], 10),
    ],
)
def test_the_exit_code_is_the_worst_standing(place: Path, options: list[str], expected: int) -> None:
    """0 without --exit-verdict; with it 10 where one is unqualified, 11 where one is open, 0 where all are qualified."""
    assert run(["inspect", str(place), *MOMENT, *options]) == expected


def test_all_qualified_is_0(place: Path) -> None:
    """A register of which every account is qualified ends with 0, one whose row cannot be read with 11, one out of scope with 11."""
    options = ["--feeds", str(place / "feeds"), "--crawl-complete", "--declare-none", ALL_BY_HAND, "--exit-verdict", *MOMENT]
    for status, expected in (("正常", 0), ("停了", 11), ("已注销", 11)):
        register = place / "one.csv"
        register.write_text(f"平台,账号名称,状态\n微信,甲局,{status}\n", encoding="utf-8")

        assert run(["inspect", str(register), *options]) == expected


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        ([], 64, "--as-of"),
        (["--as-of", AS_OF.isoformat()], 65, "fetched"),
        ([*MOMENT, "--portal"], 64, "--portal"),
        ([*MOMENT, "--snapshot", "x"], 64, "--snapshot"),
        ([*MOMENT, "--declare-none", "N9.9"], 64, "N9.9"),
        ([*MOMENT, "--csv", "no/such/folder/x.csv"], 64, "x.csv"),
        ([*MOMENT, "--json", "no/such/folder/x.json"], 64, "x.json"),
        ([*MOMENT, "--feeds", "no/such/folder"], 65, "no/such/folder"),
        ([*MOMENT, "--declarations", "none.csv"], 65, "none.csv"),
    ],
)
def test_wrong_usage_and_bad_data(place: Path, options: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit codes 64 and 65, with a message that names what is wrong and nothing on standard output."""
    assert run(["inspect", str(place), *options]) == code
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""


def test_options_of_registers_are_none_of_sites(capsys: pytest.CaptureFixture[str]) -> None:
    """A site has no feeds and no table of accounts."""
    assert run(["inspect", "example", "--csv", "x.csv"]) == 64
    assert "--csv" in capsys.readouterr().err


def test_a_broken_register_names_what_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A CSV file that is no register is bad data, told with the headings that one has."""
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert run(["inspect", str(tmp_path / "x.csv"), *MOMENT]) == 65
    assert "账号名称" in capsys.readouterr().err


def test_results_as_json_lines(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One document a line, inspections and failures; ``-`` writes them alone to standard output."""
    with (place / "accounts.csv").open("a", encoding="utf-8") as handle:
        handle.write("4,微博,丁局,,,\n5,微博,丁局,,,\n")
    file = place / "out.jsonl"

    assert run(["inspect", str(place), "--json", str(file), *MOMENT]) == 0
    capsys.readouterr()
    lines = file.read_text(encoding="utf-8").splitlines()
    results = [from_json(line, Failure if '"govsite-rules/failure/1"' in line else Inspection) for line in lines]

    assert [Inspection] * 4 + [Failure] == [type(result) for result in results]
    assert Standing.UNDECIDED is results[1].verdict.standing
    file.unlink()
    assert run(["inspect", str(place), "--json", "-", *MOMENT]) == 0
    assert lines == capsys.readouterr().out.splitlines()


def test_failures_and_openness_are_printed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What could not be read stands with its file, row and value; what is open with what would settle it."""
    (place / "feeds" / "甲局.csv").write_text("no feed at all", encoding="utf-8")
    run(["inspect", str(place), "--lang", "zh", *MOMENT])
    printed = capsys.readouterr().out

    assert "1 微信公众号 甲局: 甲局.csv 第 1 行：不是可识别的推送数据" in printed
    assert "--declare-none N1.2,N1.3,N1.4,N3.2" in printed
    assert "--crawl-complete" in printed
    assert "--feeds" in printed


def test_declarations_and_reviews_of_many_accounts(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tables given by option are about the accounts they name."""
    at = AS_OF.isoformat()
    said, judged = place / "said.csv", place / "judged.csv"
    said.write_text(f'账号,条款,声明人,时间,方法\n甲局,"{ALL_BY_HAND}",甲,{at},查阅\n', encoding="utf-8")
    judged.write_text(
        f"账号,指标,检查项,对象,结论,复核人,时间\n乙局,account_not_updated,no_update,account,属实,甲,{at}\n", encoding="utf-8"
    )
    table = place / "out.csv"
    run(["inspect", str(place), "--declarations", str(said), "--reviews", str(judged), "--csv", str(table), *MOMENT])
    capsys.readouterr()

    assert ["qualified", "unqualified", "undecided"] == [row["verdict"] for row in rows(table)]


def test_long_lists_are_cut_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of many accounts without a feed the first ones are listed and the rest counted; --all lists them."""
    names = "".join(f"微博,第{n}局\n" for n in range(command.SAMPLE + 3))
    (tmp_path / "accounts.csv").write_text("平台,账号名称\n" + names, encoding="utf-8")
    run(["inspect", str(tmp_path), *MOMENT])
    short = capsys.readouterr().out
    run(["inspect", str(tmp_path), "--all", *MOMENT])
    full = capsys.readouterr().out

    assert "… 3 more: --all lists them" in short
    assert (command.SAMPLE, command.SAMPLE + 3) == (short.count("· Weibo 第"), full.count("· Weibo 第"))


def test_many_unqualified_are_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of the unqualified ends at its limit and says how many follow."""
    monkeypatch.setattr(command, "_LISTED", 2)
    (tmp_path / "accounts.csv").write_text("平台,账号名称\n" + "".join(f"微博,第{n}局\n" for n in range(3)), encoding="utf-8")
    (tmp_path / "feeds").mkdir()
    for n in range(3):
        (tmp_path / "feeds" / f"第{n}局.csv").write_text("标题,发布时间\n一,2026-01-01\n", encoding="utf-8")
    run(["inspect", str(tmp_path), "--crawl-complete", *MOMENT])
    printed = capsys.readouterr().out

    assert 2 == printed.count("“第")
    assert "… 1 more" in printed


def test_hostile_names_are_harmless(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names with escapes arrive as plain text, and no cell of the table becomes a formula."""
    (place / "accounts.csv").write_text(f"平台,账号名称,主办单位,地区,数据文件\n{HOSTILE},=1+1,@x,{HOSTILE},乙局.csv\n", encoding="utf-8")
    table = place / "out.csv"
    run(["inspect", str(place), "--crawl-complete", "--csv", str(table), *MOMENT])
    printed = capsys.readouterr().out
    (row,) = rows(table)

    assert "[bold red]标题[/]" in printed
    assert not {"\x1b", "\x9b", "\u202e"} & set(printed + table.read_text(encoding="utf-8-sig"))
    assert ("'=1+1", "'@x") == (row["account"], row["run by"])


def test_every_word_is_there_in_both_languages() -> None:
    """No text is missing in one language, both take the same values, and every platform, status and way has one."""
    for word, texts in command._WORDS.items():
        fields = [sorted(part.split("}")[0] for part in text.split("{")[1:]) for text in texts]

        assert all(texts), word
        assert fields[0] == fields[1], word
    assert {*PlatformName, *RunningStatus, *command._TABLE} <= set(command._WORDS)
    ways = {way for clause in ("N1.1", "N1.2", "N2.1", "N2.2", "N3.1") for way in command._ways(clause, REASONS)}
    assert ("way_declare",) == command._ways("N1.1", ["not_scanned"])
    assert {word for word in command._WORDS if word.startswith("way_")} == ways


def test_suspected_wording_stands_with_its_passage(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in a post is told with account, passage and address, for a person to decide; --no-wording looks at no text."""
    slip = "深入学习贯彻习近平新时代中国特社社会主义思想"
    (place / "feeds" / "甲局.csv").write_text(f"标题,链接,发布时间\n{slip},http://x.cn/7,2026-05-19\n", encoding="utf-8")
    run(["inspect", str(place), "--crawl-complete", "--lang", "zh", *MOMENT])
    printed = capsys.readouterr().out
    told = printed[printed.index("\n疑似表述错误") :]

    assert "1 微信公众号 甲局: 疑似严重表述错误，需人工确认" in told
    assert f"{slip} http://x.cn/7" in told
    run(["inspect", str(place), "--crawl-complete", "--lang", "zh", "--no-wording", *MOMENT])
    assert "疑似表述错误" not in capsys.readouterr().out


def test_results_become_a_bulletin(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The results of a register, as written, are what a bulletin is written from; platforms have their Chinese names in it."""
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    file = place / "out.jsonl"
    run(["inspect", str(place), "--crawl-complete", "--declare-none", ALL_BY_HAND, "--json", str(file), *MOMENT])
    capsys.readouterr()

    assert run(["bulletin", "write", str(file), "--title", "通报", "--issuer", "某县政府办"]) == 0
    printed = capsys.readouterr().out
    assert "共检查政务新媒体3个，发现不合格政务新媒体1个" in printed
    assert "微信公众号1个，不合格0个" in printed
    assert "微博1个，不合格1个" in printed


def test_columns_stand_under_each_other() -> None:
    """Chinese text takes two places a character."""
    assert ["甲  b", "cd  e"] == list(command._aligned([("甲", "b"), ("cd", "e")]))


def test_json_of_a_stale_account_says_why(place: Path) -> None:
    """The finding of the unqualified account carries date, age and evidence."""
    file = place / "o.jsonl"
    run(["inspect", str(place), "--crawl-complete", "--json", str(file), *MOMENT])
    stale = json.loads(file.read_text(encoding="utf-8").splitlines()[1])
    (finding,) = [finding for finding in stale["findings"] if finding["code"] == "no_update"]

    assert (["N2.1"], "failed", ["newest", "2026-05-01"]) == (stale["verdict"]["fired"], finding["outcome"], finding["values"][-1])
    assert "http://x.cn/1" == finding["evidence"][0]["url"]
