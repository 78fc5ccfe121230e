"""One document out of all services', and what the gateway itself learns from it."""

from typing import Any

import pytest
from example_services import order_service, pet_service, user_service
from fastapi import FastAPI
from openapi_core import OpenAPI
from platforms import Platform, Start
from pydantic import BaseModel
from upstreams import OK, Raw

from app.services.catalogue import Catalogue
from app.services.documents import merge
from lapa_kit.ids import new_id
from lapa_kit.testing import bearer
from lapa_kit.testing.server import running

OWN: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "api-gateway", "version": "0.1.0"},
    "paths": {},
}


LANES = ("fast",)  # which hands on what is not to be relayed


def merged(**services: FastAPI) -> dict[str, Any]:
    return merge(OWN, {f"{name}-service": app.openapi() for name, app in services.items()})


def all_merged() -> dict[str, Any]:
    return merged(order=order_service(), pet=pet_service(), user=user_service())


def test_the_merged_document_is_a_valid_one() -> None:
    OpenAPI.from_dict(all_merged()).check_spec()


def test_resources_keep_their_paths_and_the_rest_is_under_the_services_name() -> None:
    paths = set(all_merged()["paths"])
    assert {"/api/v1/orders", "/api/v1/pets", "/order-service/health"} <= paths
    assert "/health" not in paths, "that is the gateway's own"
    assert not [path for path in paths if "internal" in path]


def test_different_things_of_one_name_get_names_of_their_own() -> None:
    document = all_merged()
    schemas = document["components"]["schemas"]
    assert set(schemas["OrderItem"]["properties"]) == {"title", "price"}
    assert set(schemas["PetItem"]["properties"]) == {"name"}
    assert "Item" not in schemas
    answer = document["paths"]["/api/v1/pets"]["get"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"]["$ref"].endswith("/PetPage")
    items = schemas["PetPage"]["properties"]["items"]["items"]
    assert items["$ref"].endswith("/PetItem"), "Page looked alike, but what it holds does not"


def test_the_same_thing_of_one_name_is_there_once() -> None:
    schemas = all_merged()["components"]["schemas"]
    assert {"Problem", "FieldError", "Money"} <= set(schemas)
    assert not [name for name in schemas if name.endswith("Problem") and name != "Problem"]


def test_what_most_services_share_keeps_its_name() -> None:
    other = FastAPI(title="chat-service", version="1")

    class Money(BaseModel):
        coins: int

    @other.get("/api/v1/chats")
    def list_chats() -> Money:
        return Money(coins=1)

    schemas = merged(order=order_service(), pet=pet_service(), chat=other)["components"]["schemas"]
    assert set(schemas["Money"]["properties"]) == {"amount", "currency"}
    assert set(schemas["ChatMoney"]["properties"]) == {"coins"}


def test_operations_have_names_of_their_own() -> None:
    paths = all_merged()["paths"]
    names = [operation["operationId"] for item in paths.values() for operation in item.values()]
    assert len(names) == len(set(names))
    assert paths["/api/v1/orders"]["get"]["operationId"] == "order_list_things"
    assert paths["/api/v1/pets"]["post"]["operationId"] == "add_pet"


def test_tags_stay_and_are_made_up_where_none_are() -> None:
    paths = all_merged()["paths"]
    assert paths["/api/v1/orders"]["get"]["tags"] == ["orders"]
    assert paths["/api/v1/pets"]["get"]["tags"] == ["pet"]


def test_swaggers_authorize_can_sign_in() -> None:
    document = all_merged()
    flow = document["components"]["securitySchemes"]["Password"]["flows"]["password"]
    assert flow["tokenUrl"] == "/api/v1/auth/token"
    security = document["paths"]["/api/v1/orders"]["get"]["security"]
    assert {"HTTPBearer": []} in security
    assert {"Password": []} in security
    assert "security" not in document["paths"]["/api/v1/auth/token"]["post"]


def test_merging_leaves_its_parts_alone() -> None:
    app = order_service()
    before = str(app.openapi())
    all_merged()
    merged(order=app, pet=pet_service())
    assert str(app.openapi()) == before


@pytest.mark.parametrize(
    ("method", "path", "template", "is_public"),
    [
        ("GET", "/api/v1/orders", "/api/v1/orders", False),
        ("HEAD", "/api/v1/orders", "/api/v1/orders", False),
        ("GET", "/api/v1/orders/", "/api/v1/orders", False),
        ("GET", "/api/v1/orders/public/7", "/api/v1/orders/public/{number}", True),
        ("GET", "/api/v1/orders/public/offers", "/api/v1/orders/public/{number}", True),
        ("GET", "/api/v1/orders/7/offers", "/api/v1/orders/{order_id}/offers", False),
    ],
)
def test_a_path_is_recognised_as_its_operation(
    method: str, path: str, template: str, is_public: bool
) -> None:
    catalogue = Catalogue()
    catalogue.learn("order-service", order_service().openapi())
    operation = catalogue.find("order-service", method, path)
    assert operation is not None
    assert (operation.template, operation.is_public) == (template, is_public)


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/api/v1/orders"), ("GET", "/api/v1/orders/7"), ("GET", "/api/v1/other")],
)
def test_what_a_service_does_not_offer_is_not_made_up(method: str, path: str) -> None:
    catalogue = Catalogue()
    catalogue.learn("order-service", order_service().openapi())
    assert catalogue.find("order-service", method, path) is None
    assert catalogue.find("pet-service", method, path) is None


@pytest.fixture
async def learned(start: Start) -> Any:
    """A gateway that has read the documents of two real services."""
    async with running(order_service()) as orders, running(pet_service()) as pets:
        platform = await start(order_service_url=orders, pet_service_url=pets, max_body_bytes=2000)
        await platform.learn()
        yield platform


async def test_the_served_document_holds_the_services_that_were_reached(
    learned: Platform,
) -> None:
    document = (await learned.client.get("/openapi.json")).json()
    assert {"/api/v1/orders", "/api/v1/pets", "/api/v1/gateway/services", "/health"} <= set(
        document["paths"]
    )
    assert document["paths"]["/api/v1/orders"]["get"]["x-service"] == "order-service"
    OpenAPI.from_dict(document).check_spec()


async def test_a_service_that_went_away_stays_documented(start: Start) -> None:
    async with running(order_service()) as orders:
        platform = await start(order_service_url=orders)
        await platform.learn()
    await platform.learn()
    document = (await platform.client.get("/openapi.json")).json()
    assert "/api/v1/orders" in document["paths"]


@pytest.mark.parametrize("body", [b"no json", b"[]", b"{}", b'{"paths": 3}', b"null"])
async def test_a_document_that_is_none_is_passed_over(start: Start, raw: Raw, body: bytes) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    raw.behaviours = [raw.answering(OK), raw.answering(answer)]
    platform = await start(order_service_url=raw.url)
    await platform.learn()
    assert (await platform.client.get("/openapi.json")).status_code == 200
    assert platform.gateway.catalogue.documents == {}


async def test_routes_are_counted_by_their_templates(learned: Platform) -> None:
    for number in range(3):
        await learned.client.get(f"/api/v1/orders/public/{number}")
    await learned.client.get(f"/api/v1/orders/nothing/{new_id()}/here")
    counted = {entry.route: entry.requests for entry in learned.gateway.statistics}
    assert counted == {"/api/v1/orders/public/{number}": 3, "/api/v1/orders": 1}


async def test_only_what_takes_files_takes_large_bodies(learned: Platform) -> None:
    photo = {"photo": ("dog.jpg", bytes(5000))}
    assert (await learned.client.post("/api/v1/pets/photos", files=photo)).json() == 5000
    response = await learned.client.post("/api/v1/pets", content=bytes(5000))
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")


class TestTheEdge:
    async def test_refuses_early_where_a_token_is_needed(self, learned: Platform) -> None:
        for headers in (
            {},
            {"Authorization": "Bearer no.good.token"},
            {"Authorization": "Basic x"},
        ):
            response = await learned.client.get("/api/v1/orders", headers=headers)
            assert response.status_code == 401
            assert response.headers["www-authenticate"] == "Bearer"
        pool = learned.gateway.upstreams["order-service"].endpoints[0].pool
        assert pool.size == 0, "nothing reached the service"

    async def test_lets_a_good_token_through(self, learned: Platform) -> None:
        user = new_id()
        response = await learned.client.get("/order/api/v1/orders", headers=bearer(user))
        assert response.json()["items"][0]["title"] == str(user)

    async def test_lets_anybody_reach_what_is_public(self, learned: Platform) -> None:
        for headers in ({}, {"Authorization": "Bearer no.good.token"}):
            response = await learned.client.get("/api/v1/orders/public/7", headers=headers)
            assert response.json()["amount"] == 7

    async def test_passes_on_what_it_does_not_know(self, platform: Platform) -> None:
        response = await platform.client.get("/api/v1/orders")
        assert response.status_code == 200, "the service itself will refuse"

    async def test_refuses_a_revoked_session(self, learned: Platform) -> None:
        user, session = new_id(), new_id()
        headers = bearer(user, session_id=session)
        assert (await learned.client.get("/api/v1/orders", headers=headers)).status_code == 200
        revocations = learned.gateway.authenticator.revocations
        revocations._sessions = frozenset({session})  # pyright: ignore[reportPrivateUsage]
        response = await learned.client.get("/api/v1/orders", headers=headers)
        assert (response.status_code, response.json()["code"]) == (401, "token_revoked")
