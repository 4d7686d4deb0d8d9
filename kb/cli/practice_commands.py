"""`kb monitor service`: a service's promise beside what people reported."""

from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, value_line
from kb.cli.words import Words
from kb.model import Language, Statement
from kb.model.monitoring import Wave
from kb.monitoring import question_words
from kb.monitoring.quotes import theme_words
from kb.monitoring.ratings import SMALL_N
from kb.monitoring.topics import topic_words
from kb.norms import codes, label
from kb.pipeline import today_in_kazakhstan
from kb.pipeline.dating import rule_card
from kb.pipeline.practice.practice_json import practice_to_json
from kb.pipeline.practice.service_practice import Measured, ServicePractice, TopicPractice


def show_service(
    service: Annotated[str, typer.Argument(metavar="SERVICE", help="Any id of a service; kb services lists them.")],
    *,
    as_of: AsOf = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """A service's promise beside what people reported and waves measured."""
    day = read_day(as_of) or today_in_kazakhstan()
    with opened_registry() as registry:
        card = registry.card(service)
        rulings = rule_card(card, day, acts=registry.acts.of_card(card))
        practice = registry.practice.of_service(card, rulings, day=day)
    if as_json:
        write_json(practice_to_json(practice))
        return
    for line in _lines(practice, Words(Language(lang.value))):
        console().print(escape(line))


def _lines(practice: ServicePractice, words: Words) -> list[str]:
    lines = [service_name(practice.service, words)]
    for topic in practice.topics:
        lines += _topic(topic, words)
    lines.append(words("practice.channels"))
    for point in reversed(practice.channels):
        note = "" if point.same_method else words("practice.other_method")
        for row in point.rows:
            name = label("channel", row.key, words.language)
            told = words("practice.rated", satisfaction=row.satisfaction, low=row.low, high=row.high, n=row.rated)
            lines.append(f"  {_wave(point.wave)}  {name}: {told}{_few(row.rated < SMALL_N, words)} {note}".rstrip())
    if not practice.channels:
        lines.append(f"  {words('practice.not_measured')}")
    for wave, quote in practice.quotes:
        lines.append(f"  «{quote.words}» ({theme_words(quote.theme, words.language)}; {_wave(wave)})")
    return lines


def _topic(one: TopicPractice, words: Words) -> list[str]:
    lines = [f"{topic_words(one.topic.code, words.language)}"]
    promise = [_value(statement, words) for statement in one.promise]
    told = [_value(statement, words) for statement in one.told]
    figures = [
        f"    {label('remark', remark.subject, words.language)}: {label('remark', remark.measure, words.language)} "
        f"{remark.value} ({evidence_line(remark.evidence, words)})"
        for remark in one.figures
        if remark.subject in codes("remark") and remark.measure in codes("remark") and remark.value is not None
    ]
    met = [f"    «{remark.evidence.quote}» ({evidence_line(remark.evidence, words)})" for remark in one.met]
    measured = [f"    {_measured(found, words)}" for found in one.measured]
    lines += [f"  {words('practice.promise')}", *(promise or [f"    {words('practice.no_promise')}"])]
    reported = [*measured, *told, *met, *figures]
    return [*lines, f"  {words('practice.reported')}", *(reported or [f"    {words('practice.not_measured')}"])]


def _measured(one: Measured, words: Words) -> str:
    figures = [f"{one.share} % ({one.low}–{one.high})"] if one.share is not None else []
    figures += [str(one.mean)] if one.mean is not None else []
    told = f"{question_words(one.question, words.language)}: {'; '.join(figures)}; n = {one.answers.rated}"
    return f"{told}{_few(one.small_n, words)} ({_wave(one.wave)})"


def _few(few: bool, words: Words) -> str:
    return f" [{words('monitor.flag.small_n')}]" if few else ""


def _wave(wave: Wave) -> str:
    return f"{wave.id}, {wave.year}"


def _value(statement: Statement, words: Words) -> str:
    return f"    {value_line(statement, words)} ({evidence_line(statement.evidence, words)})"
