"""What user-service says of people and walkers, and what it answers."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from lapa_contracts.values import PetSize, Point, Species, Value
from lapa_kit.clients import ServiceClient
from lapa_kit.events.contract import Event, Snapshot


class UserStatus(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ERASED = "erased"


class Verification(StrEnum):
    NONE = "none"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"


class DocumentType(StrEnum):
    PASSPORT = "passport"
    DRIVER_LICENSE = "driver_license"
    ID_CARD = "id_card"
    SELFIE = "selfie"
    CERTIFICATE = "certificate"


class CodePurpose(StrEnum):
    VERIFY = "verify"
    RESET = "reset"
    OTP = "otp"
    NEW_DEVICE = "new_device"


class _UserEvent(Event):
    producer = "user-service"
    key_field = "user_id"


class _UserSnapshot(Snapshot):
    producer = "user-service"
    key_field = "user_id"


class UserRegistered(_UserEvent):
    """An account has been made."""

    type = "user.registered.v1"

    user_id: UUID
    roles: list[str]
    locale: str
    timezone: str
    referred_by: UUID | None = None


class UserChanged(_UserSnapshot):
    """What others show of a person and check before they serve him."""

    type = "user.changed.v1"

    user_id: UUID
    display_name: str
    avatar_media_id: UUID | None = None
    roles: list[str]
    status: UserStatus
    email_verified: bool
    phone_verified: bool
    locale: str
    timezone: str
    # the version of the terms of use that he has agreed to
    terms_version: str | None = None


class UserContactChanged(_UserSnapshot):
    """Where a person can be reached: the one event that holds contact data, for notification-service."""

    type = "user.contact_changed.v1"

    user_id: UUID
    email: str | None = None
    phone: str | None = None
    email_verified: bool
    phone_verified: bool


class UserCodeIssued(_UserEvent):
    """A one-time code to be sent at once, sealed for notification-service; worthless after `expires_at`."""

    type = "user.code_issued.v1"
    key_field = "code_id"

    code_id: UUID
    # nobody yet, when a phone logs in for the first time
    user_id: UUID | None = None
    channel: Literal["email", "sms"]
    address_sealed: str
    code_sealed: str
    purpose: CodePurpose
    expires_at: AwareDatetime
    locale: str | None = None

    @staticmethod
    def seal_context(code_id: UUID) -> str:
        """What both sealed fields are bound to, so that they open for this code alone."""
        return f"user.code_issued:{code_id}"


class UserSuspended(_UserEvent):
    """An admin has barred a person."""

    type = "user.suspended.v1"

    user_id: UUID
    reason_code: str


class UserReinstated(_UserEvent):
    """An admin has let a barred person back."""

    type = "user.reinstated.v1"

    user_id: UUID
    reason_code: str


class SessionRevoked(_UserEvent):
    """One session (`sid`) has ended, or all that were issued before `before`."""

    type = "session.revoked.v1"

    user_id: UUID
    sid: UUID | None = None
    before: AwareDatetime | None = None


class NewDeviceSeen(_UserEvent):
    """Somebody has signed in with a device that this account had not been used from.

    `browser` and `system` are names of a fixed list, `country` is ISO 3166-1; absent where nothing is known.
    """

    type = "new_device.seen.v1"
    key_field = "session_id"

    session_id: UUID
    user_id: UUID
    at: AwareDatetime
    browser: str | None = None
    system: str | None = None
    country: str | None = None


class ConsentChanged(_UserSnapshot):
    """A person has granted or withdrawn a consent; `version` counts his decisions about this purpose."""

    type = "consent.changed.v1"

    user_id: UUID
    purpose: str
    document_version: str
    granted: bool


class WeeklyHours(Value):
    """Local hours of one weekday (0 is Monday); an `end` of 00:00 is midnight at the end of that day."""

    weekday: int = Field(ge=0, le=6)
    start: time
    end: time


class AvailabilityException(Value):
    """Another plan for one date: all day when the hours are absent."""

    date: date
    available: bool
    start: time | None = None
    end: time | None = None


class Availability(Value):
    """When a walker works, in his own time zone."""

    timezone: str
    weekly: list[WeeklyHours] = []
    exceptions: list[AvailabilityException] = []


class WalkerChanged(_UserSnapshot):
    """Everything the search for a walker needs to know of one, except his reputation."""

    type = "walker.changed.v1"
    key_field = "walker_id"

    walker_id: UUID
    verification: Verification
    verified_until: AwareDatetime | None = None
    # until when a background check of him holds; none: there is none
    checked_until: AwareDatetime | None = None
    online: bool
    home: Point | None = None
    service_radius_m: int = Field(ge=0)
    # GeoJSON Polygon or MultiPolygon; instead of the circle around home
    area: dict[str, Any] | None = None
    accepted_sizes: list[PetSize]
    accepted_species: list[Species] = list(Species)
    takes_puppies: bool = True
    takes_reactive: bool = True
    # who asks for him has him, without his having to accept
    instant_book: bool = False
    max_dogs: int = Field(ge=1)
    skills: list[str] = []
    languages: list[str] = []
    # basis points of the market's rate
    rate_bp: int = Field(default=10_000, gt=0)
    availability: Availability
    min_notice_minutes: int = Field(default=0, ge=0)


class _VerificationEvent(_UserEvent):
    key_field = "verification_id"

    verification_id: UUID
    walker_id: UUID
    document_type: DocumentType
    media_ids: list[UUID]
    # when the files must be gone
    purge_at: AwareDatetime | None = None


class VerificationSubmitted(_VerificationEvent):
    """A walker has handed in documents."""

    type = "verification.submitted.v1"


class VerificationDecided(_VerificationEvent):
    """A reviewer has decided on a walker's documents."""

    type = "verification.decided.v1"

    decision: Literal["approved", "rejected"]
    reason_code: str | None = None


class VerificationMoved(_UserEvent):
    """A walker's verification has come a step further, or was suspended or reinstated."""

    type = "verification.moved.v1"
    key_field = "verification_id"

    verification_id: UUID
    walker_id: UUID
    stage: Literal["in_review", "needs_info", "suspended", "reinstated"]


class VerificationExpiring(_UserEvent):
    """What a walker's standing rests on ends in 30, 7 or 1 days, or has ended (0)."""

    type = "verification.expiring.v1"
    key_field = "walker_id"

    walker_id: UUID
    what: Literal["verification", "background_check"]
    expires_at: AwareDatetime
    days_left: int


class BackgroundCheckRecorded(_UserEvent):
    """A background check of a walker was recorded, or revoked."""

    type = "background_check.recorded.v1"
    key_field = "check_id"

    check_id: UUID
    walker_id: UUID
    level: Literal["basic", "enhanced"]
    outcome: Literal["passed", "failed", "revoked"]
    expires_at: AwareDatetime


class AppealAgainst(StrEnum):
    ACCOUNT = "account"
    VERIFICATION = "verification"


class _AppealEvent(_UserEvent):
    key_field = "appeal_id"

    appeal_id: UUID
    user_id: UUID
    against: AppealAgainst


class AppealOpened(_AppealEvent):
    """Somebody contests a suspension."""

    type = "appeal.opened.v1"


class AppealAnswered(_AppealEvent):
    """An appeal was granted, and the suspension lifted, or refused."""

    type = "appeal.answered.v1"

    outcome: Literal["granted", "refused"]


class _PairEvent(_UserEvent):
    user_id: UUID
    other_id: UUID


class FavoriteAdded(_PairEvent):
    """A client likes a walker: he is asked first."""

    type = "favorite.added.v1"


class FavoriteRemoved(_PairEvent):
    """A walker is no longer a client's favourite."""

    type = "favorite.removed.v1"


class BlockAdded(_PairEvent):
    """Two people must not meet any more, whoever of them said so."""

    type = "block.added.v1"


class BlockRemoved(_PairEvent):
    """A block has been lifted by the one who set it."""

    type = "block.removed.v1"


class UserErasureRequested(_UserEvent):
    """A person leaves: every other service erases or puts the pseudonym in his place, then says so."""

    type = "user.erasure_requested.v1"

    erasure_id: UUID
    user_id: UUID
    pseudonym: str


class UserClient(ServiceClient):
    service: ClassVar[str] = "user-service"

    async def permissions(self) -> dict[str, list[str]]:
        """Role → permissions, as they are now."""
        return (await self.call("GET", "/permissions")).json()

    async def mint_key_token(
        self, user_id: UUID, *, session_id: UUID, scopes: Sequence[str], life: timedelta
    ) -> str:
        """An access token of a key's owner, held to the key's scopes; for the gateway alone."""
        body = {
            "user_id": str(user_id),
            "session_id": str(session_id),
            "scopes": list(scopes),
            "life_s": max(1, int(life.total_seconds())),
        }
        return (await self.call("POST", "/key-tokens", json=body)).json()["access_token"]
