"""Tokens of documents as both engines count them alike."""

from indexes.schema import FieldRole, IndexSchema
from kb.search.document import IndexDocument

NO_WORDS = "∅"  # no text has it as a token
_TEXTS = (FieldRole.WORDS, FieldRole.TOKENS)


def even_tokens(document: IndexDocument, schema: IndexSchema) -> dict[str, str]:
    """The tokens of every text field of the schema, a sign where the document has none.

    BM25 asks how many documents have a field and how long it is on average. Elasticsearch leaves out those without a
    word in it and tantivy does not, so none is without.
    """
    return {
        **document.tokens,
        **{
            name: NO_WORDS
            for name, role in schema.fields.items()
            if role in _TEXTS and not document.tokens.get(name, "").strip()
        },
    }
