"""`kb ask`: the consultant's answer, to one question or a batch."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.answer import AnswerError
from kb.cli.batch import read_objects
from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, TextLang, TextLanguage, read_day
from kb.cli.output import console, json_line, write_json, written_file
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, quote_line
from kb.cli.words import Words
from kb.model import Answer, Language
from kb.model.answer_shapes import answer_to_json
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.search import BadQuery


def ask(
    text: Annotated[str | None, typer.Argument(help="A question in Kazakh or Russian.")] = None,
    *,
    lang: TextLang = TextLanguage.AUTO,
    as_of: AsOf = None,
    as_json: AsJson = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="Questions as JSON Lines: id, q, lang, as_of.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="File of the batch's answers.")] = None,
) -> None:
    """Answer a question with the clauses that the answer rests on."""
    day = read_day(as_of)
    if text is not None and batch is None:
        with opened_registry() as registry:
            answer = registry.ask(text, language=lang.given(), as_of=day)
        if as_json:
            write_json(answer_to_json(answer))
        else:
            _show(answer)
        return
    if batch is None or text is not None:
        raise WrongCall("kb ask takes either a question or --batch FILE")
    questions = [_question(one, batch, day, lang) for one in read_objects(batch, needed=("id", "q"))]
    failed = []
    with opened_registry() as registry, written_file(out) as file:
        for key, words, language, asked_on in questions:
            try:
                file.write(json_line(_answer(registry, key, words, language, asked_on)))
            except (AnswerError, BadQuery) as problem:
                failed.append(f"{key}: {problem}")
    for line in failed:
        warn(line)
    if failed:
        raise typer.Exit(1)


def _question(
    data: Json, path: Path, day: date | None, lang: TextLanguage
) -> tuple[str, str, Language | None, date | None]:
    try:
        language = TextLanguage(data.get("lang") or lang.value).given()
    except ValueError:
        raise WrongCall(f"{path}, question {data['id']}: lang {data['lang']!r}, expected kk, ru or auto") from None
    own_day = data.get("as_of")
    if own_day is not None and not isinstance(own_day, str):
        raise WrongCall(f"{path}, question {data['id']}: as_of {own_day!r}, expected YYYY-MM-DD")
    return data["id"], data["q"], language, read_day(own_day) or day


def _answer(registry: Registry, key: str, words: str, language: Language | None, day: date | None) -> Json:
    return answer_to_json(registry.ask(words, language=language, as_of=day, key=key))


def _show(answer: Answer) -> None:
    words = Words(answer.lang)
    out = console()
    if answer.service:
        out.print(f"[bold]{escape(service_name(answer.service, words))}[/]  {escape(answer.service.id)}")
    out.print(escape(answer.answer))
    if answer.citations:
        out.print(f"\n[bold]{words('ask.sources')}[/]")
    for number, evidence in enumerate(answer.citations, start=1):
        quote = quote_line(evidence)
        out.print(f"{number:3}. «{escape(quote)}»\n     [dim]{escape(evidence_line(evidence, words))}[/]")
    if answer.alternatives:
        out.print(f"\n[bold]{words('ask.alternatives')}[/]")
    for service in answer.alternatives:
        out.print(f"  • {escape(service_name(service, words))}  {escape(service.id)}")
