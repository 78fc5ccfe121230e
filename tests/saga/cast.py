"""Clients, walkers and support, and what they can do to an order: each call over HTTP, made again until it is answered."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from stage import Stage, bearer

from lapa_contracts.location import TrackFinalized
from lapa_contracts.user import Availability, Verification, WalkerChanged, WeeklyHours
from lapa_contracts.values import PetSize, Point
from lapa_kit.events import Event
from lapa_kit.ids import new_id
from lapa_kit.testing.plugin import envelope_for

EUR = "EUR"
SUPPORT = new_id()


@dataclass
class Client:
    id: UUID
    dog: str

    @property
    def token(self) -> dict[str, str]:
        return bearer(self.id)


@dataclass
class Walker:
    id: UUID

    @property
    def token(self) -> dict[str, str]:
        return bearer(self.id, "walker")


@dataclass
class Booked:
    id: UUID
    client: Client
    amount: int


@dataclass
class Cast:
    """Everybody of one story, at a place of its own: nobody of another story is found there."""

    stage: Stage
    place: dict[str, float]
    walkers: list[Walker] = field(default_factory=list[Walker])

    @property
    def support(self) -> dict[str, str]:
        return bearer(SUPPORT, "support")

    # -- people

    def hire(self) -> Walker:
        """A walker as user-service tells of him: approved, at the place, at work around the clock."""
        walker = Walker(new_id())
        profile = WalkerChanged(
            walker_id=walker.id,
            verification=Verification.APPROVED,
            verified_until=datetime.now(UTC) + timedelta(days=3650),
            online=True,
            home=Point(lat=self.place["lat"], lon=self.place["lon"]),
            service_radius_m=3000,
            accepted_sizes=list(PetSize),
            max_dogs=3,
            availability=Availability(
                timezone="Europe/Helsinki",
                weekly=[WeeklyHours(weekday=day, start=time(0), end=time(0)) for day in range(7)],
            ),
            version=1,
        )
        assert self.stage.hear(self.stage.order, [envelope_for(profile)])
        self.walkers.append(walker)
        return walker

    def register(self, *, funds: int) -> Client:
        person = new_id()
        dog = {"name": "Rex", "species": "dog", "weight_kg": 18}
        made = self.stage.ask(self.stage.pet, "POST", "pets", bearer(person), dog)
        assert made.status_code == 201, made.text
        client = Client(person, made.json()["id"])
        if funds:
            self.top_up(client, funds)
        return client

    def top_up(self, client: Client, amount: int) -> None:
        body = {"amount": amount, "currency": EUR, "provider": "sandbox"}
        body["payment_token"] = "tok_success"
        made = self._pay("POST", "wallets/me/topups", client.token, body)
        assert made.status_code == 201, made.text

    # -- an order

    def quote(self, client: Client) -> str:
        """The id of a quote for half an hour, as soon as possible."""
        wish = {
            "service_type": "walk",
            "pet_ids": [client.dog],
            "scheduled_at": None,
            "duration_minutes": 30,
            "pickup": {**self.place, "address": "Rantatie 1"},
        }
        quote = self._order("POST", "orders/quote", client.token, wish)
        assert quote.is_success, quote.text
        return str(quote.json()["quote_id"])

    def book(
        self, client: Client, *, walker: Walker | None = None, method: str = "wallet"
    ) -> Booked | None:
        """None when it was refused."""
        body = {"quote_id": self.quote(client), "payment_method": method}
        if walker:
            body["walker_id"] = str(walker.id)
        made = self._order("POST", "orders", client.token, body)
        if made.status_code != 201:
            return None
        order = made.json()
        return Booked(UUID(order["id"]), client, order["amount"])

    def state_of(self, booked: Booked) -> dict[str, Any]:
        return self._order("GET", f"orders/{booked.id}", booked.client.token).json()

    def walker_of(self, booked: Booked) -> Walker | None:
        assigned = self.state_of(booked)["walker_id"]
        return next((one for one in self.walkers if str(one.id) == assigned), None)

    def accept(self, booked: Booked) -> bool:
        """By the first walker who was asked and still can."""
        for walker in self.walkers:
            offers = self._order("GET", "orders/offers", walker.token).json()["items"]
            for offer in offers:
                if offer["order_id"] == str(booked.id):
                    path = f"orders/offers/{offer['id']}/accept"
                    if self._order("POST", path, walker.token).is_success:
                        return True
        return False

    def step(self, booked: Booked, name: str, body: dict[str, Any] | None = None) -> int:
        """The assigned walker's en-route, arrived, start, finish, contact-attempts, no-show; answers the status code."""
        walker = self.walker_of(booked)
        if walker is None:
            return 404
        at_door = {"lat": self.place["lat"], "lon": self.place["lon"], "accuracy_m": 8.0}
        path = f"orders/{booked.id}/{name}"
        return self._order("POST", path, walker.token, at_door | (body or {})).status_code

    def track(self, booked: Booked) -> None:
        """location-service has finished the track of the walk."""
        event: Event = TrackFinalized(
            track_id=booked.id,
            revision=1,
            distance_m=2400,
            low_m=2300,
            high_m=2500,
            moving_s=1700,
            duration_s=1800,
            coverage=0.98,
            polyline="_p~iF~ps|U_ulLnnqC_mqNvxq`@",
            raw_sha256="0" * 64,
        )
        assert self.stage.hear(self.stage.order, [envelope_for(event)])

    def cancel(self, booked: Booked, who: dict[str, str]) -> int:
        path = f"orders/{booked.id}/cancel"
        return self._order("POST", path, who, {"reason": "rain"}).status_code

    def move(self, booked: Booked, by: timedelta) -> int:
        body = {"scheduled_at": (self.stage.now + by).isoformat(), "duration_minutes": 60}
        path = f"orders/{booked.id}"
        return self._order("PATCH", path, booked.client.token, body).status_code

    def dispute(self, booked: Booked) -> int:
        body = {"reason": "He came late", "media_ids": []}
        path = f"orders/{booked.id}/dispute"
        return self._order("POST", path, booked.client.token, body).status_code

    def resolve(self, booked: Booked, refund: int) -> int:
        body = {"refund_amount": refund, "note": "Both are right"}
        path = f"orders/{booked.id}/dispute/resolve"
        return self._order("POST", path, self.support, body).status_code

    # -- money

    def refund(self, booked: Booked, amount: int) -> int:
        path = f"payments?order_id={booked.id}"
        paid = self._pay("GET", path, booked.client.token).json()["items"]
        mine = [one for one in paid if one["kind"] == "order"]
        if not mine:
            return 404
        body = {"amount": amount, "reason": "goodwill"}
        path = f"payments/{mine[0]['id']}/refund"
        return self._pay("POST", path, self.support, body).status_code

    def tip(self, booked: Booked, amount: int) -> bool:
        path = f"orders/{booked.id}/tip"
        return self._order("POST", path, booked.client.token, {"amount": amount}).is_success

    def spend(self, walker: Walker, to: Client, amount: int) -> bool:
        body = {"to_user_id": str(to.id), "amount": amount, "currency": EUR}
        return self._pay("POST", "wallets/transfers", walker.token, body).is_success

    def wallet_of(self, person: UUID) -> tuple[int, int]:
        """Available and held."""
        wallet = self._pay("GET", "wallets/me", bearer(person)).json()
        return wallet["available"], wallet["held"]

    def _order(self, method: str, path: str, who: dict[str, str], body: Any = None) -> Any:
        return self._never_broken(self.stage.ask(self.stage.order, method, path, who, body))

    def _pay(self, method: str, path: str, who: dict[str, str], body: Any = None) -> Any:
        return self._never_broken(self.stage.ask(self.stage.payment, method, path, who, body))

    @staticmethod
    def _never_broken(response: Any) -> Any:
        assert response.status_code < 500, response.text
        return response
