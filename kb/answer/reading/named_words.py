"""Words of a question that are words of the service's own name: they tell which service, not what is asked of it."""

from dataclasses import replace

from kb.answer.asking import Asking
from kb.answer.reading.claims import read_claim
from kb.model import Service
from kb.search.question_reading import read_question
from kb.text.words import Words, read_words


def read_beside_name(asking: Asking, service: Service) -> Asking:
    """The question without the intents that only the name of the service holds, where it asks for something beside:
    «тегін тасымалдауға анықтама қағаз ба, электронды ма?» is on the form and not on the fee."""
    if asking.intents != asking.reading.intents or len(asking.reading.scores) == 1:
        return asking
    reading = read_question(asking.text, name=_name_words(service))
    if reading.intents == asking.intents:
        return asking
    claim = read_claim(asking.text, reading.intents[0])
    return replace(asking, reading=reading, intents=reading.intents, claim=claim)


def _name_words(service: Service) -> Words:
    return read_words(" ".join(filter(None, (service.name_kk, service.name_ru))))
