"""Makes settings of a checked ``[notify]`` table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from readiness.config.notify_settings import Notify, Target, TargetKind, Topic, UrlPlace, Written
from readiness.config.notify_tables import NotifyTable, TargetTable
from readiness.config.sources import Directory, Env, Keyring

_PLACES: Final[Mapping[str, UrlPlace]] = {
    "keyring": Keyring(),
    "env": Env(),
    "directory": Directory(),
}


def notify_settings(table: NotifyTable) -> Notify:
    """The settings that a checked table says."""
    usual = frozenset(map(Topic, table.on))
    return Notify(
        blind_runs=table.blind_runs,
        amounts=table.amounts,
        targets=MappingProxyType(
            {name: _target(name, target, usual) for name, target in table.targets.items()}
        ),
    )


def _target(name: str, table: TargetTable, usual: frozenset[Topic]) -> Target:
    return Target(
        name=name,
        kind=TargetKind(table.kind),
        url=_PLACES.get(table.url) or Written(table.url),
        on=usual if table.on is None else frozenset(map(Topic, table.on)),
        accounts=None if table.accounts is None else frozenset(table.accounts),
        start=table.start,
    )
