"""One terminal of T-Bank's acquiring (`/v2`): signed questions, and what is an answer."""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import httpx
import structlog

log = structlog.get_logger()
CONNECT_S = 3.0
# of its error codes, those that leave open what has happened
UNDECIDED = {"3", "21", "9999"}
NO_SUCH_ORDER = "335"


class NoAnswer(Exception):
    """Nobody knows what has become of what was asked."""


class Terminal:
    def __init__(self, key: str, password: str, *, url: str, patience_s: float) -> None:
        self.key, self.password = key, password
        self.url = url.rstrip("/")
        self.timeout = httpx.Timeout(patience_s, connect=min(CONNECT_S, patience_s))

    async def ask(self, method: str, **given: Any) -> Any:
        """What it says, also when that is a refusal (`Success` is false). Raises NoAnswer."""
        body = {"TerminalKey": self.key, **given}
        body["Token"] = self.sign(body)
        try:
            async with httpx.AsyncClient(timeout=self.timeout, trust_env=False) as http:
                response = await http.post(f"{self.url}/{method}", json=body)
            answer = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise NoAnswer from error
        code = error_of(answer)
        if code not in ("0", NO_SUCH_ORDER):
            # its words may hold what a person typed
            log.warning("tinkoff_refused", method=method, code=code)
        if response.is_error or code in UNDECIDED:
            raise NoAnswer
        return answer

    def sign(self, given: Mapping[str, Any]) -> str:
        """SHA-256 over the values of the first level and the password, in the order of their names."""
        known = {name: value for name, value in given.items() if name != "Token"}
        flat = {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in known.items()
            if not isinstance(value, dict | list) and value is not None
        }
        flat["Password"] = self.password
        return sha256("".join(flat[name] for name in sorted(flat)).encode()).hexdigest()

    def is_signed(self, message: Mapping[str, Any]) -> bool:
        given = str(message.get("Token", ""))
        is_ours = message.get("TerminalKey") == self.key
        return is_ours and hmac.compare_digest(given.encode(), self.sign(message).encode())

    def seal(self, text: str) -> str:
        """The text with our mark: what people send us back cannot have been made up."""
        return f"{text}:{self._mark(text)}"

    def unseal(self, sealed: str) -> str | None:
        """The text; None for what nobody here has sealed."""
        text, _, mark = sealed.rpartition(":")
        return text if hmac.compare_digest(mark.encode(), self._mark(text).encode()) else None

    def _mark(self, text: str) -> str:
        return hmac.new(self.password.encode(), f"lapa:{text}".encode(), sha256).hexdigest()[:32]


def error_of(answer: Any) -> str:
    """`0` when there is none."""
    return str(answer.get("ErrorCode", "0")) if isinstance(answer, dict) else "0"
