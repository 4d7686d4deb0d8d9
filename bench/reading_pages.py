"""Large pages in the structure of the legal database, made from a seed: articles, points, tables, notes."""

import random

_TEXT = (
    "лавка скамья парк сад аллея фонтан сторож посетитель дорожка клумба беседка ограда билет касса режим карта "
    "заявление справка решение выдача приём отказ орган уполномоченный порядок срок рабочий день оплата ставка"
)
WORDS = _TEXT.split()


def make_page(*, articles: int, rows: int, dice: random.Random) -> str:
    """A page with a text of `articles` articles of points and a table of `rows` rows."""
    chapters = "".join(
        f'<h3 id="z{number}">Глава {number // 9 + 1}. {_words(dice, 4)}</h3>{_article(number, dice)}'
        if number % 9 == 0
        else _article(number, dice)
        for number in range(1, articles + 1)
    )
    return (
        "<html><head><title>О парках</title><script>var a = 1;</script></head><body>"
        '<div class="container_alpha slogan"><h1>О парках</h1><span class="status status_new">Новый</span>'
        "<p>Закон от 9 апреля 2031 года № 9970</p></div>"
        f'<div class="container_gamma text text_new"><div class="gs_12"><article>{chapters}'
        f"<h3>Приложение 1</h3>{_table(rows, dice)}</article></div></div></body></html>"
    )


def _article(number: int, dice: random.Random) -> str:
    points = "".join(
        f'<p id="z{number}{point}">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {point}. {_words(dice, 25)}:</p>'
        + "".join(f"<p>&nbsp;&nbsp;&nbsp; {sub}) {_words(dice, 14)};</p>" for sub in range(1, 5))
        + f"<p>&nbsp;&nbsp;&nbsp; {_words(dice, 40)}.</p>"
        for point in range(1, 5)
    )
    note = (
        f'<p class="note"><font color="#FF0000">Сноска. Статья {number} с изменением от 1 мая 2032 года № 5.</font></p>'
    )
    return f'<p><b><a name="z{number}"></a>Статья {number}. {_words(dice, 4)}</b></p>{points}{note}'


def _table(rows: int, dice: random.Random) -> str:
    lines = "".join(
        f"<tr><td><p>{row}</p></td><td><p>{_words(dice, 6)}</p></td><td><p>{_words(dice, 9)}</p>"
        f"<p>{_words(dice, 5)}</p></td><td>{row * 3}</td></tr>"
        for row in range(1, rows + 1)
    )
    return f"<table><tbody><tr><td>№</td><td>Вид</td><td>Место</td><td>Цена</td></tr>{lines}</tbody></table>"


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count)).capitalize()
