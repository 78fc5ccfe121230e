"""One request on the fast lane: relayed by callbacks from the two connections, without a task of its own."""

import asyncio

import structlog

from app.fastlane import answers
from app.fastlane.client import UNHEARD, Client
from app.fastlane.request import Relayed
from app.refusals import problem_of
from app.relay.body_clock import BodyClock
from app.relay.connection import Connection
from app.relay.errors import (
    BodyTooLarge,
    BodyTooSlow,
    Broken,
    ClientError,
    TooSlow,
    UpstreamError,
)
from app.relay.exchange import IDEMPOTENT, framed
from app.relay.headers import BODILESS
from app.relay.plain import Plain
from app.relay.upstream import Endpoint
from app.visit import ABANDONED
from lapa_kit.problems import Problem

log = structlog.get_logger()


class Passage:
    """Stands where uvicorn's protocol keeps its cycle, and answers to the names it uses there."""

    # as most requests leave them to their end: what is set on each is what each differs in
    _connection: Connection | None = None
    _endpoint: Endpoint | None = None
    _connecting: asyncio.Task[None] | None = None
    _body = b""
    _clock: BodyClock | None = None
    _seen = 0
    _status = 0
    _is_chunked_answer = _client_full = False
    response_complete = disconnected = False
    keep_alive = True
    message_event = UNHEARD

    def __init__(self, client: Client, request: Relayed, *, has_body: bool) -> None:
        self._client, self._request = client, request
        self._has_whole_body, self.more_body = not has_body, has_body
        self._is_repeatable = request.method in IDEMPOTENT
        self._active_at = now = client.loop.time()
        if has_body:
            self._clock = BodyClock(now, request.allowance.patience)

    # From the client

    def take_piece(self, piece: bytes) -> None:
        """A piece of the body."""
        self._active_at = self._client.loop.time()
        self._seen += len(piece)
        if self._seen > self._request.allowance.largest_body:
            self._end(BodyTooLarge())
        else:
            self._body += framed(piece, self._request.is_chunked)
            self._pass_body_on()

    def take_end(self) -> None:
        """The body is whole."""
        self._has_whole_body, self.more_body = True, False
        if self._request.is_chunked:
            self._body += b"0\r\n\r\n"
        self._pass_body_on()
        if not self.is_begun:
            self.begin()

    def _pass_body_on(self) -> None:
        if self._connection is not None:
            body, self._body = self._body, b""
            self._connection.write(body)
        elif self._connecting is not None and not self._has_whole_body:
            self._hold_body()  # until there is a connection to give it to

    def _hold_body(self) -> None:
        if self._clock is not None:
            self._clock.stop(self._client.loop.time())
        self._client.hold_body()

    def _take_body(self) -> None:
        if self._clock is not None:
            self._clock.go_on(self._client.loop.time())
        self._client.take_body()

    def client_gone(self) -> None:
        self.disconnected = True
        self._let_go()
        self._finish(self._status or ABANDONED, "ClientGone()")

    def client_full(self) -> None:
        self._client_full, self._active_at = True, self._client.loop.time()
        if self._connection is not None:
            self._connection.hold()

    def client_ready(self) -> None:
        self._client_full = False
        if self._connection is not None:
            self._connection.go_on()

    # To the service

    @property
    def is_begun(self) -> bool:
        return self._connection is not None or self._connecting is not None

    def begin(self) -> None:
        """With as much of the body as is at hand."""
        taken = self._request.upstream.take()
        if taken is None:
            self._connect(fresh=False)
        else:
            self._send_on(*taken)

    def _connect(self, *, fresh: bool) -> None:
        self._connecting = self._client.loop.create_task(self._connect_and_send(fresh))

    async def _connect_and_send(self, fresh: bool) -> None:
        try:
            endpoint, connection = await self._request.upstream.connect(fresh=fresh)
        except UpstreamError as failure:
            self._connecting = None
            self._end(failure)
            return
        self._connecting = None
        self._send_on(endpoint, connection)
        self._take_body()

    def _send_on(self, endpoint: Endpoint, connection: Connection) -> None:
        self._endpoint, self._connection = endpoint, connection
        connection.begin(head_only=self._request.method == "HEAD", taker=self)
        self._is_repeatable = self._is_repeatable and self._has_whole_body
        if self._is_repeatable:
            connection.write(self._request.head + self._body)
        else:
            body, self._body = self._body, b""
            connection.write(self._request.head + body)

    def upstream_full(self) -> None:
        self._hold_body()

    def upstream_ready(self) -> None:
        self._take_body()

    # From the service

    def progressed(self) -> None:
        connection = self._connection
        assert connection is not None
        if self._status:
            self._pass_on(connection, b"")
        elif connection.head_done:
            self._begin_answer(connection)
        elif connection.failure is not None:
            self._give_up_or_repeat(connection, connection.failure)

    def came_whole(self, plain: Plain, body: bytes) -> None:
        connection, client = self._connection, self._client
        assert connection is not None
        self._note_success()
        self._status = plain.status
        answer = answers.plain(plain, self._request.visit, client.closing_line(), body)
        self._complete(connection, answer)

    def _note_success(self) -> None:
        assert self._endpoint is not None
        self._endpoint.circuit.succeed()
        self._request.upstream.retries.earn()

    def _begin_answer(self, connection: Connection) -> None:
        self._note_success()
        closing = self._client.closing_line()
        visit = self._request.visit
        if connection.plain is not None:
            head = answers.plain(connection.plain, visit, closing, b"")
        else:
            has_body = self._request.method != "HEAD" and connection.status not in BODILESS
            try:
                head, self._is_chunked_answer = answers.parsed_head(
                    connection, visit, closing, has_body=has_body
                )
            except UpstreamError as failure:
                self._end(failure)
                return
        self._status = connection.status
        self._pass_on(connection, head)

    def _pass_on(self, connection: Connection, head: bytes) -> None:
        data = head + framed(connection.take(), self._is_chunked_answer)
        if connection.finished:
            self._complete(connection, data)
            return
        if data:
            self._client.say(data)
        if connection.failure is not None:
            self._end(connection.failure)

    def _complete(self, connection: Connection, data: bytes) -> None:
        if self._is_chunked_answer:
            data += b"0\r\n\r\n"
        connection.leave()
        self._connection = None
        assert self._endpoint is not None
        if self._has_whole_body:
            self._endpoint.pool.put_back(connection)
        else:
            connection.abort()
        self._client.say(data)
        self._finish(self._status)

    def _give_up_or_repeat(self, connection: Connection, failure: UpstreamError) -> None:
        assert self._endpoint is not None
        died_of_age = isinstance(failure, Broken) and not connection.fresh
        if not died_of_age:
            self._endpoint.circuit.fail()
        may_repeat = self._is_repeatable and not connection.answered and isinstance(failure, Broken)
        self._let_go()
        if may_repeat and self._request.upstream.retries.spend():
            self._is_repeatable = False
            self._connect(fresh=True)
        else:
            self._end(failure)

    # The end

    def _end(self, failure: UpstreamError | ClientError) -> None:
        """Say what went wrong, if it is not too late for that."""
        self._let_go()
        if isinstance(failure, BodyTooSlow):
            self.keep_alive = False
        if self._status:
            self._finish(self._status, repr(failure))
            self._client.cut()
            return
        service, visit = self._request.upstream.name, self._request.visit
        log.warning(
            "relay.failed", upstream=service, failure=repr(failure), request_id=visit.request_id
        )
        self._refuse(problem_of(failure, service))

    def break_off(self, problem: Problem) -> None:
        """The client's bytes stopped making sense."""
        self._let_go()
        self.keep_alive = False
        if self._status:
            self._finish(self._status, repr(problem))
        else:
            self._refuse(problem)

    def _refuse(self, problem: Problem) -> None:
        closing = self._client.closing_line()
        request = self._request
        said = answers.problem(request.visit, request.path, problem, closing, request.languages)
        self._client.say(said)
        self._finish(problem.status)

    def _let_go(self) -> None:
        if self._connecting is not None:
            self._connecting.cancel()
            self._connecting = None
        if self._connection is not None:
            self._connection.leave()
            self._connection.abort()
            self._connection = None

    def _finish(self, status: int, failure: str | None = None) -> None:
        self.response_complete = True
        self._request.visit.finish(status, failure=failure)
        self._client.passage_ended(keep_alive=self.keep_alive)

    # Time

    def check(self, now: float) -> None:
        patience, clock = self._request.allowance.patience, self._clock
        if self._client_full:
            if now - self._active_at > patience.client:
                self.client_gone()
                self._client.cut()
        elif clock is None or self._has_whole_body or self._status or clock.is_stopped:
            connection, silence = (
                self._connection,
                patience.idle if self._status else patience.answer,
            )
            if connection is not None and now - connection.active_at > silence:
                self._too_slow(connection)
        elif now - self._active_at > patience.client or clock.left(now, self._seen) < 0:
            self._end(BodyTooSlow())

    def _too_slow(self, connection: Connection) -> None:
        failure = TooSlow("nothing came in time")
        if not self._status:
            assert self._endpoint is not None
            self._endpoint.circuit.fail()
        connection.leave()
        self._end(failure)
