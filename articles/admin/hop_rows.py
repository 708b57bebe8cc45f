"""The rows of a quote's way to the page: who passed it on, in which order, and the words that name them."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from django import forms
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.anchor_rows import put
from articles.admin.fields import CleanText
from articles.admin.known_choice import tell_known
from articles.admin.pasted import Texts, Unplaced, described, offer, place_field, place_of, words_field
from articles.admin.rows import RowForm, RowFormSet
from articles.curation.places import Place
from articles.models import Anchor, RelayHop

_OUT_OF_THE_WAY: Final = 10_000  # no way has so many steps
_LAST: Final = 1_000


class HopForm(CleanText, RowForm):
    """One step. Words of the article are evidence only for a step that the article itself states."""

    step = forms.IntegerField(
        label=gettext_lazy("Step"),
        required=False,
        min_value=1,
        max_value=_LAST,
        help_text=gettext_lazy("1 is the mouth. Empty: the last."),
    )
    evidence_words = words_field(gettext_lazy("Words that name it"), required=False)
    place = place_field()

    class Meta:
        model = RelayHop
        fields = ("role", "agent", "stated", "note")

    def __init__(self, *args: Any, quote: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quote = quote
        self.texts = texts
        self.placed: Place | None = None
        if self.instance.pk:
            self.initial["step"] = min(self.instance.position + 1, _LAST)
            if evidence := self.instance.evidence:
                self.initial["evidence_words"] = evidence.exact.strip()
                said = described(evidence, paragraph=getattr(self.instance, "paragraph", 0))
                self.fields["place"].widget.said = said
        tell_known(self, "agent")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["stated"] and not cleaned["agent"]:
            self.add_error("agent", _("A step that the article states names who it is."))
        if cleaned["evidence_words"] and not cleaned["stated"]:
            self.add_error(
                "evidence_words", _("An inferred step has no words. Mark it as stated, or take the words out.")
            )
        elif cleaned["evidence_words"] and {"evidence_words", "place"} & {*self.changed_data}:
            self._place(cleaned["evidence_words"], cleaned["place"])
        return cleaned

    def _place(self, words: str, chosen: str) -> None:
        text = self.texts.of(self.quote.article) if self.quote.article_id else None
        if text is None:
            self.add_error("evidence_words", _("Choose an article that has a text; these words are looked for in it."))
            return
        placed = place_of(text, words, chosen)
        if isinstance(placed, Unplaced):
            offer(self.fields["place"], placed.offered)
            self.add_error("evidence_words" if placed.field == "words" else placed.field, placed.sentence)
        else:
            self.placed = placed

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        """Name the place in the way and the words as the step does."""
        typed = super().changes(whole=whole)
        if "step" in typed:
            step = typed.pop("step")
            typed["position"] = (step if isinstance(step, int) else self.quote.hops.count() + 1) - 1
        if "evidence_words" in typed:
            words = typed.pop("evidence_words")
            typed["evidence"] = f"“{words}”" if words else None
        return typed

    def save(self, commit: bool = True) -> RelayHop:  # noqa: FBT001, FBT002 - Django's
        """Save the step; its evidence is saved before it, and words that nothing rests on any more go."""
        before = self.instance.evidence
        if self.placed:
            self.instance.evidence = self._anchor(self.placed)
        elif not self.cleaned_data["evidence_words"]:
            self.instance.evidence = None
        hop: RelayHop = super().save(commit=commit)
        if commit and before != hop.evidence:
            drop_unused(before)
        return hop

    def _anchor(self, place: Place) -> Anchor:
        """Return the quote's anchor at a place, or make it; two steps may be named by the same words."""
        here = {"block_id": place.block_pk, "start": place.start, "end": place.end}
        found = Anchor.objects.filter(quote=self.quote, role=Anchor.Role.RELAY, **here).first()
        if found is None:
            found = Anchor(quote=self.quote, role=Anchor.Role.RELAY)
            put(found, place)
            found.save()
        return found


def drop_unused(evidence: Anchor | None) -> None:
    """Delete the words of a step that is gone, unless another step rests on them; earlier texts keep theirs."""
    if evidence is None or evidence.block.version_id != evidence.block.version.article.current_id:
        return
    if not RelayHop.objects.filter(evidence=evidence).exists():
        evidence.delete()


class HopFormSet(RowFormSet):
    """The steps of one quote, numbered from 0 without gaps whenever they are saved."""

    instance: Any

    @cached_property
    def texts(self) -> Texts:
        return Texts()

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "quote": self.instance, "texts": self.texts}

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Django's
        """Save the steps in the order that their editor gave them; each place is free when a step moves to it."""
        staying = self._in_order()
        leaving = {form.instance.pk for form in self.initial_forms} - {form.instance.pk for form in staying}
        before = dict(self.instance.hops.exclude(pk__in=leaving).order_by("position").values_list("pk", "position"))
        known = {form.instance.pk for form in staying}
        beside = [key for key in before if key not in known]  # added since the page was opened
        after = [form.instance.pk for form in staying] + beside
        if any(before.get(key) != position for position, key in enumerate(after)):
            RelayHop.objects.filter(quote=self.instance).update(position=F("position") + _OUT_OF_THE_WAY)
        for position, form in enumerate(staying):
            form.instance.position = position
        saved = super().save(commit=commit)
        for position, key in enumerate(after):
            if key is not None:
                RelayHop.objects.filter(pk=key).update(position=position)
        return saved

    def delete_existing(self, obj: RelayHop, commit: bool = True) -> None:  # noqa: FBT001, FBT002 - Django's
        super().delete_existing(obj, commit=commit)
        if commit:
            drop_unused(obj.evidence)

    def _in_order(self) -> list[Any]:
        """Return the rows that stay. One that moves up comes before the one that had its place, one down behind it."""

        def place(numbered: tuple[int, Any]) -> tuple[int, int, int]:
            index, form = numbered
            had = form.instance.position + 1 if form.instance.pk else _LAST + 1
            wanted = form.cleaned_data.get("step") or _LAST + 1
            return (wanted, (wanted > had) - (wanted < had), index)

        rows = [
            form
            for form in self.forms
            if not (self.can_delete and self._should_delete_form(form))  # type: ignore[attr-defined]
            and (form.instance.pk or form.has_changed())
        ]
        return [form for _index, form in sorted(enumerate(rows), key=place)]
