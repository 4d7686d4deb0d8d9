"""What a report tells around the survey of channels, providers, documents and advice: its statements and remarks."""

from collections.abc import Mapping, Sequence

from kb.extract.told_channels import extract_listed_channels, extract_told_channels
from kb.extract.told_claims import extract_promises, extract_told_claims
from kb.extract.told_lists import extract_open_lists
from kb.extract.told_pairs import extract_told_pairs
from kb.extract.told_passages import footnote_passages, information_passages, told_passages
from kb.extract.told_providers import extract_places, extract_told_providers
from kb.extract.told_tables import extract_told_tables
from kb.model import Document, Mention, Remark, Statement
from kb.model.act import Clause


def extract_told(document: Document, key: str, clauses: Sequence[Clause]) -> list[Statement]:
    """The channels of a section that its standard lists in spite of the brackets behind, and those told around the
    survey."""
    listed = extract_listed_channels(information_passages(document, key, clauses))
    return [*listed, *extract_told_channels(told_passages(document, key, clauses))]


def told_remarks(
    document: Document, sections: Mapping[str, Sequence[Clause]], mentions: Sequence[Mention]
) -> list[Remark]:
    """The promises, complaints, named providers and open lists of each section, then what footnotes and the tables
    over all services tell."""
    found: list[Remark] = []
    for key, clauses in sections.items():
        information = list(information_passages(document, key, clauses))
        found.extend(extract_promises(information))
        found.extend(extract_places(information))
        told = list(told_passages(document, key, clauses))
        found.extend(extract_told_claims(told))
        found.extend(extract_told_pairs(told))
        found.extend(extract_told_providers(told))
        found.extend(extract_open_lists(told))
    found.extend(extract_open_lists(footnote_passages(document, sections)))
    return [*found, *extract_told_tables(document, mentions)]
