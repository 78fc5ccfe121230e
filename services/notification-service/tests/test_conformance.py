from lapa_kit.testing.conformance import *
