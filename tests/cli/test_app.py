"""The root command: what it costs to start, and how every run ends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pydantic import BaseModel, ValidationError
from tests.cli.conftest import Run, environment
from tests.cli.fakes import FakeScan

from readiness.cli.app import COMMANDS, cli
from readiness.cli.crash import describe

HEAVY = ("ccxt", "httpx", "keyring", "sqlalchemy", "apscheduler", "jinja2", "tomlkit", "apprise")
UNNEEDED = ("aiohttp", "rich", "pydantic", "asyncio")


def test_help_version_and_mistakes_import_nothing_heavy() -> None:
    """Whoever asks for help does not wait for the libraries of a scan.

    One process runs them all, so each of them finds what any before it has loaded.
    """
    ends = {
        "--help": 0,
        "-h": 0,
        "--version": 0,
        "scan --help": 0,
        "keys --help": 0,
        "keys set --help": 0,
        "schema history": 0,
        "doctor --help": 0,
        "demo --help": 0,
        "notify --help": 0,
        "notify test --help": 0,
        "confirm --help": 0,
        "acknowledge --help": 0,
        "closure requested --help": 0,
        "scna": 2,
        "": 2,
        "scan --nonsense": 2,
    }
    program = (
        "import json, sys; from readiness.cli import main\n"
        "for line in sys.argv[1:]:\n"
        "    code = main(line.split())\n"
        f"    loaded = [name for name in {HEAVY + UNNEEDED} if name in sys.modules]\n"
        "    sys.stderr.write('\\nENDED ' + json.dumps([line, code, loaded]) + '\\n')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *ends],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment(),
        timeout=60,
    )
    told = [line for line in ended.stderr.splitlines() if line.startswith("ENDED ")]
    assert [json.loads(line.removeprefix("ENDED ")) for line in told] == [
        [line, code, []] for line, code in ends.items()
    ]


def test_python_dash_m_is_the_same_program() -> None:
    """``python -m readiness`` works where no script is installed."""
    ended = subprocess.run(
        [sys.executable, "-m", "readiness", "--version"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment(),
        timeout=60,
    )
    assert ended.stdout.startswith("readiness ")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_is_listed_as_it_describes_itself(run: Run, name: str) -> None:
    """The list of --help is data; here it is held against the commands."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    listed = run("--help").out
    assert f"  {name} " in listed
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"Usage: readiness {name}")
    assert command.help


GROUPS = [
    name for name in COMMANDS if isinstance(cli.get_command(click.Context(cli), name), click.Group)
]


@pytest.mark.parametrize("name", GROUPS)
def test_no_command_of_a_group_is_described_by_half(run: Run, name: str) -> None:
    """On a line of 80 columns each stands as a whole sentence."""
    assert "..." not in run(name, "--help").out.replace("[ARGS]...", "")


def test_an_unknown_command_is_answered_with_the_nearest(run: Run) -> None:
    """Exit code 2 on stderr, and what was probably meant."""
    outcome = run("scna")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean 'scan'?" in outcome.err
    assert "Did you mean" not in run("zzzzzz").err


@pytest.mark.usefixtures("config")
def test_a_defect_is_code_1_and_asks_for_a_report(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback has frames, no locals and no secret, in any encoding."""
    secret = "s3cr"  # short ones are secrets too
    token = "canaryTOKEN0123456789abcdef"
    monkeypatch.setenv("READINESS_OKX_ENV_SECRET", secret)
    scan.raises = RuntimeError(f"lost {secret} and {token} of me@example.org at 10.1.2.3")
    outcome = run("scan")
    assert outcome.code == 1
    assert outcome.out == ""
    assert "RuntimeError" in outcome.err
    assert "scan.py" in outcome.err
    assert "please report" in outcome.err
    for given_away in (secret, token, "me@example.org", "10.1.2.3"):
        assert given_away not in outcome.err


def test_an_exception_that_quotes_its_input_is_only_named() -> None:
    """Pydantic puts the value that was wrong into its message."""

    class Model(BaseModel):
        number: int

    value = "-".join(("canary", "value"))
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"number": value})
    text = describe(caught.value, {})
    assert "ValidationError" in text
    assert value in str(caught.value)
    assert value not in text


def test_a_defect_is_described_with_all_it_was_raised_from() -> None:
    """Causes, contexts and groups are told, each once, and the home directory is not."""
    inner = KeyError("inner")
    group = ExceptionGroup("several", [ValueError("one"), OSError("two")])
    group.__cause__ = inner
    with pytest.raises(ExceptionGroup) as caught:
        raise group
    text = describe(caught.value, {})
    for word in ("KeyError: 'inner'", "ValueError: one", "OSError: two", "ExceptionGroup: several"):
        assert text.count(f"\n{word}") == 1
    assert str(Path.home()) not in text


def test_a_prompt_that_is_interrupted_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at a prompt is no answer."""

    def interrupt(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr("readiness.cli.schema.published", interrupt)
    outcome = run("schema", "report")
    assert outcome.code == 130


def wanting(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command that has to be given something."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from wanting(below, (*path, name))
    elif any(one.required for one in command.params if isinstance(one, click.Argument)):
        yield path


def test_what_is_missing_is_told_with_where_to_find_it(run: Run) -> None:
    """A stranger learns what to type; where there is a choice, it is printed."""
    paths = list(wanting(cli))
    assert ("confirm",) in paths
    for path in (*paths, ("confirm", "okx-main")):
        outcome = run(*path)
        assert outcome.code == 2
        assert "Missing argument" in outcome.err
        assert "\n  next: " in outcome.err or "Choose from:" in outcome.err, path
