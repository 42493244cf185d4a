"""Dates as Chinese government pages show them: a closed grammar that never invents a part and never reads the clock.

Three questions: is this text a date (``read_date``), which dates stand in this text (``find_dates``), which date does this
address hint at (``url_date``). Parts that are not shown stay None; an impossible date is unreadable, never shifted.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta, timezone
from itertools import islice

from attrs import evolve, frozen

from ..values.dates import SHANGHAI, Absent, DateReading, DateSource

FIRST_YEAR, LAST_YEAR = 1990, 2099
_FIRST_HAN_YEAR = 1000  # "1949年10月1日" is shown on purpose; "1970-01-01" is a database's zero
_LONGEST = 80

_DASH = "\\-‐‑‒–—―−－"
_DOT = ".．"
_SLASH = "/／"
_COLON = "[:：∶︰﹕꞉ː˸]"
_DIGIT_HAN = "〇○零OoＯ一二三四五六七八九"
_GAP = r"\s{0,3}"

_CLOCK = (
    rf"(?P<half>上午|下午|中午|凌晨|早上|早晨|晚上|傍晚|[AaPp][Mm])?{_GAP}"
    rf"(?:(?P<h>\d{{1,2}})\s?{_COLON}\s?(?P<mi>\d{{1,2}})(?:\s?{_COLON}\s?(?P<s>\d{{1,2}})(?:[.,]\d{{1,9}})?)?"
    r"|(?P<hh>\d{1,2})\s?[时點点]\s?(?:(?P<hm>\d{1,2})\s?分(?:\s?(?P<hs>\d{1,2})\s?秒)?|整)?)"
    r"(?!\d)(?:\s?(?P<after>[AaPp][Mm])\b)?"
    r"(?:\s?(?P<zone>Z\b|[+-](?:0\d|1[0-4]):?[0-5]\d(?!\d)|(?:GMT|UTC)\s?[+-]0?8(?!\d)))?"
)
_WEEKDAY = r"(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天](?![\u4e00-\u9fff])[)）]?)?"
_TAIL = rf"(?:[T\s,，]{{0,6}}{_WEEKDAY}[T\s,，]{{0,6}}{_CLOCK})?"
_HAN_YEAR = rf"(?P<year>[\d{_DIGIT_HAN}]{{4}}){_GAP}年"
_HAN_MONTH = rf"{_GAP}(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_GAP}月"
_HAN_DAY = rf"{_GAP}(?P<day>\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}}){_GAP}"

# The two commonest list cells, "2018-07-27" and "[07-27]", decided by one small match.
_PLAIN = re.compile(r"\s*[\[(（【]?(?:([0-9]{4})-)?([0-9]{2})-([0-9]{2})[\])）】]?\s*")

# Whole texts. After a two-digit day the time may follow without a gap ("2018-06-0408:47:46": two elements joined).
_NUMERIC = re.compile(
    rf"(?P<year>\d{{4}}){_GAP}(?P<sep>[{_DASH}]{{1,2}}|[{_DOT}{_SLASH}]){_GAP}(?P<month>\d{{1,2}})"
    rf"(?:{_GAP}(?P=sep){_GAP}(?P<day>\d{{2}}(?=\d{{2}}{_COLON})|\d{{1,2}}(?!\d)){_GAP}日?{_TAIL})?{_GAP}{_WEEKDAY}"
)
_HAN = re.compile(rf"(?:{_HAN_YEAR})?{_HAN_MONTH}(?:{_HAN_DAY}(?:[日号]|(?!\d)){_TAIL})?{_GAP}{_WEEKDAY}")
_MONTH_DAY = re.compile(rf"(?P<month>\d{{1,2}})(?P<sep>[{_DASH}{_DOT}{_SLASH}])(?P<day>\d{{1,2}})(?:\s{{1,3}}{_CLOCK})?")
_YEAR_LAST = re.compile(rf"(?P<a>\d{{1,2}})(?P<sep>[{_DASH}{_SLASH}])(?P<b>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}){_TAIL}")
_SHORT_YEAR = re.compile(rf"\d{{2}}([{_DASH}{_SLASH}])\d{{2}}\1\d{{2}}(?:\s{{1,3}}{_CLOCK})?")
_WEEKDAY_WORD = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{1,2})?"
_MONTH_WORD = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_ENGLISH = (
    re.compile(
        rf"(?<![A-Za-z]){_WEEKDAY_WORD}{_MONTH_WORD}\.?\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}})(?P<year>\d{{4}})(?!\d){_TAIL}"
    ),
    re.compile(
        rf"{_WEEKDAY_WORD}(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,2}}|-){_MONTH_WORD}(?:[.,]?\s{{1,2}}|-)(?P<year>\d{{4}})(?!\d){_TAIL}"
    ),
    re.compile(
        rf"(?<![A-Za-z]){_WEEKDAY_WORD}{_MONTH_WORD}\s{{1,2}}(?P<day>\d{{1,2}})\s{{1,2}}{_CLOCK}\s{{1,2}}(?:(?:CST|GMT\+0?8:?00)\s{{1,2}})?(?P<year>\d{{4}})(?!\d)"
    ),
)
_MONTHS = re.compile(r"[JFMASOND](?:an|eb|a[ry]|pr|u[nlg]|ep|ct|ov|ec)[a-z]{0,6}[ .,\-\xa0\d]")
_ENGLISH_START = re.compile(rf"(?:\d{{1,2}}[a-z]{{0,2}}[ -]{{1,2}})?{_WEEKDAY_WORD}{_MONTHS.pattern}")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_RELATIVE = re.compile(
    rf"(?:(?P<word>今天|今日|昨天|昨日|前天)(?:[\s,，]{{0,3}}{_CLOCK})?|(?P<n>\d{{1,4}}|半){_GAP}个?(?P<unit>秒钟?|分钟?|小时|天|日|周|星期|月|年){_GAP}[之以]?前|(?P<now>刚刚|刚才))"
)
_TIME_ONLY = re.compile(_CLOCK)

_LABEL = re.compile(
    r"(?:(?:信息|文章|稿件|内容|网站|最后|最近|首次)?"
    r"(?:发布|发表|公布|公开|公示|更新|修改|上传|录入|添加|入库|刊发|刊登|发稿|上网|上线|编辑|创建|推送|推荐|签发|信息|转载|撰写|生成|提交|来信|写信|留言|咨询|提问|受理|办理|办结|回复|答复|处理|投稿|加入|文章)"
    r"(?:日期|时间|于|日)?|发布日|时间|日期|(?:Publish|Release|Update|Post)?(?:d|ed)?\s?(?:[Dd]ate|[Tt]ime|[Oo]n)?[:：])"
)
_ASKED_FOR = re.compile(
    r"(?:发布|发表|公布|公开|更新|刊发|发稿|上网|上传|录入|信息|推送|添加)[\u4e00-\u9fff]{0,2}(?:日期|时间|于)?[:：]?\s{0,3}\Z"
    r"|(?<![\u4e00-\u9fff])(?:日期|时间)[:：]\s{0,3}\Z"
)
_BRACKETED = re.compile(r"[\[(（［【〔]")
_ANY_DIGIT = re.compile(r"\d")
_WORDS = re.compile("[今昨前刚半]")
_EDGE = " \t\r\n\f\v\u3000\xa0\ufeff\u200b[](){}（）［］【】〔〕〖〗<>《》「」|｜·•・,，;；:：∶。、_'\"“”‘’*※■▪●◆>»›-–—－/"

# Dates inside running text; a stamp with its time may be glued to a word of the element before it.
_IN_TEXT = re.compile(
    rf"[12１２](?:(?<![A-Za-z0-9_第号字编.{_DASH}{_SLASH}][12１２])|(?<=[A-Za-z][12])(?=\d{{3}}-\d\d-\d\d \d\d:\d\d))"
    rf"(?P<rest>\d{{3}})\s?(?P<sep>[{_DASH}]{{1,2}}|[{_DOT}{_SLASH}])\s?(?P<month>\d{{1,2}})"
    rf"(?:\s?(?P=sep)\s?(?P<day>\d{{2}}(?=\d{{2}}{_COLON})|\d{{1,2}}(?!\d))(?![{_DASH}{_DOT}{_SLASH}]\d){_TAIL}"
    rf"|(?![\d{_DASH}{_DOT}{_SLASH}号期年月日个人元项条次款%％]))"
)
_BEFORE_MONTH = re.compile(
    rf"(?:(?P<year>(?<!\d)[\d{_DIGIT_HAN}]{{4}}){_GAP}年{_GAP})?(?P<month>(?<!\d)\d{{1,2}}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{{1,3}}){_GAP}\Z"
)
_AFTER_MONTH = re.compile(rf"{_HAN_DAY}(?:[日号]{_TAIL}|(?=\s|$|[\])）】]))")
_BARE = re.compile(
    r"[01](?<![^\s\[(（【|｜][01])(?P<rest>\d)(?P<sep>[-－])(?P<day>[0-3]\d)(?=$|[\s\])）】|｜])"
    r"|[\[(（【](?P<month2>[01]?\d)(?P<sep2>[-－./])(?P<day2>[0-3]?\d)(?=[\])）】])"
)
_SOON = re.compile(rf"(?:(?P<word>今天|今日|昨天|昨日|前天)\s{{0,3}}{_CLOCK}|(?P<n>\d{{1,3}})\s?(?P<unit>秒|分钟|小时|天)前)")
_CLOCK_BEFORE = re.compile(r"(?:今天|今日|现在|当前|目前|北京|系统|您好|你好)[是为]?(?:日期|时间)?[是为]?[:：]?\s{0,3}\Z")
_OTHER_BEFORE = re.compile(
    r"(?:施行|实施|生效|失效|废止|截止|截至|有效|报名|开标|投标|招标|会议|召开|活动|开始|结束|起止|执行|成立|出生|任职|入党|参加工作|成文|印发|签署|发文|通过|修订|修正|版权|copyright|©|自|从|于|至|(?<!分享)到|—|~|～|-)"
    r"(?:日期|时间|期限|期|日|所有)?(?:为|是|在)?[:：]?\s{0,3}\Z|[\u4e00-\u9fff](?:日期|时间|期限|期)[:：]\s{0,3}\Z",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"\s{0,2}(?:起|至|到|止|前|后|以来|之前|之后|之日|通过|修订|修正|施行|实施|生效|废止|截止|召开"
    r"|[（(]?(?:起|讫)|—|~|～|[-–]\s?\d)"
)

_URL_DAY = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)\d\d)(?:"
    r"(?P<sep>[-_/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?=[/_.?-]|$)"
    r"|[-_](?P<m2>\d\d)/(?P<d2>\d\d)(?=/)"
    r"|/(?P<m3>\d\d)(?P<d3>\d\d)(?=/)"
    r"|(?P<m4>\d\d)(?P<d4>\d\d)(?=[/_.-]|$|(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3})?\.))"
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[-_/]?(?P<month>\d\d)(?=/)")

_SMALL = {"〇": 0, "○": 0, "零": 0, "O": 0, "o": 0, "Ｏ": 0} | {digit: n for n, digit in enumerate("一二三四五六七八九", 1)}
_DAYS_BACK = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}
_UNITS = {"秒": "seconds", "秒钟": "seconds", "分": "minutes", "分钟": "minutes", "小时": "hours", "天": "days", "日": "days"}


@frozen
class FoundDate:
    """A date inside a text: ``text[start:end]``.

    ``role`` is ``published`` where a publication label stands before it, ``other`` where the words around it say that it
    is something else (the current day, a deadline, a range, when a rule takes effect), else ''.
    """

    start: int
    end: int
    reading: DateReading
    role: str = ""


def read_date(text: str, *, seen_at: datetime | None = None, source: DateSource | None = None) -> DateReading | None:
    """The date that ``text`` is, labels and brackets aside; None where it is anything else.

    A date that cannot exist (2019-02-30), has a two-digit year, or is relative (今天, 3小时前) without ``seen_at``, is a reading with
    ``absent`` UNREADABLE. Relative dates count back from ``seen_at`` (aware): hours give a day, minutes also a time.
    """
    if len(text) > _LONGEST:
        text = text.strip()
        if len(text) > _LONGEST:
            return None
    found = _PLAIN.fullmatch(text)
    if found:
        year, month, day = found.groups()
        if year is None and not ("01" <= month <= "12" and "01" <= day <= "31"):
            return None
        return _reading(int(year) if year else None, int(month), int(day), None, text.strip(), source, FIRST_YEAR)
    if not _ANY_DIGIT.search(text) and "月" not in text and not _WORDS.search(text):
        return None
    bracketed = _BRACKETED.search(text) is not None
    text = text.strip(_EDGE)
    labelled = _LABEL.match(text)
    if labelled:
        text = text[labelled.end() :].strip(_EDGE)
    text = text.removesuffix("发布").rstrip()
    found = _NUMERIC.fullmatch(text)
    if found:
        if found["day"] is None and found["sep"] in _DOT and not bracketed and not labelled:
            return None  # "2018.07" is as well an amount
        return _numeric(found, text, source)
    return _other_form(text, labelled is not None, bracketed, seen_at, source)


def _numeric(found: re.Match[str], text: str, source: DateSource | None) -> DateReading | None:
    year, month, day = int(found["year"]), int(found["month"]), found["day"]
    if day is not None:
        return _reading(year, month, int(day), found, text, source, FIRST_YEAR)
    # "2018-15" is a number, not a month that does not exist.
    return DateReading(year, month, None, None, text, source) if _possible(year, month, None, FIRST_YEAR) else None


def _other_form(text: str, labelled: bool, bracketed: bool, seen_at: datetime | None, source: DateSource | None) -> DateReading | None:
    if "月" in text:
        found = _HAN.fullmatch(text)
        if found:
            return _han(found["year"], found["month"], found["day"], found, text, source)
    found = _MONTH_DAY.fullmatch(text)
    if found:
        month, day = int(found["month"]), int(found["day"])
        # "3-5" is a range, "1/20" a page number, "12.05" an amount; brackets or a leading zero tell.
        padded = len(found["month"]) == 2 == len(found["day"])
        dash = found["sep"] not in _DOT + _SLASH
        if not (1 <= month <= 12 and 1 <= day <= 31) or not ((bracketed and (padded or dash)) or (padded and found["sep"] not in _DOT)):
            return None
        return _reading(None, month, day, found, text, source, FIRST_YEAR)
    found = _RELATIVE.fullmatch(text)
    if found:
        return _relative(found, text, seen_at, source)
    found = _YEAR_LAST.fullmatch(text)
    if found:
        return _year_last(found, text, source)
    if _SHORT_YEAR.fullmatch(text):
        return DateReading(raw=text, source=source, absent=Absent.UNREADABLE)
    if _ENGLISH_START.match(text):
        found = next(filter(None, (pattern.fullmatch(text) for pattern in _ENGLISH)), None)
        if found:
            return _english(found, text, source)
    if labelled:
        found = _COMPACT.fullmatch(text)
        if found:
            return _reading(int(found["year"]), int(found["month"]), int(found["day"]), None, text, source, FIRST_YEAR)
    return None


def _reading(
    year: int | None, month: int, day: int | None, clock: re.Match[str] | None, raw: str, source: DateSource | None, first_year: int
) -> DateReading:
    if not _possible(year, month, day, first_year):
        return DateReading(raw=raw, source=source, absent=Absent.UNREADABLE)
    moment = None if clock is None or day is None else _time(clock)
    if moment is not None and clock is not None and clock["zone"] and year is not None and day is not None:
        shifted = _in_shanghai(year, month, day, moment, clock["zone"])
        year, month, day, moment = shifted.year, shifted.month, shifted.day, shifted.time()
    return DateReading(year, month, day, moment, raw, source)


def _possible(year: int | None, month: int, day: int | None, first_year: int) -> bool:
    if (year is not None and not first_year <= year <= LAST_YEAR) or not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= (28 if day <= 28 else calendar.monthrange(year or 2000, month)[1])


def _time(found: re.Match[str]) -> time | None:
    """The time of day of a match that holds the clock groups; None where none is shown or it cannot exist."""
    hour, minute, second = found["h"], found["mi"], found["s"]
    if hour is None:
        hour, minute, second = found["hh"], found["hm"], found["hs"]
        if hour is None or (minute is None and not found.group(0).rstrip().endswith("整")):
            return None  # "18时" shows no minutes
    h, m, s = int(hour), int(minute or 0), int(second or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half and h <= 12:
        if half in ("下午", "晚上", "傍晚", "pm") or (half == "中午" and h < 11):
            h = h if h == 12 and half != "晚上" else h + 12 if h < 12 else 24
        elif h == 12 and half in ("am", "凌晨", "上午"):
            h = 0 if half != "上午" else 12
    return time(h, m, s) if h < 24 and m < 60 and s < 60 else None


def _in_shanghai(year: int, month: int, day: int, moment: time, zone: str) -> datetime:
    if zone == "Z":
        offset = timedelta()
    elif zone[0] in "GU":
        offset = timedelta(hours=8)
    else:
        sign = -1 if zone[0] == "-" else 1
        offset = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return datetime(year, month, day, moment.hour, moment.minute, moment.second, tzinfo=timezone(offset)).astimezone(SHANGHAI)


def _small(text: str) -> int:
    """A month or day in digits or Chinese numerals; 0 where the numeral makes no sense."""
    if text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _SMALL.get(text, 0)
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_SMALL.get(tens, 0) if tens else 1) * 10 + (_SMALL.get(ones, 0) if ones else 0)


def _han_year(text: str) -> int:
    return int(text) if text.isdecimal() else int("".join(str(_SMALL.get(c, c)) for c in text))


def _han(
    year: str | None, month: str, day: str | None, clock: re.Match[str] | None, raw: str, source: DateSource | None
) -> DateReading | None:
    if year is None and day is None:
        return None  # "4月" alone is no date
    return _reading(_han_year(year) if year else None, _small(month), _small(day) if day else None, clock, raw, source, _FIRST_HAN_YEAR)


def _english(found: re.Match[str], raw: str, source: DateSource | None) -> DateReading:
    """ "June 13, 2025", "13 Jun 2025" or "Fri Jun 13 10:20:00 CST 2025"."""
    return _reading(int(found["year"]), _MONTH_NAMES.index(found["month"][:3]) + 1, int(found["day"]), found, raw, source, FIRST_YEAR)


def _year_last(found: re.Match[str], raw: str, source: DateSource | None) -> DateReading:
    """ "27/07/2018" and "07/27/2018" where only one order is possible."""
    a, b = int(found["a"]), int(found["b"])
    if a > 12:
        a, b = b, a
    elif b <= 12 and a != b:
        return DateReading(raw=raw, source=source, absent=Absent.UNREADABLE)
    return _reading(int(found["year"]), a, b, found, raw, source, FIRST_YEAR)


def _relative(found: re.Match[str], raw: str, seen_at: datetime | None, source: DateSource | None) -> DateReading:
    if seen_at is None or seen_at.utcoffset() is None or (found["word"] is None and found["unit"] in ("周", "星期", "月", "年")):
        return DateReading(raw=raw, source=source, absent=Absent.UNREADABLE)
    moment = None
    try:
        day = seen_at.astimezone(SHANGHAI)
        if found["word"]:
            day, moment = day - timedelta(days=_DAYS_BACK[found["word"]]), _time(found)
        elif found["unit"] is not None:
            unit = _UNITS[found["unit"]]
            day -= timedelta(**{unit: 0.5 if found["n"] == "半" else int(found["n"])})
            moment = time(day.hour, day.minute) if unit == "minutes" else None
    except OverflowError:  # seen at an end of the calendar
        return DateReading(raw=raw, source=source, absent=Absent.UNREADABLE)
    return DateReading(day.year, day.month, day.day, moment, raw, source)


def find_dates(text: str, *, seen_at: datetime | None = None, source: DateSource | None = None, limit: int = 50) -> tuple[FoundDate, ...]:
    """The dates that stand in running text, in order, at most ``limit``.

    Month and day alone count only where they stand by themselves ("… 04-01", "[04-01]", "4月1日"); relative dates only with
    ``seen_at``. Numbers that merely look alike (telephones, documents, versions, addresses, money) are left out.
    """
    if not _ANY_DIGIT.search(text) and "月" not in text:
        return ()
    found: list[tuple[int, int, DateReading]] = []
    for match in _IN_TEXT.finditer(text):
        year = int(match.group(0)[0] + match["rest"])
        month, day = int(match["month"]), match["day"]
        if day is None and (
            len(match["month"]) != 2 or len(match.group(0)) > 7 or match["sep"] in _DOT or not _possible(year, month, None, FIRST_YEAR)
        ):
            continue
        raw = match.group(0)
        if day is None:
            reading = DateReading(year, month, None, None, raw, source)
        else:
            reading = _reading(year, month, int(day), match, raw, source, FIRST_YEAR)
        found.append((match.start(), match.end(), reading))
        if len(found) >= limit:
            break
    if "月" in text:
        _find_han(text, source, limit, found)
    if len(found) < limit and _MONTHS.search(text):
        for pattern in _ENGLISH:
            found += [
                (match.start(), match.end(), _english(match, match.group(0), source)) for match in islice(pattern.finditer(text), limit)
            ]
    if len(found) < limit and ("-" in text or "－" in text or "/" in text or "." in text):
        for match in _BARE.finditer(text):
            if match["day"]:
                start, month, bare_day = match.start(), int(match.group(0)[0] + match["rest"]), int(match["day"])
            else:
                start, month, bare_day = match.start() + 1, int(match["month2"]), int(match["day2"])
            if 1 <= month <= 12 and 1 <= bare_day <= 31:
                found.append((start, match.end(), _reading(None, month, bare_day, None, text[start : match.end()], source, FIRST_YEAR)))
            if len(found) >= 2 * limit:
                break
    if seen_at is not None and ("前" in text or "天" in text or "日" in text):
        for match in _SOON.finditer(text):
            found.append((match.start(), match.end(), _relative(match, match.group(0), seen_at, source)))
            if len(found) >= 3 * limit:
                break
    if not found:
        return ()
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[FoundDate] = []
    end = 0
    for start, stop, reading in found:
        if start >= end:
            kept.append(FoundDate(start, stop, reading, _role(text, start, stop)))
            end = stop
            if len(kept) >= limit:
                break
    return tuple(kept)


def _find_han(text: str, source: DateSource | None, limit: int, found: list[tuple[int, int, DateReading]]) -> None:
    at, count = text.find("月"), 0
    while at >= 0 and count < limit:
        before = _BEFORE_MONTH.search(text, max(at - 16, 0), at)
        if before:
            after = _AFTER_MONTH.match(text, at + 1)
            start, end = before.start(), after.end() if after else at + 1
            day = after["day"] if after else None
            reading = _han(before["year"], before["month"], day, after, text[start:end].strip(), source)
            if reading is not None and not (reading.absent and before["year"] is None):
                found.append((start, end, reading))
                count += 1
        at = text.find("月", at + 1)


def _role(text: str, start: int, end: int) -> str:
    before = text[max(start - 14, 0) : start]
    if _ASKED_FOR.search(before):
        return "published"
    if _CLOCK_BEFORE.search(before) or _OTHER_BEFORE.search(before) or _OTHER_AFTER.match(text, end):
        return "other"
    return ""


def url_date(url: str, *, source: DateSource | None = DateSource.URL) -> DateReading | None:
    """The date in the path of an address (``t20250630_1.html``, ``/2025/6/13/``, ``/202506/``); never an invented day.

    It is a hint only: what cannot be a date is taken for another number.
    """
    start = url.find("//")
    start = url.find("/", start + 2 if start >= 0 else 0)
    if start < 0:
        return None
    path = url[start:].partition("?")[0].partition("#")[0]
    for match in _URL_DAY.finditer(path):
        month = match["month"] or match["m2"] or match["m3"] or match["m4"]
        day = match["day"] or match["d2"] or match["d3"] or match["d4"]
        if _possible(int(match["year"]), int(month), int(day), FIRST_YEAR):
            return DateReading(int(match["year"]), int(month), int(day), None, match.group(0), source)
    for match in _URL_MONTH.finditer(path):
        if _possible(int(match["year"]), int(match["month"]), None, FIRST_YEAR):
            return DateReading(int(match["year"]), int(match["month"]), None, None, match.group(0).strip("/"), source)
    return None


def short_date(text: str, told: DateReading | None, source: DateSource) -> DateReading | None:
    """A day printed with two digits of its year (26-09-22), where an address tells the same day in full; else None."""
    if told is None or told.year is None or told.month is None or told.day is None:
        return None
    day = rf"{told.year % 100:02}(?P<sep>[-/.]){told.month:02}(?P=sep){told.day:02}"
    found = re.search(rf"(?<![\d/.-]){day}(?![\d/.-])", text)
    return DateReading(told.year, told.month, told.day, None, found[0], source, year_from="url") if found else None


_PART_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_PART_MONTH = re.compile(r"(\d{1,2})月(?:\s{0,3}((?:19|20)\d\d)年?)?")
_PART_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])[.．](0[1-9]|[12]\d|3[01])")
_PART_MONTH_WORD = re.compile(rf"{_MONTH_WORD}[.,]?(?:\s{{0,3}}((?:19|20)\d\d))?", re.IGNORECASE)
_PART_DAY = re.compile(r"(\d{1,2})日?")
_IGNORED_PART = re.compile(rf"{_LABEL.pattern}|{_WEEKDAY}")


def join_parts(parts: Sequence[str], *, seen_at: datetime | None = None, source: DateSource | None = None) -> DateReading | None:
    """The date that the texts of neighbouring elements give together: "27" + "2018-07", "07-27" + "2018", a day and a time.

    None where any part is neither date nor time; UNREADABLE where the order of the numbers cannot be told.
    """
    texts = [stripped for part in parts if (stripped := part.strip(_EDGE))]
    if not texts or len(texts) > 6 or sum(map(len, texts)) > _LONGEST:
        return None
    raw = " ".join(texts)
    if len(texts) == 1:
        return read_date(raw, seen_at=seen_at, source=source)
    year: int | None = None
    month: int | None = None
    numbers: list[int] = []
    whole: DateReading | None = None
    moment: time | None = None
    dotted = False
    for text in texts:
        if found := _PART_YEAR.fullmatch(text):
            if year is not None:
                return None
            year = int(found[1])
        elif found := _PART_MONTH.fullmatch(text):
            if month is not None or (year is not None and found[2]):
                return None
            month = int(found[1])
            year = int(found[2]) if found[2] else year
        elif found := _PART_DAY.fullmatch(text):
            numbers.append(int(found[1]))
        elif found := _PART_MONTH_WORD.fullmatch(text):
            if month is not None or (year is not None and found[2]):
                return None
            month = _MONTH_NAMES.index(found[1][:3].title()) + 1
            year = int(found[2]) if found[2] else year
        elif found := _PART_MONTH_DAY.fullmatch(text):
            dotted = True
            if month is not None:
                return None
            month = int(found[1])
            numbers.append(int(found[2]))
        elif found := _TIME_ONLY.fullmatch(text):
            moment = _time(found)
        elif not _IGNORED_PART.fullmatch(text):
            year_month = _NUMERIC.fullmatch(text)
            reading = _numeric(year_month, text, source) if year_month else read_date(text, seen_at=seen_at, source=source)
            if reading is None or whole is not None:
                return None
            whole = reading
    if whole is not None:
        return _completed(whole, year, month, numbers, moment, raw)
    if len(numbers) == 2 and month is None:
        # Year first is always month, day; otherwise the order must show itself.
        first, second = numbers
        if _PART_YEAR.fullmatch(texts[0]):
            month, numbers = first, [second]
        elif year is None:
            return None
        elif first > 12:
            month, numbers = second, [first]
        elif second > 12 or first == second:
            month, numbers = first, [second]
        else:
            return DateReading(raw=raw, source=source, absent=Absent.UNREADABLE)
    if month is None or len(numbers) != 1 or (dotted and year is None):
        return None  # "06.12" alone is as well an amount
    joined = _reading(year, month, numbers[0], None, raw, source, FIRST_YEAR)
    return evolve(joined, time=moment) if moment and joined.absent is None else joined


def _completed(
    whole: DateReading, year: int | None, month: int | None, numbers: list[int], moment: time | None, raw: str
) -> DateReading | None:
    if whole.absent is not None:
        return evolve(whole, raw=raw)
    if month is not None or (year is not None and whole.year is not None) or (numbers and whole.day is not None) or len(numbers) > 1:
        return None
    day = numbers[0] if numbers else whole.day
    if whole.month is None or not _possible(whole.year or year, whole.month, day, FIRST_YEAR):
        return DateReading(raw=raw, source=whole.source, absent=Absent.UNREADABLE)
    return DateReading(whole.year or year, whole.month, day, whole.time or moment, raw, whole.source)
