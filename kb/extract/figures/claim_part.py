"""A part of a sentence in which claims are sought."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import Term, find_terms
from kb.extract.wording import wording
from kb.model import Remark, RemarkKind, SourceKind, SurveyChannel

FILE = "figures_claims"
OVERALL = "overall"


class ClaimPart:
    """A part with what it names."""

    def __init__(self, paragraph: Paragraph, number: int) -> None:
        self.paragraph = paragraph
        self.place = paragraph.parts[number]
        self.plain = self.place.plain
        self._number = number

    @cached_property
    def components(self) -> Sequence[Term]:
        """The components that it names, in order."""
        return find_terms(self.plain, "components")

    @cached_property
    def thread(self) -> str | None:
        """The component that the parts before named last."""
        before = reversed(self.paragraph.parts[: self._number])
        named = (find_terms(part.plain, "components") for part in before)
        return next((terms[-1].code for terms in named if terms), None)

    @cached_property
    def behind(self) -> str:
        """The part behind it, which may take back some of it; empty for the last one."""
        return next((one.plain for one in self.paragraph.parts[self._number + 1 :]), "")

    def has(self, key: str) -> bool:
        """Whether the wording under `key` stands in it."""
        return has(key, self.plain)

    def claim(
        self,
        relation: str,
        subject: str,
        *,
        channel: str | None = None,
        other: str | None = None,
        group: str | None = None,
        value: Decimal | None = None,
    ) -> Remark:
        """The claim that it makes."""
        return Remark(
            service=self.paragraph.passage.service,
            kind=RemarkKind.CLAIM,
            source_kind=SourceKind.SURVEY,
            evidence=self.paragraph.cite(self.place.start, self.place.end),
            subject=subject,
            value=value,
            channel=SurveyChannel(channel) if channel else None,
            group=group,
            relation=relation,
            other=other,
        )


def has(key: str, text: str) -> bool:
    """Whether the wording of claims under `key` stands in the text."""
    return bool(wording(FILE, key).search(text))
