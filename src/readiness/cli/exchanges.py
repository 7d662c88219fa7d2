"""``readiness exchanges``: what is supported, and what is not visible there."""

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import translate


@click.command()
def exchanges() -> None:
    """What is supported, and what is not visible there."""
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy
    from readiness.report.paper import Paper

    paper = Paper(stdout_surface())
    families = dict.fromkeys(info.family for info in EXCHANGES.values())
    for family in families:
        policy = load_policy(family)
        paper.line(policy.title, "bold")
        for info in EXCHANGES.values():
            if info.family == family:
                paper.bullet(f"{info.id}: {info.title}")
                paper.line(f"API hosts: {', '.join(info.api_hosts)}", indent=4)
                paper.line(f"a key consists of: {', '.join(info.credential_fields)}", indent=4)
        paper.line(f"Facts checked on {policy.checked}, {policy.source}", indent=2)
        paper.line("Not visible through the API; a person has to look:", indent=2)
        for item in policy.manual:
            paper.bullet(f"{item.item}: {translate(item.title)}. {translate(item.why)}")
        for blind in (policy.main_only, policy.master_blind):
            paper.bullet(f"{', '.join(blind.areas)}: {translate(blind.why)}")
        paper.blank()
    write_stdout(paper.finish())
