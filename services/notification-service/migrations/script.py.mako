"""${message}"""

import sqlalchemy as sa
from alembic import op
${"from lapa_kit.kit_schema import create_kit_tables_v1" if down_revision is None else ""}
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${"create_kit_tables_v1()" if down_revision is None else ""}
    ${upgrades if upgrades else "pass"}
