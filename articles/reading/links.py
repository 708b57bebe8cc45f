"""How quotes bear on one another, told from either side."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Quote, QuoteLink

_HERE: Final = "%(quote)s"
_Words = str | Promise
# From the quote that the link begins at, and from the other.
_PHRASES: Final[dict[str, tuple[_Words, _Words]]] = {
    QuoteLink.Type.REPEATS: (_("Repeats %(quote)s"), _("Repeated in %(quote)s")),
    QuoteLink.Type.CONTINUES: (_("Continues %(quote)s"), _("Goes on in %(quote)s")),
    QuoteLink.Type.PARAPHRASE_OF: (_("Says %(quote)s in other words"), _("Told in other words in %(quote)s")),
    QuoteLink.Type.SUPPORTS: (_("Supports %(quote)s"), _("Supported by %(quote)s")),
    QuoteLink.Type.CONTRADICTS: (_("Contradicts %(quote)s"), _("Contradicted by %(quote)s")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as a sentence: the words before the other quote, the quote, the words behind it."""

    before: str
    quote: Quote
    after: str
    link: QuoteLink  # says whether anyone has checked it
    here: bool  # the other quote stands in the same text

    @property
    def fragment(self) -> str:
        """The other quote's name inside the page, where it stands here."""
        return f"q{self.quote.number}"


def links_of(links: Iterable[QuoteLink], quote: Quote, here: Collection[int]) -> list[Link]:
    """Return what the links of a quote tell of it, each from its side; `here` are the keys of the text's quotes."""
    told = []
    for link in links:
        forward = link.from_quote_id == quote.pk
        before, _here, after = str(_PHRASES[link.type][0 if forward else 1]).partition(_HERE)
        other = link.to_quote if forward else link.from_quote
        told.append(Link(before=before, quote=other, after=after, link=link, here=other.pk in here))
    return told
