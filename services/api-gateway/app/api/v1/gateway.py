"""The platform as the gateway sees it."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter

from app.api.dependencies import CurrentGateway
from app.schemas.gateway import (
    GatewayStatistics,
    RouteRead,
    RoutingRule,
    RoutingRules,
    ServiceLine,
    ServiceLines,
    ServiceRead,
)
from app.services.overview import list_rules, list_services
from lapa_kit.auth import OptionalUser, PermissionDenied, Principal, allowed
from lapa_kit.connections import SharedRedis
from lapa_kit.openapi import NO_SESSION
from lapa_kit.problems import Unauthorized, problems

READ = "gateway:read"

router = APIRouter(prefix="/gateway", tags=["gateway"])
Operator = Annotated[Principal, allowed(READ, is_recorded=False)]


@router.get("/services", responses=problems(Unauthorized), openapi_extra=NO_SESSION)
async def list_platform_services(gateway: CurrentGateway, user: OptionalUser) -> ServiceLines:
    """Every service and whether it is up; for operators also where it is and how it does."""
    kind = ServiceRead if user and READ in user.permissions else ServiceLine
    states = [asdict(state) for state in list_services(gateway)]
    return ServiceLines(items=[kind.model_validate(state) for state in states])


@router.get("/stats", responses=problems(Unauthorized, PermissionDenied), openapi_extra=NO_SESSION)
async def read_statistics(
    gateway: CurrentGateway, redis: SharedRedis, _: Operator
) -> GatewayStatistics:
    """Requests by route since the gateway's processes began, added up: count, errors (5xx), latency, in flight."""
    entries, processes = await gateway.shared_statistics.gather(redis)
    items = [
        RouteRead(
            service=entry.service,
            method=entry.method,
            route=entry.route,
            requests=entry.requests,
            errors=entry.errors,
            in_flight=entry.in_flight,
            p50_ms=entry.percentile(0.50),
            p95_ms=entry.percentile(0.95),
            p99_ms=entry.percentile(0.99),
        )
        for entry in entries
    ]
    return GatewayStatistics(
        processes=processes,
        requests=sum(item.requests for item in items),
        errors=sum(item.errors for item in items),
        in_flight=sum(item.in_flight for item in items),
        items=items,
    )


@router.get("/routes", responses=problems(Unauthorized, PermissionDenied), openapi_extra=NO_SESSION)
async def list_routes(_: Operator) -> RoutingRules:
    """Which paths go to which service, in the order in which they are tried."""
    return RoutingRules(
        items=[RoutingRule(path=path, service=service) for path, service in list_rules()]
    )
