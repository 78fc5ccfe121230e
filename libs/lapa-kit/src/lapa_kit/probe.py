"""`python -m lapa_kit.probe`: asks the service of this container whether it lives; for images without curl."""

import os
import sys
import urllib.error
import urllib.request


def main() -> int:
    """0 when `/health` (or the path given) answers 200."""
    path = sys.argv[1] if len(sys.argv) > 1 else "/health"
    url = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}{path}"
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return 0 if answer.status == 200 else 1
    except (urllib.error.URLError, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
