"""People as they are known here, and what they are told of their accounts."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import people
from app.services import old_mailboxes
from app.services.notifying import tell_each
from app.services.orders import link
from lapa_contracts.user import (
    AppealAgainst,
    AppealAnswered,
    AppealOpened,
    ConsentChanged,
    NewDeviceSeen,
    UserChanged,
    UserContactChanged,
    UserRegistered,
    UserReinstated,
    UserSuspended,
)


async def greet(session: AsyncSession, event: UserRegistered) -> None:
    """Known from the first event on, whichever of them comes first."""
    await people.put_person(
        session,
        event.user_id,
        0,
        display_name="",
        roles=event.roles,
        status="active",
        locale=event.locale,
        timezone=event.timezone,
    )
    once = f"welcome:{event.user_id}"
    await tell_each(session, [event.user_id], "user.welcome", source=once, link=link())


async def take_person(session: AsyncSession, event: UserChanged) -> None:
    await people.put_person(
        session,
        event.user_id,
        event.version,
        display_name=event.display_name,
        roles=event.roles,
        status=event.status.value,
        locale=event.locale,
        timezone=event.timezone,
    )


async def take_contact(session: AsyncSession, event: UserContactChanged) -> None:
    known = await people.find_contact(session, event.user_id)
    if left := old_mailboxes.left_mailbox(known, event):
        await old_mailboxes.tell_later(session, event, left)
    await people.put_contact(
        session,
        event.user_id,
        event.version,
        email=event.email,
        phone=event.phone,
        email_verified=event.email_verified,
        phone_verified=event.phone_verified,
    )


async def tell_new_device(session: AsyncSession, event: NewDeviceSeen) -> None:
    facts: dict[str, Any] = {
        "when": event.at.isoformat(),
        "device": ", ".join(filter(None, [event.browser, event.system])),
        "country": event.country or "",
        "link": link("me/sessions"),
    }
    once = f"new_device:{event.session_id}"
    await tell_each(session, [event.user_id], "session.new_device", source=once, **facts)


async def take_consent(session: AsyncSession, event: ConsentChanged) -> None:
    await people.put_consent(
        session, event.user_id, event.purpose, event.version, granted=event.granted
    )


async def tell_suspended(session: AsyncSession, event: UserSuspended) -> None:
    once, where = str(event.envelope.id), link("appeal")
    await tell_each(session, [event.user_id], "user.suspended", source=once, link=where)


async def tell_reinstated(session: AsyncSession, event: UserReinstated) -> None:
    once, where = str(event.envelope.id), link("sign-in")
    await tell_each(session, [event.user_id], "user.reinstated", source=once, link=where)


async def tell_of_appeal(session: AsyncSession, event: AppealOpened) -> None:
    staff = await people.list_with_role(session, "admin")
    once, about = str(event.envelope.id), {"appeal_id": event.appeal_id}
    where = link("admin/appeals")
    await tell_each(session, staff, "appeal.opened", source=once, about=about, link=where)


async def tell_of_answer(session: AsyncSession, event: AppealAnswered) -> None:
    is_account = event.against is AppealAgainst.ACCOUNT
    once, about = str(event.envelope.id), {"appeal_id": event.appeal_id}
    key, where = f"appeal.{event.outcome}", link("appeal" if is_account else "walker/verification")
    await tell_each(session, [event.user_id], key, source=once, about=about, link=where)
