"""Identity marks in all the forms they are shown in, and the traps beside them."""

from datetime import UTC, datetime

import pytest

from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import MarkState
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
NOTHING = "<p>建议使用1024×768以上分辨率</p>"


def marks(footer, head="", title="示范市人民政府", body=""):
    html = f"<html><head><title>{title}</title>{head}</head><body><div class='header'></div><div class='main'>{body}{zoo.ul(zoo.sample(3))}</div><div class='footer'>{footer}</div></body></html>"  # noqa: E501
    return parse_page(html, url=zoo.BASE + "/xw/index.html", fetched_at=AT).marks


@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_whole_footer(frame):
    """All marks of an ordinary footer are read."""
    page = parse_page(zoo.FRAMES[frame](zoo.ul(zoo.sample(3))), url=zoo.BASE + "/xw/", fetched_at=AT)
    shown = page.marks

    assert ("党政机关", "4114240001", "豫ICP备15021526号-1", "41142402000535") == (
        shown.organ_mark.value,
        shown.site_code.value,
        shown.icp.value,
        shown.police.value,
    )
    assert "示范市人民政府办公室" == shown.sponsor.value
    assert MarkState.SHOWN is shown.contact.state
    assert (MarkState.SHOWN, "4114240001") == (shown.error_report_entry.state, shown.error_report_entry.value)


def test_nothing():
    """A footer in the page without marks lacks them."""
    found = marks(NOTHING)

    states = {
        name: getattr(found, name).state
        for name in ("organ_mark", "site_code", "icp", "police", "sponsor", "contact", "error_report_entry")
    }
    assert set(states.values()) == {MarkState.ABSENT}


@pytest.mark.parametrize(
    "loader",
    [
        "<script src='/js/footer.js'></script>",
        "<script>$('.footer').load('/inc/footer.html')</script>",
        "<iframe src='/common/bottom.html'></iframe>",
        "",
    ],
)
def test_loaded_footer(loader):
    """Marks of a footer that a script or frame brings are unknown, not absent."""
    found = marks(loader)

    assert {MarkState.UNKNOWN} == {found.icp.state, found.site_code.state, found.organ_mark.state, found.error_report_entry.state}


@pytest.mark.parametrize(
    "text, value",
    [
        ("京ICP备19014889号", "京ICP备19014889号"),
        ("闽ICP备06036078号-2", "闽ICP备06036078号-2"),
        ("黔ICP备2025056580号", "黔ICP备2025056580号"),
        ("陇ICP备2021003158号-1", "陇ICP备2021003158号-1"),
        ("陇ICP备 05000593", "陇ICP备05000593"),
        ("蜀ICP备10014763号", "蜀ICP备10014763号"),
        ("豫ICP备<b>15021526</b>号－1", "豫ICP备15021526号－1"),
        ("网站备案：<a href='https://beian.miit.gov.cn'>苏 ICP 备 05009012 号</a>", "苏ICP备05009012号"),
        ("ICP备案序号：京ICP备19014909号", "京ICP备19014909号"),
        ("沪ICP备：12004267", "沪ICP备：12004267"),
        ("苏ＩＣＰ备０５００９０１２号", "苏ICP备05009012号"),
        ("晉ICP備19003694號", "晉ICP備19003694號"),
    ],
)
def test_icp(text, value):
    """ICP records of all provinces and spellings."""
    assert value == marks(text).icp.value


@pytest.mark.parametrize("text", ["京ICP证030173号", "B2-20050001", "ICP备案", "互联网新闻信息服务许可证"])
def test_not_icp(text):
    """Other licences are no ICP record."""
    assert MarkState.ABSENT is marks(NOTHING + text).icp.state


@pytest.mark.parametrize(
    "text, value",
    [
        ("京公网安备11010202008000号", "11010202008000"),
        ("浙公网安备 33060202000394号", "33060202000394"),
        ("冀公网安备： 13030202002230", "13030202002230"),
        ("贵公网安备 52010202003658 号", "52010202003658"),
        ("甘公网安备 62010202000123号", "62010202000123"),
        ("公安机关备案号：43010302000524", "43010302000524"),
        ("京公网安备110102000155", "110102000155"),
        ("沪公安备：31010102045442号", "31010102045442"),
        ("郑公备：41010029000130", "41010029000130"),
        ("津公网安备 ：12010302000991号", "12010302000991"),
        ("<img src='/ga.png' alt='粤公网安备44030902000263号'>", "44030902000263"),
        ("<a href='http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=41142402000535'><img src='/ga.png'></a>", "41142402000535"),
        ("<a href='https://beian.mps.gov.cn/#/query/webSearch?code=41142402000535'></a>", "41142402000535"),
        ("闽公网安备 35992899001-19002 号", "35992899001-19002"),
        ("闽公网安备 35990202000012-1 网站标识码：3599080012", "35990202000012-1"),
        ("公安备案号：35990202000012-1", "35990202000012-1"),
        ("<a href='https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=35992899001-19002'>备案</a>", "35992899001-19002"),
        ("京公网安备11010202008000号-京ICP证", "11010202008000"),
    ],
)
def test_police(text, value):
    """Police records as text, labelled number or link."""
    assert value == marks(text).police.value


@pytest.mark.parametrize(
    "text, value",
    [
        ("网站标识码：4114240001", "4114240001"),
        ("政府网站标识码:bm01000001", "bm01000001"),
        ("网站标识码 BM29040001", "bm29040001"),
        ("政府网站标识码：<span>4403920006</span>", "4403920006"),
        ("网站识别码：6401000028", "6401000028"),
        ("网站标识:4100000001", "4100000001"),
        ("網站標識碼：1410270002", "1410270002"),
    ],
)
def test_site_code(text, value):
    """Site codes of local governments and ministries."""
    assert value == marks(text).site_code.value


@pytest.mark.parametrize(
    "text, code",
    [
        (
            "<a href='https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4401000059&url=http%3A%2F%2Frsj.gz.gov.cn%2F'><img src='/j.png'></a>",  # noqa: E501
            "4401000059",
        ),
        ('<script id="_jiucuo_" sitecode="bm55000001" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>', "bm55000001"),
        ("<script id='_jiucuo_' sitecode='3609220011' src='http://pucha.kaipuyun.cn/exposure/jiucuo.js'></script>", "3609220011"),
        (
            "<span id='_span_jiucuo'><img onclick=\"Link('2203000001')\" src='http://pucha.kaipuyun.cn/exposure/images/jiucuo.png?v=2203000001'></span>",
            "2203000001",
        ),
        ("<a href='https://zfwzxx.www.gov.cn/check_web/errorInfo/jcInfo/d9697d5c-902709118'><img src='/s.png'></a>", ""),
        ("<a href='http://121.43.68.40/exposure/jiucuo.html?site_code=1234567890'>找错</a>", "1234567890"),
        ("<a href='http://www.gov.cn/c125533/jbxxk.htm'>我为政府网站找错</a>", ""),
        ("<a href='javascript:;'><img src='/images/zc.png' alt='我为政府网站找错'></a>", ""),
        (
            "<script>document.write(unescape(\"%3Cspan id='_span_jiucuo'%3E%3C/span%3E%3Cscript id='_jiucuo_' sitecode='4114240001' "
            "src='//zfwzgl.www.gov.cn/exposure/jiucuo.js'%3E%3C/script%3E\"))</script>",
            "4114240001",
        ),
        (
            "<script>s.id='_jiucuo_';s.setAttribute('sitecode','4114240001');s.src='//zfwzgl.www.gov.cn/exposure/jiucuo.js'</script>",
            "4114240001",
        ),
    ],
)
def test_error_report_entry(text, code):
    """The 找错 entry as link, picture, rendered span or loader script."""
    entry = marks(NOTHING + text).error_report_entry

    assert (MarkState.SHOWN, code) == (entry.state, entry.value)


@pytest.mark.parametrize(
    "text",
    [
        "<a href='/wzjc/'>内容纠错</a>",
        "<a href='/wzjc/'>【内容纠错】</a>",
        "<span onclick='t()'>【内容纠错】</span>　<span onclick='p()'>【打印】</span>",
    ],
)
def test_error_report_entry_of_the_content(text):
    """An entry for mistakes of the content is one."""
    assert MarkState.SHOWN is marks(NOTHING + text).error_report_entry.state


@pytest.mark.parametrize(
    "text",
    [
        "<a style='display: none' href='http://121.43.68.40/exposure/jiucuo.html?site_code=1234567890'><img src='/7.png'></a>",
        "<img style='DISPLAY:none' src='/images/jiucuo.png'>",
        "<script>$('#_span_jiucuo img').attr('title', '我要报错'); $('#_jiucuo_').hide()</script>",
        "<p>会议部署内容纠错工作</p>",
        "<span>内容纠错</span>",
    ],
)
def test_no_error_report_entry(text):
    """A hidden link shows no entry, nor does a script that only names one."""
    assert MarkState.ABSENT is marks(NOTHING + text + "主办：示范市人民政府").error_report_entry.state


def test_commented_out():
    """What is commented out is not shown."""
    text = (
        "<!-- <a href='http://121.43.68.40/exposure/jiucuo.html?site_code=1234567890'>找错</a> 豫ICP备15021526号 网站标识码：4114240001 -->"
    )
    found = marks(NOTHING + text)

    assert {MarkState.ABSENT} == {found.error_report_entry.state, found.icp.state, found.site_code.state}


@pytest.mark.parametrize(
    "text, value",
    [
        ("<a href='//bszs.conac.cn/sitename?method=show&amp;id=08A84D5F38000F44E053022819AC4FA3'><img src='/1.png'></a>", "党政机关"),
        (
            "<script>document.write(unescape(\"%3Cspan id='_ideConac' %3E%3C/span%3E%3Cscript "
            "src='http://dcs.conac.cn/js/14/000/0000/40445163/CA140000000404451630001.js' type='text/javascript'%3E%3C/script%3E\"));</script>",  # noqa: E501
            "党政机关",
        ),
        ("<span id='_ideConac'></span>", "党政机关"),
        ("<img src='//dcs.conac.cn/image/red.png' alt='党政机关'>", "党政机关"),
        (
            "<a href='//bszs.conac.cn/sitename?method=show&id=08A84D5F38000F44E053022819AC4FA3'><img src='//dcs.conac.cn/image/blue.png'></a>",  # noqa: E501
            "党政机关",
        ),
        ("<img src='/images/dangzhengjiguan.png'>", "党政机关"),
        ("<img src='http://dcs.conac.cn/image/blue.png'>", "事业单位"),
    ],
)
def test_organ_mark(text, value):
    """The mark of party and government bodies as link, picture or loader, percent-encoded too."""
    mark = marks(NOTHING + text).organ_mark

    assert (MarkState.SHOWN, value) == (mark.state, mark.value)


@pytest.mark.parametrize(
    "text, value",
    [
        ("主办单位：示范市人民政府办公室 承办单位：示范市大数据局", "示范市人民政府办公室"),
        ("主办：示范县人民政府&nbsp;&nbsp;地址：人民路1号", "示范县人民政府"),
        ("主办机构：示范县人民政府", "示范县人民政府"),
        ("主 办 单 位 ：示范市教育局", "示范市教育局"),
        ("示范市水利局主办", "示范市水利局"),
        ("主办单位：<a href='/'>示范市卫生健康委员会</a>", "示范市卫生健康委员会"),
        ("主管、主办：示范市人民政府", "示范市人民政府"),
        ("主办：中共示范县委 示范县人民政府　承办：示范县人民政府办公室", "中共示范县委 示范县人民政府"),
        ("主办单位：中共示范省委教育工委&nbsp;示范省教育厅 地址：人民路1号", "中共示范省委教育工委 示范省教育厅"),
        ("中共示范市委 示范市人民政府主办 Tel：0999-5221102", "中共示范市委 示范市人民政府"),
        (
            "中共示范区委\t&nbsp;&nbsp;&nbsp;示范区人民政府 \t&nbsp;&nbsp;&nbsp;主办&nbsp;&nbsp; © 2010 版权所有",
            "中共示范区委 示范区人民政府",
        ),
        ("主办：中共示范县委 承办：示范县融媒体中心", "中共示范县委"),
        ("主办单位：示范市公安局  网站标识码：4114240001", "示范市公安局"),
        ("主办：示范市公安局交通警察支队 承办：示范市公安局科技处", "示范市公安局交通警察支队"),
        ("主办单位：南宁公路事业发展中心", "南宁公路事业发展中心"),
        ("主办单位：示范市邮政管理局 邮政编码：476000", "示范市邮政管理局"),
        ("主办单位：示范市人民政府邮政编码：476000", "示范市人民政府"),
        ("主办单位：示范省版权局 版权所有", "示范省版权局"),
        ("主办单位：示范县人民政府版权所有", "示范县人民政府"),
        ("主办单位：示范市政务热线服务中心", "示范市政务热线服务中心"),
        ("主办单位：示范市人民政府政务热线：12345", "示范市人民政府"),
        ("主办单位：示范市公安局公安备案号：41142402000535", "示范市公安局"),
        ("主办单位：示范县人民政府公安机关备案号41142402000535", "示范县人民政府"),
        ("主办单位：示范县人民政府豫公网安备41142402000535号", "示范县人民政府"),
        ("主办单位：示范县人民政府豫公安备41142402000535号", "示范县人民政府"),
        ("主办单位：示范市退役军人事务局承办单位：示范市纪念设施中心", "示范市退役军人事务局"),
    ],
)
def test_sponsor(text, value):
    """The body that runs the site, by label."""
    assert value == marks(text).sponsor.value


def test_copyright_is_not_yet_a_sponsor():
    """A copyright line names somebody; whether that will do is left open."""
    assert MarkState.UNKNOWN is marks(NOTHING + "版权所有：示范市人民政府").sponsor.state


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：0370-1234567",
        "<a href='/lxwm/'>联系我们</a>",
        "电话：(0370)1234567",
        "地址：示范市人民路1号",
        "邮箱：abc@example.com",
        "热线：12345678",
    ],
)
def test_contact(text):
    """Telephone, address, mail or a contact page."""
    assert MarkState.SHOWN is marks(NOTHING + text).contact.state


def test_written_footer():
    """A footer that a script in the page writes as it stands is read."""
    text = '<script>document.writeln("<p>主办单位：示范市政务服务办公室</p>");document.writeln("<p>政府网站标识码：1200000052 津ICP备05010518号  津公网安备 ：12010302000991号</p>");</script>'  # noqa: E501
    found = marks(text)

    assert ("1200000052", "津ICP备05010518号", "12010302000991") == (found.site_code.value, found.icp.value, found.police.value)


def test_footer_written_over_several_lines():
    """A string that goes on in the next line of the script is one string; its pictures are the page's."""
    said = "<p>主办：示范区政府办公室</p>\\\n豫ICP备15021526号"
    text = f"<script>document.write('<div>\\\n<img src=\"images/red.png\">\\\n{said}</div>');</script>"
    found = marks(text)

    assert ("示范区政府办公室", "豫ICP备15021526号", "党政机关") == (found.sponsor.value, found.icp.value, found.organ_mark.value)


@pytest.mark.parametrize("second, value", [("", "豫ICP备15021526号"), ("'<p>鲁ICP备05000001号</p>'", "")])
def test_footer_put_together_from_strings(second, value):
    """What a script appends is read, unless the script holds the footers of several sites."""
    written = "'<p>主办：示范市政府办公厅</p>' +\n    // '<p>冀ICP备05000002号</p>' +\n '<p>豫ICP备15021526号</p>'"
    text = f"<script>$('body').append({written}); var other=[{second}];</script>"
    found = marks(text, body="").icp

    assert value == found.value


def test_body_is_no_footer():
    """Another site's record named in an article's text is not this site's mark."""
    sentence = "<p>经查，京ICP备12345678号网站存在问题，网站标识码：1234567890，请有关单位抓紧整改，并报送整改情况。</p>"
    page = parse_page(zoo.frame_div(f"<h1>通报</h1>{sentence * 3}").replace(zoo.MARKS, NOTHING), url=zoo.BASE + "/xw/1.html", fetched_at=AT)

    assert (MarkState.ABSENT, MarkState.ABSENT) == (page.marks.icp.state, page.marks.site_code.state)


@pytest.mark.parametrize(
    "header, state, value",
    [
        ("<div class='header'><img src='/logo.png' alt='示范市人民政府'></div>", MarkState.SHOWN, "示范市人民政府"),
        ("<div class='header'><h1>示范市教育局</h1></div>", MarkState.SHOWN, "示范市教育局"),
        (
            "<div class='top'><a href='http://www.other.gov.cn/'>其他省人民政府</a></div><div class='header'><img src='/logo.png'></div>",
            MarkState.UNKNOWN,
            "",
        ),
    ],
)
def test_site_name(header, state, value):
    """The site's name in the header; a logo without words leaves it unknown, and a link to another site is not it."""
    page = parse_page(
        f"<html><head><title>新闻</title></head><body>{header}<div>{zoo.ul(zoo.sample(3))}</div></body></html>", url=zoo.BASE, fetched_at=AT
    )

    assert (state, value) == (page.marks.site_name.state, page.marks.site_name.value)


@pytest.mark.parametrize(
    "html, name",
    [
        ("<form action='/e/search/index.php'><input name='q'></form>", "search"),
        ("<input type='text' placeholder='请输入关键字'>", "search"),
        ("<a href='/so/'>搜索</a>", "search"),
        ("<span>本站已支持IPv6访问</span>", "ipv6"),
        ("<a href='#'>无障碍浏览</a>", "accessibility"),
        ("<script src='/wza/aria.js'></script>", "accessibility"),
        ("<a title='长者模式'><img src='/z.png'></a>", "accessibility"),
    ],
)
def test_access_marks(html, name):
    """Search box, IPv6 and accessibility marks."""
    assert MarkState.SHOWN is getattr(marks(NOTHING, body=html), name).state
    assert MarkState.ABSENT is getattr(marks(NOTHING), name).state


@pytest.mark.parametrize(
    "value", ["", "null", "undefined", "-", "<?php echo $x ?>", "{{name}}", "${name}", "<%=name%>", "NULL", "[!--pagetitle--]"]
)
def test_empty_like_tags(value):
    """A tag that says nothing is missing, and noted."""
    head = f"<meta name='SiteName' content='示范市'><meta name='ColumnName' content='{value}'>"
    page = parse_page(zoo.frame_div(zoo.ul(zoo.sample(3)), head=head), url=zoo.BASE + "/xw/", fetched_at=AT)

    assert (None, "示范市") == (page.tag("columnname"), page.tag("sitename"))
    assert "tag_empty:columnname" in page.notes


def test_tags_by_lower_case_name():
    """Names of tags are compared without case, values kept as they are."""
    page = parse_page(
        zoo.frame_div("", head="<META NAME='sitedomain' CONTENT=' www.example.gov.cn '><meta name='SITEIDCODE' content='4114240001'>"),
        url=zoo.BASE + "/xw/",
        fetched_at=AT,
    )

    assert (("sitedomain", "www.example.gov.cn"), ("siteidcode", "4114240001")) == page.tags


@pytest.mark.parametrize(
    "text, name, value",
    [
        ("<p>京ICP备第15021526号</p>", "icp", "京ICP备第15021526号"),
        ("<p>京ICP备（15021526）号-1</p>", "icp", "京ICP备（15021526）号-1"),
        ("<p>京ICP备-15021526号</p>", "icp", "京ICP备-15021526号"),
        ("<p>公安部备案号：41142402000535</p>", "police", "41142402000535"),
        ("<p>豫公安网备41142402000535号</p>", "police", "41142402000535"),
        ("<p>豫公网备41142402000535号</p>", "police", "41142402000535"),
        ("<p>豫公网备案号：41142402000535</p>", "police", "41142402000535"),
        ("<p>豫公网安备案41142402000535号</p>", "police", "41142402000535"),
        ("<p>（豫）公网安备41142402000535号</p>", "police", "41142402000535"),
        ("<p>豫 公 网 安 备 41142402000535 号</p>", "police", "41142402000535"),
        ("<p>[网站标识码] 4114240001</p>", "site_code", "4114240001"),
        ("<p>“网站标识码”：4114240001</p>", "site_code", "4114240001"),
        ("<p>网站标识码－4114240001</p>", "site_code", "4114240001"),
        ("<p>网站标识码（4114240001）</p>", "site_code", "4114240001"),
        ("<p>网站标识码【bm07000001】</p>", "site_code", "bm07000001"),
        ("<p>网站标识码为：4114240001</p>", "site_code", "4114240001"),
        ("<p>政府网站标识码﹕4114240001</p>", "site_code", "4114240001"),
        ("<p>网站标识码：4114 240001</p>", "site_code", "4114240001"),
        ("<p><span>网站标识码：4114240001</span><span>Copyright</span></p>", "site_code", "4114240001"),
        ("<p>主办单位：示范县人民政府主办 承办单位：示范信息中心</p>", "sponsor", "示范县人民政府"),
        ("<p>主办/示范县人民政府</p>", "sponsor", "示范县人民政府"),
        ("<p>【主办单位】示范县教育局</p>", "sponsor", "示范县教育局"),
        ("<p>本网站由示范县教育局主办</p>", "sponsor", "示范县教育局"),
        ("<p>示范县教育局 主办 | Copyright © 2025</p>", "sponsor", "示范县教育局"),
        ("<p>示范县教育局主办<i>|</i>示范信息中心承办</p>", "sponsor", "示范县教育局"),
        ("<p><span>主办：示范县教育局</span><span>示范科技公司设计</span></p>", "sponsor", "示范县教育局"),
        ("<p><span>主办：示范县教育局</span><span>豫ICP备15021526号</span></p>", "sponsor", "示范县教育局"),
        ("<p>主办：示范国家高新技术产业开发区 技术支持：某公司</p>", "sponsor", "示范国家高新技术产业开发区"),
        ("<p>主办单位：示范省科学技术厅技术支持：某公司</p>", "sponsor", "示范省科学技术厅"),
        ("<p><span>主办单位</span>：<b>示范市</b><b>人民政府</b></p>", "sponsor", "示范市人民政府"),
    ],
)
def test_spellings_of_marks(text, name, value):
    """Brackets, other colons, numbers in groups and elements without a gap between them."""
    assert value == getattr(marks(NOTHING + text), name).value


@pytest.mark.parametrize(
    "text", ["网站标识码：411424000123", "网站标识码：4114 240001 23", "网站标识码：<p>电话：4114240001</p>", "电话：4114240001"]
)
def test_no_site_code(text):
    """Longer numbers, other numbers, and a label without one are no site code."""
    assert MarkState.ABSENT is marks(NOTHING + text).site_code.state


def test_escaped_loader():
    """Slashes that a script escapes are read as slashes."""
    script = r'<script>document.writeln("<script src=\"https:\/\/dcs.conac.cn\/js\/14\/000\/CA1400001.js\"><\/script>");</script>'

    assert (MarkState.SHOWN, "党政机关") == (marks(NOTHING + script).organ_mark.state, marks(NOTHING + script).organ_mark.value)


def test_lazy_picture_and_hotline():
    """A picture loaded when it comes into view is an entry too, and a hotline of five digits a way to call."""
    found = marks(NOTHING + "<img data-src='/images/jiucuo.png'><p>政务服务热线：12345</p>")

    assert (MarkState.SHOWN, MarkState.SHOWN) == (found.error_report_entry.state, found.contact.state)


def test_marks_in_a_sentence_of_the_owner():
    """A line of the owner's with commas and full stops of its own is no running text."""
    line = "<p>示范高新网版权所有，未经书面授权，禁止使用。豫ICP备15021526号 网站标识码:4114240001</p>"
    html = f"<html><body><div class='main'>{zoo.ul(zoo.sample(3))}</div><section id='we'>{line}</section></body></html>"
    found = parse_page(html, url=zoo.BASE + "/xw/index.html", fetched_at=AT).marks

    assert ("豫ICP备15021526号", "4114240001") == (found.icp.value, found.site_code.value)


@pytest.mark.parametrize("attribute, state", [("data-setting='{sitecode:4114240001}'", MarkState.SHOWN), ("", MarkState.ABSENT)])
def test_entry_that_a_script_draws_into_an_empty_element(attribute, state):
    """The element names the entry and carries the code."""
    assert state is marks(NOTHING + f"<div class='j-jiucuo' {attribute}></div>").error_report_entry.state


def test_loader_commented_out_in_its_script():
    """A loader behind two strokes does not run; an address holds two strokes too."""
    line = """document.write(unescape("%3Cspan id='_ideConac'%3E%3C/span%3E%3Cscript src='http://dcs.conac.cn/js/1/CA1.js'%3E"));"""

    assert MarkState.ABSENT is marks(NOTHING + f"<script>\n  // {line}\n</script>").organ_mark.state
    assert MarkState.SHOWN is marks(NOTHING + f"<script>\n  {line}\n</script>").organ_mark.state


@pytest.mark.parametrize(
    "script, state",
    [
        ('document.write(\'<img src="/images/bz.png" alt="政府机关">\');', MarkState.SHOWN),
        ('document.write("<img src=\\"/images/bz.png\\" alt=\\"党政机关网站标识\\">");', MarkState.SHOWN),
        ("document.write('<img src=\"/images/bz.png\"><p>政府机关</p>');", MarkState.ABSENT),
    ],
)
def test_the_organ_mark_as_a_picture_that_a_script_writes(script, state):
    """Its words are read as those of a picture in the page; other words that a script writes are none."""
    assert state is marks(NOTHING + f"<script>{script}</script>").organ_mark.state


ARTICLE = (
    "<div class='crumb'>当前位置：<a href='/'>首页</a></div><div class='zoom'><p>各单位要高度重视，抓好落实，按期完成。</p>"
    "<p>活动主办单位：示范书法家协会</p>{}</div>"
)


@pytest.mark.parametrize("between", ["", "<p>主办单位：示范大学</p>"])
def test_the_sponsor_of_an_event_is_not_the_sites(between):
    """An article names who holds an event: the footer behind it says who runs the site."""
    html = ARTICLE.format(between) + "<div class='b8'><span>主办单位：</span><span>示范县人民政府</span> 豫ICP备15021526号</div>"

    assert "示范县人民政府" == parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks.sponsor.value


def test_the_sponsor_of_an_event_alone_is_none():
    """Where the footer names no sponsor, that of an event does not stand in."""
    html = "<p>活动主办单位：示范书法家协会</p><p>内容</p><div class='b8'>网站标识码：4114240001 豫ICP备15021526号</div>"
    assert MarkState.ABSENT is parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks.sponsor.state


def test_a_footer_that_no_block_begins():
    """A footer that follows running text without a block of its own is read; the text's own words are not."""
    html = "<div><p>经查，该网站备案号为京ICP备99887766号，已整改，网站标识码：9999999999</p></div>"
    html += "网站标识码：4114240001&nbsp;<span>豫ICP备15021526号</span>"
    shown = parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks

    assert ("4114240001", "豫ICP备15021526号") == (shown.site_code.value, shown.icp.value)


def test_an_article_is_no_footer():
    """Where a script brings the footer, what an article says of sponsors and telephones is none of it."""
    html = ARTICLE.format("<p>主办单位：示范大学</p><p>电话：0370-1234567</p>") + "<script src='/js/footer.js'></script>"
    shown = parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks

    assert {MarkState.UNKNOWN} == {mark.state for mark in (shown.sponsor, shown.contact, shown.site_code, shown.icp)}


@pytest.mark.parametrize("before", ["法律声明", "1366*768分辨率浏览"])
def test_what_stands_before_the_label_is_no_sponsor(before):
    """主办 with its name in the next element: the element before it names nobody."""
    assert "示范县财政局" == marks(f"<p>{before}</p><dl><dt>主办</dt><dd>示范县财政局</dd></dl>").sponsor.value


def test_the_sites_name_in_an_article_is_not_in_the_header():
    """The source and titles of articles hold the site's name: a page without a header named so shows none by that."""
    html = "<title>通知-示范县水利局</title><img src='/logo.png'>"
    html += "<p>来源：示范县水利局　发布时间：2024-05-06</p><p>示范县水利局开展春季防汛督查</p>"

    assert MarkState.UNKNOWN is parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks.site_name.state


def test_the_path_is_no_header():
    """The path begins with the site's name too: above it a page without a header shows none."""
    html = "<title>通知-示范县水利局</title><p>通知</p>"
    html += "<div class='crumb'>当前位置：<a href='/'>示范县水利局</a> &gt; <a href='/tz/'>通知</a></div>"
    assert MarkState.SHOWN is not parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks.site_name.state


def test_the_tooltip_of_a_logo_names_the_site():
    """A logo without words of its own, in a link that has them."""
    html = "<title>通知</title><div class='header'><a href='/' title='示范县水利局'><img src='/logo.png'></a></div><p>内容</p>"
    assert "示范县水利局" == parse_page(html, url=zoo.BASE + "/xw/1.html", fetched_at=AT).marks.site_name.value
