"""Raiffeisenbank's SBP API: what is asked, and what is an answer."""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import httpx
import structlog

log = structlog.get_logger()
CONNECT_S = 3.0
TOO_MANY = 429
UNKNOWN = "NOT_FOUND"
SIGNED = ("amount", "sbpMerchantId", "order", "paymentStatus", "transactionDate")


class NoAnswer(Exception):
    """Nobody knows what has become of what was asked."""


class Refused(Exception):
    """Nothing has happened; `code` is the bank's, like `ERROR.NOT_FOUND`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def is_unknown(self) -> bool:
        return self.code.endswith(UNKNOWN)


class Bank:
    def __init__(self, merchant_id: str, secret_key: str, *, url: str, patience_s: float) -> None:
        self.merchant_id, self.secret_key = merchant_id, secret_key
        self.url = url.rstrip("/")
        self.timeout = httpx.Timeout(patience_s, connect=min(CONNECT_S, patience_s))

    async def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Raises Refused or NoAnswer."""
        headers = {"Authorization": f"Bearer {self.secret_key}"}
        try:
            async with httpx.AsyncClient(timeout=self.timeout, trust_env=False) as http:
                response = await http.request(
                    method, f"{self.url}{path}", json=body, headers=headers
                )
            answer = response.json() if response.content else {}
        except (httpx.HTTPError, ValueError) as error:
            raise NoAnswer from error
        if response.is_server_error or response.status_code == TOO_MANY:
            raise NoAnswer
        # some of its refusals come with 200
        code = str(answer.get("code", "SUCCESS"))
        if response.is_client_error or code != "SUCCESS":
            if not code.endswith(UNKNOWN):
                log.warning("sbp_refused", code=code)
            raise Refused(code)
        return answer

    def is_signed(self, message: Mapping[str, str], signature: str) -> bool:
        """HMAC over five values as they were written; https://pay.raif.ru/doc/sbp.html."""
        signed = "|".join(message[name] for name in SIGNED)
        expected = hmac.new(self.secret_key.encode(), signed.encode(), sha256).hexdigest()
        return hmac.compare_digest(signature.encode(), expected.encode())
