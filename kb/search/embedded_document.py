"""Schemas and documents in tantivy's form."""

from typing import Any

import tantivy

from indexes.schema import FieldRole, IndexSchema
from kb.search.document import IndexDocument
from kb.search.errors import SearchError
from kb.search.even_tokens import even_tokens
from kb.search.hits import Hit

ID = "id"
STORED = "stored"


def engine_schema(schema: IndexSchema) -> Any:
    """The fields of a new index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, stored=True, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_bytes_field(STORED, stored=True)
    for name, role in schema.fields.items():
        match role:
            case FieldRole.WORDS:
                builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
            case FieldRole.TOKENS:
                builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
            case FieldRole.KEYWORD:
                builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
            case FieldRole.ORDER | FieldRole.FACET:
                builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
            case FieldRole.NUMBER:
                builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def engine_document(document: IndexDocument, schema: IndexSchema) -> Any:
    """One document for the engine; raises SearchError for a field that the schema has not."""
    made = tantivy.Document()
    made.add_text(ID, document.id)
    made.add_bytes(STORED, document.stored.encode())
    for field, tokens in even_tokens(document, schema).items():
        _demand(field, schema)
        made.add_text(field, tokens)
    for field, values in document.keywords.items():
        _demand(field, schema)
        for value in values:
            made.add_text(field, value)
    for field, number in document.numbers.items():
        _demand(field, schema)
        made.add_integer(field, number)
    return made


def _demand(field: str, schema: IndexSchema) -> None:
    if field not in schema.fields:
        raise SearchError(f"the {schema.kind} index has no field {field}; see indexes/{schema.kind}.yaml")


def read_hit(document: Any, score: float) -> Hit:
    """A stored document back."""
    return Hit(document.get_first(ID), score, bytes(document.get_first(STORED)).decode())
