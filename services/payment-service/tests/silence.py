"""A company that does what it was asked for, and whose answer never comes."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATIENCE_S = 0.5
"""How long adapters wait in tests."""


class Silence:
    """Around a company's app: `lose(path)` loses the answer to the next request of that path."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.lost: list[str] = []

    def lose(self, path: str) -> None:
        self.lost.append(path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, self._send_or_not(scope, receive, send))

    def _send_or_not(self, scope: Scope, receive: Receive, send: Send) -> Send:
        is_lost = False

        async def send_or_wait(message: Message) -> None:
            nonlocal is_lost
            if not is_lost and scope.get("path") in self.lost:
                self.lost.remove(scope["path"])
                is_lost = True
                while (await receive())["type"] != "http.disconnect":
                    pass
            if not is_lost:
                await send(message)

        return send_or_wait
