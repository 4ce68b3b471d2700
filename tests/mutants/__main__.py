"""`make mutants`: change the rules and the engine in small ways, and say which changes no test notices."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from tests.mutants import engine, rules
from tests.mutants.accepted import ACCEPTED
from tests.mutants.report import report


def main() -> str:
    """Return what is left to do in a sentence, or an empty text."""
    if find_spec("mutmut") is None:
        return "This needs mutmut, which has no wheels for Intel Macs: run it on another computer."
    print("Changing quiz/conditions.py, engine.py and interview.py, one thing at a time (a minute or two)", flush=True)
    of_engine = engine.outcomes()
    print("Changing the rules, one thing at a time (some minutes)", flush=True)
    return report([*of_engine, *rules.outcomes()], ACCEPTED)


if __name__ == "__main__":
    sys.exit(main() or 0)
