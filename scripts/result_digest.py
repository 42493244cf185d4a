"""Prints one digest for each layer's results on fixed inputs; equal lines mean equal results on another process, seed or Python."""

from __future__ import annotations

import hashlib
import random
import runpy
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from govsite_rules import bulletin, interchange, testing
from govsite_rules.checklists import CENSUS_2015, LIAONING_2019, NATIONAL_2019
from govsite_rules.checklists.files import dump_checklist
from govsite_rules.conformance import cases
from govsite_rules.errors import GovsiteError
from govsite_rules.indicators.messages import message
from govsite_rules.inspection import inspect
from govsite_rules.parse.dates import find_dates, read_date
from govsite_rules.parse.feeds import parse_feed
from govsite_rules.parse.page import parse_page
from govsite_rules.values import SHANGHAI

NOON = datetime(2026, 5, 19, 12, tzinfo=SHANGHAI)
MUTANTS = 300


def digest(texts: Iterable[str]) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()


def main() -> None:
    fuzz = runpy.run_path(str(Path(__file__).with_name("fuzz.py")))
    every = cases()
    found = [finding for case in every for finding in case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params)]
    print("findings", digest(repr(finding) for finding in found))
    print("messages", digest(message(finding, lang) for finding in found for lang in ("zh-Hans", "en")))
    subjects = (testing.faultless_site(), testing.faultless_feed(), *(case.snapshot for case in every[::40]))
    results = [
        inspect(one, as_of=testing.AS_OF, checklist=list_) for one in subjects for list_ in (NATIONAL_2019, LIAONING_2019, CENSUS_2015)
    ]
    print("inspections", digest(map(interchange.to_json, results)))
    print("checklists", digest(dump_checklist(one) for one in (NATIONAL_2019, CENSUS_2015)))
    targets = {target.name: target for target in fuzz["targets"]()}

    def inputs(name: str) -> Iterable[str]:
        return (text for n in range(MUTANTS) if isinstance(text := fuzz["mutated"](targets[name], random.Random(f"{name}:{n}")), str))

    print("pages", digest(repr(parse_page(text, url="http://www.a.gov.cn/xw/1.html", fetched_at=NOON)) for text in inputs("page")))
    print("dates", digest(repr((read_date(text, seen_at=NOON), find_dates(text, seen_at=NOON))) for text in inputs("dates")))

    def feed(text: str) -> str:
        try:
            return repr(parse_feed(text, fetched_at=NOON))
        except GovsiteError as error:
            return type(error).__name__

    print("feeds", digest(feed(text) for name in ("feed_wechat", "feed_rss", "feed_csv", "feed_plain") for text in inputs(name)))
    print("bulletins", digest(repr([bulletin.audit(one) for one in bulletin.read(text)]) for text in inputs("bulletin")))
    for name in ("folder", "archive"):
        targets[name].run.close()


if __name__ == "__main__":
    main()
