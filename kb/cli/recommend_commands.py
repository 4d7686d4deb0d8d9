"""`kb monitor recommend`: recommendations of the monitoring, and what became of them."""

from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.recommendation import KeptRecommendation, Recommendation, RecommendationFilter, RecommendationState
from kb.pipeline import Registry, today_in_kazakhstan
from kb.pipeline.practice.recommendation_json import recommendation_to_json

recommend = typer.Typer(help="Recommendations: enter, accept, reject, done, list, overdue.", rich_markup_mode=None)
RecommendationName = Annotated[str, typer.Argument(metavar="RECOMMENDATION", help="Id of a recommendation.")]
OwnerOption = Annotated[str | None, typer.Option("--owner", help="Body or unit that has to do it.")]
Due = Annotated[str | None, typer.Option("--due", metavar="YYYY-MM-DD", help="Its last day.")]
Note = Annotated[str, typer.Option("--note", help="Why, or how it is seen.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")]


@recommend.command("add")
def add(
    words: Annotated[str, typer.Argument(metavar="TEXT", help="What should change.")],
    *,
    finding: Annotated[str | None, typer.Option(help="Id of the finding it follows from.")] = None,
    document: Annotated[str | None, typer.Option(help="Document it follows from, with --line.")] = None,
    line: Annotated[int | None, typer.Option(min=1, help="Line of the document.")] = None,
    service: Annotated[str | None, typer.Option(help="Service it is about.")] = None,
    owner: OwnerOption = None,
    due: Due = None,
    note: Note = "",
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Enter a recommendation that follows from a finding or from a line of a document."""
    if (document is None) != (line is None):
        raise WrongCall("--document and --line go together: name the line that the recommendation follows from")
    day, actor = read_day(due), command_actor()
    with opened_registry() as registry:
        tracker = registry.practice.recommendations
        place = tracker.place(document, line) if document and line else None
        wanted = Recommendation(
            words=words, language=Language(lang.value), service=service, finding=finding, place=place
        )
        _tell(tracker.add(wanted, actor=actor, owner=owner, due=day, note=note), lang, as_json=as_json)


@recommend.command("import")
def import_report(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document of the base.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what the document recommends.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Take in what a report recommends: items below its headings of recommendations, with line and service."""
    words = Words(Language(lang.value))
    actor = command_actor()
    with opened_registry() as registry:
        new = registry.practice.recommendations.add_report(document, actor=actor, keep=not dry_run)
    if as_json:
        write_json({"document": document, "kept": not dry_run, "items": [_read_to_json(one) for one in new]})
        return
    if dry_run:
        for one in new:
            line = one.place.line if one.place else 0
            console().print(escape(words("recommend.read", line=line, service=one.service or "-", text=one.words)))
    console().print(words("recommend.would" if dry_run else "recommend.imported", count=len(new)))


@recommend.command("list")
def list_recommendations(
    *,
    state: Annotated[RecommendationState | None, typer.Option(help="Only those in this state.")] = None,
    service: Annotated[str | None, typer.Option(help="Only those about this service.")] = None,
    owner: OwnerOption = None,
    after: Annotated[str | None, typer.Option(metavar="CURSOR", help="Behind this one.")] = None,
    limit: Limit = 50,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List recommendations, the newest first."""
    with opened_registry() as registry:
        known = registry.service(service).id if service else None
        wanted = RecommendationFilter(state=state, service=known, owner=owner)
        _list(registry, wanted, after=after, limit=limit, lang=lang, as_json=as_json)


@recommend.command("overdue")
def list_overdue(*, limit: Limit = 50, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List those whose last day has passed."""
    with opened_registry() as registry:
        wanted = registry.practice.recommendations.overdue()
        _list(registry, wanted, after=None, limit=limit, lang=lang, as_json=as_json)


@recommend.command("show")
def show(name: RecommendationName, *, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """A recommendation with all its steps."""
    with opened_registry() as registry:
        _tell(registry.practice.recommendations.item(name), lang, as_json=as_json, steps=True)


@recommend.command("accept")
def accept(
    name: RecommendationName,
    *,
    owner: OwnerOption = None,
    due: Due = None,
    note: Note = "",
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Its owner takes it on by a day; also opens again what was done."""
    _step(name, RecommendationState.ACCEPTED, lang, owner=owner, due=due, note=note, as_json=as_json)


@recommend.command("reject")
def reject(name: RecommendationName, *, note: Note = "", lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """It will not be done; the note says why."""
    _step(name, RecommendationState.REJECTED, lang, note=note, as_json=as_json)


@recommend.command("done")
def finish(name: RecommendationName, *, note: Note = "", lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """It is done; the note says how that is seen."""
    _step(name, RecommendationState.DONE, lang, note=note, as_json=as_json)


@recommend.command("propose")
def propose_again(
    name: RecommendationName, *, note: Note = "", lang: Lang = WordLanguage.KK, as_json: AsJson = False
) -> None:
    """Open again what was rejected; the note says why."""
    _step(name, RecommendationState.PROPOSED, lang, note=note, as_json=as_json)


def _step(
    name: str,
    state: RecommendationState,
    lang: WordLanguage,
    *,
    note: str,
    as_json: bool,
    owner: str | None = None,
    due: str | None = None,
) -> None:
    day, actor = read_day(due), command_actor()
    with opened_registry() as registry:
        changed = registry.practice.recommendations.change(name, state, actor=actor, owner=owner, due=day, note=note)
    _tell(changed, lang, as_json=as_json)


def _list(
    registry: Registry,
    wanted: RecommendationFilter,
    *,
    after: str | None,
    limit: int,
    lang: WordLanguage,
    as_json: bool,
) -> None:
    tracker = registry.practice.recommendations
    page, counts = tracker.listed(wanted, after=after, limit=limit), tracker.counts()
    today = today_in_kazakhstan()
    if as_json:
        items = [recommendation_to_json(one, today=today, actors=True) for one in page.items]
        write_json({"items": items, "next": page.next, "counts": {state.value: n for state, n in counts.items()}})
        return
    words = Words(Language(lang.value))
    for one in page.items:
        console().print(escape(_line(one, words)))
    if not page.items:
        console().print(words("recommend.none"))
    if page.next:
        console().print(words("recommend.next", cursor=page.next))
    told = "; ".join(f"{words(f'recommend.state.{state.value}')}: {count}" for state, count in counts.items())
    console().print(told)


def _tell(kept: KeptRecommendation, lang: WordLanguage, *, as_json: bool, steps: bool = False) -> None:
    if as_json:
        write_json(recommendation_to_json(kept, today=today_in_kazakhstan(), actors=True))
        return
    words = Words(Language(lang.value))
    console().print(escape(_line(kept, words)))
    for step in kept.steps if steps else ():
        state = words(f"recommend.state.{step.state.value}")
        day = step.at.date().isoformat()
        console().print(escape(words("recommend.step", day=day, state=state, actor=step.actor, note=step.note)))


def _line(kept: KeptRecommendation, words: Words) -> str:
    told = kept.recommendation
    line = words(
        "recommend.line",
        id=kept.id,
        state=words(f"recommend.state.{kept.state.value}"),
        owner=kept.owner or "-",
        due=kept.due.isoformat() if kept.due else "-",
        text=told.words,
    )
    return f"{line} {words('recommend.overdue')}" if kept.overdue(today_in_kazakhstan()) else line


def _read_to_json(one: Recommendation) -> dict[str, object]:
    return {
        "words": one.words,
        "language": one.language.value,
        "service": one.service,
        "line": one.place.line if one.place else None,
    }
