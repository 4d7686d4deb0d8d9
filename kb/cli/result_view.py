"""Search results for people."""

from rich.markup import escape
from rich.text import Text as Styled

from kb.cli.output import console
from kb.cli.printable import printable
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line
from kb.cli.words import Words
from kb.search import SearchResult, Snippet, without_markup

SHOWN_LETTERS = 300


def show_result(result: SearchResult, words: Words) -> None:
    """Services, then clauses, each with its place; what matched stands out on a terminal."""
    out = console()
    if result.corrected:
        out.print(words("search.corrected", text=escape(result.corrected)))
    if not result.services and not result.clauses:
        out.print(words("search.nothing"))
        return
    if result.services:
        out.print(f"[bold]{words('search.services', total=result.total)}[/]")
    for number, hit in enumerate(result.services, start=1):
        out.print(f"{number:3}. [bold]{escape(service_name(hit.service, words))}[/]  {escape(hit.service.id)}")
        for snippet in hit.snippets[:1]:
            out.print(_shown(snippet))
            out.print(f"       [dim]{escape(evidence_line(snippet.evidence, words))}[/]")
    if result.clauses:
        out.print(f"[bold]{words('search.clauses', total=result.total_clauses)}[/]")
    for number, clause in enumerate(result.clauses, start=1):
        mark = f"  ({words('sample')})" if clause.sample else ""
        out.print(f"{number:3}. [bold]{escape(clause.label)}[/]{mark}")
        out.print(_shown(clause.snippet))
        out.print(f"       [dim]{escape(evidence_line(clause.snippet.evidence, words))}[/]")


def _shown(snippet: Snippet) -> Styled:
    plain = without_markup(snippet.text, snippet.highlights, document=snippet.evidence.document)
    highlights = plain.highlights
    shown = Styled(printable(plain.text))
    for start, end in highlights:
        shown.stylize("bold yellow", start, end)
    first = max(0, highlights[0][0] - SHOWN_LETTERS // 3) if highlights else 0
    shown = shown[first : first + SHOWN_LETTERS]
    one_line = Styled(" ").join(part for part in shown.split() if part.plain.strip())
    return Styled("       ") + (Styled("…") if first else Styled("")) + one_line
