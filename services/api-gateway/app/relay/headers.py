"""Which headers end at the gateway."""

from lapa_kit.deprecation import HEADERS as DEPRECATION

Headers = list[tuple[bytes, bytes]]

HOP_BY_HOP = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
SAID_BY_US = frozenset({b"date", b"server", b"x-request-id", b"traceparent"})
"""Of an answer: our server adds the first two to all of them, the edge the others."""

SECURITY: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
]
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
ADDED = frozenset(
    {
        b"ratelimit-limit",
        b"ratelimit-remaining",
        b"ratelimit-reset",
        STRICT_TRANSPORT[0],
        *DEPRECATION,
        *(name for name, _ in SECURITY),
    }
)
"""What every answer carries unless the upstream has its own word for it."""
BODILESS = frozenset({204, 304})

_DROPPED = HOP_BY_HOP | SAID_BY_US


def end_to_end(headers: Headers, *, without_body: bool = False) -> Headers:
    """The headers of an answer that are meant for the client; CORS is said by the edge alone."""
    dropped = _DROPPED | named_by_connection(headers)
    if without_body:
        dropped |= {b"content-length"}
    return [
        header
        for header in headers
        if header[0] not in dropped and not header[0].startswith(b"access-control-")
    ]


def named_by_connection(headers: Headers) -> frozenset[bytes]:
    """What `Connection: close, x-thing` declares to be hop-by-hop as well."""
    named: set[bytes] = set()
    for name, value in headers:
        if name == b"connection":
            named.update(token.strip().lower() for token in value.split(b","))
    return frozenset(named)


def with_added(headers: Headers, added: Headers) -> Headers:
    """The upstream's headers and ours; where both speak, the upstream knows better."""
    said = {name for name, _ in headers}
    return headers + [header for header in added if header[0] not in said]
