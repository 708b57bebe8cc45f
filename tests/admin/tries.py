"""Each thing that one may do at the desk, tried through its address: what docs/curation.md tells of, by its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.contrib.auth import get_user
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from articles.actions import log
from articles.models import (
    Article,
    ArticleTopic,
    Decision,
    Delivery,
    Entity,
    EntityName,
    Notice,
    Quote,
    RelayHop,
    SavedSearch,
    Statistic,
    Status,
    Topic,
)
from articles.sample import ARTICLE
from tests.admin.desk import rows
from tests.admin.test_entities import fields

TOKEN: Final = "a" * 32  # of the cookie and the form: a page is not asked for one, since the refused get no page
ADMIN: Final = "/admin/articles"
FOUND: Final = 302
Answer = tuple[Any, bool]  # what was answered, and whether what was asked for is done or shown


class Desk:
    """One user at the desk, and the few records that there are."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.client.cookies["csrftoken"] = TOKEN
        self.article = Article.objects.get(current__headline="Dewan bertemu")
        self.draft = Article.objects.get(state=Article.State.DRAFT)
        self.quote = Quote.objects.get()
        self.ana = Entity.objects.get(name="Ana Wijaya")
        self.budi = Entity.objects.get(name="Budi Santoso")
        self.parted = Entity.objects.get(name="A. Wijaya")

    def post(self, address: str, **typed: Any) -> Any:
        return self.client.post(f"{ADMIN}/{address}", {**typed, "csrfmiddlewaretoken": TOKEN})

    def change(self, record: Any, **typed: Any) -> Any:
        """Send the record's form, as somebody has it who may open it, with other values."""
        kind = record._meta.model_name
        superuser = Client()
        superuser.force_login(User.objects.get(is_superuser=True))
        form = fields(superuser, f"{ADMIN}/{kind}/{record.pk}/change/")
        return self.post(f"{kind}/{record.pk}/change/", **{**form, **typed})

    def act(self, kind: str, action: str, key: int, **answers: Any) -> Any:
        """Choose one row of a list and answer the page that asks."""
        chosen = {"action": action, "_selected_action": key, "answered": "yes", "expected": 1, "seen": log.latest()}
        return self.post(f"{kind}/", **chosen, **{"reason": "A court.", **answers})

    def sees(self, path: str, words: str) -> Answer:
        answer = self.client.get(f"{ADMIN}/{path}")
        return answer, words in answer.content.decode()


def _text(desk: Desk) -> Answer:
    answer = desk.change(desk.article, text="Dewan kota berkumpul pada hari itu, kata Ana Wijaya dan Budi Santoso.")
    return answer, Article.objects.filter(pk=desk.article.pk, current__number=2).exists()


def _type(desk: Desk) -> Answer:
    typed = {"headline": "Baru", "text": "Satu alinea.", "language": "id", "rights": "full_text"}
    answer = desk.post("article/add/", **typed, **rows("articletopics"), **rows("notices"))
    return answer, Article.objects.filter(current__headline="Baru", state=Article.State.DRAFT).exists()


def _quote(desk: Desk) -> Answer:
    typed = {"article": desk.article.pk, "type": "indirect", "speaker": desk.ana.pk, "resolved": "named"}
    words = rows("anchors", {"role": "content", "words": "Dewan kota bertemu"})
    way = rows("hops", {"role": "agency", "agent": desk.budi.pk})
    answer = desk.post("quote/add/", **typed, fidelity="unchecked", **words, **way)
    return answer, RelayHop.objects.filter(quote__speaker=desk.ana, agent=desk.budi).exists()


def _figure(desk: Desk) -> Answer:
    printed = rows("printings", {"article": desk.article.pk, "words": "1.100", "approximation": "exact"})
    answer = desk.post("statistic/add/", measure="orang", value="1100", unit="person", approximation="exact", **printed)
    return answer, Statistic.objects.filter(value=1100, printings__article=desk.article).exists()


def _name(desk: Desk) -> Answer:
    added = {"names-TOTAL_FORMS": 1, "names-0-name": "Anna Wijaya", "names-0-kind": "alias", "names-0-basis": "editor"}
    return desk.change(desk.ana, **added), EntityName.objects.filter(entity=desk.ana, name="Anna Wijaya").exists()


def _topic(desk: Desk) -> Answer:
    return desk.post("topic/add/", label_en="Water"), Topic.objects.filter(labels__en="Water").exists()


def _notice(desk: Desk) -> Answer:
    answer = desk.change(desk.article, **{"notices-TOTAL_FORMS": 1, "notices-0-text": "Ralat: bukan hari itu."})
    return answer, Notice.objects.filter(article=desk.article).exists()


def _said(desk: Desk) -> Answer:
    return desk.change(desk.quote, said="2024-02-28"), Quote.objects.filter(said="2024-02-28").exists()


def _set_topic(desk: Desk) -> Answer:
    answer = desk.act("article", "set_topic", desk.article.pk, topic=Topic.objects.get().pk, about="about")
    return answer, ArticleTopic.objects.filter(article=desk.article).exists()


def _check(desk: Desk) -> Answer:
    answer = desk.act("article", "looks_right", desk.article.pk)
    return answer, Decision.objects.filter(action="check", subject_id=desk.article.pk).exists()


def _state(action: str, state: str) -> Callable[[Desk], Answer]:
    def put(desk: Desk) -> Answer:
        article = desk.draft if action == "publish" else desk.article
        answer = desk.act("article", action, article.pk, warned="on")
        return answer, Article.objects.get(pk=article.pk).state == state

    return put


def _decide(status: str) -> Callable[[Desk], Answer]:
    def decide(desk: Desk) -> Answer:
        address = f"quote/{desk.quote.pk}/decide/"
        answer = desk.post(address, _decide=status, seen=log.latest())
        return answer, Quote.objects.get().status == status

    return decide


def _decide_many(desk: Desk) -> Answer:
    return desk.act("quote", "confirm", desk.quote.pk), Quote.objects.get().status == Status.CONFIRMED


def _merge(desk: Desk) -> Answer:
    answer = desk.post("entity/merge/", of=desk.budi.pk, into=desk.ana.pk)
    return answer, Entity.objects.get(pk=desk.budi.pk).merged_into == desk.ana


def _part(desk: Desk) -> Answer:
    decision = Decision.objects.get(action="merge").pk
    answer = desk.post(f"entity/{desk.parted.pk}/history/revert/{decision}/")
    return answer, Entity.objects.get(pk=desk.parted.pk).merged_into is None


def _revert(desk: Desk) -> Answer:
    decision = Decision.objects.get(action="change", after__has_key="note").pk
    answer = desk.post(f"quote/{desk.quote.pk}/history/revert/{decision}/")
    return answer, Quote.objects.get().note == ""


def _import(desk: Desk) -> Answer:
    with TemporaryDirectory() as folder, override_settings(DELIVERIES=folder):
        answer = desk.post("delivery/add/", chosen=SimpleUploadedFile("artikel.txt", ARTICLE.read_bytes()))
        if answer.status_code == FOUND and (given := Delivery.objects.first()):
            answer = desk.post(f"delivery/{given.pk}/order/")
    return answer, Delivery.objects.exclude(ordered_at=None).exists()


def _save_search(desk: Desk) -> Answer:
    typed = {"name": "Cuaca", "address": "/search/?q=dewan", "csrfmiddlewaretoken": TOKEN}
    answer = desk.client.post(f"{ADMIN}/savedsearch/add/", typed)
    return answer, SavedSearch.objects.exists()


def _see_news(desk: Desk) -> Answer:
    user = get_user(desk.client)
    owner = user if user.is_authenticated else User.objects.get(is_superuser=True)
    search = SavedSearch.objects.create(owner=owner, name="Cuaca", kind="articles", query="q=dewan")
    answer = desk.sees(f"savedsearch/{search.pk}/new/", "since")
    search.delete()
    return answer


def _delete(desk: Desk) -> Answer:
    answer = desk.post(f"quote/{desk.quote.pk}/delete/", post="yes")
    return answer, not Quote.objects.exists()


def _account(desk: Desk) -> Answer:
    password = {"password1": "kata sandi panjang", "password2": "kata sandi panjang", "usable_password": "true"}
    answer = desk.client.post("/admin/auth/user/add/", {"username": "eka", **password, "csrfmiddlewaretoken": TOKEN})
    return answer, User.objects.filter(username="eka").exists()


TRIED: Final[Mapping[str, Callable[[Desk], Answer]]] = {
    "See lists and records of what is published": lambda desk: desk.sees("article/", "Dewan bertemu"),
    "See the history of a record": lambda desk: desk.sees(f"quote/{desk.quote.pk}/history/", "Dikutip ulang"),
    "See drafts and withdrawn articles": lambda desk: desk.sees(f"article/{desk.draft.pk}/change/", "Rancangan"),
    "See the log of all decisions": lambda desk: desk.sees("decision/", "merge"),
    "See imports, and what they refused": lambda desk: desk.sees("importrun/", "test.txt"),
    "Confirm a fact": _decide(Status.CONFIRMED),
    "Reject a fact": _decide(Status.REJECTED),
    "Confirm or reject many facts at once": _decide_many,
    "Type a new article": _type,
    "Correct an article's text": _text,
    "Add a publisher's correction": _notice,
    "Add a quote": _quote,
    "Add a figure": _figure,
    "Change a fact": _said,
    "Add another name of a person, organisation or place": _name,
    "Add a topic": _topic,
    "Set the topic of articles": _set_topic,
    "Say that an import looks right": _check,
    "Publish": _state("publish", Article.State.PUBLISHED),
    "Withdraw": _state("withdraw", Article.State.WITHDRAWN),
    "Merge two entries": _merge,
    "Part merged entries again": _part,
    "Take a change back": _revert,
    "Bring in a file": _import,
    "Save a search": _save_search,
    "See what is new in it": _see_news,
    "Delete a record": _delete,
    "Make an account": _account,
}
