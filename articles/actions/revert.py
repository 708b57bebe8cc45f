"""Taking a decision back: what it changed becomes as it was before, which is a decision too.

Each action that can be taken back has its way in `_WAYS`. A field that was decided about again since then is not
touched: the newer decision comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import User
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError
from django.db.models import F, Model, ProtectedError
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import merge, revise
from articles.actions.editing import edited, unhurried
from articles.actions.publish import put_state
from articles.actions.restore import restore
from articles.actions.snapshots import snapshot
from articles.actions.unnaming import follow
from articles.actions.words import has_words, mark_checked
from articles.models import Article, Block, Decision, Entity, Fact, Mention, Status, Topic, Version


class CannotRevert(Exception):
    """The decision stays as it is; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How decisions of one action are taken back: what stands in the way ("" for nothing), and the doing."""

    obstacle: Callable[[Decision, Any], str]
    take_back: Callable[[Decision, Any, User | None, str], None]


def obstacle(decision: Decision) -> str:
    """Return why a decision cannot be taken back, as a sentence; "" when it can."""
    record = _subject(decision)
    if record is None:
        return _("The record is not in the archive any more.")
    if decision.action == "add" or (decision.action in _WAYS and not decision.before):
        return _added(record)
    if decision.action not in _WAYS:
        return str(_NEVER.get(decision.action, _("A decision of this kind cannot be taken back.")))
    return _WAYS[decision.action].obstacle(decision, record)


def revert(decision: Decision, *, by: User | None, reason: str = "") -> None:
    """Take a decision back, and log that as "revert".

    Raises:
        CannotRevert: see `obstacle`; nothing is written.
    """
    if sentence := obstacle(decision):
        raise CannotRevert(sentence)
    who = decision.by.get_username() if decision.by else "a command"
    why = f"Takes back the decision of {decision.at:%Y-%m-%d %H:%M} by {who}. {reason}".strip()
    _WAYS[decision.action].take_back(decision, _subject(decision), by, why)


def _subject(decision: Decision) -> Model | None:
    """Read the record as it stands in the table: `decision.subject` may be what was read before it was held."""
    table = decision.subject_type.model_class()
    return table._default_manager.filter(pk=decision.subject_id).first() if table else None


def _put_back(decision: Decision, record: Any, by: User | None, why: str) -> None:
    """Put back the fields that a decision changed; another text comes back as a new version."""
    fields = _put(decision, record)
    text = fields.pop("current", None)
    with unhurried(), _sentences():
        with edited(record, by=by, action="revert", reason=why):
            _ask_again(decision)
            restore(type(record)._default_manager.get(pk=record.pk), fields, by=by)
            if fields.get("status") == Status.CONFIRMED:
                mark_checked(record)
            if isinstance(record, Mention):
                follow({record.pk: record.status}, by=by, reason=why)
        if text:
            revise.restore(Version.objects.get(pk=text), by=by, reason=why)


def _put_state_back(decision: Decision, article: Any, by: User | None, why: str) -> None:
    articles = Article.objects.filter(pk=article.pk)
    with unhurried():
        articles.select_for_update(of=("self",)).get()
        _ask_again(decision)
        put_state(articles, _put(decision, article)["state"], action="revert", by=by, reason=why)


def _part(decision: Decision, _entity: Any, by: User | None, why: str) -> None:
    try:
        merge.unmerge(decision, by=by, reason=why)
    except merge.CannotMerge as error:
        raise CannotRevert(str(error)) from error


def _ask_again(decision: Decision) -> None:
    """Look for obstacles once more: somebody may have come in between before the record was held."""
    if sentence := obstacle(decision):
        raise CannotRevert(sentence)


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except (IntegrityError, ProtectedError) as error:
        raise CannotRevert(
            _("It cannot become as it was: something else has taken its place since, or needs what would go.")
        ) from error


def _stands_in_the_way(decision: Decision, record: Any) -> str:
    asked = (_nothing_left, _changed_again, _older_words, _no_words, _first_text)
    return next((sentence for ask in asked if (sentence := ask(decision, record))), "")


def _nothing_left(decision: Decision, record: Any) -> str:
    """Tell that the decision says only what happened: the words of a fact, say, which are the text's to change."""
    return "" if _put(decision, record) else _("It changed nothing that could be put back.")


def _changed_again(decision: Decision, record: Any) -> str:
    """Tell of the first field that is not as the decision left it, and who has changed it since."""
    now, became = snapshot(record), _fields(record, decision.after)
    name = next((name for name in _put(decision, record) if now[name] != became.get(name)), None)
    if name is None:
        return ""
    since = Decision.objects.filter(
        subject_type=decision.subject_type, subject_id=decision.subject_id, pk__gt=decision.pk
    ).filter(after__has_any_keys=[name, f"{name}_id"])
    newest = since.select_related("by").order_by("-pk").first()
    if newest is None:
        return _("“%(field)s” is not as this decision left it.") % {"field": _label(record, name)}
    told = {
        "field": _label(record, name),
        "who": newest.by or _("a command"),
        "when": date_format(newest.at, "DATETIME_FORMAT"),
    }
    return _("“%(field)s” was changed again by %(who)s on %(when)s: take that back first.") % told


def _older_words(decision: Decision, record: Model) -> str:
    """Tell that the words to which a fact would point again are no longer the article's text."""
    before = _put(decision, record).get("anchors") or []
    now = {row["id"]: row for row in snapshot(record).get("anchors", ())}
    current = set(
        Block.objects.filter(
            pk__in={row["block"] for row in before}, version=F("version__article__current")
        ).values_list("pk", flat=True)
    )
    coming = [row for row in before if now.get(row["id"]) != row]
    if not before or (current and all(row["block"] in current for row in coming)):
        return ""
    return _("Its words stood in an older text of the article. Point to words of the text as it is now.")


def _no_words(decision: Decision, record: Any) -> str:
    """Tell that a fact would be confirmed again of which the text says nothing any more."""
    fields = _put(decision, record)
    if fields.get("status") != Status.CONFIRMED or "anchors" in fields or has_words(record):
        return ""
    return _("The current text has no words for it. Point to its words first, or put the older text back.")


def _first_text(decision: Decision, record: Any) -> str:
    before = _put(decision, record)
    if "current" in before and before["current"] is None:
        return _("The first text of an article stays. Withdraw the article instead.")
    return ""


def _merge_in_effect(decision: Decision, entity: Entity) -> str:
    return "" if merge.in_effect(entity) == decision else _("The two have been parted already.")


def _added(record: Model) -> str:
    for kinds, sentence in _INSTEAD:
        if isinstance(record, kinds):
            return str(sentence)
    return _("A record that was added stays.")


def _put(decision: Decision, record: Any) -> dict[str, Any]:
    """Return what is to be put back: the record's own fields that the decision changed, as they were."""
    before, after, own = (_fields(record, values) for values in (decision.before, decision.after, snapshot(record)))
    return {name: value for name, value in before.items() if name in own and value != after.get(name)}


def _fields(record: Model, values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a decision holds by the names of fields: a loaded file logs columns (`publisher_id`)."""
    columns = {field.attname: field.name for field in record._meta.concrete_fields}
    return {columns.get(name, name): value for name, value in (values or {}).items()}


def _label(record: Model, name: str) -> str:
    """Return the field's name as forms show it."""
    try:
        field = record._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return capfirst(str(getattr(field, "verbose_name", name)))


_FIELDS: Final = _Way(obstacle=_stands_in_the_way, take_back=_put_back)
_STATE: Final = _Way(obstacle=_changed_again, take_back=_put_state_back)
_WAYS: Final[Mapping[str, _Way]] = {
    "change": _FIELDS,
    "confirm": _FIELDS,
    "describe": _FIELDS,
    "merge": _Way(obstacle=_merge_in_effect, take_back=_part),
    "publish": _STATE,
    "reject": _FIELDS,
    "revert": _FIELDS,
    "revise": _FIELDS,
    "text_changed": _FIELDS,
    "topic": _FIELDS,
    "withdraw": _STATE,
}
_NEVER: Final[Mapping[str, Promise]] = {
    "absorb": gettext_lazy("Part the two on the page of the one that was merged into this one."),
    "check": gettext_lazy("That somebody has looked stays. Correct the text instead."),
    "import": gettext_lazy("What was imported stays. Withdraw it instead."),
    "name_again": gettext_lazy("Reject the name again instead."),
    "suggest": gettext_lazy("It stays as long as something names it. Merge it into another one instead."),
    "unmerge": gettext_lazy("Merge the two again instead."),
    "unname": gettext_lazy("Take back that the name was rejected, or name somebody by hand."),
}
_INSTEAD: Final[tuple[tuple[Any, Promise], ...]] = (
    (Fact, gettext_lazy("A fact that was added stays. Reject it instead.")),
    (Article, gettext_lazy("An article that was added stays. Withdraw it instead.")),
    (Entity, gettext_lazy("It was added and stays. Merge it into another one instead.")),
    (Topic, gettext_lazy("A topic that was added stays. Take it from its articles instead.")),
)
