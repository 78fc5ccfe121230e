"""The services that exist, by name."""

SERVICES = (
    "api-gateway",
    "user-service",
    "pet-service",
    "order-service",
    "location-service",
    "payment-service",
    "chat-service",
    "media-service",
    "notification-service",
    "analytics-service",
)
