"""Where the program starts: a command, or the window."""

import sys

from audit_desk.app import run


def main() -> None:
    """Run Audit Desk with the process's arguments and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
