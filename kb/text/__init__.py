"""Words, scripts and numbers of Kazakh and Russian texts; see docs/rooms.md."""

from kb.text.error import TextError
from kb.text.folding import Folded, fold, fold_kazakh, fold_plain
from kb.text.highlights import highlight
from kb.text.keyboard import swap_layout
from kb.text.languages import identify_language
from kb.text.masking import Masked, mask_personal
from kb.text.number_tokens import number_tokens
from kb.text.numbers import Number, NumberKind, find_numbers
from kb.text.repair import put_right
from kb.text.script_folding import fold_scripts
from kb.text.scripts import to_cyrillic
from kb.text.stems import stem
from kb.text.terms import ANALYSIS_VERSION, Terms, analyse
from kb.text.tokens import Token, tokenise
from kb.text.word_languages import WordLanguage, word_languages

__all__ = [
    "ANALYSIS_VERSION", "Folded", "Masked", "Number", "NumberKind", "Terms", "TextError", "Token", "WordLanguage",
    "analyse", "find_numbers", "fold", "fold_kazakh", "fold_plain", "fold_scripts", "highlight", "identify_language",
    "mask_personal", "number_tokens", "put_right", "stem", "swap_layout", "to_cyrillic", "tokenise", "word_languages",
]  # fmt: skip
