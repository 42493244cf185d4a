"""Scanners for wording: text in, hits out. See ``scanner`` for how to build one."""

from __future__ import annotations

from .leaders import Leader, parse_leaders
from .lexicon import Entry, Lexicon, parse_lexicon, shipped_lexicon
from .scanner import DEFAULT, MOST_HITS, Scanner, scanner
from .segmenter import JiebaSegmenter, RjiebaSegmenter, Segmenter
from .terms import Term, parse_terms, shipped_terms

__all__ = [
    "DEFAULT",
    "MOST_HITS",
    "Entry",
    "JiebaSegmenter",
    "Leader",
    "Lexicon",
    "RjiebaSegmenter",
    "Scanner",
    "Segmenter",
    "Term",
    "parse_leaders",
    "parse_lexicon",
    "parse_terms",
    "scanner",
    "shipped_lexicon",
    "shipped_terms",
]
