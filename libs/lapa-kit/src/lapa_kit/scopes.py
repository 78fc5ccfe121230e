"""What a key may be used for: `<resource>:read` and `<resource>:write`, by the resource that a path names.

A token without scopes is a person's own and may do all that he may. One with scopes is a key's: whichever
route it calls, the resource's scope is needed, and permissions count only as far as they are scopes too.
"""

from collections.abc import Set as AbstractSet

from starlette.requests import HTTPConnection

from lapa_kit.problems import Forbidden

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class InsufficientScope(Forbidden):
    title = "This key was not made for that"


def check_scope(connection: HTTPConnection, scopes: AbstractSet[str] | None) -> None:
    """Raises InsufficientScope naming what is missing. `write` includes `read`; a socket may say things too."""
    if scopes is None:
        return
    path: str = connection.scope["path"]
    resource = path.removeprefix("/api/v1/").partition("/")[0]
    write = f"{resource}:write"
    is_safe = connection.scope.get("method") in SAFE_METHODS
    wanted = {write, f"{resource}:read"} if is_safe else {write}
    if not wanted & scopes:
        raise InsufficientScope(f"This needs the scope {min(wanted)}.")
