"""`make_editor NAME`: gives someone an account for the editors' desk, changes it, or ends it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from getpass import getpass
from typing import Any, Final

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, OperationalError, transaction

from articles.actions import roles
from articles.management.manuals import ManualFormatter

_TRIES: Final = 3
_MAY: Final = {
    roles.REVIEWER: "look at everything that readers see, confirm and reject facts",
    roles.EDITOR: "do what a reviewer may, see drafts, write, publish, withdraw and merge",
    roles.IMPORTER: "look at everything that readers see, and bring in articles",
}

_MANUAL: Final = """\
roles:
{roles}

The password is asked for twice and not shown:

{rules}

Given again for the same NAME, the command changes the role or the address and leaves the password
as it is, unless --new-password is given. A new password ends all sessions of the account.

--end closes the account: its sessions end at once and its password is forgotten. The account itself
stays, since the log of decisions names it. Given again without --end, it is opened with a new password.

exit code: 0  done, and said so
           1  not done: the name, the password or the database is at fault
           2  the command was not understood

examples:
    ./run manage make_editor ana                           an editor
    ./run manage make_editor budi --role reviewer          a reviewer
    ./run manage make_editor ana --new-password            who has forgotten the password
    ./run manage make_editor ana --end                     who has left
    ./run manage make_editor ana --password-stdin < file   for scripts: the first line is the password

Who may make accounts in the admin itself, and may do everything else, is made by createsuperuser.
docs/operations.md tells the rules of signing in.
"""


class Command(BaseCommand):
    help = "Make, change or end an account for the editors' desk."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        told = "\n".join(f"    {role.lower():<10} {may}" for role, may in _MAY.items())
        manual = _MANUAL.format(roles=told, rules="\n".join(f"    {rule}" for rule in password_validators_help_texts()))
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=manual, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", metavar="NAME", help="What is typed to sign in, and what the log shows.")
        parser.add_argument(
            "--role",
            choices=[role.lower() for role in roles.ROLES],
            help="What the account may do; a new account is an editor's unless told otherwise.",
        )
        parser.add_argument("--email", help="An address to reach the person; the archive sends nothing to it.")
        parser.add_argument("--new-password", action="store_true", help="Ask for a password although there is one.")
        parser.add_argument(
            "--password-stdin", action="store_true", help="Set the password that standard input's first line holds."
        )
        parser.add_argument("--end", action="store_true", help="Close the account, and end its sessions.")

    def handle(self, *, name: str, end: bool, **options: Any) -> None:
        """Make, change or end one account.

        Raises:
            CommandError: nothing was changed; the message says why.
        """
        try:
            user = _found(name)
            if end:
                self._end(user, name)
            else:
                self._put(user or User(), name, **options)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OperationalError as error:
            raise CommandError(f"The database does not answer: {error}") from error

    def _end(self, user: User | None, name: str) -> None:
        if user is None:
            raise CommandError(f'There is no account "{name}".')
        user.is_active = False
        user.set_unusable_password()  # sessions carry a digest of the password, so all of them end with it
        user.save(update_fields=["is_active", "password"])
        self.stdout.write(f'The account "{user.username}" is closed and its sessions have ended.')

    def _put(self, user: User, name: str, *, role: str | None, email: str | None, **options: Any) -> None:
        new = user.pk is None
        if new:
            user.username = User.normalize_username(name)
        if email is not None:
            user.email = User.objects.normalize_email(email)
        user.is_active = user.is_staff = True
        # An annotator's account, made by an import, may have a name that could not be typed here.
        user.clean_fields(exclude=["password"] if new else ["password", "username"])
        asked = new or not user.has_usable_password() or options["new_password"] or options["password_stdin"]
        if asked:
            user.set_password(self._password(user, from_stdin=options["password_stdin"]))
        given = _store(user, role)
        self.stdout.write(
            f'{"Made" if new else "Changed"} the account "{user.username}". Role: {given}, who may {_MAY[given]}.'
        )
        if not new:
            self.stdout.write(
                "The password is new; sessions with the old one have ended." if asked else "The password is as it was."
            )
        if user.is_superuser:
            self.stdout.write("The account is a superuser's and may do everything, whatever its role.")
        self.stdout.write("Sign in at /admin/ of the address that ./run tells.")

    def _password(self, user: User, *, from_stdin: bool) -> str:
        """Return a password that the rules allow; a person may try three times, a script once."""
        if from_stdin:
            password = sys.stdin.readline().rstrip("\r\n")
            validate_password(password, user)
            return password
        if not sys.stdin.isatty():
            raise CommandError("There is no terminal to ask for a password; --password-stdin reads one from a script.")
        for password in _typed():
            try:
                validate_password(password, user)
            except ValidationError as error:
                self.stderr.write(" ".join(error.messages))
            else:
                return password
        raise CommandError(f"No password after {_TRIES} tries; nothing was changed.")


def _typed() -> Iterator[str]:
    """Ask twice, three times at most, and yield what was typed the same both times."""
    for _try in range(_TRIES):
        try:
            first, second = getpass("Password: "), getpass("Once more: ")
        except (EOFError, KeyboardInterrupt) as error:
            raise CommandError("Interrupted; nothing was changed.") from error
        if first == second:
            yield first
        else:
            sys.stderr.write("The two are not the same.\n")


def _found(name: str) -> User | None:
    """Return the account of this name.

    Raises:
        CommandError: there is one that differs in nothing but capital letters, which people would take for this one.
    """
    name = User.normalize_username(name)
    # No database holds a NUL or a broken byte of the command line; such a name is refused when it is checked.
    found = list(User.objects.filter(username__iexact=name)) if name.isprintable() else []
    same = next((user for user in found if user.username == name), None)
    if found and not same:
        raise CommandError(f'There is an account "{found[0].username}"; names that differ in capitals alone mislead.')
    return same


@transaction.atomic
def _store(user: User, role: str | None) -> str:
    """Save the account with this role, or with the one that it has, else as an editor; return the role."""
    try:
        user.save()
    except IntegrityError as error:
        raise CommandError(f'Someone else made the account "{user.username}" just now.') from error
    given = role.capitalize() if role else roles.role_of(user) or roles.EDITOR
    roles.assign(user, given)
    return given
