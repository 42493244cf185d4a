"""The identity marks of a page: what its footer, header and loaders show (standards 3)."""

from __future__ import annotations

import re
from urllib.parse import unquote

from ..values.page import Mark, Marks, MarkState
from .regions import Regions
from .tree import Tree

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新港澳台"
_DASH = "[-－—–―‐]"

_ICP = re.compile(rf"[{PROVINCES}]\s{{0,3}}ICP\s{{0,3}}(?:备|備)\s{{0,3}}(?:案)?(?:号|字)?\s{{0,3}}[:：]?\s{{0,3}}(?:20\d{{8}}|\d{{8}}|\d{{5,7}})(?!\d)\s{{0,3}}号?(?:\s{{0,3}}{_DASH}\s{{0,3}}\d{{1,3}})?", re.IGNORECASE)
_POLICE = re.compile(rf"[{PROVINCES}]\s{{0,3}}公网安备\s{{0,3}}[:：]?\s{{0,3}}(?:第)?\s{{0,3}}(\d{{13,14}})\s{{0,3}}号?")
_POLICE_LABEL = re.compile(r"(?:公安(?:机关|部门|局|网)?(?:联网)?备案|公网安备|网安备案?|网警备案)(?:编?号|标识)?\s{0,3}[:：]?\s{0,3}(?:第)?\s{0,3}(\d{13,14})(?!\d)")
_POLICE_URL = re.compile(r"beian\.gov\.cn/portal/registerSystemInfo\?recordcode=(\d{13,14})|beian\.mps\.gov\.cn/#?/?(?:query/webSearch|web/query\w*)\?(?:code|police|recordcode)=(\d{13,14})", re.IGNORECASE)
_CODE_LABEL = re.compile(r"(?:网站)?标\s{0,2}[识示志]\s{0,3}[码号]\s{0,3}[:：]?\s{0,3}((?:bm)?\d{8,10})(?![0-9A-Za-z])", re.IGNORECASE)
_CODE = re.compile(r"(?<![0-9A-Za-z])(?:[1-8]\d{9}|bm\d{8})(?![0-9A-Za-z])", re.IGNORECASE)
_REPORT = re.compile(r"(?:zfwzgl\.www\.gov\.cn|pucha\.kaipuyun\.cn|121\.43\.68\.40|114\.55\.181\.28)[:\d]{0,6}/(?:exposure|check_web|errorInfo|jiucuo|databaseInfo)\b[^\"'\s<>]{0,300}", re.IGNORECASE)
_REPORT_SCRIPT = re.compile(r"_jiucuo_|_span_jiucuo|jiucuo\.(?:js|html|png)|/exposure/", re.IGNORECASE)
_REPORT_CODE = re.compile(r"(?:site_?code\s{0,3}=\s{0,3}[\"']?|[?&]site_code=|\?v=|Link\(['\"])((?:bm)?\d{8,10})", re.IGNORECASE)
_REPORT_TEXT = re.compile(r"(?:我为)?(?:政府|政务)?网站(?:找错|纠错)|我为政府网站|政府网站找错|网站找错")
_ORGAN = re.compile(r"(?:bszs\.conac\.cn/sitename\?method=show(?:&|&amp;|%26)id=[0-9A-F]{32}|dcs\.conac\.cn/(?:js|image)/[^\"'\s>]{3,200}|conac\.cn/(?:sitename|js/)[^\"'\s>]{3,200})", re.IGNORECASE)
_ORGAN_ID = re.compile(r"_ideConac|imgConac|_span_conac|conac_?red|conac", re.IGNORECASE)
_ORGAN_PICTURE = re.compile(r"(?:dzjg|dangzheng|dzjgbs|dzbs|red\.png|blue\.png|jiguan|conac)[\w-]{0,20}\.(?:png|gif|jpe?g)", re.IGNORECASE)
_SPONSOR = re.compile(r"(?:主\s{0,3}办|主管主办|版权所有(?:者)?|主办(?:单位|机关|部门|方)?)\s{0,3}(?:单\s{0,3}位)?\s{0,3}[:：]?\s{0,3}([\u4e00-\u9fff（）()·、 ]{3,60})")
_SPONSOR_STRICT = re.compile(r"(?:主\s{0,3}办\s{0,3}(?:单\s{0,3}位|机关|部门|方)?|主\s{0,2}管\s{0,2}[、/]?\s{0,2}主\s{0,2}办(?:单位)?|主办\s{0,2}[、/和]\s{0,2}承办(?:单位)?|(?:建设|管理|运维|维护)(?:及|和|、)主办(?:单位)?)\s{0,3}[:：]\s{0,3}([^\s:：|]{2,60})")
_SPONSOR_LOOSE = re.compile(r"([\u4e00-\u9fff（）]{3,40}?)\s{0,3}主办(?![\u4e00-\u9fff])|主\s{0,2}办\s{0,2}(?:单\s{0,2}位)?\s{1,3}([\u4e00-\u9fff]{4,40})|©?版权所有\s{0,3}[:：]?\s{0,3}[©]?\s{0,3}([\u4e00-\u9fff]{4,40})")
_CONTACT = re.compile(
    r"联系(?:我们|方式|电话|本站)|(?:网站)?(?:联系|服务|咨询|技术支持|值班|办公|维护|管理|运维|客服|监督|热线|举报)?(?:电话|热线|传真|tel)\s{0,3}[:：]?\s{0,3}[(（]?(?:\+?86)?0?\d[\d\s()（）－—–-]{5,20}|(?:电子)?(?:邮箱|邮件|e-?mail)\s{0,3}[:：]|"
    r"(?:0\d{2,3}[-－—–)）]\s{0,2})[1-9]\d{6,7}|地\s{0,4}址\s{0,3}[:：]|[\w.]{2,40}@[\w.]{4,40}",
    re.IGNORECASE,
)
_IPV6 = re.compile(r"(?:本站|网站|本网站|平台)?\s{0,3}(?:已|全面)?支持\s{0,3}IPv6(?:\s{0,3}(?:访问|网络))?|IPv6\s{0,3}(?:访问|网络|已启用|enabled|网站|支持度?)?", re.IGNORECASE)
_ACCESS = re.compile(r"无障碍|长者(?:版|模式|助手|专区|浏览)|适老化?|关怀(?:版|模式)|老年(?:版|模式)|大字版|读屏")
_ACCESS_SCRIPT = re.compile(r"wza|barrierfree|barrier[-_]free|slhapi|gd_?wza|assist(?:ive)?_?tool|canyou|yigoole|aria\.js|accessib|oldfix|elder", re.IGNORECASE)
_SEARCH_NAME = re.compile(r"search|sousuo|\bss(?:k|_)|\bso\b|query|keyword|keywords|\bkw\b|\bqt?\b|searchword|\bwd\b|\bs_?key|jiansuo", re.IGNORECASE)
_SEARCH_TEXT = re.compile(r"搜索|检索|搜一下|查询|站内搜|请输入关键|输入关键|搜 索|全站搜|智能搜")
_LOADED = re.compile(r"foot|bottom|copyright|common|public|include|inc[/_.-]|dibu|footer|yejiao|\bbq|tail|layout|template|header|top\.", re.IGNORECASE)
_NAME_SUFFIX = re.compile(r"[-_|—–－＿·>»].*$")
_TAIL = 4000


def read_marks(tree: Tree, regions: Regions, html: str, title: str, tags: dict[str, str], body_end: int) -> Marks:
    """All marks of a page. ABSENT only where the page itself draws its footer; a footer loaded by script or frame is UNKNOWN."""
    visible = "".join(tree.texts)
    tail = _tail(tree, regions, visible, body_end)
    lost = MarkState.UNKNOWN if _footer_loaded(tree, regions, tail) else MarkState.ABSENT
    nothing = Mark(lost)
    source = _decoded(html)
    alts = _pictures(tree)
    report = _error_report(tree, source, visible, alts)
    return Marks(
        organ_mark=_organ(tree, source, alts) or nothing,
        site_code=_site_code(tail, visible) or nothing,
        icp=_first(_ICP, tail) or _first(_ICP, alts) or nothing,
        police=_police(tree, tail, source) or nothing,
        sponsor=_sponsor(tail) or nothing,
        contact=_contact(tail, tree, regions) or nothing,
        error_report_entry=report or nothing,
        site_name=_site_name(tree, regions, title, tags),
        search=_search(tree, regions) or Mark(MarkState.UNKNOWN if lost is MarkState.UNKNOWN else MarkState.ABSENT),
        ipv6=_first(_IPV6, visible) or _first(_IPV6, alts) or Mark(lost),
        accessibility=_accessibility(tree, visible, alts) or Mark(lost),
    )


def _tail(tree: Tree, regions: Regions, visible: str, body_end: int) -> str:
    """The end of the visible text, where footers stand, without the article's own text."""
    text = "".join(tree.texts[body_end:]) if body_end else visible
    if len(text) > _TAIL:
        text = text[-_TAIL:]
    footers = [(start, end) for start, end, role in regions.spans if role == "footer"]
    early = "".join("".join(tree.texts[start:end]) for start, end in footers if start < body_end)
    return " ".join((early[:_TAIL] + "\n" + text).replace("\n", " \x1f ").split(" ")).replace("\u200b", "")


def _first(pattern: re.Pattern[str], text: str) -> Mark | None:
    found = pattern.search(text)
    if not found:
        return None
    raw = " ".join(found[0].replace("\x1f", " ").split())
    return Mark(MarkState.SHOWN, raw.replace(" ", ""), raw)


def _decoded(html: str) -> str:
    """The source with percent-encoded loaders opened beside it."""
    if "%3C" not in html and "%3c" not in html:
        return html
    return html + "\n" + "\n".join(unquote(found[0]) for found in re.finditer(r"[^\"'\n]{0,300}%3[Cc][^\"'\n]{0,2000}", html))


def _pictures(tree: Tree) -> str:
    words = []
    for tag in ("img", "a", "area"):
        for i in tree.of.get(tag, ()):
            attrs = tree.attrs[i]
            if tag == "img" or "title" in attrs:
                words.append(attrs.get("alt") or attrs.get("title") or "")
    return "\n".join(word for word in words if word)


def _addresses(tree: Tree) -> list[str]:
    found = []
    for tag, name in (("a", "href"), ("area", "href"), ("img", "src"), ("script", "src"), ("iframe", "src")):
        for i in tree.of.get(tag, ()):
            value = tree.attrs[i].get(name)
            if value:
                found.append(value)
    return found


def _organ(tree: Tree, source: str, alts: str) -> Mark | None:
    if "onac" in source or "ONAC" in source:
        # Only what is not commented out counts: look at elements and scripts.
        for text in (*_addresses(tree), *tree.raw.values()):
            if "onac" in text or "ONAC" in text:
                text = unquote(text) if "%" in text else text
                found = _ORGAN.search(text) or _ORGAN_ID.search(text)
                if found:
                    kind = "事业单位" if "blue.png" in text else "党政机关"
                    return Mark(MarkState.SHOWN, kind, found[0][:200])
        for tag in ("span", "div", "img", "ins", "p", "td", "li", "em", "i"):
            for i in tree.of.get(tag, ()):
                name = tree.get(i, "id")
                if "onac" in name:
                    return Mark(MarkState.SHOWN, "党政机关", name)
    if "党政机关" in alts or "政府机关" in alts:
        return Mark(MarkState.SHOWN, "党政机关", "党政机关")
    if "事业单位" in alts:
        return Mark(MarkState.SHOWN, "事业单位", "事业单位")
    for i in tree.of.get("img", ()):
        found = _ORGAN_PICTURE.search(tree.get(i, "src"))
        if found:
            return Mark(MarkState.SHOWN, "党政机关", found[0])
    return None


def _site_code(tail: str, visible: str) -> Mark | None:
    for text in (tail, visible):
        if "标" in text and ("码" in text or "号" in text):
            found = _CODE_LABEL.search(text)
            if found:
                return Mark(MarkState.SHOWN, found[1].lower(), " ".join(found[0].replace("\x1f", " ").split()))
    return None


def _police(tree: Tree, tail: str, source: str) -> Mark | None:
    if "备" in tail:
        found = _POLICE.search(tail) or _POLICE_LABEL.search(tail)
        if found:
            return Mark(MarkState.SHOWN, found[1], " ".join(found[0].replace("\x1f", " ").split()))
    if "beian" in source:
        for address in _addresses(tree):
            if "beian" in address:
                linked = _POLICE_URL.search(unquote(address))
                if linked:
                    return Mark(MarkState.SHOWN, linked[1] or linked[2], linked[0])
    return None


def _sponsor(tail: str) -> Mark | None:
    if "办" not in tail and "版权" not in tail:
        return None
    found = _SPONSOR_STRICT.search(tail)
    if found:
        value = found[1]
    else:
        found = _SPONSOR_LOOSE.search(tail)
        if not found:
            return None
        value = found[1] or found[2] or found[3]
    value = re.split(r"承办|协办|地址|电话|联系|技术|维护|网站|备案|邮编|ICP|\x1f", value)[0].strip(" ，,；;、。")
    if len(value) < 2:
        return None
    return Mark(MarkState.SHOWN, value, " ".join(found[0].replace("\x1f", " ").split()))


def _contact(tail: str, tree: Tree, regions: Regions) -> Mark | None:
    found = _CONTACT.search(tail)
    if not found:
        return None
    raw = " ".join(found[0].replace("\x1f", " ").split())
    return Mark(MarkState.SHOWN, raw, raw)


def _error_report(tree: Tree, source: str, visible: str, alts: str) -> Mark | None:
    low = "iucuo" in source or "exposure" in source or "错" in visible or "错" in alts or "121.43.68.40" in source or "114.55.181.28" in source
    if not low:
        return None
    for i in tree.of.get("script", ()):
        attrs = tree.attrs[i]
        text = " ".join(filter(None, (attrs.get("id"), attrs.get("src")))) + " " + tree.raw.get(i, "")[:20_000]
        if _REPORT_SCRIPT.search(text):
            code = attrs.get("sitecode") or attrs.get("site_code") or ""
            found = _REPORT_CODE.search(text) or _REPORT_CODE.search(unquote(text))
            return Mark(MarkState.SHOWN, (code or (found[1] if found else "")).strip().lower(), (attrs.get("src") or attrs.get("id") or "script")[:200])
    for i in tree.named("a", "area", "img", "span", "div", "iframe"):
        attrs = tree.attrs[i]
        if not attrs:
            continue
        text = " ".join(filter(None, (attrs.get("href"), attrs.get("src"), attrs.get("onclick"), attrs.get("id"))))
        if "iucuo" in text or "exposure" in text or "121.43.68.40" in text or "114.55.181.28" in text:
            if _REPORT.search(text) or _REPORT_SCRIPT.search(text):
                code = _REPORT_CODE.search(text)
                return Mark(MarkState.SHOWN, code[1].lower() if code else "", text[:200])
    for i in tree.of.get("a", ()):
        words = f"{tree.text(i)} {tree.get(i, 'title')} {' '.join(tree.get(k, 'alt') for k in range(i, tree.ends[i]) if tree.tags[k] == 'img')}"
        if "错" in words and _REPORT_TEXT.search(words):
            return Mark(MarkState.SHOWN, "", (tree.get(i, "href") or words)[:200])
    if _REPORT_TEXT.search(alts):
        return Mark(MarkState.SHOWN, "", "picture")
    return None


def _site_name(tree: Tree, regions: Regions, title: str, tags: dict[str, str]) -> Mark:
    """The site's name as the header shows it: as text or as the words of its logo. A wordless logo leaves it unknown."""
    expected = tags.get("sitename", "")
    headers = [(start, end) for start, end, role in regions.spans if role == "header"]
    if not headers:
        headers = [(0, min(len(tree.tags), 120))]
    picture = False
    for start, end in headers[:6]:
        text = "".join(tree.texts[start:end])
        if expected and expected in text.replace(" ", ""):
            return Mark(MarkState.SHOWN, expected, expected)
        for i in range(start, end):
            tag = tree.tags[i]
            if tag == "img":
                picture = True
                words = (tree.get(i, "alt") or tree.get(i, "title")).strip()
                if words and _is_name(words):
                    return Mark(MarkState.SHOWN, words, words)
            elif tag in ("h1", "h2", "a", "div", "p", "span", "strong") and end - start < 4000 and tree.ends[i] - i <= 4:
                words = tree.text(i)
                if 4 <= len(words) <= 30 and _is_name(words) and not (tag == "a" and _outside(tree, i)):
                    return Mark(MarkState.SHOWN, words, words)
    return Mark(MarkState.UNKNOWN, "", "logo" if picture else "")


def _outside(tree: Tree, i: int) -> bool:
    return "//" in tree.get(i, "href")


_NAME = re.compile(r"(?:人民政府|政府(?:门户)?网站?|政务网|门户网站|委员会|[局厅部委院署会]网?|信息网|公众网|政府网)(?:门户网站|官方网站|网站|网)?(?:logo|标志|标识)?$", re.IGNORECASE)


def _is_name(words: str) -> bool:
    return 4 <= len(words) <= 40 and _NAME.search(words.strip()) is not None


def _search(tree: Tree, regions: Regions) -> Mark | None:
    for i in tree.of.get("input", ()):
        attrs = tree.attrs[i]
        kind = (attrs.get("type") or "text").lower()
        if kind in ("text", "search"):
            names = " ".join(filter(None, (attrs.get("name"), attrs.get("id"), attrs.get("class"))))
            words = " ".join(filter(None, (attrs.get("placeholder"), attrs.get("value"), attrs.get("title"))))
            if _SEARCH_NAME.search(names) or _SEARCH_TEXT.search(words):
                return Mark(MarkState.SHOWN, "", (words or names)[:60])
    for i in tree.of.get("form", ()):
        names = " ".join(filter(None, (tree.get(i, "action"), tree.get(i, "id"), tree.get(i, "name"), tree.get(i, "class"))))
        if re.search(r"search|sousuo", names, re.IGNORECASE):
            return Mark(MarkState.SHOWN, "", names[:60])
    for i in tree.of.get("a", ()):
        words = tree.text(i) or tree.get(i, "title")
        if len(words) <= 8 and _SEARCH_TEXT.search(words) and "查询" not in words:
            return Mark(MarkState.SHOWN, "", words)
    return None


def _accessibility(tree: Tree, visible: str, alts: str) -> Mark | None:
    found = _ACCESS.search(visible) or _ACCESS.search(alts)
    if found:
        return Mark(MarkState.SHOWN, found[0], found[0])
    for i in tree.of.get("script", ()):
        source = tree.get(i, "src")
        if source and (script := _ACCESS_SCRIPT.search(source)):
            return Mark(MarkState.SHOWN, "", script[0])
    return None


def _footer_loaded(tree: Tree, regions: Regions, tail: str) -> bool:
    """Whether the page gets its footer from a script or frame instead of carrying it."""
    if "ICP" in tail or "icp" in tail or "标识码" in tail or "网安备" in tail or "主办" in tail:
        return False
    if any(role == "footer" and len("".join(tree.texts[start:end]).strip()) > 20 for start, end, role in regions.spans):
        return False
    for i in tree.of.get("iframe", ()):
        if _LOADED.search(tree.get(i, "src")):
            return True
    for i in tree.of.get("script", ()):
        source = tree.get(i, "src")
        if source and re.search(r"foot|bottom|copyright|dibu|yejiao|tail", source, re.IGNORECASE):
            return True
        text = tree.raw.get(i, "")
        if text and re.search(r"\.load\(|innerHTML|include|fetch\(|\.html\(", text) and re.search(r"foot|bottom|copyright", text, re.IGNORECASE):
            return True
    # An empty element named as the footer is filled by script.
    return any(role == "footer" for _, _, role in regions.spans) or "app" in {tree.get(i, "id") for i in tree.of.get("div", ())}
