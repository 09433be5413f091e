"""`python -m underbar`: the same as the installed command."""

import sys

from underbar.cli.main import main

sys.exit(main())
