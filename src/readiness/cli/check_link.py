"""``readiness check-link``: is this an official host of an exchange, a trap, or unknown?"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli.formats import format_option
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import advised, say

if TYPE_CHECKING:
    from readiness.links.decode import Read
    from readiness.links.inspect import Inspection
    from readiness.links.judge import Judge

_STDIN: Final = "-"
_LINK_LIKE: Final = re.compile(r"[.:。\uff0e｡@\[]|点")
_FILE_LIKE: Final = re.compile(
    r"(?:\.{0,2}/|~|[a-zA-Z]:\\).*|[^/]*\.(?:txt|md|markdown|html?|eml|msg|pdf|png|jpe?g|gif|webp|"
    r"heic|svg|csv|json|log|docx?|rtf|xml|yaml|toml)",
    re.IGNORECASE | re.DOTALL,
)


@click.command("check-link")
@click.argument("what", metavar="URL|FILE|-")
@format_option("table", "json")
def check_link(what: str, format_: str) -> int:
    """Whether a link is an official host of an exchange, a trap, or unknown.

    Takes one link, or a text (a file, or - for stdin) in which every link is judged. Nothing
    is looked up and nothing is sent anywhere. Unknown is not fine.

    Exit codes: 0 official; 10 a lookalike, a referral or a download trap; 11 unknown. Of
    several links the worst counts. A text without any link is unknown.
    """
    from readiness.links.judgement import EXIT_CODES

    judge = _judge()
    found = _inspected(what, judge)
    if format_ == "json":
        from readiness.links.document import as_json

        write_stdout(as_json(found, tool_version()))
    else:
        from readiness.cli.check_link_table import as_table

        write_stdout(as_table(found, stdout_surface()))
    return EXIT_CODES[found.verdict]


def _judge() -> "Judge":
    """A judge who knows what the policies say."""
    from readiness.exchanges.registry import EXCHANGES
    from readiness.links.judge import Judge
    from readiness.links.known import known_from
    from readiness.links.tables import names
    from readiness.policies import load_policy

    families = dict.fromkeys(info.family for info in EXCHANGES.values())
    return Judge(known_from(map(load_policy, families), names()))


def _inspected(what: str, judge: "Judge") -> "Inspection":
    from readiness.links.inspect import inspect_link, inspect_text, with_name

    if what == _STDIN:
        return inspect_text(_read_stdin(), judge)
    # What has a scheme is a link, whatever files there are.
    if what and "://" not in what and _is_there(what):
        text = inspect_text(_read_file(Path(what)), judge)
        # Whoever can put a file here must not answer for the host of that name.
        return with_name(what, text, judge) if _is_host(what) else text
    if not what.strip() or ("://" not in what and not _may_be_link(what)):
        raise click.UsageError(
            advised(
                say("{what} is neither a link nor a file that is there", what=repr(what)),
                say("give a link, the name of a file, or - to read from stdin"),
            )
        )
    return inspect_link(what, judge)


def _may_be_link(what: str) -> bool:
    return not _FILE_LIKE.fullmatch(what) and _LINK_LIKE.search(what) is not None


def _is_host(what: str) -> bool:
    from readiness.links.host import has_known_suffix

    return _may_be_link(what) and has_known_suffix(what.lower())


def _is_there(what: str) -> bool:
    try:
        return Path(what).exists()
    except (OSError, ValueError):
        return False


def _read_stdin() -> "Read":
    from readiness.links.decode import MOST_BYTES, read_text

    # Whatever stands in for stdin may have characters only.
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raw = (sys.stdin.read(MOST_BYTES + 1) if sys.stdin else "").encode("utf-8", "surrogatepass")
    else:
        raw = stream.read(MOST_BYTES + 1)
    return read_text(raw)


def _read_file(path: Path) -> "Read":
    from readiness.links.decode import MOST_BYTES, read_text

    try:
        with path.open("rb") as file:
            return read_text(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise click.UsageError(
            advised(
                say(
                    "{path} cannot be read: {reason}",
                    path=str(path),
                    reason=error.strerror or str(error),
                ),
                say("give a file that you can read, or its text with - on stdin"),
            )
        ) from None
