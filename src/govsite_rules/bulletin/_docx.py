"""Blocks as a Word document in the usual layout of official papers (GB/T 9704: A4, 28-point lines, 仿宋 16 pt)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from ._blocks import Block, Run, clean

_FONTS = {
    "h1": ("方正小标宋简体", 22, False),
    "h2": ("黑体", 16, False),
    "h3": ("楷体_GB2312", 16, True),
    "p": ("仿宋_GB2312", 16, False),
    "right": ("仿宋_GB2312", 16, False),
    "cell": ("宋体", 10.5, False),
}
_PAGE, _PADDING, _HALF = 156, 5.0, 1.95
"""In mm: the width of the text, what a cell needs beside its text, half a character of it."""
_SHORT, _LONG = 12, 60
_STAMP = (1980, 1, 1, 0, 0, 0)


def to_docx(parts: Iterable[Block]) -> bytes:
    """The document as bytes; the same blocks give the same bytes. Needs python-docx (extra ``report``)."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(16)
    title = ""
    seen_text = annexed = False
    for block in parts:
        if block.kind == "table":
            _table(document, block)
            continue
        style = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}.get(block.kind, "Normal")
        paragraph = document.add_paragraph(style=document.styles[style])
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
        _no_rule(paragraph)
        if block.kind == "h1":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            layout.line_spacing = Pt(36)
            layout.space_after = Pt(28)
            title = title or "".join(run.text for run in block.runs)
        elif block.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            layout.right_indent = Pt(64)
        elif block.kind == "p" and not seen_text and block.runs and block.runs[-1].text.endswith("："):
            layout.first_line_indent = Pt(0)
        else:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            layout.first_line_indent = Pt(32)
            layout.page_break_before = block.kind == "h2" and bool(block.runs) and block.runs[0].text.startswith("附件") and not annexed
            annexed = annexed or layout.page_break_before
        layout.keep_with_next = block.kind in ("h2", "h3")
        seen_text = seen_text or block.kind == "p"
        for run in block.runs:
            _run(paragraph, run, *_FONTS[block.kind])
    document.core_properties.title = clean(title)[:255]
    _page_number(section.footer.paragraphs[0])
    raw = io.BytesIO()
    document.save(raw)
    return steady(raw.getvalue())


def steady(package: bytes) -> bytes:
    """The same zip with fixed times, so that equal content is equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _STAMP), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _run(paragraph: Any, run: Run, font: str, size: float, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    text = clean(run.text) if run.text.strip() else " "
    if run.url:
        part = paragraph.part.relate_to(
            run.url, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        holder = paragraph._p.makeelement(qn("w:hyperlink"), {qn("r:id"): part})
        added = paragraph.add_run(text)
        holder.append(added._r)
        paragraph._p.append(holder)
    else:
        added = paragraph.add_run(text)
    added.font.size = Pt(size)
    added.font.bold = bold or run.bold
    added.font.italic = False
    added.font.color.rgb = RGBColor(0, 0, 0)
    added.font.name = "Times New Roman"
    added._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _no_rule(paragraph: Any) -> None:
    """The template's title and heading styles draw lines and keep colours that official papers do not have."""
    from docx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    border = properties.makeelement(qn("w:pBdr"), {})
    border.append(border.makeelement(qn("w:bottom"), {qn("w:val"): "nil"}))
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _table(document: Any, block: Block) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    width = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=width)
    table.style = document.styles["Table Grid"]
    table.autofit = False
    shares = _shares(block, width)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share)
    for number, row in enumerate(block.rows):
        added = table.add_row()
        cells = added.cells
        properties = added._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:cantSplit"), {}))
        for place, cell in enumerate(row):
            paragraph = cells[place].paragraphs[0]
            cells[place].width = Mm(shares[place])
            layout = paragraph.paragraph_format
            layout.space_before, layout.space_after, layout.line_spacing = Pt(3), Pt(3), Pt(15)
            if number == 0:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            font, size, _ = _FONTS["cell"]
            for run in cell:
                _run(paragraph, run, "黑体" if number == 0 else font, size, False)
        if number == 0:
            properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _shares(block: Block, width: int) -> list[float]:
    """Column widths in mm: room for the heading and for short texts on one line, the rest by the longest text."""
    columns = [[_halves(row[place]) if place < len(row) else 0 for row in block.rows] for place in range(width)]
    needed = [_PADDING + _HALF * max(column[0], max((half for half in column if half <= _SHORT), default=0)) for column in columns]
    spare = _PAGE - sum(needed)
    if spare <= 0:
        return [_PAGE * share / sum(needed) for share in needed]
    wanted = [min(max(column), _LONG) - min(max(column), _SHORT) for column in columns]
    total = sum(wanted)
    return [share + spare * (wish / total if total else 1 / width) for share, wish in zip(needed, wanted, strict=True)]


def _halves(cell: tuple[Run, ...]) -> int:
    """The width of a text in half-width characters."""
    return sum(1 if char.isascii() else 2 for run in cell for char in run.text)


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, kind in (("— ", ""), ("", "begin"), ("PAGE", "text"), ("", "end"), (" —", "")):
        run = paragraph.add_run(text if not kind else "")
        run.font.size = Pt(14)
        if kind == "text":
            element = run._r.makeelement(qn("w:instrText"), {})
            element.text = text
            run._r.append(element)
        elif kind:
            run._r.append(run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
