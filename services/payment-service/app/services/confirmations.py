"""A person answers his bank, on the sandbox provider's page; the answer settles what waited for it."""

from string import Template

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import SandboxCharge
from app.providers import sandbox
from app.services import topups

PAGE = Template("""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox bank</title>
<style>
 body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem; color: #1c2b2d }
 .sum { font-size: 2.2rem; font-weight: 650; margin: .4rem 0 1.4rem }
 form { display: inline } small { color: #5a6b6e }
 button { font: inherit; padding: .7rem 1.3rem; border-radius: .6rem; border: 1px solid #1f7a5c; cursor: pointer }
 .yes { background: #1f7a5c; color: #fff } .no { background: #fff; color: #1c2b2d; border-color: #b9c4c6 }
</style>
<p>Sandbox bank · no real money</p>
<div class="sum">$amount $currency</div>
$body
</html>""")
QUESTION = """<form method="post" action="{path}/confirm"><button class="yes">Pay</button></form>
<form method="post" action="{path}/refuse"><button class="no">Refuse</button></form>"""
ANSWERS = {
    sandbox.PAID: "<p>Paid. You may close this page.</p>",
    sandbox.REFUSED: "<p>Refused: nothing has been charged. You may close this page.</p>",
}


async def show(session: AsyncSession, secret: str) -> str:
    return _page(await sandbox.show(session, secret))


async def answer(session: AsyncSession, secret: str, *, is_confirmed: bool) -> str:
    """The first answer counts; another one only shows it."""
    charge = await sandbox.decide(session, secret, is_confirmed=is_confirmed)
    await session.flush()
    await topups.settle(session, charge.reference, sandbox.outcome_of(charge))
    return _page(charge)


def _page(charge: SandboxCharge) -> str:
    path = f"/api/v1/payments/sandbox/{charge.secret}"
    body = ANSWERS.get(charge.outcome) or QUESTION.format(path=path)
    amount = f"{charge.amount / 100:.2f}"
    return PAGE.substitute(amount=amount, currency=charge.currency, body=body)
