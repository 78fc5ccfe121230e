"""Rubles as companies write them: `1950.00`, where we have 195000."""

from decimal import Decimal

RUB = "RUB"


def written(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02}"


def kopecks(written: str | float) -> int:
    return int(Decimal(str(written)).scaleb(2))
