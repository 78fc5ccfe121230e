"""The public API of the user service."""

from app.api.v1 import (
    appeals,
    auth,
    background_checks,
    consents,
    pairings,
    passkeys,
    passwords,
    people,
    phones,
    profile,
    quizzes,
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
    background_checks.router,
    consents.router,
    appeals.account_router,
    appeals.router,
    quizzes.router,
    pairings.router,
    people.router,
    walkers.router,
]
