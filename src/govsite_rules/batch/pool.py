"""Work for many processes: results in order or as they come, and a worker that dies takes only its own job with it."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

_AHEAD = 64


def run(
    work: Callable[[J], R],
    jobs: Iterable[J],
    lost: Callable[[J, BaseException], R],
    *,
    processes: int = 1,
    ordered: bool = True,
) -> Iterator[R]:
    """``work`` of each job, in the order of the jobs or as they are done.

    With one process everything happens here. With more, fresh processes are started (so ``work`` and jobs must pickle, and a
    program of its own needs ``if __name__ == "__main__":``). ``lost`` gives the result of a job whose process died (out of
    memory, say) or whose result could not be sent back. At most 64 jobs a process wait for their turn to be given.
    """
    if processes <= 1:
        yield from map(work, jobs)
        return
    with TemporaryDirectory(prefix="govsite-rules-") as folder:
        # handed over as a file: a process that dies while it starts would leave its parent writing to a full pipe for ever
        file = Path(folder, "work")
        file.write_bytes(pickle.dumps(work))
        yield from _shared(str(file), jobs, lost, processes, ordered)


def _shared(work: str, jobs: Iterable[J], lost: Callable[[J, BaseException], R], processes: int, ordered: bool) -> Iterator[R]:
    todo = enumerate(jobs)
    running: dict[Future[R], tuple[int, J]] = {}
    ready: dict[int, R] = {}
    executor = _executor(processes, work)
    given, more = 0, True
    try:
        while more or running:
            broken: list[tuple[int, J]] = []
            while more and not broken and len(running) < 2 * processes and len(running) + len(ready) < _AHEAD * processes:
                job = next(todo, None)
                if job is None:
                    more = False
                else:
                    try:
                        running[executor.submit(_do, job[1])] = job
                    except BrokenProcessPool:
                        broken.append(job)
            done = wait(running, return_when=FIRST_COMPLETED).done if running and not broken else ()
            for future in done:
                number, job_done = running.pop(future)
                try:
                    ready[number] = future.result()
                except BrokenProcessPool:
                    broken.append((number, job_done))
                except Exception as error:
                    ready[number] = lost(job_done, error)
            if broken:
                broken += running.values()
                running.clear()
                executor.shutdown(cancel_futures=True)
                ready |= {number: _alone(work, job, lost) for number, job in sorted(broken, key=lambda job: job[0])}
                executor = _executor(processes, work)
            if ordered:
                while given in ready:
                    yield ready.pop(given)
                    given += 1
            else:
                for number in sorted(ready):
                    yield ready.pop(number)
        executor.shutdown()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)  # whoever stops early does not wait for work under way


_work: Any = None
"""The work of a worker process: sent once, when it starts. None in every other process."""


def _begin(file: str) -> None:
    global _work
    _work = pickle.loads(Path(file).read_bytes())


def _do(job: Any) -> Any:
    return _work(job)


def _executor(processes: int, work: str) -> ProcessPoolExecutor:
    # not forked: a copy of a process that has threads can hang
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _begin, (work,))


def _alone(work: str, job: J, lost: Callable[[J, BaseException], R]) -> R:
    """A job that was under way when some process died, in a process of its own."""
    with _executor(1, work) as executor:
        try:
            result: R = executor.submit(_do, job).result()
        except Exception as error:
            return lost(job, error)
    return result
