"""Word segmentation of the few characters around a hit."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from importlib import import_module
from threading import Lock
from typing import Protocol


class Segmenter(Protocol):
    """Anything that cuts a short text into words: known words whole, everything else into single characters."""

    def cut(self, text: str) -> Iterable[str]:
        """The words of ``text`` in order; joined they are ``text``."""
        ...


class _Late:
    """A cutting function that is loaded at its first use, once, whatever thread comes first."""

    __slots__ = ("_cut", "_lock")

    def __init__(self) -> None:
        self._cut: Callable[[str], Iterable[str]] | None = None
        self._lock = Lock()

    def cut(self, text: str) -> Iterable[str]:
        """The words of ``text`` in order."""
        cut = self._cut
        if cut is None:
            with self._lock:
                cut = self._cut = self._cut or self._load()
        return cut(text)

    def _load(self) -> Callable[[str], Iterable[str]]:
        raise NotImplementedError

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), ())


class JiebaSegmenter(_Late):
    """jieba with a dictionary of its own: no shared state, no log, no cache file read or written. Loading takes about a second."""

    __slots__ = ()

    def _load(self) -> Callable[[str], Iterable[str]]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            jieba = import_module("jieba")
        tokenizer = jieba.Tokenizer()
        # What Tokenizer.initialize does, less its cache file and its log lines.
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True

        def cut(text: str) -> Iterable[str]:
            return list(tokenizer.cut(text, HMM=False))

        return cut


class RjiebaSegmenter(_Late):
    """The same cuts by rjieba (extra ``fast``), which loads and cuts many times faster."""

    __slots__ = ()

    def _load(self) -> Callable[[str], Iterable[str]]:
        rjieba = import_module("rjieba")

        def cut(text: str) -> Iterable[str]:
            words: list[str] = rjieba.cut(text, hmm=False)
            return words

        return cut
