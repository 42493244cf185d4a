"""Web archives made by hand for tests: records, HTTP messages, chunks."""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path

DATE = "2026-05-19T13:00:00Z"


def http(
    body: bytes, *, status: str = "200 OK", headers: tuple[str, ...] = ("Content-Type: text/html; charset=utf-8",), end: str = "\r\n"
) -> bytes:
    """An HTTP response message."""
    return end.join((f"HTTP/1.1 {status}", *headers, "", "")).encode("latin-1") + body


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body as chunks of ``size`` bytes, with an extension and a trailer as servers send them."""
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%X;ext=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\nX-Trailer: 1\r\n\r\n"


def record(url: str, block: bytes, *, kind: str = "response", date: str | None = DATE, more: tuple[str, ...] = ()) -> bytes:
    """One WARC record."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>"]
    lines += [f"WARC-Date: {date}"] if date else []
    lines += ["Content-Type: application/http; msgtype=response", *more, f"Content-Length: {len(block)}", "", ""]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def payload_digest(body: bytes) -> str:
    """The digest that names a payload in ``WARC-Payload-Digest``."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def write(path: Path, *records: bytes, each: bool = True) -> Path:
    """An archive: plain, or by its ending compressed record by record or (``each`` False) as a whole."""
    if path.name.endswith(".gz"):
        path.write_bytes(b"".join(map(gzip.compress, records)) if each else gzip.compress(b"".join(records)))
    else:
        path.write_bytes(b"".join(records))
    return path


def page(title: str, *links: tuple[str, str, str], code: str = "") -> bytes:
    """An HTML page that lists (address, title, date)."""
    items = "".join(f'<li><a href="{url}">{text}</a><span>{date}</span></li>' for url, text, date in links)
    footer = f"<div class='footer'>网站标识码：{code}</div>" if code else ""
    return f"<html><head><title>{title}</title></head><body><ul>{items}</ul>{footer}</body></html>".encode()
