"""How well wording errors are told from ordinary language: false alarms on clean text, recall on generated slips, general typos.

    python benchmarks/accuracy_wording.py [--each] [--seed N]

Clean text: the right sides of ../shared/data/wording and the pages of ../shared/data/pages/zhecheng. Slips: in every protected
term that ships, at every place, of every kind, put into a clean sentence between two words. ``--each`` lists every sure hit on
clean text and some of the slips that were missed.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from govsite_rules.wording import JiebaSegmenter, Scanner, scanner, shipped_lexicon, shipped_terms
from govsite_rules.wording.likeness import Likeness, load_likeness

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = ("sighan2015_test", "ec_law_test")
SENTENCE = re.compile(r"[^。！？；\n]{2,}[。！？；]?")


def pairs(name: str) -> list[tuple[str, str]]:
    """(wrong, right) sentences of a typo set."""
    lines = (DATA / "wording" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(wrong, right) for wrong, _, right in (line.partition("\t") for line in lines) if right]


def page_text(path: Path) -> str:
    """A page's text, one line a text node; never joined across nodes."""
    tree = LexborHTMLParser(path.read_bytes())
    for node in tree.css("script, style"):
        node.decompose()
    return tree.body.text(separator="\n", strip=True) if tree.body else ""


def false_alarms(scan: Scanner, clean: dict[str, list[str]], each: bool) -> None:
    """Hits on clean text by certainty and group."""
    print(f"{'clean text':<18}{'sentences':>10}{'sure':>6}{'serious':>9}{'suspected':>11}{'numbers':>9}")
    for name, texts in clean.items():
        sentences = sum(len(SENTENCE.findall(text)) for text in texts)
        hits = [hit for text in texts for hit in scan(text)]
        words = [hit for hit in hits if hit.group != "privacy"]
        sure = [hit for hit in words if hit.certainty == "sure"]
        serious = sum(hit.group == "serious" for hit in sure)
        print(f"{name:<18}{sentences:>10}{len(sure):>6}{serious:>9}{len(words) - len(sure):>11}{len(hits) - len(words):>9}")
        for hit in sure if each else ():
            print(f"    {hit.group} {hit.found} -> {hit.suggestion}: {hit.context}")


def slips(term: str, likeness: Likeness, common: str, chance: random.Random) -> Iterator[tuple[str, int, str]]:
    """(kind, place, wrong form) of every slip, one of each kind a place."""
    for at, char in enumerate(term):
        alikes = likeness.alikes(char)
        if alikes:
            yield "alike", at, term[:at] + chance.choice(alikes) + term[at + 1 :]
        yield "any other", at, term[:at] + chance.choice(common.replace(char, "")) + term[at + 1 :]
        yield "missing", at, term[:at] + term[at + 1 :]
        yield "doubled", at, term[: at + 1] + term[at:]
        if at + 1 < len(term) and term[at + 1] != char:
            yield "swapped", at, term[:at] + term[at + 1] + char + term[at + 2 :]


def recall(scan: Scanner, sentences: list[str], each: bool, seed: int) -> None:
    """Share of generated slips that are found, sure or suspected."""
    chance, likeness, segmenter = random.Random(seed), load_likeness(), JiebaSegmenter()
    common = "".join(likeness.shapes)
    made: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    sure: Counter[tuple[str, str]] = Counter()
    missed = []
    for term in shipped_terms():
        for kind, at, wrong in slips(term.term, likeness, common, chance):
            words = list(segmenter.cut(chance.choice(sentences)))
            place = chance.randrange(len(words) + 1)
            before, after = "".join(words[:place]), "".join(words[place:])
            start, end = len(before), len(before) + len(wrong)
            certainties = {hit.certainty for hit in scan(before + wrong + after) if hit.start < end and hit.start + len(hit.found) > start}
            where = "first or last" if at in (0, len(term.term) - 1) else "inside"
            for key in ((kind, where), (kind, "all"), ("all", where), ("all", "all"), (term.group, "all")):
                made[key] += 1
                found[key] += bool(certainties)
                sure[key] += "sure" in certainties
            if not certainties:
                missed.append(f"{term.term} ({kind}): {before[-4:]}[{wrong}]{after[:4]}")
    print(f"\n{'slips (seed ' + str(seed) + ')':<18}{'where':<16}{'made':>8}{'found':>9}{'sure':>9}")
    for key in sorted(made):
        print(f"{key[0]:<18}{key[1]:<16}{made[key]:>8}{found[key] / made[key]:>9.1%}{sure[key] / made[key]:>9.1%}")
    for line in chance.sample(missed, min(len(missed), 60)) if each else ():
        print("    " + line)


def typos(scan: Scanner) -> None:
    """General typo sets, which are not what the scanner is for: sentences found with errors, beside plain matching of the lexicon."""
    forms = [entry.wrong for entry in shipped_lexicon().entries]
    print(f"\n{'typo set':<18}{'method':<16}{'wrong':>8}{'found':>8}{'alarms on right':>17}")
    for name in SETS:
        sentences = pairs(name)
        wrong = [(left, right) for left, right in sentences if left != right]
        for method in ("scanner", "plain list"):

            def places(text: str, method: str = method) -> set[tuple[int, int]]:
                if method == "scanner":
                    return {(hit.start, hit.start + len(hit.found)) for hit in scan(text) if hit.group != "privacy"}
                return {(at, at + len(form)) for form in forms if (at := text.find(form)) >= 0}

            caught = sum(
                any(set(range(*span)) & {i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b} for span in places(left))
                for left, right in wrong
            )
            alarms = sum(bool(places(right)) for _, right in sentences)
            print(f"{name:<18}{method:<16}{len(wrong):>8}{caught:>8}{alarms:>17}")


def main(arguments: list[str]) -> None:
    if not DATA.exists():
        sys.exit(f"no data at {DATA}")
    each = "--each" in arguments
    seed = int(arguments[arguments.index("--seed") + 1]) if "--seed" in arguments else 1
    scan = scanner()
    clean = {name: [right for _, right in pairs(name)] for name in SETS}
    clean["zhecheng pages"] = [page_text(path) for path in sorted((DATA / "pages" / "zhecheng").rglob("*.html"))]
    false_alarms(scan, clean, each)
    sentences = [text for texts in clean.values() for page in texts for text in SENTENCE.findall(page) if 15 < len(text) < 80]
    recall(scan, sentences, each, seed)
    typos(scan)


if __name__ == "__main__":
    main(sys.argv[1:])
