"""The tool for complex safeguarding, and the questions that its bank names."""

from audit_desk.domain.audit import Answer, Answers
from audit_desk.domain.audit_tool import (
    AuditTool,
)
from audit_desk.services.bank_holidays import EnglandBankHolidays
from audit_desk.services.tool_files import bundled_tools

BANK = {
    "strategy-meetings": [f"ST{n}" for n in range(1, 9)],
    "wise-assessments": [f"WI{n}" for n in range(1, 9)],
    "return-home-interviews": [f"RH{n}" for n in range(1, 10)],
    "supervision": [f"SU{n}" for n in range(1, 9)],
    "cross-cutting": [f"X{n}" for n in range(1, 11)],
}


def the_tool() -> AuditTool:
    (tool,) = bundled_tools()
    return tool


TOOL = the_tool()
HOLIDAYS = EnglandBankHolidays()


def parts(**values: dict[str, str]) -> Answers:
    return {key: Answer(question_id=key, parts=value) for key, value in values.items()}
