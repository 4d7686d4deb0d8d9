"""Figures of running text: whose they are, and of what."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extract.figures.alignment import Group, align, group_figures, joined_things
from kb.extract.figures.parts import Paragraph, Part
from kb.extract.figures.words import FILE, Figure, Term, find_channels, find_figures, find_terms, matches
from kb.extract.wording import wording
from kb.model import Evidence, Remark, RemarkKind, SourceKind, SurveyChannel

OVERALL = "overall"
JOINED = "joined"
FIGURE = re.compile(r"\d[.,]\d|\d\s?\*{0,2}%")
STRANGE_BEFORE = 90  # characters before a share in which the words stand that make it one of other people
TOGETHER = 30  # «ауызша түрде шағымданған»
UNTOLD = SurveyChannel.ALL  # no sentence names all places: it marks figures whose place cannot be told
SINGLE_MARKS = ("top_two", "mark_1", "mark_2", "mark_3", "mark_4")
EVENTS = ("acquaintances", "rewards", "complaints", "complaints_oral", "complaints_written")


def read_figures(paragraph: Paragraph, *, summary: bool) -> Iterator[Remark]:
    """The exact figures of a paragraph with their subject, measure and channel; `summary` tells that figures without
    a subject are of the service as a whole."""
    if not FIGURE.search(paragraph.plain):
        return
    for number, part in enumerate(paragraph.parts):
        if FIGURE.search(part.plain):
            yield from _read_part(
                paragraph,
                part,
                _thread(paragraph.parts, number),
                summary=summary,
                sentence=_sentence(paragraph, number),
            )


def _sentence(paragraph: Paragraph, number: int) -> str:
    """The sentence up to the end of a part, as far as its parts belong to it."""
    first = number
    while first > 0 and not paragraph.parts[first].opens:
        first -= 1
    return paragraph.plain[paragraph.parts[first].start : paragraph.parts[number].end]


def _thread(parts: Sequence[Part], number: int) -> str | None:
    """What the parts before are about, which a part goes on with that names nothing; None where it begins anew."""
    while number > 0 and not (parts[number].opens and not _goes_on(parts, number)):
        number -= 1
        codes = {term.code for term in _owners(parts[number].plain)}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _goes_on(parts: Sequence[Part], number: int) -> bool:
    """Whether a sentence is about what the one before named: it says so, or that one gave no figures of it."""
    if matches("carried", parts[number].plain):
        return True
    before = parts[number - 1].plain
    return matches("rated_people", parts[number].plain) and len(_owners(before)) == 1 and not FIGURE.search(before)


def _read_part(
    paragraph: Paragraph, part: Part, thread: str | None, *, summary: bool, sentence: str
) -> Iterator[Remark]:
    terms = _owners(part.plain)
    figures = [one for one in find_figures(part.plain) if _counts(part, one, terms, thread, sentence)]
    sums = [one for one in figures if terms and _sums_up(part, one, terms)]
    for one in sums:
        evidence = paragraph.cite(part.start + one.start, part.start + one.end)
        yield from _remarks(paragraph, part, Group((one,)), evidence=evidence, subject="complaints", channel=None)
    figures = [one for one in figures if one not in sums]
    if figures and not matches("some_people", part.plain):
        groups = group_figures(figures, [*terms, *find_channels(part.plain)])
        subjects = align(terms, groups, part.plain)
        channels = _channels(part, groups)
        told = Counter(
            (term, channel, one.measure)
            for term, channel, group in zip(subjects, channels, groups, strict=True)
            for one in group.figures
        )
        for number, (group, term, channel) in enumerate(zip(groups, subjects, channels, strict=True)):
            if terms and term is None and channel is not UNTOLD:
                yield from _joined(paragraph, part, group, joined_things(terms, groups, number, part.plain), channel)
            subject = term.code if term else None if terms else thread
            if subject is None and not terms and (summary or _is_of_whole(group, part, sentence, channel)):
                subject = OVERALL
            twice = term and any(told[term, channel, one.measure] > 1 for one in group.figures)
            if subject is None or channel is UNTOLD or twice:
                continue
            start = min(term.start, group.start) if term else group.start
            evidence = paragraph.cite(part.start + start, part.start + max(term.end if term else 0, group.end))
            yield from _remarks(paragraph, part, group, evidence=evidence, subject=subject, channel=channel)


def _joined(
    paragraph: Paragraph, part: Part, group: Group, terms: Sequence[Term], channel: SurveyChannel | None
) -> Iterator[Remark]:
    """The figures that several components share, for each of them along with the others."""
    codes = [one.code for one in terms]
    if not terms or any(code in EVENTS for code in codes):
        return
    evidence = paragraph.cite(part.start + terms[0].start, part.start + group.end)
    for code in dict.fromkeys(codes):
        others = " ".join(other for other in dict.fromkeys(codes) if other != code)
        for one in _remarks(paragraph, part, group, evidence=evidence, subject=code, channel=channel):
            yield replace(one, group=JOINED, other=others)


def _is_of_whole(group: Group, part: Part, sentence: str, channel: SurveyChannel | None) -> bool:
    """Whether figures that name no thing are of the service as a whole: the words, a place of service or single marks
    tell so."""
    if matches("one_aspect", sentence):
        return False
    if wording("figures_claims", "service_itself").search(part.plain) or group.figures[0].measure in SINGLE_MARKS:
        return True
    return channel is not None and matches("rated_whole", sentence)


def _remarks(
    paragraph: Paragraph,
    part: Part,
    group: Group,
    *,
    evidence: Evidence,
    subject: str,
    channel: SurveyChannel | None,
) -> Iterator[Remark]:
    for one in group.figures:
        measure = _measure_of_event(part, one) if subject in EVENTS else one.measure
        if measure is None:
            continue
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.FIGURE,
            source_kind=SourceKind.SURVEY,
            evidence=evidence,
            subject=subject,
            measure=measure,
            value=one.value,
            channel=channel,
        )


def _measure_of_event(part: Part, one: Figure) -> str | None:
    """The share of those who met it, or of those who did not answer; other figures of events tell nothing."""
    if one.measure != "share":
        return None
    later = (other.start for other in find_figures(part.plain) if other.start >= one.end)
    behind = part.plain[one.end : next(later, len(part.plain))]
    if matches("no_answer", behind):
        return "no_answer"
    return None if matches("not_top_mark", behind[:STRANGE_BEFORE]) else "share"


def _sums_up(part: Part, one: Figure, terms: list[Term]) -> bool:
    """Whether a share is that of all complaints, told behind those by word of mouth and in writing."""
    kinds = any(term.code.startswith("complaints_") and term.start < one.start for term in terms)
    return kinds and one.bracketed and matches("count_of_all", part.plain[: one.start])


def _channels(part: Part, groups: list[Group]) -> list[SurveyChannel | None]:
    """The place of service of each group, None where none is named, UNTOLD where it cannot be told."""
    named = find_channels(part.plain)
    if not named:
        return [None] * len(groups)
    if len({one.code for one in named}) == 1:
        first = named[0]
        return [
            UNTOLD if group.figures[0].bracketed and group.start < first.start else SurveyChannel(first.code)
            for group in groups
        ]
    return [SurveyChannel(found.code) if found else UNTOLD for found in align(named, groups, part.plain)]


def _owners(plain: str) -> list[Term]:
    """The things that figures may be of: none in the name of the service, none that another is held against, and of
    «oral complaints» the oral ones."""
    name_end = max((found.end() for found in wording(FILE, "name_end").finditer(plain)), default=0)
    found = [
        one
        for one in find_terms(plain, "components", "events")
        if one.start >= name_end and not matches("compared", plain[one.end :])
    ]
    kinds = [one for one in found if one.code.startswith("complaints_")]
    return [
        one
        for one in found
        if one.code != "complaints"
        or matches("whole_before", plain[: one.start])
        or not any(abs(kind.end - one.start) <= TOGETHER for kind in kinds)
    ]


def _counts(part: Part, one: Figure, terms: list[Term], thread: str | None, sentence: str) -> bool:
    """Whether a figure is a mark for something or a share of those to whom something happened."""
    before, behind = part.plain[max(0, one.start - STRANGE_BEFORE) : one.start], part.plain[one.end :]
    if matches("all_services", before):
        return False
    if one.measure != "share":
        return True
    following = [other for other in find_figures(part.plain) if other.start >= one.end]
    if any(term.code in EVENTS for term in terms):
        near = part.plain[one.end : following[0].start if following else len(part.plain)]
        return matches("no_answer", near) or not matches("not_top_mark", near)
    after = behind[:STRANGE_BEFORE]
    if matches("received_before", before):
        return False
    if not one.bracketed and matches("received", after) and not matches("satisfaction", after):
        return False
    later = (other.start for other in following if other.measure == "share")
    near = part.plain[one.end : next(later, one.end + STRANGE_BEFORE)]
    told = matches("satisfaction", sentence) or (thread and not part.opens)
    return bool(told) and not matches("not_top_mark", near)
