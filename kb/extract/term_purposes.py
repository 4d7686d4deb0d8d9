"""What a term is the term of, by its label, its own words and its unit."""

from kb.extract.segment import Segment
from kb.extract.terms import LOOK_BACK, Term
from kb.extract.wording import coded_wording, wording
from kb.model import Purpose, Unit

FILE = "deadline"
SHORT = (Unit.MINUTE, Unit.HOUR)
SENTENCE = 260  # how far the verb of a long sentence may stand behind its term
OFFICE_TOPICS = ("queue", "serving")


def read_purpose(plain: str, segment: Segment, term: Term, *, words: str, end: int, before: Purpose | None) -> Purpose:
    """The purpose of a term whose case is `words` and whose bound ends at `end`; `before` is that of the term
    before it in the same sentence.

    Waiting and serving are measured in minutes and hours: a day below their label is a term of another kind.
    """
    short = term.unit in SHORT
    if segment.topic in OFFICE_TOPICS and segment.labelled:
        # a sentence may go on from waiting to being served: the words of the term itself come before its label
        own = _of_words(words)
        return own if short and own in (Purpose.QUEUE, Purpose.SERVING) else Purpose(segment.topic)
    behind = plain[end : min(segment.end, end + LOOK_BACK)]
    around = " ".join((words, wording(FILE, "next_term").split(behind, maxsplit=1)[0]))
    told = _of_sentence(plain, segment, term, before) or _of_words(around)
    if told:
        return told
    if short and segment.topic in OFFICE_TOPICS:
        return Purpose(segment.topic)
    if wording(FILE, "condition_behind").search(behind) or _is_condition(
        words, plain[max(segment.start, term.start - LOOK_BACK) : term.start]
    ):
        return Purpose.OTHER
    if short and before in (Purpose.QUEUE, Purpose.SERVING):
        return before
    return Purpose.SERVICE


def _of_sentence(plain: str, segment: Segment, term: Term, before: Purpose | None) -> Purpose | None:
    """What the sentence up to the term, or its verb far behind, says of it."""
    opening = plain[segment.start : term.start]
    if term.unit in SHORT and wording(FILE, "other_time").search(opening):
        return Purpose.OTHER
    if before is Purpose.EXTENSION and wording(FILE, "notice_beside").search(opening):
        return Purpose.OTHER
    far = plain[term.end : min(segment.end, term.end + SENTENCE)]
    return Purpose.EXTENSION if wording(FILE, "extension_behind").search(far) else None


def _of_words(around: str) -> Purpose | None:
    for code, pattern in coded_wording(FILE, "purposes"):
        if pattern.search(around) and not _is_service(code, around):
            return Purpose(code)
    return None


def _is_service(code: str, around: str) -> bool:
    """«Issue of the card or a reasoned refusal» is the term of both, «prolongation of the card» the service itself."""
    if code == Purpose.EXTENSION:
        return bool(wording(FILE, "renewal").search(around))
    return code == Purpose.REFUSAL and bool(wording(FILE, "or_refusal").search(around))


def _is_condition(words: str, before: str) -> bool:
    """Whether the term stands inside a condition that is not yet closed («if within three days nothing comes, …»)."""
    opened = list(wording(FILE, "condition_opens").finditer(words))
    if not opened:
        return False
    return not wording(FILE, "condition_closes").search(words[opened[-1].end() :] + before[-3:])
