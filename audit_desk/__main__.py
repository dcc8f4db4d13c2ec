"""Where the program starts: a command, or the window."""

import sys


def main() -> None:
    """Run Audit Desk with the process's arguments and leave with its exit status."""
    try:
        from audit_desk.app import run  # within: Ctrl+C may come while modules are read

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
