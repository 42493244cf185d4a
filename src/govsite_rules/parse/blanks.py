"""Placeholder sentences of columns that show nothing else (standards 5.5)."""

from __future__ import annotations

import re

from .han import han_count

PHRASE = re.compile(
    r"暂(?:时)?(?:无|没有)(?:任何|相关|可用|有关)?(?:的)?(?:信息|内容|数据|记录|文章|资料|文件|新闻|列表|消息|公告|图片|视频|结果|附件|留言|信件|事项)?"
    r"|(?:本|该|此|数据|平台|网站|页面|频道)?(?:栏目|页面|频道|网站|版块|模块|功能)?(?:正在|尚在|仍在|还在)?(?:建设|更新|完善|整理|升级|维护|调整|筹备|制作|改版|施工|开发)(?:之)?中(?![心国央小学医层西部期介药华共东南北])"
    r"|(?:正在|尚在|仍在)(?:建设|更新|完善|整理|升级|维护|筹备|制作|改版|施工)"
    r"|(?:栏目|内容|数据|信息|列表|记录|文章)(?:内容)?(?:为空|尚未添加|还没有)|敬请期待|即将(?:上线|开通|推出)|共\s{0,3}(?:有)?\s{0,3}0\s{0,3}[条页篇项]|(?<!\d)(?<!\d\s)(?<!\d[,，])0\s{0,3}条(?:信息|记录|数据)"
    r"|(?:没有|未|无)(?:找到|检索到|查询到|查到|搜索到|发布)?(?:任何|相关|符合条件的?|匹配的?|您要(?:查找|查看|找)?的)?(?:信息|内容|记录|数据|文章|结果)(?:[!！。.]|$)|(?<!有)无(?:相关)?(?:记录|数据|信息|内容)(?=显示|可|展示|了|[^\u4e00-\u9fff]|$)"
    r"|(?:没有(?:任何|相关)|还没有)(?:信息|内容|记录|数据|文章|项目|条目)|(?:目前|当前|暂时)没有正在|暂未(?:发布|公开|添加|录入|上传|开通|更新)|(?:尚未|未|还没有?)(?:添加|发布|录入)(?:任何|相关)?(?:信息|内容|数据|文章)|空空如也"
    r"|under construction|coming soon|no (?:data|records?|content|results?)\b",
    re.IGNORECASE,
)
# A body that says of itself or of a time that there is none (本机关2025年未收到……, 经清理，我镇暂无……) tells something.
_STATEMENT = re.compile(
    r"我[^们]|本(?:单位|机关|部门|局|委|办|镇|乡|街道|级|旗|区|县|市|省|行政|年|季度|月)|经(?:清理|自查|梳理|核[查实]|统计|排查)|截至|(?:19|20)\d\d年"
)
_HINT = re.compile(r"[暂设新善理级护调筹作版工发空请将共条没未无nN]")
LONGEST = 60  # Han characters of main text up to which a placeholder counts


def placeholder(texts: list[str]) -> str:
    """The line that is a placeholder, '' where no line is: it must be short and say nothing else."""
    for text in texts:
        if len(text) <= 80 and _HINT.search(text) and PHRASE.search(text) and han_count(text) <= 30 and not _STATEMENT.search(text):
            return text
    return ""
