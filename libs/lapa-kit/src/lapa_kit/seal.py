"""Sealing of small secrets (access notes, one-time codes): authenticated encryption bound to a context."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lapa_kit.settings import ServiceSettings, urlsafe

NONCE_BYTES = 12
KEY_BYTES = 32
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + 16


class SealBroken(Exception):
    """The sealed text was altered, belongs to another context, or its key is gone."""


class Sealer:
    """Envelope encryption: a fresh data key for each text, itself wrapped by the newest of our keys.

    `context` (such as an order id) is authenticated with the text: moved to another row it opens nowhere.
    """

    def __init__(self, keys: list[bytes]) -> None:
        self._keys = [AESGCM(key) for key in keys]

    @classmethod
    def of(cls, settings: ServiceSettings) -> "Sealer":
        return cls(settings.seal_keys)

    def seal(self, text: str, *, context: str) -> bytes:
        data_key = AESGCM.generate_key(bit_length=KEY_BYTES * 8)
        bound = context.encode()
        wrapped = _encrypt(self._keys[0], data_key, bound)
        return wrapped + _encrypt(AESGCM(data_key), text.encode(), bound)

    def open(self, sealed: bytes, *, context: str) -> str:
        """Raises SealBroken."""
        bound = context.encode()
        _, data_key = self._unwrap(sealed, bound)
        try:
            return _decrypt(AESGCM(data_key), sealed[WRAPPED_BYTES:], bound).decode()
        except (InvalidTag, ValueError):
            raise SealBroken from None

    def rewrap(self, sealed: bytes, *, context: str) -> bytes | None:
        """The same text under the newest key, None when it is already; the text itself is not opened.

        Raises SealBroken.
        """
        bound = context.encode()
        age, data_key = self._unwrap(sealed, bound)
        if age == 0:
            return None
        return _encrypt(self._keys[0], data_key, bound) + sealed[WRAPPED_BYTES:]

    def _unwrap(self, sealed: bytes, bound: bytes) -> tuple[int, bytes]:
        """Which of our keys it was (0 is the newest), and the data key."""
        for age, key in enumerate(self._keys):
            try:
                return age, _decrypt(key, sealed[:WRAPPED_BYTES], bound)
            except (InvalidTag, ValueError):
                continue
        raise SealBroken

    def seal_text(self, text: str, *, context: str) -> str:
        """The same in URL-safe base64, for event payloads."""
        return urlsafe(self.seal(text, context=context))

    def open_text(self, sealed: str, *, context: str) -> str:
        return self.open(
            base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4)), context=context
        )


def _encrypt(key: AESGCM, plain: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plain, bound)


def _decrypt(key: AESGCM, sealed: bytes, bound: bytes) -> bytes:
    return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound)
