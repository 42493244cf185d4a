"""Feeds of government accounts (政务新媒体): what teams hold of any platform becomes a FeedSnapshot."""

from .copies import same_posts, told_apart
from .front import FORMATS, Scanner, parse_feed, parse_feeds, platform_of

__all__ = ["FORMATS", "Scanner", "parse_feed", "parse_feeds", "platform_of", "same_posts", "told_apart"]
