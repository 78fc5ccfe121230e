"""Testing a service: over HTTP or the event, on a real migrated PostgreSQL and a real Redis."""

from lapa_kit.testing.identity import bearer as bearer
