"""One shop at YooKassa, through its official SDK.

The SDK is synchronous, keeps its settings in class attributes, waits for ever and meets a broken connection
with an AttributeError. Here the settings are the object's own, each call runs in a thread and ends in time,
and what brought no answer is the SDK's own `InternalServerError`: its result is unknown.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from yookassa.client import ApiClient
from yookassa.domain.common import RequestObject, UserAgent
from yookassa.domain.exceptions import InternalServerError

Answer = dict[str, Any]
CONNECT_S = 3.0
USER_AGENT = UserAgent()
# its own: a YooKassa that hangs must not hold up what else needs a thread
THREADS = ThreadPoolExecutor(16, "yookassa")


class Shop(ApiClient):
    def __init__(self, shop_id: str, secret_key: str, *, url: str, patience_s: float) -> None:
        # not the inherited one: that reads the settings of the whole process
        self.configuration = SimpleNamespace(verify=None)
        self.endpoint, self.shop_id, self.shop_password = url, shop_id, secret_key
        self.auth_token = None
        self.user_agent = USER_AGENT
        self.patience_s = patience_s

    async def get(self, path: str, **query: str) -> Answer:
        """Raises ApiError as the SDK knows it; InternalServerError when nobody knows."""
        return await self._call("get", path, query)

    async def post(self, path: str, key: str, body: RequestObject | None = None) -> Answer:
        """The same for what changes something: once for each `key`, however often it is sent in a day."""
        return await self._call("post", path, None, {"Idempotence-Key": key}, body)

    async def _call(self, *request: Any) -> Answer:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(THREADS, partial(self.request, *request))

    def execute(
        self, body: Any, method: Any, path: Any, query_params: Any, request_headers: Any
    ) -> requests.Response:
        try:
            response = super().execute(body, method, path, query_params, request_headers)
        except requests.RequestException as error:
            response = error.response
        return response if response is not None and _is_an_answer(response) else NOTHING_CAME

    def get_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        for scheme in ("https://", "http://"):
            session.mount(scheme, _Patient((CONNECT_S, self.patience_s)))
        return session


class _Patient(HTTPAdapter):
    """Nothing is tried twice here: who asked looks up what became of it."""

    def __init__(self, patience: tuple[float, float]) -> None:
        super().__init__(max_retries=0)
        self.patience = patience

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        return super().send(request, stream, self.patience, verify, cert, proxies)


class _Nothing(requests.Response):
    """What the SDK reads where no answer came."""

    def __init__(self) -> None:
        super().__init__()
        self.status_code = InternalServerError.HTTP_CODE

    def json(self, **_: Any) -> Answer:
        return {}


NOTHING_CAME = _Nothing()


def _is_an_answer(response: requests.Response) -> bool:
    """Not the page of a proxy on the way."""
    try:
        return isinstance(response.json(), dict)
    except ValueError:
        return False
