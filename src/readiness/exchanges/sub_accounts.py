"""One sub-account, however many lists tell of it.

Some lists name sub-accounts, others only number them; and a name is where everything about
a sub-account is told, so two of them must never share one.
"""

from collections import defaultdict
from collections.abc import Iterable

from readiness.domain.items import Item, Relation, SubAccount


def told_apart(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each sub-account once, as it was seen last, and all other items as they are.

    One that a list only numbers goes by the name that another list gives it. Where one name
    has two numbers, the number becomes part of it.
    """
    everything = tuple(items)
    listed = [item for item in everything if isinstance(item, SubAccount) and item.name]
    names = {(item.relation, item.uid): item.name for item in listed if not _numbered(item)}
    owners: dict[tuple[Relation, str], set[str]] = defaultdict(set)
    for item in listed:
        owners[item.relation, names.get((item.relation, item.uid), item.name)] |= {item.uid} - {""}
    result: dict[object, Item] = {}
    for each in everything:
        if not isinstance(each, SubAccount) or not each.name:
            result[each] = each
            continue
        name = names.get((each.relation, each.uid), each.name)
        if each.uid and len(owners[each.relation, name]) > 1:
            name = f"{name} ({each.uid})"
        before = result.get((each.relation, name))
        if not (isinstance(before, SubAccount) and _numbered(each) and not _numbered(before)):
            result[each.relation, name] = each.model_copy(update={"name": name})
    return tuple(result.values())


def _numbered(item: SubAccount) -> bool:
    """Whether a list gave it no name but its number, or no number at all."""
    return item.uid in ("", item.name)
