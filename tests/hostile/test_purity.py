"""The layers that judge depend on their arguments alone: shown by taking the world away, by other processes, by threads."""

from __future__ import annotations

import builtins
import copy
import datetime as dt
import hashlib
import importlib
import os
import pickle
import pkgutil
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

import govsite_rules
from govsite_rules.conformance import Case, cases, effect_cases, run, run_effect
from govsite_rules.indicators import CATALOG, COMPANIONS
from govsite_rules.indicators._base import Indicator
from govsite_rules.indicators.messages import message
from govsite_rules.inspection import inspect
from govsite_rules.interchange import from_json, to_json
from govsite_rules.testing import AS_OF, faultless_feed, faultless_site
from govsite_rules.values import Finding, SiteSnapshot

EVERY = cases()
DIGEST = Path(__file__).resolve().parents[2] / "scripts" / "result_digest.py"


class Reached(AssertionError):
    """Somebody asked the world."""


def forbidden(*args: object, **named: object) -> Any:
    raise Reached(f"asked the world with {args!r:.80}")


def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
    """``real``, forbidden to the thread of the test; what runs the tests may have threads of its own."""
    here = threading.get_ident()

    def call(*args: object, **named: object) -> Any:
        return forbidden(*args, **named) if threading.get_ident() == here else real(*args, **named)

    return call


class NoEnvironment(dict[str, str]):
    def __init__(self, real: Mapping[str, str]) -> None:
        super().__init__(real)
        self._here = threading.get_ident()

    def _ask(self, key: str) -> None:
        if threading.get_ident() == self._here:
            forbidden(key)

    def __getitem__(self, key: str) -> str:
        self._ask(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._ask(str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._ask(key)
        return super().get(key, default)


class NoClock(dt.datetime):
    now = utcnow = today = forbidden  # type: ignore[assignment]


class NoDay(dt.date):
    today = forbidden  # type: ignore[assignment]


@contextmanager
def nowhere() -> Iterator[None]:
    """No clock, network, file, environment or chance; what is asserted stands outside, for a failure is told by the world's means."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in sys.modules if name.startswith("govsite_rules")]:
            for clock, blocked in (("datetime", NoClock), ("date", NoDay)):
                module = sys.modules[name]
                if vars(module).get(clock) in (dt.datetime, dt.date) and "indicators" in name:
                    patch.setattr(module, clock, blocked)
        for holder, names in (
            (socket, "socket create_connection getaddrinfo"),
            (time, "time time_ns monotonic perf_counter localtime gmtime strftime"),
            (random, "random randint choice shuffle sample Random"),
            (os, "getenv urandom listdir stat getcwd"),
            (builtins, "open input"),
        ):
            for one in names.split():
                patch.setattr(holder, one, guarded(getattr(holder, one)))
        patch.setattr(os, "environ", NoEnvironment(os.environ))
        yield


def findings_of(indicator: Indicator, own: list[Case]) -> list[tuple[Finding, ...]]:
    return [indicator.function(case.snapshot, as_of=case.as_of, params=case.params) for case in own]


@pytest.mark.parametrize(
    "ask",
    [lambda: time.time(), lambda: open("x"), lambda: os.environ["HOME"], lambda: NoClock.now(), lambda: random.random(), os.getcwd],  # noqa: SIM115
    ids=["clock", "file", "environment", "now", "chance", "taken before"],
)
def test_the_guard_guards(ask: Callable[[], object], request: pytest.FixtureRequest) -> None:
    """What is blocked is blocked, for this thread; what was taken before is not."""
    reached = False
    with nowhere():
        try:
            ask()
        except Reached:
            reached = True

    assert reached == ("taken before" not in request.node.name)


@pytest.mark.parametrize("indicator", CATALOG + COMPANIONS, ids=lambda indicator: indicator.id)
def test_indicators_ask_nothing_of_the_world(indicator: Indicator) -> None:
    """Every indicator gives the findings of all its cases with clock, network, files, environment and chance taken away."""
    own = [case for case in EVERY if case.indicator is indicator]
    with nowhere():
        again = findings_of(indicator, own)
        told = [run(case, lambda *_, given=given, **__: given) for case, given in zip(own, again, strict=True)]
        messages = [message(finding, lang) for given in again for finding in given for lang in ("zh-Hans", "en")]

    assert own
    assert told == [()] * len(own)
    assert all(messages)


def test_scoring_asks_nothing_of_the_world() -> None:
    """Clauses, scores and verdicts come from findings and the list alone."""
    with nowhere():
        told = [run_effect(case) for case in EFFECTS]

    assert told == [()] * len(EFFECTS)


EFFECTS = effect_cases()


def test_indicators_change_nothing() -> None:
    """A snapshot is the same after every indicator has seen it, and a second call gives the same."""
    for case in EVERY[::5]:
        before = pickle.dumps(case.snapshot)
        first = case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params)
        second = case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params)

        assert before == pickle.dumps(case.snapshot)
        assert first == second


def test_same_result_in_any_order_of_indicators() -> None:
    """The order in which indicators are given changes the order of findings, and nothing else."""
    expected = inspect(faultless_site(), as_of=AS_OF)
    turned = inspect(faultless_site(), as_of=AS_OF, indicators=CATALOG[::-1])

    assert expected.verdict == turned.verdict
    assert sorted(expected.findings, key=lambda one: one.key) == sorted(turned.findings, key=lambda one: one.key)


@pytest.mark.slow
def test_same_result_in_another_process() -> None:
    """Processes with other hash seeds, zones and languages give the same bytes."""
    shown = []
    for seed, zone, language in (("0", "America/Anchorage", "C"), ("4711", "Asia/Tokyo", "C.UTF-8")):
        environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language}
        shown.append(subprocess.run([sys.executable, str(DIGEST)], env=environment, capture_output=True, text=True, check=True).stdout)
    lines = shown[0].splitlines()

    assert shown[0] == shown[1]
    assert len(lines) >= 5
    assert all(len(line.split()[-1]) == hashlib.sha256().digest_size * 2 for line in lines)
    assert len({line.split()[-1] for line in lines}) == len(lines)


def test_threads_share_without_harm() -> None:
    """Eight threads that judge the same snapshots at once all get what one gets alone."""
    some = EVERY[::7]
    expected = [case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params) for case in some]
    wrong: list[str] = []

    def work(start: int) -> None:
        for at in (*range(start, len(some)), *range(start)):
            case = some[at]
            if case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params) != expected[at]:
                wrong.append(case.name)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(0, len(some), len(some) // 8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_results_pickle_and_travel_as_json() -> None:
    """An inspection comes back equal from pickle, from a copy and from JSON."""
    for subject in (faultless_site(), faultless_feed()):
        result = inspect(subject, as_of=AS_OF)

        assert result == pickle.loads(pickle.dumps(result))
        assert result == copy.deepcopy(result)
        assert result == from_json(to_json(result), type(result))
        assert subject == pickle.loads(pickle.dumps(subject))


WORKED_ON = ("parse.outline.Draft",)
"""What one call builds up and no caller sees."""


def name_of(kind: type) -> str:
    return f"{kind.__module__.removeprefix('govsite_rules.')}.{kind.__name__}"


def records() -> list[type]:
    """Every attrs class of the package but ``WORKED_ON``."""
    found = set()
    for info in pkgutil.walk_packages(govsite_rules.__path__, "govsite_rules."):
        if not info.name.startswith(("govsite_rules.spark", "govsite_rules.frames", "govsite_rules.cli")):
            importlib.import_module(info.name)
    for name, module in list(sys.modules.items()):
        if name.startswith("govsite_rules"):
            found |= {value for value in vars(module).values() if isinstance(value, type) and attrs.has(value) and value.__module__ == name}
    return sorted((kind for kind in found if name_of(kind) not in WORKED_ON), key=name_of)


@pytest.mark.parametrize("kind", records(), ids=name_of)
def test_every_record_is_immutable(kind: type) -> None:
    """No record can be changed after it was made, and none takes a field it does not have."""
    fields = attrs.fields(kind)  # type: ignore[arg-type]
    bare = object.__new__(kind)
    for name in (*(field.name for field in fields), "no_such_field"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(bare, name, None)


def test_snapshots_hold_no_lists() -> None:
    """Collections inside snapshots and results are tuples all the way down."""

    def lists(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, list | dict | set):
            yield path
        elif isinstance(value, tuple):
            for item in value:
                yield from lists(item, path)
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                yield from lists(getattr(value, field.name), f"{path}.{field.name}")

    site: SiteSnapshot = faultless_site()

    assert sorted(set(lists(site, "site"))) == []
    assert sorted(set(lists(inspect(site, as_of=AS_OF), "inspection"))) == []
