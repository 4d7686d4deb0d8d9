"""`kb extract`: the extractors tried on a text; nothing is stored."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.batch import read_objects
from kb.cli.failures import WrongCall
from kb.cli.options import AsJson, TextLang, TextLanguage
from kb.cli.output import console, json_line, write_json, written_file
from kb.cli.value_line import quote_line, scope_line, value_line
from kb.cli.words import Words
from kb.collect import CollectError, check_body, load_body
from kb.extract import Extraction, extract_text
from kb.model import Language
from kb.model.plain_json import Json
from kb.model.shapes import gap_to_json, statement_to_json
from kb.norms import label
from kb.read import decode_body
from kb.text import identify_language

STDIN = "-"


def extract(
    file: Annotated[str | None, typer.Argument(metavar="FILE|-", help="A text file; - reads standard input.")] = None,
    *,
    lang: TextLang = TextLanguage.AUTO,
    as_json: AsJson = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="Texts as JSON Lines: id, text.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="File of the batch's statements.")] = None,
) -> None:
    """Try the extractors on a text: its statements with offsets into it."""
    if batch is not None and file is None:
        texts = read_objects(batch, needed=("id", "text"))
        with written_file(out) as written:
            for text in texts:
                found = _extract(text["text"], lang.given())
                written.write(json_line({"id": text["id"], "statements": _statements(found)}))
        return
    if file is None or batch is not None:
        raise WrongCall("kb extract takes either FILE or --batch FILE")
    found = _extract(_text(file), lang.given())
    if as_json:
        write_json({"statements": _statements(found), "gaps": [gap_to_json(gap) for gap in found.gaps]})
        return
    words = Words(lang.words())
    for one in found.statements:
        conditions = scope_line(one, words)
        value = value_line(one, words) + (f" — {conditions}" if conditions else "")
        name = label("attribute", one.attribute.value, words.language)
        place = f"{one.evidence.start}–{one.evidence.end}"
        console().print(f"[bold]{name}[/]: {escape(value)}\n  [dim]{place}[/] «{escape(quote_line(one.evidence))}»")


def _extract(text: str, language: Language | None) -> Extraction:
    if not text.strip():
        return Extraction()
    return extract_text(text, language or identify_language(text))


def _statements(found: Extraction) -> list[Json]:
    return [statement_to_json(one, None) for one in found.statements]


def _text(file: str) -> str:
    name = "stdin" if file == STDIN else file
    try:
        body = sys.stdin.buffer.read() if file == STDIN else load_body(Path(file), name)
        media_type = check_body(body, name)
    except CollectError as problem:
        raise WrongCall(str(problem)) from problem
    if not media_type.startswith("text/"):
        raise WrongCall(f"{name}: kb extract reads text; bring {media_type} files with kb import")
    return decode_body(body).text
