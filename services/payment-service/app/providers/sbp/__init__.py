"""The Faster Payments System (SBP): a link or QR code that a person opens in his bank's app."""

from app.providers.sbp.company import Sbp as Sbp
