"""What crosses HTTP and WebSockets; only `api/` imports these."""
