"""An import that is killed, or whose database is, ends up as one that nobody disturbed: row for row."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from newsarchive.cluster import Cluster
from tests.actions.own_server import Archive, Server
from tests.contents import Contents, differences


def test_importer_that_was_killed_goes_on_where_it_stopped(server: Server, corpus: Path, undisturbed: Contents) -> None:
    with server.archive("importer") as archive:
        first = archive.start(corpus)
        archive.wait_for_batches(4)
        first.process.kill()
        assert first.end()[0] == -signal.SIGKILL
        assert 4 <= archive.ask("SELECT count(*) FROM articles_batch") < undisturbed["articles_batch"].total()
        assert archive.start(corpus).end()[0] == 2
        assert differences(archive.contents(), undisturbed) == []


def test_backend_that_is_killed_is_done_without(server: Server, corpus: Path, undisturbed: Contents) -> None:
    def kill(archive: Archive) -> None:
        pid = archive.ask("SELECT pid FROM pg_stat_activity WHERE application_name = 'newsarchive'")
        os.kill(pid, signal.SIGKILL)  # the server takes all others with it, and mends its data

    assert differences(disturbed(server, corpus, kill), undisturbed) == []


def test_server_that_is_killed_is_waited_for(server: Server, corpus: Path, undisturbed: Contents) -> None:
    def kill(_archive: Archive) -> None:
        pid = Cluster(server.data).pid()
        assert pid
        os.kill(pid, signal.SIGKILL)
        time.sleep(0.5)
        server.start()

    assert differences(disturbed(server, corpus, kill), undisturbed) == []


def test_process_that_reads_ahead_may_be_killed(server: Server, corpus: Path, undisturbed: Contents) -> None:
    with server.archive("reader") as archive:
        first = archive.start(corpus)
        archive.wait_for_batches(4)
        pid = first.process.pid
        reader = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()[0]
        os.kill(int(reader), signal.SIGKILL)
        code, said = first.end()
        assert code == 1
        assert "The process that reads the files was ended by the system. Give the same command again" in said
        assert archive.start(corpus).end()[0] == 2
        assert differences(archive.contents(), undisturbed) == []


def disturbed(server: Server, corpus: Path, disturb: Callable[[Archive], None]) -> Contents:
    """Return what is in the archive after an import that goes on by itself."""
    with server.archive("disturbed") as archive:
        running = archive.start(corpus)
        archive.wait_for_batches(4)
        disturb(archive)
        assert running.process.poll() is None, "it had ended before it was disturbed"
        assert running.end()[0] == 2
        return archive.contents()
