from datetime import UTC, date, datetime

import pytest

from kb.model import Clause, ClauseKind, Document, Edition, Language, Snapshot
from kb.pipeline.language_mixup import with_real_language

KK = (
    "Саңырауқұлақ теруге рұқсат беру тәртібі. Көрсетілетін қызметті алушы орман шаруашылығына өтініш береді. "
    "Рұқсат үш жұмыс күні ішінде беріледі. Мемлекеттік қызмет тегін көрсетіледі. Өтініште аты-жөні, мекенжайы "
    "және телефоны көрсетіледі."
)
RU = (
    "Порядок выдачи разрешения на сбор грибов. Услугополучатель подаёт заявление в лесное хозяйство. "
    "Разрешение выдаётся в течение трёх рабочих дней. Государственная услуга оказывается бесплатно. "
    "В заявлении указываются имя, адрес и телефон заявителя."
)


def document(text: str, *, said: Language | None, read: Language) -> Document:
    """A text under an address of a language, read as one of a language."""
    snapshot = Snapshot(
        digest="sha256:0",
        document="https://forest.example/kk/1",
        source="forest",
        media_type="text/html",
        taken_at=datetime(2031, 3, 10, tzinfo=UTC),
        size=len(text),
        language=said,
    )
    return Document(
        snapshot=snapshot,
        text=text,
        language=read,
        layout="plain",
        title=None,
        blocks=(),
        clauses=(Clause(id="p-1", kind=ClauseKind.PARAGRAPH, start=0, end=len(text), language=read),),
        edition=Edition(act="V1", date=date(2030, 1, 1), language=read, snapshot="sha256:0"),
    )


@pytest.mark.parametrize(("text", "said", "real"), [(RU, Language.KK, Language.RU), (KK, Language.RU, Language.KK)])
def test_a_text_in_the_other_language_is_told_and_kept_in_its_own(text: str, said: Language, real: Language) -> None:
    found = with_real_language(document(text, said=said, read=said))
    (issue,) = found.issues
    assert (issue.code, issue.document) == ("language_mixup", "https://forest.example/kk/1")
    assert found.language is real
    assert found.edition is not None
    assert found.edition.language is real
    assert [one.language for one in found.clauses] == [real]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (KK, Language.KK),
        (RU, Language.RU),
        (RU, None),
        ("Маусым 2031", Language.RU),
        ("12 345 " * 60, Language.RU),
        ("The permit to gather mushrooms is given by the forestry in three days. " * 4, Language.RU),
    ],
    ids=["kk", "ru", "unsaid", "few words", "numbers", "english"],
)
def test_a_text_as_said_and_one_that_tells_nothing_stay_as_they_are(text: str, said: Language | None) -> None:
    one = document(text, said=said, read=said or Language.RU)
    assert with_real_language(one) is one
