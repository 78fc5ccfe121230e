"""The gateway keeps no tables of its own yet: there are those that the kit has in every schema."""

from app.models.base import Base as Base
