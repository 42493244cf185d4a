"""A Spark job: pages from Parquet (columns of ``frames.PAGES``), verdicts, findings and rates back.

spark-submit spark_job.py counties.csv pages.parquet out 2026-05-20T09:00:00+08:00
"""

import sys
from datetime import datetime

from pyspark.sql import SparkSession

from govsite_rules import frames, spark
from govsite_rules.batch.folder import read_table
from govsite_rules.batch.records import PROFILE


def main(profiles: str, pages: str, out: str, as_of: str) -> None:
    session = SparkSession.builder.appName("govsite-rules").getOrCreate()
    how = frames.Inspecting(datetime.fromisoformat(as_of), read_table(profiles, PROFILE))
    results = spark.inspect_pages(session.read.parquet(pages), how).persist()
    spark.verdicts(results).write.parquet(f"{out}/verdicts")
    spark.findings(results).write.parquet(f"{out}/findings")
    spark.rates(spark.verdicts(results), "area").show()


if __name__ == "__main__":
    main(*sys.argv[1:])
