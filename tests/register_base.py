"""A base of three editions of an invented register: of 2031, 2033 and 2034; there is none of 2032."""

from pathlib import Path

from kb.pipeline import Home, build_base, import_body

HEADS = (
    "№", "Код", "Наименование государственной услуги", "Сведения об услугополучателе",
    "Наименование органа, разрабатывающего подзаконный акт", "Наименование услугодателя",
    "Организации, осуществляющие прием заявлений", "Форма оказания", "Платность/бесплатность",
)  # fmt: skip
SITUATION = "99101. Полеты и запуски"
OFFICE, PORTAL, CENTRE = "Канцелярия услугодателя", "Портал «электронного правительства»", "Государственная корпорация"
PAPER, PARTLY, FULLY = (
    "Бумажная",
    "Электронная (частично автоматизированная)",
    "Электронная (полностью автоматизированная)",
)
ONE = "Оказываемая по принципу «одного заявления»"

Row = tuple[str, str, str, str, str, str]
AKIMATS, CULTURE = "Местные исполнительные органы районов", "Министерство культуры и информации"
KITE: Row = ("99101001", "Регистрация воздушного змея", AKIMATS, OFFICE, PAPER, "Бесплатно")
ROCKET: Row = ("99101002", "Выдача паспорта ракеты", CULTURE, f"{OFFICE}, {CENTRE}", PAPER, "Платно")
SWING: Row = ("99202001", "Осмотр качелей", AKIMATS, CENTRE, PAPER, "Бесплатно")
EDITIONS: dict[str, tuple[Row, ...]] = {
    "15.03.2031": (KITE, ROCKET),
    "10.02.2033": ((*KITE[:3], f"{OFFICE}, {PORTAL}", PARTLY, "Бесплатно"), ROCKET, SWING),
    "01.09.2033": ((*KITE[:3], PORTAL, FULLY, "Бесплатно"), ROCKET, SWING),
    "20.05.2034": ((*KITE[:3], PORTAL, f"{FULLY}, {ONE}", "Бесплатно"), SWING),
}


def register_page(rows: tuple[Row, ...]) -> bytes:
    """The register as a page with one table and a heading of a life situation above its rows."""
    lines = [f"<tr>{''.join(f'<td>{head}</td>' for head in HEADS)}</tr>"]
    last = ""
    for number, (code, name, provider, channels, form, fee) in enumerate(rows, start=1):
        if code.startswith("99101") and last != code[:5]:
            lines.append(f'<tr><td colspan="{len(HEADS)}">{SITUATION}</td></tr>')
        last = code[:5]
        if last != "99101":
            lines.append(f'<tr><td colspan="{len(HEADS)}">992. Игры</td></tr>')
        cells = (str(number), code, name, "Физические лица", CULTURE, provider, channels, form, fee)
        lines.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    table = "".join(lines)
    title = "Об утверждении реестра государственных услуг"
    head = f"<!doctype html><html lang='ru'><head><meta charset='utf-8'><title>{title}</title></head>"
    body = f"<h1>{title}</h1><h3>Реестр государственных услуг</h3><table>{table}</table>"
    return f"{head}<body>{body}</body></html>".encode()


def build_register(folder: Path) -> Home:
    """The home of the base, built."""
    home = Home(folder=folder)
    for day, rows in EDITIONS.items():
        report = import_body(
            home, register_page(rows), document=f"https://adilet.zan.kz/rus/docs/V3100099101/{day}", source="registry"
        )
        assert report.failures == ()
    assert build_base(home).failures == ()
    return home
