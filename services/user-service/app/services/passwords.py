"""Passwords: argon2id, never on the event loop, and as slow for nobody as for somebody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

# OWASP's first choice for argon2id: 19 MiB, two passes
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))
# bounds both the memory and the share of the machine that a flood of logins can take
_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
_nobodys = _hasher.hash("the password of nobody")


async def hash_password(password: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, password)


async def verify_password(password: str, known_hash: str | None) -> tuple[bool, str | None]:
    """Whether it is right, and a new hash when the known one was made with older parameters.

    Without a known hash (no such account) it takes the same time and is wrong.
    """
    loop = asyncio.get_running_loop()
    try:
        is_right, newer = await loop.run_in_executor(
            _threads, _hasher.verify_and_update, password, known_hash or _nobodys
        )
    except UnknownHashError:
        return False, None
    return is_right and known_hash is not None, newer
