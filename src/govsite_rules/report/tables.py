"""Problem lists as CSV and xlsx. No cell a site controls can become a formula, and no sheet name or link a trick."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable

from ..errors import LimitError
from .rows import COLUMNS, Row

MAX_ROWS = 1_000_000
MAX_CELL = 32_000

_FORMULA = re.compile(r"[=+\-@\t\r\n|%＝＋－＠]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_STAMP = (1980, 1, 1, 0, 0, 0)
_WIDTHS = (6, 24, 17, 22, 40, 50, 24, 44, 10)


def cell(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula: a leading sign gets an apostrophe before it."""
    plain = _ILLEGAL.sub("", text)[:MAX_CELL]
    return "'" + plain if _FORMULA.match(plain.lstrip()[:1] or plain[:1]) else plain


def to_csv(rows: Iterable[Row]) -> str:
    """The problem list as CSV: 序号, 网站（账号）, then the six columns and 整改状态. Save it as UTF-8 with BOM for Excel."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("序号", "网站（账号）", *COLUMNS))
    for number, row in enumerate(rows, 1):
        writer.writerow((number, cell(row.subject), *map(cell, row.cells)))
    return out.getvalue()


def to_xlsx(rows: Iterable[Row], *, title: str = "问题清单") -> bytes:
    """The problem list as a workbook of one sheet; equal rows give equal bytes. Needs openpyxl (extra ``report``).

    Every cell but the running number is stored as text: nothing is calculated and no link is followed. Raises LimitError for more
    than 1,000,000 rows.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\']", "", _ILLEGAL.sub("", title))[:31] or "问题清单"
    thin = Side(style="thin", color="BFBFBF")
    border, wrap = Border(thin, thin, thin, thin), Alignment(wrap_text=True, vertical="top")
    heading = ("序号", "网站（账号）", *COLUMNS)
    for place, text in enumerate(heading, 1):
        head = sheet.cell(1, place, text)
        head.font, head.fill, head.border = Font(bold=True), PatternFill("solid", fgColor="EDEDED"), border
        head.alignment = Alignment(horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[place - 1]
    number = 0
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS:
            raise LimitError("too many rows for a sheet", field="rows", value=number, expected=f"at most {MAX_ROWS}")
        sheet.cell(number + 1, 1, number).border = border
        for place, text in enumerate((row.subject, *row.cells), 2):
            one = sheet.cell(number + 1, place)
            one.value = _ILLEGAL.sub("", text)[:MAX_CELL]
            one.data_type = "s"
            one.border, one.alignment = border, wrap
            one.quotePrefix = bool(_FORMULA.match(text.lstrip()[:1]))
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{number + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    raw = io.BytesIO()
    book.save(raw)
    return _steady(raw.getvalue())


def _steady(package: bytes) -> bytes:
    """The same zip without the time it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", data)
            target.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
