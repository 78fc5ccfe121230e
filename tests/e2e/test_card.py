"""An order paid by card, through the gateway: the client confirms at his bank, and has all of it back."""

from typing import Any

from actors import Api, until
from story import Walk, make_dog, make_owner, make_walker


async def test_a_walk_is_confirmed_at_the_bank_and_given_back_when_it_is_cancelled(
    api: Api, admin: Api, real_time: None
) -> None:
    walker, owner = await make_walker(api, admin), await make_owner(api)
    walk = Walk(owner, walker, admin, await make_dog(owner))
    card = await owner.post("payment-methods", {"provider": "sandbox", "payment_token": "tok_3ds"})
    await walk.book(walker_id=walker.id, payment_method=card["id"])

    async def is_asked() -> Any:
        return (await walk.order())["payment"].get("confirmation_url")

    page = "/api" + (await until(is_asked)).partition("/api")[2]
    assert "Pay" in (await api.ask("GET", page)).text
    await api.ask("POST", f"{page}/confirm")

    order = await walk.until_status("searching")
    assert order["payment"]["status"] == "authorized"
    assert (await owner.get("wallets/me"))["held"] == 0
    await owner.post(f"orders/{walk.id}/cancel", {"reason": "rain"})

    async def is_let_go() -> Any:
        (payment,) = (await owner.get("payments", order_id=walk.id))["items"]
        detail = await owner.get(f"payments/{payment['id']}")
        asked = [(one["kind"], one["status"]) for one in detail["operations"]]
        return detail if ("void", "succeeded") in asked else None

    payment = await until(is_let_go)
    assert (payment["status"], payment["captured"]) == ("voided", 0)
