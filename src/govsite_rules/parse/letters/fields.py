"""The fields of a letter, each with the labels that name it."""

from __future__ import annotations

import re

MANY = 3  # letters, or labels of one kind, that make a list
LONGEST_CELL = 12  # characters of the name of a column, and of a state
_WHAT = "(?:来信(?:（电）)?|来件|写信|信件|信访件?|案件|留言|咨询|提问|问题|诉求|问政|反映|投诉|发言|发信|受理件|办件|工单|举报|建议)"
HOW = "(?:答复|回复|处复|处办|办结|处理|回信|反馈|办理|解答|回文|解决|办复)"
_FIELDS = {
    "title": rf"(?:{_WHAT}|回复|事项|信息)?(?:标题|主题|题目)",
    "asked": r"(?:来信(?:（电）)?|来件|写信|留言|咨询|提问|提交|发信|收信|投诉|反映|诉求|问政|申请|信件|发言|发表|案件|信访|举报|登记)"
    r"(?:日期|时间)",
    "replied": rf"{HOW}(?:日期|时间)",
    "replier": rf"(?:{HOW}|答复办理)(?:单位|部门|机构|机关|人|科室)",
    "handler": r"(?:承办|主办|转办|受理|责任)(?:单位|部门|机构|机关|人|科室)",
    "reply": rf"(?:{_WHAT}|单位|部门|受理部门|官方)?(?:答复|回复|回答)"
    rf"|(?:{_WHAT}|最终)?{HOW}(?:告知)?(?:内容|结果|意见|情况|信息|正文|详情|回复|答复|反馈)|受理意见",
    "status": r"(?:处理|办理|信件|受理|当前|回复|答复|办件)?(?:状态|进度)|是否(?:已)?(?:回复|答复|办结|处理)",
    "question": rf"(?:{_WHAT}|具体|公开信访)?内容|{_WHAT}描述",
    "asker": rf"网友|网民|昵称|{_WHAT}?(?:人|者|姓名)|发表人",
    "other": rf"{_WHAT}?(?:编号|编码|类型|类别|分类)|查询码|收件人|受文单位|附件|信访目的"
    r"|是否公开|是否超时|所属类型|内容分类|浏览量?"
    r"|(?:受理|审核|发布|公开|到期|评价)时间|(?:用户|网友|回复)?(?:满意度)?评价|(?:回复)?满意[度数率]|不满意[数率]?|联系(?:地址|电话)|补充回复|办理跟踪"
    r"|事件进度|评论|返回(?:上一页|列表)?|关闭(?:窗口)?|打印(?:本页)?|分享到|办理(?:流程|过程)|请对本次\S{2,6}评价|上一[篇条]|下一[篇条]|版权所有|技术支持|感谢您的关注！",
}


def _spaced(pattern: str) -> str:
    """A label with room between its characters: 标 题."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", r"\\s{0,4}", pattern).replace(")(", r")\s{0,4}(")


LABEL = re.compile(
    r"(?:^|(?<=[\s|】\]]))[【\[]?(?:(?P<office>[\u4e00-\u9fff]{2,16}[局委办厅处队会司院部心府])(?=回复[:：]))?(?:"
    + "|".join(f"(?P<{name}>{_spaced(pattern)})" for name, pattern in _FIELDS.items())
    + r")(?:[】\]]\s?[:：]?|\s{0,3}[:：]|(?=\s|$))"
)
CALLED = re.compile(_FIELDS["title"])
SAID = frozenset(("asked", "replied", "replier", "handler", "status"))  # what is said about a letter, of no other thing
_ASKED_BY = 2  # fields that tell of a letter
MOST_COLUMNS = 30


def field_of(name: str) -> str:
    """What a whole label names, '' where it is not known."""
    match = LABEL.match(name)
    return (match.lastgroup or "") if match is not None and match.end() == len(name) else ""


def is_letter_label(text: str) -> bool:
    """Whether a whole text is a label of a letter's page."""
    return bool(field_of(text))


def is_head(names: list[str]) -> bool:
    """Whether names of columns are those of a list of letters."""
    if not 2 <= len(names) < MOST_COLUMNS or max(map(len, names)) > LONGEST_CELL:
        return False
    fields = {field_of(name) for name in names}
    return "title" in fields or len(fields & SAID) >= _ASKED_BY
