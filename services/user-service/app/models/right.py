"""What each role may do: rows seeded from the contract, kept when they are withdrawn."""

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class RolePermission(Base):
    __tablename__ = "role_permissions"

    role: Mapped[str] = mapped_column(primary_key=True)
    permission: Mapped[str] = mapped_column(primary_key=True)
    # a withdrawn right stays as a row, so that seeding does not give it back
    granted: Mapped[bool] = mapped_column(default=True)
