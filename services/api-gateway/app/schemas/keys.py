"""Developer keys on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Scope = Annotated[str, StringConstraints(pattern=r"^[a-z-]+:[a-z_]+$", max_length=64)]


class KeyCreate(BaseModel):
    name: Name
    scopes: list[Scope] = Field(min_length=1, max_length=50)
    expires_at: AwareDatetime | None = None


class KeyRotate(BaseModel):
    """For how long the present secret goes on beside the new one."""

    overlap_hours: int = Field(default=24, ge=0, le=168)


class KeyRead(BaseModel):
    """`last_used_at` is exact to five minutes."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    scopes: list[str]
    prefix: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None
    old_ends_at: datetime | None


class KeyMade(KeyRead):
    """The only answer that holds the secret."""

    secret: str


class ScopeRead(BaseModel):
    scope: str
    allows: str


class Scopes(BaseModel):
    items: list[ScopeRead]
    next_cursor: None = None
