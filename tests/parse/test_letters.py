"""Published letters: rows of lists and single pages."""

from datetime import UTC, date, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.dates import Absent
from govsite_rules.values.page import PageRole
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
ROWS = [
    ("关于小区供水的咨询", "2025-06-20", "2025-06-25", "市水务局", "已回复"),
    ("关于公交线路的建议", "2025-06-18", "2025-06-21", "市交通局", "已办结"),
    ("关于学区划分的咨询", "2025-06-10", "", "市教育局", "处理中"),
]
LISTS = {
    "table": "<table><tr><th>编号</th><th>信件标题</th><th>来信时间</th><th>回复时间</th><th>答复单位</th><th>状态</th></tr>"
    + "".join(
        f"<tr><td>{n}</td><td><a href='/hdjl/szxx/{n}.html'>{t}</a></td><td>{a}</td><td>{r}</td><td>{w}</td><td>{s}</td></tr>"
        for n, (t, a, r, w, s) in enumerate(ROWS, 101)
    )
    + "</table>",
    "labels": "<ul>"
    + "".join(
        f"<li><a href='/hdjl/szxx/{n}.html'>{t}</a><span>来信时间：{a}</span><span>回复时间：{r}</span><span>答复单位：{w}</span><em>{s}</em></li>"  # noqa: E501
        for n, (t, a, r, w, s) in enumerate(ROWS, 101)
    )
    + "</ul>",
}


def read(body, path="/hdjl/szxx/index.html", title="市长信箱"):
    return parse_page(zoo.frame_div(body, title=f"{title}_示范市人民政府"), url=zoo.BASE + path, fetched_at=AT)


@pytest.mark.parametrize("layout", LISTS)
def test_rows(layout):
    """Times of asking and answering, the answering body and the state, from columns or labels."""
    page = read(LISTS[layout])

    assert PageRole.LETTERS is page.role
    assert [
        ("关于小区供水的咨询", date(2025, 6, 20), date(2025, 6, 25), "市水务局", True),
        ("关于公交线路的建议", date(2025, 6, 18), date(2025, 6, 21), "市交通局", True),
        ("关于学区划分的咨询", date(2025, 6, 10), None, "市教育局", False),
    ] == [(letter.title, letter.asked.date, letter.replied.date, letter.replier, letter.answered) for letter in page.letters]
    assert Absent.NONE_SHOWN is page.letters[2].replied.absent


def test_one_date_without_a_name():
    """One date in a row is the day of asking; the day of the answer stays unknown though it was answered."""
    rows = "".join(
        f"<li><a href='/hdjl/szxx/{n}.html'>{t}</a><span>{w}</span><span>{a}</span><span>{s}</span></li>"
        for n, (t, a, _, w, s) in enumerate(ROWS)
    )
    page = read(f"<ul><li><b>标题</b><b>受理单位</b><b>日期</b><b>状态</b></li>{rows}</ul>")

    assert [(date(2025, 6, 20), None, True), (date(2025, 6, 18), None, True), (date(2025, 6, 10), None, False)] == [
        (letter.asked.date, letter.replied.date, letter.answered) for letter in page.letters
    ]


PAGES = {
    "table": "<table><tr><td>信件标题</td><td>关于小区供水的咨询</td></tr><tr><td>写信人</td><td>张**</td><td>来信时间</td><td>2025-06-20 10:10</td></tr>"  # noqa: E501
    "<tr><td>来信内容</td><td>您好，小区经常停水。</td></tr><tr><td>回复单位</td><td>市水务局</td><td>回复时间</td><td>2025-06-25</td></tr>"
    "<tr><td>回复内容</td><td>您好，该小区管网正在改造。</td></tr></table>",
    "paragraphs": "<h1>关于小区供水的咨询</h1><p>留言时间：2025-06-20 10:10:00　留言人：张女士</p><p>内容：您好，小区经常停水。</p><h3>答复情况</h3>"  # noqa: E501
    "<p>答复单位：市水务局</p><p>答复时间：2025-06-25</p><p>答复内容：您好，该小区管网正在改造。</p>",
}


@pytest.mark.parametrize("layout", PAGES)
def test_page(layout):
    """A single letter with its answer."""
    page = read(PAGES[layout], "/hdjl/szxx/101.html", "关于小区供水的咨询_市长信箱")

    assert PageRole.LETTER is page.role
    (letter,) = page.letters
    assert ("关于小区供水的咨询", date(2025, 6, 20), date(2025, 6, 25), "市水务局", "您好，该小区管网正在改造。", True) == (
        letter.title,
        letter.asked.date,
        letter.replied.date,
        letter.replier,
        letter.reply,
        letter.answered,
    )


@pytest.mark.parametrize("end", ["<p>处理状态：处理中</p><p>回复内容：</p>", "<div>回复内容：暂无回复</div>", "<p>状态：未回复</p>"])
def test_unanswered_page(end):
    """A letter without an answer is unanswered, without a date or text of one."""
    page = read(f"<h1>关于小区供水的咨询</h1><p>来信时间：2025-06-20</p><p>来信内容：小区经常停水。</p>{end}", "/hdjl/szxx/101.html")

    (letter,) = page.letters
    assert (False, "", None) == (letter.answered, letter.reply, letter.replied.date)


def test_unanswered_page_without_a_heading():
    """A letter is found on a page that looks like a list, as one with an answer is."""
    body = (
        "<div>咨询养老金调整</div><p>提交时间：2025-06-20</p><div>咨询内容：今年何时调整？</div><div>答复内容：<span>暂无答复</span></div>"
    )
    page = read(body, "/hdjl/zxts/101.html", "在线咨询")

    assert [("咨询养老金调整", date(2025, 6, 20), False)] == [(one.title, one.asked.date, one.answered) for one in page.letters]


def test_title_under_the_head_of_the_question():
    """The name of a mailbox is no title where the question begins with one."""
    body = "<h2>信件内容</h2><p>咨询停车收费标准</p><p>写信人：赵** 写信时间：2025-06-20</p><p>请问收费标准？</p>"
    body += "<h2>回复内容</h2><p>市发改委 2025-06-24</p><p>每小时5元。</p>"
    page = parse_page(zoo.frame_div(body, title="市长信箱"), url=zoo.BASE + "/hdjl/szxx/101.html", fetched_at=AT)

    assert ["咨询停车收费标准"] == [letter.title for letter in page.letters]


def test_silence_is_not_unanswered():
    """A page that says nothing of an answer leaves open whether there is one."""
    page = read("<h1>关于小区供水的咨询</h1><p>来信时间：2025-06-20</p><p>来信内容：小区经常停水。</p>", "/hdjl/szxx/101.html")

    assert page.letters[0].answered is None


def test_news_about_letters():
    """A news list in the interaction channel is no list of letters."""
    page = read(zoo.ul(zoo.sample(5)), "/hdjl/xwdt/", "互动动态")

    assert () == page.letters
    assert PageRole.LIST is page.role


QUESTION, ANSWER = "请问小区何时通水，谢谢。", "您好，管道已经修复，当晚恢复供水。"
UNNAMED = {
    "spaced labels": "<table><tr><td>来 信 人</td><td>示范</td><td>来信时间</td><td>2025-06-20</td></tr>"
    "<tr><td>标　　题</td><td colspan=3>关于小区供水的咨询</td></tr>"
    f"<tr><td>来信内容</td><td colspan=3>{QUESTION}</td></tr><tr><td>处理情况</td><td colspan=3>已处理</td></tr>"
    f"<tr><td>答复内容</td><td colspan=3>{ANSWER}</td></tr>"
    "<tr><td>答 复 人</td><td>市水务局</td><td>答复时间</td><td>2025-06-25</td></tr></table>",
    "answer under its line": f"<p>来信主题：关于小区供水的咨询</p><p>来信时间：2025-06-20</p><p>{QUESTION}</p>"
    f"<p>回复时间：2025-06-25 10:20 回复单位：市水务局</p><p>{ANSWER}</p><p>满意度：满意</p>",
    "said about the answer": f"<p>信件标题：关于小区供水的咨询</p><p>来信时间：2025-06-20</p><p>来信内容：{QUESTION}</p>"
    "<p>单位回复：如有疑问请致电12345</p><p>处理单位：市水务局 处理时间：2025-06-25</p>"
    f"<p>回复内容：</p><p>{ANSWER}</p><table><tr><td>满意数</td><td>不满意数</td><td>满意率</td></tr><tr><td>2</td><td>0</td></tr></table>",
    "signed": f"<p>信件主题：关于小区供水的咨询</p><p>写信时间：2025-06-20</p><p>信件内容：{QUESTION}</p><p>信件回复</p>"
    f"<p>{ANSWER}</p><p>市水务局 2025-06-25 10:12:00</p>",
}


@pytest.mark.parametrize("layout", UNNAMED)
def test_page_told_by_its_labels(layout):
    """A letter is one by its labels, whatever page and address are called; its days are not the page's."""
    page = read(UNNAMED[layout], "/detail/101.html", "详情")
    letter = page.letters[0]

    assert page.role is PageRole.LETTER
    assert (letter.title, letter.replier, letter.reply, letter.answered) == ("关于小区供水的咨询", "市水务局", ANSWER, True)
    assert (letter.asked.date, letter.replied.date, page.published.date) == (date(2025, 6, 20), date(2025, 6, 25), None)


def test_items_applied_for_are_no_letters():
    """What was applied for and finished is no letter, in a list or alone."""
    rows = "".join(
        f"<tr><td><a href='/bj/{n}.html'>示范事项第{n}件</a></td><td>2025-06-{n}</td><td>2025-06-2{n % 10}</td><td>已办结</td></tr>"
        for n in range(11, 19)
    )
    listed = read(f"<table><tr><th>事项</th><th>申请时间</th><th>办结时间</th><th>状态</th></tr>{rows}</table>", "/bj/", "办件公示")
    alone = read(
        "<p>事项标题：示范事项</p><p>申请时间：2025-06-11</p><p>办理结果：准予许可</p><p>办结时间：2025-06-20</p>", "/bj/1.html", "办件"
    )

    assert (listed.letters, alone.letters) == ((), ())


def test_list_told_by_its_states():
    """A list of which most rows say whether they were answered, on a page of any name; its column of titles names the letters."""
    rows = "".join(
        f"<tr><td><a href='/d/{n}.html'>2025{n}</a></td><td>关于示范事项的咨询之{n}</td><td>2025-06-{n}</td><td>已回复</td></tr>"
        for n in range(11, 19)
    )
    page = read(f"<table><tr><th>编号</th><th>标题</th><th>公开时间</th><th>状态</th></tr>{rows}</table>", "/d/", "公开")

    assert (page.role, page.letters[0].title, page.letters[0].asked.absent) == (
        PageRole.LETTERS,
        "关于示范事项的咨询之11",
        Absent.NONE_SHOWN,
    )


def test_empty_form_of_a_letter_is_no_letter():
    """Labels without values are a form."""
    form = "<p>来信标题：<input></p><p>来信时间：<input></p><p>办理状态：<input></p><p>来信内容：<textarea></textarea></p>"

    assert read(form, "/d/form.html", "查询").letters == ()


OPEN_ROWS = "".join(
    f"<tr><td><a href='/d/{n}.html'>·关于示范事项的咨询之{n}</a></td><td>{'未办理' if n == 12 else '已办理'}</td><td>2025-06-{n}</td></tr>"
    for n in range(11, 19)
)


def test_day_of_a_row_not_yet_handled_is_no_answer():
    """Systems show the day of the last change under 回复时间; the status says that nobody has answered."""
    page = read(f"<table><tr><th>信件标题</th><th>处理状态</th><th>回复时间</th></tr>{OPEN_ROWS}</table>")
    first, second = page.letters[:2]

    assert (first.title, first.answered, first.replied.date) == ("关于示范事项的咨询之11", True, date(2025, 6, 11))
    assert (second.answered, second.replied.absent) == (False, Absent.NONE_SHOWN)


def test_head_below_the_title_of_the_table():
    """The row that names the whole table is not the one that names its columns."""
    head = "<tr><td colspan='3'>回信列表</td></tr><tr><td>信件标题</td><td>状态</td><td>回复时间</td></tr>"
    page = read(f"<table>{head}{OPEN_ROWS}</table>")

    assert (page.letters[0].asked.absent, page.letters[0].replied.date) == (Absent.NONE_SHOWN, date(2025, 6, 11))


def test_table_without_links():
    """Rows that a script opens are letters where the head names a title and the days."""
    rows = "".join(
        f"<tr onclick='show({n})'><td>关于示范事项的咨询之{n}</td><td>2025-05-{n}</td><td>2025-06-{n}</td></tr>" for n in range(11, 19)
    )
    page = read(f"<table><tr><th>标题</th><th>反映时间</th><th>答复时间</th></tr>{rows}</table>")

    assert (page.role, len(page.letters)) == (PageRole.LETTERS, 8)
    assert (page.letters[0].asked.date, page.letters[0].replied.date) == (date(2025, 5, 11), date(2025, 6, 11))


def test_board_shows_several_letters_in_full():
    """Letters that begin with the same label are several; one that nobody has answered says so."""
    records = "".join(
        f"<div><span>留言时间：2025-06-{n}</span><span>留言主题：关于示范事项的咨询之{n}</span></div><div>留言内容：请问示范事项{n}如何办理？</div>"
        f"<div>{'暂未回复' if n == 12 else '回复内容：' + ANSWER}</div>"
        for n in range(11, 15)
    )
    page = read(records, "/liuyan/", "留言板")

    assert (page.role, len(page.letters)) == (PageRole.LETTERS, 4)
    assert [(letter.title, letter.answered) for letter in page.letters[:2]] == [
        ("关于示范事项的咨询之11", True),
        ("关于示范事项的咨询之12", False),
    ]
    assert page.letters[0].reply == ANSWER


def test_news_quoting_a_letter_is_no_letter():
    """News say where they come from; the letter they quote shows no day."""
    body = "<h1>市长信箱开通一年</h1><p>来源：示范日报</p><p>近日，有网友来信：</p><p>来信内容：路灯不亮。</p><p>回复内容：已经修好。</p>"

    assert read(body, "/xw/1.html", "市长信箱开通一年").letters == ()


def test_letter_named_by_its_path():
    """The last step of the path names the box; texts in readonly areas are shown; the name of a place is no title."""
    path = "<div class='pos'>当前位置：<a href='/'>首页</a> &gt; <a href='/hd/'>互动交流</a> &gt; 区长信箱</div>"
    fields = f"<p>提交日期：2025-06-20</p><p>答复内容：<textarea readonly>{ANSWER}</textarea></p><p>答复日期：2025-06-25</p>"
    page = read(f"{path}<span class='title'>信件详情</span><h1>关于小区供水的咨询</h1>{fields}", "/hd/1.html", "关于小区供水的咨询")
    letter = page.letters[0]

    assert (letter.title, letter.asked.date, letter.replied.date) == ("关于小区供水的咨询", date(2025, 6, 20), date(2025, 6, 25))
    assert letter.reply == ANSWER


def test_answer_called_by_rarer_names():
    """处复 answers, and 事项标题 names the letter."""
    fields = (
        "事项标题：关于小区供水的咨询",
        "写信时间：2025-06-20",
        "信件内容：水压不足",
        "处复人：水务局",
        "处复时间：2025-06-25",
        f"处复内容：{ANSWER}",
    )
    letter = read("".join(f"<p>{field}</p>" for field in fields), "/hdjl/szxx/1.html").letters[0]

    assert (letter.title, letter.replier, letter.replied.date, letter.reply) == ("关于小区供水的咨询", "水务局", date(2025, 6, 25), ANSWER)


NEWS = (
    "<div class='box'><h3>最新信息</h3><ul>"
    + "".join(f"<li><a href='/jtdt/{n}.html'>县里召开第{n}次会议</a><span>06-{n}</span></li>" for n in (21, 22, 23))
    + "</ul></div>"
)


def test_news_beside_letters_are_no_letters():
    """A box of news on a page of letters has dates too, and says nothing of answers."""
    page = read(NEWS + LISTS["table"])

    assert ["关于小区供水的咨询", "关于公交线路的建议", "关于学区划分的咨询"] == [letter.title for letter in page.letters]


PLAIN = "".join(
    f"<tr><td>{label}</td><td>{value}</td></tr>"
    for label, value in (
        ("主题", "关于小区供水的咨询"),
        ("提交时间", "2025-6-20 8:05:00"),
        ("内容", "何时通水？"),
        ("回复内容", "您好，当晚恢复供水。"),
        ("回复时间", "2025-6-25 16:00:00"),
    )
)


@pytest.mark.parametrize("body", [PAGES["table"], f"<table>{PLAIN}</table>"])
def test_a_letter_beside_news_is_a_letter(body):
    """News beside a single letter make no list of letters of it, and its labels need not speak of letters."""
    page = read(NEWS + body, "/gzcy/letter_1381.html", "关于小区供水的咨询_局长信箱")

    assert (PageRole.LETTER, 1) == (page.role, len(page.letters))


def test_rows_of_days_alone_are_letters_where_nothing_else_is():
    """A list of letters that shows titles and days only is still read."""
    rows = "".join(f"<li><a href='/hdjl/szxx/{n}.html'>{t}</a><span>{a}</span></li>" for n, (t, a, *_) in enumerate(ROWS))
    page = read(f"<p>来信请留言，我们及时回复</p><p>来信时间：2025-06-01</p><ul>{rows}</ul>")

    assert (PageRole.LETTERS, 3) == (page.role, len(page.letters))


def test_office_before_the_day_is_no_answer():
    """Who answers stands beside 官方回答, the day below it, and then the answer."""
    asked = "<p>来信标题：关于小区供水的咨询</p><p>来信时间：2025-06-20</p>"
    body = f"{asked}<p>[官方回答]：市水务局</p><p>答复时间：2025-06-25</p><p>{ANSWER}</p>"
    letter = read(body, "/hdjl/szxx/1.html").letters[0]

    assert (letter.replier, letter.reply) == ("市水务局", ANSWER)


@pytest.mark.parametrize(
    ("labels", "asked"),
    [
        (("案件标题", "案件时间", "具体内容", "最终回复意见"), date(2025, 6, 1)),
        (("来信（电）标题", "来信（电）时间", "来信（电）内容", "办理结果"), date(2025, 6, 1)),
        (("诉求标题", "诉求时间", "诉求描述", "处办回复"), date(2025, 6, 1)),
    ],
)
def test_letter_by_other_words(labels, asked):
    values = ("小区停水问题", "2025-06-01", "近来经常停水，请予解决。", "您好，经核查管道已修复，现供水正常。")
    body = "<table>" + "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in zip(labels, values, strict=True)) + "</table>"
    (letter,) = read(body, path="/show/1.html", title="详情").letters
    assert (letter.title, letter.asked.date, letter.reply, letter.answered) == (values[0], asked, values[3], True)


def test_office_before_the_answer():
    body = "<h1>小区停水问题</h1><p>咨询时间：2025-06-01</p><p>咨询内容：经常停水</p><p>县住建局回复：</p>"
    body += "<p>您好，管道已修复，现供水正常。</p>"
    (letter,) = read(body, path="/xx/1.html").letters
    assert (letter.replier, letter.reply) == ("县住建局", "您好，管道已修复，现供水正常。")


def test_second_answer_does_not_replace_the_first():
    body = "<p>来信标题：停水</p><p>来信时间：2025-06-01</p>"
    body += "".join(
        f"<p>回复单位：{w}</p><p>回复时间：{d}</p><p>回复内容：</p><p>{t}</p>"
        for w, d, t in [("市住建局", "2025-06-03", "已转供水公司。"), ("供水公司", "2025-06-09", "来信收悉，路灯已经修复。")]
    )
    (letter,) = read(body, path="/xx/1.html").letters
    assert (letter.replier, str(letter.replied.date), letter.reply) == ("市住建局", "2025-06-03", "已转供水公司。")


def test_rows_that_go_on_below_their_link():
    """The link, the text and the line of who asked and who answered stand in a row of the table each."""
    rows = "".join(
        f"<tr><td><a href='/xx/{n}.html'>{t}</a></td></tr><tr><td>{t}，请解决。</td></tr>"
        f"<tr><td>咨询者：网友 | 咨询时间：{a}{f' | 回复时间：{r}' if r else ''}</td></tr>"
        for n, (t, a, r, *_) in enumerate(ROWS, 101)
    )
    letters = read(f"<table>{rows}</table>").letters
    assert [(str(one.asked.date), str(one.replied.date), one.answered) for one in letters] == [
        ("2025-06-20", "2025-06-25", True),
        ("2025-06-18", "2025-06-21", True),
        ("2025-06-10", "None", None),
    ]


@pytest.mark.parametrize("head", ["", "<div class='r th'><b>标题</b><b>来信日期</b><b>状态</b></div>"])
def test_blocks_without_links(head):
    rows = "".join(f"<div class='r'><b>{t}</b><b>{a}</b><b>{s}</b></div>" for t, a, _, _, s in ROWS)
    letters = read(f"<div>{head}{rows}</div>").letters
    assert [(one.title, str(one.asked.date), one.answered) for one in letters] == [(t, a, s != "处理中") for t, a, _, _, s in ROWS]


def test_board_whose_titles_stand_before_the_day():
    body = "".join(
        f"<table><tr><td>{t}</td><td>咨询时间：{a}</td></tr><tr><td>编号：1</td><td>{w}回复：<br>您好，已经办理。</td></tr></table>"
        for t, a, _, w, _ in ROWS
    )
    letters = read(body, title="网上咨询").letters
    assert [(one.title, one.replier, one.answered) for one in letters] == [(t, w, True) for t, _, _, w, _ in ROWS]


@pytest.mark.parametrize("state", ["待审核", "正在办理"])
def test_states_of_what_is_not_answered(state):
    rows = "".join(f"<tr><td><a href='/xx/{n}.html'>{t}</a></td><td>{a}</td><td>{state}</td></tr>" for n, (t, a, *_) in enumerate(ROWS))
    head = "<tr><th>来信标题</th><th>来信时间</th><th>回复状态</th></tr>"
    assert {one.answered for one in read(f"<table>{head}{rows}</table>").letters} == {False}


@pytest.mark.parametrize("said", ["暂无回答", "尚未回复"])
def test_words_that_stand_for_no_answer(said):
    body = f"<p>来信标题：停水</p><p>来信时间：2025-06-01</p><p>来信内容：经常停水，请解决。</p><p>回复内容：{said}</p>"
    (letter,) = read(body, path="/xx/1.html").letters
    assert (letter.reply, letter.answered) == ("", False)


def told(body, **more):
    return [(one.title, one.asked.date, one.replied.date, one.replier, one.answered) for one in read(body, **more).letters]


FIELDS = ("诉求标题", "登记时间", "办复时间", "责任单位", "办件状态")
DRESSES = {
    "a list of its own for the head": lambda rows: (
        f"<ul class='th'><li>{''.join(f'<p>{n}</p>' for n in FIELDS)}</li></ul><ul>"
        + "".join(f"<li>{''.join(f'<p>{v}</p>' for v in row)}</li>" for row in rows)
        + "</ul>"
    ),
    "a table for each row": lambda rows: "".join(
        f"<table><tr>{''.join(f'<td>{v}</td>' for v in row)}</tr></table>" for row in (FIELDS, *rows)
    ),
    "cells that are items": lambda rows: "".join(
        f"<ul class='row'>{''.join(f'<li>{v}</li>' for v in row)}</ul>" for row in (FIELDS, *rows)
    ),
    "labels apart": lambda rows: "".join(
        f"<div class='card'><h4>{row[0]}</h4><div>{''.join(f'<span><b>{n}：</b><em>{v}</em></span>' for n, v in zip(FIELDS, row, strict=True) if n != '诉求标题')}</div></div>"  # noqa: E501
        for row in rows
    ),
    "the answer before the question": lambda rows: (
        "<table><tr>"
        + "".join(f"<th>{FIELDS[k]}</th>" for k in (2, 4, 3, 1, 0))
        + "</tr>"
        + "".join(f"<tr>{''.join(f'<td>{row[k]}</td>' for k in (2, 4, 3, 1, 0))}</tr>" for row in rows)
        + "</table>"
    ),
}


@pytest.mark.parametrize("link", ["href='/x/{}.html'", "href='javascript:void(0)' onclick='see({})'"])
@pytest.mark.parametrize("dress", DRESSES)
def test_the_same_letters_in_another_dress_read_the_same(dress, link):
    """Names of columns tell which day is which, wherever they stand and in whatever order; scripts may open the letters."""
    rows = [(f"<a {link.format(n)}>{t}</a>", a, r, w, s) for n, (t, a, r, w, s) in enumerate(ROWS)]

    assert [
        ("关于小区供水的咨询", date(2025, 6, 20), date(2025, 6, 25), "市水务局", True),
        ("关于公交线路的建议", date(2025, 6, 18), date(2025, 6, 21), "市交通局", True),
        ("关于学区划分的咨询", date(2025, 6, 10), None, "市教育局", False),
    ] == told(DRESSES[dress](rows))


@pytest.mark.parametrize("name", ["应办结时间", "办理期限", "截止时间", "评价时间"])
def test_other_days_of_a_list_are_no_answer(name):
    """A day by which a letter is due, or on which its answer was judged, is not the day of the answer."""
    rows = "".join(f"<tr><td><a href='/x/{n}'>{t}</a></td><td>{a}</td><td>2025-06-30</td></tr>" for n, (t, a, *_) in enumerate(ROWS))

    assert [None] * 3 == [row[2] for row in told(f"<table><tr><td>标题</td><td>来信时间</td><td>{name}</td></tr>{rows}</table>")]


@pytest.mark.parametrize("behind", ["<p><i>查看次数：</i>9</p>", "<p>小区停水已有三日，请问何时恢复？谢谢。</p>"])
def test_an_empty_label_takes_nothing_from_the_next(behind):
    """An office not yet named is none: neither the next label nor the question is its name."""
    card = "<div class='c'><h4><a href='/x/{}'>{}</a></h4>"
    card += "<p><i>提交时间：</i>2025-06-20</p><p><i>答复单位：</i></p>{}</div>"
    body = "".join(card.format(n, t, behind) for n, (t, *_) in enumerate(ROWS))

    assert [("", None)] * 3 == [(row[3], row[4]) for row in told(body)]


LETTER = "<h2>南环路路灯不亮</h2><table><tr><td>来信人</td><td>张**</td><td>来信时间</td><td>2025-06-02</td></tr><tr><td>来信内容</td><td>请尽快维修。</td></tr>{}</table>"  # noqa: E501


@pytest.mark.parametrize(
    "behind",
    [
        "<p>截至2025年6月30日，累计来信80封，已办结70封。</p>",
        "<div>请对本次答复作出评价：<input type='radio'>满意</div>",
        "<p>返回列表</p>",
    ],
)
@pytest.mark.parametrize(
    ("shown", "reply"), [("已于6月9日修复，感谢来信。", "已于6月9日修复，感谢来信。"), ("该信件正在办理中", ""), ("", "")]
)
def test_what_stands_behind_a_letter_is_no_answer(behind, shown, reply):
    """The answer ends where the element of the labels ends."""
    page = read(LETTER.format(f"<tr><td>答复内容</td><td>{shown}</td></tr>") + behind, path="/hdjl/szxx/7.html")

    assert [("南环路路灯不亮", date(2025, 6, 2), reply)] == [(one.title, one.asked.date, one.reply) for one in page.letters]
    assert page.letters[0].answered is (True if reply else False if shown else None)


def test_a_form_to_find_letters_has_no_values():
    """Labels of a form beside the letter are not the letter's."""
    form = (
        "<form><span>来信标题：<input name='t'></span> 来信时间：<input name='a'>至<input name='b'><select><option>已回复</select></form>"
    )
    page = read(
        form
        + LETTER.format(
            "<tr><td>信件编号</td><td>20250602000123</td><td>处理情况</td><td>未回复</td></tr><tr><td>答复内容</td><td></td></tr>"
        ),
        path="/hdjl/szxx/7.html",
    )

    assert [("南环路路灯不亮", date(2025, 6, 2), False)] == [(one.title, one.asked.date, one.answered) for one in page.letters]


ASKED = "路灯坏了半个月，请尽快维修。"
BARE = {
    "above": "<h2>南环路路灯不亮</h2><p>张** 2025-06-02</p><p>{q}</p><p>市城管局 回复 2025-06-09 10:20</p><p>{a}</p>",
    "below": "<h2>南环路路灯不亮</h2><div><p>{q}</p><p>张** 2025-06-02</p></div><div><i>答复</i><p>{a}</p><p>市城管局 2025-06-09</p></div>",
    "marked": "<h2>南环路路灯不亮</h2><div><i>问：</i><p>{q}</p><p>张** 2025-06-02</p></div><div><i>答：</i><p>{a}</p><p>市城管局 2025-06-09</p></div>",  # noqa: E501
}


@pytest.mark.parametrize("dress", BARE)
def test_question_and_answer_without_labels(dress):
    """Who and when stand above or below each text; what follows is no part of the answer."""
    page = read(BARE[dress].format(q=ASKED, a="来信收悉，路灯已经修复。") + "<p>返回列表</p>", path="/hdjl/szxx/7.html")

    assert [("南环路路灯不亮", date(2025, 6, 2), date(2025, 6, 9), "市城管局", "来信收悉，路灯已经修复。", True)] == [
        (one.title, one.asked.date, one.replied.date, one.replier, one.reply, one.answered) for one in page.letters
    ]


@pytest.mark.parametrize("first", ["市城管局 2025-06-02", "张** 2025-06-12"])
def test_two_days_are_not_always_question_and_answer(first):
    """An office's own article is dated above and signed below; an answer is not given before it is asked for."""
    body = f"<h2>关于路灯维修的说明</h2><p>{first}</p><p>{ASKED}</p><p>全市来信反映的路灯问题已经答复。</p><p>市城管局 2025-06-09</p>"

    assert [] == told(body, path="/hdjl/szxx/7.html")


def test_a_board_of_questions_and_answers():
    """问 and 答 with who and when behind each text; the name of the page is not the first one's title."""
    ask = "<div><b>问：</b>第{n}条路何时修好？<span>王女士 2025-06-0{n}</span></div>"
    answer = "<div><b>答：</b>{text}<span>市交通局 2025-06-1{n}</span></div>"
    text = "您反映的道路已经列入今年的养护计划，将在雨季过后安排施工，请您耐心等待，感谢您的来信。"
    body = (
        "<h2>热线诉求公开</h2>"
        + "".join((ask + answer).format(n=n, text=text) for n in range(1, 5))
        + "<p>本信箱自2012年3月1日起开通。</p>"
    )

    assert [(f"第{n}条路何时修好？ 王女士", date(2025, 6, n), date(2025, 6, 10 + n), "市交通局", True) for n in range(1, 5)] == [
        (row[0] if "王" in row[0] else row[0] + " 王女士", *row[1:]) for row in told(body)
    ]


def test_the_path_may_name_a_mailbox():
    """A page whose own name says nothing stands under the mailbox that its path names."""
    crumb = "<div class='position'>当前位置：<a href='/'>首页</a> &gt; <a href='/b/'>县长信箱</a></div>"
    text = zoo.frame_div(crumb + BARE["above"].format(q=ASKED, a="来信收悉，路灯已经修复。"), title="示范市人民政府").replace(
        "<a href='/zwgk/'>政务公开</a> &gt; <a href='/zwgk/tzgg/'>通知公告</a>", "<a href='/b/'>县长信箱</a>"
    )
    page = parse_page(text, url=zoo.BASE + "/content/7", fetched_at=AT)

    assert PageRole.LETTER is page.role
