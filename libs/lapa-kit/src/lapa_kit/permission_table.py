"""Fetching the table of roles from the service that owns it."""

import httpx
from fastapi import FastAPI

from lapa_kit.permissions import Table
from lapa_kit.problems import UpstreamFailed
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import mint_service_token


async def fetch_permissions(app: FastAPI) -> Table:
    """Role → permissions, from `PERMISSIONS_URL`; the built-in table when none is set."""
    settings: ServiceSettings = app.state.settings
    if not settings.permissions_url:
        return settings.default_permissions
    headers = {"Authorization": f"Bearer {mint_service_token(settings)}"}
    try:
        async with httpx.AsyncClient(timeout=3) as http:
            response = await http.get(settings.permissions_url, headers=headers)
            response.raise_for_status()
            return response.json()
    except (httpx.HTTPError, ValueError) as error:
        raise UpstreamFailed(str(error)) from error
