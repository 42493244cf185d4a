"""Which line of a page is its article's heading."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..tree import Tree
from .line_kinds import LONGEST_TITLE, META, SHORTEST_TITLE, is_body_name, is_meta_line

_TIME = re.compile(r"\d{1,2}\s?[:：时]\s?\d{2}分?(?:[:：]?\s?\d{2}秒?)?(?![\d\u4e00-\u9fff])")
_ENDS_IN_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?$")
_SUFFIX = re.compile(r"\s{0,3}(?:[-_|—–－＿·>»]|--|::).*$")
_PARTS = re.compile(r"([-_|—–－＿·>»:]{1,9}|\s)")
_CUT = re.compile(r"(?:\.{2,6}|…{1,2})\s*$")
_FACT_LINES = 5
_NO_HEADING = re.compile("[|。；！，、:：]$|[>»›→]|位置|^[\\[【(（]|^[^:：]{1,6}[:：]")
HEADINGS = 80  # lines among which the heading is looked for


def lines_of(tree: Tree, stretches: list[tuple[int, int]], most: int) -> list[str]:
    """The block-level lines of the content in order, white space collapsed, empty ones left out; the tree is truncated beyond ``most``."""
    lines: list[str] = []
    for start, end in stretches:
        for line in "".join(tree.texts[start:end]).split("\n"):
            text = " ".join(line.split())
            if text:
                if text[0].isdigit() and lines and _TIME.match(text) and _ENDS_IN_DAY.search(lines[-1]):
                    lines[-1] = f"{lines[-1]} {text}"  # the source broke the line between a day and its time
                    continue
                if len(lines) == most:
                    tree.truncated = True
                    return lines
                lines.append(text)
    return lines


def heading_line(lines: list[str], title: str, declared: str) -> int:
    """The index of the line that is the article's heading, -1 where none matches the title or the declared one."""
    wanted = {"".join(text.split()) for text in (title, _SUFFIX.sub("", title))}
    # A title that only names the site heads no article; it also stands under the text, as its signature.
    wanted = {text for text in wanted if len(text) >= 2 and not is_body_name(text)} | {"".join(declared.split())} - {""}
    best, longest = -1, 1
    for k, line in enumerate(lines[:HEADINGS] if wanted else ()):
        text = "".join(line.split())
        if not longest < len(text) <= 200:
            continue
        for want in wanted:
            shorter, longer = (text, want) if len(text) < len(want) else (want, text)
            grown = (
                len(shorter) >= 6
                and not is_body_name(shorter)
                and longer.startswith(shorter)
                and (longer is want or len(longer) < len(shorter) * 2)
            )
            if (shorter == longer or grown) and len(shorter) > longest:
                best, longest = k, len(shorter)
    return best if best >= 0 else _line_of_a_part(lines, title)


def line_above(lines: list[str], day: int, linked: Collection[str]) -> int:
    """The line above those that tell an article's day, source and hits: its heading, where the title names but the site. -1 for none.

    ``linked``: the texts of links, whose rows tell their days likewise.
    """
    k = day - 1
    while k >= 0 and day - k < _FACT_LINES and META.search(lines[k]) is not None and is_meta_line(lines[k]):
        k -= 1
    text = lines[k] if k >= 0 else ""
    fits = SHORTEST_TITLE <= len(text) <= LONGEST_TITLE and not _NO_HEADING.search(text) and not is_body_name(text)
    return k if fits and text not in linked else -1


def _line_of_a_part(lines: list[str], title: str) -> int:
    """The longest line that is a whole part of a title ("site - column - heading"), or begins as a title that was cut."""
    whole = _CUT.sub("", title)
    cut = len(whole) < len(title.rstrip()) and len(whole) >= SHORTEST_TITLE
    joined, edges = "", {0}
    for part in _PARTS.split(whole):
        edges.add(len(joined))
        joined += "".join(part.split())
        edges.add(len(joined))
    best, longest = -1, 3
    for k, line in enumerate(lines[:HEADINGS] if len(joined) > longest else ()):
        text = "".join(line.split())
        if cut and len(text) <= 200 and text.startswith(joined):
            return k
        at = joined.find(text) if longest < len(text) < len(joined) else -1
        if at >= 0 and at in edges and at + len(text) in edges and not is_body_name(text):
            best, longest = k, len(text)
    return best
