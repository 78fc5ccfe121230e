"""Who asks."""

from typing import Any

import pytest

from lapa_kit.ids import new_id


@pytest.fixture
def admin(as_user: Any) -> dict[str, str]:
    return as_user(new_id(), "admin")
