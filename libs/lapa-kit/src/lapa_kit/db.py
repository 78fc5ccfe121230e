"""The database: the base of all tables, one transaction a request, engines that know their place."""

from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import asyncpg
from fastapi import Depends
from sqlalchemy import BigInteger, DateTime, Enum, MetaData, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from starlette.requests import HTTPConnection

from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest, Problem, ServiceUnavailable
from lapa_kit.settings import ServiceSettings

Sessions = async_sessionmaker[AsyncSession]


class Base(DeclarativeBase):
    """The base of every table of a service, the kit's own included; services re-export it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        # a plain Mapped[SomeStrEnum] would load str, and `is Status.X` would be silently false
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            create_constraint=True,
            length=32,
            values_callable=lambda kind: [member.value for member in kind],
        ),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


Money = Annotated[int, mapped_column(BigInteger)]
"""An amount in minor units (kopecks, cents)."""


class Record(Base):
    """A row with a time-ordered id and its two moments, told by the platform's clock."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)


def connect_args(settings: ServiceSettings, *, role: bool = True) -> dict[str, Any]:
    """What each connection is told: its schema, its role, and limits that keep a lock from living on."""
    server_settings = {
        "search_path": f"{settings.schema_name},public",
        "application_name": settings.service_name,
        "timezone": "UTC",
        "jit": "off",
        "lock_timeout": "5s",
        "statement_timeout": "30s",
        "idle_in_transaction_session_timeout": "30s",
    }
    if role:
        server_settings["role"] = settings.role_name
    return {"server_settings": server_settings, "timeout": 5}


def create_engine(settings: ServiceSettings) -> AsyncEngine:
    return create_async_engine(
        settings.database_url,
        connect_args=connect_args(settings),
        pool_size=settings.database_pool_size,
        max_overflow=0,
        pool_timeout=10,
        pool_pre_ping=True,
    )


class DatabaseUnavailable(ServiceUnavailable):
    title = "The database cannot be reached"


class UnstorableText(InvalidRequest):
    title = "A text contains a character that cannot be stored"


class Contended(ServiceUnavailable):
    title = "Others were changing the same things; nothing was done, and it can be tried again"


# of PostgreSQL: a NUL byte in text, and its escape in JSON
UNSTORABLE = {"22021", "22P05"}
# a deadlock's victim, a lock waited for too long, a snapshot that can no longer be written on
CONTENDED = {"40P01", "55P03", "40001"}


def after_commit(session: AsyncSession, then: Callable[[], None]) -> None:
    """Call `then` once when the session's transaction has been committed; never after a rollback."""
    event.listen(session.sync_session, "after_commit", lambda _: then(), once=True)


def is_connection_failure(error: BaseException) -> bool:
    """True when the server went away, as opposed to having refused the statement."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or isinstance(
            error.orig.__cause__ if error.orig else None,
            asyncpg.PostgresConnectionError
            | asyncpg.InterfaceError
            | OSError
            | asyncpg.AdminShutdownError
            | asyncpg.CannotConnectNowError
            | asyncpg.CrashShutdownError,
        )
    return isinstance(
        error,
        TimeoutError
        | ConnectionError
        | OSError
        | asyncpg.PostgresConnectionError
        | asyncpg.InterfaceError
        | asyncpg.CannotConnectNowError
        | asyncpg.AdminShutdownError,
    )


def is_contention(error: BaseException) -> bool:
    """True when the statement was refused because of what others were doing: again, it may succeed."""
    return _sqlstate(error) in CONTENDED


def _sqlstate(error: BaseException) -> str | None:
    return getattr(getattr(error, "orig", error), "sqlstate", None)


async def get_session(connection: HTTPConnection) -> AsyncGenerator[AsyncSession, None]:
    """One request, one transaction: committed before the answer goes out, rolled back on a refusal."""
    sessions: Sessions = connection.app.state.sessions
    kept: Problem | None = None
    try:
        async with sessions.begin() as session:
            connection.state.session = session
            if claim := getattr(connection.state, "idempotency", None):
                await claim.take(session)
            try:
                yield session
                if before_commit := getattr(connection.state, "before_commit", None):
                    await before_commit(session)
            except Problem as problem:
                if not problem.keeps:
                    raise
                kept = problem
    except (DBAPIError, TimeoutError, OSError, asyncpg.PostgresError) as error:
        if is_connection_failure(error):
            raise DatabaseUnavailable from error
        if is_contention(error):
            raise Contended from error
        if _sqlstate(error) in UNSTORABLE:
            raise UnstorableText from error
        raise
    if kept:
        raise kept


# scope="function": the commit happens *before* the answer, so a failed commit is an honest 500
Session = Annotated[AsyncSession, Depends(get_session, scope="function")]
