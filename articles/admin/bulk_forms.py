"""What an editor is asked before many records are written: why, and whatever the action itself needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.actions.doubts import missing, problems_of
from articles.actions.unnaming import Resting, resting_on
from articles.admin.known_choice import KnownChoice
from articles.curation.reworded import reworded
from articles.models import Article, ArticleTopic, Fact, Mention, Topic

LARGEST: Final = 2**63 - 1  # of a key
MOST_RESTING: Final = 10_000  # names of which the page tells what rests on them
MOST_DOUBTS: Final = 20  # articles whose problems are written out, and facts with both their wordings


class ConfirmForm(forms.Form):
    """Asks why, and remembers what the page told: how many there were, and up to which decision it was true."""

    expected = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=1000,
        help_text=_("Stands in the history of each, beside your name."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, rows: QuerySet[Any], site: AdminSite, user: User | AnonymousUser) -> None:
        super().__init__(data)
        self.rows = rows
        self.site = site
        self.user = user


class WithdrawForm(ConfirmForm):
    def __init__(self, data: Any = None, **told: Any) -> None:
        super().__init__(data, **told)
        self.fields["reason"].required = True
        self.fields["reason"].error_messages["required"] = _("“Why” is blank. Say why they are withdrawn.")


class PublishForm(ConfirmForm):
    """Has doubts confirmed; `doubts` holds the first articles that have some, each with its sentences.

    What is `missing` is told and keeps nobody from publishing.
    """

    warned = forms.BooleanField(
        label=_("I have read this; publish all the same"),
        error_messages={"required": _("What is said above may be wrong: say that it is meant so, or go back.")},
    )

    def __init__(self, data: Any = None, **told: Any) -> None:
        super().__init__(data, **told)
        asked = self.rows.exclude(state=Article.State.PUBLISHED).exclude(current=None)
        problems = problems_of(asked)
        first = list(problems)[:MOST_DOUBTS]
        articles = Article.objects.filter(pk__in=first).select_related("current").in_bulk()
        self.doubts = [(articles[key], problems[key]) for key in first]
        self.more_doubts = len(problems) - len(first)
        self.missing = missing(asked)
        if not problems:
            del self.fields["warned"]


class RejectForm(ConfirmForm):
    """Tells what rests on names that are rejected: what follows at once, and what is left as it is.

    It is looked up where the page asks for it: an answer that is acted on needs none of it.
    """

    @cached_property
    def too_many(self) -> bool:
        """Whether there are so many names that nobody waits for what rests on them."""
        return self.rows.model is Mention and self.rows.order_by()[: MOST_RESTING + 1].count() > MOST_RESTING

    @cached_property
    def resting(self) -> Resting:
        if self.rows.model is not Mention or self.too_many:
            return Resting()
        return resting_on(Mention.objects.filter(pk__in=self.rows.order_by().values("pk")).values("pk"))

    @cached_property
    def kept(self) -> Sequence[tuple[Fact, str]]:
        """Return the first that stay as they are, each with its address."""
        first = self.resting.kept[:MOST_DOUBTS]
        return [(fact, reverse(f"admin:articles_{fact._meta.model_name}_change", args=[fact.pk])) for fact in first]

    @cached_property
    def more_kept(self) -> int:
        return len(self.resting.kept) - len(self.kept)


class ReviewForm(ConfirmForm):
    """Tells facts whose words changed, with both wordings; asks about printings of another number than their figure."""

    warned = forms.BooleanField(
        label=_("I have read this; confirm all the same"),
        error_messages={"required": _("The text prints another number: say that it is meant so, or go back.")},
    )

    def __init__(self, data: Any = None, **told: Any) -> None:
        super().__init__(data, **told)
        self.wordings = reworded(self.rows, self.user, most=MOST_DOUBTS)
        if not self.wordings.renumbered:
            del self.fields["warned"]


class TopicForm(ConfirmForm):
    topic = forms.ModelChoiceField(label=_("Topic"), queryset=Topic.objects.filter(merged_into=None))
    about = forms.TypedChoiceField(
        label=_("The articles"),
        choices=[("about", _("are about it")), ("touches", _("only touch it"))],
        initial="about",
        coerce=lambda chosen: chosen == "about",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, **told: Any) -> None:
        super().__init__(data, **told)
        select = KnownChoice(ArticleTopic._meta.get_field("topic"), self.site)
        select.choices = self.fields["topic"].choices  # type: ignore[attr-defined]
        self.fields["topic"].widget = select
        self.order_fields(["topic", "about", "reason"])
