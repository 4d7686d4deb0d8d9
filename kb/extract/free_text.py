"""`kb extract`: a text of any origin read for statements, nothing stored."""

import hashlib
from datetime import UTC, datetime

from kb.extract.extraction import Extraction
from kb.extract.gaps import find_gaps
from kb.extract.passage import cut_passage
from kb.extract.statements import extract_passages
from kb.model import Document, Language, Snapshot, SourceKind

NAME = "-"
UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def extract_text(text: str, language: Language) -> Extraction:
    """Statements with offsets into `text`, spoken by a standard, of a service without a name."""
    body = text.encode()
    snapshot = Snapshot(
        digest="sha256:" + hashlib.sha256(body).hexdigest(),
        document=NAME,
        source=NAME,
        media_type="text/plain",
        taken_at=UNKNOWN_TIME,
        size=len(body),
        language=language,
    )
    document = Document(
        snapshot=snapshot, text=text, language=language, layout="plain", title=None, blocks=(), clauses=()
    )
    passage = cut_passage(document, 0, len(text), service=NAME, source_kind=SourceKind.STANDARD)
    statements = extract_passages([passage], guess=True)
    return Extraction(statements=tuple(statements), gaps=find_gaps(statements, [passage]))
