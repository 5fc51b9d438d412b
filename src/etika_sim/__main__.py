"""The way in: `python -m etika_sim`, and the command `etika-sim`."""

from __future__ import annotations

import gc
import sys

RARELY = 100_000
"""New objects between two garbage collections: the usual 700 walk a starting program fifty times."""


def main() -> int:
    """Run the program on the command line's words; answers --version before anything is loaded."""
    if sys.argv[1:2] == ["--version"]:
        from etika_sim import __version__

        sys.stdout.write(f"etika-sim {__version__}\n")
        return 0
    gc.set_threshold(RARELY)
    from etika_sim.cli.app import run

    status = run(sys.argv[1:])
    gc.freeze()  # or Python would walk all that is left, to find what is garbage, before it leaves everything
    return status


if __name__ == "__main__":
    sys.exit(main())
