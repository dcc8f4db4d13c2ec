"""The audit page: reading one child's file, question by question."""

from audit_desk.ui.screens.audit.bool_guard import keep_truth_alive

keep_truth_alive()
