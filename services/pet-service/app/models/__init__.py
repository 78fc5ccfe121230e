"""Tables and their invariants; importing this package knows them all."""

from app.models.grant import Grant as Grant
from app.models.medical import MedicalChange as MedicalChange
from app.models.medical import MedicalRecord as MedicalRecord
from app.models.person import Person as Person
from app.models.pet import CoOwner as CoOwner
from app.models.pet import Pet as Pet
from app.models.photo import Photo as Photo
