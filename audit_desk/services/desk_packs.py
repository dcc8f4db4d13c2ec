"""The part of a desk that deals with packs: out, back in, and what is chosen between."""

from functools import cached_property
from typing import TYPE_CHECKING

from audit_desk.services.independence import IndependenceService
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.storage.register import Register

if TYPE_CHECKING:
    from audit_desk.services.conflicts import ConflictService
    from audit_desk.services.custody import CustodyService
    from audit_desk.services.merging import MergingService
    from audit_desk.services.packs import PackService


class PackDesk:
    """The services of packs, loaded when first used.

    Attributes:
        register: The open register.
        rounds: Its rounds.
        independence: Who had a part in which case.
        settings: Its settings.
    """

    register: Register
    rounds: RoundService
    independence: IndependenceService
    settings: SettingsService

    @cached_property
    def packs(self) -> "PackService":
        """Handing out files in packs."""
        from audit_desk.services.packs import PackService

        return PackService(self.register, self.rounds, self.independence, self.settings)

    @cached_property
    def custody(self) -> "CustodyService":
        """Who has which audit."""
        from audit_desk.services.custody import CustodyService

        return CustodyService(self.register)

    @cached_property
    def merging(self) -> "MergingService":
        """Taking packs in."""
        from audit_desk.services.merging import MergingService

        return MergingService(self.register)

    @cached_property
    def conflicts(self) -> "ConflictService":
        """Audits of which there are two versions."""
        from audit_desk.services.conflicts import ConflictService

        return ConflictService(self.register, self.rounds)
