"""Service guides: the same guide in another dress reads the same, and what stands around it is no part of it."""

from datetime import UTC, datetime
from random import Random

import pytest

from govsite_rules.parse.guides import GuideReader
from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import GuideState
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
FACTS = {
    "name": ("事项名称 项目名称 公共服务事项名称", "食品经营许可"),
    "basis": ("设定依据 办理依据 文件依据 依据", "《食品安全法》第三十五条"),
    "conditions": ("受理条件 申请对象及条件 准予行政许可的条件", "有固定的经营场所"),
    "materials": ("申请材料 需提供的材料 申请需提交的材料 材料清单", "申请书、平面图"),
    "place": ("办理地点 现场办理地点 窗口位置 地址", "建设路5号政务大厅二楼"),
    "agency": ("实施主体 办理部门 服务机构", "示范县市场监督管理局"),
    "fees": ("收费标准 收费项目及标准 是否收费", "不收费"),
    "hours": ("办理时间 受理时段 现场办理时间 开放时间", "工作日上午9:00-12:00"),
    "phone": ("咨询电话 咨询联系电话 电话", "0370-1234567"),
    "process": ("办理流程 工作程序 审批程序", "受理、审查、发证"),
}
VALUES = {element: value for element, (_, value) in FACTS.items()}
WORD = '<span style="font-family:仿宋">{}</span>'
ROWS = {
    "table": "<tr><th>{k}</th><td>{v}</td></tr>",
    "split": "<tr><td><span>{a}</span><span>{b}</span></td><td>{v}</td></tr>",
    "heads": "<h3>{k}</h3><div><p>{v}</p></div>",
    "blocks": "<div><div class='tit'>{k}</div><div class='con'>{v}</div></div>",
    "cards": "<div class='el-card'><div class='el-card__header'><span>{k}</span></div><div class='el-card__body'>{v}</div></div>",
    "folds": "<div><div class='ant-collapse-header'>{k}<span>展开</span></div><div>{v}</div></div>",
    "numbered": "<p><b>{n}、{k}</b></p><p>{v}</p>",
    "pasted": f"<p>{WORD.format('{n}、')}{WORD.format('{a}')}{WORD.format('{b}')}{WORD.format('：')}{WORD.format('{v}')}</p>",
    "brackets": "<p>【{k}】{v}</p>",
}
NUMBERS = "一二三四五六七八九十"
HOT = "<div><h3>相关事项</h3><p><a href='1.html'>取水许可</a></p><p><a href='2.html'>护士执业注册</a></p></div>"
ASK = "<div><table>" + "".join(f"<tr><td>{k}：</td><td><input name='{k}'></td></tr>" for k in ("联系电话", "联系地址")) + "</table></div>"


def read(body, title="食品经营许可-示范县人民政府"):
    return parse_page(zoo.frame_div(body, title=title), url=f"{zoo.BASE}/bsfw/item_123.html", fetched_at=AT).guide


def values(guide):
    return {one.element: one.value for one in guide.elements if one.state is GuideState.FILLED}


def rows(shape, facts):
    """One row a label and value in a shape; only bare words need labels of the same look beside them."""
    made = (ROWS[shape].format(k=k, a=k[:2], b=k[2:], v=v, n=n) for n, (k, v) in zip(NUMBERS, facts, strict=False))
    return f"<table>{''.join(made)}</table>" if "<tr>" in ROWS[shape] else f"<div>{''.join(made)}</div>"


@pytest.mark.parametrize("shape", ROWS)
def test_same_guide_in_another_dress(shape):
    """Whatever the shape, the words and the order, the same values are read, beside a hot list and a form to ask.

    Words of two characters are not cut in pieces; where labels are no elements nothing tells where the last value ends.
    """
    around = "" if shape == "brackets" else HOT + ASK
    for seed in range(8):
        chance = Random(seed)
        facts = [(chance.choice([k for k in words.split() if len(k) > 2 or shape != "split"]), value) for words, value in FACTS.values()]
        chance.shuffle(facts)
        assert values(read(f"<h1>食品经营许可</h1>{rows(shape, facts)}{around}")) == VALUES, (seed, facts)


@pytest.mark.parametrize(
    "label,value,told",
    [
        ("办公时间、地点、电话", "建设路5号，工作日9:00-17:00，1234567", ("place", "hours", "phone")),
        ("申报条件及材料", "有固定场所；申请书", ("conditions", "materials")),
        ("办理程序和时限", "受理、审查，5个工作日", ("process",)),
        ("咨询及监督投诉电话", "0370-1234567", ("phone",)),
    ],
)
def test_labels_of_several_elements(label, value, told):
    got = {e.element: e.state for e in GuideReader().read([f"{label}：{value}"], "补证", False).elements if e.element != "name"}
    assert {element for element, state in got.items() if state is GuideState.FILLED} == set(told)


def test_label_of_its_own_comes_before_a_shared_one():
    lines = ["办理地点与时间：", "地点：建设路5号", "工作时间：工作日9:00-17:00", "收费：无"]
    got = {e.element: e.value for e in GuideReader().read(lines, "补证", False).elements}
    assert (got["place"], got["hours"]) == ("地点：建设路5号", "工作日9:00-17:00")


@pytest.mark.parametrize(
    "line,hours",
    [
        ("办理地点：建设路5号二楼 周一至周五 9:00-12:00，13:00-17:00", "周一至周五 9:00-12:00，13:00-17:00"),
        ("办理地点：建设路5号二楼，工作日上午九点至十二点", "工作日上午九点至十二点"),
        ("办理地点：建设路5号二楼 投诉电话：12345（工作日9:00-17:00）", ""),
        ("咨询电话：1234567（工作日9:00-17:00）", ""),
    ],
)
def test_hours_without_a_label(line, hours):
    """Hours that stand with the place are the hours there; those of a telephone are not."""
    got = {e.element: e.value for e in GuideReader().read([line, "收费标准：无"], "补证", False).elements}
    assert got["hours"] == hours


def test_offices_of_others():
    """Address and telephone of those who hear complaints are not the guide's own."""
    facts = [("设定依据", "《条例》"), ("受理条件", "成年"), ("申请材料", "申请书"), ("办理流程", "受理")]
    remedy = "<p>行政复议部门：示范县人民政府，地址：中山路1号，电话：0370-7654321</p>"
    got = values(read(rows("heads", [*facts, ("法律救济", remedy), ("收费标准", "无")])))
    assert not {"place", "phone"} & set(got)
    apart = [*facts, ("行政复议", ""), ("地址", "中山路1号"), ("电话", "0370-7654321"), ("收费标准", "无")]
    assert not {"place", "phone"} & set(values(read(rows("heads", apart))))


def test_values_end_where_their_holder_ends():
    """What follows the block of labels fills no label that was left empty, and no label is one beside a place to type."""
    facts = [("设定依据", "《条例》"), ("受理条件", "成年"), ("申请材料", "申请书"), ("办理流程", "—")]
    table = rows("table", facts)
    guide = read(f"{table}<p>收藏</p>{HOT}{ASK}")
    assert next(e for e in guide.elements if e.element == "process").state is GuideState.EMPTY
    assert not {"place", "phone"} & set(values(guide))
    group = "<tr><td rowspan='2'>办理信息</td><td>收费标准</td><td>无</td></tr><tr><td>办理时间</td><td>工作日</td></tr>"
    guide = read(table.replace("—", "").replace("</table>", f"{group}</table>"))
    assert next(e for e in guide.elements if e.element == "process").state is GuideState.EMPTY


@pytest.mark.parametrize("shape", ["heads", "blocks", "cards"])
def test_last_value_left_empty(shape):
    facts = [("设定依据", "《条例》"), ("受理条件", "成年"), ("申请材料", "申请书"), ("收费标准", "无"), ("办理流程", "&nbsp;")]
    guide = read(f"{rows(shape, facts)}{HOT}")
    assert next(e for e in guide.elements if e.element == "process").state is GuideState.EMPTY


@pytest.mark.parametrize("line,fees", [("收 费：无", "无"), ("九、费　用：免费", "免费"), ("办 理 费 用：无", "无"), ("不 收 费：无", "")])
def test_label_of_two_characters_apart(line, fees):
    facts = [("设定依据", "《条例》"), ("受理条件", "成年"), ("申请材料", "申请书"), ("办理流程", "受理")]
    assert values(read(f"{rows('brackets', facts)}<p>{line}</p>")).get("fees", "") == fees


def within(*lines):
    cells = ("".join(f"<td>{cell.strip('_')}</td>" for cell in line.split()) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_heads_of_tables_within_a_value():
    """The heads of a table of materials or steps are no labels; those of a table of windows are."""
    materials = within("序号 材料名称 份数 备注", "1 申请书 1 _")
    steps = within("环节名称 法定依据 是否收费", "踏勘 无 否")
    window = within("办理点 地址 电话 工作时间", "大厅 建设路5号 1234567 工作日")
    facts = [
        ("受理条件", "成年"),
        ("申请材料", materials),
        ("办理流程", "受理"),
        ("实施主体", "民政局"),
        ("特殊环节", steps),
        ("窗口信息", window),
    ]
    got = values(read(rows("heads", facts)))
    assert "申请书" in got["materials"]
    assert not {"fees", "basis"} & set(got)
    assert (got["place"], got["phone"], got["hours"]) == ("建设路5号", "1234567", "工作日")


@pytest.mark.parametrize("place", ["正在加载...", "数据加载中", "{{ item.fees }}", "${data.fees}"])
def test_words_that_wait_for_a_script(place):
    facts = [("受理条件", "成年"), ("申请材料", "申请书"), ("办理流程", "受理"), ("实施主体", "民政局"), ("收费标准", place)]
    guide = read(rows("heads", facts))
    assert next(e for e in guide.elements if e.element == "fees").state is GuideState.SCRIPT_DRAWN


def tabs(heads, panes):
    items = "".join(f"<li><a href='{address}'>{head}</a></li>" for head, address in heads)
    return f"<div><ul>{items}</ul><div>{''.join(panes)}</div></div>"


BEFORE = "".join(
    f"<p><b>{k}：</b>{v}</p>" for k, v in (("实施主体", "民政局"), ("收费标准", "无"), ("办理地点", "建设路5号"), ("咨询电话", "1234567"))
)


def test_tabs_lead_where_they_say():
    """Panes stand where the addresses of the heads lead, in whatever order; links to other items are no panes."""
    heads = [("设定依据", "#a"), ("受理条件", "#b"), ("办理流程", "#c")]
    panes = ["<div id='c'>受理、审查</div>", "<div id='a'>《条例》</div>", "<div id='b'>成年</div>"]
    got = values(read(f"{BEFORE}{tabs(heads, panes)}"))
    assert (got["basis"], got["conditions"], got["process"]) == ("《条例》", "成年", "受理、审查")
    others = "".join(f"<p><a href='{k}.html'>{name}</a></p>" for k, name in enumerate(("取水许可", "公租房申请", "医师执业注册")))
    nowhere = "<div><ul><li>设定依据</li><li>受理条件</li><li>办理流程</li></ul></div>"
    assert not {"basis", "conditions", "process"} & set(values(read(f"{BEFORE}{nowhere}<div>{others}</div>")))


def test_pane_that_may_hold_anything():
    """What a script draws under 窗口信息 may be the hours: not seen, so not missing."""
    heads = [("设定依据", "#a"), ("受理条件", "#b"), ("办理流程", "#c"), ("窗口信息", "#d")]
    script = "<script>load()</script>"
    panes = [f"<div id='{name}'></div>" for name in "abcd"]
    state = {e.element: e.state for e in read(f"{BEFORE}{tabs(heads, panes)}{script}").elements}
    assert state["hours"] is GuideState.SCRIPT_DRAWN
    state = {e.element: e.state for e in read(f"{BEFORE}{tabs(heads[:3], panes[:3])}{script}").elements}
    assert state["hours"] is GuideState.MISSING


@pytest.mark.parametrize(
    "lines,name,title,told",
    [
        ([], "取水许可办事指南-示范县水务局", "取水许可办事指南-示范县水务局", "取水许可办事指南"),
        (["残疾人证办理服务指南", "收费：无"], "正文", "办事指南", "残疾人证办理服务指南"),
        (["收费：无", "取水许可审批"], "事项详情", "办事指南", "事项详情"),
    ],
)
def test_name_of_the_item(lines, name, title, told):
    """Without the name of the site; from the lines before the labels, not from the list of others behind them."""
    assert GuideReader().read(lines, name, False, title=title).name == told
