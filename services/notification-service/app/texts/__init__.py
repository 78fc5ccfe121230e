"""The texts that come with the house: what can be told, and how, in Russian and English."""

from app.texts.catalogue import CATEGORIES as CATEGORIES
from app.texts.catalogue import CRITICAL as CRITICAL
from app.texts.catalogue import KINDS as KINDS
from app.texts.catalogue import Category as Category
from app.texts.catalogue import Kind as Kind
from app.texts.english import ENGLISH
from app.texts.russian import RUSSIAN

BUILT_IN: dict[str, dict[str, tuple[str, str]]] = {"en": ENGLISH, "ru": RUSSIAN}
"""locale -> key -> (subject, body)"""
