"""A whole site as it was seen: columns, exact counts and the facts that indicators need, and no pages."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from attrs import frozen

from .choices import choices
from .dates import NO_DATE, DateReading
from .page import GuideReading, Letter, LinkKind, Marks, PageKind, WordingHit
from .seen import Seen
from .subject import RunningStatus


class Level(StrEnum):
    """Level of the body that runs a site."""

    STATE = "state"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


@frozen
class Period:
    """A span of time with its reason (a reported maintenance window, say). Both ends are aware and belong to it."""

    start: datetime
    end: datetime
    note: str = ""


class PlatformKind(StrEnum):
    """What an official platform outside the site offers on its behalf."""

    SERVICES = "services"
    LETTERS = "letters"
    SEARCH = "search"
    LOGIN = "login"


@frozen(field_transformer=choices)
class Platform:
    """An official platform on another host that counts as offered by the site (decision 16)."""

    kind: PlatformKind
    host: str
    name: str = ""


@frozen(field_transformer=choices)
class SiteProfile:
    """What the caller knows of a site before looking. None means unknown.

    ``crawl_complete``: the pages given are all pages of the site. ``columns``: what is known of single ones, such as levels.
    ``domain`` and ``hosts`` may name a folder (``www.city.gov.cn/slj``): only the pages below it are then the site's.
    ``homepage``: its address, where it is not the root of the domain.
    """

    site_code: str = ""
    name: str = ""
    domain: str = ""
    hosts: tuple[str, ...] = ()
    region: str = ""
    level: Level | None = None
    portal: bool | None = None
    department: bool | None = None
    services: bool | None = None
    sponsor: str = ""
    supervisor: str = ""
    status: RunningStatus = RunningStatus.RUNNING
    maintenance: tuple[Period, ...] = ()
    platforms: tuple[Platform, ...] = ()
    columns: tuple[ColumnHint, ...] = ()
    crawl_complete: bool = False
    homepage: str = ""

    @property
    def key(self) -> str:
        """The site's identity: its code, else its domain, else its name."""
        return self.site_code or self.domain or self.name


class ColumnKind(StrEnum):
    """What a column is for. UNKNOWN: its name says nothing."""

    NEWS = "news"
    NOTICES = "notices"
    POLICIES = "policies"
    INTERPRETATION = "interpretation"
    OVERVIEW = "overview"
    AGENCY = "agency"
    LEADERS = "leaders"
    PERSONNEL = "personnel"
    PLANS = "plans"
    DATA = "data"
    STATISTICS = "statistics"
    FINANCE = "finance"
    DISCLOSURE = "disclosure"
    SERVICES = "services"
    CONSULTATION = "consultation"
    PETITION = "petition"
    SURVEYS = "surveys"
    INTERVIEWS = "interviews"
    TOPIC = "topic"
    HISTORIC = "historic"
    TOOL = "tool"
    OTHER = "other"
    UNKNOWN = "unknown"


@frozen(field_transformer=choices)
class ColumnHint:
    """What the caller knows of one column; overrides what is learned. ``url`` names the column.

    ``updates``: whether it ought to be updated; ``cycle_months``: its own publishing cycle where it has one.
    """

    url: str
    key: str = ""
    name: str = ""
    kind: ColumnKind | None = None
    level: int | None = None
    updates: bool | None = None
    cycle_months: int | None = None


class ColumnState(StrEnum):
    """What a column page shows.

    LISTED: entries. BLANK: readable, and empty or a placeholder. CONTAINER: only sub-columns. SINGLE: one article.
    TOOL: search box, form or other tool. REDIRECT: leads elsewhere. SCRIPT_DRAWN: drawn by script, not in the page.
    NOT_SEEN: linked, not fetched. UNREADABLE: fetched, no usable page (challenge, error, broken).
    """

    LISTED = "listed"
    BLANK = "blank"
    CONTAINER = "container"
    SINGLE = "single"
    TOOL = "tool"
    REDIRECT = "redirect"
    SCRIPT_DRAWN = "script_drawn"
    NOT_SEEN = "not_seen"
    UNREADABLE = "unreadable"


@frozen
class DatedEntry:
    """The first entry of one displayed date, and how many entries show that date."""

    date: DateReading
    title: str = ""
    url: str = ""
    count: int = 1


@frozen(field_transformer=choices)
class Updates:
    """The dates a homepage or column displays, newest first.

    ``recent`` holds the newest distinct dates (at most 24), years resolved where decision 5 allows, never later than
    ``fetched_at``; ``more`` says that older ones were left out. ``entries`` counts all entries seen. ``undated``: seen
    without any date, the list and the linked article page included; ``undated_unseen``: without a list date and the
    article page not seen (or elsewhere), so nobody knows. ``article_undated``: list dated, article page seen without a
    date. ``future``: dated later than fetched_at, left out of ``recent``.
    """

    recent: tuple[DatedEntry, ...] = ()
    more: bool = False
    entries: int = 0
    undated: int = 0
    undated_unseen: int = 0
    article_undated: int = 0
    future: int = 0


@frozen(field_transformer=choices)
class Column:
    """One column (栏目), known by its canonical address or the caller's id.

    ``level`` is 1 for 一级 columns; None where it cannot be told. ``kind_sure``: told by the caller, the ColumnType tag
    or a full-name match (``kind_from``), not by a weak word. ``first_page_seen``: the page that shows the newest
    entries was seen. ``parent`` and ``children`` are column keys. ``historic``: a finished special topic.
    ``updates_expected``: whether it ought to be updated, where the caller says. ``earlier``: the newest date that
    history shows, for a column that is empty now.
    """

    key: str
    name: str
    url: str
    path: tuple[str, ...] = ()
    level: int | None = None
    level_from: str = ""
    kind: ColumnKind = ColumnKind.UNKNOWN
    kind_sure: bool = False
    kind_from: str = ""
    state: ColumnState = ColumnState.NOT_SEEN
    updates: Updates = Updates()
    first_page_seen: bool = False
    blank_quote: str = ""
    fetched_at: datetime | None = None
    parent: str = ""
    children: tuple[str, ...] = ()
    updates_expected: bool | None = None
    cycle_months: int | None = None
    earlier: date | None = None


@frozen(field_transformer=choices)
class Homepage:
    """The homepage as seen. ``navigation_only``: it only leads to second-level pages (``second_level``: their column keys)."""

    url: str
    fetched_at: datetime
    kind: PageKind = PageKind.CONTENT
    updates: Updates = Updates()
    script_drawn: bool = False
    navigation_only: bool = False
    second_level: Seen[str] = Seen()
    marks: Marks = Marks()
    title: str = ""


@frozen
class PageCheck:
    """A check made on every other page (checklist decision 19): exact counts, and the first addresses in a fixed order."""

    name: str
    shown: int = 0
    absent: int = 0
    unknown: int = 0
    absent_at: tuple[str, ...] = ()
    unknown_at: tuple[str, ...] = ()


@frozen(field_transformer=choices)
class TaggedPage:
    """Page tags of one sampled page. ``missing`` are required tags not there or empty-like, by canonical name.

    ``drawn``: part of the sample of D4.7.
    """

    url: str
    role: str
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    drawn: bool = False


@frozen
class PageCounts:
    """How many pages were given, by kind, and what happened to them."""

    given: int = 0
    content: int = 0
    by_kind: tuple[tuple[str, int], ...] = ()
    replaced: int = 0
    duplicates: int = 0
    outside: int = 0
    truncated: int = 0


class TryResult(StrEnum):
    """How a try to open the homepage ended. BLOCKED: a challenge or 403 met the monitor, not the public (decision 15)."""

    OPENED = "opened"
    TIMEOUT = "timeout"
    DNS = "dns"
    TCP = "tcp"
    TLS = "tls"
    SERVER_ERROR = "server_error"
    BLOCKED = "blocked"


@frozen(field_transformer=choices)
class Try:
    """One availability try: when, how it ended, and after how many seconds the page was open.

    An OPENED one without ``elapsed`` stays open: it may have taken longer than the list allows.
    """

    at: datetime
    result: TryResult
    elapsed: float | None = None


class LinkResult(StrEnum):
    """What a link check saw. Only GONE, DNS, SOFT_404 and PARKED mean dead or wrong (decision 14)."""

    OPENED = "opened"
    GONE = "gone"
    DNS = "dns"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    BLOCKED = "blocked"
    TIMEOUT = "timeout"
    SERVER_ERROR = "server_error"
    WRONG = "wrong"


@frozen(field_transformer=choices)
class LinkCheck:
    """One look at one address by the caller's link checker."""

    url: str
    at: datetime
    result: LinkResult
    status: int | None = None


@frozen(field_transformer=choices)
class LinkState:
    """A distinct link target of the site with everything known of it.

    ``referrers`` are the first pages (in address order) that link to it; ``referrer_count`` is exact unless
    ``referrers_cut``. ``checks`` are the looks at it, the crawl's own included. ``hidden`` is why no page shows it, as in ``Link``:
    ``folded`` where some menu, tab or window opens on it and nothing worse hides it elsewhere.
    """

    url: str
    kind: LinkKind = LinkKind.INTERNAL
    text: str = ""
    on_home: bool = False
    referrers: tuple[str, ...] = ()
    referrer_count: int = 0
    referrers_cut: bool = False
    checks: tuple[LinkCheck, ...] = ()
    hidden: str = ""


class MessageKind(StrEnum):
    """ERROR_REPORT: from the national 找错 platform. PETITION 信访 and DISCIPLINE 纪检举报 never count as consultation."""

    CONSULTATION = "consultation"
    COMPLAINT = "complaint"
    PETITION = "petition"
    DISCIPLINE = "discipline"
    ERROR_REPORT = "error_report"
    INTERVIEW = "interview"
    SURVEY = "survey"


@frozen(field_transformer=choices)
class Message:
    """A message (留言) and its answer. ``answered`` None: not known. ``valid`` None: nobody judged; the reason beside it.

    ``asked`` and ``replied`` are days or moments as known; the reply of an answered message may have no known date.
    ``quality_fault``: what a person found poor, evasive or perfunctory about the answer, or '' for nothing found, None
    for not judged. ``drawn``: part of the sample of D3.3.
    """

    id: str
    kind: MessageKind = MessageKind.CONSULTATION
    title: str = ""
    url: str = ""
    asked: DateReading = NO_DATE
    replied: DateReading = NO_DATE
    answered: bool | None = None
    replier: str = ""
    reply: str = ""
    valid: bool | None = None
    invalid_reason: str = ""
    quality_fault: str | None = None
    published: bool = True
    drawn: bool = False


@frozen(field_transformer=choices)
class Guide:
    """A service item (办事事项) and what its guide says. ``reading`` None: the item has no guide page that was seen.

    ``has_guide`` None: not known. The judgements that only people make are None until made: ``format_unclear``,
    ``policy_without_content``, ``inaccurate`` (a reason, or '' where found right), ``form_required`` and ``form_available``.
    """

    id: str
    name: str
    url: str = ""
    has_guide: bool | None = None
    reading: GuideReading | None = None
    seen_at: datetime | None = None
    format_unclear: str | None = None
    policy_without_content: str | None = None
    inaccurate: str | None = None
    form_required: bool | None = None
    form_available: bool | None = None
    policies_linked: bool | None = None
    drawn: bool = False


class TrialKind(StrEnum):
    """What a person or robot tried out."""

    SERVICES_OFFERED = "services_offered"
    SERVICE_CATALOGUE = "service_catalogue"
    REGISTER = "register"
    APPLY = "apply"
    CONSULTATION_CHANNEL = "consultation_channel"
    SUBMIT_MESSAGE = "submit_message"
    UNIFIED_LOGIN = "unified_login"
    SINGLE_SIGN_ON = "single_sign_on"
    ASK = "ask"
    ASK_REALTIME = "ask_realtime"
    AUTO_ANSWER = "auto_answer"
    SEARCH = "search"
    SEARCH_TITLE = "search_title"
    SEARCH_CLASSIFIED = "search_classified"
    SEARCH_FUZZY = "search_fuzzy"
    SEARCH_AGGREGATED = "search_aggregated"
    SEARCH_LOWER_SITE = "search_lower_site"
    BROWSER = "browser"
    IPV6 = "ipv6"
    SERVICE_RATING = "service_rating"
    RATING_RESULTS = "rating_results"
    THEMED_SERVICE = "themed_service"
    USER_HISTORY = "user_history"
    DATA_VISUAL = "data_visual"
    DATA_DOWNLOAD = "data_download"
    MESSAGE_STATISTICS = "message_statistics"
    SURVEY_CHANNEL = "survey_channel"
    INNOVATION = "innovation"
    APP_DOWNLOAD = "app_download"
    APP_USE = "app_use"
    ACCOUNT_INTERACTION = "account_interaction"


@frozen(field_transformer=choices)
class Trial:
    """A recorded trial: what was tried, on what, when, by which means, and what came back.

    ``subject``: the thing it was tried on, or as whom (a browser, a title searched, a channel, a user from elsewhere). The last
    trial of each counts; where several things differ a person decides, unless one that works is enough. ``succeeded`` None:
    the trial itself could not be made. ``answered_at`` and ``quality_fault`` belong to questions asked (ASK, ASK_REALTIME).
    """

    id: str
    kind: TrialKind
    at: datetime
    succeeded: bool | None
    subject: str = ""
    means: str = ""
    result: str = ""
    url: str = ""
    snapshot: str = ""
    answered_at: datetime | None = None
    quality_fault: str | None = None


class IncidentKind(StrEnum):
    """严重表述错误, 泄密, 反动暴力色情, 攻击未处置, 弄虚作假, 舆情事件; for accounts also 购买粉丝 and the like."""

    SERIOUS_WORDING = "serious_wording"
    SECRET_LEAKED = "secret_leaked"
    HARMFUL_CONTENT = "harmful_content"
    ATTACK = "attack"
    FALSIFICATION = "falsification"
    PUBLIC_OPINION = "public_opinion"
    INFLATED_ENGAGEMENT = "inflated_engagement"


@frozen(field_transformer=choices)
class Incident:
    """Something serious that somebody reports. ``confirmed`` None: suspected, a person must decide; False: cleared."""

    id: str
    kind: IncidentKind
    at: datetime
    confirmed: bool | None = None
    note: str = ""
    url: str = ""
    snapshot: str = ""


@frozen(field_transformer=choices)
class Survey:
    """A survey or call for opinions (调查征集) held on the site. ``channel`` is web, email or ''. Days are as displayed."""

    id: str
    title: str
    url: str = ""
    opened: date | None = None
    ended: date | None = None
    result_published: date | None = None
    result_known: bool = False
    channel: str = "web"


@frozen(field_transformer=choices)
class PolicyFile:
    """A published policy file. ``broad`` None: nobody judged whether it is wide in scope and of high public interest, so that
    a want of interpretation stays open.

    ``interpretations`` are addresses of interpretations it links to. ``drawn``: part of the sample of D1.7.
    """

    id: str
    title: str
    url: str = ""
    published: DateReading = NO_DATE
    by_body: bool | None = None
    broad: bool | None = None
    interpretations: Seen[str] | None = None
    interpreted: bool | None = None
    drawn: bool = False


@frozen(field_transformer=choices)
class Interpretation:
    """An interpretation of a policy file. ``links_file``: it links to the interpreted file; ``file_links_back``: and back.

    ``form`` is text, chart, press_conference, audio_video, animation or ''. ``file`` identifies the interpreted file.
    """

    id: str
    title: str
    url: str = ""
    published: DateReading = NO_DATE
    file: str = ""
    links_file: bool | None = None
    file_links_back: bool | None = None
    form: str = ""
    drawn: bool = False


@frozen
class Leader:
    """One entry of 领导信息. Facts that were looked for: None unknown, '' missing."""

    name: str
    url: str = ""
    position: str | None = None
    resume: str | None = None
    fault: str | None = None


@frozen
class Judgement:
    """A person's judgement on something no machine can judge: ``question`` names it, ``fault`` is '' where nothing is wrong."""

    question: str
    target: str = ""
    fault: str = ""
    at: datetime | None = None
    url: str = ""


@frozen
class DateConflict:
    """Evidence against a displayed date: kept for companions and V1.5. ``kind`` is first_seen_earlier, body_older, tag_differs,
    url_differs, future or impossible."""

    url: str
    shown: DateReading
    other: DateReading
    kind: str
    quote: str = ""


@frozen
class WordingFacts:
    """What the wording scanners found on the site. ``hits`` is a Seen; ``lexicons`` name and digest what was scanned with."""

    lexicons: tuple[str, ...] = ()
    pages_scanned: int = 0
    hits: Seen[SiteWordingHit] = Seen()


@frozen
class SiteWordingHit:
    """A wording hit with the page it stands on."""

    url: str
    hit: WordingHit


@frozen
class SiteSnapshot:
    """A whole site as it was seen. It holds no pages; a part that is None was not looked at.

    ``observed_from`` and ``observed_to`` span the fetch times of its pages.
    """

    profile: SiteProfile
    observed_from: datetime | None = None
    observed_to: datetime | None = None
    pages: PageCounts = PageCounts()
    homepage: Homepage | None = None
    columns: Seen[Column] | None = None
    page_checks: Seen[PageCheck] | None = None
    tagged_pages: Seen[TaggedPage] | None = None
    links: Seen[LinkState] | None = None
    tries: Seen[Try] | None = None
    guides: Seen[Guide] | None = None
    messages: Seen[Message] | None = None
    letters: Seen[Letter] | None = None
    surveys: Seen[Survey] | None = None
    policies: Seen[PolicyFile] | None = None
    interpretations: Seen[Interpretation] | None = None
    leaders: Seen[Leader] | None = None
    judgements: Seen[Judgement] | None = None
    trials: Seen[Trial] | None = None
    incidents: Seen[Incident] | None = None
    wording: WordingFacts | None = None
    date_conflicts: Seen[DateConflict] | None = None
    platform_links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
