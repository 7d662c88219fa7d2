"""What catalogues say of their requests: what each is for, and what no API shows."""

from collections.abc import Iterator

from scripts.messages.sentences import Sentences

from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.registry import EXCHANGES, load_catalogue


def collect(sentences: Sentences) -> None:
    """Add the texts of every catalogue, also those that are made when it is loaded."""
    for info in EXCHANGES.values():
        part = f"exchanges-{info.family}"
        sentences.add(part, (*info.namesakes.values(), *_texts(load_catalogue(info.id))))


def _texts(catalogue: Catalogue) -> Iterator[str]:
    yield from (request.purpose for request in (*catalogue, *catalogue.names.values()))
    for entry in catalogue.history.values():
        yield from (entry.purpose, entry.elsewhere)
    for missing in catalogue.not_available:
        yield from (missing.what, missing.why, missing.where)
