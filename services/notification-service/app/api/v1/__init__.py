"""The public API of the notification service."""

from app.api.v1 import channels, live, notifications, preferences, sending, templates, testing

routers = [
    live.router,
    sending.router,
    notifications.router,
    preferences.router,
    channels.router,
    templates.router,
    testing.router,
]
