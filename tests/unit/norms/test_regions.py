from collections import Counter

from kb.norms import codes, regions


def test_seventeen_regions_and_three_cities() -> None:
    assert Counter(region.kind for region in regions()) == {"region": 17, "city": 3}
    assert {region.code for region in regions()} <= set(codes("region"))


def test_former_names_lead_to_todays_region() -> None:
    of_name = {name: region.code for region in regions() for name in region.names}

    assert of_name["Нұр-Сұлтан"] == "KZ-71"
    assert of_name["ОҚО"] == "KZ-61"
    assert of_name["ШҚО"] == "KZ-63"


def test_no_name_means_two_regions() -> None:
    names = Counter(name for region in regions() for name in region.names)

    assert [name for name, count in names.items() if count > 1] == []
