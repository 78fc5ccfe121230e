"""Owners, walkers and the operator as the stories need them: each call through the gateway, as a client makes it."""

import asyncio
import io
import json
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import websockets
from PIL import Image, ImageDraw

PASSWORD = "a walk in the park 7"


@dataclass
class Mailbox:
    letters: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def to(self, address: str) -> list[str]:
        return [letter for recipient, letter in self.letters if recipient == address]


class Refused(AssertionError):
    """An answer that was not expected; `code` is the problem's."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__(
            f"{response.request.method} {response.request.url.path} → "
            f"{response.status_code} {response.text[:500]}"
        )
        self.status, self.code = response.status_code, _code(response)


def _code(response: httpx.Response) -> str:
    try:
        return str(response.json().get("code", ""))
    except ValueError:
        return ""


class Api:
    """One person's way to the platform. While it is being restarted, calls wait and are made again."""

    def __init__(self, http: httpx.AsyncClient, token: str = "", user: Any = None) -> None:
        self.http, self.token, self.user = http, token, user or {}

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    @property
    def id(self) -> str:
        return str(self.user["id"])

    async def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """The answer, whatever it is; each call under its own idempotency key, so that it may be repeated."""
        headers = {
            **self.headers,
            "Idempotency-Key": str(uuid.uuid4()),
            **options.pop("headers", {}),
        }
        url = path if path.startswith("/") else f"/api/v1/{path}"
        async with asyncio.timeout(60):
            while True:
                try:
                    response = await self.http.request(method, url, headers=headers, **options)
                except httpx.TransportError:
                    await asyncio.sleep(0.3)
                    continue
                if response.status_code not in (502, 503, 504):
                    return response
                await asyncio.sleep(0.3)

    async def get(self, path: str, **params: Any) -> Any:
        return _body(await self.ask("GET", path, params=params))

    async def post(self, path: str, json: Any = None, **options: Any) -> Any:
        return _body(await self.ask("POST", path, json=json, **options))

    async def put(self, path: str, json: Any = None) -> Any:
        return _body(await self.ask("PUT", path, json=json))

    async def register(self, role: str, name: str, **more: Any) -> "Api":
        email = f"{name.lower().replace(' ', '.')}.{uuid.uuid4().hex[:8]}@example.com"
        body = {"email": email, "password": PASSWORD, "full_name": name, "role": role, **more}
        made = await Api(self.http).post("auth/register", body)
        return Api(self.http, made["access_token"], {**made["user"], "email": email})

    async def sign_in(self, email: str, password: str) -> "Api":
        made = await Api(self.http).post("auth/login", {"email": email, "password": password})
        return Api(self.http, made["access_token"], made.get("user"))

    async def upload(self, name: str, content: bytes, kind: str) -> str:
        """The id of an uploaded file."""
        response = await self.ask("POST", "media", files={"file": (name, content, kind)})
        return str(_body(response)["id"])

    def socket(self, path: str) -> Any:
        base = str(self.http.base_url).rstrip("/").replace("http", "ws", 1)
        return websockets.connect(f"{base}/api/v1/{path}", additional_headers=self.headers)


def _body(response: httpx.Response) -> Any:
    if response.is_error:
        raise Refused(response)
    return response.json() if response.content else None


async def until(
    ask: Callable[[], Awaitable[Any]], *, timeout_s: float = 40.0, every_s: float = 0.2
) -> Any:
    """What `ask` answers as soon as it is true."""
    last: Any = None
    try:
        async with asyncio.timeout(timeout_s):
            while True:
                try:
                    last = await ask()
                except Refused as refused:
                    last = refused
                    if refused.status < 400:
                        raise
                else:
                    if last:
                        return last
                await asyncio.sleep(every_s)
    except TimeoutError:
        raise AssertionError(f"waited {timeout_s} s in vain; last: {last!r}") from None


def photo(color: str = "saddlebrown", size: tuple[int, int] = (800, 600)) -> bytes:
    """A JPEG of a dog, as well as one can be drawn in two lines."""
    image = Image.new("RGB", size, "lightgreen")
    ImageDraw.Draw(image).ellipse((200, 150, 600, 500), fill=color)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def now() -> datetime:
    return datetime.now(UTC)


async def receive(socket: Any, kind: str, *, timeout_s: float = 20.0) -> dict[str, Any]:
    """The next frame of a kind; others are passed over."""
    async with asyncio.timeout(timeout_s):
        while True:
            message = json.loads(await socket.recv())
            if message.get("type") == kind:
                return message
