"""Who may do what, as docs/curation.md tells editors: each action is tried by each role and by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, TestCase

from articles.actions import roles
from articles.actions.editing import edited
from articles.actions.merge import merge
from articles.models import Article, Status
from tests.admin.tries import TRIED, Desk
from tests.factories import make_article, make_entity, make_mention, make_quote, make_topic

TABLE: Final = Path(__file__).parents[2] / "docs/curation.md"
NOBODY: Final = "nobody"


def told() -> dict[str, dict[str, str]]:
    """Return the table of the docs: what each column of each row says."""
    section = TABLE.read_text(encoding="utf-8").partition("## Who may do what")[2].partition("\n## ")[0]
    lines = [line.strip("| ").split("|") for line in re.findall(r"^\|.+\|$", section, flags=re.MULTILINE)]
    (_, *columns), _line, *table = ([cell.strip() for cell in line] for line in lines)
    return {action: dict(zip(columns, cells, strict=True)) for action, *cells in table}


def everything() -> dict[str, int]:
    """Return how many rows each table holds; every write of a record adds a decision too."""
    kept = ("articles", "auth")
    return {
        str(model): model._default_manager.count()
        for label in kept
        for model in apps.get_app_config(label).get_models()
    }


class MatrixTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        User.objects.create_superuser("root")
        for role in roles.ROLES:
            roles.assign(User.objects.create_user(role.lower(), is_staff=True), role)
        words = ("Dewan kota bertemu. Hadir 1.100 orang, Ana Wijaya dan Budi Santoso.",)
        article = make_article(paragraphs=words, doubt="Half of it may be missing.")
        ana, short = make_entity("Ana Wijaya"), make_entity("A. Wijaya")
        for entity, named in ((ana, "Ana Wijaya"), (make_entity("Budi Santoso"), "Budi Santoso"), (short, "Ana")):
            make_mention(article, entity, named)
        merge(short, into=ana, by=None)
        quote = make_quote(article, "Dewan kota", status=Status.SUGGESTED)
        with edited(quote, by=None):
            quote.note = "Dikutip ulang"
            quote.save()
        make_topic()
        make_article("Rancangan", state=Article.State.DRAFT)

    def test_the_table_and_the_tries_name_the_same_actions_and_roles(self) -> None:
        self.assertEqual(list(told()), list(TRIED))
        for columns in told().values():
            self.assertEqual(list(columns), [NOBODY, *roles.ROLES])
            self.assertLessEqual(set(columns.values()), {"allowed", "refused"})

    def test_each_action_is_allowed_or_refused_as_the_table_says(self) -> None:
        for action, role, expected in _cells():
            with self.subTest(action=action, role=role), transaction.atomic():
                before, client = everything(), Client(enforce_csrf_checks=True)
                if role != NOBODY:
                    client.force_login(User.objects.get(username=role.lower()))
                answer, done = TRIED[action](Desk(client))
                self.assertEqual(done, expected == "allowed", answer)
                if expected == "refused":
                    self.assertTrue(_refuses(answer, role), answer)
                    self.assertEqual(everything(), before)
                transaction.set_rollback(True)


def _cells() -> Iterator[tuple[str, str, str]]:
    for action, columns in told().items():
        for role, expected in columns.items():
            yield action, role, expected


def _refuses(answer: HttpResponse, role: str) -> bool:
    """Whether an answer is a refusal: nobody is led to the sign-in page; a hidden record is answered like none."""
    if role == NOBODY:
        return answer.status_code == 302 and answer.headers["Location"].startswith("/admin/login/")
    return answer.status_code == 403 or answer.headers.get("Location") == "/admin/"
