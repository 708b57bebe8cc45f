"""The rows in which a fact is given its words: role, words, and the place where they stand more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.fields import CleanText
from articles.admin.pasted import Fixed, Texts, Unplaced, described, offer, place_field, place_of, words_field
from articles.admin.rows import RowForm, RowFormSet
from articles.curation.places import Place
from articles.models import Anchor, Article, Event, Mention, Printing, Quote
from articles.models.anchor import FACTS
from articles.models.event import DateMention

Role = Anchor.Role
# What the words of each kind of fact may be; the first is what the fact itself rests on.
ROLES: Final[Mapping[type[Model], tuple[Anchor.Role, ...]]] = {
    Quote: (
        *(Role.CONTENT, Role.MARKED, Role.PRINTED, Role.CUE, Role.SPEAKER, Role.ADDRESSEE),
        *(Role.SAID_ON, Role.VENUE, Role.MEDIUM, Role.VOLATILE, Role.NESTED),
    ),
    Printing: (*(Role.NUMBER, Role.PHRASE, Role.QUALIFIER, Role.POPULATION, Role.PERIOD, Role.AS_OF, Role.VOLATILE),),
    Mention: (Role.NAME, Role.ROLE, Role.PHRASE),
    DateMention: (Role.PHRASE,),
    Event: (Role.PHRASE,),
}


class AnchorForm(CleanText, RowForm):
    """One anchor: its place follows from the words, and is asked for only when they stand more than once."""

    words = words_field(gettext_lazy("Words"))
    place = place_field()

    class Meta:
        model = Anchor
        fields = ("role",)

    def __init__(self, *args: Any, fact: Any, texts: Texts, former: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact = fact
        self.texts = texts
        self.placed: Place | None = None  # None: it stays where it is
        role: Any = self.fields["role"]
        roles = ROLES[type(fact)]
        role.choices = [(one.value, one.label) for one in Role if one in roles or one == self.instance.role]
        role.initial = roles[0]
        if self.instance.pk:
            self.initial["words"] = self.instance.exact.strip()
            paragraph = getattr(self.instance, "paragraph", 0)
            said = described(self.instance, paragraph=paragraph, former=former.get(self.instance.pk, ""))
            self.fields["place"].widget.said = said

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors or (self.instance.pk and not self.has_changed()) or self._stays(cleaned):
            return cleaned
        article = self.article(cleaned)
        text = self.texts.of(article) if article else None
        if text is None:
            self.add_error("words", _("Choose an article that has a text; these words are looked for in it."))
            return cleaned
        placed = place_of(text, cleaned["words"], cleaned.get("place", ""))
        if isinstance(placed, Unplaced):
            offer(self.fields["place"], placed.offered)
            self.add_error(placed.field, placed.sentence)
        else:
            self.placed = placed
        return cleaned

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        """Name the words `exact`, as the anchor does; other words have no place yet."""
        typed = super().changes(whole=whole)
        if {"words", "place"} & {*typed}:
            typed |= {"exact": typed.get("words", self["words"].data), "block": None}
        return {name: value for name, value in typed.items() if name not in ("words", "place")}

    def article(self, cleaned: Mapping[str, Any]) -> Article | None:
        """Return the article whose words these are; None when none is chosen yet."""
        return self.fact.article if self.fact.article_id else None

    def _stays(self, cleaned: Mapping[str, Any]) -> bool:
        """Return whether only the role is another one."""
        in_current_text = self.instance.pk and self.instance.state != Anchor.State.LOST
        return bool(in_current_text and not {"words", "place"} & {*self.changed_data})

    def save(self, commit: bool = True) -> Anchor:  # noqa: FBT001, FBT002 - Django's
        """Save the anchor; words that the text had lost get a new one, for the old text keeps its own."""
        if self.placed and self.instance.pk and self.instance.state == Anchor.State.LOST:
            Anchor.objects.filter(pk=self.instance.pk).update(state=Anchor.State.OK)
            facts = {f"{name}_id": getattr(self.instance, f"{name}_id") for name in FACTS}
            self.instance = Anchor(role=self.instance.role, **facts)
        if self.placed:
            put(self.instance, self.placed)
        saved: Anchor = super().save(commit=commit)
        return saved


def put(anchor: Anchor, place: Place) -> None:
    """Let an anchor stand at a place; the caller saves it."""
    anchor.block_id, anchor.start, anchor.end, anchor.exact = place.block_pk, place.start, place.end, place.exact
    anchor.state = Anchor.State.OK


class EventAnchorForm(AnchorForm):
    """Several articles may tell of one event, so each row says which one prints its words."""

    article_of = forms.ModelChoiceField(queryset=Article.objects.none(), label=gettext_lazy("Article"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            label = self.fields["article_of"].label
            self.fields["article_of"] = Fixed(None, self.instance.block.version.headline, label=label)

    def article(self, cleaned: Mapping[str, Any]) -> Article | None:
        return self.instance.block.version.article if self.instance.pk else cleaned.get("article_of")


class AnchorFormSet(RowFormSet):
    """The anchors of one fact. The texts that they stand in are read once."""

    instance: Any
    required = True  # no fact without the words that it rests on

    @cached_property
    def texts(self) -> Texts:
        return Texts()

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        given = {"fact": self.instance, "texts": self.texts, "former": self.former}
        return {**super().get_form_kwargs(index), **given}

    @cached_property
    def former(self) -> Mapping[int, str]:
        """The words that stood before in the place of changed ones, by key of the anchor: at most one query."""
        rows: Sequence[Anchor] = list(self.get_queryset())
        if all(row.state != Anchor.State.CHANGED for row in rows):
            return {}
        older = Anchor.objects.filter(
            **{self.fk.name: self.instance},
            block__version__number__lt=F("block__version__article__current__number"),
        ).with_places()
        return _former(rows, older.order_by("-block__version__number", "block__position", "start"))

    def successor(self, gone: RowForm, free: Sequence[Any]) -> Anchor | None:
        """Return the anchor that has the words in the article's new text: the same words, or the only ones there."""
        old = Anchor.objects.filter(**{"pk": gone.posted_key, self.fk.name: self.instance}).with_places().first()
        if old is None:
            return None
        article = old.block.version.article_id
        there = [row for row in free if row.role == old.role and row.block.version.article_id == article]
        same = [row for row in there if row.exact == old.exact]
        return same[0] if same else there[0] if len(there) == 1 else None

    def clean(self) -> None:
        super().clean()
        leaving = [form for form in self.initial_forms if self.can_delete and self._should_delete_form(form)]  # type: ignore[attr-defined]
        if any(form.instance.state == Anchor.State.LOST for form in leaving):
            raise ValidationError(
                _("An earlier text has these words and keeps them. Paste the words of the current text instead.")
            )
        if self.required and not any(self.errors):
            self._hold_leading(leaving)

    def _hold_leading(self, leaving: Sequence[forms.ModelForm]) -> None:
        """Refuse to save a fact without the words that it rests on, or to take away the last of them."""
        leading = ROLES[type(self.instance)][0]
        had = any(form.initial.get("role") == leading for form in self.initial_forms)
        staying = [form for form in self.forms if form not in leaving and (form.instance.pk or form.has_changed())]
        has = any(form.cleaned_data.get("role") == leading for form in staying)
        if not staying or (had and not has):
            raise ValidationError(
                _("Paste the words that this rests on, in a row with the role “%s”.") % Role(leading).label
            )


class EventAnchorFormSet(AnchorFormSet):
    """The anchors of an event: one without an article is known here before any article tells of it."""

    required = False


def _former(rows: Iterable[Anchor], older: Iterable[Anchor]) -> dict[int, str]:
    """Pair changed anchors, in the order of the text, with those of their role whose words are gone since."""
    rows = list(rows)
    standing = {(row.role, row.exact) for row in rows if row.state != Anchor.State.CHANGED}
    newest: dict[tuple[int, str], int] = {}
    gone: dict[tuple[int, str], list[str]] = defaultdict(list)
    for anchor in older:
        key = (anchor.block.version.article_id, anchor.role)
        last = newest.setdefault(key, anchor.block.version_id)
        if last == anchor.block.version_id and (anchor.role, anchor.exact) not in standing:
            gone[key].append(anchor.exact)
    changed = (row for row in rows if row.state == Anchor.State.CHANGED)
    said = ((row.pk, gone[row.block.version.article_id, row.role]) for row in changed)
    return {key: words.pop(0) for key, words in said if words}
