"""Prints the table of speeds: ``python -m tests.benchmarks [NAME …]``; never a timed test."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmarks import (
    bench_answer,
    bench_filter,
    bench_import,
    bench_keys,
    bench_merge,
    bench_open,
    bench_report,
    bench_scan,
    bench_start,
)
from tests.benchmarks.measure import Row

BENCHMARKS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "start": bench_start.rows,
    "import": bench_import.rows,
    "answer": bench_answer.rows,
    "merge": bench_merge.rows,
    "open": bench_open.rows,
    "keys": bench_keys.rows,
    "report": bench_report.rows,
    "scan": bench_scan.rows,
    "filter": bench_filter.rows,
}


def main() -> int:
    """Run the chosen benchmarks, or all; return 1 where one misses its mark."""
    chosen = sys.argv[1:] or list(BENCHMARKS)
    unknown = set(chosen) - set(BENCHMARKS)
    if unknown:
        print(f"There is {', '.join(BENCHMARKS)}; not {', '.join(sorted(unknown))}.")
        return 2
    print(f"{'work':62} {'seconds':>9} {'against':>9} {'ratio':>7} {'at most':>8}")
    missed = 0
    for name in chosen:
        with tempfile.TemporaryDirectory() as folder:
            for row in BENCHMARKS[name](Path(folder)):
                mark = "" if row.holds else "  MISSED"
                missed += not row.holds
                print(
                    f"{row.work:62} {row.seconds:9.4f} {row.reference:9.4f}"
                    f" {row.ratio:6.2f} x {row.at_most:7.1f} x{mark}   {row.against}",
                    flush=True,
                )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
