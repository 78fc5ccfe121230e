"""Owners' emergency contacts, who may see them and who has."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    kind = sa.Enum(
        *("secondary", "emergency"),
        name="contactkind",
        native_enum=False,
        create_constraint=True,
        length=32,
    )
    op.create_table(
        "contacts",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_contacts_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("user_id", "phone", name=op.f("uq_contacts_user_id_phone")),
    )
    op.create_table(
        "contact_windows",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=True),
        sa.Column("opens_at", moment, nullable=False),
        sa.Column("closes_at", moment, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_contact_windows")),
    )
    for column in ("client_id", "walker_id", "closes_at"):
        op.create_index(op.f(f"ix_contact_windows_{column}"), "contact_windows", [column])
    op.create_table(
        "contact_views",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("viewer_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_views")),
    )
    for column in ("owner_id", "viewer_id", "at"):
        op.create_index(op.f(f"ix_contact_views_{column}"), "contact_views", [column])
