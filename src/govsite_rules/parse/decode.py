"""Bytes to text the way browsers do, but surviving declarations that contradict the bytes."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from attrs import frozen

BAD = "\ufffd"

# Encodings as browsers know them: GB2312 and GBK are read as GB18030, Latin-1 as windows-1252.
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "gb18030": "gb18030",
    "gb2312": "gb18030",
    "gb_2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "ms936": "gb18030",
    "windows-936": "gb18030",
    "chinese": "gb18030",
    "csgb2312": "gb18030",
    "euc-cn": "gb18030",
    "x-euc-cn": "gb18030",
    "zh_cn": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cn-big5": "big5hkscs",
    "csbig5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "unicode": "utf-16-le",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso88591": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "windows-1251": "cp1251",
    "cp1251": "cp1251",
    "koi8-r": "koi8-r",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc-jp",
    "x-euc-jp": "euc-jp",
    "iso-2022-jp": "iso-2022-jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
}
_NAMES = {"big5hkscs": "big5", "hz": "hz-gb-2312", "cp932": "shift_jis", "cp949": "euc-kr"}
_NAMES |= {"utf-16-le": "utf-16le", "utf-16-be": "utf-16be", "cp1252": "windows-1252", "cp1251": "windows-1251"}

_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,600}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HEAD = 8192  # browsers prescan 1024 bytes but still obey a later <meta>, which real pages have behind long comments
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")
_SAMPLE = 8192
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_HIGH, _BIG5_LEAD, _NO_BIG5_TRAIL = bytes(range(0xA1, 0x100)), bytes(range(0xA1, 0xC7)), bytes(range(0x7F, 0xA1))


@frozen
class Decoded:
    """Text with the encoding it was read in, how that was told, and the number of U+FFFD characters in it.

    ``encoding`` is the browsers' name in lower case. ``source`` is ``str``, ``bom``, ``header``, ``meta`` or ``detected``;
    ``declared`` is what the header or page claims ('' for nothing). ``notes`` say where the claim was not followed.
    """

    text: str
    encoding: str
    source: str
    declared: str = ""
    replaced: int = 0
    notes: tuple[str, ...] = ()


def decode(body: bytes | bytearray | memoryview | str, content_type: str | None = None) -> Decoded:
    """Decode a body: BOM, then the HTTP header's charset, then ``<meta>`` or the XML declaration, then the bytes themselves.

    A declaration is only followed where the bytes allow it. Never raises on content; undecodable bytes become U+FFFD and
    are counted.
    """
    if isinstance(body, str):
        return Decoded(body.removeprefix("\ufeff"), "str", "str", replaced=_bad(body))
    body = bytes(body)
    if body.startswith(BOM_UTF8):
        return _done(body[3:], "utf-8", "bom", "")
    if body.startswith(BOM_UTF16_LE):
        return _done(body[2:], "utf-16-le", "bom", "")
    if body.startswith(BOM_UTF16_BE):
        return _done(body[2:], "utf-16-be", "bom", "")
    if body.startswith(b"\x84\x31\x95\x33"):
        return _done(body[4:], "gb18030", "bom", "")
    declared, source = _declared(body, content_type)
    codec = _CODECS.get(declared)
    if source == "meta" and codec in ("utf-16-le", "utf-16-be"):
        codec = "utf-8"  # a <meta> that could be read as ASCII was not UTF-16
    wide = _wide(body)
    if wide:
        return _done(body, wide, source if codec == wide else "detected", declared)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body, codec, source, declared)
    if codec == "utf-8" or (codec is None and not declared):
        return Decoded(text, "utf-8", source, declared, _bad(text))
    if text.isascii():
        if codec is None or codec in ("hz", "iso-2022-jp"):
            return _done(body, codec or "utf-8", source if codec else "detected", declared)
        return Decoded(text, _NAMES.get(codec, codec), source, declared)
    if codec not in (None, "utf-16-le", "utf-16-be") and not _THREE_BYTES.search(text):
        # Short GB text can be valid UTF-8 by chance, but then only as two-byte sequences.
        return _done(body, codec, source, declared)
    return Decoded(text, "utf-8", "detected", declared, _bad(text), (f"declared {declared}, is utf-8",))


def _bad(text: str) -> int:
    return text.count(BAD) if BAD in text else 0


def _declared(body: bytes, content_type: str | None) -> tuple[str, str]:
    if content_type:
        found = _HEADER.search(content_type)
        if found and found[1].lower() in _CODECS:
            return found[1].lower(), "header"
    head = body[:_HEAD]
    if b"charset" in head or b"CHARSET" in head or b"encoding" in head or b"harset" in head:
        claim = _XML.search(head) or _META.search(head)
        if claim and b"<!--" in head[: claim.end()]:
            head = _COMMENT.sub(b"", head)
            claim = _XML.search(head) or _META.search(head)
        if claim:
            return claim[1].decode("ascii", "replace").lower(), "meta"
    return "", "detected"


def _wide(body: bytes) -> str | None:
    """UTF-16 without a BOM: markup and digits leave NULs in every other byte."""
    head = body[:400]
    if b"\0" not in head or len(head) < 4:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 4 >= half and even * 10 <= odd:
        return "utf-16-le"
    if even * 4 >= half and odd * 10 <= even:
        return "utf-16-be"
    return None


def _not_utf8(body: bytes, codec: str | None, source: str, declared: str) -> Decoded:
    # Text cut in the middle of a character, by the page or by the crawl, is still UTF-8.
    sample = _sample(body).decode("utf-8", "replace")
    bad = _bad(sample)
    good = len(sample) - len(sample.encode("ascii", "ignore")) - bad
    if bad * 4 <= good:
        notes = () if codec in (None, "utf-8") else (f"declared {declared}, is utf-8",)
        return _done(body, "utf-8", source if codec == "utf-8" else "detected", declared, notes)
    followed = None
    if codec is not None and codec not in ("utf-8", "cp1252", "utf-16-le", "utf-16-be"):
        followed = _done(body, codec, source, declared)
        # Nearly all Big5 text is valid GB18030 and the reverse, so these two must convince by their bytes.
        if not followed.replaced and codec not in ("gb18030", "big5hkscs"):
            return followed
    guess = _guess(body, 20 if followed and not followed.replaced else 1)
    if followed and guess in (None, codec):
        return followed
    guess = guess or "cp1252"
    if guess == codec:
        return _done(body, guess, source, declared)
    notes = (f"declared {declared}, is {_NAMES.get(guess, guess)}",) if declared else ()
    guessed = _done(body, guess, "detected", declared, notes)
    return followed if followed and followed.replaced < guessed.replaced else guessed


def _sample(body: bytes) -> bytes:
    """A stretch that begins with the first bytes that are not ASCII."""
    found = _NOT_ASCII.search(body)
    start = found.start() if found else 0
    return body[start : start + _SAMPLE]


def _guess(body: bytes, least: int) -> str | None:
    """GB18030 or Big5 by where their double bytes lie; None where they are neither (Latin text, say) or fewer than ``least``."""
    pairs = _PAIR.findall(_sample(body))
    if len(pairs) < least:
        return None
    joined = b"".join(pairs)
    leads, trails = joined[0::2], joined[1::2]
    gb = len(pairs) - len(leads.translate(None, _HIGH)) - len(trails.translate(None, _HIGH))
    if gb * 10 >= len(pairs) * 8:
        return "gb18030"
    big5 = len(trails.translate(None, _NO_BIG5_TRAIL)) - len(leads.translate(None, _BIG5_LEAD))
    if big5 * 10 >= len(pairs) * 8 and body.decode("big5hkscs", "replace").count(BAD) * 20 <= len(pairs):
        return "big5hkscs"
    if gb * 2 >= len(pairs) and body.decode("gb18030", "replace").count(BAD) * 20 <= len(pairs):
        return "gb18030"
    return None


def _done(body: bytes, codec: str, source: str, declared: str, notes: tuple[str, ...] = ()) -> Decoded:
    text = body.decode(codec, "replace")
    return Decoded(text, _NAMES.get(codec, codec), source, declared, _bad(text), notes)
