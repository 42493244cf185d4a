"""Findings to verdicts, scores and pass rates. Sees findings, a checklist and a Subject, never snapshots."""
