"""Which services are asked for, and how many would be left by each value of each condition."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from kb.model import ChannelCode, RegisterStatus, Service
from kb.resolve.service_values import code_of, values_of
from kb.text import fold_plain

Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFilter:
    """Conditions that a service must meet all of; None asks for nothing.

    `owner` and `provider` are codes of bodies, `provider_kind` a kind of them, `recipient`, `form` and `automation`
    codes of norms tables (`electronic_any` is electronic in some degree), `life_situation` five digits of the register,
    `text` words of a name in either language.
    """

    owner: str | None = None
    provider: str | None = None
    provider_kind: str | None = None
    channel: ChannelCode | None = None
    recipient: str | None = None
    paid: bool | None = None
    form: str | None = None
    automation: str | None = None
    one_stop: bool | None = None
    life_situation: str | None = None
    status: RegisterStatus | None = None
    text: str | None = None

    def misses(self, service: Service) -> tuple[str, ...]:
        """The conditions that the service does not meet."""
        missed = [
            name
            for name, values in values_of(service).items()
            if (wanted := getattr(self, name)) is not None and code_of(wanted) not in values
        ]
        if self.text is not None and not _is_named(service, self.text):
            missed.append("text")
        return tuple(missed)


FACETS = tuple(one.name for one in fields(ServiceFilter) if one.name != "text")


def select_services(services: Iterable[Service], asked: ServiceFilter) -> tuple[tuple[Service, ...], Facets]:
    """The services that meet all conditions, in their order, and the counts beside the values of each condition.

    A count is how many services there are with that value that meet all the other conditions.
    """
    found: list[Service] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for service in services:
        missed = asked.misses(service)
        if not missed:
            found.append(service)
        if len(missed) <= 1:
            for name, values in values_of(service).items():
                if not missed or missed[0] == name:
                    counts[name].update(values)
    facets = {name: dict(sorted(own.items(), key=lambda pair: (-pair[1], pair[0]))) for name, own in counts.items()}
    return tuple(found), facets


def _is_named(service: Service, text: str) -> bool:
    """Whether one of the names has all the words, however the special letters are typed."""
    words = fold_plain(text).split()
    names = (fold_plain(name) for name in (service.name_kk, service.name_ru) if name)
    return any(all(word in name for word in words) for name in names)
