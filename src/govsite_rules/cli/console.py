"""What every command shares: its two streams, its language, wrong usage, and the one way a file is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from attrs import frozen
from rich.console import Console
from rich.text import Text

from .faults import in_chinese
from .show import Line
from .words import Say, locale_language

_STYLES = {"head": "bold", "bad": "red", "good": "green", "open": "yellow", "dim": "dim", "": ""}


class Lang(StrEnum):
    zh = "zh"
    en = "en"


@frozen
class State:
    """The language and the two streams of one run."""

    say: Say
    out: Console
    err: Console

    def show(self, shown: Iterable[Line]) -> None:
        for line in shown:
            self.out.print(Text("  " * line.depth + line.text, style=_STYLES[line.style]), soft_wrap=True)

    def tell(self, word: str, **values: object) -> None:
        """A line on standard error."""
        self.err.print(Text(self.say(word, **values)), soft_wrap=True)

    def cannot_write(self, file: object, error: OSError) -> Usage:
        """Wrong usage: a place that cannot be written to, and why."""
        why = error.strerror or str(error)
        return Usage(self.say("cannot_write", file=file, why=self.say.pick(in_chinese(why), why)))


class _Console(Console):
    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Nobody reads on: no fault, but an end."""
        raise BrokenPipeError


class Usage(Exception):
    """Wrong usage that typer does not see."""


def t(zh: str, en: str) -> str:
    """A help text in the language of the locale."""
    return zh if locale_language() == "zh" else en


LangOption = Annotated[
    Lang | None, typer.Option("--lang", help=t("输出语言，默认随系统区域", "language of the output; the locale's by default"))
]


def state_of(lang: Lang | None) -> State:
    """The streams in the language asked for, else the locale's."""
    return State(Say(lang or locale_language()), _Console(), _Console(stderr=True))


@contextlib.contextmanager
def extra(name: str, state: State) -> Iterator[None]:
    """Usage that names the extra where what is done inside needs a library that is not installed."""
    try:
        yield
    except ImportError as error:
        raise Usage(state.say("no_extra", library=error.name, extra=name)) from None


def write_text(path: Path, texts: Iterable[str], state: State) -> None:
    """Write texts to a file and say so; Usage where it cannot be written."""
    try:
        with path.open("w", encoding="utf-8", newline="") as handle:
            handle.writelines(texts)
    except OSError as error:
        raise state.cannot_write(path, error) from None
    state.tell("written", file=path)


def write_bytes(path: Path, data: bytes, state: State) -> None:
    """Write bytes to a file and say so; Usage where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise state.cannot_write(path, error) from None
    state.tell("written", file=path)
