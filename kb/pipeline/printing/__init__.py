"""What all printed reports share: their words, their page as HTML, their file as DOCX."""

from kb.pipeline.printing.docx_file import docx_bytes, open_docx
from kb.pipeline.printing.figures import shown_figure
from kb.pipeline.printing.html_page import HtmlPage
from kb.pipeline.printing.words import PrintedWords

__all__ = ["HtmlPage", "PrintedWords", "docx_bytes", "open_docx", "shown_figure"]
