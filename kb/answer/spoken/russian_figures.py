"""The figures of a Russian text in words."""

import re
from functools import cache

from kb.answer.spoken.figures import FIGURE, divide_figures, is_code, read_figure
from kb.answer.spoken.russian import FEMININE, MASCULINE, NEUTER, cardinal, decimal_words, forms, noun_form, ordinal
from kb.answer.wording import read_wording

_FIGURE_RU = re.compile(
    rf"(?P<figure>{FIGURE})(?P<percent>\s?%)?(?:-(?P<ending>[^\W\d_]+))?(?P<after>\s+[^\W\d_]+\.?)?"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\W\d_]*$")
REACH = 40  # characters before a figure in which the word stands that asks for its case
LAST_DAY, FIRST_YEAR, LAST_YEAR = 31, 1900, 2100
_BY_NOUN = {"ами": "instrumental", "ями": "instrumental", "ах": "prepositional", "ях": "prepositional"}
_BY_ADJECTIVE = {"ая": FEMININE, "яя": FEMININE, "ое": NEUTER, "ее": NEUTER}


def say_russian_figures(text: str) -> str:
    """`не более 5 рабочих дней` → `не более пяти рабочих дней`, `1 октября 2017 года` → `первого октября две тысячи
    семнадцатого года`, `3 МРП` → `три месячных расчётных показателя`."""
    months = read_wording("months")["ru"]
    text = divide_figures(text, months=months, year="{day} {month} {year} года")
    text = _FIGURE_RU.sub(_say, text)
    text = text.replace(f"% {forms()['index_sign']}", f"% {forms()['index']['of_one']}")
    return _abbreviations().sub(lambda found: str(_full()[found[0]]), text)


def _say(found: re.Match[str]) -> str:
    return _apart(found, _in_words(found))


def _in_words(found: re.Match[str]) -> str:
    printed, ending, after = found["figure"], found["ending"], found["after"] or ""
    if is_code(printed):
        digits = " ".join(cardinal(int(digit)) for digit in printed if digit.isdigit())
        return f"{digits} {ending}{after}" if ending else f"{digits}{after}"
    number, noun = read_figure(printed), after.strip()
    case = _case_asked(found, noun)
    if found["percent"]:
        percent = forms()["percent"]
        sign = percent.get(case) or percent[noun_form(number, case)]
        return f"{decimal_words(number, case=case)} {sign}{_index_after(after)}"
    if number == number.to_integral_value() and (form := _ordinal_form(found, int(number), ending, noun)):
        return f"{ordinal(int(number), form)}{after}"
    if noun.startswith(forms()["index_sign"]):
        index = forms()["index"][noun_form(number, case)]
        return f"{decimal_words(number, case=case)} {index}"
    if ending is not None:
        tied = "" if ending.casefold() in forms()["genitives"] else f" {ending}"
        return f"{decimal_words(number, case='genitive')}{tied}{after}"
    return f"{decimal_words(number, case=case, gender=_gender(noun))}{after}"


def _index_after(after: str) -> str:
    return f" {forms()['index']['of_one']}" if after.strip() == forms()["index_sign"] else after


def _ordinal_form(found: re.Match[str], number: int, ending: str | None, noun: str) -> str | None:
    if ending is not None:
        form: str | None = forms()["endings"].get(ending.casefold())
        return form
    years = forms()["years"]
    if FIRST_YEAR <= number <= LAST_YEAR and (year := years.get(noun.casefold()) or years.get(_bare(noun))):
        return str(year)
    if 0 < number <= LAST_DAY and _bare(noun) in read_wording("months")["ru"]:
        return "genitive"
    if _word_before(found) in forms()["numbered_by"] and any(
        _fits(_bare(noun), cue) for cue in forms()["numbered_nouns"]
    ):
        return "genitive_feminine"
    return None


def _bare(noun: str) -> str:
    """Without a full stop, which may end the sentence."""
    return noun.casefold().rstrip(".")


def _case_asked(found: re.Match[str], noun: str) -> str:
    by_noun = next((case for ending, case in _BY_NOUN.items() if _bare(noun).endswith(ending)), None)
    if by_noun is None:
        before = _word_before(found)
        by_noun = next((str(case) for case, words in forms()["governors"].items() if before in words), None)
    return by_noun or "nominative"


def _word_before(found: re.Match[str]) -> str:
    before = _WORD_BEFORE.search(found.string[max(0, found.start() - REACH) : found.start()])
    return before[1].casefold() if before else ""


def _gender(noun: str) -> str:
    word = _bare(noun)
    for gender, key in ((FEMININE, "feminine_nouns"), (NEUTER, "neuter_nouns")):
        if any(_fits(word, cue) for cue in forms()[key]):
            return gender
    return next((gender for ending, gender in _BY_ADJECTIVE.items() if word.endswith(ending)), MASCULINE)


def _fits(word: str, cue: str) -> bool:
    return word.startswith(cue[:-1]) if cue.endswith("*") else word == cue


def _apart(found: re.Match[str], words: str) -> str:
    """With a blank where a letter touches the figure."""
    before = found.string[found.start() - 1 : found.start()]
    behind = found.string[found.end() : found.end() + 1]
    return f"{' ' if before.isalnum() else ''}{words}{' ' if behind.isalnum() else ''}"


def _full() -> dict[str, str]:
    return {**forms()["abbreviations"], forms()["index_sign"]: forms()["index"]["one"]}


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _full()))})(?!\w)")
