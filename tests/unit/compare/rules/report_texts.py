"""Monitoring reports of invented services, read and checked as the program does."""

from datetime import date

from kb.compare.checking import check_service
from kb.compare.material import ServiceMaterial
from kb.extract import extract_document
from kb.model import Finding, FindingClass
from tests.unit.compare.compared import service
from tests.unit.extract.documents import read_report

INFORMATION = (
    "Мемлекеттік қызметті ҚР Мәдениет және спорт министрлігі көрсетеді.",
    "Өтініштерді қабылдау қызмет берушінің кеңсесі арқылы жүзеге асырылады.",
    "Мемлекеттік қызмет көрсету мерзімі: 4 жұмыс күні.",
    "Мемлекеттік қызметті көрсету нысаны: қағаз түрінде.",
)
KEY = "mon2031-14"


def findings(
    kind: FindingClass,
    *told: str,
    information: tuple[str, ...] = INFORMATION,
    tables: tuple[str, ...] = (),
    name: str = "Киіз үй тігуге рұқсат беру",
) -> list[Finding]:
    """The findings of one class in a report with one section: its general information, what the text around the survey
    tells, a paragraph each, and lines of tables in front of it."""
    text = "\n\n".join(
        (
            "МЕМЛЕКЕТТІК КӨРСЕТІЛЕТІН ҚЫЗМЕТТЕР САПАСЫНЫҢ ҚОҒАМДЫҚ МОНИТОРИНГІ НӘТИЖЕЛЕРІ",
            "2031 жыл",
            *(("\n".join(tables),) if tables else ()),
            f"14. {name}",
            "Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат",
            *information,
            "Зерттеудің негізгі нәтижелері",
            "Қызмет нәтижесіне толық қанағаттанғандар 80,0%, орташа баға 4,75 балл.",
            *told,
            "Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар",
            "- Ақпаратты кеңінен тарату қажет.",
            "",
        )
    )
    document = read_report(text)
    read = extract_document(document)
    assert [mention.key for mention in read.mentions] == [KEY]
    material = ServiceMaterial(
        service=service(KEY),
        day=date(2031, 5, 20),
        statements=read.statements,
        survey=read.survey,
        remarks=read.remarks,
        text_of={document.snapshot.digest: document}.get,
    )
    return list(check_service(material, kinds=[kind]).findings)


def quotes(found: list[Finding]) -> list[tuple[str, str]]:
    """What each finding sets against what."""
    return [(one.a.evidence.quote, one.b.evidence.quote) for one in found]
