"""Where a list is: its page, and each form in which it can be taken along."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from articles.exports.asked import OWN
from articles.search.address import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Addresses of this site, with the conditions of the list."""

    page: str
    json: str
    csv: str
    atom: str
    json_feed: str


def outputs(kind: str, address: Address) -> Outputs:
    """Return the addresses of a list of this kind, which `address` may name or not."""
    bare = address.without(*OWN)
    whole = bare if kind == "articles" else bare.plus("kind", kind)
    followed = whole.without("sort")  # feeds have one order
    return Outputs(
        page=reverse("articles:search") + _query(whole),
        json=reverse("articles:search_json") + _query(whole),
        csv=reverse("articles:search_csv") + _query(whole),
        atom=reverse("articles:search_atom") + _query(followed),
        json_feed=reverse("articles:search_json_feed") + _query(followed),
    )


def _query(address: Address) -> str:
    return str(address) if address.pairs else ""
