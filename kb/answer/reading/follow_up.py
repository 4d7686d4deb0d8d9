"""Questions that go on from the one before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kb.answer.asking import Asking
from kb.answer.concepts import Concepts, exclusive, read_concepts
from kb.answer.cue_groups import cue_groups
from kb.answer.question import Asked
from kb.answer.reading.claims import read_claim
from kb.answer.service.candidates import Candidate
from kb.model import Intent
from kb.search.question_reading import read_question
from kb.text.words import read_words

_TABLE = "follow_up"
# Weight of a phrase from which a follow-up has an intent of its own; «құжат» alone is a case: «құжат сұраса ше?».
ASKS = 2
CASES = (Intent.CHANNEL, Intent.RECIPIENT)  # «ал ХҚКО-да?», «а юрлицу?»: a case of what was asked before
# Score of the search for a follow-up's own words from which they name another service, and the part of it that the
# service spoken of may have at most. On the follow-ups of tests/labels/consultant: what people add to a question
# («базада болмаса», «юрлицу») stays below, and a name of another service is above.
OTHER = 20.0
FAR = 0.5
# The same where a name knows a phrase of the vocabulary, and where it knows the words only in other ones; the part of
# it that the service spoken of may have where it knows nothing of a thing in the other's name. Of the 38 later turns of
# tests/labels/consultant/talks.yaml, written before, 34 go right, 27 without these; all labelled follow-ups stay.
PHRASE, CLEAR = 10.0, 40.0
HALF = 0.5  # of the things named that a linked question must know of another service
NEAR = 0.9


def last_service(before: Sequence[Asked]) -> str | None:
    """The id of the service that the conversation is about."""
    return next((asked.service for asked in reversed(before) if asked.service), None)


def goes_on(asking: Asking, candidates: Sequence[Candidate], *, service: str) -> bool:
    """Whether a question is about the `service` spoken of before; not where its own words name another one."""
    topic = asking.topics[0]
    if not topic.own or not candidates:
        return True
    best = candidates[0]
    if best.service.id == service or service in best.service.ids:
        return True
    spoken_of = next((one for one in candidates if service in (one.service.id, *one.service.ids)), None)
    bar = PHRASE if best.phrased else OTHER if best.named else CLEAR
    names_other = best.own >= bar and _is_behind(spoken_of, best)
    if is_linked(asking.text):
        return not (names_other and (best.own >= CLEAR or len(best.known) >= HALF * best.units))
    return not names_other


def _is_behind(spoken_of: Candidate | None, best: Candidate) -> bool:
    if spoken_of is None:
        return True
    share = FAR if best.named <= spoken_of.known else NEAR
    return spoken_of.own < share * best.own


def is_linked(text: str) -> bool:
    """Whether a text begins or ends like a follow-up: «ал …», «… ше?», «а если …»."""
    words = read_words(text)
    places = cue_groups(_TABLE).places(words)
    return 0 in places.get("opener", ()) or len(words.items) - 1 in places.get("closer", ())


def join_question(asking: Asking, before: Sequence[Asked], *, put_right: Callable[[str], str]) -> Asking:
    """A follow-up with what it takes over: the intents of the question before where it names none, and its words
    without the channel, place and case that it replaces."""
    texts = [put_right(asked.text) for asked in before if asked.text.strip()]
    own = _own_intents(asking)
    intents = own or next((_named_intents(text) for text in reversed(texts) if _named_intents(text)), asking.intents)
    text = asking.text
    for earlier in reversed(texts[-2:] if is_linked(texts[-1]) else texts[-1:]) if texts else ():
        text = f"{_kept_words(earlier, read_concepts(text))} {text}"
    reading = replace(read_question(text), intent=intents[0], intents=intents)
    return replace(asking, text=text, reading=reading, intents=intents, claim=read_claim(asking.text, intents[0]))


def _own_intents(asking: Asking) -> tuple[Intent, ...]:
    may = "may" in cue_groups(_TABLE).found(read_words(asking.text))
    scores = asking.reading.scores
    return tuple(
        intent
        for intent in asking.intents
        if scores.get(intent, (0, 0))[0] > ASKS
        or (scores.get(intent, (0, 0))[0] == ASKS and (may or intent not in CASES))
    )


def _named_intents(text: str) -> tuple[Intent, ...]:
    reading = read_question(text)
    return tuple(intent for intent in reading.intents if reading.scores.get(intent, (0, 0))[0] >= ASKS)


def _kept_words(earlier: str, new: Concepts) -> str:
    words = read_words(earlier)
    return " ".join(word.surface for word in words.items if not _is_replaced(read_concepts(word.surface), new))


def _is_replaced(old: Concepts, new: Concepts) -> bool:
    groups = {group for group, _ in new.named if exclusive(group)}
    return bool(
        (old.channels and new.channels)
        or (old.regions and new.regions)
        or any(group in groups for group, _ in old.named)
    )
