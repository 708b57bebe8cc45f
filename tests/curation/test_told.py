from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.revise import revise
from articles.curation.told import left_over
from articles.importers.typed import Typed
from articles.models import Article, Source, Version
from tests.factories import make_article, make_entity, make_mention, make_topic

pytestmark = pytest.mark.django_db


def article_told(**told: Any) -> Article:
    """Return an article whose text came with lists."""
    article = make_article(paragraphs=("Ana Wijaya bertemu Sri Wahyuni.",))
    assert article.current
    old = article.current.source
    content = repr(told).encode()
    source = Source.objects.create(
        run=old.run, place="a", content=content, sha256=hashlib.sha256(content).hexdigest(), told=told
    )
    Version.objects.create(
        article=article, number=2, headline="Lain", body="Lain.", body_sha256="0" * 64, source=source
    )
    return article


class TestLeftOver:
    def test_is_whom_the_article_does_not_name_yet(self) -> None:
        article = article_told(actors=["Ana Wijaya", "Sri Wahyuni", "Rian Hidayat"])
        make_mention(article, make_entity("Ana Wijaya"), "Ana Wijaya")
        make_entity("Sri Wahyuni")
        told = left_over(article)
        assert (told.known, told.unknown) == (("Sri Wahyuni",), ("Rian Hidayat",))

    def test_is_what_the_article_is_not_about_yet(self) -> None:
        article = article_told(topics=["#Uji", "Banjir", "banjir"])
        make_topic(article=article)
        assert left_over(article).tags == ("banjir",)

    def test_stays_when_an_editor_has_corrected_the_text(self) -> None:
        article = article_told(actors=["Rian Hidayat"])
        revise(article, Typed(headline="Dewan bertemu", text="Tulisan editor."), by=None)
        assert left_over(article).unknown == ("Rian Hidayat",)

    def test_is_nothing_where_no_source_tells_anything(self) -> None:
        told = left_over(make_article())
        assert (told.known, told.unknown, told.tags) == ((), (), ())

    def test_is_read_in_queries_that_do_not_grow(self) -> None:
        many = [f"Orang {number}" for number in range(300)]
        articles = article_told(actors=["A B"], topics=["c"]), article_told(actors=many, topics=many)
        counts = []
        for article in articles:
            with CaptureQueriesContext(connection) as queries:
                left_over(article)
            counts.append(len(queries))
        assert counts == [4, 4]


class TestPage:
    def test_of_the_article_shows_it_with_the_way_to_add_a_person(self, client: Client) -> None:
        article = article_told(actors=["Rian & <Hidayat>"], topics=["banjir"])
        client.force_login(User.objects.create_superuser("admin"))
        page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
        assert "The source also names" in page
        assert "Rian &amp; &lt;Hidayat&gt;" in page
        assert "tags: banjir" in page
        form = client.get(reverse("admin:articles_entity_add"), {"name": "Rian & <Hidayat>"}).content.decode()
        assert 'value="Rian &amp; &lt;Hidayat&gt;"' in form
        assert "?name=Rian+%26+%3CHidayat%3E" in page
