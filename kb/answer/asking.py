"""A question as it is understood."""

from dataclasses import dataclass
from datetime import date

from kb.answer.days.filing_day import FilingDay
from kb.answer.halt import Halt
from kb.answer.reading.topic import Topic
from kb.model import Attribute, ChannelCode, Deadline, Intent, Language
from kb.search.question_reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a yes/no question supposes of an attribute: «тегін бе?», «10 күнде дайын бола ма?».

    One of the others is set: `free` (True: for nothing, False: for money), `channels` (offered by one of them), `term`
    (ready within it), `code` (this form, recipient, result).
    """

    attribute: Attribute
    free: bool | None = None
    channels: frozenset[ChannelCode] = frozenset()
    term: Deadline | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question read for what it asks.

    `text` is the question as it was meant, with the words that it takes over from the question before; `intents` are
    all that it asks for, the main one first; `day` the day that it asks about; `claim` what a yes/no question supposes.
    `topics` are what it names, as typed and as put right; `halt` is set where it is answered without a service;
    `filing` is the day on which the application is filed, where it names one or asks for a day: then `day` is that
    day.
    """

    text: str
    language: Language
    reading: Reading
    intents: tuple[Intent, ...]
    day: date
    claim: Claim | None = None
    topics: tuple[Topic, ...] = ()
    halt: Halt | None = None
    filing: FilingDay | None = None
