"""The append-only log: who decided what, when and why. History, undo and "whose change it was" read it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class Decision(models.Model):
    """One write, kept for good. A trigger refuses UPDATE and DELETE."""

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    action = models.CharField(max_length=40, help_text="The name of the action: confirm, reject, publish, merge...")
    before = models.JSONField(null=True, blank=True, help_text="What the action changed, as it was.")
    after = models.JSONField(null=True, blank=True, help_text="The same fields as they became.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="Empty: a command.",
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-at"], name="decision_of_subject"),
            # What people decided, the newest first, without a look at what rules and imports wrote by the million.
            models.Index(
                fields=["-id"],
                condition=Q(by__isnull=False) & ~Q(action__in=["import", "suggest"]),
                name="decision_by_somebody",
            ),
            # What put articles before readers (exports/following.py).
            models.Index(fields=["-at"], condition=Q(action__in=["publish", "revert"]), name="decision_showing"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_type.name} {self.subject_id}"
