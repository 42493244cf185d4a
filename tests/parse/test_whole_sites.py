"""One small site in the manner of several content systems: the same columns, dates and faults must come out of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from attrs import frozen

from govsite_rules.indicators import CATALOG
from govsite_rules.parse.page import parse_page
from govsite_rules.parse.site import assemble_site
from govsite_rules.parse.urls import canonical
from govsite_rules.values.finding import Outcome
from govsite_rules.values.page import PageSnapshot
from govsite_rules.values.site import ColumnState, SiteProfile, SiteSnapshot

NOW = datetime.fromisoformat("2025-06-20T09:00:00+08:00")
HOST = "http://www.hexi-example.gov.cn"
SITE = "禾溪县人民政府"
MATTERS = "春季防汛 农田水利 城市更新 安全生产 乡村振兴 招生入学 就业创业 森林防火 医保参保 养老服务 文化旅游 粮食收购".split()


@frozen
class Kept:
    """A column of the site: number, folder, name, days since its last update (None: shows no list), parent, what it shows."""

    number: int
    folder: str
    name: str
    age: int | None
    parent: str = ""
    state: ColumnState = ColumnState.LISTED


COLUMNS = (
    Kept(11, "xw", "新闻中心", None, state=ColumnState.CONTAINER),
    Kept(12, "xw/yw", "禾溪要闻", 2, "xw"),
    Kept(13, "xw/bm", "部门动态", 40, "xw"),
    Kept(20, "gk", "信息公开", None, state=ColumnState.CONTAINER),
    Kept(21, "gk/wj", "政策文件", 300, "gk"),
    Kept(22, "gk/rs", "人事信息", 400, "gk"),
    Kept(23, "gk/jg", "机构职能", None, "gk", ColumnState.SINGLE),
    Kept(24, "gk/yj", "应急管理", None, "gk", ColumnState.BLANK),
    Kept(30, "tz", "通知公告", 200),
    Kept(40, "zt", "专题专栏", None, state=ColumnState.CONTAINER),
    Kept(41, "zt/fz", "法治建设", 500, "zt"),
    Kept(42, "zt/js", "禾溪建设", 20, "zt"),
)
BY_FOLDER = {kept.folder: kept for kept in COLUMNS}
FAULTS = {
    ("priority_stale", "部门动态"),
    ("priority_stale", "通知公告"),
    ("long_stale", "人事信息"),
    ("long_stale", "法治建设"),
    ("long_stale", "应急管理"),
    ("blank", "应急管理"),
}

Address = Callable[[Kept], str]
MANNERS: dict[str, tuple[Address, Callable[[Kept, int, date], str]]] = {
    "folders": (lambda kept: f"/{kept.folder}/", lambda kept, at, on: f"/{kept.folder}/{on:%Y%m}/t{on:%Y%m%d}_{at}.html"),
    "numbers": (
        lambda kept: f"/col/col{kept.number}/index.html",
        lambda kept, at, on: f"/art/{on.year}/{on.month}/{on.day}/art_{kept.number}_{at}.html",
    ),
    "aspx": (lambda kept: f"/list.aspx?id={kept.number}", lambda kept, at, on: f"/show.aspx?id={at}"),
    "php": (
        lambda kept: f"/index.php?m=content&c=index&a=lists&catid={kept.number}",
        lambda kept, at, on: f"/index.php?m=content&c=index&a=show&catid={kept.number}&id={at}",
    ),
    "class": (lambda kept: f"/class.php?cid={kept.number}", lambda kept, at, on: f"/show.php?contentid={at}"),
    "htm": (lambda kept: f"/{kept.folder[:2]}/l10{kept.number}.htm", lambda kept, at, on: f"/info/10{kept.number}/{at}.htm"),
}


def pages(manner: str) -> Iterator[PageSnapshot]:
    """The pages of the site: homepage, columns, articles."""
    column_at, article_at = MANNERS[manner]

    def link(kept: Kept, text: str = "") -> str:
        return f'<a href="{column_at(kept)}">{text or kept.name}</a>'

    def under(folder: str) -> list[Kept]:
        return [kept for kept in COLUMNS if kept.parent == folder]

    def read(path: str, title: str, body: str) -> PageSnapshot:
        menu = "".join(
            f"<li>{link(top)}<ul>{''.join(f'<li>{link(kept)}</li>' for kept in under(top.folder))}</ul></li>" for top in under("")
        )
        foot = f'<div class="footer">主办：{SITE}办公室　网站标识码：3699280001　<a href="/map/">网站地图</a></div>'
        head = f'<head><title>{title}</title></head><body><div class="nav"><ul><li><a href="/">首页</a></li>{menu}</ul></div>'
        html = f"<html>{head}{body}{foot}</body></html>"
        return parse_page(html, url=HOST + path, fetched_at=NOW - timedelta(hours=3))

    def path_of(kept: Kept, last: str = "") -> str:
        above = [BY_FOLDER[kept.parent]] if kept.parent else []
        steps = " &gt; ".join(link(step) for step in (*above, kept))
        return f'<div class="position">当前位置：<a href="/">首页</a> &gt; {steps}{last}</div>'

    def items(kept: Kept) -> list[tuple[str, str, date]]:
        if kept.age is None:
            return []
        days = [NOW.date() - timedelta(days=kept.age + 7 * at) for at in range(8)]
        said = [f"禾溪县{MATTERS[(at + kept.number) % len(MATTERS)]}工作第{at + 1}期情况" for at in range(8)]
        return [(article_at(kept, 1000 * kept.number + at, on), text, on) for at, (on, text) in enumerate(zip(days, said, strict=True))]

    def rows(found: list[tuple[str, str, date]]) -> str:
        return "".join(f'<li><a href="{path}">{text}</a><span>{on}</span></li>' for path, text, on in found)

    def prose(at: int) -> str:
        return "".join(
            f"<p>　　为做好第{at}项工作，各有关单位要压实责任，完善{matter}台账，按月报送进展，确保各项任务按期完成。</p>"
            for matter in MATTERS[:3]
        )

    for kept in COLUMNS:
        side = f'<div class="left"><ul>{"".join(f"<li>{link(other)}</li>" for other in under(kept.parent or kept.folder))}</ul></div>'
        below = under(kept.folder) if not kept.parent else []
        if below:
            body = "".join(f'<div class="box"><h3>{link(sub)}</h3><ul>{rows(items(sub)[:4])}</ul></div>' for sub in below)
        elif kept.state is ColumnState.SINGLE:
            body = side + f'<div class="text">{prose(kept.number)}</div>'
        else:
            body = side + f'<div class="right"><ul class="list">{rows(items(kept))}</ul></div>'
        yield read(column_at(kept), f"{kept.name}-{SITE}", path_of(kept) + body)
        for at, (path, text, on) in enumerate(items(kept)[:3]):
            story = f"<h1>{text}</h1><div>发布时间：{on}　来源：县政府办</div><div>{prose(100 * kept.number + at)}</div>"
            yield read(path, f"{text}-{SITE}", path_of(kept, " &gt; 正文") + story)
    shown = "".join(
        f"<div><h3>{link(BY_FOLDER[name])}</h3><ul>{rows(items(BY_FOLDER[name])[:5])}</ul></div>" for name in ("xw/yw", "tz", "gk/wj")
    )
    yield read("/", SITE, shown)


def site(manner: str) -> SiteSnapshot:
    return assemble_site(pages(manner), profile=SiteProfile(name=SITE, domain="www.hexi-example.gov.cn"))


@pytest.mark.parametrize("manner", MANNERS)
def test_the_columns_of_a_site_are_the_same_in_every_manner(manner: str) -> None:
    """No column is missed or invented; name, level, state and newest date are those an inspector would write down."""
    column_at = MANNERS[manner][0]
    found = site(manner).columns
    assert found is not None
    expected = {
        canonical(HOST + column_at(kept)): (
            kept.name,
            2 if kept.parent else 1,
            kept.state,
            canonical(HOST + column_at(BY_FOLDER[kept.parent])) if kept.parent else "",
            NOW.date() - timedelta(days=kept.age) if kept.age is not None else None,
        )
        for kept in COLUMNS
    }

    def newest(column_state: ColumnState, days: list[date | None]) -> date | None:
        return days[0] if days and column_state is ColumnState.LISTED else None

    assert expected == {
        column.key: (
            column.name,
            column.level,
            column.state,
            column.parent,
            newest(column.state, [day.date.date for day in column.updates.recent]),
        )
        for column in found.items
    }


@pytest.mark.parametrize("manner", MANNERS)
def test_the_faults_of_a_site_are_the_same_in_every_manner(manner: str) -> None:
    """V4 finds each stale or blank column once, no container, no page of one text, and no second-level 政策文件."""
    v4 = next(indicator for indicator in CATALOG if indicator.id == "columns_not_updated")
    findings = v4.function(site(manner), as_of=NOW)

    assert FAULTS == {(found.code, found.target.name) for found in findings if found.outcome is Outcome.FAILED}
