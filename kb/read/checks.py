"""What does not fit in a read act, each as an issue with its place."""

import re
from collections.abc import Iterator

from kb.model import Clause, ClauseKind, Document, Issue, Severity
from kb.read.act_wording import act_wording
from kb.read.coverage import coverage_issues
from kb.text import fold

_ANNEX = re.compile(r"(?:appendix|annex)(?:-[\w-]+)?")
_NUMBER = re.compile(r"\d+")
_COUNTED = (ClauseKind.POINT, ClauseKind.ARTICLE)


def check_document(document: Document, *, whole: bool = True) -> tuple[Issue, ...]:
    """An issue for everything that does not fit, those that the document has already left out.

    Words in no clause (`uncovered_block`); in an act also numbers that stand twice (`repeated_number`) or go back
    (`number_order`), several acts in one text (`several_acts`), and annexes that it names as its own and does not
    have (`missing_annex`), when the text is the `whole` act and not one file of many.
    """
    issues = list(coverage_issues(document))
    if document.layout == "act":
        issues += [*_repeated(document), *_out_of_order(document), *_several(document)]
        issues += _missing_annexes(document) if whole else ()
    return tuple(issue for issue in issues if issue not in document.issues)


def _issue(document: Document, code: str, start: int, message: str) -> Issue:
    line = document.line_of(start)
    return Issue(
        code=code,
        severity=Severity.WARNING,
        document=document.snapshot.document,
        message=f"line {line}: {message}",
        line=line,
    )


def _several(document: Document) -> Iterator[Issue]:
    seen: set[str] = set()
    for clause in document.clauses:
        first = clause.id.split("/", 1)[0]
        if first.startswith("act-") and first not in seen:
            seen.add(first)
            message = f"another act begins; its clauses stand below {first}. Import each act as a document of its own"
            yield _issue(document, "several_acts", clause.start, message)


def _repeated(document: Document) -> Iterator[Issue]:
    for clause in document.clauses:
        path, mark, _ = clause.id.rpartition("~")
        if mark and "/" not in clause.id[len(path) :] and clause.number:
            message = f"the number of {path} stands twice; the second is {clause.id}"
            yield _issue(document, "repeated_number", clause.start, message)


def _out_of_order(document: Document) -> Iterator[Issue]:
    """A number below the one before it among the clauses of one path; a number that stands twice is another matter."""
    before: dict[tuple[str, ClauseKind], Clause] = {}
    for clause in document.clauses:
        if clause.kind not in _COUNTED or not clause.number or "~" in clause.id:
            continue
        key = (clause.id.rpartition("/")[0], clause.kind)
        last = before.get(key)
        if last and _order(clause.number) < _order(str(last.number)):
            message = f"{clause.id} stands behind {last.id}; has a clause been moved or its number misread?"
            yield _issue(document, "number_order", clause.start, message)
        before[key] = clause


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _NUMBER.findall(number))


def _missing_annexes(document: Document) -> Iterator[Issue]:
    present = {part for clause in document.clauses for part in clause.id.split("/") if _ANNEX.fullmatch(part)}
    reported: set[str] = set()
    for place, words in _lines_with(document.text, act_wording().annex_signs):
        folded = fold(words)
        for found in (match for pattern in act_wording().own_annex for match in pattern.finditer(folded.text)):
            start = place + folded.span(*found.span())[0]
            for number in re.split(r"[^\d-]+", found["numbers"] or ""):
                if number in reported or _has(present, number):
                    continue
                reported.add(number)
                name = f"annex {number}" if number else "an annex"
                message = f"the text speaks of {name} of its own, which is not here; import it with its annexes"
                yield _issue(document, "missing_annex", start, message)


def _lines_with(text: str, signs: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The lines that have one of the signs, each with its place: few of a long text, and only they are folded."""
    start = 0
    places = sorted(match for sign in signs for match in _places(text, sign))
    for place in places:
        if place >= start:
            first = text.rfind("\n", start, place) + 1 or start
            end = text.find("\n", place)
            start = len(text) if end < 0 else end
            yield first, text[first:start]


def _places(text: str, sign: str) -> Iterator[int]:
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


def _has(present: set[str], number: str) -> bool:
    return bool({f"appendix-{number}", f"annex-{number}"} & present) if number else bool(present)
