"""Texts on which a pattern works hardest, made from the pattern itself."""

import re._constants as kinds
import re._parser as parser
from collections.abc import Iterator
from typing import Any

LENGTH = 100_000
BROKEN = "\x01"  # fits no class but the negated ones, so that a match that needs more fails here


def worst_texts(pattern: str, flags: int) -> Iterator[str]:
    """For every open repeat of the pattern: a text that leads up to it and goes round in it, broken at its end; and the
    beginning of the pattern over and over, so that each place is a start that fails late.

    Repeats with an end cost the same at each place, so they cannot make a search slower than linear.
    """
    tree = parser.parse(pattern, flags)
    whole = _sample(tree.data)
    lead = whole[:-1] or whole
    if lead:
        yield _repeat(lead)
        yield _repeat(lead[: max(1, len(lead) // 2)])
    for before, round_ in _repeats(tree.data, ""):
        if round_:
            yield _cut(before + _repeat(round_)) + BROKEN
            yield _repeat(_cut(before + round_))
    yield _repeat(" ")
    yield _repeat("а")


def _repeat(words: str) -> str:
    return words * (LENGTH // len(words) + 1) if words else ""


def _cut(text: str) -> str:
    return text[:LENGTH]


def _repeats(nodes: Any, before: str) -> Iterator[tuple[str, str]]:
    """Every open repeat with a text that leads up to it and the text of one round."""
    for kind, held in nodes:
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            least, most, inner = held
            if most is kinds.MAXREPEAT:
                yield before, _sample(inner)
            yield from _repeats(inner, before)
            before += _sample(inner) * least
            continue
        for inner in _inside(kind, held):
            yield from _repeats(inner, before)
        before += _sample([(kind, held)])


def _inside(kind: Any, held: Any) -> list[Any]:
    if kind is kinds.SUBPATTERN:
        return [held[3]]
    if kind is kinds.BRANCH:
        return list(held[1])
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return [held[1]]
    if kind is kinds.ATOMIC_GROUP:
        return [held]
    return []


def _sample(nodes: Any) -> str:
    """A short text that the nodes match."""
    return "".join(_sample_one(kind, held) for kind, held in nodes)


def _sample_one(kind: Any, held: Any) -> str:
    match kind:
        case kinds.LITERAL:
            text = chr(held)
        case kinds.ANY | kinds.NOT_LITERAL:
            text = "a"
        case kinds.IN:
            text = _member(held)
        case kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT:
            text = _sample(held[2]) * max(1, held[0])
        case kinds.SUBPATTERN:
            text = _sample(held[3])
        case kinds.BRANCH:
            text = max((_sample(branch) for branch in held[1]), key=len)
        case kinds.ATOMIC_GROUP:
            text = _sample(held)
        case _:
            text = ""
    return text


CLASSES = {
    kinds.CATEGORY_DIGIT: "7",
    kinds.CATEGORY_WORD: "а",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_NOT_DIGIT: "а",
    kinds.CATEGORY_NOT_WORD: " ",
    kinds.CATEGORY_NOT_SPACE: "а",
}


def _member(held: Any) -> str:
    """A letter of the class; of a negated class the first common letter that it does not name."""
    if held[0][0] is kinds.NEGATE:
        return next(letter for letter in "а 7,.(x\n\x02" if not any(_holds(part, letter) for part in held[1:]))
    kind, what = held[0]
    if kind is kinds.LITERAL:
        return chr(what)
    return chr(what[0]) if kind is kinds.RANGE else CLASSES[what]


def _holds(part: Any, letter: str) -> bool:
    kind, what = part
    if kind is kinds.LITERAL:
        return what == ord(letter)
    if kind is kinds.RANGE:
        return bool(what[0] <= ord(letter) <= what[1])
    return {
        kinds.CATEGORY_DIGIT: letter.isdigit(),
        kinds.CATEGORY_WORD: letter.isalnum(),
        kinds.CATEGORY_SPACE: letter.isspace(),
        kinds.CATEGORY_NOT_DIGIT: not letter.isdigit(),
        kinds.CATEGORY_NOT_WORD: not letter.isalnum(),
        kinds.CATEGORY_NOT_SPACE: not letter.isspace(),
    }[what]
