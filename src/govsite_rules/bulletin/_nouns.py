"""What is counted: sites, accounts, platforms, and which part of the whole a name before them means."""

from __future__ import annotations

import re

from ..values.subject import SubjectKind
from ._words import ACCOUNT_NOUN, BROAD, CHECK_WORD, NOUN_END, PLATFORM_OF, SITE_NOUN, WAS_CHECKED

_NOUN = re.compile(f"(?P<site>{SITE_NOUN})|(?P<account>{ACCOUNT_NOUN})")
_AREA_LIST = re.compile(r"(?:[\u4e00-\u9fffA-Z]{0,8}(?:市|州|县|区|盟|旗|省|地区|厅|局)[、和与及]){1,20}$")
_STOP = re.compile(
    f'{CHECK_WORD}|随机|发现|除了?|占|运行|在册|在线|情况|的|对|共计|总计|合计|通报|共|了|其中|即|有|以|等|这|该|上述|报备|已|新开办的?|为|是|中|从|经|在|全部|累计|目前|本次|此次|本月|本季度|合格|问题|家|个|年|月|季度|[:、和与]|及(?!其)|以及|数量|“|”|"|开设|开通|登记|备案|纳入|管理|参检|增加|减少|上升|提高|下降|至|到'
)
_NARROW = re.compile("部门|地方|门户|区|县|乡|镇|街道|市|州|地区|盟|旗|省级|委办局|子网站|直属|高校|医院|学校")


def nouns(text: str) -> list[tuple[SubjectKind, str, int, int]]:
    """Subject nouns in order: kind, platform, start, end. 今日头条账号 is one."""
    found: list[tuple[SubjectKind, str, int, int]] = []
    for match in _NOUN.finditer(text):
        word = match.group()
        kind = SubjectKind.SITE if match.lastgroup == "site" else SubjectKind.ACCOUNT
        platform = PLATFORM_OF.get(word, "")
        if word in ("账号", "帐号", "新媒体账号") and found and kind is found[-1][0] and match.start() - found[-1][3] <= 1:
            found[-1] = (*found[-1][:3], match.end())
        else:
            found.append((kind, platform, match.start(), match.end()))
    return found


_VERB_IN_LIST = re.compile(f".{{0,150}}(?:{CHECK_WORD}|其中|包括|发现)(?:了|出)?|^(?:对|在|以|由|为|的|了)")
_BROAD_LIST = re.compile("(?:[各本]?(?:地方|地区|部门)[、和与及]){1,10}$")
_OFFICES_RUN = re.compile(
    "(?:部门|机构|单位|[省市县区州]直|直属|[厅局部]属)(?=(?:(?:目前|现|实际|正在|正常|在线|在网|在){0,3}运行的?|(?:共计|共|现)?有)$)"
)
_OPENED = re.compile("(?:共)?(?:开设|开办|开通|主办|建有)的?$|(?<=机构|单位|部门|企业)的$")


def scope_of(text: str) -> str:
    """What stands directly before a noun: 全省, 门户, 拉萨市."""
    text = _OPENED.sub("", text)
    run = _OFFICES_RUN.search(text[-18:])
    text = text[: len(text[:-18]) + run.end()] if run else text
    tail = text[-18:]
    cut = 0
    for match in _STOP.finditer(tail):
        cut = match.end()
    scope = tail[cut:].strip()
    listed = _AREA_LIST.search(text[-120 : len(text) - len(tail) + cut]) if is_narrow(scope) else None
    names = _VERB_IN_LIST.sub("", listed.group()) if listed else ""
    broad = None if listed else _BROAD_LIST.search(text[-40 : len(text) - len(tail) + cut])
    return (broad.group() if broad else names) + scope


_CLASS = re.compile("门户|部门|地方|省级|省直|市级|市直|县级|乡镇|街道|子网站|高校|医院|学校|直属|县|区|州|盟|旗|乡|镇|市")


def classes(scope: str, noun: str) -> frozenset[str]:
    """What kind of part a scope names, without the whole area (全省各级); none for a list of names (甲县、乙县人民政府)."""
    if "、" in scope or scope.endswith("人民政府"):
        return frozenset()
    return frozenset(_CLASS.findall(BROAD.sub("", scope) + noun))


def is_narrow(scope: str, noun: str = "") -> bool:
    """Whether a scope names a part (门户, 拉萨市) and not the whole area (全省各级)."""
    return "门户" in noun or "子" in noun or bool(_NARROW.search(BROAD.sub("", scope)))


def scope_of_all(text: str, named: list[tuple[SubjectKind, str, int, int]]) -> str:
    """The parts that nouns of one kind name together (门户网站和直属单位), or ''."""
    scopes = [scope_of(text[: item[2]]) for item in named]
    narrow = any(is_narrow(scope, text[item[2] : item[3]]) for scope, item in zip(scopes, named, strict=True))
    if not narrow or len({item[0] for item in named}) > 1 or named[-1][2] - named[0][2] > 30:
        return ""
    return scopes[0] + text[named[0][2] : named[-1][2]]


def counted_noun(pre: str, local: str) -> tuple[tuple[tuple[SubjectKind, str], ...], str, str, bool]:
    """The noun a count counts: directly before it, else directly after it, else the last one before it in the clause."""
    ahead = nouns(pre)
    if ahead and NOUN_END.fullmatch(pre[ahead[-1][3] :]):
        run = _joined(pre, ahead)
        return _kinds(run), scope_of(pre[: run[0][2]]), pre[run[-1][2] : run[-1][3]], False
    behind = nouns(local)
    if (
        behind
        and behind[0][2] <= 24
        and not re.match(r"\s*(?:为|是|即|:|分别)", local)
        and (WAS_CHECKED.match(local) or not re.search(f"{CHECK_WORD}|发现|占", local[: behind[0][2]]))
    ):
        first = behind[0]
        if len(behind) > 1 and behind[1][2] - first[3] <= 1 and behind[1][0] is first[0]:
            first = (first[0], first[1] or behind[1][1], first[2], behind[1][3])
        scope = scope_of(local[: first[2]]) or scope_of(pre)
        return (first[:2],), scope, local[first[2] : first[3]], True
    if ahead:
        last = ahead[-1]
        return (last[:2],), scope_of(pre[: last[2]]), pre[last[2] : last[3]], False
    return (), scope_of(_HAVING.sub("", pre)), "", False


def _joined(text: str, named: list[tuple[SubjectKind, str, int, int]]) -> list[tuple[SubjectKind, str, int, int]]:
    """The last nouns that only 和 or 、 parts: one count counts them together."""
    first = len(named) - 1
    while first and re.fullmatch("[和与及、]", text[named[first - 1][3] : named[first][2]]):
        first -= 1
    return named[first:]


def _kinds(run: list[tuple[SubjectKind, str, int, int]]) -> tuple[tuple[SubjectKind, str], ...]:
    """The kinds of nouns counted together, each once: 政务账号和移动客户端 are accounts, 微信、微博 those of both platforms."""
    found: dict[SubjectKind, list[str]] = {}
    for kind, platform, _, _ in run:
        found.setdefault(kind, []).append(platform)
    return tuple((kind, "、".join(dict.fromkeys(names)) if all(names) else "") for kind, names in found.items())


_HAVING = re.compile("(?:共|仍|还|也|均|各)?有$")
