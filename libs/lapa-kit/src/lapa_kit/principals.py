"""Who is signed in, as far as his token tells, and what of his rights he makes use of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from lapa_kit.problems import Forbidden


class PermissionDenied(Forbidden):
    title = "Your role does not allow that"

    @classmethod
    def of(cls, permission: str) -> "PermissionDenied":
        return cls(f"This needs the permission {permission}.", permission=permission)


class ViewOnly(PermissionDenied):
    title = "Whoever looks with another's eyes may only look"


class UnrecordedUse(RuntimeError):
    """A mistake of ours: what no transaction takes the record of must not happen."""


def _nowhere() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Principal:
    """A signed-in person."""

    id: UUID
    session_id: UUID
    roles: frozenset[str]
    permissions: frozenset[str]
    # support that looks with this person's eyes
    actor_id: UUID | None = None
    must_enrol: bool = False
    # of the key that was exchanged for this token; None: the person himself
    scopes: frozenset[str] | None = None
    # what of his permissions this request has made use of
    used: set[str] = field(default_factory=set[str], compare=False)
    # whether there is a transaction that will take the record
    is_recorded: Callable[[], bool] = field(default=_nowhere, compare=False, repr=False)

    def may(self, permission: str) -> bool:
        """Whether his role grants it; a yes is a use of it, which the audit log will tell.

        Raises UnrecordedUse where it could not: a route needs a Session, a socket `recorded`.
        """
        is_granted = permission in self.permissions
        if is_granted and not self.is_recorded():
            raise UnrecordedUse(f"{permission} is used where nothing records it")
        if is_granted:
            self.used.add(permission)
        return is_granted

    def require(self, permission: str) -> None:
        """Raises PermissionDenied naming what is missing."""
        if not self.may(permission):
            raise PermissionDenied.of(permission)
