from collections.abc import Mapping, Sequence

confusables_data: Mapping[str, Sequence[Mapping[str, str]]]
