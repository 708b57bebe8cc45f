"""Deliveries: what editors give in the browser is kept, ordered or dropped, and what went wrong is tried again.

The worker brings in what is ordered (`delivery_work`), so that nobody waits for it in a browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.delivered_files import CannotDeliver, Kept, Upload, keep_files, path_of, remove, text_as_file
from articles.importers.fields import Asked, BadMapping, parse_mapping
from articles.importers.files import Container
from articles.models import DeliveredFile, Delivery, Refusal

__all__ = [
    "MAY_DELIVER",
    "MAY_PUBLISH",
    "CannotDeliver",
    "Upload",
    "can_retry",
    "container_of",
    "drop",
    "is_hers",
    "keep",
    "may",
    "order",
    "remap",
    "retry",
    "text_as_file",
]
MAY_DELIVER: Final = "articles.add_delivery"
MAY_PUBLISH: Final = "articles.publish_article"
State = DeliveredFile.State


def keep(files: Sequence[Upload], *, by: User, publish: bool = False, mapping: str = "") -> Delivery:
    """Keep what was given at once; nothing of it comes into the archive before it is ordered.

    A file that no importer reads is kept as a row that says so, without its bytes.

    Raises:
        CannotDeliver: there is nothing to read in it, it is too much, the mapping is not understood, or the disk is
            full; nothing is kept.
        PermissionDenied: the user may not deliver, or not publish.
    """
    _demand(by, publish=publish)
    _asked(mapping)
    if not files:
        raise CannotDeliver(_("Choose a file, or paste a text."))
    if len(files) > settings.DELIVERY_MOST_FILES:
        most = {"most": f"{settings.DELIVERY_MOST_FILES:,}"}
        raise CannotDeliver(_("More than %(most)s files cannot be given at once: give them in parts.") % most)
    kept = keep_files(files)
    try:
        if all(one.problem for one in kept):
            raise CannotDeliver(f"{kept[0].name}: {kept[0].problem}")
        with transaction.atomic():
            delivery = Delivery.objects.create(by=by, publish=publish, mapping=mapping)
            rows = (_row(delivery, position, one) for position, one in enumerate(kept))
            DeliveredFile.objects.bulk_create(rows)
    except BaseException:
        remove(one.kept_as for one in kept)
        raise
    return delivery


def container_of(delivered: DeliveredFile) -> Container:
    """Return the file as importers take it: under its own name, wherever its bytes lie.

    Raises:
        CannotDeliver: its bytes are gone.
    """
    path = path_of(delivered.kept_as)
    if not delivered.kept_as or not path.is_file():
        raise CannotDeliver(_("The file no longer lies among the deliveries: give it again."))
    return Container(path=path, called=delivered.name, asked=_asked(delivered.delivery.mapping))


@transaction.atomic
def remap(delivery: Delivery, *, by: User, mapping: str) -> None:
    """Say where the fields of its tables stand, while it is not ordered.

    Raises:
        CannotDeliver: the mapping is not understood, or it was ordered or dropped meanwhile.
        PermissionDenied: it is somebody else's, or the user may not deliver.
    """
    _asked(mapping)
    held = _not_ordered(delivery, by)
    held.mapping = delivery.mapping = mapping
    held.save(update_fields=["mapping"])


@transaction.atomic
def order(delivery: Delivery, *, by: User, publish: bool | None = None) -> None:
    """Let the worker bring it in, under the giver's name; `publish` as it was kept when it is None.

    Raises:
        CannotDeliver: it was ordered or dropped meanwhile, or the giver may not deliver, or not publish.
        PermissionDenied: it is somebody else's, or the user may not deliver, or not publish.
    """
    held = _not_ordered(delivery, by)
    held.publish = held.publish if publish is None else publish
    _demand(by, publish=held.publish)
    _demand_of_giver(held)
    held.ordered_at = timezone.now()
    held.save(update_fields=["publish", "ordered_at"])
    delivery.publish, delivery.ordered_at = held.publish, held.ordered_at


@transaction.atomic
def drop(delivery: Delivery, *, by: User) -> None:
    """Forget a delivery that was not ordered, and its bytes.

    Raises:
        CannotDeliver: it was ordered or dropped meanwhile.
        PermissionDenied: it is somebody else's, or the user may not deliver.
    """
    forget(_not_ordered(delivery, by))


def forget(delivery: Delivery) -> None:
    """Delete a delivery that is locked and was not ordered; its bytes go once that is committed."""
    names = list(delivery.files.values_list("kept_as", flat=True))
    delivery.delete()
    transaction.on_commit(lambda: remove(names))


@transaction.atomic
def retry(file: DeliveredFile, *, by: User) -> DeliveredFile:
    """Let the worker try again: a file that failed as it is, of one that is done only what was refused.

    Returns the row that now waits: the file's own, or a new one behind the others of its delivery.

    Raises:
        CannotDeliver: nothing of it can be tried again.
        PermissionDenied: it is somebody else's, or the user may not deliver, or no longer publish.
    """
    delivery = Delivery.objects.select_for_update().get(pk=file.delivery_id)
    _demand_own(delivery, by)
    _demand(by, publish=delivery.publish)
    held = DeliveredFile.objects.select_for_update().get(pk=file.pk)
    if not can_retry(held):
        raise CannotDeliver(_("Nothing of this file can be tried again: give it anew."))
    if held.state == State.FAILED:
        held.state, held.problem, held.begun = State.WAITING, "", 0
        held.save(update_fields=["state", "problem", "begun"])
        return held
    last = delivery.files.aggregate(last=Max("position"))["last"]
    again = DeliveredFile.objects.create(
        delivery=delivery,
        position=last + 1,
        name=held.name,
        kept_as=held.kept_as,
        size=held.size,
        sha256=held.sha256,
        retried=held.run,
    )
    held.kept_as = ""
    held.save(update_fields=["kept_as"])
    return again


def can_retry(file: DeliveredFile) -> bool:
    """Whether its bytes are kept, and it failed or records of it were refused and wait."""
    if not file.kept_as:
        return False
    return file.state == State.FAILED or (file.state == State.DONE and refused_wait(file))


def refused_wait(file: DeliveredFile) -> bool:
    """Whether its run refused records that nobody has taken since."""
    return file.run_id is not None and Refusal.objects.filter(run=file.run_id, taken_in=None).exists()


def is_hers(delivery: Delivery, user: User) -> bool:
    """Whether the user may order, drop and retry it: what is brought in, is brought in under the giver's name."""
    return user.is_superuser or delivery.by_id == user.pk


def may(user: User, *, publish: bool) -> bool:
    """Whether the user may deliver, and what is delivered be published."""
    return user.has_perm(MAY_DELIVER) and (not publish or user.has_perm(MAY_PUBLISH))


def _demand(by: User, *, publish: bool) -> None:
    if not may(by, publish=publish):
        raise PermissionDenied


def _demand_of_giver(delivery: Delivery) -> None:
    """Refuse what the worker would: it asks what the giver may, whoever ordered it."""
    if may(delivery.by, publish=delivery.publish):
        return
    user = {"user": delivery.by}
    if may(delivery.by, publish=False):
        raise CannotDeliver(_("%(user)s, who gave this, may not publish: bring it in as drafts.") % user)
    raise CannotDeliver(_("%(user)s, who gave this, may no longer bring anything in: give it anew.") % user)


def _demand_own(delivery: Delivery, by: User) -> None:
    if not is_hers(delivery, by):
        raise PermissionDenied


def _not_ordered(delivery: Delivery, by: User) -> Delivery:
    """Lock the delivery, which must still be open."""
    _demand(by, publish=False)
    held = Delivery.objects.select_for_update().filter(pk=delivery.pk).first()
    if held is None:
        raise CannotDeliver(_("It is no longer there: what nobody orders is removed after a day. Give it again."))
    _demand_own(held, by)
    if held.ordered_at:
        raise CannotDeliver(_("It is ordered already."))
    return held


def _asked(mapping: str) -> Asked:
    try:
        return parse_mapping(mapping)
    except BadMapping as error:
        raise CannotDeliver(str(error)) from error


def _row(delivery: Delivery, position: int, kept: Kept) -> DeliveredFile:
    state = State.FAILED if kept.problem else State.WAITING
    return DeliveredFile(
        delivery=delivery,
        position=position,
        name=kept.name,
        kept_as=kept.kept_as,
        size=kept.size,
        sha256=kept.sha256,
        state=state,
        problem=kept.problem,
    )
