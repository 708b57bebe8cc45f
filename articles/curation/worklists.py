"""Worklists: what waits for an editor, each a condition on the list of one model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import models
from articles.curation import waiting
from articles.curation.visible import ALL, visible_to

Words = str | Promise
Who = User | AnonymousUser
MOST_COUNTED: Final = 1000
# Worklists of which no editor has to do anything: processes work through them.
UNREAD: Final = "unread"
UNDELIVERED: Final = "deliveries-waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    key: str  # the value of `list` in the address of the model's list
    title: Words
    about: Words  # why a row is in it and what takes it out, a sentence
    model: type[Model]
    # Narrows rows of the model. Where it compares them with others, it looks only at those that the user may see.
    rows: Callable[[QuerySet[Any], Who], QuerySet[Any]]
    needs: str = ""  # a permission beside that of viewing the model

    def open_to(self, user: Who) -> bool:
        """Whether the user may view the model, and all that the worklist is about."""
        opts = self.model._meta
        verbs = (get_permission_codename(verb, opts) for verb in ("view", "change"))
        may_view = any(user.has_perm(f"{opts.app_label}.{verb}") for verb in verbs)
        return may_view and (not self.needs or user.has_perm(self.needs))


def counts_for(user: Who) -> list[tuple[Worklist, int]]:
    """Return the worklists of the models that the user may view, each with the number of its rows.

    Rows are counted up to one more than MOST_COUNTED, so that the page opens as fast with a million of them.
    """
    return [(worklist, _count(worklist, user)) for worklist in WORKLISTS if worklist.open_to(user)]


def in_words(count: int) -> str:
    """Write a number of `counts_for`: 12, or 1,000+ where it was not counted further."""
    return f"{MOST_COUNTED:,}+" if count > MOST_COUNTED else f"{count:,}"


def _count(worklist: Worklist, user: Who) -> int:
    rows = worklist.rows(visible_to(user, worklist.model._default_manager.all()), user)
    return rows.order_by()[: MOST_COUNTED + 1].count()


def _unreviewed(key: str, title: Words, model: type[Model]) -> Worklist:
    about = _("Suggested and not yet looked at: confirm what the words say, reject the rest.")
    return Worklist(key=f"unreviewed-{key}", title=title, about=about, model=model, rows=waiting.unreviewed)


def _changed(key: str, title: Words, model: type[Model]) -> Worklist:
    about = _("The article has a newer text, in which the words of these facts are others or missing.")
    return Worklist(key=f"changed-{key}", title=title, about=about, model=model, rows=waiting.changed_words)


WORKLISTS: Final = (
    Worklist(
        key="drafts",
        title=_("Drafts"),
        about=_("Articles that wait to be published."),
        model=models.Article,
        rows=waiting.drafts,
        needs=ALL,
    ),
    _unreviewed("quotes", _("Unreviewed quotes"), models.Quote),
    _unreviewed("statistics", _("Unreviewed statistics"), models.Statistic),
    _unreviewed("printings", _("Unreviewed printings of statistics"), models.Printing),
    _unreviewed("mentions", _("Unreviewed mentions"), models.Mention),
    _unreviewed("dates", _("Unreviewed dates"), models.DateMention),
    _unreviewed("events", _("Unreviewed events"), models.Event),
    _unreviewed("topics", _("Unreviewed topics of articles"), models.ArticleTopic),
    _unreviewed("quote-links", _("Unreviewed links between quotes"), models.QuoteLink),
    _unreviewed("statistic-links", _("Unreviewed links between statistics"), models.StatisticLink),
    _unreviewed("note-links", _("Unreviewed links of reference notes"), models.NoteLink),
    Worklist(
        key="unreviewed-copies",
        title=_("Possible copies"),
        about=_("Two articles seem to print one text: confirm it, or reject it, which parts them."),
        model=models.Likeness,
        rows=waiting.unreviewed,
    ),
    _changed("quotes", _("Quotes whose words changed"), models.Quote),
    _changed("printings", _("Printed figures whose words changed"), models.Printing),
    _changed("mentions", _("Mentions whose words changed"), models.Mention),
    _changed("dates", _("Dates whose words changed"), models.DateMention),
    _changed("events", _("Events whose words changed"), models.Event),
    Worklist(
        key="no-topic",
        title=_("Articles without a topic"),
        about=_("No topic has been given to these articles, so no topic page leads to them."),
        model=models.Article,
        rows=waiting.without_topic,
    ),
    Worklist(
        key="no-actor",
        title=_("Articles without an actor"),
        about=_("Nobody is named in these articles yet, so nobody's page leads to them."),
        model=models.Article,
        rows=waiting.without_actor,
    ),
    Worklist(
        key="dates-doubtful",
        title=_("Articles dated wrongly"),
        about=_("Their day of publication is still to come, or lies before what they tell of."),
        model=models.Article,
        rows=waiting.dated_wrongly,
    ),
    Worklist(
        key="imports-doubtful",
        title=_("Imports to check"),
        about=_("Something speaks against how these articles were read; say “Looks right” once you have looked."),
        model=models.Article,
        rows=waiting.doubtful_imports,
    ),
    Worklist(
        key="text-changed",
        title=_("Articles whose text changed"),
        about=_("The publisher printed other words since; say “Looks right” once you have read what changed."),
        model=models.Article,
        rows=waiting.changed_texts,
    ),
    Worklist(
        key="no-speaker",
        title=_("Quotes without a speaker"),
        about=_("It is not known who said them."),
        model=models.Quote,
        rows=waiting.without_speaker,
    ),
    Worklist(
        key="weekday",
        title=_("Weekday does not fit its date"),
        about=_("The article prints a weekday that the date did not have: one of the two is wrong."),
        model=models.DateMention,
        rows=waiting.weekday_wrong,
    ),
    Worklist(
        key="contradicting",
        title=_("Figures that contradict"),
        about=_("Linked as contradicting, or another exact value in the same series for the same day."),
        model=models.Statistic,
        rows=waiting.contradicting,
    ),
    Worklist(
        key="doubles",
        title=_("Possible doubles"),
        about=_("Two entries of the same kind share a name: merge them, or tell them apart by their gloss."),
        model=models.Entity,
        rows=waiting.doubles,
    ),
    Worklist(
        key=UNREAD,
        title=_("Texts that are not read yet"),
        about=_("They are new or corrected, or the rules have changed; facts are suggested once they are read."),
        model=models.Article,
        rows=waiting.not_read,
    ),
    Worklist(
        key="unreadable",
        title=_("Texts that the rules could not read"),
        about=_("Each says why. An editor marks what such a text prints, or corrects it."),
        model=models.Reading,
        rows=waiting.unreadable,
    ),
    Worklist(
        key=UNDELIVERED,
        title=_("Deliveries that are not brought in yet"),
        about=_("They were ordered; their files are brought in one after the other."),
        model=models.Delivery,
        rows=waiting.undelivered,
    ),
    Worklist(
        key="imports-refused",
        title=_("Imports with refused records"),
        about=_("Some records could not be taken in; each says why."),
        model=models.ImportRun,
        rows=waiting.imports_with_refusals,
    ),
    Worklist(
        key="imports-last",
        title=_("Imports of the last seven days"),
        about=_("What came in lately."),
        model=models.ImportRun,
        rows=waiting.imports_of_last_days,
    ),
)
