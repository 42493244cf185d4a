"""The facts of many sites in pieces: which site a response belongs to, and facts as bytes that any worker can put together."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from attrs import evolve, frozen

from ..errors import InputError, LimitError
from ..parse.facts import PageFacts, PageRecord, Ref, SiteFacts, gather, page_facts
from ..parse.limits import DEFAULT_LIMITS, Limits
from ..parse.outline import bare, bare_host
from ..parse.page import Scanner
from ..parse.urls import canonical
from ..values.page import Entry, MarkState, PageSnapshot
from ..values.site import SiteProfile
from .archives import Response, response_page

T = TypeVar("T")

PAGES_HELD = 1024
"""Pages whose facts are held before they are put together into pieces: about 20 KB each."""

MAX_UNPACKED = 2 * 1024 * 1024 * 1024

_MARK = b"gsf1"
_ENCODER = msgspec.msgpack.Encoder()
_CODE = re.compile(rb"[0-9A-Za-z]{10}")


def pack(facts: SiteFacts) -> bytes:
    """Facts as bytes: about 1 KB a page."""
    try:
        data = _ENCODER.encode(facts)
    except UnicodeEncodeError:
        data = _ENCODER.encode(_scrubbed(msgspec.to_builtins(facts, builtin_types=(bytes,))))
    return _MARK + zlib.compress(data, 1)


def unpack(data: bytes) -> SiteFacts:
    """The facts that ``pack`` wrote. Raises InputError where they are not, LimitError beyond MAX_UNPACKED bytes."""
    if data[: len(_MARK)] != _MARK:
        raise InputError("no packed facts", value=data[:16], expected="bytes that govsite_rules packed, of this version")
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(data[len(_MARK) :], MAX_UNPACKED)
        if unpacker.unconsumed_tail:
            raise LimitError("packed facts are too large", expected=f"at most {MAX_UNPACKED} bytes")
        return msgspec.msgpack.decode(plain, type=SiteFacts)
    except (zlib.error, msgspec.DecodeError) as error:
        raise InputError(f"damaged facts ({error})", expected="bytes that govsite_rules packed, of this version") from None


def merged(pieces: Iterable[bytes]) -> SiteFacts:
    """The facts of all pieces, unpacked one at a time."""
    return gather(map(_Sharing(), map(unpack, pieces)))


class _Sharing:
    """Keeps once what many pages have alike (addresses, titles, dates, breadcrumbs): more than half of the memory that facts
    would take otherwise."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, facts: SiteFacts) -> SiteFacts:
        one = self._one
        links = {one(address): tuple(Ref._make(map(one, ref)) for ref in refs) for address, refs in facts.links.items()}
        return evolve(
            facts,
            pages={one(address): self._page(record) for address, record in facts.pages.items()},
            links=links,
            kept_links={one(address): tuple(map(one, kept)) for address, kept in facts.kept_links.items()},
        )

    def _one(self, value: T) -> T:
        known: T = self._known.setdefault(value, value)
        return known

    def _page(self, record: PageRecord) -> PageRecord:
        one = self._one
        return evolve(
            record,
            address=one(record.address),
            url=one(record.url),
            digest=one(record.digest),
            entries=tuple(Entry(one(e.title), one(e.url), one(e.date), e.hidden, e.pinned) for e in record.entries),
            crumbs=one(record.crumbs),
            missing_tags=one(record.missing_tags),
        )


@frozen
class Sites:
    """Which site a response belongs to. Build it with ``sites_of``."""

    profiles: Mapping[str, SiteProfile]
    _places: Mapping[str, str]
    _codes: Mapping[bytes, str]
    _depth: int = 0

    def of_url(self, url: str) -> str | None:
        """The key of the site whose profile names the address's host, or the innermost folder of it; www. and mobile twins are
        the same host."""
        address = canonical(url)
        steps = bare(address).partition("?")[0].split("/", self._depth + 1)
        folders = ("/".join(steps[:end]) for end in range(min(len(steps), self._depth + 1), 1, -1))
        return next((self._places[place] for place in (*folders, bare_host(address)) if place in self._places), None)

    def is_home(self, key: str | None, url: str) -> bool:
        """Whether the profile of the site names this address as its homepage."""
        profile = self.profiles.get(key or "")
        return profile is not None and bool(profile.homepage) and canonical(profile.homepage) == canonical(url)

    def may_tell(self, body: bytes) -> bool:
        """Whether a body holds the code of one of the sites at all."""
        return bool(self._codes) and any(code.lower() in self._codes for code in _CODE.findall(body))

    def of_page(self, page: PageSnapshot) -> str | None:
        """The key of the site whose code (网站标识码) a page shows, in its tag or else its footer."""
        shown = page.marks.site_code
        codes = (page.tag("siteidcode") or "", shown.value if shown.state is MarkState.SHOWN else "")
        return next((self._codes[code] for text in codes if (code := text.strip().lower().encode()) in self._codes), None)


def sites_of(profiles: Iterable[SiteProfile]) -> Sites:
    """The sites of these profiles. Raises InputError for a profile without a key, and for a key or host named twice."""
    known: dict[str, SiteProfile] = {}
    places: dict[str, str] = {}
    for row, profile in enumerate(profiles, 1):
        key = profile.key
        if not key:
            raise InputError("a profile that names no site", field="site_code", row=row, expected="a site code, a domain or a name")
        if key in known:
            raise InputError("two profiles of one site", field="site_code", row=row, value=key, expected="one profile for each site")
        known[key] = profile
        for name, place in _places(profile):
            if places.setdefault(place, key) != key:
                raise InputError(
                    f"a host of two sites, {places[place]} and {key}",
                    field="hosts",
                    row=row,
                    value=name,
                    expected="each host, or folder of it, in one profile",
                )
    codes = {code.lower().encode(): key for key, profile in known.items() if (code := profile.site_code)}
    return Sites(known, places, codes, max((place.count("/") for place in places), default=0))


def _places(profile: SiteProfile) -> Iterator[tuple[str, str]]:
    """Each name that a profile gives, with the host or folder of a host it stands for; of a homepage its host, unless it lies in
    one of the folders."""
    folders = []
    for name in filter(None, (profile.domain, *profile.hosts)):
        known = canonical(name)
        folders += [f"{bare(known)}/"] if "/" in known else []
        yield name, bare(known) if "/" in known else bare_host(known)
    home = canonical(profile.homepage)
    if home and not f"{bare(home).partition('?')[0]}/".startswith(tuple(folders)):
        yield profile.homepage, bare_host(home)


class Collector:
    """Turns responses into pieces of facts by site, holding few pages at a time. ``strangers`` counts those of no known site."""

    def __init__(
        self,
        sites: Sites,
        *,
        limits: Limits = DEFAULT_LIMITS,
        scanners: Sequence[Scanner] = (),
        held: int = PAGES_HELD,
    ) -> None:
        self.strangers: Counter[str] = Counter()
        self._sites, self._limits, self._scanners, self._held = sites, limits, scanners, held

    def pieces(self, responses: Iterable[Response], *, skip: Collection[str] = ()) -> Iterator[tuple[str, SiteFacts]]:
        """(site key, facts) of all responses but those of sites to ``skip``; several pieces of a site that has many pages."""
        return self.keyed(((None, response) for response in responses), skip=skip)

    def keyed(self, responses: Iterable[tuple[str | None, Response]], *, skip: Collection[str] = ()) -> Iterator[tuple[str, SiteFacts]]:
        """The same of responses whose site the caller may know already."""
        held: dict[str, list[PageFacts]] = {}
        count = 0
        for given, response in responses:
            found = self._page(given, response, skip)
            if found is None:
                continue
            held.setdefault(found[0], []).append(page_facts(found[1]))
            count += 1
            if count >= self._held:
                yield from ((key, gather(held.pop(key))) for key in sorted(held))
                count = 0
        yield from ((key, gather(held.pop(key))) for key in sorted(held))

    def _page(self, given: str | None, response: Response, skip: Collection[str]) -> tuple[str, PageSnapshot] | None:
        key = given or self._sites.of_url(response.url)
        if key in skip:
            return None
        if key is not None or self._sites.may_tell(response.body):
            home = self._sites.is_home(key, response.url)
            page = response_page(response, limits=self._limits, scanners=self._scanners, home=home)
            key = key or self._sites.of_page(page)
            if key is not None:
                return None if key in skip else (key, page)
        self.strangers[bare_host(canonical(response.url))] += 1
        return None


def _scrubbed(value: object) -> object:
    """``value`` with lone surrogates, which no UTF-8 can hold, replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_scrubbed(item) for item in value]
    return value


__all__ = ["Collector", "Sites", "bare_host", "merged", "pack", "sites_of", "unpack"]
