"""Who is inspected: what scoring and statistics may know of a site or an account."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from .choices import choices


class SubjectKind(StrEnum):
    SITE = "site"
    ACCOUNT = "account"


@frozen(field_transformer=choices)
class Subject:
    """A site or account as scoring and statistics see it. None means unknown.

    ``portal``: a government portal (门户网站); ``department``: a State Council department; ``services``: has outward
    services (对外服务职能).
    """

    kind: SubjectKind
    key: str
    name: str = ""
    region: str = ""
    level: str = ""
    portal: bool | None = None
    department: bool | None = None
    services: bool | None = None
    platform: str = ""
    owner: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes it one among others: an account without an id shares its key, the name, with those of other platforms."""
        return self.kind.value, self.key, self.platform


class RunningStatus(StrEnum):
    """正常运行, 临时下线, 申请永久下线, 已关停; an account may also be closing (注销中), which is still checked."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    CLOSING = "closing"
    CLOSED = "closed"
