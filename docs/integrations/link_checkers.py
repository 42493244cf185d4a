"""What link checkers wrote, as link checks.

    lychee --format json --verbose --timeout 30 http://www.hexi-example.gov.cn/ > lychee.json
    linkchecker --check-extern --verbose --output csv http://www.hexi-example.gov.cn/ > linkchecker.csv

Only 404, 410 and an unknown host mean that a link is dead. Whatever else came back (403, 503, a timeout) may be a firewall
that keeps robots out: it stays open until somebody looks again.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import govsite_rules as gr

UNKNOWN_HOST = ("failed to resolve", "nameresolutionerror", "dns error", "failed to lookup address", "name or service not known")


def lychee_checks(text: str, *, at: datetime) -> Iterator[gr.LinkCheck]:
    """The checks in lychee's JSON output; ``at`` is when it ran, which the output does not say."""
    report = json.loads(text)
    for part in ("success_map", "redirect_map", "error_map", "timeout_map"):
        for checked in report.get(part, {}).values():
            for one in checked:
                status = one["status"]
                told = f"{status.get('text', '')} {status.get('details', '')}"
                yield check(one["url"], at, status.get("code"), told)


def linkchecker_checks(lines: Iterable[str], *, at: datetime) -> Iterator[gr.LinkCheck]:
    """The checks in LinkChecker's CSV output: comments start with #, the separator is a semicolon."""
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";"):
        code = re.match(r"(\d{3}) ", row["result"])
        yield check(row["url"], at, int(code[1]) if code else None, row["result"])


def check(url: str, at: datetime, status: int | None, told: str) -> gr.LinkCheck:
    """One look at one address, from its status or, where there was none, from what the tool said."""
    if status is not None:
        if status in (404, 410):
            result = gr.LinkResult.GONE
        elif status < 400:
            result = gr.LinkResult.OPENED
        else:
            result = gr.LinkResult.SERVER_ERROR if status >= 500 else gr.LinkResult.BLOCKED
    elif any(words in told.lower() for words in UNKNOWN_HOST):
        result = gr.LinkResult.DNS
    else:
        result = gr.LinkResult.TIMEOUT
    return gr.LinkCheck(url, at, result, status)
