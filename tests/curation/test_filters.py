"""The filters of the admin's lists: worklists with their numbers, and fuzzy dates by overlap."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory, TestCase
from django.test.utils import CaptureQueriesContext

from articles.admin.filters import WorklistFilter, overlap_filter
from articles.models import Article, Quote, Topic
from tests.curation.desk import make_editor, make_reviewer
from tests.factories import make_article, make_entity, make_mention, make_topic


class Desk(admin.ModelAdmin):
    list_filter = (WorklistFilter, overlap_filter("published", "day of publication"), "rights")
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = ("mentions__entity__name",)


class QuietDesk(Desk):
    show_facets = admin.ShowFacets.NEVER


class TopicDesk(admin.ModelAdmin):
    list_filter = (WorklistFilter,)


class FilterTestCase(TestCase):
    editor: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.editor = make_editor()

    def listed(self, query: str = "", desk: type[admin.ModelAdmin] = Desk, model: Any = Article) -> ChangeList:
        request = RequestFactory().get(f"/admin/{query}")
        request.user = self.editor
        self.request: HttpRequest = request
        request.__dict__["session"] = {}
        request.__dict__["_messages"] = FallbackStorage(request)
        return desk(model, admin.AdminSite()).get_changelist_instance(request)

    def choices(self, listed: ChangeList, parameter: str) -> dict[str, bool]:
        """Return what a filter offers, and whether it is chosen."""
        spec = next(spec for spec in listed.filter_specs if spec.expected_parameters() == [parameter])
        return {str(choice["display"]): choice["selected"] for choice in spec.choices(listed)}

    def said(self) -> list[str]:
        return [str(message) for message in messages.get_messages(self.request)]


class WorklistFilterTests(FilterTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.draft = make_article("Rancangan", state=Article.State.DRAFT)
        cls.noted = make_article("Lengkap", mentioning=("Ana Wijaya", "Anastasia"))
        make_topic(article=cls.noted)

    draft: Article
    noted: Article

    def test_a_list_offers_the_worklists_of_its_model_with_their_numbers(self) -> None:
        self.assertEqual(
            self.choices(self.listed(), "list"),
            {
                "All": True,
                "Drafts (1)": False,
                "Articles without a topic (1)": False,
                "Articles without an actor (1)": False,
                "Articles dated wrongly (0)": False,
                "Imports to check (0)": False,
                "Articles whose text changed (0)": False,
                "Texts that are not read yet (2)": False,
            },
        )

    def test_a_chosen_worklist_narrows_the_list_and_its_numbers_stay(self) -> None:
        listed = self.listed("?list=no-topic")
        self.assertEqual(list(listed.queryset), [self.draft])
        chosen = self.choices(listed, "list")
        self.assertTrue(chosen["Articles without a topic (1)"])
        self.assertFalse(chosen["All"])
        self.assertEqual(self.said(), [])

    def test_numbers_are_those_that_the_other_filters_and_the_search_leave(self) -> None:
        self.assertIn("Drafts (0)", self.choices(self.listed("?rights__exact=reference"), "list"))
        # Two people found in one article are one article.
        make_mention(self.draft, make_entity("Anas"), "Dewan", nested=True)
        make_mention(self.draft, make_entity("Ananda"), "Dewan", nested=True)
        self.assertIn("Articles without an actor (1)", self.choices(self.listed("?q=ana"), "list"))

    def test_an_unknown_worklist_is_named_once_and_all_rows_are_shown(self) -> None:
        listed = self.listed("?list=quotes-of-the-moon")
        self.assertEqual(listed.queryset.count(), 2)
        self.assertTrue(self.choices(listed, "list")["All"])
        self.assertEqual(
            self.said(), ["The filter “worklist” is left out: there is no worklist “quotes-of-the-moon” here."]
        )

    def test_who_may_not_see_drafts_is_offered_no_list_of_them(self) -> None:
        self.editor = make_reviewer()
        offered = self.choices(self.listed("?list=drafts"), "list")
        self.assertFalse([words for words in offered if words.startswith("Drafts")])
        self.assertIn("no worklist “drafts”", self.said()[0])

    def test_a_list_without_worklists_shows_no_filter(self) -> None:
        self.assertEqual(self.listed(desk=TopicDesk, model=Topic).filter_specs, [])

    def test_worklists_of_another_model_are_unknown_here(self) -> None:
        self.listed("?list=drafts", desk=TopicDesk, model=Quote)
        self.assertIn("no worklist “drafts”", self.said()[0])


class OverlapDateFilterTests(FilterTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        for day in ("2023-12-06", "2023-12", "[2023-12-31..2024-01-02]", "2021", "2022-05-01/..", ""):
            make_article(f"Tanggal {day}", published=day)

    def days(self, query: str) -> set[str]:
        return set(self.listed(query).queryset.values_list("published", flat=True))

    def test_without_a_choice_it_offers_the_years_by_overlap(self) -> None:
        self.assertEqual(
            self.choices(self.listed(), "published"),
            {"All": True, "2024 (2)": False, "2023 (4)": False, "2022 (1)": False, "2021 (1)": False},
        )

    def test_a_year_offers_its_months_and_a_month_its_days(self) -> None:
        year = self.choices(self.listed("?published=2023"), "published")
        self.assertEqual(list(year)[:2], ["All", "2023 (4)"])
        self.assertTrue(year["2023 (4)"])
        self.assertIn("December 2023 (4)", year)
        self.assertIn("January 2023 (1)", year)
        month = self.choices(self.listed("?published=2023-12"), "published")
        self.assertEqual(list(month)[:3], ["All", "2023 (4)", "December 2023 (4)"])
        self.assertIn("6 December 2023 (3)", month)
        self.assertIn("31 December 2023 (3)", month)
        day = self.choices(self.listed("?published=2023-12-06"), "published")
        self.assertTrue(day["6 December 2023 (3)"])
        self.assertFalse(day["December 2023 (4)"])

    def test_numbers_are_those_of_the_rows_behind_them(self) -> None:
        for query in ("", "?published=2023", "?published=2023-12", "?published=2024-01"):
            listed = self.listed(query)
            spec = next(spec for spec in listed.filter_specs if spec.expected_parameters() == ["published"])
            for choice in list(spec.choices(listed))[1:]:
                with self.subTest(choice["display"]):
                    rows = self.listed(choice["query_string"]).queryset.count()
                    self.assertTrue(choice["display"].endswith(f"({rows})"))

    def test_rows_match_by_overlap(self) -> None:
        going = "2022-05-01/.."
        self.assertEqual(self.days("?published=2024"), {"[2023-12-31..2024-01-02]", going})
        self.assertEqual(self.days("?published=2023-12-06"), {"2023-12-06", "2023-12", going})
        self.assertEqual(self.days("?published=2021-07"), {"2021"})

    def test_what_is_no_year_month_or_day_is_named_and_shows_all(self) -> None:
        for bad in (
            "abc",
            "0000",
            "2023-13",
            "2023-02-30",
            "9999999999",
            "2023-1",
            "2023%3F",
            "2023/..",
            "%F0%9F%98%80",
        ):
            with self.subTest(bad):
                listed = self.listed(f"?published={bad}")
                self.assertEqual(listed.queryset.count(), 6)
                self.assertTrue(self.choices(listed, "published")["All"])
                (said,) = self.said()
                self.assertTrue(said.startswith("The filter “day of publication” is left out: "), said)
                self.assertTrue(said.endswith(".") and not said.endswith(".."), said)

    def test_a_day_without_rows_stays_visible_while_it_is_chosen(self) -> None:
        self.assertTrue(self.choices(self.listed("?published=2020-03-04"), "published")["4 March 2020 (0)"])

    def test_without_counts_the_same_choices_stand_without_numbers(self) -> None:
        shown = self.choices(self.listed(desk=QuietDesk), "published")
        self.assertEqual(list(shown), ["All", "2024", "2023", "2022", "2021"])

    def test_its_choices_ask_one_query_however_many_they_are(self) -> None:
        listed = self.listed("?published=2023-12")
        spec = next(spec for spec in listed.filter_specs if spec.expected_parameters() == ["published"])
        with CaptureQueriesContext(connection) as asked:
            list(spec.choices(listed))
        self.assertEqual(len(asked), 1)

    def test_an_empty_list_offers_all(self) -> None:
        Article.objects.update(published="", published_earliest=None, published_latest=None)
        self.assertEqual(self.choices(self.listed(), "published"), {"All": True})
