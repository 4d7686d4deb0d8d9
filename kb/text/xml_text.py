"""Texts as XML documents can hold them."""

import re

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without the characters that no XML document can hold (XML 1.0, production 2)."""
    return _NOT_IN_XML.sub("", text)
