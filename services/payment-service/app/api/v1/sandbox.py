"""The sandbox provider's page, where a person confirms a charge as he would on his bank's (3-D Secure)."""

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import HTMLResponse

from app.providers.sandbox.confirming import ChargeNotFound
from app.services import confirmations
from lapa_kit.db import Session
from lapa_kit.problems import problems

router = APIRouter(prefix="/payments/sandbox", tags=["sandbox"])
Language = Annotated[str, Header(alias="Accept-Language")]
REFUSALS = problems(ChargeNotFound)


@router.get("/{secret}", response_class=HTMLResponse, responses=REFUSALS)
async def show_confirmation(secret: str, session: Session, language: Language = "en") -> str:
    """The question; whoever has the address may answer it."""
    return await confirmations.show(session, secret, language=language)


@router.post("/{secret}/confirm", response_class=HTMLResponse, responses=REFUSALS)
async def confirm(secret: str, session: Session, language: Language = "en") -> str:
    """Pay."""
    return await confirmations.answer(session, secret, is_confirmed=True, language=language)


@router.post("/{secret}/refuse", response_class=HTMLResponse, responses=REFUSALS)
async def refuse(secret: str, session: Session, language: Language = "en") -> str:
    """Do not pay."""
    return await confirmations.answer(session, secret, is_confirmed=False, language=language)
