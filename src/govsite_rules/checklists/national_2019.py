"""The national checklist of 2019 (政府网站与政务新媒体检查指标), 国办秘函〔2019〕19号, as data.

The codes that feed each clause, and what one target of them is. Indicators emit exactly these codes; a test compares
this table with the clauses below. A veto or deduction counts FAILED targets, a bonus counts PASSED ones.

====== =========================== ======================================== ===============================
clause indicator                   codes                                    one target
====== =========================== ======================================== ===============================
V1.1   security_incident           serious_wording                          passage or incident
V1.2   security_incident           secret_leaked                            incident
V1.3   security_incident           harmful_content                          incident
V1.4   security_incident           attack_unhandled                         incident
V1.5   security_incident           falsification                            page or incident
V1.6   security_incident           public_opinion                           incident
V2.1   site_unreachable            try_failed                               try
V3.1   homepage_not_updated        homepage_stale                           site
V3.2   homepage_not_updated        second_level_stale                       site
V4.1   columns_not_updated         priority_stale                           column
V4.2   columns_not_updated         long_stale reading                       column
V4.3   columns_not_updated         blank                                    column
V5.1   interaction_unresponsive    no_channel                               site
V5.2   interaction_unresponsive    unanswered answered_late                 message
V6.1   services_unusable           no_services                              site
V6.2   services_unusable           guide_incomplete                         service item
V6.3   services_unusable           guide_incomplete                         service item
N1.1   account_security_incident   serious_wording                          passage or incident
N1.2   account_security_incident   secret_leaked                            incident
N1.3   account_security_incident   harmful_content                          incident
N1.4   account_security_incident   public_opinion                           incident
N2.1   account_not_updated         no_update                                account
N2.2   account_not_updated         app_unusable                             account
N3.1   account_interaction_poor    no_interaction                           account
N3.2   account_interaction_poor    inflated_engagement                      incident
D1.1.1 overview_information        column_missing                           site
D1.1.2 overview_information        late_or_inaccurate                       place judged
D1.2.1 agency_functions            column_missing                           site
D1.2.2 agency_functions            inaccurate                               place judged
D1.3.1 leader_information          column_missing                           site
D1.3.2 leader_information          incomplete_or_inaccurate                 leader
D1.4.1 news_updates                column_missing                           site
D1.4.2 news_updates                not_updated                              site
D1.5.1 policy_documents            column_missing                           site
D1.5.2 policy_documents            not_updated                              site
D1.6.1 policy_interpretation       column_missing                           site
D1.6.2 policy_interpretation       not_updated                              site
D1.7.1 interpretation_ratio        not_interpreted                          policy file drawn
D1.8.1 interpretation_links        file_not_linked                          interpretation drawn
D1.8.2 interpretation_links        not_linked_back                          interpretation drawn
D1.9.1 other_columns               blank                                    column
D1.9.2 other_columns               not_updated                              column
D2.1.1 service_catalogue           not_gathered                             site
D2.2.1 online_application          cannot_register                          site
D2.2.2 online_application          cannot_apply                             site
D2.3.1 service_statistics          not_published                            site
D2.3.2 service_statistics          stale_1_month                            site
D2.3.3 service_statistics          stale_3_months                           site
D2.4.1 service_guides              guide_missing                            service item drawn
D2.4.2 service_guides              element_missing                          element class of an item drawn
D2.4.3 service_guides              format_unclear                           service item drawn
D2.4.4 service_guides              vague_wording                            service item drawn
D2.4.5 service_guides              policy_without_content                   service item drawn
D2.5.1 guide_accuracy              inaccurate                               service item drawn
D2.6.1 forms_and_samples           form_unavailable                         service item drawn
D3.1.1 message_submission          cannot_submit                            site
D3.2.1 unified_login               login_not_shared                         site
D3.3.1 message_disclosure          none_published                           site
D3.3.2 message_disclosure          facts_missing                            message drawn
D3.3.3 message_disclosure          not_updated                              site
D3.3.4 message_disclosure          statistics_missing                       site
D3.4.1 reply_quality               not_answered                             question asked
D3.4.2 reply_quality               poor_answer                              question asked
D4.1.1 domain_and_name             domain_irregular                         site
D4.1.2 domain_and_name             name_irregular                           site
D4.1.3 domain_and_name             name_not_shown                           site
D4.2.1 identity_marks              organ_mark_missing                       site
D4.2.2 identity_marks              site_code_missing                        site
D4.2.3 identity_marks              icp_missing                              site
D4.2.4 identity_marks              police_missing                           site
D4.2.5 identity_marks              sponsor_missing                          site
D4.2.6 identity_marks              contact_missing                          site
D4.3.1 link_availability           home_link_dead                           link
D4.3.2 link_availability           other_link_dead                          link
D4.4.1 error_report_entry          home_entry_missing                       site
D4.4.2 error_report_entry          page_entry_missing                       page
D4.4.3 error_report_entry          answered_late                            message (找错)
D4.4.4 error_report_entry          poor_answer                              message (找错)
D4.5.1 site_search                 search_unusable                          site
D4.5.2 site_search                 title_not_found                          title searched
D4.5.3 site_search                 not_classified                           site
D4.6.1 single_sign_on              login_not_single                         site
D4.7.1 page_tags                   article_tags_missing                     article page drawn
D4.7.2 page_tags                   column_tags_missing                      column page drawn
D4.8.1 browser_compatibility       display_broken                           browser
D4.9.1 ipv6_readiness              not_ready                                site
B1.1.1 data_publication            updated_6_months updated_3_months        site
B1.1.2 data_publication            visualised                               site
B1.1.3 data_publication            datasets_usable                          site
B1.2.1 interpretation_formats      rich_format                              policy file
B2.1.1 service_evaluation          rating_offered                           site
B2.1.2 service_evaluation          results_published                        site
B2.2.1 service_integration         themed_service                           themed service
B2.3.1 service_policy_links        policies_linked                          site
B3.1.1 realtime_interaction        answered_in_time                         site
B3.1.2 realtime_interaction        auto_answers                             site
B3.2.1 surveys                     enough_held                              site
B3.2.2 surveys                     results_published                        site
B4.1.1 smart_search                fuzzy                                    site
B4.1.2 smart_search                aggregated                               site
B4.1.3 smart_search                lower_site_found                         title searched
B4.2.1 user_space                  history_shown                            site
B5.1.1 innovation                  affirmed                                 site
====== =========================== ======================================== ===============================
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..values.subject import SubjectKind
from .model import (
    AppliesTo,
    Attestation,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Rescale,
    Scheme,
    Section,
    Tier,
    Trigger,
    TriggerKind,
)

A, B, C = Attestation.A, Attestation.B, Attestation.C
AUTO, ASSISTED, BY_HAND = Automation.AUTOMATIC, Automation.ASSISTED, Automation.BY_HAND

SITE = AppliesTo(SubjectKind.SITE)
ACCOUNT = AppliesTo(SubjectKind.ACCOUNT)
DEPARTMENT = AppliesTo(SubjectKind.SITE, department=True)
NO_DEPARTMENT = AppliesTo(SubjectKind.SITE, department=False)
WITH_SERVICES = AppliesTo(SubjectKind.SITE, services=True)

ANY = Trigger()
SUSPECTED = "机器只能提出疑似，由人认定 / a machine only suspects; a person decides"


def _veto(
    id: str,
    indicator: str,
    codes: str,
    attestation: Attestation,
    automation: Automation,
    zh: str,
    en: str,
    *,
    trigger: Trigger = ANY,
    applies_to: AppliesTo = SITE,
    note: str = "",
) -> Clause:
    return Clause(
        id,
        Part.VETO,
        indicator,
        tuple(codes.split()),
        zh,
        en,
        trigger=trigger,
        applies_to=applies_to,
        attestation=attestation,
        automation=automation,
        note=note,
    )


def _loss(
    id: str,
    indicator: str,
    codes: str,
    points: Points,
    attestation: Attestation,
    automation: Automation,
    zh: str,
    en: str,
    *,
    part: Part = Part.DEDUCTION,
    applies_to: AppliesTo = SITE,
    points_for: tuple[tuple[AppliesTo, Points], ...] = (),
    note: str = "",
) -> Clause:
    return Clause(
        id,
        part,
        indicator,
        tuple(codes.split()),
        zh,
        en,
        points=points,
        applies_to=applies_to,
        points_for=points_for,
        attestation=attestation,
        automation=automation,
        note=note,
    )


def _gain(id: str, indicator: str, codes: str, points: Points, automation: Automation, zh: str, en: str, *, note: str = "") -> Clause:
    return _loss(id, indicator, codes, points, B, automation, zh, en, part=Part.BONUS, note=note)


def _at_least(limit: int) -> Trigger:
    return Trigger(TriggerKind.COUNT, Fraction(limit))


def _once(amount: str) -> Points:
    return Points(Fraction(amount))


def _each(amount: str, *, at_most: str = "", group: str = "sample") -> Points:
    """``at_most``: what the clauses of one group can cost together, where a sample or a sub-cap bounds it below the cap."""
    return Points(Fraction(amount), True, group=group, group_cap=Fraction(at_most)) if at_most else Points(Fraction(amount), True)


# fmt: off
_VETOES = (
    _veto("V1.1", "security_incident", "serious_wording", A, ASSISTED,
          "网站上有严重表述错误", "a serious wording error stands on the site", note=SUSPECTED),
    _veto("V1.2", "security_incident", "secret_leaked", A, BY_HAND,
          "泄露国家秘密", "a state secret was leaked"),
    _veto("V1.3", "security_incident", "harmful_content", A, BY_HAND,
          "发布或链接到反动、暴力、色情内容", "reactionary, violent or pornographic content is published or linked"),
    _veto("V1.4", "security_incident", "attack_unhandled", A, BY_HAND,
          "遭到攻击（被篡改、挂马等）未及时处置，酿成严重安全事故",
          "an attack (defacement, malware) was not dealt with in time and became a serious security accident"),
    _veto("V1.5", "security_incident", "falsification", A, ASSISTED,
          "弄虚作假，例如改动发布日期", "falsification, a forged publication date for example", note=SUSPECTED),
    _veto("V1.6", "security_incident", "public_opinion", A, BY_HAND,
          "因运维管理不当引发严重舆情", "improper running of the site caused a serious public-opinion incident"),
    _veto("V2.1", "site_unreachable", "try_failed", A, AUTO,
          "监测一周、每天至少 20 次，到 15 秒（含）仍未打开的次数占 5%（含）以上",
          "over one week with at least 20 tries a day, 5 % or more of all tries had not opened by 15 seconds",
          trigger=Trigger(TriggerKind.SHARE, Fraction(1, 20))),
    _veto("V3.1", "homepage_not_updated", "homepage_stale", A, AUTO,
          "首页 2 周内没有信息更新", "nothing on the homepage was updated in 2 weeks"),
    _veto("V3.2", "homepage_not_updated", "second_level_stale", A, AUTO,
          "首页只作导航入口的，所有二级页面 2 周内都没有更新",
          "the homepage only leads on, and no second-level page was updated in 2 weeks"),
    _veto("V4.1", "columns_not_updated", "priority_stale", A, AUTO,
          "2 周未更新的动态、要闻栏目与 6 个月未更新的通知公告、政策文件一级栏目，合计 5 个（含）以上",
          "5 or more in all: news columns stale for 2 weeks, first-level notice and policy columns stale for 6 months",
          trigger=_at_least(5)),
    _veto("V4.2", "columns_not_updated", "long_stale reading", A, AUTO,
          "应更新而长期没有更新的栏目 10 个（含）以上", "10 or more columns that ought to be updated have long not been",
          trigger=_at_least(10),
          note="数量为 A；计入哪些栏目依 2015 年解读，其他栏目按 1 年系实践做法"
               " / the limit is A; what counts follows the interpretation of 2015, the 1 year is practice"),
    _veto("V4.3", "columns_not_updated", "blank", A, AUTO,
          "空白栏目 5 个（含）以上", "5 or more blank columns", trigger=_at_least(5)),
    _veto("V5.1", "interaction_unresponsive", "no_channel", A, ASSISTED,
          "没有有效的网上咨询渠道（网上信访、纪检举报不算）",
          "no effective online consultation channel (petitions and discipline reports do not count as one)"),
    _veto("V5.2", "interaction_unresponsive", "unanswered answered_late", A, ASSISTED,
          "一年内，应当答复的咨询类栏目中有有效留言超过 3 个月没有回应",
          "within 1 year, a valid message in a consultation column that ought to answer had no reply for more than 3 months",
          note="逾期后才答复的是否计入：理解 / whether a late reply counts: reading"),
    _veto("V6.1", "services_unusable", "no_services", A, ASSISTED,
          "没有提供办事服务", "no services are offered", applies_to=WITH_SERVICES),
    _veto("V6.2", "services_unusable", "guide_incomplete", B, AUTO,
          "办事指南的 10 类重点要素缺 4 类（含）以上的事项 5 个（含）以上",
          "5 or more items whose guides lack 4 or more of the 10 key element classes",
          trigger=_at_least(5), applies_to=WITH_SERVICES),
    _veto("V6.3", "services_unusable", "guide_incomplete", B, ASSISTED,
          "事项总数不足 5 个的，每个事项都缺 4 类（含）以上重点要素",
          "fewer than 5 items in all, and every one lacks 4 or more key element classes",
          trigger=Trigger(TriggerKind.ALL_WHEN_FEWER, Fraction(5)), applies_to=WITH_SERVICES,
          note="须知道事项总数 / the number of items must be declared"),
    _veto("N1.1", "account_security_incident", "serious_wording", A, ASSISTED,
          "账号上有严重表述错误", "a serious wording error stands on the account", applies_to=ACCOUNT, note=SUSPECTED),
    _veto("N1.2", "account_security_incident", "secret_leaked", A, BY_HAND,
          "泄露国家秘密", "a state secret was leaked", applies_to=ACCOUNT),
    _veto("N1.3", "account_security_incident", "harmful_content", C, BY_HAND,
          "发布或链接到反动、暴力、色情内容", "reactionary, violent or pornographic content is published or linked",
          applies_to=ACCOUNT),
    _veto("N1.4", "account_security_incident", "public_opinion", C, BY_HAND,
          "因内容不当引发严重舆情", "improper content caused a serious public-opinion incident", applies_to=ACCOUNT),
    _veto("N2.1", "account_not_updated", "no_update", A, AUTO,
          "监测时间点前 2 周内没有更新", "no update in the 2 weeks before the check", applies_to=ACCOUNT,
          note="没有发布功能的不适用（C） / not for accounts without a publishing function (C)"),
    _veto("N2.2", "account_not_updated", "app_unusable", C, ASSISTED,
          "移动客户端无法下载或使用", "the app cannot be downloaded or used", applies_to=ACCOUNT),
    _veto("N3.1", "account_interaction_poor", "no_interaction", A, ASSISTED,
          "没有有效的互动功能", "no effective interaction function", applies_to=ACCOUNT),
    _veto("N3.2", "account_interaction_poor", "inflated_engagement", C, BY_HAND,
          "购买“粉丝”、强求公众点赞等", "bought followers, likes demanded from the public, and the like", applies_to=ACCOUNT,
          note="仅见于一省的文本 / from one province's copy"),
)

_D1 = (
    _loss("D1.1.1", "overview_information", "column_missing", _once("2"), B, AUTO,
          "没有概况信息栏目", "no such column", applies_to=NO_DEPARTMENT),
    _loss("D1.1.2", "overview_information", "late_or_inaccurate", _each("1"), B, BY_HAND,
          "概况信息更新不及时或不准确", "overview information late or inaccurate", applies_to=NO_DEPARTMENT),
    _loss("D1.2.1", "agency_functions", "column_missing", _once("2"), B, AUTO,
          "没有机构职能栏目", "no such column", points_for=((DEPARTMENT, _once("4")),)),
    _loss("D1.2.2", "agency_functions", "inaccurate", _each("1"), B, BY_HAND,
          "机构职能信息不准确", "agency information inaccurate"),
    _loss("D1.3.1", "leader_information", "column_missing", _once("2"), B, AUTO,
          "没有领导信息栏目", "no such column"),
    _loss("D1.3.2", "leader_information", "incomplete_or_inaccurate", _each("1"), B, ASSISTED,
          "领导姓名、简历等缺失或不准确", "a leader's name, CV and the like missing or inaccurate"),
    _loss("D1.4.1", "news_updates", "column_missing", _once("5"), B, AUTO,
          "没有动态要闻类栏目", "no such column"),
    _loss("D1.4.2", "news_updates", "not_updated", _once("5"), B, AUTO,
          "动态要闻 2 周内没有更新", "news not updated in 2 weeks"),
    _loss("D1.5.1", "policy_documents", "column_missing", _once("5"), B, AUTO,
          "没有政策文件类栏目", "no such column"),
    _loss("D1.5.2", "policy_documents", "not_updated", _once("5"), A, AUTO,
          "政策文件一级栏目 6 个月内没有更新", "first-level policy column not updated in 6 months"),
    _loss("D1.6.1", "policy_interpretation", "column_missing", _once("5"), B, AUTO,
          "没有政策解读类栏目", "no such column"),
    _loss("D1.6.2", "policy_interpretation", "not_updated", _once("5"), B, AUTO,
          "政策解读一级栏目 6 个月内没有更新", "first-level interpretation column not updated in 6 months"),
    _loss("D1.7.1", "interpretation_ratio", "not_interpreted", _each("1"), A, ASSISTED,
          "抽查 3 个以本级政府（部门）或其办公厅（室）名义印发、涉及面广、社会关注度高的文件，没有解读的",
          "of 3 policy files drawn (in the body's name, wide in scope, of high public interest), one has no interpretation"),
    _loss("D1.8.1", "interpretation_links", "file_not_linked", _each("0.5", at_most="1.5", group="to file"), B, AUTO,
          "抽查 3 篇解读，没有链接到被解读文件的", "of 3 interpretations drawn, one does not link the interpreted file"),
    _loss("D1.8.2", "interpretation_links", "not_linked_back", _each("0.5", at_most="1.5", group="back"), B, AUTO,
          "被解读文件没有链接回该解读的", "the interpreted file does not link back to the interpretation drawn"),
    _loss("D1.9.1", "other_columns", "blank", _each("2"), B, AUTO,
          "其他栏目空白", "another column is blank"),
    _loss("D1.9.2", "other_columns", "not_updated", _each("1"), B, AUTO,
          "其他应更新栏目没有更新", "another column that ought to be updated is not",
          note="时限系实践做法 / the windows are practice"),
)

_D2 = (
    _loss("D2.1.1", "service_catalogue", "not_gathered", _once("3"), B, ASSISTED,
          "办事服务事项没有集中分类展示", "service items are not gathered and classified"),
    _loss("D2.2.1", "online_application", "cannot_register", _once("5"), B, ASSISTED,
          "没有在线注册功能，或用户（含异地用户）无法注册", "no online registration, or users (from elsewhere too) cannot register"),
    _loss("D2.2.2", "online_application", "cannot_apply", _once("5"), B, ASSISTED,
          "注册用户无法在线提交申请", "a registered user cannot apply online"),
    _loss("D2.3.1", "service_statistics", "not_published", _once("2"), B, AUTO,
          "没有公布办事统计数据", "service statistics are not published"),
    _loss("D2.3.2", "service_statistics", "stale_1_month", _once("1"), B, AUTO,
          "办事统计数据 1 个月内没有更新", "service statistics not updated in 1 month"),
    _loss("D2.3.3", "service_statistics", "stale_3_months", _once("2"), A, AUTO,
          "办事统计数据 3 个月内没有更新", "service statistics not updated in 3 months",
          note="代替 D2.3.2，指标上限使合计不超过 2 分：理解 / takes the place of D2.3.2, the cap keeps the sum at 2: reading"),
    _loss("D2.4.1", "service_guides", "guide_missing", _each("4"), B, AUTO,
          "抽查 5 个事项，没有办事指南的", "of 5 items drawn, one has no guide"),
    _loss("D2.4.2", "service_guides", "element_missing", _each("0.5"), B, AUTO,
          "办事指南缺 10 类重点要素中的某一类", "one of the 10 key element classes is missing from a guide"),
    _loss("D2.4.3", "service_guides", "format_unclear", _each("1", at_most="5", group="format"), B, BY_HAND,
          "办理材料的格式要求不清（原件或复印件、纸质或电子、份数）",
          "the format of a material is unclear (original or copy, paper or electronic, number)"),
    _loss("D2.4.4", "service_guides", "vague_wording", _each("2"), B, AUTO,
          "有含糊表述，如笼统要求提供“其他材料”", "vague wording, such as a call for \"other materials\""),
    _loss("D2.4.5", "service_guides", "policy_without_content", _each("0.5", at_most="2.5", group="policy"), B, ASSISTED,
          "指南提到的政策文件没有给出内容", "a policy file is named in the guide without its content"),
    _loss("D2.5.1", "guide_accuracy", "inaccurate", _each("1"), B, BY_HAND,
          "抽查 5 个办事指南，信息（如电话）有误或与实际要求不符",
          "of 5 guides drawn, one is wrong (a telephone number, say) or not as really required"),
    _loss("D2.6.1", "forms_and_samples", "form_unavailable", _each("1"), B, ASSISTED,
          "抽查 2 个办事指南，要求填表却得不到表格", "of 2 guides drawn, one requires a form that cannot be obtained"),
)

_D3 = (
    _loss("D3.1.1", "message_submission", "cannot_submit", _once("7"), B, ASSISTED,
          "用户（含异地用户）无法提交信息", "users (from elsewhere too) cannot submit", note="上限由合计推出 / cap by arithmetic"),
    _loss("D3.2.1", "unified_login", "login_not_shared", _once("3"), B, ASSISTED,
          "各互动栏目（信访、举报除外）没有统一注册登录",
          "the interactive columns (petitions and reports excepted) do not share one registration and login"),
    _loss("D3.3.1", "message_disclosure", "none_published", _once("6"), B, AUTO,
          "咨询建言类栏目（网上信访、纪检举报除外）没有公开任何留言",
          "the consultation and suggestion columns (petitions and discipline reports excepted) publish no message at all",
          note="上限由合计推出 / cap by arithmetic"),
    _loss("D3.3.2", "message_disclosure", "facts_missing", _each("1", at_most="5"), B, AUTO,
          "抽查 5 条已公开留言，缺留言时间、答复时间、答复单位或答复内容的",
          "of 5 published messages drawn, one lacks time of message, time of reply, replying body or reply text"),
    _loss("D3.3.3", "message_disclosure", "not_updated", _once("3"), A, AUTO,
          "已公开留言 2 个月内没有更新", "published messages not updated in 2 months"),
    _loss("D3.3.4", "message_disclosure", "statistics_missing", _once("3"), B, ASSISTED,
          "没有公开留言受理和答复的统计数据", "statistics of messages received and answered are not published"),
    _loss("D3.4.1", "reply_quality", "not_answered", _each("4"), B, ASSISTED,
          "模拟提 2 个简单问题，5 个工作日内没有网上答复",
          "of 2 simulated simple questions, one has no online answer within 5 working days"),
    _loss("D3.4.2", "reply_quality", "poor_answer", _each("4"), B, BY_HAND,
          "答复质量差，推诿或敷衍", "a poor, evasive or perfunctory answer"),
)

_D4 = (
    _loss("D4.1.1", "domain_and_name", "domain_irregular", _once("1"), B, AUTO,
          "域名不合规范", "the domain is against the rules"),
    _loss("D4.1.2", "domain_and_name", "name_irregular", _once("1"), B, AUTO,
          "网站没有以本地区、本机构名称命名", "the site is not named after its region or body"),
    _loss("D4.1.3", "domain_and_name", "name_not_shown", _once("1"), B, AUTO,
          "页面头部区域没有醒目显示网站名称", "the site's name is not prominent in the header area of every page",
          note="机器只看是否显示，是否醒目由人认定 / a machine sees whether it is shown; whether it is prominent, a person"),
    *(
        _loss(f"D4.2.{number}", "identity_marks", code, _once("0.5"), B, AUTO, f"页面底部缺少{zh}", f"no {en} in the footer")
        for number, (code, zh, en) in enumerate(
            (
                ("organ_mark_missing", "党政机关网站标识", "party and government organ mark"),
                ("site_code_missing", "网站标识码", "site code"),
                ("icp_missing", "ICP备案编号", "ICP record number"),
                ("police_missing", "公安机关备案标识", "police record mark"),
                ("sponsor_missing", "主办单位", "sponsoring body"),
                ("contact_missing", "联系方式", "contact"),
            ),
            1,
        )
    ),
    _loss("D4.3.1", "link_availability", "home_link_dead", _each("0.2"), B, AUTO,
          "首页上的链接（含图片、附件、外链）打不开或错误；首页只作导航入口的，看全部二级页面上的链接",
          "a homepage link (images, attachments, outside links too) is dead or wrong; navigation-only homepage: all second-level pages",
          note="有争议，另有 0.1 分之说 / disputed, 0.1 is also quoted"),
    _loss("D4.3.2", "link_availability", "other_link_dead", _each("0.1"), B, AUTO,
          "其他页面上的链接打不开或错误", "a link on another page is dead or wrong"),
    _loss("D4.4.1", "error_report_entry", "home_entry_missing", Points(Fraction(1), group="entry", group_cap=Fraction(1)), B, AUTO,
          "首页底部没有“我为政府网站找错”入口", "the 找错 entry is missing from the homepage footer"),
    _loss("D4.4.2", "error_report_entry", "page_entry_missing", _each("0.2", at_most="1", group="entry"), B, AUTO,
          "其他页面底部没有该入口", "the entry is missing from another page's footer"),
    _loss("D4.4.3", "error_report_entry", "answered_late", _each("1", at_most="3", group="answers"), B, ASSISTED,
          "近 6 个月内，找错留言没有在 3 个工作日内答复", "in the last 6 months a 找错 message was not answered within 3 working days"),
    _loss("D4.4.4", "error_report_entry", "poor_answer", _each("1", at_most="3", group="answers"), B, BY_HAND,
          "近 6 个月内，答复质量差，推诿或敷衍", "in the last 6 months an answer was poor, evasive or perfunctory"),
    _loss("D4.5.1", "site_search", "search_unusable", _once("4"), B, ASSISTED,
          "没有全站搜索功能或不可用", "no site-wide search, or it does not work"),
    _loss("D4.5.2", "site_search", "title_not_found", _each("1"), B, ASSISTED,
          "取 4 个已发布信息或服务的标题检索，首页结果中没有的",
          "of 4 titles of published information or services, one is not on the first result page"),
    _loss("D4.5.3", "site_search", "not_classified", _once("1"), B, ASSISTED,
          "搜索结果没有分类展示", "search results are not classified"),
    _loss("D4.6.1", "single_sign_on", "login_not_single", _once("2"), A, ASSISTED,
          "一次登录不能通用于各功能板块（信访、举报除外）", "one login does not serve all function areas (petitions and reports excepted)"),
    _loss("D4.7.1", "page_tags", "article_tags_missing", _each("0.1", at_most="0.5", group="articles"), B, AUTO,
          "抽查 5 个内容页，缺站点标签或内容标签的", "of 5 article pages drawn, one lacks site tags or content tags"),
    _loss("D4.7.2", "page_tags", "column_tags_missing", _each("0.1", at_most="0.5", group="columns"), B, AUTO,
          "抽查 5 个栏目页，缺站点标签或栏目标签的", "of 5 column pages drawn, one lacks site tags or column tags"),
    _loss("D4.8.1", "browser_compatibility", "display_broken", _each("1"), B, ASSISTED,
          "主流浏览器不能正常显示页面", "a main browser does not show pages normally"),
    _loss("D4.9.1", "ipv6_readiness", "not_ready", _once("1"), A, ASSISTED,
          "没有按要求完成 IPv6 改造", "not moved to IPv6 as required"),
)

_BONUS = (
    _gain("B1.1.1", "data_publication", "updated_6_months updated_3_months", _each("1", at_most="2", group="updates"), AUTO,
          "数据栏目 3 个月内有更新得 2 分，仅 3 至 6 个月间有更新得 1 分",
          "data column updated within 3 months: 2; only between 3 and 6 months: 1",
          note="两问各 1 分 / two questions, 1 point each"),
    _gain("B1.1.2", "data_publication", "visualised", _once("1"), ASSISTED,
          "6 个月内有数据可视化展示", "data shown visually within 6 months"),
    _gain("B1.1.3", "data_publication", "datasets_usable", _once("1"), ASSISTED,
          "数据集定期更新，可下载或有可用接口", "data sets updated regularly, with download or a usable interface"),
    _gain("B1.2.1", "interpretation_formats", "rich_format", _each("1"), ASSISTED,
          "3 个不同文件的解读，用发布会、图表、音视频、动漫等形式的，每个得分",
          "interpretations of 3 different files, each by press conference, chart, audio or video, animation and the like"),
    _gain("B2.1.1", "service_evaluation", "rating_offered", _once("1"), ASSISTED,
          "提供办事服务评价功能", "services can be rated"),
    _gain("B2.1.2", "service_evaluation", "results_published", _once("1"), ASSISTED,
          "公开评价结果", "rating results are published"),
    _gain("B2.2.1", "service_integration", "themed_service",
          Points(tiers=(Tier(1, Fraction(1)), Tier(3, Fraction(2)))), ASSISTED,
          "主题集成服务 3 项以上得 2 分，1 至 2 项得 1 分", "themed integrated services: 3 or more 2, 1 or 2 1"),
    _gain("B2.3.1", "service_policy_links", "policies_linked", _once("2"), ASSISTED,
          "抽查 2 个事项，政策依据全部准确关联到本网站政策文件库",
          "of 2 items drawn, all policy bases are linked rightly to this site's policy library"),
    _gain("B3.1.1", "realtime_interaction", "answered_in_time", _once("3"), ASSISTED,
          "模拟提 1 个简单问题，1 个工作日内得到准确答复", "1 simulated simple question answered rightly within 1 working day"),
    _gain("B3.1.2", "realtime_interaction", "auto_answers", _once("2"), ASSISTED,
          "提供实时自动答问且答复准确", "real-time automatic answers are offered, and right"),
    _gain("B3.2.1", "surveys", "enough_held", _once("2"), ASSISTED,
          "有在线调查征集渠道（电子邮件不算），1 年内开展 6 次（含）以上",
          "an online channel (e-mail does not count), and 6 or more held in 1 year"),
    _gain("B3.2.2", "surveys", "results_published", _once("1"), ASSISTED,
          "该年内的调查征集都在结束后 1 个月内公布结果", "every one of that year published its result within 1 month of its end"),
    _gain("B4.1.1", "smart_search", "fuzzy", _once("1"), ASSISTED,
          "支持模糊搜索", "fuzzy search"),
    _gain("B4.1.2", "smart_search", "aggregated", _once("1"), ASSISTED,
          "按关键词聚合内容，搜索即服务", "aggregation by keyword, search as service"),
    _gain("B4.1.3", "smart_search", "lower_site_found", _each("1", at_most="2"), ASSISTED,
          "取 2 个下级网站信息标题检索，首页结果中能找到的", "of 2 titles from lower-level sites, each found on the first result page"),
    _gain("B4.2.1", "user_space", "history_shown", _once("2"), ASSISTED,
          "用户空间能看到本人咨询、办事等历史记录", "the user's page shows the own history of questions and services"),
    _gain("B5.1.1", "innovation", "affirmed", _once("3"), BY_HAND,
          "创新做法成效突出，得到本地区、本部门主要领导肯定",
          "a notable practice affirmed by the main leaders of the region or body"),
)


def _rows(part: Part, section: str, *rows: tuple[str, int | None, str, str]) -> tuple[Heading, ...]:
    return tuple(
        Heading(indicator, zh, en, section, part, None if cap is None else Fraction(cap)) for indicator, cap, zh, en in rows
    )


_HEADINGS = (
    *_rows(
        Part.VETO, "V",
        ("security_incident", None, "安全、泄密事故等严重问题", "Security accidents, leaks and other serious problems"),
        ("site_unreachable", None, "站点无法访问", "Site unreachable"),
        ("homepage_not_updated", None, "首页不更新", "Homepage not updated"),
        ("columns_not_updated", None, "栏目不更新", "Columns not updated"),
        ("interaction_unresponsive", None, "互动回应差", "Interaction unresponsive"),
        ("services_unusable", None, "服务不实用", "Services of no use"),
    ),
    *_rows(
        Part.VETO, "N",
        ("account_security_incident", None, "安全、泄密事故等严重问题", "Security accidents, leaks and other serious problems"),
        ("account_not_updated", None, "内容不更新", "Content not updated"),
        ("account_interaction_poor", None, "互动回应差", "Interaction poor"),
    ),
    *_rows(Part.DEDUCTION, "D1", ("overview_information", 2, "概况信息", "Overview")),
    Heading("agency_functions", "机构职能", "Agency functions", "D1", Part.DEDUCTION, Fraction(2), ((DEPARTMENT, Fraction(4)),)),
    *_rows(
        Part.DEDUCTION, "D1",
        ("leader_information", 2, "领导信息", "Leaders"),
        ("news_updates", 5, "动态要闻", "News"),
        ("policy_documents", 5, "政策文件", "Policy files"),
        ("policy_interpretation", 5, "政策解读", "Policy interpretation"),
        ("interpretation_ratio", 3, "解读比例", "Share of files interpreted"),
        ("interpretation_links", 3, "解读关联", "Links between file and interpretation"),
        ("other_columns", 4, "其他栏目", "Other columns"),
    ),
    *_rows(
        Part.DEDUCTION, "D2",
        ("service_catalogue", 3, "事项公开", "Service catalogue"),
        ("online_application", 5, "在线申请", "Online application"),
        ("service_statistics", 2, "办事统计", "Service statistics"),
        ("service_guides", 8, "办事指南", "Service guides"),
        ("guide_accuracy", 5, "内容准确", "Accuracy of guides"),
        ("forms_and_samples", 2, "表格样表", "Forms and samples"),
    ),
    *_rows(
        Part.DEDUCTION, "D3",
        ("message_submission", 7, "信息提交", "Submitting messages"),
        ("unified_login", 3, "统一登录", "Unified login"),
        ("message_disclosure", 6, "留言公开", "Publishing messages"),
        ("reply_quality", 7, "办理答复", "Replies"),
    ),
    *_rows(
        Part.DEDUCTION, "D4",
        ("domain_and_name", 3, "域名名称", "Domain and name"),
        ("identity_marks", 3, "网站标识", "Identity marks"),
        ("link_availability", 1, "可用性", "Availability of links"),
        ("error_report_entry", 4, "我为政府网站找错", "Error report entry"),
        ("site_search", 4, "站内搜索", "Site search"),
        ("single_sign_on", 2, "一号登录", "Single sign-on"),
        ("page_tags", 1, "页面标签", "Page tags"),
        ("browser_compatibility", 2, "兼容性", "Browser compatibility"),
        ("ipv6_readiness", 1, "IPv6改造", "IPv6"),
    ),
    *_rows(
        Part.BONUS, "B1",
        ("data_publication", 4, "数据发布", "Publishing data"),
        ("interpretation_formats", 3, "解读回应", "Forms of interpretation"),
    ),
    *_rows(
        Part.BONUS, "B2",
        ("service_evaluation", 2, "服务功能", "Service rating"),
        ("service_integration", 2, "服务内容", "Integrated services"),
        ("service_policy_links", 2, "服务关联", "Services linked to policies"),
    ),
    *_rows(
        Part.BONUS, "B3",
        ("realtime_interaction", 5, "实时互动", "Real-time interaction"),
        ("surveys", 3, "调查征集", "Surveys"),
    ),
    *_rows(
        Part.BONUS, "B4",
        ("smart_search", 4, "智能搜索", "Smart search"),
        ("user_space", 2, "用户空间", "User space"),
    ),
    *_rows(Part.BONUS, "B5", ("innovation", 3, "创新发展", "Innovation")),
)

_SECTIONS = (
    Section("V", "单项否决（政府网站）", "Veto, websites"),
    Section("N", "单项否决（政务新媒体）", "Veto, accounts"),
    Section("D1", "发布解读", "Publishing and interpretation", Fraction(31)),
    Section("D2", "办事服务", "Services", Fraction(25)),
    Section("D3", "互动交流", "Interaction", Fraction(23)),
    Section("D4", "功能设计", "Functions and design", Fraction(21)),
    Section("B1", "信息发布", "Publishing information", Fraction(7)),
    Section("B2", "办事服务", "Services", Fraction(6)),
    Section("B3", "互动交流", "Interaction", Fraction(8)),
    Section("B4", "功能设计", "Functions and design", Fraction(6)),
    Section("B5", "创新发展", "Innovation", Fraction(3)),
)
# fmt: on

NATIONAL_2019 = Checklist(
    "national-2019",
    "政府网站与政务新媒体检查指标（2019年）",
    "National checklist for government websites and accounts, 2019",
    _VETOES + _D1 + _D2 + _D3 + _D4 + _BONUS,
    _HEADINGS,
    _SECTIONS,
    Scheme(
        scored=AppliesTo(SubjectKind.SITE, portal=True),
        rescale=(Rescale(AppliesTo(SubjectKind.SITE, portal=True, department=True, services=False), ("D2", "B2"), Fraction(4, 3)),),
    ),
    document="国办秘函〔2019〕19号",
    in_force=date(2019, 4, 18),
    notes=(
        "60 至 80 分只计扣分部分，恰为 80 分不加分：理解"
        " / from 60 to 80 the deduction part alone counts, exactly 80 earns no bonus: reading",
        "无对外服务职能的国务院部门门户不检查办事服务，扣分部分乘以 4/3（B）；"
        "60、80 分界用折算后的分数，加分项的办事服务同样不检查且不折算：理解"
        " / portals of State Council departments without outward services: 办事服务 is not checked and the deduction score is multiplied"
        " by 4/3 (B); 60 and 80 apply to the scaled score, the bonus section 办事服务 is dropped and the bonus not scaled: reading",
        "“我为政府网站找错”分为入口 1 分、答复 3 分，见于一家厂商的版式"
        " / the split of D4.4 into entry 1 and answers 3 is one vendor's layout",
        "官方页面未能完整打开，摘要均为自写 / the official page could not be opened in full; all summaries are our own words",
    ),
)
"""The national checklist: three parts, 47 indicators. Attestation of every clause: see ``Clause.attestation``."""
