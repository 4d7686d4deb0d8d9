"""A report as a DOCX file: its page, its foot, its bytes."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kb.model import Language
from kb.text.xml_text import xml_text

_A4 = Mm(210), Mm(297)
_MARGIN = Mm(16)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def open_docx(title: str, language: Language, *, page_word: str, landscape: bool = False) -> Any:
    """An empty file on A4 with its title, and the number of the page in its foot."""
    # The library's own names of its classes are functions; their types are not told.
    file: Any = Document()
    section = file.sections[0]
    section.page_width, section.page_height = reversed(_A4) if landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    file.styles["Normal"].font.size = Pt(10)
    file.core_properties.title = xml_text(title)
    file.core_properties.author = ""
    file.core_properties.comments = ""
    file.core_properties.language = language.value
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{page_word} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
    return file


def docx_bytes(file: Any) -> bytes:
    """The file; all of it is in memory at once."""
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()
