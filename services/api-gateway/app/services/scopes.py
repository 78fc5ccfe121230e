"""What a key can be made for: reading or changing a resource, and the permissions of its owner's roles."""

from collections.abc import Iterable

from app.models.key import ScopeNotYours, UnknownScope
from app.routing import OWNERS
from lapa_contracts.roles import PERMISSIONS
from lapa_kit.auth import Principal

NEVER = {"auth"}
"""Signing in, passwords and sessions are a person's own business."""

RESOURCES = {
    f"{resource}:{what}": f"{verb} {resource}"
    for resource in sorted(set(OWNERS) - NEVER)
    for what, verb in (("read", "read"), ("write", "read and change"))
}
SCOPES = {**PERMISSIONS, **RESOURCES}
"""Scope → what it allows. A permission goes beyond one's own things, and needs the resource's scope too."""


def check_scopes(user: Principal, scopes: Iterable[str]) -> None:
    """Raises UnknownScope, or ScopeNotYours for a permission that the owner lacks himself."""
    for scope in scopes:
        if scope not in SCOPES:
            raise UnknownScope(
                f"There is no scope {scope}: GET /api/v1/developer/scopes lists them."
            )
        if scope in PERMISSIONS and scope not in RESOURCES and not user.may(scope):
            raise ScopeNotYours(f"Your role does not have {scope}.")
