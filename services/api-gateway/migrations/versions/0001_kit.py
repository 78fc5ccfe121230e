"""The kit's tables, which every service has; the gateway adds none of its own yet."""

from lapa_kit.kit_schema import create_kit_tables_v1

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables_v1()
