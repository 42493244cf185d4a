"""Which columns a site has, which pages belong to each, and how they hang together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from attrs import Factory, define, frozen

from ..values.dates import Absent
from ..values.page import Crumb, Entry, PageKind, PageRole
from ..values.site import ColumnHint, ColumnKind, SiteProfile
from .columns import kind_of, local_names, normal_name
from .dates import url_date
from .facts import PageRecord, Ref, SiteFacts
from .families import Family, page_family, path_depth, untwinned
from .frame import REPEATED
from .han import han_count
from .urls import canonical, is_attachment

N = TypeVar("N", str, int)

_LISTS = frozenset((PageRole.LIST, PageRole.LETTERS))
_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))
TWIN = 10_000
"""Page numbers from here on are those of mobile and foreign-language twins."""
_OTHER_YEAR = 9_000
_SAYS_NOTHING = frozenset((ColumnKind.OTHER, ColumnKind.UNKNOWN, ColumnKind.TOOL))
_SAME_SITE = ("www.", "m.", "wap.")
_WIDEST_NAVIGATION = 16
_FEW_ENTRIES = 3
_FEW_LINKS = 2
_FEW_STEPS = 2
_LONGEST_NAME = 20
_SUBMENU = frozenset(("subnav", "undernav"))
_MENU = _SUBMENU | {"nav"}
_HOME_NAMES = frozenset(("首页", "网站首页", "返回首页", "主页", "本站首页", "home"))
_PLACES = _HOME_NAMES | frozenset(("列表", "信息列表", "文章列表", "列表页", "正文", "内容", "浏览", "详情", "详细内容"))
"""What the last step of a path may say that is no name."""
_STATIC_INDEX = re.compile(r"/(?:index|default|main)\.s?html?\?", re.IGNORECASE)
_COLUMN_FILE = re.compile(
    r"^(?:[a-z]{0,12}list|node|col|channel|column|lanmu|class|category|more|common_list|index)[\w-]{0,20}\.\w{2,6}$", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]{2}")
_LIST_FILE = re.compile(r"/[a-z]{0,12}list\.\w{2,6}\?", re.IGNORECASE)
_ARTICLE_PATH = re.compile(r"(?:content|article|detail|/art|/info|/show|/view)[/_-]|/t?\d{6,}|/\d+\.\w{3,5}$|[0-9a-f]{24}", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s?[_|–—>]\s?|\s-\s?|-(?=[^-]{0,30}(?:政府|网)$)")
_PAGER_WORDS = re.compile(r"[\d\W_]+|(?:[上下前后][一1]?|首|尾|末|第[一\d]{1,4}|最后[一1]?)页|GO|跳转|更多.{0,2}|more.{0,2}", re.IGNORECASE)
_SPACED = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
_MORE = re.compile(r"更多|more|>>|»", re.IGNORECASE)
_MORE_LINK = re.compile(r"[\W_]{0,4}(?:查看|点击)?(?:更多|more)[\W_]{0,6}", re.IGNORECASE)
_JOINS = ("-", "_", "|", "–", "—", "·", ">", ",", "，", " ", "\u3000")
_PAGE_WORDS = re.compile(r"第?\d{1,4}页?|[(（]\d{1,4}[)）]")


@define
class Draft:
    """A column in the making: its pages (by page number, 0 for the first), what it is called by whom, and its neighbours.

    ``in_navigation``: on top in the homepage's navigation; ``in_submenu``: in a menu below ``menu_parent`` there, '' where that is no link.
    ``sections``: the columns of which its page shows some items, with a link to more. ``calls_itself``: what its own page
    gives as its name in its path or ColumnName tag, where other pages link to it by that name.
    """

    key: str
    url: str = ""
    hint: ColumnHint | None = None
    pages: list[tuple[int, PageRecord]] = Factory(list)
    menu_names: Counter[str] = Factory(Counter)
    crumb_names: Counter[str] = Factory(Counter)
    crumb_levels: Counter[int] = Factory(Counter)
    crumb_parents: Counter[str] = Factory(Counter)
    sections: set[str] = Factory(set)
    link_names: Counter[str] = Factory(Counter)
    in_navigation: bool = False
    in_submenu: bool = False
    menu_parent: str = ""
    calls_itself: str = ""
    parent: str = ""
    children: list[str] = Factory(list)

    @property
    def first(self) -> PageRecord | None:
        """The readable page with the lowest number, else any page."""
        return next((page for _, page in self.pages if page.kind is PageKind.CONTENT), self.pages[0][1] if self.pages else None)


@frozen(hash=False)
class Site:
    """The pages of the site's own hosts among the facts, and its homepage.

    ``folders`` are the parts of other bodies' hosts that are the site's own (``city.gov.cn/slj``).
    """

    facts: SiteFacts
    profile: SiteProfile
    hosts: frozenset[str]
    pages: Mapping[str, PageRecord]
    home: PageRecord | None
    home_addresses: frozenset[str]
    folders: frozenset[str] = frozenset()

    @property
    def outside(self) -> int:
        """How many pages are of other hosts."""
        return len(self.facts.pages) - len(self.pages)

    def owns(self, address: str) -> bool:
        """Whether an address is on one of the site's hosts, or in its folder of another body's host."""
        return _owns(self.hosts, self.folders, address)

    def is_home(self, address: str, url: str = "") -> bool:
        """Whether an address is the homepage, a static index page with a query for its script included."""
        return address in self.home_addresses or (
            "?" in address and address.partition("?")[0] in self.home_addresses and _STATIC_INDEX.search(url) is not None
        )

    def live(self, refs: Iterable[Ref]) -> list[Ref]:
        """The references that stand on the version of a page that counts."""
        pages, cut = self.pages, self.facts.pages_cut
        kept = []
        for ref in refs:
            page = pages.get(ref.page)
            if page.digest == ref.digest if page is not None else cut and self.owns(ref.page):
                kept.append(ref)
        return kept


def site_of(facts: SiteFacts, profile: SiteProfile) -> Site:
    """The site that ``profile`` names among the facts; without a domain, the host of the homepage, else of most pages.

    A domain or host with a path (``www.city.gov.cn/slj``) stands for the pages below that path, whatever else the host holds.
    """
    folders = frozenset(bare(name) for name in map(canonical, (profile.domain, *profile.hosts)) if "/" in name)
    homepage = canonical(profile.homepage) if profile.homepage else ""
    fronts = [bare_host(homepage)] if homepage and not _owns(frozenset(), folders, homepage) else []
    fronts += [bare_host(canonical(profile.domain))] if profile.domain and "/" not in canonical(profile.domain) else []
    others = [bare_host(canonical(name)) for name in profile.hosts if name and "/" not in canonical(name)]
    hosts = frozenset((*fronts, *others))
    if not hosts and not folders:
        homes = Counter(bare_host(address) for address, page in facts.pages.items() if page.role is PageRole.HOME)
        counted = homes or Counter(bare_host(address) for address, page in facts.pages.items() if page.kind is PageKind.CONTENT)
        others = [host for host, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:1]]
        hosts = frozenset(others)
    pages = {address: facts.pages[address] for address in sorted(facts.pages) if _owns(hosts, folders, address)}
    first = [homepage] if homepage else [address for address in pages if bare(address) in folders]
    main = _roots(fronts or others)
    candidates = [pages[address] for address in (*first, *main) if address in pages]
    candidates += [pages[target] for page in candidates if (target := _leads_to(page)) in pages]
    home = next((page for page in candidates if page.kind is PageKind.CONTENT), candidates[0] if candidates else None)
    if home is None:
        return Site(facts, profile, hosts, pages, None, frozenset((*first, *main)), folders)
    same = [address for address in _roots(others) if _is_front(address, main, pages, home)]
    same += [page.address for page in pages.values() if _mirrors(page, home)]
    return Site(facts, profile, hosts, pages, home, frozenset((*first, *main, *same, home.address)), folders)


def _owns(hosts: frozenset[str], folders: frozenset[str], address: str) -> bool:
    return bare_host(address) in hosts or any(f"{bare(address)}/".startswith((f"{folder}/", f"{folder}?")) for folder in folders)


def bare(address: str) -> str:
    """An address from its bare host on."""
    host = bare_host(address)
    return f"{host}{address[address.find(host) + len(host) :]}"


def _roots(hosts: Iterable[str]) -> list[str]:
    return [f"{prefix}{host}" for host in hosts for prefix in ("www.", "", *_SAME_SITE[1:])]


def _is_front(root: str, main: Collection[str], pages: Mapping[str, PageRecord], home: PageRecord) -> bool:
    """Whether the root of another host is the homepage again; where it shows something else it is a part of the site."""
    page = pages.get(root)
    return (page is not None and page.title == home.title) or any(twin in main for twin in untwinned(root))


def _mirrors(page: PageRecord, home: PageRecord) -> bool:
    """Whether a page is the homepage under another address: it has its title and all its entries, and no path above it."""
    return (
        page.title == home.title
        and len(home.entries) >= _FEW_ENTRIES
        and not page.crumbs
        and {entry.url for entry in page.entries} == {entry.url for entry in home.entries}
    )


def _leads_to(page: PageRecord) -> str:
    return next(map(canonical, page.leads_to), "")


def bare_host(address: str) -> str:
    """The host of an address without port, www and the like: what its twins have in common."""
    host = address.partition("/")[0].partition("?")[0].partition(":")[0]
    if host.startswith(_SAME_SITE) and host.count(".") > 1:
        return host.partition(".")[2]
    return host


def columns_of(site: Site) -> dict[str, Draft]:
    """The columns of a site by key, with pages, names, parents and children, in order of their keys."""
    finder = _Finder(site)
    finder.find()
    return {key: finder.drafts[key] for key in sorted(finder.drafts)}


class _Finder:
    """Collects columns from lists, navigation, breadcrumbs and hints; used once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.drafts: dict[str, Draft] = {}
        self.hints = {canonical(hint.url): hint for hint in reversed(site.profile.columns)}
        by_id: dict[str, str] = {}
        self.hinted = {address: by_id.setdefault(hint.key or address, address) for address, hint in reversed(self.hints.items())}
        self.keys: dict[str, str] = {}
        self.siblings: Counter[tuple[str, str]] = Counter()
        self.site_names = names_of_site(site)
        self.local = local_names(site.profile.name, site.profile.sponsor)
        self.hosts = Counter(address.partition("/")[0] for address in site.pages)
        self.orders: dict[str, str] = {}
        for address in sorted(site.pages, key=lambda address: (-len(site.facts.links.get(address, ())), address)):
            if "&" in address:
                self.orders.setdefault(_sorted_query(address), address)

    def find(self) -> None:
        pages = self.site.pages
        lists = [page for page in pages.values() if _is_list(page) and not self._home(page)]
        for page in lists:
            for family in page_family(page.address):
                if not family.sure:
                    self.siblings[family.base, self._signature(page)] += 1
        for address, key in self.hinted.items():
            self._draft(key, self.hints[key].url)
            for page in (pages[address],) if address in pages and address != key else ():
                self._add_page(page)
        for page in sorted(lists, key=lambda page: (len(page.address), page.address)):
            if page.address not in self.hinted:
                self._add_page(page)
        self._from_crumbs()
        self._from_navigation()
        self._from_own_names()
        self._from_repeated_links()
        self._from_entries(lists)
        for draft in list(self.drafts.values()):
            page_there = pages.get(draft.key)
            if page_there is not None and not any(page is page_there for _, page in draft.pages):
                draft.pages.append((0, page_there))
            draft.pages.sort(key=lambda numbered: (numbered[0], numbered[1].address))
            first = draft.first
            draft.url = (first.url if first is not None else "") or draft.url
        self._drop_unnamed()
        self._drop_foreign()
        self._gather_link_names()
        self._gather_sections()
        self._hang_together()

    def _home(self, page: PageRecord) -> bool:
        return self.site.is_home(page.address, page.url)

    def _draft(self, key: str, url: str) -> Draft:
        draft = self.drafts.get(key)
        if draft is None:
            draft = self.drafts[key] = Draft(key, url, self.hints.get(key))
        return draft

    def _add_page(self, page: PageRecord) -> None:
        key, number = self._resolve(page.address, page)
        self._draft(key, page.url).pages.append((number, page))

    def _resolve(self, address: str, page: PageRecord | None) -> tuple[str, int]:
        """The key of the column an address belongs to, and the page number there."""
        if address in self.hinted:
            return self.hinted[address], 0
        if page is not None and (base := self._continues(page)):
            return self._resolve(base, None)[0], self._number(page_family(address)[0], address, page)
        for family in page_family(address):
            if self.site.is_home(family.base) or not (family.sure or (page is not None and self._agrees(family, page))):
                continue
            key, _ = self._resolve(family.base, None)
            return key, self._number(family, address, page)
        for twin in self._twins(address):
            if twin in self.site.pages and not self.site.is_home(twin):
                return twin, TWIN
        return address, 0

    def _continues(self, page: PageRecord) -> str:
        """The list that a numbered page of another spelling goes on with: both have its path and its own title; '' for none."""
        base = canonical(page.crumbs[-1].url) if page.crumbs and page.crumbs[-1].url else page.address
        first = self.site.pages.get(base)
        if base == page.address or first is None or not (_is_list(page) and _is_list(first)) or self._home(first):
            return ""
        if first.title != page.title or (self.site.home is not None and page.title == self.site.home.title):
            return ""
        numbered = page_family(page.address)[:1]
        same = [canonical(step.url) for step in first.crumbs] == [canonical(step.url) for step in page.crumbs]
        return base if same and numbered and numbered[0].number is not None else ""

    def _twins(self, address: str) -> Iterable[str]:
        """The addresses that stand for the same column as this one and go before it."""
        yield from untwinned(address)
        if "&" in address:
            ordered = self.orders.get(_sorted_query(address), address)
            if ordered != address:
                yield ordered
        other = address.removeprefix("www.") if address.startswith("www.") else f"www.{address}"
        if address not in self.site.pages or self._used(other) > self._used(address):
            yield other

    def _used(self, address: str) -> tuple[int, str]:
        """How usual the spelling of an address's host is on this site."""
        host = address.partition("/")[0]
        return self.hosts[host], host

    def _number(self, family: Family, address: str, page: PageRecord | None) -> int:
        shown = page.pagination.page if page is not None and page.pagination is not None else None
        if shown is not None:
            return 0 if shown <= 1 else shown
        if family.number is None:
            return _OTHER_YEAR
        if family.number == 1 and "?" not in address and (family.base in self.site.pages or family.base in self.site.facts.links):
            return 2
        return 0 if family.number <= 1 else family.number

    def _agrees(self, family: Family, page: PageRecord) -> bool:
        """Whether breadcrumb, pagination or name bear out that a page is page n of the base."""
        if page.crumbs and page.crumbs[-1].url and canonical(page.crumbs[-1].url) == family.base:
            return True
        shown = page.pagination.page if page.pagination is not None else None
        if shown is not None and family.number is not None:
            return shown > 1 and family.number in (shown, shown - 1)
        if _is_list(page) and family.base == _beside(page.address) and family.base in self.site.facts.links:
            return True
        signature = self._signature(page)
        base = self.site.pages.get(family.base)
        if base is not None and _is_list(base):
            return bool(signature) and signature == self._signature(base)
        return bool(signature) and self.siblings[family.base, signature] > 1

    def _signature(self, page: PageRecord) -> str:
        """What a list calls itself on each of its pages; '' where only the site's own title stands there."""
        if page.crumbs:
            return "/".join(_PAGE_WORDS.sub("", crumb.name) for crumb in page.crumbs)
        home = self.site.home
        title = "" if home is not None and page.title == home.title else page.title
        return _PAGE_WORDS.sub("", page.heading or title).strip()

    def _key(self, url: str, address: str = "") -> str:
        """The column key that a link leads to, '' for what cannot be a column of this site."""
        known = self.keys.get(url)
        if known is None:
            address = address or canonical(url)
            if not url or not self.site.owns(address) or self.site.is_home(address, url) or is_attachment(url):
                known = ""
            else:
                known = self._resolve(address, self.site.pages.get(address))[0]
            self.keys[url] = known
        return known

    def _from_crumbs(self) -> None:
        for page in self.site.pages.values():
            level, above = 0, ""
            for at, crumb in enumerate(page.crumbs):
                address = canonical(crumb.url) if crumb.url else ""
                if normal_name(crumb.name) in _HOME_NAMES or (at == 0 and address and self.site.is_home(address, crumb.url)):
                    continue
                level += 1
                if not address or (address == page.address and _is_article(page)):
                    continue
                key = self._key(crumb.url, address)
                if not key or (key not in self.drafts and not self._may_be_column(key)):
                    continue
                draft = self._draft(key, crumb.url)
                draft.crumb_names[crumb.name.strip()] += 1
                draft.crumb_levels[level] += 1
                if above and above != key:
                    draft.crumb_parents[above] += 1
                above = key

    def _from_navigation(self) -> None:
        site = self.site
        home = site.facts.kept_links.get(site.home.address, ()) if site.home is not None else ()
        top = ""
        for link in home:
            if link.place in _MENU:
                draft = self._menu(link.url, link.text)
                if link.place == "nav":
                    top = draft.key if draft is not None else ""
                if draft is not None:
                    draft.in_navigation |= link.place == "nav"
                    if link.place in _SUBMENU:
                        draft.in_submenu, draft.menu_parent = True, top if link.place == "subnav" else ""
        for address in sorted(site.facts.links):
            refs = site.facts.links[address]
            if not site.owns(address) or all(ref.place not in _MENU for ref in refs):
                continue
            for ref in site.live(refs):
                if ref.place in _MENU:
                    self._menu(ref.url, ref.text)

    def _from_own_names(self) -> None:
        """Pages that give themselves a name by which other pages link to them, and show no day of publication, are columns."""
        for page in self.site.pages.values():
            if page.kind is not PageKind.CONTENT or self._home(page) or _is_article(page):
                continue
            level, name = self._own_name(page)
            if not name or len(name) > _LONGEST_NAME:
                continue
            if page.role in _SINGLE and not (kind_of(name, local=self.local)[1] and self._may_be_column(page.address)):
                continue
            wanted = normal_name(name)
            refs = [ref for ref in self.site.facts.links.get(page.address, ()) if ref.place != "list" and normal_name(ref.text) == wanted]
            by = {ref.page for ref in self.site.live(refs) if ref.page != page.address}
            key = self._resolve(page.address, page)[0]
            if len(by) >= _FEW_LINKS or (by and key in self.drafts):
                draft = self._draft(key, page.url)
                draft.calls_itself = name
                if level and not draft.crumb_levels:
                    draft.crumb_levels[level] += 1

    def _from_repeated_links(self) -> None:
        """What page after page links to under one short name, as the menu of a section does, is a column though nobody saw it."""
        site = self.site
        for address, refs in sorted(site.facts.links.items()):
            page = site.pages.get(address)
            if len(refs) < REPEATED or not site.owns(address) or (page is not None and page.kind is PageKind.CONTENT):
                continue
            key = self._key(refs[0].url, address)
            if not key or key in self.drafts or not self._in_section(key) or not self._may_be_column(key):
                continue
            names = Counter(name for name, _ in {(ref.text.strip(), ref.page) for ref in site.live(refs) if ref.place != "footer"})
            name = _commonest(names) if names else ""
            told = 2 <= len(name) <= _LONGEST_NAME and _PAGER_WORDS.fullmatch(name) is None and kind_of(name)[0] is not ColumnKind.TOOL
            if told and names[name] >= REPEATED:
                self._draft(key, refs[0].url).menu_names[name] += names[name]

    def _in_section(self, key: str) -> bool:
        """Whether an address is spelled like a column's and like those of this site: below one of them, or a list with a query."""
        if not _looks_like_column(key):
            return False
        path, mark, _ = key.partition("?")
        return bool(mark) or path.rpartition("/")[0] in self.drafts

    def _own_name(self, page: PageRecord) -> tuple[int, str]:
        """The level and name that a page's path ends with, where that is the page itself; else (0, its ColumnName tag)."""
        if page.crumbs:
            last = page.crumbs[-1]
            if normal_name(last.name) not in _PLACES and (not last.url or canonical(last.url) == page.address):
                names = [crumb.name for crumb in page.crumbs if normal_name(crumb.name) not in _HOME_NAMES]
                return len(names), last.name
        return 0, page.column_name

    def _menu(self, url: str, text: str) -> Draft | None:
        key = self._key(url)
        if not key:
            return None
        name = text.strip()
        named = bool(name) and len(name) <= 20 and _PAGER_WORDS.fullmatch(name) is None
        if name in self.site_names or (
            key not in self.drafts and not (named and self._may_be_column(key) and kind_of(name)[0] is not ColumnKind.TOOL)
        ):
            return None
        draft = self._draft(key, url)
        if named:
            draft.menu_names[name] += 1
        return draft

    def _may_be_column(self, key: str) -> bool:
        page = self.site.pages.get(key)
        if page is not None and page.kind is PageKind.CONTENT:
            return page.role not in _SINGLE or url_date(key) is None
        return url_date("http://" + key) is None and (_ARTICLE_PATH.search(key) is None or _LIST_FILE.search(key) is not None)

    def _from_entries(self, lists: Iterable[PageRecord]) -> None:
        """Undated entries that lead to columns: a page that holds little else holds columns."""
        for page in lists:
            undated = [entry for entry in page.entries if entry.date.absent is Absent.NONE_SHOWN]
            if not undated or len(undated) < len(page.entries):
                continue
            keys = [(entry, self._key(entry.url)) for entry in undated]
            leading = [(entry, key) for entry, key in keys if key and self._leads_to_column(key, entry.title)]
            if any(key in self.drafts for _, key in leading) and 2 * len(leading) >= len(keys):
                for entry, key in leading:
                    draft = self._draft(key, entry.url)
                    draft.menu_names[entry.title.strip()] += 1
                    own = self._resolve(page.address, page)[0]
                    if key != own and not draft.parent:
                        draft.parent = own

    def _leads_to_column(self, key: str, name: str) -> bool:
        page = self.site.pages.get(key)
        if page is not None and page.kind is PageKind.CONTENT and _is_mere_text(page) and kind_of(name)[0] in _SAYS_NOTHING:
            return False  # a leader's own page
        return key in self.drafts or _looks_like_column(key)

    def _drop_unnamed(self) -> None:
        """Articles and attachments that only a menu of some page or their own path named are no columns, nor are texts nobody named."""
        for key, draft in list(self.drafts.items()):
            page = draft.first
            if draft.hint is not None or page is None or draft.in_navigation or draft.in_submenu or draft.calls_itself:
                continue
            told = kind_of(self._own_name(page)[1] or _own_title(page.title, self.site_names))[0]
            named = draft.menu_names or draft.crumb_names or page.column_name or told not in _SAYS_NOTHING
            if page.role in _SINGLE or (not named and all(_is_mere_text(page) for _, page in draft.pages)):
                del self.drafts[key]

    def _drop_foreign(self) -> None:
        """The columns of a version in another language are not those of the site, nor is what only they link to."""
        pages = self.site.pages
        for key, draft in list(self.drafts.items()):
            page = draft.first
            refs = self.site.live(self.site.facts.links.get(key, ())) if page is None else []
            linked = [pages[ref.page] for ref in refs if ref.page in pages]
            if draft.hint is None and (is_foreign(page) if page is not None else linked and all(map(is_foreign, linked))):
                del self.drafts[key]

    def _gather_link_names(self) -> None:
        """What links call the columns that no menu and no path names."""
        for key, draft in self.drafts.items():
            if not (draft.menu_names or draft.crumb_names):
                for ref in self.site.live(self.site.facts.links.get(key, ())):
                    text = ref.text.strip()
                    if 2 <= len(text) <= _LONGEST_NAME and _PAGER_WORDS.fullmatch(text) is None:
                        draft.link_names[text] += 1

    def _gather_sections(self) -> None:
        """A 更多 link that stands on one column page alone leads from a section of it to the column below, known or not."""
        for address, refs in self.site.facts.links.items():
            more = [ref for ref in refs if _MORE_LINK.fullmatch(ref.text.strip())]
            below = self._key(more[0].url, address) if more else ""
            draft = self.drafts.get(below)
            if not below or (draft is not None and (draft.in_navigation or draft.in_submenu)):
                continue
            pages = {ref.page for ref in self.site.live(more) if not self.site.is_home(ref.page)}
            above = {self._resolve(page, self.site.pages.get(page))[0] for page in pages}
            if len(above) == 1 and (key := above.pop()) != below and key in self.drafts:
                self.drafts[key].sections.add(below)

    def _hang_together(self) -> None:
        sections: dict[str, str] = {}
        for key in sorted(self.drafts):
            sections |= dict.fromkeys(self.drafts[key].sections, key)
        for key, draft in self.drafts.items():
            draft.parent = self._parent(key, draft) or sections.get(key, "")
        for key, draft in self.drafts.items():
            seen = {key}
            above = draft.parent
            while above and above not in seen:
                seen.add(above)
                above = self.drafts[above].parent
            if above:
                draft.parent = ""
        for key in sorted(self.drafts):
            parent = self.drafts[key].parent
            if parent:
                self.drafts[parent].children.append(key)

    def _parent(self, key: str, draft: Draft) -> str:
        first = draft.first
        if first is not None and first.crumbs:
            for crumb in reversed(self._above(first.crumbs, key)):
                parent = self._key(crumb.url) if crumb.url else ""
                if parent and parent != key and parent in self.drafts:
                    return parent
        told = [above for above in draft.crumb_parents if above in self.drafts]
        if told:
            return min(told, key=lambda above: (-draft.crumb_parents[above], above))
        for above in (draft.parent, draft.menu_parent):
            if above in self.drafts and above != key:
                return above
        folder = key.partition("?")[0]
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder != key and folder in self.drafts:
                return folder
        return ""

    def _above(self, crumbs: tuple[Crumb, ...], key: str) -> list[Crumb]:
        """The steps of a column's own breadcrumb that stand above it."""
        for at, crumb in enumerate(crumbs):
            if crumb.url and self._key(crumb.url) == key:
                return list(crumbs[:at])
        return list(crumbs[:-1]) if crumbs[-1].url == "" else list(crumbs)


def _sorted_query(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{path}?{'&'.join(sorted(query.split('&')))}"


def _beside(address: str) -> str:
    """The page beside the folder of an address, with its name (``l1033.htm`` for ``l1033/1.htm``)."""
    folder, _, file = address.rpartition("/")
    return f"{folder}.{file.rpartition('.')[2]}"


def _is_article(page: PageRecord) -> bool:
    """Whether a single page is an article, guide or letter rather than a column that holds one text (机构职能)."""
    if page.role is PageRole.ARTICLE:
        return page.published.absent is not Absent.NONE_SHOWN or "ArticleTitle" not in page.missing_tags
    return page.role in _SINGLE


def is_foreign(page: PageRecord) -> bool:
    """Whether a page has a title in words and lists items, without a Chinese character in them or in anything else it says."""
    if not page.entries or page.body_chars or han_count(page.title) or not _WORDS.search(page.title):
        return False
    return not any(han_count(entry.title) for entry in page.entries)


def _is_mere_text(page: PageRecord) -> bool:
    return bool(page.body_chars) and not (page.entries or page.letters or page.blank or page.script_drawn or page.pagination)


def _is_list(page: PageRecord) -> bool:
    """Whether a page is a list; one at the root with a query (``index.php?catid=3``) looks like a homepage by its address alone."""
    listing = page.role in _LISTS or (page.role is PageRole.HOME and "?" in page.address and bool(page.entries))
    return listing and page.kind is PageKind.CONTENT


def levels_of(drafts: Mapping[str, Draft]) -> dict[str, tuple[int | None, str]]:
    """The level of each column (1 is 一级) and what tells it; (None, '') where nothing does (checklist decision 10).

    A navigation with more entries on top than a menu has room for does not tell its own levels, nor does one that shows
    sub-columns too tell the level of an entry of which nothing else is known. Beside a navigation, folders tell it
    where some stand below others.
    """

    def on_top(draft: Draft) -> bool:
        return draft.in_navigation and (draft.parent not in drafts or not drafts[draft.parent].in_navigation)

    menu = [draft for draft in drafts.values() if draft.in_navigation]
    believed = sum(map(on_top, menu)) <= _WIDEST_NAVIGATION
    nested = any(not on_top(draft) for draft in menu)
    main = _commonest(Counter(bare_host(key) for key in drafts)) if drafts else ""
    levels: dict[str, tuple[int | None, str]] = {}

    nests = not menu or any((path_depth(key) or 0) > 1 for key in drafts)

    def top_folder(key: str) -> bool:
        return path_depth(key) == 1 and bare_host(key) == main

    def level(key: str) -> tuple[int | None, str]:
        draft = drafts[key]
        if draft.hint is not None and draft.hint.level is not None:
            return draft.hint.level, "caller"
        if on_top(draft) and (top_folder(key) or (believed and (draft.crumb_levels or draft.children or not nested))):
            return 1, "navigation"
        if draft.crumb_levels:
            return _commonest(draft.crumb_levels), "breadcrumb"
        if draft.parent in drafts:
            above = levels[draft.parent][0]
            if above is not None:
                return above + 1, "parent"
        elif draft.in_submenu:
            return 2, "navigation"  # below words that lead nowhere
        return (1, "path") if nests and top_folder(key) else (None, "")

    waiting = [key for key, draft in drafts.items() if draft.parent not in drafts]
    while waiting:
        key = waiting.pop()
        levels[key] = level(key)
        waiting += drafts[key].children
    return levels


def name_of(draft: Draft, trusted_tag: bool, site_names: Collection[str] = ()) -> str:
    """What a column is called, without the blanks that only space its characters (政 务 公 开)."""
    return _SPACED.sub("", _name_of(draft, trusted_tag, site_names))


def _name_of(draft: Draft, trusted_tag: bool, site_names: Collection[str]) -> str:
    """What a column is called: by the caller, its ColumnName tag, breadcrumb, menu, heading, title or links.

    ``site_names`` are names of the site, which name no column.
    """
    first = draft.first
    if draft.hint is not None and draft.hint.name:
        return draft.hint.name
    if first is not None and first.column_name and trusted_tag:
        return first.column_name
    if instead := first_of_its_head(draft):
        return instead
    for names in (draft.crumb_names, draft.menu_names):
        if names:
            return _commonest(names)
    if draft.calls_itself:
        return draft.calls_itself
    title = _own_title(first.title, site_names) if first is not None else ""
    if first is not None and first.heading and not _MORE.search(first.heading) and (first.heading in first.title or not kind_of(title)[1]):
        return first.heading
    if first is not None and first.crumbs and not first.crumbs[-1].url and normal_name(first.crumbs[-1].name) not in _PLACES:
        return first.crumbs[-1].name
    if title:
        return title
    if draft.link_names:
        return _commonest(draft.link_names)
    return first.heading or first.title if first is not None else ""


def first_of_its_head(draft: Draft) -> str:
    """What a column's own path calls it where the head of a menu leads to the first column below it (政务公开 to 政策解读): the
    step above is this page too, by its address or, without one, by what menus call it. '' for any other column.
    """
    first = draft.first
    if first is None or len(first.crumbs) < _FEW_STEPS:
        return ""
    *_, above, last = first.crumbs
    if last.url not in ("", first.url) or normal_name(last.name) in (*_PLACES, normal_name(above.name)):
        return ""
    itself = canonical(above.url) == first.address if above.url else above.name.strip() in draft.menu_names
    return last.name.strip() if itself else ""


def _own_title(title: str, site_names: Collection[str]) -> str:
    """The first part of a title that is not the site's name; '' where nothing else stands there."""
    for part in _SITE_SUFFIX.split(title):
        for name in site_names:
            if part.startswith(name) and part[len(name) :].startswith(_JOINS):
                part = part[len(name) :]
            if part.endswith(name) and part[: -len(name)].endswith(_JOINS):
                part = part[: -len(name)]
        part = part.strip().strip("".join(_JOINS))
        if part and part not in site_names and normal_name(part) not in _HOME_NAMES:
            return part
    return ""


def names_of_site(site: Site) -> tuple[str, ...]:
    """What the site calls itself and its homepage, longer names first."""
    title = site.home.title if site.home is not None else ""
    parts = (site.profile.name, title, *_SITE_SUFFIX.split(title))
    return tuple(sorted({part.strip() for part in parts if part.strip()}, key=lambda name: (-len(name), name)))


def _commonest(counts: Counter[N]) -> N:
    return min(counts.items(), key=lambda item: (-item[1], item[0]))[0]


def entry_leads_to_column(entry: Entry, key: str, address: str, drafts: Mapping[str, Draft]) -> bool:
    """Whether an undated entry of the column ``key`` is the way to another column rather than an item of it."""
    return entry.date.absent is Absent.NONE_SHOWN and address != key and address in drafts


def _looks_like_column(key: str) -> bool:
    path, _, query = key.partition("?")
    last = path.rpartition("/")[2]
    if _COLUMN_FILE.match(last):
        return True
    return not query and "/" in path and "." not in last and not last.isdecimal() and url_date("http://" + key) is None
