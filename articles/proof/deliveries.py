"""Files that editors gave in the browser against the runs that brought them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import F

from articles.models import DeliveredFile
from articles.proof.walking import Walk, between


def file_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield files that are said to be done, by runs that are not, or that read other bytes.

    One in which nothing was new may have no run.
    """
    done = DeliveredFile.objects.filter(**between(keys), state=DeliveredFile.State.DONE, run__isnull=False)
    for key, name, run in done.filter(run__finished_at=None).order_by("pk").values_list("pk", "name", "run"):
        yield f"delivered file {key} ({name}): it is said to be done, and import {run} is not"
    other = done.exclude(sha256=F("run__container_sha256")).order_by("pk")
    for key, name, run, read in other.values_list("pk", "name", "run", "run__container_sha256"):
        yield f"delivered file {key} ({name}): import {run} read other bytes, of the sha256 {read}"


WALKS = (Walk(rows=DeliveredFile.objects.all, problems=file_problems),)
