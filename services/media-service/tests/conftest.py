"""A file store of the test run's own, named before the settings are read."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

folder = tempfile.mkdtemp(prefix="lapa-media-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)
os.environ["MEDIA_STORE_URL"] = Path(folder).as_uri()
