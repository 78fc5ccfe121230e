"""The use of rights, and looks with another's eyes, recorded with the request or the socket's message."""

from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from lapa_kit.audit import Outcome, descriptions_of, record
from lapa_kit.db import Sessions
from lapa_kit.principals import Principal


def followed(principal: Principal, connection: HTTPConnection) -> Principal:
    """The caller of a request: what he makes use of is recorded in the request's own transaction."""
    state = connection.state
    principal = replace(principal, is_recorded=lambda: hasattr(state, "session"))
    state.before_commit = partial(_record_use, connection, principal)
    return principal


@asynccontextmanager
async def recorded(
    connection: HTTPConnection, principal: Principal, **subjects: Any
) -> AsyncGenerator[tuple[AsyncSession, Principal], None]:
    """One message of a socket: a transaction, and the caller whose use of rights is recorded in it."""
    sessions: Sessions = connection.app.state.sessions
    using = replace(principal, used=set(), is_recorded=lambda: True)
    async with sessions.begin() as session:
        yield session, using
        await _record_use(connection, using, session, **subjects)


async def record_look(connection: HTTPConnection, principal: Principal) -> None:
    """Before it is shown: each page that support sees with a person's eyes is in his file, once."""
    if principal.actor_id is None or getattr(connection.state, "is_looked_at", False):
        return
    connection.state.is_looked_at = True
    sessions: Sessions = connection.app.state.sessions
    async with sessions.begin() as session:
        record_call(
            session,
            connection,
            actor_id=principal.actor_id,
            outcome=Outcome.VIEWED,
            subject_id=principal.id,
        )


async def _record_use(
    connection: HTTPConnection, principal: Principal, session: AsyncSession, **subjects: Any
) -> None:
    """In the transaction that did it: what is not recorded has not happened."""
    if principal.used:
        record_call(
            session,
            connection,
            actor_id=principal.id,
            outcome=Outcome.DONE,
            permissions=principal.used,
            subjects=subjects,
        )


def record_call(
    session: AsyncSession,
    connection: HTTPConnection,
    *,
    actor_id: UUID,
    outcome: Outcome,
    permissions: Collection[str] = (),
    subject_id: UUID | None = None,
    subjects: Mapping[str, Any] | None = None,
) -> None:
    """The record of a request, with what its use case has described; `subjects` beside the path's ids."""
    ids = {**connection.scope.get("path_params", {}), **(subjects or {})}
    for description in descriptions_of(session):
        known = description.subject_id or subject_id or _only_id(ids)
        record(
            session,
            connection.app.state.settings,
            actor_id=actor_id,
            outcome=outcome,
            description=replace(description, subject_id=known),
            route=route_of(connection),
            permissions=permissions,
            subjects=ids,
        )


def route_of(connection: HTTPConnection) -> str:
    """`POST /api/v1/payments/{payment_id}/refund`: the template, so that ids stand in `subjects`."""
    path: str = connection.scope["path"]
    for name, value in connection.scope.get("path_params", {}).items():
        path = path.replace(str(value), f"{{{name}}}")
    return f"{connection.scope.get('method', 'WS')} {path}"


def _only_id(subjects: Mapping[str, Any]) -> UUID | None:
    if len(subjects) != 1:
        return None
    try:
        return UUID(str(*subjects.values()))
    except ValueError:
        return None
