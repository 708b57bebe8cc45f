"""A correction notice says something."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Notice
from tests.factories import make_article
from tests.models.rules import refused


class NoticeTests(TestCase):
    def test_it_has_words(self) -> None:
        with refused("notice_has_words"):
            Notice.objects.create(article=make_article(), text="")
