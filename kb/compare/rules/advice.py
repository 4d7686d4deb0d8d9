"""What is told of how to get a service: wrong payment details, advice that is promised and not given."""

from collections.abc import Iterator

from kb.compare.claims.broken_promises import broken_promise
from kb.compare.clash import Clash
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.model import FindingClass, FindingSeverity

SUBJECTS = ("requisites", "phone_advice", "sent_around")


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Published payment details against wrong ones handed out, promised advice by telephone against none given, offices
    that send people to each other."""
    for subject in SUBJECTS:
        yield from broken_promise(material, FindingClass.ADVICE, subject)


RULES = (ServiceRule(kind=FindingClass.ADVICE, severity=FindingSeverity.HIGH, check=check),)
