"""The one style sheet, filled from the tokens."""

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from audit_desk import paths

if TYPE_CHECKING:
    from audit_desk.ui.theme import Theme


def stylesheet(theme: "Theme") -> str:
    """Return Qt's style sheet for a theme.

    Raises:
        KeyError: The template names a token that does not exist.
    """
    template = Template(paths.resource("styles", "audit-desk.qss").read_text(encoding="utf-8"))
    return template.substitute(_values(theme))


def _values(theme: "Theme") -> dict[str, str]:
    colours = {
        name: value for name, value in asdict(theme.colours).items() if isinstance(value, str)
    }
    sizes = {f"size_{name}": f"{points:.2f}pt" for name, points in asdict(theme.sizes).items()}
    suffix = "dark" if theme.dark else "light"
    images = {
        "chevron": paths.resource("styles", f"chevron-down-{suffix}.svg").as_posix(),
        "chevron_up": paths.resource("styles", f"chevron-up-{suffix}.svg").as_posix(),
        "tick": paths.resource("styles", f"tick-{suffix}.svg").as_posix(),
    }
    icon = {"icon": f"{round(_ICON * theme.scale / 100)}px"}
    return colours | sizes | images | icon


_ICON = 18  # pixels at the standard text size
