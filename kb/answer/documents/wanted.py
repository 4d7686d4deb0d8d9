"""What a question for documents tells of the asker."""

from kb.answer.calculators.checklist import Wanted
from kb.answer.concepts import read_concepts
from kb.answer.documents.condition_fit import read_told
from kb.answer.documents.wording import codes_of, is_named
from kb.model import ChannelCode
from kb.text.words import Words, read_words


def read_wanted(text: str, *, name: str = "") -> Wanted:
    """Channel, recipient, representative and case as far as the question names them; `name` is the service's."""
    words = read_words(text)
    recipients = [code for code in codes_of("recipients") if is_named(words, "recipients", code)]
    of_person = is_named(words, "relatives")
    person = "individual" if of_person else None
    return Wanted(
        said=read_told(text),
        told=read_told(text, known=name),
        channels=_channels(text, words),
        recipient=recipients[0] if len(recipients) == 1 else person,
        representative=True if of_person or is_named(words, "representative") else None,
    )


def wanted_of(
    *,
    name: str,
    case: str | None = None,
    channel: ChannelCode | None = None,
    recipient: str | None = None,
    representative: bool | None = None,
) -> Wanted:
    """The same from separate answers; None where one was not given."""
    return Wanted(
        told=read_told(case or "", known=name),
        said=read_told(case or ""),
        channels=frozenset([channel]) if channel else frozenset(),
        recipient=recipient,
        representative=representative,
    )


def _channels(text: str, words: Words) -> frozenset[ChannelCode]:
    """The channels named; failing that those where documents are carried to, or attached."""
    named = set(read_concepts(text).channels)
    if is_named(words, "offices"):
        named.add(ChannelCode.PROVIDER_OFFICE)
    if is_named(words, "corporations"):
        named.add(ChannelCode.STATE_CORPORATION)
    if named:
        return frozenset(named)
    for cue, kind in (("attached", "portals"), ("carried", "counters")):
        if is_named(words, cue):
            return frozenset(map(ChannelCode, codes_of(kind)))
    return frozenset()
