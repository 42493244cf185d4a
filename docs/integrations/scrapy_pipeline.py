"""A Scrapy item pipeline: each page is read as it comes, its HTML is dropped, and the site is inspected when the spider closes.

In the project's settings:

    ITEM_PIPELINES = {"scrapy_pipeline.GovsitePipeline": 300}
    GOVSITE_RESULT = "result.json"
    GOVSITE_PROFILE = {"name": "禾溪县人民政府", "domain": "www.hexi-example.gov.cn", "portal": True, "services": True}
    HTTPERROR_ALLOW_ALL = True  # error responses tell something, too

The spider yields ``page_item(response)`` for every response, beside the requests it follows.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import govsite_rules as gr


def page_item(response: Any) -> dict[str, Any]:
    """What the pipeline needs of a Scrapy response."""
    return {
        "url": response.url,
        "body": response.body,
        "status": response.status,
        "fetched_at": datetime.now(UTC),
        "elapsed": response.meta.get("download_latency"),
        "content_type": response.headers.get("Content-Type", b"").decode("latin-1") or None,
    }


class GovsitePipeline:
    """Reads page items into snapshots, which hold no HTML; other items pass untouched."""

    def __init__(self, profile: gr.SiteProfile, result: Path) -> None:
        self.profile, self.result = profile, result
        self.pages: list[gr.PageSnapshot] = []

    @classmethod
    def from_crawler(cls, crawler: Any) -> "GovsitePipeline":
        """Built by Scrapy from the settings."""
        return cls(gr.SiteProfile(**crawler.settings.getdict("GOVSITE_PROFILE")), Path(crawler.settings["GOVSITE_RESULT"]))

    def process_item(self, item: Any) -> Any:
        """Called by Scrapy for every item."""
        if isinstance(item, dict) and {"url", "body", "fetched_at"} <= item.keys():
            self.pages.append(gr.parse_page(**item))
        return item

    def close_spider(self) -> None:
        """Called by Scrapy at the end: inspect the site as of now."""
        site = gr.assemble_site(self.pages, profile=self.profile)
        result = gr.inspect(site, as_of=datetime.now(UTC))
        self.result.write_text(gr.to_json(result), encoding="utf-8")
