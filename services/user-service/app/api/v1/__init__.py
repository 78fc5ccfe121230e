"""The public API of the user service."""

from app.api.v1 import auth, pairings, passwords, people, profile, sessions, verifications, walkers

routers = [
    auth.router,
    sessions.router,
    passwords.router,
    profile.router,
    verifications.router,
    pairings.router,
    people.router,
    walkers.router,
]
