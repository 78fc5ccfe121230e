"""Passkeys: registered by who is signed in, signed in with by who holds one. Attestation is not asked for."""

from typing import Any
from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.config import settings
from app.models.passkey import InvalidPasskey, Passkey, PasskeyNotAccepted, TooManyPasskeys
from app.queries import passkeys as queries
from app.queries.second_factors import has_totp
from app.queries.users import get_user, lock_user
from app.services.audit import write_audit
from app.services.challenges import make_challenge, take_challenge
from app.services.devices import Device
from app.services.reauthentication import confirm_identity
from app.services.revocation import real_now
from app.services.sessions import (
    SignedIn,
    forget_second_factor,
    note_second_factor,
    open_session,
)
from app.services.sign_in_methods import require_another_method

RP_NAME = "Lapa"
MOST = 20


async def begin_registration(
    session: AsyncSession, redis: Redis, user_id: UUID, *, session_id: UUID, password: str | None
) -> dict[str, Any]:
    """PublicKeyCredentialCreationOptions as JSON. Raises PasswordRequired, TooManyPasskeys."""
    user = await get_user(session, user_id)
    await confirm_identity(session, user, session_id, password)
    known = await queries.list_passkeys(session, user_id)
    if len(known) >= MOST:
        raise TooManyPasskeys
    options = generate_registration_options(
        rp_id=settings.passkey_domain,
        rp_name=RP_NAME,
        user_id=user.id.bytes,
        user_name=user.email,
        user_display_name=user.full_name,
        challenge=await make_challenge(redis, "register", user_id),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(one.credential_id) for one in known],
    )
    return options_to_json_dict(options)


async def add_passkey(
    session: AsyncSession,
    redis: Redis,
    user_id: UUID,
    *,
    session_id: UUID,
    name: str,
    credential: dict[str, Any],
) -> Passkey:
    """Raises PasskeyNotAccepted, TooManyPasskeys."""
    challenge = await take_challenge(redis, "register", credential, user_id)
    if challenge is None:
        raise PasskeyNotAccepted
    try:
        verified = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=settings.passkey_domain,
            expected_origin=settings.passkey_origins,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise PasskeyNotAccepted(str(error)) from error
    await lock_user(session, user_id)
    if len(await queries.list_passkeys(session, user_id)) >= MOST:
        raise TooManyPasskeys
    passkey = Passkey(
        user_id=user_id,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=credential["response"].get("transports") or [],
        name=name,
        is_backed_up=verified.credential_backed_up,
        created_at=real_now(),
    )
    await queries.save_passkey(session, passkey)
    await note_second_factor(session, session_id, user_id=user_id)
    _write_audit(session, "passkey_added", passkey)
    return passkey


async def begin_sign_in(redis: Redis) -> dict[str, Any]:
    """PublicKeyCredentialRequestOptions as JSON: for any passkey of ours, so that they tell of nobody."""
    options = generate_authentication_options(
        rp_id=settings.passkey_domain,
        challenge=await make_challenge(redis, "sign_in"),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


async def sign_in(
    session: AsyncSession, redis: Redis, device: Device, credential: dict[str, Any]
) -> SignedIn:
    """Raises InvalidPasskey, AccountSuspended. Having it and unlocking it are two factors."""
    challenge = await take_challenge(redis, "sign_in", credential)
    if challenge is None:
        raise InvalidPasskey
    passkey = await _verify(session, credential, challenge)
    user = await get_user(session, passkey.user_id)
    user.require_active()
    return await open_session(session, user, device, has_second_factor=True)


async def _verify(session: AsyncSession, credential: dict[str, Any], challenge: bytes) -> Passkey:
    try:
        passkey = await queries.lock_credential(session, base64url_to_bytes(credential["id"]))
        if passkey is None:
            raise InvalidPasskey
        verified = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=settings.passkey_domain,
            expected_origin=settings.passkey_origins,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
        handle = credential["response"].get("userHandle")
        if handle and base64url_to_bytes(handle) != passkey.user_id.bytes:
            raise InvalidPasskey
    except (WebAuthnException, ValueError) as error:
        raise InvalidPasskey from error
    passkey.sign_count, passkey.last_used_at = verified.new_sign_count, real_now()
    passkey.is_backed_up = verified.credential_backed_up
    return passkey


async def rename_passkey(
    session: AsyncSession, passkey_id: UUID, *, user_id: UUID, name: str
) -> Passkey:
    passkey = await queries.lock_passkey(session, passkey_id, user_id=user_id)
    passkey.name = name
    return passkey


async def remove_passkey(
    session: AsyncSession,
    passkey_id: UUID,
    *,
    user_id: UUID,
    session_id: UUID,
    password: str | None,
) -> None:
    """Raises PasskeyNotFound, PasswordRequired, SignInAgain, LastSignInMethod."""
    await confirm_identity(session, await get_user(session, user_id), session_id, password)
    user = await lock_user(session, user_id)
    passkey = await queries.lock_passkey(session, passkey_id, user_id=user_id)
    await require_another_method(session, user, but=passkey.id)
    await session.delete(passkey)
    await session.flush()
    _write_audit(session, "passkey_removed", passkey)
    has_others = await queries.list_passkeys(session, user_id)
    if not has_others and not await has_totp(session, user_id):
        await forget_second_factor(session, user_id)


def _write_audit(session: AsyncSession, action: str, passkey: Passkey) -> None:
    after = {"passkey_id": str(passkey.id)}
    write_audit(session, action, passkey.user_id, actor_id=passkey.user_id, before={}, after=after)
