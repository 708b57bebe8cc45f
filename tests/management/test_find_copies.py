"""`./run manage find_copies` looks at every article and says what it found."""

from __future__ import annotations

from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from articles.models import Copy
from tests.actions.test_copies import make, story


def found() -> str:
    said = StringIO()
    call_command("find_copies", stdout=said)
    return said.getvalue()


class FindCopiesTests(TestCase):
    def test_it_says_how_many_articles_are_copies_of_how_many_texts(self) -> None:
        for seed in (1, 1, 1, 2, 2, 3):
            make(story(seed))
        said = found()
        self.assertIn("6 of 6 articles looked at", said)
        self.assertIn("5 articles are copies of 2 texts; 3 pairs wait for an editor.", said)
        self.assertEqual(Copy.objects.count(), 5)

    def test_it_counts_one_as_one(self) -> None:
        for seed in (1, 1):
            make(story(seed))
        self.assertIn("2 articles are copies of 1 text; 1 pair waits for an editor.", found())

    def test_the_second_time_there_is_nothing_to_look_at(self) -> None:
        make(story(1))
        found()
        self.assertIn("Every article has been looked at.", found())
