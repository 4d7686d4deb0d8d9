"""Words, scripts and numbers of Kazakh and Russian texts; see docs/rooms.md."""

from kb.text.error import TextError
from kb.text.folding import Folded, fold, fold_kazakh
from kb.text.highlights import highlight
from kb.text.keyboard import swap_layout
from kb.text.languages import identify_language
from kb.text.numbers import Number, NumberKind, find_numbers
from kb.text.script_folding import fold_scripts
from kb.text.scripts import to_cyrillic
from kb.text.stems import stem
from kb.text.terms import ANALYSIS_VERSION, Terms, analyse
from kb.text.tokens import Token, tokenise

__all__ = [
    "ANALYSIS_VERSION", "Folded", "Number", "NumberKind", "Terms", "TextError", "Token", "analyse", "find_numbers",
    "fold", "fold_kazakh", "fold_scripts", "highlight", "identify_language", "stem", "swap_layout", "to_cyrillic",
    "tokenise",
]  # fmt: skip
