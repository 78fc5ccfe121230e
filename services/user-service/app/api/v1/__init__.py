"""The public API of the user service."""

from app.api.v1 import (
    auth,
    pairings,
    passkeys,
    passwords,
    people,
    phones,
    profile,
    second_factors,
    sessions,
    verifications,
    walkers,
)

routers = [
    auth.router,
    sessions.router,
    passwords.router,
    phones.router,
    second_factors.router,
    passkeys.router,
    profile.router,
    verifications.router,
    pairings.router,
    people.router,
    walkers.router,
]
