"""An archive with something of everything that may come in, brought in as anybody does."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions import erase, revise
from articles.actions.copy_groups import regroup
from articles.actions.store import How, bring_in
from articles.importers.files import Container
from articles.importers.typed import Typed, typed_of
from articles.models import Article, DeliveredFile, Delivery, ImportRun, Likeness, Status
from tests.importers.warcs import record, response
from tests.world import load_sample_world

_FORMATS: Final = Path(__file__).parents[1] / "data/importers"
_PUBLISHED: Final = "Perahu dari {} desa kembali berlayar setelah badai reda, kata kepala desa kepada warga."


def load_sound_archive() -> Article:
    """Load it; return the first article, whose text was corrected and put back."""
    first = load_sample_world()
    editor = User.objects.create_user("mira")
    bring(_FORMATS)
    with TemporaryDirectory() as folder:
        archive = Path(folder, "site.warc")
        archive.write_bytes(record(response()))
        bring(archive)
    for desa in ("tiga", "empat", "tiga"):
        bring_lines(line("https://koran.example/perahu", desa), line("https://koran.example/kapal", "enam"))
    refused = bring_lines(line("https://koran.example/susul", "tujuh").replace("isi", "catatan"))
    bring_lines(line("https://koran.example/susul", "tujuh"), retry=refused.pk)
    _deliver(bring_lines(line("https://koran.example/lupa", "lima")), editor)
    erase.erase(Article.objects.get(url="https://koran.example/lupa"), reason="A court says so.", by=editor)
    _correct(first, editor)
    _make_copies()
    return first


def _make_copies() -> None:
    """Let four articles be alike: two by decision, a third by suggestion, and a fourth that was parted from one."""
    one, two, three, four = Article.objects.without_notes().order_by("pk")[:4]
    for first, other, status in (
        (one, two, Status.CONFIRMED),
        (two, three, Status.SUGGESTED),
        (three, four, Status.SUGGESTED),
        (one, four, Status.REJECTED),
    ):
        decided = None if status == Status.SUGGESTED else timezone.now()
        Likeness.objects.create(
            one=first, other=other, kind=Likeness.Kind.NEAR, share="0.9", status=status, decided_at=decided
        )
    regroup([one.pk])


def bring(path: Path, *, retry: int | None = None) -> ImportRun:
    """Bring a file or folder in; return the newest run."""
    list(bring_in(Container(path=path), how=How(publish=True, retry=retry)))
    return ImportRun.objects.latest("pk")


def bring_lines(*lines: str, retry: int | None = None) -> ImportRun:
    with TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("\n".join(lines), encoding="utf-8")
        return bring(file, retry=retry)


def line(url: str, desa: str) -> str:
    return json.dumps({"judul": f"Perahu {desa} desa", "isi": _PUBLISHED.format(desa), "url": url})


def _deliver(run: ImportRun, editor: User) -> None:
    """Let a run be that of a file which an editor gave in the browser."""
    delivery = Delivery.objects.create(by=editor, ordered_at=timezone.now())
    state, sha256 = DeliveredFile.State.DONE, run.container_sha256
    DeliveredFile.objects.create(
        delivery=delivery, position=0, name=run.container, size=1, sha256=sha256, state=state, run=run
    )


def _correct(article: Article, editor: User) -> None:
    """Correct the text in a word that facts rest on, then make the old one the newest again."""
    before = article.current
    assert before
    typed = typed_of(before.blocks.order_by("position"))
    corrected = Typed(headline=f"{typed.headline}!", text=typed.text.replace("883", "885"), deck=typed.deck)
    revise.revise(article, corrected, by=editor)
    revise.restore(before, by=editor)
