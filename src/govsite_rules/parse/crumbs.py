"""The 当前位置 path of a page."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from ..values.page import Crumb
from .links import Anchor
from .regions import Regions
from .tree import Tree

_MARKER = re.compile(r"(?:[当當]前|所在|[现現]在|您|你|我).{0,6}位置|^\s{0,3}位置\s{0,3}[:：]")
_INLINE = frozenset(("span", "b", "strong", "i", "em", "font", "label", "img"))
_LEAD = re.compile(r".{0,20}?位置(?:是|在)?\s{0,3}[:：]?")
_ARROW = ">»›＞→➤➔▸▶►‣⟩❯〉》"
_ARROWS = re.compile(rf"[{_ARROW}/\\\\|｜]+|-{{1,2}}")
_ONLY_ARROWS = re.compile(rf"\s*[-—]{{0,2}}[{_ARROW}]{{1,3}}\s*")
_TRIM = f" {_ARROW}/\\\\|｜-–—:：\xa0\u3000·•"
_HOME = re.compile(r"(?:网站|本站|门户|政务|返回|中文)?(?:首|主)[页頁]|home", re.IGNORECASE)
_PLAIN = re.compile(rf"\s{{0,20}}(?:网站|本站)?首页\s{{0,9}}[{_ARROW}]{{1,2}}[^。，；]{{2,60}}")
_TOOLS = re.compile(r"[\[【(（]?\s{0,3}(?:字\s{0,3}[体号]|打\s{0,3}印|分享到|大\s{0,3}中\s{0,3}小)")  # that stand behind a path
_STEP = rf"[{_ARROW}]{{1,2}}\s{{0,40}}[^。，；页{_ARROW}]{{2,30}}"
_BEHIND = re.compile(rf"{_STEP}(?:{_STEP}){{0,3}}")
_LONGEST = 60
_SHORT, _MOST = 2, 10  # steps: of a path beside which a longer one is looked for, and of any
_SIZE = 120  # nodes of a path


def crumbs(tree: Tree, regions: Regions, found: list[Anchor]) -> tuple[Crumb, ...]:
    """The steps of the path, the page itself last where it is named; () where no path is shown."""
    at = [anchor.at for anchor in found]
    best: tuple[Crumb, ...] = ()
    for start, end, role in regions.spans:
        if role == "crumb" and end - start <= _SIZE:
            steps = _steps(tree, start, end, found, at)
            if len(steps) > len(best):
                best = steps
    if len(best) > _SHORT:
        return best
    for i in tree.words:
        text = tree.texts[i]
        if "位置" in text and len(text) <= _LONGEST and _MARKER.search(text):
            up = tree.parents[i]
            if tree.tags[up] in _INLINE:
                up = tree.parents[up]
            for _ in range(2):
                # The label may stand in an element of its own beside the steps.
                above = tree.parents[up]
                if above < 0 or _holds_link(tree, up, at) or tree.ends[above] - above > _SIZE or _LEAD.sub("", tree.text(up)).strip(_TRIM):
                    break
                up = above
            steps = _steps(tree, up, tree.ends[up], found, at)
            if len(best) < len(steps) <= _MOST:
                best = steps
                if len(best) > _SHORT:
                    break
    return best or _in_spans(tree, found, at) or _arrows_from_home(tree, found, at)


def is_path(line: str) -> bool:
    """Whether a line of text is the path, whatever element it stands in."""
    return "位置" in line and len(line) <= _LONGEST and _MARKER.search(line) is not None


def _in_spans(tree: Tree, found: list[Anchor], at: list[int]) -> tuple[Crumb, ...]:
    """A path in an inline element that is named so."""
    for i in tree.of.get("span", ()):
        if (
            "breadcrumb" in tree.get(i, "class")
            and tree.ends[i] - i <= _SIZE
            and len(steps := _steps(tree, i, tree.ends[i], found, at)) > 1
        ):
            return steps
    return ()


def _holds_link(tree: Tree, i: int, at: list[int]) -> bool:
    return bisect_left(at, tree.ends[i]) > bisect_left(at, i)


def _steps(tree: Tree, start: int, end: int, found: list[Anchor], at: list[int]) -> tuple[Crumb, ...]:
    anchors = [anchor for anchor in found[bisect_left(at, start) : bisect_left(at, end)] if anchor.text]
    steps: list[Crumb] = []
    for place, anchor in enumerate(anchors):
        if place:
            # A step without a link stands between two arrows.
            between = _ARROWS.split("".join(tree.texts[anchors[place - 1].end : anchor.at]))
            steps += [Crumb(name) for part in between[1:-1] if 0 < len(name := part.strip(_TRIM)) <= _LONGEST]
        steps.append(Crumb(anchor.text.strip(_TRIM) or anchor.text, anchor.url))
    last = anchors[-1].end if anchors else start
    rest = " ".join("".join(tree.texts[last:end]).split()) if anchors else _LEAD.sub("", tree.text(start))
    # Between two links stands what parts the steps: a title may hold dashes and bars of its own.
    parted = "".join(tree.texts[anchors[-2].end : anchors[-1].at]).strip() if len(anchors) > 1 else ""
    names = _ARROWS.split(rest) if len(anchors) < 2 else rest.split(parted) if parted and not parted.strip(_ARROW) else [rest]
    if len(anchors) < 2 and len(names) == 1:
        names = _items(tree, last, end)
    for part in names:
        name = _TOOLS.split(part)[0].strip(_TRIM)
        if 0 < len(name) <= _LONGEST:
            steps.append(Crumb(name))
    return tuple(steps)


def _items(tree: Tree, start: int, end: int) -> list[str]:
    """The words of a path's part without links and signs: each element holds a step."""
    words = tree.words
    texts = [tree.texts[i] for i in words[bisect_left(words, start) : bisect_left(words, end)]]
    return [_LEAD.sub("", text) for text in texts]


def _arrows_from_home(tree: Tree, found: list[Anchor], at: list[int]) -> tuple[Crumb, ...]:
    """A path without a label: arrows lead from the homepage to the next step, with links or as words alone."""
    for home, following in pairwise(found):
        if following.at - home.end > 6 or not _HOME.fullmatch(home.text):
            continue
        if _ONLY_ARROWS.fullmatch("".join(tree.texts[home.end : following.at])):
            up = home.at
            while up >= 0 and tree.ends[up] <= following.at:
                up = tree.parents[up]
            if up >= 0 and tree.ends[up] - up <= _SIZE:
                steps = _steps(tree, up, tree.ends[up], found, at)
                return steps if len(steps) <= _MOST else ()
    for home in found:
        # Behind the homepage stand words alone.
        if "页" in home.text and home.region != "pager" and _HOME.fullmatch(home.text):
            up = tree.parents[home.at]
            rest = "".join(tree.texts[home.end : tree.ends[up]]).strip() if up >= 0 and tree.ends[up] - up <= _SIZE else ""
            if _BEHIND.fullmatch(rest) and tree.text(up).startswith(home.text):
                return _steps(tree, up, tree.ends[up], found, at)
    for i in tree.words:
        text = tree.texts[i]
        if "页" in text and len(text) <= _LONGEST and _PLAIN.fullmatch(text):
            return tuple(Crumb(name) for part in _ARROWS.split(text) if (name := part.strip().strip(_TRIM)))
    return ()
