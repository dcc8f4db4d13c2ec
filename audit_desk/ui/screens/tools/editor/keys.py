"""The keys of the editor."""

from typing import TYPE_CHECKING

from audit_desk.ui.shortcuts import Key, bind

if TYPE_CHECKING:
    from audit_desk.ui.screens.tools.editor.screen import ToolEditor

UNDO = Key("Ctrl+Z", "Take the last step back")
REDO = Key("Ctrl+Shift+Z", "Take it again")
REDO_TOO = Key("Ctrl+Y", "Take it again")
UP = Key("Alt+Up", "Move up, in the outline")
DOWN = Key("Alt+Down", "Move down, in the outline")
DUPLICATE = Key("Ctrl+D", "Duplicate")
ADD = Key("Ctrl+N", "Add another of its kind")
REMOVE = Key("Del", "Remove, in the outline")
NEXT_FAULT = Key("F8", "Next fault")
OUTLINE = Key("F6", "To the outline, and back to the form")


def bind_keys(editor: "ToolEditor") -> None:
    """Let the keys of the editor do what they say."""
    view = editor.view

    def outline_and_back() -> None:
        if view.tree.hasFocus():
            view.forms.focus_field()
        else:
            view.tree.setFocus()

    bind(editor, UNDO, editor.steps.undo)
    bind(editor, REDO, editor.steps.redo)
    bind(editor, REDO_TOO, editor.steps.redo)
    bind(view.tree, UP, lambda: editor.steps.shift(-1))
    bind(view.tree, DOWN, lambda: editor.steps.shift(1))
    bind(editor, DUPLICATE, editor.steps.duplicate)
    bind(editor, ADD, editor.steps.add)
    bind(editor, NEXT_FAULT, editor.next_fault)
    bind(editor, OUTLINE, outline_and_back)
    bind(view.tree, REMOVE, editor.steps.remove)
