"""Labels as elements: what looks like a known label is one, several in a row are a menu, and an empty place may be a script's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from .tree import Tree

NEXT = "\ufffd"  # stands before a label that is not known: a value ends there
NO_VALUE = "\ufffe"  # stands for an empty place of a value
DRAWN = "\ufdd0"  # stands for a place that a script fills
NAMED = "\ufdd1"  # stands for what a tab opens: it is somewhere
END = re.compile(f"[{NEXT}{NO_VALUE}{DRAWN}]")

_LONGEST = 20  # characters of a label
_MOST = 5_000  # texts among which labels are looked for: no guide has as many
_ALIKE = 2  # known labels that make a look the look of labels
_MENU = 3
_HEADS_OF = {"材料名称": "申请材料"}  # what a column of a table without rows would have told
_COLUMNS_OF = {"地址": "办理地址", "地点": "办理地点", "电话": "联系电话", "时间": "办公时间"}  # what they mean beside others in a head
_OF_STEPS = re.compile("(?:环节|步骤|材料|资料)(?:名称)?")
ELSEWHERE = re.compile("投诉|监督|举报|救济|复议|诉讼")  # what stands under such a label is of another office
_HEAD_NODES = 8  # of a row that is no more than a head
_WIDEST = 400  # nodes of a row of labels and values, and of a table that has no more than its head
_ICONS = frozenset(("i", "em", "b", "s", "svg", "use"))
_PLACES = frozenset(("td", "th", "dd", "div", "span", "p", "ul", "ol", "tbody", "label", "em", "pre", "i", "font", "b"))
_BLOCKS = _PLACES & frozenset(("td", "th", "dd", "div", "p", "ul", "ol", "tbody"))
_HEADS = frozenset(("dt", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "label"))
_CELLS = frozenset(("td", "th", "dd"))
_ITEMS = frozenset(("li", "a", "span", "div", "button", "td"))
_LEFT_ALONE = frozenset(("table", "tbody", "tr", "ul", "ol", "dl", "body", "form"))
SHOWN = frozenset(("a", "canvas", "embed", "iframe", "img", "input", "object", "script", "select", "svg", "textarea", "video"))
_LOOKED_AT = ("class", "style", "bgcolor", "align", "width")
_ORDINALS = tuple(map(re.compile, (r"[一二三四五六七八九十]{1,3}\s?[、.．]", r"[（(][一二三四五六七八九十]{1,3}[)）]", r"[（(]?\d")))
_SENTENCE = re.compile(r"[。；;，,！!？?《]")
_TEMPLATE = re.compile(r"\{\{[^{}]{0,200}\}\}|\$\{[\w.]{1,80}\}")
_LOADING = re.compile(
    r"(?:正在|数据|内容|页面|努力|拼命|玩命){0,2}(?:加载|载入)(?:中|数据中?)?[.。…·\s]{0,12}|loading[.。…·\s]{0,12}", re.IGNORECASE
)
_TOGGLES = frozenset(("展开", "收起", "展开全部", "点击展开", "[展开]", "[收起]", "展开/收起", "展开收起"))
_TYPED = frozenset(("", "text", "tel", "number", "email", "date", "search"))
_MOST_PIECES = 6
_ROW = 3  # elements from a label to the row that holds it and its value
_BINDINGS = ("ng-bind", "ng-bind-html", "v-html", "v-text", "data-bind", "th:text", ":text")

Look = tuple[object, ...]
_Label = tuple[int, int, str, Look, bool]  # place among the words, element, text, look, known


def marks(tree: Tree, known: Callable[[str], bool]) -> dict[int, str]:
    """Texts to read in the place of nodes' own: marks before unknown labels and in empty places, nothing for the items of menus."""
    marked, whole = _read_otherwise(tree, known)
    words = [i for i in tree.words if marked.get(i) not in ("", " ", NEXT)]
    found = _labels(tree, known, words, whole)
    empty: list[int] = []
    menus, run = [], found[:1]
    skipped: set[int] = set()
    for one, after in pairwise(found):
        between = after[0] == one[0] + 1
        places = list(_between(tree, tree.ends[one[1]], after[1])) if between else []
        if -1 not in places:
            # Beside an unknown label an empty span may be no more than an arrow.
            empty += [i for i in places if after[4] or tree.tags[i] in _CELLS or _has_handle(tree, i)]
        if between and one[4] and not after[4] and one[3] == after[3] and one[3][-2] != -1:
            skipped.add(after[1])  # 二、 after 一、: no heading within the first
        if not between or places or tree.parents[one[1]] != tree.parents[after[1]]:
            menus.append(run)
            run = []
        run.append(after)
    menus.append(run)
    if found and tree.tags[found[-1][1]] not in ("td", "th"):
        last = found[-1][1]
        end = tree.ends[tree.parents[last]]
        places = list(_between(tree, tree.ends[last], end)) if not tree.text(tree.parents[last])[len(found[-1][2]) :] else []
        if -1 not in places:
            empty += [i for i in places if tree.tags[i] in _CELLS or _has_handle(tree, i)]
    end = _end_of_values(tree, found)
    bare = list(_bare_tables(tree))
    drawn = _scripts_fill(tree, found, words, sum(_has_handle(tree, i) for i in empty) + len(bare))
    for table in bare:
        mark = DRAWN if drawn else NO_VALUE
        marked[table] = f" {mark} "
        for word in tree.words[bisect_left(tree.words, table) : bisect_left(tree.words, tree.ends[table])]:
            text = tree.texts[word].strip()
            text = _HEADS_OF.get(text, text)
            marked[word] = f" {text} {mark} " if known(text) else " "
    if end >= 0:
        marked[end] = f" {NO_VALUE} {marked.get(end, tree.texts[end])}"
    for i in empty:
        marked[i] = f" {DRAWN if drawn and _has_handle(tree, i) else NO_VALUE} "
    for i, text in _columns(tree, known):
        marked[i] = text
    for i in _group_names(tree, known):
        marked[i] = f"{NO_VALUE}{tree.texts[i]}"
    for at, i, text, _, is_known in found:
        if not is_known:
            word = words[at]
            marked[word] = f" {NO_VALUE if i in skipped else NEXT} {marked.get(word, tree.texts[word])}"
        elif " " in text or words[at] in whole:
            marked[words[at]] = f"{text.replace(' ', '')} "  # 办 理 条 件
    for run in menus:
        are_items = all(tree.tags[i] in _ITEMS and text[-1] not in ":：" for _, i, text, *_ in run)
        if are_items and sum(is_known for *_, is_known in run) >= _MENU:
            for at, i, *_ in run:
                marked[i] = f"{tree.texts[i]}{NEXT} "
                marked[words[at]] = " "
    return marked


def _read_otherwise(tree: Tree, known: Callable[[str], bool]) -> tuple[dict[int, str], dict[int, tuple[str, int]]]:
    """Texts to read in the place of words that are no text of their own; and those of them that are whole labels, with their elements."""
    marked: dict[int, str] = {}
    whole: dict[int, tuple[str, int]] = {}
    words = tree.words[:_MOST]
    for cell in tree.named("td", "th", "dt"):
        at = bisect_left(words, cell)
        inner = words[at : at + _MOST_PIECES + 1]
        inner = inner[: bisect_left(inner, tree.ends[cell])]
        if not 1 < len(inner) <= _MOST_PIECES or any(tree.texts[i].lstrip()[0] in "(（" for i in inner):
            continue
        text = "".join("".join(tree.texts[i].split()) for i in inner)
        if len(text) <= _LONGEST and known(text):
            marked |= dict.fromkeys(inner, " ") | {inner[0]: f"{text} "}
            whole[inner[0]] = (text, cell)
    run = -1
    for k, i in enumerate(words):
        text = tree.texts[i].strip()
        before, last = words[k - 1] if k else -1, run
        run = i
        if i in marked:
            continue
        if "{{" in text or "${" in text:
            marked[i] = _TEMPLATE.sub(DRAWN, tree.texts[i])
        elif "载" in text or "oading" in text:
            if _LOADING.fullmatch(text):
                marked[i] = DRAWN
        elif text in _TOGGLES:
            marked[i] = " "
        elif k and _goes_on(tree, before, i) and _is_open(so_far := marked.get(last, tree.texts[last]).strip(), text, known):
            run = last
            marked[i] = ""
            marked[run] = f"{so_far}{text}"
            whole[run] = (marked[run], tree.parents[run])
        elif _is_typed(tree, i, words[k + 1] if k + 1 < len(words) else len(tree.tags)) and known(text):
            marked[i] = NEXT
    return marked, whole


def _is_open(so_far: str, text: str, known: Callable[[str], bool]) -> bool:
    """Whether what was read so far is no whole label: 收费 is one, and so is 收费依据."""
    return so_far[-1:] not in ":：" and (not known(so_far) or known(so_far + text))


def _goes_on(tree: Tree, before: int, i: int) -> bool:
    """Whether a text continues the one before it: word processors cut one run of text into spans of one style."""
    a, b = tree.parents[before], tree.parents[i]
    style = tree.get(b, "style")
    return bool(style) and tree.ends[a] == b and tree.tags[a] == tree.tags[b] == "span" and tree.get(a, "style") == style


def _is_typed(tree: Tree, word: int, after: int) -> bool:
    """Whether visitors type in what stands behind a label, in the row that holds it."""
    row = word
    for _ in range(_ROW):
        row = max(tree.parents[row], 0)
    for i in range(word + 1, min(after, tree.ends[row], word + _WIDEST)):
        tag, attrs = tree.tags[i], tree.attrs[i]
        if tag in ("input", "select"):
            fixed = "readonly" in attrs or "disabled" in attrs or attrs.get("value")
            return not fixed and (tag == "select" or (attrs.get("type") or "").lower() in _TYPED)
    return False


def has_handle(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch has what a script takes hold of to fill it."""
    return any(attrs and (attrs.get("id") or any(map(_is_handle, attrs))) for attrs in tree.attrs[start:end])


def _is_handle(name: str) -> bool:
    # Vue marks every element of a component with a data-v- of its own.
    return name in _BINDINGS or (name.startswith("data-") and not name.startswith("data-v-"))


def _has_handle(tree: Tree, i: int) -> bool:
    return has_handle(tree, i, tree.ends[i])


def _labels(tree: Tree, known: Callable[[str], bool], words: list[int], whole: dict[int, tuple[str, int]]) -> list[_Label]:
    """Elements that are known labels or look like them, in document order."""
    short: list[_Label] = []
    looks: Counter[Look] = Counter()
    for at, word in enumerate(words[:_MOST]):
        told, element = whole.get(word) or (tree.texts[word], -1)
        text = " ".join(told.split())
        if not 2 <= len(text) <= _LONGEST or _SENTENCE.search(text):
            continue
        after = words[at + 1] if at + 1 < len(words) else len(tree.tags)
        i = element if element >= 0 else _outermost(tree, word, words[at - 1] if at else -1, after)
        look = _look(tree, i, word, text)
        is_known = known(text)
        if look or is_known:
            looks[look] += is_known
            short.append((at, i, text, look, is_known))
    return [one for one in short if one[4] or looks[one[3]] >= _ALIKE]


def _outermost(tree: Tree, word: int, before: int, after: int) -> int:
    """The largest element that shows this text alone and has room for nothing else."""
    i = tree.parents[word]
    while True:
        up = tree.parents[i]
        if up <= before or tree.ends[up] > after or tree.tags[up] in _LEFT_ALONE:
            return i
        if any(child != i and tree.tags[child] and tree.tags[child] not in _ICONS for child in tree.children(up)):
            return i
        i = up


def _look(tree: Tree, i: int, word: int, text: str) -> Look:
    """What labels of one page have in common: the element, its attributes, how it is numbered; () where that tells nothing."""
    tag, parent = tree.tags[i], tree.parents[i]
    attrs = tuple(tree.get(i, name) for name in _LOOKED_AT)
    inner, node = [], tree.parents[word]
    while node > i:
        inner.append(tree.tags[node])
        node = tree.parents[node]
    numbered = next((k for k, ordinal in enumerate(_ORDINALS) if ordinal.match(text)), -1)
    colon = text[-1] in ":："
    if tag in ("td", "th"):
        if tree.ends[parent] - parent > _WIDEST:
            return ()
        cells = [cell for cell in tree.children(parent) if tree.tags[cell] in ("td", "th")]
        if len(cells) < 2:
            return ("row", tag, attrs, *inner, numbered, colon) if any(attrs) or inner else ()
        if (len(cells) - cells.index(i)) % 2:
            return ()  # the last cell of a row is a value
        return (tag, attrs, _table(tree, i), *inner, numbered, colon)
    plain = not inner and not any(attrs) and numbered < 0 and not colon
    if plain and tag not in _HEADS and not (tag == "span" and _is_first_of_two(tree, i)):
        return ()
    return (tag, attrs, tree.tags[parent], tree.get(parent, "class"), *inner, numbered, colon)


def _is_first_of_two(tree: Tree, i: int) -> bool:
    parent, second = tree.parents[i], tree.ends[i]
    return i == parent + 1 and second < tree.ends[parent] == tree.ends[second] and tree.tags[second] != ""


def _table(tree: Tree, i: int) -> int:
    while i >= 0 and tree.tags[i] != "table":
        i = tree.parents[i]
    return i


def _between(tree: Tree, start: int, end: int) -> Iterator[int]:
    """The places without text between two labels; -1 for what shows something that is no text."""
    i = start
    while i < end:
        if tree.tags[i] in SHOWN:
            yield -1
        elif tree.ends[i] <= end and tree.tags[i] in _PLACES:
            yield i if SHOWN.isdisjoint(tree.tags[i : tree.ends[i]]) else -1
            i = tree.ends[i]
            continue
        i += 1


def _columns(tree: Tree, known: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Texts of the first row under a head of labels, each behind its own: 办理地点 | 办理时间 | 联系电话."""
    every = tree.of.get("tr", [])
    for table in tree.of.get("table", ()):
        if tree.ends[table] - table > _WIDEST:
            continue
        at = bisect_left(every, table)
        rows = [i for i in every[at : at + 2] if i < tree.ends[table]]
        if len(rows) < 2:
            continue
        heads, values = ([i for i in tree.children(row) if tree.tags[i] in ("td", "th")] for row in rows)
        names = [_COLUMNS_OF.get(text := tree.text(i), text) for i in heads]
        labels = [known(name) for name in names]
        above = tree.words[bisect_left(tree.words, table) - 1 : bisect_left(tree.words, rows[0] + 1)]
        if any(map(_OF_STEPS.fullmatch, names[:2])) or any(map(ELSEWHERE.search, (*names, *(tree.texts[i] for i in above)))):
            continue
        if not 2 < len(heads) == len(values) or not any(a and b for a, b in pairwise(labels)) or any(known(tree.text(i)) for i in values):
            continue
        for head, value, name, label in zip(heads, values, names, labels, strict=True):
            inner = [i for i in range(head, tree.ends[head]) if not tree.tags[i]]
            yield from ((i, " ") for i in inner)
            first = next((i for i in range(value, tree.ends[value]) if not tree.tags[i] and tree.texts[i].strip()), -1)
            if first >= 0:
                yield first, f"{name}： {tree.texts[first]}" if label else f"{NEXT}{tree.texts[first]}"
            elif label and inner:
                yield inner[0], f" {name}： {NO_VALUE} "


def _group_names(tree: Tree, known: Callable[[str], bool]) -> Iterator[int]:
    """Cells that name rows, beside them or as a head between rows of label and value: no part of the value above."""
    rows = tree.of.get("tr", [])
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        if tree.ends[row] - row < _HEAD_NODES and tree.parents[before] == tree.parents[row] == tree.parents[after]:
            cells = [i for i in tree.children(row) if tree.tags[i]]
            if len(cells) == 1 and tree.tags[cells[0]] == "th" and _has_label(tree, before, known) and _has_label(tree, after, known):
                yield cells[0]
    for cell in tree.named("td", "th"):
        row = tree.parents[cell]
        if tree.get(cell, "rowspan") not in ("", "1") and next(i for i in range(row + 1, cell + 1) if tree.tags[i]) == cell:
            text = tree.text(cell)
            if 2 <= len(text) <= _LONGEST and not _SENTENCE.search(text) and not known(text):
                yield cell


def _has_label(tree: Tree, row: int, known: Callable[[str], bool]) -> bool:
    """Whether a row begins with a label and goes on."""
    cells = [i for i in tree.children(row) if tree.tags[i]]
    return len(cells) > 1 and known(tree.text(cells[0]))


def _bare_tables(tree: Tree) -> Iterator[int]:
    """What is empty under the head of a table that has no other row."""
    for table in tree.of.get("table", ()):
        within = range(table, min(tree.ends[table], table + _WIDEST))
        if tree.tags[within.start : within.stop].count("tr") != 1:
            continue
        if any(tree.tags[i] == "tbody" and tree.get(i, "id") and not tree.text(i) for i in within):
            yield table


def _end_of_values(tree: Tree, found: list[_Label]) -> int:
    """The node after what holds the last two labels, -1 for none: what stands there (相关事项, 收藏) is no part of the last value."""
    labels = [i for _, i, *_, is_known in found if is_known]
    if len(labels) < 2:
        return -1
    last, before = labels[-1], labels[-2]
    holder = tree.parents[last]
    while holder >= 0 and (holder > before or tree.tags[holder] in ("tr", "tbody", "thead")):
        holder = tree.parents[holder]
    if holder < 0:
        return -1
    has_text = any(text.strip() for text in tree.texts[tree.ends[last] : tree.ends[holder]])
    if not has_text and not any(i >= 0 and tree.tags[i] in _BLOCKS for i in _between(tree, tree.ends[last], tree.ends[holder])):
        return -1
    return tree.ends[holder] if tree.ends[holder] < len(tree.tags) else -1


def _scripts_fill(tree: Tree, found: list[_Label], words: list[int], empty: int) -> bool:
    """Whether more places with a handle are empty than filled: servers fill their controls, what is left a script is to fill."""
    if not tree.of.get("script"):
        return False
    filled = 0
    for one, after in pairwise(found):
        start = tree.ends[one[1]]
        if one[4] and after[0] == one[0] + 2:
            value = tree.parents[words[one[0] + 1]]
            while start <= value and tree.ends[value] <= after[1] and not has_handle(tree, value, value + 1):
                value = tree.parents[value]
            filled += start <= value and tree.ends[value] <= after[1]
    return filled == 0 or filled < empty
