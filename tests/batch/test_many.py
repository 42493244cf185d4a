"""Many subjects: the same results in one process and in several, failures as results, nothing lost, resumable by site."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.batch import many
from govsite_rules.batch.failure import Failure
from govsite_rules.batch.folder import read_folder
from govsite_rules.batch.many import Note, inspect_many
from govsite_rules.batch.pieces import Collector, merged, pack, sites_of, unpack
from govsite_rules.batch.pool import run
from govsite_rules.batch.records import Sited
from govsite_rules.errors import GovsiteError, InputError
from govsite_rules.indicators import CATALOG
from govsite_rules.indicators._base import Indicator
from govsite_rules.inspection import Inspection, inspect
from govsite_rules.interchange import site_lines, to_json
from govsite_rules.parse.facts import EMPTY, gather, page_facts
from govsite_rules.parse.finish import finish
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.scoring.rates import VisitState
from govsite_rules.scoring.records import Declaration
from govsite_rules.values.feed import AccountProfile, FeedSnapshot
from govsite_rules.values.finding import Finding
from govsite_rules.values.site import SiteProfile, SiteSnapshot
from govsite_rules.values.subject import RunningStatus, SubjectKind

from .warcs import DATE, http, page, payload_digest, record, write

pytestmark = pytest.mark.slow

AS_OF = datetime.fromisoformat("2026-05-20T09:00:00+08:00")
AT = datetime.fromisoformat(DATE.replace("Z", "+00:00"))
A = SiteProfile(site_code="3699280001", name="甲县人民政府", domain="www.a.gov.cn", hosts=("xxgk.a.gov.cn",), crawl_complete=True)
B = SiteProfile(site_code="3699280002", name="乙县人民政府", domain="b.gov.cn")
C = SiteProfile(site_code="3699280003", name="丙县人民政府", domain="c.gov.cn")

PAGES = {
    "http://www.a.gov.cn/": page("甲县人民政府", ("/xw/1.html", "甲县召开春耕工作会议", "2026-05-18"), ("/xw/", "要闻", "")),
    "http://www.a.gov.cn/xw/": page("要闻", *((f"/xw/{n}.html", f"甲县第{n}次工作会议召开", f"2026-04-{n:02}") for n in range(1, 20))),
    "http://xxgk.a.gov.cn/zc/": page("政策", ("/zc/1.html", "关于印发办法的通知", "2025-01-01")),
    "http://b.gov.cn/": page("乙县人民政府", ("/1.html", "乙县印发通知的通知", "2026-05-01")),
}
ARCHIVE = tuple(record(url, http(body)) for url, body in PAGES.items())


def folder(path: Path, profile: SiteProfile, pages: dict[str, bytes]) -> Path:
    """A crawl folder."""
    path.mkdir(parents=True)
    lines = []
    for number, (url, body) in enumerate(pages.items()):
        (path / f"{number}.html").write_bytes(body)
        lines.append(f'{{"file": "{number}.html", "url": "{url}", "fetched_at": "{DATE}", "status": 200}}')
    (path / "index.jsonl").write_text("\n".join(lines), encoding="utf-8")
    complete = "true" if profile.crawl_complete else "false"
    hosts = ", ".join(f'"{host}"' for host in profile.hosts)
    (path / "site.toml").write_text(
        f'[site]\nsite_code = "{profile.site_code}"\nname = "{profile.name}"\ndomain = "{profile.domain}"\nhosts = [{hosts}]\n'
        f"crawl_complete = {complete}\n",
        encoding="utf-8",
    )
    return path


def of(profile: SiteProfile) -> SiteSnapshot:
    """The site of a profile from PAGES, read at once."""
    sites = sites_of([A, B])
    pages = [parse_page(body, url=url, fetched_at=AT) for url, body in PAGES.items() if sites.of_url(url) == profile.key]
    return assemble_site(pages, profile=profile)


def keys(results: Iterable[Inspection | Failure]) -> list[str]:
    return [result.subject.key for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_kind_of_source_gives_the_same_result(tmp_path: Path, jobs: int) -> None:
    """A folder, an archive, a snapshot file and a snapshot of one site are inspected alike, in one process and in two."""
    (tmp_path / "b.jsonl").write_text("".join(site_lines(of(B))), encoding="utf-8")
    a_pages = {url: body for url, body in PAGES.items() if "a.gov.cn" in url}
    sources = [folder(tmp_path / "a", A, a_pages), tmp_path / "b.jsonl", of(A), write(tmp_path / "all.warc.gz", *ARCHIVE)]
    expected = [inspect(of(profile), as_of=AS_OF) for profile in (A, B, A, A, B)]

    assert expected == list(inspect_many(sources, as_of=AS_OF, profiles=[A, B], jobs=jobs))


def test_accounts_are_subjects_too(tmp_path: Path) -> None:
    """A feed is inspected from its document and as it is."""
    feed = FeedSnapshot(AccountProfile(key="gh_1", name="甲县发布"), AT)
    (tmp_path / "feed.json").write_text(to_json(feed), encoding="utf-8")
    one, two = inspect_many([tmp_path / "feed.json", feed], as_of=AS_OF)

    assert inspect(feed, as_of=AS_OF) == one == two


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_subject_is_a_failure_and_stops_nobody(tmp_path: Path, jobs: int) -> None:
    """Missing files, broken tables, foreign documents and sites without pages fail alone, and say which subject and why."""
    broken = folder(tmp_path / "broken", C, {"http://c.gov.cn/": b"x"})
    (broken / "index.jsonl").write_text("{", encoding="utf-8")
    (tmp_path / "odd.jsonl").write_text('{"schema": "other/1"}', encoding="utf-8")
    sources = [tmp_path / "none", broken, tmp_path / "odd.jsonl", of(B), write(tmp_path / "a.warc", *ARCHIVE[:3])]
    results = list(inspect_many(sources, as_of=AS_OF, profiles=[A, C], jobs=jobs))
    failures = [result for result in results if isinstance(result, Failure)]

    assert [str(tmp_path / "none"), C.key, str(tmp_path / "odd.jsonl"), B.key, A.key, C.key] == keys(results)
    assert [True, True, True, False, False, True] == [isinstance(result, Failure) for result in results]
    assert ["none", "index.jsonl", "odd.jsonl", None] == [failure.file and Path(failure.file).name for failure in failures]
    assert {VisitState.NOT_INSPECTED} == {failure.visit.state for failure in failures}


def breaks(snapshot: SiteSnapshot, *, as_of: datetime, params: object = None) -> tuple[Finding, ...]:
    """An indicator with a fault of its own for one site."""
    if snapshot.profile.site_code == A.site_code:
        raise KeyError("no such thing")
    return CATALOG[0].function(snapshot, as_of=as_of, params=CATALOG[0].params)


def dies(snapshot: SiteSnapshot, *, as_of: datetime, params: object = None) -> tuple[Finding, ...]:
    """An indicator that takes its process with it for one site."""
    if snapshot.profile.site_code == A.site_code:
        os.kill(os.getpid(), signal.SIGKILL)
    return CATALOG[0].function(snapshot, as_of=as_of, params=CATALOG[0].params)


def with_function(function: Callable[..., tuple[Finding, ...]]) -> tuple[Indicator, ...]:
    return (evolve(CATALOG[0], function=function), *CATALOG[1:])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_the_program_is_told_with_its_place(jobs: int) -> None:
    """An unexpected error fails its subject alone and says what it was and where."""
    first, second = inspect_many([of(A), of(B)], as_of=AS_OF, indicators=with_function(breaks), jobs=jobs)

    assert isinstance(first, Failure)
    assert ("KeyError", A.key) == (first.kind, first.subject.key)
    assert "KeyError: 'no such thing' (test_many.py:" in first.message
    assert inspect(of(B), as_of=AS_OF) == second


@pytest.mark.slow
def test_a_process_that_dies_takes_its_subject_alone() -> None:
    """A worker killed in the middle of a subject costs that subject; the others are inspected all the same."""
    sources = [of(evolve(B, site_code=f"{n}")) if n != 3 else of(A) for n in range(6)]
    results = list(inspect_many(sources, as_of=AS_OF, indicators=with_function(dies), jobs=2))

    assert ["0", "1", "2", A.key, "4", "5"] == keys(results)
    assert [A.key] == keys(result for result in results if isinstance(result, Failure))


def test_archives_are_split_by_host_and_code(tmp_path: Path) -> None:
    """Hosts tell the site, mobile twins included; on a host nobody names the site code shown does; the rest is told."""
    more = (
        record("http://m.b.gov.cn/1.html", http(page("乙县", ("/2.html", "乙县印发通知的通知", "2026-05-01")))),
        record("http://10.1.2.3/", http(page("丙县", ("/1.html", "丙县印发通知的通知", "2026-05-01"), code=C.site_code))),
        record("http://cdn.com/3699280003.html", http(b"<html>3699280003</html>")),
        record("http://cdn.com/x.png", http(b"\x89PNG")),
    )
    path = write(tmp_path / "all.warc.gz", *ARCHIVE, *more)
    notes: list[Note] = []
    results = list(inspect_many([path], as_of=AS_OF, profiles=[A, B, C], on_note=notes.append))

    counts = [dict(result.coverage.counts)["pages"] for result in results if isinstance(result, Inspection)]
    assert [3, 2, 1] == counts
    assert [Note(str(path), "responses_of_no_site", "2: cdn.com 2")] == notes
    assert any("pages of other hosts: 1" in note for note in results[2].notes)  # type: ignore[union-attr]


def test_one_site_over_several_archives(tmp_path: Path) -> None:
    """The pages of a site may lie in any archives, in any order."""
    paths = [write(tmp_path / f"{n}.warc", one) for n, one in enumerate(ARCHIVE)]
    expected = [inspect(of(A), as_of=AS_OF), inspect(of(B), as_of=AS_OF)]

    assert expected == list(inspect_many(paths, as_of=AS_OF, profiles=[A, B]))
    assert expected == list(inspect_many(paths[::-1], as_of=AS_OF, profiles=[A, B]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_revisits_find_their_originals_in_other_archives(tmp_path: Path, jobs: int) -> None:
    """A page that a later archive only refers to counts as seen then; one whose original is nowhere leaves no crawl complete."""
    url, later = "http://b.gov.cn/", "2026-05-19T20:00:00Z"
    digest = f"WARC-Payload-Digest: {payload_digest(PAGES[url])}"
    first = write(tmp_path / "1.warc.gz", record(url, http(PAGES[url]), more=(digest,)))
    second = write(tmp_path / "2.warc.gz", record(url, http(b""), kind="revisit", date=later, more=(digest,)))
    lost = write(tmp_path / "3.warc.gz", record(url, http(b""), kind="revisit", date=later, more=("WARC-Payload-Digest: sha1:NONE",)))
    notes: list[Note] = []
    (found,) = inspect_many([second, first], as_of=AS_OF, profiles=[B], jobs=jobs, on_note=notes.append)
    page_again = parse_page(PAGES[url], url=url, fetched_at=datetime.fromisoformat(later.replace("Z", "+00:00")))

    assert inspect(assemble_site([page_again], profile=B), as_of=AS_OF) == found
    assert [] == notes
    (partly,) = inspect_many([second, first, lost], as_of=AS_OF, profiles=[B], jobs=jobs, on_note=notes.append)
    assert [Note(str(lost), "revisits_without_original", "1")] == notes
    assert "archive not read whole: 3.warc.gz" in partly.notes  # type: ignore[union-attr]


def test_a_broken_archive_leaves_no_crawl_complete(tmp_path: Path) -> None:
    """Where an archive breaks off its sites are inspected as seen, say so, and nothing counts as missing."""
    path = write(tmp_path / "all.warc", *ARCHIVE)
    path.write_bytes(path.read_bytes() + b"damage\r\n\r\n")
    notes: list[Note] = []
    (got,) = inspect_many([path], as_of=AS_OF, profiles=[A], on_note=notes.append, skip={B.key})
    expected = inspect(of(evolve(A, crawl_complete=False)), as_of=AS_OF)

    assert isinstance(got, Inspection)
    assert (expected.verdict, expected.findings) == (got.verdict, got.findings)
    assert ["archive_broken", "responses_of_no_site"] == [note.kind for note in notes]
    assert any("archive not read whole: all.warc: " in note for note in got.notes)


def test_an_archive_that_cannot_be_read(tmp_path: Path) -> None:
    """Its sites fail with the reason; those of other archives do not."""
    missing, path = tmp_path / "none.warc", write(tmp_path / "all.warc", *ARCHIVE)
    first, second = inspect_many([missing, path], as_of=AS_OF, profiles=[B, C])

    assert isinstance(first, Inspection)
    assert isinstance(second, Failure)
    assert "none.warc: " in second.message


def test_sites_that_are_not_running_need_no_pages(tmp_path: Path) -> None:
    """A closed site is out of scope, not a failure."""
    path = write(tmp_path / "all.warc", *ARCHIVE)
    (got,) = inspect_many([path], as_of=AS_OF, profiles=[evolve(C, status=RunningStatus.CLOSED)])

    assert isinstance(got, Inspection)
    assert not got.in_scope


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_is_resumed_by_site(tmp_path: Path, jobs: int) -> None:
    """Subjects named in ``skip``, by key or as the source was called, are not read again; all count as done."""
    a_folder = folder(tmp_path / "a", A, {"http://www.a.gov.cn/": PAGES["http://www.a.gov.cn/"]})
    done: list[tuple[int, int]] = []
    sources = [a_folder, tmp_path / "none", write(tmp_path / "all.warc", *ARCHIVE)]
    results = inspect_many(
        sources,
        as_of=AS_OF,
        profiles=[A, B],
        skip={A.key, str(tmp_path / "none")},
        jobs=jobs,
        on_done=lambda n, total: done.append((n, total)),
    )

    assert [B.key] == keys(results)
    totals = {total for _, total in done}
    assert len(totals) == 1
    assert list(range(1, totals.pop() + 1)) == [n for n, _ in done]


def test_unordered_results_are_the_same(tmp_path: Path) -> None:
    """Without order every subject comes once all the same."""
    sources = [of(evolve(B, site_code=f"{n}")) for n in range(9)]
    ordered = list(inspect_many(sources, as_of=AS_OF))
    free = list(inspect_many(sources, as_of=AS_OF, jobs=2, ordered=False))

    assert [f"{n}" for n in range(9)] == keys(ordered)
    assert ordered == sorted(free, key=lambda result: result.subject.key)


def test_tables_of_many_sites_reach_theirs(tmp_path: Path) -> None:
    """Declarations for one site or for all, and parts by site, reach the sites they are about."""
    declared = [
        Sited(A.key, Declaration(("V1.2",), "某处", AS_OF, "电话核查")),
        Sited("", Declaration(("V1.5",), "某处", AS_OF, "电话核查")),
    ]
    path = write(tmp_path / "all.warc", *ARCHIVE)
    one, two = inspect_many([path], as_of=AS_OF, profiles=[A, B], declarations=declared, parts={B.key: {"tries": ()}})

    assert isinstance(one, Inspection)
    assert isinstance(two, Inspection)
    assert ("V1.2", "V1.5") == one.coverage.declared
    assert ("V1.5",) == two.coverage.declared


@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"as_of": AS_OF.replace(tzinfo=None)}, "as_of"),
        ({"jobs": 0}, "jobs"),
        ({"profiles": []}, "profiles"),
        ({"profiles": [A, A]}, "site_code"),
        ({"profiles": [SiteProfile()]}, "site_code"),
        ({"profiles": [A, evolve(B, hosts=("a.gov.cn",))]}, "hosts"),
    ],
)
def test_a_wrong_call_is_refused_at_once(wrong: dict[str, object], field: str) -> None:
    """What is wrong with the call itself is told before anything is read."""
    with pytest.raises(InputError) as told:
        inspect_many(["a.warc"], **({"as_of": AS_OF, "profiles": [A]} | wrong))  # type: ignore[arg-type]

    assert field == told.value.field


def test_facts_survive_packing() -> None:
    """Packed facts come back equal, whole or in pieces; foreign bytes are refused."""
    pages = [page_facts(parse_page(body, url=url, fetched_at=AT)) for url, body in PAGES.items()]
    whole = gather(pages)

    assert whole == unpack(pack(whole))
    assert whole == merged([pack(gather(pages[:1])), pack(EMPTY), pack(gather(pages[1:]))])
    for bad in (b"", b"gsf1", pack(whole)[:-9], b"gsf1" + pack(whole)[40:], b"other" + pack(whole)):
        with pytest.raises(InputError):
            unpack(bad)


def test_text_that_no_utf8_holds_is_packed() -> None:
    """A half character from a script's escape is replaced, not refused."""
    row = r'{"title":"\u5173\u4e8e\ud83d\u5370\u53d1\u901a\u77e5","url":"/1.html","date":"2026-01-01"}'
    body = f"<html><body><script>var d=[{row}]</script></body></html>".encode()
    facts = gather([page_facts(parse_page(body, url="http://a.gov.cn/xw/", fetched_at=AT))])

    assert facts.pages.keys() == unpack(pack(facts)).pages.keys()


@given(order=st.permutations(range(len(PAGES) * 2)), held=st.integers(1, 9))
def test_pieces_of_any_size_make_one_site(order: list[int], held: int) -> None:
    """However few pages are held at a time and in whatever order they come, the facts are the same."""
    from govsite_rules.batch.archives import Response

    responses = [Response(url, AT, body=body) for url, body in PAGES.items()] * 2
    collector = Collector(sites_of([A, B]), held=held)
    pieces: dict[str, list[bytes]] = {}
    for key, facts in collector.pieces(responses[n] for n in order):
        pieces.setdefault(key, []).append(pack(facts))
    expected = {
        profile.key: gather(page_facts(parse_page(body, url=url, fetched_at=AT)) for url, body in PAGES.items() if host in url)
        for profile, host in ((A, "a.gov.cn"), (B, "b.gov.cn"))
    }

    assert expected == {key: merged(parts) for key, parts in pieces.items()}


def square(number: int) -> int:
    """Work for a pool."""
    if number == 7:
        os._exit(3)
    if number == 5:
        raise GovsiteError("five")
    return number * number


@pytest.mark.slow
@pytest.mark.parametrize("ordered", [True, False])
def test_a_pool_survives_its_workers(ordered: bool) -> None:
    """Jobs that raise or kill their process are lost alone, in their place."""
    results = list(run(square, range(12), lambda job, error: -job, processes=3, ordered=ordered))
    expected = [n * n if n not in (5, 7) else -n for n in range(12)]

    assert expected == results if ordered else sorted(expected) == sorted(results)


class Deadly:
    """Work that ends the process which unpacks it, with more to send than a pipe holds."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_end, ("x" * 1_000_000,))

    def __call__(self, job: int) -> int:
        return job


def _end(filling: str) -> None:
    os._exit(3)


@pytest.mark.slow
def test_workers_that_die_while_starting_are_no_deadlock() -> None:
    """Where no worker ever starts, every job is lost and told; nothing waits for ever."""
    assert [-1, -2] == list(run(Deadly(), [1, 2], lambda job, error: -job, processes=2))


def test_notes_and_failures_pickle() -> None:
    """What workers send back can be sent."""
    (failed,) = inspect_many(["none"], as_of=AS_OF)

    assert failed == pickle.loads(pickle.dumps(failed))
    assert SubjectKind.SITE is failed.subject.kind


def test_a_folder_alone_is_read_as_before(tmp_path: Path) -> None:
    """``inspect_many`` of one folder is ``read_folder`` and ``inspect``, its notes told."""
    path = folder(tmp_path / "a", A, {"http://www.a.gov.cn/": PAGES["http://www.a.gov.cn/"]})
    (path / "tris.csv").write_text("x", encoding="utf-8")
    notes: list[Note] = []
    contents = read_folder(path)

    assert [inspect(contents.site, as_of=AS_OF)] == list(inspect_many([path], as_of=AS_OF, on_note=notes.append))
    assert [Note(str(path), "ignored_file", "tris.csv")] == notes


@pytest.mark.parametrize("ordered", [True, False])
def test_a_large_folder_is_read_by_several_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ordered: bool) -> None:
    """Folders in shares, beside small ones, give the results and notes of one process, in the same order."""
    a_pages = {url: body for url, body in PAGES.items() if "a.gov.cn" in url}
    paths = [folder(tmp_path / "a", A, a_pages), folder(tmp_path / "b", B, {"http://b.gov.cn/": PAGES["http://b.gov.cn/"]})]
    (paths[0] / "tris.csv").write_text("x", encoding="utf-8")
    told: dict[int, list[object]] = {1: [], 2: []}
    results = {}
    monkeypatch.setattr(many, "LARGE_INDEX", 300)
    for jobs in (1, 2):
        results[jobs] = list(inspect_many(paths, as_of=AS_OF, jobs=jobs, ordered=ordered, on_note=told[jobs].append))
    progress: list[tuple[int, int]] = []
    list(inspect_many(paths, as_of=AS_OF, jobs=2, on_done=lambda done, total: progress.append((done, total))))

    assert sorted(results[1], key=repr) == sorted(results[2], key=repr)
    assert results[1] == results[2] or not ordered
    assert told[1] == told[2]
    assert progress == [(n, 4) for n in range(1, 5)]  # two shares of the large one, two subjects
    assert keys(inspect_many(paths, as_of=AS_OF, jobs=2, skip=[A.key])) == [B.key]


def test_a_fault_in_a_share_is_told_as_by_one_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure of a folder is the same, whoever reads it."""
    path = folder(tmp_path / "a", A, {url: body for url, body in PAGES.items() if "a.gov.cn" in url})
    (path / "2.html").unlink()
    monkeypatch.setattr(many, "LARGE_INDEX", 1)
    alone, shared = (list(inspect_many([path], as_of=AS_OF, jobs=jobs)) for jobs in (1, 2))

    assert alone == shared
    assert isinstance(alone[0], Failure)
    assert "2.html" in str(alone[0].value)


def test_the_homepage_that_a_profile_names_is_read_as_one() -> None:
    """In an archive as in a folder, where its address does not look it; other pages of that path stay what they are."""
    from govsite_rules.batch.archives import Response

    named = evolve(B, homepage="http://b.gov.cn/portal/index.html")
    body = page(B.name, ("/1.html", "乙县印发通知的通知", "2026-05-01")).replace(
        b"</body>", b"<p>" + "网站标识码：3699280002".encode() + b"</p></body>"
    )
    responses = [Response(f"http://b.gov.cn/portal/{name}.html", AT, body=body) for name in ("index", "other")]

    def home(profile: SiteProfile) -> str | None:
        ((_, facts),) = Collector(sites_of([profile])).pieces(responses)
        seen = finish(facts, profile).homepage
        return seen.url if seen else None

    assert (None, "http://b.gov.cn/portal/index.html") == (home(B), home(named))


def test_sites_in_folders_of_one_host_share_it() -> None:
    """A response belongs to the innermost folder that a profile names, else to the host's own site, if there is one."""
    city = SiteProfile(site_code="3699000001", domain="www.city.gov.cn")
    water = SiteProfile(site_code="3699000002", domain="www.city.gov.cn/slj", homepage="http://www.city.gov.cn/slj/index.html")
    dam = SiteProfile(site_code="3699000003", domain="www.city.gov.cn/slj/dam")
    sites = sites_of([city, water, dam])
    expected = {
        "http://www.city.gov.cn/": city,
        "http://city.gov.cn:8080/sljx/1.html": city,
        "https://m.city.gov.cn/slj": water,
        "http://www.city.gov.cn/slj?page=2": water,
        "http://www.city.gov.cn/slj/damx/1.html": water,
        "http://www.city.gov.cn/slj/dam/": dam,
        "http://www.city.gov.cn/slj/dam/a/b/c.html": dam,
    }

    assert {url: profile.key for url, profile in expected.items()} == {url: sites.of_url(url) for url in expected}
    assert sites_of([water]).of_url("http://www.city.gov.cn/zfld/") is None


@pytest.mark.parametrize("domain", ["city.gov.cn/slj/", "http://www.city.gov.cn/slj"])
def test_one_folder_in_two_profiles_is_refused(domain: str) -> None:
    """Nobody could tell whose its pages are."""
    profiles = [SiteProfile(site_code="3699000002", domain="www.city.gov.cn/slj"), SiteProfile(site_code="3699000003", domain=domain)]

    with pytest.raises(InputError, match="3699000002 and 3699000003"):
        sites_of(profiles)
