"""Bytes → text, blocks and clauses; see docs/rooms.md."""

from kb.read.act_division import divide_act
from kb.read.act_identity import act_of, in_force_from, title_of
from kb.read.alignment import Pair, align_clauses
from kb.read.body import read_body
from kb.read.builder import CellText, TextBuilder
from kb.read.card_division import APPLICANT, BLOCK, CARD, CardTitles
from kb.read.card_document import card_document
from kb.read.card_wording import find_code, source_wording
from kb.read.checks import check_document
from kb.read.clause_tree import ClauseTree, Node
from kb.read.coverage import Reason, Uncovered, coverage, uncovered
from kb.read.decode import Decoded, decode_body
from kb.read.difference import ChangeKind, ClauseChange, Difference, compare_editions
from kb.read.docx import read_docx
from kb.read.errors import ReadError
from kb.read.footnotes import find_footnotes
from kb.read.force import force_of
from kb.read.head import Head
from kb.read.html import add_html, read_html, read_tag
from kb.read.line import line_kind
from kb.read.markdown import read_markdown
from kb.read.pdf import read_pdf
from kb.read.plain import read_plain
from kb.read.plain_division import divide_plain
from kb.read.reading import Reading
from kb.read.register_division import ActDivision, divide_by_content, divide_register
from kb.read.register_wording import column_of, is_amending_title, is_register_title, needed_columns, register_columns
from kb.read.requisites import Requisites, act_type_of, find_requisites, read_requisites
from kb.read.select import at_least_one, at_most_one, only, parse_page, words_in
from kb.read.tree import load_csv, load_json, load_yaml, read_csv, read_tree
from kb.read.word_changes import WordChange, WordChangeKind
from kb.read.words import lines_of, paragraphs_of, words_of

__all__ = [
    "APPLICANT",
    "BLOCK",
    "CARD",
    "ActDivision",
    "CardTitles",
    "CellText",
    "ChangeKind",
    "ClauseChange",
    "ClauseTree",
    "Decoded",
    "Difference",
    "Head",
    "Node",
    "Pair",
    "ReadError",
    "Reading",
    "Reason",
    "Requisites",
    "TextBuilder",
    "Uncovered",
    "WordChange",
    "WordChangeKind",
    "act_of",
    "act_type_of",
    "add_html",
    "align_clauses",
    "at_least_one",
    "at_most_one",
    "card_document",
    "check_document",
    "column_of",
    "compare_editions",
    "coverage",
    "decode_body",
    "divide_act",
    "divide_by_content",
    "divide_plain",
    "divide_register",
    "find_code",
    "find_footnotes",
    "find_requisites",
    "force_of",
    "in_force_from",
    "is_amending_title",
    "is_register_title",
    "line_kind",
    "lines_of",
    "load_csv",
    "load_json",
    "load_yaml",
    "needed_columns",
    "only",
    "paragraphs_of",
    "parse_page",
    "read_body",
    "read_csv",
    "read_docx",
    "read_html",
    "read_markdown",
    "read_pdf",
    "read_plain",
    "read_requisites",
    "read_tag",
    "read_tree",
    "register_columns",
    "source_wording",
    "title_of",
    "uncovered",
    "words_in",
    "words_of",
]
