"""Deliveries: files and pasted texts that an editor gave in the browser, brought in by the worker."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.source import ImportRun


class Delivery(models.Model):
    """What was given at once. Until it is ordered nothing of it comes into the archive."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deliveries", verbose_name=_("giver"))
    given_at = models.DateTimeField(auto_now_add=True)
    ordered_at = models.DateTimeField(null=True, blank=True, help_text="Empty while its preview is looked at.")
    publish = models.BooleanField(
        default=False, help_text="Its articles are shown to readers at once.", verbose_name=_("published at once")
    )
    mapping = models.TextField(blank=True, help_text="Where the fields of tables stand, as --map takes it.")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by}, {self.given_at:%Y-%m-%d %H:%M}"


class DeliveredFile(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(help_text="From 0, as they were chosen.")
    name = models.CharField(max_length=600, help_text="As the browser told it, printable; its end tells the format.")
    kept_as = models.CharField(max_length=100, blank=True, help_text="In the folder of deliveries; blank once done.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64, help_text="Of its bytes, lower-case hexadecimal.")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    read = models.PositiveBigIntegerField(default=0, help_text="Bytes of the records brought in so far.")
    known = models.PositiveIntegerField(
        default=0, help_text="Records that the archive had, where it has no run because nothing in it was new."
    )
    problem = models.TextField(blank=True, help_text="Why it failed, a sentence; blank otherwise.")
    run = models.ForeignKey(
        ImportRun,
        models.SET_NULL,  # a run that found nothing new leaves no trace
        null=True,
        blank=True,
        related_name="delivered",
        help_text="Empty until it is begun, and where nothing in it was new.",
    )
    retried = models.ForeignKey(
        ImportRun,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only the records that this run refused are taken; empty: all.",
    )
    begun = models.PositiveSmallIntegerField(default=0, help_text="How often a worker has taken it in hand.")
    worked_at = models.DateTimeField(null=True, blank=True, help_text="When the worker last had it in hand.")

    class Meta:
        ordering = ["delivery", "position"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "position"], name="delivered_file_position_once"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "done", "failed"]), name="delivered_file_state_known"
            ),
        ]
        indexes = [
            # What the worker asks for.
            models.Index(fields=["id"], condition=Q(state__in=["waiting", "running"]), name="delivered_file_to_do"),
        ]

    def __str__(self) -> str:
        return self.name
