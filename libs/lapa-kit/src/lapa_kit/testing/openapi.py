"""Every answer of a test is held against the service's own OpenAPI document."""

import re
from typing import Any

import httpx
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

# answers that any route can give without saying so: the edge's and the server's own
UNIVERSAL = {404, 405, 500, 503}


class Contract:
    """A document, with its paths made findable."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        # literal paths before templates, as the router matches them
        templates = sorted(document.get("paths", {}), key=lambda path: path.count("{"))
        self.paths = [(_pattern(template), template) for template in templates]

    async def check(self, response: httpx.Response) -> None:
        """An httpx response hook; raises AssertionError."""
        await response.aread()
        operation = self._operation(response.request)
        if operation is None:
            return
        status = str(response.status_code)
        promised = operation["responses"].get(status) or operation["responses"].get("default")
        where = f"{response.request.method} {response.request.url.path} → {status}"
        if promised is None:
            assert response.status_code in UNIVERSAL, f"{where} is not documented: {response.text}"
            return
        media = response.headers.get("content-type", "").partition(";")[0]
        content = promised.get("content", {}).get(media)
        if response.content and promised.get("content"):
            assert content is not None or "*/*" in promised["content"], (
                f"{where}: {media} is not documented"
            )
        if content and media.endswith("json") and (schema := content.get("schema")):
            try:
                Draft202012Validator(self._rooted(schema)).validate(response.json())
            except ValidationError as error:
                raise AssertionError(f"{where}: {error.json_path}: {error.message}") from None

    def _rooted(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {**schema, "components": self.document.get("components", {})}

    def _operation(self, request: httpx.Request) -> dict[str, Any] | None:
        for pattern, template in self.paths:
            if pattern.fullmatch(request.url.path):
                operation = self.document["paths"][template].get(request.method.lower())
                if operation:
                    return operation
        return None


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)))
