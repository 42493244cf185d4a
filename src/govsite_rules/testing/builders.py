"""Snapshots in a few words. Everything is seen at ``SEEN_AT``, an hour before ``AS_OF``; what is not given is a sensible default.

A day is an ISO text, a date, or a number of days before ``AS_OF``; for messages also a ``DateReading``, such as ``NO_DATE``. Further
fields of a record are given by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve, fields_dict

from ..errors import choice
from ..values.dates import NO_DATE, SHANGHAI, DateReading, DateSource, day_of
from ..values.feed import AccountProfile, FeedSnapshot, PlatformName, Post
from ..values.finding import Finding, Measure, Outcome, Target, TargetKind
from ..values.page import Entry, GuideElement, GuideReading, GuideState, Mark, Marks, MarkState, PageRole, PageSnapshot
from ..values.seen import Seen
from ..values.site import (
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    Guide,
    Homepage,
    Incident,
    IncidentKind,
    Judgement,
    Level,
    LinkCheck,
    LinkResult,
    LinkState,
    Message,
    SiteProfile,
    SiteSnapshot,
    Survey,
    Trial,
    TrialKind,
    Try,
    TryResult,
    Updates,
)

T = TypeVar("T")
Day = str | date | int

AS_OF = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI)
"""The moment of inspection of everything built here."""

SEEN_AT = AS_OF - timedelta(hours=1)
"""When everything built here was seen."""

HOST = "http://www.qinghe-example.gov.cn/"

ELEMENTS = tuple("name basis conditions materials place agency fees hours phone process".split())
"""The ids of the 10 key element classes of a service guide."""


_PLAIN = ("notes", "platform_links", "lexicons", "rejected")
"""Fields that are tuples of texts and no collections."""


def collected(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a snapshot, lists and tuples among them as complete collections."""
    return {name: seen(*part) if isinstance(part, list | tuple) and name not in _PLAIN else part for name, part in parts.items()}


def calendar_day(day: Day) -> date:
    """An ISO text, a date, or days before ``AS_OF`` as a date."""
    if isinstance(day, int):
        return day_of(AS_OF) - timedelta(days=day)
    return date.fromisoformat(day) if isinstance(day, str) else day


def shown(day: Day | DateReading, source: DateSource = DateSource.LIST) -> DateReading:
    """A date as a page displays it; a reading is one already."""
    if isinstance(day, DateReading):
        return day
    known = calendar_day(day)
    return DateReading(known.year, known.month, known.day, raw=known.isoformat(), source=source)


def seen(*items: T, complete: bool = True, total: int | None = None) -> Seen[T]:
    """A collection, complete unless said otherwise."""
    return Seen(items, complete, total)


def updates(*days: Day, **fields: Any) -> Updates:
    """The dates a homepage or column displays, one entry for each day."""
    known = sorted({calendar_day(day) for day in days}, reverse=True)
    recent = tuple(DatedEntry(shown(day), f"{day.isoformat()}发布的信息", f"{HOST}{day:%Y%m%d}.html") for day in known)
    return evolve(Updates(recent, entries=len(days)), **fields)


def column(name: str = "部门动态", *days: Day, kind: ColumnKind | str = ColumnKind.NEWS, **fields: Any) -> Column:
    """A first-level column that lists an entry for each day given, and is blank where none is. Its key is its name."""
    listed: dict[str, Any] = {"state": ColumnState.LISTED, "updates": updates(*days)} if days else {"state": ColumnState.BLANK}
    built = Column(
        name,
        name,
        f"{HOST}{name}/",
        level=1,
        kind=choice(ColumnKind, kind, "kind"),
        kind_sure=True,
        first_page_seen=True,
        fetched_at=SEEN_AT,
    )
    return evolve(built, **(listed | fields))


def homepage(*days: Day, **fields: Any) -> Homepage:
    """A homepage with an entry for each day (by default one, of yesterday), and every identity mark."""
    marks = Marks(**{name: Mark(MarkState.SHOWN) for name in fields_dict(Marks)})
    return evolve(Homepage(HOST, SEEN_AT, updates=updates(*(days or (1,))), marks=marks, title="青禾县人民政府"), **fields)


def entry(title: str = "一则信息", day: Day | None = 1, **fields: Any) -> Entry:
    """An item of a list; ``day`` None: it shows no date."""
    return evolve(Entry(title, f"{HOST}{title}.html", NO_DATE if day is None else shown(day)), **fields)


def page(url: str = HOST, *entries: Entry, **fields: Any) -> PageSnapshot:
    """One readable page; a list page where entries are given."""
    role = PageRole.LIST if entries else PageRole.OTHER
    return evolve(PageSnapshot(url, SEEN_AT, role=role, entries=entries, title="青禾县人民政府"), **fields)


def message(id: str = "m1", asked: Day | DateReading = 30, replied: Day | DateReading | None = 25, **fields: Any) -> Message:
    """A valid consultation, published and answered; ``replied`` None: not answered."""
    built = Message(id, title=f"关于供水的咨询（{id}）", url=f"{HOST}xx/{id}.html", asked=shown(asked), valid=True, answered=False)
    if replied is not None:
        built = evolve(built, replied=shown(replied), answered=True, replier="县住建局", reply="您好，经核实，已安排处理。")
    return evolve(built, **fields)


def guide(id: str = "g1", missing: Iterable[str] = (), **fields: Any) -> Guide:
    """A service item whose guide was seen and lacks the element classes ``missing`` (ids as in ``ELEMENTS``)."""
    lacking = set(missing)
    unknown = lacking - set(ELEMENTS)
    if unknown:
        raise ValueError(f"no element classes: {', '.join(sorted(unknown))}; there are: {', '.join(ELEMENTS)}")
    elements = tuple(GuideElement(name, GuideState.MISSING if name in lacking else GuideState.FILLED) for name in ELEMENTS)
    return evolve(Guide(id, f"事项{id}", f"{HOST}bs/{id}.html", True, GuideReading(f"事项{id}", elements), SEEN_AT), **fields)


def trial(kind: TrialKind | str, succeeded: bool | None = True, **fields: Any) -> Trial:
    """A recorded trial; its id is its kind."""
    kind = choice(TrialKind, kind, "kind")
    return evolve(Trial(str(kind), kind, SEEN_AT, succeeded, means="网页"), **fields)


def tries(failed: int = 0, *, days: int = 7, a_day: int = 20) -> Seen[Try]:
    """The availability log of the days before ``AS_OF``, evenly spread; the first ``failed`` tries time out."""
    number = days * a_day
    step = timedelta(days=days) / number
    results = [TryResult.TIMEOUT] * failed + [TryResult.OPENED] * (number - failed)
    return seen(*(Try(AS_OF - step * n, result, 15.0 if n < failed else 0.5) for n, result in enumerate(results)))


def link(url: str = HOST + "a.html", result: LinkResult | str = LinkResult.OPENED, *, on_home: bool = True, **fields: Any) -> LinkState:
    """A link of the site, looked at once."""
    check = LinkCheck(url, SEEN_AT, choice(LinkResult, result, "result"))
    return evolve(LinkState(url, text="链接", on_home=on_home, referrers=(HOST,), referrer_count=1, checks=(check,)), **fields)


def survey(id: str = "s1", opened: Day = 90, ended: Day = 60, result: Day | None = 45, **fields: Any) -> Survey:
    """A call for opinions on the web; ``result`` None: its result was looked for and is not published."""
    published = None if result is None else calendar_day(result)
    built = Survey(id, f"征集{id}", f"{HOST}dc/{id}.html", calendar_day(opened), calendar_day(ended), published, True)
    return evolve(built, **fields)


def judgement(question: str, fault: str = "", **fields: Any) -> Judgement:
    """A person's judgement; ``question`` is ``indicator.code``, ``fault`` '' where nothing is wrong."""
    return evolve(Judgement(question, fault=fault, at=SEEN_AT), **fields)


def incident(kind: IncidentKind | str, confirmed: bool | None = True, **fields: Any) -> Incident:
    """A report of something serious; its id is its kind."""
    kind = choice(IncidentKind, kind, "kind")
    return evolve(Incident(str(kind), kind, SEEN_AT, confirmed, url=HOST + "a.html"), **fields)


def profile(**fields: Any) -> SiteProfile:
    """A county government's portal with outward services."""
    built = SiteProfile(
        "3699990001",
        "青禾县人民政府",
        "www.qinghe-example.gov.cn",
        region="369999",
        level=Level.COUNTY,
        portal=True,
        department=False,
        services=True,
        sponsor="青禾县人民政府办公室",
        homepage=HOST,
    )
    return evolve(built, **fields)


def site(**parts: Any) -> SiteSnapshot:
    """A site of which only ``parts`` were looked at. A list or tuple stands for a complete collection of them."""
    return evolve(SiteSnapshot(profile(), SEEN_AT, SEEN_AT), **collected(parts))


def post(day: Day = 1, **fields: Any) -> Post:
    """A push; its id is its day."""
    return evolve(Post(calendar_day(day).isoformat(), shown(day, DateSource.FEED), "今日要闻", wording=()), **fields)


def feed(*posts: Post, **parts: Any) -> FeedSnapshot:
    """A WeChat account with these posts, all there are. Lists and tuples stand for complete collections."""
    account = AccountProfile("qinghe", "青禾发布", PlatformName.WECHAT, publishes=True)
    return evolve(FeedSnapshot(account, SEEN_AT, seen(*posts)), **collected(parts))


def finding(
    indicator: str, code: str, outcome: Outcome | str, target: str = "site", examined: int | None = 1, **measures: Fraction | int
) -> Finding:
    """A finding of your own, for tests of what comes after the indicators."""
    known = {"site": TargetKind.SITE, "account": TargetKind.ACCOUNT}
    measured = tuple(Measure(name, Fraction(value)) for name, value in measures.items())
    return Finding(indicator, code, Outcome(outcome), Target(known.get(target, TargetKind.COLUMN), target, target), examined, measured)
