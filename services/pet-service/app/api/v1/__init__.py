"""The public API of the pet service."""

from app.api.v1 import breeds, care, medical, pets, photos

routers = [breeds.router, pets.router, photos.router, medical.router, care.router]
