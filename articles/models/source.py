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
    command = models.TextField(blank=True, help_text="As it was given; blank where nobody typed one.")
    options = models.JSONField(default=dict, blank=True, help_text="How the records were to be taken.")
    stopped = models.TextField(blank=True, help_text="Why it stands still; blank while it runs, and at its end.")
    worked_at = models.DateTimeField(null=True, blank=True, help_text="When its last batch was stored.")
    seconds = models.FloatField(default=0, help_text="Time at work, interruptions left out.")
    seen = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    versions = models.PositiveIntegerField(default=0, help_text="Other texts of articles that the archive had.")
    known = models.PositiveIntegerField(default=0, help_text="Records whose bytes or words the archive already had.")
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen=F("new") + F("versions") + F("known") + F("refused")),
                name="run_counts_every_record_once",
            ),
        ]
        indexes = [
            # Every start asks for the run that it may take up.
            models.Index(fields=["container_sha256"], condition=Q(finished_at=None), name="run_unfinished"),
        ]

    def __str__(self) -> str:
        return f"{self.container}, {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def state(self) -> str:
        """Whether it is running, finished or stopped; one whose process was killed still says running."""
        return "finished" if self.finished_at else "stopped" if self.stopped else "running"


class Input(models.Model):
    """A file that a run read: the one that was named, or each of a folder."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="inputs")
    name = models.CharField(max_length=600, help_text="The folder's name and the way to the file below it.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64, help_text="Of its bytes as they were read, lower-case hexadecimal.")

    class Meta:
        ordering = ["run", "name"]
        constraints = [models.UniqueConstraint(fields=["run", "name"], name="input_once_in_run")]

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """The journal: one part of a run, stored in one transaction together with this row."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="batches")
    number = models.PositiveIntegerField(help_text="From 1, in the order of the files.")
    sha256 = models.CharField(max_length=64, help_text="Of the digests and places of its records, in order.")
    outcomes = models.TextField(help_text="One letter a record, in order: new, version, known, refused.")
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "batches"
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="batch_number_unique_in_run"),
            models.CheckConstraint(condition=Q(number__gte=1), name="batch_number_from_one"),
            models.CheckConstraint(condition=Q(outcomes__regex=r"^[nvkr]+$"), name="batch_outcomes_are_letters"),
        ]

    def __str__(self) -> str:
        return f"{self.run}: batch {self.number}"


class Refusal(models.Model):
    """A record that could not be taken, and why."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="refusals")
    place = models.CharField(max_length=600, help_text="File, and line or record where there are several.")
    reason = models.TextField()
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, related_name="refusals")
    taken_in = models.ForeignKey(
        Batch,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="retried",
        help_text="Where a later run could take the record; empty while it waits.",
    )

    class Meta:
        ordering = ["pk"]
        indexes = [
            # The run's page shows the first of them, and the list of runs those with some that wait.
            models.Index(fields=["run", "id"], name="refusal_of_run"),
            models.Index(fields=["run"], condition=Q(taken_in=None), name="refusal_waiting"),
        ]

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
    told = models.JSONField(
        default=dict, blank=True, help_text="What it says beside its text: actors, topics; where fields were read."
    )
    doubt = models.TextField(blank=True, help_text="Why somebody should look at how it was read; blank: nothing.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_is_hexadecimal"),
        ]
        indexes = [models.Index(fields=["id"], condition=~Q(doubt=""), name="source_in_doubt")]

    def __str__(self) -> str:
        return self.place

    @property
    def text(self) -> str:
        """The content read as text; block places index it."""
        return bytes(self.content).decode(self.charset or "utf-8")
