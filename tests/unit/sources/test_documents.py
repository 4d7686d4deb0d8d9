"""A local copy of an act: which act it is, from its head alone."""

from datetime import UTC, date, datetime

from kb.model import ActStatus, Document, Snapshot
from scrapers import documents

HEAD = (
    "# Об утверждении Правил катания на лодках\n\n"
    "Приказ Министра парков Республики Казахстан от 9 апреля 2031 года № 9970.{registered}\n\n"
)
TEXT = (
    "В соответствии с законом **ПРИКАЗЫВАЮ:**\n\n1. Утвердить Правила согласно приложению 1 к настоящему приказу.\n\n"
    "2. Настоящий приказ вводится в действие с 1 мая 2031 года.\n\n"
)
RULES = (
    "> *Приложение 1 к приказу*\n\n### Глава 1. Лодки\n\n1. Лодка есть.\n\n2. Весло есть.\n\n"
    "### Глава 2. Пруд\n\n3. Пруд есть.\n"
)
REGISTERED = " Зарегистрирован в Министерстве юстиции Республики Казахстан 10 апреля 2031 года № 99700"


def read(text: str) -> Document:
    body = text.encode()
    snapshot = Snapshot(
        digest="sha256:0",
        document="lodki.md",
        source="documents",
        media_type="text/markdown",
        taken_at=datetime(2031, 6, 1, tzinfo=UTC),
        size=len(body),
    )
    return documents.read(snapshot, body, lambda _pattern: {})


def test_a_registered_act_has_the_code_of_its_registration() -> None:
    document = read(HEAD.format(registered=REGISTERED) + TEXT + RULES)
    assert document.act is not None
    assert document.edition is not None
    assert (document.act.id, document.act.number, document.act.date) == ("V3100099700", "9970", date(2031, 4, 9))
    assert (document.act.title_ru, document.act.title_kk) == ("Об утверждении Правил катания на лодках", None)
    assert (document.act.in_force_on, document.act.status) == (date(2031, 5, 1), ActStatus.UNKNOWN)
    assert (document.edition.act, document.edition.date) == (document.act.id, None)
    assert document.issues == ()


def test_an_act_without_its_annex_says_so() -> None:
    text = HEAD.format(registered=REGISTERED) + TEXT + "3. Лодка есть.\n\n4. Весло есть.\n\n5. Пруд есть.\n\n"
    document = read(text + "### Глава 1. Пруд\n\n### Глава 2. Берег\n\n6. Берег есть.\n")
    assert [issue.code for issue in document.issues] == ["missing_annex"]


def test_an_act_that_tells_no_registration_stays_open() -> None:
    document = read(HEAD.format(registered="") + TEXT + RULES)
    assert (document.layout, document.act, document.edition) == ("act", None, None)


def test_checks_of_a_part_leave_annexes_aside() -> None:
    document = read(TEXT + "### Глава 1. Лодки\n\n3. Лодка.\n\n### Глава 2. Пруд\n\n5. Пруд.\n\n4. Берег.\n")
    assert [issue.code for issue in document.issues] == ["number_order"]
