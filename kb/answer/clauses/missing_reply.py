"""The reply that the standard does not state what was asked."""

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import Fit
from kb.answer.clauses.quote_words import describe_quote
from kb.answer.days.dates import show_day
from kb.answer.reading.other_terms import other_term
from kb.answer.reply import Reply, each_place_once
from kb.answer.sheet import Sheet
from kb.answer.spoken import speak
from kb.answer.values.composition import LIMIT, service_name
from kb.answer.values.selection import ATTRIBUTES
from kb.answer.values.spoken_sentences import as_sentence
from kb.answer.values.value_words import Wish
from kb.answer.wording import say
from kb.model import AnswerState, Intent, Purpose, YesNo
from kb.norms import label


def reply_missing(asking: Asking, sheet: Sheet, *, nearest: Fit | None = None) -> Reply:
    """Names what the texts lack; cites the place where the value should stand when one is known, else the `nearest`
    clause, which is quoted."""
    language = asking.language
    wanted = tuple(dict.fromkeys(attribute for intent in asking.intents for attribute in ATTRIBUTES[intent][:1]))
    missing = ", ".join(label("attribute", one, language) for one in wanted) or label(
        "intent", asking.intents[0], language
    )
    if asking.intents[0] is Intent.DEADLINE and Purpose.QUEUE in asking.reading.purposes:
        missing, wanted = label("purpose", Purpose.QUEUE, language), ()
    if other := other_term(asking.reading.words):
        missing, wanted = say(f"term_{other}", language), ()
    name = service_name(sheet.card.service, language)
    past = any(one.attribute in wanted for one in sheet.card.statements)
    day = show_day(asking.day, language)
    text = say("not_in_force" if past else "not_stated", language, service=name, label=missing, day=day)
    gaps = [] if past else [gap.evidence for gap in sheet.card.gaps if gap.attribute in {one.value for one in wanted}]
    if gaps:
        text = " ".join((text, say("not_stated_gap", language)))
    elif nearest and not past:
        text = f"{text} {describe_quote(nearest, Wish(day=asking.day, language=language, clip=LIMIT))}"
        gaps = [nearest.evidence]
    spoken = say("not_in_force_aloud" if past else "not_stated_aloud", language, label=missing.lower(), day=day)
    return Reply(
        state=AnswerState.NOT_STATED,
        text=text,
        aloud=as_sentence(speak(spoken, language)),
        citations=each_place_once(gaps),
        quoted=nearest is not None and gaps == [nearest.evidence],
        yes_no=YesNo.UNKNOWN if asking.claim else None,
    )
