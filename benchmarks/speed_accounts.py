"""How long a register of many accounts takes on one core, and how much memory: every feed read from its file, every account inspected.

Run it from the repository: ``python benchmarks/speed_accounts.py``. Registers and feeds are generated into a temporary folder, four forms
in turn; a fresh process inspects them in one call.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from govsite_rules.batch.accounts import account_folder, inspect_accounts
from govsite_rules.values.dates import SHANGHAI
from govsite_rules.wording import scanner

AS_OF = datetime(2020, 9, 30, 9, tzinfo=SHANGHAI)
Form = Callable[[int, list[datetime]], str]


def wechat(account: int, times: list[datetime]) -> str:
    def push(place: int, at: datetime) -> dict[str, object]:
        article = {
            "title": f"第{place}期 今日要闻",
            "digest": "摘要",
            "content_url": f"http://mp.example.com/s?a={account}&i={place}",
            "del_flag": 1,
        }
        head = {"id": place, "type": 49, "datetime": int(at.timestamp()), "fakeid": str(account), "status": 2}
        return {"comm_msg_info": head, "app_msg_ext_info": {**article, "is_multi": 0, "multi_app_msg_item_list": []}}

    return "\n".join(json.dumps(push(place, at), ensure_ascii=False) for place, at in enumerate(times))


def weibo(account: int, times: list[datetime]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("id", "bid", "user_id", "微博正文", "转发数", "评论数", "点赞数", "发布时间"))
    writer.writerows((place, f"b{place}", account, "今天的消息", 1, 2, 3, f"{at:%Y-%m-%d %H:%M:%S}") for place, at in enumerate(times))
    return out.getvalue()


def douyin(account: int, times: list[datetime]) -> str:
    posts = [{"aweme_id": f"{account}{place:04d}", "desc": "短视频", "create_time": int(at.timestamp())} for place, at in enumerate(times)]
    return json.dumps({"aweme_list": posts}, ensure_ascii=False)


def plain(account: int, times: list[datetime]) -> str:
    rows = (f"标题{place},http://x.example.com/{account}/{place},{at:%Y-%m-%d %H:%M}\n" for place, at in enumerate(times))
    return "标题,链接,发布时间\n" + "".join(rows)


FORMS: tuple[tuple[str, str, Form], ...] = (
    ("微信公众号", "jsonl", wechat),
    ("微博", "csv", weibo),
    ("抖音", "json", douyin),
    ("今日头条", "csv", plain),
)


def write(folder: Path, accounts: int, posts: int) -> None:
    """A register and its feeds; every 97th account is stale."""
    (folder / "feeds").mkdir()
    with (folder / "accounts.csv").open("w", encoding="utf-8", newline="") as handle:
        register = csv.writer(handle)
        register.writerow(("序号", "平台", "账号名称", "主办单位", "地区"))
        for number in range(accounts):
            platform, ending, form = FORMS[number % len(FORMS)]
            first = AS_OF - timedelta(days=20 if number % 97 == 0 else 1)
            name = f"第{number}号发布"
            body = form(number, [first - timedelta(hours=7 * place) for place in range(posts)])
            (folder / "feeds" / f"{platform}_{name}.{ending}").write_text(body, encoding="utf-8")
            register.writerow((number + 1, platform, name, f"第{number % 500}局", f"第{number % 14}区"))


def inspect(folder: Path, wording: bool) -> dict[str, float]:
    scanners = [scanner()] if wording else []
    wall, cpu = time.perf_counter(), time.process_time()
    opened = account_folder(folder, fetched_at=AS_OF, complete=True)
    states = [one.visit.fired for one in inspect_accounts(opened, as_of=AS_OF, scanners=scanners)]
    return {
        "accounts": len(states),
        "stale": sum("N2.1" in fired for fired in states),
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--posts", type=int, default=100)
    parser.add_argument("--wording", action="store_true", help="scan the texts too")
    parser.add_argument("--inspect", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inspect:
        print(json.dumps(inspect(options.inspect, options.wording)))
        return
    for accounts in (options.accounts // 10, options.accounts):
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), accounts, options.posts)
            size = sum(file.stat().st_size for file in (Path(name) / "feeds").iterdir())
            command = [sys.executable, __file__, "--inspect", name, *(["--wording"] if options.wording else [])]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ})
            print(f"{accounts} accounts x {options.posts} posts, {size / 1e6:.0f} MB: {done.stdout.strip()}")


if __name__ == "__main__":
    main()
