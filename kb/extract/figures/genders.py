"""How satisfied men and women are."""

from collections.abc import Iterator

from kb.extract.figures.alignment import align, group_figures
from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import find_figures, find_terms, matches
from kb.model import Remark, RemarkKind, SourceKind

OVERALL = "overall"
GENDER = "gender"


def read_genders(paragraph: Paragraph) -> Iterator[Remark]:
    """The shares of satisfied men and women in per cent, figures of a row `gender` with the groups `men`, `women`."""
    for part in paragraph.parts:
        named = find_terms(part.plain, "genders")
        if not named or not matches("satisfaction", part.plain) or matches("who_was_asked", part.plain):
            continue
        if find_terms(part.plain, "components", "events"):
            continue
        shares = [one for one in find_figures(part.plain) if one.measure == "share"]
        groups = group_figures(shares, named)
        for group, who in zip(groups, align(named, groups, part.plain), strict=True):
            if who:
                yield Remark(
                    service=paragraph.passage.service,
                    kind=RemarkKind.FIGURE,
                    source_kind=SourceKind.SURVEY,
                    evidence=paragraph.cite(
                        part.start + min(who.start, group.start), part.start + max(who.end, group.end)
                    ),
                    subject=OVERALL,
                    measure="share",
                    value=group.figures[0].value,
                    group=who.code,
                    row=GENDER,
                )
