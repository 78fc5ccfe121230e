"""The settings of the media service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

from pydantic import Field, SecretStr

from lapa_contracts.settings import LapaSettings

MIB = 1024 * 1024


class Settings(LapaSettings):
    service_name: ClassVar[str] = "media-service"
    schema_name: ClassVar[str] = "media"

    # file:///folder or s3://bucket; absent: .lapa/media in the service's own folder
    media_store_url: str = ""
    # for s3:// only, under the names that every S3 tool knows
    aws_endpoint_url: str = ""
    aws_region: str = "us-east-1"
    aws_access_key_id: str = ""
    aws_secret_access_key: SecretStr = SecretStr("")

    media_max_bytes: int = Field(default=25 * MIB, gt=0)
    media_max_pixels: int = Field(default=64_000_000, gt=0)
    media_max_metadata_bytes: int = Field(default=2 * MIB, gt=0)
    media_quota_bytes: int = Field(default=2048 * MIB, gt=0)
    # of one process: each takes up to `media_worker_memory_bytes`
    media_workers: int = Field(default=2, ge=1, le=64)
    media_worker_memory_bytes: int = Field(default=1024 * MIB, gt=0)
    media_worker_timeout: timedelta = timedelta(seconds=20)

    share_life: timedelta = timedelta(days=7)
    share_life_longest: timedelta = timedelta(days=30)
    walker_reads_after_walk: timedelta = timedelta(days=14)
    walker_reads_pet_after_walk: timedelta = timedelta(hours=24)
    orphans_kept_for: timedelta = timedelta(days=1)


settings = Settings.from_env()
