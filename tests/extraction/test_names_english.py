from __future__ import annotations

import pytest

from tests.extraction.test_names import kinds, names_in, only_person, people


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("President John Hartwell spoke on Monday.", "John Hartwell", "President"),
        (
            "Russian Foreign Ministry spokeswoman Irina Volkova declined.",
            "Irina Volkova",
            "Russian Foreign Ministry spokeswoman",
        ),
        (
            "“No,” said Peter Lang, a spokesman for the Foreign Ministry.",
            "Peter Lang",
            "spokesman for the Foreign Ministry",
        ),
        ("U.S. Secretary of State Mary Colton arrived.", "Mary Colton", "U.S. Secretary of State"),
        ("Prime Minister Anna Keller’s office declined.", "Anna Keller", "Prime Minister"),
    ],
)
def test_a_person_is_named_without_the_office(body: str, name: str, role: str) -> None:
    named, _, printed_role = only_person(body, "en")
    assert (named.name, printed_role) == (name, role)


def test_a_surname_alone_means_the_person_named_before() -> None:
    body = "According to Jane Roe, 34, a nurse, it was cold. Roe said she left. Ms. Roe later returned."
    (named,) = (one for one in names_in(body, language="en").all if one.kind == "person")
    assert [printed.form for printed in named.printed] == ["full", "short", "short"]


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("It asked the Ministry of Health on Monday.", "Ministry of Health", "government_body"),
        ("It asked the Health Ministry.", "Health Ministry", "government_body"),
        ("The World Health Organization (WHO) agreed.", "World Health Organization", "organisation"),
        ("Researchers of Tarnfield University agreed.", "Tarnfield University", "organisation"),
        ("They told Reuters.", "Reuters", "news_agency"),
        ("They left for South Korea.", "South Korea", "country"),
    ],
)
def test_bodies_and_places_have_their_kind(body: str, name: str, kind: str) -> None:
    assert kinds(body, "en") == {name: kind}


@pytest.mark.parametrize(
    "body",
    [
        "On Monday in March, residents waited. However, nothing came. Officials agreed.",
        "The World War ended. Christmas came. Us, they said, not them.",
    ],
)
def test_ordinary_words_are_nobody(body: str) -> None:
    assert people(body, "en") == []
