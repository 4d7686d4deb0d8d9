"""Methods and evaluated bodies as lines of the command line."""

from collections.abc import Iterator

from kb.cli.words import Words
from kb.model import Language
from kb.model.evaluation import Appeal
from kb.model.evaluation_method import Method, Place
from kb.monitoring.evaluation import BODY, Change, Missing, Total, due_day, evaluation_words
from kb.norms import show_number
from kb.pipeline.evaluation_json import levelled
from kb.pipeline.evaluation_names import body_name, evaluated_name, naming_day
from kb.pipeline.evaluations import BodySheet

INDENT = {"block": "", "area": "  ", "indicator": "    "}


def method_lines(method: Method, words: Words) -> Iterator[str]:
    """The method as a tree, each item with its place in the source, and what the source does not give said so."""
    language, day = words.language, naming_day(method)
    absent = words("evaluation.absent")
    yield words(
        "evaluation.method", id=method.id, year=method.year or absent, source=_source(method, language),
        adding=words(f"evaluation.adding.{method.adding.value}") if method.adding else absent,
        digits=absent if method.digits is None else method.digits,
    )  # fmt: skip
    for item, level in levelled(method.blocks):
        weight, most = (absent if one is None else show_number(one, language) for one in (item.weight, item.most))
        yield INDENT[level] + words(
            "evaluation.item", id=item.id, name=item.told.in_language(language), weight=weight, most=most,
            place=place_words(item.told.place, words),
        )  # fmt: skip
        if item.evaluators:
            names = ", ".join(body_name(code, day, language) for code in item.evaluators)
            yield INDENT[level] + "  " + words("evaluation.evaluators", names=names)
    for rule in method.penalties:
        points = absent if rule.points is None else show_number(rule.points, language)
        yield words(
            "evaluation.rule", id=rule.id, name=rule.told.in_language(language), points=points, item=rule.item,
            place=place_words(rule.told.place, words),
        )  # fmt: skip
    for number, stage in enumerate(method.stages, start=1):
        place = place_words(stage.told.place, words)
        yield words("evaluation.stage", number=number, name=stage.told.in_language(language), place=place)
    for term in method.calendar:
        months = str(term.first) if term.first == term.last else f"{term.first}–{term.last}"
        step = evaluation_words("steps", term.step, language)
        yield words("evaluation.term", item=term.item, step=step, months=months, place=place_words(term.place, words))
    for note in method.notes:
        yield words("evaluation.note", text=note.in_language(language), place=place_words(note.place, words))


def sheet_lines(sheet: BodySheet, words: Words) -> Iterator[str]:
    """All of the evaluation of a body."""
    language, method = words.language, sheet.method
    evaluation, scores = sheet.evaluation, {one.item: one for one in sheet.evaluation.scores}
    yield words(
        "evaluation.sheet", id=evaluation.id, name=evaluated_name(evaluation, language), year=evaluation.year,
        method=method.id, total=total_words(sheet.totals[BODY], method, words),
    )  # fmt: skip
    for item, level in levelled(method.blocks):
        line = f"{item.told.in_language(language)}: {total_words(sheet.totals[item.id], method, words)}"
        if score := scores.get(item.id):
            evaluator = body_name(score.evaluator, naming_day(method), language)
            line += words("evaluation.given", evaluator=evaluator, evidence=score.evidence)
        yield INDENT[level] + line
    rules = {one.id: one for one in method.penalties}
    for penalty in evaluation.penalties:
        yield words(
            "evaluation.penalty", name=rules[penalty.rule].told.in_language(language), cases=penalty.cases,
            evidence=penalty.evidence,
        )  # fmt: skip
    for appeal in sheet.appeals:
        yield appeal_line(appeal, method, words)


def appeal_line(appeal: Appeal, method: Method, words: Words) -> str:
    """An appeal with its state and the day to decide it by."""
    due = due_day(method, appeal)
    return words(
        "evaluation.appeal", id=appeal.id, item=appeal.item,
        state=evaluation_words("states", appeal.state.value, words.language), day=appeal.moves[-1].day,
        reason=appeal.moves[-1].reason,
        late=words("evaluation.late") if appeal.in_term is False else "",
        due=words("evaluation.due", day=due) if due else "",
    )  # fmt: skip


def total_words(total: Total, method: Method, words: Words) -> str:
    """A total, or that it cannot be computed and what is missing for it."""
    if total.shown is not None:
        shown = f"{total.shown:f}"  # with the zeros at the end: two decimals are what the method asks for
        return shown if words.language is Language.EN else shown.replace(".", ",")
    names = {one.id: one.told.in_language(words.language) for one in method.each()}
    return words("evaluation.lacking", missing=", ".join(missing_words(total.missing, names, words.language)))


def missing_words(missing: tuple[Missing, ...], names: dict[str, str], language: Language) -> Iterator[str]:
    """What is missing, the items of each lack together."""
    for what in dict.fromkeys(one.what for one in missing):
        items = [names[one.item] for one in missing if one.what == what and one.item != BODY]
        told = evaluation_words("missing", what, language)
        yield f"{told} ({'; '.join(items)})" if items else told


def change_line(change: Change, words: Words) -> str:
    """One difference between two versions."""
    kind = evaluation_words("changes", change.kind, words.language)
    named = ", ".join(part for part in (words(f"evaluation.part.{change.part}"), change.id, change.field) if part)
    absent = words("evaluation.absent")
    before, after = (absent if one is None else str(one) for one in (change.before, change.after))
    if change.field:
        return f"{kind}: {named}: {before} → {after}"
    return f"{kind}: {named}: {before if change.after is None else after}"


def place_words(place: Place, words: Words) -> str:
    """Where something stands in the source."""
    return place.citation or words("evaluation.line", line=place.line)


def _source(method: Method, language: Language) -> str:
    return method.source.ru if language is Language.RU else method.source.kk
