"""`kb synonym` and `kb best-bet`: what staff add to search without a build."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json, written_file
from kb.cli.words import Words
from kb.model import Language
from kb.model.curation import Synonym
from kb.pipeline.curation import PlacedBet
from kb.pipeline.query_json import best_bet_to_json, synonym_to_json
from kb.pipeline.synonym_export import synonyms_to_yaml

synonym = typer.Typer(
    help="Words that lead to terms of the vocabulary: add, list, remove, export.", rich_markup_mode=None
)
best_bet = typer.Typer(help="Services that come first for a phrase: add, list, remove.", rich_markup_mode=None)

Who = Annotated[str | None, typer.Option("--author", help="Your name; that of your login when left out.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="Number, as the list shows it.")]


@synonym.command("add")
def add_synonym(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD…", help="What people say; the search's own words when left out.")
    ] = None,
    *,
    term: Annotated[str, typer.Option("--for", metavar="TERM", help="A term of the vocabulary by its words.")],
    search: Annotated[
        str | None, typer.Option("--search", metavar="ID", help="The search that they come from.")
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="The words are abbreviations.")] = False,
    author: Who = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Let words lead to a term."""
    who = command_actor(author)
    with opened_registry() as registry:
        if words or search is None:
            made = registry.curation.add_synonym(words or [], term=term, actor=who, short=short, search=search)
        else:
            made = registry.queries.adopt(search, term=term, actor=who, short=short)
    if as_json:
        write_json(synonym_to_json(made))
    else:
        _print_synonym(made, Words(Language(lang.value)))


@synonym.command("list")
def list_synonyms(*, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the words in use, the newest first."""
    with opened_registry() as registry:
        found = registry.curation.synonyms()
    if as_json:
        write_json({"items": [synonym_to_json(one) for one in found]})
        return
    for one in found:
        _print_synonym(one, Words(Language(lang.value)))


@synonym.command("remove")
def remove_synonym(number: Number) -> None:
    """Take words out of use."""
    with opened_registry() as registry:
        registry.curation.withdraw_synonym(number, actor=command_actor())


@synonym.command("export")
def export_synonyms(
    out: Annotated[Path | None, typer.Option("--out", help="File to write; stdout when left out.")] = None,
) -> None:
    """Write the words as entries of indexes/vocabulary, to be reviewed and committed."""
    with opened_registry() as registry, written_file(out) as file:
        file.write(synonyms_to_yaml(registry.curation.synonyms()))


@best_bet.command("add")
def add_best_bet(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="What people type.")],
    service: Annotated[str, typer.Argument(metavar="SERVICE", help="Any id of the service.")],
    *,
    author: Who = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Put a service first for a phrase."""
    with opened_registry() as registry:
        made = PlacedBet(registry.curation.add_best_bet(phrase, service, actor=command_actor(author)), present=True)
    if as_json:
        write_json(best_bet_to_json(made))
    else:
        _print_bet(made, Words(Language(lang.value)))


@best_bet.command("list")
def list_best_bets(*, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the best bets in use, the newest first, and those whose service the base has lost."""
    with opened_registry() as registry:
        found = registry.curation.best_bets()
    if as_json:
        write_json({"items": [best_bet_to_json(one) for one in found]})
        return
    for one in found:
        _print_bet(one, Words(Language(lang.value)))


@best_bet.command("remove")
def remove_best_bet(number: Number) -> None:
    """Take a best bet out of use."""
    with opened_registry() as registry:
        registry.curation.withdraw_best_bet(number, actor=command_actor())


def _print_synonym(one: Synonym, words: Words) -> None:
    new = ", ".join((*one.said, *one.short))
    told = words("synonym.line", words=new, kk=one.kk[0], ru=one.ru[0], author=one.author, day=one.added_at.date())
    console().print(escape(f"{one.id}  {told}"))


def _print_bet(placed: PlacedBet, words: Words) -> None:
    bet = placed.bet
    told = words(
        "best_bet.line", phrase=bet.phrase, service=bet.service, author=bet.author, day=bet.added_at.date().isoformat()
    )
    lost = "" if placed.present else f"  {words('best_bet.lost')}"
    console().print(escape(f"{bet.id}  {told}{lost}"))
