"""`Idempotency-Key`: the same key and body gives the first 2xx answer again, whatever happened between."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.auth import authenticate
from lapa_kit.problems import BadRequest, InvalidRequest, Problem
from lapa_kit.tables import IdempotencyRow

HEADER = "Idempotency-Key"
LONGEST_KEY = 255
KEPT_FOR = timedelta(days=7)


class IdempotencyMismatch(InvalidRequest):
    title = "This idempotency key was used for another request"


class InvalidIdempotencyKey(BadRequest):
    title = f"An idempotency key has 1 to {LONGEST_KEY} characters"


class Replay(Exception):
    """Not a failure: the answer is already known."""

    def __init__(self, response: Response) -> None:
        self.response = response


@dataclass(frozen=True)
class Claim:
    """One caller's key for one request, written in the transaction that does the work."""

    caller: str
    key: str
    request_hash: str

    async def take(self, session: AsyncSession) -> None:
        """Claim the key; raises Replay or IdempotencyMismatch when it was used before.

        Two requests at once meet here: the second waits for the first one's commit.
        """
        claimed = await session.scalar(
            insert(IdempotencyRow)
            .values(
                caller=self.caller,
                key=self.key,
                request_hash=self.request_hash,
                created_at=clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(IdempotencyRow.key)
        )
        if claimed is None:
            await self._answer_again(session)

    async def _answer_again(self, session: AsyncSession) -> None:
        row = await session.get_one(IdempotencyRow, (self.caller, self.key))
        if row.request_hash != self.request_hash:
            raise IdempotencyMismatch
        headers = {"Idempotency-Replayed": "true"}
        raise Replay(Response(row.body, row.status or 200, headers, row.content_type))

    async def remember(self, session: AsyncSession, response: Response) -> None:
        await session.execute(
            update(IdempotencyRow)
            .where(IdempotencyRow.caller == self.caller, IdempotencyRow.key == self.key)
            .values(
                status=response.status_code,
                content_type=response.headers.get("content-type"),
                body=bytes(response.body),
            )
        )

    async def forget(self, session: AsyncSession) -> None:
        """A refusal that commits its trace must not occupy the key."""
        await session.execute(
            delete(IdempotencyRow).where(
                IdempotencyRow.caller == self.caller, IdempotencyRow.key == self.key
            )
        )


class IdempotentRoute(APIRoute):
    """A route that honours the header on POST; it works inside the request's own transaction."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            if request.method != "POST" or HEADER not in request.headers:
                return await answer(request)
            claim = await _claim(request)
            request.state.idempotency = claim
            try:
                response = await answer(request)
            except Replay as replay:
                return replay.response
            except Problem as problem:
                if problem.keeps:
                    await claim.forget(request.state.session)
                raise
            if session := getattr(request.state, "session", None):
                if response.status_code < 300:
                    await claim.remember(session, response)
                else:
                    await claim.forget(session)
            return response

        return handler


async def _claim(request: Request) -> Claim:
    key = request.headers[HEADER]
    if not 1 <= len(key) <= LONGEST_KEY or not key.isprintable():
        raise InvalidIdempotencyKey
    caller = authenticate(request)
    asked = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return Claim(
        caller=str(caller.id) if caller else "anonymous",
        key=key,
        request_hash=sha256(asked + await request.body()).hexdigest(),
    )


def Router(**options: Any) -> APIRouter:
    """An APIRouter whose POST routes honour `Idempotency-Key`."""
    return APIRouter(route_class=IdempotentRoute, **options)


async def forget_old_keys(session: AsyncSession) -> None:
    await session.execute(
        delete(IdempotencyRow).where(IdempotencyRow.created_at < clock.now() - KEPT_FOR)
    )
