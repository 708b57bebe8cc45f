"""Adding entities and names, and keeping an entity's name in step with its rows."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.entities import Written, add_names, find_or_add, free_slug, settle_names
from articles.models import Decision, Entity, EntityName

Kind = Entity.Kind


class EntityTests(TestCase):
    by: User
    ana: Entity

    @classmethod
    def setUpTestData(cls) -> None:
        cls.by = User.objects.create(username="sari")
        cls.ana = find_or_add(kind=Kind.PERSON, name="Ana Wijaya", names=[Written(name="Anna Wijaya")], by=cls.by)

    def test_a_new_one_leaves_one_decision_with_its_names(self) -> None:
        decision = log.decisions_of(self.ana).get()
        self.assertEqual((decision.action, decision.by, decision.before), ("add", self.by, None))
        assert decision.after
        self.assertEqual(decision.after["slug"], "ana-wijaya")
        names = [(row["name"], row["kind"]) for row in decision.after["names"]]
        self.assertEqual(names, [("Ana Wijaya", "preferred"), ("Anna Wijaya", "alias")])

    def test_a_command_is_by_nobody(self) -> None:
        budi = find_or_add(kind=Kind.PERSON, name="Budi")
        self.assertIsNone(log.decisions_of(budi).get().by)

    def test_names_that_a_known_one_lacked_are_one_change(self) -> None:
        names = [Written(name="A. Wijaya"), Written(name="Anna Wijaya"), Written(name="Ана", language="ru")]
        found = find_or_add(kind=Kind.PERSON, name="ANA WIJAYA", names=names, by=self.by)
        self.assertEqual(found, self.ana)
        change = log.decisions_of(self.ana).first()
        assert change and change.before and change.after
        self.assertEqual(change.action, "change")
        self.assertEqual(len(change.after["names"]) - len(change.before["names"]), 2)

    def test_a_name_that_it_has_leaves_no_trace(self) -> None:
        before = Decision.objects.count()
        add_names(self.ana, [Written(name="Anna Wijaya", language="id")])
        find_or_add(kind=Kind.PERSON, name="Anna Wijaya", names=[Written(name="Ana Wijaya")])
        self.assertEqual(Decision.objects.count(), before)

    def test_what_is_known_costs_an_import_two_queries(self) -> None:
        with self.assertNumQueries(2):
            find_or_add(kind=Kind.PERSON, name="Ana Wijaya", names=[Written(name="Anna Wijaya")])

    def test_queries_do_not_grow_with_names(self) -> None:
        counts = []
        for size, name in ((1, "Citra"), (20, "Dewi")):
            with CaptureQueriesContext(connection) as asked:
                find_or_add(kind=Kind.PERSON, name=name, names=[Written(name=f"{name} {n}") for n in range(size)])
            counts.append(len(asked))
        self.assertEqual(counts[0], counts[1])

    def test_slugs_are_numbered_where_two_have_one_name(self) -> None:
        self.assertEqual(free_slug("Ana Wijaya"), "ana-wijaya-2")
        self.assertEqual(free_slug("中"), "entity")


class RenamingTests(TestCase):
    def setUp(self) -> None:
        self.ana = find_or_add(kind=Kind.PERSON, name="Ana Wijaya", names=[Written(name="A. Wijaya")])

    def rename(self, name: str) -> dict[str, str]:
        """Return name -> kind after a form has saved another name."""
        self.ana.name = name
        self.ana.save()
        settle_names(self.ana)
        self.ana.refresh_from_db()
        return dict(self.ana.names.values_list("name", "kind"))

    def test_what_it_was_called_stays_an_alias(self) -> None:
        names = self.rename("Ana Lestari")
        self.assertEqual(names, {"Ana Lestari": "preferred", "Ana Wijaya": "alias", "A. Wijaya": "alias"})
        self.assertEqual((self.ana.sort_key, self.ana.slug), ("ana lestari", "ana-wijaya"))
        self.assertEqual(self.ana.names.get(kind="preferred").key, "ana lestari")

    def test_an_alias_becomes_the_preferred_name(self) -> None:
        self.assertEqual(self.rename("A. Wijaya"), {"A. Wijaya": "preferred", "Ana Wijaya": "alias"})

    def test_other_capitals_leave_no_alias(self) -> None:
        self.assertEqual(self.rename("ANA Wijaya"), {"ANA Wijaya": "preferred", "A. Wijaya": "alias"})

    def test_rows_get_their_keys(self) -> None:
        EntityName.objects.create(entity=self.ana, name="Zoë’s", kind=EntityName.Kind.ALIAS, key="")
        self.rename("Ana Wijaya")
        self.assertEqual(self.ana.names.get(name="Zoë’s").key, "zoes")
