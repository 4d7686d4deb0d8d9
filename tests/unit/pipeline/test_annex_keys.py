"""Two rules of one order, each in files of its own: their first annexes are two services."""

from collections.abc import Mapping
from pathlib import Path

from kb.model import Attribute, Deadline
from kb.pipeline import Home, Registry, build_base, import_paths

REQUISITES = "Приказ Министра ветра Республики Казахстан от 11 апреля 2033 года № 7715"
META = """act_code: '770015'
requisite: {requisites}
title:
  rus: О некоторых вопросах ветра
  kaz: Желдің кейбір мәселелері туралы
form: ПРИК
approved_on: 2033-04-11
version_date:
  rus: 2033-05-01
  kaz: 2033-05-01
"""
ROWS = {
    "rus": (
        "Наименование услугодателя", "Способы предоставления государственной услуги",
        "Срок оказания государственной услуги", "Размер платы, взимаемой с услугополучателя",
        "Перечень документов, необходимых для оказания услуги",
    ),
    "kaz": (
        "Көрсетілетін қызметті берушінің атауы", "Мемлекеттік қызметті ұсыну тәсілдері",
        "Мемлекеттік қызмет көрсету мерзімі", "Көрсетілетін қызметті алушыдан алынатын төлем мөлшері",
        "Қызмет көрсету үшін қажетті құжаттар тізбесі",
    ),
}  # fmt: skip
HEADS = {
    "rus": "> *Приложение 1 к Правилам*\n\n## Перечень основных требований к оказанию государственной услуги «{name}»",
    "kaz": "> *Қағидаларға 1-қосымша*\n\n## «{name}» мемлекеттік қызметін көрсетуге қойылатын негізгі талаптар тізбесі",
}
BALLOON = {
    "rus": ("Выдача права на воздушный шар", "Метеостанции", "www.elicense.kz", "7 рабочих дней", "2 МРП",
            "1) заявление;\n2) схема полёта на 14 листах."),
    "kaz": ("Әуе шарына құқық беру", "Метеостансалар", "www.elicense.kz", "7 жұмыс күні", "2 АЕК",
            "1) өтініш;\n2) 14 парақтағы ұшу сызбасы."),
}  # fmt: skip
MILL = {
    "rus": ("Учёт ветряных мельниц", "Акимат", "Государственная корпорация", "25 календарных дней", "Бесплатно",
            "1) паспорт мельницы;\n2) снимок 9 x 12."),
    "kaz": ("Жел диірмендерін есепке алу", "Әкімдік", "Мемлекеттік корпорация", "25 күнтізбелік күн", "Тегін",
            "1) диірмен паспорты;\n2) 9 x 12 сурет."),
}  # fmt: skip


def write_part(folder: Path, language: str, service: Mapping[str, tuple[str, ...]], part: str) -> None:
    name, *cells = service[language]
    rows = "".join(
        f"<tr>\n<td>{number}</td>\n<td>{label}</td>\n<td>\n{cell}\n</td>\n</tr>\n"
        for number, (label, cell) in enumerate(zip(ROWS[language], cells, strict=True), start=1)
    )
    text = f"{HEADS[language].format(name=name)}\n\n<table>\n{rows}</table>\n"
    (folder / f"{language}.part-{part}.md").write_text(text, encoding="utf-8")


def write_act(folder: Path) -> Path:
    act = folder / "2033" / "0411-o-vetre-770015"
    act.mkdir(parents=True)
    (act / "meta.yaml").write_text(META.format(requisites=REQUISITES), encoding="utf-8")
    return act


def services(home: Home) -> dict[str, tuple[str | None, str | None, set[str]]]:
    """Names in both languages and terms of each service, by id."""
    registry = Registry(home)
    try:
        found = {one.id: (one.name_kk, one.name_ru, set[str]()) for one in registry.all_services()}
        for statement, service in registry.all_statements():
            if statement.attribute is Attribute.DEADLINE and isinstance(statement.value, Deadline):
                found[service.id][2].add(str(statement.value.value))
        return found
    finally:
        registry.close()


def test_two_rules_of_one_order_are_two_services_in_both_languages(home: Home, tmp_path: Path) -> None:
    act = write_act(tmp_path / "acts")
    for language in ("rus", "kaz"):
        write_part(act, language, BALLOON, "a")
    import_paths(home, [tmp_path / "acts"])
    assert build_base(home).failures == ()
    (first,) = services(home).items()
    assert first[0] == "zan:770015/annex-1"
    for language in ("rus", "kaz"):
        write_part(act, language, MILL, "b")
    import_paths(home, [tmp_path / "acts"])
    assert build_base(home).failures == ()
    both = services(home)
    assert sorted(told or "" for _, told, _ in both.values()) == [BALLOON["rus"][0], MILL["rus"][0]]
    assert sorted(told or "" for told, _, _ in both.values()) == sorted([BALLOON["kaz"][0], MILL["kaz"][0]])
    assert {frozenset(terms) for _, _, terms in both.values()} == {frozenset({"7"}), frozenset({"25"})}
    assert all(key.startswith(first[0]) for key in both)
    build_base(home, full=True)
    assert services(home) == both


def test_a_key_that_is_shared_no_more_is_the_only_service_s_again(home: Home, tmp_path: Path) -> None:
    act = write_act(tmp_path / "acts")
    write_part(act, "rus", BALLOON, "a")
    write_part(act, "rus", MILL, "b")
    import_paths(home, [tmp_path / "acts"])
    build_base(home)
    assert len(services(home)) == 2
    write_part(act, "rus", BALLOON, "b")
    import_paths(home, [tmp_path / "acts"])
    build_base(home)
    assert list(services(home)) == ["zan:770015/annex-1"]
