"""`python -m inspection_digest`: see `pelican_start`."""

import sys

from inspection_digest.pelican_start import main

main(sys.argv[1:])
