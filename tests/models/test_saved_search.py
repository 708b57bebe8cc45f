from __future__ import annotations

from django.contrib.auth.models import User
from django.test import TestCase

from articles.models import SavedSearch
from tests.models.rules import refused


class SavedSearchTests(TestCase):
    owner: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.owner = User.objects.create(username="ana")
        SavedSearch.objects.create(owner=cls.owner, name="Cuaca", kind="quotes", query="q=hujan")

    def test_a_list_is_saved_once_by_each_owner(self) -> None:
        with refused("saved_search_once"):
            SavedSearch.objects.create(owner=self.owner, name="Lagi", kind="quotes", query="q=hujan")
        other = User.objects.create(username="budi")
        SavedSearch.objects.create(owner=other, name="Lagi", kind="quotes", query="q=hujan")
        SavedSearch.objects.create(owner=self.owner, name="Lagi", kind="articles", query="q=hujan")

    def test_only_what_can_be_listed_can_be_saved(self) -> None:
        with refused("saved_search_kind_known"):
            SavedSearch.objects.create(owner=self.owner, name="Lagi", kind="topics")

    def test_the_longest_query_that_an_address_has_can_be_told_apart(self) -> None:
        """A row of an index holds 2,704 bytes."""
        long = "".join(f"{number:04x}" for number in range(512))
        SavedSearch.objects.create(owner=self.owner, name="Panjang", kind="quotes", query=long)
        with refused("saved_search_once"):
            SavedSearch.objects.create(owner=self.owner, name="Lagi", kind="quotes", query=long)

    def test_the_searches_of_an_account_go_with_it(self) -> None:
        self.owner.delete()
        self.assertFalse(SavedSearch.objects.exists())
