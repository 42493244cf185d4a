"""Spark (extra: spark): the functions of ``govsite_rules.frames`` over a cluster, with the same rows as results.

Pages become packed facts where they lie, so that only about 1 KB a page is ever moved. The facts of one site are put together in
two steps, first in ``salts`` groups and then in one: a site with a hundred times the pages of others keeps no worker waiting.
Arrow batches are used throughout (``mapInArrow``, ``applyInArrow``), so moments keep their time zone whatever the session's is.
The package must be installed where Spark's workers run.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .frames import (
    FACTS,
    FINDINGS,
    PAGES,
    RATES,
    VERDICTS,
    Inspecting,
    facts_rows,
    finding_rows,
    judged,
    merged_rows,
    rate_rows,
    verdict_row,
    visit_of_document,
)
from .scoring.rates import CountBy, GroupBy, Undecided, grouped

try:
    import pyarrow as pa
    from pyspark.sql import functions as F
    from pyspark.sql.pandas.types import from_arrow_schema
except ImportError as missing:
    raise ImportError(f"{missing.name} is missing: pip install 'govsite-rules[spark]'", name=missing.name) from None

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["RESULTS", "SALTS", "findings", "inspect_facts", "inspect_pages", "rates", "site_facts", "verdicts"]

SALTS = 16

RESULTS = pa.schema([*VERDICTS, pa.field("findings", pa.list_(pa.struct(list(FINDINGS))))])
"""VERDICTS with the rows of FINDINGS of each subject in one column."""

_SALTED = pa.schema([*FACTS, pa.field("salt", pa.int32())])
_GROUPED = pa.schema([pa.field("group", pa.string()), pa.field("document", pa.string()), pa.field("state", pa.string())])


def site_facts(pages: DataFrame, how: Inspecting, *, salts: int = SALTS) -> DataFrame:
    """The facts of every site (FACTS) of a frame of pages (PAGES, ``fetched_at`` as TIMESTAMP): at most ``salts`` rows a site.

    ``how`` says whose pages there are; columns that PAGES lets out may be missing.
    """

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for row in facts_rows(how, batches):
            yield _batch([row | {"salt": zlib.crc32(row["facts"] or b"") % salts}], _SALTED)

    def merge(key: tuple[pa.Scalar, ...], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield _batch(merged_rows(key[0].as_py(), _rows(batches)), FACTS)

    known = [F.col(name) if name in pages.columns else F.lit(None).cast(_type(PAGES, name)).alias(name) for name in PAGES.names]
    pieces = pages.select(*known).mapInArrow(read, _spark(_SALTED))
    return pieces.groupBy("site", "salt").applyInArrow(merge, _spark(FACTS))


def inspect_facts(facts: DataFrame, how: Inspecting) -> DataFrame:
    """The result of every site of a frame of facts and of every profile (RESULTS). Keep it (``persist``) to take it apart twice."""

    def judge(key: tuple[pa.Scalar, ...], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        site = key[0].as_py()
        result = judged(how, site, (row for row in _rows(batches) if row["pages"]))
        yield _batch([verdict_row(result) | {"findings": list(finding_rows([result]))}], RESULTS)

    due = [(key, 0, None, None) for key in how.sites.profiles]
    all_due = facts.unionByName(facts.sparkSession.createDataFrame(due, _spark(FACTS))) if due else facts
    return all_due.groupBy("site").applyInArrow(judge, _spark(RESULTS))


def inspect_pages(pages: DataFrame, how: Inspecting, *, salts: int = SALTS) -> DataFrame:
    """The result of every site of a frame of pages (RESULTS); ``findings`` and ``verdicts`` take it apart."""
    return inspect_facts(site_facts(pages, how, salts=salts), how)


def findings(results: DataFrame) -> DataFrame:
    """The findings of a frame of results (FINDINGS), one row each, in no order (``site``, ``position`` is the fixed one)."""
    return results.select(F.explode("findings").alias("finding")).select("finding.*")


def verdicts(results: DataFrame) -> DataFrame:
    """The verdicts of a frame of results (VERDICTS)."""
    return results.drop("findings")


def rates(
    verdicts: DataFrame,
    group: GroupBy | str | None = None,
    *,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
) -> DataFrame:
    """Pass rates of a frame of verdicts (RATES): of all, or of each group (area, level, portal, month, …)."""

    def name(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for row in _rows(batches):
            named = "" if group is None else grouped([visit_of_document(row["document"], row["state"])], group)[0][0]
            yield _batch([row | {"group": named}], _GROUPED)

    def count(key: tuple[pa.Scalar, ...], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = list(_rows(batches))
        (rate,) = rate_rows([row["document"] for row in rows], [row["state"] for row in rows], None, undecided, by)
        yield _batch([rate | {"group": key[0].as_py()}], RATES)

    named = verdicts.where("state != 'no_profile'").select("document", "state").mapInArrow(name, _spark(_GROUPED))
    return named.groupBy("group").applyInArrow(count, _spark(RATES))


def _spark(schema: Any) -> Any:
    return from_arrow_schema(schema, prefer_timestamp_ntz=False)


def _type(schema: Any, name: str) -> Any:
    return _spark(schema)[name].dataType


def _rows(batches: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        yield from batch.to_pylist()


def _batch(rows: list[dict[str, Any]], schema: Any) -> Any:
    return pa.RecordBatch.from_pylist(rows, schema)
