"""`python -m revtrack` is `revtrack`."""

from revtrack.cli import main

main()
