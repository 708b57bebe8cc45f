"""A PostgreSQL server of our own with all its data in one folder: made, started, stopped, mended.

It listens on no network, only on a socket in a folder closed to others, and takes only our role's password.
No process is signalled, and no lock overruled, before it is proven whose it is.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsarchive import environment, postgres
from newsarchive.postgres import Failed, Programs

NAME: Final = "newsarchive"  # of the role and of its database
_SOCKET: Final = ".s.PGSQL.5432"
_LONGEST_TEMPORARY: Final = 70  # bytes; the whole path of a socket may have 107
_PAUSE: Final = 0.05  # seconds between two looks at the server
_PATIENCE: Final = 90.0  # seconds; a server that finds its lock file changed ends itself within 60
_NO_PROCESS: Final = 2**31 - 1  # larger than any process id
_ACCESS: Final = f"# Our one role, by its password, through the socket; nobody else.\nlocal all {NAME} scram-sha-256\n"
_CONFIGURATION: Final = """
# Set when newsarchive made this cluster; yours to change.
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
shared_buffers = '256MB'
effective_cache_size = '1GB'
maintenance_work_mem = '256MB'
work_mem = '16MB'
random_page_cost = 1.1
max_wal_size = '2GB'
idle_in_transaction_session_timeout = '10min'
log_min_duration_statement = '1s'
logging_collector = on
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = '1d'
"""
# Tests take back what they load: statistics gathered meanwhile would tell of empty tables, and plans follow them.
_HASTE: Final = [
    *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"),
]


@dataclass(frozen=True, slots=True)
class Cluster:
    data: Path  # absolute
    throwaway: bool = False  # fast, and lost when the machine fails

    @property
    def folder(self) -> Path:
        return self.data / "postgres"

    @property
    def password_file(self) -> Path:
        return self.data / "postgres-password"

    @property
    def sockets_file(self) -> Path:
        """Names the folder of the socket, whose path must be short and so stands elsewhere."""
        return self.data / "postgres-sockets"

    def pid(self) -> int | None:
        """Return the process id of our server; None when none runs, or none that is proven to be ours."""
        with suppress(IndexError, ValueError):
            pid = int(self._lock_lines()[0])
            if postgres.serves(pid, self.folder):
                return pid
        return None

    def start(self) -> str:
        """Make the cluster when there is none, start its server unless it runs, return PostgreSQL's version.

        Raises:
            Failed: with the reason; the next start takes up what was begun.
        """
        programs = postgres.programs()
        self.data.mkdir(parents=True, exist_ok=True)
        with _alone(self.data):
            self._refuse_strangers()
            if not (self.folder / "PG_VERSION").exists():
                self._make(programs)
            self._refuse_other_versions(programs)
            if not self.password_file.exists():
                self._end()
                self._tell(programs, self.folder, f"ALTER ROLE {NAME} PASSWORD '{self._password()}';\n")
            if self.pid() and not self._reachable():
                self._end()
            self._run(programs)
        return programs.version

    def stop(self) -> bool:
        """End the server; False when none ran."""
        if not self.folder.exists():
            return False
        with _alone(self.data):
            self._refuse_strangers()
            return self._end()

    def remove(self) -> None:
        """End the server and delete the data folder with all that it holds."""
        self.stop()
        with suppress(FileNotFoundError):
            shutil.rmtree(self.sockets_file.read_text(encoding="utf-8"), ignore_errors=True)
        shutil.rmtree(self.data)

    def _password(self) -> str:
        return environment.secret(self.password_file)

    def _refuse_strangers(self) -> None:
        if self.folder.exists() and (uid := self.folder.stat().st_uid) != postgres.owner()[0]:
            name = postgres.user_name(uid)
            raise Failed(f"{self.folder} belongs to the user {name}: run as the user who made it.")

    def _refuse_other_versions(self, programs: Programs) -> None:
        made_by = (self.folder / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != str(programs.major):
            raise Failed(
                f"{self.folder} was made by PostgreSQL {made_by}, which {programs.version} cannot read: "
                f"set PG_BIN to the programs of version {made_by}, or move on as docs/operations.md tells."
            )

    def _make(self, programs: Programs) -> None:
        """Make the cluster beside its place and move it there whole."""
        draft = self.data / "postgres.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        os.chown(draft, *postgres.owner())
        choices = ["--username=postgres", "--auth=reject", "--encoding=UTF8", "--data-checksums"]
        # Older ones have no locale of their own and take the C library's, which upgrades of it may change.
        if programs.major >= 17:
            choices += ["--locale-provider=builtin", f"--builtin-locale={postgres.LOCALE}"]
        if self.throwaway:
            choices.append("--no-sync")
        programs.run("initdb", "-D", draft, *choices, reach=self.data)
        (draft / "pg_hba.conf").write_text(_ACCESS, encoding="ascii")
        with (draft / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(_CONFIGURATION)
        role = f"CREATE ROLE {NAME} LOGIN CREATEDB PASSWORD '{self._password()}';\n"
        self._tell(programs, draft, role + f"CREATE DATABASE {NAME} OWNER {NAME};\n")
        draft.rename(self.folder)

    def _tell(self, programs: Programs, folder: Path, statements: str) -> None:
        """Run statements, one a line, as the superuser, whom no server lets in: while none runs."""
        options = ["-c", "exit_on_error=true", *(_HASTE if self.throwaway else [])]
        programs.run("postgres", "--single", "-D", folder, *options, "postgres", feed=statements, reach=self.data)

    def _run(self, programs: Programs) -> None:
        """Start the server unless it runs and wait until it answers; after a crash it first mends its data."""
        until = time.monotonic() + _PATIENCE
        while not self._ready():
            if self.pid():
                time.sleep(_PAUSE)
                continue
            reason = self._launch(programs)
            if reason and ("still in use" not in reason or time.monotonic() > until):
                raise Failed(f"The database under {self.data} does not start: {reason}")
            if reason:
                _say("Waiting for the last processes of a server that was killed.")
                time.sleep(1)

    def _launch(self, programs: Programs) -> str:
        """Start the server; return "" when it answers, the reason when it has ended instead."""
        sockets = self._sockets()
        self._release_lock()
        for left in sockets.glob(f"{_SOCKET}*"):
            left.unlink()
        options = ["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]
        options += ["-c", f'unix_socket_directories="{sockets}"']
        options += [*_HASTE, "-c", "logging_collector=off"] if self.throwaway else []
        with (self.data / "postgres-start.log").open("w+", encoding="utf-8", errors="replace") as log:
            prefix = postgres.as_owner(self.data, programs.folder, sockets)
            server = subprocess.Popen(  # noqa: S603 - a full path and no shell
                [*prefix, programs.folder / "postgres", "-D", self.folder, *options],
                cwd="/",
                env=postgres.ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is not meant for it
            )
            while server.poll() is None:
                if self._ready():
                    return ""
                time.sleep(_PAUSE)
            log.seek(0)
            return postgres.reason(log.read())

    def _release_lock(self) -> None:
        """Free the lock file of a dead server, whose process id may be another process's by now.

        Only the id is replaced: by the rest PostgreSQL itself finds processes that outlived their server, and
        refuses to start beside them.
        """
        lines = self._lock_lines()
        if not lines:
            return
        draft = self.folder / "postmaster.pid.new"
        draft.write_text("\n".join([str(_NO_PROCESS), *lines[1:], ""]), encoding="utf-8")
        os.chown(draft, *postgres.owner())
        draft.replace(self.folder / "postmaster.pid")

    def _lock_lines(self) -> list[str]:
        """Read postmaster.pid: process id, folder, start, port, socket's folder, host, memory, state."""
        with suppress(FileNotFoundError):
            return (self.folder / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        return []

    def _ready(self) -> bool:
        return [line.strip() for line in self._lock_lines()[7:8]] == ["ready"] and self.pid() is not None

    def _reachable(self) -> bool:
        """Tell whether the socket is where we look for it: temporary files are tidied up, checkouts moved."""
        lines = self._lock_lines()
        with suppress(FileNotFoundError):
            sockets = Path(self.sockets_file.read_text(encoding="utf-8"))
            return lines[1:2] == [str(self.folder)] and (sockets / _SOCKET).exists()
        return False

    def _end(self) -> bool:
        pid = self.pid()
        if pid is None:
            return False
        os.kill(pid, signal.SIGINT)  # "fast": sessions are ended, the data is written
        until = time.monotonic() + _PATIENCE
        while postgres.serves(pid, self.folder):
            if time.monotonic() > until:
                raise Failed(f"The database under {self.data} does not end; its process is {pid}.")
            time.sleep(_PAUSE)
        return True

    def _sockets(self) -> Path:
        """Return the socket's folder, ours alone; last time's if possible, so that a site in use finds it."""
        with suppress(FileNotFoundError):
            kept = Path(self.sockets_file.read_text(encoding="utf-8"))
            with suppress(FileExistsError):
                kept.mkdir(mode=0o700)
                os.chown(kept, *postgres.owner())
            found = kept.lstat()
            ours = found.st_uid == postgres.owner()[0] and stat.S_IMODE(found.st_mode) == 0o700
            if stat.S_ISDIR(found.st_mode) and ours:
                return kept
        temporary = tempfile.gettempdir()
        short = temporary if len(os.fsencode(temporary)) <= _LONGEST_TEMPORARY else "/tmp"  # noqa: S108
        made = Path(tempfile.mkdtemp(prefix="newsarchive-", dir=short))  # mode 0700
        os.chown(made, *postgres.owner())
        self.sockets_file.write_text(str(made), encoding="utf-8")
        return made


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Keep others from starting or stopping this cluster meanwhile; however we end, the kernel lets go."""
    descriptor = os.open(data, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Waiting for another process that starts or stops this database.")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
