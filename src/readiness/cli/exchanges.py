"""``readiness exchanges``: what is supported, and what is not visible there."""

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import listed, say, translate


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
                paper.bullet(say("{name}: {title}", name=info.id, title=translate(info.title)))
                paper.line(say("API hosts: {names}", names=listed(info.api_hosts)), indent=4)
                paper.line(
                    say("a key consists of: {names}", names=listed(info.credential_fields)),
                    indent=4,
                )
        paper.line(
            say(
                "Facts checked on {checked}, {source}", checked=policy.checked, source=policy.source
            ),
            indent=2,
        )
        paper.line(say("Not visible through the API; a person has to look:"), indent=2)
        for item in policy.manual:
            paper.bullet(
                say(
                    "{item}: {title}. {why}",
                    item=item.item,
                    title=translate(item.title),
                    why=translate(item.why),
                )
            )
        for blind in (policy.main_only, policy.master_blind):
            areas = listed(blind.areas)
            paper.bullet(say("{areas}: {why}", areas=areas, why=translate(blind.why)))
        paper.blank()
    write_stdout(paper.finish())
