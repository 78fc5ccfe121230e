"""The table of services agrees with what the services promise one another."""

from lapa_cli import catalogue
from lapa_contracts.services import SERVICES


def test_every_service_of_the_contracts_has_a_schema_and_a_port():
    assert tuple(service.name for service in catalogue.SERVICES) == SERVICES


def test_no_two_services_share_a_schema_or_a_port():
    assert len({service.schema for service in catalogue.SERVICES}) == len(SERVICES)
    assert len({service.port for service in catalogue.SERVICES}) == len(SERVICES)


def test_a_services_first_word_will_do():
    assert catalogue.find("order") is catalogue.find("order-service")
