"""A page of the admin as a browser has it: what its form holds, and what is sent when somebody saves it."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client, TestCase
from django.utils.html import strip_tags

_NOT_SENT: Final = {"submit", "button", "file", "reset", "image"}


class Page(HTMLParser):
    """The fields of one form of a page by name, each with its values, as a browser would send them untouched."""

    def __init__(self, html: str, form: str) -> None:
        super().__init__()
        self.html = html
        self.fields: dict[str, list[str]] = {}
        self.new_row: dict[str, list[str]] = {}  # of every kind of row, as a click on “add another” copies it
        self._form, self._inside = form, False
        self._name, self._text, self._options = "", "", [("", False)]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = said.get("id") == self._form
        elif self._inside and tag == "input":
            self._input(said)
        elif self._inside and tag in ("select", "textarea"):
            self._name, self._text, self._options = said.get("name", ""), "", []
        elif tag == "option" and self._name:
            self._options.append((said.get("value", ""), "selected" in said))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif self._name and tag == "textarea":
            self._add(self._name, self._text.removeprefix("\n"))
            self._name = ""
        elif self._name and tag == "select":
            chosen = [value for value, selected in self._options if selected]
            for value in chosen or [value for value, _selected in self._options[:1]]:
                self._add(self._name, value)
            self._name = ""

    def _input(self, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        if kind in _NOT_SENT or (kind in ("checkbox", "radio") and "checked" not in said):
            return
        self._add(said.get("name", ""), said.get("value", "on" if kind == "checkbox" else ""))

    def _add(self, name: str, value: str) -> None:
        if name:
            (self.new_row if "__prefix__" in name else self.fields).setdefault(name, []).append(value)


class Editor:
    """Somebody with one form open."""

    def __init__(self, client: Client, kind: str, key: int) -> None:
        self.client, self.kind = client, kind
        self.address = f"/admin/articles/{kind}/{key}/change/"
        self.page = self._read(client.get(self.address))

    def _read(self, response: Any) -> Page:
        assert response.status_code == 200, response.status_code
        return Page(response.content.decode(), f"{self.kind}_form")

    def value(self, name: str) -> str:
        return self.page.fields.get(name, [""])[0]

    def row(self, prefix: str, key: int) -> str:
        """Return the prefix of the row of one record: “names-0”."""
        found = [name for name, values in self.page.fields.items() if name.startswith(prefix) and values == [str(key)]]
        return next(name.removesuffix("-id") for name in found if name.endswith("-id"))

    def rows(self, prefix: str) -> list[str]:
        """Return the prefixes of the rows, in order."""
        return [f"{prefix}-{index}" for index in range(int(self.value(f"{prefix}-TOTAL_FORMS")))]

    def type(self, **typed: str | None) -> None:
        """Fill fields, dashes of their names written as double underscores; None unchecks a box."""
        for name, value in typed.items():
            self.put(name.replace("__", "-"), value)

    def put(self, name: str, value: str | None) -> None:
        if value is None:
            self.page.fields.pop(name, None)
        else:
            self.page.fields[name] = [value]

    def add_row(self, prefix: str, **typed: str) -> None:
        index = len(self.rows(prefix))
        self.put(f"{prefix}-TOTAL_FORMS", str(index + 1))
        for name, values in self.page.new_row.items():
            if name.removeprefix("initial-").startswith(f"{prefix}-__prefix__-"):
                self.page.fields[name.replace("__prefix__", str(index))] = list(values)
        for name, value in typed.items():
            self.put(f"{prefix}-{index}-{name}", value)

    def save(self) -> bool:
        """Send the form; return whether it was saved. If not, the page that came back is the one that is open now."""
        response = self.client.post(self.address, {**self.page.fields, "_continue": ["1"]})
        saved = bool(response.status_code == 302)
        self.page = self._read(self.client.get(self.address) if saved else response)
        return saved


class Newsroom(TestCase):
    clients: dict[str, Client]

    def setUp(self) -> None:
        self.clients = {}
        for name in ("Ana", "Budi"):
            self.clients[name] = Client()
            self.clients[name].force_login(User.objects.create_superuser(name, password="rahasia sekali"))

    def both(self, record: Model) -> tuple[Editor, Editor]:
        """Open the record's form twice."""
        return self.open("Ana", record), self.open("Budi", record)

    def open(self, name: str, record: Model) -> Editor:
        return Editor(self.clients[name], str(record._meta.model_name), record.pk)

    def refused(self, editor: Editor) -> str:
        """Save too late; return what the page that shows the conflict says."""
        assert not editor.save(), "it was saved"
        _head, found, rest = editor.page.html.partition('<section class="conflict')
        assert found, "no conflict is shown"
        assert "Nothing of yours is saved yet" in editor.page.html
        return " ".join(unescape(strip_tags(rest.partition("</section>")[0])).split())

    def said_of(self, conflict: str, label: str) -> str:
        """Return a line of the table, from its label on."""
        return conflict.partition(f" {label} ")[2]
