"""The receipt that every service gives for an erasure, and asking each what it holds of a person."""

from collections.abc import AsyncIterator
from typing import Any, ClassVar
from uuid import UUID

from lapa_contracts.services import SERVICES
from lapa_contracts.values import Value
from lapa_kit.clients import ServiceClient
from lapa_kit.privacy.erasing import Receipt


class PrivacyErased(Receipt):
    """A service has erased or pseudonymised all it held of a person; `service` says who it was."""

    type = "privacy.erased.v1"

    @classmethod
    def said_by(cls) -> tuple[str, ...]:
        return SERVICES


class Obstacle(Value):
    """What keeps a person from leaving now: running orders, money on its way, an open dispute."""

    service: str
    code: str
    subject_id: UUID | None = None
    can_be_waived: bool = False


class PrivacyClient(ServiceClient):
    """The same three questions to any service; `privacy_client` has one for each."""

    service: ClassVar[str]

    async def blockers(self, user_id: UUID) -> list[Obstacle]:
        found: list[dict[str, Any]] = (
            await self.call("GET", f"/privacy/{user_id}/blockers")
        ).json()
        return [Obstacle(service=self.service, **one) for one in found]

    def export(self, user_id: UUID) -> AsyncIterator[bytes]:
        """JSON lines, the last of which counts the others."""
        return self.stream(f"/privacy/{user_id}")

    def file(self, user_id: UUID, file_id: UUID) -> AsyncIterator[bytes]:
        return self.stream(f"/privacy/{user_id}/files/{file_id}")


PRIVACY_CLIENTS: dict[str, type[PrivacyClient]] = {
    name: type(f"PrivacyOf{name.title().replace('-', '')}", (PrivacyClient,), {"service": name})
    for name in SERVICES
}
