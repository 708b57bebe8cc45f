"""Every record's admin opens for those who may, costs no more for many rows than for few, and offers its choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from articles.actions import roles
from articles.admin.lists import EvidenceAdmin
from articles.curation.visible import visible_to
from articles.models import (
    Article,
    Batch,
    Delivery,
    ImportRun,
    Input,
    Likeness,
    Reading,
    Refusal,
    SavedSearch,
    Series,
    Tombstone,
    Version,
)
from tests.admin.test_entities import signed_in
from tests.hidden import full_article
from tests.world import load_sample_world

SHOWN, LED_AWAY, REFUSED = 200, 302, 403
MANY_ARTICLES, MOST_QUERIES = 10_000, 15


def superuser() -> Client:
    user, _ = User.objects.get_or_create(username="root", is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(user)
    return client


def user_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def registered() -> Iterator[tuple[str, type[Model], ModelAdmin]]:
    """Yield the beginning of the names of a model's addresses, the model and its admin."""
    for model, model_admin in admin.site._registry.items():
        yield f"admin:{model._meta.app_label}_{model._meta.model_name}", model, model_admin


def add_some_of_everything() -> None:
    """Load the sample, and what it has nothing of: articles in every state, a refusal, a tombstone."""
    load_sample_world()
    for state in Article.State:
        full_article(state)
    add_rows_apart(1)
    for client in (superuser(), *map(signed_in, roles.ROLES)):
        SavedSearch.objects.create(owner=user_of(client), name="Gaza", kind="articles", query="q=gaza")


def add_rows_apart(number: int) -> None:
    """Add rows of the models that no article comes with."""
    first = Tombstone.objects.count()
    for index in range(first, first + number):
        run = ImportRun.objects.create(importer="test", container="a", container_sha256="0" * 64, seen=1, refused=1)
        Refusal.objects.create(run=run, place=f"a#{index}", reason="No text.")
        Input.objects.create(run=run, name="a", size=1, sha256="0" * 64)
        Batch.objects.create(run=run, number=1, sha256="0" * 64, outcomes="r")
        Tombstone.objects.create(article_key=10**6 + index, was_public=True, sources=[], reason="A court.")
        Series.objects.create(slug=f"series-{index}", name=f"Series {index}", unit="person")
        user = User.objects.create(username=f"user-{index}")
        Delivery.objects.create(by=user)
        Group.objects.create(name=f"group-{index}")
    for version in Version.objects.filter(reading=None)[:number]:
        Reading.objects.create(version=version, rules="rules-1", read_at=timezone.now(), seconds=0.01)


class EveryPageTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        add_some_of_everything()

    def test_every_model_has_an_example(self) -> None:
        self.assertEqual([model for _, model, _ in registered() if not model._default_manager.exists()], [])

    def test_each_page_opens_for_those_who_may_and_for_nobody_else(self) -> None:
        for client in (superuser(), *map(signed_in, roles.ROLES)):
            user = user_of(client)
            for name, model, model_admin in registered():
                for address, expected in _pages(user, name, model, model_admin):
                    with self.subTest(user=str(user), address=address):
                        self.assertEqual(client.get(address).status_code, expected)

    def test_nobody_is_led_to_the_sign_in_page(self) -> None:
        for name, model, _ in registered():
            first = model._default_manager.order_by("pk").first()
            assert first
            for address in (
                reverse(f"{name}_changelist"),
                reverse(f"{name}_add"),
                reverse(f"{name}_change", args=[first.pk]),
                reverse(f"{name}_history", args=[first.pk]),
            ):
                with self.subTest(address):
                    self.assertRedirects(self.client.get(address), f"/admin/login/?next={address}")

    def test_every_choice_offers_what_there_is(self) -> None:
        client = superuser()
        for model, field in _choices():
            asked: dict[str, Any] = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
            asked["field_name"] = field
            for term, offers in {"": True, "a": True, "%": False, "a" * 300: False, "\u202e": False}.items():
                with self.subTest(model=model.__name__, field=field, term=term):
                    answer = client.get(reverse("admin:autocomplete"), {**asked, "term": term})
                    self.assertEqual(answer.status_code, SHOWN)
                    if offers:
                        self.assertTrue(answer.json()["results"])

    def test_a_figure_is_found_by_its_number(self) -> None:
        client = superuser()
        for typed, found in {"883": 1, "883 russian": 1, "88": 0, "883.0": 0}.items():
            with self.subTest(typed):
                page = client.get(reverse("admin:articles_statistic_changelist"), {"q": typed})
                self.assertEqual(page.context["cl"].result_count, found)
        asked = {"app_label": "articles", "model_name": "statistic", "field_name": "out_of", "term": "883"}
        self.assertEqual(len(client.get(reverse("admin:autocomplete"), asked).json()["results"]), 1)


def _choices() -> Iterator[tuple[type[Model], str]]:
    """Yield each field that offers records as one types, of a form or of its rows."""
    for _, model, model_admin in registered():
        kinds: list[tuple[type[Model], Any]] = [(model, model_admin)]
        kinds += [(inline.model, inline) for inline in model_admin.inlines]
        for table, kind in kinds:
            yield from ((table, field) for field in kind.autocomplete_fields)


def _pages(user: User, name: str, model: type[Model], model_admin: ModelAdmin) -> Iterator[tuple[str, int]]:
    """Yield pages of a model's admin, each with the status that it has for the user."""
    app, kind = model._meta.app_label, model._meta.model_name
    may_view = user.has_perm(f"{app}.view_{kind}") or user.has_perm(f"{app}.change_{kind}")
    # A likeness is found, never typed.
    typed = model is Delivery or not (isinstance(model_admin, EvidenceAdmin) or model is Likeness)
    yield reverse(f"{name}_changelist"), SHOWN if may_view else REFUSED
    if model_admin.search_fields:
        yield reverse(f"{name}_changelist") + "?q=zakharova+12", SHOWN if may_view else REFUSED
    yield reverse(f"{name}_add"), SHOWN if typed and user.has_perm(f"{app}.add_{kind}") else REFUSED
    rows = model._default_manager.order_by("pk")
    seen = visible_to(user, rows)
    hidden = rows.exclude(pk__in=seen.values("pk")).first()
    if row := seen.first():
        yield reverse(f"{name}_change", args=[row.pk]), SHOWN if may_view else REFUSED
        yield reverse(f"{name}_history", args=[row.pk]), SHOWN if may_view else REFUSED
    if hidden:
        yield reverse(f"{name}_change", args=[hidden.pk]), LED_AWAY if may_view else REFUSED
