"""Whose figures: issuer, place and period of a passage, from the title, the headings and the words around a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from ._places import CITIES, PROVINCES
from .numbers import chinese_number

_NUM = r"(?:\d{1,2}|十[一二]|[一二三四五六七八九十])"
_YEAR = r"(?:(?P<year>20\d\d|二[〇零]{1}[一二三四五六七八九〇零]{2})\s?年\s?)?"
_PERIOD = re.compile(
    rf"{_YEAR}(?:度)?(?:"
    rf"第?\s?(?P<quarter>[一二三四1234])\s?季度"
    rf"|(?P<half>上|下)半年"
    rf"|(?<!\d)(?P<from>{_NUM})\s?月?(?:份)?\s?(?:至|到|-|—|~|(?<=月)[、和])\s?(?P<to>{_NUM})\s?月(?:份)?"
    rf"|(?P<years>{_NUM})\s?月(?:份)?\s?(?:至|到|-|—|~)\s?20\d\d\s?年\s?{_NUM}\s?月(?:份)?"
    rf"|(?P<month>{_NUM})\s?月(?:份)?(?!\s?\d{{1,2}}\s?日)"
    rf"|(?P<round>第[一二三四五六七八九十]{{1,2}}[次批轮])"
    rf")"
)
_WHOLE_YEAR = re.compile(r"(?P<year>20\d\d)\s?年(?:度|全年)?(?!\s?[0-9一二三四五六七八九十第上下])")
_DATE = re.compile(r"(?P<year>20\d\d)\s?[-年/.]\s?(?P<month>\d{1,2})\s?[-月/.]\s?(?P<day>\d{1,2})")
_NOT_OWN = re.compile(
    "同比|环比|较(?!好|差)|相比|比(?!例)|上季度|上一季度|上个?月|去年|同期|截至|截止|以来|前$|(?:由|从)第?$|整改|印发|下一|将于|(?:\\d|[一二])周"
)
_FOUND_THEN = re.compile(
    r"[^,。;\d]{0,14}?(?:不合格|突出问题|发现|通报|存在)[^,。;\d]{0,12}的(?!不合格|主要)?[^,。;]{0,24}(?:复查|复检|复核|回头看|整改)|[^,。;\d]{0,8}不合格[^,。;\d]{0,16}中|"
    r"[^,。;\d]{0,8}(?:不合格|通报)的\s?\d|[^,。;\d]{0,8}通报(?:中|的)|[^,。;\d]{0,14}(?:发现|通报)[^,。;\d]{0,8}的不合格"
)
_MOMENT = re.compile("初|底|末|[上中下]旬")
_ISSUER = re.compile(
    "(?P<area>[\u4e00-\u9fff]{2,11}?(?:自治区|自治州|地区|新区|省|市|州|盟|县|区|旗)|省|市|县|区|州)?(?P<office>(?:人民)?政府办公[厅室]|政府办(?!公)|政务公开办(?:公室)?"
    "|政务(?:服务|公开)[\u4e00-\u9fff]{0,12}?(?:管理)?局|大数据[\u4e00-\u9fff]{0,6}?局|电子政务[\u4e00-\u9fff]{0,6}?办(?:公室)?|行政审批[\u4e00-\u9fff]{0,6}?局)"
)
_STATE = re.compile("国务院办公厅(?!秘书局(?:关于)?印发)|国办(?!秘|发|函|考核|指标|要求|文件|有关|通报)")
_CITED = re.compile("(?:按照?|对照|参照|根据|依据|遵照|落实|贯彻|纳入|符合|向|报|收到)[^,。;!?\n]{0,40}$")
_AREA = re.compile("(?:" + "|".join(sorted(PROVINCES, key=len, reverse=True)) + "|" + "|".join(sorted(CITIES, key=len, reverse=True)) + ")")
_LOWER = re.compile("[\u4e00-\u9fff]{1,6}?(?:县|区|旗)$")
_RELATIVE = re.compile("(?:全|我|本)(?P<level>省|自治区|市|州|县|区|旗|盟|国)")


@frozen
class Context:
    """What is known where a figure stands. ``year`` 0: unknown."""

    place: str = ""
    issuer: str = ""
    period: str = ""
    province: str = ""
    city: str = ""
    county: str = ""
    year: int = 0


def document_context(lines: list[str]) -> Context:
    """What the title (the first lines) and the signature (the last ones) say."""
    title = "".join(line.strip() for line in lines[:4])[:200]
    head = "".join(line.strip() for line in lines[:4] if "。" not in line and "、" not in line)[:200]
    tail = "\n".join(lines[-6:])[-200:]
    year, _ = _year_of(title), 0
    dated = _DATE.search(title) or _DATE.search(tail)
    year = year or (int(dated.group("year")) if dated else 0)
    issuer = issuer_in("\n".join(line.strip() for line in lines[:4])[:200], Context()) or issuer_in(tail, Context())
    area = _full_area(issuer) or _full_area(head)
    province, city, county = _levels(area)
    if not area and issuer == "国务院办公厅":
        return Context(place="全国" if "全国" in title else "", issuer=issuer, period=period_in(title, year), year=year)
    if not province:
        named = [match.group() for match in _AREA.finditer("\n".join(lines)[:20000]) if match.group() in PROVINCES]
        province = max(set(named), key=lambda name: (named.count(name), name)) if named else ""
    issuer = issuer_in(issuer, Context(province=province, city=city, county=county)) or issuer
    context = Context(place=county or city or province, issuer=issuer, province=province, city=city, county=county, year=year)
    return Context(context.place, issuer, period_in(head, year) or period_in(lines[0] if lines else "", year), province, city, county, year)


def issuer_in(text: str, context: Context) -> str:
    """The office a passage names as acting, spelled out (省政府办公厅 → 辽宁省政府办公厅), or ''."""
    if any(not _CITED.search(text[max(0, match.start() - 44) : match.start()]) for match in _STATE.finditer(text)):
        return "国务院办公厅"
    acting = (match for match in _ISSUER.finditer(text) if not _CITED.search(text[max(0, match.start() - 44) : match.start("office")]))
    match = next(acting, None)
    if match is None:
        return ""
    area, office = match.group("area") or "", match.group("office")
    area = re.sub("^.*(?:近期|近日|日前|目前|同意|会同|通报|关于|各|由|来源[:：]?|我|经|和|与|及|的|对)", "", area)
    office = office.replace("人民政府", "政府")
    if area in ("省", "自治区", "市", "县", "区", "州"):
        wider = {"省": context.province, "自治区": context.province, "市": context.city, "州": context.city}
        area = wider.get(area, context.county) or area
    return f"{area}{office}" if area else ""


def place_in(text: str, scope: str, context: Context) -> str:
    """The area a figure is about: named in its scope, else 全省 or 我市 in its words, else the passage's place."""
    several = _AREA.findall(scope)
    if len(several) == 1:
        return str(several[0])
    words = _RELATIVE.search(scope) or _RELATIVE.search(text)
    if words:
        level = words.group("level")
        found = {
            "省": context.province,
            "自治区": context.province,
            "市": context.city,
            "州": context.city,
            "盟": context.city,
            "国": "全国",
        }
        place = found.get(level, context.county)
        if level == "区" and not place:
            place = context.province
        if level == "市" and not place and context.province in ("北京市", "上海市", "天津市", "重庆市"):
            place = context.province
        if place or _RELATIVE.search(scope):
            return place
    named = set(_AREA.findall(text))
    return named.pop() if len(named) == 1 and not context.place else context.place


def period_in(text: str, year: int) -> str:
    """``2020Q3``, ``2020-09``, ``2020-07/09``, ``2020H1``, ``2020第二次`` or ``2020``; without a known year ``Q3``, ``--09``; or ''."""
    found = next(_periods(text, year, moments=False), "") or next(_periods(text, year), "")
    if found:
        return found
    whole = _WHOLE_YEAR.search(text)
    return whole.group("year") if whole and not _NOT_OWN.search(text[max(0, whole.start() - 4) : whole.start()]) else ""


def last_period_in(text: str, year: int, upto: int) -> str:
    """The last period a passage names before a place in it, or ''."""
    found = list(_periods(text, year, upto, moments=False)) or list(_periods(text, year, upto))
    return found[-1] if found else ""


def _periods(text: str, year: int, upto: int | None = None, *, moments: bool = True) -> Iterator[str]:
    """All periods named, in order; without ``moments`` not those that only date an act (于2月底组织了第一季度检查)."""
    for match in _PERIOD.finditer(text, 0, len(text) if upto is None else upto):
        if _NOT_OWN.search(text[max(0, match.start() - 6) : match.start()]) or _NOT_OWN.match(text[match.end() : match.end() + 3]):
            continue
        since = text.startswith("自", max(match.start() - 1, 0)) and "以来" in text[match.end() : match.end() + 30]
        if since or _FOUND_THEN.match(text, match.end()):
            continue
        if match.group("years") or (not moments and _MOMENT.match(text, match.end())):
            continue
        own = _number(match.group("year")) or year
        head = str(own) if own else ""
        if match.group("quarter"):
            yield f"{head}Q{_number(match.group('quarter'))}"
        elif match.group("half"):
            yield f"{head}H{1 if match.group('half') == '上' else 2}"
        elif match.group("round"):
            yield f"{head}{match.group('round')}"
        else:
            first = _number(match.group("from") or match.group("month"))
            last = _number(match.group("to") or match.group("month"))
            if not 1 <= first <= last <= 12:
                continue
            label = f"{head or '-'}-{first:02d}"
            if last - first == 2 and last % 3 == 0:
                yield f"{head}Q{last // 3}"
            else:
                yield label if first == last else f"{label}/{last:02d}"


def _number(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _year_of(text: str) -> int:
    match = re.search(r"(20\d\d|二[〇零][一二三四五六七八九〇零]{2})\s?年", text)
    return _number(match.group(1)) if match else 0


def _full_area(text: str) -> str:
    named = [match.group() for match in _AREA.finditer(text)]
    if named:
        rest = text[text.find(named[-1]) + len(named[-1]) :]
        county = re.match("[\u4e00-\u9fff]{1,7}?(?:县|区|旗|市)(?=人民政府|政府|关于|办)", rest)
        return named[-1] + (county.group() if county else "")
    county = re.match("(?!自治)[\u4e00-\u9fff]{2,7}?(?:县|区|旗|市)(?=人民政府|政府办)", text)
    return county.group() if county else ""


def _levels(area: str) -> tuple[str, str, str]:
    if not area:
        return "", "", ""
    if area in PROVINCES:
        return area, "", ""
    for city, province in CITIES.items():
        if area.startswith(city):
            return province, city, area[len(city) :] and area
    for province in PROVINCES:
        if area.startswith(province):
            return province, "", area
    return "", "", area
