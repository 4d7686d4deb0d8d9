from kb.read import Head


def test_head_of_a_page_has_its_title_and_no_scripts() -> None:
    html = (
        f"<html><head><title> Парк &amp; сад </title><script>{'x' * 50_000}</script></head><p class='a'>сөз</p></html>"
    )
    head = Head.of(html.encode(), media_type="text/html", document="a.html")
    assert head.title == "Парк & сад"
    assert "<p class='a'>сөз" in head.text


def test_head_is_decoded_and_short() -> None:
    head = Head.of(("сөз " * 20_000).encode("utf-16"), media_type="text/plain", document="a.txt")
    assert head.text.startswith("сөз сөз")
    assert len(head.text) == 20_000
    assert head.title is None
