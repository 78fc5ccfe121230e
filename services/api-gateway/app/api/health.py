"""GatewayLiveness with a line for each service; the kit serves readiness and metrics."""

from fastapi import APIRouter

from app.api.dependencies import CurrentGateway
from app.schemas.gateway import GatewayLiveness
from app.services.overview import list_services

router = APIRouter(tags=["operations"])


@router.get("/health")
async def health(gateway: CurrentGateway) -> GatewayLiveness:
    """The gateway answers; `services` tells what it last heard of the others."""
    return GatewayLiveness(
        service=gateway.settings.service_name,
        version=gateway.settings.version,
        services={state.name: state.status for state in list_services(gateway)},
    )
