"""How a Lapa service runs; what it does is its own business."""

from lapa_kit.app import create_app as create_app
