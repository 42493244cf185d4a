"""What is no page of the site: challenges, errors, soft 404s, parked domains, redirects, files."""

from datetime import UTC, datetime

import pytest

from govsite_rules.errors import InputError
from govsite_rules.parse.page import parse_page
from govsite_rules.values.page import PageKind
from parse import zoo

AT = datetime(2025, 7, 1, 2, tzinfo=UTC)
URL = zoo.BASE + "/zwgk/tzgg/"
PAGE = zoo.frame_div(zoo.ul(zoo.sample(5)))


def kind(body, **options):
    return parse_page(body, url=URL, fetched_at=AT, **options).kind


RUISHU = "<!DOCTYPE html><html><head><meta charset='utf-8'><meta content='{0}'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={{}};$_ts.nsd=81;$_ts.cd='q7{0}';</script><script src='/k/a.js'></script></head><body></body></html>"  # noqa: E501


@pytest.mark.parametrize("status", [200, 202, 412])
def test_ruishu(status):
    """瑞数 answers with an obfuscated script, whatever the status."""
    assert PageKind.CHALLENGE is kind(RUISHU.format("x" * 300), status=status)


@pytest.mark.parametrize(
    "body, status",
    [
        (
            "<script>document.cookie=('_')+('_')+('j')+('s')+('l')+'_clearance_s='+'1;path=/';location.href=location.pathname+location.search</script>",
            521,
        ),
        ("<script>document.cookie='__jsl_clearance=1|0|abc';setTimeout('location.reload()',1500)</script>", 200),
        (
            "<html><body><script>var x=function(){document.cookie='security_session_verify=abc';window.location.href='/'};window.onload=x</script></body></html>",  # noqa: E501
            200,
        ),
        ("<html><script>var arg1='0123456789ABCDEF0123456789ABCDEF01234567';</script></html>", 200),
        (
            "<html><head><title>Just a moment...</title></head><body><div class='main-wrapper'>Checking your browser</div></body></html>",
            503,
        ),
        (
            "<html><head><title>网站防火墙</title></head><body><h3>您的请求带有不合法参数，已被网站管理员设置拦截！</h3><p>网站安全狗</p></body></html>",
            200,
        ),
        ("<html><title>创宇盾</title><body>当前访问疑似黑客攻击，已被创宇盾拦截。</body></html>", 403),
        ("<html><body><script>eval(function(p,a,c){return p}('" + "0x" * 300 + "'))</script></body></html>", 200),
        ("<html><head><script src='/probe.js?v=1'></script></head><body></body></html>", 202),
        ("", 202),
        ("<html><head><title>403</title></head><body><h1>您的访问请求可能对网站造成安全威胁，请求已被拦截。</h1></body></html>", 403),
        ("<html><head><title>滑动验证页面</title></head><body><div id='nc'></div><script src='/nc.js'></script></body></html>", 200),
        ("<html><head><title>访问验证</title></head><body><p>请输入验证码以继续访问</p><img src='/c.jpg'><input></body></html>", 200),
        ("<html><head><title>网站访问报错</title></head><body><p>您的IP访问过于频繁，请稍后再试</p></body></html>", 200),
    ],
)
def test_challenges(body, status):
    """Script and interstitial challenges of other firewalls."""
    expected = {PageKind.CHALLENGE} if body else {PageKind.EMPTY, PageKind.CHALLENGE}

    assert kind(body, status=status) in expected


@pytest.mark.parametrize("status", [403, 404, 410, 500, 502, 503])
def test_error_status(status):
    """An error status makes an error body, full pages included."""
    assert PageKind.ERROR is kind(PAGE, status=status)


@pytest.mark.parametrize(
    "body",
    [
        "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>",
        "<html><head><title>页面不存在</title></head><body><p>您访问的页面不存在</p><a href='/'>返回首页</a></body></html>",
        "<html><head><title>示范市人民政府</title></head><body><img src='/404.png'><p>抱歉，您要查看的页面已被删除</p></body></html>",
        "<html><body><h2>404</h2><p>找不到您要的网页</p></body></html>",
        "<html><head><title>出错了</title></head><body>页面找不到</body></html>",
    ],
)
def test_soft_404(body):
    """An error told in words under status 200."""
    assert PageKind.SOFT_404 is kind(body)


@pytest.mark.parametrize(
    "body, expected",
    [
        ("<html><title>example.gov.cn 域名出售</title><body>此域名可转让，请联系</body></html>", PageKind.PARKED),
        ("<html><title>Welcome to nginx!</title><body><h1>Welcome to nginx!</h1></body></html>", PageKind.PARKED),
        ("<html><body>This domain may be for sale. <a href='#'>Buy this domain</a></body></html>", PageKind.PARKED),
        ("<html><title>运行时错误</title><body>“/”应用程序中的服务器错误。</body></html>", PageKind.ERROR),
        ("<html><head><title>HTTP Status 500 – Internal Server Error</title></head><body></body></html>", PageKind.ERROR),
        ("<html><head><meta http-equiv='refresh' content='0; url=/index.html'></head></html>", PageKind.REDIRECT),
        ("<html><script>window.location.href='/web/index.html'</script></html>", PageKind.REDIRECT),
        ("<html><frameset cols='20,80'><frame src='a.html'><frame src='b.html'></frameset></html>", PageKind.FRAME),
        ("", PageKind.EMPTY),
        ("  \n ", PageKind.EMPTY),
        ("<html><head></head><body></body></html>", PageKind.EMPTY),
        (b"%PDF-1.4 ...", PageKind.NOT_HTML),
        (b"\x89PNG\r\n\x1a\n", PageKind.NOT_HTML),
        (b"PK\x03\x04abc", PageKind.NOT_HTML),
    ],
)
def test_other_bodies(body, expected):
    """Parked domains, server errors, redirects, frames, empty bodies, files."""
    assert expected is kind(body)


@pytest.mark.parametrize("content_type", ["application/pdf", "image/jpeg", "application/json; charset=utf-8", "video/mp4"])
def test_content_type(content_type):
    """The header tells files from pages."""
    assert PageKind.NOT_HTML is kind(b"{}", content_type=content_type)


@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=gbk", "application/xhtml+xml", "text/plain", None])
def test_pages_are_content(content_type):
    """An ordinary page is content."""
    assert PageKind.CONTENT is kind(PAGE, content_type=content_type)


@pytest.mark.parametrize(
    "title, body",
    [
        ("2025年第404号公告", "<h1>2025年第404号公告</h1><p>发布时间：2025-06-13</p><p>现将有关事项公告如下，请遵照执行，并做好落实。</p>"),
        (
            "网络安全知识：如何识别人机验证",
            "<h1>网络安全知识</h1><p>发布时间：2025-06-13</p>"
            + "<p>近日，有关部门提醒公众，注意识别各类验证页面，防止受骗，保护财产安全。</p>" * 5,
        ),
        (
            "关于网站维护的通知",
            "<h1>关于网站维护的通知</h1><p>发布时间：2025-06-13</p><p>本网站将于本周六进行维护，届时页面无法访问，敬请谅解。</p>",
        ),
    ],
)
def test_pages_that_only_mention_it(title, body):
    """A page that writes about errors and challenges is content."""
    assert PageKind.CONTENT is kind(zoo.frame_div(body, title=title))


def test_challenge_carries_nothing():
    """A challenge is not read as a page without footer."""
    page = parse_page(RUISHU.format("y"), url=URL, fetched_at=AT, status=412)

    assert ((), (), "", False) == (page.entries, page.links, page.blank, page.script_drawn)


def test_redirect_says_where_to():
    """A redirect names its target."""
    page = parse_page("<meta http-equiv='refresh' content='0;URL=http://www.example.gov.cn/web/'>", url=URL, fetched_at=AT)

    assert ("leads_to:http://www.example.gov.cn/web/",) == page.notes


@pytest.mark.parametrize(
    "to, full",
    [
        ("/slt/index.shtml", "http://www.example.gov.cn/slt/index.shtml"),
        ("http://new.example.gov.cn/", "http://new.example.gov.cn/"),
        ("javascript:go()", "javascript:go()"),
    ],
)
def test_a_redirect_names_the_whole_address(to, full):
    """A target without a host is on the host of the page that leads there."""
    html = f'<html><head><meta http-equiv="refresh" content="0;url={to}"></head><body></body></html>'
    page = parse_page(html, url="http://www.example.gov.cn/", fetched_at=AT)

    assert (PageKind.REDIRECT, (f"leads_to:{full}",)) == (page.kind, page.notes)


def test_zone_is_required():
    """A fetch time without a zone is refused."""
    with pytest.raises(InputError) as caught:
        parse_page(PAGE, url=URL, fetched_at=AT.replace(tzinfo=None))

    assert "fetched_at" == caught.value.field


@pytest.mark.parametrize("sentence", ["对不起，您访问的页面不存在或已删除。", "该信息已被删除", "抱歉，您要查看的文章不存在！"])
@pytest.mark.parametrize("frame", zoo.FRAMES)
def test_soft_404_inside_the_frame(frame, sentence):
    """A page of the site's own frame that says nothing but that something is gone is no page of the site."""
    assert PageKind.SOFT_404 is kind(zoo.FRAMES[frame](f"<div class='e'><p>{sentence}</p></div>", title="示范市人民政府"))


def test_news_of_something_deleted():
    """An article or list that tells of deleted pages is a page."""
    rows = [("关于网络谣言信息已被删除的通报", "/xw/202506/t20250627_1.html", zoo.sample(1)[0][2])]

    assert PageKind.CONTENT is kind(zoo.frame_div(zoo.ul(rows)))
    assert PageKind.CONTENT is kind(
        zoo.frame_div("<p>经查，有关信息已被删除。</p>" + "<p>示范市将继续加强管理，做好有关工作，确保落实到位。</p>" * 4)
    )


@pytest.mark.parametrize(
    "html, kind",
    [
        ("<body>Microsoft OLE DB Provider for ODBC Drivers 错误 '80004005'</body>", PageKind.ERROR),
        ("<body><font>Active Server Pages 错误 'ASP 0113'</font><p>脚本超时</p></body>", PageKind.ERROR),
        ("<body><b>Fatal error</b>: Uncaught PDOException in /www/index.php</body>", PageKind.ERROR),
        ("<title>系统发生错误</title><body><p>模块不存在</p></body>", PageKind.ERROR),
        ("<title>Error</title><body>An error occurred.</body>", PageKind.ERROR),
        ("<body onload=\"window.location.href='/a/'\"></body>", PageKind.REDIRECT),
    ],
)
def test_bodies_of_servers(html, kind):
    """What servers write where a script failed, and a body that only leads on."""
    assert kind is parse_page(html, url="http://www.example.gov.cn/a/1.html", fetched_at=datetime(2025, 7, 1, tzinfo=UTC)).kind


@pytest.mark.parametrize(
    "html, status, expected",
    [
        ("<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>", 403, PageKind.CHALLENGE),
        ("<script>location='/a/?WebShieldSessionVerify=x1'</script><p>请稍候</p>", 200, PageKind.CHALLENGE),
        ("<script>var c={url:'/_____tmd_____/punish?x5secdata=x'}</script><p>请拖动滑块</p>", 200, PageKind.CHALLENGE),
        ("<p>The requested URL was rejected. Please consult with your administrator.</p>", 200, PageKind.CHALLENGE),
        ("<h2>您的访问可能有危险，已被云防护安全拦截</h2>", 403, PageKind.CHALLENGE),
        ("<p>您访问的页面不存在！</p><script>setTimeout(function(){location.href='/'},5000)</script>", 200, PageKind.SOFT_404),
        ("<meta http-equiv='refresh' content='3;url=/'><p>您查看的文章不存在，正在返回</p>", 200, PageKind.SOFT_404),
        ("<script>alert('该信息不存在或已被删除！');history.go(-1);</script>", 200, PageKind.SOFT_404),
        ("<script>alert('欢迎访问');history.go(-1);</script>", 200, PageKind.CONTENT),
        ("<h2>网站系统升级维护中，暂停访问，敬请谅解。</h2>", 200, PageKind.ERROR),
        ("<title>真人视讯-百家乐-手机版</title><a href='/1.html'>首页</a>", 200, PageKind.PARKED),
        ("<title>真人视讯-百家乐-手机版</title><p>网站标识码：4114240001</p>", 200, PageKind.CONTENT),
    ],
)
def test_other_answers(html, status, expected):
    """More walls, words that something is gone before the visitor is led on, closed systems, domains that others took over."""
    assert expected is kind(html, status=status)


@pytest.mark.parametrize(
    "title",
    [
        "关于防范域名出售诈骗的提示",
        "关于清理404页面的工作提示",
        "网站防火墙升级期间访问被拦截的说明",
        "系统错误代码查询办法",
        "公安机关查处百家乐、时时彩等网络赌博案",
    ],
)
def test_news_that_sounds_like_an_answer(title):
    """A short article about such things is a page: it has a date of publication, and the marks of an office."""
    text = f"<title>{title}</title><h1>{title}</h1><p>发布时间：2025-06-27 来源：办公室</p><p>{title}。</p>"
    marks = "<div>网站标识码：4114240001 主办单位：示范市人民政府</div>"

    assert PageKind.CONTENT is kind(text + marks)
    assert PageKind.CONTENT is kind(text + "<p>请各单位认真对照检查，按时报送结果。</p>" * 40 + marks)


@pytest.mark.parametrize(
    "script, expected",
    [
        ("window.location.href='http://zwfw.example.gov.cn/';", PageKind.REDIRECT),
        ('<!--\nlocation.replace("/main/")\n//-->', PageKind.REDIRECT),
        ("if (isMobile()) { window.location.href='/m/'; }", PageKind.CONTENT),
        ("window.open('http://zwfw.example.gov.cn/', '_self');", PageKind.REDIRECT),
        ("window.open('http://zwfw.example.gov.cn/', '_blank');", PageKind.CONTENT),
        ("function go() { window.open('/b/', '_self'); }", PageKind.CONTENT),
        ("function go() { location.href='/b/'; }", PageKind.CONTENT),
        ("var a = 1; location.href='/b/';", PageKind.CONTENT),
    ],
)
def test_a_script_that_only_leads_elsewhere_is_a_redirect_in_any_frame(script, expected):
    """Whatever stands around it, the visitor never sees the page; a script that does more or may not run leads nowhere for sure."""
    assert expected is kind(zoo.frame_div(f"<h2>网上办事</h2><script>{script}</script>", title="网上办事"))


@pytest.mark.parametrize("words", ["创宇盾", "云锁、安全狗、创宇盾", "知道创宇", "D盾"])
@pytest.mark.parametrize("office", ["<p>主办单位：示范县人民政府</p>", "<div>发布时间：2024-05-06　来源：示范县人民政府</div>"])
def test_news_of_firewalls_is_news(words, office):
    """A short article that names firewalls is no challenge."""
    assert PageKind.CONTENT is kind(f"<title>网络安全培训</title><p>培训讲解了{words}等产品的使用。</p>{office}")


@pytest.mark.parametrize(
    "body, expected",
    [
        ("<title>提示</title><p>您的访问存在异常，已被WEB应用防火墙阻断。</p>", PageKind.CHALLENGE),
        ("<title>提示</title><p>抱歉！您的访问请求可能存在威胁，已被网站卫士拦截</p>", PageKind.CHALLENGE),
        ("<title>提示</title><p>该操作已被创宇盾阻止。</p>", PageKind.CHALLENGE),
        ("<title>提示</title><p>当前操作疑似黑客攻击。</p>", PageKind.CHALLENGE),
        ("<title></title><script>k()</script><input type='hidden' id='__onload__' value='q7'>", PageKind.CHALLENGE),
        ("<title>页面弄丢了</title><p>返回首页</p>", PageKind.SOFT_404),
        ("<title>提示</title><p>您访问的网站已被管理员暂停，请联系管理员。</p>", PageKind.ERROR),
        ("<title>404地质队动态</title><ul><li><a href='/a/1.html'>我队召开工作会议</a></li></ul>", PageKind.CONTENT),
        ("<title>404页面</title><p>返回首页</p>", PageKind.SOFT_404),
        ("<title>您所访问的页面已不存在</title><p>返回首页</p>", PageKind.SOFT_404),
        (
            "<title>提示信息</title><script>function go(){location='/'}</script><p>文档可能已被删除或尚未审核！</p>",
            PageKind.SOFT_404,
        ),
        ("<title>示范县水利局</title><p>本网站已停止更新并永久下线，请访问示范县人民政府网站。</p>", PageKind.ERROR),
        ("<title>示范县水利局</title><p>系统升级维护中，请稍后访问</p>", PageKind.ERROR),
        ("<title>示范县水利局</title><p>本站已迁移至新域名：<a href='http://slj.example.gov.cn/'>点击访问</a></p>", PageKind.ERROR),
        ("<title>示范县水利局</title><p>我县养殖场已迁移至新址。</p>", PageKind.CONTENT),
        ("<title>公告</title><p>本网站已改版，欢迎访问。</p><p>来源：示范县</p>", PageKind.CONTENT),
        ("<title>公告</title><p>本网站已永久关停微信公众号</p><p>来源：示范县</p>", PageKind.CONTENT),
    ],
)
def test_notices_and_their_likes(body, expected):
    """What firewalls, removed documents and closed sites say, and what only looks like it."""
    assert expected is kind(body)
