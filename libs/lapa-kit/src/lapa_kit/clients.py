"""Calling another service: one way, with timeouts, identity, trace headers and errors already right."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, ClassVar, TypeVar

import httpx
from starlette.requests import HTTPConnection

from lapa_kit.problems import Problem, UpstreamFailed
from lapa_kit.settings import ServiceSettings
from lapa_kit.telemetry import trace
from lapa_kit.tokens import mint_service_token

Client = TypeVar("Client", bound="ServiceClient")


class ServiceRefused(Problem):
    """Another service answered with a problem of its own; its code and status are passed on."""

    status, title = 502, "A service this one depends on refused"

    def __init__(self, response: httpx.Response) -> None:
        body: dict[str, Any] = _problem_of(response)
        super().__init__(body.get("detail"))
        self.status = response.status_code  # pyright: ignore[reportAttributeAccessIssue]
        self.code = str(body.get("code", "upstream_refused"))  # pyright: ignore[reportAttributeAccessIssue]
        self.title = str(body.get("title", self.title))  # pyright: ignore[reportAttributeAccessIssue]


def _problem_of(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


class ServiceClient:
    """Subclass in `lapa_contracts/<service>.py`, one typed method for each call others may make."""

    service: ClassVar[str]

    def __init__(
        self, settings: ServiceSettings, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self.settings = settings
        self.http = httpx.AsyncClient(
            base_url=settings.service_url(self.service),
            timeout=httpx.Timeout(5, connect=1),
            limits=httpx.Limits(max_connections=20, max_keepalive_connections=5),
            transport=transport,
        )

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """The answer to a call of `/internal/v1` + path.

        Raises ServiceRefused with the callee's code on 4xx, UpstreamFailed when it is down or broken.
        """
        headers = self._headers() | options.pop("headers", {})
        try:
            response = await self.http.request(
                method, f"/internal/v1{path}", headers=headers, **options
            )
        except httpx.TransportError as error:
            raise UpstreamFailed(f"{self.service}: {type(error).__name__}") from error
        if response.is_server_error:
            raise UpstreamFailed(f"{self.service} answered {response.status_code}")
        if response.is_client_error:
            raise ServiceRefused(response)
        return response

    async def stream(self, path: str) -> AsyncIterator[bytes]:
        """The same for an answer too long to be held, piece by piece."""
        try:
            async with self.http.stream(
                "GET", f"/internal/v1{path}", headers=self._headers()
            ) as response:
                if response.is_error:
                    raise UpstreamFailed(f"{self.service} answered {response.status_code}")
                async for piece in response.aiter_bytes():
                    yield piece
        except httpx.TransportError as error:
            raise UpstreamFailed(f"{self.service}: {type(error).__name__}") from error

    def _headers(self) -> dict[str, str]:
        headers = {
            "Authorization": f"Bearer {mint_service_token(self.settings)}",
            "X-Request-Id": trace.get().get("request_id", ""),
            "traceparent": trace.get().get("traceparent", ""),
        }
        return {name: value for name, value in headers.items() if value}

    async def close(self) -> None:
        await self.http.aclose()


class Clients:
    """The typed clients of this process, made on first use and closed with the app."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._settings = settings
        self._made: dict[type[ServiceClient], ServiceClient] = {}

    def get(self, kind: type[Client]) -> Client:
        made = self._made.get(kind)
        if made is None:
            made = self._made[kind] = kind(self._settings)
        assert isinstance(made, kind)
        return made

    def use(self, kind: type[Client], transport: httpx.AsyncBaseTransport) -> Client:
        """Reach that service over another transport: tests put the other service's stand-in there."""
        made = self._made[kind] = kind(self._settings, transport=transport)
        return made

    async def close(self) -> None:
        for made in self._made.values():
            await made.close()
        self._made.clear()


def client(kind: type[Client]) -> Callable[[HTTPConnection], Coroutine[Any, Any, Client]]:
    """`Pets = Annotated[PetClient, Depends(client(PetClient))]`."""

    async def find(connection: HTTPConnection) -> Client:
        clients: Clients = connection.app.state.clients
        return clients.get(kind)

    return find
