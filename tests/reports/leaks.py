"""What must not be found in a file: every byte of it, and every text that it packs."""

import re
import zipfile
from io import BytesIO

from pypdf import PdfReader

from audit_desk.domain.findings import Findings

_SPACE = re.compile(r"\s+")


def texts_of(content: bytes) -> str:
    """Return all that can be read in a PDF, a document, a workbook or a CSV file, as one line."""
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        said = [page.extract_text() for page in reader.pages]
        said += [str(reader.metadata), str(reader.trailer["/Root"])]
        said += [content.decode("latin-1")]
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            said = [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
        said += [re.sub(r"<[^>]+>", "", part) for part in said]
    else:
        said = [content.decode("utf-8-sig")]
    return _SPACE.sub(" ", " ".join(said))


def names_of(found: Findings) -> set[str]:
    """Return everybody whom a round names: readers, whoever drew, raised, closed or ended."""
    independence = found.independence
    exceptions = independence.exceptions if independence else ()
    lines = (*found.actions, *found.earlier_actions)
    names = {
        *(line.auditor for line in found.audits),
        *(each for receipt in found.receipts for each in _of_receipt(receipt)),
        *(each for concern in found.concerns for each in (concern.raised_by, concern.closed_by)),
        *(contact.recorded_by for concern in found.concerns for contact in concern.contacts),
        *(each.by for each in exceptions),
        *(each for line in lines for each in (line.action.created_by, line.action.ended_by)),
    }
    return {name for name in names if name}


def _of_receipt(receipt: object) -> set[str]:
    swaps = getattr(receipt, "swaps", ())
    return {str(getattr(receipt, "drawn_by", "")), *(swap.by for swap in swaps)}
