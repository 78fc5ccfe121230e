"""Short tokens for the keys that the gateway keeps."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.models.user import AccountSuspended, UserNotFound
from app.services.key_tokens import mint_for_key
from lapa_kit.auth import CallingService
from lapa_kit.db import Session
from lapa_kit.problems import problems

router = APIRouter(prefix="/key-tokens")


class KeyTokenRequest(BaseModel):
    user_id: UUID
    session_id: UUID
    scopes: list[str] = Field(min_length=1)
    life_s: int = Field(ge=1, le=300)


class KeyTokenRead(BaseModel):
    access_token: str


@router.post("", responses=problems(UserNotFound, AccountSuspended))
async def mint_key_token(
    body: KeyTokenRequest, service: CallingService, session: Session
) -> KeyTokenRead:
    """A token with the owner's roles of now, held to the key's scopes; for the gateway alone."""
    token = await mint_for_key(session, caller=service, **body.model_dump())
    return KeyTokenRead(access_token=token)
