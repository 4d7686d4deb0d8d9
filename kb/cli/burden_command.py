"""`kb monitor burden`: papers and steps of services."""

from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line
from kb.cli.words import Words
from kb.model import Language
from kb.pipeline import UnknownName, today_in_kazakhstan
from kb.pipeline.practice.burden import Burden
from kb.pipeline.practice.burden_json import burden_to_json


def show_burden(
    service: Annotated[str | None, typer.Argument(metavar="SERVICE", help="One service, with every paper.")] = None,
    *,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many services.")] = 50,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Services by what they ask of a person: papers to bring, avoidable ones, steps."""
    day = read_day(as_of) or today_in_kazakhstan()
    with opened_registry() as registry:
        found = registry.practice.burdens(day)
        if service is not None:
            known = registry.service(service).id
            found = tuple(one for one in found if one.service.id == known)
            if not found:
                raise UnknownName(f"no list of documents of {service!r} holds on {day}; see kb card {service}")
    if as_json:
        write_json([burden_to_json(one, papers=service is not None) for one in found[:limit]])
        return
    words = Words(Language(lang.value))
    if not found:
        console().print(escape(words("burden.nothing", day=day)))
    for one in found[:limit]:
        console().print(escape(_line(one, words)))
        if service is not None:
            for line in _papers(one, words):
                console().print(escape(line))


def _line(one: Burden, words: Words) -> str:
    return words(
        "burden.line",
        index=one.index,
        brought=one.brought,
        steps=len(one.steps),
        obtainable=one.obtainable,
        repeated=one.repeated,
        name=service_name(one.service, words),
    )


def _papers(one: Burden, words: Words) -> list[str]:
    return [
        f"  {words(f'burden.{paper.standing.value}')}: {' '.join(getattr(paper.statement.value, 'text', '').split())} "
        f"({evidence_line(paper.statement.evidence, words)})"
        for paper in one.papers
    ]
