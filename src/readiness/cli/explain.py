"""``readiness explain``: what a rule means."""

from difflib import get_close_matches

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import passage, say, translate


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """What a rule means and how to clear it.

    Without RULE, all rules are listed.
    """
    from readiness.report.paper import Paper
    from readiness.rules import RULES, RULES_BY_ID

    paper = Paper(stdout_surface())
    if rule is None:
        paper.rows([((each.id, "bold"), translate(each.title), "") for each in RULES], indent=0)
    elif rule in RULES_BY_ID:
        found = RULES_BY_ID[rule]
        paper.line(found.id, "bold")
        paper.line(translate(found.title))
        for heading, text in (
            (say("Why it matters"), found.why),
            (say("How to clear it"), found.remedy),
        ):
            paper.blank()
            paper.line(heading, "bold")
            paper.line(translate(text), indent=2)
    else:
        near = get_close_matches(rule, RULES_BY_ID, 1)
        hint = say("Did you mean '{name}'?", name=near[0]) if near else ""
        raise click.UsageError(
            passage(
                say("there is no rule {rule}.", rule=repr(rule)),
                hint,
                say("'readiness explain' lists them all"),
            )
        )
    write_stdout(paper.finish())
