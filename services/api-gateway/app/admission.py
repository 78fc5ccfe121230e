"""What happens to every request before it is relayed, on whichever lane: who it is from, how often he may ask."""

from collections.abc import Callable

from starlette.types import Scope

from app.identity import check_view, identify, key_of, with_token
from app.policy import Framing, PayloadTooLarge, UnsupportedMediaType
from app.routing import Destination, destination
from app.services.allowance import Allowance
from app.services.catalogue import Operation
from app.services.gateway import Gateway
from app.visit import Visit
from lapa_contracts.user import UserClient
from lapa_kit.problems import NotFound, Problem
from lapa_kit.ratelimit import Rate, RateLimited, Verdict


def find_destination(gateway: Gateway, path: str) -> Destination:
    to = destination(path)
    if to.is_testing and not gateway.settings.test_mode:
        raise NotFound
    return to


def admit(
    gateway: Gateway,
    visit: Visit,
    to: Destination,
    path: str,
    token: str | None,
    framing: Framing,
) -> Allowance:
    """What it may take. Raises the Problem that keeps the request out."""
    operation = gateway.catalogue.find(to.service, visit.method, path[to.skip :])
    visit.is_for(to.service, operation.template if operation else to.label)
    if operation is not None:
        visit.notices = operation.notices
    identify_and_limit(gateway, visit, token, operation, to)
    allowance = gateway.allowances.of(operation)
    if framing.length != 0:
        _check_body(operation, allowance, framing)
    return allowance


def _check_body(operation: Operation | None, allowance: Allowance, framing: Framing) -> None:
    largest = allowance.largest_body
    if framing.length is not None and framing.length > largest:
        raise PayloadTooLarge(f"At most {largest} bytes are taken here.")
    if operation is not None and not operation.is_taken(framing.content_type):
        raise UnsupportedMediaType(f"Taken are {', '.join(sorted(operation.takes))}.")


async def exchange_key(gateway: Gateway, visit: Visit, scope: Scope) -> None:
    """Put a token in the place of a developer's key; from here on there is no key."""
    key = key_of(scope["headers"])
    if key is None:
        return
    token = gateway.key_tokens.find(key)
    if token is None:
        # to look a key up costs more than to be refused: guesses count against the address
        if rate := gateway.address_rate:
            _limit(visit, gateway.limits.ask(f"address:{visit.client}", rate), rate)
        state = scope["app"].state
        users = state.clients.get(UserClient)
        token = await gateway.key_tokens.exchange(key, state.sessions, users)
    scope["headers"] = with_token(scope["headers"], token)


def identify_and_limit(
    gateway: Gateway, visit: Visit, token: str | None, operation: Operation | None, to: Destination
) -> None:
    """A request that is refused for its token counts too: guessing is limited like asking."""
    refusal: Problem | None = None
    try:
        visit.claims = identify(gateway.authenticator, token, operation)
        check_view(visit.claims, visit.method, operation)
    except Problem as problem:
        refusal = problem
    limits, who = gateway.limits, _who(visit)
    route = operation.template if operation else to.label
    if rate := gateway.route_rates.get((visit.method, route)):
        _limit(visit, limits.ask(f"{visit.method} {route}:{who}", rate), rate)
    if rate := gateway.user_rate if visit.claims else gateway.address_rate:
        _limit(visit, limits.ask(who, rate), rate)
    if refusal is not None:
        raise refusal


def _who(visit: Visit) -> str:
    return f"user:{visit.claims.subject}" if visit.claims else f"address:{visit.client}"


def message_pace(gateway: Gateway, visit: Visit) -> Callable[[], float]:
    """For the messages of all sockets that one person has open: over the limit they are read later."""
    rate, bucket = gateway.message_rate, f"messages:{_who(visit)}"

    def pace() -> float:
        return gateway.limits.ask(bucket, rate).retry_after_s if rate else 0.0

    return pace


def _limit(visit: Visit, verdict: Verdict, rate: Rate) -> None:
    visit.is_limited(verdict, rate)
    if not verdict.is_allowed:
        raise RateLimited(retry_after=max(1, round(verdict.retry_after_s)))
