"""A person answers his bank, on the sandbox provider's page; the provider tells us of it as he would from outside."""

from html import escape
from string import Template

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import HELD, PAID, SandboxCharge
from app.providers.sandbox import confirming

PAGE = Template("""<!doctype html>
<html lang="$language"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
 body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem; color: #1c2b2d }
 h1 { font-size: 1.1rem; font-weight: 400; color: #5a6b6e } .sum { font-size: 2.2rem; font-weight: 650; margin: .4rem 0 1.4rem }
 form { display: inline } a { color: #1f7a5c }
 button { font: inherit; padding: .7rem 1.3rem; border-radius: .6rem; border: 1px solid #1f7a5c; cursor: pointer }
 .yes { background: #1f7a5c; color: #fff } .no { background: #fff; color: #1c2b2d; border-color: #b9c4c6 }
</style>
<main>
<h1>$title</h1>
<p class="sum">$amount $currency</p>
$body
</main>
</html>""")
QUESTION = Template("""<form method="post" action="$path/confirm"><button class="yes">$pay</button></form>
<form method="post" action="$path/refuse"><button class="no">$refuse</button></form>""")
WORDS = {
    "en": {
        "title": "Sandbox bank · no real money",
        "pay": "Pay",
        "refuse": "Refuse",
        "paid": "Paid. You may close this page.",
        "refused": "Refused: nothing has been charged. You may close this page.",
        "back": "Back to Lapa",
    },
    "ru": {
        "title": "Учебный банк · деньги ненастоящие",
        "pay": "Оплатить",
        "refuse": "Отказаться",
        "paid": "Оплачено. Страницу можно закрыть.",
        "refused": "Отказано: ничего не списано. Страницу можно закрыть.",
        "back": "Вернуться в Lapa",
    },
}


async def show(session: AsyncSession, secret: str, *, language: str) -> str:
    return _page(await confirming.find_charge(session, secret), language)


async def answer(session: AsyncSession, secret: str, *, is_confirmed: bool, language: str) -> str:
    """The first answer counts; another one only shows it."""
    charge = await confirming.decide(session, secret, is_confirmed=is_confirmed)
    return _page(charge, language)


def _page(charge: SandboxCharge, language: str) -> str:
    language = "ru" if language.lower().startswith("ru") else "en"
    words = WORDS[language]
    path = f"/api/v1/payments/sandbox/{charge.secret}"
    if charge.is_waiting:
        body = QUESTION.substitute(path=path, pay=words["pay"], refuse=words["refuse"])
    else:
        said = words["paid" if charge.outcome in (PAID, HELD) else "refused"]
        body = f"<p>{said}</p>"
        if charge.return_url:
            body += f'\n<p><a href="{escape(charge.return_url)}">{words["back"]}</a></p>'
    return PAGE.substitute(
        language=language,
        title=words["title"],
        amount=f"{charge.amount / 100:.2f}",
        currency=charge.currency,
        body=body,
    )
