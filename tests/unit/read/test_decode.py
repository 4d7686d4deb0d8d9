import pytest

from kb.model import Severity
from kb.read import decode_body

KAZAKH = "Қызмет көрсету мерзімі: үш жұмыс күні, өтініш ұсынылған соң әкімдік қағаз береді. Ғылым, іс, ңғ.\n" * 3
RUSSIAN = "Срок оказания услуги: три рабочих дня. Заявление подают в отдел, ответ дают письмом.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "kz1048", "ptcp154"])
def test_kazakh_in_every_encoding(encoding: str) -> None:
    text = KAZAKH.replace("һ", "х")
    decoded = decode_body(text.encode(encoding))
    assert decoded.text == text
    assert decoded.issues == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_russian_in_every_encoding(encoding: str) -> None:
    decoded = decode_body(RUSSIAN.encode(encoding))
    assert decoded.text == RUSSIAN
    assert decoded.issues == ()


def test_kazakh_without_its_letters_in_1251() -> None:
    text = "Мемлекеттік кызмет корсету мерзімі уш жумыс куні\n" * 4
    decoded = decode_body(text.encode("cp1251"))
    assert decoded.text == text


def test_mark_of_utf8_stays_so_that_offsets_are_those_of_the_file() -> None:
    assert decode_body("сәлем".encode("utf-8-sig")).text == "\ufeffсәлем"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_those_of_a_text_file_opened_in_text_mode(end: str) -> None:
    assert decode_body(f"а{end}б{end}".encode()).text == "а\nб\n"


def test_everything_else_is_kept() -> None:
    text = "a\tb \u00a0  c\u200b\f и\u0306\n\n"
    assert decode_body(text.encode()).text == text


def test_undecodable_bytes_are_replaced_and_the_line_is_named() -> None:
    body = "бірінші жол\nекінші ".encode() + b"\xff\x98\x00\xd0" + " жол\nүшінші жол\n".encode()
    decoded = decode_body(body, document="а.txt")
    assert "\ufffd" in decoded.text
    assert decoded.text.count("\n") == 3
    [issue] = decoded.issues
    assert (issue.line, issue.document, issue.severity) == (2, "а.txt", Severity.ERROR)
    assert "U+FFFD" in issue.message


def test_lines_in_another_encoding_are_read_with_a_warning() -> None:
    body = KAZAKH.encode() + "Ответ дают письмом\n".encode("cp1251") + KAZAKH.encode()
    decoded = decode_body(body)
    assert decoded.text == KAZAKH + "Ответ дают письмом\n" + KAZAKH
    assert [(issue.code, issue.line, issue.severity) for issue in decoded.issues] == [
        ("mixed_encoding", 4, Severity.WARNING)
    ]


@pytest.mark.parametrize("body", [b"", b"\xd0", b"\xff\xfe\x41", b"\0" * 9, bytes(range(256))])
def test_no_bytes_make_it_fail(body: bytes) -> None:
    assert isinstance(decode_body(body).text, str)
