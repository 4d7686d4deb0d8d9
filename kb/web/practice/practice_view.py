"""Promise, practice and complaint of a service as its card shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Language, Statement, SurveyChannel
from kb.model.monitoring import QuestionKind, Wave
from kb.model.quote import Quote
from kb.model.remark import Remark
from kb.monitoring import RatedRow, question_words
from kb.monitoring.quotes import theme_words
from kb.monitoring.ratings import SMALL_N
from kb.monitoring.topics import topic_words
from kb.norms import codes, label
from kb.pipeline.practice.service_practice import ChannelPoint, Measured, ServicePractice, TopicPractice
from kb.web.card_view import AttributeView
from kb.web.source_link import SourceLink, source_link
from kb.web.value_words import Shown, value_words
from kb.web.words import Words

# Long lists stand on the card already: here their length, and the way to them.
COUNTED = ("document", "refusal_ground", "appeal")
SHOWN_FIGURES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLine:
    """One thing said or measured: its words, what stands beside it, where it was read (None: in the wave that is
    named), and whether few people stand behind it."""

    shown: Shown
    beside: str
    links: tuple[SourceLink, ...] = ()
    few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One row: the promise, and what people reported; `more` are further figures, `list_href` leads to a list on the
    card whose length `promise` tells."""

    title: str
    promise: tuple[PracticeLine, ...]
    list_href: str | None
    practice: tuple[PracticeLine, ...]
    more: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLine:
    """A channel in one wave; `wave_href` leads to the ratings of the wave."""

    wave: str
    wave_href: str
    channel: str
    satisfaction: str
    interval: str
    mean: str
    rated: str
    few: bool
    other_method: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """What somebody said, with theme and wave."""

    words: str
    language: Language
    theme: str
    wave: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """The section of a card."""

    topics: tuple[TopicView, ...]
    channels: tuple[ChannelLine, ...]
    quotes: tuple[QuoteLine, ...]
    recommendations: int


def practice_view(practice: ServicePractice, attributes: Sequence[AttributeView], words: Words) -> PracticeView:
    """The section for a card with these attributes."""
    lengths = {view.code: len(view.rows) + sum(map(len, view.disputes)) for view in attributes}
    return PracticeView(
        topics=tuple(_topic(one, lengths, practice.people, words) for one in practice.topics),
        channels=tuple(_channel(point, row, words) for point in reversed(practice.channels) for row in point.rows),
        quotes=tuple(_quote(wave, quote, words) for wave, quote in practice.quotes),
        recommendations=len(practice.recommendations),
    )


def _topic(
    one: TopicPractice, lengths: Mapping[str, int], people: Mapping[SurveyChannel, int], words: Words
) -> TopicView:
    counted = next((code for code in one.topic.promise if code in COUNTED), None)
    length = lengths.get(counted, 0) if counted else 0
    promise = (
        (PracticeLine(shown=Shown(text=words.count(f"practice.listed.{counted}", length)), beside=""),)
        if length
        else ()
    )
    figures = _figures(one.figures, people, words)
    measured = tuple(_measured(measured, words) for measured in one.measured)
    met = _met(one.met, words)
    told = _values(one.told, words)
    practice = (*measured, *told, *met, *figures)
    return TopicView(
        title=topic_words(one.topic.code, words.language),
        promise=promise if counted else _values(one.promise, words),
        list_href=f"#{counted}" if length else None,
        practice=practice[: max(SHOWN_FIGURES, len(measured))],
        more=practice[max(SHOWN_FIGURES, len(measured)) :],
    )


def _values(statements: Iterable[Statement], words: Words) -> tuple[PracticeLine, ...]:
    """Equal values once, with all places; those of another language only where the page's own tells nothing."""
    lines: dict[Shown, list[Statement]] = {}
    for one in statements:
        lines.setdefault(value_words(one, words), []).append(one)
    return tuple(
        PracticeLine(
            shown=shown,
            beside=", ".join(dict.fromkeys(_speaker(one, words) for one in mine)),
            links=tuple({link.href: link for link in (source_link(one.evidence, words) for one in mine)}.values()),
        )
        for shown, mine in lines.items()
    )


def _speaker(statement: Statement, words: Words) -> str:
    spoken = label("source_kind", statement.source_kind.value, words.language)
    queue = getattr(statement.value, "code", None)
    return f"{spoken}, {label('waiting_queue', queue, words.language)}" if queue in codes("waiting_queue") else spoken


def _figures(remarks: Iterable[Remark], people: Mapping[SurveyChannel, int], words: Words) -> tuple[PracticeLine, ...]:
    lines: dict[tuple[str, str], list[Remark]] = {}
    for one in remarks:
        if one.value is not None and one.subject and one.measure in codes("remark"):
            unit = " %" if one.measure in ("share", "top_two", "without", "received") else ""
            measure = label("remark", str(one.measure), words.language)
            text = f"{label('remark', one.subject, words.language)}: {measure} {words.number(one.value)}{unit}"
            lines.setdefault((text, one.channel.value if one.channel else ""), []).append(one)
    return tuple(_figure(text, mine, people, words) for (text, _), mine in lines.items())


def _figure(text: str, mine: Sequence[Remark], people: Mapping[SurveyChannel, int], words: Words) -> PracticeLine:
    channel = mine[0].channel
    asked = people.get(channel or SurveyChannel.ALL)
    beside = [label("survey_channel", channel.value, words.language)] if channel else []
    if asked is not None:
        beside.append(words("practice.people", n=words.number(asked)))
    return PracticeLine(
        shown=Shown(text=text),
        beside=", ".join(beside),
        links=tuple({link.href: link for link in (source_link(one.evidence, words) for one in mine)}.values()),
        few=asked is not None and asked < SMALL_N,
    )


def _met(remarks: Iterable[Remark], words: Words) -> tuple[PracticeLine, ...]:
    """What people met, each place once with all that it tells of."""
    lines: dict[SourceLink, list[str]] = {}
    for one in remarks:
        subjects = lines.setdefault(source_link(one.evidence, words), [])
        if one.subject in codes("remark_told"):
            subjects.append(label("remark_told", str(one.subject), words.language))
    return tuple(
        PracticeLine(
            shown=Shown(
                text=f"«{link.quote}»", language=link.language if link.language is not words.language else None
            ),
            beside=", ".join(dict.fromkeys(subjects)),
            links=(link,),
        )
        for link, subjects in lines.items()
    )


def _measured(one: Measured, words: Words) -> PracticeLine:
    question = question_words(one.question, words.language)
    figures = []
    if one.kind is QuestionKind.MINUTES and one.mean is not None and one.middle is not None:
        mean, middle = words.number(one.mean), words.number(one.middle)
        figures.append(words("practice.minutes", mean=mean, middle=middle))
    elif one.mean is not None:
        figures.append(words("practice.mean", mean=words.number(one.mean)))
    if one.share is not None and one.low is not None and one.high is not None:
        best = words("practice.best") if one.kind is QuestionKind.MARK else words("practice.yes")
        low, high = words.number(one.low), words.number(one.high)
        figures.insert(0, words("practice.share", best=best, share=words.number(one.share), low=low, high=high))
    people = words("practice.answered", n=words.number(one.answers.rated))
    return PracticeLine(
        shown=Shown(text=f"{question}: {'; '.join(figures)}"), beside=f"{_wave(one.wave, words)}, {people}",
        few=one.small_n,
    )  # fmt: skip


def _channel(point: ChannelPoint, row: RatedRow, words: Words) -> ChannelLine:
    return ChannelLine(
        wave=_wave(point.wave, words),
        wave_href=f"/monitoring/{point.wave.id}",
        channel=label("channel", row.key, words.language),
        satisfaction=f"{words.number(row.satisfaction)} %",
        interval=f"{words.number(row.low)}–{words.number(row.high)} %",
        mean=words.number(row.mean),
        rated=words.number(row.rated),
        few=row.rated < SMALL_N,
        other_method=not point.same_method,
    )


def _quote(wave: Wave, quote: Quote, words: Words) -> QuoteLine:
    return QuoteLine(
        words=quote.words,
        language=quote.language,
        theme=theme_words(quote.theme, words.language),
        wave=_wave(wave, words),
    )


def _wave(wave: Wave, words: Words) -> str:
    return f"{wave.year}, {words(f'practice.method.{wave.method}')}, {wave.organisation}"
