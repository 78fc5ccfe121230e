"""What the pet service holds of people, and what becomes of it when they leave."""

from datetime import timedelta

from app.models import CoOwner, Grant, MedicalChange, MedicalRecord, Person, Pet, Photo
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, Retention, those_of

privacy = Privacy(
    holdings=[
        Holding(
            MedicalChange,
            MedicalChange.pet_id,
            DELETE,
            those_of(MedicalChange.pet_id, Pet.owner_id),
        ),
        # what he wrote about somebody else's dog is that dog's history
        Holding(MedicalChange, MedicalChange.changed_by, Change(harmless=[MedicalChange.before])),
        Holding(
            MedicalRecord,
            MedicalRecord.pet_id,
            DELETE,
            those_of(MedicalRecord.pet_id, Pet.owner_id),
        ),
        Holding(
            MedicalRecord,
            MedicalRecord.author_id,
            Change(
                harmless=[
                    MedicalRecord.title,
                    MedicalRecord.dosage,
                    MedicalRecord.vet,
                    MedicalRecord.media_ids,
                    MedicalRecord.notes,
                ]
            ),
        ),
        Holding(Photo, Photo.pet_id, DELETE, those_of(Photo.pet_id, Pet.owner_id)),
        Holding(CoOwner, CoOwner.pet_id, DELETE, those_of(CoOwner.pet_id, Pet.owner_id)),
        Holding(CoOwner, CoOwner.user_id, DELETE),
        Holding(Grant, Grant.pet_id, DELETE, those_of(Grant.pet_id, Pet.owner_id)),
        Holding(Grant, Grant.walker_id, DELETE),
        Holding(Pet, Pet.owner_id, DELETE),
        Holding(Person, Person.user_id, DELETE, is_exported=False),
    ],
    # who once might read a care card, and may not any more
    retention=[Retention(Grant, Grant.until, timedelta(days=30))],
)
