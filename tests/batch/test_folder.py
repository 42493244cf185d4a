"""Crawl folders: what is read, what is refused and how it is named, and that nothing outside is ever touched."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from govsite_rules.batch.files import FolderLimits
from govsite_rules.batch.folder import Extent, folder_pages, read_folder, read_site_file
from govsite_rules.errors import InputError, LimitError
from govsite_rules.parse.facts import gather, page_facts
from govsite_rules.parse.site import assemble_site
from govsite_rules.scoring.records import Waiver
from govsite_rules.values.dates import SHANGHAI
from govsite_rules.values.page import PageKind, PageRole
from govsite_rules.values.seen import Seen
from govsite_rules.values.site import ColumnHint, ColumnKind, Level, Period, Platform, PlatformKind, SiteProfile, Try, TryResult
from govsite_rules.values.subject import RunningStatus

AT = datetime(2026, 5, 19, 21, tzinfo=SHANGHAI)
HOME = "http://www.hexi-example.gov.cn/"
PAGE = (
    "<html><head><title>首页</title></head><body><ul>"
    "<li><a href='/a.html'>全县春耕工作会议召开</a><span>2026-05-18</span></li></ul></body></html>"
)
PROFILE = SiteProfile(site_code="3699280001", name="禾溪县人民政府", domain="www.hexi-example.gov.cn", homepage=HOME)


def row(**cells: object) -> dict[str, object]:
    return {"url": HOME, "file": "home.html", "fetched_at": AT.isoformat(), "status": 200, **cells}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one page and no ``site.toml``."""
    root = tmp_path / "crawl"
    root.mkdir()
    (root / "home.html").write_text(PAGE, encoding="utf-8")
    index(root, row())
    return root


def index(root: Path, *rows: object) -> None:
    lines = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in rows)
    (root / "index.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def refused(folder: Path, **options) -> InputError:
    with pytest.raises(InputError) as caught:
        read_folder(folder, profile=PROFILE, **options)
    return caught.value


def test_pages_become_a_snapshot(folder: Path) -> None:
    """The pages of a folder make the site that ``assemble_site`` makes of them, and progress counts the rows."""
    steps = []
    contents = read_folder(folder, profile=PROFILE, on_done=lambda done, total: steps.append((done, total)))

    assert contents.site == assemble_site(folder_pages(folder), profile=PROFILE)
    assert contents.site.pages.content == 1
    assert contents.as_of is None
    assert contents.notes == ()
    assert steps == [(1, 1)]


def test_the_site_file(folder: Path) -> None:
    """Every fact of ``site.toml`` reaches the profile, with the times and the extent of tables."""
    (folder / "site.toml").write_text(
        """
as_of = 2026-05-20T09:00:00+08:00
fetched_at = "2026-05-19T20:00:00+08:00"
[site]
site_code = "3699280001"
name = "禾溪县人民政府"
domain = "www.hexi-example.gov.cn"
hosts = ["m.hexi-example.gov.cn"]
region = "369928"
level = "县级"
portal = true
department = false
services = true
sponsor = "禾溪县人民政府办公室"
supervisor = "某市人民政府"
status = "正常运行"
crawl_complete = true
homepage = "http://www.hexi-example.gov.cn/"
[[site.maintenance]]
start = 2026-05-16T00:00:00+08:00
end = 2026-05-16T06:00:00+08:00
note = "机房检修"
[[site.platforms]]
kind = "政务服务"
host = "zwfw.example.gov.cn"
name = "省政务服务网"
[[site.columns]]
url = "http://www.hexi-example.gov.cn/a/"
kind = "通知公告"
level = 1
[tables.tries]
complete = true
total = 140
""",
        encoding="utf-8",
    )
    expected = SiteProfile(
        site_code="3699280001",
        name="禾溪县人民政府",
        domain="www.hexi-example.gov.cn",
        hosts=("m.hexi-example.gov.cn",),
        region="369928",
        level=Level.COUNTY,
        portal=True,
        department=False,
        services=True,
        sponsor="禾溪县人民政府办公室",
        supervisor="某市人民政府",
        status=RunningStatus.RUNNING,
        maintenance=(Period(datetime(2026, 5, 16, tzinfo=SHANGHAI), datetime(2026, 5, 16, 6, tzinfo=SHANGHAI), "机房检修"),),
        platforms=(Platform(PlatformKind.SERVICES, "zwfw.example.gov.cn", "省政务服务网"),),
        columns=(ColumnHint("http://www.hexi-example.gov.cn/a/", kind=ColumnKind.NOTICES, level=1),),
        crawl_complete=True,
        homepage=HOME,
    )
    file = read_site_file(folder)

    assert file.profile == expected
    assert file.as_of == AT + timedelta(hours=12)
    assert file.fetched_at == AT - timedelta(hours=1)
    assert file.extents == (("tries", Extent(True, 140)),)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("as_of = 2026-05-20T09:00:00", "as_of"),
        ("as_of = 2026-05-20", "as_of"),
        ('as_of = "yesterday"', "as_of"),
        ("asof = 2026-05-20T09:00:00+08:00", "asof"),
        ("site = 3", "site"),
        ("[site]\nnam = 'x'", "nam"),
        ("[site]\nlevel = 'village'", "level"),
        ("[site]\nportal = 'perhaps'", "portal"),
        ("[site]\nplatforms = 'x'", "site.platforms"),
        ("[[site.platforms]]\nkind = 'services'", "host"),
        ("[[site.columns]]\nurl = 'http://a.cn/'\nkind = 'nosuch'", "kind"),
        ("[[site.maintenance]]\nstart = 2026-05-16T06:00:00+08:00\nend = 2026-05-16T05:59:59+08:00", "end"),
        ("[tables.trys]\ncomplete = true", "tables.trys"),
        ("[tables.tries]\ncomplete = 'partly'", "complete"),
        ("[tables.tries]\ncomplete = true", "tables.tries"),
        ("as_of = ", None),
        ("as_of = 2026-02-30T09:00:00+08:00", None),
    ],
)
def test_a_wrong_site_file_is_named(folder: Path, text: str, field: str | None) -> None:
    """Whatever is wrong in ``site.toml`` is refused by file and field, with what would be right."""
    (folder / "site.toml").write_text(text, encoding="utf-8")
    error = refused(folder)

    assert (error.file or "").startswith("site.toml")
    assert error.field == field
    assert error.expected


def test_without_a_profile_nothing_is_read(folder: Path) -> None:
    """No ``site.toml`` and no profile: refused."""
    with pytest.raises(InputError, match="whose site"):
        read_folder(folder)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"url": None}, "url"),
        ({"url": "index.html"}, "url"),
        ({"fetched_at": "2026-05-19T21:00:00"}, "fetched_at"),
        ({"fetched_at": "2026-02-30T21:00:00+08:00"}, "fetched_at"),
        ({"fetched_at": None}, "fetched_at"),
        ({"fetched_at": None, "status": 399}, "fetched_at"),
        ({"status": "ok"}, "status"),
        ({"status": 99}, "status"),
        ({"elapsed": "fast"}, "elapsed"),
        ({"elapsed": -1}, "elapsed"),
        ({"file": None}, "file"),
        ({"file": "", "status": 299}, "file"),
        ({"file": "gone.html"}, "file"),
        ({"file": "home.html/x"}, "file"),
        ({"file": "../outside.html"}, "file"),
        ({"file": "sub/../../outside.html"}, "file"),
        ({"file": "/etc/passwd"}, "file"),
        ({"file": "C:/outside.html"}, "file"),
        ({"file": "..\\outside.html"}, "file"),
        ({"file": "a\0b"}, "file"),
        ({"file": "."}, "file"),
        ({"file": "sub"}, "file"),
        ({"file": "link.html"}, "file"),
        ({"file": "linked/home.html"}, "file"),
        ({"file": "pipe"}, "file"),
        ({"file": ["home.html"]}, "file"),
    ],
)
def test_wrong_index_rows_are_named(folder: Path, cells: dict[str, object], field: str) -> None:
    """A row with a missing, impossible or dangerous value is refused by file, row and field; nothing outside is opened."""
    (folder.parent / "outside.html").write_text(PAGE, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "link.html").symlink_to(folder.parent / "outside.html")
    (folder / "linked").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    index(folder, row(), row(**cells))
    error = refused(folder)

    assert (error.file, error.row, error.field) == ("index.jsonl", 2, field)
    assert error.expected


@pytest.mark.parametrize(
    "name", ["../outside.html", "a/../../outside.html", "/outside.html", "C:/outside.html", "..\\outside.html", "a\0b", "."]
)
def test_paths_that_leave_are_refused_before_anything_is_opened(folder: Path, name: str) -> None:
    """A name that could lead out of the folder on some system is refused as such, whether or not a file is there."""
    index(folder, row(file=name))

    assert "leaves the folder" in str(refused(folder))


def test_a_linked_index_is_refused(folder: Path) -> None:
    """The index and ``site.toml`` may not be links either."""
    for name in ("index.jsonl", "site.toml"):
        target = folder.parent / f"outside-{name}"
        target.write_text("", encoding="utf-8")
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)

        assert "symbolic link" in str(refused(folder))

        (folder / name).unlink()
        index(folder, row())


@pytest.mark.parametrize("line", ["{", "[]", '"x"'])
def test_a_broken_index_line_is_named(folder: Path, line: str) -> None:
    """A line that is no JSON object is refused with its number."""
    index(folder, row(), line)

    assert refused(folder).row == 2


def test_a_missing_index_is_refused(folder: Path) -> None:
    """A folder without an index is no crawl folder."""
    (folder / "index.jsonl").unlink()

    assert refused(folder).file == "index.jsonl"
    assert str(refused(folder)) == "index.jsonl: there is no such file; expected a file inside the folder, named relative to it"


def test_an_empty_crawl_leaves_everything_open(folder: Path) -> None:
    """An index without rows is a site of which nothing was seen, not an error and not a blank site."""
    index(folder)
    site = read_folder(folder, profile=PROFILE).site

    assert site.pages.given == 0
    assert site.homepage is None
    assert site.columns is None or not site.columns.complete


@pytest.mark.parametrize("extra", [0, 1])
def test_size_limits(folder: Path, extra: int) -> None:
    """A body, an index and a table of exactly the limit are read; one byte more is refused with the limit."""
    body, size = (folder / "home.html").stat().st_size, (folder / "index.jsonl").stat().st_size
    table = folder / "tries.csv"
    table.write_text(f"at,result\n{AT.isoformat()},opened\n", encoding="utf-8")
    for limits in (
        FolderLimits(max_body=body - extra),
        FolderLimits(max_index=size - extra),
        FolderLimits(max_table=table.stat().st_size - extra),
    ):
        if extra:
            with pytest.raises(LimitError) as caught:
                read_folder(folder, profile=PROFILE, limits=limits)

            assert "at most" in (caught.value.expected or "")
        else:
            assert read_folder(folder, profile=PROFILE, limits=limits).site.pages.given == 1


def test_an_oversized_body_names_its_row(folder: Path) -> None:
    """The index row that names an oversized body is told."""
    error = refused(folder, limits=FolderLimits(max_body=10))

    assert isinstance(error, LimitError)
    assert (error.file, error.row, error.field, error.value) == ("index.jsonl", 1, "file", "'home.html'")


def test_one_address_twice(folder: Path) -> None:
    """Two bodies for one address at one time are refused naming both rows; the same body twice, or another time, is fine."""
    (folder / "other.html").write_text(PAGE.replace("春耕", "防汛"), encoding="utf-8")
    index(folder, row(), row(url=HOME + "b.html"), row(file="other.html"))
    error = refused(folder)

    assert (error.row, error.field) == (3, "url")
    assert "row 1" in str(error)

    index(folder, row(), row())
    assert read_folder(folder, profile=PROFILE).site.pages.given == 1

    index(folder, row(), row(file="other.html", fetched_at=(AT + timedelta(seconds=1)).isoformat()))
    assert read_folder(folder, profile=PROFILE).site.pages.duplicates == 1


def test_a_time_is_compared_as_a_moment(folder: Path) -> None:
    """The same moment written in another zone is the same time."""
    (folder / "other.html").write_text(PAGE.replace("春耕", "防汛"), encoding="utf-8")
    index(folder, row(), row(file="other.html", fetched_at="2026-05-19T13:00:00Z"))

    assert refused(folder).row == 2


def test_error_responses_without_a_time_are_counted(folder: Path) -> None:
    """An error response without a time is left out and told; with a time from the caller or the site file it is read."""
    index(folder, row(), row(url=HOME + "x", file=None, fetched_at=None, status=404))
    contents = read_folder(folder, profile=PROFILE)
    given = read_folder(folder, profile=PROFILE, fetched_at=AT)

    assert contents.notes == (("index_rows_without_time", "1 (2)"),)
    assert contents.site.pages.given == 1
    assert given.notes == ()
    assert given.site.pages.given == 2

    (folder / "site.toml").write_text(f"fetched_at = {AT.isoformat()}", encoding="utf-8")
    assert read_folder(folder, profile=PROFILE) == given


def test_bodies_that_are_no_pages(folder: Path) -> None:
    """A body that is not HTML and a response without a body are read as what they are."""
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n\x00\x01")
    index(folder, row(url=HOME + "a.pdf", file="a.pdf", content_type="application/pdf"), row(url=HOME + "b", file=None, status=503))
    kinds = [page.kind for page in folder_pages(folder)]

    assert kinds[0] is PageKind.NOT_HTML
    assert kinds[1] is not PageKind.CONTENT


def test_extra_fields_and_files_are_told(folder: Path) -> None:
    """Fields of the index that are not used, and files that look like tables and are none, are named in the notes."""
    (folder / "Trys.CSV").write_text("at,result\n", encoding="utf-8")
    (folder / "data.csv").write_text("a,b\n", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    index(folder, row(kind="home", newest=None), row(url=HOME + "data.csv", file="data.csv", content_type="text/csv"))
    contents = read_folder(folder, profile=PROFILE)

    assert contents.notes == (("index_extra_fields", "kind, newest"), ("ignored_file", "Trys.CSV"))


def test_tables_reach_their_part(folder: Path) -> None:
    """A table becomes the part of its name, complete only where the site file says so; no table means nobody looked."""
    text = f"at,result\n{AT.isoformat()},opened\n"
    (folder / "tries.csv").write_text(text, encoding="utf-8")
    expected = (Try(AT, TryResult.OPENED),)
    site = read_folder(folder, profile=PROFILE).site

    assert site.tries == Seen(expected)
    assert site.incidents is None

    (folder / "site.toml").write_text("[tables.tries]\ncomplete = true\ntotal = 1\n", encoding="utf-8")
    assert read_folder(folder, profile=PROFILE).site.tries == Seen(expected, complete=True, total=1)

    (folder / "site.toml").write_text("[tables.tries]\ntotal = 0\n", encoding="utf-8")
    assert refused(folder).field == "tables.tries.total"

    (folder / "site.toml").write_text("[tables.tries]\ncomplete = true\ntotal = 2\n", encoding="utf-8")
    assert refused(folder).field == "tables.tries.complete"


def test_a_table_twice_is_refused(folder: Path) -> None:
    """The same table as CSV and as JSON Lines: refused, since one would go unread."""
    (folder / "tries.csv").write_text("at,result\n", encoding="utf-8")
    (folder / "tries.jsonl").write_text("", encoding="utf-8")

    assert refused(folder).file == "tries.jsonl"


def test_column_hints_come_from_a_table_too(folder: Path) -> None:
    """``columns.csv`` adds to the columns of the profile; an unknown kind is refused by name."""
    table = folder / "columns.csv"
    table.write_text(f"网址,栏目名称,类型,级别,应更新\n{HOME}tzgg/,通知公告,通知公告,1,是\n", encoding="utf-8")
    expected = (ColumnHint(HOME + "tzgg/", name="通知公告", kind=ColumnKind.NOTICES, level=1, updates=True),)

    assert read_folder(folder, profile=PROFILE).site.profile.columns == expected

    table.write_text(f"网址,类型\n{HOME}tzgg/,公告牌\n", encoding="utf-8")
    error = refused(folder)
    assert (error.file, error.row, error.field) == ("columns.csv", 2, "kind")


def test_rows_about_other_sites_are_left_out_and_counted(folder: Path) -> None:
    """Of a table for many sites only the rows about this one, or about every one, are taken."""
    lines = ["indicator,code,target,until,why,site"]
    lines += [f"a,b,{target},2026-06-30,整改中,{site}" for target, site in (("1", "3699280001"), ("2", "3699280002"), ("3", ""))]
    (folder / "waivers.csv").write_text("\n".join(lines), encoding="utf-8")
    contents = read_folder(folder, profile=PROFILE)
    until = datetime(2026, 6, 30, tzinfo=SHANGHAI).date()

    assert contents.waivers == (Waiver(("a", "b", "1"), until, "整改中"), Waiver(("a", "b", "3"), until, "整改中"))
    assert contents.notes == (("rows_of_other_sites", "waivers: 1"),)


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_a_folder_in_parts(tmp_path: Path, parts: int) -> None:
    """The parts of a folder are its pages, each once; what was fetched from one address is in one part."""
    lines = []
    for number in range(30):
        (tmp_path / f"{number}.html").write_text(f"<p>{number}", encoding="utf-8")
        at = f"2026-05-{number + 1:02}T00:00:00Z"
        lines.append(f'{{"file": "{number}.html", "url": "http://a.gov.cn/{number % 10}", "fetched_at": "{at}"}}')
    (tmp_path / "index.jsonl").write_text("\n".join(lines), encoding="utf-8")
    read = [list(folder_pages(tmp_path, part=part, parts=parts)) for part in range(parts)]
    facts = [gather(map(page_facts, pages)) for pages in read]

    assert sorted(page.fetched_at for pages in read for page in pages) == [page.fetched_at for page in folder_pages(tmp_path)]
    assert sum(len({page.url for page in pages}) for pages in read) == 10
    assert read_folder(tmp_path, profile=PROFILE, facts=gather(facts)) == read_folder(tmp_path, profile=PROFILE)


STUB = '<html><head><meta http-equiv="refresh" content="0;url=/portal/index.html"></head><body></body></html>'


@pytest.mark.parametrize("named", [True, False])
def test_a_homepage_in_a_folder_is_known_by_the_root_or_the_caller(folder: Path, named: bool) -> None:
    """What the root only leads to, or the profile names, is the homepage: its marks and menu are read as such."""
    (folder / "stub.html").write_text(STUB, encoding="utf-8")
    (folder / "portal.html").write_text(
        PAGE.replace("</body>", "<div class='footer'>网站标识码：3699280001</div></body>"), encoding="utf-8"
    )
    portal = row(url=HOME + "portal/index.html", file="portal.html")
    index(folder, portal) if named else index(folder, portal, row(file="stub.html"))
    told = f'homepage = "{HOME}portal/index.html"' if named else ""
    (folder / "site.toml").write_text(f'[site]\nname = "青禾市人民政府"\n{told}\n', encoding="utf-8")
    site = read_folder(folder).site

    assert site.homepage is not None
    assert (HOME + "portal/index.html", "3699280001") == (site.homepage.url, site.homepage.marks.site_code.value)
    assert [PageRole.HOME] == [page.role for page in folder_pages(folder) if page.kind is PageKind.CONTENT]
