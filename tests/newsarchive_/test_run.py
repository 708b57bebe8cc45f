"""./run where it answers before it builds anything, and what it builds."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, CHECKOUT / "run", *arguments], capture_output=True, text=True, check=False, timeout=30
    )


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The program as a module, in a checkout of its own that has nothing but empty requirements."""
    spec = spec_from_loader("run", SourceFileLoader("run", str(CHECKOUT / "run")))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, place in {"ROOT": "", "VENV": ".venv", "PYTHON": ".venv/bin/python", "STAMP": ".venv/stamp"}.items():
        monkeypatch.setattr(module, name, tmp_path / place)
    for name in ("requirements.txt", "requirements-dev.txt", "run"):
        (tmp_path / name).touch()
    return module


def test_help_tells_every_command() -> None:
    told = run("--help").stdout
    for command in ("./run ", "./run stop", "./run manage", "./run test", "./run lint", "./run bench"):
        assert re.search(rf"^  {re.escape(command)}", told, re.MULTILINE), command
    assert told == run("help").stdout == run("--port", "1", "-h").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serv"], './run knows no "serv", only serve, stop, manage, test, lint, bench (./run --help).'),
        (["--prot", "8001"], "Unrecognized arguments: --prot 8001 (./run --help)."),
        (["--port"], "Argument --port: expected one argument (./run --help)."),
        (["--port", "http"], '--port is "http", but must be a number from 1 to 65535.'),
        (["--port", "0"], '--port is "0", but must be a number from 1 to 65535.'),
        (["--port", "65536"], '--port is "65536", but must be a number from 1 to 65535.'),
        (["--port", "9" * 5000], f'--port is "{"9" * 5000}", but must be a number from 1 to 65535.'),
        (["lint", "templates"], '"templates" is one word too many (./run --help).'),
        (["stop", "now"], '"now" is one word too many (./run --help).'),
    ],
)
def test_a_wrong_word_is_answered_in_one_sentence(arguments: list[str], sentence: str) -> None:
    answer = run(*arguments)
    assert (answer.stderr, answer.stdout, answer.returncode) == (f"{sentence}\n", "", 2)


@pytest.mark.parametrize("name", [[], ["../manage"], ["none"]])
def test_a_bench_that_is_not_there_is_answered_with_those_that_are(name: list[str]) -> None:
    answer = run("bench", *name)
    assert answer.stderr.startswith("./run bench needs one of these names: ")
    assert answer.returncode == 2


def test_a_port_in_use_is_told_before_anything_is_built() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = run("--port", str(port))
    assert answer.stderr == f"Port {port} is in use: end what uses it, or choose another with --port.\n"
    assert answer.returncode == 1


def test_an_older_python_reads_far_enough_to_say_what_it_needs(monkeypatch: pytest.MonkeyPatch, program: Any) -> None:
    ast.parse((CHECKOUT / "run").read_text(), feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(program.Stop, match=r"^newsarchive needs Python 3\.11 or newer"):
        program.main([])


def test_a_machine_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, program: Any) -> None:
    monkeypatch.setattr(program, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(program.Stop, match="apt install python3-venv"):
        program.build("requirements.txt")


def test_a_half_built_environment_is_built_anew_and_a_whole_one_kept(program: Any, tmp_path: Path) -> None:
    half = tmp_path / ".venv" / "bin" / "half"
    half.parent.mkdir(parents=True)
    half.touch()
    program.build("requirements.txt")
    assert not half.exists()
    whole = tmp_path / ".venv" / "whole"
    whole.touch()
    (tmp_path / "requirements.txt").write_text("# one line more\n")
    program.build("requirements.txt")
    assert whole.exists()
    stamped = program.STAMP.stat().st_mtime_ns
    program.build("requirements.txt")
    assert program.STAMP.stat().st_mtime_ns == stamped


def test_packages_that_a_link_leads_to_are_left_to_their_owner(program: Any, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs" / "bin" / "python"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    program.VENV.symlink_to(tmp_path / "theirs")
    with pytest.raises(program.Stop, match=r"\.venv is a link to .*theirs, which would be emptied: remove the link"):
        program.build("requirements.txt")
    assert theirs.exists()


def test_a_file_over_the_wall_is_named(program: Any, tmp_path: Path) -> None:
    for name, lines in {"articles/at.py": 400, "tests/over.py": 401, "static/css/over.css": 401}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x\n" * lines)
    (tmp_path / "static" / "vendor").mkdir()
    (tmp_path / "static" / "vendor" / "other.css").write_text("x\n" * 9999)
    assert sorted(program.long_files()) == ["static/css/over.css", "tests/over.py"]
