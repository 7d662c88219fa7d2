"""What every domain type has in common: frozen, closed, comparable."""

from pydantic import AwareDatetime, BaseModel, ConfigDict

__all__ = ["AwareDatetime", "Frozen"]


class Frozen(BaseModel):
    """An immutable value with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
