"""The window: the only part of Audit Desk that knows Qt."""

from audit_desk.ui.none_guard import keep_singletons_alive

keep_singletons_alive()
