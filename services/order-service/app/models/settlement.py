"""Where an order's captured money goes: pure arithmetic on integers in minor units."""

from dataclasses import dataclass
from enum import StrEnum

from app.models.rounding import ratio, share


class Funding(StrEnum):
    """Who gives up the discount; the walker never does."""

    PLATFORM = "platform"
    COMMISSION = "commission"


@dataclass(frozen=True, slots=True)
class Split:
    """The parts sum to what was captured; `promo` is what the platform adds, so that others get theirs."""

    walker: int
    commission: int
    tax: int
    promo: int = 0

    def lines(self) -> list[dict[str, int | str]]:
        parts = [("walker", self.walker), ("commission", self.commission), ("tax", self.tax)]
        parts.append(("promo_platform", -self.promo))
        return [{"to": to, "amount": amount} for to, amount in parts if amount]


def split(
    capture: int,
    *,
    amount: int,
    tax: int,
    commission_bp: int,
    discount: int = 0,
    funding: Funding = Funding.PLATFORM,
) -> Split:
    """Divide what is captured of an order: tax in proportion, then commission, the rest is the walker's.

    A discount is restored first, in proportion to the capture, so tax, commission and the walker's part are
    those of the undiscounted price.
    """
    restored = discount if capture == amount else ratio(discount, capture, amount)
    price = capture + restored
    tax_part = ratio(tax, price, amount + discount) if amount + discount else 0
    commission = share(price - tax_part, commission_bp)
    waived = min(restored, commission) if funding is Funding.COMMISSION else 0
    return Split(
        walker=price - tax_part - commission,
        commission=commission - waived,
        tax=tax_part,
        promo=restored - waived,
    )
