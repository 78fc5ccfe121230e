"""The one way out to addresses that users give (webhooks, calendars): never into our own network.

A name is looked up once, every address it has is judged, and the connection goes to the judged one: an answer
that changes between check and connect (DNS rebinding) gains nothing. Redirects are judged anew.
"""

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from lapa_kit.problems import InvalidRequest
from lapa_kit.settings import ServiceSettings

LONGEST_URL = 2048
TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("2002::/16"))
"""IPv6 that stands for some IPv4 address elsewhere (NAT64, 6to4)."""


class UrlNotAllowed(InvalidRequest):
    title = "This address cannot be called from here"


class Unreachable(Exception):
    """No answer came; the text says why, for the one who gave the address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` holds at most as many bytes as were asked for."""

    status: int
    headers: httpx.Headers
    body: bytes


class Egress:
    """`allows_private` is for development: loopback, and plain http."""

    def __init__(self, *, allows_private: bool, timeout_s: float = 10, most_bytes: int = 65_536):
        self.allows_private, self.timeout_s, self.most_bytes = allows_private, timeout_s, most_bytes

    @classmethod
    def of(cls, settings: ServiceSettings, *, timeout_s: float = 10, most_bytes: int = 65_536):
        is_private = settings.environment == "development"
        return cls(allows_private=is_private, timeout_s=timeout_s, most_bytes=most_bytes)

    def check(self, url: str) -> httpx.URL:
        """What can be said without a look-up. Raises UrlNotAllowed."""
        try:
            parsed = httpx.URL(url)
        except (httpx.InvalidURL, ValueError):
            raise UrlNotAllowed("That is no URL.") from None
        schemes = {"https", "http"} if self.allows_private else {"https"}
        if parsed.scheme not in schemes or not parsed.host or len(url) > LONGEST_URL:
            raise UrlNotAllowed(
                f"A URL begins with {' or '.join(sorted(schemes))} and names a host."
            )
        if parsed.userinfo or parsed.fragment:
            raise UrlNotAllowed("A URL holds neither a password nor a fragment.")
        literal = _literal(parsed.host)
        if literal and not self._may_reach(literal):
            raise UrlNotAllowed("This address is not a public one.")
        return parsed

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        redirects: int = 0,
    ) -> Answer:
        """The answer, followed over so many redirects. Raises UrlNotAllowed or Unreachable."""
        try:
            async with asyncio.timeout(self.timeout_s):
                return await self._ask(method, url, dict(headers or {}), content, redirects)
        except TimeoutError:
            raise Unreachable(f"no answer within {self.timeout_s:g} s") from None
        except httpx.HTTPError as error:
            raise Unreachable(f"{type(error).__name__}: {error}"[:300]) from error

    async def _ask(
        self, method: str, url: str, headers: dict[str, str], content: bytes, redirects: int
    ) -> Answer:
        for left in range(redirects, -1, -1):
            target = self.check(url)
            answer = await self._once(method, target, headers, content)
            onward = answer.headers.get("location")
            if not (300 <= answer.status < 400 and onward and left):
                return answer
            url = str(target.join(onward))
        raise Unreachable("too many redirects")

    async def _once(
        self, method: str, target: httpx.URL, headers: dict[str, str], content: bytes
    ) -> Answer:
        address = await self._resolve(target)
        request = httpx.Request(
            method,
            target.copy_with(host=str(address)),
            headers={**headers, "Host": target.netloc.decode()},
            content=content,
            # the certificate must be that of the name, not of the address
            extensions={"sni_hostname": target.host},
        )
        client = httpx.AsyncClient(trust_env=False, timeout=self.timeout_s)
        async with client:
            response = await client.send(request, stream=True)
            try:
                body = bytearray()
                async for piece in response.aiter_bytes():
                    body += piece
                    if len(body) >= self.most_bytes:
                        break
                return Answer(
                    response.status_code, response.headers, bytes(body[: self.most_bytes])
                )
            finally:
                await response.aclose()

    async def _resolve(self, target: httpx.URL) -> IPv4Address | IPv6Address:
        if literal := _literal(target.host):
            return literal
        port = target.port or (443 if target.scheme == "https" else 80)
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(target.host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise Unreachable(f"{target.host} has no address") from error
        addresses = [ip_address(str(where[0]).partition("%")[0]) for *_, where in found]
        if not addresses or not all(self._may_reach(address) for address in addresses):
            raise UrlNotAllowed(f"{target.host} is not a public address.")
        return addresses[0]

    def _may_reach(self, address: IPv4Address | IPv6Address) -> bool:
        if self.allows_private:
            return True
        if isinstance(address, IPv6Address):
            if address.ipv4_mapped:
                return self._may_reach(address.ipv4_mapped)
            if any(address in network for network in TRANSLATED):
                return False
        return address.is_global and not address.is_multicast


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None
