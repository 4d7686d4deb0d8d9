"""Acts by name: type, number and day, or the title."""

from kb.model import Act, Language
from kb.norms import label
from kb.web.value_words import Shown
from kb.web.words import Words


def act_name(act: Act, words: Words) -> str:
    """`приказ № 153 от …` as far as it is known, else the code."""
    parts = [label("act_type", act.type.value, words.language) if act.type else ""]
    parts += [words("act.number", number=act.number)] if act.number else []
    parts += [words.day(act.date)] if act.date else []
    return " ".join(part for part in parts if part) if act.number else act.id


def act_title(act: Act | None, words: Words) -> Shown | None:
    """The title in the page's language where there is one; in English the Kazakh one."""
    if act is None:
        return None
    titles = {Language.KK: act.title_kk, Language.RU: act.title_ru}
    order = (Language.RU, Language.KK) if words.language is Language.RU else (Language.KK, Language.RU)
    for own in order:
        if text := titles[own]:
            return Shown(text=text, language=own if own is not words.language else None)
    return None
