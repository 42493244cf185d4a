"""What a scanner finds, how sure it is, and what it leaves alone."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.wording import MOST_HITS, Scanner, Segmenter, Term, scanner


def found(scan: Scanner, text: str) -> list[tuple[str, str, str]]:
    return [(hit.found, hit.term, hit.certainty) for hit in scan(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("庆祝中华人民共合国成立七十周年", "中华人民共合国", "中华人民共和国"),
        ("坚持杜会主义方向", "杜会主义", "社会主义"),
        ("深入贯彻落实科学发展现", "科学发展现", "科学发展观"),
        ("深入开展扫黑险恶工作", "扫黑险恶", "扫黑除恶"),
        ("召开市人民代表大人", "人民代表大人", "人民代表大会"),
        ("中国共产常员", "中国共产常", "中国共产党"),
        ("中国特色社会主意理论体系", "中国特色社会主意理论体系", "中国特色社会主义理论体系"),
        ("实现中华民族尾大复兴", "中华民族尾大复兴", "中华民族伟大复兴"),
        ("全国人民代表大会常务委员员会公告", "全国人民代表大会常务委员员会", "全国人民代表大会常务委员会"),
        ("新疆维吾自治区", "新疆维吾自治区", "新疆维吾尔自治区"),
        ("中央经济工会作议", "中央经济工会作议", "中央经济工作会议"),
    ],
)
def test_serious_errors_are_sure(shipped: Scanner, text: str, wrong: str, right: str) -> None:
    """Attested errors and plain slips in the names of the state are sure hits of the serious group."""
    hits = shipped(text)

    assert [(hit.found, hit.suggestion, hit.group, hit.certainty) for hit in hits] == [(wrong, right, "serious", "sure")]


@pytest.mark.parametrize(
    "text",
    [
        "中国人民和各国人民一道，全国人民团结起来",
        "省人大代表、人民代表大多数认为，人民代表大力支持",
        "社会主要矛盾，社会正义，社会治安，社会主流",
        "科学发展的道路，科学发展现代农业，科学发展现状",
        "改革开放的大门，改革开发区管理体制",
        "党的十八大、党的十七大、党的十五大以来",
        "十三届全国人大一次会议，第七届全国人民代表大会",
        "发展改革委员会、发展与改革委员会、发展和改革局",
        "人力资源社会保障部、住房城乡建设部、生态环境厅、自然资源局",
        "高级人民法院院长、中央统战部部长、中国科学院院士",
        "依法治县、依法治校、依法治理、依法执法",
        "巴基斯坦和巴勒斯坦，尼日尔和尼日利亚，利比亚和利比里亚",
        "工商业联合会、妇女联合会、残联",
        "预防犯罪、强烈土壤侵蚀、十件民生实事是、通知如下",
        "汉中市人民政府、湟中县人民法院、合作市市场监督管理局、万全区人大常委会",
        "中华人民共和国的法律，《中华人民共和国立法法》和《中华人民共和国水法》",
        "本法第五条第（二）项规定的情形，县级以上地方各级人民政府",
        "党的十七届七中全会，落实五项规定，坚定三个自信，两国两制，党的十一大",
        "当事人可以在诉讼过程中向人民法院申请，培养学生的环境保护意识",
        "中国人写中国事，一切以人为中心，本制度自印发之日起施行",
        "邓小平建设有中国特色社会主义理论，爱国主义教育基地，团结各国人民团结奋斗",
        "马列主义、新民主主义、爱国主义、帝国主义",
        "扶贫开发、扶贫协作、脱贫攻坚战、脱贫攻坚工作",
        "中央政治局原委员、省委原常委、中央军委原委员受审",
        "经县纪委常委会议、县监察委委员会议研究决定",
        "坚持依宪治国、依宪执政，推进依法治州，坚持从严管党治党，统筹五位一体总布局",
        "局党组理论学习中心组开展集中学习，出席全国律协年会",
        "西臧家村、西臧庄村、会仪镇、会仪村和曹家厅社区完成改造",
        "蓝天燃气股份有限公司停气检修，本期双色球蓝球为三号",
    ],
)
def test_ordinary_language_is_left_alone(shipped: Scanner, text: str) -> None:
    """Phrases that merely resemble a term, and shorter or other official names, give nothing."""
    assert found(shipped, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“杜会主义”应为“社会主义”",
        "将“社会主义”误写为“杜会主义”",
        "稿件把社会主义错写成杜会主义",
        "错误表述：中华人民共合国；正确表述：中华人民共和国".replace("；", "，"),
        "勘误：第三段“扶贪”更正为“扶贫”",
        "不得写成“中共人民共和国”",
        "报道中不得使用“蒙古大夫”",
        "避免使用“瞎子”“聋子”、“弱智”等蔑称",
        "禁用“两岸三地”",
    ],
)
def test_reports_of_an_error_are_no_errors(shipped: Scanner, text: str) -> None:
    """A sentence that sets the wrong form beside the right one, or quotes it as wrong, gives nothing."""
    assert found(shipped, text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("“杜会主义”一词", "suspected"),
        ("“杜会主义”字样", "suspected"),
        ("“杜会主义”的错误写法", "suspected"),
        ("杜会主义一词", "sure"),
        ("坚持“杜会主义”道路", "sure"),
        ("使用“杜会主义”", "sure"),
    ],
)
def test_a_word_that_is_spoken_of_is_less_sure(shipped: Scanner, text: str, certainty: str) -> None:
    """Whether the author wrote it or only speaks of it, a person tells."""
    assert found(shipped, text) == [("杜会主义", "社会主义", certainty)]


def test_an_error_beside_its_right_form_is_still_one(shipped: Scanner) -> None:
    """The right form in the same sentence alone does not excuse the wrong one."""
    assert found(shipped, "坚持社会主义制度，走杜会主义道路") == [("杜会主义", "社会主义", "sure")]


@pytest.mark.parametrize("text", ["走杜 会主义道路", "走杜\u200b会主义道路", "走杜会\u3000主义道路", "走杜\xa0会\xa0主\xa0义道路"])
def test_gaps_hide_nothing(shipped: Scanner, text: str) -> None:
    """Spaces and invisible characters inside a wrong form do not hide it, and the place is that of the text as given."""
    (hit,) = shipped(text)
    first, last = map(int, hit.locator.removeprefix("char=").split(","))

    assert (hit.found, hit.start) == ("杜会主义", 1)
    assert text[first:last].replace(" ", "").replace("\u200b", "").replace("\u3000", "").replace("\xa0", "") == "杜会主义"


def test_a_gap_makes_a_near_miss_less_sure(shipped: Scanner) -> None:
    """Words that only meet across a gap may belong to two table cells."""
    assert found(shipped, "中国特色社会主意理论体系")[0][2] == "sure"
    assert found(shipped, "中国特色 社会主意理论体系")[0][2] == "suspected"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("扶贪工作", "sure"),
        ("扶贪村民", "sure"),
        ("扶贪公司法务", "sure"),
        ("扶贪村委会", "suspected"),
        ("扶贪家园", "sure"),
        ("扶贪家庄", "suspected"),
        ("扶贪社区", "suspected"),
        ("扶贪公司", "suspected"),
        ("召开中恭中央会议", "sure"),
        ("位于中恭中央广场", "suspected"),
        ("中国特色杜会主义公园", "sure"),
        ("扶贪乡村", "sure"),
        ("扶贪镇村", "sure"),
        ("扶贪镇政府", "suspected"),
        ("人民检查院社区", "suspected"),
        ("人民代表大人社区", "sure"),
    ],
)
def test_a_short_form_in_a_name_is_less_sure(shipped: Scanner, text: str, certainty: str) -> None:
    """Places and companies may be called anything: before such a word a form of up to five characters is only suspected."""
    assert [hit.certainty for hit in shipped(text)] == [certainty]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("提高法依行政水平", "sure"),
        ("无法依行政命令处理", "suspected"),
        ("成立监察委委员会", "sure"),
        ("成立监察委委员会办公室", "sure"),
        ("市人大常委委会议", "suspected"),
    ],
)
def test_a_word_that_reaches_over_an_end_makes_short_slips_less_sure(shipped: Scanner, text: str, certainty: str) -> None:
    """Doubled or swapped characters may belong to the word beside the term."""
    assert [hit.certainty for hit in shipped(text)] == [certainty]


def test_lines_do_not_run_together(shipped: Scanner) -> None:
    """The end of a block is the end of every word: no hit reaches over it."""
    assert found(shipped, "走杜\n会主义道路") == [("会主义", "社会主义", "suspected")]


def test_allowed_passages(segmenter: Segmenter) -> None:
    """A passage the caller allows is right on this site, and only there."""
    scan = scanner(allow=["青禾杜会主义纪念馆", "科学发展馆"], segmenter=segmenter)

    assert found(scan, "参观青禾杜会主义纪念馆和科学发展馆") == []
    assert found(scan, "坚持杜会主义") == [("杜会主义", "社会主义", "sure")]


def test_own_terms(segmenter: Segmenter) -> None:
    """The site's own names are protected like those that ship, with their variants and their group."""
    scan = scanner(own_terms=["青禾县人民政府", Term("青禾县文化和旅游局", ("青禾县文旅和旅游局",), "ordinary")], segmenter=segmenter)

    assert found(scan, "青禾县人民政付公告") == [("青禾县人民政付", "青禾县人民政府", "sure")]
    assert [(hit.term, hit.group) for hit in scan("青禾县文化和旅游游局")] == [("青禾县文化和旅游局", "ordinary")]
    assert found(scan, "青禾县文旅和旅游局") == []


def test_context_and_source(shipped: Scanner) -> None:
    """A hit carries up to twenty characters on both sides, in one line, and names what found it."""
    (hit,) = shipped("一" * 30 + "\n走杜会主义道路\n" + "二" * 30)

    assert hit.context == "一" * 18 + " 走杜会主义道路 " + "二" * 17
    assert hit.lexicon == f"{shipped.name}@{shipped.digest}"


def test_several_errors_come_in_order(shipped: Scanner) -> None:
    """Hits are sorted by place and do not overlap."""
    hits = shipped("布署扫黑险恶，电话13812345678，弘扬杜会主义核心价值观")

    assert [hit.found for hit in hits] == ["布署", "扫黑险恶", "138******78", "杜会主义核心价值观"]
    assert all(first.start + len(first.found) <= second.start for first, second in pairwise(hits))


def test_endless_errors_are_cut(shipped: Scanner) -> None:
    """No group gives more than its most, and many ordinary errors never push out a serious one."""
    hits = shipped("布署，" * (MOST_HITS + 5) + "坚持杜会主义")

    assert len(hits) == MOST_HITS + 1
    assert [hit.found for hit in hits if hit.group == "serious"] == ["杜会主义"]
    assert len(shipped("杜会主义，" * (MOST_HITS + 5))) == MOST_HITS
    assert len(shipped("杜会主义，" * MOST_HITS)) == MOST_HITS


def test_a_scanner_travels(shipped: Scanner) -> None:
    """A pickled scanner is the same scanner."""
    copy = pickle.loads(pickle.dumps(shipped))
    text = "坚持杜会主义，布署工作"

    assert (copy.name, copy.digest, copy(text)) == (shipped.name, shipped.digest, shipped(text))


def test_the_digest_tells_scanners_apart(segmenter: Segmenter) -> None:
    """Whatever changes the hits changes the digest; building again does not."""
    kinds = [
        scanner(protected=(), segmenter=segmenter),
        scanner(protected=(), privacy=False, segmenter=segmenter),
        scanner(protected=(), allow=["青禾"], segmenter=segmenter),
        scanner(protected=(), own_terms=["青禾县人民政府"], segmenter=segmenter),
        scanner(protected=(), lexicon=None, segmenter=segmenter),
    ]

    assert len({scan.digest for scan in kinds}) == len(kinds)
    assert scanner(protected=(), segmenter=segmenter).digest == kinds[0].digest


def test_an_empty_scanner_finds_nothing(segmenter: Segmenter) -> None:
    """Without lexicon, terms and numbers there is nothing to find, in any text."""
    scan = scanner(lexicon=None, protected=(), privacy=False, segmenter=segmenter)

    assert scan("坚持杜会主义，电话13812345678") == ()


def test_threads_share_a_scanner() -> None:
    """A scanner whose dictionary is not loaded yet gives each of several threads the same hits."""
    scan = scanner()
    text = "中国特色社会主意理论体系，坚持杜会主义，生态文名建设"
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(scan, [text] * 32))

    assert len(answers[0]) == 3
    assert set(answers) == {answers[0]}


@given(st.text(alphabet="社会主义杜中国人民共和合 1\n“应为", max_size=60))
@settings(max_examples=300)
def test_any_text_is_scanned(shipped: Scanner, text: str) -> None:
    """Whatever the text, every hit lies in it and names what stands there."""
    for hit in shipped(text):
        first, last = map(int, hit.locator.removeprefix("char=").split(","))

        assert 0 <= first < last <= len(text)
        assert text[first] == hit.found[0]
        assert text[last - 1] == hit.found[-1]


@pytest.mark.parametrize("piece", ["社会", "杜会主义", "中华人民共和", "1", "6222 ", "省省委", "社 会 ", "人民代表大"])
def test_time_is_linear(shipped: Scanner, piece: str) -> None:
    """Four times a hostile text takes no more than about four times as long."""

    def taken(times: int) -> float:
        text = piece * times
        best = 9.0
        for _ in range(3):
            start = process_time()
            shipped(text)
            best = min(best, process_time() - start)
        return best

    taken(200)

    assert taken(4000) < 10 * taken(1000) + 0.05
