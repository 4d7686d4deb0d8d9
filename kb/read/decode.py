"""Bytes → text, for every encoding that Kazakh and Russian files come in."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kb.collect import unmarked_utf16
from kb.model import Issue, Severity

# Kazakh text in the Windows family: plain 1251 (only і), and two tables that give its free places to Kazakh letters.
_WINDOWS = ("cp1251", "kz1048", "ptcp154")
_CYRILLIC_ENCODINGS = ["koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "utf_16_le", "utf_16_be", "cp1252"]
_WORD = re.compile(r"[^\W\d_]+")
_KAZAKH_OR_RUSSIAN = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+|[А-ЯЁӘҒҚҢӨҰҮҺІ]+|[A-Za-z]+")
_KAZAKH = re.compile(r"(?<=[а-яәғқңөұүһі])[әғқңөұүһі]|[әғқңөұүһі](?=[а-яәғқңөұүһі])", re.IGNORECASE)
_SAMPLE = 200_000
# A Windows reading in which fewer words than this have a Kazakh or Russian shape is worth a second opinion.
_PLAUSIBLE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Decoded text with `\\n` line ends, its encoding, and an issue for each line that was damaged."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode_body(body: bytes, *, document: str = "") -> Decoded:
    """Text of a body. Never fails: bytes that no encoding explains become U+FFFD and an issue naming the line.

    `\\r\\n` and `\\r` become `\\n`, as in every program that opens a text file in text mode: offsets and
    line numbers then mean the same to all readers. A byte order mark of UTF-8 stays as U+FEFF at
    offset 0 for the same reason; nothing else is changed.
    """
    encoding = _marked(body)
    if encoding:
        text = body.decode(encoding, errors="replace")
        return _finish(text, encoding, document)
    try:
        return _finish(body.decode("utf-8"), "utf-8", document)
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(body):
        return _decode_mixed(body, document)
    encoding = _guess(body)
    return _finish(body.decode(encoding, errors="replace"), encoding, document)


def _marked(body: bytes) -> str | None:
    return "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else unmarked_utf16(body)


def _finish(text: str, encoding: str, document: str, issues: tuple[Issue, ...] = ()) -> Decoded:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufffd" in text:
        issues += tuple(
            Issue(
                code="undecodable",
                severity=Severity.ERROR,
                document=document,
                message=f"line {number}: bytes that are not {encoding} were replaced by U+FFFD; look at the original",
                line=number,
            )
            for number, line in enumerate(text.split("\n"), 1)
            if "\ufffd" in line
        )
    return Decoded(text=text, encoding=encoding, issues=issues)


def _mostly_utf8(body: bytes) -> bool:
    """True when most letters beyond ASCII are well-formed UTF-8."""
    good = len(re.findall(rb"[\xd0-\xd3][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", body))
    bad = body.decode("utf-8", errors="replace").count("\ufffd")
    return good > bad


def _decode_mixed(body: bytes, document: str) -> Decoded:
    """UTF-8 with lines in another encoding: a line that reads well in the Windows family is taken, with a warning."""
    lines: list[str] = []
    issues: list[Issue] = []
    for number, raw in enumerate(re.split(rb"\r\n|\n|\r", body), 1):
        try:
            lines.append(raw.decode("utf-8"))
            continue
        except UnicodeDecodeError:
            pass
        encoding = _best_windows(raw)
        line = raw.decode(encoding, errors="replace")
        if "\ufffd" in line or _shape(line) < _PLAUSIBLE:
            lines.append(raw.decode("utf-8", errors="replace"))
            continue
        lines.append(line)
        issues.append(
            Issue(
                code="mixed_encoding",
                severity=Severity.WARNING,
                document=document,
                message=f"line {number} is in {encoding}, the file in utf-8; check the words of this line",
                line=number,
            )
        )
    return _finish("\n".join(lines), "utf-8", document, tuple(issues))


def _guess(body: bytes) -> str:
    sample = body[:_SAMPLE]
    windows = _best_windows(sample)
    here = _shape(sample.decode(windows, errors="replace"))
    if here >= _PLAUSIBLE:
        return windows
    best = from_bytes(sample, cp_isolation=_CYRILLIC_ENCODINGS).best()
    if best and _shape(sample.decode(best.encoding, errors="replace")) > here:
        return best.encoding
    return windows


def _best_windows(body: bytes) -> str:
    """The table whose Kazakh letters stand inside words most often; plain 1251 where none do."""

    def merit(encoding: str) -> tuple[float, int]:
        text = body.decode(encoding, errors="replace")
        return (round(_shape(text), 3), len(_KAZAKH.findall(text)))

    return max(_WINDOWS, key=merit)


def _shape(text: str) -> float:
    """Share of words that are spelled in Kazakh, Russian or Latin letters with capitals in their places."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return sum(1 for word in words if _KAZAKH_OR_RUSSIAN.fullmatch(word)) / len(words)
