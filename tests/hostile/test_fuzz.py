"""The short form of ``scripts/fuzz.py``, and that the fuzzer would see what it looks for."""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govsite_rules.errors import InputError

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
NAMES = (
    "dates page feed_wechat feed_weibo feed_douyin feed_kuaishou feed_toutiao feed_channels feed_mini_program feed_rss feed_atom "
    "feed_plain feed_csv feed_jsonl feed_json folder tables checklist bulletin json archive wording workbook site"
).split()


@pytest.fixture(scope="module")
def fuzz() -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("fuzz", SCRIPTS / "fuzz.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["fuzz"]


@pytest.fixture(scope="module")
def targets(fuzz: Any) -> Iterator[dict[str, Any]]:
    pytest.importorskip("fastwarc", reason="archives need the extra")
    pytest.importorskip("openpyxl", reason="workbooks need the extra")
    found = {target.name: target for target in fuzz.targets()}
    yield found
    for name in ("folder", "archive"):
        found[name].run.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_only_documented_errors_come_out(name: str, fuzz: Any, targets: dict[str, Any]) -> None:
    """Some hundred mutated inputs of each reader give a result or a documented error, each in under a second."""
    runs = 50 if name == "site" else 400
    tally = fuzz.fuzz(targets[name], runs, seed=1)

    assert tally.faults == ()
    assert tally.runs == runs


@pytest.mark.slow
def test_every_target_is_named(targets: dict[str, Any]) -> None:
    """A new target is run in short form too, and inputs of each are read as well as refused."""
    assert sorted(NAMES) == sorted(targets)


def test_the_fuzzer_sees_faults(fuzz: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undocumented error and a run too long are faults, a documented error is not."""

    def broken(data: str, choose: random.Random) -> None:
        if choose.random() < 0.5:
            raise KeyError(data)
        raise InputError("no")

    def late(data: str, choose: random.Random) -> None:
        begun = time.process_time()
        while time.process_time() - begun < 0.02:
            pass

    monkeypatch.setattr(fuzz, "MOST_SECONDS", 0.01)
    wrong = fuzz.fuzz(fuzz.Target("x", ("a",), ("b",), broken), 20)
    slow = fuzz.fuzz(fuzz.Target("x", ("a",), ("b",), late), 2)

    assert len(wrong.faults) == 1
    assert "KeyError" in wrong.faults[0]
    assert 0 < wrong.refused < 20
    assert len(slow.faults) == 2


def test_inputs_follow_from_their_number(fuzz: Any) -> None:
    """The same seed and number give the same input, another number another."""
    target = fuzz.Target("x", ("某市人民政府", "2018-07-27"), ("b", "年"), print)
    first, again, other = (fuzz.mutated(target, random.Random(number)) for number in (5, 5, 6))

    assert first == again
    assert first != other
