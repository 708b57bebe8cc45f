"""Pasted words in a form: the field, the question which place is meant, and the sentences when there is no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.curation.paragraphs import name_of
from articles.curation.places import CONTEXT, Found, Place, Text, look_up, read
from articles.models import Anchor, Article
from articles.text.normalise import shown
from articles.text.spans import Span

_LONGEST_SHOWN: Final = 80  # characters of words in a choice or a sentence


class Texts:
    """The current texts of articles, each read once for all rows of a form. Holds no query back from the first row."""

    def __init__(self) -> None:
        self._read: dict[int, Text | None] = {}

    def of(self, article: Article) -> Text | None:
        """Return the current text of a saved article; None when it has none yet."""
        if article.pk not in self._read:
            self._read[article.pk] = read(article.current) if article.current else None
        return self._read[article.pk]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Why words could not be placed, for the one who pasted them."""

    field: str  # "words" or "place"
    sentence: str
    offered: tuple[Place, ...] = ()


def place_of(text: Text, words: str, chosen: str = "", *, inside: Sequence[Place] = ()) -> Place | Unplaced:
    """Return the place that pasted words mean, or why there is none.

    `chosen` is the key of an offered place; one that these words do not have counts as no choice. Of several places,
    those that lie in `inside` come before all others.
    """
    found = look_up(text, words)
    offered = {place.key: place for place in (*found.places, *found.near)}
    if chosen in offered:
        return offered[chosen]
    places = [place for place in found.places if any(_holds(outer, place) for outer in inside)] or found.places
    if len(places) == 1:
        return places[0]
    if places:
        return Unplaced(field="place", sentence=_several(text, found, len(places)), offered=tuple(places))
    return Unplaced(field="words", sentence=_nowhere(text, found), offered=found.near)


def _holds(outer: Place, inner: Place) -> bool:
    return outer.block_pk == inner.block_pk and Span(outer.start, outer.end).contains(Span(inner.start, inner.end))


def _several(text: Text, found: Found, count: int) -> str:
    told = {"count": count, "words": shown(found.words, limit=_LONGEST_SHOWN), "text": _told(text)}
    if found.more:
        return _("“%(words)s” stands more than %(count)d times in %(text)s. Choose one of the first.") % told
    return _("“%(words)s” stands %(count)d times in %(text)s. Choose the place that is meant.") % told


def _nowhere(text: Text, found: Found) -> str:
    if found.problem:
        return found.problem
    told = {"words": shown(found.words, limit=_LONGEST_SHOWN), "text": _told(text), "count": found.paragraphs}
    if found.paragraphs:
        return _("These words stand in %(count)d paragraphs of %(text)s. Anchor them one by one.") % told
    sentence = _("“%(words)s” does not stand in %(text)s.") % told
    if found.near:
        sentence += " " + _("Near it stands: “%s”.") % shown(found.near[0].exact, limit=_LONGEST_SHOWN)
    return sentence


def _told(text: Text) -> str:
    told = {"headline": shown(text.version.headline, limit=_LONGEST_SHOWN), "number": text.version.number}
    return _("“%(headline)s” (version %(number)d)") % told


def in_context(place: Place) -> str:
    """Return “paragraph 3: … Menurut [Ana Wijaya], hari …”: where a place is, its words in brackets."""
    before, after = place.before, place.after
    if place.start > len(before):
        before = f"… {before.partition(' ')[2] or before}"
    if len(after) == CONTEXT:
        after = f"{after.rpartition(' ')[0] or after} …"
    return f"{place.where}: {before}[{shown(place.exact, limit=_LONGEST_SHOWN)}]{after}"


def described(anchor: Anchor, *, paragraph: int, former: str = "") -> str:
    """Return where an anchor stands and what became of its words in newer texts; `former` are those they replaced."""
    text = anchor.block.text
    place = Place(
        block_pk=anchor.block_id,
        position=anchor.block.position,
        where=name_of(anchor.block, paragraph),
        start=anchor.start,
        end=anchor.end,
        exact=anchor.exact,
        before=text[max(0, anchor.start - CONTEXT) : anchor.start],
        after=text[anchor.end : anchor.end + CONTEXT],
    )
    told = {"place": in_context(place), "former": former, "number": anchor.block.version.number}
    match anchor.state:
        case Anchor.State.LOST:
            return _("Lost: the current text does not have them. Version %(number)d, %(place)s") % told
        case Anchor.State.CHANGED if former:
            return _("%(place)s. Words changed: “%(former)s” stood here before.") % told
        case Anchor.State.CHANGED:
            return _("%(place)s. Words changed.") % told
        case Anchor.State.MOVED:
            return _("%(place)s. They stood elsewhere before.") % told
    return str(told["place"])


class PlaceSelect(forms.RadioSelect):
    """Says where the words stand; asks which place is meant once there is something to choose from."""

    said: str = ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        if not self.choices:
            return format_html('<p class="place">{}</p>', self.said)
        question = _("Which place is meant?")
        radios = super().render(name, value, attrs, renderer)
        return format_html('<fieldset class="places"><legend>{}</legend>{}</fieldset>', question, radios)


class Told(forms.Widget):
    """Tells a value that nobody may change here."""

    said: str = ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html("<p>{}</p>", self.said)


class Fixed(forms.Field):
    """A record that a row has once and for all."""

    widget = Told

    def __init__(self, record: Model | None, said: str, **options: Any) -> None:
        super().__init__(required=False, disabled=True, **options)
        self.record = record
        self.widget.said = said

    def clean(self, value: Any) -> Model | None:
        return self.record


def words_field(label: Any, *, rows: int = 2, **options: Any) -> forms.CharField:
    """Return the field into which words of an article are pasted."""
    options.setdefault("help_text", gettext_lazy("Paste them exactly as the article prints them."))
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows, "cols": 40}), **options)


def place_field() -> forms.CharField:
    """Return the field that tells or asks for the place of the pasted words."""
    return forms.CharField(label=gettext_lazy("Place"), required=False, widget=PlaceSelect)


def offer(field: forms.Field, places: Iterable[Place]) -> None:
    """Let the page ask which of `places` is meant."""
    field.widget.choices = [(place.key, in_context(place)) for place in places]
