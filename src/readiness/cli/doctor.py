"""``readiness doctor``: is everything set up?"""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.configuration import config_option, read_config
from readiness.cli.force import force_option, warn_of_asking
from readiness.cli.remember import history_state
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import message, say, translate

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.scan import Check

_MARKS: Final = {
    "ok": message("ok"),
    "warning": message("warning"),
    "failed": message("failed"),
}


@click.command()
@force_option
@config_option
def doctor(force: bool, config_file: Path | None) -> int:
    """Check configuration, credentials, clock, reachability, keys, targets and the history.

    One line each, with the mend. Exit code 0 when nothing failed, otherwise 11.
    """
    from readiness.config import ConfigError
    from readiness.report.paper import Paper
    from readiness.scan import diagnose

    surface = stdout_surface()
    failed = False

    def show(name: str, status: str, detail: str, mend: str) -> None:
        paper = Paper(surface)
        both = say("{detail}. {mend}", detail=detail, mend=mend)
        remark = both if mend and detail else detail or mend
        said = say("{name}: {remark}", name=name, remark=remark)
        paper.bullet(said, "", 0, translate(_MARKS[status]))
        write_stdout(paper.finish())

    try:
        config = read_config(config_file)
    except ConfigError as error:
        for problem in error.problems:
            show(say("configuration"), "failed", error.placed(problem), problem.remedy)
        return codes.NOT_AS_HOPED
    if force:
        warn_of_asking(config, ())
    checks = diagnose(config, environ=os.environ, force=force)
    for check in chain(checks, _targets(config)):
        failed = failed or check.status == "failed"
        show(check.name, check.status, check.detail, check.mend)
    show(say("history"), *history_state(config))
    return codes.NOT_AS_HOPED if failed else codes.FINE


def _targets(config: "Config") -> Iterator["Check"]:
    """A line for each notification target; nothing is sent."""
    if not config.notify.targets:
        return
    from readiness.config import place_of
    from readiness.notify import Notifier
    from readiness.scan import Check

    notifier = Notifier(config, environ=os.environ)
    for target in config.notify.targets.values():
        name, problem = (
            say("notification target {target}", target=target.name),
            notifier.problem(target),
        )
        if problem:
            yield Check(name, "failed", problem.what, problem.remedy)
        else:
            yield Check(
                name,
                "ok",
                say("{kind}, its URL is in {place}", kind=target.kind, place=place_of(target)),
            )
