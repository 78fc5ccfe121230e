from app.config import settings
from lapa_kit.schema import run_migrations

run_migrations(settings)
