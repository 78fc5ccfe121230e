"""One person's connection to the gateway: signs in, waits out restarts, turns problems into exceptions."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any
from uuid import uuid4

import httpx

PATIENCE_S = 90.0
LONGEST_PAUSE_S = 15.0
BUSY = {429, 502, 503, 504}


class Refused(Exception):
    """The platform said no; `code` is the problem document's."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{code} ({status}): {detail}" if detail else f"{code} ({status})")
        self.status = status
        self.code = code


class Unreachable(Exception):
    """Nobody answered, or only to say: later. After `retry_after_s`, where that was said."""

    def __init__(self, text: str, retry_after_s: float = 0.0) -> None:
        super().__init__(text)
        self.retry_after_s = retry_after_s


@dataclass
class Connection:
    """Calls below `/api/v1` in the name of one account."""

    http: httpx.AsyncClient
    email: str
    password: str
    access_token: str = ""

    async def register(self, details: Mapping[str, Any]) -> bool:
        """Makes the account or signs in to it; true when it is new."""
        body = {"email": self.email, "password": self.password, **details}
        try:
            answer = await self._patiently("POST", "/auth/register", PATIENCE_S, json=body)
        except Refused as refused:
            if refused.code != "email_taken":
                raise
            await self.sign_in()
            return False
        self.access_token = answer["access_token"]
        return True

    async def sign_in(self) -> None:
        body = {"email": self.email, "password": self.password}
        answer = await self._patiently("POST", "/auth/login", PATIENCE_S, json=body)
        self.access_token = answer["access_token"]

    async def get(self, path: str, **params: Any) -> Any:
        return await self.call("GET", path, params=params)

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        return await self.call("POST", path, json=body or {})

    async def put(self, path: str, body: Mapping[str, Any]) -> Any:
        return await self.call("PUT", path, json=body)

    async def call(
        self, method: str, path: str, *, patience_s: float = PATIENCE_S, **request: Any
    ) -> Any:
        """The answer's JSON. A token that ended in the meantime is renewed once."""
        try:
            return await self._patiently(method, path, patience_s, **request)
        except Refused as refused:
            if refused.status != 401:
                raise
        await self.sign_in()
        return await self._patiently(method, path, patience_s, **request)

    async def _patiently(self, method: str, path: str, patience_s: float, **request: Any) -> Any:
        """Tries again while the platform restarts; the key makes a POST that got through count once."""
        headers = {"Idempotency-Key": str(uuid4())} if method == "POST" else {}
        give_up = monotonic() + patience_s
        pause = 0.5
        while True:
            try:
                return await self._once(method, path, headers, request)
            except Unreachable as unreachable:
                wait = max(random.uniform(0.5, 1) * pause, unreachable.retry_after_s)
                if monotonic() + wait > give_up:
                    raise unreachable from None
                await asyncio.sleep(wait)
                pause = min(LONGEST_PAUSE_S, pause * 2)

    async def _once(
        self, method: str, path: str, headers: dict[str, str], request: dict[str, Any]
    ) -> Any:
        if self.access_token and not path.startswith("/auth/"):
            headers = {**headers, "Authorization": f"Bearer {self.access_token}"}
        try:
            answer = await self.http.request(method, f"/api/v1{path}", headers=headers, **request)
        except httpx.TransportError as error:
            raise Unreachable(f"{method} {path}: {type(error).__name__}") from None
        if answer.status_code in BUSY:
            raise Unreachable(f"{method} {path}: {_code(answer)}", _retry_after_s(answer))
        if answer.is_error:
            raise Refused(answer.status_code, _code(answer), _detail(answer))
        return answer.json() if answer.content else None


def _retry_after_s(answer: httpx.Response) -> float:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isdigit() else 0.0


def _problem(answer: httpx.Response) -> dict[str, Any]:
    try:
        problem = answer.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def _code(answer: httpx.Response) -> str:
    return str(_problem(answer).get("code") or f"http_{answer.status_code}")


def _detail(answer: httpx.Response) -> str:
    """The problem in one line, with the fields that a 422 names."""
    problem = _problem(answer)
    fields = [f"{e.get('field')}: {e.get('message')}" for e in problem.get("errors") or ()]
    return "; ".join([str(problem.get("detail") or ""), *fields]).strip("; ")
