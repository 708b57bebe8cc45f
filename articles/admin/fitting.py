"""What an editor may put in a field beyond what its column holds: an address, a language, a record of the right kind.

Only what was changed is asked: what came in by an import stays as it is until somebody writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, DateMention, Entity, Event, Printing, Quote, Series, Statistic
from articles.text.normalise import shown

# Language, script, region, and a variant or two, as in RFC 5646; nobody needs its extensions here.
_LANGUAGE: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3})){0,2})",
    re.IGNORECASE,
)
_is_address: Final = URLValidator(schemes=["http", "https"])
# Columns that name entities of one section of the site alone.
_SECTIONS: Final[Mapping[tuple[str, str], str]] = {
    (Article._meta.label_lower, "publisher"): "organisations",
    (Event._meta.label_lower, "place"): "places",
    (Series._meta.label_lower, "place"): "places",
    (Statistic._meta.label_lower, "place"): "places",
}
_CHOOSE: Final[Mapping[str, str | Promise]] = {
    "organisations": gettext_lazy("Choose a publisher or another organisation."),
    "places": gettext_lazy("Choose a country or a place."),
}
_IN_ONE_ARTICLE: Final = (Printing, DateMention)  # stand in a quote of the article that prints them


class Fitting(forms.ModelForm):
    """Refuses, in a sentence, what was typed or chosen and does not fit."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in self.changed_data:
            if fit := _fit(self, name) if cleaned.get(name) else None:
                try:
                    cleaned[name] = fit(cleaned[name])
                except ValidationError as misfit:
                    self.add_error(name, misfit)
        return cleaned


def kinds_for(model: str, field: str) -> tuple[Entity.Kind, ...] | None:
    """Return the kinds of entities that a column of a model ("articles.article") names; None: every kind."""
    section = _SECTIONS.get((model, field))
    return Entity.SECTIONS[section] if section else None


def address(typed: str) -> str:
    """Return a web address.

    Raises:
        ValidationError: a reader could not follow it.
    """
    try:
        _is_address(typed)
    except ValidationError as bad:
        told = {"typed": shown(typed)}
        raise ValidationError(
            _("“%(typed)s” is no address of the web: they begin with https:// or http://.") % told
        ) from bad
    return typed


def language(typed: str) -> str:
    """Return the code of a language as it is mostly written: id, en-US, zh-Hant.

    Raises:
        ValidationError: it is none.
    """
    found = _LANGUAGE.fullmatch(typed.replace("_", "-"))
    if found is None:
        told = {"typed": shown(typed)}
        raise ValidationError(
            _("“%(typed)s” is no code of a language: write id for Indonesian, en for English, ru for Russian.") % told
        )
    parts = (found["language"].lower(), (found["script"] or "").title(), (found["region"] or "").upper())
    return "-".join(filter(None, parts)) + found["variants"].lower()


def _fit(form: Fitting, name: str) -> Callable[[Any], Any] | None:
    """Return what a field's value has to pass; None for one that may be anything."""
    model: Any = form._meta.model
    if name in ("language", "original_language"):
        return language
    if model is Article and name == "url":
        return address
    if model in _IN_ONE_ARTICLE and name == "quote":
        return lambda quote: _of_article(quote, form)
    section = _SECTIONS.get((model._meta.label_lower, name))
    return (lambda entity: _of_section(entity, section)) if section else None


def _of_article(quote: Quote, form: Fitting) -> Quote:
    article = form.cleaned_data.get("article") or (form.instance.article_id and form.instance.article)
    if article and quote.article_id != article.pk:
        told = {"quote": quote, "article": article}
        raise ValidationError(
            _("It is printed in “%(article)s”, and this is %(quote)s. Choose a quote of that one.") % told
        )
    return quote


def _of_section(entity: Entity, section: str) -> Entity:
    if entity.kind not in Entity.SECTIONS[section]:
        told = {"name": entity, "kind": entity.get_kind_display(), "choose": _CHOOSE[section]}
        raise ValidationError(_("“%(name)s” is filed as: %(kind)s. %(choose)s") % told)
    return entity
