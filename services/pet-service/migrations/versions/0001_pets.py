"""Pets, their papers and photos, and who reads their care cards."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
    op.create_table(
        "grants",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column("walker_id", sa.Uuid(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", "pet_id", name=op.f("pk_grants")),
    )
    op.create_index(op.f("ix_grants_pet_id"), "grants", ["pet_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_people")),
    )
    op.create_table(
        "pets",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "species",
            sa.Enum(
                "dog",
                "cat",
                "other",
                name="species",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("breed", sa.String(), nullable=True),
        sa.Column(
            "sex",
            sa.Enum(
                "male", "female", name="sex", native_enum=False, create_constraint=True, length=32
            ),
            nullable=True,
        ),
        sa.Column("neutered", sa.Boolean(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("weight_kg", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column(
            "size",
            sa.Enum(
                "small",
                "medium",
                "large",
                "giant",
                name="petsize",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("size_is_chosen", sa.Boolean(), nullable=False),
        sa.Column("temperament", postgresql.JSONB(), nullable=False),
        sa.Column("special_needs", sa.String(), nullable=True),
        sa.Column("microchip_id", sa.String(), nullable=True),
        sa.Column("vet", postgresql.JSONB(), nullable=True),
        sa.Column("feeding", sa.String(), nullable=True),
        sa.Column("emergency_contact", sa.String(), nullable=True),
        sa.Column("tags", postgresql.JSONB(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("weight_kg > 0", name=op.f("ck_pets_has_weight")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pets")),
    )
    op.create_index(op.f("ix_pets_owner_id"), "pets", ["owner_id"], unique=False)
    op.create_table(
        "co_owners",
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pet_id"], ["pets.id"], name=op.f("fk_co_owners_pet_id_pets"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pet_id", "user_id", name=op.f("pk_co_owners")),
    )
    op.create_index(op.f("ix_co_owners_user_id"), "co_owners", ["user_id"], unique=False)
    op.create_table(
        "medical_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pet_id"], ["pets.id"], name=op.f("fk_medical_changes_pet_id_pets"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_changes")),
    )
    op.create_index(op.f("ix_medical_changes_pet_id"), "medical_changes", ["pet_id"], unique=False)
    op.create_index(
        op.f("ix_medical_changes_record_id"), "medical_changes", ["record_id"], unique=False
    )
    op.create_table(
        "medical_records",
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "vaccination",
                "medication",
                "allergy",
                "surgery",
                "visit",
                "test",
                "note",
                name="medicaltype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("expires_at", sa.Date(), nullable=True),
        sa.Column("dosage", sa.String(), nullable=True),
        sa.Column("vet", sa.String(), nullable=True),
        sa.Column("media_ids", postgresql.JSONB(), nullable=False),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "expires_at >= date", name=op.f("ck_medical_records_expires_after_it_began")
        ),
        sa.ForeignKeyConstraint(
            ["pet_id"], ["pets.id"], name=op.f("fk_medical_records_pet_id_pets"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_records")),
    )
    op.create_index(op.f("ix_medical_records_pet_id"), "medical_records", ["pet_id"], unique=False)
    op.create_table(
        "photos",
        sa.Column("pet_id", sa.Uuid(), nullable=False),
        sa.Column("media_id", sa.Uuid(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["pet_id"], ["pets.id"], name=op.f("fk_photos_pet_id_pets"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("media_id", name=op.f("uq_photos_media_id")),
    )
    op.create_index(op.f("ix_photos_pet_id"), "photos", ["pet_id"], unique=False)
