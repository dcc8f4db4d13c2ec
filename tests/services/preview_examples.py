"""What the tests of looking at a list share."""

from audit_desk.services.case_preview import ImportPreview


def faults(found: ImportPreview) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.value) for fault in found.refused]
