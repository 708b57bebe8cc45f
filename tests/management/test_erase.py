from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Tombstone
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("erase", *arguments, stdout=out)
    return out.getvalue()


def answer(monkeypatch: pytest.MonkeyPatch, typed: str) -> list[str]:
    """Type `typed` when asked; return a list that gets the questions."""
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return typed

    monkeypatch.setattr("builtins.input", reply)
    return asked


def test_what_goes_is_told_before_the_number_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article("Dewan bertemu", url="https://koran.example/1")
    asked = answer(monkeypatch, str(article.pk))
    lines = run("https://koran.example/1", "--why", "A court says so.").splitlines()
    assert lines[0] == f"Article {article.pk}: Dewan bertemu, Koran Uji (published)"
    assert "       1 versions" in lines
    assert asked == [f"This cannot be taken back. Type {article.pk} to erase it: "]
    assert lines[-1] == f"Article {article.pk} is erased; its address answers 410, removed."
    assert Tombstone.objects.get().reason == "A court says so."


def test_another_answer_erases_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    for typed in ("yes", "", f"{article.pk}0"):
        answer(monkeypatch, typed)
        with pytest.raises(CommandError, match=r"^Nothing was erased\.$"):
            run(str(article.pk), "--why", "x")
    assert Article.objects.count() == 1


def test_yes_asks_nothing_and_a_draft_answers_as_before() -> None:
    article = make_article(state=Article.State.DRAFT)
    assert "404, as it always did" in run(str(article.pk), "--why", "x", "--yes")
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("article", "why", "sentence"),
    [
        ("999999", "x", "The archive has no article 999999."),
        ("https://nowhere.example/", "x", "The archive has no article https://nowhere.example/."),
        ("{pk}", "  ", "Say why with --why: the tombstone keeps the reason."),
    ],
)
def test_what_cannot_be_erased_is_refused_in_one_sentence(article: str, why: str, sentence: str) -> None:
    held = make_article()
    with pytest.raises(CommandError) as refused:
        run(article.format(pk=held.pk), "--why", why, "--yes")
    assert str(refused.value) == sentence
    assert Article.objects.count() == 1


def test_an_article_is_erased_once() -> None:
    article = make_article()
    run(str(article.pk), "--why", "x", "--yes")
    with pytest.raises(CommandError, match=rf"^Article {article.pk} was erased on "):
        run(str(article.pk), "--why", "x", "--yes")


def test_a_reason_must_be_given() -> None:
    with pytest.raises(CommandError, match="--why"):
        run("1")
