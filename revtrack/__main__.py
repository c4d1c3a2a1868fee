"""`python -m revtrack` is `revtrack`; Ctrl-C while it loads ends it as quietly as later."""

from __future__ import annotations

import sys

STOPPED = 130


def start() -> None:
    """What the installed command calls."""
    try:
        from revtrack.cli import main
    except KeyboardInterrupt:
        print("revtrack: stopped", file=sys.stderr)
        sys.exit(STOPPED)
    main()


if __name__ == "__main__":
    start()
