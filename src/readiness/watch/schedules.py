"""What the configuration says about when an account is scanned."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from readiness.config import Config, ConfigError, Problem
from readiness.config.cron import cron_times
from readiness.language import translate
from readiness.watch.times import Cron, Every, Times, system_zone


def zone_of(config: Config) -> tzinfo:
    """The zone in which cron expressions are meant.

    Raises:
        ConfigError: none is configured, and the system's cannot be told.
    """
    if config.watch.timezone is not None:
        return ZoneInfo(config.watch.timezone)
    try:
        return system_zone()
    except (LookupError, ValueError):
        raise ConfigError(
            config.path,
            [
                Problem(
                    translate("is missing, and this system's time zone cannot be told"),
                    translate('write its IANA name, such as timezone = "Europe/Berlin"'),
                    "watch.timezone",
                )
            ],
        ) from None


def times_of(config: Config, account: str, since: datetime) -> Times:
    """When an account is scanned.

    Args:
        config: the configuration.
        account: an account that it has.
        since: the moment that intervals are counted from.

    Raises:
        ConfigError: neither the account nor ``[watch]`` has a schedule.
    """
    own = config.accounts[account]
    schedule = own if own.every or own.cron else config.watch
    if schedule.every is not None:
        return Every(schedule.every, since)
    if schedule.cron is not None:
        return Cron(cron_times(schedule.cron), zone_of(config))
    raise ConfigError(
        config.path,
        [
            Problem(
                translate("has no schedule"),
                translate(
                    'write every = "6h", or cron = "0 */6 * * *", under [watch] or in this table; '
                    "or scan once, with --once"
                ),
                f"accounts.{account}",
            )
        ],
    )
