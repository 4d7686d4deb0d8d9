"""How many answered, how many could not rate, and how many a share is said to be."""

from collections.abc import Iterator
from dataclasses import replace

from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import (
    FILE,
    Figure,
    count_words,
    find_channels,
    find_figures,
    find_terms,
    matches,
    search,
    tells_events,
    to_number,
)
from kb.extract.wording import wording
from kb.model import Evidence, Remark, RemarkKind, SourceKind

SAMPLE, UNDECIDED, EMPLOYEES = "sample", "undecided", "employees"
PEOPLE = "people"


def read_sample(paragraph: Paragraph, *, again: bool = False) -> Remark | None:
    """How many people were asked, None where the paragraph does not tell; told `again`, it must be sure that it is
    not of some of them."""
    found = wording("survey", "sample").search(paragraph.plain)
    if found is None:
        return None
    others = wording("figures_claims", "other_ranking").search(paragraph.plain)
    if again and (others or search("some_people", paragraph.plain) or search("other_study", paragraph.plain)):
        return None
    if again and (find_channels(paragraph.plain) or tells_events(paragraph.plain)):
        return None
    group = next(number for number, text in enumerate(found.groups(), start=1) if text)
    evidence = paragraph.cite(found.start(group), found.end())
    return _count(paragraph, evidence, subject=SAMPLE, figure=found[group])


def read_undecided(paragraph: Paragraph) -> Iterator[Remark]:
    """How many could not rate, and as whom the note counts them."""
    found = search("undecided", paragraph.plain)
    if found is None:
        return
    evidence = paragraph.cite(found.start("count"), found.end())
    if found["count"].isdigit() or found["count"] in count_words():
        yield _count(paragraph, evidence, subject=UNDECIDED, figure=found["count"])
    if matches("employees", found["who"]):
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.HEADING,
            source_kind=SourceKind.SURVEY,
            evidence=evidence,
            subject=EMPLOYEES,
            row=UNDECIDED,
        )


def read_people(paragraph: Paragraph) -> Iterator[Remark]:
    """How many people the share of an event is said to be: `other` is that share in per cent.

    The share is told beside («3,3 % (4 адам)») or in the same paragraph before («оның ішінде төрт адамның …»).
    """
    shares: list[tuple[Figure, str, int]] = []
    if not tells_events(paragraph.plain):
        return
    for part in paragraph.parts:
        events = {term.code for term in find_terms(part.plain, "events")}
        if events:
            told = [one for one in find_figures(part.plain) if one.measure == "share"]
            shares.extend((one, min(events), part.start) for one in told)
        for people in wording(FILE, "count").finditer(part.plain):
            place = part.start + people.start()
            before = [one for one in shares if one[2] + one[0].end <= place]
            if not before or matches("count_of_all", part.plain[: people.start()]):
                continue
            share, event, offset = before[-1]
            between = " ".join(paragraph.plain[offset + share.end : place].split())
            if matches("count_near", between.lstrip("%")):
                evidence = paragraph.cite(place, part.start + people.end())
                counted = _count(paragraph, evidence, subject=event, figure=people["value"])
                yield replace(counted, relation=PEOPLE, other=str(share.value))


def _count(paragraph: Paragraph, evidence: Evidence, *, subject: str, figure: str) -> Remark:
    return Remark(
        service=paragraph.passage.service,
        kind=RemarkKind.FIGURE,
        source_kind=SourceKind.SURVEY,
        evidence=evidence,
        subject=subject,
        measure="count",
        value=to_number(figure),
    )
