"""Verifies a draw without Audit Desk: ``python verify_by_hand.py RECEIPT.json CASES.csv``.

For draws without ranges and without a least number from each stratum; the list's headings are the
names of the fields, as ``audit-desk cases --csv`` writes team, status, age and the like. Largest
remainder in one line: a stratum of s cases claims its quota for its first reference and one less
for each further one, and the k greatest claims of all are met; here times -n, so the smallest.
"""

import csv
import json
import sys
from hashlib import sha256
from pathlib import Path

receipt, groups = json.loads(Path(sys.argv[1]).read_text("utf-8")), dict[str, list[str]]()
asked = {(each["field"], each["value"]) for each in receipt["where"]}
out = {reference for each in receipt["exclusions"] for reference in each["references"]}
seed, k = receipt["seed"], receipt["size"]
rows = csv.DictReader(Path(sys.argv[2]).read_text("utf-8-sig").splitlines())
for row in sorted(rows, key=lambda r: sha256(f"{seed}\n{r['Reference']}".encode()).digest()):
    has = {head.lower().replace(" ", "_"): cell or "Not recorded" for head, cell in row.items()}
    if has["reference"] not in out and dict(asked).keys() == {f for f, v in asked if has[f] == v}:
        groups.setdefault(" · ".join(has[f] for f in receipt["by"]), []).append(has["reference"])
frame = sorted(reference for group in groups.values() for reference in group)
n, told = len(frame), [reference for each in receipt["strata"] for reference in each["drawn"]]
claims = [(j * n - k * len(s), -len(s), t, s[j]) for t, s in groups.items() for j in range(len(s))]
drawn = [reference for *_, reference in sorted(sorted(claims)[:k], key=lambda claim: claim[2])]
same = sha256("\n".join(frame).encode()).hexdigest() == receipt["frame_hash"], drawn == told
sys.stdout.write("verified\n" if all(same) else "same frame {}, sample {}\n".format(*same))
