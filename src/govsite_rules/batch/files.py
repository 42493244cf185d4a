"""Files of one folder, opened so that nothing outside it, no link, no device and nothing oversized is ever read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from attrs import field, frozen

from ..errors import InputError, LimitError


@frozen
class FolderLimits:
    """How large the files of a crawl folder may be, in bytes: one body, one table, the index."""

    max_body: int = 10 * 1024 * 1024
    max_table: int = 64 * 1024 * 1024
    max_index: int = 2 * 1024 * 1024 * 1024


@frozen
class Shelf:
    """The files under ``root``. Names are relative, with forward slashes; ``root`` itself may be a link, nothing below it."""

    root: Path
    _safe: set[str] = field(factory=set, init=False, repr=False, eq=False)

    def locate(self, name: str, *, file: str, row: int | None = None, field: str | None = None) -> Path:
        """The path of a regular file under the root; InputError (telling ``file`` and ``row`` that named it) otherwise."""

        def refused(message: str, expected: str = "a file inside the folder, named relative to it") -> InputError:
            return InputError(message, file=file, row=row, field=field, value=None if name == file else name, expected=expected)

        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or "\\" in name or "\0" in name or ":" in parts[0]:
            raise refused("the path leaves the folder")
        path = self.root
        for number, part in enumerate(parts, 1):
            path = path / part
            key = str(path)
            if key in self._safe:
                continue
            try:
                mode = os.lstat(path).st_mode
            except OSError:
                raise refused("there is no such file") from None
            if stat.S_ISLNK(mode):
                raise refused("a symbolic link is not followed")
            if number < len(parts):
                if not stat.S_ISDIR(mode):
                    raise refused("there is no such file")
                self._safe.add(key)
            elif not stat.S_ISREG(mode):
                raise refused("not a regular file")
        return path

    def read(self, name: str, limit: int, *, file: str, row: int | None = None, field: str | None = None) -> bytes:
        """The bytes of a file; LimitError where it is larger than ``limit``."""
        path = self.locate(name, file=file, row=row, field=field)
        try:
            with path.open("rb") as handle:
                data = handle.read(limit + 1)
        except OSError as error:
            raise InputError(f"cannot be opened ({error.strerror})", file=file, row=row, field=field, value=name) from None
        if len(data) > limit:
            raise LimitError("the file is too large", file=file, row=row, field=field, value=name, expected=f"at most {limit} bytes")
        return data

    def lines(self, name: str, limit: int, longest: int) -> Iterator[bytes]:
        """The lines of a file, each cut at ``longest`` bytes plus one."""
        path = self.locate(name, file=name)
        if path.stat().st_size > limit:
            raise LimitError("the file is too large", file=name, expected=f"at most {limit} bytes")
        with path.open("rb") as handle:
            while line := handle.readline(longest + 1):
                yield line

    def has(self, name: str) -> bool:
        """Whether something of that name is there, of whatever kind."""
        return os.path.lexists(self.root / name)
