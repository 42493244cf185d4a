"""Data frames: pages in, findings, verdicts and rates out, the same as without frames; every column as documented."""

from __future__ import annotations

from datetime import datetime

import pytest
from attrs import evolve

pd = pytest.importorskip("pandas", reason="the extra frames is not installed")
pa = pytest.importorskip("pyarrow", reason="the extra frames is not installed")

from batch.test_many import AS_OF, AT, PAGES, A, B, C, of  # noqa: E402
from govsite_rules import frames  # noqa: E402
from govsite_rules.batch.failure import Failure  # noqa: E402
from govsite_rules.errors import InputError  # noqa: E402
from govsite_rules.inspection import Inspection, inspect  # noqa: E402
from govsite_rules.scoring.rates import pass_rate, pass_rates, visit_of  # noqa: E402
from govsite_rules.values.subject import RunningStatus  # noqa: E402


def pages(**columns: object) -> pd.DataFrame:
    """PAGES as a frame."""
    frame = pd.DataFrame({"url": list(PAGES), "fetched_at": [AT] * len(PAGES), "body": list(PAGES.values())})
    return frame.assign(**columns)


def expected() -> tuple[Inspection, ...]:
    return tuple(inspect(of(profile), as_of=AS_OF) for profile in (A, B))


def test_a_frame_of_pages_is_inspected() -> None:
    """Findings and verdicts of a frame are those of the same pages without one, to the last finding."""
    got = frames.inspect_pages(pages(), as_of=AS_OF, profiles=[A, B])

    assert expected() == frames.results(got.verdicts, got.findings)
    assert [len(result.findings) for result in expected()] == list(got.findings.groupby("site").size())


def test_frames_have_the_documented_columns() -> None:
    """Every frame has the columns of its schema, typed so that missing values are told from zero."""
    got = frames.inspect_pages(pages(), as_of=AS_OF, profiles=[A, B, C])

    assert list(frames.FINDINGS.names) == list(got.findings.columns)
    assert list(frames.VERDICTS.names) == list(got.verdicts.columns)
    assert list(frames.RATES.names) == list(frames.rates(got.verdicts).columns)
    assert frames.to_arrow(got.findings, frames.FINDINGS).schema == frames.FINDINGS
    assert {"Int64", "Int32"} == {str(got.findings.dtypes[name]) for name in ("examined", "position")}
    assert all(field.metadata[b"about"] for schema in (frames.PAGES, frames.FINDINGS, frames.VERDICTS, frames.RATES) for field in schema)
    assert got.findings["examined"].isna().any()


def test_what_a_verdict_row_says() -> None:
    """A row of verdicts says what the inspection says."""
    result = inspect(of(A), as_of=AS_OF)
    row = frames.verdicts([result]).iloc[0]

    assert (A.key, A.name, "judged", AS_OF) == (row["site"], row["name"], row["state"], row["as_of"])
    assert (result.verdict.standing, result.verdict.found) == (row["standing"], row["found"])
    assert list(result.verdict.fired) == list(row["fired"])
    assert list(result.verdict.possible) == list(row["possible"])
    assert (None if result.verdict.score is None else str(result.verdict.score.low)) == row["score_low"]
    assert pd.isna(row["portal"])


def test_a_site_column_names_the_site() -> None:
    """A given key counts whatever the host; without one the host tells; a key that no profile has is told."""
    frame = pages(site=[B.key, None, A.key, "other"])
    got = frames.inspect_pages(frame, as_of=AS_OF, profiles=[A, B])
    states = dict(zip(got.verdicts["site"], got.verdicts["state"], strict=True))

    assert {A.key: "judged", B.key: "judged", "other": "no_profile"} == states


@pytest.mark.parametrize(
    "changed, why",
    [
        ({"url": [None, *list(PAGES)[1:]], "site": A.key}, "a page without url"),
        ({"fetched_at": [None, *[AT] * 3]}, "a page without fetched_at: http://www.a.gov.cn/"),
        ({"body": [None, *list(PAGES.values())[1:]]}, "a page without body: http://www.a.gov.cn/"),
    ],
)
def test_a_row_that_cannot_be_read_fails_its_site_alone(changed: dict[str, object], why: str) -> None:
    """A row without address, moment or body makes its site not inspected, and says so; other sites are inspected."""
    frame = pages(**changed)
    frame.loc[len(frame)] = frame.iloc[1]
    got = frames.inspect_pages(frame, as_of=AS_OF, profiles=[A, B] if "site" not in changed else [A])
    results = frames.results(got.verdicts, got.findings)

    assert isinstance(results[0], Failure)
    assert results[0].message.startswith(why)
    assert all(isinstance(result, Inspection) for result in results[1:])


def test_an_error_response_needs_no_body() -> None:
    """A response of another status than 2xx may come without a body."""
    frame = pages(body=[None, *list(PAGES.values())[1:]], status=[404, 200, 200, 200])
    got = frames.inspect_pages(frame, as_of=AS_OF, profiles=[A])

    assert ["judged", "no_profile"] == list(got.verdicts["state"])


@pytest.mark.parametrize(
    "frame, field",
    [
        (pages().drop(columns="url"), "url"),
        (pages(fetched_at=datetime(2026, 5, 1)), "fetched_at"),
        (pages(fetched_at=pd.Series([datetime(2026, 5, 1)] * 4, dtype=object)), "fetched_at"),
        (pages(fetched_at="2026-05-01"), "fetched_at"),
        (pages(status="fine"), "status"),
        (pages(body=3), "body"),
        (pages(body="<html>"), "body"),
        (pages(site=3), "site"),
    ],
)
def test_frames_that_do_not_fit_are_refused(frame: pd.DataFrame, field: str) -> None:
    """A missing column, a moment without time zone or a foreign type names the column."""
    with pytest.raises(InputError) as told:
        frames.inspect_pages(frame, as_of=AS_OF, profiles=[A])

    assert field == told.value.field


def test_moments_of_any_zone_and_precision_mean_the_same() -> None:
    """Time zones and precisions of the frame make no difference."""
    one = frames.inspect_pages(pages(), as_of=AS_OF, profiles=[A, B])
    moments = pd.Series([AT] * 4).dt.tz_convert("America/New_York").astype("datetime64[ns, America/New_York]")
    other = frames.inspect_pages(pages(fetched_at=moments), as_of=AS_OF, profiles=[A, B])

    assert frames.results(one.verdicts, one.findings) == frames.results(other.verdicts, other.findings)


def test_profiles_without_pages() -> None:
    """A running site without a page was not inspected; a closed one is out of scope."""
    got = frames.inspect_pages(
        pages(), as_of=AS_OF, profiles=[A, B, C, evolve(C, site_code="4", domain="d.gov.cn", status=RunningStatus.CLOSED)]
    )
    states = dict(zip(got.verdicts["site"], got.verdicts["state"], strict=True))

    assert {A.key: "judged", B.key: "judged", C.key: "not_inspected", "4": "out_of_scope"} == states


def test_rates_of_frames() -> None:
    """Rates of a frame of verdicts are those of its results, failures counted apart and strangers not at all."""
    profiles = [evolve(A, region="369901"), evolve(B, region="369902"), evolve(C, region="369902")]
    frame = pages()
    frame.loc[len(frame)] = ["http://stranger.com/", AT, b"x"]
    got = frames.inspect_pages(frame, as_of=AS_OF, profiles=profiles)
    results = [result for result in frames.results(got.verdicts) if result.subject.key in (A.key, B.key, C.key)]
    visits = [result.visit if isinstance(result, Failure) else visit_of(result) for result in results]
    whole, areas = frames.rates(got.verdicts), frames.rates(got.verdicts, "area", undecided="as_found", by="site")
    rate = pass_rate(visits)

    assert "no_profile" in set(got.verdicts["state"])
    assert [rate.visits, rate.qualified, rate.not_inspected] == list(whole.loc[0, ["visits", "qualified", "not_inspected"]])
    assert str(rate.high) == whole.loc[0, "high"]
    assert [(name, one.checked, str(one.rate)) for name, one in pass_rates(visits, "area", undecided="as_found", by="site")] == list(
        areas[["group", "checked", "rate"]].itertuples(index=False, name=None)
    )


def test_no_pages_at_all() -> None:
    """An empty frame gives empty frames with all columns."""
    got = frames.inspect_pages(pages().iloc[:0], as_of=AS_OF, profiles=[])

    assert (0, 0) == (len(got.findings), len(got.verdicts))
    assert list(frames.VERDICTS.names) == list(got.verdicts.columns)
