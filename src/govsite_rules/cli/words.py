"""What the command itself says, in Chinese and in English, and how foreign text is made safe to print."""

from __future__ import annotations

import os
from fractions import Fraction

LANGUAGES = ("zh", "en")

WORDS: dict[str, tuple[str, str]] = {
    "as_of": ("监测时间点", "inspected as of"),
    "checklist": ("检查指标", "checklist"),
    "partial": ("部分检查指标", "partial list"),
    "fault_found": ("发现不合格情形", "fault found that makes it unqualified (发现不合格情形)"),
    "none_found": ("未发现不合格情形（限于已检查的内容）", "no such fault found in what was checked (未发现不合格情形)"),
    "standing": ("结论", "verdict"),
    "qualified": ("合格", "qualified (合格)"),
    "unqualified": ("不合格", "unqualified (不合格)"),
    "undecided": ("待人工复核", "undecided, people must look (待人工复核)"),
    "out_of_scope": ("不在检查范围：网站不在正常运行状态", "not in scope: the site is not running"),
    "fired": ("不合格情形", "What makes it unqualified"),
    "score_fails": ("扣分后得分低于合格线", "the score stays below the pass line"),
    "open": ("尚未查清", "Still open"),
    "open_count": ("{n} 项未查清", "{n} open"),
    "open_unknown": ("数量未知", "an unknown number open"),
    "not_executable": ("没有可自动执行的检查，只能由人判断", "nothing can check this by machine; people must"),
    "settle": ("要得出结论，最少需要查清以下 {n} 项", "To settle it, clear at least these {n}"),
    "settle_greedy": ("要得出结论，可查清以下 {n} 项（近似最少）", "To settle it, clear these {n} (close to the fewest)"),
    "way_table": ("补充表格 {tables}（.csv 或 .jsonl）", "add {tables} as .csv or .jsonl"),
    "way_declare": ("由人核查后声明：--declare-none {clauses}", "look into it, then declare: --declare-none {clauses}"),
    "way_complete": ("抓取全部页面，并注明 --crawl-complete", "fetch all pages, and say so with --crawl-complete"),
    "way_complete_tables": (
        "抓取全部页面并注明 --crawl-complete，或在 site.toml 注明 {tables} 表完整（complete）或总数（total）",
        "fetch all pages and say so with --crawl-complete, or say in site.toml that {tables} is complete, or its total",
    ),
    "way_only_tables": (
        "在 site.toml 注明 {tables} 表完整（complete）或总数（total）",
        "say in site.toml that {tables} is complete, or its total",
    ),
    "way_crawl": ("重新抓取相关页面，或由人复核（reviews.csv）", "fetch the pages again, or settle by review (reviews.csv)"),
    "way_review": ("由人复核（reviews.csv）", "settle by review (reviews.csv)"),
    "way_profile": ("补充网站基本信息：{facts}", "give the site's facts: {facts}"),
    "veto_possible": ("可能影响合格与否的条款", "Clauses that could still make it unqualified"),
    "points_open": ("另有 {n} 个扣分、加分条款未查清，影响得分范围", "{n} clauses of points are open too and widen the score range"),
    "problems": ("存在问题", "Problems found"),
    "no_problems": ("在已检查的内容中没有发现问题", "none in what was checked"),
    "due": ("即将超期", "Due soon"),
    "days_left": ("剩余 {n} 天", "{n} days left"),
    "date": ("最新日期 {date}", "newest date {date}"),
    "quote": ("页面显示“{quote}”", "the page shows “{quote}”"),
    "waived": ("暂缓至 {until}：{why}", "waived until {until}: {why}"),
    "more": ("……其余 {n} 项：--all 全部列出", "… {n} more: --all lists them"),
    "not_scored": (
        "以下按扣分指标列出：扣分、加分只适用于门户网站，不影响本站结论",
        "points are for portals only: what follows does not change the result of this site",
    ),
    "share": ("{failed}/{total}，占 {share}%", "{failed} of {total}, {share} %"),
    "told_above": ("不合格情形已列于上", "what makes it unqualified is listed above"),
    "count": ("共 {n} 项", "{n} in all"),
    "score": ("得分范围", "Score range"),
    "score_range": ("{low} 至 {high} 分（满分 {of}）", "{low} to {high} of {of}"),
    "score_one": ("{low} 分（满分 {of}）", "{low} of {of}"),
    "bonus_range": ("其中加分 {low} 至 {high} 分", "of which bonus {low} to {high}"),
    "lost": ("已扣 {low}，最多扣 {high}", "lost {low}, at most {high}"),
    "earned": ("已得 {low}，最多得 {high}", "earned {low}, at most {high}"),
    "no_score": ("不计分", "no score"),
    "coverage": ("检查范围", "Coverage"),
    "checked": ("已查清", "settled"),
    "partly": ("部分查清", "partly settled"),
    "unchecked": ("未检查", "not looked at"),
    "declared": ("已声明", "declared"),
    "by_hand": ("无自动检查", "no automatic check"),
    "not_applicable": ("不适用", "not applicable"),
    "clauses": ("{n} 条", "{n} clauses"),
    "counts": ("数量", "Counts"),
    "notes": ("提示", "Notes"),
    "note_before_in_force": ("监测时间点早于该指标施行日期", "the inspection lies before the list was in force"),
    "note_unknown_portal": ("不知道是否政府门户网站，按两种情况计算", "unknown whether it is a portal; both ways were tried"),
    "note_unknown_department": (
        "不知道是否国务院部门网站，按两种情况计算",
        "unknown whether it is a State Council department's; both ways were tried",
    ),
    "note_unknown_services": ("不知道有无对外服务职能，按两种情况计算", "unknown whether it has outward services; both ways were tried"),
    "drawn": ("按种子 {seed} 抽取{what} {n} 个（共给出 {of} 个）", "drawn by seed {seed}: {n} of {of} {what} given"),
    "drawn_before": ("；此前已抽取 {n} 个", "; {n} drawn before"),
    "drawn_total": ("；各类共有 {n} 个", "; {n} of all kinds exist"),
    "drawn_policy_files": ("政策文件", "policy files"),
    "drawn_interpretations": ("解读", "interpretations"),
    "drawn_service_items": ("办事指南", "service items"),
    "drawn_messages": ("留言", "messages"),
    "drawn_article_pages": ("内容页", "article pages"),
    "drawn_column_pages": ("栏目页", "column pages"),
    "note_index_extra_fields": ("索引中未使用的字段：{detail}", "fields of the index that were not used: {detail}"),
    "note_index_rows_without_time": (
        "索引中没有抓取时间、因而未采用的错误响应：{detail}；可用 --fetched-at 给出",
        "error responses of the index without a time, left out: {detail}; --fetched-at can give it",
    ),
    "note_ignored_file": ("未识别、未读取的文件：{detail}", "a file that was not recognised and not read: {detail}"),
    "note_rows_of_other_sites": ("属于其他网站的行未采用：{detail}", "rows about other sites left out: {detail}"),
    "note_addresses_with_several_contents": (
        "同一网址有几种内容的 {n} 个，以最后抓取的为准",
        "addresses with several contents: {n}; the latest of each counts",
    ),
    "note_addresses_with_several_contents_at_one_time": (
        "其中同一时刻就有几种内容的 {n} 个，只采用一种",
        "of these with several contents at one time: {n}; one of each counts",
    ),
    "note_pages_of_other_hosts": (
        "不属于本站（其他域名，或本站目录以外）的页面 {n} 个，未计入",
        "pages that are not the site's (of other hosts, or outside its folder): {n}; not counted",
    ),
    "note_pages_in_another_language": (
        "外文版页面 {n} 个，不作为栏目检查",
        "pages in another language: {n}; not counted as columns",
    ),
    "note_most_pages": ("页面超过 {n} 个，网址较长的未采用", "more than {n} pages: those with longer addresses were left out"),
    "note_most_distinct_links": (
        "链接超过 {n} 个，网址较长的未采用",
        "more than {n} distinct links: those with longer addresses were left out",
    ),
    "below": ("，未达到不合格标准", ", below what makes the site unqualified"),
    "pages": ("页面", "pages"),
    "columns": ("栏目", "columns"),
    "content": ("正常页面", "readable pages"),
    "challenge": ("防火墙验证页", "firewall challenges"),
    "error": ("错误页", "error pages"),
    "soft_404": ("假404页", "soft 404 pages"),
    "parked": ("停放域名页", "parked domains"),
    "redirect": ("跳转页", "redirects"),
    "empty": ("空响应", "empty bodies"),
    "not_html": ("非网页文件", "not HTML"),
    "frame": ("框架页", "frames"),
    "reading": ("读取页面", "reading pages"),
    "read": ("已读取 {n} 个页面", "{n} pages read"),
    "working": ("检查", "inspecting"),
    "worked": ("已完成 {n} 项工作", "{n} pieces of work done"),
    "inspecting": ("检查账号", "inspecting accounts"),
    "inspected": ("已检查 {n} 个账号", "{n} accounts inspected"),
    "only_for_site": ("{options} 只用于网站，不用于台账", "{options}: of a site, not of a register"),
    "only_for_one": ("{options} 不用于多个对象或网页归档", "{options}: not for several subjects, nor for web archives"),
    "only_for_register": ("{options} 只用于政务新媒体台账", "{options}: of a register of accounts alone"),
    "written": ("已写入 {file}", "written to {file}"),
    "copied": ("示例已复制到 {file}", "example copied to {file}"),
    "part_veto": ("单项否决", "veto"),
    "part_deduction": ("扣分", "deduction"),
    "part_bonus": ("加分", "bonus"),
    "attestation": ("依据", "attested"),
    "automation": ("执行方式", "automation"),
    "automatic": ("自动", "automatic"),
    "assisted": ("需要补充记录", "needs records"),
    "indicator": ("指标函数", "indicator"),
    "codes": ("检查项", "codes"),
    "needs": ("所需数据", "needs"),
    "params": ("参数", "parameters"),
    "used_by": ("对应条款", "clauses"),
    "points_cap": ("{n} 分", "{n} points"),
    "no_extra": (
        "缺少 {library}：pip install 'govsite-rules[{extra}]'",
        "{library} is not installed: pip install 'govsite-rules[{extra}]'",
    ),
    "report_title": ("检查结果", "Inspection results"),
    "results_repeated": ("重复的结果只计一次：{n} 条", "results that were there twice are counted once: {n}"),
    "results_others": ("不是检查结果、未采用的文件 {n} 个：{names}", "{n} files hold no results and were left out: {names}"),
    "results_outside": ("不在统计期内、未计入的结果 {n} 条", "{n} results outside the period were left out"),
    "no_results": ("没有检查结果", "no results"),
    "no_results_in_period": ("统计期内没有检查结果", "no results in the period"),
    "sites": ("政府网站", "Government websites"),
    "accounts": ("政务新媒体", "Government accounts"),
    "rate_counts": (
        "检查 {n}，合格 {good}，不合格 {bad}，待人工复核 {open}，合格率 {rate}{how}",
        "{n} inspected, {good} qualified, {bad} unqualified, {open} undecided, pass rate {rate}{how}",
    ),
    "rate_range": ("（待复核的可能合格，也可能不合格）", " (the undecided may turn out either way)"),
    "rate_apart": ("（待复核的未计入）", " (the undecided are left out)"),
    "rate_as_found": ("（待复核的按检查发现情况计）", " (the undecided count as found so far)"),
    "rate_range_text": ("{low} 至 {high}", "{low} to {high}"),
    "rate_coverage": ("覆盖 {n}/{of}，{share}", "{n} of {of} registered, {share}"),
    "rate_outside": ("未能检查 {failed} 次，未在运行 {out} 次，均不计入合格率", "outside the rate: {failed} failed, {out} not running"),
    "by_area": ("按地区", "by area"),
    "by_platform": ("按平台", "by platform"),
    "by_reason": ("不合格情形", "reasons"),
    "unnamed": ("（未注明）", "(not given)"),
    "mended": (
        "上期不合格的整改情况：已整改 {done}/{due}（{share}），上期整改后合格率 {rate}",
        "of last period's unqualified, mended {done} of {due} ({share}); last period's rate after that {rate}",
    ),
    "still_bad": ("仍不合格", "still unqualified"),
    "mended_open": ("待人工复核", "undecided"),
    "mended_unseen": ("本期未复查", "not inspected again"),
    "faults_compared": (
        "上次发现的问题：已整改 {fixed}，未整改 {remaining}，未复查 {unseen}；本次新发现 {new}",
        "faults found before: {fixed} mended, {remaining} not mended, {unseen} not seen again; {new} new",
    ),
    "no_title": (
        "通报要有标题和发文单位：--title 与 --issuer，或写在 --plan 中",
        "a bulletin has --title and --issuer, or a --plan with both",
    ),
    "docx_to_file": ("docx 要写入文件：用 -o 给出", "docx goes to a file: name it with -o"),
    "part_title": ("检查情况", "检查情况"),
    "subject_unknown": ("（未写明对象）", "(subject not said)"),
    "figure_population": ("总数", "registered"),
    "figure_checked": ("检查", "inspected"),
    "figure_basic": ("基本合格", "basically qualified"),
    "figure_problems": ("存在问题", "with problems"),
    "check_rate": ("合格率", "pass rate"),
    "check_fail_rate": ("不合格率", "failure rate"),
    "check_share": ("占比", "share"),
    "check_counts": ("数量", "counts"),
    "agree_half_up": ("相符（四舍五入）", "agrees, half up"),
    "agree_cut": ("相符（截断）", "agrees, cut"),
    "rounding_half_up": ("四舍五入", "half up"),
    "rounding_cut": ("截断", "cut"),
    "agree_both": ("相符（四舍五入、截断均可）", "agrees, half up and cut alike"),
    "agree_inconsistent": ("不相符", "does not agree"),
    "agree_not_checkable": ("缺少数字，无法核对", "a number is missing, cannot be held against anything"),
    "audit_exact": ("实为 {fraction} = {exact}", "exactly {fraction} = {exact}"),
    "audit_padded": ("末位的零是补上的", "its last zero was filled up"),
    "audit_capped": ("四舍五入会成为 100%", "half up would print 100 %"),
    "audit_unreadable": ("不能读作百分比", "cannot be read as a percentage"),
    "audit_checked_missing": ("没有检查数", "how many were inspected is not printed"),
    "audit_count_missing": ("没有不合格数", "how many failed is not printed"),
    "audit_population_missing": ("没有总数", "the registered total is not printed"),
    "audit_population_as_checked": ("以总数作为检查数", "taking the registered total for those inspected"),
    "audit_visits": ("检查数按次计，不能用于占比", "visits say nothing of a share"),
    "audit_about": ("{text}（非准确数字，未采用）", "{text} (approximate, not taken as a number)"),
    "audit_nothing": ("没有可核对的比率", "no rate to hold against the counts"),
    "audit_no_figures": ("没有读到数字", "no figures were read"),
    "audit_total": ("共 {n} 组数字", "{n} figures"),
    "audit_style": ("各处{what}都符合的写法：{style}", "every {what} fits: {style}"),
    "audit_fits": ("相符的数：{fits}", "would fit: {fits}"),
    "audit_fit": ("{of} 中不合格 {part}", "{part} of {of} failing"),
    "audit_fit_share": ("{of} 中检查 {part}", "{part} of {of} inspected"),
    "list_or": ("、", ", or "),
    "style": ("{digits} 位小数，{rounding}{zeros}", "decimals: {digits}, {rounding}{zeros}"),
    "zeros_kept": ("，保留末尾的零", ", zeros kept"),
    "zeros_dropped": ("，去掉末尾的零", ", zeros dropped"),
    "error_usage": ("用法错误", "wrong usage"),
    "error_data": ("数据错误", "bad data"),
    "error_internal": ("程序内部错误（{kind}）。加 --debug 可看到详细信息", "internal error ({kind}); --debug shows the details"),
    "no_as_of": (
        "没有监测时间点：用 --as-of 给出，或在 site.toml 写 as_of",
        "no moment of inspection: give --as-of, or as_of in site.toml",
    ),
    "no_topic": ("{list} 中没有条款或指标“{topic}”", "{list} has no clause or indicator “{topic}”"),
    "nearest": ("；最接近的是 {near}", "; nearest: {near}"),
    "not_a_moment": (
        "{option} “{value}”不是带时区的时间，应如 2026-05-20T09:00:00+08:00",
        "{option} “{value}” is no existing time with its zone, such as 2026-05-20T09:00:00+08:00",
    ),
    "not_an_address": (
        "{option} “{value}”不是网址，应以 http:// 或 https:// 开头，没有空格",
        "{option} “{value}” is no absolute address with http:// or https:// and no spaces",
    ),
    "no_profile": (
        "文件夹没有 site.toml 的 [site]：至少给出 --domain",
        "the folder has no [site] in a site.toml: give at least --domain",
    ),
    "exists": ("{file} 已存在且不是空文件夹", "{file} is there already and is no empty folder"),
    "cannot_write": ("不能写入 {file}：{why}", "cannot write {file}: {why}"),
}


def locale_language() -> str:
    """``zh`` where the environment's locale is Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


class Say:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.tag = "zh-Hans" if lang == "zh" else "en"
        self._side = LANGUAGES.index(lang)

    def __call__(self, word: str, /, **values: object) -> str:
        text = WORDS[word][self._side]
        return text.format(**values) if values else text

    def known(self, word: str) -> str:
        """The text of a word that may not be known: then the word itself."""
        return self(word) if word in WORDS else word

    def pick(self, zh: str, en: str) -> str:
        """One of two texts; the Chinese one where there is no English."""
        return zh if self._side == 0 or not en else en


def clean(text: object) -> str:
    """Foreign text fit for a terminal: no control, format or surrogate characters, white space as single spaces."""
    spaced = " ".join(str(text).split())
    return "".join(char for char in spaced if char.isprintable() or char == "\u3000")


def number(value: Fraction | None) -> str:
    """A fraction as people write it: whole, or with up to two decimals where exact, else as a quotient."""
    if value is None:
        return "∞"
    if value.denominator == 1:
        return str(value.numerator)
    if 100 % value.denominator == 0:
        return f"{float(value):.2f}".rstrip("0")
    return str(value)
