"""The public API of the analytics service."""

from app.api.v1 import events, funnel, kpis, metrics

routers = [events.router, metrics.router, kpis.router, funnel.router]
