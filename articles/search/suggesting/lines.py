"""What was found as lines of the list: their words, and where choosing them leads."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Entity
from articles.search.address import Address
from articles.search.query import MOST_CHARACTERS
from articles.search.suggesting.meeting import Met, parts
from articles.search.suggesting.names import Found
from articles.search.suggesting.suggestion import Suggestion
from articles.search.suggesting.topics import FoundTopic
from articles.search.suggesting.unfinished import Unfinished
from articles.text.names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    end: Unfinished
    address: Address  # what is asked beside the words

    def field(self, found: tuple[str, str]) -> Suggestion | None:
        """Return the line of a field, given by its name with a colon and what it asks for."""
        name, meaning = found
        text = f"{self.end.without(1)} {'-' if self.end.negated else ''}{name}".strip()
        if len(text) > MOST_CHARACTERS:
            return None
        url = reverse("articles:suggest") + str(self.address.replacing("q", text))
        shown = parts(self.end.keys[-1:], name)
        return Suggestion(kind="field", label=name, parts=shown, about=meaning, url=url, text=text)

    def name(self, found: Found) -> Suggestion | None:
        entity = found.entity
        also = "" if found.written == entity.name else _("also written %(name)s") % {"name": found.written}
        url = self._url(_parameter(found), entity.slug, entity.name, found.met)
        about = ", ".join(part for part in (self._left_out(), entity.get_kind_display(), entity.gloss, also) if part)
        if url is None:
            return None
        return Suggestion(
            kind=entity.kind,
            label=entity.name,
            parts=parts(self._met(found.met), entity.name),
            about=about,
            url=url,
            page=entity.get_absolute_url(),
        )

    def topic(self, found: FoundTopic) -> Suggestion | None:
        topic = found.topic
        also = "" if found.written == topic.label else _("also called %(name)s") % {"name": found.written}
        url = self._url("topic", topic.slug, topic.label, found.met)
        if url is None:
            return None
        return Suggestion(
            kind="topic",
            label=topic.label,
            language=topic.label_language,
            parts=parts(self._met(found.met), topic.label),
            about=", ".join(part for part in (self._left_out(), also) if part),
            url=url,
            page=topic.get_absolute_url(),
        )

    def headline(self, article: Article) -> Suggestion:
        return Suggestion(
            kind="headline",
            label=str(article),
            language=article.language,
            parts=parts([name_key(word) for word in self.end.text.split()], str(article)),
            about=article.publisher.name if article.publisher else "",
            published=article.published_on,
            url=article.get_absolute_url(),
        )

    def _met(self, met: Met) -> tuple[str, ...]:
        return self.end.keys[-met.words :] if met.words else ()

    def _left_out(self) -> str:
        return _("leave out") if self.end.negated else ""

    def _url(self, parameter: str, slug: str, label: str, met: Met) -> str | None:
        """Return the search that follows from choosing a name; None where it would be too long to be one."""
        if self.end.field:
            text = f'{self.end.without(met.words)} {self.end.operators}"{label.replace(chr(34), "")}"'.strip()
            address = self.address.replacing("q", text)
        else:
            text = self.end.without(met.words)
            asked = f"not_{parameter}" if self.end.negated else parameter
            address = self.address.replacing("q", text).plus(asked, slug)
        return reverse("articles:search") + str(address) if len(text) <= MOST_CHARACTERS else None


def _parameter(found: Found) -> str:
    """Return by what parameter a search asks for an entity: a paper for what it printed, not for what names it."""
    if found.entity.kind == Entity.Kind.PUBLISHER and found.publishes:
        return "publisher"
    return "place" if found.entity.section == "places" else "actor"
