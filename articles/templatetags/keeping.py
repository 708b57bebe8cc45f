"""The ways to take a list along or to follow it: links under it, and in the head of its page for programs."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from articles.exports.outputs import outputs
from articles.search.listing import Listing

register = template.Library()


@register.inclusion_tag("articles/_keep.html")
def keep(listing: Listing) -> dict[str, Any]:
    """Link all forms of a list, and for editors the page that saves it."""
    found = outputs(listing.kind, listing.address)
    return {
        "outputs": found,
        "save": f"{reverse('admin:articles_savedsearch_add')}?{urlencode({'address': found.page})}",
    }


@register.inclusion_tag("articles/_follow.html")
def follow(listing: Listing) -> dict[str, Any]:
    """Tell programs of the feeds of a list; of a list that cannot be read there is none."""
    return {"outputs": None if listing.errors else outputs(listing.kind, listing.address)}
