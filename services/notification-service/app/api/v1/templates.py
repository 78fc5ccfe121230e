"""The texts, for those who write them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.models.person import UnknownTimezone
from app.models.template import (
    InvalidTemplate,
    MissingVariable,
    TemplateExists,
    TemplateNotFound,
)
from app.schemas.templates import (
    Preview,
    PreviewRequest,
    TemplateCreate,
    TemplateRead,
    TemplateWrite,
)
from app.services import templates
from app.services.preferences import check_timezone
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import Page
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/notification-templates", tags=["templates"])
Writer = Annotated[Principal, allowed("templates:manage")]


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_templates(
    _: Writer,
    session: Session,
    key: Annotated[str | None, Query(max_length=100)] = None,
    locale: Annotated[str | None, Query(max_length=10)] = None,
) -> Page[TemplateRead]:
    """Every text in its newest version, all on one page."""
    found = await templates.list_templates(session, key=key, locale=locale)
    return Page(items=[TemplateRead.of(text) for text in found])


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, TemplateExists, InvalidTemplate),
)
async def create_template(
    body: TemplateCreate, writer: Writer, session: Session, response: Response
) -> TemplateRead:
    """A text that is not there yet; a variable it does not have is refused now, not when it is sent."""
    text = await templates.create_template(
        session,
        body.key,
        body.locale,
        body.channel,
        subject=body.subject,
        body=body.body,
        variables=dict(body.variables),
        author_id=writer.id,
    )
    set_etag(response, text.version)
    return TemplateRead.of(text)


@router.get("/{template_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, TemplateNotFound))
async def get_template(
    template_id: UUID, _: Writer, session: Session, response: Response
) -> TemplateRead:
    """One text as it is used now."""
    text = await templates.get_template(session, template_id)
    set_etag(response, text.version)
    return TemplateRead.of(text)


@router.put(
    "/{template_id:uuid}",
    responses=problems(
        *IDENTITY_PROBLEMS, TemplateNotFound, InvalidTemplate, PreconditionFailed, InvalidEtag
    ),
)
async def change_template(
    template_id: UUID,
    body: TemplateWrite,
    writer: Writer,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> TemplateRead:
    """Its next version, used from now on."""
    text = await templates.change_template(
        session,
        template_id,
        subject=body.subject,
        body=body.body,
        version=if_match,
        author_id=writer.id,
    )
    set_etag(response, text.version)
    return TemplateRead.of(text)


@router.delete(
    "/{template_id:uuid}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, TemplateNotFound),
)
async def delete_template(template_id: UUID, writer: Writer, session: Session) -> None:
    """What was written here goes; the platform's own text comes back."""
    await templates.delete_template(session, template_id, author_id=writer.id)


@router.post(
    "/{template_id:uuid}/preview",
    responses=problems(
        *IDENTITY_PROBLEMS, TemplateNotFound, MissingVariable, InvalidTemplate, UnknownTimezone
    ),
)
async def preview_template(
    template_id: UUID, body: PreviewRequest, _: Writer, session: Session
) -> Preview:
    """How it would read."""
    check_timezone(body.timezone)
    subject, text = await templates.preview(
        session, template_id, body.params, timezone=body.timezone
    )
    return Preview(subject=subject, body=text)
