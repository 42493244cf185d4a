"""Mutation testing of the layers that judge: changes one thing at a time and asks whether the module's own tests notice.

    PYTHONPATH=src python scripts/mutate.py                               # every module (an hour or more)
    PYTHONPATH=src python scripts/mutate.py indicators/_freshness scoring/tally
    PYTHONPATH=src python scripts/mutate.py scoring/verdict --sample 100  # a fixed sample of its mutants
    PYTHONPATH=src python scripts/mutate.py scoring/verdict --again       # only what survived the last run

A mutant is tried first on the conformance and effect cases of what uses the module, then, where it survives, on the tests named in
``TESTS``; what killed before is tried first. Scores are kept in ``docs/mutation-scores.json`` and may only rise: the script fails where
one fell. A survivor that was read and changes nothing anybody could see gets its reason there by hand, under ``explained``: it counts
apart, stays a survivor in the score, and a reason for a mutant that no longer survives is dropped and told.

Not mutated: texts, annotations, and the ``INDICATOR`` records, which are data that other tests hold against cases.

Why not mutmut or cosmic-ray: both start a test process for each mutant, which here costs seconds before the first test. This one
imports everything once and changes functions in a fork, so that most mutants take some hundredths of a second.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import random
import signal
import sys
import time
import types
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "govsite_rules"
SCORES = ROOT / "docs" / "mutation-scores.json"
SECONDS = 60
_SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE,), ast.LtE: (ast.Lt,), ast.Gt: (ast.GtE,), ast.GtE: (ast.Gt,), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Add: (ast.Sub,), ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,), ast.Div: (ast.Mult,), ast.FloorDiv: (ast.Mult,), ast.Mod: (ast.Add,), ast.BitOr: (ast.BitAnd,),
    ast.BitAnd: (ast.BitOr,), ast.And: (ast.Or,), ast.Or: (ast.And,),
}  # fmt: skip
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_ENUMS = {
    "Outcome": ("PASSED", "FAILED", "CANT_TELL", "UNTESTED", "INAPPLICABLE"),
    "Standing": ("QUALIFIED", "UNQUALIFIED", "UNDECIDED"),
    "ClauseState": ("FIRED", "CLEAR", "OPEN"),
}


class Mutant:
    """One change: ``apply`` makes it in the tree, ``undo`` takes it back."""

    def __init__(self, text: str, line: int, function: str | None, apply: Callable[[], None], undo: Callable[[], None]) -> None:
        self.text, self.line, self.function, self.apply, self.undo = text, line, function, apply, undo

    def __str__(self) -> str:
        return f"{self.function or 'module'}: {self.text}"


def mutants(tree: ast.Module) -> list[Mutant]:
    """Every mutant of a module in the order of its source, each by a text of its own. ``function`` is the outermost function around
    it."""
    found, seen = list(_walk(tree, None, "")), Counter[str]()
    for one in found:
        seen[str(one)] += 1
        one.text += f" (no. {seen[str(one)]})" if seen[str(one)] > 1 else ""
    return found


def _walk(node: ast.AST, function: str | None, outer: str) -> Iterator[Mutant]:
    if isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id in ("INDICATOR", "__all__") for target in node.targets
    ):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_comment"):
            continue
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST):
                continue
            place = (value, at) if isinstance(value, list) else (node, name)
            inside, around = function, outer
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                around = f"{outer}{child.name}."
            if isinstance(child, ast.stmt) and isinstance(node, ast.FunctionDef) and name == "body" and function is None:
                inside = outer.removesuffix(".")
            yield from _of(child, place, inside)
            yield from _walk(child, inside, around)


def _replace(place: tuple[Any, Any], new: ast.AST) -> tuple[Callable[[], None], Callable[[], None]]:
    holder, key = place
    old = holder[key] if isinstance(holder, list) else getattr(holder, key)
    ast.copy_location(new, old)
    ast.fix_missing_locations(new)

    def put(what: Any) -> Callable[[], None]:
        return lambda: holder.__setitem__(key, what) if isinstance(holder, list) else setattr(holder, key, what)

    return put(new), put(old)


def _of(node: ast.AST, place: tuple[Any, Any], function: str | None) -> Iterator[Mutant]:
    def mutant(new: ast.AST, shown: str | None = None) -> Mutant:
        before = " ".join(ast.unparse(node).split())[:90]
        apply, undo = _replace(place, new)
        return Mutant(f"{before} → {shown or ' '.join(ast.unparse(new).split())[:90]}", getattr(node, "lineno", 0), function, apply, undo)

    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _SWAPS.get(type(operator), ()):
                yield mutant(ast.Compare(node.left, [*node.ops[:at], other(), *node.ops[at + 1 :]], node.comparators))
    elif isinstance(node, ast.BoolOp):
        for other in _SWAPS[type(node.op)]:
            yield mutant(ast.BoolOp(other(), node.values))
        for at in range(len(node.values)):
            rest = node.values[:at] + node.values[at + 1 :]
            yield mutant(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
    elif isinstance(node, ast.BinOp):
        for other in _SWAPS.get(type(node.op), ()):
            yield mutant(ast.BinOp(node.left, other(), node.right))
    elif isinstance(node, ast.AugAssign):
        for other in _SWAPS.get(type(node.op), ()):
            yield mutant(ast.AugAssign(node.target, other(), node.value))
    elif isinstance(node, ast.UnaryOp):
        yield mutant(node.operand)
    elif isinstance(node, ast.Constant) and not isinstance(node.value, str | bytes):
        if isinstance(node.value, bool):
            yield mutant(ast.Constant(not node.value))
        elif isinstance(node.value, int):
            yield mutant(ast.Constant(node.value + 1))
    elif isinstance(node, ast.IfExp):
        yield mutant(node.body)
        yield mutant(node.orelse)
    elif isinstance(node, ast.If | ast.While):
        yield mutant(type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse), "with the condition turned")
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield mutant(ast.comprehension(node.target, node.iter, [], node.is_async), "without its condition")
    elif isinstance(node, ast.Continue):
        yield mutant(ast.Break())
    elif isinstance(node, ast.Break):
        yield mutant(ast.Continue())
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom):
        yield mutant(ast.Expr(ast.Constant(None)), "nothing")
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
        yield mutant(ast.Call(ast.Name(_CALLS[node.func.id], ast.Load()), node.args, node.keywords))
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in _ENUMS.get(node.value.id, ()):
        members = _ENUMS[node.value.id]
        yield mutant(ast.Attribute(node.value, members[(members.index(node.attr) + 1) % len(members)], ast.Load()))
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield mutant(ast.Return(ast.Constant(None)))


# -- what kills ----------------------------------------------------------------------------------------------------------

_OWN = "tests/indicators"
_SHARED = [f"{_OWN}/test_{name}.py" for name in ("shared_helpers", "helpers_at_edges", "freshness", "validity", "each_case")]
TESTS: dict[str, list[str]] = {
    "indicators": [_OWN],
    "indicators/v_site_vetoes": [_OWN, "tests/cases/test_veto_limits.py"],
    "indicators/messages": [f"{_OWN}/test_messages.py", f"{_OWN}/test_helpers_at_edges.py"],
    "indicators/_": [*_SHARED, "tests/cases/test_veto_limits.py"],
    "scoring": ["tests/scoring"],
    "checklists": ["tests/checklists"],
}
"""Where the tests of a module are, by the longest name that begins its own. Of a folder that an indicator shares with the others only
the tests count that have its name in theirs."""
SKIPPED = ("__init__", "indicators/_reasons", "indicators/_messages")


def modules() -> list[str]:
    folders = [PACKAGE / name for name in ("scoring", "indicators", "checklists")]
    found = [path.relative_to(PACKAGE).with_suffix("").as_posix() for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [name for name in found if not name.endswith("__init__") and name not in SKIPPED]


def tests_of(name: str) -> list[str]:
    best = max((key for key in TESTS if name.startswith(key)), key=len, default="")
    return [test for test in TESTS.get(best, []) if (ROOT / test).exists()]


def picked_of(name: str, tests: list[str]) -> list[str]:
    """What pytest is told to pick: of the tests of all indicators those of this one."""
    files = [Path(test).stem for test in tests if test.endswith(".py")]
    return ["-k", " or ".join([name.rpartition("/")[2], *files])] if name.count("/") == 2 else []


class Cases:
    """The cases, read once in the parent; a child that imported everything anew reads them again."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.own = name.rpartition("/")[2]
        self._cases: list[Any] | None = None
        self._effects: list[Any] | None = None

    def load(self) -> None:
        from govsite_rules.conformance import cases, effect_cases

        self._cases, self._effects = [], []
        if self.name.startswith("indicators/"):
            own = list(cases(self.own))
            self._cases = own or list(cases())
        else:
            self._effects = list(effect_cases())

    def killer(self, killers: Counter[str], *, known: bool) -> str:
        """The name of a case that fails, '' where none does: of those that killed before, most often first, or of the others."""
        if self._cases is None or self._effects is None:
            self.load()
        assert self._cases is not None
        assert self._effects is not None
        every = [(case.name, _case_fails, case) for case in self._cases] + [(case.name, _effect_fails, case) for case in self._effects]
        for name, fails, case in sorted((one for one in every if (one[0] in killers) == known), key=lambda one: -killers[one[0]]):
            try:
                if fails(case):
                    return str(name)
            except Exception:
                return str(name)
        return ""


def _case_fails(case: Any) -> bool:
    """What ``tests/cases/test_conformance.py`` asks of each case."""
    from govsite_rules.conformance import differences
    from govsite_rules.indicators._reasons import REASONS
    from govsite_rules.indicators.messages import message, reason_text

    found = case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params)
    keys = [finding.key for finding in found]
    if differences(found, case.expected) or keys != sorted(set(keys)):
        return True
    if {code.id for code in case.indicator.codes} != {finding.code for finding in found}:
        return True
    told = [value for finding in found for name, value in finding.values if name in ("reason", "note")]
    if any(value.partition(":")[0] not in REASONS or reason_text(value) == value for value in told):
        return True
    return any(not (text := message(finding, lang)) or set("{}[]—_") & set(text) for finding in found for lang in ("zh-Hans", "en"))


def _effect_fails(case: Any) -> bool:
    from govsite_rules.conformance import run_effect

    return bool(run_effect(case))


# -- one mutant in one fork ----------------------------------------------------------------------------------------------


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutated source for one module."""

    def __init__(self, name: str, path: Path, code: types.CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(fullname, self, origin=str(self.path)) if fullname == self.name else None

    def exec_module(self, module: types.ModuleType) -> None:
        module.__file__ = str(self.path)
        exec(self.code, module.__dict__)


def _code_of(code: types.CodeType, qualified: str) -> types.CodeType | None:
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            if const.co_qualname == qualified:
                return const
            if found := _code_of(const, qualified):
                return found
    return None


def _function(module: types.ModuleType, qualified: str) -> types.FunctionType | None:
    value: Any = module
    for part in qualified.split("."):
        value = value.__dict__.get(part) if hasattr(value, "__dict__") else None
        if isinstance(value, property):
            value = value.fget
        if isinstance(value, classmethod | staticmethod):
            value = value.__func__
        value = getattr(value, "__wrapped__", value)
    return value if isinstance(value, types.FunctionType) else None


def _changed(dotted: str, path: Path, tree: ast.Module, mutant: Mutant) -> None:
    """Put the mutant into the running package: the function's code, or the whole package imported anew."""
    code = compile(tree, str(path), "exec")
    if mutant.function is not None and (str(path), mutant.function) not in IMPORTING:
        function, new = _function(sys.modules[dotted], mutant.function), _code_of(code, mutant.function)
        if function is not None and new is not None and function.__code__.co_freevars == new.co_freevars:
            function.__code__ = new
            return
    for name in [name for name in sys.modules if name.split(".")[0] == "govsite_rules"]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Changed(dotted, path, code))


IMPORTING: set[tuple[str, str]] = set()
"""Functions that run while the package is imported: what they made stays unless it is imported anew."""


def _watch(frame: types.FrameType, event: str, argument: object) -> None:
    if event == "call" and frame.f_code.co_filename.startswith(str(PACKAGE)):
        IMPORTING.add((frame.f_code.co_filename, frame.f_code.co_qualname.partition(".<locals>")[0]))


class _Killers:
    """For pytest: what failed most before goes first; remembers what failed."""

    def __init__(self, killers: Counter[str]) -> None:
        self.killers, self.failed = killers, ""

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items.sort(key=lambda item: -self.killers[item.nodeid])

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            self.failed = report.nodeid


def _tried(name: str, tree: ast.Module, mutant: Mutant, cases: Cases, killers: Counter[str]) -> tuple[int, str]:
    """In the child: 0 where the mutant survives, 1 killed by cases, 2 killed by tests; and by which."""
    dotted, path = "govsite_rules." + name.replace("/", "."), PACKAGE / f"{name}.py"
    try:
        _changed(dotted, path, tree, mutant)
        fresh = dotted not in sys.modules
        if fresh:
            importlib.import_module(dotted)
            cases = Cases(name)
        if killer := cases.killer(killers, known=True):
            return 1, killer
        known = sorted(nodeid for nodeid in killers if "::" in nodeid)
        if known and (killer := _failing(known, [], killers)):
            return 2, killer
        if killer := cases.killer(killers, known=False):
            return 1, killer
    except BaseException as error:
        print(repr(error)[:300])
        return 1, ""
    if (tests := tests_of(name)) and (killer := _failing(tests, picked_of(name, tests), killers)):
        return 2, killer
    return 0, ""


def _failing(tests: list[str], options: list[str], killers: Counter[str]) -> str:
    """The test that fails, or what pytest said where none could be run; '' where all pass or none is chosen."""
    import pytest

    plugin = _Killers(killers)
    code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests, *options], plugins=[plugin])
    return "" if code in (0, 4, 5) else plugin.failed or f"pytest ended with {code}"


def forked(name: str, tree: ast.Module, mutant: Mutant, cases: Cases, killers: Counter[str]) -> int:
    """What came of a mutant: as ``_tried``, 3 where it ran without end. Counts what killed it."""
    mutant.apply()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        null = os.open(os.devnull, os.O_WRONLY)
        if os.environ.get("MUTATE_SHOW") != "all":
            os.dup2(null, 1)
            os.dup2(null, 2)
        code = 1
        try:
            code, killer = _tried(name, tree, mutant, cases, killers)
            os.write(write, killer.encode()[:4000])
        except BaseException as error:
            print(repr(error)[:300])
        sys.stdout.flush()
        os._exit(code)
    mutant.undo()
    os.close(write)
    with open(read, "rb") as pipe:
        killer = pipe.read().decode(errors="replace")
    if killer:
        killers[killer] += 1
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 3


def run(name: str, sample: int | None, before: dict[str, Any], *, again: bool) -> dict[str, Any]:
    tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
    every = mutants(tree)
    chosen = every if sample is None or len(every) <= sample else random.Random(name).sample(every, sample)
    reasons = before.get("explained", {})
    known = set(before.get("survivors", ())) | reasons.keys()
    tried = len(chosen)
    source = hashlib.sha256(ast.dump(tree).encode()).hexdigest()[:16]
    if again and (before.get("source"), before.get("tried")) == (source, tried):
        chosen = [one for one in chosen if str(one) in known]
    cases = Cases(name)
    cases.load()
    same = Mutant("nothing changed", 0, None, lambda: None, lambda: None)
    for unchanged in (same, *(Mutant("nothing changed", 0, one.function, same.apply, same.undo) for one in every if one.function)):
        if code := forked(name, tree, unchanged, cases, Counter()):
            sys.exit(f"{name}: fails without any change ({code}, {unchanged.function})")
        if unchanged.function:
            break
    counts = {0: 0, 1: 0, 2: 0, 3: 0}
    survivors, killers = [], Counter[str]()
    for mutant in sorted(chosen, key=lambda one: one.line):
        start = time.time()
        code = forked(name, tree, mutant, cases, killers)
        if "MUTATE_SHOW" in os.environ:
            print(f"    {code} in {time.time() - start:.2f} s: {mutant}", flush=True)
        counts[code if code in counts else 1] += 1
        if code == 0:
            survivors.append(str(mutant))
            print(f"  {'explained' if str(mutant) in reasons else 'survives'} {name}:{mutant.line} {mutant}", flush=True)
    for gone in sorted({str(one) for one in chosen} & reasons.keys() - set(survivors)) + sorted(
        reasons.keys() - {str(one) for one in every}
    ):
        print(f"  no survivor any more, its reason is dropped: {name} {gone}", flush=True)
    killed = tried - counts[0]
    return {
        "source": source,
        "mutants": len(every),
        "tried": tried,
        "killed": killed,
        "score": round(100 * killed / tried, 1) if tried else 100.0,
        "survivors": [text for text in survivors if text not in reasons],
        "explained": {text: reasons[text] for text in survivors if text in reasons},
    }


def table(scores: dict[str, Any]) -> str:
    """The scores as a table of Markdown: modules, then their sum."""
    rows = ["| module | mutants | tried | killed | score | explained |", "|---|---|---|---|---|---|"]
    names = ("mutants", "tried", "killed")
    for name, one in scores.items():
        rows.append(f"| {name} | {' | '.join(str(one[part]) for part in names)} | {one['score']} % | {len(one['explained'])} |")
    sums = [sum(one[part] for one in scores.values()) for part in names]
    explained = sum(len(one["explained"]) for one in scores.values())
    rows.append(f"| all | {' | '.join(map(str, sums))} | {100 * sums[2] / sums[1]:.1f} % | {explained} |")
    return "\n".join(rows) + "\n"


def write_table() -> None:
    page = ROOT / "docs" / "trust.md"
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition("| module | mutants |")
    tail = rest[rest.index("\n\n") :]
    page.write_text(head + table(json.loads(SCORES.read_text(encoding="utf-8"))).rstrip("\n") + tail, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="modules such as scoring/tally, or folders; all when none is named")
    parser.add_argument("--sample", type=int, help="at most so many mutants of each module, always the same ones")
    parser.add_argument("--again", action="store_true", help="only what survived the last run, where the module is as it was")
    parser.add_argument("--table", action="store_true", help="put the scores kept into docs/trust.md, and run nothing")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--accept-fall", action="store_true", help="write scores that fell too")
    given = parser.parse_args()
    if given.table:
        return write_table()
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    os.chdir(ROOT)
    import hypothesis
    import pytest  # noqa: F401 - imported once, before the forks

    found_is_enough = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    hypothesis.settings.register_profile("mutate", max_examples=30, deadline=None, database=None, derandomize=True, phases=found_is_enough)
    hypothesis.settings.load_profile("mutate")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # what the parent imported cannot be imported again for plugins
    sys.setprofile(_watch)
    for name in ("conformance", "inspection", "testing", "interchange", *(name.replace("/", ".") for name in modules())):
        importlib.import_module(f"govsite_rules.{name}")
    sys.setprofile(None)
    scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    fell = []
    for name in modules():
        if given.names and not any(name == wanted or name.startswith(f"{wanted}/") for wanted in given.names):
            continue
        began = time.time()
        result = run(name, given.sample, scores.get(name, {}), again=given.again)
        before = scores.get(name, {}).get("score", 0.0)
        print(
            f"{name}: {result['killed']} of {result['tried']} killed, {result['score']} % (was {before} %), "
            f"{len(result['explained'])} explained, {time.time() - began:.0f} s",
            flush=True,
        )
        if result["score"] < before:
            fell.append(name)
        if not given.dry and (result["score"] >= before or given.accept_fall):
            scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
            scores[name] = result
            SCORES.write_text(json.dumps(dict(sorted(scores.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if fell:
        sys.exit(f"the score fell: {', '.join(fell)}")


if __name__ == "__main__":
    main()
