"""./lapa: what installs, supervises, tests and checks the platform. Knows the services' names and ports, not their insides."""
