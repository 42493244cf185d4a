"""Web archives (WARC): their responses one by one, bodies decoded as the server meant them and never beyond a limit.

FastWARC (extra: archives) finds the records; HTTP heads and bodies are read here, where every size has a limit and what cannot
be read is counted.
"""

from __future__ import annotations

import stat
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast
from urllib.parse import urljoin

from attrs import evolve, frozen

from ..errors import InputError
from ..parse.limits import DEFAULT_LIMITS, Limits
from ..parse.page import Scanner, parse_page
from ..values.page import PageKind, PageSnapshot

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

COUNTED = ("unreadable_records", "undecoded_bodies", "cut_bodies")
ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")


@frozen
class ArchiveLimits:
    """How much is read of one archive. ``max_head``: bytes of one record's WARC or HTTP head. ``max_payload``: bytes of a body as
    sent, before decoding; ``max_body``: after decoding (a longer one is cut, and its page says truncated). ``max_record``: bytes
    of a record, skipped ones included. ``max_revisits``: revisit records kept until their originals are met."""

    max_head: int = 1024 * 1024
    max_payload: int = 32 * 1024 * 1024
    max_body: int = DEFAULT_LIMITS.max_bytes
    max_record: int = 8 * 1024 * 1024 * 1024
    max_revisits: int = 1_000_000


DEFAULT_ARCHIVE_LIMITS = ArchiveLimits()


@frozen
class Response:
    """One response: its address as requested, when it came, and its body without transfer and content coding.

    ``cut``: the body is not whole. ``leads_to``: the absolute address that a redirect names, or ''.
    """

    url: str
    fetched_at: datetime
    status: int = 200
    body: bytes = b""
    content_type: str | None = None
    elapsed: float | None = None
    cut: bool = False
    leads_to: str = ""


def response_page(
    response: Response,
    *,
    limits: Limits = DEFAULT_LIMITS,
    scanners: Sequence[Scanner] = (),
    keep_text: bool = False,
    home: bool = False,
) -> PageSnapshot:
    """What a response says as a page; ``home`` as in ``parse_page``. Raises InputError where ``fetched_at`` has no time zone."""
    page = parse_page(
        response.body,
        url=response.url,
        fetched_at=response.fetched_at,
        status=response.status,
        elapsed=response.elapsed,
        content_type=response.content_type,
        keep_text=keep_text,
        limits=limits,
        scanners=scanners,
        home=home,
    )
    if response.cut and not page.truncated:
        page = evolve(page, truncated=True)
    if response.leads_to and 300 <= response.status < 400 and page.kind in (PageKind.REDIRECT, PageKind.EMPTY):
        kept = tuple(note for note in page.notes if not note.startswith("leads_to:"))
        page = evolve(page, kind=PageKind.REDIRECT, notes=(*kept, f"leads_to:{response.leads_to}"))
    return page


class Archive:
    """A WARC file, plain or compressed as a whole or record by record, of one site or of many.

    Use ``responses`` once; then ``notes`` says what was left out, ``broken`` why reading ended early ('' where it did not), and
    ``unresolved`` which revisits have their originals elsewhere.
    """

    def __init__(self, path: str | Path, *, limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS) -> None:
        self.name = str(path)
        self.broken = ""
        self.unresolved: tuple[Revisit, ...] = ()
        self.counts: Counter[str] = Counter()
        self._path = Path(path)
        self._limits = limits

    def responses(self, wanted: Callable[[str], bool] = lambda url: True, *, part: int = 0, parts: int = 1) -> Iterator[Response]:
        """The HTTP responses with a ``wanted`` address, in the order of the archive, then the revisits of bodies that it holds.

        With ``parts``, only every ``parts``-th record from ``part`` on, so that several workers read one archive together. A
        damaged archive gives what stands before the damage. Raises InputError where there is no such file.
        """
        revisits: list[Revisit] = []
        for number, record in enumerate(self._records()):
            if number % parts != part:
                continue
            kind, url = str(record.record_type), _url(record)
            if kind not in ("response", "revisit") or not url.startswith(("http://", "https://")):
                self.counts["other_records"] += kind not in ("warcinfo", "request", "metadata")
            elif wanted(url):
                head = self._head(record, url)
                if head is None or len(revisits) >= self._limits.max_revisits:
                    self.counts["unreadable_records"] += 1
                elif kind == "response":
                    yield self._response(record, url, head)
                else:
                    revisits.append(Revisit(_original(record, url), url, head.fetched_at))
        if revisits:
            counts, broken = self.counts.copy(), self.broken
            yield from self.originals(revisits)
            self.counts, self.broken = counts, broken

    def originals(self, revisits: Iterable[Revisit]) -> Iterator[Response]:
        """What the archive holds of the bodies that these revisits (of any archive) refer to: the page was there again, with the
        same content. The others are ``unresolved`` afterwards."""
        waiting: dict[str, list[Revisit]] = {}
        for revisit in revisits:
            waiting.setdefault(revisit.original, []).append(revisit)
        for record in self._records():
            if not waiting:
                break
            if str(record.record_type) != "response":
                continue
            url = _url(record)
            names = (record.headers.get("WARC-Payload-Digest") or "", f"{url} {record.headers.get('WARC-Date') or ''}")
            found = [name for name in names if name in waiting]
            head = self._head(record, url) if found else None
            if head is None:
                continue
            original = self._response(record, url, head)
            for name in found:
                for revisit in waiting[name]:
                    if revisit.fetched_at >= original.fetched_at:
                        yield evolve(original, url=revisit.url, fetched_at=revisit.fetched_at)
                waiting[name] = [revisit for revisit in waiting[name] if revisit.fetched_at < original.fetched_at]
                if not waiting[name]:
                    del waiting[name]
        self.unresolved = tuple(revisit for name in sorted(waiting) for revisit in waiting[name])

    def notes(self) -> Iterator[tuple[str, str]]:
        """What was met that is no page, as (kind, detail)."""
        if self.broken:
            yield "archive_broken", self.broken
        for kind in COUNTED:
            if self.counts[kind]:
                yield kind, str(self.counts[kind])
        if self.unresolved:
            yield "revisits_without_original", str(len(self.unresolved))

    @property
    def whole(self) -> bool:
        """Whether every response of the archive was read."""
        return not self.broken and not self.counts["unreadable_records"] and not self.unresolved

    def _records(self) -> Iterator[WarcRecord]:
        """The records up to the end or to where the archive is damaged. FastWARC ends a cut file without a word, so bodies are
        measured against the lengths their heads promise, and the end of compressed files is looked at."""
        self._check()
        fastwarc = _fastwarc()
        with self._path.open("rb") as handle:
            try:
                # its own decoding of bodies is left off: it has no limits, and 2.0 ends the whole archive at some chunked bodies
                records = iter(fastwarc(handle, parse_http=False, max_header_len=self._limits.max_head, auto_decode="none"))
            except OSError as error:
                self.broken = str(error)
                return
            start = 0
            while True:
                try:
                    record = next(records)
                except StopIteration:
                    self.broken = self.broken or _gzip_ending(handle, start)
                    return
                except (OSError, ValueError) as error:
                    self.broken = str(error)
                    return
                if record.content_length > self._limits.max_record:
                    self.broken = f"a record of {record.content_length} bytes, more than {self._limits.max_record}"
                    return
                start = record.stream_pos
                yield record

    def _check(self) -> None:
        try:
            mode = self._path.stat().st_mode
        except OSError as error:
            raise InputError(f"cannot be read ({error.strerror})", file=self.name, expected="a WARC file") from None
        if not stat.S_ISREG(mode):
            raise InputError("not a regular file", file=self.name, expected="a WARC file")

    def _head(self, record: WarcRecord, url: str) -> _Head | None:
        """The HTTP head of a record, with what was read beyond it; None where it has none, or no time."""
        moment = _moment(record.headers.get("WARC-Date") or "")
        if moment is None:
            return None
        read, size = b"", min(record.content_length, self._limits.max_head)
        while len(read) < size:
            more = self._read(record, min(size - len(read), 64 * 1024))
            if not more:
                break
            start = max(len(read) - 3, 0)
            read += more
            end = _head_end(read, start)
            if end:
                return _parsed(read[:end], read[end:], record.content_length - end, moment, url)
        if str(record.record_type) == "revisit" and not read:
            return _Head(304, "", (), False, "", b"", 0, moment)
        return _parsed(read, b"", 0, moment, url) if len(read) == record.content_length else None

    def _read(self, record: WarcRecord, size: int) -> bytes:
        try:
            return record.reader.read(size)
        except (OSError, ValueError) as error:
            self.broken = str(error)
            return b""

    def _response(self, record: WarcRecord, url: str, head: _Head) -> Response:
        size = min(head.length, self._limits.max_payload)
        payload = head.beyond[:size]
        while len(payload) < size:
            more = self._read(record, size - len(payload))
            if not more:
                self.broken = self.broken or "the archive ends inside a record"
                break
            payload += more
        body, cut, known = decoded_body(payload, head.codings, chunked=head.chunked, limit=self._limits.max_body)
        cut |= len(payload) < head.length or record.headers.get("WARC-Truncated") is not None
        self.counts["cut_bodies"] += cut
        self.counts["undecoded_bodies"] += not known
        return Response(
            url=url,
            fetched_at=head.fetched_at,
            status=head.status,
            body=body,
            content_type=head.content_type or None,
            cut=cut or not known,
            leads_to=head.leads_to,
        )


def _gzip_ending(handle: BinaryIO, start: int) -> str:
    """Why a compressed file does not end where a gzip member ends; '' where it does, or is not compressed.

    ``start`` is where its last record begins; a file compressed as a whole is gone through from its beginning.
    """
    handle.seek(0)
    if handle.read(2) != b"\x1f\x8b":
        return ""
    handle.seek(start)
    if handle.read(2) != b"\x1f\x8b":
        start = 0
    handle.seek(start)
    unpacker = None
    try:
        while data := handle.read(1024 * 1024):
            while data:
                if unpacker is None or unpacker.eof:
                    data = data.lstrip(b"\0")
                    if not data:
                        break
                    unpacker = zlib.decompressobj(31)
                unpacker.decompress(data, 1024 * 1024)
                data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    except zlib.error as error:
        return f"damaged compression ({error})"
    return "" if unpacker is None or unpacker.eof else "the archive ends inside a compressed record"


@frozen
class Revisit:
    """A revisit record: ``original`` is the payload digest of the record that has the body, or its address and date."""

    original: str
    url: str
    fetched_at: datetime


def _original(record: WarcRecord, url: str) -> str:
    digest = record.headers.get("WARC-Payload-Digest") or ""
    if digest and "not-modified" not in (record.headers.get("WARC-Profile") or ""):
        return digest
    target = record.headers.get("WARC-Refers-To-Target-URI") or url
    return f"{target.strip('<>')} {record.headers.get('WARC-Refers-To-Date') or ''}"


@frozen
class _Head:
    """An HTTP head: ``codings`` in the order they were applied, ``beyond`` what was read of the body, ``length`` its bytes as sent."""

    status: int
    content_type: str
    codings: tuple[str, ...]
    chunked: bool
    leads_to: str
    beyond: bytes
    length: int
    fetched_at: datetime


def _head_end(data: bytes, start: int) -> int:
    """Where the body begins: after the first empty line; 0 where there is none yet."""
    ends = [at + len(mark) for mark in (b"\r\n\r\n", b"\n\n") if (at := data.find(mark, start)) >= 0]
    return min(ends, default=0)


def _parsed(head: bytes, beyond: bytes, length: int, moment: datetime, url: str) -> _Head | None:
    lines = head.decode("latin-1").splitlines()
    parts = lines[0].split(None, 2) if lines else []
    if len(parts) < 2 or not parts[0].upper().startswith("HTTP") or not (parts[1].isascii() and parts[1].isdigit() and len(parts[1]) == 3):
        return None
    fields: dict[str, list[str]] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), []).append(value.strip())

    def tokens(name: str) -> tuple[str, ...]:
        return tuple(token.strip().lower() for value in fields.get(name, ()) for token in value.split(",") if token.strip())

    leads = fields.get("location", [""])[0]
    return _Head(
        int(parts[1]),
        fields.get("content-type", [""])[-1],
        tokens("content-encoding"),
        "chunked" in tokens("transfer-encoding"),
        _joined(url, leads) if leads else "",
        beyond,
        length,
        moment,
    )


def _joined(url: str, leads: str) -> str:
    try:
        return urljoin(url, leads)
    except ValueError:
        return ""


def decoded_body(payload: bytes, codings: Sequence[str], *, chunked: bool, limit: int) -> tuple[bytes, bool, bool]:
    """A body as the page's author wrote it: (at most ``limit`` bytes, whether it is not whole, whether its codings are known).

    Crawlers often store bodies decoded and keep the heads that say otherwise: what does not bear its coding is taken as it is.
    """
    cut = False
    if chunked:
        payload, cut = _unchunked(payload)
    for coding in reversed(codings):
        if coding not in _DECODERS:
            if coding == "identity":
                continue
            return b"", True, False
        payload, ended = _unpacked(payload, _DECODERS[coding], limit + 1)
        cut |= not ended
    return payload[:limit], cut or len(payload) > limit, True


def _unchunked(payload: bytes) -> tuple[bytes, bool]:
    """A chunked body put together, and whether its end is missing."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = payload.find(b"\n", at, at + 4096)
        digits = payload[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(digits, 16) if 0 < len(digits) <= 15 and digits.isalnum() else -1
        except ValueError:
            size = -1
        if size < 0:
            return (b"".join(parts), True) if parts else (payload, False)
        if size == 0:
            return b"".join(parts), False
        parts.append(payload[end + 1 : end + 1 + size])
        if len(parts[-1]) < size:
            return b"".join(parts), True
        at = end + 1 + size
        at += 2 if payload[at : at + 2] == b"\r\n" else payload[at : at + 1] == b"\n"


class _Decoder(Protocol):
    """Takes all data at once and gives at most ``limit`` bytes, and whether the coded data ended."""

    def __call__(self, data: bytes, limit: int) -> tuple[bytes, bool]: ...


def _unpacked(payload: bytes, decoder: _Decoder, limit: int) -> tuple[bytes, bool]:
    if not payload:
        return b"", True
    try:
        return decoder(payload, limit)
    except _NotCoded:
        return payload, True


class _NotCoded(Exception):
    """The data do not bear the coding at all."""


def _gzip(data: bytes, limit: int) -> tuple[bytes, bool]:
    if data[:2] != b"\x1f\x8b":
        raise _NotCoded
    parts, size = [], 0
    while data[:2] == b"\x1f\x8b":
        part, rest, ended = _inflate(data, 31, limit - size)
        parts.append(part)
        size += len(part)
        if not ended or size >= limit:
            return b"".join(parts), ended
        data = rest
    return b"".join(parts), True


def _deflate(data: bytes, limit: int) -> tuple[bytes, bool]:
    for bits in (15, -15):
        part, _, ended = _inflate(data, bits, limit)
        if part or ended:
            return part, ended
    raise _NotCoded


def _inflate(data: bytes, bits: int, limit: int) -> tuple[bytes, bytes, bool]:
    """(decoded, what follows, whether the end was met); damaged data give what stands before the damage."""
    unpacker, parts, size = zlib.decompressobj(bits), [], 0
    try:
        while data and size < limit and not unpacker.eof:
            part = unpacker.decompress(data, min(limit - size, 64 * 1024))
            parts.append(part)
            size += len(part)
            data = unpacker.unconsumed_tail
    except zlib.error:
        return b"".join(parts), b"", False
    return b"".join(parts), unpacker.unused_data, unpacker.eof


def _brotli(data: bytes, limit: int) -> tuple[bytes, bool]:
    import brotli

    unpacker, parts, size = brotli.Decompressor(), [], 0
    try:
        while size < limit and not unpacker.is_finished():
            part = unpacker.process(data, output_buffer_limit=64 * 1024)
            data = b""
            if not part:
                break
            parts.append(part)
            size += len(part)
    except brotli.error:
        if not parts:
            raise _NotCoded from None
    return b"".join(parts), unpacker.is_finished()


_DECODERS: dict[str, _Decoder] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli}


def _url(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _moment(text: str) -> datetime | None:
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return value if value.utcoffset() is not None else None


class _Iterator(Protocol):
    def __call__(self, stream: BinaryIO, *, parse_http: bool, max_header_len: int, auto_decode: str) -> Iterator[WarcRecord]: ...


def _fastwarc() -> _Iterator:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        raise InputError("reading web archives needs fastwarc", expected="pip install 'govsite-rules[archives]'") from None
    return cast("_Iterator", ArchiveIterator)


__all__ = ["DEFAULT_ARCHIVE_LIMITS", "ENDINGS", "Archive", "ArchiveLimits", "Response", "Revisit", "decoded_body", "response_page"]
