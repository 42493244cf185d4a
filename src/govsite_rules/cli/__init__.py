"""The ``govsite-rules`` command (extra: cli)."""

from __future__ import annotations

import sys

USAGE, DATA, INTERNAL = 64, 65, 70
"""Exit codes besides 0: wrong usage, bad data, a fault of the program itself."""


def main() -> None:
    """Run the command; without the extra, say what to install."""
    try:
        import rich  # noqa: F401
        import typer  # noqa: F401
    except ImportError as error:
        sys.stderr.write(f"govsite-rules: {error.name} 未安装 / is not installed. pip install 'govsite-rules[cli]'\n")
        raise SystemExit(USAGE) from None
    from .app import run

    raise SystemExit(run(sys.argv[1:]))


__all__ = ["DATA", "INTERNAL", "USAGE", "main"]
