"""Words as they are said: numbers in their cases, signs and abbreviations in full."""

from kb.answer.spoken.quotes import speak_quoting
from kb.answer.spoken.text import speak

__all__ = ["speak", "speak_quoting"]
