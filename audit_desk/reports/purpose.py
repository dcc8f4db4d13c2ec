"""Why the round was done and what the files were read against."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.blocks import Block, Bullets, Section, Text
from audit_desk.reports.words import sentence


def purpose_section(number: str, findings: Findings | Shareable) -> Section:
    """Say why the round was done, with which tool, and where its questions come from."""
    purpose = findings.purpose.strip() or "No purpose was written down for this round."
    blocks: list[Block] = [
        Text(sentence(purpose)),
        Text(
            f"Files were read with the audit tool “{findings.tool_title}”, version "
            f"{findings.tool_version}. {sentence(findings.tool_purpose)}".strip()
        ),
        Text(
            "Each theme and each file is judged Outstanding, Good, Requires improvement or "
            "Inadequate. Where there was no record, where a record could not be opened, and "
            "where a question does not fit the child, the auditor says so instead; these three "
            "are never merged with each other or with a grade."
        ),
    ]
    if findings.documents:
        blocks += [
            Text("The questions come from what these published documents found:"),
            Bullets(findings.documents),
        ]
    return Section("purpose", number, "Purpose and standards", tuple(blocks))
