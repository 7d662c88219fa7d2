"""What is wrong with a catalogue."""

from collections.abc import Iterator, Set

from scripts.messages.catalogues import LANGUAGES, Part, as_mo, as_po, untranslated
from scripts.messages.faults import faults_of
from scripts.messages.sentences import Msgid

_REFRESH = "run make messages"


def faults_in(part: Part, msgids: Set[Msgid]) -> Iterator[str]:
    """Everything that is wrong with a part's catalogue, but for sentences left untranslated.

    Args:
        part: the catalogue.
        msgids: the sentences that the tool has in this part.
    """
    name = f"{part.language}/{part.name}"
    expected = part.updated(msgids)
    if not part.po.exists() or part.po.read_bytes() != as_po(expected):
        yield f"{name}.po does not have the sentences of today in their order: {_REFRESH}"
    if not part.mo.exists() or part.mo.read_bytes() != as_mo(expected):
        yield f"{name}.mo is not made of {name}.po: {_REFRESH}"
    open_ = {message.id for message in untranslated(expected)}
    for message in part.read():
        if not message.id or message.id in open_:
            continue
        if message.fuzzy:
            yield f"{name}: {message.id!r}: a fuzzy translation; check it and take the mark away"
        forms = (message.id,) if isinstance(message.id, str) else message.id
        strings = [message.string] if isinstance(message.string, str) else message.string or []
        wanted = _forms(part.language) if len(forms) > 1 else 1
        if len(strings) != wanted:
            yield f"{name}: {message.id!r}: {wanted} plural forms are needed"
        for string in strings:
            # The last form is the one with {count} in it.
            for fault in faults_of(part.language, forms[-1], string):
                yield f"{name}: {string!r}: {fault}"


def _forms(language: str) -> int:
    return int(LANGUAGES[language].removeprefix("nplurals=").partition(";")[0])
