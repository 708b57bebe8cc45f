"""The rows of a statistic's form: each place where an article prints it, found by the number as it stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.anchor_rows import put
from articles.admin.fields import CleanText
from articles.admin.known_choice import tell_known
from articles.admin.pasted import Fixed, Texts, Unplaced, described, offer, place_field, place_of, words_field
from articles.admin.rows import RowForm, RowFormSet
from articles.curation.places import Place, Text, look_up
from articles.curation.row_edits import RowEdit
from articles.models import Anchor, Printing
from articles.text.numbers import find_numbers, plain

Role = Anchor.Role
_PASTED: Final = {"words": Role.NUMBER, "phrase": Role.PHRASE}


class PrintingForm(CleanText, RowForm):
    """One printing, with the number and the phrase around it as words of the article."""

    words = words_field(gettext_lazy("Number as printed"), rows=1)
    phrase = words_field(
        gettext_lazy("Phrase around it"),
        required=False,
        help_text=gettext_lazy("The words that say what is counted, the number among them."),
    )
    place = place_field()

    class Meta:
        model = Printing
        fields = ("article", "quote", "approximation", "population", "note")

    def __init__(self, *args: Any, statistic: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statistic = statistic
        self.texts = texts
        self.warnings: list[str] = []  # a sentence each; nothing that would keep the row from being saved
        self.placed: dict[Anchor.Role, Place] = {}
        self._anchors: dict[str, Any] = {}  # of each role the first; those of the current text before lost ones
        if self.instance.pk:
            self._tell_saved()
        tell_known(self, "quote")

    def _tell_saved(self) -> None:
        """Show what the row has: its article once and for all, and where its words stand."""
        fixed = Fixed(self.instance.article, str(self.instance.article), label=self.fields["article"].label)
        self.fields["article"] = fixed
        for anchor in sorted(self.instance.placed, key=lambda one: one.state == Anchor.State.LOST):
            self._anchors.setdefault(anchor.role, anchor)
        for name, role in _PASTED.items():
            if anchor := self._anchors.get(role):
                self.initial[name] = anchor.exact.strip()
        if anchor := self._anchors.get(Role.NUMBER):
            self.fields["place"].widget.said = described(anchor, paragraph=anchor.paragraph)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if self.statistic.value is not None:
            values = [value for value in (self.statistic.value, self.statistic.value_to) if value is not None]
            sentence = number_differs(cleaned["words"], cleaned["article"].language, *values)
            self.warnings = [sentence] if sentence else []
        if not self.instance.pk or {*self.changed_data} & {*_PASTED, "place"}:
            self._place(cleaned)
        return cleaned

    def _place(self, cleaned: Mapping[str, Any]) -> None:
        text = self.texts.of(cleaned["article"])
        if text is None:
            self.add_error("words", _("Choose an article that has a text; these words are looked for in it."))
            return
        phrases = look_up(text, cleaned["phrase"]).places if cleaned["phrase"] else ()
        number = place_of(text, cleaned["words"], cleaned["place"] or self._present(), inside=phrases)
        if isinstance(number, Unplaced):
            offer(self.fields["place"], number.offered)
            self.add_error(number.field, number.sentence)
            return
        self.placed[Role.NUMBER] = number
        if cleaned["phrase"]:
            self._place_phrase(text, cleaned["phrase"], number)

    def _present(self) -> str:
        """Return the key of the place that the number has now, unless it is another number."""
        anchor = self._anchors.get(Role.NUMBER)
        if anchor is None or "words" in self.changed_data:
            return ""
        return f"{anchor.block_id}-{anchor.start}-{anchor.end}"

    def _place_phrase(self, text: Text, phrase: str, number: Place) -> None:
        """Take the phrase around the number, or else the nearest in its paragraph."""
        found = look_up(text, phrase)
        beside = [place for place in found.places if place.block_pk == number.block_pk]
        if beside:
            self.placed[Role.PHRASE] = min(beside, key=lambda place: _distance(place, number))
        elif found.places:
            self.add_error("phrase", _("These words do not stand in the paragraph of the number."))
        else:
            unplaced = place_of(text, phrase)
            self.add_error("phrase", unplaced.sentence if isinstance(unplaced, Unplaced) else "")

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        """Tell the words as anchors of the printing."""
        typed = super().changes(whole=whole)
        words = {role: typed.pop(name) for name, role in _PASTED.items() if name in typed}
        typed.pop("place", None)
        return typed | ({"anchors": [self._retold(role, exact) for role, exact in words.items()]} if words else {})

    def _retold(self, role: Anchor.Role, exact: str) -> RowEdit:
        anchor = self._anchors.get(role)
        values = {"role": role.value, "exact": exact, "block": None} if exact else None
        return RowEdit(key=anchor.pk if anchor else None, values=values)

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        self.save_anchors()

    def save_anchors(self) -> None:
        """Let the saved printing rest on its words; the second call has nothing to do."""
        for role, place in self.placed.items():
            anchor = self._anchors.get(role)
            if anchor is None or anchor.state == Anchor.State.LOST:
                self._found_again(role)
                anchor = Anchor(printing=self.instance, role=role)
            put(anchor, place)
            anchor.save()
        if "phrase" in self.changed_data and not self.cleaned_data["phrase"]:
            Anchor.objects.filter(pk__in=[one.pk for one in self._own(Role.PHRASE)]).delete()
        self.placed = {}

    def _found_again(self, role: Anchor.Role) -> None:
        """Mark words that the current text had lost: it has others in their place now."""
        if anchor := self._anchors.get(role):
            Anchor.objects.filter(pk=anchor.pk).update(state=Anchor.State.OK)

    def _own(self, role: Anchor.Role) -> Sequence[Anchor]:
        anchor = self._anchors.get(role)
        return [anchor] if anchor and anchor.state != Anchor.State.LOST else []


def _distance(place: Place, number: Place) -> int:
    """Return how many characters part two places; 0 when one holds the other."""
    return max(0, place.start - number.start, number.end - place.end)


def number_differs(words: str, language: str, *values: Decimal) -> str:
    """Return a sentence when the words print another number than `values` (two for a range), else ""."""
    printed = [found.value for found in find_numbers(words, language)]
    if any(value in printed for value in values):
        return ""
    told = {"words": words, "value": get_text_list([plain(value) for value in values], _("to"))}
    if not printed:
        return _("No number can be read in “%(words)s”; the statistic has %(value)s.") % told
    told["printed"] = get_text_list([plain(number) for number in printed], _("and"))
    return _("“%(words)s” is read as %(printed)s; the statistic has %(value)s.") % told


class PrintingFormSet(RowFormSet):
    """The printings of one statistic. Saved without commit, `anchor` saves the words of each row."""

    instance: Any

    @cached_property
    def texts(self) -> Texts:
        return Texts()

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "statistic": self.instance, "texts": self.texts}

    def anchor(self, row: Printing) -> None:
        """Save the words of a saved row."""
        for form in self.forms:
            if form.instance is row:
                form.save_anchors()

    @property
    def warnings(self) -> list[str]:
        """What an editor should look at again, a sentence each; the rows are saved all the same."""
        return [sentence for form in self.forms for sentence in getattr(form, "warnings", ())]
