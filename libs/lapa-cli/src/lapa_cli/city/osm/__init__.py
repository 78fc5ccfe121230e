"""From an OpenStreetMap extract to a city folder; needs the packages of requirements/city.in."""
