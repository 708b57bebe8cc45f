"""What a batch asks of the archive does not grow with its records, their publishers included."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.merge import merge
from articles.importers.base import RawArticle
from articles.models import Article, Entity, EntityName
from articles.text.names import name_key
from tests.actions.test_store import outcomes, put, raw_like
from tests.factories import make_entity

pytestmark = pytest.mark.django_db
OUTLETS = [f"SUARA{letter}.COM, AMBON – " for letter in "ABCDEFGHIJ"]


def test_many_known_publishers_are_found_by_as_many_queries_as_one() -> None:
    put(*(raw_like(number, outlet) for number, outlet in enumerate(OUTLETS)))
    with CaptureQueriesContext(connection) as few:
        assert outcomes(put(raw_like(100, OUTLETS[0]))) == ["new"]
    with CaptureQueriesContext(connection) as many:
        assert set(outcomes(put(*(raw_like(200 + at, outlet) for at, outlet in enumerate(OUTLETS))))) == {"new"}
    assert len(many) == len(few)
    assert Entity.objects.filter(kind=Entity.Kind.PUBLISHER).count() == len(OUTLETS)


def test_a_publisher_that_was_merged_is_the_one_that_it_was_merged_into() -> None:
    put(*(raw_like(number, outlet) for number, outlet in enumerate(OUTLETS[:2])))
    gone, kept = Entity.objects.filter(kind=Entity.Kind.PUBLISHER).order_by("pk")
    merge(gone, into=kept, by=None)
    put(raw_like(5, OUTLETS[0]))
    assert Article.objects.latest("pk").publisher == kept


def printed_by(number: int, publisher: str) -> RawArticle:
    return replace(raw_like(number, ""), publisher=publisher)


@pytest.mark.parametrize("together", [True, False])
def test_the_parts_of_a_site_are_one_publisher_whichever_comes_first(together: bool) -> None:  # noqa: FBT001
    hosts = ("oto.suaratimur.com", "suaratimur.com", "SUARATIMUR.COM", "news.suaratimur.com", "www.suaratimur.com")
    records = [printed_by(number, host) for number, host in enumerate(hosts)]
    for batch in [records] if together else [[record] for record in records]:
        put(*batch)
    publisher = Entity.objects.get(kind=Entity.Kind.PUBLISHER)
    assert publisher.name == "suaratimur"
    assert {name.lower() for name in publisher.names.values_list("name", flat=True)} == {"suaratimur", "suaratimur.com"}
    assert Article.objects.filter(publisher=publisher).count() == len(hosts)


def test_the_same_words_in_two_parts_of_a_site_are_one_article() -> None:
    put(printed_by(1, "suaratimur.com"))
    again = replace(printed_by(1, "oto.suaratimur.com"), content=b"another record")
    assert outcomes(put(again)) == ["known"]


def test_who_is_known_by_the_name_of_a_part_stays_the_publisher_of_it() -> None:
    older = make_entity("Suara Oto", kind=Entity.Kind.PUBLISHER)
    EntityName.objects.create(entity=older, name="oto.suaratimur.com", key=name_key("oto.suaratimur.com"), kind="alias")
    put(printed_by(1, "suaratimur.com"), printed_by(2, "oto.suaratimur.com"))
    assert Article.objects.latest("pk").publisher == older


def test_offices_below_one_name_are_publishers_of_their_own() -> None:
    put(printed_by(1, "ambon.go.id"), printed_by(2, "pelabuhan.ambon.go.id"))
    assert Entity.objects.filter(kind=Entity.Kind.PUBLISHER).count() == 2
