"""Web archives: every record accounted for, bodies as the author wrote them, nothing beyond a limit, damage told."""

from __future__ import annotations

import gzip
import random
import resource
import sys
import zlib
from datetime import datetime
from itertools import chain
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.batch.archives import Archive, ArchiveLimits, Response, decoded_body, response_page
from govsite_rules.errors import InputError
from govsite_rules.values.page import PageKind

from .warcs import DATE, chunked, http, page, payload_digest, record, write

fastwarc = pytest.importorskip("fastwarc", reason="the extra archives is not installed")

HOME = "http://a.gov.cn/"
BODY = page("甲县人民政府", ("/1.html", "甲县印发通知的通知", "2026-05-01")) * 3
AT = datetime.fromisoformat("2026-05-19T13:00:00+00:00")


def bodies(path: Path, **options: object) -> list[tuple[str, bytes]]:
    return [(response.url, response.body) for response in Archive(path).responses(**options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("name, each", [("a.warc", True), ("a.warc.gz", True), ("a.warc.gz", False)])
def test_plain_and_compressed_archives_say_the_same(tmp_path: Path, name: str, each: bool) -> None:
    """Records come in their order, whether the archive is plain, or compressed by record or as a whole."""
    path = write(tmp_path / name, *(record(f"{HOME}{n}", http(b"%d" % n)) for n in range(5)), each=each)

    assert [(f"{HOME}{n}", b"%d" % n) for n in range(5)] == bodies(path)


def test_what_a_response_says(tmp_path: Path) -> None:
    """Address, moment, status and content type come from the record and the HTTP head."""
    head = ("content-type: text/html", "X-Folded: a", "Location: /xw/index.html")
    path = write(tmp_path / "a.warc", record(f"<{HOME}中文>", http(b"x", status="302 Found", headers=head)))

    expected = Response(f"{HOME}中文", AT, 302, b"x", "text/html", None, False, f"{HOME}xw/index.html")
    assert [expected] == list(Archive(path).responses())


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_heads_end_at_the_first_empty_line(tmp_path: Path, end: str) -> None:
    """Servers that end lines with a bare line feed are read too, and the body keeps its own empty lines."""
    path = write(tmp_path / "a.warc", record(HOME, http(b"one\r\n\r\ntwo", end=end)))

    assert [(HOME, b"one\r\n\r\ntwo")] == bodies(path)


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(
    "codings, coded",
    [
        ("", BODY),
        ("identity", BODY),
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY[:50]) + gzip.compress(BODY[50:])),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("gzip, deflate", zlib.compress(gzip.compress(BODY))),
    ],
)
def test_transfer_and_content_codings_are_undone(tmp_path: Path, codings: str, coded: bytes, size: int) -> None:
    """Chunked and compressed bodies come out as the author wrote them, whatever the size of the chunks."""
    head = ("Content-Type: text/html", "Transfer-Encoding: chunked", f"Content-Encoding: {codings}")
    path = write(tmp_path / "a.warc.gz", record(HOME, http(chunked(coded, size), headers=head)), record(HOME + "2", http(b"after")))
    archive = Archive(path)
    responses = list(archive.responses())

    assert [BODY, b"after"] == [response.body for response in responses]
    assert not any(response.cut for response in responses)
    assert archive.whole
    assert list(archive.notes()) == []


def test_brotli_bodies_are_undone(tmp_path: Path) -> None:
    """Brotli is a content coding like the others."""
    brotli = pytest.importorskip("brotli", reason="the extra archives is not installed")
    path = write(tmp_path / "a.warc", record(HOME, http(brotli.compress(BODY), headers=("Content-Encoding: br",))))

    assert [(HOME, BODY)] == bodies(path)


@pytest.mark.parametrize(
    "head", ["Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br", "Content-Encoding: deflate"]
)
def test_bodies_stored_decoded_are_taken_as_they_are(tmp_path: Path, head: str) -> None:
    """Crawlers store decoded bodies under the heads of the coded ones."""
    pytest.importorskip("brotli", reason="the extra archives is not installed")
    path = write(tmp_path / "a.warc", record(HOME, http(BODY, headers=(head,))))

    assert [(HOME, BODY)] == bodies(path)


def test_an_unknown_coding_is_no_page(tmp_path: Path) -> None:
    """What cannot be decoded is counted and never read as text."""
    path = write(tmp_path / "a.warc", record(HOME, http(b"\x28\xb5\x2f\xfd" * 9, headers=("Content-Encoding: zstd",))))
    archive = Archive(path)
    (response,) = archive.responses()

    assert (b"", True) == (response.body, response.cut)
    assert [("undecoded_bodies", "1"), ("cut_bodies", "1")] == list(archive.notes())


@pytest.mark.parametrize("size, cut", [(1000, False), (1001, True)])
@pytest.mark.parametrize("coding", ["identity", "gzip", "deflate", "br"])
def test_bodies_are_cut_at_the_limit(tmp_path: Path, coding: str, size: int, cut: bool) -> None:
    """A body of exactly the limit is whole; one byte more and its page says truncated."""
    brotli = pytest.importorskip("brotli", reason="the extra archives is not installed")
    data = bytes(range(250)) * 4 + b"x" * (size - 1000)
    coded = {"identity": data, "gzip": gzip.compress(data), "deflate": zlib.compress(data), "br": brotli.compress(data)}[coding]
    path = write(tmp_path / "a.warc", record(HOME, http(coded, headers=(f"Content-Encoding: {coding}",))))
    (response,) = Archive(path, limits=ArchiveLimits(max_body=1000)).responses()

    assert (data[:1000], cut) == (response.body, response.cut)
    assert response_page(response).truncated == cut


@pytest.mark.slow
def test_bombs_cost_no_memory(tmp_path: Path) -> None:
    """A gzip body that unpacks to 2 GB, in a compressed record, is read up to the limit alone."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    coded = b"".join(packer.compress(bytes(1 << 22)) for _ in range(512)) + packer.flush()
    path = write(tmp_path / "a.warc.gz", record(HOME, http(coded, headers=("Content-Encoding: gzip",))), record(HOME, http(b"after")))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    archive = Archive(path)
    first, second = archive.responses()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / (1024 if sys.platform != "darwin" else 1024 * 1024)

    assert (10 * 1024 * 1024, True, b"after") == (len(first.body), first.cut, second.body)
    assert grown < 120


@given(
    data=st.binary(max_size=400),
    codings=st.lists(st.sampled_from(["gzip", "deflate", "br", "x-gzip", "odd"]), max_size=3),
    chunks=st.booleans(),
)
def test_any_bytes_decode_to_something(data: bytes, codings: list[str], chunks: bool) -> None:
    """No body, however broken, raises or grows beyond the limit."""
    pytest.importorskip("brotli", reason="the extra archives is not installed")
    body, cut, known = decoded_body(data, codings, chunked=chunks, limit=300)

    assert len(body) <= 300
    assert known == ("odd" not in codings) or not known
    assert known or cut


@given(data=st.binary(min_size=1, max_size=300), size=st.integers(1, 50), lost=st.integers(1, 60))
def test_chunks_that_end_early_are_told(data: bytes, size: int, lost: int) -> None:
    """What came of a cut chunked body is a beginning of it, and it says so."""
    whole = chunked(data, size).removesuffix(b"0\r\nX-Trailer: 1\r\n\r\n")
    kept = whole[: max(len(whole) - lost, whole.index(b"\n") + 1)]
    body, cut, _ = decoded_body(kept, (), chunked=True, limit=1000)

    assert data.startswith(body) or kept.startswith(body)
    assert cut


def test_other_records_are_no_pages(tmp_path: Path) -> None:
    """Requests, metadata, DNS answers and resources are passed over."""
    path = write(
        tmp_path / "a.warc",
        record(HOME, b"software: x", kind="warcinfo"),
        record("dns:a.gov.cn", b"a.gov.cn. 1 IN A 1.2.3.4"),
        record(HOME, b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(HOME, http(b"one")),
        record(HOME, b"fetchTimeMs: 3", kind="metadata"),
        record(HOME + "x", b"<html>", kind="resource"),
    )
    archive = Archive(path)

    assert [b"one"] == [response.body for response in archive.responses()]
    assert 2 == archive.counts["other_records"]


@pytest.mark.parametrize(
    "bad",
    [
        record(HOME, b"no http at all"),
        record(HOME, b"HTTP/1.1 99999 Odd\r\n\r\nx"),
        record(HOME, b""),
        record(HOME, http(b"x"), date=None),
        record(HOME, http(b"x"), date="yesterday"),
        record(HOME, http(b"x"), date="2026-05-19T13:00:00"),
        record(HOME, http(b"x", headers=("A: " + "b" * 2_000_000,))),
    ],
)
def test_a_bad_record_costs_only_itself(tmp_path: Path, bad: bytes) -> None:
    """A response without a readable head or without its time is counted, and the archive is not whole."""
    path = write(tmp_path / "a.warc", record(HOME, http(b"one")), bad, record(HOME, http(b"two")))
    archive = Archive(path)

    assert [b"one", b"two"] == [response.body for response in archive.responses()]
    assert [("unreadable_records", "1")] == list(archive.notes())
    assert not archive.whole


@pytest.mark.parametrize("name, each", [("a.warc", True), ("a.warc.gz", True), ("a.warc.gz", False)])
@pytest.mark.parametrize("lost", [20, 30, 200, 19_950, 20_000, 20_150])
def test_a_cut_archive_is_told(tmp_path: Path, name: str, each: bool, lost: int) -> None:
    """An archive that ends anywhere inside a record gives what stands before, and says that it is not whole."""
    noise = random.Random(1).randbytes(20_000)
    path = write(tmp_path / name, record(HOME, http(b"one")), record(HOME, http(noise)), each=each)
    path.write_bytes(path.read_bytes()[:-lost])
    archive = Archive(path)
    responses = list(archive.responses())

    assert [b"one"] == [response.body for response in responses[:1]] or not each
    assert all(response.cut for response in responses[1:]) or responses[1].body == noise
    assert not archive.whole


@pytest.mark.parametrize("tail", [b"no record at all\r\n\r\n", b"\x1f\x8b\x08\x00broken"])
def test_damage_ends_an_archive(tmp_path: Path, tail: bytes) -> None:
    """What stands before the damage counts; that there was damage is told."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(record(HOME, http(b"one"))) + (gzip.compress(tail) if tail.startswith(b"no") else tail))
    archive = Archive(path)

    assert [b"one"] == [response.body for response in archive.responses()]
    assert ["archive_broken"] == [kind for kind, _ in archive.notes()]


def test_no_archive_at_all(tmp_path: Path) -> None:
    """A missing file and a folder are refused with the name the caller gave; an empty file holds nothing."""
    (tmp_path / "empty.warc").write_bytes(b"")

    assert [] == bodies(tmp_path / "empty.warc")
    for name in ("none.warc", "."):
        with pytest.raises(InputError) as told:
            bodies(tmp_path / name)
        assert str(tmp_path / name) == told.value.file


def test_records_beyond_all_measure_are_refused(tmp_path: Path) -> None:
    """A record that promises more than the limit ends the archive as damage does."""
    path = write(tmp_path / "a.warc", record(HOME, http(b"x" * 1000)))
    size = len(http(b"x" * 1000))

    assert 1 == len(list(Archive(path, limits=ArchiveLimits(max_record=size)).responses()))
    archive = Archive(path, limits=ArchiveLimits(max_record=size - 1))
    assert [] == list(archive.responses())
    assert not archive.whole


def test_parts_are_the_whole(tmp_path: Path) -> None:
    """Several workers that read every n-th record see each response once."""
    path = write(tmp_path / "a.warc.gz", *(record(f"{HOME}{n}", http(b"%d" % n)) for n in range(11)))
    parts = [bodies(path, part=number, parts=3) for number in range(3)]

    assert sorted(bodies(path)) == sorted(chain.from_iterable(parts))
    assert [4, 4, 3] == list(map(len, parts))


def test_only_wanted_addresses(tmp_path: Path) -> None:
    """Addresses that are not wanted are not even decoded."""
    path = write(tmp_path / "a.warc", record("http://b.gov.cn/", b"no http"), record(HOME, http(b"one")))
    archive = Archive(path)

    assert [b"one"] == [response.body for response in archive.responses(lambda url: url == HOME)]
    assert archive.whole


def revisit(url: str, date: str, *more: str) -> bytes:
    return record(url, http(b"", status="200 OK"), kind="revisit", date=date, more=more)


LATER = "2026-05-20T13:00:00Z"


@pytest.mark.parametrize("parts", [1, 2])
def test_revisits_show_the_same_page_later(tmp_path: Path, parts: int) -> None:
    """A revisit of a payload that the archive holds is that page, seen once more at the revisit's address and time."""
    digest = f"WARC-Payload-Digest: {payload_digest(BODY)}"
    path = write(
        tmp_path / "a.warc.gz",
        record(HOME, http(BODY), more=(digest,)),
        revisit(HOME, LATER, digest, "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"),
        revisit(HOME + "index.html", LATER, digest),
        record(HOME + "2", http(b"other")),
    )
    found = [response for part in range(parts) for response in Archive(path).responses(part=part, parts=parts)]
    original = next(response for response in found if response.url == HOME and response.fetched_at == AT)
    again = evolve(original, fetched_at=datetime.fromisoformat(LATER))

    assert 4 == len(found)
    assert again in found
    assert evolve(again, url=HOME + "index.html") in found
    assert BODY == original.body


def test_a_page_not_modified_refers_to_address_and_time(tmp_path: Path) -> None:
    """A revisit after 304 names the record it refers to by address and time, and gets that version's body."""
    path = write(
        tmp_path / "a.warc",
        record(HOME, http(b"old"), date="2026-05-01T00:00:00Z"),
        record(HOME, http(b"new"), date=DATE),
        revisit(
            HOME,
            LATER,
            "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified",
            f"WARC-Refers-To-Target-URI: {HOME}",
            f"WARC-Refers-To-Date: {DATE}",
        ),
    )

    assert [b"old", b"new", b"new"] == [response.body for response in Archive(path).responses()]


def test_revisits_without_their_original_are_counted(tmp_path: Path) -> None:
    """A revisit whose original is not in the archive, or only later, is no page and leaves the archive not whole."""
    digest = f"WARC-Payload-Digest: {payload_digest(BODY)}"
    path = write(
        tmp_path / "a.warc", revisit(HOME, "2026-01-01T00:00:00Z", digest), revisit(HOME, LATER), record(HOME, http(BODY), more=(digest,))
    )
    archive = Archive(path)

    assert [BODY] == [response.body for response in archive.responses()]
    assert [("revisits_without_original", "2")] == list(archive.notes())
    assert not archive.whole


def test_a_redirect_says_where_it_leads(tmp_path: Path) -> None:
    """A redirect without a body is known as one, with the absolute address of its Location."""
    path = write(tmp_path / "a.warc", record(HOME, http(b"", status="302 Found", headers=("Location: ./zw/",))))
    (response,) = Archive(path).responses()
    read = response_page(response)

    assert (PageKind.REDIRECT, (f"leads_to:{HOME}zw/",)) == (read.kind, read.notes)


def test_a_body_that_the_crawler_cut(tmp_path: Path) -> None:
    """WARC-Truncated makes a truncated page."""
    path = write(tmp_path / "a.warc", record(HOME, http(BODY), more=("WARC-Truncated: length",)))
    (response,) = Archive(path).responses()

    assert response_page(response).truncated
