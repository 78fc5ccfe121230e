"""A person leaves: the books stay whole, and are nobody's."""

from typing import Any

import pytest
from factories import EUR, balance_of, faults, give, money_of
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.models import Account, Journal
from app.models.ledger import wallet
from lapa_contracts.user import UserErasureRequested
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import as_service

NOTE = "for Rex's birthday"


@pytest.mark.committed
async def test_the_pseudonym_takes_his_place_and_no_amount_moves(
    client: Any,
    session: Any,
    sessions: Any,
    as_user: Any,
    deliver: Any,
    run_jobs: Any,
    outbox: Any,
) -> None:
    me, friend, pseudonym = new_id(), new_id(), new_id()
    await give(session, me, 5000)
    await give(session, friend, 1)
    sent = {"to_user_id": str(friend), "amount": 700, "currency": EUR, "note": NOTE}
    await client.post("/api/v1/wallets/transfers", json=sent, headers=as_user(me))
    blockers = await client.get(f"/internal/v1/privacy/{me}/blockers", headers=as_service())
    assert [(one["code"], one["can_be_waived"]) for one in blockers.json()] == [
        ("wallet_not_empty", True)
    ]

    asked = UserErasureRequested(erasure_id=new_id(), user_id=me, pseudonym=str(pseudonym))
    await deliver(asked)
    await run_jobs()

    assert await money_of(sessions, me) == (0, 0)
    assert await balance_of(sessions, wallet(pseudonym, EUR)) == 4300
    assert await money_of(sessions, friend) == (701, 0)
    assert await faults(sessions) == []
    async with sessions() as looking:
        details = [journal.details for journal in await looking.scalars(select(Journal))]
        assert me not in set(await looking.scalars(select(Account.owner_id)))
    assert NOTE not in str(details)
    [receipt] = [one.payload for one in await outbox() if one.type == "privacy.erased.v1"]
    assert receipt["erased"]["accounts"] == 1
    assert {(one["what"], one["why"]) for one in receipt["kept"]} == {
        ("journals", "tax_records"),
        ("postings", "tax_records"),
    }


@pytest.mark.parametrize(
    "statement",
    [
        "update journals set details = '{}'",
        "set local lapa.forgetting = 'on'; update journals set details = '{}'",
        "set local lapa.ledger = 'open'; update journals set details = '{}'",
        "set local lapa.ledger = 'open'; set local lapa.forgetting = 'on'; update journals set kind = 'gift'",
        "set local lapa.ledger = 'open'; set local lapa.forgetting = 'on'; delete from journals",
    ],
)
async def test_forgetting_opens_no_other_way_into_the_books(session: Any, statement: str) -> None:
    await give(session, new_id(), 5000)

    with pytest.raises(DBAPIError):
        for part in statement.split(";"):
            await session.execute(text(part))
