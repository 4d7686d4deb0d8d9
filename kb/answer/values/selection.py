"""Which statements of a card answer a question, and in which order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.answer.concepts import Concepts, exclusive, names_elsewhere, read_concepts, usual_concepts
from kb.answer.reading.shared_words import held_places
from kb.model import Attribute, Deadline, Fee, FeeKind, Intent, Purpose, Scope, SourceKind, Statement, Unit
from kb.search.question_reading import Reading
from kb.text.words import Words, read_words

ATTRIBUTES: dict[Intent, tuple[Attribute, ...]] = {
    Intent.DEADLINE: (Attribute.DEADLINE,),
    Intent.FEE: (Attribute.FEE,),
    Intent.DOCUMENTS: (Attribute.DOCUMENT,),
    Intent.CHANNEL: (Attribute.CHANNEL, Attribute.PROVIDER),
    Intent.PROVIDER: (Attribute.PROVIDER,),
    Intent.RESULT: (Attribute.RESULT, Attribute.RESULT_FORM),
    Intent.FORM: (Attribute.FORM, Attribute.RESULT_FORM),
    Intent.REFUSAL: (Attribute.REFUSAL_GROUND,),
    Intent.LEGAL_BASIS: (Attribute.LEGAL_ACT,),
    Intent.RECIPIENT: (Attribute.RECIPIENT,),
    Intent.SCHEDULE: (Attribute.SCHEDULE,),
    Intent.QUALITY: (Attribute.WAITING,),
    Intent.CARD: (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL, Attribute.PROVIDER),
    Intent.OTHER: (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL, Attribute.PROVIDER),
    Intent.APPEAL: (),
    Intent.STATUS: (),
}
SOURCES = tuple(
    SourceKind(code) for code in ("act", "standard", "portal_card", "contact_centre", "practice", "survey", "news")
)
RULES = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)
UNASKED = (Purpose.QUEUE, Purpose.SERVING)  # minutes at the counter are not the service's deadline
ELSEWHERE = "elsewhere"
CLEARLY = 1.5  # weight of shared words: more than one word that no other condition has


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A statement with how well its conditions fit the question.

    `concepts` counts the conditions that both name, `words` weighs the words they share; `excluded` says
    that the question names a condition that rules this one out.
    """

    statement: Statement
    concepts: float
    words: float
    excluded: bool


def select_statements(
    statements: Sequence[Statement], attribute: Attribute, *, question: str, reading: Reading
) -> tuple[Choice, ...]:
    """Statements of one attribute, those that fit the question best first; sources that disagree are all kept."""
    candidates = [statement for statement in statements if statement.attribute is attribute]
    asked = read_concepts(question)
    weights = _word_weights(candidates)
    told = _told_otherwise(candidates, reading.topic)
    topic = reading.topic.stems
    choices = [
        _weigh(one, asked, topic=topic, weights=weights, otherwise=told[one.id], among=candidates) for one in candidates
    ]
    order = {statement.id: place for place, statement in enumerate(statements)}
    return tuple(
        sorted(
            _told(choices, reading.purposes),
            key=lambda choice: (
                -_asked_purpose(choice.statement, reading.purposes),
                choice.excluded,
                -choice.concepts,
                not _has_number(choice.statement),
                _source_rank(choice.statement),
                -round(choice.words, 3),
                _purpose_rank(choice.statement),
                order[choice.statement.id],
            ),
        )
    )


def told_scope(statement: Statement) -> Scope:
    """The conditions that a rule sets; words around what people experienced or said are no conditions."""
    return statement.scope if statement.source_kind in RULES else replace(statement.scope, case=None)


def condition_text(statement: Statement) -> str:
    """The words of a statement's conditions as printed."""
    scope = told_scope(statement)
    return " ".join(part.text for part in (scope.case, scope.channel, scope.recipient, scope.region) if part)


def _told(choices: Sequence[Choice], asked: frozenset[Purpose]) -> list[Choice]:
    """Without minutes at the counter, unless they are asked for, are all there is, or fit clearly better."""
    if not any(_purpose(choice.statement) in (None, Purpose.SERVICE) for choice in choices):
        return list(choices)
    wanted = [choice for choice in choices if not _is_at_counter(choice.statement)]
    best = max(choice.concepts + choice.words for choice in wanted)
    return [
        choice
        for choice in choices
        if choice in wanted or _purpose(choice.statement) in asked or choice.concepts + choice.words >= best + CLEARLY
    ]


def _is_at_counter(statement: Statement) -> bool:
    """Waiting and serving are told apart from the service's term by their units: what takes days is no queue."""
    value = statement.value
    return isinstance(value, Deadline) and value.purpose in UNASKED and value.unit in (Unit.MINUTE, Unit.HOUR)


def _has_number(statement: Statement) -> bool:
    """Whether a term or a fee comes with its number; «paid» without an amount tells less than any amount."""
    match statement.value:
        case Deadline(value=None) | Fee(kind=FeeKind.PAID_UNSPECIFIED):
            return False
        case _:
            return True


def _purpose(statement: Statement) -> Purpose | None:
    return statement.value.purpose if isinstance(statement.value, Deadline) else None


def _asked_purpose(statement: Statement, asked: frozenset[Purpose]) -> int:
    return int(_purpose(statement) in asked)


def _purpose_rank(statement: Statement) -> int:
    purpose = _purpose(statement)
    return 0 if purpose is None else list(Purpose).index(purpose)


def _source_rank(statement: Statement) -> int:
    # standard and act speak with one voice here: which of them prevails is a later decision
    return max(0, SOURCES.index(statement.source_kind) - 1)


def _weigh(
    statement: Statement,
    asked: Concepts,
    *,
    topic: frozenset[str],
    weights: dict[str, float],
    otherwise: float,
    among: Sequence[Statement],
) -> Choice:
    text = condition_text(statement)
    told = read_concepts(text)
    concepts = float(len(asked.named & told.named))
    concepts += bool((_channel_of(statement) or told.channels) & asked.channels)
    region = _region_of(statement)
    concepts += bool(region and asked.regions and (region in asked.regions or region == ELSEWHERE))
    if not asked.named:
        concepts += _usualness(told)
    return Choice(
        statement=statement,
        concepts=concepts,
        words=sum(weights.get(stem, 0.0) for stem in topic & read_words(text).stems) + otherwise,
        excluded=_excluded(statement, asked, among),
    )


def _usualness(told: Concepts) -> float:
    """Without a case in the question the usual one is meant: «issue of a duplicate» names a particular one too."""
    particular = {concept for concept in told.named - usual_concepts() if exclusive(concept[0])}
    if particular:
        return -0.5
    return 0.5 * bool(told.named & usual_concepts())


def _word_weights(statements: Sequence[Statement]) -> dict[str, float]:
    """A word that many conditions share tells little: its weight is one over their number."""
    counts = Counter(stem for statement in statements for stem in read_words(condition_text(statement)).stems)
    return {stem: 1 / count for stem, count in counts.items()}


def _told_otherwise(statements: Sequence[Statement], topic: Words) -> dict[str, float]:
    """What each statement's condition shares with the topic in other words or in the other language, weighed alike: «за
    исправление» beside «түзету үшін»."""
    texts = {one.id: condition_text(one) for one in statements}
    held = {key: _other_places(text, topic) if text else frozenset() for key, text in texts.items()}
    counts = Counter(place for places in held.values() for place in places)
    return {key: sum(1 / counts[place] for place in places) for key, places in held.items()}


def _other_places(text: str, topic: Words) -> frozenset[int]:
    stems = read_words(text).stems
    same = {place for place, word in enumerate(topic.items) if word.folded_kk in stems or word.ru in stems}
    return held_places(text, topic.items) - same


def _channel_of(statement: Statement) -> frozenset[str]:
    channel = statement.scope.channel
    return frozenset([channel.code]) if channel and channel.code else frozenset()


def _region_of(statement: Statement) -> str | None:
    region = statement.scope.region
    if region is None:
        return None
    return region.code or (ELSEWHERE if names_elsewhere(region.text) else None)


def _excluded(statement: Statement, asked: Concepts, candidates: Sequence[Statement]) -> bool:
    told = read_concepts(condition_text(statement)).named
    for group in {group for group, _ in asked.named if exclusive(group)}:
        theirs = {pair for pair in told if pair[0] == group}
        if theirs and not theirs & asked.named:
            return True
    channel = _channel_of(statement)
    if channel and asked.channels and not channel & asked.channels:
        return True
    region = _region_of(statement)
    if not region or not asked.regions:
        return False
    if region == ELSEWHERE:
        return bool(asked.regions & {_region_of(other) for other in candidates})
    return region not in asked.regions
