"""Tables of foreign data: every cell read or refused with file, row, field, value and what is right."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.batch.readers import (
    ADDRESS,
    ADDRESSES,
    DAY,
    FAULT,
    FLAG,
    HTTP_STATUS,
    MOMENT,
    READING,
    SECONDS,
    SEVERAL,
    TEXT,
    WHOLE,
    Reader,
)
from govsite_rules.batch.records import (
    COLUMNS,
    DECLARATIONS,
    ELEMENTS,
    GUIDES,
    HUMAN_TABLES,
    INTERPRETATIONS,
    LINK_CHECKS,
    MAINTENANCE,
    MESSAGES,
    PLATFORMS,
    PROFILE,
    REVIEWS,
    SITE_TABLES,
    SURVEYS,
    TRIAL_KIND,
    TRIALS,
    TRIES,
    Sited,
)
from govsite_rules.batch.tables import MAX_LINE, Table, csv_rows, json_rows, read_rows
from govsite_rules.errors import InputError, LimitError
from govsite_rules.parse.guides import SYNONYMS
from govsite_rules.scoring.records import Decision, Declaration, Review
from govsite_rules.values.dates import SHANGHAI, DateReading, DateSource
from govsite_rules.values.page import GuideState
from govsite_rules.values.seen import Seen
from govsite_rules.values.site import Level, LinkCheck, LinkResult, SiteProfile, TrialKind, Try, TryResult

AT = datetime(2026, 5, 13, 0, 20, tzinfo=SHANGHAI)


def from_csv(table: Table, text: str | bytes):
    data = text.encode() if isinstance(text, str) else text
    return read_rows(table, csv_rows(data, file="t.csv"), file="t.csv")


def from_json(table: Table, *lines: str):
    return read_rows(table, json_rows([line.encode() for line in lines], file="t.jsonl"), file="t.jsonl")


def refusal(call, *args) -> InputError:
    with pytest.raises(InputError) as caught:
        call(*args)
    return caught.value


@pytest.mark.parametrize(
    ("reader", "given", "expected"),
    [
        (TEXT, " 标题 ", "标题"),
        (TEXT, 12, "12"),
        (FAULT, "无", ""),
        (FAULT, "None", ""),
        (FAULT, "未说明份数", "未说明份数"),
        (ADDRESS, "HTTPS://www.example.gov.cn/a?b=1", "HTTPS://www.example.gov.cn/a?b=1"),
        (FLAG, "是", True),
        (FLAG, "没有", False),
        (FLAG, "TRUE", True),
        (FLAG, False, False),
        (WHOLE, "0", 0),
        (WHOLE, 12, 12),
        (HTTP_STATUS, "100", 100),
        (HTTP_STATUS, 599, 599),
        (SECONDS, "15.0", 15.0),
        (SECONDS, 0, 0.0),
        (MOMENT, "2026-05-13T00:20:00+08:00", AT),
        (MOMENT, "2026-05-12T16:20:00Z", AT),
        (MOMENT, datetime(2026, 5, 12, 16, 20, tzinfo=UTC), AT),
        (DAY, "2026年5月13日", date(2026, 5, 13)),
        (DAY, date(2026, 5, 13), date(2026, 5, 13)),
        (SEVERAL, "V1.2，V1.3、V1.4 V1.6", ("V1.2", "V1.3", "V1.4", "V1.6")),
        (SEVERAL, ["a", "b"], ("a", "b")),
        (ADDRESSES, "无", Seen((), complete=True)),
        (ADDRESSES, "http://a.cn/1; http://a.cn/2", Seen(("http://a.cn/1", "http://a.cn/2"))),
    ],
)
def test_readers_read(reader: Reader, given: object, expected: object) -> None:
    """A cell that is right becomes its typed value, from CSV text as from JSON or TOML values."""
    actual = reader.parse(given)

    assert expected == actual
    assert type(expected) is type(actual)


@pytest.mark.parametrize(
    ("reader", "given"),
    [
        (TEXT, ["a"]),
        (TEXT, True),
        (TEXT, "a" * 20_001),
        (ADDRESS, "/relative"),
        (ADDRESS, "ftp://www.example.gov.cn/"),
        (ADDRESS, "http://"),
        (ADDRESS, "http:///path"),
        (ADDRESS, "http://a b"),
        (ADDRESS, "javascript:alert(1)"),
        (FLAG, "maybe"),
        (FLAG, 2),
        (WHOLE, "-1"),
        (WHOLE, -1),
        (WHOLE, "十"),
        (WHOLE, "1.5"),
        (WHOLE, "١"),
        (WHOLE, True),
        (HTTP_STATUS, "99"),
        (HTTP_STATUS, "600"),
        (SECONDS, "fast"),
        (SECONDS, "nan"),
        (SECONDS, "inf"),
        (SECONDS, -0.1),
        (SECONDS, True),
        (MOMENT, "2026-05-13T00:20:00"),
        (MOMENT, datetime(2026, 5, 13)),
        (MOMENT, date(2026, 5, 13)),
        (MOMENT, "2026-02-30T00:00:00+08:00"),
        (MOMENT, "1989-12-31T00:00:00+08:00"),
        (MOMENT, "9999-01-01T00:00:00+08:00"),
        (READING, "2026-02-30"),
        (READING, "soon"),
        (READING, "2026-02-30T10:00:00+08:00"),
        (DAY, "2026-05"),
        (DAY, "2026-13-01"),
        (ADDRESSES, "see page"),
    ],
)
def test_readers_refuse(reader: Reader, given: object) -> None:
    """A cell that is wrong is refused with ValueError or OverflowError, never read as something else."""
    with pytest.raises((ValueError, OverflowError)):
        reader.parse(given)


def test_a_reading_keeps_what_was_given() -> None:
    """A displayed date keeps its parts and its text; a moment in another zone is turned to Shanghai's."""
    expected = [
        DateReading(2026, 5, 13, raw="2026-05-13", source=DateSource.CALLER),
        DateReading(2026, 5, 13, time(9, 30), raw="2026-05-13 09:30", source=DateSource.CALLER),
        DateReading(2026, 5, 13, time(0, 20), raw="2026-05-12T16:20:00Z", source=DateSource.CALLER),
        DateReading(2026, 5, 13, raw="2026-05-13", source=DateSource.CALLER),
    ]
    actual = [READING.parse(value) for value in ("2026-05-13", "2026-05-13 09:30", "2026-05-12T16:20:00Z", date(2026, 5, 13))]

    assert expected == actual


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.lists(st.text(max_size=3), max_size=3), st.datetimes()))
def test_readers_raise_nothing_else(value: object) -> None:
    """Whatever is in a cell, a reader reads it or raises ValueError or OverflowError."""
    for table in (*SITE_TABLES, *HUMAN_TABLES):
        for field in table.fields:
            try:
                field.reader.parse(value)
            except (ValueError, OverflowError):
                continue


def test_chinese_headings_and_values_mean_the_english_ones() -> None:
    """A table filled in with Chinese headings and words equals the one with English ids, in CSV and JSON Lines."""
    expected = (Try(AT, TryResult.TIMEOUT, 15.0), Try(AT, TryResult.BLOCKED))
    at = AT.isoformat()

    assert expected == from_csv(TRIES, f"监测时间,结果,用时\n{at},超时,15.0\n{at},被拦截,\n")
    assert expected == from_csv(TRIES, f"at,result,elapsed\n{at},timeout,15.0\n{at},blocked,\n")
    assert expected == from_json(TRIES, f'{{"时间":"{at}","result":"超时","elapsed":15}}', f'{{"at":"{at}","result":"blocked"}}')


def test_a_table_of_sites_may_have_chinese_headings() -> None:
    (profile,) = from_csv(PROFILE, "网站标识码,网站名称,域名,首页网址,层级,门户网站\n3699000002,水利局,a.cn/slj,http://a.cn/slj/,市级,否\n")

    assert profile == SiteProfile("3699000002", "水利局", "a.cn/slj", homepage="http://a.cn/slj/", level=Level.CITY, portal=False)
    assert all(field.aliases for field in PROFILE.fields)


def test_every_kind_of_trial_has_a_chinese_word() -> None:
    """Whoever fills a table of trials in by Chinese headings has a Chinese word for each kind; IPv6 has no other name."""
    rows = "".join(f"{word},{word},{AT.isoformat()}\n" for word in TRIAL_KIND.expected.removeprefix("one of ").split(", "))
    trials = from_csv(TRIALS, "编号,类型,时间\n" + rows)

    assert {trial.kind for trial in trials if not trial.id.isascii()} == set(TrialKind) - {TrialKind.IPV6}


@pytest.mark.parametrize(("word", "form"), [("图解", "chart"), ("文字", "text"), ("audio_video", "audio_video")])
def test_forms_of_an_interpretation_are_words(word: str, form: str) -> None:
    """An unknown form was taken for plain text, which earns nothing."""
    (interpretation,) = from_csv(INTERPRETATIONS, f"编号,标题,形式\n1,解读,{word}\n")

    assert interpretation.form == form
    with pytest.raises(InputError, match="图画"):
        from_csv(INTERPRETATIONS, "编号,标题,形式\n1,解读,图画\n")


def test_channels_of_a_survey_are_words() -> None:
    (survey,) = from_csv(SURVEYS, "编号,标题,渠道\n1,征集,网上\n")

    assert survey.channel == "web"
    with pytest.raises(InputError, match="电话"):
        from_csv(SURVEYS, "编号,标题,渠道\n1,征集,电话\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_encodings(encoding: str) -> None:
    """CSV as spreadsheets save it in China is read: UTF-8 with and without a mark, and GB18030."""
    text = "编号,标题,留言时间\r\n1,路灯不亮，请修,2026-05-01\r\n"

    assert tuple(message.title for message in from_csv(MESSAGES, text.encode(encoding))) == ("路灯不亮，请修",)


@pytest.mark.parametrize(
    "data",
    ["编号".encode("utf-16"), b"\xff\xff\xff", "编号,标题".encode()[:-1], "id,title,asked\n1,水".encode()[:-1], b"id,ti\0tle,asked\n"],
)
def test_unreadable_text_is_refused(data: bytes) -> None:
    """Text in no known encoding, cut inside a character or holding zero bytes is refused, naming the file."""
    error = refusal(from_csv, MESSAGES, data)

    assert (error.file, error.row) == ("t.csv", None)


@pytest.mark.parametrize(
    ("text", "row", "field"),
    [
        ("at,result\n2026-05-13T00:20:00,opened\n", 2, "at"),
        ("at,result\n\n2026-05-13T00:20:00+08:00,unknown\n", 3, "result"),
        ("at,result,elapsed\n2026-05-13T00:20:00+08:00,opened,quick\n", 2, "elapsed"),
        ("at,result\n2026-05-13T00:20:00+08:00,\n", 2, "result"),
        ("at\n2026-05-13T00:20:00+08:00\n", 2, "result"),
        ("at,result,colour\n2026-05-13T00:20:00+08:00,opened,\n", 2, "colour"),
        ("at,result,result\n", 1, "result"),
        ("at,result,时间\n2026-05-13T00:20:00+08:00,opened,2026-05-13T00:20:00+08:00\n", 2, "at"),
        ("at,result\n2026-05-13T00:20:00+08:00,opened,more\n", 2, None),
        ('at,result\n2026-05-13T00:20:00+08:00,"opened\n', 2, None),
    ],
)
def test_wrong_rows_are_named(text: str, row: int, field: str | None) -> None:
    """What is wrong in a CSV file is named by the row a spreadsheet shows, by field, and with what would be right."""
    error = refusal(from_csv, TRIES, text)

    assert ("t.csv", row, field) == (error.file, error.row, error.field)
    assert error.expected


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b",,\n"])
def test_a_file_without_a_heading_row_is_no_table(data: bytes) -> None:
    """An export that was cut off before its first line proves nothing: it is no table without rows."""
    with pytest.raises(InputError) as caught:
        list(csv_rows(data, file="tries.csv"))

    assert (caught.value.file, caught.value.message) == ("tries.csv", "no heading row")
    assert list(csv_rows(b"at,result\n", file="tries.csv")) == []


def test_an_unknown_field_names_the_headings_in_both_languages() -> None:
    """A table saved with another separator has one strange heading: those that are right are told as an office writes them."""
    with pytest.raises(InputError) as caught:
        read_rows(TRIES, csv_rows("时间;结果\n2026-05-19T09:00:00+08:00;打开\n".encode(), file="tries.csv"), file="tries.csv")

    assert (caught.value.field, caught.value.expected) == ("时间;结果", "one of at 时间, result 结果, elapsed 用时")


def test_an_unknown_field_gets_a_proposal() -> None:
    """A mistyped heading is refused with the nearest known one."""
    error = refusal(from_csv, TRIES, "at,resutl\n2026-05-13T00:20:00+08:00,opened\n")

    assert error.expected == "'result'"


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "{",
        '{"at": NaN}',
        '"text"',
        '{"a":' * 5000 + "1" + "}" * 5000,
        '{"at": "\ud800"}'.encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_wrong_json_is_named(line: str) -> None:
    """A line that is no JSON object is refused with its number."""
    error = refusal(from_json, TRIES, "", line)

    assert (error.file, error.row) == ("t.jsonl", 2)


@pytest.mark.parametrize("extra", [0, 1])
def test_line_limit(extra: int) -> None:
    """A line of exactly the limit is read, one byte more is refused."""
    frame = f'{{"id":"1","kind":"ask","at":"{AT.isoformat()}"}}'
    line = frame + " " * (MAX_LINE - len(frame) + extra)
    rows = json_rows([line.encode()], file="t.jsonl")
    if extra:
        with pytest.raises(LimitError):
            list(rows)
    else:
        assert len(list(rows)) == 1


def test_two_rows_with_one_id_are_refused() -> None:
    """An id given twice is refused, naming both rows."""
    error = refusal(from_csv, GUIDES, "id,name\n1,甲\n2,乙\n1,丙\n")

    assert error.row == 4
    assert "row 2" in str(error)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, LinkResult.OPENED),
        (399, LinkResult.OPENED),
        (404, LinkResult.GONE),
        (410, LinkResult.GONE),
        (400, LinkResult.BLOCKED),
        (403, LinkResult.BLOCKED),
        (412, LinkResult.BLOCKED),
        (429, LinkResult.BLOCKED),
        (500, LinkResult.SERVER_ERROR),
        (503, LinkResult.SERVER_ERROR),
    ],
)
def test_a_status_alone_is_read_by_decision_14(status: int, expected: LinkResult) -> None:
    """Without a result, only 404 and 410 mean a dead link; whatever else did not open leaves it open."""
    (check,) = from_csv(LINK_CHECKS, f"url,at,status\nhttp://a.cn/,{AT.isoformat()},{status}\n")

    assert LinkCheck("http://a.cn/", AT, expected, status) == check


def test_a_link_check_without_anything_seen_is_refused() -> None:
    """Neither a result nor a status: refused, naming the row."""
    error = refusal(from_csv, LINK_CHECKS, f"url,at,status\nhttp://a.cn/,{AT.isoformat()},\n")

    assert (error.file, error.row, error.field) == ("t.csv", 2, "result")


def test_reviews_and_declarations_keep_their_site() -> None:
    """Tables for many sites say which row is about which site; no site means every one."""
    reviews = from_csv(
        REVIEWS,
        f"指标,检查项,对象,结论,复核人,复核时间,理由,网站标识码\ncolumns_not_updated,blank,a.cn/x,不属实,甲,{AT.isoformat()},栏目已合并,3699280001\n",
    )
    declarations = from_csv(DECLARATIONS, f"条款,声明人,时间,方法,未发现\nV1.2,甲,{AT.isoformat()},查台账,是\n")

    assert (Sited("3699280001", Review(("columns_not_updated", "blank", "a.cn/x"), Decision.REJECTED, "甲", AT, "栏目已合并")),) == reviews
    assert (Sited("", Declaration(("V1.2",), "甲", AT, "查台账")),) == declarations


def test_a_record_that_refuses_itself_gets_file_and_row() -> None:
    """What a record's own check refuses is reported with file and row too."""
    error = refusal(from_csv, DECLARATIONS, f'条款,声明人,时间,方法\n"，",甲,{AT.isoformat()},查台账\n')

    assert (error.file, error.row, error.field) == ("t.csv", 2, "clauses")


def test_every_field_is_documented_in_both_languages() -> None:
    """Every table and field says what it means in Chinese and in English, and headings are not ambiguous."""
    for table in (*SITE_TABLES, *HUMAN_TABLES):
        headings = [heading for field in table.fields for heading in (field.name, *field.aliases)]

        assert all(table.about)
        assert all(all(field.about) for field in table.fields)
        assert len(set(headings)) == len(headings)


def test_a_guide_read_by_a_person() -> None:
    """The element classes a person found missing, and only they, are missing; without that column nobody read the guide."""
    read, none_missing, unread = from_csv(GUIDES, "编号,事项名称,缺少要素,兜底性表述\n1,甲,设定依据、phone,其他材料\n2,乙,无,无\n3,丙,,\n")
    missing = [element.element for element in read.reading.elements if element.state is GuideState.MISSING]

    assert missing == ["basis", "phone"]
    assert read.reading.vague_wording == ("其他材料",)
    assert {element.state for element in none_missing.reading.elements} == {GuideState.FILLED}
    assert len(none_missing.reading.elements) == 10
    assert none_missing.reading.vague_wording == ()
    assert unread.reading is None


@pytest.mark.parametrize(("missing", "vague"), [("办理时限", "无"), ("", "其他材料")])
def test_a_guide_half_read_is_refused(missing: str, vague: str) -> None:
    """An unknown element class is refused, and so is wording without a word on the elements."""
    error = refusal(from_csv, GUIDES, f"编号,事项名称,缺少要素,兜底性表述\n1,甲,{missing},{vague}\n")

    assert (error.row, error.field) == (2, "missing")


def test_the_elements_are_the_parsers() -> None:
    """Guides read by people and by the parser use the same element ids, in the same order, under the checklist's words."""
    assert tuple(SYNONYMS) == tuple(ELEMENTS)
    assert all(title in SYNONYMS[id] for id, title in ELEMENTS.items())


SAMPLES = {
    "at": AT.isoformat(),
    "url": "http://a.cn/",
    "asked": "2026-05-13",
    "until": "2026-05-13",
    "found_none": "否",
    "clauses": "V1.2",
    "level": "1",
    "start": AT.isoformat(),
    "end": AT.isoformat(),
    "fetched_at": AT.isoformat(),
}
CHOICES = {"tries": "opened", "trials": "ask", "incidents": "attack", "reviews": "confirmed", "platforms": "search"}


@pytest.mark.parametrize("table", [*SITE_TABLES, *HUMAN_TABLES, COLUMNS, MAINTENANCE, PLATFORMS, PROFILE], ids=lambda table: table.name)
def test_required_fields_are_enough(table: Table) -> None:
    """A row with the required fields alone becomes a record, and with any of them empty it is refused by name."""
    required = [field.name for field in table.fields if field.required]
    cells = {name: SAMPLES.get(name, CHOICES.get(table.name, "1") if name in ("kind", "result", "decision") else "1") for name in required}
    if table.name == "link_checks":
        cells["status"] = "200"

    assert table.record(cells, file="t", row=1) is not None
    for name in required:
        error = refusal(lambda cells: table.record(cells, file="t", row=1), {**cells, name: " "})

        assert (error.row, error.field) == (1, name)
