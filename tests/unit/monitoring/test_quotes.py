"""Files of quotes: what is read, and every fault told with its row and column."""

from pathlib import Path
from typing import Any

import pytest

from kb.model import Language
from kb.monitoring import BadMarks
from kb.monitoring.quotes import LONGEST_QUOTE, read_quotes, theme_codes, theme_words

HEAD: dict[str, Any] = {
    "id": "topatar-2025", "year": 2025, "organisation": "Үлгі", "method": "focus_groups", "since": "2025-03-01",
    "until": "2025-04-01", "services": [{"id": "ulgi-01", "name_kk": "Омарта паспортын беру"}],
}  # fmt: skip
HEADING = "қызмет,тақырып,тіл,дәйексөз,өңір,арна"
ROW = 'ulgi-01,waiting,қазақша,"Кезек ұзақ,  күттім",Алматы қаласы,post'


def write(folder: Path, *rows: str, heading: str = HEADING) -> Path:
    file = folder / "quotes.csv"
    file.write_text("\n".join((heading, *rows, "")), encoding="utf-8")
    return file


def test_quotes_are_read_with_service_theme_and_language(tmp_path: Path) -> None:
    read = read_quotes([write(tmp_path, ROW, "nest-1,оплата,ru,Дорого,,")], services={"nest-1"}, head=HEAD)
    first, second = read.quotes
    assert (first.service, first.theme, first.language, first.words) == (
        "ulgi-01", "waiting", Language.KK, "Кезек ұзақ, күттім",
    )  # fmt: skip
    assert (first.region, first.channel) == ("KZ-75", "post")
    assert (second.theme, second.language, second.region) == ("fee", Language.RU, None)
    assert read.wave.method == "focus_groups"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("nobody-1,waiting,kk,Ұзақ,,", r"row 2, column A «қызмет»: «nobody-1» is no known service"),
        (
            "ulgi-01,ауа райы,kk,Ұзақ,,",
            r"row 2, column B «тақырып»: «ауа райы» is no known theme; the themes are term,",
        ),
        ("ulgi-01,waiting,en,Long,,", "write kk or ru"),
        ("ulgi-01,waiting,kk,,,", "column D «дәйексөз»: «» is empty"),
        (",waiting,kk,Ұзақ,,", "every row needs one"),
        ("ulgi-01,waiting,kk,=2+2,,", "is a formula"),
        ("ulgi-01,waiting,kk,Ұзақ,Жұмбақ облысы,", "is no known region on that day"),
        ("ulgi-01,waiting,kk,Ұзақ,,көгершін", "is no known channel"),
        (f"ulgi-01,waiting,kk,{'а' * (LONGEST_QUOTE + 1)},,", "has more than 2,000 characters"),
    ],
)
def test_each_fault_names_row_and_column(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(BadMarks, match=message):
        read_quotes([write(tmp_path, row, ROW)], services=(), head=HEAD)


def test_faults_of_the_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadMarks, match="lacks the column «quote»"):
        read_quotes([write(tmp_path, "ulgi-01,waiting,kk", heading="service,theme,language")], services=(), head=HEAD)
    with pytest.raises(BadMarks, match="is no column of the template; see"):
        read_quotes([write(tmp_path, ROW, heading=HEADING.replace("арна", "ауа"))], services=(), head=HEAD)
    with pytest.raises(BadMarks, match="has no rows"):
        read_quotes([write(tmp_path)], services=(), head=HEAD)
    with pytest.raises(BadMarks, match="tells of the wave"):
        read_quotes([write(tmp_path, ROW)], services=())
    with pytest.raises(BadMarks, match="reading stopped here"):
        read_quotes([write(tmp_path, *["x,y,z,,,"] * 30)], services=(), head=HEAD)


def test_every_theme_has_words_in_three_languages() -> None:
    for code in theme_codes():
        assert len({theme_words(code, language) for language in Language}) == len(Language), code
    assert theme_words("gone", Language.KK) == "gone"
