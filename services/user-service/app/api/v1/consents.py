"""What people are asked to agree to, and what they said."""

from app.consents import DOCUMENTS
from app.models.consent import ConsentNeeded, ConsentNotFound, ConsentOutdated
from app.models.user import UserNotFound
from app.queries.consents import list_consents
from app.schemas.consents import (
    ConsentAskedRead,
    ConsentCreate,
    ConsentDocumentRead,
    ConsentDocuments,
    ConsentRead,
    ConsentsAsked,
)
from app.services import consents
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/users/consents", tags=["consents"])


@router.get("/documents")
async def list_documents() -> ConsentDocuments:
    """The present versions, for everybody to read."""
    return ConsentDocuments(
        items=[ConsentDocumentRead.of(document) for document in DOCUMENTS.values()]
    )


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_asked(user: CurrentUser, session: Session) -> ConsentsAsked:
    """What the caller is asked, and what he said last."""
    asked = await consents.list_asked(session, user.id)
    return ConsentsAsked(items=[ConsentAskedRead.of(one) for one in asked])


@router.get("/history", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_history(user: CurrentUser, session: Session, page: Paging) -> Page[ConsentRead]:
    """Every decision with its version, time and language, the newest first."""
    return page_of(await list_consents(session, page, user.id), ConsentRead.of)


@router.post(
    "",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS, UserNotFound, ConsentNotFound, ConsentOutdated, ConsentNeeded
    ),
)
async def decide(body: ConsentCreate, user: CurrentUser, session: Session) -> ConsentRead:
    """Agree, or take it back."""
    return ConsentRead.of(await consents.decide(session, user.id, **body.model_dump()))
