"""What every service says of the use of rights, for the one audit log."""

from lapa_contracts.services import SERVICES
from lapa_kit.audit import PrivilegedCall


class AuditRecorded(PrivilegedCall):
    """Somebody used a right beyond his own things, tried to without it, or looked with another's eyes."""

    type = "audit.recorded.v1"

    @classmethod
    def said_by(cls) -> tuple[str, ...]:
        return SERVICES
