"""Service guides: ten elements from tables, lists, headings, tabs and numbered paragraphs."""

from datetime import UTC, datetime

import pytest

from govsite_rules.parse.guides import SYNONYMS, GuideReader
from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import GuideState, PageRole
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
VALUES = [
    ("事项名称", "居民身份证办理"),
    ("设定依据", "《中华人民共和国居民身份证法》第十条"),
    ("申请条件", "年满十六周岁的中国公民"),
    ("申请材料", "1.户口簿 2.照片"),
    ("办理地点", "市政务服务中心3号窗口"),
    ("实施机关", "示范市公安局"),
    ("收费标准", "不收费"),
    ("办公时间", "周一至周五 9:00-17:00"),
    ("咨询电话", "0370-1234567"),
    ("办理流程", "受理→审核→办结"),
]
ELEMENTS = ["name", "basis", "conditions", "materials", "place", "agency", "fees", "hours", "phone", "process"]
NUMBERS = "一二三四五六七八九十"


def read(body, title="居民身份证办理_办事指南"):
    html = zoo.frame_div(f"<h1>居民身份证办理</h1>{body}", title=title)
    return parse_page(html, url=zoo.BASE + "/bsfw/item_123.html", fetched_at=AT)


def states(page):
    return {element.element: element.state for element in page.guide.elements}


LAYOUTS = {
    "table": "<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in VALUES) + "</table>",
    "table of four": "<table>"
    + "".join(
        f"<tr><td>{VALUES[i][0]}</td><td>{VALUES[i][1]}</td><td>{VALUES[i + 1][0]}</td><td>{VALUES[i + 1][1]}</td></tr>"
        for i in range(0, 10, 2)
    )
    + "</table>",
    "dl": "<dl>" + "".join(f"<dt>{k}：</dt><dd>{v}</dd>" for k, v in VALUES) + "</dl>",
    "headings": "".join(f"<h3>{k}</h3><div><p>{v}</p></div>" for k, v in VALUES),
    "tabs": "<ul>"
    + "".join(f"<li>{k}</li>" for k, _ in VALUES)
    + "</ul>"
    + "".join(f"<div class='pane'><p>{v}</p></div>" for _, v in VALUES),
    "tabs in a box": "<ul>"
    + "".join(f"<li><a>{k}</a></li>" for k, _ in VALUES)
    + "</ul><div>"
    + "".join(f"<div>{v}</div>" for _, v in VALUES)
    + "</div>",
    "numbered": "".join(f"<p>{n}、{k}：{v}</p>" for n, (k, v) in zip(NUMBERS, VALUES, strict=True)),
    "numbered heads": "".join(f"<p><strong>（{n}）{k}</strong></p><p>{v}</p>" for n, (k, v) in zip(NUMBERS, VALUES, strict=True)),
    "brackets": "".join(f"<p>【{k}】{v}</p>" for k, v in VALUES),
    "spans": "".join(f"<div><span>{k}</span><span>{v}</span></div>" for k, v in VALUES),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_filled(layout):
    """Every element is found with its value, whatever the markup."""
    page = read(LAYOUTS[layout])

    assert PageRole.GUIDE is page.role
    assert dict.fromkeys(ELEMENTS, GuideState.FILLED) == states(page)
    assert [value.replace(" ", "") for _, value in VALUES] == [element.value.replace(" ", "") for element in page.guide.elements]


def test_empty_and_missing():
    """A label without value is empty, no label is missing; 无 fills fees and materials, not the basis."""
    rows = dict(VALUES) | {"设定依据": "无", "收费标准": "无", "申请材料": "无", "办理地点": ""}
    del rows["办理流程"]
    page = read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items()) + "</table>")

    found = states(page)
    assert (GuideState.EMPTY, GuideState.EMPTY, GuideState.MISSING) == (found["basis"], found["place"], found["process"])
    assert (GuideState.FILLED, GuideState.FILLED) == (found["fees"], found["materials"])


def test_drawn():
    """Labels over panes that a script fills are drawn by script, not empty."""
    page = read("<table>" + "".join(f"<tr><th>{k}</th><td></td></tr>" for k, _ in VALUES) + "</table><script>$.ajax({url:'/x'})</script>")

    assert {GuideState.SCRIPT_DRAWN} == set(states(page).values())


@pytest.mark.parametrize("label", ["办理时限", "法定期限", "承诺办结时限", "监督投诉电话", "受理范围", "材料下载"])
def test_neighbours(label):
    """Labels that only resemble an element's do not fill it."""
    rows = [(k, v) for k, v in VALUES if k not in ("办公时间", "咨询电话", "申请条件")] + [(label, "12345678")]
    found = states(read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows) + "</table>"))

    assert {GuideState.MISSING} == {found["hours"], found["phone"], found["conditions"]}


def test_place_and_time_together():
    """办理地点/时间 counts for both."""
    rows = [(k, v) for k, v in VALUES if k not in ("办公时间", "办理地点")] + [("办理地点/办理时间", "大厅，周一至周五")]
    found = states(read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows) + "</table>"))

    assert {GuideState.FILLED} == {found["hours"], found["place"]}


def test_vague_wording():
    """Vague materials are quoted."""
    rows = dict(VALUES) | {"申请材料": "1.申请表 2.法律法规规定的其他材料"}
    page = read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items()) + "</table>")

    assert ("法律法规规定的其他材料",) == page.guide.vague_wording


def test_attachment_fills():
    """详见附件 fills an element only where there is an attachment."""
    rows = dict(VALUES) | {"办理流程": "详见附件"}
    table = "<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items()) + "</table>"

    assert GuideState.EMPTY is states(read(table))["process"]
    assert GuideState.FILLED is states(read(table + "<a href='/u/1.doc'>流程图</a>"))["process"]


def test_news_is_no_guide():
    """Running text about services is none, and such pages have no guide."""
    page = read(
        "<p>近日，市政务服务中心优化办理流程，精简申请材料，公开咨询电话，调整办公时间，方便群众办事，受到好评。</p>" * 3, title="新闻"
    )

    assert page.guide is None


def test_own_table():
    """A caller's table of labels is followed."""
    reader = GuideReader({**SYNONYMS, "hours": (*SYNONYMS["hours"], "开门时间")})
    reading = reader.read(["开门时间：周一至周五"], "事项", drawn=False)

    assert "周一至周五" == next(element.value for element in reading.elements if element.element == "hours")


@pytest.mark.parametrize("pair,second", [("办公时间及地点", "place"), ("办理地点和时间", "hours"), ("办理地点、电话", "phone")])
def test_second_of_two_labels_is_short(pair, second):
    """办公时间及地点 counts for both, though 地点 alone is no label."""
    rows = [(k, v) for k, v in VALUES if k not in ("办公时间", "办理地点", "咨询电话")] + [(pair, "大厅一楼，周一至周五")]
    found = states(read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows) + "</table>"))

    assert GuideState.FILLED is found[second]


def test_empty_cell_is_no_other_label():
    """An empty cell beside its label stays empty, whatever stands in the next row; a spacer between the two is none."""
    rows = [row for k, v in VALUES for row in ([(k, ""), ("自办栏目", "示范")] if k == "收费标准" else [(k, v)])]
    table = "<table>" + "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in rows) + "</table>"
    spaced = "<table>" + "".join(f"<tr><td>{k}</td><td>&nbsp;</td><td>{v}</td></tr>" for k, v in VALUES) + "</table>"
    below = "<table>" + "".join(f"<tr><td>{k}</td><td></td></tr><tr><td colspan=2>{v}</td></tr>" for k, v in VALUES) + "</table>"

    assert GuideState.EMPTY is states(read(table))["fees"]
    assert {GuideState.FILLED} == set(states(read(spaced)).values()) == set(states(read(below)).values())


@pytest.mark.parametrize("name,state", [("办理流程", GuideState.FILLED), ("设定依据", GuideState.EMPTY)])
def test_picture_is_a_flow_chart_and_nothing_else(name, state):
    """A pane with a picture alone shows the steps; a basis is text."""
    rows = dict(VALUES) | {name: "<img src='/u/1.png'>"}
    table = "<table>" + "".join(f"<tr><td><img src='/i.gif'>{k}</td><td>{v}</td></tr>" for k, v in rows.items()) + "</table>"
    tabs = "<ul>" + "".join(f"<li>{k}</li>" for k in rows) + "</ul>" + "".join(f"<div><p>{v}</p></div>" for v in rows.values())
    element = {"办理流程": "process", "设定依据": "basis"}[name]

    assert (state, state) == (states(read(table))[element], states(read(tabs))[element])


@pytest.mark.parametrize(
    "label,element",
    [
        ("申请（办理）条件", "conditions"),
        ("权力流程图", "process"),
        ("行使依据", "basis"),
        ("办理主体", "agency"),
        ("事项依据", "basis"),
        ("费用情况", "fees"),
        ("办理地点、邮编", "place"),
    ],
)
def test_labels_of_other_systems(label, element):
    """Labels of lists of powers and of city platforms."""
    rows = [(k, v) for k, v in VALUES if ELEMENTS[[name for name, _ in VALUES].index(k)] != element] + [(label, "示范内容一项")]
    page = read("<table>" + "".join(f"<tr><th>{k}：</th><td>{v}</td></tr>" for k, v in rows) + "</table>")

    assert GuideState.FILLED is states(page)[element]


def values(page):
    return {element.element: element.value for element in page.guide.elements}


def test_value_ends_at_an_unknown_label():
    """What looks like the known labels is one: its value is no part of the one before, nor does it fill an empty one."""
    rows = "".join(f"<p><strong>{n}、{k}</strong></p><p>{v}</p>" for n, (k, v) in zip(NUMBERS, VALUES, strict=True))
    more = rows.replace("<p>不收费</p>", "<p><strong>八、自办说明</strong></p><p>示范内容</p>")
    page = read(rows.replace("<p>受理→审核→办结</p>", "<p>受理→审核→办结</p><p><strong>十一、自办栏目</strong></p><p>示范内容</p>"))

    assert (values(page)["process"], states(read(more))["fees"]) == ("受理→审核→办结", GuideState.EMPTY)


def test_sub_heading_in_a_value_is_no_label():
    """A heading of another numbering within a value leaves it filled."""
    rows = "".join(f"<p><strong>{n}、{k}</strong></p><p>{v}</p>" for n, (k, v) in zip(NUMBERS, VALUES, strict=True))
    page = read(rows.replace("<p>不收费</p>", "<p><strong>1.首次办理</strong></p><p>不收费</p><p><strong>2.补办</strong></p><p>40元</p>"))

    assert (states(page)["fees"], values(page)["fees"]) == (GuideState.FILLED, "1.首次办理 不收费 2.补办 40元")


@pytest.mark.parametrize("said", ["暂无相关信息", "没有相关资料", "无数据"])
def test_a_sentence_that_there_is_nothing_is_no_value(said):
    rows = dict(VALUES) | {"设定依据": said}
    page = read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items()) + "</table>")

    assert GuideState.EMPTY is states(page)["basis"]


@pytest.mark.parametrize("whom", ["办理对象", "办理对象及范围", "适用范围"])
def test_who_may_apply_yields_to_conditions(whom):
    """办理对象 tells the conditions only where no label of conditions is there."""
    rows = [(whom, "自然人"), *VALUES]
    both = read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows) + "</table>")
    alone = read("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows if k != "申请条件") + "</table>")

    assert (values(both)["conditions"], values(alone)["conditions"]) == ("年满十六周岁的中国公民", "自然人")


@pytest.mark.parametrize(
    "place,state",
    [
        ("<td><span id='s1'></span></td>", GuideState.SCRIPT_DRAWN),
        ("<td></td>", GuideState.EMPTY),
        ("<td>{{item.fee}}</td>", GuideState.SCRIPT_DRAWN),
    ],
)
def test_place_that_a_script_fills(place, state):
    """An empty place with a name on a page with scripts, or a template, waits for a script; nothing else does."""
    rows = "".join(f"<tr><td>{k}</td>{place if k == '收费标准' else f'<td>{v}</td>'}</tr>" for k, v in VALUES)

    assert states(read(f"<table>{rows}</table><script>load()</script>"))["fees"] is state


def test_named_places_that_a_server_filled():
    """Where other named places are filled, an empty one is empty."""
    rows = "".join(
        f"<tr><td>{k}</td><td><span id='s{n}'>{'' if k == '收费标准' else v}</span></td></tr>" for n, (k, v) in enumerate(VALUES)
    )

    assert states(read(f"<table>{rows}</table><script>count()</script>"))["fees"] is GuideState.EMPTY


def test_table_whose_rows_a_script_writes():
    """A head over an empty body with a name is no value."""
    table = "<table><thead><tr><th>序号</th><th>材料名称</th></tr></thead><tbody id='t1'></tbody></table><script>load()</script>"
    page = read("".join(f"<h3>{k}</h3><div>{table if k == '申请材料' else v}</div>" for k, v in VALUES))

    assert states(page)["materials"] is GuideState.SCRIPT_DRAWN


def test_menu_of_labels_is_no_value():
    """A menu that repeats the labels neither empties nor fills one."""
    menu = "<ul>" + "".join(f"<li><a href='#a'>{k}</a></li>" for k in ("申请条件", "申请材料", "收费标准")) + "</ul>"
    page = read(menu + "".join(f"<p>{k}：{v}</p>" for k, v in VALUES if k != "收费标准"))

    assert states(page)["fees"] is GuideState.MISSING


def test_tabs_apart_from_their_panes():
    """Heads in a box of their own: as many elements further out are their panes."""
    heads = "<div><ul>" + "".join(f"<li>{k}</li>" for k, _ in VALUES) + "</ul></div>"
    page = read(f"<div>{heads}</div><div>" + "".join(f"<div style='display:none'>{v}</div>" for _, v in VALUES) + "</div>")

    assert values(page)["fees"] == "不收费"


def test_guide_is_called_what_its_label_says():
    """The value beside 事项名称, not the name of the page."""
    page = read("<dl>" + "".join(f"<dt>{k}</dt><dd>{'户口登记' if k == '事项名称' else v}</dd>" for k, v in VALUES) + "</dl>")

    assert page.guide.name == "户口登记"


def test_telephone_of_the_site_is_not_the_guide_s():
    """Who keeps the site running answers no question about the guide."""
    rows = "".join(f"<p>{k}：{v}</p>" for k, v in VALUES if k != "咨询电话")

    assert states(read(f"{rows}<p>技术支持：示范公司 联系电话：0370-7654321</p>"))["phone"] is GuideState.MISSING


@pytest.mark.parametrize("name", ["collapse hairline--top-bottom", "bd-top-none", "hairline--bottom", "top-body"])
def test_border_s_name_is_no_region(name):
    """Names of borders above and below an element say nothing about where on the page it stands."""
    page = read("".join(f"<div class='{name}'><span>{k}</span><span>{v}</span></div>" for k, v in VALUES))

    assert {GuideState.FILLED} == set(states(page).values())


@pytest.mark.parametrize(("title", "is_guide"), [("关于规范办事指南的通知", False), ("关于办理居住证的公告", True)])
def test_notice_on_guides_is_none(title, is_guide):
    """A notice how guides are to be written names their elements; a public notice of a service may be its guide."""
    body = "".join(f"<p>{k}：{v}</p>" for k, v in VALUES[1:])
    html = zoo.frame_div(f"<h1>{title}</h1>{body}", title=title)

    assert (parse_page(html, url=zoo.BASE + "/tzgg/1.html", fetched_at=AT).guide is not None) is is_guide


def test_head_of_a_table_of_steps_is_no_label():
    """办理环节 and 办理步骤 over the columns of a table: what stands below them fills 办理流程."""
    steps = (
        "<table><tr><th>办理环节</th><th>办理步骤</th><th>办理时限</th></tr><tr><td>受理</td><td>收件</td><td>1个工作日</td></tr></table>"
    )
    page = read("".join(f"<p>{k}：{v}</p>" for k, v in VALUES if k != "办理流程") + f"<div>办理流程</div>{steps}")

    assert states(page)["process"] is GuideState.FILLED


def test_values_in_readonly_areas():
    """What stands in a text area that nobody can write into is shown like any text; what is to be written over is not."""
    for kind, state in (("readonly", GuideState.FILLED), ("", GuideState.EMPTY)):
        rows = "".join(
            f"<tr><td>{k}：</td><td><textarea {kind if k == '申请条件' else 'readonly'}>{v}</textarea></td></tr>" for k, v in VALUES
        )
        assert states(read(f"<table>{rows}</table>"))["conditions"] is state


@pytest.mark.parametrize("title, found", [("危险废物经营许可_办事指南", True), ("危险废物经营许可", False)])
def test_a_poor_guide_is_a_guide(title, found):
    """What calls itself a guide is read as one though it says nothing of materials: the poorest guides are the worst."""
    body = (
        "<table>"
        + "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in VALUES if k in ("事项名称", "收费标准", "实施机关", "办理流程"))
        + "</table>"
    )
    page = read(body, title)

    assert found == (page.guide is not None)
    assert not found or 6 == sum(element.state is GuideState.MISSING for element in page.guide.elements)


@pytest.mark.parametrize(("label", "state"), [("(咨询电话)", GuideState.FILLED), ("(投诉电话)", GuideState.MISSING)])
def test_telephone_asked_for_in_brackets(label, state):
    """(咨询电话) under 办理地点: the cell beside them holds both."""
    rows = "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in VALUES if k not in ("办理地点", "咨询电话"))
    page = read(f"<table>{rows}<tr><td><p>办理地点</p><p>{label}</p></td><td><p>示范路1号，68540000</p></td></tr></table>")

    assert states(page)["phone"] is state


@pytest.mark.parametrize(
    "form",
    [
        lambda label: f"<td>◇{label}</td>",
        lambda label: f"<td><strong>{' '.join(label)}:</strong></td>",
        lambda label: f"<td>{'<br>'.join(label)}</td>",
    ],
    ids=["behind a sign", "with blanks", "downwards"],
)
def test_label_is_read_as_it_is_set(form):
    """A label may stand behind a sign, with blanks, or downwards in a narrow cell."""
    page = read("<table>" + "".join(f"<tr>{form(k)}<td>{v}</td></tr>" for k, v in VALUES[1:]) + "</table>", title="身份证")
    assert page.role is PageRole.GUIDE
    assert {name for name, state in states(page).items() if state is GuideState.FILLED} == set(ELEMENTS)


@pytest.mark.parametrize(
    ("label", "element"),
    [
        ("申报程序", "process"),
        ("申报材料目录", "materials"),
        ("登记条件", "conditions"),
        ("受理窗口电话", "phone"),
        ("受理窗口工作时间", "hours"),
        ("责任处室", "agency"),
        ("登记时间", None),
        ("收费依据", "fees"),
    ],
)
def test_labels_made_of_an_act_and_a_thing(label, element):
    reader = GuideReader()
    assert reader._element.get(label) == element


def test_better_label_is_preferred_to_a_lesser_one():
    """A window is a place where none says its address; what a guide applies to is a condition where none is named."""
    told = [
        ("适用范围", "本指南适用于全市"),
        ("办事窗口", "综合窗口"),
        ("设定依据", "《条例》第一条"),
        ("申请条件", "年满十八周岁"),
        ("办理地址", "城南路1号"),
    ]
    values = {e.element: e.value for e in GuideReader().read([f"{k}：{v}" for k, v in told], "补证", False).elements}
    assert (values["conditions"], values["place"]) == ("年满十八周岁", "城南路1号")
    values = {e.element: e.value for e in GuideReader().read([f"{k}：{v}" for k, v in told[:3]], "补证", False).elements}
    assert (values["conditions"], values["place"]) == ("本指南适用于全市", "综合窗口")


def test_window_in_a_table_with_labels_in_its_head():
    body = "".join(f"<h3>{k}</h3><p>{v}</p>" for k, v in VALUES[1:4])
    head = "<tr><th>窗口名称</th><th>办理地点</th><th>办理时间</th><th>联系电话</th></tr>"
    full = f"<table>{head}<tr><td>3号窗口</td><td>城南路1号</td><td>工作日</td><td>0370-1234567</td></tr></table>"
    page = read(body + full)
    assert {e.element: e.value for e in page.guide.elements if e.element in ("place", "hours", "phone")} == {
        "place": "城南路1号",
        "hours": "工作日",
        "phone": "0370-1234567",
    }
    bare = f"<table>{head}<tr><td>3号窗口</td><td></td><td>工作日</td><td>0370-1234567</td></tr></table>"
    assert states(read(body + bare))["place"] is GuideState.EMPTY


def test_name_of_a_group_of_rows_ends_the_value_above():
    rows = "<tr><td rowspan=2>基本信息</td><td>设定依据</td><td>《条例》第一条</td></tr><tr><td>申请条件</td><td>无</td></tr>"
    rows += "<tr><td rowspan=2>办理信息</td><td>申请材料</td><td>申请表</td></tr><tr><td>收费标准</td><td>不收费</td></tr>"
    page = read(f"<table>{rows}</table>")
    assert {e.element: e.value for e in page.guide.elements}["conditions"] == "无"

    rows = "<tr><th>申请条件</th><td>无</td></tr><tr><th colspan=2>申请信息</th></tr><tr><th>申请材料</th><td>申请表</td></tr>"
    page = read(f"<table>{rows}<tr><th>收费标准</th><td>不收费</td></tr><tr><th>设定依据</th><td>《条例》第一条</td></tr></table>")
    assert {e.element: e.value for e in page.guide.elements}["conditions"] == "无"


def _panes(filled):
    labels = [k for k, _ in VALUES[1:9]]
    return "<script src='/a.js'></script>" + "".join(
        f"<h4>{label}</h4><div id='c{k}'>{'不收费' if k < filled else ''}</div>" for k, label in enumerate(labels)
    )


def test_what_scripts_may_still_fill_is_not_missing():
    """One place filled among many that scripts fill does not make the others empty, nor what is not named missing."""
    found = states(read(_panes(1)))
    assert found["conditions"] is GuideState.SCRIPT_DRAWN
    assert found["process"] is GuideState.SCRIPT_DRAWN
    found = states(read(_panes(6)))
    assert found["phone"] is GuideState.EMPTY
    assert found["process"] is GuideState.MISSING


def test_place_with_a_data_attribute_is_a_script_s():
    body = "".join(f"<h3>{k}</h3><div data-key='k'></div>" for k, _ in VALUES[1:])
    assert set(list(states(read(body + "<script>fill()</script>")).values())[1:]) == {GuideState.SCRIPT_DRAWN}
    scoped = body.replace("data-key", "data-v-1f2e3d")
    assert GuideState.SCRIPT_DRAWN not in states(read(scoped + "<script>fill()</script>")).values()


def test_what_a_tab_opens_is_somewhere():
    """An element that a tab names cannot be told where its pane is not found."""
    tabs = (
        "<div>"
        + "".join(f"<div onclick='show({k})'><span>{w}</span></div>" for k, w in enumerate(["基本信息", "所需材料", "办理流程"]))
        + "</div>"
    )
    body = "".join(f"<h3>{k}</h3><p>{v}</p>" for k, v in VALUES[1:3] + VALUES[4:7])
    assert states(read(tabs + body))["process"] is GuideState.SCRIPT_DRAWN
    assert states(read(body))["process"] is GuideState.MISSING


def test_address_among_the_labels_is_the_place():
    lines = ["设定依据：《条例》", "地址：城南路1号政务大厅", "申请材料：申请表"]
    assert {e.element: e.state for e in GuideReader().read(lines, "补证", False).elements}["place"] is GuideState.FILLED
    below = [lines[0], lines[2], "地址：城南路1号县政府"]
    assert {e.element: e.state for e in GuideReader().read(below, "补证", False).elements}["place"] is GuideState.MISSING


@pytest.mark.parametrize(("title", "name"), [("示范市政务大厅", "农药经营许可证核发"), ("农药登记指南", "农药登记指南")])
def test_item_is_named_where_the_page_is_not_called_after_it(title, name):
    lines = ["网上申请", "农药经营许可证核发", "设定依据：《条例》", "申请材料：申请表"]
    assert GuideReader().read(lines, title, False).name == name


def test_number_is_preferred_to_a_way_of_asking():
    lines = ["咨询方式：窗口咨询", "联系电话：0370-1234567"]
    assert {e.element: e.value for e in GuideReader().read(lines, "补证", False).elements}["phone"] == "0370-1234567"


def test_label_in_the_pieces_that_a_word_processor_leaves():
    lines = "".join(
        f"<p><b><span>{n}、{k[:1]}</span></b><b><span>{k[1:]}</span></b></p><p><span>{v}</span></p>"
        for n, (k, v) in zip(NUMBERS, VALUES, strict=True)
    )
    page = read(lines)
    assert {e.element: e.value for e in page.guide.elements}["fees"] == "不收费"
    assert set(states(page).values()) == {GuideState.FILLED}


def test_next_number_ends_a_value():
    """九、咨询服务 is no label, but the next head after 八、收费标准."""
    lines = ["七、设定依据", "《条例》", "八、收费标准", "无", "九、注意事项", "请提前预约", "一、材料：须原件"]
    assert {e.element: e.value for e in GuideReader().read(lines, "补证", False).elements}["fees"] == "无"


def test_two_tabs_that_say_so():
    """Heads of tabs stand side by side: the first is not empty because the second follows it."""
    tabs = "<div>" + "".join(f"<div role='tab'>{k}</div>" for k in ("申请材料", "办理流程")) + "</div>"
    panes = "<div><div role='tabpanel'><p>申请书</p></div><div role='tabpanel'><p>受理、审核</p></div></div>"
    body = "".join(f"<h3>{k}</h3><p>{v}</p>" for k, v in VALUES[1:3] + VALUES[4:7])
    values = {e.element: e.value for e in read(f"{body}<div>{tabs}{panes}</div>").guide.elements}
    assert (values["materials"], values["process"]) == ("申请书", "受理、审核")


def test_time_allowed_ends_the_value_before_it():
    lines = ["许可流程：受理、审核", "许可期限 20日", "许可条件：无"]
    assert {e.element: e.value for e in GuideReader().read(lines, "补证", False).elements}["process"] == "受理、审核"


def test_tabs_that_say_so_are_no_menu():
    """A pane begins with a label, another holds nothing but a picture."""
    heads = "".join(f"<div role='tab'>{k}</div>" for k in ("申报材料", "事项信息", "内部办理流程图"))
    facts = "".join(f"<tr><td>{k}：</td><td>{v}</td></tr>" for k, v in (("办理事项", "补证"), *VALUES[4:7]))
    panes = ("<p>申请书</p>", f"<table>{facts}</table>", "<img src='a.png'>")
    shown = "".join(f"<div role='tabpanel' style='display: none'>{pane}</div>" for pane in panes)
    page = read(f"<div><div><div><div>{heads}</div></div></div><div>{shown}</div></div>")
    values = {e.element: e.value for e in page.guide.elements}
    assert (values["materials"], values["process"]) == ("申请书", "[图片]")


@pytest.mark.parametrize(
    "tools",
    [
        "<p>【关闭窗口】【打印】</p>",
        "<label><input type='checkbox'>我已阅读并同意</label><p><a>打 印</a><a>收藏</a></p>",
        "<p>扫一扫在手机打开当前页</p>",
        "<a>立即办理</a> <a>[返回顶部]</a>",
    ],
)
def test_buttons_behind_the_last_value(tools):
    rows = "".join(f"<p>{label}：{value}</p>" for label, value in VALUES if label != "办理流程")
    page = read(f"<div>{rows}{tools}</div>")

    assert ["0370-1234567"] == [one.value for one in page.guide.elements if one.element == "phone"]


def test_buttons_alone_are_no_value():
    page = read("".join(f"<p>{label}：{value}</p>" for label, value in VALUES[:-1]) + "<p>办理流程：</p><p>打印 关闭</p>")

    assert GuideState.EMPTY is states(page)["process"]


def test_three_labels_under_the_name_of_a_guide():
    """A page called 登记须知 is a guide by three labels; one that says only where and when tells visitors."""
    applying = "<p><b>登记条件</b></p><p>双方自愿</p><p><b>所需证件</b></p><p>身份证</p><p><b>登记程序</b></p><p>申请、登记</p>"
    visiting = "<p>开放时间：9:00-17:00</p><p>办公地址：云溪路1号</p><p>咨询电话：0370-1234567</p><p>申请登记时请携带所需材料。</p>"

    for title in ("结婚登记须知", "结婚登记办事指南"):
        assert PageRole.GUIDE is read(applying, title).role
        assert PageRole.GUIDE is not read(visiting, title).role
    assert PageRole.GUIDE is not read(applying, "结婚登记").role
    exam = zoo.frame_div(f"<h1>考生须知</h1>{applying.replace('登记条件', '申报条件')}", title="考生须知")
    assert PageRole.GUIDE is not parse_page(exam, url=zoo.BASE + "/a/1.html", fetched_at=AT).role


@pytest.mark.parametrize("label", ["所属主题", "是否支持网上支付", "承诺时限说明", "结果获取方式", "是否进驻大厅", "网办地址"])
def test_label_of_what_is_none_of_the_ten_ends_a_value(label):
    page = read("".join(f"<p>{key}：{value}</p><p>{label}：城乡建设</p>" for key, value in VALUES))

    assert [value for _, value in VALUES] == [element.value for element in page.guide.elements]
