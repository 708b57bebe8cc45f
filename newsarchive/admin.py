"""Which site Django's admin is: named in INSTALLED_APPS in place of `django.contrib.admin`."""

from __future__ import annotations

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class CurationConfig(AdminConfig):
    # By its name: models cannot be imported while apps are being loaded.
    default_site = "articles.admin.site.CurationSite"

    def ready(self) -> None:
        # The package of that class registers its models as it is read. Were it read while the site is being made
        # for another app, they would be registered on a second site that nobody keeps.
        import_module("articles.admin")
        super().ready()
