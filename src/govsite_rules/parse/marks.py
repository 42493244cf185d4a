"""The identity marks of a page: what its footer, header and loaders show (standards 3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote

from ..values.page import Mark, Marks, MarkState
from .regions import Regions
from .scripted import SCRIPT_COMMENT, written_text
from .tree import Tree

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新港澳台"
"""First characters of ICP and police records: the two kinds write Guizhou, Gansu, Sichuan and Yunnan differently."""

_COLON = "[:：∶﹕︰]"
_ICP = re.compile(
    rf"[{PROVINCES}晉]\s{{0,3}}ICP\s{{0,3}}[备備]\s{{0,3}}案?[号字號第]?\s{{0,3}}[:：∶﹕︰(（-]?\s{{0,3}}(?:20\d{{8}}|\d{{8}}|\d{{5,7}})(?!\d)[)）]?\s{{0,3}}[号號]?"
    r"(?:\s{0,3}[-－—–―‐]\s{0,3}\d{1,3})?",
    re.IGNORECASE,
)
# Numbers had 10 to 13 digits before the national register; some footers write the city's character, or 公安备.
_POLICE = re.compile(
    rf"[{PROVINCES}][)）]?\s{{0,3}}公\s{{0,3}}(?:(?:网\s{{0,3}})?安\s{{0,3}}备案?|安\s{{0,3}}网\s{{0,3}}备案?|网备案?)号?"
    rf"\s{{0,3}}{_COLON}?\s{{0,3}}第?\s{{0,3}}(\d{{10,14}}(?:[-－–—]\d{{1,5}})?)(?!\d)\s{{0,3}}号?"
)
_POLICE_LABEL = re.compile(
    r"(?:公安(?:机关|部门|部|局|网)?(?:联网)?备案?|公网安备|网安备案?|网警备案|[\u4e00-\u9fff]公备)(?:编?号|标识)?"
    rf"\s{{0,3}}{_COLON}?\s{{0,3}}第?\s{{0,3}}(\d{{12,14}}(?:[-－–—]\d{{1,5}})?)(?!\d)"
)
_POLICE_URL = re.compile(
    r"beian\.gov\.cn/portal/registerSystemInfo\?recordcode=(\d{11,14}-\d{1,5}(?!\d)|\d{13,14})"
    r"|beian\.mps\.gov\.cn/#?/?(?:query/webSearch|web/query\w{0,20})\?(?:code|police|recordcode)=(\d{13,14})",
    re.IGNORECASE,
)
_CODE_LABEL = re.compile(
    r"(?:(?:网站)?[标识標識]\s{0,2}[识示志别識]\s{0,2}编?[码号碼號](?:\s{0,3}(?:[为是]|[^\w\s])){0,2}|[网網]站[标標][识識]\s{0,3}[:：∶﹕︰])\s{0,3}"
    r"((?:bm)?\d{8,10}(?![0-9A-Za-z])|(?:bm|\d\d)\d\d[ -]?\d\d[ -]?\d{4}(?![ -]?\d|[A-Za-z]))",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:zfwz(?:gl|xx)\.www\.gov\.cn|pucha\.kaipuyun\.cn|121\.43\.68\.40|114\.55\.181\.28)[:\d]{0,6}/(?:exposure|check_web"
    r"|errorInfo|jiucuo)\b[^\"'\s<>]{0,300}"
    r"|(?<!#)_jiucuo_|(?<!#)_span_jiucuo|jiucuo\.(?:js|html|png)|/exposure/",
    re.IGNORECASE,
)
_REPORT_CODE = re.compile(r"(?:site_?code[\"']?\s{0,3}[=:,]\s{0,3}[\"']?|[?&]site_code=|\?v=|Link\(['\"])((?:bm)?\d{8,10})", re.IGNORECASE)
_REPORT_TEXT = re.compile(
    r"我为(?:政府|政务)?网站(?:找错|纠错)|我为政府网站|(?:政府|政务)网站(?:找错|纠错)|网站(?:找错|纠错)"
    r"|^(?:找错|纠错|[【\[]?内容纠错[】\]]?)[ \t\u3000]{0,3}$",
    re.MULTILINE,
)
_REPORT_HINTS = ("iucuo", "exposure", "errorInfo", "121.43.68.40", "114.55.181.28")
_ORGAN = re.compile(
    r"bszs\.conac\.cn/sitename\?method=show(?:&|&amp;|%26)id=[0-9A-F]{32}|dcs\.conac\.cn/(?:js|image)/[^\"'\s>]{3,200}"
    r"|conac\.cn/(?:sitename|js/)[^\"'\s>]{0,200}|_ideConac|imgConac|_span_conac",
    re.IGNORECASE,
)
_WRITTEN_ALT = re.compile(r"\balt=\\?[\"']([^\"'\\<>]{4,40})")  # of a picture that a script writes
_ORGAN_PICTURE = re.compile(
    r"(?:dzjg|dangzheng|dzbs|/(?:red|blue)|dzjgwz|jiguan|conac|danzheng|dzjgbz|jgbz)[\w-]{0,20}\.(?:png|gif|jpe?g)", re.IGNORECASE
)
_SPONSOR = re.compile(
    r"(?<![动赛展])(?:主\s{0,3}[办辦]\s{0,3}(?:单\s{0,3}位|机关|机构|部门|方)?|主\s{0,2}管\s{0,2}[、/和]?\s{0,2}主\s{0,2}办(?:单位)?"
    r"|主办\s{0,2}[、/和]\s{0,2}(?:承办|维护)(?:单位)?"
    r"|(?:建设|管理|运维|维护)(?:及|和|、)主办(?:单位)?)(?:\s{0,3}[:：∶﹕︰]|[/｜】\]])\s{0,3}([^\s:：|｜【]{2,60})"
)
_SPONSOR_LOOSE = re.compile(
    r"(?:本?(?:网站|站)由)?((?:中共[\u4e00-\u9fff]{2,20}委(?:员会)?[ \t\u3000]{1,6})?"
    r"[\u4e00-\u9fff（）]{2,39}?[府局厅委会办室院部署处心镇乡道区市县州省社队馆所站司校团行])"
    r"\s{0,6}主办(?![\u4e00-\u9fff])"
    r"|主\s{0,2}办\s{0,2}(?:单\s{0,2}位)?\s{1,3}([\u4e00-\u9fff]{4,40})"
)
# A party committee and its government run a site together; a space alone may part them.
_SECOND = re.compile(r"[ \u3000]{1,3}([\u4e00-\u9fff]{2,30}?(?:人民政府|委员会|[局厅委]|办公[室厅]))(?![\u4e00-\u9fff])")
_UNDERTAKES = re.compile(r"承办(?!单位|\s{0,3}[:：])")
_OWNER = re.compile(r"版权所有|copyright|©", re.IGNORECASE)
_AFTER_NAME = re.compile(
    rf"主办|承办|协办|地\s{{0,4}}址|电话|联系|技术(?=支持|维护|保障|运维|协[助作]|提供|承[建办]|单位|\s{{0,3}}[:：])|技术(?:服务|开发)\s{{0,3}}[:：]|运维|维护|(?:政府)?网站|备案|邮(?:[编箱]|政(?:编|信|\s{{0,3}}[:：]))|电子邮|传真|总机|(?:政务|服务)热线(?![\u4e00-\u9fff]{{0,6}}(?:中心|办公室))|站长|版权(?!局)|建议|您是"
    rf"|公安(?:机关|部门|部|局|网)?(?:联网|网络)?\s{{0,3}}(?:备|[:：∶﹕\d])|标识|通讯|[“”]|我为|(?:[{PROVINCES}]\s{{0,3}})?(?:ICP|公网安备)|copyright|©|tel\b|e-?mail|site|中华人民共和国$|[(（]?[{PROVINCES}][)）]?公\s{{0,3}}(?:备|网|安\s{{0,3}}(?:备|网|联网))|\x1f",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[\s-]")
_CONTACT = re.compile(
    r"联系(?:我们|方式|电话|本站)|热线\s{0,3}[:：]?\s{0,3}123(?:45|\d{2})(?!\d)|(?:电\s{0,3}话|热\s{0,3}线|传\s{0,3}真|总\s{0,3}机|tel"
    r"|phone)\s{0,3}[:：]?\s{0,3}[(（]?(?:\+?86)?0?\d[\d\s()（）－—–-]{5,20}"
    r"|(?:邮\s{0,3}箱|邮件|e-?mail)\s{0,3}[:：]|(?<!\d)0\d{2,3}[-－—–)）]\s{0,2}[1-9]\d{6,7}|地\s{0,4}址\s{0,3}[:：]",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.]{2,40}@[\w.]{4,40}")
_MAIL_LINK = re.compile(r"mailto:[\w.-]{1,40}@[\w.-]{4,40}")
_IPV6 = re.compile(
    r"(?:本站|网站|本网站|平台)?\s{0,3}(?:已|全面)?支持\s{0,3}IPv6(?:\s{0,3}(?:访问|网络))?|IPv6\s{0,3}(?:访问|网络|已启用"
    r"|enabled|网站|支持度?)?",
    re.IGNORECASE,
)
_ACCESS_WORDS = ("无障碍", "长者", "适老", "关怀", "老年", "大字版", "读屏")
_ACCESS = re.compile(
    r"^.{0,6}(?:无障碍|长者(?:版|模式|助手|专区|浏览)|适老|关怀(?:版|模式)|老年(?:版|模式)|大字版|读屏).{0,6}$",
    re.MULTILINE,
)
_ACCESS_SCRIPT = re.compile(r"wza|barrier-?free|slhapi|assist(?:ive)?_?tool|canyou|yigoole|accessib|oldfix|elder", re.IGNORECASE)
_SEARCH_NAME = re.compile(r"search|sousuo|\bss(?:k|_)|\bso\b|query|keywords?|\bkw\b|\bqt?\b|\bwd\b|\bs_?key|jiansuo", re.IGNORECASE)
_SEARCH_TEXT = re.compile(r"搜索|检索|搜一下|站内搜|请输入|输入关键|搜\s{1,3}索|全站搜|智能搜|关键[词字]")
_FOOTER_SCRIPT = re.compile(r"foot|bottom|copyright|dibu|yejiao|tail", re.IGNORECASE)
_FOOTER_FRAME = re.compile(r"foot|bottom|copyright|dibu|yejiao|tail|common|public|include|inc[/_.-]", re.IGNORECASE)
_LOADS = re.compile(r"\.load\(|innerHTML|include|fetch\(|\.html\(|\$\.get\(|\.append\(|ajax")
_NAME = re.compile(
    r"(?:人民政府|政府(?:门户)?网站?|政务网|门户网站|委员会|[局厅部委院署会]网?|信息网|公众网|管理局"
    r"|街道办事处)(?:门户网站|官方网站|网站|网)?(?:logo|标志|标识)?$",
    re.IGNORECASE,
)
_TITLE_PARTS = re.compile(r"[-_|—–－＿·>»\s]+")
_LOADERS = tuple(
    (tag, name)
    for name, tags in {"href": "a", "src": "img script iframe", "onclick": "a img span", "id": "span img div", "data-src": "img"}.items()
    for tag in tags.split()
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)  # an entry for mistakes that is there but not shown
_LOADER_HINTS = ("onac", "iucuo", "exposure", "beian", "%3C", "%3c")
_KEYWORD = re.compile(r"ICP备|网安备|标识码|主办")
_NARROW = {ord("０") + n: ord("0") + n for n in range(10)} | {ord("Ａ") + n: ord("A") + n for n in range(26)}
_EDGE = "\x1e"  # between the texts of two elements
_BREAK = re.compile(r"\s{0,9}\x1e\s{0,9}")
_TAIL = 3000
_HEADER = _SOURCES = 8_000  # characters of a header's text, of scripts' addresses, that are looked through and kept for the next page
_TAIL_NODES = 1200
_SHORT = 24
_ROUND_NAME = 4  # characters beside a site's name: 欢迎, 网站


def read_marks(tree: Tree, regions: Regions, title: str, tags: Mapping[str, str]) -> Marks:
    """All marks of a page. ABSENT only where the page itself draws its footer; where a script or frame brings it, UNKNOWN."""
    start = _footer_start(tree, regions)
    tail = _tail(tree, regions, start)
    site_code, icp, police, sponsor, contact = _told(tail)
    tail = tail.replace(_EDGE, "")
    loaded = _is_footer_loaded(tree, regions, tail)
    if loaded:
        sponsor = contact = None  # of an article, not of the footer that was not seen
    lost = Mark(MarkState.UNKNOWN if loaded else MarkState.ABSENT)
    pictures = _pictures(tree)
    shorts = "\n".join([text for i in tree.words if len(text := tree.texts[i]) <= _SHORT]) + "\n" + pictures
    loaders = _loaders(tree, start)
    organ = _organ(tree, loaders, pictures)
    report = _error_report(tree, shorts, loaders)
    if start and not (organ and report and police):
        loaders = _loaders(tree, 0)
        organ, report = organ or _organ(tree, loaders, pictures), report or _error_report(tree, shorts, loaders)
    return Marks(
        organ_mark=organ or lost,
        site_code=site_code or lost,
        icp=icp or _icp(pictures) or lost,
        police=police or _police_link(loaders) or _police(pictures) or lost,
        sponsor=sponsor or lost,
        contact=contact or (_first(_MAIL_LINK, loaders) if "mailto:" in loaders else None) or lost,
        error_report_entry=report or lost,
        site_name=_site_name(tree, regions, title, tags),
        search=_search(tree) or lost,
        ipv6=(_first(_IPV6, shorts) if "v6" in shorts or "V6" in shorts else None) or lost,
        accessibility=_accessibility(tree, shorts) or lost,
    )


def _footer_start(tree: Tree, regions: Regions) -> int:
    """The node from which on marks are looked for first: the footer's, where it stands in the page's second half."""
    size = len(tree.tags)
    return next((begin for begin, _, role in regions.spans if role == "footer" and begin * 2 >= size), 0)


def _tail(tree: Tree, regions: Regions, start: int) -> str:
    """The visible text from the footer on; without a recognised one the end of the page, with the text of footers further up."""
    size = len(tree.tags)
    text = _EDGE.join(filter(None, tree.texts[start:])) if start else ""
    if not _KEYWORD.search(text.replace(_EDGE, "")):
        cut = max(size - _TAIL_NODES, 0)
        text = _EDGE.join(filter(None, tree.texts[cut:]))[-_TAIL:]
        # Running text may name other sites' records.
        text = "\n".join(map(_without_prose, text.split("\n")))
        earlier = ["".join(tree.texts[begin:end]) for begin, end, role in regions.spans if role == "footer" and begin < cut]
        text = "\n".join(earlier)[:_TAIL] + text
    written = written_text(tree)
    if written:
        text = f"{text}\n{written[-_TAIL:]}"
    text = text[-3 * _TAIL :].replace("\n", " \x1f ").replace("\u200b", "").replace("\xa0", " ")
    return text.translate(_NARROW) if "ＩＣＰ" in text or "０" in text else text


def _without_prose(line: str) -> str:
    """A line without the sentences of running text; a footer that no block begins stands behind the last of them."""
    if line.count("，") + line.count("。") < 2 or _OWNER.search(line):
        return line
    return line[max(line.rfind("。"), line.rfind("，")) :].partition(_EDGE)[2]


@lru_cache(maxsize=1024)
def _told(tail: str) -> tuple[Mark | None, Mark | None, Mark | None, Mark | None, Mark | None]:
    """Site code, ICP and police records, sponsor and contact as a footer's text tells them; a site's pages share one text."""
    parts, tail = _BREAK.sub(" \x1f ", tail), tail.replace(_EDGE, "")
    return _site_code(tail) or _site_code(parts), _icp(tail), _police(tail), _sponsor(tail, parts), _contact(tail)


def _raw(found: re.Match[str]) -> str:
    return " ".join(found[0].replace("\x1f", " ").split())[:200]


def _first(pattern: re.Pattern[str], text: str) -> Mark | None:
    found = pattern.search(text)
    if not found:
        return None
    raw = _raw(found)
    return Mark(MarkState.SHOWN, raw.replace(" ", ""), raw)


def _pictures(tree: Tree) -> str:
    """The words of pictures and the tooltips of links, a line each."""
    attrs = tree.attrs
    words = [word for i in tree.of.get("img", ()) if (word := attrs[i].get("alt") or attrs[i].get("title"))]
    words += [word for i in tree.of.get("a", ()) if (word := attrs[i].get("title"))]
    return "\n".join(words)


def _loaders(tree: Tree, start: int) -> str:
    """What may load or link a mark from a node on, a line each: addresses, ids, click handlers and scripts, percent-encoded ones opened.

    Comments are not among them.
    """
    found: list[str] = []
    scripts = tree.of.get("script", [])
    for i in scripts[bisect_left(scripts, start) :]:
        attrs = tree.attrs[i]
        if "id" in attrs:
            found.append(" ".join(f'{name}="{value}"' for name, value in attrs.items() if value))
        content = tree.raw.get(i)
        if content and any(hint in content for hint in _LOADER_HINTS):
            found.append(SCRIPT_COMMENT.sub("", content[:20_000]) if "//" in content else content[:20_000])
    for tag, name in _LOADERS:
        nodes = tree.of.get(tag)
        if nodes:
            found += [value for i in nodes[bisect_left(nodes, start) :] if (value := tree.attrs[i].get(name))]
    text = "\n".join(found)
    if "\\/" in text:
        text = text.replace("\\/", "/")
    return unquote(text) if "%3" in text else text


def _lines_with(text: str, hint: str) -> list[str]:
    """The lines of a text that hold a word, at most 20."""
    found: list[str] = []
    at = text.find(hint)
    while at >= 0 and len(found) < 20:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found.append(text[max(text.rfind("\n", 0, at) + 1, at - 2000) : min(end, at + 2000)])
        at = text.find(hint, end)
    return found


def _organ(tree: Tree, loaders: str, pictures: str) -> Mark | None:
    for hint in ("onac", "ONAC"):
        for line in _lines_with(loaders, hint):
            found = _ORGAN.search(line)
            if found:
                return Mark(MarkState.SHOWN, "事业单位" if "blue.png" in line else "党政机关", found[0][:200])
    scripts = [content for i in tree.of.get("script", ()) if "document.write" in (content := tree.raw.get(i, "")) and "<img" in content]
    pictures = "\n".join((pictures, *_WRITTEN_ALT.findall("\n".join(scripts))))
    for words in ("党政机关", "政府机关", "事业单位"):
        if words in pictures:
            return Mark(MarkState.SHOWN, "事业单位" if words == "事业单位" else "党政机关", words)
    sources = [source for i in tree.of.get("img", ()) if (source := tree.attrs[i].get("src"))]
    found = _ORGAN_PICTURE.search("\n".join(sources + scripts))
    return Mark(MarkState.SHOWN, "事业单位" if "blue" in found[0] else "党政机关", found[0].strip("/")) if found else None


def _icp(text: str) -> Mark | None:
    return _first(_ICP, text) if "ICP" in text or "icp" in text or "Icp" in text else None


def _site_code(tail: str) -> Mark | None:
    found = _CODE_LABEL.search(tail) if any(word in tail for word in "码号识碼") else None
    return Mark(MarkState.SHOWN, _BLANK.sub("", found[1]).lower(), _raw(found)) if found else None


def _police(tail: str) -> Mark | None:
    found = (_POLICE.search(tail) or _POLICE_LABEL.search(tail)) if "备" in tail and ("公" in tail or "安备" in tail) else None
    return Mark(MarkState.SHOWN, found[1], _raw(found)) if found else None


def _police_link(loaders: str) -> Mark | None:
    for line in _lines_with(loaders, "beian."):
        linked = _POLICE_URL.search(line)
        if linked:
            return Mark(MarkState.SHOWN, linked[1] or linked[2], linked[0])
    return None


def _sponsor(tail: str, parts: str) -> Mark | None:
    """The sponsor by label, its name cut where its element ends; ``parts`` is the text with a break at each element's edge."""
    if "办" in tail or "辦" in tail:
        for pattern, text, least in ((_SPONSOR, parts, 4), (_SPONSOR, tail, 2), (_SPONSOR_LOOSE, parts, 2), (_SPONSOR_LOOSE, tail, 2)):
            # The last label: articles name the sponsors of what they tell of, and the footer stands behind them.
            found = next(reversed([*pattern.finditer(text)]), None) if pattern is _SPONSOR else pattern.search(text)
            if found is None:
                continue
            name = _AFTER_NAME.split(found[1] or found[2])[0]
            if _UNDERTAKES.match(text, found.start(found.lastindex or 1) + len(name)):
                continue
            value = " ".join(name.strip(" ，,；;、。/").split())
            if value.startswith("中共") and (second := _SECOND.match(text, found.end())):
                value = f"{value} {second[1]}"
            if len(value) >= least:
                return Mark(MarkState.SHOWN, value, _raw(found))
    # "版权所有" names somebody, but not as the one who runs the site: a person must say whether that will do.
    owner = _OWNER.search(tail)
    return Mark(MarkState.UNKNOWN, "", tail[max(owner.start() - 20, 0) : owner.end() + 30].replace("\x1f", " ").strip()) if owner else None


def _contact(tail: str) -> Mark | None:
    at = tail.find("联系我们")
    found = (_CONTACT.match(tail, at) if at >= 0 else _CONTACT.search(tail)) or (_MAIL.search(tail) if "@" in tail else None)
    return Mark(MarkState.SHOWN, _raw(found), _raw(found)) if found else None


def _error_report(tree: Tree, shorts: str, loaders: str) -> Mark | None:
    for hint in _REPORT_HINTS:
        for line in _lines_with(loaders, hint):
            if (found := _REPORT.search(line)) and not _is_hidden(tree, line):
                code = _REPORT_CODE.search(line)
                return Mark(MarkState.SHOWN, code[1].lower() if code else "", (found[0] if len(line) > 400 else line)[:200])
    if "错" not in shorts or not _REPORT_TEXT.search(shorts):
        return _report_drawn(tree)
    for i in tree.of.get("a", ()):
        words = (tree.text(i), tree.get(i, "title"), *(tree.get(k, "alt") for k in range(i, tree.ends[i]) if tree.tags[k] == "img"))
        if any("错" in word and _REPORT_TEXT.search(word) for word in words):
            return Mark(MarkState.SHOWN, "", (tree.get(i, "href") or words[0])[:200])
    for i in tree.of.get("span", ()):
        if "onclick" in tree.attrs[i] and _REPORT_TEXT.search(tree.text(i)):
            return Mark(MarkState.SHOWN, "", tree.get(i, "onclick")[:200])
    return Mark(MarkState.SHOWN, "", "picture") if any(_REPORT_TEXT.search(tree.get(i, "alt")) for i in tree.of.get("img", ())) else None


def _is_hidden(tree: Tree, line: str) -> bool:
    """Whether what leads to the entry is there but not shown."""
    line = unquote(line)
    for i in tree.styled:
        if "none" in (style := tree.get(i, "style")) and any(
            value == line or (value and "%" in value and unquote(value) == line) for value in tree.attrs[i].values()
        ):
            return _HIDDEN.search(style) is not None
    return False


def _report_drawn(tree: Tree) -> Mark | None:
    """An empty element into which a script draws the entry for the site code it carries."""
    for i in tree.of.get("div", ()):
        attrs = tree.attrs[i]
        if "iucuo" in (attrs.get("class") or "") and not tree.text(i):
            code = _REPORT_CODE.search(" ".join(filter(None, attrs.values())))
            if code:
                return Mark(MarkState.SHOWN, code[1].lower(), code[0])
    return None


def _site_name(tree: Tree, regions: Regions, title: str, tags: Mapping[str, str]) -> Mark:
    """The site's name as the header shows it, as text or as the words of its logo. A wordless logo leaves it unknown."""
    expected = tags.get("sitename", "").replace(" ", "")
    suffix = _TITLE_PARTS.split(title.strip())[-1]
    names = [name for name in (expected, suffix if _NAME.search(suffix) else "") if len(name) >= 3]
    path = next((start for start, _, role in regions.spans if role == "crumb"), 100)
    headers = [(start, end) for start, end, role in regions.spans if role == "header"]
    spans = headers or [(0, min(path, 100))]
    pictures = False
    images = tree.of.get("img", [])
    for start, end in spans[:6]:
        end = min(end, start + 400, len(tree.tags))
        text = "".join(tree.texts[start:end])
        if headers:
            joined = "".join(text.split()) if names else ""
            shown = next((name for name in names if name in joined), "")
        else:  # the name must stand by itself: titles and sources of articles hold it too
            short = ["".join(part.split()) for part in tree.texts[start:end] if len(part) <= _SHORT]
            shown = next((name for name in names if any(name in part and len(part) <= len(name) + _ROUND_NAME for part in short)), "")
        if shown:
            return Mark(MarkState.SHOWN, shown, shown)
        for i in images[bisect_left(images, start) : bisect_left(images, end)]:
            pictures = True
            link = tree.parents[i]
            tooltip = tree.get(link, "title") if link >= 0 and tree.tags[link] == "a" else ""
            words = " ".join((tree.get(i, "alt") or tree.get(i, "title") or tooltip).split())
            if 4 <= len(words) <= 40 and _NAME.search(words) and not _leads_away(tree, i):
                return Mark(MarkState.SHOWN, words, words)
        for words in _names_in(text[:_HEADER]):
            i = next((i for i in range(start, end) if not tree.tags[i] and words in tree.texts[i]), -1)
            if i >= 0 and not _leads_away(tree, i):
                return Mark(MarkState.SHOWN, words, words)
    return Mark(MarkState.UNKNOWN, "", "logo" if pictures else "")


@lru_cache(maxsize=64)
def _names_in(text: str) -> tuple[str, ...]:
    """The lines of a header's text that are names of bodies or sites; a site's pages share one header."""
    return tuple(words for line in text.split("\n") if 4 <= len(words := line.strip()) <= 30 and _NAME.search(words))


def _leads_away(tree: Tree, i: int) -> bool:
    """Whether a node is part of a link with a host of its own: the name of another site."""
    for _ in range(4):
        if i < 0:
            break
        if tree.tags[i] == "a":
            return "//" in tree.get(i, "href")
        i = tree.parents[i]
    return False


def _search(tree: Tree) -> Mark | None:
    for i in tree.of.get("input", ()):
        attrs = tree.attrs[i]
        if (attrs.get("type") or "text").lower() not in ("text", "search"):
            continue
        names = " ".join(filter(None, (attrs.get("name"), attrs.get("id"), attrs.get("class"))))
        words = " ".join(filter(None, (attrs.get("placeholder"), attrs.get("value"), attrs.get("title"))))
        if _SEARCH_NAME.search(names) or _SEARCH_TEXT.search(words):
            return Mark(MarkState.SHOWN, "", (words or names)[:60])
    for i in tree.of.get("form", ()):
        names = " ".join(filter(None, map(tree.attrs[i].get, ("action", "id", "name", "class"))))
        if "earch" in names or "sousuo" in names:
            return Mark(MarkState.SHOWN, "", names[:60])
    for i in tree.of.get("a", ()):
        if tree.ends[i] - i <= 4 and len(words := tree.text(i) or tree.get(i, "title")) <= 8 and ("搜索" in words or "检索" in words):
            return Mark(MarkState.SHOWN, "", words)
    return None


def _accessibility(tree: Tree, shorts: str) -> Mark | None:
    found = _ACCESS.search(shorts) if any(word in shorts for word in _ACCESS_WORDS) else None
    if found is not None:
        return Mark(MarkState.SHOWN, found[0].strip(), found[0].strip())
    script = _access_script("\n".join([source for i in tree.of.get("script", ()) if (source := tree.attrs[i].get("src"))])[:_SOURCES])
    return Mark(MarkState.SHOWN, "", script) if script else None


@lru_cache(maxsize=64)
def _access_script(sources: str) -> str:
    found = _ACCESS_SCRIPT.search(sources)
    return found[0] if found else ""


def _is_footer_loaded(tree: Tree, regions: Regions, tail: str) -> bool:
    """Whether the page gets its footer from a script or frame instead of carrying it."""
    if "ICP" in tail or "icp" in tail or "标识码" in tail or "网安备" in tail:
        return False
    footers = [(start, end) for start, end, role in regions.spans if role == "footer"]
    if any(len(text := "".join(tree.texts[start:end]).strip()) > 8 or "主办" in text for start, end in footers):
        return False
    if footers or any(_FOOTER_FRAME.search(tree.get(i, "src")) for i in tree.of.get("iframe", ())):
        return True
    for i in tree.of.get("script", ()):
        if _FOOTER_SCRIPT.search(tree.get(i, "src")):
            return True
        text = tree.raw.get(i, "")
        if text and _FOOTER_SCRIPT.search(text) and _LOADS.search(text):
            return True
    return any(tree.attrs[i].get("id") in ("app", "root") for i in tree.of.get("div", ()))
