"""The public API of the location service."""

from app.api.v1 import alerts, geofences, live, locations, tracks

# live first: its literal path must not be taken for a person's id
routers = [live.router, locations.router, tracks.router, geofences.router, alerts.router]
