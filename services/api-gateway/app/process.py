"""From settings to the process: the app of the gateway's own routes with the edge around it."""

from typing import Any

from fastapi import FastAPI

from app import edge
from app.api.health import router as health_router
from app.api.v1 import routers, test_routers
from app.config import Settings
from app.jobs import jobs
from app.privacy import privacy
from app.services.gateway import Gateway
from app.subscribers import make_subscriber
from lapa_kit import create_app


def create_gateway(settings: Settings) -> FastAPI:
    app = create_app(
        settings,
        routers=[*routers, *(test_routers if settings.test_mode else [])],
        subscriber=make_subscriber(lambda: app.state.authenticator.permissions),
        jobs=jobs,
        liveness=health_router,
        lifespan=lambda app: app.state.gateway.running(app),
        privacy=privacy,
    )
    gateway = app.state.gateway = Gateway(settings, app.state.authenticator)
    describe_own = app.openapi

    def document() -> dict[str, Any]:
        return gateway.document(describe_own())

    app.openapi = document  # pyright: ignore[reportAttributeAccessIssue]
    edge.install(app, gateway)
    return app
