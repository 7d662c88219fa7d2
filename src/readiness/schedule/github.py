"""Workflows for GitHub Actions, in a private repository."""

from datetime import timedelta
from typing import Final

from readiness.config import Env
from readiness.config.cron import cron_times
from readiness.config.names import env_name
from readiness.language import message, say, translate
from readiness.schedule.intervals import as_cron, plain_cron, smallest_gap, spelled
from readiness.schedule.plan import Every, Job, Plan
from readiness.schedule.units import ScheduleError, UnitFile, Units, commented
from readiness.schedule.zones import in_utc

CHECKOUT: Final = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
SETUP_PYTHON: Final = "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0"
UPLOAD: Final = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1"
"""Pinned to the commit that the version's tag names."""

_NOT_MOVED: Final = message(
    "GitHub counts in UTC, and so {cron} is in UTC here. It could not be moved exactly from "
    "{zone}: change it if an hour matters."
)
_SHORTEST: Final = timedelta(minutes=5)
_UTC: Final = frozenset({"UTC", "Etc/UTC"})

_WORKFLOW: Final = """\
name: {name}

on:
  schedule:
{crons}
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: {name}
  cancel-in-progress: false

jobs:
  scan:
    runs-on: ubuntu-24.04
    timeout-minutes: {minutes}
    steps:
      - name: Refuse a repository that others can read
        env:
          GH_TOKEN: ${{{{ github.token }}}}
        run: test "$(gh api "repos/$GITHUB_REPOSITORY" --jq .visibility)" = private
      - uses: {checkout}
        with:
          persist-credentials: false
      - uses: {python}
        with:
          python-version: "3.13"
      - name: Install
        run: |
          python -m venv .venv
          .venv/bin/python -m pip install --require-hashes -r requirements/build.txt
          .venv/bin/python -m pip install --require-hashes -r requirements/runtime.txt
          .venv/bin/python -m pip install --no-deps --no-build-isolation .
      - name: Scan
        env:
{secrets}
        # What is found stands in the report alone, not in the log.
        run: >-
          .venv/bin/readiness scan --config readiness.toml
          --output report.txt --output json=report.json{accounts}
      - uses: {upload}
        if: always()
        with:
          name: {name}
          path: |
            report.txt
            report.json
          retention-days: 14
"""


def workflows(plan: Plan) -> Units:
    """A workflow for each job; it fails by the exit code of the scan.

    Raises:
        ScheduleError: GitHub cannot say the schedule.
    """
    names = [f"{job.name}.yml" for job in plan.jobs]
    secrets = [name for job in plan.jobs for name in _secrets(job)]
    folder = ".github/workflows"
    steps = (
        translate("make a private copy of the tool's repository, and in it:"),
        f"mkdir -p {folder}",
        f"cp {' '.join(names)} {folder}/",
        translate("add your configuration as readiness.toml; it holds no secret"),
        *(f"gh secret set {name}" for name in secrets),
    )
    schedules = [_schedule(plan, job) for job in plan.jobs]
    notes = (
        *plan.notes,
        translate("Keep the repository private: a report lists what you own."),
        *_foreign_keys(plan),
        *dict.fromkeys(note for _, remarks in schedules for note in remarks),
    )
    texts = [
        _workflow(plan, job, crons) for job, (crons, _) in zip(plan.jobs, schedules, strict=True)
    ]
    texts[0] = commented(notes, steps) + "\n" + texts[0]
    files = tuple(UnitFile(name, text) for name, text in zip(names, texts, strict=True))
    return Units(files, steps, notes)


def _workflow(plan: Plan, job: Job, crons: tuple[str, ...]) -> str:
    return _WORKFLOW.format(
        name=job.name,
        crons="\n".join(f'    - cron: "{cron}"' for cron in crons),
        minutes=int(plan.patience.total_seconds() // 60) + 30,
        checkout=CHECKOUT,
        python=SETUP_PYTHON,
        upload=UPLOAD,
        secrets="\n".join(f"          {name}: ${{{{ secrets.{name} }}}}" for name in _secrets(job)),
        accounts="".join(f"\n          {word}" for word in ("--", *job.accounts) if job.accounts),
    )


def _secrets(job: Job) -> list[str]:
    return [env_name(need.name, field) for need in job.needs for field in need.fields]


def _schedule(plan: Plan, job: Job) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Expressions in UTC, and what to say about them."""
    text = as_cron(job.when.interval) if isinstance(job.when, Every) else job.when.text
    times = cron_times(text)
    gap = smallest_gap(times)
    if times.both_days:
        raise ScheduleError(
            say(
                "cron = {cron} wants the day of the month and the day of the week to fit, which "
                "GitHub does not promise",
                cron=repr(text),
            ),
            translate('restrict one of the two, or use every = "..."'),
        )
    if gap < _SHORTEST:
        raise ScheduleError(
            say(
                "cron = {cron} comes again after {gap}, and GitHub starts nothing more often than "
                "every {shortest}",
                cron=repr(text),
                gap=spelled(gap),
                shortest=spelled(_SHORTEST),
            ),
            say("take at least {shortest}", shortest=spelled(_SHORTEST)),
        )
    if isinstance(job.when, Every):
        return (text,), ()
    # GitHub knows no day 7, and has readings of its own of names and steps.
    plain = plain_cron(times)
    if plan.zone in _UTC:
        return (plain,), ()
    converted = () if plan.zone is None else in_utc(text, plan.zone, plan.place.today)
    if converted:
        told = say(
            "GitHub counts in UTC; {cron} is that of {zone}.", cron=repr(text), zone=plan.zone
        )
        return converted, (told,)
    zone = plan.zone or translate("the local time of your machine")
    return (plain,), (say(_NOT_MOVED, cron=repr(text), zone=zone),)


def _foreign_keys(plan: Plan) -> tuple[str, ...]:
    places = dict.fromkeys(
        need.where for job in plan.jobs for need in job.needs if not isinstance(need.source, Env)
    )
    return tuple(
        say('In the readiness.toml there, set {place} = "env".', place=place) for place in places
    )
