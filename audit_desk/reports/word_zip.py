"""The parts of a document, packed the same way whenever and wherever it is done."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows."""


def with_fixed_dates(packed: bytes) -> bytes:
    """Return a packed document whose parts bear no date of their own."""
    stream = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, _NO_DATE)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, old.read(name))
    return stream.getvalue()
