"""What every process is told by its environment; a refusal names the variable and what it expects."""

import base64
import os
import socket
import sys
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import quote

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from lapa_kit.keys import SYMMETRIC, SigningKeys

DEVELOPMENT_SECRETS = {"", "change-me", "lapa_password", "secret", "password"}
MINIMUM_SECRET_BYTES = 32

CommaSeparated = Annotated[list[str], NoDecode]


class ServiceSettings(BaseSettings):
    """The settings common to all services; a service's own config adds only its own fields."""

    model_config = SettingsConfigDict(
        env_file=(".env", "../../.env"), extra="ignore", frozen=True, hide_input_in_errors=True
    )

    service_name: ClassVar[str]
    schema_name: ClassVar[str]
    # role -> permissions, until the table of the service that owns them has been fetched
    default_permissions: ClassVar[dict[str, frozenset[str]]] = {}

    environment: Literal["development", "production"] = "development"
    debug: bool = False
    test_mode: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    version: str = "0.1.0"
    instance: str = Field(default="0", validation_alias="LAPA_INSTANCE")
    permissions_url: str = ""
    allowed_hosts: CommaSeparated = ["*"]
    cors_origins: CommaSeparated = []

    postgres_host: str = "localhost"
    postgres_port: int = Field(default=5432, gt=0, lt=65536)
    postgres_user: str = "lapa_user"
    postgres_password: SecretStr = SecretStr("lapa_password")
    postgres_db: str = "lapa"
    database_pool_size: int = Field(default=5, ge=1, le=50)

    redis_host: str = "localhost"
    redis_port: int = Field(default=6379, gt=0, lt=65536)
    redis_password: SecretStr = SecretStr("")
    redis_db: int = Field(default=0, ge=0)
    events_url: str = ""

    jwt_secret_key: SecretStr = SecretStr("change-me")
    jwt_algorithm: Literal["HS256", "HS384", "HS512", "RS256", "EdDSA"] = "HS256"
    # where the public keys of RS256 and EdDSA are, for services that do not sign
    jwks_url: str = ""
    jwt_issuer: str = "lapa"
    jwt_audience: str = "lapa"
    access_token_expire_minutes: int = Field(default=60, ge=1)
    service_jwt_secret: SecretStr = SecretStr("")
    seal_key: SecretStr = SecretStr("")

    @field_validator("allowed_hosts", "cors_origins", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @model_validator(mode="after")
    def _production_is_serious(self) -> Self:
        if self.environment != "production":
            return self
        if self.test_mode:
            raise ValueError("TEST_MODE must be false when ENVIRONMENT=production")
        if self.debug:
            raise ValueError("DEBUG must be false when ENVIRONMENT=production")
        names = ["service_jwt_secret", "seal_key"]
        if self.needs_jwt_secret:
            names.append("jwt_secret_key")
        for name in names:
            secret: SecretStr = getattr(self, name)
            value = secret.get_secret_value()
            if value in DEVELOPMENT_SECRETS or len(value) < MINIMUM_SECRET_BYTES:
                raise ValueError(
                    f"{name.upper()} must be a random secret of at least {MINIMUM_SECRET_BYTES} "
                    "characters when ENVIRONMENT=production (try: openssl rand -hex 32)"
                )
        if self.postgres_password.get_secret_value() in DEVELOPMENT_SECRETS:
            raise ValueError("POSTGRES_PASSWORD must be a real one when ENVIRONMENT=production")
        return self

    @model_validator(mode="after")
    def _tokens_can_be_verified(self) -> Self:
        if self.jwt_algorithm in SYMMETRIC or self.signing_keys or self.jwks_url:
            return self
        raise ValueError(f"JWKS_URL is needed with JWT_ALGORITHM={self.jwt_algorithm}")

    @classmethod
    def from_env(cls) -> Self:
        """Read the environment, or end the process with one sentence a variable."""
        try:
            return cls()
        except ValidationError as error:
            for problem in error.errors():
                name = "_".join(str(part) for part in problem["loc"]).upper() or "settings"
                print(f"{cls.service_name}: {name}: {problem['msg']}", file=sys.stderr)
            raise SystemExit(78) from None  # EX_CONFIG of sysexits.h

    @property
    def signing_keys(self) -> SigningKeys | None:
        """The key pairs of the one service that signs access tokens with them; nobody else has any."""
        return None

    @property
    def needs_jwt_secret(self) -> bool:
        """False where tokens are only verified, with public keys."""
        return self.jwt_algorithm in SYMMETRIC or self.signing_keys is not None

    @property
    def process_name(self) -> str:
        """The same after a restart, so that a consumer finds its own unfinished events again."""
        return f"{socket.gethostname()}-{self.instance}"

    @property
    def role_name(self) -> str:
        return f"lapa_{self.schema_name}"

    @property
    def database_url(self) -> str:
        password = quote(self.postgres_password.get_secret_value(), safe="")
        credentials = f"{quote(self.postgres_user, safe='')}:{password}@"
        if self.postgres_host.startswith("/"):
            host = f"/{self.postgres_db}?host={self.postgres_host}&port={self.postgres_port}"
        else:
            host = f"{self.postgres_host}:{self.postgres_port}/{self.postgres_db}"
        return f"postgresql+asyncpg://{credentials}{host}"

    @property
    def redis_url(self) -> str:
        password = self.redis_password.get_secret_value()
        credentials = f":{quote(password, safe='')}@" if password else ""
        if self.redis_host.startswith("/"):
            return f"unix://{credentials}{self.redis_host}?db={self.redis_db}"
        return f"redis://{credentials}{self.redis_host}:{self.redis_port}/{self.redis_db}"

    @property
    def events_transport_url(self) -> str:
        return self.events_url or self.redis_url

    def service_url(self, service: str) -> str:
        """Where a service answers: USER_SERVICE_URL for user-service, or its name inside a cluster."""
        field = service.replace("-", "_") + "_url"
        return str(getattr(self, field, "") or f"http://{service}:8000").rstrip("/")

    @property
    def service_secret(self) -> str:
        return self.service_jwt_secret.get_secret_value() or self._derive("service-jwt").hex()

    @property
    def seal_keys(self) -> list[bytes]:
        """256-bit keys, newest first; SEAL_KEY may list several separated by commas while rotating."""
        value = self.seal_key.get_secret_value()
        if not value:
            return [self._derive("seal")]
        return [sha256(part.strip().encode()).digest() for part in value.split(",")]

    def _derive(self, purpose: str) -> bytes:
        """A development stand-in for a secret that was not given: never the JWT secret itself."""
        secret = self.jwt_secret_key.get_secret_value().encode()
        kdf = HKDF(algorithm=SHA256(), length=32, salt=b"lapa", info=purpose.encode())
        return kdf.derive(secret)


def urlsafe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def service_folder() -> Path:
    """The folder of the running service: processes and tests run inside it."""
    return Path(os.getcwd())
