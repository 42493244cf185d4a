"""Availability logs as tries: Prometheus with the blackbox exporter, and a CSV file of one's own.

Let the exporter wait longer than 15 seconds (``timeout: 20s``, and a scrape timeout above it): a probe that gave up earlier
cannot say whether the page would have been open at 15.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import govsite_rules as gr


def blackbox_tries(success: str, duration: str, status: str) -> Iterator[gr.Try]:
    """The tries in three answers of Prometheus' ``/api/v1/query_range``, for one target and one step.

    ``success``: probe_success. ``duration``: probe_duration_seconds. ``status``: probe_http_status_code, 0 where no answer came.
    """
    seconds, codes = dict(samples(duration)), dict(samples(status))
    for moment, value in samples(success):
        at = datetime.fromtimestamp(moment, gr.SHANGHAI)
        yield tried(at, value == 1, seconds.get(moment), int(codes.get(moment, 0)))


def samples(answer: str) -> Iterator[tuple[float, float]]:
    """Moments and values of the one series in an answer."""
    series = json.loads(answer)["data"]["result"]
    if len(series) != 1:
        raise ValueError(f"{len(series)} series instead of one: ask for one instance and one module")
    return ((float(moment), float(value)) for moment, value in series[0]["values"])


def tried(at: datetime, opened: bool, elapsed: float | None, status: int) -> gr.Try:
    """One try. A 4xx met the monitor and says nothing about the public: it is set apart as blocked."""
    if opened or 200 <= status < 400:
        result = gr.TryResult.OPENED
    elif status >= 500:
        result = gr.TryResult.SERVER_ERROR
    elif status >= 400:
        result = gr.TryResult.BLOCKED
    else:
        result = gr.TryResult.TIMEOUT
    return gr.Try(at, result, elapsed)


def log_tries(lines: Iterable[str]) -> Iterator[gr.Try]:
    """The tries in a CSV log with the columns time, milliseconds and status, times in Shanghai without a zone."""
    for row in csv.DictReader(lines):
        at = datetime.fromisoformat(row["time"]).replace(tzinfo=gr.SHANGHAI)
        status = int(row["status"] or 0)
        yield tried(at, 200 <= status < 400, float(row["milliseconds"]) / 1000, status)


def watched(tries: Iterable[gr.Try], *, as_of: datetime, days: int = 7) -> gr.Seen[gr.Try]:
    """The week before the inspection; complete, because a log holds every try that was made."""
    kept = tuple(one for one in tries if as_of - timedelta(days=days) < one.at <= as_of)
    return gr.Seen(kept, complete=True)
