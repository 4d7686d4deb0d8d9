"""`kb ask`: the consultant's answer, to one question or a batch."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.answer import AnswerError, Asked
from kb.cli.asked_question import AskedQuestion, read_question_line
from kb.cli.batch import read_objects
from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, TextLang, TextLanguage, read_day
from kb.cli.output import console, json_line, write_json, written_file
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, quote_line
from kb.cli.words import Words
from kb.model import Answer
from kb.model.answer_shapes import answer_to_json
from kb.pipeline import Registry
from kb.search import BadQuery

PAGE = "kb ask"  # where a question of the log was put
LOG_PATIENCE_S = 2.0  # a build may be storing; who asked has the answer and does not wait for its line in the log


def ask(
    text: Annotated[str | None, typer.Argument(help="A question in Kazakh or Russian.")] = None,
    *,
    lang: TextLang = TextLanguage.AUTO,
    as_of: AsOf = None,
    as_json: AsJson = False,
    service: Annotated[str | None, typer.Option("--service", help="The service that is meant, by any id.")] = None,
    after: Annotated[str | None, typer.Option("--after", help="The question that this one goes on from.")] = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help="Questions as JSON Lines: id, q, lang, as_of, after (id of an earlier one)."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="File of the batch's answers.")] = None,
) -> None:
    """Answer a question with the clauses that the answer rests on."""
    day = read_day(as_of)
    if text is not None and batch is None:
        with opened_registry() as registry:
            earlier = () if after is None else (_as_asked(registry.ask(after, language=lang.given(), as_of=day)),)
            answer = registry.ask(text, language=lang.given(), as_of=day, service=service, before=earlier)
            registry.queries.note_question(answer, page=PAGE)
            if as_json:
                write_json(answer_to_json(answer))
            else:
                _show(answer)
            registry.queries.close(patience_s=LOG_PATIENCE_S)
        return
    if batch is None or text is not None:
        raise WrongCall("kb ask takes either a question or --batch FILE")
    questions = [read_question_line(one, batch, day=day, lang=lang) for one in read_objects(batch, needed=("id", "q"))]
    failed = []
    asked: dict[str, tuple[Asked, ...]] = {}
    with opened_registry() as registry, written_file(out) as file:
        for question in questions:
            before = asked.get(question.after, ()) if question.after else ()
            if question.after and not before:
                failed.append(f"{question.key}: after {question.after!r} was not answered before it; asked by itself")
            try:
                answer = _ask(registry, question, before)
            except (AnswerError, BadQuery) as problem:
                failed.append(f"{question.key}: {problem}")
                continue
            file.write(json_line(answer_to_json(answer)))
            asked[question.key] = (*before, _as_asked(answer))
    for line in failed:
        warn(line)
    if failed:
        raise typer.Exit(1)


def _ask(registry: Registry, question: AskedQuestion, before: tuple[Asked, ...]) -> Answer:
    return registry.ask(
        question.text,
        language=question.language,
        as_of=question.day,
        key=question.key,
        before=before,
    )


def _as_asked(answer: Answer) -> Asked:
    return Asked(text=answer.q, service=answer.service.id if answer.service else None)


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
