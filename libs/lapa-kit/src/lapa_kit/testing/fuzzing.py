"""Requests made from a service's own OpenAPI document: what it allows, its limits, and what it forbids.

A sample that is the same on every run; `LAPA_FUZZ=deep` sends all there are.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

import httpx
import requests
import schemathesis
from schemathesis import GenerationMode

from lapa_kit.idempotency import HEADER
from lapa_kit.ids import new_id

EACH = 16
"""Requests an operation; deep: all."""
BOTH = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
CRASHED = 500

Operation = schemathesis.APIOperation[Any, Any, Any, Any]
Case = schemathesis.Case[Any]
ORDER = ("POST", "PUT", "PATCH", "GET", "DELETE")


class Fuzzer:
    """Sends the cases as one caller; the client holds every answer against the document."""

    def __init__(self, document: dict[str, Any], client: httpx.AsyncClient) -> None:
        self.schema = schemathesis.openapi.from_dict(document)
        self.client = client
        self.sent = 0
        self._known: defaultdict[str, list[str]] = defaultdict(list)
        self._repeated: set[str] = set()

    async def run(self, headers: dict[str, str]) -> list[str]:
        """What was answered wrongly, a line for each."""
        wrong: list[str] = []
        for operation in self._operations():
            for case in _cases(self.schema, operation):
                self._put_known_ids(case)
                request = _request(case, headers)
                if request is None:
                    continue
                self.sent += 1
                try:
                    response = await self.client.send(request)
                except AssertionError as undocumented:
                    wrong.append(f"{undocumented}\n    {_told(request)}")
                    continue
                if response.status_code == CRASHED:
                    wrong.append(f"it crashed\n    {_told(request)}")
                if response.is_success and self._is_new_kind(operation):
                    wrong += await self._ask_twice(request)
                self._learn(operation.path, response)
        return wrong

    def _operations(self) -> list[Operation]:
        """What makes things before what needs them, what removes them last."""
        found: Any = self.schema.get_all_operations()
        operations: list[Operation] = [result.ok() for result in found]
        return sorted(
            operations, key=lambda one: (ORDER.index(one.method.upper()), one.path.count("{"))
        )

    def _is_new_kind(self, operation: Operation) -> bool:
        """True once for each operation that honours an Idempotency-Key."""
        if operation.get_parameter(HEADER, "header") is None or operation.label in self._repeated:
            return False
        self._repeated.add(operation.label)
        return True

    async def _ask_twice(self, request: httpx.Request) -> list[str]:
        """The same key and body gives the first answer again, and says so."""
        headers = {**request.headers, HEADER: str(new_id())}
        asked = [
            httpx.Request(request.method, request.url, headers=headers, content=request.content)
            for _ in range(2)
        ]
        first = await self.client.send(asked[0])
        if not first.is_success:
            return []  # what can be done once only was done before
        again = await self.client.send(asked[1])
        is_same = (again.status_code, again.content) == (first.status_code, first.content)
        if is_same and again.headers.get("idempotency-replayed") == "true":
            return []
        return [f"{again.status_code}, no replay of {first.status_code}\n    {_told(request)}"]

    def _learn(self, path: str, response: httpx.Response) -> None:
        """Ids that exist: half of the later requests about such a thing are about one of these."""
        is_json = response.headers.get("content-type") == "application/json"
        if not (response.is_success and response.content and is_json):
            return
        answer = response.json()
        if isinstance(answer, dict) and isinstance(made := answer.get("id"), str):
            self._known[_resource(path)].append(made)

    def _put_known_ids(self, case: Case) -> None:
        path = case.operation.path
        for name in case.path_parameters or {}:
            known = self._known.get(_resource(path.partition("{" + name)[0]))
            if known and self.sent % 2:
                case.path_parameters[name] = known[-1]


def _cases(schema: Any, operation: Operation) -> Iterator[Case]:
    config = schema.config.generation
    cases = list(
        schema.iter_coverage_cases(operation, generation_modes=BOTH, generation_config=config)
    )
    if os.environ.get("LAPA_FUZZ") != "deep" and len(cases) > EACH:
        cases = Random(operation.label).sample(cases, EACH)
    yield from cases


def _resource(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _request(case: Case, headers: dict[str, str]) -> httpx.Request | None:
    """The bytes as a careless client sends them; None for what no client can write down."""
    arguments = case.as_transport_kwargs(base_url="http://test", headers=headers)
    try:
        prepared: Any = requests.Request(**arguments).prepare()
        return httpx.Request(
            prepared.method or "GET",
            prepared.url or "",
            headers=dict(prepared.headers),
            content=prepared.body or b"",
        )
    except (ValueError, requests.RequestException, httpx.InvalidURL):
        return None


def _told(request: httpx.Request) -> str:
    return f"{request.method} {request.url} {request.content[:300]!r}"
