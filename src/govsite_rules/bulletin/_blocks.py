"""A small part of Markdown, read back into blocks, so that one template gives Markdown, HTML and docx with the same figures.

Headings (``#`` to ``###``), paragraphs, ``>`` lines (set to the right: signature), tables, ``**bold**``, ``[text](<address>)``
and backslash escapes. Nothing else has a meaning, so text a site controls stays text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from attrs import frozen

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\*\*(?P<bold>(?:[^*\\]|\\.){1,2000})\*\*|\[(?P<text>(?:[^\[\]\\]|\\.){0,2000})\]\(<(?P<url>[^<>\s]{1,4000})>\)"
)
MAX_URL = 2048


@frozen
class Run:
    """A stretch of text, bold or linked."""

    text: str
    bold: bool = False
    url: str = ""


@frozen
class Block:
    """``kind``: h1 to h3, p, right, table. Tables hold rows of cells, the first row is the head; the others one line of runs."""

    kind: str
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()


def clean(text: object) -> str:
    """One line of text without control or direction characters."""
    return _SPACE.sub(" ", _UNSAFE.sub("", str(text))).strip()


def escaped(text: object) -> str:
    """Text as Markdown that means nothing but itself."""
    plain = _SPECIAL.sub(r"\\\1", clean(text))
    return (
        "\\" + plain
        if re.match(r"[-+=:]|\d{1,9}[.)]\s", plain) and not plain[0].isdigit()
        else re.sub(r"^(\d{1,9})([.)])(?=\s)", r"\1\\\2", plain)
    )


def safe_url(url: str) -> str:
    """The address if it is an ordinary http(s) one, made safe for attributes; else ''."""
    plain = clean(url)
    if len(plain) > MAX_URL or not re.match(r"https?://[^\s/]", plain, re.IGNORECASE):
        return ""
    try:
        host = urlsplit(plain).hostname
    except ValueError:
        return ""
    return quote(plain, safe="%/:?#[]@!$&()*+,;=~-._'").replace("'", "%27") if host else ""


def link(text: object, url: str) -> str:
    """A Markdown link, or plain text where the address is not an ordinary one."""
    address = safe_url(url)
    words = escaped(text)
    return f"[{words}](<{address}>)" if address and words else words


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a text in the small Markdown."""
    rows: list[tuple[tuple[Run, ...], ...]] = []
    lines: list[str] = []

    def flush() -> Iterator[Block]:
        if rows:
            yield Block("table", rows=tuple(rows))
            rows.clear()
        if lines:
            yield Block("p", tuple(_runs("".join(lines))))
            lines.clear()

    for raw in markdown.split("\n"):
        line = raw.strip()
        if line.startswith("|") and line.endswith("|") and len(line) > 1:
            if lines:
                yield from flush()
            cells = _cells(line)
            if not all(re.fullmatch(r":?-{3,}:?", cell) for cell in cells):
                rows.append(tuple(tuple(_runs(cell)) for cell in cells))
            continue
        heading = re.match(r"(#{1,3}) ", line)
        if not line or heading or line.startswith(">"):
            yield from flush()
        if heading:
            yield Block(f"h{len(heading.group(1))}", tuple(_runs(line[heading.end() :])))
        elif line.startswith(">"):
            if line[1:].strip():
                yield Block("right", tuple(_runs(line[1:].strip())))
        elif line:
            if rows:
                yield from flush()
            lines.append(line)
    yield from flush()


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line[1:-1])]


def _runs(text: str) -> Iterator[Run]:
    plain = ""
    last = 0
    for match in _INLINE.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match.group("escaped"):
            plain += match.group("escaped")
            continue
        if plain:
            yield Run(plain)
            plain = ""
        if match.group("bold") is not None:
            yield Run(_unescaped(match.group("bold")), bold=True)
        else:
            yield Run(_unescaped(match.group("text")), url=safe_url(match.group("url")))
    if plain + text[last:]:
        yield Run(plain + text[last:])


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


_PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff;
  font: 1.05rem/1.9 FangSong, STFangsong, "Noto Serif CJK SC", serif; }}
h1 {{ font: 600 1.6rem/1.5 "Noto Serif CJK SC", STSong, SimSun, serif; text-align: center; margin: 1em 0 1.2em; }}
h2 {{ font: 600 1.15rem/1.8 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; margin: 1em 0 .3em; text-indent: 2em; }}
h3 {{ font: 600 1.05rem/1.8 KaiTi, STKaiti, serif; margin: .6em 0 .2em; text-indent: 2em; }}
p {{ margin: .3em 0; text-indent: 2em; overflow-wrap: anywhere; }}
p.to {{ text-indent: 0; }}
p.right {{ text-align: right; text-indent: 0; padding-right: 2em; }}
.wide {{ overflow-x: auto; margin: 1em 0; }}
table {{ border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.5; }}
th, td {{ border: 1px solid #777; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 3em; }}
th {{ background: #f2f2f2; white-space: nowrap; }}
a {{ color: #0b57a4; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def to_html(markdown: str) -> str:
    """A self-contained page; every text escaped, links only to http(s)."""
    title, parts = "", []
    for block in blocks(markdown):
        inner = "".join(map(_html_run, block.runs))
        if block.kind == "table":
            rows = [
                "<tr>" + "".join(f"<{tag}>{''.join(map(_html_run, cell))}</{tag}>" for cell in row) + "</tr>"
                for tag, row in zip(["th"] + ["td"] * len(block.rows), block.rows, strict=False)
            ]
            parts.append(f'<div class="wide"><table>{"".join(rows)}</table></div>')
        elif block.kind == "right":
            parts.append(f'<p class="right">{inner}</p>')
        elif block.kind == "p":
            first = ' class="to"' if block.runs and block.runs[-1].text.endswith(("：", ":")) and len(parts) == 1 else ""
            parts.append(f"<p{first}>{inner}</p>")
        else:
            title = title or "".join(run.text for run in block.runs)
            parts.append(f"<{block.kind}>{inner}</{block.kind}>")
    return _PAGE.format(title=html.escape(title), body="\n".join(parts))


def _html_run(run: Run) -> str:
    text = html.escape(run.text)
    if run.url:
        return f'<a href="{html.escape(run.url)}" rel="noopener noreferrer nofollow">{text}</a>'
    return f"<b>{text}</b>" if run.bold else text
