"""What kind of body came back: a page of the site, or a challenge, an error, a soft 404, a parked domain, a redirect."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..values.page import PageKind
from .han import han_count
from .tree import Tree

# Scripts of firewalls that must run before the page is sent: 瑞数, 加速乐, 创宇盾, 安全狗, 云锁, 阿里云盾, 腾讯, Cloudflare, Imperva.
_CHALLENGE = re.compile(
    r"\$_ts\s{0,3}[=.\[]|\$_ts=window|__jsl_clearance|jsluid|acw_sc__v2|arg1\s{0,3}=\s{0,3}['\"][0-9A-F]{40}|yundun"
    r"|aliyun_waf|_waf_|wzws-waf|wzwsconfirm|WZWS|safedog|yunsuo_session|yunsuologo|security_session_verify|"
    r"cf-browser-verification|cf_chl_|challenge-platform|Just a moment|Checking your browser|_Incapsula_|sucuri_cloudproxy"
    r"|Attention Required! \| Cloudflare|_____tmd_____|WebShieldSession|SafeLine|The requested URL was rejected"
    r"|__cf_chl|probe\.js\?|/_guard/|guardret|__tst_status|EO_Bot_Ssid|bot_?detect|TencentCaptcha|anquan\.baidu|__onload__",
)
# What they tell the visitor, which a page of the site may say too.
_CHALLENGE_WORDS = re.compile(
    r"安全验证|人机验证|滑动验证|访问验证|(?:访问|请求|操作)(?:过于|太)频繁|云锁|网站防火墙|网站安全狗|请启用\s?JavaScript"
    r"|正在进行安全检查|浏览器安全检查|您的请求(?:带有|可能存在)|访问被拒绝|(?:访问|请求)[^。<]{0,24}被[^。<]{0,16}(?:拦截|阻断)"
    r"|疑似(?:黑客)?攻击|云防护(?:安全)?拦截|WAF|创宇盾|知道创宇|D盾|请开启JavaScript并刷新"
)
# Marks that only pages of an office carry, and the facts under the headline of an article: what such pages say is news.
_OFFICE = re.compile(r"网站标识码|公网安备|conac\.cn|jiucuo|主办单位")
_FACTS = re.compile(r"(?:发布|发文|成文|更新|公开)(?:时间|日期)\s{0,3}[:：]\s{0,3}(?:19|20)\d\d|来\s{0,3}源\s{0,3}[:：]")
_COOKIE_LOADER = re.compile(r"document\.cookie|cookie\s{0,3}=")
_RELOAD = re.compile(r"location(?:\.href)?\s{0,3}=|location\.(?:reload|replace|assign)|setTimeout|\.submit\(\)|window\.onload")
_OBFUSCATED = re.compile(r"eval\(|fromCharCode|\\x[0-9a-f]{2}\\x|_0x[0-9a-f]{4}|unescape\(|atob\(|charCodeAt")
_CHALLENGE_STATUS = frozenset((202, 412, 468, 493, 521))
_GONE_TITLE = re.compile(
    r"(?:^|[^\d.])404(?:$|[^\d.\u4e00-\u9fff]|(?=[页网错找未没不抱对出文资很]))|(?:页面|网页|文件|文档|资源|内容|信息|文章|栏目)(?:可能)?(?:没有找到|找不到"
    r"|未找到|已?不存在|已(?:经)?(?:被)?删除|弄?丢(?:失|了)|无法(?:找到|访问|显示))|(?:您|你)(?:要)?(?:访问|查看|浏览|查找"
    r"|请求)的(?:页面|网页|内容|信息|文章|文件|资源|栏目)(?:.{0,8})(?:不存在|已(?:经)?(?:被)?(?:删除|移除|下线)|找不到"
    r"|没有找到|未找到|无法)"
    r"|(?:找不到|没有找到|未找到)(?:.{0,6})(?:页面|网页|文件|资源)|not found|page not exist|页面(?:出错|错误|走丢|不见"
    r"|飞走)|出错(?:了|啦)|(?:无法|不能)(?:找到|显示)(?:该|此)?(?:网页|页面)|HTTP\s?(?:错误|Error)",
    re.IGNORECASE,
)
_GONE_LINE = re.compile(
    r"(?:您|你)?(?:要|所)?(?:访问|查看|浏览|查找|请求)?的?(?:页面|网页|文章|信息|内容|栏目|文件)(?:可能|已经)?(?:不存在|已(?:被)?(?:删除|移除|下线))"
)
_LONGEST_GONE = 40
_LONGEST_MOVE = 2400
_ALERT = re.compile(r"alert\(\s{0,9}(?:'([^'\n]{2,80})'|\"([^\"\n]{2,80})\")")
_ERROR_TITLE = re.compile(
    r"(?:^|\s)(?:50[0-4]|403|400|401)\s?(?:[-–—:|]|error|错误|bad|forbidden|internal|service|gateway|not|$)"
    r"|internal server error|service unavailable|bad gateway|gateway time-?out|forbidden|access denied|运行时错误"
    r"|服务器错误|“/”应用程序中的服务器错误|Server Error in|"
    r"HTTP Status \d{3}|系统(?:发生)?(?:错误|异常|出错)|Microsoft OLE DB Provider|Active Server Pages\s?(?:错误|error)|Fatal error\b.{0,3}:"
    r"|Uncaught \w{0,40}Exception|Traceback \(most recent|^error$|数据库(?:连接)?(?:错误|出错|失败)|error establishing|Exception report"
    r"|网站(?:暂时)?(?:无法访问|已关闭|维护中|正在维护)|站点(?:已暂停|已关闭|创建成功)|没有找到站点|invalid url"
    r"|bad request",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:系统|网站|平台|服务器)[^。，]{0,12}(?:维护|升级|改造|检修)[^。]{0,12}(?:(?:暂停|停止|无法|暂不|不能)[^。]{0,6}(?:访问|服务|使用)|请稍后(?:再)?访问)"
    r"|(?:访问的|该|此|本)(?:网站|站点)已(?:经)?被[^。，]{0,8}(?:暂停|停止运行|关闭)|本网?站[^。]{0,24}(?:已|已经|永久)(?:关停|关闭|下线)"
    r"|(?:网站|本站|域名)已(?:经)?(?:迁移|搬迁|变更|更换|改版)"
)
_PARKED = re.compile(
    r"域名(?:出售|转让|停放|正在出售|可以?转让|已过期|到期|交易)|(?:出售|转让|购买)(?:此|该|本)?域名|该域名|此域名"
    r"|domain (?:is )?(?:for sale|parked|may be for sale|has expired)|buy this domain|sedoparking|parkingcrew|bodis\.com"
    r"|dan\.com|hugedomains|"
    r"This domain|domain parking|未备案|网站暂时无法访问.{0,20}备案|阻断页|Welcome to nginx|IIS Windows Server"
    r"|Apache2 (?:Ubuntu|Debian) Default|恭喜.{0,8}站点创建成功|It works!|Test Page for",
    re.IGNORECASE,
)
_TRADE = re.compile(
    "百家乐|时时彩|六合彩|老虎机|娱乐城|博彩|体育投注|真人(?:娱乐|视讯|荷官)|棋牌(?:游戏|娱乐)|皇冠体育|赌场|葡京|威尼斯人|彩票平台"
)
_REFRESH = re.compile(r"^\s{0,9}(\d{1,5})(?:\.\d{1,3})?\s{0,3}[;,]\s{0,9}(?:url\s{0,3}=\s{0,3})?['\"]?([^'\"\s]{1,2000})", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:window\.|self\.|top\.|parent\.|document\.)?location(?:\.href)?\s{0,3}(?:=|\.(?:replace"
    r"|assign)\()\s{0,3}['\"]([^'\"]{1,2000})['\"]"
)
_SELF = r"(?:window\.)?open\(\s{0,9}['\"]([^'\"]{1,2000})['\"]\s{0,9},\s{0,9}['\"]_(?:self|top)['\"]"
_ONLY_MOVED = re.compile(
    rf"\s{{0,200}}(?:<!--)?\s{{0,200}}(?:{_MOVED.pattern}|{_SELF})\s{{0,9}}\)?\s{{0,9}};?\s{{0,200}}(?:(?://)?\s{{0,9}}-->)?\s{{0,200}}"
)
_MAGIC = tuple(
    bytes.fromhex(start)
    for start in "25504446 504b0304 d0cf11e0 89504e47 47494638 ffd8ff 52617221 377abcaf 1f8b 424d 52494646 00000100".split()
)  # PDF, zip, old Office, PNG, GIF, JPEG, rar, 7z, gzip, BMP, RIFF, icon
_FILE_TYPES = (
    *("image/", "audio/", "video/", "font/", "text/css"),
    *("application/pdf", "application/zip", "application/msword", "application/json"),
)


def is_html(body: bytes | str, content_type: str | None) -> bool:
    """Whether a body can be HTML at all, by its first bytes and its content type."""
    if isinstance(body, bytes) and body[:8].startswith(_MAGIC):
        return False
    if not content_type:
        return True
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith(_FILE_TYPES):
        return "<html" in (body[:2000].decode("latin-1") if isinstance(body, bytes) else body[:2000]).lower()
    return True


def kind_of(tree: Tree, html: str, status: int, title: str) -> tuple[PageKind, str]:
    """The kind of an HTML body, with where it leads for a redirect."""
    texts = tree.texts
    links = len(tree.of.get("a", ()))
    han = 0
    for i in tree.words if links <= 25 else ():
        han += han_count(texts[i][:4000])
        if han > 400:
            break
    small = links <= 25 and han <= 400
    if small and (han <= 150 or status in _CHALLENGE_STATUS) and _is_challenge(tree, html, status, han, links):
        return PageKind.CHALLENGE, ""
    if status in _CHALLENGE_STATUS and links <= 3 and han < 60:
        return PageKind.CHALLENGE, ""
    if status >= 400:
        return PageKind.ERROR, ""
    if "frameset" in tree.of:
        return PageKind.FRAME, ""
    if status in (301, 302, 303, 307, 308):
        return PageKind.REDIRECT, ""
    if len(set(_TRADE.findall(title))) > 1 and not _OFFICE.search(html) and not _FACTS.search(html):
        return PageKind.PARKED, ""  # a domain that somebody else took over
    if leads := _moved_at_once(tree):
        return PageKind.REDIRECT, leads
    if small:
        visible = " ".join("".join(texts).split())[:1500]
        told = _FACTS.search(visible) is None
        gone = told and (_GONE_TITLE.search(title) or (han < 120 and _GONE_TITLE.search(visible or _alerted(tree))))
        leads = _leads(tree, html, han, links)
        if leads and not gone:
            return PageKind.REDIRECT, leads
        if told and (_PARKED.search(title) or (han < 200 and _PARKED.search(visible))) and not _OFFICE.search(html):
            return PageKind.PARKED, ""
        if gone:
            return PageKind.SOFT_404, ""
        if told and (_ERROR_TITLE.search(title) or (han < 120 and links <= 10 and _ERROR_TITLE.search(visible))):
            return PageKind.ERROR, ""
        if told and han < 120 and links <= 3 and _CLOSED.search(visible) and not _OFFICE.search(html):
            return PageKind.ERROR, ""
        if not visible and not links and not any(tree.of.get(tag) for tag in ("img", "script", "iframe", "frame")):
            return PageKind.EMPTY, ""
    elif title and len(title) < 40 and _GONE_TITLE.search(title) and not _FACTS.search(html):
        return PageKind.SOFT_404, ""
    return PageKind.CONTENT, ""


def says_gone(lines: Sequence[str]) -> bool:
    """Whether the few lines of a page's content say that what was asked for does not exist."""
    return any(len(line) <= _LONGEST_GONE and _GONE_LINE.search(line) for line in lines)


def _is_challenge(tree: Tree, html: str, status: int, han: int, links: int) -> bool:
    if _CHALLENGE.search(html[:60_000]) or (
        _CHALLENGE_WORDS.search(html[:60_000]) and not _OFFICE.search(html) and not _FACTS.search(html)
    ):
        return True
    if links > 2 or not tree.of.get("script") or han > 60:
        return False
    scripts = "".join(tree.raw.get(i, "") for i in tree.of["script"])
    if _COOKIE_LOADER.search(scripts) and _RELOAD.search(scripts):
        return True
    return status in _CHALLENGE_STATUS or (han == 0 and len(scripts) > 300 and _OBFUSCATED.search(scripts) is not None)


def _alerted(tree: Tree) -> str:
    """What the scripts of a page without words tell the visitor before they send him back."""
    found = _ALERT.findall("".join(tree.raw.get(i, "") for i in tree.of.get("script", ()))[:3000])
    return " ".join(one or other for one, other in found)


def _moved_at_once(tree: Tree) -> str:
    """Where a script leads that does nothing else, whatever stands around it: the visitor never sees the page."""
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if ("location" in content or "open" in content) and len(content) <= _LONGEST_MOVE and (found := _ONLY_MOVED.fullmatch(content)):
            return found[1] or found[2]
    return ""


def _leads(tree: Tree, html: str, han: int, links: int) -> str:
    for i in tree.of.get("meta", ()):
        if tree.get(i, "http-equiv").lower() == "refresh":
            found = _REFRESH.match(tree.get(i, "content"))
            if found and int(found[1]) <= 10:
                return found[2]
    if han <= 60 and links <= 2:
        scripts = [tree.raw.get(i, "") for i in tree.of.get("script", ())] + [tree.get(i, "onload") for i in tree.of.get("body", ())]
        for script in scripts:
            found = _MOVED.search(script) if len(script) < 3000 else None
            if found:
                return found[1]
    return ""
