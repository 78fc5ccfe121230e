"""The settings of the user service, and nothing else's."""

from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar, Self
from urllib.parse import urlsplit

from maxminddb import InvalidDatabaseError, Reader, open_database
from pydantic import BeforeValidator, SecretStr, model_validator
from pydantic_settings import NoDecode

from app.consents import DOCUMENTS, TERMS
from app.oidc import OidcProvider
from lapa_contracts.settings import LapaSettings
from lapa_contracts.user import DocumentType
from lapa_kit.keys import SYMMETRIC, SigningKeys
from lapa_kit.ratelimit import Rate
from lapa_kit.settings import DEVELOPMENT_SECRETS

LONG_ENOUGH = 12


def _kinds(value: object) -> object:
    """`passport|id_card, selfie`: one of the first two, and a selfie."""
    if not isinstance(value, str):
        return value
    groups = [group.split("|") for group in value.split(",") if group.strip()]
    return [frozenset(kind.strip() for kind in group) for group in groups]


WantedDocuments = Annotated[list[frozenset[DocumentType]], BeforeValidator(_kinds), NoDecode]


class Settings(LapaSettings):
    service_name: ClassVar[str] = "user-service"
    schema_name: ClassVar[str] = "users"

    # the first administrator, made at the start unless somebody has that address already
    admin_email: str = ""
    admin_password: SecretStr = SecretStr("")

    # RS256 and EdDSA: the keys as PEM, newest first, or a file of them. Only this service has them.
    jwt_private_key: SecretStr = SecretStr("")
    jwt_private_key_file: Path | None = None

    default_timezone: str = "Europe/Helsinki"
    default_locale: str = "en"

    refresh_token_life: timedelta = timedelta(days=30)
    # how long a burst of refreshes that overlap in time may get the same successor
    refresh_burst: timedelta = timedelta(seconds=10)
    # how much later a used token still gets its unused successor: kind to clients that lost the
    # answer, and as long as that to thieves
    refresh_grace: timedelta = timedelta(0)
    verify_code_life: timedelta = timedelta(hours=24)
    reset_code_life: timedelta = timedelta(minutes=15)
    otp_code_life: timedelta = timedelta(minutes=5)
    code_attempts: int = 5
    codes_per_hour: int = 5

    # a second factor for roles with rights beyond one's own things; unset: outside development
    require_second_factor: bool | None = None
    second_factor_failures_per_hour: int = 10
    # the domain that passkeys are for, and the pages they are used on; empty: as PUBLIC_URL and CORS_ORIGINS say
    passkey_rp_id: str = ""
    # how long after signing in somebody without a password counts as having just proved who he is
    fresh_sign_in: timedelta = timedelta(minutes=10)

    # a MaxMind database (City or Country) for where a signed-in device is; none: no place is told
    geoip_database: Path | None = None

    # sign-in with accounts elsewhere, as JSON: see app/oidc.py
    oidc_providers: list[OidcProvider] = []

    login_failures_per_account: int = 10
    login_failures_per_address: int = 100
    phone_codes_per_address_per_hour: int = 20
    login_window: timedelta = timedelta(minutes=15)
    registrations_per_address_per_hour: int = 300

    verification_life: timedelta = timedelta(days=365)
    documents_kept_for: timedelta = timedelta(days=30)
    # what must be there before it is submitted, "passport|id_card, selfie"; none: any one document
    verification_documents: WantedDocuments = []
    second_reviewer_required: bool = False
    # how long a reviewer who has picked a case up keeps others away
    review_lease: timedelta = timedelta(hours=2)
    # drafts and questions that nobody answers end after that
    verification_patience: timedelta = timedelta(days=60)

    quiz_required: bool = False
    quiz_questions: int = 10
    quiz_pass_bp: int = 8000
    quiz_time: timedelta = timedelta(minutes=30)
    quiz_retry_after: timedelta = timedelta(hours=24)

    # the walker of an order sees its owner's contacts from that long before the walk, and that long
    # after it should have ended, unless it is ended before
    contacts_open_before: timedelta = timedelta(minutes=30)
    contacts_close_after: timedelta = timedelta(hours=6)

    # how often walkers' own calendars are read, and how far ahead
    calendar_every: timedelta = timedelta(minutes=15)
    calendar_horizon: timedelta = timedelta(days=90)

    home_grid_m: int = 500
    # how long support may look with a person's eyes before it has to say why again
    view_as_life: timedelta = timedelta(minutes=15)

    @property
    def signing_keys(self) -> SigningKeys | None:
        if self.jwt_algorithm in SYMMETRIC:
            return None
        pem = self.jwt_private_key.get_secret_value()
        return _read_keys(pem, self.jwt_private_key_file, self.jwt_algorithm)

    @property
    def places(self) -> Reader | None:
        return _open_places(self.geoip_database) if self.geoip_database else None

    @property
    def wants_second_factor(self) -> bool:
        if self.require_second_factor is None:
            return self.environment != "development"
        return self.require_second_factor

    @property
    def second_factor_rate(self) -> Rate:
        return Rate(self.second_factor_failures_per_hour, 3600)

    @property
    def passkey_domain(self) -> str:
        return self.passkey_rp_id or urlsplit(self.public_url).hostname or "localhost"

    @property
    def passkey_origins(self) -> list[str]:
        public = urlsplit(self.public_url)
        return [f"{public.scheme}://{public.netloc}", *self.cors_origins]

    @property
    def account_rate(self) -> Rate:
        return Rate(self.login_failures_per_account, self.login_window.total_seconds())

    @property
    def address_rate(self) -> Rate:
        return Rate(self.login_failures_per_address, self.login_window.total_seconds())

    @property
    def phone_code_rate(self) -> Rate:
        return Rate(self.phone_codes_per_address_per_hour, 3600)

    @property
    def registration_rate(self) -> Rate:
        return Rate(self.registrations_per_address_per_hour, 3600)

    @model_validator(mode="after")
    def _the_terms_can_be_agreed_to(self) -> Self:
        known = DOCUMENTS[TERMS].version
        if self.terms_version not in ("", known):
            raise ValueError(f"TERMS_VERSION must be {known}, that of app/consents/documents.json")
        return self

    @model_validator(mode="after")
    def _providers_can_be_told_apart(self) -> Self:
        for what in ("name", "issuer"):
            if len({getattr(one, what) for one in self.oidc_providers}) < len(self.oidc_providers):
                raise ValueError(f"OIDC_PROVIDERS: two have the same {what}")
        is_open = any(not one.is_encrypted for one in self.oidc_providers)
        if is_open and self.environment != "development":
            raise ValueError("OIDC_PROVIDERS: an issuer begins with https:// outside development")
        return self

    @model_validator(mode="after")
    def _places_can_be_looked_up(self) -> Self:
        _ = self.places
        return self

    @model_validator(mode="after")
    def _the_first_admin_is_safe(self) -> Self:
        password = self.admin_password.get_secret_value()
        is_weak = password in DEVELOPMENT_SECRETS or len(password) < LONG_ENOUGH
        if self.environment == "production" and self.admin_email and is_weak:
            raise ValueError(
                f"ADMIN_PASSWORD must be a real one of at least {LONG_ENOUGH} characters "
                "when ENVIRONMENT=production"
            )
        return self


@lru_cache(maxsize=8)
def _read_keys(pem: str, file: Path | None, algorithm: str) -> SigningKeys:
    """Raises ValueError naming the setting; the file is read once a process."""
    try:
        return SigningKeys(file.read_text() if file else pem, algorithm)
    except OSError as error:
        raise ValueError(f"JWT_PRIVATE_KEY_FILE cannot be read: {error.strerror}") from None
    except ValueError as error:
        name = "JWT_PRIVATE_KEY_FILE" if file else "JWT_PRIVATE_KEY"
        raise ValueError(f"{name}: {error}") from None


@lru_cache(maxsize=1)
def _open_places(file: Path) -> Reader:
    """Raises ValueError naming the setting; mapped into memory once a process."""
    try:
        return open_database(file)
    except (OSError, InvalidDatabaseError) as error:
        raise ValueError(f"GEOIP_DATABASE cannot be read: {type(error).__name__}") from None


settings = Settings.from_env()
