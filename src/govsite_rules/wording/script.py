"""Traditional characters: terms and lexicon spell the simplified ones, so texts are compared in these."""

from __future__ import annotations

import re
from functools import cache

from .._data import read_text
from .normalise import is_han

_REACH = 25
_FEWEST = 2
_SHARE = 8
"""About every third character of traditional prose has a form of its own; names bring single ones into simplified prose."""


@cache
def _table() -> tuple[re.Pattern[str], dict[int, str]]:
    """The characters that GB 2312 does not have, each with the simplified one in it, and a pattern for any of them."""
    lines = (line.split("\t") for line in read_text("wording/traditional.tsv").splitlines())
    forms = {ord(char): simple for simple, chars in lines for char in chars}
    return re.compile(f"[{''.join(map(chr, sorted(forms)))}]"), forms


def simplified(text: str) -> str:
    """``text`` with simplified characters for traditional ones, one for one, so that places stay the same.

    Characters that simplified writing uses as well (乾, 著) stay.
    """
    any_traditional, forms = _table()
    return text.translate(forms) if any_traditional.search(text) else text


def in_traditional(text: str, plain: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in a passage of traditional characters; ``plain`` is ``text`` simplified."""
    around = slice(max(0, start - _REACH), end + _REACH)
    traditional = sum(a != b for a, b in zip(text[around], plain[around], strict=False))
    return traditional >= _FEWEST and traditional * _SHARE >= sum(map(is_han, text[around]))
