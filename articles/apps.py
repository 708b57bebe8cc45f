"""The one app of the archive."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.db.models.signals import post_migrate  # noqa: TID251 - tells when permissions are there; saves are not heard


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "News archive"

    def ready(self) -> None:
        # Heard after Django's own receiver, which makes the permissions: its app stands before ours in INSTALLED_APPS.
        post_migrate.connect(_sync_roles, sender=self)


def _sync_roles(*, apps: Any = installed, **_kwargs: Any) -> None:
    """Give the groups their permissions after each migration and flush."""
    try:
        apps.get_model("auth", "Group")
    except LookupError:
        return  # the tables of accounts themselves were migrated away
    # By its name: models cannot be imported while apps are being loaded.
    import_module("articles.actions.roles").sync()
