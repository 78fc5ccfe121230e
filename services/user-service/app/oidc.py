"""The identity providers that the operator trusts: any issuer of OpenID Connect."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StringConstraints

Algorithm = Literal["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""With a key pair only: neither `none` nor a secret that the issuer shares with its clients."""

Issuer = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$")]


class OidcProvider(BaseModel):
    """`name` is part of the callback's address; `issuer` is compared to the letter, as the issuer writes itself."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")
    title: str = Field(min_length=1, max_length=60)
    issuer: Issuer
    client_id: str = Field(min_length=1)
    client_secret: SecretStr = SecretStr("")
    scopes: tuple[str, ...] = ("openid", "email", "profile")
    algorithms: tuple[Algorithm, ...] = ("RS256",)

    def __hash__(self) -> int:
        return hash((self.name, self.issuer, self.client_id))

    @property
    def is_encrypted(self) -> bool:
        return self.issuer.startswith("https://")
