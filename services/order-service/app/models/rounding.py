"""The one rounding rule of the platform, and division that loses nothing. Integers in minor units throughout."""

from collections.abc import Sequence

BASIS_POINTS = 10_000


def ratio(amount: int, numerator: int, denominator: int) -> int:
    """`amount * numerator / denominator` of a non-negative amount, half a unit rounded up."""
    return (amount * numerator * 2 + denominator) // (denominator * 2)


def share(amount: int, basis_points: int) -> int:
    """That share of an amount."""
    return ratio(amount, basis_points, BASIS_POINTS)


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a non-negative total in proportion to the weights, by largest remainder.

    The parts sum to the total and each is off by less than one unit; of equal remainders the first wins.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
