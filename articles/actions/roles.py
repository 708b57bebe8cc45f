"""Roles of the desk: which group of accounts may do what. The table stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction

REVIEWER: Final = "Reviewer"
EDITOR: Final = "Editor"
IMPORTER: Final = "Importer"

_PUBLIC: Final = frozenset(  # what readers see too, once it is published
    {
        *("anchor", "article", "articletopic", "block", "datemention", "entity", "entityname", "event", "mention"),
        *("notelink", "notice", "printing", "quote", "quotelink", "relayhop", "series", "statistic", "statisticlink"),
        *("topic", "version", "likeness"),
    }
)
_ARRIVALS: Final = frozenset(
    {"batch", "deliveredfile", "delivery", "importrun", "input", "reading", "refusal", "source"}
)
_RECORDS_OF_THE_DESK: Final = frozenset({"decision", "tombstone"})
# A block and a version come of a text, a likeness of two, a decision of an action: nobody types them.
_TYPED: Final = _PUBLIC - {"block", "version", "likeness"}
# What stands below another record and is taken off its form again; records themselves are rejected or withdrawn.
_TAKEN_OFF: Final = frozenset({"anchor", "entityname", "notice", "relayhop"})


def _may(verb: str, models: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{verb}_{model}" for model in models)


# Everybody sees their own, and nobody else's.
_SAVED: Final = frozenset(f"{verb}_savedsearch" for verb in ("view", "add", "change", "delete"))
_REVIEWER: Final = _may("view", _PUBLIC) | _SAVED | {"review_fact"}
ROLES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        REVIEWER: _REVIEWER,
        EDITOR: _REVIEWER
        | _may("view", _ARRIVALS | _RECORDS_OF_THE_DESK)
        | _may("add", _TYPED)
        | _may("change", _TYPED)
        | _may("delete", _TAKEN_OFF)
        | {"add_delivery", "view_draft", "publish_article", "merge_entity"},
        IMPORTER: _may("view", _PUBLIC | _ARRIVALS) | {"add_delivery"},
    }
)
"""Name of the group -> codenames of its permissions, all of them of the app `articles`."""


@transaction.atomic
def sync() -> None:
    """Make the groups and give each exactly its permissions; the same however often it is called.

    Permissions that the database does not hold yet, halfway through migrations, are left out.
    """
    held = {permission.codename: permission for permission in _permissions()}
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([held[codename] for codename in sorted(codenames & held.keys())])


@transaction.atomic
def assign(user: User, role: str) -> None:
    """Give a saved account this role, and no other one.

    Raises:
        KeyError: there is no such role.
    """
    if role not in ROLES:
        raise KeyError(role)
    group, _ = Group.objects.get_or_create(name=role)
    user.groups.set([group])


def role_of(user: User) -> str:
    """Return the role of a saved account, or "" when it has none; of several groups, the first in the table."""
    groups = frozenset(user.groups.values_list("name", flat=True))
    return next((role for role in ROLES if role in groups), "")


def _permissions() -> Iterable[Permission]:
    codenames = frozenset[str]().union(*ROLES.values())
    return Permission.objects.filter(content_type__app_label="articles", codename__in=codenames)
