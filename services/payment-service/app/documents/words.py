"""What papers say, in the languages of the product."""

from typing import Literal

Locale = Literal["en", "ru"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "receipt": "Receipt",
        "credit_note": "Credit note",
        "number": "Number",
        "issued": "Issued",
        "order": "Order",
        "payment": "Payment",
        "fiscal": "Fiscal id",
        "service": "Dog walking",
        "tip": "Tip",
        "tax": "Tax",
        "discount": "Discount",
        "total": "Total",
        "returned": "Returned",
        "statement": "Wallet statement",
        "period": "Period",
        "opening": "Balance before",
        "closing": "Balance after",
        "date": "Date",
        "what": "What",
        "amount": "Amount",
        "balance": "Balance",
        "topup": "Top-up",
        "transfer": "Transfer",
        "settlement": "Walk",
        "refund": "Refund",
        "payout": "Payout",
        "debt_paid": "Debt paid",
        "adjustment": "Adjustment",
    },
    "ru": {
        "receipt": "Чек",
        "credit_note": "Чек возврата",
        "number": "Номер",
        "issued": "Выдан",
        "order": "Заказ",
        "payment": "Платёж",
        "fiscal": "Фискальный номер",
        "service": "Выгул собаки",
        "tip": "Чаевые",
        "tax": "Налог",
        "discount": "Скидка",
        "total": "Итого",
        "returned": "Возвращено",
        "statement": "Выписка по кошельку",
        "period": "Период",
        "opening": "Остаток до",
        "closing": "Остаток после",
        "date": "Дата",
        "what": "Что",
        "amount": "Сумма",
        "balance": "Остаток",
        "topup": "Пополнение",
        "transfer": "Перевод",
        "settlement": "Прогулка",
        "refund": "Возврат",
        "payout": "Выплата",
        "debt_paid": "Погашение долга",
        "adjustment": "Корректировка",
    },
}


def money(amount: int, currency: str) -> str:
    """1234567 EUR → "12345.67 EUR": no grouping, so that the text can be searched and added up."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02} {currency}"
