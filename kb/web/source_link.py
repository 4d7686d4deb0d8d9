"""Links from a value to the words it was read from."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kb.model import Evidence, Language
from kb.norms import show_clause
from kb.search import without_markup
from kb.web.words import Words

_QUOTE_LENGTH = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """One link to a source text; `language` is the text's own, `target` names act (or document) and clause."""

    href: str
    place: str
    quote: str
    language: Language
    document: str
    act: str | None
    edition: str | None
    target: str


def source_link(evidence: Evidence, words: Words) -> SourceLink:
    """The link that opens the source with the quoted words highlighted."""
    span = urlencode({"start": evidence.start, "end": evidence.end})
    return SourceLink(
        href=f"/source/{quote(evidence.snapshot, safe=':')}?{span}#mark",
        place=place_words(evidence, words),
        quote=shorten(without_markup(evidence.quote, document=evidence.document).text),
        language=evidence.language,
        document=document_name(evidence.document),
        act=evidence.act,
        edition=words("card.dated", day=words.day(evidence.edition)) if evidence.edition else None,
        target=f"{evidence.act or evidence.document}#{evidence.clause or evidence.line}",
    )


def edition_place(evidence: Evidence) -> str:
    """What stands behind the address of an act to come to the clause in the edition that was read."""
    asked = {"as_of": evidence.edition.isoformat() if evidence.edition else "", "clause": evidence.clause or ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    anchor = f"#{quote(evidence.clause, safe='/~')}" if evidence.clause else ""
    return f"?{query}{anchor}" if query else ""


def place_words(evidence: Evidence, words: Words) -> str:
    """The clause of the evidence, or its line where the text has no clauses."""
    if evidence.clause:
        return show_clause(evidence.clause, words.language)
    return words("clause.line", n=evidence.line)


def shorten(text: str) -> str:
    """The first words of a quote on one line, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= _QUOTE_LENGTH:
        return line
    return line[:_QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def document_name(document: str) -> str:
    """The last part of a path or URL, the whole where there is none."""
    return document.rstrip("/").rsplit("/", 1)[-1] or document
