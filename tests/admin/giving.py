"""Files and texts that are given in the browser, as tests give them."""

from __future__ import annotations

import json
import re
import tempfile
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase, override_settings

from articles.models import Delivery
from tests.admin.test_entities import signed_in

ADD = "/admin/articles/delivery/add/"
LIST = "/admin/articles/delivery/"
BODY = "Perahu dari tiga desa kembali berlayar setelah badai reda."
PAGE = f"<!doctype html><html><head><title>Badai</title></head><body><article><h1>Badai</h1><p>{BODY}</p>"
TAG = re.compile(r"<[^>]*>")
STEPS = ("order", "drop", "retry", "columns")


def record(headline: str, **fields: str) -> str:
    return json.dumps({"judul": headline, "isi": BODY, **fields})


def file(name: str, *lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(lines).encode())


def said(page: Any) -> str:
    """Return the words of a page, as one reads them."""
    return " ".join(unescape(TAG.sub(" ", page.content.decode())).split())


class DeliveryTestCase(TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        settings = override_settings(DELIVERIES=folder.name)
        settings.enable()
        self.addCleanup(settings.disable)
        self.client = signed_in("Editor")

    def give(self, *files: SimpleUploadedFile, **typed: Any) -> Any:
        """Give files or a text; return the page that follows."""
        return self.client.post(ADD, {"chosen": list(files), **typed}, follow=True)

    def step(self, name: str, delivery: Delivery | None = None, client: Client | None = None, **typed: Any) -> Any:
        key = (delivery or Delivery.objects.get()).pk
        return (client or self.client).post(f"{LIST}{key}/{name}/", typed, follow=True)

    def open(self, delivery: Delivery | None = None) -> Any:
        return self.client.get(f"{LIST}{(delivery or Delivery.objects.latest('pk')).pk}/change/")
