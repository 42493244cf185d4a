"""The date grammar: what is a date, what is not, and that nothing is invented."""

from __future__ import annotations

import calendar
import time as clock
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.parse.dates import find_dates, join_parts, read_date, url_date
from govsite_rules.values import SHANGHAI, Absent, DateReading, DateSource

SEEN_AT = datetime(2018, 7, 27, 10, 30, tzinfo=SHANGHAI)


def parts(reading: DateReading | None) -> tuple[object, ...] | None:
    if reading is None:
        return None
    if reading.absent is not None:
        return (reading.absent.value,)
    return (reading.year, reading.month, reading.day, reading.time)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年4月1日", (2019, 4, 1, None)),
        ("2019 年 4 月 1 日", (2019, 4, 1, None)),
        ("2019-4-1", (2019, 4, 1, None)),
        ("2019/04/01", (2019, 4, 1, None)),
        ("2019.04.01", (2019, 4, 1, None)),
        ("2019．04．01", (2019, 4, 1, None)),
        ("2019－04－01", (2019, 4, 1, None)),
        ("2019——04——01 21:37", (2019, 4, 1, time(21, 37))),
        ("[04-01]", (None, 4, 1, None)),
        ("[4-1]", (None, 4, 1, None)),
        ("04-01", (None, 4, 1, None)),
        ("(04/01)", (None, 4, 1, None)),
        ("4月1日", (None, 4, 1, None)),
        ("2019-04", (2019, 4, None, None)),
        ("2019年4月", (2019, 4, None, None)),
        ("[2019.04]", (2019, 4, None, None)),
        ("二〇一九年四月一日", (2019, 4, 1, None)),
        ("二0一九年4月1日", (2019, 4, 1, None)),
        ("2019-04-01 08:05 发布", (2019, 4, 1, time(8, 5))),
        ("Date: 2019-04-01", (2019, 4, 1, None)),
        ("Published on: 2019-04-01", (2019, 4, 1, None)),
        ("二○一九年十二月三十一日", (2019, 12, 31, None)),
        ("二零一九年十月二十日", (2019, 10, 20, None)),
        ("二Ｏ一九年十一月廿一日", (2019, 11, 21, None)),
        ("２０１９年４月１日", (2019, 4, 1, None)),
        ("２０１９－０４－０１　０８：０５", (2019, 4, 1, time(8, 5))),
        ("2019-04-01 08∶05", (2019, 4, 1, time(8, 5))),
        ("2019-04-01 08：05：09", (2019, 4, 1, time(8, 5, 9))),
        ("2019-04-01 08:05:09.123", (2019, 4, 1, time(8, 5, 9))),
        ("2019-04-0108:05:09", (2019, 4, 1, time(8, 5, 9))),
        ("2019-04-01T00:30:00+08:00", (2019, 4, 1, time(0, 30))),
        ("2019-04-01T20:30:00Z", (2019, 4, 2, time(4, 30))),
        ("2019年4月1日18时30分", (2019, 4, 1, time(18, 30))),
        ("2019年4月1日18时", (2019, 4, 1, None)),
        ("2019年4月1日 星期一 18:30", (2019, 4, 1, time(18, 30))),
        ("2019/4/1 星期一 9:12:00", (2019, 4, 1, time(9, 12))),
        ("2019-04-01 下午3:20", (2019, 4, 1, time(15, 20))),
        ("2019-04-01 12:10 AM", (2019, 4, 1, time(0, 10))),
        ("2019-04-01 12:10 PM", (2019, 4, 1, time(12, 10))),
        ("2019-04-01 24:00", (2019, 4, 1, None)),
        ("2019-04-01 08:60", (2019, 4, 1, None)),
        ("发布日期：2018-06-04 08:47:46", (2018, 6, 4, time(8, 47, 46))),
        ("【发布时间:2018-06-04】", (2018, 6, 4, None)),
        ("时间：2018年6月4日", (2018, 6, 4, None)),
        ("发布时间：20180604", (2018, 6, 4, None)),
        ("27/07/2018", (2018, 7, 27, None)),
        ("07/27/2018", (2018, 7, 27, None)),
        ("1949年10月1日", (1949, 10, 1, None)),
        ("02-29", (None, 2, 29, None)),
        ("2020-02-29", (2020, 2, 29, None)),
        ("1990-01-01", (1990, 1, 1, None)),
        ("2099-12-31", (2099, 12, 31, None)),
    ],
)
def test_every_form_is_read(text: str, expected: tuple[object, ...]) -> None:
    """Each displayed form gives exactly the parts it shows."""

    assert expected == parts(read_date(text))


@pytest.mark.parametrize(
    "text",
    [
        "2019-02-30",
        "2019-13-01",
        "2019-04-31",
        "2019年2月29日",
        "0000-00-00",
        "1970-01-01",
        "1989-12-31",
        "2100-01-01",
        "[02-30]",
        "18-07-27",
        "05/07/2018",
        "二〇一九年十三月一日",
        "2019-04-00",
    ],
)
def test_a_date_that_cannot_be_told_is_unreadable(text: str) -> None:
    """Impossible dates, placeholder years and ambiguous orders are kept as unreadable, never shifted."""
    reading = read_date(text)

    assert parts(reading) == ("unreadable",)
    assert reading is not None
    assert (reading.date, reading.year) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "首页",
        "2018",
        "2018年",
        "4月",
        "2010-2018",
        "0370-7281234",
        "〔2018〕15号",
        "柘政〔2018〕15号",
        "2018-15号",
        "2018-12号",
        "2018-15",
        "192.168.1.1",
        "1.2.3",
        "v2018.07.27",
        "12.05",
        "2018.07",
        "1234.56",
        "3-5",
        "1/20",
        "(1/20)",
        "[13-45]",
        "00-12",
        "施行日期：2019-04-01",
        "截止时间：2019-04-01",
        "柘城新闻2018年7月20日",
        "2018年7月20日 柘城新闻",
        "今天是2018年7月27日",
        "20180727",
        "411424199001011234",
        "13837012345",
        "版权所有 2010-2018",
        "08:47",
        "2018-07-27 2018-07-28",
        "前",
        "2018-07/27",
        "2019-4-1-2",
        "天前",
        "年月日",
        "x" * 81 + "2018-07-27",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Numbers that merely look alike, titles with a programme date and non-publication labels are not dates."""

    assert read_date(text, seen_at=SEEN_AT) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天 09:20", (2018, 7, 27, time(9, 20))),
        ("昨天", (2018, 7, 26, None)),
        ("前天 23:05", (2018, 7, 25, time(23, 5))),
        ("3小时前", (2018, 7, 27, None)),
        ("11小时前", (2018, 7, 26, None)),
        ("5分钟前", (2018, 7, 27, time(10, 25))),
        ("半小时前", (2018, 7, 27, None)),
        ("刚刚", (2018, 7, 27, None)),
        ("30天前", (2018, 6, 27, None)),
        ("2个月前", ("unreadable",)),
        ("1周前", ("unreadable",)),
    ],
)
def test_relative_dates_count_back_from_seen_at(text: str, expected: tuple[object, ...]) -> None:
    """Relative dates need the moment the page was seen and are unreadable without it."""

    assert expected == parts(read_date(text, seen_at=SEEN_AT))
    assert parts(read_date(text)) == ("unreadable",)


def test_relative_dates_are_days_in_shanghai() -> None:
    """A page seen at 20:30 UTC is seen the next day in Shanghai."""
    seen_at = datetime(2018, 7, 26, 20, 30, tzinfo=UTC)

    assert parts(read_date("今天", seen_at=seen_at)) == (2018, 7, 27, None)


def test_source_and_raw_are_kept() -> None:
    """The caller's source and the text as shown stay with the reading, also with an unreadable one."""
    read, bad = read_date("发布日期：2018-06-04", source=DateSource.LIST), read_date("2018-06-31", source=DateSource.ARTICLE)

    assert (read and read.source, read and read.raw) == (DateSource.LIST, "2018-06-04")
    assert (bad and bad.source, bad and bad.raw, bad and bad.absent) == (DateSource.ARTICLE, "2018-06-31", Absent.UNREADABLE)


HAN = "〇一二三四五六七八九"


def han_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones or not tens else "")


FORMS = {
    "iso": lambda d: f"{d.year}-{d.month:02}-{d.day:02}",
    "short": lambda d: f"{d.year}-{d.month}-{d.day}",
    "slash": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "dot": lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    "han": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "numerals": lambda d: "".join(HAN[int(c)] for c in str(d.year)) + f"年{han_number(d.month)}月{han_number(d.day)}日",
    "wide": lambda d: f"{d.year}－{d.month:02}－{d.day:02}".translate({ord("0") + i: ord("０") + i for i in range(10)}),
}
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@given(DAYS, st.sampled_from(sorted(FORMS)), st.sampled_from(["", " {:%H:%M}", " {:%H:%M:%S}", "　{:%H：%M}", " {:%H∶%M}"]), st.times())
def test_formatted_dates_come_back(day: date, form: str, clock_form: str, moment: time) -> None:
    """Any day in any form, with or without a time, is read back exactly, alone and inside a sentence."""
    text = FORMS[form](day) + clock_form.format(moment)
    seconds = moment.second if "%S" in clock_form else 0
    expected = (day.year, day.month, day.day, time(moment.hour, moment.minute, seconds) if clock_form else None)
    inside = find_dates(f"发布日期：{text} 来源：县政府办公室")

    assert expected == parts(read_date(text))
    assert expected == parts(read_date(f"[{text}]"))
    assert [(expected, "published", 5)] == [(parts(one.reading), one.role, one.start) for one in inside]


@given(st.integers(1990, 2099), st.integers(0, 20), st.integers(0, 40), st.sampled_from(["{}-{:02}-{:02}", "{}年{}月{}日", "{}.{}.{}"]))
def test_only_days_of_the_calendar_are_read(year: int, month: int, day: int, form: str) -> None:
    """A reading has a date exactly where the calendar has that day."""
    exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    expected = (year, month, day, None) if exists else ("unreadable",)

    assert expected == parts(read_date(form.format(year, month, day)))


ALPHABET = st.sampled_from("0123456789-/.年月日〇一二十：:[]（） 今昨天前刚小时分钟发布期于号星期TZ+\u3000０９－﹣²٣")


@given(st.one_of(st.text(), st.text(ALPHABET, max_size=60)))
def test_garbage_never_raises(text: str) -> None:
    """Any text gives a reading, several or none; what is read exists, lies inside the text and keeps its order."""
    found = find_dates(text, seen_at=SEEN_AT)
    readings = [one.reading for one in found] + [
        reading for reading in (read_date(text, seen_at=SEEN_AT), url_date(text), join_parts(text.split())) if reading
    ]

    for reading in readings:
        assert reading.absent is not None or reading.month is not None
        assert reading.date is None or isinstance(reading.date, date)
        assert reading.span(SEEN_AT) is not None or reading.absent is not None
    spans = [place for one in found for place in (one.start, one.end)]
    assert sorted(spans) == spans


@pytest.mark.parametrize(
    "unit",
    [
        "2018-07-27 ",
        "2018-",
        "1",
        "月",
        "一月",
        "年月",
        "[07-27]",
        "20:",
        "2018年",
        "2018-07-27T",
        " ",
        "：",
        "今天",
        "3小时前",
        "(星期",
        "-1",
        "发布时间",
        "十",
        "2018-07-27 上午",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes about four times as long, whatever it repeats."""

    def spent(size: int) -> float:
        text = unit * (size // len(unit))
        start = clock.process_time()
        find_dates(text, seen_at=SEEN_AT, limit=10**9)
        read_date(text)
        return clock.process_time() - start

    small, large = min(spent(20_000) for _ in range(3)), min(spent(80_000) for _ in range(3))

    assert large < 12 * small + 0.01


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布时间：2018-06-04 08:47 来源：县政府 浏览：2018次", [("2018-06-04 08:47", "published")]),
        ("关于印发的通知 07-27", [("07-27", "")]),
        ("柘政〔2018〕15号 2018-07-06", [("2018-07-06", "")]),
        ("二〇一八年七月二十七日", [("二〇一八年七月二十七日", "")]),
        ("本办法自2018年7月1日起施行", [("2018年7月1日", "other")]),
        ("公示期：2018年7月1日至7月5日", [("2018年7月1日", "other"), ("7月5日", "other")]),
        ("今天是2018年7月27日 星期五", [("2018年7月27日", "other")]),
        ("评标日期：2018年7月27日", [("2018年7月27日", "other")]),
        ("3月份完成投资1234.5万元，2018年第3号", []),
        ("版权所有 2010-2018 豫ICP备05000593号-1", []),
        ("电话：0370-7281234 邮编：476200 IP 192.168.1.1 版本v2018.07.27", []),
        ("2018-2019学年 身份证411424199001011234", []),
        ("网址 http://www.x.gov.cn/2018/07/27/ 见附件", []),
        ("2018-15号 2018-12号", []),
        ("昨天 09:20", [("昨天 09:20", "")]),
        ("2018-07-27天前", [("2018-07-27", "")]),
        ("2018-02-30", [("2018-02-30", "")]),
        ("www.x.gov.cn2018-07-27 16:40:00来源：县政府", [("2018-07-27 16:40:00", "")]),
        ("编号SFX2018-07-27", []),
    ],
)
def test_dates_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    """Dates inside text are found with their role; numbers that look alike are not."""

    assert expected == [(text[one.start : one.end].strip(), one.role) for one in find_dates(text, seen_at=SEEN_AT)]


def test_find_dates_stops_at_its_limit() -> None:
    """At most ``limit`` dates are returned, the first ones."""
    text = " ".join(f"2018-07-{day:02}" for day in range(1, 31))

    assert [one.reading.day for one in find_dates(text, limit=3)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://x.gov.cn/zw/201506/t20150630_1.html", (2015, 6, 30, None)),
        ("http://x.gov.cn/art/2025/6/13/art_1_2.html", (2025, 6, 13, None)),
        ("http://x.gov.cn/zw/202506/c1.html", (2025, 6, None, None)),
        ("http://x.gov.cn/2025-06/c1.html", (2025, 6, None, None)),
        ("http://x.gov.cn/d/2018-07-09/979.html", (2018, 7, 9, None)),
        ("http://x.gov.cn/2018-07/27/content_1.htm", (2018, 7, 27, None)),
        ("http://x.gov.cn/n1/2018/0727/c1-2.html", (2018, 7, 27, None)),
        ("http://x.gov.cn/20180727123456123.html", (2018, 7, 27, None)),
        ("/zw/20180727/1.html", (2018, 7, 27, None)),
        ("http://x.gov.cn/zw/?d=2018-07-27", None),
        ("http://2018-07-27.x.cn/zw/1.html", None),
        ("http://x.gov.cn/content_5384134.htm", None),
        ("http://x.gov.cn/2018/15/1.html", None),
        ("http://x.gov.cn/t20180231_1.html", None),
        ("http://x.gov.cn/20187277.html", None),
        ("http://x.gov.cn/120180727/", None),
        ("", None),
    ],
)
def test_dates_in_addresses(url: str, expected: tuple[object, ...] | None) -> None:
    """An address hints at a day or month that its path spells out, and at nothing else."""
    reading = url_date(url)

    assert expected == parts(reading)
    assert reading is None or reading.source is DateSource.URL


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("27", "2018-07"), (2018, 7, 27, None)),
        (("27", "2018.07"), (2018, 7, 27, None)),
        (("27日", "2018年7月"), (2018, 7, 27, None)),
        (("2018年7月", "27"), (2018, 7, 27, None)),
        (("07-27", "2018"), (2018, 7, 27, None)),
        (("2018", "07/27"), (2018, 7, 27, None)),
        (("27", "07", "2018"), (2018, 7, 27, None)),
        (("2018", "07", "05"), (2018, 7, 5, None)),
        (("05", "07", "2018"), ("unreadable",)),
        (("27", "7月", "2018"), (2018, 7, 27, None)),
        (("27", "7月"), (None, 7, 27, None)),
        (("27", "07月 2018"), (2018, 7, 27, None)),
        (("2018", "27", "07月 2018"), None),
        (("2018-07-27", "星期五", "10:20"), (2018, 7, 27, time(10, 20))),
        (("30", "2018-02"), ("unreadable",)),
        (("02-29", "2018"), ("unreadable",)),
        (("发布日期：", "2018-07-27"), (2018, 7, 27, None)),
        (("截止日期：", "2018-07-27"), None),
        (("2018-07", "2018-08"), None),
        (("07", "27"), None),
        (("通知", "2018-07-27"), None),
        (("2018",), None),
        ((), None),
        (("1",) * 7, None),
    ],
)
def test_parts_of_neighbouring_elements_are_joined(texts: tuple[str, ...], expected: tuple[object, ...] | None) -> None:
    """A day in one element and the year and month in another give one date, in any order that can be told."""

    assert expected == parts(join_parts(texts))


@given(DAYS)
def test_a_split_day_comes_back(day: date) -> None:
    """Every day split into day and year-month, or month-day and year, is joined again."""

    assert (day.year, day.month, day.day, None) == parts(join_parts((f"{day.day:02}", f"{day.year}-{day.month:02}")))
    assert (day.year, day.month, day.day, None) == parts(join_parts((f"{day.month:02}-{day.day:02}", f"{day.year}")))
    assert day - timedelta(0) == read_date(day.isoformat()).date  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "June 13, 2025",
        "Jun 13th, 2025",
        "13 June 2025",
        "13-Jun-2025",
        "Fri Jun 13 10:20:00 CST 2025",
        "Friday, June 13, 2025",
        "2025 - 06 - 13",
        "2025. 6. 13",
    ],
)
def test_english_and_spaced_dates(text):
    """Months in English and numbers with gaps, alone and in a text."""
    alone, found = read_date(text), find_dates(f"来源：本站 {text} 打印")

    assert alone is not None
    assert (2025, 6, 13) == (alone.year, alone.month, alone.day)
    assert [(2025, 6, 13)] == [(one.reading.year, one.reading.month, one.reading.day) for one in found]


@pytest.mark.parametrize("text", ["May 2025", "Mary 13, 2025", "June 13, 20256", "2019 - 2020 - 12", "2024 - 12", "第2025-06-13号"])
def test_no_english_or_spaced_dates(text):
    """What only looks like one is none."""
    assert () == find_dates(text)


def test_impossible_english_date():
    """A day that its month does not have is unreadable."""
    found = read_date("February 30, 2025")

    assert found is not None
    assert Absent.UNREADABLE is found.absent
