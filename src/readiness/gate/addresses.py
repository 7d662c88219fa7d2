"""Which address answers which paths: one exchange may have several API hosts."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.gate.address import Address


@dataclass(frozen=True)
class Addresses:
    """An exchange's addresses by the beginning of the paths that they answer.

    Attributes:
        by_prefix: the address for each beginning of a path (or of the name of an API that
            stands before it); an empty one fits every path.
    """

    by_prefix: Mapping[str, Address]

    @classmethod
    def one(cls, address: Address) -> "Addresses":
        """The same address for every path."""
        return cls({"": address})

    def of(self, path: str) -> Address:
        """The address that answers a path.

        Raises:
            KeyError: none does.
        """
        fitting = [
            prefix
            for prefix in self.by_prefix
            if not prefix or path == prefix or path.startswith(f"{prefix}/")
        ]
        if not fitting:
            raise KeyError(path)
        return self.by_prefix[max(fitting, key=len)]

    @property
    def first(self) -> Address:
        """The address that stands for all of them."""
        return next(iter(self.by_prefix.values()))

    @property
    def all(self) -> tuple[Address, ...]:
        """Every address once."""
        return tuple(dict.fromkeys(self.by_prefix.values()))
