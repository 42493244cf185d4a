"""Where an article's own facts stand."""

from __future__ import annotations

from attrs import frozen

from .heading import HEADINGS
from .line_kinds import is_prose


@frozen
class Zone:
    """Where an article's own facts stand: the lines that are its ``headings`` (() unknown), the first line of its ``body``."""

    headings: tuple[int, ...]
    body: int

    def is_near(self, line: int) -> bool:
        """Whether a line is close to a heading, or anywhere before the body where no heading was recognised."""
        if line >= self.body:
            return False
        return not self.headings or any(heading - 3 <= line <= heading + 10 and line != heading for heading in self.headings)

    def below(self, line: int) -> int:
        """How many lines a line stands below the heading above it, or above the first one as a negative number."""
        return line - max((heading for heading in self.headings if heading <= line), default=self.headings[0])


def zone_of(lines: list[str], heading: int) -> Zone:
    """The article's zone: its body begins with the first running text after the heading, which a table of facts may repeat."""
    body = len(lines)
    for k in range(heading + 1, len(lines)):
        text = lines[k]
        if is_prose(text) and not (len(text) < 200 and ("发布时间" in text or "发布日期" in text or "发文日期" in text)):
            body = k
            break
    if heading < 0:
        return Zone((), body)
    wanted = lines[heading]
    return Zone((heading, *(k for k in range(heading + 1, min(body, HEADINGS)) if lines[k] == wanted)), body)
