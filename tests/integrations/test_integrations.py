"""The worked integrations, on what the tools write (recorded from lychee 0.24, LinkChecker 10.6, Prometheus' answers)."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

import govsite_rules as gr
from govsite_rules import testing as t
from govsite_rules.inspection import Inspection

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "integrations"
URL = "http://www.hexi-example.gov.cn/"
AT = t.SEEN_AT

scrapy = runpy.run_path(str(FOLDER / "scrapy_pipeline.py"))
links = runpy.run_path(str(FOLDER / "link_checkers.py"))
probes = runpy.run_path(str(FOLDER / "probes.py"))


def response(path: str, body: bytes, status: int = 200) -> SimpleNamespace:
    """What a Scrapy response offers and the pipeline uses."""
    meta = {"download_latency": 0.4}
    return SimpleNamespace(url=URL + path, body=body, status=status, meta=meta, headers={"Content-Type": b"text/html; charset=gb2312"})


def test_scrapy_items_become_an_inspection(tmp_path: Path) -> None:
    """Pages in whatever encoding are read as they come, other items pass, and the result is written at the end."""
    settings = {
        "GOVSITE_RESULT": str(tmp_path / "result.json"),
        "GOVSITE_PROFILE": {"name": "禾溪县人民政府", "domain": "www.hexi-example.gov.cn"},
    }
    crawler = SimpleNamespace(settings=type("Settings", (dict,), {"getdict": dict.__getitem__})(settings))
    pipeline = scrapy["GovsitePipeline"].from_crawler(crawler)
    home = '<html><body><ul><li><a href="/1.html">今日要闻</a><span>2020-01-02</span></li></ul></body></html>'.encode("gb2312")
    other = {"price": 3}
    for item in (scrapy["page_item"](response("", home)), other, scrapy["page_item"](response("1.html", b"", 404))):
        assert pipeline.process_item(item) is item
    pipeline.close_spider()
    result = gr.from_json((tmp_path / "result.json").read_text(encoding="utf-8"), Inspection)

    assert ("V3.1",) == result.verdict.fired
    assert dict(result.coverage.counts)["pages"] == 2


LYCHEE = {
    "total": 5,
    "success_map": {URL: [{"url": URL + "a.html", "status": {"text": "200 OK", "code": 200}, "duration": {"secs": 0, "nanos": 1}}]},
    "error_map": {
        URL: [
            {"url": URL + "gone.html", "status": {"text": "Rejected status code: 404 Not Found", "code": 404}},
            {"url": URL + "guarded", "status": {"text": "Rejected status code: 403 Forbidden", "code": 403}},
            {"url": URL + "broken", "status": {"text": "Rejected status code: 500 Internal Server Error", "code": 500}},
            {
                "url": "http://no.invalid/",
                "status": {"text": "Network error", "details": "dns error: failed to lookup address information"},
            },
        ]
    },
    "timeout_map": {URL: [{"url": URL + "slow", "status": {"text": "Timeout", "details": "Request timed out"}}]},
    "excluded_map": {URL: [{"url": "http://left.invalid/", "status": {"text": "Excluded"}}]},
}

LINKCHECKER = f"""# created by LinkChecker at 2026-05-20 07:57:34+000
# Read the documentation at https://linkchecker.github.io/linkchecker/
urlname;parentname;base;result;warningstring;infostring;valid;url;line;column;name;dltime;size;checktime;cached;level;modified
/a.html;{URL};;200 OK;;;True;{URL}a.html;1;48;a;0.0001;29;0.15;0;1;
/gone.html;{URL};;404 File not found;;;False;{URL}gone.html;1;71;b;-1;335;0.45;0;1;
/guarded;{URL};;403 Forbidden;;;False;{URL}guarded;1;97;c;-1;341;0.84;0;1;
/broken;{URL};;500 Internal Server Error;;;False;{URL}broken;1;97;c;-1;341;0.84;0;1;
http://no.invalid/;{URL};;"ConnectionError: HTTPConnectionPool(host='no.invalid', port=80): Max retries exceeded with url: / (Caused by \
NameResolutionError(""Failed to resolve 'no.invalid'...";;;False;http://no.invalid/;1;137;e;-1;-1;1.77;0;1;
/slow;{URL};;ReadTimeout: Read timed out. (read timeout=2);;;False;{URL}slow;1;179;f;-1;-1;3.77;0;1;
# Stopped checking at 2026-05-20 07:57:39+000 (4 seconds)
"""

SEEN = {
    URL + "a.html": gr.LinkResult.OPENED,
    URL + "gone.html": gr.LinkResult.GONE,
    URL + "guarded": gr.LinkResult.BLOCKED,
    URL + "broken": gr.LinkResult.SERVER_ERROR,
    "http://no.invalid/": gr.LinkResult.DNS,
    URL + "slow": gr.LinkResult.TIMEOUT,
}


def test_lychee_says_what_it_saw() -> None:
    """Every checked address is one link check; what was excluded was not looked at."""
    assert SEEN == {one.url: one.result for one in links["lychee_checks"](json.dumps(LYCHEE), at=AT)}


def test_linkchecker_says_what_it_saw() -> None:
    """Comments are passed over, codes and reasons become results."""
    assert SEEN == {one.url: one.result for one in links["linkchecker_checks"](LINKCHECKER.splitlines(), at=AT)}


def test_a_firewall_is_no_dead_link() -> None:
    """Of the links checked, the two that are surely dead cost points, and three stay open."""
    anchors = "".join(f'<a href="{url}">链接</a>' for url in SEEN)
    page = gr.parse_page(f"<html><body>{anchors}</body></html>", url=URL, fetched_at=AT)
    checks = tuple(links["lychee_checks"](json.dumps(LYCHEE), at=AT))
    site = gr.assemble_site([page], profile=gr.SiteProfile(domain="www.hexi-example.gov.cn"), link_checks=checks)
    found = [f for f in gr.indicators.link_availability(site, as_of=t.AS_OF) if f.code == "home_link_dead"]
    failed = {f.target.url for f in found if f.outcome is gr.Outcome.FAILED}

    assert {URL + "gone.html", "http://no.invalid/"} == failed


def answer(*values: tuple[float, float]) -> str:
    """An answer of Prometheus with one series."""
    series = [{"metric": {"instance": URL}, "values": [[moment, str(value)] for moment, value in values]}]
    return json.dumps({"status": "success", "data": {"resultType": "matrix", "result": series}})


def test_the_blackbox_exporter_says_how_tries_ended() -> None:
    """Success, a slow failure, an early one, a server error and a firewall are told apart."""
    at = t.AS_OF.timestamp()
    moments = [at - 60 * n for n in range(5)]
    success = answer(*zip(moments, (1, 0, 0, 0, 0), strict=True))
    duration = answer(*zip(moments, (0.5, 20.0, 9.5, 1.0, 0.2), strict=True))
    status = answer(*zip(moments, (200, 0, 0, 502, 403), strict=True))
    tries = list(probes["blackbox_tries"](success, duration, status))
    outcomes = [
        f.outcome for one in tries for f in gr.indicators.site_unreachable(t.site(tries=[one]), as_of=t.AS_OF) if f.target.kind == "trial"
    ]

    assert [("opened", 0.5), ("timeout", 20.0), ("timeout", 9.5), ("server_error", 1.0), ("blocked", 0.2)] == [
        (one.result, one.elapsed) for one in tries
    ]
    assert [gr.Outcome.FAILED, gr.Outcome.CANT_TELL, gr.Outcome.FAILED, gr.Outcome.CANT_TELL] == [
        o for o in outcomes if o is not gr.Outcome.PASSED
    ]


def test_two_series_are_not_mixed() -> None:
    """An answer for several targets is refused."""
    two = json.loads(answer((1, 1)))
    two["data"]["result"] *= 2
    with pytest.raises(ValueError, match="2 series"):
        list(probes["blackbox_tries"](json.dumps(two), answer((1, 1)), answer((1, 1))))


@pytest.mark.parametrize(("failed", "fired"), [(6, ()), (7, ("V2.1",))])
def test_a_log_decides_the_veto(failed: int, fired: tuple[str, ...]) -> None:
    """A week of 140 tries in a plain log: seven timeouts fire V2.1, six do not; older tries are left out."""
    start = t.AS_OF - timedelta(days=8)
    rows = [start + timedelta(minutes=72 * n) for n in range(161)]
    lines = ["time,milliseconds,status"]
    lines += [
        f"{at:%Y-%m-%dT%H:%M:%S},{15000 if n >= len(rows) - failed else 300},{'' if n >= len(rows) - failed else 200}"
        for n, at in enumerate(rows)
    ]
    seen = probes["watched"](probes["log_tries"](lines), as_of=t.AS_OF)
    result = gr.inspect(t.faultless_site(tries=seen), as_of=t.AS_OF)

    assert len(seen.items) == 140
    assert fired == result.verdict.fired


def test_pytest_over_a_site(tmp_path: Path) -> None:
    """The example's faults fail, what is open is skipped, and vetoes that did not fire pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", str(FOLDER / "test_own_site.py")]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, env=env)
    last = done.stdout.strip().splitlines()[-1]

    assert done.returncode == 1
    assert all(word in last for word in ("failed", "passed", "skipped"))
    assert "统计信息" in done.stdout


def test_times_carry_their_zone() -> None:
    """Whatever the integrations make is aware, as the library asks."""
    (one,) = probes["log_tries"](["time,milliseconds,status", "2026-05-20T08:00:00,300,200"])

    assert datetime.fromisoformat("2026-05-20T08:00:00+08:00") == one.at
