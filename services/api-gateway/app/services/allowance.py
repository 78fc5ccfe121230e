"""How much and how long the operations of each kind may take."""

from dataclasses import dataclass

from app.config import Settings
from app.relay.pool import Patience
from app.services.catalogue import Kind, Operation


@dataclass(frozen=True, slots=True)
class Allowance:
    largest_body: int
    patience: Patience


class Allowances:
    def __init__(self, settings: Settings) -> None:
        small, large = settings.max_body_bytes, settings.max_upload_bytes
        self._by_kind: dict[Kind, Allowance] = {
            "plain": Allowance(small, settings.patience(settings.upstream_answer_timeout_s)),
            "upload": Allowance(large, settings.patience(settings.upstream_upload_timeout_s)),
            "report": Allowance(small, settings.patience(settings.upstream_report_timeout_s)),
        }
        # the service's document has not been read: it may be one that takes files
        self._unknown = Allowance(large, settings.patience(settings.upstream_answer_timeout_s))

    def of(self, operation: Operation | None) -> Allowance:
        return self._by_kind[operation.kind] if operation is not None else self._unknown
