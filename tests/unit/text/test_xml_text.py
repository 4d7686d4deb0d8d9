from lxml import etree

from kb.text.xml_text import xml_text

LOST = ["\ud800", chr(0xDFFF), "\ufffe", "\uffff", *(chr(code) for code in range(32) if chr(code) not in "\t\n\r")]


def test_what_is_left_can_stand_in_a_document_and_nothing_else_is_taken() -> None:
    every = "".join(map(chr, range(0x3000))) + "".join(LOST) + "\ufffd\U0001f600 Әң"
    kept = xml_text(every)
    element = etree.Element("t")
    element.text = kept
    assert etree.fromstring(etree.tostring(element)).text == kept
    assert set(every) - set(kept) == set(LOST)
