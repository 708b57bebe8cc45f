"""Accounts of the desk, with no more than the permissions that a test is about."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User


def make_user(name: str = "rina", *codenames: str) -> User:
    """Add an account with these permissions of the archive."""
    user = User.objects.create_user(name)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=codenames))
    return user


def make_reviewer(name: str = "rina") -> User:
    """Add an account that may view every model, but no drafts."""
    user = User.objects.create_user(name)
    may_view = Permission.objects.filter(content_type__app_label="articles", codename__startswith="view_")
    user.user_permissions.set(may_view.exclude(codename="view_draft"))
    return user


def make_editor(name: str = "edo") -> User:
    return User.objects.create_superuser(name)
