"""Files, their bytes, what they are attached to and who reads that."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
    op.create_table(
        "blobs",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("placeholder", sa.String(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "processing",
                "ready",
                "failed",
                name="blobstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_blobs_not_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blobs")),
        sa.UniqueConstraint("owner_id", "sha256", name=op.f("uq_blobs_owner_id_sha256")),
    )
    op.create_table(
        "context_readers",
        sa.Column(
            "type",
            sa.Enum(
                "user",
                "pet",
                "order",
                "chat",
                "verification",
                "dispute",
                name="contexttype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("context_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("via", sa.Uuid(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint(
            "type", "context_id", "user_id", "via", name=op.f("pk_context_readers")
        ),
    )
    op.create_index("ix_context_readers_user", "context_readers", ["user_id", "type"], unique=False)
    op.create_index("ix_context_readers_via", "context_readers", ["via"], unique=False)
    op.create_table(
        "context_versions",
        sa.Column(
            "type",
            sa.Enum(
                "user",
                "pet",
                "order",
                "chat",
                "verification",
                "dispute",
                name="contexttype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("context_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("type", "context_id", name=op.f("pk_context_versions")),
    )
    op.create_table(
        "document_views",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("media_id", sa.Uuid(), nullable=False),
        sa.Column("viewer_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_views")),
    )
    op.create_index(
        op.f("ix_document_views_media_id"), "document_views", ["media_id"], unique=False
    )
    op.create_table(
        "legal_holds",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("cause", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", "cause", name=op.f("pk_legal_holds")),
    )
    op.create_table(
        "order_pets",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", "pet_id", name=op.f("pk_order_pets")),
    )
    op.create_index(op.f("ix_order_pets_pet_id"), "order_pets", ["pet_id"], unique=False)
    op.create_table(
        "media",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("blob_id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum(
                "private",
                "participants",
                "public",
                name="visibility",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("tags", postgresql.JSONB(), nullable=False),
        sa.Column("upload_key", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blobs.id"], name=op.f("fk_media_blob_id_blobs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("owner_id", "upload_key", name=op.f("uq_media_owner_id_upload_key")),
    )
    op.create_index(op.f("ix_media_blob_id"), "media", ["blob_id"], unique=False)
    op.create_index("ix_media_owner", "media", ["owner_id", "id"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("media_id", sa.Uuid(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "user",
                "pet",
                "order",
                "chat",
                "verification",
                "dispute",
                name="contexttype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("context_id", sa.Uuid(), nullable=False),
        sa.Column("is_claim", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_id"],
            ["media.id"],
            name=op.f("fk_attachments_media_id_media"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("media_id", "type", "context_id", name=op.f("pk_attachments")),
    )
    op.create_index("ix_attachments_context", "attachments", ["type", "context_id"], unique=False)
    op.create_index(
        "ix_attachments_one_claim",
        "attachments",
        ["media_id"],
        unique=True,
        postgresql_where=sa.text("is_claim"),
    )
