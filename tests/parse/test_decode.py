"""Bytes to text: the order browsers use, and declarations that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.parse.decode import decode

DATA = Path(__file__).parents[2].parent / "shared" / "data"
CHINESE = "柘城县人民政府关于印发重点工作实施方案的通知：各乡镇人民政府，县直有关部门，请认真贯彻执行。"
TAIWAN = "臺灣地區與大陸地區人民關係條例，經過國務院批准，請認真貫徹執行有關規定。"


def page(charset: str, text: str = CHINESE) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{text}</title></head></html>'


@pytest.mark.parametrize(
    ("body", "content_type", "encoding", "source"),
    [
        (page("utf-8").encode(), None, "utf-8", "meta"),
        (page("gb2312").encode("gb18030"), None, "gb18030", "meta"),
        (page("GBK").encode("gb18030"), "text/html; charset=GBK", "gb18030", "header"),
        (page("utf-8").encode("gb18030"), "text/html; charset=gb2312", "gb18030", "header"),
        (b"\xef\xbb\xbf" + page("gb2312").encode(), "text/html; charset=gbk", "utf-8", "bom"),
        (page("gb2312").encode("utf-16"), "text/html; charset=gbk", "utf-16le", "bom"),
        (b"\xfe\xff" + page("gb2312").encode("utf-16-be"), None, "utf-16be", "bom"),
        (page("x").encode("utf-16-le"), None, "utf-16le", "detected"),
        (page("utf-16").encode(), None, "utf-8", "meta"),
        (CHINESE.encode(), None, "utf-8", "detected"),
        (CHINESE.encode("gb18030"), None, "gb18030", "detected"),
        (page("big5", TAIWAN).encode("big5hkscs"), None, "big5", "meta"),
        (TAIWAN.encode("big5hkscs"), None, "big5", "detected"),
        (b'<?xml version="1.0" encoding="gb2312"?><t>' + CHINESE.encode("gb18030") + b"</t>", None, "gb18030", "meta"),
        (b"<html>plain</html>", None, "utf-8", "detected"),
        (page("gb2312", "plain").encode(), None, "gb18030", "meta"),
        (page("iso-8859-1", "déjà vu à la mairie, présenté le").encode("cp1252"), None, "windows-1252", "meta"),
        (page("windows-1251", "Правительство уезда").encode("cp1251"), None, "windows-1251", "meta"),
        (page("shift_jis", "柘城県人民政府のお知らせ").encode("cp932"), None, "shift_jis", "meta"),
        (b"", None, "utf-8", "detected"),
    ],
)
def test_order_of_declarations(body: bytes, content_type: str | None, encoding: str, source: str) -> None:
    """BOM before header before meta before the bytes; GB names are read as GB18030; a true declaration is followed."""
    decoded = decode(body, content_type)

    assert (encoding, source, 0, ()) == (decoded.encoding, decoded.source, decoded.replaced, decoded.notes)


@pytest.mark.parametrize(
    ("body", "content_type", "encoding"),
    [
        (page("utf-8").encode("gb18030"), None, "gb18030"),
        (page("utf-8").encode("gb18030"), "text/html; charset=utf-8", "gb18030"),
        (page("gb2312").encode(), None, "utf-8"),
        (page("gbk").encode(), "text/html;charset=gbk", "utf-8"),
        (page("iso-8859-1").encode("gb18030"), "text/html; charset=ISO-8859-1", "gb18030"),
        (page("iso-8859-1").encode(), "text/html; charset=ISO-8859-1", "utf-8"),
        (page("big5").encode("gb18030"), None, "gb18030"),
        (page("utf-8", TAIWAN).encode("big5hkscs"), None, "big5"),
    ],
)
def test_wrong_declarations_are_survived(body: bytes, content_type: str | None, encoding: str) -> None:
    """Text declared as what it is not is still read, and a note says so."""
    decoded = decode(body, content_type)

    assert (encoding, "detected", 0) == (decoded.encoding, decoded.source, decoded.replaced)
    assert len(decoded.notes) == 1
    assert (CHINESE if "x" not in decoded.encoding and encoding != "big5" else TAIWAN) in decoded.text


@pytest.mark.parametrize(
    ("name", "expected"), [("no-such-code", "utf-8"), ("rot13", "utf-8"), ("base64", "utf-8"), ("", "utf-8"), ("null", "utf-8")]
)
def test_unknown_charset_names_are_ignored(name: str, expected: str) -> None:
    """A charset that is none leaves the decision to the bytes."""

    assert expected == decode(page(name).encode(), f"text/html; charset={name}").encoding


def test_a_declaration_in_a_comment_does_not_count() -> None:
    """A commented-out meta is not the page's declaration."""
    body = b'<html><!-- <meta charset="utf-8"> --><meta charset="gbk">' + CHINESE.encode("gb18030")

    assert (decode(body).declared, decode(body).source) == ("gbk", "meta")


def test_short_gb_text_that_is_valid_utf8_stays_gb() -> None:
    """Two GB bytes can form a valid two-byte UTF-8 sequence; the declaration decides then."""
    body = page("gb2312", "一").encode("gb18030")

    assert body.decode("utf-8")
    assert (decode(body).encoding, "<title>一</title>" in decode(body).text) == ("gb18030", True)


def test_few_characters_do_not_overrule_a_declaration() -> None:
    """Rare characters of GBK lie where Big5 has its common ones; a few of them are no reason to doubt the page."""
    body = page("gbk", "狪猠").encode("gb18030")

    assert ("gb18030", "meta", ()) == (decode(body).encoding, decode(body).source, decode(body).notes)


@pytest.mark.parametrize(("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1)])
def test_a_character_cut_at_the_end_is_counted(encoding: str, cut: int) -> None:
    """A body that ends inside a character loses only that character."""
    body = page(encoding).encode(encoding).removesuffix(b"</title></head></html>")[:-cut]
    decoded = decode(body)

    assert (encoding, 1) == (decoded.encoding, decoded.replaced)
    assert CHINESE[:-1] in decoded.text


def test_damage_inside_utf8_is_counted() -> None:
    """Characters that a content system cut in half are replaced one by one; the rest is still read as UTF-8."""
    half = "政".encode()[:2]
    decoded = decode(page("gb2312", CHINESE + "|").encode().replace(b"|", half + b"..." + half))

    assert (decoded.encoding, decoded.replaced, CHINESE in decoded.text) == ("utf-8", 2, True)


def test_replacement_characters_already_in_the_text_are_counted() -> None:
    """U+FFFD that was stored into the page counts like one made here: a visitor sees no difference."""

    assert decode("政\ufffd府\ufffd".encode()).replaced == 2
    assert decode("政\ufffd").replaced == 1


def test_text_is_taken_as_it_is() -> None:
    """A str body needs no decoding; only a leading BOM goes."""
    decoded = decode("\ufeff" + page("gb2312"), "text/html; charset=gbk")

    assert (page("gb2312"), "str") == (decoded.text, decoded.source)


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=utf-8", "charset=big5", "charset=hz-gb-2312"]),
)
def test_any_bytes_decode(body: bytes, content_type: str | None) -> None:
    """Garbage never raises and its replacement characters are counted."""
    decoded = decode(body, content_type)

    assert decoded.text.count("\ufffd") == decoded.replaced


@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=12, max_size=80),
    st.sampled_from(["utf-8", "gb18030"]),
    st.sampled_from(["utf-8", "gb2312"]),
)
def test_declared_text_comes_back(text: str, encoding: str, declared: str) -> None:
    """Chinese text in UTF-8 comes back whatever is declared; GB text where it is declared."""
    expected = page(declared, text)
    decoded = decode(expected.encode(encoding))

    assert encoding != "utf-8" or (expected, "utf-8") == (decoded.text, decoded.encoding)
    assert (encoding, declared) != ("gb18030", "gb2312") or expected == decoded.text


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared real material is not beside the repository")
def test_real_gb_files_decode_without_loss() -> None:
    """Every feed and page in a GB encoding, declared or not, is read as GB18030 without a replacement character."""
    files = sorted((DATA / "encodings" / "gb2312").iterdir())
    decoded = [decode(file.read_bytes()) for file in files]

    assert len(files) == 20
    assert {("gb18030", 0)} == {(one.encoding, one.replaced) for one in decoded}


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared real material is not beside the repository")
def test_real_gb_files_decode_under_wrong_headers() -> None:
    """The same files come out the same under headers that are wrong."""
    for file in sorted((DATA / "encodings" / "gb2312").iterdir()):
        body = file.read_bytes()
        texts = {
            decode(body, header).text
            for header in (None, "text/xml; charset=utf-8", "text/xml; charset=iso-8859-1", "text/xml; charset=big5")
        }

        assert len(texts) == 1, file.name


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared real material is not beside the repository")
def test_real_pages_decode_and_survive_recoding() -> None:
    """Every page of the county site is read without loss, and again after being recoded to GB18030 under its old declaration."""
    for file in sorted((DATA / "pages").rglob("*.html")):
        decoded = decode(file.read_bytes())
        recoded = decode(decoded.text.encode("gb18030"))

        assert (decoded.encoding, decoded.replaced) == ("utf-8", 0)
        assert recoded.text == decoded.text, file.name
