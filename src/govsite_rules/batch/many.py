"""Many subjects at once: folders, archives and snapshots in, an inspection or a failure for each out."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve, field, frozen

from ..checklists.model import Checklist
from ..checklists.national_2019 import NATIONAL_2019
from ..errors import GovsiteError, InputError
from ..indicators import CATALOG
from ..indicators._base import Indicator
from ..inspection import Inspection, inspect, subject_of
from ..interchange import MAX_BYTES, from_json, read_site
from ..parse.facts import gather, page_facts
from ..parse.finish import finish
from ..parse.limits import DEFAULT_LIMITS, Limits
from ..parse.page import Scanner
from ..scoring.records import Declaration, Review, Waiver
from ..values.dates import aware
from ..values.feed import FeedSnapshot
from ..values.site import SiteProfile, SiteSnapshot
from ..values.subject import RunningStatus, Subject, SubjectKind
from .archives import COUNTED, DEFAULT_ARCHIVE_LIMITS, ENDINGS, Archive, ArchiveLimits, Revisit
from .failure import Failure, failure
from .folder import (
    DEFAULT_FOLDER_LIMITS,
    INDEX_FILE,
    SITE_FILE,
    FolderContents,
    FolderLimits,
    folder_pages,
    for_site,
    read_folder,
    read_site_file,
)
from .pieces import PAGES_HELD, Collector, Sites, merged, pack, sites_of
from .pool import run
from .records import Sited

Source = str | Path | SiteSnapshot | FeedSnapshot
Parts = Mapping[str, Mapping[str, Any]]

LARGE_INDEX = 500_000
"""Bytes of an index (some 3,000 pages) from which on several processes read one folder."""

_FEED = b"govsite-rules/feed/"
_STRANGERS_NAMED = 20


@frozen
class Note:
    """What was met in a source that is no result, as in ``FolderContents.notes``. ``source``: as the caller named it."""

    source: str
    kind: str
    detail: str


def inspect_many(
    sources: Iterable[Source],
    *,
    as_of: datetime,
    checklist: Checklist = NATIONAL_2019,
    indicators: Sequence[Indicator] = CATALOG,
    profiles: Iterable[SiteProfile] = (),
    parts: Parts | None = None,
    reviews: Iterable[Sited[Review]] = (),
    declarations: Iterable[Sited[Declaration]] = (),
    waivers: Iterable[Sited[Waiver]] = (),
    fetched_at: datetime | None = None,
    scanners: Sequence[Scanner] = (),
    page_limits: Limits = DEFAULT_LIMITS,
    folder_limits: FolderLimits = DEFAULT_FOLDER_LIMITS,
    archive_limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
    skip: Collection[str] = (),
    jobs: int = 1,
    ordered: bool = True,
    on_done: Callable[[int, int], None] | None = None,
    on_note: Callable[[Note], None] | None = None,
    scratch: str | Path | None = None,
) -> Iterator[Inspection | Failure]:
    """Inspect every subject of ``sources``: crawl folders, web archives (.warc, .warc.gz), snapshot files, snapshots.

    A folder or snapshot is one subject. All archives together hold the sites that ``profiles`` name: a response belongs to the
    site whose profile names its host, else to the one whose site code its page shows; those of no site are told in a note.
    ``parts`` are what ``finish`` takes besides pages (tries, messages …), by site key.

    Nothing that is wrong with one subject stops the rest: it becomes a Failure, and a worker that dies becomes the Failure of
    its subject. Where an archive cannot be read whole, its sites are inspected as far as they were seen, say so, and no crawl
    counts as complete. ``skip`` names subjects (keys) or sources that are done already, so that a run can be resumed.

    ``jobs`` processes share the work (a large archive or folder is read by several at once; see ``pool.run`` for what that asks
    of a program). Results come in the order of the sources, sites of archives after them in the order of ``profiles``; with
    ``ordered`` False as they are done. ``on_done(n, total)`` counts pieces of work, ``scratch`` is where facts between two steps
    are kept (the system's temporary folder by default). Raises InputError for what is wrong with the call itself: no time zone,
    a host in two profiles, archives without profiles.
    """
    aware(as_of, "as_of")
    if jobs < 1:
        raise InputError("no worker", field="jobs", value=jobs, expected="1 or more")
    given = tuple(sources)
    archives = tuple(str(source) for source in given if isinstance(source, str | Path) and str(source).lower().endswith(ENDINGS))
    sites = sites_of(profiles)
    if archives and not sites.profiles:
        raise InputError(
            "nothing says whose pages an archive holds", field="profiles", value=archives[0], expected="a profile for each site"
        )
    worker = _Worker(
        as_of,
        checklist,
        tuple(indicators),
        tuple(reviews),
        tuple(declarations),
        tuple(waivers),
        fetched_at,
        tuple(scanners),
        page_limits,
        folder_limits,
        archive_limits,
        frozenset(skip),
        sites if archives else sites_of(()),
    )
    direct = [_Whole(source) for source in given if str(source) not in archives or not isinstance(source, str | Path)]
    return _run(worker, direct, archives, parts or {}, jobs, ordered, on_done, on_note, scratch)


@frozen
class _Whole:
    """A subject that one worker inspects, and reads but for the ``pieces`` of its pages, as (file, offset, length)."""

    source: Source
    pieces: tuple[tuple[str, int, int], ...] = ()


@frozen
class _Share:
    """Every page of a folder whose address falls to ``number``, to be put into pieces of facts in ``file``."""

    source: _Whole
    number: int
    of: int
    file: str


@frozen
class _Shared:
    """What came of a share. An error is left to the whole: read by one worker, it tells the first one there is."""

    share: _Share
    pieces: tuple[tuple[str, int, int], ...] = ()
    failed: bool = False


@frozen
class _Part:
    """Every ``of``-th record of an archive, to be put into pieces of facts in ``file``; or the originals of ``revisits`` alone."""

    path: str
    number: int
    of: int
    file: str
    revisits: tuple[Revisit, ...] | None = None


@frozen
class _Read:
    """What came of a part: pieces as (site key, offset, length), and what else was met."""

    part: _Part
    pieces: tuple[tuple[str, int, int], ...] = ()
    counts: Mapping[str, int] = field(factory=dict)
    strangers: Mapping[str, int] = field(factory=dict)
    broken: str = ""
    unresolved: tuple[Revisit, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.broken and not self.counts.get("unreadable_records") and not self.unresolved


@frozen
class _Site:
    """A site whose facts lie in pieces, as (file, offset, length)."""

    key: str
    pieces: tuple[tuple[str, int, int], ...]
    parts: Mapping[str, Any]
    not_whole: tuple[str, ...]


@frozen
class _Done:
    """A result with the notes met on the way; None: it was to be skipped."""

    result: Inspection | Failure | None
    notes: tuple[Note, ...] = ()


_Job = _Whole | _Share | _Part | _Site
_Came = _Done | _Shared | _Read


@frozen
class _Worker:
    """What a process needs to know for every job."""

    as_of: datetime
    checklist: Checklist
    indicators: tuple[Indicator, ...]
    reviews: tuple[Sited[Review], ...]
    declarations: tuple[Sited[Declaration], ...]
    waivers: tuple[Sited[Waiver], ...]
    fetched_at: datetime | None
    scanners: tuple[Scanner, ...]
    page_limits: Limits
    folder_limits: FolderLimits
    archive_limits: ArchiveLimits
    skip: frozenset[str]
    sites: Sites

    def __call__(self, job: _Job) -> _Came:
        try:
            if isinstance(job, _Part):
                return self._read(job)
            if isinstance(job, _Share):
                return self._share(job)
            return self._site(job) if isinstance(job, _Site) else self._whole(job)
        except Exception as error:
            return self.lost(job, error)

    def lost(self, job: _Job, error: BaseException) -> _Came:
        """What stands in place of a result that an error prevented."""
        if isinstance(job, _Part):
            return _Read(job, broken=_said(error), unresolved=job.revisits or ())
        if isinstance(job, _Share):
            return _Shared(job, failed=True)
        return _Done(self._failed(self._subject(job), error))

    def _subject(self, job: _Whole | _Site) -> Subject:
        if isinstance(job, _Site):
            return subject_of(SiteSnapshot(self.sites.profiles[job.key]))
        if isinstance(job.source, SiteSnapshot | FeedSnapshot):
            return subject_of(job.source)
        profile = None
        try:
            profile = read_site_file(job.source, limits=self.folder_limits).profile
        except Exception:
            profile = None  # the error told is the one that stopped the subject
        return subject_of(SiteSnapshot(profile)) if profile and profile.key else Subject(SubjectKind.SITE, str(job.source))

    def _failed(self, subject: Subject, error: BaseException) -> Failure:
        if isinstance(error, GovsiteError):
            return failure(subject, self.as_of, error)
        return Failure(subject, self.as_of, _said(error), type(error).__name__)

    def is_large(self, source: Source) -> bool:
        """Whether a source is a crawl folder that several workers should read, and not done already."""
        if isinstance(source, SiteSnapshot | FeedSnapshot) or str(source) in self.skip:
            return False
        try:
            if Path(source, INDEX_FILE).stat().st_size < LARGE_INDEX:
                return False
            profile = read_site_file(source, limits=self.folder_limits).profile
        except (OSError, GovsiteError):
            return False  # told by the worker that reads it
        return profile is not None and profile.key not in self.skip

    def _share(self, share: _Share) -> _Shared:
        pages = folder_pages(
            str(share.source.source),
            fetched_at=self.fetched_at,
            limits=self.folder_limits,
            page_limits=self.page_limits,
            scanners=self.scanners,
            part=share.number,
            parts=share.of,
        )
        facts = map(page_facts, pages)
        pieces = []
        with open(share.file, "wb") as file:
            while held := tuple(islice(facts, PAGES_HELD)):
                data = pack(gather(held))
                pieces.append((share.file, file.tell(), len(data)))
                file.write(data)
        return _Shared(share, tuple(pieces))

    def _whole(self, job: _Whole) -> _Done:
        source = job.source
        if isinstance(source, SiteSnapshot | FeedSnapshot):
            return self._inspected(source, FolderContents(SiteSnapshot(SiteProfile())), str(subject_of(source).key))
        name, path = str(source), Path(source)
        if name in self.skip:
            return _Done(None)
        if path.is_dir():
            profile = read_site_file(path, limits=self.folder_limits).profile
            if profile is not None and profile.key in self.skip:
                return _Done(None)
            if profile is not None and not profile.key:
                raise InputError("a profile that names no site", file=SITE_FILE, field="site", expected="site_code, domain or name")
            contents = read_folder(
                path,
                fetched_at=self.fetched_at,
                limits=self.folder_limits,
                page_limits=self.page_limits,
                scanners=self.scanners,
                facts=merged(_bytes(job.pieces)) if job.pieces else None,
            )
            return self._inspected(contents.site, contents, name)
        snapshot = _snapshot(path, name)
        return self._inspected(snapshot, FolderContents(SiteSnapshot(SiteProfile())), name)

    def _inspected(self, snapshot: SiteSnapshot | FeedSnapshot, contents: FolderContents, source: str) -> _Done:
        subject = subject_of(snapshot)
        if subject.key in self.skip:
            return _Done(None)
        profile = snapshot.profile if isinstance(snapshot, SiteSnapshot) else SiteProfile(site_code=subject.key)
        notes = tuple(Note(source, kind, detail) for kind, detail in contents.notes)
        try:
            result = inspect(
                snapshot,
                as_of=self.as_of,
                checklist=self.checklist,
                indicators=self.indicators,
                reviews=(*contents.reviews, *for_site(self.reviews, profile)),
                declarations=(*contents.declarations, *for_site(self.declarations, profile)),
                waivers=(*contents.waivers, *for_site(self.waivers, profile)),
            )
        except Exception as error:
            return _Done(self._failed(subject, error), notes)
        return _Done(result, notes)

    def _read(self, part: _Part) -> _Read:
        archive = Archive(part.path, limits=self.archive_limits)
        collector = Collector(self.sites, limits=self.page_limits, scanners=self.scanners)
        pieces = []
        with open(part.file, "wb") as file:
            if part.revisits is None:
                responses = archive.responses(part=part.number, parts=part.of)
            else:
                responses = archive.originals(part.revisits)
            for key, facts in collector.pieces(responses, skip=self.skip):
                data = pack(facts)
                pieces.append((key, file.tell(), len(data)))
                file.write(data)
        return _Read(part, tuple(pieces), archive.counts, collector.strangers, archive.broken, archive.unresolved)

    def _site(self, job: _Site) -> _Done:
        profile = self.sites.profiles[job.key]
        if not job.pieces and not job.parts and profile.status is RunningStatus.RUNNING:
            why = "; ".join(job.not_whole)
            raise InputError("no page of this site in the archives" + (f" ({why})" if why else ""), field="profiles", value=job.key)
        if job.not_whole:
            profile = evolve(profile, crawl_complete=False)
        site = finish(merged(_bytes(job.pieces)), profile, **job.parts)
        site = evolve(site, notes=(*site.notes, *(f"archive not read whole: {name}" for name in job.not_whole)))
        return self._inspected(site, FolderContents(site), job.key)


def _run(
    worker: _Worker,
    direct: Sequence[_Whole],
    archives: Sequence[str],
    extra: Parts,
    jobs: int,
    ordered: bool,
    on_done: Callable[[int, int], None] | None,
    on_note: Callable[[Note], None] | None,
    scratch: str | Path | None,
) -> Iterator[Inspection | Failure]:
    keys = [key for key in worker.sites.profiles if key not in worker.skip]
    large = [whole for whole in direct if jobs > 1 and worker.is_large(whole.source)]
    shares = 1 if jobs == 1 or len(archives) >= 2 * jobs else -(-2 * jobs // max(len(archives), 1))
    done, total = 0, len(large) * jobs + len(direct) + len(archives) * shares + len(keys)

    def told(notes: Iterable[Note]) -> None:
        nonlocal done
        done += 1
        for note in notes:
            if on_note:
                on_note(note)
        if on_done:
            on_done(done, total)

    with TemporaryDirectory(prefix="govsite-rules-", dir=scratch) as folder:
        reading = [
            _Part(path, number, shares, str(Path(folder, f"{at}-{number}.facts")))
            for at, path in enumerate(archives)
            for number in range(shares)
        ]
        reads: list[_Read] = []
        shared: list[_Shared] = []
        for came in run(worker, _in_shares(large, jobs, folder), worker.lost, processes=jobs):
            assert isinstance(came, _Shared)
            shared.append(came)
            told(())
        first: list[_Job] = [*_with_pieces(direct, shared), *reading]
        for came in run(worker, first, worker.lost, processes=jobs, ordered=ordered):
            if isinstance(came, _Read):
                reads.append(came)
                told(())
                continue
            assert isinstance(came, _Done)
            told(came.notes)
            if came.result is not None:
                yield came.result
        reads = list(_resolved(worker, reads, jobs, folder))
        if on_note:
            for note in _notes(reads):
                on_note(note)
        then: Iterator[_Job] = _sites(reads, keys, extra)
        for came in run(worker, then, worker.lost, processes=jobs, ordered=ordered):
            assert isinstance(came, _Done)
            told(came.notes)
            if came.result is not None:
                yield came.result


def _in_shares(large: Iterable[_Whole], of: int, folder: str) -> Iterator[_Job]:
    for at, whole in enumerate(large):
        yield from (_Share(whole, number, of, str(Path(folder, f"folder-{at}-{number}.facts"))) for number in range(of))


def _with_pieces(direct: Iterable[_Whole], shared: Iterable[_Shared]) -> Iterator[_Whole]:
    """The subjects, those read in shares with the pieces of all shares; where a share failed, one worker reads them again."""
    pieces: dict[str, list[tuple[str, int, int]]] = {}
    failed: set[str] = set()
    for came in shared:
        name = str(came.share.source.source)
        pieces.setdefault(name, []).extend(came.pieces)
        if came.failed:
            failed.add(name)
    for whole in direct:
        name = "" if isinstance(whole.source, SiteSnapshot | FeedSnapshot) else str(whole.source)
        yield evolve(whole, pieces=tuple(pieces[name])) if name in pieces and name not in failed else whole


def _resolved(worker: _Worker, reads: Sequence[_Read], jobs: int, folder: str) -> Iterator[_Read]:
    """The reads, with the originals of revisits that lie in other archives than the revisits themselves."""
    waiting = tuple(dict.fromkeys(revisit for read in reads for revisit in read.unresolved))
    paths = list(dict.fromkeys(read.part.path for read in reads))
    if not waiting or len(paths) == 1:
        yield from reads
        return
    again: list[_Job] = [_Part(path, 0, 1, str(Path(folder, f"{at}-again.facts")), waiting) for at, path in enumerate(paths)]
    left = set(waiting)
    for came in run(worker, again, worker.lost, processes=jobs):
        assert isinstance(came, _Read)
        left &= set(came.unresolved)
        yield _Read(came.part, came.pieces)
    for read in reads:
        yield evolve(read, unresolved=tuple(revisit for revisit in read.unresolved if revisit in left))


def _sites(reads: Iterable[_Read], keys: Iterable[str], extra: Parts) -> Iterator[_Site]:
    pieces: dict[str, list[tuple[str, int, int]]] = {}
    not_whole: dict[str, str] = {}
    for read in sorted(reads, key=lambda read: read.part.file):
        for key, offset, length in read.pieces:
            pieces.setdefault(key, []).append((read.part.file, offset, length))
        if not read.whole:
            name = Path(read.part.path).name
            not_whole[name] = f"{name}: {read.broken}" if read.broken else not_whole.get(name, name)
    said = tuple(not_whole[name] for name in sorted(not_whole))
    for key in keys:
        yield _Site(key, tuple(pieces.get(key, ())), extra.get(key, {}), said)


def _notes(reads: Iterable[_Read]) -> Iterator[Note]:
    """What the parts of each archive met that is no page of a known site."""
    by_path: dict[str, list[_Read]] = {}
    for read in sorted(reads, key=lambda read: read.part.file):
        by_path.setdefault(read.part.path, []).append(read)
    for path, parts in by_path.items():
        broken = next((read.broken for read in parts if read.broken), "")
        if broken:
            yield Note(path, "archive_broken", broken)
        counts = sum((Counter(read.counts) for read in parts), Counter[str]())
        for kind in COUNTED:
            if counts[kind]:
                yield Note(path, kind, str(counts[kind]))
        unresolved = sum(len(read.unresolved) for read in parts)
        if unresolved:
            yield Note(path, "revisits_without_original", str(unresolved))
        strangers = sum((Counter(read.strangers) for read in parts), Counter[str]())
        if strangers:
            most = sorted(strangers.items(), key=lambda item: (-item[1], item[0]))
            named = ", ".join(f"{host} {count}" for host, count in most[:_STRANGERS_NAMED])
            rest = f", … ({len(most)} hosts)" if len(most) > _STRANGERS_NAMED else ""
            yield Note(path, "responses_of_no_site", f"{strangers.total()}: {named}{rest}")


def _bytes(pieces: Iterable[tuple[str, int, int]]) -> Iterator[bytes]:
    for file, offset, length in pieces:
        with open(file, "rb") as handle:
            handle.seek(offset)
            yield handle.read(length)


def _snapshot(path: Path, name: str) -> SiteSnapshot | FeedSnapshot:
    try:
        with path.open("rb") as handle:
            if _FEED not in handle.peek(4096)[:4096]:
                return read_site(handle, file=name)
            document: FeedSnapshot = from_json(handle.read(MAX_BYTES + 1), FeedSnapshot, file=name)
            return document
    except OSError as error:
        expected = "a crawl folder, a web archive or a snapshot file"
        raise InputError(f"cannot be read ({error.strerror})", file=name, expected=expected) from None


def _said(error: BaseException) -> str:
    """An error in one line; of a fault of the program itself also where it happened."""
    if isinstance(error, GovsiteError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}"


__all__ = ["Failure", "Note", "Source", "inspect_many"]
