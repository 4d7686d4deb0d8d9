"""A survey report for tests: two invented services, the first with the results that a test brings."""

from dataclasses import dataclass

from kb.extract import Extraction, extract_document
from kb.model import Remark
from tests.unit.extract.documents import read_report

SERVICE = "mon2031-14"
OTHER = "mon2031-15"
RANKED = "Көлсай жағасына шатыр тігуге рұқсат беру\t80,0%\t4,75\t40"

REPORT = """МЕМЛЕКЕТТІК КӨРСЕТІЛЕТІН ҚЫЗМЕТТЕР САПАСЫНЫҢ ҚОҒАМДЫҚ МОНИТОРИНГІ НӘТИЖЕЛЕРІ

2031 жыл

Қызметтер рейтингі

	Қанағаттанушылық	Орташа балл	N
{ranked}
Мүкжидек теруге билет беру	55,0%	4,25	80

{general}

14. Көлсай жағасына шатыр тігуге рұқсат беру

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызметті ұлттық парктің әкімшілігі көрсетеді.

Мемлекеттік қызмет көрсету мерзімі: 4 жұмыс күні.

Зерттеудің негізгі нәтижелері

{results}

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- {conclusion}

15. Мүкжидек теруге билет беру

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызмет орман шаруашылығы мекемелерімен ұсынылады.

Мемлекеттік қызмет көрсету мерзімі: 3 жұмыс күні.

Зерттеудің негізгі нәтижелері

Қызмет нәтижесіне толық қанағаттанғандар 55,0%, орташа баға 4,25 балл. Барлығы 80 адамнан жауап алынды.

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- Билетті порталдан беру қажет.
"""
SUMMARY = "Қызмет нәтижесіне толық қанағаттанғандар 80,0%, орташа баға 4,75 балл. Барлығы 40 адамнан жауап алынды."
MARKS = """1-кесте. Бағалар

	1 балл	2 балл	3 балл	4 балл	5 балл
Сұхбаткерлер үлесі	0,0%	0,0%	5,0%	15,0%	80,0%
Сұхбаткерлер саны, N	0	0	2	6	32"""
PLACES = """2-кесте. Қызмет алынған орынмен қанағаттанушылық

Меморган		Мемкорпорация
Қанағаттанушылық	Орташа балл	Қанағаттанушылық	Орташа балл
70,0%	4,60	85,0%	4,82"""
LABELS = (
    "Ұсынылатын қызметпен қанағаттану",
    "Ақпараттың қолжетімділігі мен ашықтығы",
    "Ақпараттың айқындылығы мен дұрыстығы",
    "Құжаттарды жинау",
    "Қызмет көрсету мерзімдері",
    "Қызметкердің біліктілігі",
    "Қызметкердің шапшаңдығы",
    "Қызметкердің әдептілігі",
)
COMPONENTS = """3-кесте. Қызмет алу орны бойынша жекеленген аспектілер

\t{labels}
Меморган\t4,60\t4,50\t4,52\t4,61\t4,40\t4,45\t4,41\t4,70
Мемкорпорация\t4,82\t4,62\t4,66\t4,58\t4,58\t4,57\t4,55\t4,78
Барлығы\t4,75\t4,58\t4,61\t4,59\t4,52\t4,53\t4,50\t4,75""".format(labels="\t".join(LABELS))


@dataclass(frozen=True, slots=True)
class Told:
    """A figure or claim as tests look at it."""

    subject: str | None
    measure: str | None
    value: str | None
    channel: str | None = None

    @classmethod
    def of(cls, remark: Remark) -> "Told":
        """The remark without its place."""
        value = None if remark.value is None else str(remark.value)
        return cls(remark.subject, remark.measure, value, remark.channel.value if remark.channel else None)


def extract(
    *results: str, general: str = "", ranked: str = RANKED, conclusion: str = "Порталды таныстыру қажет."
) -> Extraction:
    """The extraction of a report whose section 14 has these paragraphs and tables."""
    told = "\n\n".join(results)
    return extract_document(
        read_report(REPORT.format(results=told, general=general, ranked=ranked, conclusion=conclusion))
    )


def remarks(*results: str, general: str = "", service: str = SERVICE) -> list[Remark]:
    """The remarks of that section."""
    return [one for one in extract(*results, general=general).remarks if one.service == service]


def figures(*results: str, general: str = "") -> set[Told]:
    """The figures that running text tells of the service."""
    return {Told.of(one) for one in remarks(*results, general=general) if one.kind == "figure" and one.table is None}


def claims(*results: str) -> set[tuple[str | None, ...]]:
    """The claims of the section: relation, subject, place of service and what it is held against."""
    return {
        (one.relation, one.subject, one.channel.value if one.channel else None, one.other)
        for one in remarks(*results)
        if one.kind == "claim"
    }
