"""What the environment may set, and the sentence for each wrong value."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsarchive import environment


@pytest.mark.parametrize(
    ("word", "meant"),
    [("true", True), ("1", True), ("YES", True), ("off", False), ("False", False), ("0", False), ("", True)],
)
def test_a_flag_is_read_in_any_usual_spelling_and_empty_means_the_default(
    monkeypatch: pytest.MonkeyPatch, *, word: str, meant: bool
) -> None:
    monkeypatch.setenv("DEBUG", word)
    assert environment.flag("DEBUG", default=True) is meant


def test_a_flag_that_is_neither_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match=r'^DEBUG is "maybe", but must be true or false\.$'):
        environment.flag("DEBUG", default=False)


@pytest.mark.parametrize("wrong", ["-1", "2s", "1e3", "٣", "12345678901"])
def test_a_number_is_whole_and_plain(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("LIMIT", wrong)
    with pytest.raises(ImproperlyConfigured, match="LIMIT is"):
        environment.number("LIMIT", default=2000)


def test_hosts_are_split_at_commas_and_stripped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTS", " archive.example.org, .example.net ,[::1],127.0.0.1,*,")
    assert environment.hosts("HOSTS", default="") == [
        "archive.example.org",
        ".example.net",
        "[::1]",
        "127.0.0.1",
        "*",
    ]


@pytest.mark.parametrize("wrong", ["http://a.org", "a.org/", "a.org:8000", "a b", "a.org;b.org"])
def test_a_host_with_more_than_its_name_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("HOSTS", f"localhost,{wrong}")
    with pytest.raises(ImproperlyConfigured, match="HOSTS holds") as refusal:
        environment.hosts("HOSTS", default="localhost")
    assert f'"{wrong}"' in str(refusal.value)


def test_the_data_folder_is_absolute_and_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEWSARCHIVE_DATA", raising=False)
    assert environment.data_folder(tmp_path) == tmp_path / ".data"
    monkeypatch.setenv("NEWSARCHIVE_DATA", str(tmp_path / "elsewhere"))
    assert environment.data_folder(tmp_path) == tmp_path / "elsewhere"
    monkeypatch.setenv("NEWSARCHIVE_DATA", "elsewhere")
    with pytest.raises(ImproperlyConfigured, match="absolute"):
        environment.data_folder(tmp_path)
    (tmp_path / "file").touch()
    monkeypatch.setenv("NEWSARCHIVE_DATA", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="not a folder"):
        environment.data_folder(tmp_path)


def test_a_key_is_made_once_for_its_owner_alone_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    made = environment.secret_key(tmp_path / "new")
    assert len(made) >= 50
    assert environment.secret_key(tmp_path / "new") == made
    assert stat.S_IMODE((tmp_path / "new" / "secret-key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["secret-key"]


def test_a_key_of_ones_own_wins_and_may_not_be_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "k" * 50)
    assert environment.secret_key(tmp_path) == "k" * 50
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY has 5 characters") as refusal:
        environment.secret_key(tmp_path)
    assert "short" not in str(refusal.value)
    assert not list(tmp_path.iterdir())


def test_of_many_who_make_a_secret_at_once_all_get_the_same(tmp_path: Path) -> None:
    for round_ in range(20):
        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(environment.secret, [tmp_path / str(round_)] * 8))) == 1


def test_an_empty_secret_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    with pytest.raises(ImproperlyConfigured, match="is empty"):
        environment.secret(tmp_path / "secret")
