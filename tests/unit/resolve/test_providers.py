"""The bodies of a service's statements; services and sentences are invented."""

from kb.model import Attribute, Evidence, Language, Mention, Service, SourceKind, Statement, Text
from kb.resolve import build_service, group_mentions
from kb.resolve.bodies import BodyMatch, Doubt
from kb.resolve.providers import find_body_doubts, owner_code, resolve_providers


def evidence(line: int) -> Evidence:
    return Evidence(
        document="d", snapshot="sha256:" + "0" * 64, act=None, edition=None, language=Language.KK,
        clause=None, start=line * 10, end=line * 10 + 4, line=line, quote="сөзі",
    )  # fmt: skip


def said(text: str, line: int = 1, *, service: str = "k", attribute: Attribute = Attribute.PROVIDER) -> Statement:
    return Statement(
        service=service, attribute=attribute, value=Text(text=text), source_kind=SourceKind.STANDARD,
        evidence=evidence(line),
    )  # fmt: skip


def service(*statements: Statement, owner: str | None = None) -> Service:
    mention = Mention(key="k", name_kk="Құм беру", name_ru=None, evidence=evidence(1), source="acts", owner=owner)
    (group,) = group_mentions([mention])
    return build_service(group, [mention], statements)


def test_the_ministry_alone_is_the_one_that_the_service_names() -> None:
    statements = [
        said("Қаржы министрлігі", 1, attribute=Attribute.COMPETENT_BODY),
        said("Министрліктің аумақтық бөлімшелері", 2),
    ]
    _, (_, match) = resolve_providers(statements)
    assert isinstance(match, BodyMatch)
    assert (match.code, match.part) == ("finance-ministry", "territorial")


def test_the_ministry_alone_stays_a_doubt_between_two() -> None:
    statements = [said("Қаржы министрлігі мен Әділет министрлігі", 1), said("Министрліктің аумақтық бөлімшелері", 2)]
    _, (_, match) = resolve_providers(statements)
    assert isinstance(match, Doubt)


def test_doubts_come_with_their_evidence_service_by_service() -> None:
    unsure = said("Құм министрлігі", 7, service="b")
    statements = [
        said("Қаржы министрлігі", 1, service="b"),
        unsure,
        said("Министрліктің аумақтық бөлімшелері", 3, service="a"),
        said("Құм министрлігі", 9, service="a", attribute=Attribute.RESULT),
    ]
    bare, unknown = find_body_doubts(statements)
    assert bare.evidence is not None
    assert bare.evidence.line == 3  # the ministry of another service does not help
    assert unknown.statement == unsure.id
    assert unknown.evidence == unsure.evidence


def test_a_service_knows_its_bodies() -> None:
    made = service(said("ҚР Қаржы министрлігімен", 1), said("Құм министрлігі", 2), said("ЖАО", 3))
    assert made.owner == "Қаржы министрлігі"
    assert made.owner_code == "finance-ministry"
    assert made.provider_codes == ("finance-ministry", "local-body")


def test_the_owner_of_a_register_comes_before_providers() -> None:
    made = service(said("Қаржы министрлігі"), owner="ҚР Әділет министрлігінің")
    assert (made.owner, made.owner_code) == ("Әділет министрлігі", "justice-ministry")
    assert made.provider_codes == ("finance-ministry",)


def test_an_owner_in_doubt_stays_as_printed() -> None:
    made = service(said("Құм министрлігімен"))
    assert (made.owner, made.owner_code, made.provider_codes) == ("Құм министрлігімен", None, ())


def test_joint_providers_have_an_owner_only_on_one_level() -> None:
    assert owner_code(("local-body-city", "local-body-district")) == "local-body"
    assert owner_code(("finance-ministry",)) == "finance-ministry"
    assert owner_code(("finance-ministry", "local-body-city")) is None
    assert owner_code(()) is None
