"""The lexicon that ships, and reading others."""

from __future__ import annotations

import pytest

from govsite_rules.errors import InputError
from govsite_rules.wording import Entry, Scanner, Segmenter, parse_lexicon, parse_terms, scanner, shipped_lexicon, shipped_terms

HEADING = "wrong\tright\tgroup\tcertainty\tguards\tsource\tfires\tquiet\n"


def test_every_entry_fires_on_its_sentence(shipped: Scanner) -> None:
    """No entry is dead: the sentence that must give a hit gives one where the wrong form stands."""
    silent = []
    for entry in shipped_lexicon().entries:
        hits = shipped(entry.fires)
        if not any(hit.found in entry.wrong or entry.wrong in hit.found for hit in hits):
            silent.append(entry.wrong)

    assert silent == []


def test_every_entry_is_quiet_on_its_sentence(shipped: Scanner) -> None:
    """The sentence that must not give a hit gives none at all."""
    loud = [(entry.wrong, hit.found) for entry in shipped_lexicon().entries for hit in shipped(entry.quiet)]

    assert loud == []


def test_entries_are_complete() -> None:
    """Every entry that ships has a source and both test sentences, and no wrong form comes twice."""
    entries = shipped_lexicon().entries

    assert [entry.wrong for entry in entries if not (entry.source and entry.fires and entry.quiet)] == []
    assert [entry.wrong for entry in entries if entry.wrong not in entry.fires] == []
    assert len({entry.wrong for entry in entries}) == len(entries)


def test_no_right_form_is_another_entry_s_wrong_form() -> None:
    """What one entry suggests, no entry calls wrong."""
    entries = shipped_lexicon().entries
    wrong = {entry.wrong for entry in entries}

    assert [entry.right for entry in entries if entry.right in wrong] == []


def test_terms_and_variants_are_left_alone(shipped: Scanner) -> None:
    """Every protected term and every variant of one, in a sentence, gives no hit."""
    right = {term.term for term in shipped_terms()} | {variant for term in shipped_terms() for variant in term.variants}
    hits = [(word, hit.found) for word in sorted(right) for hit in shipped(f"会议指出，{word}，要认真落实。")]

    assert hits == []


def test_reading_a_lexicon() -> None:
    """Columns come in any order, comments and a byte order mark are skipped, missing columns have defaults."""
    read = parse_lexicon("\ufeff# own\nright\twrong\tguards\n账号\t帐号\t帐号簿 老帐号\n", name="own")

    assert read.entries == (Entry("帐号", "账号", guards=("帐号簿", "老帐号")),)
    assert read.name == "own"


@pytest.mark.parametrize(
    ("text", "row", "field"),
    [
        ("wrong\tcorrect\n", 1, None),
        ("wrong\n", 1, None),
        (HEADING + "帐号\t\n", 2, "right"),
        (HEADING + "帐号\t账号\tgrave\n", 2, "group"),
        (HEADING + "帐号\t账号\tordinary\tcertain\n", 2, "certainty"),
        (HEADING + "帐号\t帐号\n", 2, "wrong"),
        (HEADING + "帐\t账\n", 2, "wrong"),
        (HEADING + "\t".join("帐账34567890") + "\n", 2, None),
    ],
)
def test_bad_lexicons_are_refused(text: str, row: int, field: str | None) -> None:
    """What does not fit is named by file, line and column."""
    with pytest.raises(InputError) as caught:
        parse_lexicon(text, name="own", file="own.tsv")

    assert (caught.value.file, caught.value.row, caught.value.field) == ("own.tsv", row, field)


@pytest.mark.parametrize("term", ["人民网", "中" * 41])
def test_terms_of_unfit_length_are_refused(term: str, segmenter: Segmenter) -> None:
    """Terms of three characters cannot be told from ordinary language; endless ones are no terms."""
    with pytest.raises(InputError):
        parse_terms(f"term\n{term}\n")
    with pytest.raises(InputError):
        scanner(own_terms=[term], segmenter=segmenter)


def test_a_caller_s_lexicon_takes_the_place_of_the_shipped_one(segmenter: Segmenter) -> None:
    """Only what the caller lists is found, in the caller's group."""
    own = parse_lexicon("wrong\tright\tgroup\n青和县\t青禾县\tserious\n", name="own")
    scan = scanner(lexicon=own, protected=(), segmenter=segmenter)

    assert [(hit.found, hit.suggestion, hit.group, hit.certainty) for hit in scan("青和县布署工作")] == [
        ("青和县", "青禾县", "serious", "sure")
    ]


def test_guards(segmenter: Segmenter) -> None:
    """A guard that holds the form makes it right in that place alone; one that does not makes it right nearby."""
    own = parse_lexicon("wrong\tright\tguards\n王杜会主\t王社会主\t王杜会主任 剧本\n", name="own")
    scan = scanner(lexicon=own, protected=(), segmenter=segmenter)

    assert [hit.start for hit in scan("王杜会主任发言；王杜会主席发言")] == [8]
    assert scan("剧本里的王杜会主席") == ()
    assert len(scan("剧本" + "，" * 12 + "王杜会主席")) == 1
