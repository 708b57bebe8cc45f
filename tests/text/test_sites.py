from __future__ import annotations

import pytest

from articles.text.sites import site_of


@pytest.mark.parametrize(
    ("printed", "domain", "name", "part"),
    [
        ("kabarlaut.com", "kabarlaut.com", "kabarlaut", ""),
        ("KABARLAUT.CO.ID", "kabarlaut.co.id", "KABARLAUT", ""),
        ("ekonomi.kabarlaut.co.id", "kabarlaut.co.id", "kabarlaut", "ekonomi"),
        ("arsip.ekonomi.kabarlaut.com", "kabarlaut.com", "kabarlaut", "ekonomi"),
        ("kabarlaut.id", "kabarlaut.id", "kabarlaut", ""),
        ("kabar.co", "kabar.co", "kabar", ""),
        ("nasional.kabar.co", "kabar.co", "kabar", "nasional"),
        ("www.kabarlaut.com", "kabarlaut.com", "kabarlaut", ""),
        ("m.kabarlaut.com", "kabarlaut.com", "kabarlaut", ""),
        ("https://Oto.Kabarlaut.com/mobil/1?x=2", "kabarlaut.com", "Kabarlaut", "oto"),
        ("laut.blogspot.com", "laut.blogspot.com", "laut", ""),
        ("blogspot.com", "blogspot.com", "blogspot", ""),
        ("kabarlaut.co.uk", "kabarlaut.co.uk", "kabarlaut", ""),
    ],
)
def test_a_site_is_what_is_registered_and_the_rest_is_a_part_of_it(
    printed: str, domain: str, name: str, part: str
) -> None:
    site = site_of(printed)
    assert site
    assert (site.domain, site.name, site.part) == (domain, name, part)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ambon.go.id", "pelabuhan.ambon.go.id"),
        ("laut.ac.id", "fisika.laut.ac.id"),
        ("satu.go.id", "dua.go.id"),
        ("satu.my.id", "dua.my.id"),
    ],
)
def test_offices_and_schools_are_apart_below_the_name_that_they_share(one: str, other: str) -> None:
    first, second = site_of(one), site_of(other)
    assert first
    assert second
    assert first.domain != second.domain
    assert not second.part


@pytest.mark.parametrize(
    "printed", ["", "Harian Nusa", "St.Petersburg", "J.K.", "1.2.3.4", "com", "kabar..com", ".com", "a." * 9 + "com"]
)
def test_words_are_no_site(printed: str) -> None:
    assert site_of(printed) is None
