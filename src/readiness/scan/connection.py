"""Opens the session of one job: client, gate, signer, limits, patience."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from readiness.config import Network
from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.gate.client import build_client
from readiness.gate.deadline import Deadline
from readiness.gate.limits import Limits
from readiness.gate.redact import Redactor
from readiness.gate.session import Patience, Session
from readiness.policies import load_policy
from readiness.scan.jobs import Job


@dataclass(frozen=True)
class Connection:
    """Everything that is needed to ask for one key."""

    job: Job
    adapter: Adapter
    policy: Policy
    session: Session


class Purpose(StrEnum):
    """What a connection is for: the gate lets nothing else through."""

    SCAN = "scan"
    BACKUP = "backup"


_BACKUP_SECONDS: Final = 86_400.0
"""A backup reads years page by page: it has a day, whatever a scan's deadline is."""


@asynccontextmanager
async def connect(
    job: Job,
    network: Network,
    limits: Limits,
    wall_clock: Callable[[], float],
    purpose: Purpose = Purpose.SCAN,
) -> AsyncIterator[Connection]:
    """A connection for one key; nothing is sent until something is asked."""
    # Loading ccxt takes a while; other accounts' requests go on meanwhile.
    adapter = load_adapter(job.exchange)
    policy = load_policy(job.exchange.family)
    secrets = job.secrets()
    addresses = job.addresses
    dialect = await asyncio.to_thread(
        adapter.make_dialect, job.exchange, addresses, secrets, policy
    )
    catalogue, saving = adapter.catalogue, purpose is Purpose.BACKUP
    client, gate = build_client(
        addresses,
        catalogue.backup_routes if saving else catalogue.scan_routes,
        proxy=network.proxy,
        timeout=network.timeout,
        headers=dialect.headers,
        idle=limits.idle,
    )
    async with client:
        session = Session(
            client=client,
            gate=gate,
            dialect=dialect,
            limits=limits,
            addresses=addresses,
            patience=Patience(timeout=network.timeout, attempts=network.attempts),
            deadline=Deadline(_BACKUP_SECONDS if saving else network.deadline),
            redactor=Redactor(secrets.values()),
            wall_clock=wall_clock,
            key=sha256(secrets["key"].encode()).hexdigest(),
            tier=job.exchange.tiers.get(job.account.tier or ""),
        )
        yield Connection(job, adapter, policy, session)
