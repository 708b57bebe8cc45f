from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from articles.actions import roles
from articles.management.commands import make_editor

PHRASE = "kapal layar di teluk"
OTHER = "hujan turun di bukit"

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand for a person at a terminal, who types these words one after the other."""
    words: list[str] = []

    def typed(_prompt: str) -> str:
        if not words:
            raise EOFError
        return words.pop(0)

    monkeypatch.setattr(make_editor, "getpass", typed)
    monkeypatch.setattr(sys, "stdin", _Terminal())
    return words


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def run(*arguments: str, stdin: str | None = None) -> str:
    """Return what is printed; with `stdin`, as a script would call it."""
    out = StringIO()
    given = list(arguments)
    if stdin is not None:
        sys.stdin = StringIO(stdin)  # the fixture `kept` puts it back
        given.append("--password-stdin")
    call_command("make_editor", *given, stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    before = sys.stdin
    yield
    sys.stdin = before


def refused(*arguments: str, stdin: str | None = None) -> str:
    with pytest.raises(CommandError) as error:
        run(*arguments, stdin=stdin)
    return str(error.value)


class TestANewAccount:
    def test_is_an_editors_that_can_sign_in(self, client: Client) -> None:
        told = run("ana", "--email", "ana@EXAMPLE.org", stdin=f"{PHRASE}\n")
        assert 'Made the account "ana". Role: Editor' in told
        assert "/admin/" in told
        user = User.objects.get(username="ana")
        assert (user.is_staff, user.is_superuser, user.email) == (True, False, "ana@example.org")
        assert roles.role_of(user) == "Editor"
        client.post("/admin/login/", {"username": "ana", "password": PHRASE})
        assert client.get("/admin/").status_code == 200

    @pytest.mark.parametrize("role", ["reviewer", "editor", "importer"])
    def test_has_the_role_that_was_asked_for(self, role: str) -> None:
        told = run("ana", "--role", role, stdin=PHRASE)
        assert f"Role: {role.capitalize()}, who may " in told
        assert [group.name for group in User.objects.get().groups.all()] == [role.capitalize()]

    def test_is_asked_twice_for_a_password_that_is_not_shown(self, answers: list[str]) -> None:
        answers += [PHRASE, PHRASE]
        told = run("ana")
        assert User.objects.get().check_password(PHRASE)
        assert PHRASE not in told

    def test_may_try_three_times(self, answers: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        answers += [PHRASE, OTHER, "short", "short", PHRASE, PHRASE]
        told = run("ana")
        assert "too short" in told
        assert "not the same" in capsys.readouterr().err
        assert User.objects.get().check_password(PHRASE)

    def test_is_not_made_after_three_passwords_that_are_none(self, answers: list[str]) -> None:
        answers += ["short", "short"] * 3 + [PHRASE, PHRASE]
        assert "nothing was changed" in refused("ana")
        assert not User.objects.exists()

    def test_is_not_made_when_whoever_types_goes_away(self, answers: list[str]) -> None:
        answers += [PHRASE]
        assert "Interrupted" in refused("ana")
        assert not User.objects.exists()

    @pytest.mark.parametrize(
        ("password", "sentence"),
        [
            ("", "too short"),
            ("elevenchars", "at least 12 characters"),
            ("123456789012345", "entirely numeric"),
            ("ana-wijaya-123", "too similar to the username"),
            ("qwertyuiop123", "too common"),
            ("kata " * 26, "at most 128 characters"),
        ],
    )
    def test_with_a_password_that_is_easily_guessed_is_refused(self, password: str, sentence: str) -> None:
        assert sentence in refused("ana.wijaya.123", stdin=password)
        assert not User.objects.exists()

    @pytest.mark.parametrize("name", ["", "ana wijaya", "a" * 151, "a\x00b", "a\udcffb", "ana\u202e", "a/b"])
    def test_with_a_name_that_cannot_be_one_is_refused(self, name: str) -> None:
        assert refused(name, stdin=PHRASE)
        assert not User.objects.exists()

    def test_with_an_address_that_cannot_be_one_is_refused(self) -> None:
        assert "valid email" in refused("ana", "--email", "nowhere", stdin=PHRASE)

    def test_whose_name_differs_in_capitals_alone_is_refused(self) -> None:
        run("Ana", stdin=PHRASE)
        assert 'There is an account "Ana"' in refused("ana", stdin=PHRASE)

    def test_in_a_script_without_a_password_is_refused(self) -> None:
        sys.stdin = StringIO(PHRASE)
        assert "--password-stdin" in refused("ana")

    def test_a_role_that_is_none_is_refused(self) -> None:
        assert "owner" in refused("ana", "--role", "owner", stdin=PHRASE)


class TestAnAccountThatIsThere:
    def test_changes_its_role_and_keeps_its_password(self) -> None:
        run("ana", stdin=PHRASE)
        told = run("ana", "--role", "reviewer")
        assert 'Changed the account "ana". Role: Reviewer' in told
        assert "password is as it was" in told
        user = User.objects.get()
        assert user.check_password(PHRASE)
        assert [group.name for group in user.groups.all()] == ["Reviewer"]

    def test_keeps_its_role_when_none_is_named(self) -> None:
        run("ana", "--role", "importer", stdin=PHRASE)
        run("ana", "--email", "ana@example.org")
        assert roles.role_of(User.objects.get()) == "Importer"

    def test_gets_a_new_password_when_asked(self, answers: list[str]) -> None:
        run("ana", stdin=PHRASE)
        sys.stdin = _Terminal()
        answers += [OTHER, OTHER]
        run("ana", "--new-password")
        assert User.objects.get().check_password(OTHER)

    def test_a_new_password_ends_its_sessions(self, client: Client) -> None:
        run("ana", stdin=PHRASE)
        client.post("/admin/login/", {"username": "ana", "password": PHRASE})
        assert client.get("/admin/").status_code == 200
        run("ana", stdin=OTHER)
        assert client.get("/admin/").status_code == 302

    def test_of_an_annotator_becomes_an_editors(self) -> None:
        # As load_annotations makes it: a name that nobody types, and no password.
        User.objects.create(username="desk of the archive", is_active=False, password="!")
        run("desk of the archive", stdin=PHRASE)
        user = User.objects.get()
        assert user.is_active
        assert user.check_password(PHRASE)

    def test_of_a_superuser_stays_one_and_says_so(self) -> None:
        User.objects.create_superuser("root", password=PHRASE)
        assert "may do everything" in run("root")
        assert User.objects.get().is_superuser


class TestTheEndOfAnAccount:
    def test_ends_its_sessions_at_once(self, client: Client) -> None:
        run("ana", stdin=PHRASE)
        client.post("/admin/login/", {"username": "ana", "password": PHRASE})
        assert client.get("/admin/").status_code == 200
        assert 'The account "ana" is closed' in run("ana", "--end")
        assert client.get("/admin/").status_code == 302
        client.post("/admin/login/", {"username": "ana", "password": PHRASE})
        assert client.get("/admin/").status_code == 302

    def test_its_sessions_do_not_come_back_with_it(self, client: Client) -> None:
        run("ana", "--role", "reviewer", stdin=PHRASE)
        client.post("/admin/login/", {"username": "ana", "password": PHRASE})
        run("ana", "--end")
        run("ana", stdin=PHRASE)
        assert client.get("/admin/").status_code == 302
        assert roles.role_of(User.objects.get()) == "Reviewer"

    def test_an_account_that_was_ended_needs_a_new_password(self, answers: list[str]) -> None:
        run("ana", stdin=PHRASE)
        run("ana", "--end")
        sys.stdin = _Terminal()
        answers += [OTHER, OTHER]
        run("ana")
        assert User.objects.get().check_password(OTHER)

    def test_of_somebody_unknown_is_said_so(self) -> None:
        assert refused("nobody", "--end") == 'There is no account "nobody".'


def test_its_manual_tells_roles_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        make_editor.Command().create_parser("manage.py", "make_editor").parse_args(["--help"])
    told = capsys.readouterr().out
    for words in ("reviewer", "editor", "importer", "at least 12 characters", "--end", f"examples:{os.linesep}"):
        assert words in told
