"""What each role may do, pulled by every service every half minute."""

from fastapi import APIRouter

from app.services.rights import get_permissions
from lapa_kit.auth import CallingService
from lapa_kit.db import Session

router = APIRouter(prefix="/permissions")


@router.get("")
async def list_role_permissions(_: CallingService, session: Session) -> dict[str, list[str]]:
    """Role → permissions, as they are now."""
    return await get_permissions(session)
