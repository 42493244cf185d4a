"""Results read back: what ``inspect --json`` and batch runs wrote, from files, folders and patterns, each one once."""

from __future__ import annotations

import glob
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
from attrs import frozen

from ..errors import InputError, LimitError
from ..inspection import Inspection
from ..interchange import MAX_BYTES, MAX_LINE, from_builtins
from ..scoring.rates import Visit
from .failure import Failure

SUFFIXES = (".json", ".jsonl")
_KINDS: dict[str, type[Inspection] | type[Failure]] = {one.SCHEMA: one for one in (Inspection, Failure)}


@frozen
class Results:
    """Inspections, and failures to inspect, in the order they were read.

    ``repeated`` counts results that were there twice, word for word, and are kept once. ``others`` names the files of a folder
    or pattern that hold something else.
    """

    inspections: tuple[Inspection, ...] = ()
    failures: tuple[Failure, ...] = ()
    repeated: int = 0
    others: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Inspection | Visit, ...]:
        """What rates and bulletins count: the inspections, and the failures as visits that were not made."""
        return (*self.inspections, *(failure.visit for failure in self.failures))


def read_results(names: Iterable[str | Path]) -> Results:
    """Read results from files (JSON, or JSON Lines of them), folders (their .json and .jsonl files) and patterns (``out/*.json``).

    Raises InputError naming file and row for what cannot be read, for a file named by itself that holds something else, and for
    one subject with two different results of one moment, which would be counted twice.
    """
    found: dict[tuple[object, ...], Inspection | Failure] = {}
    repeated, others, seen = 0, [], set()
    for name in names:
        paths, by_name = _paths(str(name))
        for path in paths:
            if path.resolve() in seen:
                continue
            seen.add(path.resolve())
            read = list(_file(path, by_name))
            if not read and not by_name:
                others.append(str(path))
            for row, result in read:
                subject = result.subject
                key = (subject.kind, subject.key, subject.platform, result.as_of, getattr(result, "checklist", None))
                if key not in found:
                    found[key] = result
                elif found[key] == result:
                    repeated += 1
                else:
                    raise InputError(
                        "one subject has two different results of one moment",
                        file=str(path),
                        row=row,
                        field="subject.key",
                        value=subject.key,
                        expected="one of them",
                    )
    results = tuple(found.values())
    return Results(
        tuple(one for one in results if isinstance(one, Inspection)),
        tuple(one for one in results if isinstance(one, Failure)),
        repeated,
        tuple(others),
    )


def parse_results(data: bytes, *, file: str) -> Results:
    """The results in the text of one file."""
    results = [result for _, result in _documents(io.BytesIO(data), file, True)]
    return Results(tuple(one for one in results if isinstance(one, Inspection)), tuple(one for one in results if isinstance(one, Failure)))


def _paths(name: str) -> tuple[list[Path], bool]:
    """The files a name stands for, and whether it names one by itself."""
    path = Path(name)
    if path.is_dir():
        return sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file()), False
    if not path.exists() and glob.has_magic(name):
        matched = sorted(Path(one) for one in glob.glob(name, recursive=True))
        if not matched:
            raise InputError("no file fits the pattern", file=name, expected="result files")
        return [one for one in matched if one.is_file()], False
    return [path], True


def _file(path: Path, by_name: bool) -> Iterator[tuple[int, Inspection | Failure]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LimitError("the file is too large", file=str(path), expected=f"at most {MAX_BYTES} bytes")
        with path.open("rb") as handle:
            yield from _documents(handle, str(path), by_name)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=str(path), expected="a file of results") from None


def _documents(handle: IO[bytes], file: str, by_name: bool) -> Iterator[tuple[int, Inspection | Failure]]:
    """One result a line, or the whole file as one; other documents are refused, or passed over where nobody named the file."""
    first = True
    for row, line in enumerate(iter(lambda: handle.readline(MAX_LINE + 1), b""), 1):
        if len(line) > MAX_LINE:
            raise LimitError("a line too long", file=file, row=row, expected=f"at most {MAX_LINE} bytes")
        text = line.removeprefix(b"\xef\xbb\xbf") if row == 1 else line
        if not text.strip():
            continue
        try:
            data = _decoded(text, file, row)
        except InputError:
            if not first:
                raise
            data = _decoded(text + handle.read(), file, row)
        kind = _KINDS.get(str(data.pop("schema", ""))) if isinstance(data, dict) else None
        if kind is None:
            if first and not by_name:
                return
            raise InputError("no result", file=file, row=row, field="schema", expected=" or ".join(_KINDS))
        first = False
        yield row, from_builtins(data, kind, file=file, row=row)
    if first and by_name:
        raise InputError("no result in it", file=file, expected=" or ".join(_KINDS))


def _decoded(text: bytes, file: str, row: int) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(f"no JSON: {error}", file=file, row=row, expected="results as JSON or JSON Lines") from None
