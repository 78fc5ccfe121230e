"""KPIs over HTTP."""

from typing import Any, Self

from pydantic import Field, FiniteFloat, model_validator

from app.models.kpi import Direction, Reading, Trend
from app.schemas.metrics import Numeric
from app.schemas.values import Key, Schema
from lapa_contracts.analytics import KpiStatus


class KpiFacts(Schema):
    """The metric over the last `window_days`, divided by the metric `per` when there is one.
    Beyond `target` it is on track, beyond `at_risk` at risk, else off track."""

    title: str = Field(min_length=1, max_length=100)
    definition: str = Field(default="", max_length=1000)
    metric: Key
    per: Key | None = None
    window_days: int = Field(default=30, ge=1, le=366)
    direction: Direction = Direction.HIGHER
    target: FiniteFloat | None = None
    at_risk: FiniteFloat | None = None

    @model_validator(mode="after")
    def _risk_comes_after_target(self) -> Self:
        if self.at_risk is None:
            return self
        if self.target is None:
            raise ValueError("at_risk needs a target")
        is_higher = self.direction is Direction.HIGHER
        if self.at_risk > self.target if is_higher else self.at_risk < self.target:
            raise ValueError("at_risk must be easier to reach than target")
        return self

    def facts(self) -> dict[str, Any]:
        return self.model_dump(exclude={"key"})


class KpiCreate(KpiFacts):
    key: Key


class KpiRead(KpiFacts):
    """`status` is null while there is no value or no target; `trend` holds the value against the window before."""

    key: str
    formula: str
    unit: str
    currency: str | None
    value: Numeric | None
    previous: Numeric | None
    status: KpiStatus | None
    trend: Trend | None
    is_built_in: bool
    version: int

    @classmethod
    def of(cls, reading: Reading) -> Self:
        kpi, figures = reading.kpi, {"value", "previous", "status", "trend", "formula", "unit"}
        told = {name: getattr(reading, name) for name in figures | {"currency"}}
        own = {name: getattr(kpi, name) for name in cls.model_fields if name not in told}
        return cls(**own, **told)
