"""SVG of the library → an element that a page with a strict policy shows: no style, no script, no foreign names."""

import re

from lxml import etree

from kb.charts.palette import CLASSES
from kb.charts.printable import printable

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREF = f"{{{XLINK}}}href"
KEPT_ATTRIBUTES = frozenset(("d", "x", "y", "transform", "id", "viewBox", HREF))
KEPT_STYLES = frozenset(
    ("stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "text-anchor", "font-weight", "opacity")
)
UNTURNED = "rotate(-0 "  # the library writes it at every text
REFERENCE = re.compile(r"#([\w-]{1,80})")


def clean_svg(written: bytes, *, code: str, title: str) -> str:
    """The drawing as one element `svg` of the class `drawing` with its title; ids begin with `code`.

    Elements and attributes that are not known here are left out.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_blank_text=True)
    source = etree.fromstring(written, parser)
    used = {found[1] for one in source.iter() if (found := REFERENCE.fullmatch(one.get(HREF, "")))}
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": XLINK})
    root.set("class", "drawing")
    root.set("role", "img")
    root.set("viewBox", source.get("viewBox", ""))
    root.set("aria-labelledby", f"{code}-title")
    name = etree.SubElement(root, f"{{{SVG}}}title", id=f"{code}-title")
    name.text = printable(title)
    for child in source:
        _copy(child, root, code, used)
    return etree.tostring(root, encoding="unicode")


def _copy(source: etree._Element, into: etree._Element, code: str, used: set[str]) -> None:
    tag = etree.QName(source).localname
    if tag not in ("g", "path", "text", "use", "defs"):
        return
    if tag == "g" and not source.get("transform"):  # groups only sort what the library drew
        for child in source:
            _copy(child, into, code, used)
        return
    copied = etree.SubElement(into, f"{{{SVG}}}{tag}")
    for attribute, value in source.attrib.items():
        if attribute == HREF:
            copied.set(HREF, value.replace("#", f"#{code}-"))
        elif attribute == "id":
            if value in used:
                copied.set("id", f"{code}-{value}")
        elif attribute == "style":
            _set_style(copied, value)
        elif attribute in KEPT_ATTRIBUTES and not value.startswith(UNTURNED):
            copied.set(attribute, " ".join(value.split()))
    copied.text = source.text
    for child in source:
        _copy(child, copied, code, used)
    if tag == "defs" and not len(copied):
        into.remove(copied)


def _set_style(element: etree._Element, style: str) -> None:
    """Declarations as attributes, which a policy without inline styles allows; colours as classes beside them."""
    classes = []
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in ("fill", "stroke"):
            element.set(name, value)
            if value in CLASSES:
                classes.append(f"{name}-{CLASSES[value]}")
        elif name == "font-size":
            element.set(name, value.removesuffix("px"))
        elif name in KEPT_STYLES:
            element.set(name, value)
    if classes:
        element.set("class", " ".join(classes))
