from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import TestCase

from articles.actions import roles

# Rebuilt by commands, read by nobody as records.
SEARCH_ENTRIES = {"articleentry", "quoteentry", "statisticentry", "copy", "fingerprint", "word"}


def held(role: str) -> set[str]:
    """Return what the group may do in the database, whichever app the permission is of."""
    return {
        f"{app}.{codename}"
        for app, codename in Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    }


def table(role: str) -> set[str]:
    return {f"articles.{codename}" for codename in roles.ROLES[role]}


class RoleTests(TestCase):
    def test_after_migrating_each_group_may_do_exactly_what_the_table_says(self) -> None:
        self.assertEqual(set(Group.objects.values_list("name", flat=True)), set(roles.ROLES))
        for role in roles.ROLES:
            with self.subTest(role):
                self.assertEqual(held(role), table(role))

    def test_what_was_given_or_taken_by_hand_is_put_right(self) -> None:
        group = Group.objects.get(name=roles.REVIEWER)
        group.permissions.set([Permission.objects.get(codename="delete_user")])
        Group.objects.get(name=roles.EDITOR).delete()
        for _time in range(2):
            roles.sync()
            for role in roles.ROLES:
                self.assertEqual(held(role), table(role))
        self.assertEqual(Group.objects.count(), len(roles.ROLES))

    def test_halfway_through_migrations_the_rest_is_given(self) -> None:
        Permission.objects.filter(codename="merge_entity").delete()
        roles.sync()
        self.assertEqual(held(roles.EDITOR), table(roles.EDITOR) - {"articles.merge_entity"})

    def test_groups_that_are_none_of_ours_are_left_alone(self) -> None:
        own = Group.objects.create(name="Interns")
        own.permissions.set(Permission.objects.filter(codename="view_article"))
        roles.sync()
        self.assertEqual(held("Interns"), {"articles.view_article"})

    def test_an_account_has_one_role(self) -> None:
        user = User.objects.create_user("ana")
        self.assertEqual(roles.role_of(user), "")
        for role in (roles.EDITOR, roles.IMPORTER):
            roles.assign(user, role)
            self.assertEqual(roles.role_of(user), role)
            self.assertEqual(user.groups.count(), 1)
        with self.assertRaises(KeyError):
            roles.assign(user, "Owner")

    def test_a_role_is_what_django_asks_for(self) -> None:
        user = User.objects.create_user("ana")
        roles.assign(user, roles.REVIEWER)
        may = {
            name
            for name in ("view_article", "review_fact", "view_draft", "add_article")
            if user.has_perm(f"articles.{name}")
        }
        self.assertEqual(may, {"view_article", "review_fact"})


class TableTests(TestCase):
    def test_every_model_is_seen_by_editors(self) -> None:
        # A new model is given to a role, or named above as one that nobody reads.
        models = {model._meta.model_name for model in apps.get_app_config("articles").get_models()} - SEARCH_ENTRIES
        self.assertEqual(
            {codename.removeprefix("view_") for codename in roles.ROLES[roles.EDITOR] if codename.startswith("view_")}
            - {"draft"},
            models,
        )

    def test_every_permission_of_the_table_is_one_that_django_made(self) -> None:
        made = set(Permission.objects.filter(content_type__app_label="articles").values_list("codename", flat=True))
        self.assertEqual(frozenset[str]().union(*roles.ROLES.values()) - made, set())

    def test_nobody_deletes_a_record(self) -> None:
        """What hangs on one, and what is an editor's own, is none."""
        deleted = {name for names in roles.ROLES.values() for name in names if name.startswith("delete_")}
        hanging = {"delete_anchor", "delete_entityname", "delete_notice", "delete_relayhop"}
        self.assertEqual(deleted, hanging | {"delete_savedsearch"})

    def test_only_editors_see_drafts_and_what_only_the_desk_knows(self) -> None:
        for codename in ("view_draft", "view_decision", "view_tombstone", "publish_article", "merge_entity"):
            with self.subTest(codename):
                self.assertEqual([role for role, names in roles.ROLES.items() if codename in names], [roles.EDITOR])

    def test_reviewers_write_nothing_but_their_own_searches_and_importers_only_deliveries(self) -> None:
        def writes(role: str) -> set[str]:
            return {name for name in roles.ROLES[role] if not name.startswith("view_")}

        own = {f"{verb}_savedsearch" for verb in ("add", "change", "delete")}
        self.assertEqual(writes(roles.REVIEWER), {"review_fact"} | own)
        self.assertEqual(writes(roles.IMPORTER), {"add_delivery"})
        self.assertLess(roles.ROLES[roles.REVIEWER], roles.ROLES[roles.EDITOR])

    def test_what_never_changes_is_changed_by_nobody(self) -> None:
        for model in ("block", "decision", "importrun", "refusal", "source", "tombstone", "version"):
            for role, names in roles.ROLES.items():
                with self.subTest(f"{role} {model}"):
                    self.assertNotIn(f"change_{model}", names)


@pytest.mark.django_db(transaction=True)
def test_roles_stand_again_after_the_database_was_emptied() -> None:
    call_command("flush", interactive=False, verbosity=0)
    for role in roles.ROLES:
        assert held(role) == table(role)
