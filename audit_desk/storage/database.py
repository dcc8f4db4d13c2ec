"""sqlite_utils, without what it would load beside itself.

It loads pandas and numpy wherever they happen to be installed, to know their kinds of columns. A
register has none of them, and they take longer to load than all else that a start needs.
"""

import sys

_NOT_NEEDED = [name for name in ("pandas", "numpy") if name not in sys.modules]

sys.modules.update(dict.fromkeys(_NOT_NEEDED))  # type: ignore[arg-type] # None: not to be found
try:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations
finally:
    for _name in _NOT_NEEDED:
        del sys.modules[_name]

__all__ = ["Database", "Migrations"]
