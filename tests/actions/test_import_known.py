"""What a batch asks of the archive does not grow with its records, their publishers included."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.merge import merge
from articles.models import Article, Entity
from tests.actions.test_store import outcomes, put, raw_like

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
