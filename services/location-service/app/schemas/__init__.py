"""What crosses HTTP and WebSocket."""
