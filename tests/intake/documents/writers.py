"""Small writers of each format, so that one article can be held in all of them."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from revtrack.intake.documents.copy_blocks import CopyBlock

_ROW = re.compile(r"\| (.*) \|")
_NUMBERED = re.compile(r"(\d+)\. (.*)")
_LEADS = (("# ", "headline"), ("## ", "heading"), ("> ", "quotation"), ("- ", "item"))

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def blocks(text: str) -> Iterator[CopyBlock]:
    """The blocks of an article that is written as the readers write one."""
    for line in text.splitlines():
        if not line or line.startswith("| ---"):
            continue
        cells, numbered = _ROW.fullmatch(line), _NUMBERED.fullmatch(line)
        lead = next(((lead, form) for lead, form in _LEADS if line.startswith(lead)), None)
        if cells:
            yield CopyBlock("row", line, tuple(cells[1].split(" | ")))
        elif numbered:
            yield CopyBlock("numbered", numbered[2], number=int(numbered[1]))
        elif lead:
            yield CopyBlock(lead[1], line.removeprefix(lead[0]))  # type: ignore[arg-type]
        else:
            yield CopyBlock("paragraph", line)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), data, kind)
    return buffer.getvalue()


# HTML


def page_body(text: str) -> str:
    tags = {"headline": "h1", "heading": "h2", "paragraph": "p", "item": "li", "numbered": "li"}
    parts = []
    for form, group in _grouped(blocks(text)):
        if form == "row":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in one.cells) for one in group)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif form == "quotation":
            parts += [f"<blockquote><p>{html.escape(one.text)}</p></blockquote>" for one in group]
        else:
            inside = "".join(f"<{tags[form]}>{html.escape(one.text)}</{tags[form]}>\n" for one in group)
            parts.append({"item": f"<ul>{inside}</ul>", "numbered": f"<ol>{inside}</ol>"}.get(form, inside))
    return "\n".join(parts)


def to_html(text: str) -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(_title(text))}</title></head>'
        f"<body><nav><a href='/'>Home</a></nav><article>{page_body(text)}</article></body></html>"
    ).encode()


# Word


def docx_paragraph(text: str, style: str = "", listed: int = 0) -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    )
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx_package(body: str, notes: str = "") -> bytes:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n, form in ((1, "bullet"), (2, "decimal"))
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Quote", "Quote"))
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{levels}</w:numbering>",
    }
    if notes:
        parts["word/footnotes.xml"] = f"<w:footnotes {W}>{notes}</w:footnotes>"
    return zipped(parts)


def to_docx(text: str) -> bytes:
    styles = {"headline": "Heading1", "heading": "Heading2", "quotation": "Quote"}
    parts = []
    for form, group in _grouped(blocks(text)):
        if form == "row":
            rows = ("".join(f"<w:tc>{docx_paragraph(cell)}</w:tc>" for cell in one.cells) for one in group)
            parts.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
        else:
            listed = {"item": 1, "numbered": 2}.get(form, 0)
            parts += [docx_paragraph(one.text, styles.get(form, ""), listed) for one in group]
    return docx_package("".join(parts))


# OpenDocument


def odt_package(body: str, styles: str = "") -> bytes:
    lists = (
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{lists}{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        }
    )


def to_odt(text: str) -> bytes:
    parts = []
    for form, group in _grouped(blocks(text)):
        if form == "row":
            rows = (
                "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in one.cells)
                for one in group
            )
            parts.append("<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows))
            parts.append("</table:table>")
        elif form in ("item", "numbered"):
            items = "".join(f"<text:list-item><text:p>{escape(one.text)}</text:p></text:list-item>" for one in group)
            style = "L1" if form == "item" else "L2"
            parts.append(f'<text:list text:style-name="{style}">{items}</text:list>')
        elif form in ("headline", "heading"):
            level = 1 if form == "headline" else 2
            parts += [f'<text:h text:outline-level="{level}">{escape(one.text)}</text:h>' for one in group]
        else:
            style = "Quotations" if form == "quotation" else "Standard"
            parts += [f'<text:p text:style-name="{style}">{escape(one.text)}</text:p>' for one in group]
    return odt_package("".join(parts))


# RTF


def rtf_text(text: str) -> str:
    signs = {"\\": "\\\\", "{": "\\{", "}": "\\}"}
    return "".join(
        signs.get(sign, sign) if ord(sign) < 128 else f"\\u{ord(sign) if ord(sign) < 32768 else ord(sign) - 65536}?"
        for sign in text
    )


def rtf_document(body: str) -> bytes:
    styles = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 heading 2;}{\s3 Quote;}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Georgia;}}" + styles + body + "}").encode("ascii")


def to_rtf(text: str) -> bytes:
    styles = {"headline": 1, "heading": 2, "quotation": 3}
    parts = []
    for one in blocks(text):
        if one.form == "row":
            cells = "".join(f"{rtf_text(cell)}\\cell " for cell in one.cells)
            parts.append(f"\\trowd\\pard\\intbl {cells}\\row\n")
        else:
            lead = {"item": "{\\listtext\\'b7\\tab}", "numbered": f"{{\\listtext {one.number}.\\tab}}"}.get(
                one.form, ""
            )
            parts.append(f"\\pard\\s{styles.get(one.form, 0)} {lead}{rtf_text(one.text)}\\par\n")
    return rtf_document("".join(parts))


# PDF


class Pdf:
    """Pages of lines in Helvetica, each letter of half its size: `pdf.line(page, x, y, size, text)`."""

    def __init__(self) -> None:
        self._pages: list[list[str]] = []

    def page(self) -> int:
        self._pages.append([])
        return len(self._pages) - 1

    def line(self, page: int, x: float, y: float, size: float, text: str, *, bold: bool = False) -> None:
        shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        font = "F2" if bold else "F1"
        self._pages[page].append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET")

    def bytes(self) -> bytes:
        widths = " ".join(["500"] * 224)
        fonts = [
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding"
            f" /FirstChar 32 /LastChar 255 /Widths [{widths}] >>"
            for name in ("Courier", "Courier-Bold")
        ]
        kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(self._pages)))
        objects: list[bytes] = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>".encode(),
            *(font.encode() for font in fonts),
        ]
        for n, lines in enumerate(self._pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * n} 0 R"
                " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
            )
            objects.append(pdf_stream("\n".join(lines).encode("cp1252")))
        return pdf_file(objects)


def pdf_stream(data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream"


def pdf_file(objects: list[bytes], trailer: str = "") -> bytes:
    out, places = b"%PDF-1.4\n", []
    for n, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + data + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\n"
    return out + end.encode() + b"startxref\n%d\n%%%%EOF\n" % len(out)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of so many letters at most; a word that is too long is parted with a hyphen where it has six letters."""
    lines = [""]
    for word in text.split(" "):
        room = width - len(lines[-1]) - 1
        if len(lines[-1]) + 1 + len(word) <= width or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif word.isalpha() and len(word) > 7 and room > 4:
            cut = min(room - 1, len(word) - 3)
            lines[-1] += f" {word[:cut]}-"
            lines.append(word[cut:])
        else:
            lines.append(word)
    return lines


def to_pdf(text: str, columns: int = 1) -> bytes:
    """An article on pages with a running head and a page number, its copy in columns under the headline."""
    pdf, size, leading = Pdf(), 9.0, 11.5
    gap = 20.0
    width = (495 - gap * (columns - 1)) / columns
    page = pdf.page()
    top, column, y = 780.0, 0, 780.0

    def head(number: int) -> None:
        pdf.line(number, 50, 815, 7, f"The Almery Post, March 4   page {number + 1}")
        pdf.line(number, 290, 20, 7, str(number + 1))

    head(page)

    def room(needed: float) -> None:
        nonlocal page, column, y, top
        if y - needed > 60:
            return
        column += 1
        if column == columns:
            page, column, top = pdf.page(), 0, 780.0
            head(page)
        y = top

    for form, group in _grouped(blocks(text)):
        for one in group:
            x = 50 + column * (width + gap)
            if form == "headline":
                for line in wrapped_whole(one.text, int(495 / 10)):
                    pdf.line(page, 50, y, 20, line)
                    y -= 24
                y -= 8
                top = y
                continue
            if form == "row":
                room(leading)
                x = 50 + column * (width + gap)
                for n, cell in enumerate(one.cells):
                    pdf.line(page, x + n * width / len(one.cells), y, size, cell)
                y -= leading
                continue
            lead = {"item": "\u2022 ", "numbered": f"{one.number}. "}.get(form, "")
            bold = form == "heading"
            lines = wrapped(lead + one.text, int(width / (size / 2)))
            for n, line in enumerate(lines):
                room(leading)
                x = 50 + column * (width + gap)
                pdf.line(page, x + (9 if lead and n else 0), y, size, line, bold=bold)
                y -= leading
            y -= 0 if lead else 6
        y -= 6 if form in ("row", "item", "numbered") else 0
    return pdf.bytes()


def wrapped_whole(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _title(text: str) -> str:
    return next(one.text for one in blocks(text) if one.form == "headline") + " | The Almery Post"


def _grouped(found: Iterable[CopyBlock]) -> Iterator[tuple[str, list[CopyBlock]]]:
    """Blocks of one form that follow one another."""
    group: list[CopyBlock] = []
    for one in found:
        if group and group[0].form != one.form:
            yield group[0].form, group
            group = []
        group.append(one)
    if group:
        yield group[0].form, group


FORMATS: dict[str, Callable[[str], bytes]] = {
    "html": to_html,
    "docx": to_docx,
    "odt": to_odt,
    "rtf": to_rtf,
    "pdf": to_pdf,
    "pdf-2-columns": lambda text: to_pdf(text, 2),
    "pdf-3-columns": lambda text: to_pdf(text, 3),
}
