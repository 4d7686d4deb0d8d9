"""A call at the operator's console: what is asked now, what was asked before, and the addresses of its next steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kb.answer import Asked
from kb.model import Language, Service
from kb.web.page_parameters import MAX_QUERY, read_day

CONSOLE = "/console"
THANKS = "thanks"  # in the address: a mark was kept
MOST_SAID = 10  # as many as POST /v1/ask takes
MOST_AMONG = 6
LONGEST_ID = 300
SPOKEN = (Language.KK, Language.RU)
Sent = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What the operator has before him; the whole call stands in the fields of one form or in one address.

    `said` are the questions kept so far, oldest first, the one asked now among them once it is kept. `speak` is the
    language of the answers where it was chosen, else each question's own. `service` is the service that was picked,
    `among` are the ids from which it was picked.
    """

    q: str = ""
    as_of: date | None = None
    service: str | None = None
    speak: Language | None = None
    said: tuple[Asked, ...] = ()
    among: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[Asked, ...]:
        """What was asked before the present question."""
        if self.said and self.said[-1].text == self.q:
            return self.said[:-1]
        return self.said

    def keeping(self, service: Service | None) -> "Call":
        """The call with its present question kept, which was answered for `service`; the oldest ones fall off."""
        asked = Asked(text=self.q, service=service.id if service else None)
        return replace(self, said=(*self.before, asked)[-MOST_SAID:])

    def picking(self, service: str, *, q: str | None = None, among: Sequence[str] = ()) -> str:
        """The address that asks again about one service."""
        return replace(self, q=q or self.q, service=service, among=tuple(among)).address()

    def speaking(self, language: Language) -> str:
        """The address of the same place in another language."""
        return replace(self, speak=language).address(("lang", language.value))

    def address(self, *more: tuple[str, str]) -> str:
        """The address of this place in the call."""
        pairs = [*self.fields(), *more]
        return f"{CONSOLE}?{urlencode(pairs)}" if pairs else CONSOLE

    def fields(self) -> list[tuple[str, str]]:
        """Names and values of the form, without what is not set."""
        single = [
            ("q", self.q),
            ("as_of", self.as_of.isoformat() if self.as_of else ""),
            ("service", self.service or ""),
            ("speak", self.speak.value if self.speak else ""),
        ]
        pairs = [(name, value) for name, value in single if value]
        for one in self.said:
            pairs += [("said", one.text), ("about", one.service or "")]
        return pairs + [("among", one) for one in self.among]


def read_call(sent: Sent) -> Call:
    """The call of a form; raises HTTPException 422 for what is too long, too much or no date."""
    said, about = _words(sent, "said", MOST_SAID, MAX_QUERY), _words(sent, "about", MOST_SAID, LONGEST_ID)
    services = [*about, *[""] * len(said)]
    return Call(
        q=_one(sent, "q", MAX_QUERY),
        as_of=read_day(_one(sent, "as_of", 40), "as_of"),
        service=_one(sent, "service", LONGEST_ID) or None,
        speak=next((one for one in SPOKEN if one.value == _one(sent, "speak", 10)), None),
        said=tuple(
            Asked(text=text, service=service or None) for text, service in zip(said, services, strict=False) if text
        ),
        among=tuple(one for one in _words(sent, "among", MOST_AMONG, LONGEST_ID) if one),
    )


def own_place(back: str) -> str:
    """A place of the console to go back to: never an address elsewhere."""
    return back if back == CONSOLE or back.startswith((f"{CONSOLE}?", f"{CONSOLE}/")) else CONSOLE


def marked_at(back: str) -> str:
    """The place of the console to come back to once a mark is kept."""
    place = own_place(back)
    return f"{place}{'&' if '?' in place else '?'}{urlencode([(THANKS, '1')])}"


def sent_in_address(request: Request) -> dict[str, list[str]]:
    """The fields that stand in the address of a request."""
    sent: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        sent.setdefault(name, []).append(value)
    return sent


def _one(sent: Sent, name: str, longest: int) -> str:
    return next(iter(_words(sent, name, 1, longest)), "")


def _words(sent: Sent, name: str, most: int, longest: int) -> list[str]:
    found = [" ".join(value.split()) for value in sent.get(name, ())]
    if len(found) > most:
        raise HTTPException(422, f"{name} may be sent {most} times at most, it was sent {len(found)} times")
    if any(len(value) > longest for value in found):
        raise HTTPException(422, f"{name} has at most {longest} characters")
    return found
