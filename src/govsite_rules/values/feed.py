"""A government account (政务新媒体) as it was seen."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from attrs import frozen

from .choices import choices
from .dates import NO_DATE, DateReading
from .page import WordingHit
from .seen import Seen
from .site import Incident, Trial
from .subject import RunningStatus


class PlatformName(StrEnum):
    """Platforms as bulletins tell them apart. OTHER keeps the caller's own word in ``AccountProfile.platform_text``."""

    WECHAT = "wechat"
    WEIBO = "weibo"
    DOUYIN = "douyin"
    KUAISHOU = "kuaishou"
    TOUTIAO = "toutiao"
    CHANNELS = "channels"
    MINI_PROGRAM = "mini_program"
    APP = "app"
    OTHER = "other"


@frozen(field_transformer=choices)
class Post:
    """One push: all items of a multi-item push share its time.

    ``repost``: taken from elsewhere, None unknown. ``deleted`` ones do not count.
    """

    id: str
    published: DateReading = NO_DATE
    title: str = ""
    url: str = ""
    items: int = 1
    deleted: bool = False
    repost: bool | None = None
    form: str = ""
    wording: tuple[WordingHit, ...] | None = None


@frozen(field_transformer=choices)
class AccountProfile:
    """What the caller knows of an account. ``publishes`` None: unknown whether it has a publishing function."""

    key: str = ""
    name: str = ""
    platform: PlatformName = PlatformName.OTHER
    platform_text: str = ""
    owner: str = ""
    supervisor: str = ""
    region: str = ""
    level: str = ""
    registration: str = ""
    status: RunningStatus = RunningStatus.RUNNING
    opened_on: date | None = None
    publishes: bool | None = None


@frozen
class FeedSnapshot:
    """An account with its posts as one crawl or export returned them.

    ``interaction``: names of interaction functions found working; None where nobody looked. ``rejected`` are items that
    could not be read, each with its reason.
    """

    account: AccountProfile
    fetched_at: datetime
    posts: Seen[Post] | None = None
    interaction: Seen[str] | None = None
    trials: Seen[Trial] | None = None
    incidents: Seen[Incident] | None = None
    lexicons: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
