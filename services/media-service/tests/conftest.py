"""A file store of the test run's own, named before the settings are read."""

import os
import tempfile
from pathlib import Path

os.environ["MEDIA_STORE_URL"] = Path(tempfile.mkdtemp(prefix="lapa-media-")).as_uri()
