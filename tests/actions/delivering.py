"""Deliveries as tests of the worker make them and look at them."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.models import User

from articles.actions.deliveries import Upload, keep, order
from articles.models import DeliveredFile, Delivery


def ordered(by: User, *files: tuple[str, bytes], publish: bool = False) -> Delivery:
    delivery = keep([Upload(name=name, chunks=[content]) for name, content in files], by=by)
    order(delivery, by=by, publish=publish)
    return delivery


def files(delivery: Delivery) -> list[DeliveredFile]:
    return list(delivery.files.all())


def lying(folder: Path) -> int:
    """Return how many files lie in the folder of the deliveries."""
    return len(list(folder.iterdir()))
