"""What others copy of pets: the complete list."""

from app.models import Pet
from app.services.telling import pet_changed
from lapa_contracts.pet import PetChanged
from lapa_kit.snapshots import Source, each

snapshots = [Source(PetChanged, Pet, Pet.id, each(pet_changed))]
