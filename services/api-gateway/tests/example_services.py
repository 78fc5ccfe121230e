"""Small real services with documents of their own, for what the gateway learns from them."""

from uuid import UUID

from fastapi import FastAPI, UploadFile
from pydantic import BaseModel

from lapa_kit.auth import Authenticator, CurrentUser
from lapa_kit.openapi import install, operation_id
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import mint_access_token


class _Settings(ServiceSettings):
    service_name = "tests"
    schema_name = "tests"


class Money(BaseModel):
    amount: int
    currency: str


def order_service() -> FastAPI:
    app = _service("order-service")

    class Item(BaseModel):
        title: str
        price: Money

    class Page(BaseModel):
        items: list[Item]

    @app.get("/api/v1/orders", tags=["orders"])
    async def list_things(user: CurrentUser) -> Page:
        return Page(items=[Item(title=str(user.id), price=Money(amount=1, currency="RUB"))])

    @app.get("/api/v1/orders/public/{number}", tags=["orders"])
    async def read_public(number: int) -> Money:
        return Money(amount=number, currency="RUB")

    @app.get("/api/v1/orders/{order_id}/offers", tags=["orders"])
    async def list_offers(order_id: str, user: CurrentUser) -> str:
        return order_id

    return app


def pet_service() -> FastAPI:
    app = _service("pet-service")

    class Item(BaseModel):
        name: str

    class Page(BaseModel):
        items: list[Item]

    @app.get("/api/v1/pets")
    async def list_things(user: CurrentUser) -> Page:
        return Page(items=[Item(name=str(user.id))])

    @app.post("/api/v1/pets/photos")
    async def add_photo(photo: UploadFile) -> int:
        return len(await photo.read())

    @app.post("/api/v1/pets")
    async def add_pet(body: Money) -> Money:
        return body

    return app


def user_service() -> FastAPI:
    app = _service("user-service")

    @app.post("/api/v1/auth/token")
    async def token() -> Money:
        return Money(amount=0, currency="")

    return app


def token_service() -> FastAPI:
    """Mints for keys as user-service does."""
    app = FastAPI()

    class Wanted(BaseModel):
        user_id: UUID
        session_id: UUID
        scopes: list[str]
        life_s: int

    @app.post("/internal/v1/key-tokens")
    async def mint(body: Wanted) -> dict[str, str]:
        token, _ = mint_access_token(_Settings(), roles=["client"], **body.model_dump())
        return {"access_token": token}

    return app


def _service(name: str) -> FastAPI:
    app = FastAPI(title=name, version="1.2.3", generate_unique_id_function=operation_id)
    app.state.authenticator = Authenticator(_Settings())
    install(app)

    @app.get("/health", tags=["operations"])
    async def health() -> dict[str, str]:
        return {"status": "ok", "service": name, "version": "1.2.3"}

    @app.get("/internal/v1/secrets")
    async def read_secrets() -> str:
        return "secret"

    return app
