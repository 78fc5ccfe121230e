"""Tips: moved by payment-service, remembered on the order."""

from lapa_kit.problems import Conflict, Problem


class TippingWindowClosed(Conflict):
    title = "The time for tips is over"


class InsufficientFunds(Problem):
    """As payment-service says it; here for the document of what can be answered."""

    status, title = 402, "There is not enough money in the wallet"
