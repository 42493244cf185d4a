"""The JSON Schemas: current, and fitting what is written, and nothing else."""

from __future__ import annotations

import json
import runpy
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import govsite_rules as gr
from govsite_rules import _data
from govsite_rules import testing as t
from govsite_rules.batch.failure import failure
from govsite_rules.batch.folder import read_folder
from govsite_rules.checklists import CHECKLISTS, dump_checklist
from govsite_rules.inspection import subject_of
from govsite_rules.interchange import json_schema, site_lines
from govsite_rules.testing import strategies

jsonschema = pytest.importorskip("jsonschema")

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "make_schemas.py"
EXAMPLE = Path(gr.__file__).parent / "example"
NAMES = tuple(f"govsite-rules/{file.removesuffix('.schema.json').replace('-', '/')}" for file in _data.listing("schemas"))
VALIDATORS = {name: jsonschema.Draft202012Validator(json_schema(name)) for name in NAMES}


def wrong(name: str, data: Any) -> list[str]:
    """What does not fit the schema called ``name``."""
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATORS[name].iter_errors(data)]


def test_schemas_are_current() -> None:
    """``scripts/make_schemas.py`` writes the shipped files."""
    texts = runpy.run_path(str(SCRIPT))["texts"]()

    assert texts == {name: _data.read_text(f"schemas/{name}") for name in _data.listing("schemas")}


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    """Each is a schema of its dialect, names itself, and refers only to what it defines."""
    schema = json_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)

    assert name == schema["title"]
    assert {part.partition('"')[0] for part in text.split("#/$defs/")[1:]} <= set(schema["$defs"])


def test_an_unknown_schema_names_those_there_are() -> None:
    """A misspelt name is an error that lists the names."""
    with pytest.raises(gr.InputError, match="govsite-rules/site/1"):
        json_schema("govsite-rules/sites/1")


CASES = Path(gr.__file__).parent / "data" / "conformance"


@pytest.mark.parametrize("indicator", gr.CATALOG + gr.COMPANIONS, ids=lambda indicator: indicator.id)
def test_shipped_cases_fit(indicator: gr.indicators.Indicator) -> None:
    """Every conformance case fits the schema of cases."""
    folder = CASES / indicator.id

    assert {
        path.name: told for path in folder.iterdir() if (told := wrong("govsite-rules/case/1", json.loads(path.read_text("utf-8"))))
    } == {}


def test_shipped_effects_fit() -> None:
    """Every line of the cases of clauses fits its schema."""
    lines = [line for name in _data.listing("effects") for line in _data.read_text(f"effects/{name}").splitlines()]

    assert [told for line in lines if (told := wrong("govsite-rules/effect/1", json.loads(line)))] == []


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda checklist: checklist.id)
def test_checklists_fit(checklist: gr.checklists.Checklist) -> None:
    """The shipped lists, written whole and as overlays, fit the schema of checklists."""
    texts = [dump_checklist(checklist, format="json")]
    if checklist.base:
        texts.append(dump_checklist(checklist, format="json", base=gr.checklist(checklist.base)))

    assert [wrong("govsite-rules/checklist/1", json.loads(text)) for text in texts] == [[]] * len(texts)


@cache
def documents() -> dict[str, list[str]]:
    """Documents of every schema as the library writes them."""
    contents = read_folder(EXAMPLE)
    results = [
        gr.inspect(snapshot, as_of=t.AS_OF, declarations=contents.declarations)
        for snapshot in (contents.site, t.faultless_site(), t.faultless_feed(), t.site())
    ]
    page = gr.parse_page((EXAMPLE / "pages" / "index.html").read_bytes(), url="http://a.gov.cn/", fetched_at=t.AS_OF)
    error = gr.InputError("unreadable", file="a.csv", row=3, field="url", value=7, expected="an address")
    return {
        "govsite-rules/site/1": [line for site in (contents.site, t.faultless_site(), t.site()) for line in site_lines(site)],
        "govsite-rules/feed/1": [gr.to_json(t.faultless_feed()), gr.to_json(t.feed())],
        "govsite-rules/page/1": [gr.to_json(page)],
        "govsite-rules/subject/1": [gr.to_json(subject_of(t.site()))],
        "govsite-rules/finding/1": [gr.to_json(finding) for finding in results[0].findings],
        "govsite-rules/findings/1": [gr.to_json(result.findings) for result in results],
        "govsite-rules/inspection/1": [gr.to_json(result) for result in results],
        "govsite-rules/failure/1": [gr.to_json(failure(subject_of(t.site()), t.AS_OF, error))],
    }


WRITTEN = tuple(name for name in NAMES if name.split("/")[1] not in ("case", "effect", "checklist"))


def test_every_schema_has_documents_to_fit() -> None:
    """No schema goes untried."""
    assert set(WRITTEN) == set(documents())


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_fits(name: str) -> None:
    """Documents that the library writes fit their schema."""
    assert [told for text in documents()[name] if (told := wrong(name, json.loads(text)))] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_not_known_does_not_fit(name: str) -> None:
    """A field more, another schema name and none at all are refused."""
    good = json.loads(documents()[name][0])
    unnamed = deepcopy(good)
    del unnamed["schema"]

    assert all(wrong(name, bad) for bad in (good | {"surplus": 1}, good | {"schema": name + "0"}, unnamed))


def test_a_wrong_word_deep_inside_does_not_fit() -> None:
    """An outcome that does not exist is refused where it stands."""
    good = json.loads(gr.to_json((t.finding("a", "b", "failed"),)))
    good["items"][0]["outcome"] = "maybe"

    assert "$.items[0].outcome" in wrong("govsite-rules/findings/1", good)[0]


def test_a_time_without_a_zone_does_not_fit() -> None:
    """Neither the reader nor the schema takes it."""
    good = json.loads(gr.to_json(t.feed()))

    assert wrong("govsite-rules/feed/1", good | {"fetched_at": "2026-05-20T09:00:00"})


@given(strategies.sites())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_any_site_fits(site: gr.SiteSnapshot) -> None:
    """Whatever can be a site fits, line by line."""
    assert [told for line in site_lines(site) if (told := wrong("govsite-rules/site/1", json.loads(line)))] == []
