"""Addresses of links and the one spelling that identifies a page."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.parse.urls import Joiner, canonical, host_of, is_attachment, is_government, same_site

BASE = "http://www.example.gov.cn/zwgk/tzgg/index_2.html?x=1"


@pytest.mark.parametrize(
    "href, expected",
    [
        ("./t20250613_1.html", "http://www.example.gov.cn/zwgk/tzgg/t20250613_1.html"),
        ("t20250613_1.html", "http://www.example.gov.cn/zwgk/tzgg/t20250613_1.html"),
        ("../zcwj/", "http://www.example.gov.cn/zwgk/zcwj/"),
        ("../../xw/./1.html", "http://www.example.gov.cn/xw/1.html"),
        ("../../../../1.html", "http://www.example.gov.cn/1.html"),
        ("/xw/../1.html", "http://www.example.gov.cn/1.html"),
        ("//m.example.gov.cn/1", "http://m.example.gov.cn/1"),
        ("?page=3", "http://www.example.gov.cn/zwgk/tzgg/index_2.html?page=3"),
        ("https://a.gov.cn/x#top", "https://a.gov.cn/x"),
        (" \n/xw/1.html\t", "http://www.example.gov.cn/xw/1.html"),
        ("\\xw\\1.html", "http://www.example.gov.cn/xw/1.html"),
        ("http:/xw/1.html", "http://www.example.gov.cn/xw/1.html"),
        ("a b.pdf", "http://www.example.gov.cn/zwgk/tzgg/a%20b.pdf"),
        ("..", "http://www.example.gov.cn/zwgk/"),
        ("", ""),
        ("#", ""),
        ("javascript:void(0)", ""),
        ("JavaScript:;", ""),
        ("mailto:a@example.com", ""),
        ("tel:12345", ""),
        ("data:text/plain,x", ""),
    ],
)
def test_join(href, expected):
    """Links are resolved as browsers do; what leads nowhere gives ''."""
    assert expected == Joiner(BASE)[href]


def test_base_element():
    """A base element moves relative links."""
    assert "http://www.example.gov.cn/a/1.html" == Joiner(BASE, "/a/")["1.html"]


@given(st.lists(st.sampled_from(["a", "b.html", "..", ".", "c1"]), min_size=1, max_size=6), st.booleans())
def test_join_agrees_with_urllib(parts, rooted):
    """Paths resolve as in RFC 3986."""
    href = ("/" if rooted else "") + "/".join(parts)

    assert urljoin(BASE, href) == Joiner(BASE)[href]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.gov.cn/zwgk/",
        "https://www.example.gov.cn/zwgk/index.html",
        "http://WWW.example.gov.cn:80/zwgk",
        "https://www.example.gov.cn:443/zwgk/index.shtml#top",
        "http://www.example.gov.cn/zwgk/default.aspx?jsessionid=1",
        "http://www.example.gov.cn/zwgk/;jsessionid=ABC123",
        "//www.example.gov.cn/zwgk/?_=123",
    ],
)
def test_canonical(url):
    """Scheme, default port, index file, session parts and fragment do not make another page."""
    assert "www.example.gov.cn/zwgk" == canonical(url)


@pytest.mark.parametrize(
    "one, other",
    [
        ("http://a.gov.cn/x/?id=1", "http://a.gov.cn/x/?id=2"),
        ("http://a.gov.cn:8080/x", "http://a.gov.cn/x"),
        ("http://a.gov.cn/x/index_1.html", "http://a.gov.cn/x/"),
        ("http://a.gov.cn/X", "http://a.gov.cn/x"),
    ],
)
def test_canonical_keeps_apart(one, other):
    """Queries, other ports, later pages and the case of paths make other pages."""
    assert canonical(one) != canonical(other)


@given(st.text(max_size=60))
def test_canonical_is_idempotent(text):
    """The canonical spelling of a canonical spelling is itself."""
    once = canonical("http://a.gov.cn/" + text)

    assert once == canonical("http://" + once)


@pytest.mark.parametrize(
    "url, host",
    [
        ("http://A.gov.cn:81/x", "a.gov.cn"),
        ("https://u@a.gov.cn", "a.gov.cn"),
        ("/x", ""),
        ("//b.cn?x", "b.cn"),
        ("http://[::1]:80/", "[::1]"),
    ],
)
def test_host(url, host):
    """Hosts without user, port and case."""
    assert host == host_of(url)


def test_sites_and_governments():
    """www. makes no other site; a lookalike suffix makes no government."""
    assert same_site("www.a.gov.cn", "a.gov.cn")
    assert not same_site("b.a.gov.cn", "a.gov.cn")
    assert is_government("rsj.gz.gov.cn")
    assert not is_government("gov.cn.example.com")
    assert not is_government("agov.cn")


@pytest.mark.parametrize("url", ["/a.pdf", "/a.DOCX?x=1", "/x/download.jsp?id=1", "/u/1.jpg", "/attachment?id=3", "/a.ofd"])
def test_attachments(url):
    """Files and download addresses."""
    assert is_attachment("http://a.gov.cn" + url)


@pytest.mark.parametrize("url", ["/a.html", "/pdf/", "/a.pdf/view.html", "/", "/downloads.html"])
def test_no_attachments(url):
    """Pages are none."""
    assert not is_attachment("http://a.gov.cn" + url)
