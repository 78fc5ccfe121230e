"""What goes in comes out, and what comes back comes through."""


async def test_smoke(platform):
    r = await platform.client.get("/api/v1/orders/x?a=b")
    print(r.status_code, r.headers, r.text)
    r = await platform.client.get("/api/v1/gateway/services")
    print(r.status_code, r.headers, r.text)
    r = await platform.client.get("/health")
    print(r.text)
    r = await platform.client.get("/nope")
    print(r.status_code, r.headers, r.text)
    r = await platform.client.get("/docs")
    print(r.status_code, r.headers, r.text[:300])
    r = await platform.client.get("/api/v1/chats")
    print(r.status_code, r.headers, r.text[:300])
    r = await platform.client.get("/metrics")
    print(r.text[-3000:])
