"""What came in: runs of the importer, the bytes of each record, and what was refused."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class ImportRun(models.Model):
    """One file, folder or paste brought in; its counts always add up."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True, help_text="Empty while it runs, or when it was ended.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: a command.",
    )
    importer = models.CharField(max_length=40, help_text="Name of the importer, or of the program that wrote.")
    container = models.CharField(max_length=500, help_text="Name of the file that held the records.")
    container_sha256 = models.CharField(max_length=64, help_text="Of the container's bytes, lower-case hexadecimal.")
    seen = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0, help_text="Records whose bytes or words the archive already had.")
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen=F("new") + F("known") + F("refused")), name="run_counts_every_record_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.container}, {self.started_at:%Y-%m-%d %H:%M}"


class Refusal(models.Model):
    """A record that could not be taken, and why."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="refusals")
    place = models.CharField(max_length=600, help_text="File, and line or record where there are several.")
    reason = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class Source(models.Model):
    """The bytes of one record exactly as they arrived. A trigger refuses UPDATE and DELETE."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="sources")
    place = models.CharField(max_length=600, help_text="The file, and the record's place in it when it holds several.")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True, help_text="Of the content, lower-case hexadecimal.")
    media_type = models.CharField(max_length=100)
    charset = models.CharField(max_length=40, blank=True, help_text="How the bytes were read as text.")
    url = models.CharField(max_length=2000, blank=True, help_text="Where it was fetched; blank when not known.")
    retrieved_at = models.DateTimeField(null=True, blank=True, help_text="Empty when not known.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_is_hexadecimal"),
        ]

    def __str__(self) -> str:
        return self.place

    @property
    def text(self) -> str:
        """The content read as text; block places index it."""
        return bytes(self.content).decode(self.charset or "utf-8")
